//! What becomes of final-year pupils.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::{Fact, shown};
use crate::domain::programme::Route;
use crate::domain::source::SourceId;
use crate::domain::supply::{Outcome, OutcomeScope, OutcomeTarget};

impl Fact for Outcome {
    const TABLE: &'static str = "outcome";
    const INSERT: &'static str = include_str!("../../db/queries/outcome/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/outcome/all.sql");

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        let (scope, place) = scope_columns(&self.scope);
        let (target, diploma, nsf) = target_columns(&self.target);
        let [six, twelve, eighteen, twenty_four] = self.employment_rates;
        statement.execute(params![
            source.0,
            scope,
            place,
            self.route.as_str(),
            target,
            diploma,
            nsf,
            self.vintage,
            self.cohorts,
            self.final_year,
            self.continuing,
            self.leavers,
            self.continuing_rate,
            six,
            twelve,
            eighteen,
            twenty_four,
            self.row,
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_outcome(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        (&self.scope, &self.target, self.route, &self.vintage).cmp(&(
            &other.scope,
            &other.target,
            other.route,
            &other.vintage,
        ))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        let counts = |o: &Self| (o.cohorts, o.final_year, o.continuing, o.leavers);
        counts(self) == counts(other)
            && self.continuing_rate == other.continuing_rate
            && self.employment_rates == other.employment_rates
    }

    fn title(&self) -> String {
        let (_, place) = scope_columns(&self.scope);
        let (_, diploma, nsf) = target_columns(&self.target);
        let words = [place, diploma, nsf, self.route.as_str(), &self.vintage];
        let told: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        told.join(" · ")
    }

    fn summary(&self) -> String {
        let mut told = vec![shown(self.final_year), shown(self.continuing), shown(self.leavers)];
        told.push(shown(self.continuing_rate));
        told.extend(self.employment_rates.map(shown));
        told.join(" / ")
    }
}

fn scope_columns(scope: &OutcomeScope) -> (&'static str, &str) {
    match scope {
        OutcomeScope::Nation => ("nation", ""),
        OutcomeScope::Region(region) => ("region", region.as_str()),
        OutcomeScope::Establishment(uai) => ("establishment", uai.as_str()),
    }
}

fn target_columns(target: &OutcomeTarget) -> (&'static str, &str, &str) {
    match target {
        OutcomeTarget::Cfd(cfd) => ("cfd", cfd.as_str(), ""),
        OutcomeTarget::Mefstat(mefstat) => ("mefstat", mefstat.as_str(), ""),
        OutcomeTarget::Family { diploma, nsf } => ("family", diploma, nsf),
        OutcomeTarget::AllProfessional => ("all_professional", "", ""),
    }
}

fn row_to_outcome(row: &Row<'_>) -> rusqlite::Result<Outcome> {
    Ok(Outcome {
        source: SourceId(row.get(0)?),
        scope: scope(row, 1)?,
        route: cells::word(row, 3, Route::parse)?,
        target: target(row, 4)?,
        vintage: row.get(7)?,
        cohorts: row.get(8)?,
        final_year: row.get(9)?,
        continuing: row.get(10)?,
        leavers: row.get(11)?,
        continuing_rate: row.get(12)?,
        employment_rates: [row.get(13)?, row.get(14)?, row.get(15)?, row.get(16)?],
        row: row.get(17)?,
    })
}

fn scope(row: &Row<'_>, first: usize) -> rusqlite::Result<OutcomeScope> {
    match row.get_ref(first)?.as_str()? {
        "nation" => Ok(OutcomeScope::Nation),
        "region" => cells::code(row, first + 1).map(OutcomeScope::Region),
        "establishment" => cells::code(row, first + 1).map(OutcomeScope::Establishment),
        other => Err(cells::unexpected(first, &other)),
    }
}

fn target(row: &Row<'_>, first: usize) -> rusqlite::Result<OutcomeTarget> {
    match row.get_ref(first)?.as_str()? {
        "cfd" => cells::code(row, first + 1).map(OutcomeTarget::Cfd),
        "mefstat" => cells::code(row, first + 1).map(OutcomeTarget::Mefstat),
        "family" => Ok(OutcomeTarget::Family {
            diploma: row.get(first + 1)?,
            nsf: row.get(first + 2)?,
        }),
        "all_professional" => Ok(OutcomeTarget::AllProfessional),
        other => Err(cells::unexpected(first, &other)),
    }
}
