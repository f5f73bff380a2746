//! What every page of a report needs at hand: names, numbers in words, sources, secrecy.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Cell, Column, ColumnKind, Footer, Row, RowKind};
use super::hidden::Hidden;
use super::names;
use super::secrecy::Secrecy;
use super::words;
use crate::domain::facts::{CatalogueNames, Facts};
use crate::domain::id::{BasinCode, FapCode, RegionCode};
use crate::domain::source::SourceId;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{Lang, Message, decimal, percent, typographic, vintage};
use crate::market::causes::Causes;
use crate::market::expected::ExpectedGap;
use crate::market::flows::Flows;
use crate::market::gap::{Gap, GapCell, GapRow, Grouping, RowKey};
use crate::market::plan::Outlook;
use crate::market::shortage::Shortage;
use crate::market::values::Values;

/// What a report tells: a gap and what explains it, computed on one revision of the facts.
#[derive(Debug, Clone, Copy)]
pub struct Findings<'a> {
    pub gap: &'a Gap,
    pub causes: &'a Causes,
    pub expected: &'a ExpectedGap,
    /// Who goes where under both lenses.
    pub flows: &'a Flows,
    /// The largest shortages, largest first.
    pub shortages: &'a [Shortage],
    pub values: &'a Values,
    /// The scenarios of the territory; none where it has none.
    pub outlooks: &'a [Outlook],
}

/// The facts and the findings under the eyes of whoever writes a page.
pub struct Context<'a> {
    pub facts: &'a Facts,
    pub gap: &'a Gap,
    pub causes: &'a Causes,
    pub expected: &'a ExpectedGap,
    pub flows: &'a Flows,
    pub shortages: &'a [Shortage],
    pub values: &'a Values,
    pub outlooks: &'a [Outlook],
    pub lang: Lang,
    pub secrecy: Secrecy<'a>,
    /// Cells whose figures stay unprinted.
    pub hidden: Hidden,
    names: CatalogueNames<'a>,
    domains: BTreeMap<&'a FapCode, char>,
}

impl<'a> Context<'a> {
    pub fn new(facts: &'a Facts, findings: Findings<'a>, lang: Lang) -> Self {
        let catalogue = &facts.catalogue;
        let gap = findings.gap;
        let secrecy = Secrecy::new(facts, gap);
        Self {
            facts,
            gap,
            causes: findings.causes,
            expected: findings.expected,
            flows: findings.flows,
            shortages: findings.shortages,
            values: findings.values,
            outlooks: findings.outlooks,
            lang,
            hidden: Hidden::new(facts, gap, &secrecy),
            secrecy,
            names: catalogue.names(),
            domains: catalogue.occupations.iter().map(|o| (&o.code, o.domain)).collect(),
        }
    }

    /// Name of a basin, its code where the catalogue has none.
    pub fn basin(&self, code: &BasinCode) -> String {
        self.names.basin(code).map_or_else(|| code.to_string(), typographic)
    }

    /// Name of an occupation, its code where the catalogue has none.
    pub fn occupation(&self, code: &FapCode) -> String {
        self.names
            .occupation(code)
            .map_or_else(|| code.to_string(), typographic)
    }

    /// Name of a region, its code where the catalogue has none.
    pub fn region(&self, code: &RegionCode) -> String {
        let found = self.facts.catalogue.regions.iter().find(|region| region.code == *code);
        found.map_or_else(|| code.to_string(), |region| typographic(&region.name))
    }

    /// Name of a line of the gap.
    pub fn label(&self, row: &GapRow) -> String {
        match &row.key {
            RowKey::Skill(level) => names::skill(*level).text(self.lang),
            _ => typographic(&row.label),
        }
    }

    /// FAP domain letter of an occupation.
    pub fn domain(&self, code: &FapCode) -> char {
        let letter = || code.as_str().chars().next().unwrap_or_default();
        self.domains.get(code).copied().unwrap_or_else(letter)
    }

    /// Whether a cell belongs to a line of the report, which prints no zone d'emploi.
    pub fn belongs(&self, cell: &GapCell, key: &RowKey) -> bool {
        match key {
            RowKey::Total => true,
            RowKey::Basin(basin) => &cell.basin == basin,
            RowKey::Domain(domain) => self.domain(&cell.fap) == *domain,
            RowKey::Occupation(fap) => &cell.fap == fap,
            RowKey::Cell(basin, fap) => &cell.basin == basin && &cell.fap == fap,
            RowKey::Skill(skill) => {
                let occupations = &self.facts.catalogue.occupations;
                occupations.iter().any(|o| o.code == cell.fap && o.skill == *skill)
            }
            RowKey::Region(region) => {
                let basins = &self.facts.catalogue.basins;
                basins.iter().any(|b| b.code == cell.basin && b.region == *region)
            }
            RowKey::Department(department) => {
                let basins = &self.facts.catalogue.basins;
                basins
                    .iter()
                    .any(|b| b.code == cell.basin && b.main_department == *department)
            }
            RowKey::Zone(_) => false,
        }
    }

    /// Lines whose need would tell what one or two employers declared; when there is only one, the smallest
    /// other line goes with it, because the total minus the lines shown would give it back.
    pub fn withheld(&self, rows: &[GapRow]) -> BTreeSet<RowKey> {
        let told = |row: &&GapRow| {
            self.secrecy
                .told_by_few(row.figures.need, |cell| self.belongs(cell, &row.key))
        };
        let mut keys: BTreeSet<RowKey> = rows.iter().filter(told).map(|row| row.key.clone()).collect();
        if keys.len() == 1 {
            let others = rows
                .iter()
                .filter(|row| !keys.contains(&row.key) && row.figures.need.high > Milli::ZERO);
            let smallest = others
                .min_by_key(|row| row.figures.need.central)
                .map(|row| row.key.clone());
            keys.extend(smallest);
        }
        keys
    }

    /// True where a line of a finer table is withheld: sums of its lines must then stay unprinted too.
    pub fn withholds(&self, grouping: Grouping) -> bool {
        !self.withheld(&self.gap.rows(grouping, self.facts)).is_empty()
    }

    /// True where one or two employers would be recognised in the need of the whole territory.
    pub fn total_told_by_few(&self) -> bool {
        self.secrecy.told_by_few(self.gap.total().need, |_| true)
    }

    /// « 120 (95–140) ».
    pub fn range(&self, e: Estimate) -> String {
        words::in_sentence(self.lang, e)
    }

    /// A headcount without its range.
    pub fn people(&self, n: Milli) -> String {
        words::in_sentence(self.lang, Estimate::exact(n))
    }

    /// « 12,3 % ».
    pub fn percent(&self, share: f64) -> String {
        percent(self.lang, share)
    }

    /// A plain number.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        decimal(self.lang, value, decimals)
    }

    /// Sources of the demand side, as cited under a table.
    pub fn demand_source(&self) -> Message {
        self.cite(&self.demand_sources())
    }

    /// Sources of the supply side.
    pub fn supply_source(&self) -> Message {
        self.cite(&self.supply_sources())
    }

    /// Sources of both sides.
    pub fn gap_source(&self) -> Message {
        let mut used = self.supply_sources();
        used.extend(self.demand_sources());
        self.cite(&used)
    }

    fn demand_sources(&self) -> BTreeSet<SourceId> {
        let read = self
            .facts
            .survey
            .iter()
            .filter(|row| Some(row.year) == self.gap.survey_year);
        read.map(|row| row.source).collect()
    }

    fn supply_sources(&self) -> BTreeSet<SourceId> {
        let origins = || self.gap.supplies.iter().flat_map(|supply| &supply.origins);
        let factors = origins().flat_map(|origin| &origin.factors).map(|factor| factor.source);
        origins().map(|origin| origin.source).chain(factors).collect()
    }

    fn cite(&self, used: &BTreeSet<SourceId>) -> Message {
        let known = self.facts.sources.iter().filter(|source| used.contains(&source.id));
        let cited: BTreeSet<String> = known
            .map(|source| {
                Message::new("report-cited-source")
                    .with("producer", source.producer.as_str())
                    .with("vintage", vintage(&source.vintage))
                    .text(self.lang)
            })
            .collect();
        match self.joined(cited) {
            Some(list) => Message::new("report-source").with("list", list),
            None => Message::new("report-source-own"),
        }
    }

    /// « a ; b ; c »; nothing for nothing.
    pub fn joined(&self, parts: impl IntoIterator<Item = String>) -> Option<String> {
        parts.into_iter().reduce(|first, second| {
            let join = Message::new("report-list-join")
                .with("first", first)
                .with("second", second);
            join.text(self.lang)
        })
    }

    /// A footer whose field is the home territory.
    pub fn footer(&self, source: Message, field: &'static str, reading: Option<Message>) -> Footer {
        let field = Message::new(field)
            .with("territory", self.gap.territory.name.as_str())
            .with("year", self.gap.year.to_string())
            .with("basins", self.basin_count());
        Footer {
            source,
            field,
            reading,
            remark: None,
        }
    }

    /// Basins of the territory that have a cell.
    pub fn basin_count(&self) -> usize {
        let basins: BTreeSet<&BasinCode> = self.gap.cells.iter().map(|cell| &cell.basin).collect();
        basins.len()
    }
}

/// Where a line of a ranking stands: most posts first; withheld lines last, in the order of their keys, as their rank would tell too.
pub fn place(posts: Milli, key: &RowKey, withheld: bool) -> (bool, Option<Milli>, RowKey) {
    (withheld, (!withheld).then_some(-posts), key.clone())
}

/// A text column.
pub fn text_column(header: &'static str, weight: u8) -> Column {
    column(header, None, ColumnKind::Text, weight)
}

/// A column with a unit under its header.
pub fn column(header: &'static str, unit: Option<&'static str>, kind: ColumnKind, weight: u8) -> Column {
    Column {
        header: Message::new(header),
        unit: unit.map(Message::new),
        kind,
        weight,
    }
}

/// A line of the body.
pub fn body(cells: Vec<Cell>) -> Row {
    Row {
        kind: RowKind::Body,
        cells,
    }
}

/// The line of the sum.
pub fn total(cells: Vec<Cell>) -> Row {
    Row {
        kind: RowKind::Total,
        cells,
    }
}
