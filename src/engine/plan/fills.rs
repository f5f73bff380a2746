//! The fills of a model at one point, kept warm while the point moves.

use std::collections::BTreeMap;

use super::cut::{Cut, Pool};
use super::model::Model;
use crate::domain::progress::{Progress, Unheard};
use crate::engine::certificate::CertificateError;
use crate::engine::error::EngineError;
use crate::engine::problem::Problem;
use crate::engine::solver::{Change, Solver};

/// An action taken in full, in the fixed point in which shares of actions are told.
pub(super) const WHOLE: i64 = 1 << 20;

/// Arcs for which one more thread pays.
const ARCS_PER_WORKER: usize = 50_000;

/// Solvers of all fills, at the same shares of actions.
pub(super) struct Fills<'m> {
    model: &'m Model,
    solvers: Vec<Solver>,
    pub(super) filled: Vec<i64>,
    /// Fills of each block.
    of_block: Vec<Vec<usize>>,
    /// Threads that solve side by side.
    workers: usize,
    progress: &'m dyn Progress,
}

impl<'m> Fills<'m> {
    /// Solves every fill without any action.
    pub(super) fn new(model: &'m Model, progress: &'m dyn Progress) -> Result<Self, EngineError> {
        let arcs = model.fills.iter().map(|fill| fill.problem.arcs.len()).sum::<usize>();
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        let workers = workers.min(arcs / ARCS_PER_WORKER).max(1);
        let mut places: Vec<Option<Solver>> = model.fills.iter().map(|_| None).collect();
        let solve = |number: usize, place: &mut Option<Solver>| {
            *place = Some(Solver::new(&model.fills[number].problem, &Unheard(progress))?);
            Ok(())
        };
        side_by_side(workers, progress, &mut places, &solve)?;
        let solvers: Vec<Solver> = places.into_iter().flatten().collect();
        let mut of_block = vec![Vec::new(); model.brought.len()];
        for (number, fill) in model.fills.iter().enumerate() {
            of_block[fill.block].push(number);
        }
        Ok(Self {
            model,
            filled: solvers.iter().map(Solver::filled).collect(),
            solvers,
            of_block,
            workers,
            progress,
        })
    }

    /// A fill as a problem, at the headcounts at hand.
    pub(super) fn problem(&self, number: usize) -> &Problem {
        self.solvers[number].problem()
    }

    /// Goes to shares of actions, in 1/[`WHOLE`]. Headcounts are rounded down, and are zero where shares would take away more than there is.
    pub(super) fn go(&mut self, shares: &[i64]) -> Result<(), EngineError> {
        let (model, progress) = (self.model, self.progress);
        let brought = model.brought.iter().map(|brought| {
            let mut more: BTreeMap<u32, i128> = BTreeMap::new();
            for &(action, supply, people) in &brought.list {
                *more.entry(supply).or_default() += i128::from(people) * i128::from(shares[action as usize]);
            }
            more
        });
        let more: Vec<BTreeMap<u32, i128>> = brought.collect();
        let go = |number: usize, solver: &mut Solver| {
            let fill = &model.fills[number];
            let changes = changes(&fill.problem.supplies, solver.problem(), &more[fill.block]);
            if !changes.is_empty() {
                solver.update(&changes, &Unheard(progress))?;
            }
            Ok(solver.filled())
        };
        self.filled = side_by_side(self.workers, progress, &mut self.solvers, &go)?;
        Ok(())
    }

    /// Goes to a plan.
    pub(super) fn go_to(&mut self, taken: &[bool]) -> Result<(), EngineError> {
        let shares: Vec<i64> = taken.iter().map(|&t| if t { WHOLE } else { 0 }).collect();
        self.go(&shares)
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

    /// Adds the cuts of the two extreme minimum cuts, with the fewest and with the most supplies inside, of each fill for which `wanted` hears its
    /// number and posts filled.
    ///
    /// # Errors
    /// [`EngineError::Unproved`] where a cut is not tight, which would be a defect of the engine.
    pub(super) fn cut(
        &mut self,
        pool: &mut Pool,
        wanted: impl Fn(usize, i64) -> bool + Sync,
    ) -> Result<(), EngineError> {
        let (model, filled) = (self.model, &self.filled);
        let cut = |number: usize, solver: &mut Solver| {
            if !wanted(number, filled[number]) {
                return Ok(None);
            }
            let supplies = solver.problem().supplies.len();
            let leads = solver.leads_to_unfilled();
            let fewest: Vec<bool> = (0..supplies).map(|s| leads[solver.class_of(s) as usize]).collect();
            let fed = solver.fed_classes();
            let most: Vec<bool> = (0..supplies).map(|s| !fed[solver.class_of(s) as usize]).collect();
            check_tight(solver.problem(), &fewest, filled[number])?;
            check_tight(solver.problem(), &most, filled[number])?;
            Ok(Some([fewest, most].map(|inside| Cut::new(model, number, &inside))))
        };
        let cuts = side_by_side(self.workers, self.progress, &mut self.solvers, &cut)?;
        cuts.into_iter().flatten().flatten().for_each(|cut| pool.add(cut));
        Ok(())
    }

    /// True when every floor can be filled at the point.
    pub(super) fn floors_hold(&self) -> bool {
        let fills = self.model.fills.iter().zip(&self.filled);
        fills
            .into_iter()
            .all(|(fill, &filled)| fill.needed.is_none_or(|needed| filled >= needed))
    }
}

/// What brings a fill to `base` and so many 1/[`WHOLE`] more.
fn changes(base: &[i64], now: &Problem, more: &BTreeMap<u32, i128>) -> Vec<Change> {
    let people = |(&supply, more): (&u32, &i128)| {
        // Within the bound of a block, which is checked.
        let more = i64::try_from(more.div_euclid(i128::from(WHOLE))).unwrap_or(0);
        let supply = supply as usize;
        (supply, base[supply].saturating_add(more).max(0))
    };
    let moved = more
        .iter()
        .map(people)
        .filter(|&(supply, people)| now.supplies[supply] != people);
    moved
        .map(|(supply, people)| Change::Supply { supply, people })
        .collect()
}

/// The cut of a set of supplies equals the fill, at the headcounts at hand.
fn check_tight(problem: &Problem, inside: &[bool], filled: i64) -> Result<(), EngineError> {
    let mut reached = vec![false; problem.demands.len()];
    for arc in problem.arcs.iter().filter(|arc| !inside[arc.supply as usize]) {
        reached[arc.demand as usize] = true;
    }
    let people = problem.supplies.iter().zip(inside).filter(|(_, inside)| **inside);
    let posts = problem.demands.iter().zip(&reached).filter(|(_, reached)| **reached);
    let cut: i64 = people.chain(posts).map(|(quantity, _)| quantity).sum();
    if cut == filled {
        return Ok(());
    }
    let cut = i128::from(cut);
    Err(CertificateError::CutValue { filled, cut }.into())
}

/// Works on each item with its number, in some threads at once, and looks at Cancel before each; results are in order, and of several errors the first in it is told.
fn side_by_side<S: Send, T: Send>(
    workers: usize,
    progress: &dyn Progress,
    items: &mut [S],
    work: &(impl Fn(usize, &mut S) -> Result<T, EngineError> + Sync),
) -> Result<Vec<T>, EngineError> {
    let size = items.len().div_ceil(workers).max(1);
    let part = |first: usize, items: &mut [S]| -> Result<Vec<T>, EngineError> {
        let numbered = (first..).zip(items);
        let heard = numbered.map(|(number, item)| {
            if progress.is_cancelled() {
                return Err(EngineError::Cancelled);
            }
            work(number, item)
        });
        heard.collect()
    };
    let mut chunks = items.chunks_mut(size).enumerate();
    let Some((_, own)) = chunks.next() else {
        return Ok(Vec::new());
    };
    let found: Vec<Result<Vec<T>, EngineError>> = std::thread::scope(|scope| {
        let others: Vec<_> = chunks
            .map(|(n, chunk)| scope.spawn(move || part(n * size, chunk)))
            .collect();
        let mut found = vec![part(0, own)];
        for other in others {
            // A defect in a thread is one of the whole.
            found.push(other.join().unwrap_or_else(|defect| std::panic::resume_unwind(defect)));
        }
        found
    });
    let mut all = Vec::new();
    for part in found {
        all.extend(part?);
    }
    Ok(all)
}
