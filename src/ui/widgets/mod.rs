//! Pieces every screen is built from.

pub mod bars;
pub mod parts;
pub mod table;
pub mod text;
