//! The demand side: survey rows and declared needs become the need of each basin × occupation (ruling 9.1).

use std::collections::{BTreeMap, BTreeSet};

use super::frame::{Frame, in_gap};
use super::gap::Figures;
use crate::domain::board::{CommitmentStatus, PartnerCommitment, Pledge};
use crate::domain::demand::{Need, SurveyRow};
use crate::domain::facts::Facts;
use crate::domain::id::FapCode;
use crate::domain::occupation::{Occupation, SkillLevel};
use crate::domain::secrecy::net_of_seasonal;
use crate::domain::units::{Estimate, Milli, Range};

/// A cell of the computation: basin number and core occupation.
pub(super) type CellKey<'a> = (usize, &'a FapCode);

/// Need and measures of demand of every basin with data, home and context.
#[derive(Clone)]
pub(super) struct Demand<'a> {
    pub year: u16,
    pub survey_year: Option<u16>,
    pub cells: BTreeMap<CellKey<'a>, Figures>,
    /// Basins with at least one survey row of the year, any occupation.
    pub surveyed: BTreeSet<usize>,
    /// Industrial survey rows whose basin is not in the catalogue.
    pub unplaced_rows: usize,
    /// Posts declared for other years than this one.
    pub posts_of_other_years: u64,
    /// By what the surveyed need of a coming year is multiplied: 1 in the year of the survey.
    pub growth: Range<f64>,
    /// Projects net of seasonal ones.
    net: BTreeMap<CellKey<'a>, Estimate>,
    /// Posts that partners promised and nobody confirmed yet: they count at the high end alone.
    expected: BTreeMap<CellKey<'a>, Milli>,
}

impl<'a> Demand<'a> {
    pub fn new(frame: &Frame<'a>, requested: Option<u16>) -> Self {
        let survey_year = survey_year(frame.facts, requested);
        let year = requested.or(survey_year).unwrap_or_else(|| latest_year(frame.facts));
        Self::of(frame, survey_year, year)
    }

    /// A year to come: the newest survey up to the base year, what firms declared for the year, and the posts that partners promised from then on.
    pub fn coming(frame: &Frame<'a>, base: u16, year: u16) -> Self {
        let mut demand = Self::of(frame, survey_year(frame.facts, Some(base)), year);
        let promised = &frame.facts.board.commitments;
        for told in promised {
            demand.add_promised(frame, told);
        }
        if !promised.is_empty() {
            demand.settle(frame);
        }
        demand
    }

    fn of(frame: &Frame<'a>, survey_year: Option<u16>, year: u16) -> Self {
        let facts = frame.facts;
        let mut demand = Self {
            year,
            survey_year,
            cells: BTreeMap::new(),
            surveyed: BTreeSet::new(),
            unplaced_rows: 0,
            posts_of_other_years: 0,
            growth: Range::exact(1.0),
            net: BTreeMap::new(),
            expected: BTreeMap::new(),
        };
        for row in survey_rows(facts, survey_year) {
            demand.add_row(frame, row);
        }
        for need in &facts.needs {
            demand.add_declared(frame, need);
        }
        demand.settle(frame);
        demand
    }

    /// The need of every cell at the assumptions of the frame.
    pub fn settle(&mut self, frame: &Frame<'_>) {
        for (key, figures) in &mut self.cells {
            if let Some(occupation) = frame.core.get(key.1) {
                let beta = frame.assumptions.beta(occupation.skill);
                let beta = Range::new(
                    beta.low * self.growth.low,
                    beta.central * self.growth.central,
                    beta.high * self.growth.high,
                );
                settle(
                    figures,
                    occupation,
                    self.net.get(key).copied().unwrap_or_default(),
                    beta,
                    self.expected.get(key).copied().unwrap_or_default(),
                );
            }
        }
    }

    /// True where files or firms told of a cell; false where only an edit did.
    pub fn is_surveyed_or_declared(&self, key: &CellKey<'a>) -> bool {
        self.net.contains_key(key) || self.cells.get(key).is_some_and(|f| f.declared > Milli::ZERO)
    }

    /// One published row: the measures side by side, and its projects net of seasonal ones (ruling 9.4: net per row, then sum).
    fn add_row(&mut self, frame: &Frame<'a>, row: &'a SurveyRow) {
        let basin = frame.basin(&row.basin);
        self.surveyed.extend(basin);
        if !frame.core.contains_key(&row.fap) {
            return;
        }
        let Some(basin) = basin else {
            self.unplaced_rows += 1;
            return;
        };
        let projects = row.projects.as_projects();
        let figures = self.cells.entry((basin, &row.fap)).or_default();
        figures.projects += projects;
        figures.difficult += row.difficult.as_share_of(projects);
        figures.seasonal += row.seasonal.as_share_of(projects);
        figures.survey_cells += 1;
        figures.secret_cells += u32::from(row.projects.is_secret());
        *self.net.entry((basin, &row.fap)).or_default() += net_of_seasonal(row.projects, row.seasonal);
    }

    fn add_declared(&mut self, frame: &Frame<'a>, need: &'a Need) {
        let Some(basin) = frame.basin(&need.basin) else { return };
        if !frame.core.contains_key(&need.fap) {
            return;
        }
        if need.year == self.year {
            let figures = self.cells.entry((basin, &need.fap)).or_default();
            figures.declared += Milli::whole(i64::from(need.posts));
        } else if frame.home[basin] {
            self.posts_of_other_years += u64::from(need.posts);
        }
    }

    /// Posts promised from a year on: declared where the promise is held, expected where nobody confirmed it.
    fn add_promised(&mut self, frame: &Frame<'a>, told: &'a PartnerCommitment) {
        let Pledge::Posts {
            fap,
            basin,
            posts,
            from,
        } = &told.pledge
        else {
            return;
        };
        let Some(number) = frame
            .basin(basin)
            .filter(|_| *from <= self.year && frame.core.contains_key(fap))
        else {
            return;
        };
        let posts = Milli::whole(i64::from(*posts));
        match told.status {
            CommitmentStatus::Held => self.cells.entry((number, fap)).or_default().declared += posts,
            CommitmentStatus::Expected => {
                self.cells.entry((number, fap)).or_default();
                *self.expected.entry((number, fap)).or_default() += posts;
            }
            CommitmentStatus::Broken | CommitmentStatus::Lifted => {}
        }
    }
}

/// The newest survey year up to the one asked for.
pub(super) fn survey_year(facts: &Facts, requested: Option<u16>) -> Option<u16> {
    let years = facts.survey.iter().map(|r| r.year);
    years.filter(|y| requested.is_none_or(|most| *y <= most)).max()
}

/// Survey rows of a year, each métier × bassin × département × comité once: the newest file speaks.
pub(super) fn survey_rows(facts: &Facts, year: Option<u16>) -> Vec<&SurveyRow> {
    let mut newest: BTreeMap<_, &SurveyRow> = BTreeMap::new();
    for row in facts.survey.iter().filter(|r| Some(r.year) == year) {
        let kept = newest
            .entry((&row.basin, &row.fap, &row.department, &row.clpe))
            .or_insert(row);
        if row.source > kept.source {
            *kept = row;
        }
    }
    newest.into_values().collect()
}

/// `need = max(β × growth × net projects, Σ declared)`, end by end, what is only expected declared at the high end; unskilled and level-7 posts stay outside the gap, merged the same way.
fn settle(figures: &mut Figures, occupation: &Occupation, net: Estimate, beta: Range<f64>, expected: Milli) {
    let declared = figures.declared;
    let merged = net.map(|n| n.max(declared));
    if in_gap(occupation) {
        figures.need = Range {
            low: net.low.times(beta.low).max(declared),
            central: net.central.times(beta.central).max(declared),
            high: net.high.times(beta.high).max(declared + expected),
        };
    } else if occupation.skill == SkillLevel::UnskilledWorker {
        figures.unskilled = merged;
    } else {
        figures.level7 = merged;
    }
}

/// A year to name when no survey was asked for or imported.
fn latest_year(facts: &Facts) -> u16 {
    let needs = facts.needs.iter().map(|n| n.year).max();
    needs
        .or_else(|| facts.sections.iter().map(|s| s.session).max())
        .unwrap_or(0)
}
