//! The detail of the board: one of its items, to make, change or take away.

mod draft;
mod form;
mod read;
pub mod view;
