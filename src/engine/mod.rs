//! The matching engine: pure computation on dense indices. Knows no code, no name, no file, no clock.

pub mod problem;
