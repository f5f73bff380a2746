//! Assumptions: what the model supposes, editable in place, with range and source.

pub mod data;
pub mod tornado;
pub mod view;
