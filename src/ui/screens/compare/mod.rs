//! Comparison: the gap on screen against another year, another territory or a version.

pub mod data;
pub mod view;
