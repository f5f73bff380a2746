//! The sheet of one programme: its leavers, its sections and what their seats are worth, its outlets, who goes where.

pub mod data;
pub mod view;
