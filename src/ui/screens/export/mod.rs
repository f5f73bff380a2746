//! Export: the report as PDF, the figures as XLSX and CSV, a copy of the file.

pub mod data;
pub mod view;
