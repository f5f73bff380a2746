//! Undo and redo: the rows a deed touched go back to what they were, or forth again, in one transaction.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::StoreError;
use super::deed::{self, DeedState, JournalEntry};
use super::error::At;
use super::image;
use super::recorder::{Recorder, Table};

/// What history needs of the open file.
#[derive(Debug, Clone, Copy)]
pub(super) struct History<'a> {
    pub connection: &'a Connection,
    pub recorder: &'a Recorder,
    pub path: &'a Path,
}

/// A row of the journal: table, id, image before, image after.
type Kept = (String, i64, Option<Vec<u8>>, Option<Vec<u8>>);

impl<'a> History<'a> {
    /// Takes the last deed back, inside the caller's transaction; nothing when there is none.
    pub(super) fn undo(self) -> Result<Option<JournalEntry>, StoreError> {
        let Some(entry) = deed::next_undo(self.connection).at(self.path)? else {
            return Ok(None);
        };
        self.unnoted(|| {
            self.put_away(entry.id)?;
            let rows = self.touched(entry.id)?;
            let (deleted, changed): (Vec<&Kept>, Vec<&Kept>) = rows.iter().partition(|row| row.3.is_none());
            for (table, id, before, _) in changed {
                self.rewrite(table, *id, before.as_deref())?;
            }
            for (table, id, before, _) in deleted {
                self.restore(table, *id, before.as_deref())?;
            }
            deed::set_state(self.connection, entry.id, DeedState::Undone).at(self.path)
        })?;
        Ok(Some(JournalEntry {
            state: DeedState::Undone,
            ..entry
        }))
    }

    /// Brings back the first deed undone, inside the caller's transaction; nothing when there is none.
    pub(super) fn redo(self) -> Result<Option<JournalEntry>, StoreError> {
        let Some(entry) = deed::next_redo(self.connection).at(self.path)? else {
            return Ok(None);
        };
        self.unnoted(|| {
            let rows = self.touched(entry.id)?;
            let (deleted, changed): (Vec<&Kept>, Vec<&Kept>) = rows.iter().partition(|row| row.3.is_none());
            for (table, id, ..) in deleted {
                self.delete(table, *id, *id)?;
            }
            for (table, id, _, after) in changed {
                self.rewrite(table, *id, after.as_deref())?;
            }
            self.take_out(entry.id)?;
            deed::set_state(self.connection, entry.id, DeedState::Done).at(self.path)
        })?;
        Ok(Some(JournalEntry {
            state: DeedState::Done,
            ..entry
        }))
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
    fn put_away(self, deed: i64) -> Result<(), StoreError> {
        let runs: Vec<(String, i64, i64)> = self
            .connection
            .prepare_cached(include_str!("../../db/queries/journal/runs.sql"))
            .and_then(|mut runs| {
                runs.query_map([deed], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                    .collect()
            })
            .at(self.path)?;
        for (name, first, last) in runs {
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
    fn take_out(self, deed: i64) -> Result<(), StoreError> {
        let mut kept = self
            .connection
            .prepare_cached(include_str!("../../db/queries/journal/kept_rows.sql"))
            .at(self.path)?;
        let mut rows = kept.query([deed]).at(self.path)?;
        while let Some(row) = rows.next().at(self.path)? {
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
