//! The side detail: what stands behind a line, a supply node or a file.

pub mod board;
pub mod data;
pub mod deed;
mod deed_view;
mod figure;
pub mod flow;
mod flow_view;
mod funnel;
mod indicators;
mod pairs;
pub mod plan;
pub mod seat;
mod seat_view;
pub mod shortage;
pub mod view;
pub mod why;
mod why_view;
