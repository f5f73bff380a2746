//! From the facts to the gap: both sides, the matching, and the figures of each home cell.

use std::collections::BTreeMap;

use super::MarketError;
use super::apportion::{order_ends, share};
use super::demand::{CellKey, Demand};
use super::frame::Frame;
use super::gap::{Figures, Flow, Gap, GapCell, Supply};
use super::matching::{Matching, Reach, Solved, distance, radius};
use super::notes::notes;
use super::supply::{SupplySide, explained_supply, is_populated};
use crate::domain::facts::Facts;
use crate::domain::progress::Progress;
use crate::domain::units::Milli;

/// What gap is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Request {
    /// The year: its newest survey up to then, and the needs declared for it. Without it, the newest survey year.
    pub year: Option<u16>,
}

/// Computes the gap of a territory: need and supply of every basin with data, matched together, home reported.
///
/// A file without survey or supply gives an empty side and a note, not an error.
///
/// # Errors
/// [`MarketError`]: cancelled, too large, or refused by the solver.
pub fn solve(facts: &Facts, request: &Request, progress: &dyn Progress) -> Result<Gap, MarketError> {
    let frame = Frame::new(facts);
    let demand = Demand::new(&frame, request.year);
    if progress.is_cancelled() {
        return Err(MarketError::Cancelled);
    }
    let side = explained_supply(&frame);
    let matching = Matching::new(&frame, &demand, &side)?;
    let solved = matching.solve(&frame, &side, progress)?;
    Ok(gap_of(&frame, &demand, side, &matching, solved))
}

/// Brings the five solutions back to the cells and nodes of the territory.
pub(super) fn gap_of(
    frame: &Frame<'_>,
    demand: &Demand<'_>,
    mut side: SupplySide,
    matching: &Matching<'_>,
    solved: Solved,
) -> Gap {
    let reach = matching.reach(&side);
    let mut cells = home_cells(frame, demand, &side);
    fill(matching, &solved, reach, &mut cells);
    let cells = finish(frame, demand, &side, cells);
    let notes = notes(frame, demand, &side, &cells);
    for (node, placed) in side.nodes.iter_mut().zip(&solved.placed) {
        node.placed = *placed;
    }
    let (supplies, flows) = shown(side.nodes, solved.flows);
    Gap {
        year: demand.year,
        survey_year: demand.survey_year,
        revision: frame.facts.revision,
        territory: frame.facts.territory.clone(),
        cells,
        supplies,
        flows,
        funnel: side.funnel,
        proofs: solved.proofs,
        notes,
        assumed_share: side.assumed_share,
    }
}

/// The nodes with people, and the flows that point into them.
fn shown(nodes: Vec<Supply>, mut flows: Vec<Flow>) -> (Vec<Supply>, Vec<Flow>) {
    let places = places(&nodes);
    for flow in &mut flows {
        flow.supply = places[flow.supply];
    }
    (nodes.into_iter().filter(is_populated).collect(), flows)
}

/// Where each node stands among the supplies of the gap, or would stand if it had people.
pub(super) fn places(nodes: &[Supply]) -> Vec<usize> {
    let mut before = 0;
    let place = |node: &Supply| {
        let place = before;
        before += usize::from(is_populated(node));
        place
    };
    nodes.iter().map(place).collect()
}

/// A home cell under construction.
#[derive(Default)]
struct Draft {
    figures: Figures,
    reach: Reach,
}

/// Measures of demand and supply split equally over outlet occupations (ruling 9.6), for the home basins.
fn home_cells<'s>(frame: &Frame<'_>, demand: &Demand<'s>, side: &'s SupplySide) -> BTreeMap<CellKey<'s>, Draft> {
    let mut cells: BTreeMap<CellKey<'s>, Draft> = BTreeMap::new();
    for (key, figures) in demand.cells.iter().filter(|(key, _)| frame.home[key.0]) {
        cells.entry(*key).or_default().figures = *figures;
    }
    for (node, basin) in side
        .nodes
        .iter()
        .zip(&side.basins)
        .filter(|(n, _)| n.home && is_populated(n))
    {
        let parts = share(node.in_field, &vec![1; node.outlets.len()]);
        for (fap, part) in node.outlets.iter().zip(parts) {
            cells.entry((*basin, fap)).or_default().figures.supply += part;
        }
    }
    cells
}

/// Brings the solution to the home cells. The ends of a cell come from different optimal solutions; where they cross the central value, the excess is
/// moved to cells that have room under their need and the people who reach them, so that sums stay those of the solves.
fn fill<'c>(matching: &Matching<'c>, solved: &Solved, reach: Vec<Reach>, cells: &mut BTreeMap<CellKey<'c>, Draft>) {
    let home: Vec<usize> = (0..matching.cells.len())
        .filter(|i| matching.needs(*i).high > Milli::ZERO && cells.contains_key(&matching.cells[*i]))
        .collect();
    let low_needs: Vec<i64> = home.iter().map(|i| matching.needs(*i).low.0).collect();
    let mut filled: Vec<_> = home.iter().map(|i| solved.filled[*i]).collect();
    let mut unfilled: Vec<_> = home.iter().map(|i| solved.unfilled[*i]).collect();
    let low_caps = |i: &usize| matching.needs(*i).low.0.min(reach[*i].people.low.0);
    order_ends(&mut filled, &home.iter().map(low_caps).collect::<Vec<_>>());
    // What those who can reach cannot absorb goes where need allows: an ordered range comes first.
    order_ends(&mut filled, &low_needs);
    order_ends(&mut unfilled, &low_needs);
    let mut reach: BTreeMap<usize, Reach> = reach.into_iter().enumerate().collect();
    for (n, i) in home.into_iter().enumerate() {
        let Some(draft) = cells.get_mut(&matching.cells[i]) else {
            continue;
        };
        draft.reach = reach.remove(&i).unwrap_or_default();
        draft.figures.filled = filled[n];
        draft.figures.unfilled = unfilled[n];
        if draft.reach.programmes.is_empty() {
            draft.figures.no_training = unfilled[n];
        } else {
            draft.figures.not_enough = unfilled[n];
        }
    }
}

fn finish(
    frame: &Frame<'_>,
    demand: &Demand<'_>,
    side: &SupplySide,
    cells: BTreeMap<CellKey<'_>, Draft>,
) -> Vec<GapCell> {
    let blind = blind_basins(frame, demand, side);
    let cell = |((basin, fap), draft): (CellKey<'_>, Draft)| GapCell {
        basin: frame.basins[basin].code.clone(),
        fap: fap.clone(),
        border: at_border(frame, &blind, (basin, fap)),
        figures: draft.figures,
        reachable: draft.reach.people,
        reachable_programmes: u32::try_from(draft.reach.programmes.len()).unwrap_or(u32::MAX),
    };
    cells.into_iter().map(cell).collect()
}

/// Basins of the catalogue without data in the file: no survey row of the year, or no supply at all in their region.
fn blind_basins(frame: &Frame<'_>, demand: &Demand<'_>, side: &SupplySide) -> Vec<usize> {
    let seen = |i: &usize| demand.surveyed.contains(i) && side.regions.contains(&frame.basins[*i].region);
    (0..frame.basins.len()).filter(|i| !seen(i)).collect()
}

/// Ruling 9.13: a basin without data lies within the largest radius at which the occupation recruits.
fn at_border(frame: &Frame<'_>, blind: &[usize], (basin, fap): CellKey<'_>) -> bool {
    let levels = frame.core.get(fap).map_or(&[][..], |o| &o.typical_levels);
    let taught = levels.iter().filter(|l| **l < 7);
    let largest = taught.map(|l| radius(frame, *l)).fold(0.0, f64::max);
    let mut near = blind.iter().filter(|other| **other != basin);
    near.any(|other| distance(frame, basin, *other) <= largest)
}
