//! Which rows of a table are chosen together: kept by key, so that they stay when rows move.

use std::collections::BTreeSet;

use super::model::Table;

/// Keys times rows beyond which choices do not follow a new table: nobody waits for so many comparisons.
const MOST_COMPARED: usize = 4_000_000;

/// The key held during a click or an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    Nothing,
    Ctrl,
    Shift,
}

impl Held {
    /// What is held now; Ctrl is Cmd on a Mac.
    pub fn of(modifiers: egui::Modifiers) -> Self {
        match (modifiers.shift, modifiers.command) {
            (true, _) => Self::Shift,
            (false, true) => Self::Ctrl,
            (false, false) => Self::Nothing,
        }
    }
}

/// Chosen rows of the table last seen, and their keys.
#[derive(Debug, Clone)]
pub(super) struct Picks<K> {
    rows: BTreeSet<usize>,
    keys: Vec<K>,
    /// Row that Shift counts from.
    anchor: Option<usize>,
    stamp: Option<u64>,
}

impl<K> Default for Picks<K> {
    fn default() -> Self {
        Self {
            rows: BTreeSet::new(),
            keys: Vec::new(),
            anchor: None,
            stamp: None,
        }
    }
}

impl<K: Clone + PartialEq> Picks<K> {
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn contains(&self, row: usize) -> bool {
        self.rows.contains(&row)
    }

    pub fn clear(&mut self) {
        self.rows.clear();
        self.keys.clear();
        self.anchor = None;
    }

    /// Finds the chosen keys again in another table.
    pub fn follow(&mut self, table: &Table<K>, stamp: u64) {
        if self.stamp.replace(stamp) == Some(stamp) || self.keys.is_empty() {
            return;
        }
        let keys = std::mem::take(&mut self.keys);
        self.clear();
        if keys.len().saturating_mul(table.rows.len()) <= MOST_COMPARED {
            let chosen = (0..table.rows.len()).filter(|row| keys.contains(&table.rows[*row].key));
            self.rows = chosen.collect();
            self.note(table);
        }
    }

    /// One row more, or less; the row of the cursor is the first chosen.
    pub fn toggle(&mut self, table: &Table<K>, cursor: Option<usize>, row: usize) {
        if self.rows.is_empty() {
            self.rows.extend(cursor);
        }
        if !self.rows.remove(&row) {
            self.rows.insert(row);
        }
        self.anchor = Some(row);
        self.note(table);
    }

    /// All rows shown from the anchor, else the cursor, to this one.
    pub fn extend(&mut self, table: &Table<K>, order: &[usize], cursor: Option<usize>, row: usize) {
        let anchor = self.anchor.or(cursor).unwrap_or(row);
        let place = |of: usize| order.iter().position(|shown| *shown == of);
        let (Some(from), Some(to)) = (place(anchor), place(row)) else {
            return;
        };
        self.rows = order[from.min(to)..=from.max(to)].iter().copied().collect();
        self.anchor = Some(anchor);
        self.note(table);
    }

    /// Every row shown.
    pub fn all(&mut self, table: &Table<K>, order: &[usize]) {
        self.rows = order.iter().copied().collect();
        self.note(table);
    }

    fn note(&mut self, table: &Table<K>) {
        let key = |row: &usize| Some(table.rows.get(*row)?.key.clone());
        self.keys = self.rows.iter().filter_map(key).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::super::TableState;
    use super::super::model::tests::fixture;
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn clicks_choose_one_row_some_rows_or_a_run_and_choices_follow_their_rows() {
        let mut table = fixture();
        let mut state: TableState<u32> = TableState::default();
        state.order(&table, 0, Lang::Fr);
        state.click(&table, 0, Held::Nothing);
        assert_eq!(state.chosen(&table), [1], "the cursor alone");
        state.click(&table, 2, Held::Ctrl);
        assert_eq!(state.chosen(&table), [1, 3]);
        state.click(&table, 2, Held::Ctrl);
        assert_eq!(state.chosen(&table), [1]);
        state.click(&table, 0, Held::Shift);
        assert_eq!(state.chosen(&table), [1, 2, 3]);
        state.click(&table, 1, Held::Nothing);
        state.click(&table, 2, Held::Shift);
        assert_eq!(state.chosen(&table), [2, 3]);
        table.rows.reverse();
        table.rows.pop();
        state.order(&table, 1, Lang::Fr);
        assert_eq!(state.chosen(&table), [3, 2], "another order, the same rows");
        state.step_held(&table, -5, Held::Nothing);
        assert_eq!(state.chosen(&table), [3]);
        state.step_held(&table, 1, Held::Shift);
        assert_eq!(state.chosen(&table), [3, 2]);
        state.pick_all(&table);
        assert_eq!(state.chosen(&table).len(), 2);
    }
}
