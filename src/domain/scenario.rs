//! Scenarios: branches of the territory where sections open, change or close, rentrée by rentrée. The facts stay as they are.

use super::id::{BasinCode, ProgrammeId, Uai};
use super::programme::Route;

/// A set of actions to compare with the territory as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    /// Unique in the file.
    pub name: String,
    /// How the need moves after the base year.
    pub trajectory: Trajectory,
    /// Empty = none.
    pub note: String,
    /// True of the one whose actions are decided: every other scenario is compared with the territory they make. One at most in a file.
    pub is_decided: bool,
    /// By rentrée, then by key.
    pub actions: Vec<PlanAction>,
    /// By first year, then by key.
    pub helps: Vec<MobilityHelp>,
}

/// What becomes of industrial employment, for the need of years to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Trajectory {
    /// The need of the base year, every year.
    #[default]
    Stable,
    /// +170,000 industrial jobs by 2030, +300,000 by 2035 (domain.md §1).
    Cautious,
    /// Industry at 12 % of GDP in 2035: 50,000 to 67,000 more jobs a year (domain.md §1).
    Ambitious,
}

/// One decision on a section, from a rentrée on.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanAction {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    pub kind: ActionKind,
    pub section: SectionKey,
    /// Seats it moves, without sign: the kind tells which way. 0 for a coloration.
    pub seats: u32,
    /// Where a transfer moves them; nothing for the other kinds.
    pub towards: Option<Site>,
    /// Basins that share the seats with the site, equally. Empty = the site alone.
    pub shared: Vec<BasinCode>,
    /// Calendar year of the first rentrée it bears on.
    pub rentree: u16,
    pub status: ActionStatus,
    /// Actions of one number are decided together: a closing that pays for an opening. Nothing where the action is « nette ».
    pub compensation: Option<u32>,
    /// Euros spent once, at the rentrée: equipment, works.
    pub fixed_cost: u32,
    /// Euros of a seat and year of study; nothing = the assumption of the territory.
    pub seat_cost: Option<u32>,
    /// Who asked; an institution, never a person. Empty = unknown.
    pub asked_by: String,
    /// Opinions and reasons. Empty = none.
    pub note: String,
}

/// A programme by a route at a site.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionKey {
    pub site: Site,
    pub programme: ProgrammeId,
    pub route: Route,
}

/// Where a section is, or would be.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Site {
    /// A school, CFA or IUT.
    Establishment(Uai),
    /// Somewhere in a basin: no establishment is named yet.
    Basin(BasinCode),
}

/// Help for those trained in a basin, who have no post within their radius, to take one farther away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MobilityHelp {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    pub kind: HelpKind,
    /// Where they are trained.
    pub basin: BasinCode,
    /// Helped each year, at most.
    pub people: u32,
    /// Great-circle km added to the radius of their level.
    pub km: u32,
    /// Euros of a person and year; nothing = unknown.
    pub person_cost: Option<u32>,
    /// Euros spent once, in the first year.
    pub fixed_cost: u32,
    /// First year.
    pub from: u16,
    /// Last year; nothing = it goes on.
    pub until: Option<u16>,
    pub status: ActionStatus,
    /// Empty = none.
    pub note: String,
}

/// How people are helped to go farther.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum HelpKind {
    /// A shuttle, a season ticket, a car lent.
    #[default]
    Transport,
    /// A room near the post.
    Lodging,
}

/// Kinds of request, in the words of those who decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActionKind {
    Ouverture,
    Augmentation,
    Diminution,
    Fermeture,
    /// The same seats elsewhere.
    Transfert,
    /// Other contents within the same seats: no person more or less.
    Coloration,
    /// Seats brought to those who are really taught: more, without new means.
    Ajustement,
}

/// Where a request stands, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ActionStatus {
    #[default]
    Draft,
    Proposal,
    Complete,
    Request,
    ReadyToVote,
    Approved,
    /// Kept for the record; it changes no figure.
    Refused,
}

impl Trajectory {
    pub const ALL: [Self; 3] = [Self::Stable, Self::Cautious, Self::Ambitious];

    /// Stable text of the store, the command line and the texts (`trajectory-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Cautious => "cautious",
            Self::Ambitious => "ambitious",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.as_str() == text)
    }
}

impl HelpKind {
    pub const ALL: [Self; 2] = [Self::Transport, Self::Lodging];

    /// Stable text of the store, the command line and the texts (`help-kind-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Transport => "transport",
            Self::Lodging => "lodging",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl MobilityHelp {
    /// Whether it is given in a year.
    pub fn is_given(&self, year: u16) -> bool {
        self.status != ActionStatus::Refused && self.from <= year && self.until.is_none_or(|until| year <= until)
    }

    /// Euros of a year, where what a person costs is known: everyone it may help is paid for.
    pub fn spent(&self, year: u16) -> Option<u64> {
        let each = u64::from(self.person_cost?);
        if !self.is_given(year) {
            return Some(0);
        }
        let once = if year == self.from { self.fixed_cost } else { 0 };
        Some(each * u64::from(self.people) + u64::from(once))
    }
}

impl ActionKind {
    pub const ALL: [Self; 7] = [
        Self::Ouverture,
        Self::Augmentation,
        Self::Diminution,
        Self::Fermeture,
        Self::Transfert,
        Self::Coloration,
        Self::Ajustement,
    ];

    /// Stable text of the store, the command line and the texts (`action-<key>`): the word of the trade, without accents.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ouverture => "ouverture",
            Self::Augmentation => "augmentation",
            Self::Diminution => "diminution",
            Self::Fermeture => "fermeture",
            Self::Transfert => "transfert",
            Self::Coloration => "coloration",
            Self::Ajustement => "ajustement",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == text)
    }

    /// Which way seats move at the section itself: 1 more, −1 fewer, 0 none. A transfer takes them from there.
    pub fn sign(self) -> i32 {
        match self {
            Self::Ouverture | Self::Augmentation | Self::Ajustement => 1,
            Self::Diminution | Self::Fermeture | Self::Transfert => -1,
            Self::Coloration => 0,
        }
    }

    /// True where the section must be there already.
    pub fn needs_section(self) -> bool {
        self != Self::Ouverture
    }
}

impl ActionStatus {
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Proposal,
        Self::Complete,
        Self::Request,
        Self::ReadyToVote,
        Self::Approved,
        Self::Refused,
    ];

    /// Stable text of the store, the command line and the texts (`action-status-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposal => "proposal",
            Self::Complete => "complete",
            Self::Request => "request",
            Self::ReadyToVote => "ready-to-vote",
            Self::Approved => "approved",
            Self::Refused => "refused",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == text)
    }
}

impl Scenario {
    /// One without anything yet, not written.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: 0,
            name: name.into(),
            trajectory: Trajectory::default(),
            note: String::new(),
            is_decided: false,
            actions: Vec::new(),
            helps: Vec::new(),
        }
    }
}

impl PlanAction {
    /// A draft « nette », at its own place, with nothing said of its cost, not written.
    pub fn new(kind: ActionKind, section: SectionKey, seats: u32, rentree: u16) -> Self {
        Self {
            id: 0,
            kind,
            section,
            seats,
            towards: None,
            shared: Vec::new(),
            rentree,
            status: ActionStatus::default(),
            compensation: None,
            fixed_cost: 0,
            seat_cost: None,
            asked_by: String::new(),
            note: String::new(),
        }
    }

    /// Seats more (or fewer) at each place it bears on: one line, two for a transfer, none where no seat moves or it was refused.
    pub fn moves(&self) -> Vec<(SectionKey, i32)> {
        let seats = i32::try_from(self.seats).unwrap_or(i32::MAX);
        let here = self.kind.sign() * seats;
        if here == 0 || self.status == ActionStatus::Refused {
            return Vec::new();
        }
        let there = self.towards.as_ref().map(|site| {
            let section = SectionKey {
                site: site.clone(),
                ..self.section.clone()
            };
            (section, -here)
        });
        std::iter::once((self.section.clone(), here)).chain(there).collect()
    }
}

impl Site {
    /// The establishment, where one is named.
    pub fn uai(&self) -> Option<&Uai> {
        match self {
            Self::Establishment(uai) => Some(uai),
            Self::Basin(_) => None,
        }
    }

    /// The basin, where only that is known.
    pub fn basin(&self) -> Option<&BasinCode> {
        match self {
            Self::Establishment(_) => None,
            Self::Basin(basin) => Some(basin),
        }
    }

    /// From the two columns of a file: an establishment, else a basin.
    pub fn of(uai: Option<Uai>, basin: Option<BasinCode>) -> Option<Self> {
        uai.map(Self::Establishment).or_else(|| basin.map(Self::Basin))
    }

    /// Its code, whichever it is.
    pub fn code(&self) -> &str {
        match self {
            Self::Establishment(uai) => uai.as_str(),
            Self::Basin(basin) => basin.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(kind: ActionKind) -> PlanAction {
        PlanAction {
            id: 1,
            kind,
            section: SectionKey {
                site: Site::Basin("3201".parse().unwrap()),
                programme: "40025216".parse().unwrap(),
                route: Route::School,
            },
            seats: 12,
            towards: None,
            shared: Vec::new(),
            rentree: 2027,
            status: ActionStatus::Draft,
            compensation: None,
            fixed_cost: 0,
            seat_cost: None,
            asked_by: String::new(),
            note: String::new(),
        }
    }

    #[test]
    fn words_are_read_back() {
        for kind in ActionKind::ALL {
            assert_eq!(ActionKind::parse(kind.as_str()), Some(kind));
        }
        for status in ActionStatus::ALL {
            assert_eq!(ActionStatus::parse(status.as_str()), Some(status));
        }
        for trajectory in Trajectory::ALL {
            assert_eq!(Trajectory::parse(trajectory.as_str()), Some(trajectory));
        }
    }

    #[test]
    fn a_help_is_paid_in_the_years_it_is_given() {
        let help = MobilityHelp {
            id: 1,
            kind: HelpKind::Transport,
            basin: "3201".parse().unwrap(),
            people: 10,
            km: 30,
            person_cost: Some(600),
            fixed_cost: 5_000,
            from: 2027,
            until: Some(2029),
            status: ActionStatus::Draft,
            note: String::new(),
        };
        let euros = |help: &MobilityHelp| [2026, 2027, 2029, 2030].map(|year| help.spent(year));
        assert_eq!(euros(&help), [Some(0), Some(11_000), Some(6_000), Some(0)]);
        let refused = MobilityHelp {
            status: ActionStatus::Refused,
            ..help.clone()
        };
        assert_eq!(euros(&refused), [Some(0); 4]);
        let unknown = MobilityHelp {
            person_cost: None,
            ..help
        };
        assert_eq!(unknown.spent(2028), None);
        for kind in HelpKind::ALL {
            assert_eq!(HelpKind::parse(kind.as_str()), Some(kind));
        }
    }

    #[test]
    fn a_transfer_moves_seats_without_making_any() {
        let mut transfer = action(ActionKind::Transfert);
        transfer.towards = Some(Site::Basin("3202".parse().unwrap()));
        let moves = transfer.moves();
        assert_eq!(moves.iter().map(|(_, seats)| seats).sum::<i32>(), 0);
        assert_eq!((moves[0].1, moves[1].1), (-12, 12));
        assert_ne!(moves[0].0.site, moves[1].0.site);
    }

    #[test]
    fn only_seats_of_requests_still_alive_count() {
        assert_eq!(action(ActionKind::Ouverture).moves()[0].1, 12);
        assert_eq!(action(ActionKind::Fermeture).moves()[0].1, -12);
        assert!(action(ActionKind::Coloration).moves().is_empty());
        let refused = PlanAction {
            status: ActionStatus::Refused,
            ..action(ActionKind::Ouverture)
        };
        assert!(refused.moves().is_empty());
    }
}
