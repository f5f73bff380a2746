//! The board under a person's hand: the deeds that write it, and what a review leads to.

use jiff::Zoned;

use super::error::AppError;
use super::session::Session;
use crate::domain::board::{BoardItem, BoardPart};
use crate::domain::day::Day;
use crate::i18n::Lang;
use crate::market::plan::{Learned, board_line, check_board, learned};
use crate::store::Deed;

impl Session {
    /// Writes something on the board (id 0: a new one); its key.
    ///
    /// # Errors
    /// [`AppError::Board`] with why it cannot be; [`AppError::Store`].
    pub fn put_on_board(&self, item: &BoardItem) -> Result<i64, AppError> {
        let facts = self.facts()?;
        let item = trimmed(item);
        check_board(&facts, &item)?;
        let deed = Deed::new(deeds(item.part()).0).with("name", name(&board_line(&facts, &item).text(Lang::Fr)));
        self.write(|store| Ok(store.transact(&deed, |tx| tx.put_on_board(&item))?.0))
    }

    /// Takes something off the board.
    ///
    /// # Errors
    /// [`AppError::Store`] when there is none.
    pub fn remove_from_board(&self, part: BoardPart, id: i64) -> Result<(), AppError> {
        let facts = self.facts()?;
        let known = facts.board.item(part, id);
        let line = known.map(|item| board_line(&facts, &item).text(Lang::Fr));
        let deed = Deed::new(deeds(part).1).with("name", name(&line.unwrap_or_default()));
        self.write(|store| {
            store
                .transact(&deed, |tx| tx.remove_from_board(part, id))
                .map_err(AppError::from)
        })?;
        Ok(())
    }

    /// Gives the assumptions of the programmes reviewed the values that their reviews lead to, as one deed; what was written.
    ///
    /// # Errors
    /// [`AppError::NothingReviewed`]; [`AppError::Store`].
    pub fn apply_review(&self) -> Result<Vec<Learned>, AppError> {
        let all = learned(&*self.facts()?);
        let Some(last) = all.iter().map(|one| one.rentree).max() else {
            return Err(AppError::NothingReviewed);
        };
        let deed = Deed::new("apply-review")
            .with("rentree", last.to_string())
            .with("n", all.len().to_string());
        self.write(|store| {
            let written = store.transact(&deed, |tx| {
                all.iter().try_for_each(|one| tx.set_assumption(&one.assumption()))
            });
            written.map_err(AppError::from)
        })?;
        Ok(all)
    }
}

/// The day of the calendar it is here.
pub fn today() -> Day {
    let now = Zoned::now().date();
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(now.year()).unwrap_or(0);
    let known = Day::new(year, part(now.month()), part(now.day()));
    // A clock outside the years that the program knows is late for everything.
    known.unwrap_or(Day::LAST)
}

/// The deeds that put an item of a part on the board, and take it off.
fn deeds(part: BoardPart) -> (&'static str, &'static str) {
    match part {
        BoardPart::Means => ("put-means", "remove-means"),
        BoardPart::Experiment => ("put-experiment", "remove-experiment"),
        BoardPart::Commitment => ("put-commitment", "remove-commitment"),
        BoardPart::Surprise => ("put-surprise", "remove-surprise"),
        BoardPart::Step => ("put-step", "remove-step"),
        BoardPart::Review => ("put-review-outcome", "remove-review-outcome"),
    }
}

/// Short enough for a line of the journal.
fn name(line: &str) -> String {
    const MOST: usize = 80;
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}

/// Without blanks around its texts.
fn trimmed(item: &BoardItem) -> BoardItem {
    let mut item = item.clone();
    let texts: Vec<&mut String> = match &mut item {
        BoardItem::Means(one) => vec![&mut one.name],
        BoardItem::Experiment(_) => Vec::new(),
        BoardItem::Commitment(one) => vec![&mut one.who, &mut one.condition],
        BoardItem::Surprise(one) => vec![&mut one.text, &mut one.decision],
        BoardItem::Step(one) => vec![&mut one.what, &mut one.who],
        BoardItem::Review(one) => vec![&mut one.source],
    };
    for text in texts {
        *text = text.trim().to_owned();
    }
    item
}
