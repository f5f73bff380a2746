//! What each table was left like: kept in the settings by the name of the table, lent to the screens through the context.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::{Context, Id};

use super::model::{Offer, Table};
use super::state::{Direction, Sort, TableState};
use crate::app::settings::TablePreference;

/// The preferences of all tables, and whether they changed since they were last taken.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    tables: BTreeMap<String, TablePreference>,
    changed: bool,
}

impl Memory {
    /// Lends the preferences to the tables of a window.
    pub fn lend(ctx: &Context, tables: BTreeMap<String, TablePreference>) {
        let memory = Self(Arc::new(Mutex::new(Kept { tables, changed: false })));
        ctx.data_mut(|data| data.insert_temp(id(), memory));
    }

    /// The preferences, where a table was changed since they were last asked for.
    pub fn changed(ctx: &Context) -> Option<BTreeMap<String, TablePreference>> {
        let memory = Self::of(ctx)?;
        let mut kept = memory.kept();
        std::mem::take(&mut kept.changed).then(|| kept.tables.clone())
    }

    fn of(ctx: &Context) -> Option<Self> {
        ctx.data(|data| data.get_temp(id()))
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn id() -> Id {
    Id::unique("table-memory")
}

/// Brings a table to what it was left like, once in the life of its state.
pub(super) fn recall<K: Clone + PartialEq>(ctx: &Context, table: &Table<K>, state: &mut TableState<K>) {
    if std::mem::replace(&mut state.recalled, true) {
        return;
    }
    let memory = Memory::of(ctx);
    let known = memory.and_then(|memory| memory.kept().tables.get(table.id).cloned());
    if let Some(known) = known.filter(|known| known.columns == table.columns.len()) {
        state.sort = known.sort.map(|(column, ascending)| Sort {
            column,
            direction: match ascending {
                true => Direction::Ascending,
                false => Direction::Descending,
            },
        });
        let offer = |shown: bool| if shown { Offer::Shown } else { Offer::OnDemand };
        state.shown = known
            .shown
            .iter()
            .map(|(column, shown)| (*column, offer(*shown)))
            .collect();
        state.filters.clone_from(&known.filters);
    }
    state.remembered = Some(preference(table, state));
}

/// Keeps what a table is like, where the user changed it.
pub(super) fn remember<K: Clone + PartialEq>(ctx: &Context, table: &Table<K>, state: &mut TableState<K>) {
    let now = Some(preference(table, state));
    if state.remembered == now {
        return;
    }
    if let (Some(memory), Some(preference)) = (Memory::of(ctx), now.clone()) {
        let mut kept = memory.kept();
        kept.tables.insert(table.id.to_owned(), preference);
        kept.changed = true;
    }
    state.remembered = now;
}

fn preference<K>(table: &Table<K>, state: &TableState<K>) -> TablePreference {
    TablePreference {
        columns: table.columns.len(),
        sort: state
            .sort
            .map(|sort| (sort.column, sort.direction == Direction::Ascending)),
        shown: state
            .shown
            .iter()
            .map(|(column, offer)| (*column, *offer != Offer::OnDemand))
            .collect(),
        filters: state.filters.clone(),
    }
}
