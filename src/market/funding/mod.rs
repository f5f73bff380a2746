//! Money: what a seat costs at a date, which programmes fill most posts for it, what an envelope buys, where it fills nothing, what a scenario leaves to pay.

mod buys;
mod cost;
mod rank;
mod refusal;
mod scenario;
mod waste;

pub use buys::{BoughtLot, Purchase, PurchaseRequest, Stop, buys};
pub use cost::{CostSource, SeatCost, aid_of, seat_cost};
pub use rank::{RankLine, Ranking, rank};
pub use refusal::{FundingRefusal, check_aid, check_envelope, check_line, check_npec};
pub use scenario::{EnvelopeUse, FundedYear, ScenarioFunding, scenario_funding};
pub use waste::{Waste, WastedSection, wasted};
