//! Import: choose or drop files, see what they would change, confirm once.

pub mod data;
pub mod view;
