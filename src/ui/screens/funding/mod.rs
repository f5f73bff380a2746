//! Money: envelopes, aid and contract costs, ranks, purchases, surpluses, and what scenarios leave to pay.

mod buys;
pub mod data;
pub mod forms;
mod part;
mod scenario;
pub mod view;
