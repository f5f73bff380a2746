//! One pursuit of one aim: first plans, the relaxation at the root, and the plans drawn from it.

use std::cell::Cell;

use super::branch::Effort;
use super::cut::Pool;
use super::fills::Fills;
use super::greedy::{Greedy, Measure, Stale};
use super::model::{Model, View};
use super::relax::{Frame, Proved, Relaxation, fixed};
use super::rows::{Choice, Rows};
use super::{Gap, Standing, Watch};
use crate::engine::error::EngineError;

/// Rounds of cuts at the root without a hundredth of the gap gained, after which branching gains more.
const DULL_ROUNDS: usize = 6;
/// Rounds between two plans drawn from the relaxation.
const ROUNDS_PER_PLAN: usize = 4;
/// Solves in which known cuts may be found broken, one after the other.
const CUT_LOOPS: usize = 50;
/// Bundles offered to fill what a rounded plan leaves.
const FILLERS: usize = 80;

/// What is kept from one aim to the next: fills, and cuts, which hold whatever the aim.
pub(super) struct Desk<'m> {
    pub(super) model: &'m Model,
    pub(super) rows: &'m Rows,
    pub(super) fills: Fills<'m>,
    pub(super) pool: Pool,
    pub(super) watch: &'m dyn Watch,
}

/// A plan that respects rows and floors.
#[derive(Debug, Clone)]
pub(super) struct Best {
    pub(super) taken: Vec<bool>,
    pub(super) standing: Standing,
}

/// The pursuit of one aim.
pub(super) struct Run<'r, 'm> {
    pub(super) desk: &'r mut Desk<'m>,
    pub(super) views: Vec<View>,
    /// Locks, what rows force, and what any better plan does.
    pub(super) choice: Choice,
    pub(super) best: Option<Best>,
    pub(super) bound: i64,
    asked: Gap,
    told: Telling,
    /// Parts of the search opened so far.
    pub(super) parts: usize,
    /// The listener once had enough.
    stopped: Cell<bool>,
}

/// Whether the listener hears of improvements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    Aloud,
    Silent,
}

/// Nothing better is left within the choice.
pub(super) struct Closed;

impl<'m> Desk<'m> {
    /// Every fill solved without any action.
    pub(super) fn new(model: &'m Model, rows: &'m Rows, watch: &'m dyn Watch) -> Result<Self, EngineError> {
        Ok(Self {
            model,
            rows,
            fills: Fills::new(model, watch)?,
            pool: Pool::new(model.fills.len()),
            watch,
        })
    }
}

impl<'r, 'm> Run<'r, 'm> {
    /// First plans, root, swaps, branches: until close enough, told to stop, out of effort, or nothing better is left.
    pub(super) fn pursue(&mut self, effort: Effort) -> Result<(), EngineError> {
        let greedy = Greedy::new(self.desk.model, self.desk.rows, &self.choice, &self.views);
        self.first_plans(&greedy)?;
        if self.is_close() || !self.go_on()? {
            return Ok(());
        }
        let Ok(root) = self.root(&greedy)? else {
            self.lower(self.to_beat());
            return Ok(());
        };
        if self.is_close() || !self.go_on()? {
            return Ok(());
        }
        self.swap(&greedy)?;
        self.branch(&greedy, &root, effort)
    }

    pub(super) fn new(desk: &'r mut Desk<'m>, views: Vec<View>, choice: Choice, asked: Gap, told: Telling) -> Self {
        let mut run = Self {
            desk,
            views,
            choice,
            best: None,
            bound: i64::MAX,
            asked,
            told,
            parts: 0,
            stopped: Cell::new(false),
        };
        run.bound = run.frame().ceiling();
        run
    }

    pub(super) fn frame(&self) -> Frame<'_> {
        Frame {
            model: self.desk.model,
            rows: self.desk.rows,
            views: &self.views,
        }
    }

    /// False once there is a plan and it is enough.
    pub(super) fn go_on(&self) -> Result<bool, EngineError> {
        if self.desk.watch.is_cancelled() {
            return Err(EngineError::Cancelled);
        }
        if self.best.is_some() && self.desk.watch.is_enough() {
            self.stopped.set(true);
        }
        Ok(!self.stopped.get())
    }

    /// True when the best plan is proved as good as asked.
    pub(super) fn is_close(&self) -> bool {
        self.best.as_ref().is_some_and(|best| best.standing.gap() <= self.asked)
    }

    /// The objective to beat.
    pub(super) fn to_beat(&self) -> i64 {
        self.best.as_ref().map_or(i64::MIN, |best| best.standing.objective)
    }

    pub(super) fn lower(&mut self, bound: i64) {
        let bound = bound.max(self.to_beat());
        if bound >= self.bound {
            return;
        }
        self.bound = bound;
        if let Some(best) = &mut self.best {
            best.standing.bound = bound;
        }
        self.tell();
    }

    fn tell(&self) {
        if let (Some(best), Telling::Aloud) = (&self.best, self.told) {
            self.desk.watch.hear(&best.standing);
        }
    }

    /// Keeps a plan where it is the best so far. Says whether it is.
    pub(super) fn offer(&mut self, taken: &[bool]) -> Result<bool, EngineError> {
        if !self.desk.rows.allow(taken) || self.at_most(taken) <= self.to_beat() {
            return Ok(false);
        }
        self.desk.fills.go_to(taken)?;
        self.desk.fills.cut(&mut self.desk.pool, |_, _| true)?;
        let objective = self.frame().objective(&self.desk.fills.filled);
        if !self.desk.fills.floors_hold() || objective <= self.to_beat() {
            return Ok(false);
        }
        let filled = &self.desk.fills.filled;
        let binding = self.views.iter().min_by_key(|view| view.worth(filled) - view.offset);
        self.best = Some(Best {
            taken: taken.to_vec(),
            standing: Standing {
                objective,
                bound: self.bound,
                worth: binding.map_or(0, |view| view.worth(filled)),
            },
        });
        self.tell();
        Ok(true)
    }

    /// What cuts already tell of a plan.
    fn at_most(&self, taken: &[bool]) -> i64 {
        let fills = self.desk.model.fills.iter().enumerate();
        let most: Vec<i64> = fills
            .map(|(n, fill)| self.desk.pool.at_most(n, taken, fill.posts))
            .collect();
        self.frame().objective(&most)
    }

    /// Goes to a point and adds the cuts of the fills that the relaxation takes for larger than they are there.
    pub(super) fn separate(&mut self, relaxation: &Relaxation, shares: &[f64]) -> Result<(), EngineError> {
        let shares: Vec<i64> = shares.iter().map(|&share| fixed(share)).collect();
        self.desk.fills.go(&shares)?;
        let model = self.desk.model;
        let supposed: Vec<i64> = (0..model.fills.len())
            .map(|fill| relaxation.supposed(&self.frame(), fill))
            .collect();
        self.desk
            .fills
            .cut(&mut self.desk.pool, |fill, filled| supposed[fill] > filled)
    }

    /// Plans by greedy choices from what is already chosen, where that respects the rows.
    pub(super) fn first_plans(&mut self, greedy: &Greedy<'_>) -> Result<(), EngineError> {
        let start = self.choice.taken();
        if !self.desk.rows.allow(&start) {
            return Ok(());
        }
        self.offer(&start)?;
        let all: Vec<usize> = (0..greedy.bundles.len()).collect();
        let passes = [
            (Measure::Ratio, Stale::Guides),
            (Measure::Ratio, Stale::LookedAtAgain),
            (Measure::Gain, Stale::LookedAtAgain),
        ];
        for measure in passes {
            let mut taken = start.clone();
            let watch = self.desk.watch;
            let enough = || watch.is_cancelled() || watch.is_enough();
            greedy.extend(&mut self.desk.fills, &mut taken, measure, &all, enough)?;
            self.offer(&taken)?;
            if !self.go_on()? {
                break;
            }
        }
        Ok(())
    }

    /// Cuts the relaxation down, and draws plans from it on the way. [`Closed`] when nothing better is left.
    pub(super) fn root(&mut self, greedy: &Greedy<'_>) -> Result<Result<Relaxation, Closed>, EngineError> {
        let mut relaxation = Relaxation::new(&self.frame(), &self.desk.pool, &self.choice);
        let mut core: Option<Vec<f64>> = None;
        let (mut dull, mut mark) = (0, self.bound);
        for round in 0_usize.. {
            let Some(proved) = self.relax(&mut relaxation)? else {
                return Ok(Err(Closed));
            };
            relaxation.forget_idle();
            self.lower(proved.bound);
            if self.force(&mut relaxation, &proved).is_err() {
                return Ok(Err(Closed));
            }
            if self.is_close() || !self.go_on()? {
                break;
            }
            let shares = relaxation.shares(&self.frame());
            if round % ROUNDS_PER_PLAN == ROUNDS_PER_PLAN - 1 {
                self.draw(greedy, &shares, &proved)?;
            }
            let stable = core.as_ref().map(|core| middle(core, &shares));
            if let Some(point) = &stable {
                self.separate(&relaxation, point)?;
            }
            if relaxation.add_broken(&self.frame(), &self.desk.pool) == 0 {
                self.separate(&relaxation, &shares)?;
                if relaxation.add_broken(&self.frame(), &self.desk.pool) == 0 {
                    self.draw(greedy, &shares, &proved)?;
                    break;
                }
            }
            core = Some(stable.unwrap_or(shares));
            let left = mark.saturating_sub(self.to_beat());
            dull = if mark - self.bound > left / 100 { 0 } else { dull + 1 };
            mark = if dull == 0 { self.bound } else { mark };
            if dull > DULL_ROUNDS && self.best.is_some() {
                self.draw(greedy, &shares_of(&relaxation, self), &proved)?;
                break;
            }
        }
        relaxation.forget_idle();
        Ok(Ok(relaxation))
    }

    /// Solves a relaxation of the choice at hand, known cuts first.
    fn relax(&mut self, relaxation: &mut Relaxation) -> Result<Option<Proved>, EngineError> {
        let choice = self.choice.clone();
        self.relax_within(relaxation, &choice)
    }

    /// Solves a relaxation within a choice until no known cut is broken; nothing when it is proved empty.
    pub(super) fn relax_within(
        &mut self,
        relaxation: &mut Relaxation,
        choice: &Choice,
    ) -> Result<Option<Proved>, EngineError> {
        for loops in 1.. {
            let stop = || self.desk.watch.is_cancelled() || self.best.is_some() && self.desk.watch.is_enough();
            let proved = relaxation.solve(&self.frame(), &self.desk.pool, choice, stop);
            let Some(proved) = proved else { return Ok(None) };
            if proved.bound <= self.to_beat() || !self.go_on()? {
                return Ok(Some(proved));
            }
            if loops > CUT_LOOPS || relaxation.add_broken(&self.frame(), &self.desk.pool) == 0 {
                return Ok(Some(proved));
            }
        }
        Ok(None)
    }

    /// Chooses for good what any better plan does.
    fn force(&mut self, relaxation: &mut Relaxation, proved: &Proved) -> Result<(), Closed> {
        if proved.bound <= self.to_beat() {
            return Err(Closed);
        }
        if self.best.is_none() {
            return Ok(());
        }
        for (action, taken) in proved.forced(&self.choice, self.to_beat()) {
            let chosen = self.desk.rows.choose(&mut self.choice, action, taken);
            chosen.map_err(|_| Closed)?;
        }
        relaxation.keep_to(&self.choice);
        Ok(())
    }

    /// A plan near shares: the nearest choices first, as far as rows let them, then the best bundles that still fit.
    pub(super) fn draw(&mut self, greedy: &Greedy<'_>, shares: &[f64], proved: &Proved) -> Result<(), EngineError> {
        let mut order: Vec<usize> = (0..shares.len()).collect();
        order.sort_by(|&a, &b| shares[b].total_cmp(&shares[a]).then(a.cmp(&b)));
        let mut fillers: Vec<usize> = (0..greedy.bundles.len()).collect();
        let worth = |bundle: &usize| {
            greedy.bundles[*bundle]
                .actions
                .iter()
                .map(|&a| proved.worth(a))
                .sum::<i128>()
        };
        fillers.sort_by_key(|bundle| std::cmp::Reverse(worth(bundle)));
        fillers.retain(|&bundle| {
            greedy.bundles[bundle]
                .actions
                .iter()
                .any(|&action| shares[action] < 0.999)
        });
        fillers.truncate(FILLERS);
        for threshold in [0.5, 0.999] {
            let Some(mut taken) = self.near(&order, shares, threshold) else {
                continue;
            };
            if self.at_most(&taken) > self.to_beat() {
                self.offer(&taken)?;
            }
            let watch = self.desk.watch;
            let enough = || watch.is_cancelled() || watch.is_enough();
            let careful = (Measure::Ratio, Stale::LookedAtAgain);
            greedy.extend(&mut self.desk.fills, &mut taken, careful, &fillers, enough)?;
            self.offer(&taken)?;
        }
        Ok(())
    }

    /// Takes actions of a share above a threshold, leaves the others, and yields to rows.
    fn near(&self, order: &[usize], shares: &[f64], threshold: f64) -> Option<Vec<bool>> {
        let rows = self.desk.rows;
        let mut choice = self.choice.clone();
        for &action in order {
            if choice.made[action].is_some() {
                continue;
            }
            let wanted = shares[action] >= threshold;
            let mut after = choice.clone();
            if rows.choose(&mut after, action, wanted).is_err() {
                after = choice;
                rows.choose(&mut after, action, !wanted).ok()?;
            }
            choice = after;
        }
        Some(choice.taken())
    }
}

fn shares_of(relaxation: &Relaxation, run: &Run<'_, '_>) -> Vec<f64> {
    relaxation.shares(&run.frame())
}

fn middle(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| (a + b) / 2.0).collect()
}
