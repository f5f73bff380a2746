//! Bounds of a fill that hold for every plan: Hall cuts, integer and linear in the actions.

use std::collections::BTreeSet;

use super::model::{Fill, Model};

/// `fill ≤ constant + Σ slope · taken`, from a set A of supplies: people of A, and posts that others can take, `Σ_A S + V(N(not A))`.
///
/// Any matching uses, for each post it fills, somebody of A or a post within reach of somebody outside A. So this holds whatever A is; it is
/// tight where A comes from a minimum cut (König; Ford and Fulkerson 1956). Headcounts are linear in the actions, and so is the bound.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cut {
    pub(super) fill: usize,
    pub(super) slopes: Vec<(u32, i64)>,
    pub(super) constant: i64,
}

impl Cut {
    /// The cut of a set of supplies, gates included.
    pub(super) fn new(model: &Model, number: usize, inside: &[bool]) -> Self {
        let Fill { block, problem, .. } = &model.fills[number];
        let mut reached = vec![false; problem.demands.len()];
        for arc in &problem.arcs {
            if !inside[arc.supply as usize] {
                reached[arc.demand as usize] = true;
            }
        }
        let sum = |side: &[i64], kept: &[bool]| -> i64 {
            let kept = side.iter().zip(kept).filter(|(_, kept)| **kept);
            kept.map(|(quantity, _)| quantity).sum()
        };
        let mut slopes: Vec<(u32, i64)> = Vec::new();
        for &(action, supply, people) in &model.brought[*block].list {
            if !inside[supply as usize] {
                continue;
            }
            match slopes.last_mut() {
                Some((last, slope)) if *last == action => *slope += people,
                _ => slopes.push((action, people)),
            }
        }
        slopes.retain(|(_, slope)| *slope != 0);
        Self {
            fill: number,
            slopes,
            constant: sum(&problem.supplies, inside) + sum(&problem.demands, &reached),
        }
    }

    /// Value for a plan.
    pub(super) fn at(&self, taken: &[bool]) -> i64 {
        let own = self.slopes.iter().filter(|(action, _)| taken[*action as usize]);
        self.constant + own.map(|(_, slope)| slope).sum::<i64>()
    }
}

/// All cuts found, each once, in the order they came.
#[derive(Debug, Default)]
pub(super) struct Pool {
    pub(super) cuts: Vec<Cut>,
    known: BTreeSet<Cut>,
    /// Numbers of the cuts of each fill.
    by_fill: Vec<Vec<usize>>,
}

impl Pool {
    pub(super) fn new(fills: usize) -> Self {
        Self {
            by_fill: vec![Vec::new(); fills],
            ..Self::default()
        }
    }

    pub(super) fn add(&mut self, cut: Cut) {
        if self.known.insert(cut.clone()) {
            self.by_fill[cut.fill].push(self.cuts.len());
            self.cuts.push(cut);
        }
    }

    /// The most a fill can be for a plan, as far as is known.
    pub(super) fn at_most(&self, fill: usize, taken: &[bool], posts: i64) -> i64 {
        let own = self.by_fill[fill].iter();
        own.map(|&n| self.cuts[n].at(taken)).fold(posts, i64::min)
    }
}
