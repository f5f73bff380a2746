//! Programmes and occupations: the outlets the matching uses, line by line, under review.

pub mod data;
pub mod official;
pub mod view;
