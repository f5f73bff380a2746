//! What a deed touched, row by row: TEMP triggers note every change of the recorded tables inside the deed's own transaction.
//! The design is told in `docs/adr/0001-journal.md`.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::gate::Access;

/// The recorded tables of an open file.
#[derive(Debug)]
pub(super) struct Recorder {
    tables: Vec<Table>,
}

/// A table whose changes the journal keeps: all but the journal itself and personal contacts.
#[derive(Debug)]
pub(super) struct Table {
    pub name: String,
    /// In order; the first is `id`.
    pub columns: Vec<String>,
    /// Writes a whole row again.
    pub restore: String,
    /// Gives a row other cells; the last parameter is its id.
    pub rewrite: String,
}

/// The net effect of a deed.
#[derive(Debug, Default)]
pub(super) struct Record {
    runs: Vec<Run>,
    rows: Vec<Touched>,
}

/// Rows inserted with consecutive ids.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    table: usize,
    first: i64,
    last: i64,
}

/// A row that existed before the deed; nothing after means deleted.
#[derive(Debug)]
struct Touched {
    table: usize,
    id: i64,
    before: Vec<u8>,
    after: Option<Vec<u8>>,
}

/// One row, from before the deed to now.
struct Fate {
    /// Nothing: absent before the deed.
    before: Option<Vec<u8>>,
    after: After,
}

#[derive(Clone)]
enum After {
    /// Inserted by the deed: the table itself holds it.
    Live,
    Image(Vec<u8>),
    Gone,
}

const INSERTED: i64 = 1;
const UPDATED: i64 = 2;

impl Recorder {
    /// Learns the tables and, where the file may be written, begins to note changes.
    pub(super) fn install(connection: &Connection, access: Access) -> rusqlite::Result<Self> {
        let names: Vec<String> = connection
            .prepare(include_str!("../../db/queries/schema/recorded_tables.sql"))?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut columns_of = connection.prepare(include_str!("../../db/queries/schema/columns.sql"))?;
        let mut tables = Vec::with_capacity(names.len());
        for name in names {
            let columns = columns_of.query_map([&name], |row| row.get(0))?;
            tables.push(Table::new(name, columns.collect::<rusqlite::Result<_>>()?));
        }
        let recorder = Self { tables };
        if access == Access::ReadWrite {
            connection.execute_batch(include_str!("../../db/queries/journal/change_table.sql"))?;
            recorder.arm(connection)?;
        }
        Ok(recorder)
    }

    /// The table of a name the journal gives; nothing for a name that is none of ours.
    pub(super) fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    pub(super) fn arm(&self, connection: &Connection) -> rusqlite::Result<()> {
        for (rank, table) in self.tables.iter().enumerate() {
            let sql = table
                .fill(include_str!("../../db/queries/journal/change_triggers.sql"))
                .replace("{rank}", &rank.to_string());
            connection.execute_batch(&sql)?;
        }
        Ok(())
    }

    /// Undo and redo write without being noted.
    pub(super) fn disarm(&self, connection: &Connection) -> rusqlite::Result<()> {
        for table in &self.tables {
            connection.execute_batch(&table.fill(include_str!("../../db/queries/journal/drop_triggers.sql")))?;
        }
        Ok(())
    }

    /// The net effect of the changes noted since the last call, which are then forgotten.
    pub(super) fn collect(&self, connection: &Connection) -> rusqlite::Result<Record> {
        let mut fates: BTreeMap<(usize, i64), Fate> = BTreeMap::new();
        let mut statement = connection.prepare_cached(include_str!("../../db/queries/journal/changes.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let table: u16 = row.get(0)?;
            let kind: i64 = row.get(2)?;
            let before = row.get(3)?;
            let after = match kind {
                INSERTED => After::Live,
                UPDATED => After::Image(row.get(4)?),
                _ => After::Gone,
            };
            let fate = fates.entry((usize::from(table), row.get(1)?));
            fate.and_modify(|fate| fate.after = after.clone())
                .or_insert(Fate { before, after });
        }
        connection.execute_batch(include_str!("../../db/queries/journal/forget_changes.sql"))?;
        let mut record = Record::default();
        for ((table, id), fate) in fates {
            self.settle(connection, &mut record, (table, id), fate)?;
        }
        Ok(record)
    }

    /// Writes a record beside its deed.
    pub(super) fn write(&self, connection: &Connection, deed: i64, record: &Record) -> rusqlite::Result<()> {
        let mut run_sql = connection.prepare_cached(include_str!("../../db/queries/journal/insert_run.sql"))?;
        for Run { table, first, last } in &record.runs {
            run_sql.execute(params![deed, self.tables[*table].name, first, last])?;
        }
        let mut row_sql = connection.prepare_cached(include_str!("../../db/queries/journal/insert_row.sql"))?;
        for Touched {
            table,
            id,
            before,
            after,
        } in &record.rows
        {
            row_sql.execute(params![deed, self.tables[*table].name, id, before, after])?;
        }
        Ok(())
    }

    fn settle(
        &self,
        connection: &Connection,
        record: &mut Record,
        (table, id): (usize, i64),
        fate: Fate,
    ) -> rusqlite::Result<()> {
        let after = match (&fate.before, fate.after) {
            (None, After::Gone) => return Ok(()),
            (None, _) => {
                record.inserted(table, id);
                return Ok(());
            }
            (Some(_), After::Live) => self.tables[table].image(connection, id)?,
            (Some(_), After::Image(image)) => Some(image),
            (Some(_), After::Gone) => None,
        };
        if let Some(before) = fate.before
            && after.as_ref() != Some(&before)
        {
            record.rows.push(Touched {
                table,
                id,
                before,
                after,
            });
        }
        Ok(())
    }
}

impl Record {
    /// True when the deed left every recorded row as it was.
    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty() && self.rows.is_empty()
    }

    /// Ids come in order, so that a run grows at its end.
    fn inserted(&mut self, table: usize, id: i64) {
        match self.runs.last_mut() {
            Some(run) if run.table == table && run.last + 1 == id => run.last = id,
            _ => self.runs.push(Run {
                table,
                first: id,
                last: id,
            }),
        }
    }
}

impl Table {
    fn new(name: String, columns: Vec<String>) -> Self {
        let mut table = Self {
            name,
            columns,
            restore: String::new(),
            rewrite: String::new(),
        };
        table.restore = table.fill(include_str!("../../db/queries/journal/restore_row.sql"));
        table.rewrite = table.fill(include_str!("../../db/queries/journal/rewrite_row.sql"));
        table
    }

    /// An SQL template for this table.
    pub(super) fn fill(&self, template: &str) -> String {
        let places: Vec<String> = (1..=self.columns.len()).map(|n| format!("?{n}")).collect();
        let of = |row: &str| -> String {
            let cells: Vec<String> = self.columns.iter().map(|column| format!("{row}{column}")).collect();
            cells.join(", ")
        };
        template
            .replace("{table}", &self.name)
            .replace("{columns}", &of(""))
            .replace("{places}", &places.join(", "))
            .replace("{key}", &format!("?{}", self.columns.len() + 1))
            .replace("{old}", &of("OLD."))
            .replace("{new}", &of("NEW."))
    }

    /// The image of a row as it stands.
    pub(super) fn image(&self, connection: &Connection, id: i64) -> rusqlite::Result<Option<Vec<u8>>> {
        let sql = self.fill(include_str!("../../db/queries/journal/row_image.sql"));
        connection
            .prepare_cached(&sql)?
            .query_row([id], |row| row.get(0))
            .optional()
    }
}
