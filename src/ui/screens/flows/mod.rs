//! Who goes where: between basins on a map and as a table, from sections to needs, from programmes to occupations.

pub mod chart;
pub mod data;
pub mod exchange;
pub mod tables;
pub mod view;
