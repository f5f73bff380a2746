//! Turns stored facts, assumptions and a year into an engine problem, and the solution back into the gap of a territory.

mod apportion;
pub mod causes;
mod chain;
mod coalitions;
mod codes;
mod demand;
mod error;
pub mod expected;
mod explain;
mod explain_supply;
mod frame;
pub mod gap;
mod headcounts;
mod labels;
pub mod live;
mod matching;
mod notes;
pub mod outlets;
mod pools;
mod rates;
mod reconcile;
mod rows;
mod seats;
mod sections;
pub mod shortage;
mod solve;
mod supply;
pub mod values;
mod zones;

pub use coalitions::causes;
pub use error::MarketError;
pub use expected::expected;
pub use explain::{Explanation, Formula, Input, Term, Unit, explain};
pub use shortage::shortages;
pub use solve::{Request, solve};
pub use values::values;
