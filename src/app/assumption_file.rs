//! Assumptions as a table of text: written for a spreadsheet, read back line by line from a file or a clipboard.

use std::collections::BTreeMap;

use super::error::AppError;
use super::session::Session;
use super::text_table::{TextTable, issue};
use crate::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use crate::domain::facts::Facts;
use crate::domain::id::ProgrammeId;
use crate::domain::occupation::SkillLevel;
use crate::domain::programme::{Diploma, Route};
use crate::domain::units::Range;
use crate::i18n::{Lang, Message, text};
use crate::import::Issue;
use crate::store::Deed;

/// The columns that are read back, by their stable names.
const READ: [&str; 6] = ["key", "scope", "low", "central", "high", "unit"];

/// Decimals beyond which a value is what a float makes of it.
const DECIMALS: usize = 6;

/// Rates up to this, written without unit, may be shares or percentages: 0.65 is 65 % to one and 0.65 % to another.
const AMBIGUOUS: f64 = 1.5;

/// What a table of assumptions holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadAssumptions {
    /// Assumptions that differ from those of the territory, by key and scope.
    pub assumptions: Vec<Assumption>,
    /// Lines that say what the territory holds already.
    pub unchanged: usize,
    /// Lines refused, each with its reason.
    pub issues: Vec<Issue>,
}

impl Session {
    /// Writes assumptions read from a table as one deed; the new revision.
    ///
    /// # Errors
    /// As [`Session::set_assumption`]; then none is written.
    pub fn put_assumptions(&self, assumptions: &[Assumption]) -> Result<i64, AppError> {
        let deed = Deed::new("read-assumptions").with("n", assumptions.len().to_string());
        self.write(|store| {
            let written = store.transact(&deed, |tx| assumptions.iter().try_for_each(|a| tx.set_assumption(a)))?;
            Ok(written.1)
        })
    }
}

/// The assumptions as tab-separated text for a spreadsheet, with the units of the screen: what is copied is read back as it was.
pub fn assumptions_tsv(assumptions: &Assumptions, lang: Lang) -> String {
    lines(assumptions, "\t", lang)
}

/// The same as comma-separated text: plain points whatever the language, for programs.
pub fn assumptions_csv(assumptions: &Assumptions) -> String {
    lines(assumptions, ",", Lang::En)
}

fn lines(assumptions: &Assumptions, mark: &str, lang: Lang) -> String {
    let line = |a: &Assumption| {
        let [low, central, high] =
            [a.value.low, a.value.central, a.value.high].map(|value| written(value * scale(a.key), lang));
        let unit = text(lang, unit(a.key));
        [a.key.as_str(), &a.scope, &low, &central, &high, &unit].join(mark)
    };
    let lines = std::iter::once(READ.join(mark)).chain(assumptions.iter().map(line));
    lines.map(|line| line + "\n").collect()
}

/// Reads a table with a header, cut by tabulations, semicolons or commas: `key`, `scope`, then `central` alone or with `low` and `high`, and `unit`, under
/// their stable names or those on screen in either language. A line refused leaves the others; the last line of an assumption is heard.
pub fn read_assumptions(facts: &Facts, file: &str, table: &str) -> ReadAssumptions {
    let mut read = ReadAssumptions::default();
    let table = match TextTable::read(table, &READ, &["key", "central"], is_title) {
        Ok(table) => table,
        Err(missing) => {
            let reason = Message::new("app-review-no-column").with("column", missing);
            read.issues.push(issue(file, 1, (missing, ""), reason));
            return read;
        }
    };
    let mut found: BTreeMap<(AssumptionKey, String), Assumption> = BTreeMap::new();
    for (row, line) in table.lines() {
        let Some(line) = line else {
            let reason = Message::new("app-review-unreadable");
            read.issues.push(issue(file, row, ("", ""), reason));
            continue;
        };
        match assumption_of(facts, |column| line.cell(column)) {
            Err((column, reason)) => {
                let value = line.cell(column).unwrap_or_default();
                read.issues.push(issue(file, row, (READ[column], value), reason));
            }
            Ok(assumption) => {
                found.insert((assumption.key, assumption.scope.clone()), assumption);
            }
        }
    }
    for assumption in found.into_values() {
        let known = facts.assumptions.exactly(assumption.key, &assumption.scope);
        match known.is_some_and(|known| known.value == assumption.value) {
            true => read.unchanged += 1,
            false => read.assumptions.push(assumption),
        }
    }
    read
}

/// The assumption of a line, or the column that is wrong and why.
fn assumption_of<'c>(facts: &Facts, cell: impl Fn(usize) -> Option<&'c str>) -> Result<Assumption, (usize, Message)> {
    let words = |c: usize| cell(c).unwrap_or_default();
    let key = key_of(words(0)).ok_or_else(|| (0, Message::new("app-assumption-key")))?;
    let scope = words(1);
    if !applies_to(facts, key, scope) {
        return Err((1, Message::new("app-assumption-scope")));
    }
    let central = number(key, words(3), words(5)).map_err(|reason| (3, reason))?;
    let end = |column: usize| match words(column) {
        "" => Ok(central),
        end => number(key, end, words(5)).map_err(|reason| (column, reason)),
    };
    let value = Range {
        low: end(2)?,
        central,
        high: end(4)?,
    };
    if !(value.low <= central && central <= value.high) {
        return Err((3, Message::new("app-assumption-order")));
    }
    // Where the changed value came from stays told beside it.
    let origin = facts.assumptions.exactly(key, scope).map(|a| a.source.clone());
    Ok(Assumption {
        key,
        scope: scope.to_owned(),
        value,
        source: origin.unwrap_or_else(|| text(Lang::Fr, "app-assumption-edited")),
        edited: true,
    })
}

/// A key by its stable name or its title on screen in either language.
fn key_of(words: &str) -> Option<AssumptionKey> {
    let title = |key: &AssumptionKey, lang| text(lang, &format!("store-assumption-{}", key.as_str()));
    AssumptionKey::ALL.into_iter().find(|key| {
        words.eq_ignore_ascii_case(key.as_str())
            || Lang::ALL
                .into_iter()
                .any(|lang| title(key, lang).to_lowercase() == words.to_lowercase())
    })
}

/// Whether an assumption may be of a scope: another one would be stored and never heard.
fn applies_to(facts: &Facts, key: AssumptionKey, scope: &str) -> bool {
    use AssumptionKey as K;
    let programme = || {
        let id = ProgrammeId::parse(scope).ok();
        id.is_some_and(|id| facts.catalogue.programmes.iter().any(|p| p.id == id))
    };
    if facts.assumptions.exactly(key, scope).is_some() {
        return true;
    }
    match key {
        K::Beta => matches!(
            SkillLevel::parse(scope),
            Some(SkillLevel::SkilledWorker | SkillLevel::Technician)
        ),
        K::RadiusKm => ["3", "4", "5", "6"].contains(&scope),
        K::ApprenticeSeatCap | K::Shrinkage | K::MatchSurplus | K::MatchNoise => scope.is_empty(),
        _ => scope.is_empty() || Diploma::parse(scope).is_some() || Route::parse(scope).is_some() || programme(),
    }
}

/// A value as typed, in the unit of the store. A share without unit that could be a percentage is refused, not guessed.
fn number(key: AssumptionKey, typed: &str, unit: &str) -> Result<f64, Message> {
    let percent = typed.contains('%') || unit.trim() == "%";
    let compact: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    let number: f64 = compact
        .replace(',', ".")
        .replace('\u{2212}', "-")
        .parse()
        .map_err(|_| Message::new("app-assumption-number"))?;
    let scale = scale(key);
    if scale > 1.0 && !percent && number > 0.0 && number <= AMBIGUOUS {
        return Err(Message::new("app-assumption-unit"));
    }
    let value = number / scale;
    let (least, most) = key.bounds();
    if !value.is_finite() || value < least || value > most {
        return Err(Message::new("app-assumption-bounds")
            .with("least", written(least * scale, Lang::En))
            .with("most", written(most * scale, Lang::En)));
    }
    Ok(value)
}

/// A number for a spreadsheet: no group separator, the decimal sign of the language.
fn written(value: f64, lang: Lang) -> String {
    let fixed = format!("{value:.DECIMALS$}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    match lang {
        Lang::Fr => short.replace('.', ","),
        Lang::En => short.to_owned(),
    }
}

/// What a stored value is multiplied by on screen and in tables: shares are percentages.
pub fn scale(key: AssumptionKey) -> f64 {
    match key {
        AssumptionKey::RadiusKm
        | AssumptionKey::ApprenticeSeatCap
        | AssumptionKey::Shrinkage
        | AssumptionKey::SeatCost
        | AssumptionKey::MatchSurplus
        | AssumptionKey::OpeningCost
        | AssumptionKey::PostWorth
        | AssumptionKey::MatchNoise
        | AssumptionKey::NetCreation
        | AssumptionKey::NationalProjects
        | AssumptionKey::TrainingHours
        | AssumptionKey::YearHours
        | AssumptionKey::ColorationHours
        | AssumptionKey::ModuleHours => 1.0,
        _ => 100.0,
    }
}

/// The unit of an assumption on screen and in tables, as a key of the texts.
pub fn unit(key: AssumptionKey) -> &'static str {
    match key {
        AssumptionKey::RadiusKm => "ui-unit-km",
        AssumptionKey::ApprenticeSeatCap => "ui-unit-seats",
        AssumptionKey::Shrinkage => "ui-unit-people",
        AssumptionKey::SeatCost | AssumptionKey::OpeningCost | AssumptionKey::PostWorth => "ui-unit-euros",
        AssumptionKey::MatchSurplus | AssumptionKey::MatchNoise => "ui-unit-minutes",
        AssumptionKey::NetCreation => "ui-unit-jobs",
        AssumptionKey::NationalProjects => "ui-unit-projects",
        AssumptionKey::TrainingHours
        | AssumptionKey::YearHours
        | AssumptionKey::ColorationHours
        | AssumptionKey::ModuleHours => "ui-unit-hours",
        _ => "ui-unit-percent",
    }
}

/// A column by its stable name or its title in either language.
fn is_title(title: &str, name: &str) -> bool {
    let shown = |lang| text(lang, &format!("app-assumption-column-{name}"));
    let same = |a: &str| a.trim().to_lowercase() == title.trim().to_lowercase();
    same(name) || Lang::ALL.into_iter().any(|lang| same(&shown(lang)))
}
