//! Something being put on the board: what is typed, and which field is wrong.

use std::collections::{BTreeMap, BTreeSet};

use super::read::Read;
use crate::domain::board::{
    Asset, AssetKind, BoardItem, BoardPart, CommitmentStatus, Means, Pledge, PledgeKind, Touched,
};
use crate::domain::day::Day;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId};
use crate::domain::scenario::Site;
use crate::i18n::{Lang, Message};
use crate::market::plan::{BoardRefusal, board_day};
use crate::ui::snapshot::Snapshot;

/// The fields of the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    Kind,
    Name,
    Establishment,
    Basin,
    Site,
    Basins,
    Nsf,
    Occupation,
    Programme,
    Trainers,
    Seats,
    Who,
    Amount,
    From,
    Made,
    Due,
    Condition,
    Status,
    Scenario,
    Loss,
    ReviewOn,
    Date,
    Text,
    Touches,
    Decision,
    What,
    DoneOn,
    Action,
    Rentree,
    Entrants,
    FinalYear,
    Leavers,
    Graduates,
    InField,
    Posts,
    Source,
}

/// A field that is wrong, and why.
pub type Fault = (Slot, Message);

/// What a surprise bears on, before it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touches {
    Territory,
    Cell,
    Programme,
}

/// What is typed in a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub part: BoardPart,
    pub(super) id: i64,
    pub asset: AssetKind,
    pub pledge: PledgeKind,
    pub status: CommitmentStatus,
    pub touches: Touches,
    pub site: Option<Site>,
    pub basins: BTreeSet<BasinCode>,
    pub fap: Option<FapCode>,
    pub programme: Option<ProgrammeId>,
    pub scenario: Option<i64>,
    pub action: Option<i64>,
    pub(super) typed: BTreeMap<Slot, String>,
}

impl Slot {
    /// Stable text of the texts (`ui-board-field-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Establishment => "establishment",
            Self::Basin => "basin",
            Self::Site => "site",
            Self::Basins => "basins",
            Self::Nsf => "nsf",
            Self::Occupation => "occupation",
            Self::Programme => "programme",
            Self::Trainers => "trainers",
            Self::Seats => "seats",
            Self::Who => "who",
            Self::Amount => "amount",
            Self::From => "from",
            Self::Made => "made",
            Self::Due => "due",
            Self::Condition => "condition",
            Self::Status => "status",
            Self::Scenario => "scenario",
            Self::Loss => "loss",
            Self::ReviewOn => "review-on",
            Self::Date => "date",
            Self::Text => "text",
            Self::Touches => "touches",
            Self::Decision => "decision",
            Self::What => "what",
            Self::DoneOn => "done-on",
            Self::Action => "action",
            Self::Rentree => "rentree",
            Self::Entrants => "entrants",
            Self::FinalYear => "final-year",
            Self::Leavers => "leavers",
            Self::Graduates => "graduates",
            Self::InField => "in-field",
            Self::Posts => "posts",
            Self::Source => "source",
        }
    }

    /// The field that a refusal is about.
    pub fn refused(refusal: &BoardRefusal, draft: &Draft) -> Self {
        let slots = draft.slots();
        let named = |field: &str| match field {
            "posts" => Self::Trainers,
            other => slots
                .iter()
                .copied()
                .find(|s| s.as_str() == other)
                .unwrap_or(Self::What),
        };
        let place = [Self::Establishment, Self::Basin, Self::Site, Self::Basins];
        match refusal {
            BoardRefusal::Empty { field } | BoardRefusal::Nothing { field } => named(field),
            BoardRefusal::Stage { stage, .. } => named(stage),
            BoardRefusal::NoSite { .. } => place.into_iter().find(|s| slots.contains(s)).unwrap_or(Self::Site),
            BoardRefusal::NoOccupation { .. } => Self::Occupation,
            BoardRefusal::NoProgramme { .. } => Self::Programme,
            BoardRefusal::NoScenario { .. } | BoardRefusal::ExperimentAlready { .. } => Self::Scenario,
            BoardRefusal::NoAction { .. } | BoardRefusal::NoCohort { .. } => Self::Action,
            BoardRefusal::Rentree { .. } | BoardRefusal::ReviewedAlready { .. } => Self::Rentree,
            BoardRefusal::DueBefore => Self::Due,
        }
    }
}

impl Draft {
    fn blank(part: BoardPart) -> Self {
        Self {
            part,
            id: 0,
            asset: AssetKind::Workshop,
            pledge: PledgeKind::Posts,
            status: CommitmentStatus::default(),
            touches: Touches::Territory,
            site: None,
            basins: BTreeSet::new(),
            fap: None,
            programme: None,
            scenario: None,
            action: None,
            typed: BTreeMap::new(),
        }
    }

    /// Something new: dated today, on the first scenario or action that may have it.
    pub fn new(part: BoardPart, today: Day, snapshot: &Snapshot, lang: Lang) -> Self {
        let mut draft = Self::blank(part);
        let day = board_day(today).text(lang);
        draft.say(Slot::Made, day.clone());
        draft.say(Slot::Date, day);
        let facts = &snapshot.facts;
        let free = facts.scenarios.iter().find(|s| facts.board.experiment(s.id).is_none());
        draft.scenario = free.map(|s| s.id);
        let mut actions = facts.scenarios.iter().flat_map(|s| &s.actions);
        if let Some(action) = actions.find(|a| a.kind.sign() > 0) {
            draft.action = Some(action.id);
            draft.say(Slot::Rentree, action.rentree.to_string());
        }
        draft
    }

    /// Something as it is written.
    pub fn of(item: &BoardItem, lang: Lang) -> Self {
        let mut draft = Self::blank(item.part());
        draft.id = item.id();
        let day = |day: Day| board_day(day).text(lang);
        match item {
            BoardItem::Means(means) => draft.read_means(means),
            BoardItem::Commitment(told) => {
                draft.read_pledge(&told.pledge);
                draft.say(Slot::Who, told.who.clone());
                draft.say(Slot::Made, day(told.made_on));
                draft.say(Slot::Due, day(told.due));
                draft.say(Slot::Condition, told.condition.clone());
                draft.status = told.status;
            }
            BoardItem::Experiment(one) => {
                draft.scenario = Some(one.scenario);
                draft.say(Slot::Loss, one.affordable_loss.to_string());
                draft.say(Slot::ReviewOn, day(one.review_on));
            }
            BoardItem::Surprise(one) => {
                draft.say(Slot::Date, day(one.noted_on));
                draft.say(Slot::Text, one.text.clone());
                draft.say(Slot::Decision, one.decision.clone());
                match &one.touches {
                    Touched::Territory => {}
                    Touched::Cell { basin, fap } => {
                        draft.touches = Touches::Cell;
                        draft.site = Some(Site::Basin(basin.clone()));
                        draft.fap = Some(fap.clone());
                    }
                    Touched::Programme(programme) => {
                        draft.touches = Touches::Programme;
                        draft.programme = Some(programme.clone());
                    }
                }
            }
            BoardItem::Step(step) => {
                draft.say(Slot::What, step.what.clone());
                draft.say(Slot::Who, step.who.clone());
                draft.say(Slot::Due, day(step.due));
                draft.say(Slot::DoneOn, step.done_on.map(day).unwrap_or_default());
            }
            BoardItem::Review(one) => {
                draft.action = Some(one.action);
                draft.say(Slot::Rentree, one.rentree.to_string());
                let stages = one.stages().into_iter().chain([one.posts]);
                for (slot, people) in STAGES.into_iter().zip(stages) {
                    draft.say(slot, people.map(|n| n.to_string()).unwrap_or_default());
                }
                draft.say(Slot::Source, one.source.clone());
            }
        }
        draft
    }

    fn read_means(&mut self, means: &Means) {
        self.asset = means.asset.kind();
        self.say(Slot::Name, means.name.clone());
        match &means.asset {
            Asset::Workshop { uai, nsf, seats } => {
                self.site = Some(Site::Establishment(uai.clone()));
                self.say(Slot::Nsf, nsf.to_string());
                self.say(Slot::Seats, seats.to_string());
            }
            Asset::Trainers {
                site,
                posts,
                seats_each,
            } => {
                self.site = Some(site.clone());
                self.say(Slot::Trainers, posts.to_string());
                self.say(Slot::Seats, seats_each.to_string());
            }
            Asset::Heritage { basin, fap } => {
                self.site = Some(Site::Basin(basin.clone()));
                self.fap = Some(fap.clone());
            }
            Asset::TerritoireIndustrie { basins } | Asset::Campus { basins } => self.basins.clone_from(basins),
        }
    }

    fn read_pledge(&mut self, pledge: &Pledge) {
        self.pledge = pledge.kind();
        self.say(Slot::Amount, pledge.amount().to_string());
        match pledge {
            Pledge::Posts { fap, basin, from, .. } => {
                self.fap = Some(fap.clone());
                self.site = Some(Site::Basin(basin.clone()));
                self.say(Slot::From, from.to_string());
            }
            Pledge::Places {
                programme, site, from, ..
            } => {
                self.programme = Some(programme.clone());
                self.site = Some(site.clone());
                self.say(Slot::From, from.to_string());
            }
            Pledge::Money { year, .. } => self.say(Slot::From, year.to_string()),
            Pledge::Hours { uai, .. } => self.site = Some(Site::Establishment(uai.clone())),
        }
    }

    /// The fields of its part and kind, in order.
    pub fn slots(&self) -> Vec<Slot> {
        use Slot as S;
        match self.part {
            BoardPart::Means => {
                let own: &[Slot] = match self.asset {
                    AssetKind::Workshop => &[S::Establishment, S::Nsf, S::Seats],
                    AssetKind::Trainers => &[S::Site, S::Trainers, S::Seats],
                    AssetKind::Heritage => &[S::Basin, S::Occupation],
                    AssetKind::TerritoireIndustrie | AssetKind::Campus => &[S::Basins],
                };
                [&[S::Kind], own, &[S::Name]].concat()
            }
            BoardPart::Commitment => {
                let own: &[Slot] = match self.pledge {
                    PledgeKind::Posts => &[S::Amount, S::Occupation, S::Basin, S::From],
                    PledgeKind::Places => &[S::Amount, S::Programme, S::Site, S::From],
                    PledgeKind::Money => &[S::Amount, S::From],
                    PledgeKind::Hours => &[S::Amount, S::Establishment],
                };
                [&[S::Who, S::Kind], own, &[S::Made, S::Due, S::Condition, S::Status]].concat()
            }
            BoardPart::Experiment => vec![S::Scenario, S::Loss, S::ReviewOn],
            BoardPart::Surprise => {
                let own: &[Slot] = match self.touches {
                    Touches::Territory => &[],
                    Touches::Cell => &[S::Basin, S::Occupation],
                    Touches::Programme => &[S::Programme],
                };
                [&[S::Date, S::Text, S::Touches], own, &[S::Decision]].concat()
            }
            BoardPart::Step => vec![S::What, S::Who, S::Due, S::DoneOn],
            BoardPart::Review => [&[S::Action, S::Rentree], &STAGES[..], &[S::Source]].concat(),
        }
    }

    /// What is typed in a field.
    pub fn typed(&mut self, slot: Slot) -> &mut String {
        self.typed.entry(slot).or_default()
    }

    fn say(&mut self, slot: Slot, words: String) {
        if !words.is_empty() {
            self.typed.insert(slot, words);
        }
    }

    /// The item that is told.
    ///
    /// # Errors
    /// Every field that is empty where it may not be, no number or no day.
    pub fn item(&self) -> Result<BoardItem, Vec<Fault>> {
        Read::item(self)
    }
}

/// Stages of a review, then the posts open to its people.
pub(super) const STAGES: [Slot; 6] = [
    Slot::Entrants,
    Slot::FinalYear,
    Slot::Leavers,
    Slot::Graduates,
    Slot::InField,
    Slot::Posts,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::board::{NextStep, PartnerCommitment, ReviewOutcome};

    #[test]
    fn what_is_written_is_read_back() {
        let day = |text| Day::parse(text).unwrap();
        let items = [
            BoardItem::Means(Means {
                id: 4,
                asset: Asset::Workshop {
                    uai: "0590001F".parse().unwrap(),
                    nsf: "251".parse().unwrap(),
                    seats: 12,
                },
                name: "Fraiseuses".to_owned(),
            }),
            BoardItem::Commitment(PartnerCommitment {
                id: 2,
                who: "Région".to_owned(),
                pledge: Pledge::Money {
                    euros: 50_000,
                    year: 2027,
                },
                made_on: day("2026-01-10"),
                due: day("2026-12-31"),
                condition: "vote".to_owned(),
                status: CommitmentStatus::Held,
            }),
            BoardItem::Step(NextStep {
                id: 1,
                what: "Visite".to_owned(),
                who: String::new(),
                due: day("2026-12-31"),
                done_on: None,
            }),
            BoardItem::Review(ReviewOutcome {
                id: 9,
                action: 3,
                rentree: 2027,
                entrants: Some(20),
                final_year: Some(0),
                leavers: None,
                graduates: None,
                in_field: None,
                posts: Some(7),
                source: String::new(),
            }),
        ];
        for item in items {
            for lang in Lang::ALL {
                assert_eq!(Draft::of(&item, lang).item().as_ref(), Ok(&item));
            }
        }
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let mut draft = Draft::blank(BoardPart::Commitment);
        draft.say(Slot::Due, "demain".to_owned());
        draft.say(Slot::Amount, "beaucoup".to_owned());
        let faults: Vec<Slot> = draft.item().unwrap_err().into_iter().map(|(slot, _)| slot).collect();
        assert_eq!(
            faults,
            [
                Slot::Amount,
                Slot::Occupation,
                Slot::Basin,
                Slot::From,
                Slot::Made,
                Slot::Due
            ]
        );
    }
}
