//! Gaps cell by cell: one line a basin × occupation.

pub mod data;
pub mod matrix;
pub mod view;
