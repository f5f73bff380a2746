//! A plan told with its proof: every figure solved again from nothing, what each action is worth, what stays short.

use super::fills::Fills;
use super::model::{Model, View};
use super::problem::{Lock, PlanProblem};
use super::relax::Frame;
use super::rows::Rows;
use super::run::Best;
use super::{ActionGain, BlockFill, Gap, Plan, Reference, Standing, Watch};
use crate::domain::progress::Unheard;
use crate::engine::certificate::CertificateError;
use crate::engine::error::EngineError;
use crate::engine::hall::{check_shortfall, shortfall};
use crate::engine::solver::Solver;

/// What a plan is told from.
pub(super) struct Account<'a> {
    pub(super) problem: &'a PlanProblem,
    pub(super) model: &'a Model,
    pub(super) rows: &'a Rows,
    pub(super) views: &'a [View],
    pub(super) asked: Gap,
    pub(super) watch: &'a dyn Watch,
}

impl Account<'_> {
    /// The plan of the best choice found. `fills` may be anywhere.
    pub(super) fn tell(
        &self,
        best: &Best,
        references: Vec<Reference>,
        fills: &mut Fills<'_>,
    ) -> Result<Plan, EngineError> {
        fills.go_to(&vec![false; self.model.actions])?;
        let before = fills.filled.clone();
        fills.go_to(&best.taken)?;
        let (filled, blocks) = self.solve_again(fills, &before)?;
        let frame = Frame {
            model: self.model,
            rows: self.rows,
            views: self.views,
        };
        let standing = Standing {
            objective: frame.objective(&filled),
            ..best.standing
        };
        if filled != fills.filled || standing != best.standing {
            let of = |filled: &[i64]| filled.iter().sum::<i64>();
            return Err(CertificateError::Filled {
                claimed: of(&fills.filled),
                found: i128::from(of(&filled)),
            }
            .into());
        }
        Ok(Plan {
            taken: best.taken.clone(),
            standing,
            is_proved: standing.gap() <= self.asked,
            without: frame.objective(&before),
            blocks,
            gains: self.gains(best, &frame, fills)?,
            binding: self.binding(&best.taken),
            references,
        })
    }

    /// Every fill from nothing, certified; those of all posts with their shortage.
    fn solve_again(&self, fills: &Fills<'_>, before: &[i64]) -> Result<(Vec<i64>, Vec<BlockFill>), EngineError> {
        let mut filled = Vec::new();
        let mut blocks: Vec<BlockFill> = Vec::new();
        for (number, fill) in self.model.fills.iter().enumerate() {
            if self.watch.is_cancelled() {
                return Err(EngineError::Cancelled);
            }
            let problem = fills.problem(number);
            let (solution, certificate) = Solver::new(problem, &Unheard(self.watch))?.proved()?;
            filled.push(certificate.filled);
            // The first fill of a block is that of the lowest priority: all its posts.
            if fill.needed.is_none() && fill.block == blocks.len() {
                let all: Vec<u32> = (0_u32..).take(problem.demands.len()).collect();
                let short = shortfall(problem, &solution, &all);
                short.iter().try_for_each(|claim| check_shortfall(problem, claim))?;
                blocks.push(BlockFill {
                    posts: fill.posts,
                    before: before[number],
                    after: certificate.filled,
                    short,
                });
            }
        }
        Ok((filled, blocks))
    }

    /// What would be lost without each action taken, alone, whatever rows say: by exact search from the fills of the plan.
    fn gains(&self, best: &Best, frame: &Frame<'_>, fills: &mut Fills<'_>) -> Result<Vec<ActionGain>, EngineError> {
        let mut gains = Vec::new();
        let here = fills.filled.clone();
        for (action, a) in (0_u32..).zip(&best.taken) {
            if !a {
                continue;
            }
            if self.watch.is_cancelled() {
                return Err(EngineError::Cancelled);
            }
            let mut without = here.clone();
            let mut blocks = Vec::new();
            for (block, brought) in self.model.brought.iter().enumerate() {
                let people = brought.of(action).iter();
                let back: Vec<(usize, i64)> = people.map(|&(_, supply, more)| (supply as usize, -more)).collect();
                let mut all_posts = None;
                if !back.is_empty() {
                    fills.trial(block, &back, &mut |fill, more| {
                        without[fill] += more;
                        all_posts.get_or_insert(-more);
                    })?;
                }
                blocks.push(all_posts.unwrap_or(0));
            }
            gains.push(ActionGain {
                action: action as usize,
                objective: frame.objective(&here) - frame.objective(&without),
                blocks,
            });
        }
        Ok(gains)
    }

    /// Rows of the problem that some action left out, and not refused, would break.
    fn binding(&self, taken: &[bool]) -> Vec<usize> {
        let rest = self.rows.rest(taken);
        let open = |action: usize| !taken[action] && self.problem.actions[action].lock != Lock::Refused;
        let binds = |&row: &usize| {
            let mut terms = self.rows.rows[row].terms.iter();
            terms.any(|&(action, a)| open(action as usize) && a > rest[row])
        };
        (0..self.problem.rows.len()).filter(binds).collect()
    }
}
