//! Plans: what a scenario does to the unfilled posts of each year, basin and occupation, against the territory as it is.
//!
//! Each year has its own matching. Its need is the need of the base year moved by the trajectory of the scenario; its supply is that of the base
//! year with the people that actions add or take away once their cohorts leave. Reference and plan are solved on the same nodes, cells and arcs.

pub(super) mod board;
mod board_check;
mod board_words;
mod break_even;
mod candidates;
pub mod cohort;
mod cost;
mod decided;
mod describe;
mod entrants;
mod further;
mod help;
mod help_check;
mod hubs;
mod layout;
mod limits;
mod optimise;
mod outlook;
mod report;
mod request;
mod review;
mod sections;
mod stand;
mod years;

pub use board::{promised, spent_until_review};
pub use board_check::{BoardRefusal, action_of, check_board};
pub use board_words::{board_day, board_effect, board_line, board_standing, learned_line};
pub use break_even::BreakEven;
pub use entrants::EntryPool;
pub use further::Further;
pub use help_check::{HelpRefusal, check_help};
pub use hubs::{Hub, Served, hubs};
pub use optimise::optimise;
pub use outlook::outlook;
pub use report::{ActionEffect, CellEffect, Displacement, HelpEffect, MoveEffect, Outlook, Totals, YearEffect};
pub use request::{First, PlanAim, PlanRequest, Proposal, ProposedAction};
pub use review::{Learned, ReviewCause, Reviewed, learned, review};
pub use sections::{ActionRefusal, KnownSection, check, rentrees, sections};

/// First and last year of a plan, where the base year is not later.
pub const FIRST_YEAR: u16 = 2026;
/// Last year of a plan.
pub const LAST_YEAR: u16 = super::values::HORIZON;
