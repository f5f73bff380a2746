//! What things are: territories, programmes, occupations, needs, supply, and their units. No file, no screen, no clock.

pub mod assumption;
pub mod batch;
pub mod board;
pub mod cause;
pub mod contour;
pub mod day;
pub mod demand;
pub mod facts;
pub mod funding;
pub mod id;
pub mod mefstat;
pub mod mobility;
pub mod occupation;
pub mod programme;
pub mod progress;
pub mod review;
pub mod scenario;
pub mod secrecy;
pub mod skill;
pub mod source;
pub mod supply;
pub mod territory;
pub mod units;
