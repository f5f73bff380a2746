//! Training supply: one line a programme × route × basin, with its factors and their provenance.

pub mod data;
pub mod view;
