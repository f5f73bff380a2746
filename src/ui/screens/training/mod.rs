//! Training supply: one line a programme × route × basin with its factors, and what a seat of each section is worth.

pub mod data;
pub mod indicators;
pub mod quadrant;
pub mod seats;
pub mod view;
