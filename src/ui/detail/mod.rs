//! The side detail: opens any figure down to the rows of its source files.

pub mod data;
pub mod view;
