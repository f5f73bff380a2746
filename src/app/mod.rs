//! Joins the rooms for people: sessions, commands, jobs, settings, log, demonstration. No drawing, no printing.

pub mod command;
pub mod demo;
pub mod error;
pub mod jobs;
pub mod log;
pub mod settings;

pub use error::AppError;
