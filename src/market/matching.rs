//! The matching problem of a territory and its context: nodes, cells and arcs, then the five solves of the ranges.

use std::collections::{BTreeMap, BTreeSet};

use super::MarketError;
use super::demand::{CellKey, Demand};
use super::frame::{Frame, in_gap};
use super::gap::{Flow, Proof};
use super::supply::{SupplySide, is_populated};
use crate::domain::assumption::AssumptionKey;
use crate::domain::id::{FapCode, ProgrammeId};
use crate::domain::progress::{Progress, Unheard};
use crate::domain::units::{Bound, Estimate, Milli};
use crate::engine::{Arc, Certificate, Change, Problem, Solution, certify, solve};

/// The problem with the meaning of its indices.
pub(super) struct Matching<'a> {
    pub cells: Vec<CellKey<'a>>,
    arcs: Vec<Arc>,
    /// Great-circle distance of each arc, km.
    distances: Vec<f64>,
    needs: Vec<Estimate>,
    supplies: Vec<Estimate>,
}

/// What the five solves give, by cell and by supply node.
pub(super) struct Solved {
    pub filled: Vec<Estimate>,
    pub unfilled: Vec<Estimate>,
    pub placed: Vec<Milli>,
    pub flows: Vec<Flow>,
    pub proofs: Vec<Proof>,
}

/// Who can reach a cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    pub people: Estimate,
    pub programmes: BTreeSet<ProgrammeId>,
}

/// The ends of the ranges (ruling 9.5): need, supply.
pub(super) const SOLVES: [(Bound, Bound); 5] = [
    (Bound::Central, Bound::Central),
    (Bound::Low, Bound::High),
    (Bound::High, Bound::Low),
    (Bound::Low, Bound::Low),
    (Bound::High, Bound::High),
];

impl<'a> Matching<'a> {
    pub fn new(frame: &Frame<'_>, demand: &Demand<'a>, side: &SupplySide) -> Result<Self, MarketError> {
        // Cells and nodes without posts or people stay, so that a change of quantities changes no index and no cost.
        let wanted = demand
            .cells
            .iter()
            .filter(|((_, fap), _)| frame.core.get(fap).is_some_and(|o| in_gap(o)));
        let cells: Vec<CellKey<'a>> = wanted.clone().map(|(key, _)| *key).collect();
        let needs = wanted.map(|(_, f)| f.need).collect();
        let mut matching = Self {
            arcs: Vec::new(),
            distances: Vec::new(),
            supplies: side.nodes.iter().map(|n| n.in_field).collect(),
            needs,
            cells,
        };
        matching.add_arcs(frame, side)?;
        Ok(matching)
    }

    /// Base arcs (ruling 9.16): exact outlets at an accepted level, within the radius of the diploma's level.
    fn add_arcs(&mut self, frame: &Frame<'_>, side: &SupplySide) -> Result<(), MarketError> {
        let mut by_occupation: BTreeMap<&FapCode, Vec<(usize, u32)>> = BTreeMap::new();
        for (number, (basin, fap)) in self.cells.iter().enumerate() {
            by_occupation.entry(fap).or_default().push((*basin, index(number)?));
        }
        let scale = home_first_scale(frame, side, &self.cells);
        let places: BTreeSet<usize> = self.cells.iter().map(|(basin, _)| *basin).collect();
        let mut near: BTreeMap<(usize, u8, u32), BTreeMap<usize, f64>> = BTreeMap::new();
        for (number, node) in side.nodes.iter().enumerate() {
            let (supply, from) = (index(number)?, side.basins[number]);
            let more = side.farther.get(&number).copied().unwrap_or(0);
            let near = near
                .entry((from, node.level, more))
                .or_insert_with(|| within(frame, from, radius(frame, node.level) + f64::from(more), &places));
            for fap in node.outlets.iter() {
                for (to, demand) in by_occupation.get(fap).into_iter().flatten() {
                    let Some(km) = near.get(to).copied() else { continue };
                    let crosses = frame.home[from] != frame.home[*to];
                    self.distances.push(km);
                    self.arcs.push(Arc {
                        supply,
                        demand: *demand,
                        cost: scaled(travel(from == *to, km), scale, crosses),
                    });
                }
            }
        }
        index(self.arcs.len()).map(|_| ())
    }

    /// Solves and certifies the five combinations of ends.
    pub fn solve(&self, frame: &Frame<'_>, side: &SupplySide, progress: &dyn Progress) -> Result<Solved, MarketError> {
        self.solve_by(frame, side, progress, |ends| self.solve_at(ends, progress))
    }

    /// The five combinations of ends, each solved and certified by `one`.
    pub fn solve_by(
        &self,
        frame: &Frame<'_>,
        side: &SupplySide,
        progress: &dyn Progress,
        mut one: impl FnMut((Bound, Bound)) -> Result<(Solution, Proof), MarketError>,
    ) -> Result<Solved, MarketError> {
        let mut solved = Solved {
            filled: vec![Estimate::default(); self.cells.len()],
            unfilled: vec![Estimate::default(); self.cells.len()],
            placed: vec![Milli::ZERO; side.nodes.len()],
            flows: Vec::new(),
            proofs: Vec::new(),
        };
        let steps = SOLVES.len() as u64;
        for (done, ends) in (0_u64..).zip(SOLVES) {
            progress.report(done, steps);
            if progress.is_cancelled() {
                return Err(MarketError::Cancelled);
            }
            let (solution, proof) = one(ends)?;
            self.record(ends, &solution, &mut solved);
            if ends == (Bound::Central, Bound::Central) {
                self.record_flows(frame, side, &solution, &mut solved);
            }
            solved.proofs.push(proof);
        }
        progress.report(steps, steps);
        Ok(solved)
    }

    /// The problem at one end of need and supply.
    pub fn problem_at(&self, (need, supply): (Bound, Bound)) -> Problem {
        Problem {
            supplies: self.supplies.iter().map(|s| s.at(supply).0).collect(),
            demands: self.needs.iter().map(|n| n.at(need).0).collect(),
            arcs: self.arcs.clone(),
            limits: Vec::new(),
        }
    }

    /// The problem at one end of need and supply, with the costs of travel alone: without « home first ».
    pub fn travel_problem_at(&self, ends: (Bound, Bound), side: &SupplySide) -> Problem {
        let mut problem = self.problem_at(ends);
        for (arc, km) in problem.arcs.iter_mut().zip(&self.distances) {
            let (from, to) = (side.basins[arc.supply as usize], self.cells[arc.demand as usize].0);
            arc.cost = scaled(travel(from == to, *km), 1, false);
        }
        problem
    }

    /// Who can take which post, in the order of [`Self::problem_at`].
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// The supply, the cell and the distance (km) of each arc, in order.
    pub fn ways(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        let ends = self.arcs.iter().zip(&self.distances);
        ends.map(|(arc, km)| (arc.supply as usize, arc.demand as usize, *km))
    }

    /// The cell of each arc, in order.
    pub fn demands(&self) -> impl Iterator<Item = usize> {
        self.arcs.iter().map(|arc| arc.demand as usize)
    }

    /// One certified solve.
    pub fn solve_at(&self, ends: (Bound, Bound), progress: &dyn Progress) -> Result<(Solution, Proof), MarketError> {
        let problem = self.problem_at(ends);
        let solution = solve(&problem, &Unheard(progress))?;
        let certificate = certify(&problem, &solution).map_err(crate::engine::EngineError::from)?;
        Ok((solution, proof(ends, &problem, &certificate)))
    }

    fn record(&self, ends: (Bound, Bound), solution: &Solution, solved: &mut Solved) {
        for (cell, unfilled) in solution.unfilled.iter().enumerate() {
            let unfilled = Milli(*unfilled);
            let filled = self.needs[cell].at(ends.0) - unfilled;
            match ends {
                (Bound::Central, _) => {
                    solved.filled[cell].central = filled;
                    solved.unfilled[cell].central = unfilled;
                }
                (Bound::Low, Bound::Low) => solved.filled[cell].low = filled,
                (Bound::Low, _) => solved.unfilled[cell].low = unfilled,
                (Bound::High, Bound::High) => solved.filled[cell].high = filled,
                (Bound::High, _) => solved.unfilled[cell].high = unfilled,
            }
        }
    }

    /// Central flows that start or end at home.
    fn record_flows(&self, frame: &Frame<'_>, side: &SupplySide, solution: &Solution, solved: &mut Solved) {
        for ((arc, people), km) in self.arcs.iter().zip(&solution.flows).zip(&self.distances) {
            let (supply, (basin, fap)) = (arc.supply as usize, self.cells[arc.demand as usize]);
            if *people == 0 {
                continue;
            }
            solved.placed[supply] += Milli(*people);
            if side.nodes[supply].home || frame.home[basin] {
                solved.flows.push(Flow {
                    supply,
                    basin: frame.basins[basin].code.clone(),
                    fap: fap.clone(),
                    people: Milli(*people),
                    km: *km,
                });
            }
        }
        solved
            .flows
            .sort_by(|a, b| (a.supply, &a.basin, &a.fap).cmp(&(b.supply, &b.basin, &b.fap)));
    }

    /// Takes the need and the people of the same cells and nodes, other numbers.
    pub fn set_quantities(&mut self, demand: &Demand<'_>, side: &SupplySide) {
        let need = |key: &CellKey<'_>| demand.cells.get(key).map(|f| f.need).unwrap_or_default();
        self.needs = self.cells.iter().map(need).collect();
        self.supplies = side.nodes.iter().map(|n| n.in_field).collect();
    }

    /// What changes the quantities of `problem`, at one end of need and supply; nothing where its arcs are others.
    pub fn changes_from(&self, problem: &Problem, (need, supply): (Bound, Bound)) -> Option<Vec<Change>> {
        if problem.arcs != self.arcs || problem.demands.len() != self.needs.len() {
            return None;
        }
        let people = self
            .supplies
            .iter()
            .map(|s| s.at(supply).0)
            .zip(&problem.supplies)
            .enumerate();
        let people = people.filter(|(_, (new, old))| new != *old);
        let posts = self
            .needs
            .iter()
            .map(|n| n.at(need).0)
            .zip(&problem.demands)
            .enumerate();
        let posts = posts.filter(|(_, (new, old))| new != *old);
        let people = people.map(|(supply, (people, _))| Change::Supply { supply, people });
        Some(
            people
                .chain(posts.map(|(demand, (posts, _))| Change::Demand { demand, posts }))
                .collect(),
        )
    }

    /// Need of a cell.
    pub fn needs(&self, cell: usize) -> Estimate {
        self.needs[cell]
    }

    /// People and programmes with an arc to each cell.
    pub fn reach(&self, side: &SupplySide) -> Vec<Reach> {
        let mut reach = vec![Reach::default(); self.cells.len()];
        let populated = |arc: &&Arc| is_populated(&side.nodes[arc.supply as usize]);
        for arc in self.arcs.iter().filter(populated) {
            let node = &side.nodes[arc.supply as usize];
            let cell = &mut reach[arc.demand as usize];
            cell.people += node.in_field;
            cell.programmes.insert(node.programme.clone());
        }
        reach
    }
}

/// What a certificate proves, for the reader.
pub(super) fn proof((need, supply): (Bound, Bound), problem: &Problem, certificate: &Certificate) -> Proof {
    Proof {
        need,
        supply,
        filled: Milli(certificate.filled),
        min_cut: Milli(i64::try_from(certificate.cut.value).unwrap_or(i64::MAX)),
        supplies: problem.supplies.len(),
        demands: problem.demands.len(),
        arcs: problem.arcs.len(),
    }
}

/// Mobility radius of a diploma level, km (central value).
pub(super) fn radius(frame: &Frame<'_>, level: u8) -> f64 {
    let level = level.to_string();
    frame.assumptions.value(AssumptionKey::RadiusKm, &[&level]).central
}

/// Distance to each of `places` no farther than `most` km.
fn within(frame: &Frame<'_>, from: usize, most: f64, places: &BTreeSet<usize>) -> BTreeMap<usize, f64> {
    let reached = places.iter().map(|to| (*to, distance(frame, from, *to)));
    reached.filter(|(_, km)| *km <= most).collect()
}

/// Great-circle distance between basin centroids; 0 within a basin.
pub(super) fn distance(frame: &Frame<'_>, from: usize, to: usize) -> f64 {
    if from == to {
        return 0.0;
    }
    frame.basins[from].position.distance(frame.basins[to].position).0
}

/// Travel in tenths of a generalised minute: 10 · (12 + 1.07 · km) outside the basin, 0 inside.
fn travel(same_basin: bool, km: f64) -> u64 {
    if same_basin {
        return 0;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 20,016 km, half the Earth's girth"
    )]
    let cost = (10.0 * (12.0 + 1.07 * km)).round().max(0.0) as u64;
    cost
}

/// By what mismatch costs are multiplied so that « home first » comes strictly after mismatch (ruling 9.13): more than the crossings a cycle of the
/// residual network can change, at most two a node of the smaller side. 1 where everything is home.
fn home_first_scale(frame: &Frame<'_>, side: &SupplySide, cells: &[CellKey<'_>]) -> u64 {
    let abroad = side.nodes.iter().any(|n| !n.home) || cells.iter().any(|(basin, _)| !frame.home[*basin]);
    if !abroad {
        return 1;
    }
    2 * (side.nodes.len().min(cells.len()) as u64) + 2
}

/// A cost on the scale of the engine; the bound is beyond any radius and size the program accepts.
fn scaled(cost: u64, scale: u64, crosses: bool) -> u32 {
    u32::try_from(cost * scale + u64::from(crosses)).unwrap_or(u32::MAX)
}

/// A number as the engine counts.
pub(super) fn index(number: usize) -> Result<u32, MarketError> {
    u32::try_from(number).map_err(|_| MarketError::TooLarge { count: number })
}
