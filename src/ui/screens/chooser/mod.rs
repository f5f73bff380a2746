//! The territory chooser: demonstration, recent files, a new territory, an existing file.

pub mod data;
pub mod view;
