//! Dashboard: where people are missing, and why.

pub mod changes;
pub mod charts;
pub mod data;
pub mod view;
