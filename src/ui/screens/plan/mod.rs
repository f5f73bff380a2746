//! Scenarios: what opens, changes or closes, from which rentrée, and what that does to each year.

pub mod ask;
mod charts;
pub mod data;
mod head;
mod list;
mod means;
mod optimise;
mod part;
mod proposed;
mod shown;
mod timeline;
pub mod view;
