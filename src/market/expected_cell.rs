//! One cell of the expected lens with a pencil: who it is open to, and the terms of the formula for each of them.

use std::collections::BTreeMap;

use super::MarketError;
use super::demand::Demand;
use super::expected::{MARGINS, parameters};
use super::frame::Frame;
use super::gap::Gap;
use super::matching::Matching;
use super::solve::places;
use super::supply::supply;
use crate::domain::assumption::AssumptionKey;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::progress::{Progress, Unheard};
use crate::engine::{Arc, expect_within};

/// The central market of one cell: `Σ matched + single_posts = posts`.
#[derive(Debug, Clone, PartialEq)]
pub struct CellMarket {
    /// Posts of the cell, V.
    pub posts: f64,
    /// Posts that stay without anybody, `μ_0d`.
    pub single_posts: f64,
    /// A and σ, generalised minutes.
    pub surplus: f64,
    pub noise: f64,
    /// Types of people who reach the cell, most people matched first.
    pub types: Vec<TypeMatch>,
}

/// All supply nodes that can take the same cells at the same costs, and the posts of one cell that they take.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeMatch {
    /// Indices in [`Gap::supplies`].
    pub supplies: Vec<usize>,
    /// People of the type, S.
    pub people: f64,
    /// People who stay without a post, `μ_s0`.
    pub single_people: f64,
    /// Travel to the cell, generalised minutes.
    pub minutes: f64,
    /// `Φ = (A − c) / σ`.
    pub phi: f64,
    /// `μ = √(single_people · single_posts) · exp(Φ / 2)`.
    pub matched: f64,
}

/// Solves the central market and tells one cell; nothing where the cell has no post.
///
/// # Errors
/// As [`super::expected()`].
pub fn expected_cell(
    facts: &Facts,
    gap: &Gap,
    (basin, fap): (&BasinCode, &FapCode),
    progress: &dyn Progress,
) -> Result<Option<CellMarket>, MarketError> {
    use crate::domain::units::Bound::Central;
    let frame = Frame::new(facts);
    let demand = Demand::new(&frame, Some(gap.year));
    let side = supply(&frame);
    let matching = Matching::new(&frame, &demand, &side)?;
    let wanted = |(place, code): &(usize, &FapCode)| frame.basins[*place].code == *basin && *code == fap;
    let Some(cell) = matching.cells.iter().position(wanted) else {
        return Ok(None);
    };
    let surplus = facts.assumptions.value(AssumptionKey::MatchSurplus, &[]).central;
    let noise = facts.assumptions.value(AssumptionKey::MatchNoise, &[]).central;
    let problem = matching.travel_problem_at((Central, Central), &side);
    if problem.demands[cell] == 0 {
        return Ok(None);
    }
    let solved = expect_within(&problem, parameters(surplus, noise), MARGINS, &Unheard(progress))?;
    let places = places(&side.nodes);
    let mut types: BTreeMap<Vec<(u32, u32)>, TypeMatch> = BTreeMap::new();
    for (supply, row) in rows(&problem.arcs) {
        let people = people(problem.supplies[supply]);
        let Some((_, cost)) = row
            .iter()
            .find(|(demand, _)| *demand as usize == cell)
            .filter(|_| people > 0.0)
        else {
            continue;
        };
        let minutes = f64::from(*cost) / 10.0;
        let kind = types.entry(row).or_insert_with(|| TypeMatch {
            supplies: Vec::new(),
            people: 0.0,
            single_people: 0.0,
            minutes,
            phi: (surplus - minutes) / noise,
            matched: 0.0,
        });
        kind.supplies.push(places[supply]);
        kind.people += people;
        kind.single_people += solved.unused[supply] / 1000.0;
        let inflows = problem.arcs.iter().zip(&solved.flows);
        let mine = inflows.filter(|(arc, _)| arc.supply as usize == supply && arc.demand as usize == cell);
        kind.matched += mine.map(|(_, flow)| flow / 1000.0).sum::<f64>();
    }
    let mut types: Vec<TypeMatch> = types.into_values().collect();
    types.sort_by(|a, b| {
        b.matched
            .total_cmp(&a.matched)
            .then_with(|| a.supplies.cmp(&b.supplies))
    });
    Ok(Some(CellMarket {
        posts: people(problem.demands[cell]),
        single_posts: solved.unfilled[cell] / 1000.0,
        surplus,
        noise,
        types,
    }))
}

/// The cells each supply can take and their least costs, sorted.
fn rows(arcs: &[Arc]) -> BTreeMap<usize, Vec<(u32, u32)>> {
    let mut rows: BTreeMap<usize, BTreeMap<u32, u32>> = BTreeMap::new();
    for arc in arcs {
        let cost = rows
            .entry(arc.supply as usize)
            .or_default()
            .entry(arc.demand)
            .or_insert(arc.cost);
        *cost = arc.cost.min(*cost);
    }
    rows.into_iter()
        .map(|(supply, row)| (supply, row.into_iter().collect()))
        .collect()
}

fn people(thousandths: i64) -> f64 {
    crate::domain::units::Milli(thousandths).people()
}
