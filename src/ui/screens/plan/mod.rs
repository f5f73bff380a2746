//! Scenarios: what opens, changes or closes, from which rentrée, and what that does to each year.

mod charts;
pub mod data;
mod head;
mod list;
mod shown;
mod timeline;
pub mod view;
