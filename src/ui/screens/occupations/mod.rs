//! Occupations: the table of all, and the sheet of one.

pub mod data;
pub mod view;
