//! Démarche effectuale (Sarasvathy 2001): what a territory starts from, may lose, was promised, met by surprise, does next and learned.
//!
//! Who promises or does something is an institution or a firm, never a person.

use std::collections::BTreeSet;

use super::day::Day;
use super::id::{BasinCode, FapCode, NsfCode, ProgrammeId, Uai};
use super::scenario::Site;

/// Everything on the board of a territory, each list by key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Board {
    pub means: Vec<Means>,
    pub commitments: Vec<PartnerCommitment>,
    pub experiments: Vec<Experiment>,
    pub surprises: Vec<Surprise>,
    pub steps: Vec<NextStep>,
    pub reviews: Vec<ReviewOutcome>,
}

/// The parts of the board, in the order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BoardPart {
    Means,
    Experiment,
    Commitment,
    Surprise,
    Step,
    Review,
}

/// One thing on the board, whichever its part.
#[derive(Debug, Clone, PartialEq)]
pub enum BoardItem {
    Means(Means),
    Experiment(Experiment),
    Commitment(PartnerCommitment),
    Surprise(Surprise),
    Step(NextStep),
    Review(ReviewOutcome),
}

/// Something the territory already has, to start from.
#[derive(Debug, Clone, PartialEq)]
pub struct Means {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    pub asset: Asset,
    /// In a few words; empty = none.
    pub name: String,
}

/// What a means is, and what it changes in a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Asset {
    /// Workshops of an establishment in a speciality: seats they can take more, in place of the usual limit of the plan.
    Workshop { uai: Uai, nsf: NsfCode, seats: u32 },
    /// Full-time posts of trainers to be had at an establishment or in a basin, and the seats each can take.
    Trainers { site: Site, posts: f64, seats_each: u32 },
    /// Know-how of a basin in an occupation.
    Heritage { basin: BasinCode, fap: FapCode },
    /// Territoire d'industrie: basins it covers.
    TerritoireIndustrie { basins: BTreeSet<BasinCode> },
    /// Campus des métiers et des qualifications: basins it serves.
    Campus { basins: BTreeSet<BasinCode> },
}

/// Kinds of means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AssetKind {
    Workshop,
    Trainers,
    Heritage,
    TerritoireIndustrie,
    Campus,
}

/// What a partner promised, under what condition, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerCommitment {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    /// An institution or a firm, never a person.
    pub who: String,
    pub pledge: Pledge,
    /// When it was made.
    pub made_on: Day,
    /// When it must be kept.
    pub due: Day,
    /// Under what condition; empty = none.
    pub condition: String,
    pub status: CommitmentStatus,
}

/// What is promised.
#[derive(Debug, Clone, PartialEq)]
pub enum Pledge {
    /// Posts a year for new leavers, from a year on.
    Posts {
        fap: FapCode,
        basin: BasinCode,
        posts: u32,
        from: u16,
    },
    /// Places of apprentices a year with firms, from a rentrée on.
    Places {
        programme: ProgrammeId,
        site: Site,
        places: u32,
        from: u16,
    },
    /// Euros of one year.
    Money { euros: u32, year: u16 },
    /// Hours of machines and trainers lent to an establishment, as the seats they allow more.
    Hours { uai: Uai, seats: u32 },
}

/// Kinds of promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PledgeKind {
    Posts,
    Places,
    Money,
    Hours,
}

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum CommitmentStatus {
    /// Attendu: counts at the high end alone.
    #[default]
    Expected,
    /// Tenu: counts at every end.
    Held,
    /// Rompu: counts no more.
    Broken,
    /// Levé: the partner was freed of it; counts no more.
    Lifted,
}

/// A scenario tried as a small action that can be taken back: what may be lost on it, and when it is looked at again.
#[derive(Debug, Clone, PartialEq)]
pub struct Experiment {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    pub scenario: i64,
    /// Euros spent, net, until the review at most: equipment, works and seats.
    pub affordable_loss: u32,
    pub review_on: Day,
}

/// Something nobody had foreseen.
#[derive(Debug, Clone, PartialEq)]
pub struct Surprise {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    pub noted_on: Day,
    pub text: String,
    pub touches: Touched,
    /// What was decided upon it; empty = nothing yet.
    pub decision: String,
}

/// What a surprise bears on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    Territory,
    Cell { basin: BasinCode, fap: FapCode },
    Programme(ProgrammeId),
}

/// A small next step.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStep {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    pub what: String,
    /// An institution or a firm, never a person; empty = nobody yet.
    pub who: String,
    pub due: Day,
    pub done_on: Option<Day>,
}

/// What became of the cohort of a rentrée that an action of a scenario brought in: people, each stage once it is known.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewOutcome {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    /// Key of the action.
    pub action: i64,
    pub rentree: u16,
    pub entrants: Option<u32>,
    /// Of them, those in the final year.
    pub final_year: Option<u32>,
    /// Of these, those who left training.
    pub leavers: Option<u32>,
    /// Of these, those with the diploma.
    pub graduates: Option<u32>,
    /// Of these, those who took a post of the field.
    pub in_field: Option<u32>,
    /// Posts open to them in the June they left, at most.
    pub posts: Option<u32>,
    /// Which institution told it; empty = unknown.
    pub source: String,
}

/// What the source of a re-estimated assumption starts with: the review goes on from the prior of before.
pub const REVIEW_SOURCE: &str = "revue de la rentrée";

impl BoardPart {
    pub const ALL: [Self; 6] = [
        Self::Means,
        Self::Experiment,
        Self::Commitment,
        Self::Surprise,
        Self::Step,
        Self::Review,
    ];

    /// Stable text of the store, the command line and the texts (`board-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Means => "means",
            Self::Experiment => "experiment",
            Self::Commitment => "commitment",
            Self::Surprise => "surprise",
            Self::Step => "step",
            Self::Review => "review",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == text)
    }
}

impl BoardItem {
    /// The part of the board it is in.
    pub fn part(&self) -> BoardPart {
        match self {
            Self::Means(_) => BoardPart::Means,
            Self::Experiment(_) => BoardPart::Experiment,
            Self::Commitment(_) => BoardPart::Commitment,
            Self::Surprise(_) => BoardPart::Surprise,
            Self::Step(_) => BoardPart::Step,
            Self::Review(_) => BoardPart::Review,
        }
    }

    /// Its key in the file.
    pub fn id(&self) -> i64 {
        match self {
            Self::Means(one) => one.id,
            Self::Experiment(one) => one.id,
            Self::Commitment(one) => one.id,
            Self::Surprise(one) => one.id,
            Self::Step(one) => one.id,
            Self::Review(one) => one.id,
        }
    }
}

impl Board {
    /// The item of a part with this key.
    pub fn item(&self, part: BoardPart, id: i64) -> Option<BoardItem> {
        let found = |item: &BoardItem| item.id() == id;
        self.items(part).into_iter().find(found)
    }

    /// The items of a part, by key.
    pub fn items(&self, part: BoardPart) -> Vec<BoardItem> {
        match part {
            BoardPart::Means => self.means.iter().cloned().map(BoardItem::Means).collect(),
            BoardPart::Experiment => self.experiments.iter().cloned().map(BoardItem::Experiment).collect(),
            BoardPart::Commitment => self.commitments.iter().cloned().map(BoardItem::Commitment).collect(),
            BoardPart::Surprise => self.surprises.iter().cloned().map(BoardItem::Surprise).collect(),
            BoardPart::Step => self.steps.iter().cloned().map(BoardItem::Step).collect(),
            BoardPart::Review => self.reviews.iter().cloned().map(BoardItem::Review).collect(),
        }
    }

    /// True where nothing was ever put on it.
    pub fn is_empty(&self) -> bool {
        BoardPart::ALL.into_iter().all(|part| self.items(part).is_empty())
    }

    /// The experiment a scenario is, where it is one.
    pub fn experiment(&self, scenario: i64) -> Option<&Experiment> {
        self.experiments.iter().find(|one| one.scenario == scenario)
    }
}

impl Asset {
    /// Which kind it is.
    pub fn kind(&self) -> AssetKind {
        match self {
            Self::Workshop { .. } => AssetKind::Workshop,
            Self::Trainers { .. } => AssetKind::Trainers,
            Self::Heritage { .. } => AssetKind::Heritage,
            Self::TerritoireIndustrie { .. } => AssetKind::TerritoireIndustrie,
            Self::Campus { .. } => AssetKind::Campus,
        }
    }
}

impl AssetKind {
    pub const ALL: [Self; 5] = [
        Self::Workshop,
        Self::Trainers,
        Self::Heritage,
        Self::TerritoireIndustrie,
        Self::Campus,
    ];

    /// Stable text of the store, the command line and the texts (`asset-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Workshop => "workshop",
            Self::Trainers => "trainers",
            Self::Heritage => "heritage",
            Self::TerritoireIndustrie => "territoire-industrie",
            Self::Campus => "campus",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl Pledge {
    /// Which kind it is.
    pub fn kind(&self) -> PledgeKind {
        match self {
            Self::Posts { .. } => PledgeKind::Posts,
            Self::Places { .. } => PledgeKind::Places,
            Self::Money { .. } => PledgeKind::Money,
            Self::Hours { .. } => PledgeKind::Hours,
        }
    }

    /// Posts, places, euros or seats.
    pub fn amount(&self) -> u32 {
        match self {
            Self::Posts { posts, .. } => *posts,
            Self::Places { places, .. } => *places,
            Self::Money { euros, .. } => *euros,
            Self::Hours { seats, .. } => *seats,
        }
    }

    /// The same promise of another number.
    #[must_use]
    pub fn with_amount(mut self, amount: u32) -> Self {
        let own = match &mut self {
            Self::Posts { posts, .. } => posts,
            Self::Places { places, .. } => places,
            Self::Money { euros, .. } => euros,
            Self::Hours { seats, .. } => seats,
        };
        *own = amount;
        self
    }
}

impl PledgeKind {
    pub const ALL: [Self; 4] = [Self::Posts, Self::Places, Self::Money, Self::Hours];

    /// Stable text of the store, the command line and the texts (`pledge-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Posts => "posts",
            Self::Places => "places",
            Self::Money => "money",
            Self::Hours => "hours",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl CommitmentStatus {
    pub const ALL: [Self; 4] = [Self::Expected, Self::Held, Self::Broken, Self::Lifted];

    /// Stable text of the store, the command line and the texts (`commitment-status-<key>`): the word of the trade.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expected => "attendu",
            Self::Held => "tenu",
            Self::Broken => "rompu",
            Self::Lifted => "leve",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

impl PartnerCommitment {
    /// Due before this day, and nobody said what became of it.
    pub fn is_late(&self, today: Day) -> bool {
        self.status == CommitmentStatus::Expected && self.due < today
    }
}

impl NextStep {
    /// Due before this day and not done.
    pub fn is_late(&self, today: Day) -> bool {
        self.done_on.is_none() && self.due < today
    }
}

impl ReviewOutcome {
    /// People at each stage, in order: entrants, final year, leavers, graduates, in the field.
    pub fn stages(&self) -> [Option<u32>; 5] {
        [
            self.entrants,
            self.final_year,
            self.leavers,
            self.graduates,
            self.in_field,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back() {
        for part in BoardPart::ALL {
            assert_eq!(BoardPart::parse(part.as_str()), Some(part));
        }
        for kind in AssetKind::ALL {
            assert_eq!(AssetKind::parse(kind.as_str()), Some(kind));
        }
        for kind in PledgeKind::ALL {
            assert_eq!(PledgeKind::parse(kind.as_str()), Some(kind));
        }
        for status in CommitmentStatus::ALL {
            assert_eq!(CommitmentStatus::parse(status.as_str()), Some(status));
        }
    }

    #[test]
    fn only_what_nobody_answered_is_late() {
        let day = |text| Day::parse(text).unwrap();
        let mut told = PartnerCommitment {
            id: 1,
            who: "Forge inventée".to_owned(),
            pledge: Pledge::Money { euros: 1, year: 2027 },
            made_on: day("2026-01-01"),
            due: day("2026-06-30"),
            condition: String::new(),
            status: CommitmentStatus::Expected,
        };
        assert!(told.is_late(day("2026-07-01")) && !told.is_late(day("2026-06-30")));
        told.status = CommitmentStatus::Held;
        assert!(!told.is_late(day("2026-07-01")));
    }
}
