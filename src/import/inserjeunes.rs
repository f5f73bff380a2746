//! What the « InserJeunes » files share: rates that may be unpublished, cumulated years, outcomes of a school.

use std::collections::HashMap;

use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::fold;
use crate::domain::id::Uai;
use crate::domain::programme::Route;
use crate::domain::source::SourceId;
use crate::domain::supply::{Outcome, OutcomeScope, OutcomeTarget};
use crate::i18n::Message;

/// Rate columns of a file by establishment.
#[derive(Debug, Clone, Copy)]
pub struct RateColumns {
    continuing: Column,
    employment: [Column; 4],
}

impl RateColumns {
    /// Finds them by the published labels or the field names of the ministry's interface.
    pub fn of(table: &Table<'_>) -> Self {
        Self {
            continuing: table.column(CONTINUING),
            employment: [
                table.column(EMPLOYMENT_6),
                table.column(&["taux emploi 12 mois", "taux_emploi_12_mois"]),
                table.column(&["taux emploi 18 mois", "taux_emploi_18_mois"]),
                table.column(&["taux emploi 24 mois", "taux_emploi_24_mois"]),
            ],
        }
    }
}

/// Accepted names of the rate of further study.
pub const CONTINUING: &[&str] = &[
    "taux poursuite etudes",
    "taux de poursuite d'etudes",
    "taux_poursuite_etudes",
];
/// Accepted names of the employment rate at six months; the file by lycée calls it « Taux ».
pub const EMPLOYMENT_6: &[&str] = &["taux emploi 6 mois", "taux_emploi_6_mois", "taux"];

/// Accepted names of the school.
pub const SCHOOL_NAME: &[&str] = &["libelle", "libelle de l'etablissement"];

/// The rates of one school, as published in one row; headcounts are not published at this scope.
///
/// # Errors
/// Refuses the row when a rate is neither a percentage nor a marker.
pub fn of_school(
    row: &Row<'_>,
    columns: RateColumns,
    school: (Uai, Route, OutcomeTarget),
    vintage: &str,
    sink: &mut Sink<'_>,
) -> Result<Outcome, Refused> {
    let (uai, route, target) = school;
    let mut employment_rates = [None; 4];
    for (rate, column) in employment_rates.iter_mut().zip(columns.employment) {
        *rate = share(row, column, sink)?;
    }
    Ok(Outcome {
        scope: OutcomeScope::Establishment(uai),
        route,
        target,
        vintage: vintage.to_owned(),
        cohorts: cohorts(vintage),
        final_year: None,
        continuing: None,
        leavers: None,
        continuing_rate: share(row, columns.continuing, sink)?,
        employment_rates,
        row: row.number(),
        source: SourceId::default(),
    })
}

/// Outcomes already read from a file: a second row of the same scope, route, target and vintage must say the same.
#[derive(Debug, Default)]
pub struct Outcomes {
    places: HashMap<(OutcomeScope, Route, OutcomeTarget, String), usize>,
    unpublished: u64,
    vintages: std::collections::BTreeSet<String>,
}

impl Outcomes {
    /// Stores an outcome; ignores one without any figure; refuses one that contradicts an earlier row, naming `column`.
    ///
    /// # Errors
    /// Refuses the row.
    pub fn add(
        &mut self,
        outcome: Outcome,
        row: &Row<'_>,
        column: Column,
        sink: &mut Sink<'_>,
    ) -> Result<Fate, Refused> {
        if says_nothing(&outcome) {
            self.unpublished += 1;
            return Ok(Fate::Ignored);
        }
        let key = (
            outcome.scope.clone(),
            outcome.route,
            outcome.target.clone(),
            outcome.vintage.clone(),
        );
        let Some(&at) = self.places.get(&key) else {
            self.places.insert(key, sink.batch.outcomes.len());
            self.vintages.insert(outcome.vintage.clone());
            sink.batch.outcomes.push(outcome);
            return Ok(Fate::Stored);
        };
        match sink.batch.outcomes.get(at) {
            Some(first) if !same_figures(first, &outcome) => {
                let first = first.row;
                Err(contradiction(row, column, first, sink))
            }
            _ => Ok(Fate::Merged),
        }
    }

    /// Stores an outcome whose row was counted as ignored when it was read.
    pub fn add_late(&mut self, outcome: Outcome, sink: &mut Sink<'_>) {
        if says_nothing(&outcome) {
            self.unpublished += 1;
            return;
        }
        self.vintages.insert(outcome.vintage.clone());
        sink.batch.outcomes.push(outcome);
        sink.store_ignored();
    }

    /// States the vintages read and the rows without any figure.
    pub fn tell(&self, sink: &mut Sink<'_>) {
        if let (Some(first), Some(last)) = (self.vintages.first(), self.vintages.last()) {
            let vintage = if first == last {
                first.clone()
            } else {
                format!("{first} – {last}")
            };
            sink.set_vintage(vintage);
        }
        if self.unpublished > 0 {
            sink.note(Message::new("import-note-unpublished").with("n", self.unpublished));
        }
    }
}

/// True when two rows print the same figures.
pub fn same_figures(a: &Outcome, b: &Outcome) -> bool {
    figures(a) == figures(b)
}

/// Refuses a row that says of a school and diploma something else than an earlier one.
pub fn contradiction(row: &Row<'_>, column: Column, first: u32, sink: &mut Sink<'_>) -> Refused {
    let reason = Message::new("import-outcome-twice").with("row", first);
    sink.refuse(row, column, reason, Message::new("import-fix-outcome-twice"))
}

/// Two following years in a name: `…-2022_2023-pro.csv`.
pub fn two_years_in(name: &str) -> Option<String> {
    let digits = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let pieces: Vec<&str> = name.split(['_', '-', ' ', '.']).collect();
    pieces.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let follow = digits(first) && digits(second) && first.parse::<u16>().ok()? + 1 == second.parse::<u16>().ok()?;
        follow.then(|| format!("{first}_{second}"))
    })
}

type Figures = (Option<u32>, Option<u32>, Option<u32>, Option<f64>, [Option<f64>; 4]);

fn figures(o: &Outcome) -> Figures {
    (
        o.final_year,
        o.continuing,
        o.leavers,
        o.continuing_rate,
        o.employment_rates,
    )
}

fn says_nothing(outcome: &Outcome) -> bool {
    figures(outcome) == (None, None, None, None, [None; 4])
}

/// School years a vintage cumulates: `2022_2023` and `cumul 2022-2023` are two, `2022` is one.
pub fn cohorts(vintage: &str) -> u8 {
    let years = vintage
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .count();
    if years > 1 { 2 } else { 1 }
}

/// A share between 0 and 1; `nd`, `ns`, `nc`, `*` and a dash are nothing, never 0.
///
/// # Errors
/// Refuses the row when the cell is neither such a marker nor a percentage.
pub fn share(row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Result<Option<f64>, Refused> {
    if is_unpublished(row.text(column)) {
        return Ok(None);
    }
    row.percentage(column, sink)
}

/// A headcount, or nothing for a marker.
///
/// # Errors
/// Refuses the row when the cell is neither such a marker nor a whole number.
pub fn headcount(row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Result<Option<u32>, Refused> {
    if is_unpublished(row.text(column)) {
        return Ok(None);
    }
    row.whole(column, sink)
}

/// Markers of the producers: not available, not significant, not communicated, secret.
fn is_unpublished(text: &str) -> bool {
    const MARKERS: [&str; 12] = [
        "nd", "n.d.", "n.d", "ns", "n.s.", "n.s", "nc", "n.c.", "n.c", "s", "*", "-",
    ];
    MARKERS.contains(&fold(text).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vintage_of_two_years_cumulates_two_cohorts() {
        assert_eq!(cohorts("2022_2023"), 2);
        assert_eq!(cohorts("cumul 2023-2024"), 2);
        assert_eq!(cohorts("2022"), 1);
    }

    #[test]
    fn two_following_years_are_found_in_a_name() {
        let check = |name: &str, years: Option<&str>| assert_eq!(two_years_in(name).as_deref(), years, "{name}");
        check(
            "depp-2022-etablissements-2022_2023-pro_4_regions.csv",
            Some("2022_2023"),
        );
        check("lycees 2021-2022.csv", Some("2021_2022"));
        check("lycees_2022.csv", None);
        check("2019_2023.csv", None);
    }

    #[test]
    fn markers_are_missing_and_zero_is_not() {
        for marker in ["nd", "ND", "n.d.", "ns", "nc", "s", "*", "-"] {
            assert!(is_unpublished(marker), "{marker}");
        }
        for value in ["0", "12", "x", ""] {
            assert!(!is_unpublished(value), "{value}");
        }
    }
}
