//! Sections of one file, one per natural key: rows that repeat a section are merged by a stated rule, never stored twice.

use std::collections::HashMap;

use super::sink::{Fate, Sink};
use super::table::{Column, Row};
use crate::domain::id::{Mefstat11, Uai};
use crate::domain::mefstat;
use crate::domain::programme::Route;
use crate::domain::supply::{Section, Wishes};
use crate::i18n::Message;

/// Seats from which a declared capacity is no real section: 999, 3,400… The largest real ones of the field hold about 150.
const PLACEHOLDER_FROM: u32 = 200;

/// Declared seats, told from placeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    pub seats: Option<u32>,
    pub placeholder: Option<u32>,
}

impl Seats {
    /// Sorts a declared capacity. Entrants that fill at least half of it prove it real, however large (departments of an IUT).
    pub fn declared(declared: Option<u32>, entrants: Option<u32>) -> Self {
        match declared {
            Some(n) if n >= PLACEHOLDER_FROM && entrants.is_none_or(|e| e < n / 2) => Self {
                seats: None,
                placeholder: Some(n),
            },
            seats => Self {
                seats,
                placeholder: None,
            },
        }
    }
}

/// What a second row of the same school, diploma and route means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeats {
    /// Each row is a group with its own seats (Parcoursup): seats, entrants and wishes are added.
    Groups,
    /// Equal seats are one capacity printed once per admission list (Affelnet): counted once, wishes added. Different seats are added.
    Lists,
}

/// The sections already read from a file, by natural key.
#[derive(Debug)]
pub struct Sections {
    repeats: Repeats,
    places: HashMap<Key, Place>,
    /// Rows of another year of study than the one a diploma's seats are counted at.
    other_years: u64,
}

type Key = (Uai, String, Route, u16);

/// Where a section stands in the batch, and its rows as printed so far.
#[derive(Debug)]
struct Place {
    at: usize,
    rows: Vec<Printed>,
}

impl Place {
    /// Whose seats the section has once one more row is joined.
    fn seats_with(&self, row: &Printed, repeats: Repeats) -> SeatsOf {
        let printed_before = row.seats.is_some() && self.rows.iter().any(|r| r.seats == row.seats);
        if repeats == Repeats::Lists && printed_before {
            SeatsOf::FirstRow
        } else {
            SeatsOf::BothRows
        }
    }
}

/// Whose seats a joined section has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SeatsOf {
    FirstRow,
    BothRows,
}

impl SeatsOf {
    fn reason(self) -> &'static str {
        match self {
            Self::FirstRow => "import-repeat-once",
            Self::BothRows => "import-repeat-added",
        }
    }
}

/// What one row prints of a section.
#[derive(Debug, PartialEq, Eq)]
struct Printed {
    seats: Option<u32>,
    placeholder: Option<u32>,
    entrants: Option<u32>,
    wishes: Option<Wishes>,
    label: String,
    mefstat: Option<Mefstat11>,
}

impl Printed {
    fn of(section: &Section) -> Self {
        Self {
            seats: section.seats,
            placeholder: section.placeholder_seats,
            entrants: section.entrants,
            wishes: section.wishes,
            label: section.label.clone(),
            mefstat: section.mefstat.clone(),
        }
    }

    /// A list without seats, wishes or entrants: printed, but nothing is offered under it.
    fn offers_nothing(&self) -> bool {
        let wishes = match self.wishes {
            Some(Wishes::First(n) | Wishes::Unranked(n)) => n,
            None => 0,
        };
        self.seats == Some(0) && wishes == 0 && self.entrants.unwrap_or_default() == 0
    }
}

impl Sections {
    /// No section yet.
    pub fn new(repeats: Repeats) -> Self {
        Self {
            repeats,
            places: HashMap::new(),
            other_years: 0,
        }
    }

    /// Rows merged because their section is counted at another year of study.
    pub fn other_years(&self) -> u64 {
        self.other_years
    }

    /// Stores a section, or merges it into the one of the same school, diploma, route and session. Doubts name `column`.
    pub fn add(&mut self, section: Section, row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Fate {
        if let Some(placeholder) = section.placeholder_seats {
            let reason = Message::new("import-placeholder-seats").with("seats", placeholder);
            sink.doubt(row, column, reason, Message::new("import-fix-placeholder"));
        }
        let printed = Printed::of(&section);
        let Some(place) = self.places.get_mut(&key(&section)) else {
            let place = Place {
                at: sink.batch.sections.len(),
                rows: vec![printed],
            };
            self.places.insert(key(&section), place);
            sink.batch.sections.push(section);
            return Fate::Stored;
        };
        let Some(first) = sink.batch.sections.get_mut(place.at) else {
            return Fate::Ignored;
        };
        if first.year_of_study != section.year_of_study {
            self.other_years += 1;
            if is_counted_year(&section, first) {
                *first = section;
                place.rows = vec![printed];
            }
            return Fate::Merged;
        }
        if place.rows.contains(&printed) || printed.offers_nothing() {
            return Fate::Merged;
        }
        let seats = place.seats_with(&printed, self.repeats);
        join(first, &section, seats);
        place.rows.push(printed);
        let reason = Message::new(seats.reason()).with("row", first.row);
        sink.doubt(row, column, reason, Message::new("import-fix-repeat"));
        Fate::Merged
    }
}

fn key(section: &Section) -> Key {
    let diploma = match (&section.cfd, &section.mefstat) {
        (Some(cfd), _) => cfd.to_string(),
        (None, Some(mefstat)) => mefstat.to_string(),
        (None, None) => section.label.clone(),
    };
    (section.uai.clone(), diploma, section.route, section.session)
}

/// True when a row is nearer the year of study that its section's seats are counted at; two years are never added.
fn is_counted_year(row: &Section, kept: &Section) -> bool {
    let counted = row.cfd.as_ref().map(mefstat::counted_year);
    let distance = |section: &Section| {
        counted
            .zip(section.year_of_study)
            .map_or(u8::MAX, |(c, y)| c.abs_diff(y))
    };
    distance(row) < distance(kept)
}

/// Joins a row to the first one of its key.
fn join(first: &mut Section, other: &Section, seats: SeatsOf) {
    if seats == SeatsOf::BothRows {
        first.seats = sum(first.seats, other.seats);
    }
    first.entrants = sum(first.entrants, other.entrants);
    first.wishes = match (first.wishes, other.wishes) {
        (Some(Wishes::First(a)), Some(Wishes::First(b))) => Some(Wishes::First(a.saturating_add(b))),
        (Some(Wishes::Unranked(a)), Some(Wishes::Unranked(b))) => Some(Wishes::Unranked(a.saturating_add(b))),
        (a, b) => a.or(b),
    };
    first.placeholder_seats = first.placeholder_seats.max(other.placeholder_seats);
    first.position = first.position.or(other.position);
}

fn sum(a: Option<u32>, b: Option<u32>) -> Option<u32> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.saturating_add(b)),
        (a, b) => a.or(b),
    }
}
