//! Sources and quality: the files behind the figures, and whether every row is accounted for.

pub mod data;
pub mod view;
