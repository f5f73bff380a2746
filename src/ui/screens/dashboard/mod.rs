//! Dashboard: where people are missing, and why.

pub mod data;
pub mod view;
