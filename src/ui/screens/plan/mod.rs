//! Scenarios: what opens, changes or closes, from which rentrée, and what that does to each year.

pub mod ask;
mod charts;
mod cooperate;
pub mod data;
mod head;
pub mod helps;
mod list;
mod means;
mod optimise;
mod part;
mod proposed;
mod shown;
mod timeline;
pub mod view;
