//! Turns stored facts, assumptions and a year into an engine problem, and the solution back into the gap of a territory.

pub mod gap;
pub mod outlets;
