//! Deeds: every write has a name, a place in the journal, and a way back.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::cells;
use crate::domain::assumption::AssumptionKey;
use crate::domain::occupation::SkillLevel;
use crate::domain::programme::Route;
use crate::domain::scenario::ActionKind;
use crate::i18n::Message;

/// The name of a write: the text `deed-<key>` tells it, with these arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    pub key: &'static str,
    pub args: Vec<(String, String)>,
}

impl Deed {
    /// A deed without arguments.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same deed with one more argument. Never personal data: arguments stay in the journal.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }
}

/// One deed, as the journal keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Number of the deed, never reused; the revision of the file once it is done.
    pub id: i64,
    /// ISO 8601 with offset.
    pub at: String,
    /// User name of the system; empty when unknown.
    pub who: String,
    pub deed: String,
    pub args: Vec<(String, String)>,
    pub state: DeedState,
}

impl JournalEntry {
    /// What was done, in words.
    pub fn label(&self) -> Message {
        let deed = Message::new(format!("deed-{}", self.deed));
        self.args.iter().fold(deed, |label, (name, value)| {
            let assumption = self
                .deed
                .ends_with("-assumption")
                .then(|| assumption_words(value))
                .flatten();
            let kind = (name == "kind").then(|| ActionKind::parse(value)).flatten();
            let kind = kind.map(|kind| Message::new(format!("action-{}", kind.as_str())));
            match assumption.or(kind) {
                Some(words) => label.with(name.clone(), words),
                None => label.with(name.clone(), value.as_str()),
            }
        })
    }
}

/// Words for an assumption named as the journal keeps it, `beta technicien_am`: its key, then what it applies to.
fn assumption_words(name: &str) -> Option<Message> {
    let (key, scope) = name.split_once(' ').unwrap_or((name, ""));
    let assumption = Message::new(format!("store-assumption-{}", AssumptionKey::parse(key)?.as_str()));
    if scope.is_empty() {
        return Some(assumption);
    }
    let scope = if SkillLevel::parse(scope).is_some() || Route::parse(scope).is_some() {
        Message::new(format!("store-scope-{}", scope.replace('_', "-")))
    } else if scope.len() == 1 {
        Message::new("store-scope-level").with("level", scope)
    } else {
        Message::new("store-scope-other").with("scope", scope)
    };
    let of = Message::new("store-assumption-of");
    Some(of.with("assumption", assumption).with("scope", scope))
}

/// Where a deed stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeedState {
    /// The creation of the file: cannot be undone.
    Base,
    Done,
    /// Undone, may be redone.
    Undone,
    /// Undone, then overtaken by another deed.
    Dropped,
}

impl DeedState {
    const ALL: [Self; 4] = [Self::Base, Self::Done, Self::Undone, Self::Dropped];

    fn as_str(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Dropped => "dropped",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// Number of the last deed the file contains.
pub(super) fn revision(connection: &Connection) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(include_str!("../../db/queries/journal/revision.sql"))?
        .query_row([], |row| row.get(0))
}

/// The last deeds, newest first.
pub(super) fn latest(connection: &Connection, limit: usize) -> rusqlite::Result<Vec<JournalEntry>> {
    connection
        .prepare_cached(include_str!("../../db/queries/journal/latest.sql"))?
        .query_map([i64::try_from(limit).unwrap_or(i64::MAX)], row_to_entry)?
        .collect()
}

/// The deed that undo would take back.
pub(super) fn next_undo(connection: &Connection) -> rusqlite::Result<Option<JournalEntry>> {
    connection
        .prepare_cached(include_str!("../../db/queries/journal/next_undo.sql"))?
        .query_row([], row_to_entry)
        .optional()
}

/// The deed that redo would bring back.
pub(super) fn next_redo(connection: &Connection) -> rusqlite::Result<Option<JournalEntry>> {
    connection
        .prepare_cached(include_str!("../../db/queries/journal/next_redo.sql"))?
        .query_row([], row_to_entry)
        .optional()
}

/// One deed by its number.
pub(super) fn one(connection: &Connection, id: i64) -> rusqlite::Result<Option<JournalEntry>> {
    connection
        .prepare_cached(include_str!("../../db/queries/journal/one.sql"))?
        .query_row([id], row_to_entry)
        .optional()
}

/// The deeds done after one, newest first: what to take back to return to it.
pub(super) fn done_after(connection: &Connection, id: i64) -> rusqlite::Result<Vec<JournalEntry>> {
    connection
        .prepare_cached(include_str!("../../db/queries/journal/done_after.sql"))?
        .query_map([id], row_to_entry)?
        .collect()
}

/// The deeds undone up to one, oldest first: what to bring back to reach it.
pub(super) fn undone_until(connection: &Connection, id: i64) -> rusqlite::Result<Vec<JournalEntry>> {
    connection
        .prepare_cached(include_str!("../../db/queries/journal/undone_until.sql"))?
        .query_map([id], row_to_entry)?
        .collect()
}

/// Writes a deed; its number.
pub(super) fn insert(connection: &Connection, deed: &Deed, at: &str, state: DeedState) -> rusqlite::Result<i64> {
    let args = serde_json::to_string(&deed.args).map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)))?;
    connection
        .prepare_cached(include_str!("../../db/queries/journal/insert.sql"))?
        .insert(params![at, user(), deed.key, args, state.as_str()])
}

/// Moves a deed to another state.
pub(super) fn set_state(connection: &Connection, id: i64, state: DeedState) -> rusqlite::Result<()> {
    connection
        .prepare_cached(include_str!("../../db/queries/journal/set_state.sql"))?
        .execute(params![id, state.as_str()])?;
    Ok(())
}

/// Now, with the offset of this place: the only clock of the store.
pub(super) fn now() -> String {
    let now = jiff::Zoned::now();
    now.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The user name the system tells; empty when it tells none.
pub(super) fn user() -> String {
    ["USER", "USERNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok())
        .unwrap_or_default()
}

fn row_to_entry(row: &Row<'_>) -> rusqlite::Result<JournalEntry> {
    Ok(JournalEntry {
        id: row.get(0)?,
        at: row.get(1)?,
        who: row.get(2)?,
        deed: row.get(3)?,
        args: cells::word(row, 4, |json| serde_json::from_str(json).ok())?,
        state: cells::word(row, 5, DeedState::parse)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_deed_on_an_assumption_is_told_in_words() {
        let check = |name: &str, expected: &str| {
            let entry = JournalEntry {
                id: 1,
                at: String::new(),
                who: String::new(),
                deed: "set-assumption".into(),
                args: vec![("name".into(), name.into())],
                state: DeedState::Done,
            };
            assert_eq!(
                entry.label().text(Lang::En),
                format!("Change of the assumption {expected}")
            );
        };
        check(
            "beta technicien_am",
            "share of new leavers, β (technicians and supervisors)",
        );
        check("radius-km 3", "mobility radius (level 3)");
        check("stays-in-field", "stays in the field");
        check("further-study BUT", "further study (BUT)");
        check("unknown thing", "unknown thing");
    }
}
