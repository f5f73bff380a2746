//! Undo and redo: the rows a deed touched go back to what they were, or forth again, in one transaction.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::StoreError;
use super::deed::{self, DeedState, JournalEntry};
use super::error::At;
use super::image;
use super::recorder::{Recorder, Table};
use crate::domain::progress::{Progress, Unattended};

/// What history needs of the open file.
#[derive(Debug, Clone, Copy)]
pub(super) struct History<'a> {
    pub connection: &'a Connection,
    pub recorder: &'a Recorder,
    pub path: &'a Path,
}

/// Rows moved between two looks at a request to stop.
const ROWS_A_LOOK: usize = 1000;

/// Which way to go in the journal.
#[derive(Debug, Clone, Copy)]
pub(super) enum Way {
    Back,
    Forth,
}

/// A row of the journal: table, id, image before, image after.
type Kept = (String, i64, Option<Vec<u8>>, Option<Vec<u8>>);

impl<'a> History<'a> {
    /// Takes the last deed back, or brings the first one undone forth, inside the caller's transaction; nothing when there is none.
    pub(super) fn step(self, way: Way) -> Result<Option<JournalEntry>, StoreError> {
        let next = match way {
            Way::Back => deed::next_undo(self.connection),
            Way::Forth => deed::next_redo(self.connection),
        };
        let one = next.at(self.path)?.into_iter().collect();
        Ok(self.walk(one, way, &Unattended)?.pop())
    }

    /// Makes a deed the last one done: takes back those after it, or brings it back with those undone before it. Which ones, in order.
    pub(super) fn travel(self, to: i64, progress: &dyn Progress) -> Result<Vec<JournalEntry>, StoreError> {
        let goal = deed::one(self.connection, to).at(self.path)?;
        let unreachable = || StoreError::NoSuch { what: "deed", id: to };
        match goal.ok_or_else(unreachable)?.state {
            DeedState::Base | DeedState::Done => {
                let after = deed::done_after(self.connection, to).at(self.path)?;
                self.walk(after, Way::Back, progress)
            }
            DeedState::Undone => {
                let until = deed::undone_until(self.connection, to).at(self.path)?;
                self.walk(until, Way::Forth, progress)
            }
            DeedState::Dropped => Err(unreachable()),
        }
    }

    /// Deeds one after another; all of them or, when stopped, none.
    fn walk(
        self,
        entries: Vec<JournalEntry>,
        way: Way,
        progress: &dyn Progress,
    ) -> Result<Vec<JournalEntry>, StoreError> {
        if entries.is_empty() {
            return Ok(entries);
        }
        let state = match way {
            Way::Back => DeedState::Undone,
            Way::Forth => DeedState::Done,
        };
        let total = u64::try_from(entries.len()).unwrap_or(u64::MAX);
        self.unnoted(|| {
            for (done, entry) in (0..).zip(&entries) {
                progress.report(done, total);
                match way {
                    Way::Back => self.take_back(entry.id, progress),
                    Way::Forth => self.bring_back(entry.id, progress),
                }?;
                deed::set_state(self.connection, entry.id, state).at(self.path)?;
            }
            Ok(())
        })?;
        progress.report(total, total);
        Ok(entries
            .into_iter()
            .map(|entry| JournalEntry { state, ..entry })
            .collect())
    }

    fn take_back(self, deed: i64, progress: &dyn Progress) -> Result<(), StoreError> {
        self.put_away(deed, progress)?;
        let rows = self.touched(deed)?;
        let (deleted, changed): (Vec<&Kept>, Vec<&Kept>) = rows.iter().partition(|row| row.3.is_none());
        for (table, id, before, _) in changed {
            self.rewrite(table, *id, before.as_deref())?;
        }
        for (row, (table, id, before, _)) in deleted.into_iter().enumerate() {
            stop_if_asked(row, progress)?;
            self.restore(table, *id, before.as_deref())?;
        }
        Ok(())
    }

    fn bring_back(self, deed: i64, progress: &dyn Progress) -> Result<(), StoreError> {
        let rows = self.touched(deed)?;
        let (deleted, changed): (Vec<&Kept>, Vec<&Kept>) = rows.iter().partition(|row| row.3.is_none());
        for (row, (table, id, ..)) in deleted.into_iter().enumerate() {
            stop_if_asked(row, progress)?;
            self.delete(table, *id, *id)?;
        }
        for (table, id, _, after) in changed {
            self.rewrite(table, *id, after.as_deref())?;
        }
        self.take_out(deed, progress)
    }

    /// Works without being noted, references checked at the end only: rows may come back in any order.
    fn unnoted(self, work: impl FnOnce() -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.connection
            .pragma_update(None, "defer_foreign_keys", true)
            .at(self.path)?;
        self.recorder.disarm(self.connection).at(self.path)?;
        work()?;
        self.recorder.arm(self.connection).at(self.path)
    }

    /// Moves the rows a deed inserted from their tables into the journal.
    fn put_away(self, deed: i64, progress: &dyn Progress) -> Result<(), StoreError> {
        let runs: Vec<(String, i64, i64)> = self
            .connection
            .prepare_cached(include_str!("../../db/queries/journal/runs.sql"))
            .and_then(|mut runs| {
                runs.query_map([deed], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                    .collect()
            })
            .at(self.path)?;
        for (name, first, last) in runs {
            stop_if_asked(0, progress)?;
            let table = self.table(&name)?;
            let keep = table.fill(include_str!("../../db/queries/journal/keep_run.sql"));
            self.connection
                .execute(&keep, rusqlite::params![deed, name, first, last])
                .at(self.path)?;
            self.delete(&name, first, last)?;
        }
        Ok(())
    }

    /// Moves them back.
    fn take_out(self, deed: i64, progress: &dyn Progress) -> Result<(), StoreError> {
        let mut kept = self
            .connection
            .prepare_cached(include_str!("../../db/queries/journal/kept_rows.sql"))
            .at(self.path)?;
        let mut rows = kept.query([deed]).at(self.path)?;
        let mut taken = 0;
        while let Some(row) = rows.next().at(self.path)? {
            stop_if_asked(taken, progress)?;
            taken += 1;
            let name: String = row.get(0).at(self.path)?;
            let after: Option<Vec<u8>> = row.get(2).at(self.path)?;
            self.restore(&name, row.get(1).at(self.path)?, after.as_deref())?;
        }
        self.connection
            .prepare_cached(include_str!("../../db/queries/journal/release_kept.sql"))
            .and_then(|mut release| release.execute([deed]))
            .at(self.path)?;
        Ok(())
    }

    /// Rows that existed before the deed.
    fn touched(self, deed: i64) -> Result<Vec<Kept>, StoreError> {
        self.connection
            .prepare_cached(include_str!("../../db/queries/journal/rows.sql"))
            .and_then(|mut rows| {
                rows.query_map([deed], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
                    .collect()
            })
            .at(self.path)
    }

    fn restore(self, name: &str, id: i64, image: Option<&[u8]>) -> Result<(), StoreError> {
        let table = self.table(name)?;
        let cells = self.cells(table, id, image)?;
        self.write(&table.restore, cells)
    }

    fn rewrite(self, name: &str, id: i64, image: Option<&[u8]>) -> Result<(), StoreError> {
        let table = self.table(name)?;
        let mut cells = self.cells(table, id, image)?;
        cells.push(Value::Integer(id));
        self.write(&table.rewrite, cells)
    }

    fn write(self, sql: &str, cells: Vec<Value>) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(params_from_iter(cells)))
            .at(self.path)?;
        Ok(())
    }

    fn delete(self, name: &str, first: i64, last: i64) -> Result<(), StoreError> {
        let sql = self
            .table(name)?
            .fill(include_str!("../../db/queries/journal/delete_run.sql"));
        self.connection
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.execute([first, last]))
            .at(self.path)?;
        Ok(())
    }

    fn table(self, name: &str) -> Result<&'a Table, StoreError> {
        self.recorder.table(name).ok_or_else(|| self.damaged(name))
    }

    /// The cells of an image, which must be of this very row.
    fn cells(self, table: &Table, id: i64, image: Option<&[u8]>) -> Result<Vec<Value>, StoreError> {
        image
            .and_then(|image| image::read(image, table.columns.len()))
            .filter(|cells| cells.first() == Some(&Value::Integer(id)))
            .ok_or_else(|| self.damaged(&format!("{} {id}", table.name)))
    }

    fn damaged(self, what: &str) -> StoreError {
        StoreError::Damaged {
            path: self.path.to_path_buf(),
            detail: format!("journal: {what}"),
        }
    }
}

/// The transaction is given up where the user asked to stop.
fn stop_if_asked(row: usize, progress: &dyn Progress) -> Result<(), StoreError> {
    if row.is_multiple_of(ROWS_A_LOOK) && progress.is_cancelled() {
        Err(StoreError::Cancelled)
    } else {
        Ok(())
    }
}
