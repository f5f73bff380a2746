//! The guided tour of the demonstration: ten steps, each pointing at a control.

pub mod data;
pub mod view;
