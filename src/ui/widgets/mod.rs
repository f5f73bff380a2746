//! Pieces every screen is built from.

pub mod bars;
pub mod causes;
pub mod chart;
pub mod exchange;
pub mod keyboard;
pub mod lists;
pub mod map;
pub mod matrix;
pub mod parts;
pub mod segments;
pub mod slider;
pub mod table;
pub mod text;
