//! What a scenario does, year by year: figures only, in the order they are shown.

use std::collections::BTreeMap;

use super::break_even::BreakEven;
use super::cohort::Cohort;
use super::entrants::EntryPool;
use super::further::Further;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, Uai};
use crate::domain::programme::{Diploma, Route};
use crate::domain::scenario::{MobilityHelp, PlanAction, Scenario, SectionKey};
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::Message;
use crate::market::values::Receiver;

/// A scenario beside the territory as it is, on the facts of one revision.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// Year of the need and supply that the years start from.
    pub base_year: u16,
    pub revision: i64,
    pub scenario: Scenario,
    /// Name of the decided scenario whose actions the territory has without this one too; nothing where none is decided.
    pub decided: Option<String>,
    /// From the first year of the plan to the last.
    pub years: Vec<YearEffect>,
    /// One for each action of the scenario, in its order.
    pub actions: Vec<ActionEffect>,
    /// One for each mobility help of the scenario, in its order.
    pub helps: Vec<HelpEffect>,
    /// When it has paid for itself.
    pub break_even: BreakEven,
    /// What a careful reader must be told.
    pub notes: Vec<Message>,
}

/// One year, as it would be and with the scenario. Posts and people are thousandths, a year.
#[derive(Debug, Clone)]
pub struct YearEffect {
    pub year: u16,
    /// By what the surveyed need of the base year is multiplied.
    pub growth: Range<f64>,
    /// The reported territory without any action, and with them all.
    pub reference: Totals,
    pub planned: Totals,
    /// Posts filled more in the territory. Low and high are the least and greatest of the five solves.
    pub filled: Estimate,
    /// The same in the neighbouring basins solved along.
    pub neighbours: Estimate,
    /// People in the field more, home and neighbours: those the actions bring less those their sections take from others.
    pub people: Estimate,
    /// Euros spent in the year, where every action has a cost.
    pub spent: Option<Range<f64>>,
    /// Cells of the territory, central, by basin and occupation.
    pub cells: Vec<CellEffect>,
}

/// The reported territory in a year (ruling 9.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    pub need: Estimate,
    pub filled: Estimate,
    pub unfilled: Estimate,
}

/// One basin × occupation in a year, central.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellEffect {
    pub basin: BasinCode,
    pub fap: FapCode,
    pub need: Milli,
    /// Unfilled without any action, and with them all.
    pub reference: Milli,
    pub planned: Milli,
}

/// What one action does among the others.
#[derive(Debug, Clone)]
pub struct ActionEffect {
    pub action: PlanAction,
    /// The seats it moves; none where it moves none, or names what the territory does not know.
    pub moves: Vec<MoveEffect>,
    /// Posts filled in the territory with all actions, less those without this one, by year.
    pub filled: Vec<Estimate>,
    /// The same without all the actions decided together with it; nothing for an action « nette ».
    pub filled_together: Option<Vec<Estimate>>,
    /// Cells it fills more, or less, in the last year, central, the largest change first.
    pub receivers: Vec<Receiver>,
    /// Of the people it brings, or takes away, in the last year, those without a post.
    pub unplaced: Estimate,
    /// Euros spent by year; nothing where no cost is known.
    pub spent: Option<Vec<Range<f64>>>,
    /// Euros over all years, per post filled over all years; without upper end where the low sum is nothing. Nothing without cost, or where no post
    /// is filled.
    pub euros_per_post: Option<Range<f64>>,
}

/// What one mobility help does among the actions and the other helps.
#[derive(Debug, Clone)]
pub struct HelpEffect {
    pub help: MobilityHelp,
    /// People without a post within their radius whom it sends farther, by year.
    pub sent: Vec<Estimate>,
    /// Posts filled in the territory with everything, less those without this help, by year.
    pub filled: Vec<Estimate>,
    /// Cells it fills more, or less, in the last year, central, the largest change first.
    pub receivers: Vec<Receiver>,
    /// Euros spent by year; nothing where what a person costs is unknown.
    pub spent: Option<Vec<Range<f64>>>,
    /// As [`ActionEffect::euros_per_post`].
    pub euros_per_post: Option<Range<f64>>,
}

/// Seats more, or fewer, at one place.
#[derive(Debug, Clone)]
pub struct MoveEffect {
    pub section: SectionKey,
    pub establishment: Option<String>,
    pub programme_label: String,
    pub diploma: Diploma,
    pub seats: i32,
    /// Where its people are.
    pub basins: Vec<BasinCode>,
    /// Whom it draws on.
    pub pool: EntryPool,
    pub rentree: u16,
    /// June of its first leavers.
    pub first_leavers: u16,
    /// A cohort of each rentrée: low, central, high.
    pub cohorts: [Cohort; 3],
    /// Those of its first cohort who go on, level by level: none is added to the seats there.
    pub further: Vec<Further>,
    /// Entrants a year that other sections lose (or receive, below zero), largest first, central.
    pub displaced: Vec<Displacement>,
    /// Entrants a year that no section in reach had, against what the seats would take, central.
    pub missing: Milli,
    /// Why it may not bring what is said.
    pub doubts: Vec<Message>,
}

/// Entrants that a section gives up to new seats, or takes over from closed ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Displacement {
    pub uai: Option<Uai>,
    pub establishment: Option<String>,
    pub programme: ProgrammeId,
    pub programme_label: String,
    pub route: Route,
    /// A year; below zero where it receives them.
    pub entrants: Milli,
    /// June from which it has fewer (or more) leavers.
    pub first_leavers: u16,
}

impl Outlook {
    /// Posts filled more over all years, and euros spent where every action has a cost.
    pub fn whole(&self) -> (Estimate, Option<Range<f64>>) {
        let filled = self.years.iter().map(|year| year.filled).sum();
        let spent = self
            .years
            .iter()
            .map(|year| year.spent)
            .try_fold(Range::exact(0.0), |sum, spent| spent.map(|spent| sum + spent));
        (filled, spent)
    }

    /// Unfilled posts of each basin in a year, central: without any action, and with them all.
    pub fn by_basin(&self, year: u16) -> BTreeMap<&BasinCode, (Milli, Milli)> {
        self.sum(year, |cell| &cell.basin)
    }

    /// The same by occupation.
    pub fn by_occupation(&self, year: u16) -> BTreeMap<&FapCode, (Milli, Milli)> {
        self.sum(year, |cell| &cell.fap)
    }

    fn sum<'a, K: Ord>(&'a self, year: u16, key: impl Fn(&'a CellEffect) -> K) -> BTreeMap<K, (Milli, Milli)> {
        let mut sums: BTreeMap<K, (Milli, Milli)> = BTreeMap::new();
        for cell in self.years.iter().filter(|y| y.year == year).flat_map(|y| &y.cells) {
            let sum = sums.entry(key(cell)).or_default();
            sum.0 += cell.reference;
            sum.1 += cell.planned;
        }
        sums
    }
}
