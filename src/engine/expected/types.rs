//! Types of people, cells of posts, and the possibilities between them, without what nobody can use.

use crate::engine::class::{Classes, Link, Rows};
use crate::engine::error::EngineError;
use crate::engine::network::check;
use crate::engine::problem::Problem;

/// A problem by types: supplies with the same row of (cell, cost) together.
#[derive(Debug)]
pub(super) struct Types {
    classes: Classes,
    /// People of each type.
    pub(super) sizes: Vec<f64>,
    /// Posts of each cell.
    pub(super) posts: Vec<f64>,
    /// Possibilities of type `s` are `starts[s]..starts[s + 1]`: none without people, and none to a cell without posts.
    pub(super) starts: Vec<usize>,
    pub(super) cells: Vec<u32>,
    pub(super) costs: Vec<u32>,
}

impl Types {
    /// # Errors
    /// Negative quantities, arcs out of range, the bounds of [`crate::engine::problem`], and limits, which this market has no place for.
    pub(super) fn new(problem: &Problem) -> Result<Self, EngineError> {
        check(problem)?;
        if !problem.limits.is_empty() {
            return Err(EngineError::Limited);
        }
        let classes = Classes::new(Rows::new(problem));
        let mut types = Self {
            sizes: Vec::with_capacity(classes.len()),
            posts: problem.demands.iter().map(|&q| real(q)).collect(),
            starts: vec![0],
            cells: Vec::with_capacity(problem.arcs.len()),
            costs: Vec::with_capacity(problem.arcs.len()),
            classes,
        };
        for class in 0..types.classes.len() {
            let members = types.classes.members(class).iter();
            let size: i64 = members.map(|&s| problem.supplies[s as usize]).sum();
            if size > 0 {
                let row = types.classes.row(class).iter().filter(|l| open(problem, l));
                for link in row {
                    types.cells.push(link.demand);
                    types.costs.push(link.cost);
                }
            }
            types.sizes.push(real(size));
            types.starts.push(types.cells.len());
        }
        Ok(types)
    }

    /// Means over the people of each type of a number of its supplies; 0 where there is nobody.
    pub(super) fn means(&self, problem: &Problem, of_supply: &[f64]) -> Vec<f64> {
        let mean = |class: usize| {
            let members = self.classes.members(class).iter();
            let whole: f64 = members
                .map(|&s| real(problem.supplies[s as usize]) * of_supply[s as usize])
                .sum();
            if self.sizes[class] > 0.0 {
                whole / self.sizes[class]
            } else {
                0.0
            }
        };
        (0..self.sizes.len()).map(mean).collect()
    }

    /// A sum over the possibilities of the type of each supply, for one person; 0 where there is nobody.
    pub(super) fn by_supply(&self, sum: impl Fn(std::ops::Range<usize>) -> f64) -> Vec<f64> {
        let supplies: usize = (0..self.sizes.len())
            .map(|class| self.classes.members(class).len())
            .sum();
        let mut found = vec![0.0; supplies];
        for class in (0..self.sizes.len()).filter(|class| self.sizes[*class] > 0.0) {
            let one = sum(self.starts[class]..self.starts[class + 1]) / self.sizes[class];
            for &supply in self.classes.members(class) {
                found[supply as usize] = one;
            }
        }
        found
    }

    /// The costs of the possibilities of the types that `kept` accepts.
    pub(super) fn costs_where(&self, kept: impl Fn(usize) -> bool) -> impl Iterator<Item = u32> {
        let kept = (0..self.sizes.len()).filter(move |class| kept(*class));
        kept.flat_map(|class| self.costs[self.starts[class]..self.starts[class + 1]].iter().copied())
    }

    /// The largest cost of a possibility, 0 without any.
    pub(super) fn largest_cost(&self) -> f64 {
        self.costs.iter().max().map_or(0.0, |&c| f64::from(c))
    }

    /// Flows by possibility to flows by arc: each supply has the share of its headcount.
    pub(super) fn share_flows(&self, problem: &Problem, flows: &[f64]) -> Vec<f64> {
        let mut shared = vec![0.0; problem.arcs.len()];
        for class in 0..self.sizes.len() {
            let own = &flows[self.starts[class]..self.starts[class + 1]];
            if own.is_empty() {
                continue;
            }
            for &supply in self.classes.members(class) {
                let share = real(problem.supplies[supply as usize]) / self.sizes[class];
                let row = self.classes.row_of(supply).iter().filter(|l| open(problem, l));
                for (link, flow) in row.zip(own) {
                    shared[link.origin as usize] = flow * share;
                }
            }
        }
        shared
    }

    /// Singles by type to singles by supply.
    pub(super) fn share_unused(&self, problem: &Problem, unused: &[f64]) -> Vec<f64> {
        let mut shared = vec![0.0; problem.supplies.len()];
        for (class, people) in unused.iter().enumerate().filter(|(c, _)| self.sizes[*c] > 0.0) {
            for &supply in self.classes.members(class) {
                shared[supply as usize] = people * real(problem.supplies[supply as usize]) / self.sizes[class];
            }
        }
        shared
    }
}

fn open(problem: &Problem, link: &Link) -> bool {
    problem.demands[link.demand as usize] > 0
}

/// A quantity of at most 2⁶⁰: rounded to 53 significant bits, far finer than the tolerance.
#[expect(clippy::cast_precision_loss, reason = "a relative error of 1e-16")]
pub(super) fn real(quantity: i64) -> f64 {
    quantity as f64
}
