//! The fills of a model at one point, kept warm while the point moves.

use super::cut::{Cut, Pool};
use super::model::Model;
use crate::domain::progress::{Progress, Unheard};
use crate::engine::certificate::CertificateError;
use crate::engine::error::EngineError;
use crate::engine::problem::Problem;
use crate::engine::solver::{Change, Solver};

/// An action taken in full, in the fixed point in which shares of actions are told.
pub(super) const WHOLE: i64 = 1 << 20;

/// Solvers of all fills, at the same shares of actions.
pub(super) struct Fills<'m> {
    model: &'m Model,
    solvers: Vec<Solver>,
    pub(super) filled: Vec<i64>,
    /// Fills of each block.
    of_block: Vec<Vec<usize>>,
    progress: &'m dyn Progress,
}

impl<'m> Fills<'m> {
    /// Solves every fill without any action.
    pub(super) fn new(model: &'m Model, progress: &'m dyn Progress) -> Result<Self, EngineError> {
        let solvers = model
            .fills
            .iter()
            .map(|fill| Solver::new(&fill.problem, &Unheard(progress)));
        let solvers: Vec<Solver> = solvers.collect::<Result<_, _>>()?;
        let mut of_block = vec![Vec::new(); model.brought.len()];
        for (number, fill) in model.fills.iter().enumerate() {
            of_block[fill.block].push(number);
        }
        Ok(Self {
            model,
            filled: solvers.iter().map(Solver::filled).collect(),
            solvers,
            of_block,
            progress,
        })
    }

    /// A fill as a problem, at the headcounts at hand.
    pub(super) fn problem(&self, number: usize) -> &Problem {
        self.solvers[number].problem()
    }

    /// Goes to shares of actions, in 1/[`WHOLE`]. Headcounts are rounded down, and are zero where shares would take away more than there is.
    pub(super) fn go(&mut self, shares: &[i64]) -> Result<(), EngineError> {
        for block in 0..self.of_block.len() {
            let Some(&first) = self.of_block[block].first() else {
                continue;
            };
            let mut more = vec![0_i128; self.model.fills[first].problem.supplies.len()];
            for &(action, supply, people) in &self.model.brought[block].list {
                more[supply as usize] += i128::from(people) * i128::from(shares[action as usize]);
            }
            for n in 0..self.of_block[block].len() {
                self.set(self.of_block[block][n], &more)?;
            }
        }
        Ok(())
    }

    /// Goes to a plan.
    pub(super) fn go_to(&mut self, taken: &[bool]) -> Result<(), EngineError> {
        let shares: Vec<i64> = taken.iter().map(|&t| if t { WHOLE } else { 0 }).collect();
        self.go(&shares)
    }

    fn set(&mut self, number: usize, more: &[i128]) -> Result<(), EngineError> {
        let solver = &mut self.solvers[number];
        let base = &self.model.fills[number].problem.supplies;
        let mut changes = Vec::new();
        for (supply, (&people, &more)) in base.iter().zip(more).enumerate() {
            // Within the bound of a block, which is checked.
            let people = people
                .saturating_add(i64::try_from(more.div_euclid(i128::from(WHOLE))).unwrap_or(0))
                .max(0);
            if solver.problem().supplies[supply] != people {
                changes.push(Change::Supply { supply, people });
            }
        }
        if !changes.is_empty() {
            solver.update(&changes, &Unheard(self.progress))?;
            self.filled[number] = solver.filled();
        }
        Ok(())
    }

    /// How much more each fill would be with so many people more or fewer of an action list, told by block as (supply, people); the point stays.
    pub(super) fn trial(
        &mut self,
        block: usize,
        people: &[(usize, i64)],
        tell: &mut dyn FnMut(usize, i64),
    ) -> Result<(), EngineError> {
        for n in 0..self.of_block[block].len() {
            let number = self.of_block[block][n];
            if self.model.fills[number].needed.is_none() {
                let gain = self.gain(number, people)?;
                tell(number, gain);
            }
        }
        Ok(())
    }

    fn gain(&mut self, number: usize, people: &[(usize, i64)]) -> Result<i64, EngineError> {
        let solver = &mut self.solvers[number];
        if let &[(supply, more)] = people {
            return solver.fill_change(supply, more);
        }
        if people.iter().all(|&(_, more)| more >= 0) {
            return Ok(solver.more(people)?.gain);
        }
        let there = &solver.problem().supplies;
        let back = people.iter().map(|&(supply, _)| (supply, there[supply]));
        let back: Vec<Change> = back.map(|(supply, people)| Change::Supply { supply, people }).collect();
        let to = people
            .iter()
            .map(|&(supply, more)| (supply, (there[supply] + more).max(0)));
        let to: Vec<Change> = to.map(|(supply, people)| Change::Supply { supply, people }).collect();
        let before = self.filled[number];
        solver.update(&to, &Unheard(self.progress))?;
        let after = solver.filled();
        solver.update(&back, &Unheard(self.progress))?;
        Ok(after - before)
    }

    /// Adds the cuts of the two extreme minimum cuts of a fill: with the fewest and with the most supplies inside.
    ///
    /// # Errors
    /// [`EngineError::Unproved`] where a cut is not tight, which would be a defect of the engine.
    pub(super) fn cut(&mut self, number: usize, pool: &mut Pool) -> Result<(), EngineError> {
        let solver = &mut self.solvers[number];
        let supplies = solver.problem().supplies.len();
        let leads = solver.leads_to_unfilled();
        let fewest: Vec<bool> = (0..supplies).map(|s| leads[solver.class_of(s) as usize]).collect();
        let fed = solver.fed_classes();
        let most: Vec<bool> = (0..supplies).map(|s| !fed[solver.class_of(s) as usize]).collect();
        for inside in [fewest, most] {
            self.check_tight(number, &inside)?;
            pool.add(Cut::new(self.model, number, &inside));
        }
        Ok(())
    }

    /// The cut of a set of supplies equals the fill, at the headcounts at hand.
    fn check_tight(&self, number: usize, inside: &[bool]) -> Result<(), EngineError> {
        let problem = self.solvers[number].problem();
        let mut reached = vec![false; problem.demands.len()];
        for arc in problem.arcs.iter().filter(|arc| !inside[arc.supply as usize]) {
            reached[arc.demand as usize] = true;
        }
        let people = problem.supplies.iter().zip(inside).filter(|(_, inside)| **inside);
        let posts = problem.demands.iter().zip(&reached).filter(|(_, reached)| **reached);
        let cut: i64 = people.chain(posts).map(|(quantity, _)| quantity).sum();
        let filled = self.filled[number];
        if cut == filled {
            return Ok(());
        }
        let cut = i128::from(cut);
        Err(CertificateError::CutValue { filled, cut }.into())
    }

    /// True when every floor can be filled at the point.
    pub(super) fn floors_hold(&self) -> bool {
        let fills = self.model.fills.iter().zip(&self.filled);
        fills
            .into_iter()
            .all(|(fill, &filled)| fill.needed.is_none_or(|needed| filled >= needed))
    }
}
