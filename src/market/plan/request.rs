//! What a plan is asked for: when, with what means, for whom first.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::board::known_for;
use crate::domain::board::Board;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::scenario::PlanAction;
use crate::domain::units::Milli;
use crate::i18n::Message;

/// The means and the wishes of those who decide.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanRequest {
    /// Base year of the need; nothing = the newest survey year.
    pub base: Option<u16>,
    /// Rentrées that may still be decided.
    pub rentrees: RangeInclusive<u16>,
    /// Euros of each year at most, those of the scenario's own actions included.
    pub budget: Option<u64>,
    /// Euros of the envelopes of each year that may pay seats of the voie scolaire; as the budget, and with it the lesser of the two.
    pub envelopes: Option<BTreeMap<u16, u64>>,
    /// Seats opened less seats closed, at most, over the plan. 0 = « à moyens constants ».
    pub seats: Option<i64>,
    /// Sections opened or enlarged, and closed or shrunk, at most.
    pub openings: Option<u32>,
    pub closings: Option<u32>,
    /// Seats an establishment's workshops can take more, at most, where the board of the territory does not tell.
    pub workshop: u32,
    /// Of the seats of the territory, the share that may change at one rentrée, at most (0 to 1).
    pub transformation: Option<f64>,
    /// Of the entrants of a section, the share that new seats may take away, at most (0 to 1).
    pub displacement: f64,
    /// Occupations, basins and cells whose posts come first.
    pub first: First,
    /// No basin of the territory fills fewer posts than without the plan.
    pub no_basin_loses: bool,
    pub aim: PlanAim,
}

/// Posts that weigh more than the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct First {
    pub occupations: BTreeSet<FapCode>,
    pub basins: BTreeSet<BasinCode>,
    /// One occupation of one basin.
    pub cells: BTreeSet<(BasinCode, FapCode)>,
}

impl First {
    /// With what the territory is already known for: the basins of its Territoires d'industrie and campuses, and the occupations of their know-how.
    /// Their posts weigh as those of the occupations and basins that were named: twice another post of the territory.
    #[must_use]
    pub fn with_board(mut self, board: &Board) -> Self {
        let (basins, cells) = known_for(board);
        self.basins.extend(basins.into_iter().cloned());
        self.cells.extend(cells);
        self
    }

    /// Whether the posts of a cell come first.
    pub fn holds(&self, basin: &BasinCode, fap: &FapCode) -> bool {
        let cell = || self.cells.iter().any(|(b, f)| (b, f) == (basin, fap));
        self.occupations.contains(fap) || self.basins.contains(basin) || cell()
    }
}

/// Against which need and supply a plan is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlanAim {
    /// Most posts with central need and supply.
    #[default]
    Central,
    /// Most posts in the mean of the central case and the two ends.
    Mean,
    /// Most posts in the case where fewest are filled.
    WorstCase,
    /// Least regret over the three cases.
    Regret,
}

impl PlanAim {
    pub const ALL: [Self; 4] = [Self::Central, Self::Mean, Self::WorstCase, Self::Regret];

    /// Stable text of the command line and of the texts (`plan-aim-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Central => "central",
            Self::Mean => "mean",
            Self::WorstCase => "worst-case",
            Self::Regret => "regret",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aim| aim.as_str() == text)
    }
}

impl PlanRequest {
    /// Without limit but the usual ones: 48 seats more an establishment, half of the entrants of a section.
    pub fn new(rentrees: RangeInclusive<u16>) -> Self {
        Self {
            base: None,
            rentrees,
            budget: None,
            envelopes: None,
            seats: None,
            openings: None,
            closings: None,
            workshop: 48,
            transformation: None,
            displacement: 0.5,
            first: First::default(),
            no_basin_loses: false,
            aim: PlanAim::Central,
        }
    }

    /// Whether euros are limited.
    pub fn has_budget(&self) -> bool {
        self.budget.is_some() || self.envelopes.is_some()
    }

    /// Euros of a year at most, where they are limited. Envelopes last told are supposed renewed; before the first year told, they limit nothing.
    pub fn budget_of(&self, year: u16) -> Option<u64> {
        let told = self.envelopes.as_ref().and_then(|told| told.range(..=year).next_back());
        let told = told.map(|(_, euros)| *euros);
        self.budget.into_iter().chain(told).min()
    }
}

/// A plan that the engine proposes; people decide.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// What to do besides the actions of the scenario, by rentrée and section; statuses « proposition ».
    pub actions: Vec<ProposedAction>,
    /// Posts filled over all years, by the aim asked: with the scenario alone, with the plan, and no plan fills more than the bound.
    pub without: Milli,
    pub planned: Milli,
    pub bound: Milli,
    /// (bound − planned) / worth of the plan, in millionths.
    pub gap: u64,
    /// True when the gap asked is proved.
    pub is_proved: bool,
    /// Actions looked at, and among how many that could be.
    pub looked_at: usize,
    pub possible: usize,
    /// Limits that stand in the way of more.
    pub binding: Vec<Message>,
}

/// One action of a proposal with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedAction {
    pub action: PlanAction,
    /// What the plan would lose without it, over all years, in weighted posts of the aim.
    pub gain: Milli,
}
