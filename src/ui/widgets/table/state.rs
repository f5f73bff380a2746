//! What the user did to a table: order, filter, columns, cursor. Kept while figures change.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::filter::keeps;
use super::filter_ui::Draft;
use super::model::{Cell, Column, Offer, Row, Table};
use super::picks::{Held, Picks};
use super::totals::totals;
use crate::app::settings::{ColumnFilter, TablePreference};
use crate::i18n::Lang;
use crate::ui::words::fold;

/// Sort, filter, hidden columns and cursor of one table.
#[derive(Debug, Clone)]
pub struct TableState<K> {
    pub sort: Option<Sort>,
    pub filter: String,
    /// What columns must hold, all together.
    pub filters: Vec<ColumnFilter>,
    /// What is being typed in the panel of filters, and the column it was asked for.
    pub(super) draft: Draft,
    pub(super) asked_filter: Option<usize>,
    /// Where the table is written to.
    pub(super) export_path: String,
    /// True once the preferences of the table were read, and what they are.
    pub(super) recalled: bool,
    pub(super) remembered: Option<TablePreference>,
    /// Totals of the rows shown, where they are not all.
    pub(super) totals: Option<Vec<Cell>>,
    /// Columns the user showed or hid, by title order.
    pub shown: BTreeMap<usize, Offer>,
    /// The selected row, by key: it stays when rows move.
    pub cursor: Option<K>,
    /// True when the keyboard moved the cursor and the row must be brought into view.
    pub(super) reveal: bool,
    /// True when the filter field must take the keyboard.
    pub(super) focus_filter: bool,
    /// Part of the screen's width that the table has.
    pub(super) share: f32,
    /// Width that columns offered where they fit share.
    pub(super) room: f32,
    /// Rows chosen together, besides the cursor.
    pub(super) picks: Picks<K>,
    /// True where the screen takes lines from the clipboard; they wait in [`Self::pasted`].
    pub takes_paste: bool,
    pub pasted: Option<String>,
    /// True where rows have boxes to tick; the row asked for waits in [`Self::ticked`].
    pub takes_ticks: bool,
    pub ticked: Option<K>,
    order: Arc<Vec<usize>>,
    ordered: Option<Asked>,
    /// Where the cursor was last found: looked for again only when it or the order is another.
    found: Option<(K, Option<usize>)>,
}

/// What an order was computed for.
type Asked = (u64, Option<Sort>, String, Vec<ColumnFilter>, Lang);

/// The column rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    pub column: usize,
    pub direction: Direction,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Ascending,
    Descending,
}

impl<K> Default for TableState<K> {
    fn default() -> Self {
        Self {
            sort: None,
            filter: String::new(),
            filters: Vec::new(),
            draft: Draft::default(),
            asked_filter: None,
            export_path: String::new(),
            recalled: false,
            remembered: None,
            totals: None,
            shown: BTreeMap::new(),
            cursor: None,
            reveal: false,
            focus_filter: false,
            share: 1.0,
            room: f32::INFINITY,
            picks: Picks::default(),
            takes_paste: false,
            pasted: None,
            takes_ticks: false,
            ticked: None,
            order: Arc::default(),
            ordered: None,
            found: None,
        }
    }
}

impl<K: Clone + PartialEq> TableState<K> {
    /// A table first sorted by a column, largest first.
    pub fn descending(column: usize) -> Self {
        Self {
            sort: Some(Sort {
                column,
                direction: Direction::Descending,
            }),
            ..Self::default()
        }
    }

    /// The same table in a part of the screen's width.
    #[must_use]
    pub fn with_share(mut self, share: f32) -> Self {
        self.share = share;
        self
    }

    /// Puts the keyboard in the filter field at the next frame.
    pub fn ask_filter(&mut self) {
        self.focus_filter = true;
    }

    /// Selects a row from elsewhere and brings it into view.
    pub fn select(&mut self, key: Option<K>) {
        self.reveal = self.cursor != key;
        self.cursor = key;
    }

    /// Rows to show, in order. Recomputed only when the table (`stamp`), the sort or the filter changed.
    pub fn order(&mut self, table: &Table<K>, stamp: u64, lang: Lang) -> &[usize] {
        if self.is_ordered(stamp, lang) {
            return &self.order;
        }
        // Texts to tick are those of a language.
        if self.ordered.as_ref().is_some_and(|(.., of)| *of != lang) {
            self.filters
                .retain(|filter| !matches!(filter, ColumnFilter::OneOf { .. }));
        }
        self.filters.retain(|filter| filter.column() < table.columns.len());
        self.order = Arc::new(self.ordered_rows(table, lang));
        let all = self.order.len() == table.rows.len();
        self.totals = if all { None } else { totals(table, &self.order, lang) };
        self.picks.follow(table, stamp);
        self.ordered = Some((stamp, self.sort, self.filter.clone(), self.filters.clone(), lang));
        self.found = None;
        &self.order
    }

    fn is_ordered(&self, stamp: u64, lang: Lang) -> bool {
        self.ordered.as_ref().is_some_and(|(s, sort, filter, filters, l)| {
            (*s, *sort, *l) == (stamp, self.sort, lang) && *filter == self.filter && *filters == self.filters
        })
    }

    fn ordered_rows(&self, table: &Table<K>, lang: Lang) -> Vec<usize> {
        ordered(table, self.sort, (&self.filter, &self.filters), lang)
    }

    /// True where some rows may be left out.
    pub fn is_filtered(&self) -> bool {
        !self.filter.trim().is_empty() || !self.filters.is_empty()
    }

    /// Shows every row again.
    pub fn clear_filters(&mut self) {
        self.filter.clear();
        self.filters.clear();
        self.draft = Draft::default();
    }

    /// Puts a filter in place of the one of its kind on a column, or takes that one away.
    pub(super) fn hold(
        &mut self,
        column: usize,
        of_kind: impl Fn(&ColumnFilter) -> bool,
        filter: Option<ColumnFilter>,
    ) {
        self.filters.retain(|held| held.column() != column || !of_kind(held));
        self.filters.extend(filter);
    }

    /// The order of the last frame.
    pub fn last_order(&self) -> &Arc<Vec<usize>> {
        &self.order
    }

    /// Rows chosen together, in the order shown; else the row of the cursor.
    pub fn chosen(&self, table: &Table<K>) -> Vec<K> {
        if self.picks.is_empty() {
            return self.cursor.clone().into_iter().collect();
        }
        let picked = self.order.iter().filter(|row| self.picks.contains(**row));
        picked
            .filter_map(|row| Some(table.rows.get(*row)?.key.clone()))
            .collect()
    }

    /// A click, alone or with a key held: another row, one row more or less, or all from the row before.
    pub(super) fn click(&mut self, table: &Table<K>, position: usize, held: Held) {
        let before = self.position(table).and_then(|p| self.order.get(p).copied());
        let Some(&row) = self.order.get(position) else { return };
        match held {
            Held::Nothing => self.picks.clear(),
            Held::Ctrl => self.picks.toggle(table, before, row),
            Held::Shift => self.picks.extend(table, &self.order, before, row),
        }
        self.cursor = table.rows.get(row).map(|row| row.key.clone());
    }

    /// Chooses every row shown.
    pub(super) fn pick_all(&mut self, table: &Table<K>) {
        self.picks.all(table, &self.order);
    }

    /// Columns to show, in order.
    pub fn columns(&self, table: &Table<K>) -> Vec<usize> {
        let offered = self.offered(table);
        (0..table.columns.len())
            .filter(|c| match self.shown.get(c) {
                Some(Offer::OnDemand) => table.columns[*c].offer == Offer::Always,
                Some(_) => true,
                None => offered[*c],
            })
            .collect()
    }

    /// Which columns are shown before the user chooses: his choices never take one away.
    fn offered(&self, table: &Table<K>) -> Vec<bool> {
        let fixed = |column: &Column| matches!(column.offer, Offer::Always | Offer::Shown);
        let fixed_width = table.columns.iter().filter(|c| fixed(c)).map(|c| c.width).sum::<f32>();
        let mut left = self.room - fixed_width;
        let mut fits = |column: &Column| {
            let fits = column.width <= left;
            if fits {
                left -= column.width;
            }
            fits
        };
        let offered = table.columns.iter().map(|column| match column.offer {
            Offer::Always | Offer::Shown => true,
            Offer::WhereItFits => fits(column),
            Offer::OnDemand => false,
        });
        offered.collect()
    }

    /// Shows a hidden column or hides a shown one.
    pub fn toggle_column(&mut self, table: &Table<K>, column: usize) {
        let next = if self.columns(table).contains(&column) {
            Offer::OnDemand
        } else {
            Offer::Shown
        };
        self.shown.insert(column, next);
    }

    /// Sorts by a column; numbers start with the largest, and a second call turns the order round.
    pub fn sort_by(&mut self, column: usize, first: Direction) {
        let direction = match self.sort {
            Some(sort) if sort.column == column => sort.direction.reversed(),
            _ => first,
        };
        self.sort = Some(Sort { column, direction });
    }

    /// Moves the cursor by `step` rows in the last order, within its ends; with Shift, all rows on the way are chosen.
    pub(super) fn step_held(&mut self, table: &Table<K>, step: isize, held: Held) {
        let before = self.position(table).and_then(|p| self.order.get(p).copied());
        self.step(table, step);
        let after = self.position(table).and_then(|p| self.order.get(p).copied());
        match (held, after) {
            (Held::Shift, Some(after)) => self.picks.extend(table, &self.order, before, after),
            _ => self.picks.clear(),
        }
    }

    /// Moves the cursor by `step` rows in the last order, within its ends.
    pub fn step(&mut self, table: &Table<K>, step: isize) {
        let Some(last) = self.order.len().checked_sub(1) else {
            return;
        };
        let next = match self.position(table) {
            Some(now) => now.saturating_add_signed(step).min(last),
            None if step > isize::MIN / 2 && step < 0 => last,
            None => 0,
        };
        self.cursor = self.order.get(next).map(|&row| table.rows[row].key.clone());
        self.reveal = true;
    }

    /// Where the cursor stands in the last order.
    pub fn position(&mut self, table: &Table<K>) -> Option<usize> {
        let cursor = self.cursor.clone()?;
        if let Some((_, place)) = self.found.as_ref().filter(|(of, _)| *of == cursor) {
            return *place;
        }
        let place = self.order.iter().position(|&row| table.rows[row].key == cursor);
        self.found = Some((cursor, place));
        place
    }
}

impl Direction {
    fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

fn ordered<K>(
    table: &Table<K>,
    sort: Option<Sort>,
    (filter, filters): (&str, &[ColumnFilter]),
    lang: Lang,
) -> Vec<usize> {
    let words: Vec<String> = fold(filter).split_whitespace().map(str::to_owned).collect();
    let kept = |row: &Row<K>| filters.iter().all(|filter| keeps(filter, row, lang));
    let mut order: Vec<usize> = (0..table.rows.len())
        .filter(|&row| kept(&table.rows[row]) && (words.is_empty() || matches(&table.rows[row], &words, lang)))
        .collect();
    if let Some(sort) = sort {
        order.sort_by(|&a, &b| {
            let by_value = compare(&table.rows[a], &table.rows[b], sort.column);
            match sort.direction {
                Direction::Ascending => by_value,
                Direction::Descending => by_value.reverse(),
            }
        });
    }
    order
}

fn matches<K>(row: &Row<K>, words: &[String], lang: Lang) -> bool {
    let text: Vec<String> = row.cells.iter().map(|cell| fold(&cell.words(lang))).collect();
    words
        .iter()
        .all(|word| text.iter().any(|cell| cell.contains(word.as_str())))
}

/// Numbers by value, then words as a person files them; a missing cell is the least.
fn compare<K>(a: &Row<K>, b: &Row<K>, column: usize) -> Ordering {
    let (Some(a), Some(b)) = (a.cells.get(column), b.cells.get(column)) else {
        return Ordering::Equal;
    };
    match (a.value(), b.value()) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (Some(_), None) => Ordering::Greater,
        (None, Some(_)) => Ordering::Less,
        (None, None) => match (a, b) {
            (Cell::Cause(a, posts_a), Cell::Cause(b, posts_b)) => fold(a).cmp(&fold(b)).then(posts_a.cmp(posts_b)),
            _ => fold(&a.words(Lang::Fr)).cmp(&fold(&b.words(Lang::Fr))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::tests::fixture;
    use super::*;

    fn names(state: &mut TableState<u32>) -> Vec<u32> {
        let table = fixture();
        state
            .order(&table, 0, Lang::Fr)
            .iter()
            .map(|&row| table.rows[row].key)
            .collect()
    }

    #[test]
    fn numbers_sort_by_value_and_words_without_their_accents() {
        let mut state = TableState::descending(1);
        assert_eq!(names(&mut state), [1, 3, 2]);
        state.sort_by(1, Direction::Descending);
        assert_eq!(names(&mut state), [2, 3, 1]);
        state.sort_by(0, Direction::Ascending);
        assert_eq!(names(&mut state), [3, 1, 2], "Cœur, Dunkerque, Épernay");
    }

    #[test]
    fn the_filter_ignores_case_and_accents() {
        let mut state = TableState::default();
        for (filter, expected) in [
            ("epernay", vec![2]),
            ("COEUR eure", vec![3]),
            ("", vec![1, 2, 3]),
            ("zzz", vec![]),
        ] {
            state.filter = filter.to_owned();
            assert_eq!(names(&mut state), expected, "{filter}");
        }
    }

    #[test]
    fn the_cursor_moves_within_the_shown_rows_and_follows_its_row() {
        let table = fixture();
        let mut state = TableState::descending(1);
        names(&mut state);
        state.step(&table, 1);
        assert_eq!(state.cursor, Some(1));
        state.step(&table, 100);
        assert_eq!(state.cursor, Some(2));
        state.sort_by(1, Direction::Descending);
        names(&mut state);
        assert_eq!(state.position(&table), Some(0), "same row, new place");
    }

    #[test]
    fn a_column_can_be_hidden_and_shown_but_not_the_name() {
        let table = fixture();
        let mut state = TableState::default();
        state.toggle_column(&table, 1);
        state.toggle_column(&table, 0);
        assert_eq!(state.columns(&table), [0]);
        state.toggle_column(&table, 1);
        assert_eq!(state.columns(&table), [0, 1]);
    }

    #[test]
    fn a_column_offered_where_it_fits_comes_with_the_room_and_stays_when_asked_for() {
        let mut table = fixture();
        table.columns[1].offer = Offer::WhereItFits;
        let mut state = TableState {
            room: 179.0,
            ..TableState::default()
        };
        assert_eq!(state.columns(&table), [0]);
        state.toggle_column(&table, 1);
        assert_eq!(state.columns(&table), [0, 1]);
        state.toggle_column(&table, 1);
        assert_eq!(state.columns(&table), [0]);
        state.shown.clear();
        state.room = 180.0;
        assert_eq!(state.columns(&table), [0, 1]);
    }
}
