//! Relève: planner of skills gaps for French industrial employment basins.
//!
//! The rooms and what may touch what: see `ARCHITECTURE.md`; `tests/it/tidy.rs` holds the direction.

pub mod app;
pub mod cli;
pub mod domain;
pub mod engine;
pub mod i18n;
pub mod import;
pub mod market;
pub mod report;
pub mod store;
#[cfg(feature = "gui")]
pub mod ui;
