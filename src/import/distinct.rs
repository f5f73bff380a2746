//! Rows that say the same thing twice: identical ones are merged, contradictions are refused with both rows named.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use super::sink::{Refused, Sink};
use super::table::{Column, Row};
use crate::i18n::Message;

/// What was read so far, by key.
#[derive(Debug)]
pub struct Distinct<K, V> {
    seen: HashMap<K, (V, u32)>,
}

/// Whether a key is read for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Novelty {
    New,
    Known,
}

impl<K, V> Default for Distinct<K, V> {
    fn default() -> Self {
        Self { seen: HashMap::new() }
    }
}

impl<K: Eq + Hash, V: PartialEq> Distinct<K, V> {
    /// Notes a key and its value; the first row that names a key stands.
    ///
    /// # Errors
    /// Refuses the row when an earlier one gave the key another value.
    pub fn note(&mut self, key: K, value: V, row: &Row<'_>, sink: &mut Sink<'_>) -> Result<Novelty, Refused> {
        match self.seen.entry(key) {
            Entry::Vacant(slot) => {
                slot.insert((value, row.number()));
                Ok(Novelty::New)
            }
            Entry::Occupied(slot) if slot.get().0 == value => Ok(Novelty::Known),
            Entry::Occupied(slot) => Err(refuse_conflict(slot.get().1, row, sink)),
        }
    }
}

/// Refuses a row that contradicts an earlier one.
pub fn refuse_conflict(other: u32, row: &Row<'_>, sink: &mut Sink<'_>) -> Refused {
    let reason = conflict_with(other);
    sink.refuse(row, Column::ABSENT, reason, Message::new("import-fix-duplicate"))
}

/// « Row n describes the same thing with other values. »
pub fn conflict_with(other: u32) -> Message {
    Message::new("import-duplicate-conflict").with("other", other)
}
