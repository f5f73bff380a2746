//! The sheet of one basin or of one occupation: figures, gaps, programmes, flows.

pub mod data;
pub mod view;
