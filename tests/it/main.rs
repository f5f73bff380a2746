//! The integration tests: one binary, one module a subject.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests stop at the first surprise"
)]

mod app;
mod assumption_tables;
mod bad_inputs;
mod boards;
mod calibration;
mod catalogue;
mod cli;
mod crash;
mod dice;
mod engine;
mod engine_limits;
mod expected;
mod fills;
mod find;
mod fixtures;
mod hostile;
mod i18n;
mod impatient;
mod imports_contours;
mod imports_demand;
mod imports_moves;
mod imports_supply;
mod market;
mod migrations;
mod report;
mod reviews;
#[cfg(feature = "gui")]
mod screens;
mod store;
mod tidy;
mod trials;
