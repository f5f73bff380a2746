//! Sections as files saw them: programme × establishment × route × session.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::{Fact, shown};
use crate::domain::id::{Cfd, Mefstat11};
use crate::domain::programme::Route;
use crate::domain::source::SourceId;
use crate::domain::supply::{Section, Wishes};
use crate::domain::units::Milli;

const FIRST: &str = "first";
const UNRANKED: &str = "unranked";

impl Fact for Section {
    const TABLE: &'static str = "section";
    const INSERT: &'static str = include_str!("../../db/queries/section/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/section/all.sql");
    const BY_LAYOUT: bool = true;

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        let (wishes, wishes_kind) = match self.wishes {
            Some(Wishes::First(number)) => (Some(number), Some(FIRST)),
            Some(Wishes::Unranked(number)) => (Some(number), Some(UNRANKED)),
            None => (None, None),
        };
        statement.execute(params![
            source.0,
            self.uai.as_str(),
            self.cfd.as_ref().map(Cfd::as_str),
            self.mefstat.as_ref().map(Mefstat11::as_str),
            self.label,
            self.route.as_str(),
            self.session,
            self.year_of_study,
            self.seats,
            self.entrants,
            wishes,
            wishes_kind,
            self.final_year.map(|Milli(people)| people),
            self.position.map(|p| p.lat),
            self.position.map(|p| p.lon),
            self.placeholder_seats,
            self.row,
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_section(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        let place = self.uai.cmp(&other.uai);
        place
            .then_with(|| self.cfd.cmp(&other.cfd))
            .then_with(|| self.mefstat.cmp(&other.mefstat))
            .then_with(|| self.label.cmp(&other.label))
            .then_with(|| self.route.cmp(&other.route))
            .then_with(|| self.session.cmp(&other.session))
            .then_with(|| self.year_of_study.cmp(&other.year_of_study))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        let counts = |s: &Self| (s.seats, s.entrants, s.wishes, s.final_year, s.placeholder_seats);
        counts(self) == counts(other) && self.position == other.position
    }

    fn title(&self) -> String {
        let diploma = self.cfd.as_ref().map_or(self.label.as_str(), |cfd| cfd.as_str());
        format!("{} · {diploma} · {} · {}", self.uai, self.route.as_str(), self.session)
    }

    fn summary(&self) -> String {
        let wishes = self.wishes.map(|w| match w {
            Wishes::First(number) | Wishes::Unranked(number) => number,
        });
        let final_year = self.final_year.map(Milli::people);
        [
            shown(self.seats),
            shown(self.entrants),
            shown(wishes),
            shown(final_year),
        ]
        .join(" / ")
    }
}

fn row_to_section(row: &Row<'_>) -> rusqlite::Result<Section> {
    Ok(Section {
        source: SourceId(row.get(0)?),
        uai: cells::code(row, 1)?,
        cfd: cells::optional_code(row, 2)?,
        mefstat: cells::optional_code(row, 3)?,
        label: row.get(4)?,
        route: cells::word(row, 5, Route::parse)?,
        session: row.get(6)?,
        year_of_study: row.get(7)?,
        seats: row.get(8)?,
        entrants: row.get(9)?,
        wishes: wishes(row, 10, 11)?,
        final_year: row.get::<_, Option<i64>>(12)?.map(Milli),
        position: cells::optional_position(row, 13, 14)?,
        placeholder_seats: row.get(15)?,
        row: row.get(16)?,
    })
}

fn wishes(row: &Row<'_>, number: usize, kind: usize) -> rusqlite::Result<Option<Wishes>> {
    let Some(number) = row.get(number)? else {
        return Ok(None);
    };
    cells::word(row, kind, |word| match word {
        FIRST => Some(Wishes::First(number)),
        UNRANKED => Some(Wishes::Unranked(number)),
        _ => None,
    })
    .map(Some)
}
