//! The board on the desk: the deeds that write it, and what the last came to.

use super::{Desk, Done, Kind};
use crate::app::{AppError, Session};
use crate::domain::board::{BoardItem, BoardPart};
use crate::market::plan::BoardRefusal;

/// What the last deed on the board came to.
#[derive(Debug, Default)]
pub struct Boards {
    pub outcome: Option<Outcome>,
    /// How many deeds came to something since the file was opened.
    deeds: u64,
}

/// How a deed ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Its number since the file was opened, from 1.
    pub number: u64,
    pub told: Result<Written, BoardRefusal>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Item(BoardPart, i64),
    /// Something was taken away.
    Less,
    /// Assumptions, from the reviews.
    Assumptions,
}

/// A deed on the board that a screen asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum BoardDeed {
    /// Something new (key 0), or known and changed.
    Put(BoardItem),
    Remove(BoardPart, i64),
    /// Gives assumptions the values that reviews lead to.
    Apply,
}

impl Desk {
    /// Writes what a screen asks of the board: one deed, or why there is none.
    pub fn board(&mut self, deed: BoardDeed) {
        self.work(Kind::Write, "write", "ui-job-write", move |session, _| {
            let told = match done(session, &deed) {
                Ok(written) => Ok(written),
                Err(AppError::Board(refusal)) => Err(refusal),
                Err(error) => return Err(error),
            };
            Ok(Done::BoardWritten(told))
        });
    }

    pub(super) fn take_board_deed(&mut self, told: Result<Written, BoardRefusal>) {
        let written = told.is_ok();
        self.boards.deeds += 1;
        self.boards.outcome = Some(Outcome {
            number: self.boards.deeds,
            told,
        });
        if written {
            self.changed();
        }
    }
}

fn done(session: &Session, deed: &BoardDeed) -> Result<Written, AppError> {
    Ok(match deed {
        BoardDeed::Put(item) => Written::Item(item.part(), session.put_on_board(item)?),
        BoardDeed::Remove(part, id) => {
            session.remove_from_board(*part, *id)?;
            Written::Less
        }
        BoardDeed::Apply => {
            session.apply_review()?;
            Written::Assumptions
        }
    })
}
