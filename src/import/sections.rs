//! Sections of one file, one per natural key: rows that repeat a section are merged by a stated rule, never stored twice.

use std::collections::HashMap;

use super::mefstat;
use super::sink::{Fate, Sink};
use super::table::{Column, Row};
use crate::domain::id::Uai;
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
    places: HashMap<Key, usize>,
    /// Rows of another year of study than the one a diploma's seats are counted at.
    other_years: u64,
}

type Key = (Uai, String, Route, u16);

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
        let Some(&at) = self.places.get(&key(&section)) else {
            self.places.insert(key(&section), sink.batch.sections.len());
            sink.batch.sections.push(section);
            return Fate::Stored;
        };
        let Some(first) = sink.batch.sections.get_mut(at) else {
            return Fate::Ignored;
        };
        if first.year_of_study != section.year_of_study {
            self.other_years += 1;
            keep_counted_year(first, section);
            return Fate::Merged;
        }
        let first_row = first.row;
        if let Some(reason) = join(first, &section, self.repeats) {
            let reason = Message::new(reason).with("row", first_row);
            sink.doubt(row, column, reason, Message::new("import-fix-repeat"));
        }
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

/// Of two years of one section, keeps the one its seats are counted at; they are never added.
fn keep_counted_year(first: &mut Section, other: Section) {
    let counted = other.cfd.as_ref().map(mefstat::counted_year);
    let nearer = |year: Option<u8>| counted.zip(year).map_or(u8::MAX, |(c, y)| c.abs_diff(y));
    if nearer(other.year_of_study) < nearer(first.year_of_study) {
        *first = other;
    }
}

/// Joins a row to the first one of its key and gives the reason to print, or nothing when the two say the same.
fn join(first: &mut Section, other: &Section, repeats: Repeats) -> Option<&'static str> {
    if same_content(first, other) || adds_nobody(other) {
        return None;
    }
    let once = repeats == Repeats::Lists && first.seats == other.seats && first.seats.is_some();
    if !once {
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
    Some(if once {
        "import-repeat-once"
    } else {
        "import-repeat-added"
    })
}

fn same_content(a: &Section, b: &Section) -> bool {
    (a.seats, a.entrants, a.wishes, a.placeholder_seats) == (b.seats, b.entrants, b.wishes, b.placeholder_seats)
        && a.label == b.label
        && a.mefstat == b.mefstat
}

/// A list without seats, wishes or entrants: printed, but nothing is offered under it.
fn adds_nobody(section: &Section) -> bool {
    let wishes = match section.wishes {
        Some(Wishes::First(n) | Wishes::Unranked(n)) => n,
        None => 0,
    };
    section.seats == Some(0) && wishes == 0 && section.entrants.unwrap_or_default() == 0
}

fn sum(a: Option<u32>, b: Option<u32>) -> Option<u32> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.saturating_add(b)),
        (a, b) => a.or(b),
    }
}
