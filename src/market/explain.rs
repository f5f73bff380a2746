//! Opens a figure: its formulas and the inputs behind it, down to the rows of the source files.

use std::collections::BTreeMap;

use super::demand::survey_rows;
use super::explain_supply::supply_inputs;
use super::frame::Frame;
use super::gap::{FactorProvenance, Figures, Gap, RowKey};
use super::rows::label;
use super::zones::{ZoneLink, zone_links};
use crate::domain::assumption::AssumptionKey;
use crate::domain::demand::SurveyRow;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::occupation::SkillLevel;
use crate::domain::source::SourceId;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::Message;

/// What stands behind the figures of one line.
#[derive(Debug, Clone)]
pub struct Explanation {
    pub key: RowKey,
    pub label: String,
    pub figures: Figures,
    /// How the figures are computed: need, supply, matching.
    pub formulas: Vec<Formula>,
    /// What they are computed from: survey, declared needs, assumptions, supply.
    pub inputs: Vec<Input>,
}

/// A formula in words and the figures in it.
#[derive(Debug, Clone)]
pub struct Formula {
    pub text: Message,
    pub terms: Vec<Term>,
}

/// One figure of a formula.
#[derive(Debug, Clone)]
pub struct Term {
    pub what: Message,
    pub value: Range<f64>,
    pub unit: Unit,
}

/// One input: a number, where it comes from, and the inputs behind it.
#[derive(Debug, Clone)]
pub struct Input {
    pub what: Message,
    pub value: Range<f64>,
    pub unit: Unit,
    pub provenance: FactorProvenance,
    /// People behind a measured or shrunk rate.
    pub denominator: Option<f64>,
    pub source: SourceId,
    /// Name of the source file; empty for the embedded catalogue, declared needs and assumptions.
    pub file: String,
    /// Vintage of the source; the published source of an assumption.
    pub vintage: String,
    /// Rows of the source file, 1-based, header included.
    pub rows: Vec<u32>,
    pub parts: Vec<Input>,
}

/// What the value of an input counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Posts or people.
    People,
    /// A share, 0 to 1.
    Rate,
    Kilometres,
}

/// Explains a line of a gap table; nothing when the gap has no such line.
///
/// Inputs of one cell are its survey rows one by one and the supply nodes that reach it; those of a wider line are its cells and the supply nodes of its
/// basins, each with its own parts.
pub fn explain(facts: &Facts, gap: &Gap, key: &RowKey) -> Option<Explanation> {
    let frame = Frame::new(facts);
    let zones = match key {
        RowKey::Zone(_) => zone_links(&frame),
        _ => BTreeMap::new(),
    };
    let row = gap.rows(key.grouping(), facts).into_iter().find(|r| r.key == *key)?;
    let cells: Vec<(&BasinCode, &FapCode)> = gap
        .cells
        .iter()
        .filter(|c| covers(&frame, &zones, key, &c.basin, &c.fap))
        .map(|c| (&c.basin, &c.fap))
        .collect();
    let mut inputs = survey_inputs(&frame, gap, &cells);
    inputs.extend(declared_inputs(facts, gap, &cells));
    inputs.extend(assumption_inputs(facts));
    inputs.extend(supply_inputs(&frame, gap, &cells));
    Some(Explanation {
        key: key.clone(),
        label: label(&frame, key),
        formulas: formulas(&row.figures, row.reachable),
        figures: row.figures,
        inputs,
    })
}

/// Whether a cell counts in a line; a zone covers every cell of the basins it shares people with.
fn covers(
    frame: &Frame<'_>,
    zones: &BTreeMap<usize, ZoneLink>,
    key: &RowKey,
    basin: &BasinCode,
    fap: &FapCode,
) -> bool {
    let place = || frame.basin(basin).map(|i| frame.basins[i]);
    let occupation = || frame.core.get(fap);
    match key {
        RowKey::Total => true,
        RowKey::Region(code) => place().is_some_and(|b| b.region == *code),
        RowKey::Department(code) => place().is_some_and(|b| b.main_department == *code),
        RowKey::Zone(code) => zones
            .get(&frame.basin(basin).unwrap_or(usize::MAX))
            .is_some_and(|l| l.zones.contains(code)),
        RowKey::Basin(code) => basin == code,
        RowKey::Domain(letter) => occupation().is_some_and(|o| o.domain == *letter),
        RowKey::Skill(skill) => occupation().is_some_and(|o| o.skill == *skill),
        RowKey::Occupation(code) => fap == code,
        RowKey::Cell(place, code) => basin == place && fap == code,
    }
}

fn formulas(figures: &Figures, reachable: Option<Estimate>) -> Vec<Formula> {
    let term = |what: &'static str, value: Estimate| Term {
        what: Message::new(what),
        value: value.map(Milli::people),
        unit: Unit::People,
    };
    let declared = Estimate::exact(figures.declared);
    let mut matching = vec![
        term("market-term-filled", figures.filled),
        term("market-term-unfilled", figures.unfilled),
        term("market-term-no-training", figures.no_training),
        term("market-term-not-enough", figures.not_enough),
    ];
    matching.extend(reachable.map(|r| term("market-term-reachable", r)));
    let lines = [
        (
            "market-formula-need",
            vec![
                term("market-term-projects", figures.projects),
                term("market-term-difficult", figures.difficult),
                term("market-term-seasonal", figures.seasonal),
                term("market-term-declared", declared),
                term("market-term-need", figures.need),
            ],
        ),
        (
            "market-formula-outside",
            vec![
                term("market-term-unskilled", figures.unskilled),
                term("market-term-level7", figures.level7),
            ],
        ),
        (
            "market-formula-supply",
            vec![term("market-term-supply", figures.supply)],
        ),
        ("market-formula-matching", matching),
    ];
    let formula = |(key, terms)| Formula {
        text: Message::new(key),
        terms,
    };
    lines.into_iter().map(formula).collect()
}

/// One input a survey row for a single cell, one a cell otherwise, each down to its rows.
fn survey_inputs(frame: &Frame<'_>, gap: &Gap, cells: &[(&BasinCode, &FapCode)]) -> Vec<Input> {
    let mut rows: BTreeMap<(&BasinCode, &FapCode), Vec<&SurveyRow>> = BTreeMap::new();
    for row in survey_rows(frame.facts, gap.survey_year) {
        if cells.binary_search(&(&row.basin, &row.fap)).is_ok() {
            rows.entry((&row.basin, &row.fap)).or_default().push(row);
        }
    }
    let one = |row: &SurveyRow| {
        let department = row.department.as_ref().map_or("", |d| d.as_str());
        let key = if row.projects.is_secret() {
            "market-input-survey-secret"
        } else {
            "market-input-survey"
        };
        Input {
            what: Message::new(key)
                .with("fap", row.fap_label.clone())
                .with("place", department),
            value: row.projects.as_projects().map(Milli::people),
            rows: vec![row.row],
            ..bare(frame.facts, row.source)
        }
    };
    let cell = |(key, rows): (&(&BasinCode, &FapCode), &Vec<&SurveyRow>)| {
        let total: Estimate = rows.iter().map(|r| r.projects.as_projects()).sum();
        Input {
            what: Message::new("market-input-cell")
                .with("cell", label(frame, &RowKey::Cell(key.0.clone(), key.1.clone()))),
            value: total.map(Milli::people),
            rows: rows.iter().map(|r| r.row).collect(),
            parts: rows.iter().map(|r| one(r)).collect(),
            ..bare(frame.facts, rows.first().map_or(SourceId::CATALOGUE, |r| r.source))
        }
    };
    match cells {
        [_] => rows.values().flatten().map(|r| one(r)).collect(),
        _ => rows.iter().map(cell).collect(),
    }
}

fn declared_inputs(facts: &Facts, gap: &Gap, cells: &[(&BasinCode, &FapCode)]) -> Vec<Input> {
    let wanted = facts.needs.iter().filter(|n| n.year == gap.year);
    let here = wanted.filter(|n| cells.binary_search(&(&n.basin, &n.fap)).is_ok());
    let input = |need: &crate::domain::demand::Need| {
        let employer = facts.employers.iter().find(|e| e.id == need.employer);
        Input {
            what: Message::new("market-input-declared").with("employer", employer.map_or("", |e| e.name.as_str())),
            value: Range::exact(f64::from(need.posts)),
            vintage: need.declared_on.clone(),
            ..bare(facts, SourceId::CATALOGUE)
        }
    };
    here.map(input).collect()
}

/// The assumptions every figure rests on: β by skill level and the mobility radius by diploma level.
fn assumption_inputs(facts: &Facts) -> Vec<Input> {
    let input = |key: AssumptionKey, scope: &str, what: &'static str, unit: Unit| {
        let found = facts.assumptions.find(key, &[scope])?;
        Some(Input {
            what: Message::new(what).with("scope", scope),
            value: found.value,
            unit,
            provenance: FactorProvenance::Assumed,
            vintage: found.source.clone(),
            ..bare(facts, SourceId::CATALOGUE)
        })
    };
    let skills = [SkillLevel::SkilledWorker, SkillLevel::Technician];
    let betas = skills.map(|s| input(AssumptionKey::Beta, s.as_str(), "market-input-beta", Unit::Rate));
    let levels = ["3", "4", "5", "6"];
    let radii = levels.map(|l| input(AssumptionKey::RadiusKm, l, "market-input-radius", Unit::Kilometres));
    betas.into_iter().chain(radii).flatten().collect()
}

/// An input measured in a source, to be completed.
pub(super) fn bare(facts: &Facts, source: SourceId) -> Input {
    let known = facts.sources.iter().find(|s| s.id == source);
    Input {
        what: Message::new("market-input-cell"),
        value: Range::exact(0.0),
        unit: Unit::People,
        provenance: FactorProvenance::Measured,
        denominator: None,
        source,
        file: known.map_or_else(String::new, |s| s.file.clone()),
        vintage: known.map_or_else(String::new, |s| s.vintage.clone()),
        rows: Vec::new(),
        parts: Vec::new(),
    }
}
