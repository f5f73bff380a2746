//! Basins: the map and the table of all, and the sheet of one.

pub mod chart;
pub mod data;
mod shapes;
pub mod view;
