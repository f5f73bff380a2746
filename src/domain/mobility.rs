//! Observed moves: where people trained, for what, and the post they took, if any.

use super::id::{BasinCode, Cfd, FapCode, RncpCode};
use super::units::Estimate;

/// People who made the same move (*déplacement observé*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Where they trained.
    pub basin: BasinCode,
    pub training: Training,
    /// Nothing for people available to the field who found no post in it.
    pub post: Option<Post>,
    /// A secret count is 1 to 4 people, 2.5 at the centre, as a star of the survey.
    pub people: Estimate,
}

/// What people trained for, as far as a file tells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Training {
    Diploma(Cfd),
    Fiche(RncpCode),
    /// Any programme of a diploma level, 3 CAP … 6 BUT.
    Level(u8),
}

/// The post taken: basin of work and occupation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Post {
    pub basin: BasinCode,
    pub fap: FapCode,
}
