//! Facts by source: what each file said stands beside what others said; reading keeps the newest file per natural key.
//! See `docs/adr/0002-facts-by-source.md`.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rusqlite::{Connection, Row, Statement};

use crate::domain::batch::{BatchDiff, Change};
use crate::domain::source::SourceId;

/// Examples of changed facts kept for a preview.
const EXAMPLES: usize = 100;

/// A kind of fact that files bring.
pub(super) trait Fact: Clone {
    /// Its table.
    const TABLE: &'static str;
    /// Writes one fact; parameter 1 is the source.
    const INSERT: &'static str;
    /// Reads all; column 0 is the source.
    const ALL: &'static str;
    /// True where two layouts never speak of the same thing (sections of Orion and of Parcoursup are alternatives: ruling 9.10).
    const BY_LAYOUT: bool = false;
    /// True where a key has one fact, which older files may complete (an establishment, a commune).
    const SINGLE: bool = false;

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize>;

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;

    /// Order of the natural keys: equal for facts that speak of the same thing.
    fn key_order(&self, other: &Self) -> Ordering;

    /// True when both say the same; source and row of the file do not count.
    fn says_the_same(&self, other: &Self) -> bool;

    /// Fills what is unknown from an older fact of the same key.
    fn complete(&mut self, _older: &Self) {}

    /// The key, for the preview: codes only.
    fn title(&self) -> String;

    /// What is said, for the preview: codes and numbers only.
    fn summary(&self) -> String;
}

/// A fact and the file it came from.
#[derive(Debug, Clone)]
pub(super) struct Stored<F> {
    pub fact: F,
    pub source: SourceId,
    /// Rank of the layout of the source where layouts are kept apart, else 0.
    layout: usize,
}

impl<F: Fact> Stored<F> {
    fn key_order(&self, other: &Self) -> Ordering {
        self.layout
            .cmp(&other.layout)
            .then_with(|| self.fact.key_order(&other.fact))
    }
}

/// Layouts of the sources, ranked.
#[derive(Debug, Default)]
pub(super) struct Layouts {
    names: Vec<String>,
    of_source: BTreeMap<i64, usize>,
}

impl Layouts {
    pub(super) fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let mut statement = connection.prepare_cached(include_str!("../../db/queries/source/layouts.sql"))?;
        let mut rows = statement.query([])?;
        let mut layouts = Self::default();
        while let Some(row) = rows.next()? {
            let rank = layouts.rank(row.get_ref(1)?.as_str()?);
            layouts.of_source.insert(row.get(0)?, rank);
        }
        Ok(layouts)
    }

    fn rank(&mut self, name: &str) -> usize {
        let known = self.names.iter().position(|n| n == name);
        known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        })
    }
}

/// The facts of a kind, sorted by key, newest source first among equals; what a newer source covers is left out.
pub(super) fn read<F: Fact>(connection: &Connection, layouts: &Layouts) -> rusqlite::Result<Vec<Stored<F>>> {
    let mut statement = connection.prepare_cached(F::ALL)?;
    let rows = statement.query_map([], |row| {
        let source: i64 = row.get(0)?;
        Ok(Stored {
            fact: F::from_row(row)?,
            source: SourceId(source),
            layout: match F::BY_LAYOUT {
                true => layouts.of_source.get(&source).copied().unwrap_or_default(),
                false => 0,
            },
        })
    })?;
    rows.collect::<rusqlite::Result<Vec<_>>>().map(newest)
}

/// The same, as plain facts.
pub(super) fn facts<F: Fact>(connection: &Connection, layouts: &Layouts) -> rusqlite::Result<Vec<F>> {
    Ok(read(connection, layouts)?
        .into_iter()
        .map(|stored| stored.fact)
        .collect())
}

fn newest<F: Fact>(mut rows: Vec<Stored<F>>) -> Vec<Stored<F>> {
    rows.sort_by(|a, b| a.key_order(b).then_with(|| b.source.cmp(&a.source)));
    let mut kept: Vec<Stored<F>> = Vec::with_capacity(rows.len());
    for row in rows {
        match kept.last_mut() {
            Some(front) if front.key_order(&row).is_eq() && F::SINGLE => front.fact.complete(&row.fact),
            Some(front) if front.key_order(&row).is_eq() && front.source != row.source => {}
            _ => kept.push(row),
        }
    }
    kept
}

/// What adding `batch`, read in a layout, changes to what is stored.
pub(super) fn compare<F: Fact>(
    connection: &Connection,
    layout: &str,
    batch: &[F],
    diff: &mut BatchDiff,
) -> rusqlite::Result<()> {
    if batch.is_empty() {
        return Ok(());
    }
    let mut layouts = Layouts::read(connection)?;
    let rank = if F::BY_LAYOUT { layouts.rank(layout) } else { 0 };
    let mut stored: Vec<Stored<F>> = read(connection, &layouts)?;
    stored.retain(|known| known.layout == rank);
    let mut fresh: Vec<&F> = batch.iter().collect();
    if !stored.is_empty() {
        fresh.sort_by(|a, b| a.key_order(b));
    }
    let mut known = stored.as_slice();
    for group in fresh.chunk_by(|a, b| a.key_order(b).is_eq()) {
        let before = known.partition_point(|k| k.fact.key_order(group[0]).is_lt());
        known = &known[before..];
        let same_key = known.partition_point(|k| k.fact.key_order(group[0]).is_eq());
        compare_group(&known[..same_key], group, diff);
        known = &known[same_key..];
    }
    Ok(())
}

/// Facts that say the same pair first; what is left pairs in order: a changed fact, or a new one where nothing is left.
fn compare_group<F: Fact>(known: &[Stored<F>], fresh: &[&F], diff: &mut BatchDiff) {
    let mut known: Vec<&F> = known.iter().map(|stored| &stored.fact).collect();
    let mut left = Vec::new();
    for &new in fresh {
        match known.iter().position(|old| completed(new, old).says_the_same(old)) {
            Some(_) if F::SINGLE => diff.unchanged += 1,
            Some(rank) => {
                known.remove(rank);
                diff.unchanged += 1;
            }
            None => left.push(new),
        }
    }
    for (rank, new) in left.into_iter().enumerate() {
        let Some(old) = known.get(if F::SINGLE { 0 } else { rank }) else {
            diff.new += 1;
            continue;
        };
        diff.changed += 1;
        if diff.examples.len() < EXAMPLES {
            diff.examples.push(Change {
                what: new.title(),
                before: old.summary(),
                after: completed(new, old).summary(),
            });
        }
    }
}

fn completed<F: Fact>(new: &F, older: &F) -> F {
    let mut new = new.clone();
    new.complete(older);
    new
}

/// Writes the facts of one source.
pub(super) fn write<F: Fact>(connection: &Connection, facts: &[F], source: SourceId) -> rusqlite::Result<()> {
    if facts.is_empty() {
        return Ok(());
    }
    let mut statement = connection.prepare_cached(F::INSERT)?;
    for fact in facts {
        fact.insert(&mut statement, source)?;
    }
    Ok(())
}

/// A number or a dash, for previews.
pub(super) fn shown<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| "–".to_owned(), |v| v.to_string())
}

/// Keeps what is known; takes the older value where nothing is.
pub(super) fn fill<T: Clone>(known: &mut Option<T>, older: &Option<T>) {
    if known.is_none() {
        known.clone_from(older);
    }
}
