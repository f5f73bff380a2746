//! The planning problem made ready: fills to solve, rows to hold, views to weigh, all in one numbering.

use std::collections::{BTreeMap, BTreeSet};

use super::problem::{Aim, Lock, PlanError, PlanProblem, Row};
use crate::engine::error::EngineError;
use crate::engine::problem::{Arc, Problem};

/// Most people or posts of a block; most of a row; most value of a view.
const BLOCK_BOUND: i128 = 1 << 40;
const ROW_BOUND: i128 = 1 << 50;
const VALUE_BOUND: i128 = 1 << 60;

/// A maximum fill whose value counts: posts of one block at or above one priority, or a network that tells whether floors hold.
#[derive(Debug)]
pub(super) struct Fill {
    pub(super) block: usize,
    /// Quantities without any action. Supplies of the layout come first; those after them are gates.
    pub(super) problem: Problem,
    /// Σ posts: no fill is larger.
    pub(super) posts: i64,
    /// Posts that must be filled: all, in a network of floors.
    pub(super) needed: Option<i64>,
}

/// What actions bring to one block.
#[derive(Debug, Default)]
pub(super) struct Brought {
    /// (action, supply, people), in order, each pair once.
    pub(super) list: Vec<(u32, u32, i64)>,
    /// Where the brings of each action are in `list`.
    starts: Vec<usize>,
}

impl Brought {
    pub(super) fn of(&self, action: u32) -> &[(u32, u32, i64)] {
        &self.list[self.starts[action as usize]..self.starts[action as usize + 1]]
    }
}

/// Σ weight · fill − offset: one of the sums of which the objective is the least.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct View {
    pub(super) weights: Vec<(usize, i64)>,
    pub(super) offset: i64,
}

impl View {
    /// The value of the posts filled, offset left out.
    pub(super) fn worth(&self, filled: &[i64]) -> i64 {
        self.weights.iter().map(|&(fill, weight)| weight * filled[fill]).sum()
    }
}

/// The whole, checked.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) actions: usize,
    pub(super) locks: Vec<Lock>,
    pub(super) brought: Vec<Brought>,
    pub(super) fills: Vec<Fill>,
    /// Rows of the problem, coefficients of one action added up, then rows that keep supplies from going below zero.
    pub(super) rows: Vec<Row>,
    /// One view by scenario that has a block, each with its own weights only.
    pub(super) scenarios: Vec<(u32, View)>,
}

impl Model {
    pub(super) fn new(problem: &PlanProblem) -> Result<Self, EngineError> {
        let mut model = Self::without_fills(problem)?;
        model.add_fills(problem);
        model.add_floors(problem);
        model.check_values(problem)?;
        Ok(model)
    }

    /// Only what decides whether there is a plan at all.
    pub(super) fn of_floors(problem: &PlanProblem) -> Result<Self, EngineError> {
        let mut model = Self::without_fills(problem)?;
        model.add_floors(problem);
        Ok(model)
    }

    fn without_fills(problem: &PlanProblem) -> Result<Self, EngineError> {
        problem.check_shape()?;
        let brought: Vec<Brought> = (0..problem.blocks.len()).map(|b| bring(problem, b)).collect();
        let mut model = Self {
            actions: problem.actions.len(),
            locks: problem.actions.iter().map(|a| a.lock).collect(),
            brought,
            fills: Vec::new(),
            rows: problem.rows.iter().map(merged).collect(),
            scenarios: Vec::new(),
        };
        model.check_sums(problem)?;
        model.guard_supplies(problem);
        Ok(model)
    }

    /// Views of an aim, without offsets.
    pub(super) fn views(&self, aim: &Aim) -> Vec<View> {
        let Aim::Expected(weights) = aim else {
            return self.scenarios.iter().map(|(_, view)| view.clone()).collect();
        };
        let weighted = self.scenarios.iter().flat_map(|(scenario, view)| {
            let weight = weights.get(*scenario as usize).copied().unwrap_or(0);
            view.weights.iter().map(move |&(fill, w)| (fill, w * weight))
        });
        let weights = weighted.filter(|(_, w)| *w > 0).collect();
        vec![View { weights, offset: 0 }]
    }

    /// Demands of a higher priority are kept for each level: `Σ (w_k − w_{k+1}) · fill of demands of weight ≥ w_k`.
    fn add_fills(&mut self, problem: &PlanProblem) {
        let levels: BTreeSet<i64> = problem.priorities.iter().copied().collect();
        let levels: Vec<i64> = levels.into_iter().collect();
        let arcs = arcs(problem);
        let mut scenarios: BTreeMap<u32, View> = BTreeMap::new();
        for (block, b) in problem.blocks.iter().enumerate() {
            let mut below = 0;
            for &level in &levels {
                let kept = |(&posts, &priority): (&i64, &i64)| if priority >= level { posts } else { 0 };
                let demands: Vec<i64> = b.demands.iter().zip(&problem.priorities).map(kept).collect();
                let weight = b.weight * (level - std::mem::replace(&mut below, level));
                let view = scenarios.entry(b.scenario).or_default();
                view.weights.push((self.fills.len(), weight));
                self.fills.push(Fill {
                    block,
                    posts: demands.iter().sum(),
                    problem: Problem {
                        supplies: b.supplies.clone(),
                        demands,
                        arcs: arcs.clone(),
                        limits: Vec::new(),
                    },
                    needed: None,
                });
            }
        }
        self.scenarios = scenarios.into_iter().collect();
    }

    /// Each block with floors has one network: demands of a floor become gates to one demand of the posts it asks for.
    ///
    /// Gate of demand d with V posts: V people who can take d or the posts of the floor. People of the block who take d push them on. All V(d) and
    /// all posts asked can be filled if and only if the block can fill the floors together; a minimum cut tells what lacks otherwise.
    fn add_floors(&mut self, problem: &PlanProblem) {
        let blocks: BTreeSet<u32> = problem.floors.iter().map(|f| f.block).collect();
        for block in blocks {
            let b = &problem.blocks[block as usize];
            let mut supplies = b.supplies.clone();
            let mut demands = vec![0; problem.demands];
            let mut arcs = arcs(problem);
            for floor in problem.floors.iter().filter(|f| f.block == block) {
                let asked = u32::try_from(demands.len()).unwrap_or(u32::MAX);
                demands.push(floor.posts);
                for &demand in &floor.demands {
                    let posts = b.demands[demand as usize];
                    let gate = u32::try_from(supplies.len()).unwrap_or(u32::MAX);
                    supplies.push(posts);
                    demands[demand as usize] = posts;
                    let to = |demand| Arc {
                        supply: gate,
                        demand,
                        cost: 0,
                    };
                    arcs.extend([to(demand), to(asked)]);
                }
            }
            let posts = demands.iter().sum();
            self.fills.push(Fill {
                block: block as usize,
                posts,
                problem: Problem {
                    supplies,
                    demands,
                    arcs,
                    limits: Vec::new(),
                },
                needed: Some(posts),
            });
        }
    }

    /// Where actions could together take away more people than there are, a row forbids it: nobody is taken away twice.
    fn guard_supplies(&mut self, problem: &PlanProblem) {
        let mut known: BTreeSet<(Vec<(u32, i64)>, i64)> = BTreeSet::new();
        for (brought, block) in self.brought.iter().zip(&problem.blocks) {
            let mut by_supply: BTreeMap<u32, Vec<(u32, i64)>> = BTreeMap::new();
            for &(action, supply, people) in &brought.list {
                by_supply.entry(supply).or_default().push((action, -people));
            }
            for (supply, terms) in by_supply {
                let there = block.supplies[supply as usize];
                let worst: i64 = terms.iter().map(|&(_, taken)| taken.max(0)).sum();
                if worst > there && known.insert((terms.clone(), there)) {
                    self.rows.push(Row { terms, at_most: there });
                }
            }
        }
    }

    fn check_sums(&self, problem: &PlanProblem) -> Result<(), EngineError> {
        for (brought, block) in self.brought.iter().zip(&problem.blocks) {
            if let Some((index, &value)) = block.supplies.iter().enumerate().find(|(_, q)| **q < 0) {
                return Err(EngineError::NegativeSupply { index, value });
            }
            if let Some((index, &value)) = block.demands.iter().enumerate().find(|(_, q)| **q < 0) {
                return Err(EngineError::NegativeDemand { index, value });
            }
            let moved: i128 = brought.list.iter().map(|b| i128::from(b.2).abs()).sum();
            let people: i128 = block.supplies.iter().map(|&q| i128::from(q)).sum();
            let posts: i128 = block.demands.iter().map(|&q| i128::from(q)).sum();
            let asked: i128 = problem.floors.iter().map(|f| i128::from(f.posts)).sum();
            if (people + moved).max(posts + asked) > BLOCK_BOUND {
                return Err(EngineError::Overflow);
            }
        }
        let size = |row: &Row| {
            let terms = row.terms.iter().map(|&(_, a)| i128::from(a).abs());
            terms.sum::<i128>() + i128::from(row.at_most).abs()
        };
        if self.rows.iter().any(|row| size(row) > ROW_BOUND) {
            return Err(EngineError::Overflow);
        }
        Ok(())
    }

    fn check_values(&self, problem: &PlanProblem) -> Result<(), EngineError> {
        let scenario = |(number, view): &(u32, View)| {
            let weight = match &problem.aim {
                Aim::Expected(weights) => weights[*number as usize],
                Aim::WorstCase | Aim::MinMaxRegret => 1,
            };
            let terms = view.weights.iter();
            let value = terms.map(|&(fill, w)| i128::from(w) * i128::from(self.fills[fill].posts));
            value.sum::<i128>().saturating_mul(i128::from(weight))
        };
        if self.scenarios.iter().map(scenario).sum::<i128>() > VALUE_BOUND {
            return Err(EngineError::Overflow);
        }
        Ok(())
    }
}

fn arcs(problem: &PlanProblem) -> Vec<Arc> {
    let arc = |&(supply, demand): &(u32, u32)| Arc {
        supply,
        demand,
        cost: 0,
    };
    problem.arcs.iter().map(arc).collect()
}

fn bring(problem: &PlanProblem, block: usize) -> Brought {
    let mut brought = Brought {
        list: Vec::new(),
        starts: vec![0],
    };
    for (action, a) in (0_u32..).zip(&problem.actions) {
        let mut people: BTreeMap<u32, i64> = BTreeMap::new();
        for b in a.brings.iter().filter(|b| b.block as usize == block) {
            let sum = people.entry(b.supply).or_default();
            *sum = sum.saturating_add(b.people);
        }
        let some = people.into_iter().filter(|(_, people)| *people != 0);
        brought
            .list
            .extend(some.map(|(supply, people)| (action, supply, people)));
        brought.starts.push(brought.list.len());
    }
    brought
}

/// The same row with one coefficient by action, in order.
fn merged(row: &Row) -> Row {
    let mut terms: BTreeMap<u32, i64> = BTreeMap::new();
    for &(action, a) in &row.terms {
        let sum = terms.entry(action).or_default();
        *sum = sum.saturating_add(a);
    }
    terms.retain(|_, a| *a != 0);
    Row {
        terms: terms.into_iter().collect(),
        at_most: row.at_most,
    }
}

impl From<PlanError> for EngineError {
    fn from(why: PlanError) -> Self {
        Self::Plan(why)
    }
}
