//! The relaxation of a plan, actions in shares: a linear program over rows and cuts, and what its multipliers prove in integers.
//!
//! Columns: a share of each action, the value of each fill, and, where there are several views, the least of them, above the least it can be.
//! Whatever the tableau says in floating point, a bound is drawn from its multipliers alone: rounded to integers, made to add up exactly on the
//! columns of fills and views, they give a sum of rows and cuts that holds for every plan (Neumaier and Shcherbina, "Safe bounds in linear and
//! mixed-integer linear programming", *Mathematical Programming* 99, 2004).

use std::collections::BTreeSet;

use super::cut::{Cut, Pool};
use super::fills::WHOLE;
use super::model::{Model, View};
use super::rows::{Choice, Rows};
use super::tableau::{End, Tableau};

/// One in the fixed point of multipliers.
const ONE: i128 = 1 << 30;
/// Multipliers above this are left out: a bound without them holds too.
const LARGEST: f64 = 4.6e18;
/// A fill is counted in posts, so that columns are of like size.
const POST: f64 = 1_000.0;

/// What a row of the tableau stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    Row(usize),
    View(usize),
    Cut(usize),
}

/// What all relaxations of one aim share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) model: &'a Model,
    pub(super) rows: &'a Rows,
    pub(super) views: &'a [View],
}

/// A bound proved for every plan within a choice, and what each action changes in it.
#[derive(Debug, Clone)]
pub(super) struct Proved {
    /// No plan has a larger objective.
    pub(super) bound: i64,
    numerator: i128,
    worth: Vec<i128>,
    weight: Vec<i128>,
}

/// The linear program at hand.
#[derive(Debug, Clone)]
pub(super) struct Relaxation {
    tableau: Tableau,
    sources: Vec<Source>,
    held: BTreeSet<usize>,
    /// One unit of the objective column.
    unit: f64,
}

impl Frame<'_> {
    fn several(&self) -> bool {
        self.views.len() > 1
    }

    fn fill_column(&self, fill: usize) -> usize {
        self.model.actions + fill
    }

    fn least_column(&self) -> usize {
        self.model.actions + self.model.fills.len()
    }

    /// The column of the least view is that view more than this.
    fn below(&self) -> i64 {
        let offsets = self.views.iter().map(|view| view.offset);
        -offsets.max().unwrap_or(0)
    }

    fn largest(&self, view: &View) -> i64 {
        let most = view.weights.iter().map(|&(fill, w)| w * self.model.fills[fill].posts);
        most.sum::<i64>() - view.offset
    }

    /// The most the objective can be, whatever is done.
    pub(super) fn ceiling(&self) -> i64 {
        self.views.iter().map(|view| self.largest(view)).min().unwrap_or(0)
    }

    /// The objective of a plan whose fills are these.
    pub(super) fn objective(&self, filled: &[i64]) -> i64 {
        let views = self.views.iter().map(|view| view.worth(filled) - view.offset);
        views.min().unwrap_or(0)
    }

    /// Integer terms of a row of the tableau, and its right side.
    fn line(&self, pool: &Pool, source: Source) -> (Vec<(usize, i64)>, i64) {
        match source {
            Source::Row(row) => {
                let row = &self.rows.rows[row];
                let terms = row.terms.iter().map(|&(action, a)| (action as usize, a));
                (terms.collect(), row.at_most)
            }
            Source::View(view) => {
                let view = &self.views[view];
                let fills = view.weights.iter().map(|&(fill, w)| (self.fill_column(fill), -w));
                let terms = fills.chain([(self.least_column(), 1)]).collect();
                (terms, -self.below() - view.offset)
            }
            Source::Cut(number) => {
                let cut = &pool.cuts[number];
                let slopes = cut.slopes.iter().map(|&(action, slope)| (action as usize, -slope));
                match self.model.fills[cut.fill].needed {
                    Some(needed) => (slopes.collect(), cut.constant - needed),
                    None => (slopes.chain([(self.fill_column(cut.fill), 1)]).collect(), cut.constant),
                }
            }
        }
    }

    /// The most of a column.
    fn upper(&self, column: usize) -> i64 {
        if column < self.model.actions {
            1
        } else if let Some(fill) = self.model.fills.get(column - self.model.actions) {
            fill.posts
        } else {
            self.ceiling() - self.below()
        }
    }

    /// Proves a bound from multipliers of rows, for all plans within a choice.
    fn prove(&self, pool: &Pool, multipliers: &[(Source, f64)], choice: &Choice) -> Proved {
        let mut shares: Vec<i128> = vec![0; self.views.len()];
        let mut lines: Vec<(Source, i128)> = Vec::new();
        for &(source, multiplier) in multipliers {
            match (source, whole(multiplier)) {
                (_, 0) => {}
                (Source::View(view), part) => shares[view] = part,
                (_, part) => lines.push((source, part)),
            }
        }
        adjust(shares.iter_mut(), ONE);
        let mut wanted = vec![0_i128; self.model.fills.len()];
        for (share, view) in shares.iter().zip(self.views) {
            for &(fill, weight) in &view.weights {
                wanted[fill] += share * i128::from(weight);
            }
        }
        let offsets = shares
            .iter()
            .zip(self.views)
            .map(|(share, view)| -share * i128::from(view.offset));
        let mut numerator: i128 = offsets.sum();
        for (fill, &wanted) in wanted.iter().enumerate() {
            let own = |source: &Source| matches!(source, Source::Cut(n) if pool.cuts[*n].fill == fill);
            let parts = lines.iter_mut().filter(|(source, _)| own(source)).map(|(_, part)| part);
            // What no cut bounds is bounded by all posts.
            numerator += adjust(parts, wanted) * i128::from(self.model.fills[fill].posts);
        }
        let mut worth = vec![0_i128; self.model.actions];
        let mut weight = worth.clone();
        for &(source, part) in &lines {
            let (terms, at_most) = self.line(pool, source);
            numerator += part * i128::from(at_most);
            let own = terms.into_iter().filter(|&(column, _)| column < self.model.actions);
            own.for_each(|(column, a)| {
                worth[column] -= part * i128::from(a);
                weight[column] += part * i128::from(a.abs());
            });
        }
        for (worth, made) in worth.iter().zip(&choice.made) {
            numerator += match made {
                Some(true) => *worth,
                Some(false) => 0,
                None => (*worth).max(0),
            };
        }
        let bound = i64::try_from(numerator.div_euclid(ONE)).unwrap_or(i64::MAX);
        Proved {
            bound: bound.min(self.ceiling()),
            numerator,
            worth,
            weight,
        }
    }

    /// True when multipliers show that no plan within a choice respects the rows.
    fn refutes(&self, pool: &Pool, ray: &[(Source, f64)], choice: &Choice) -> bool {
        let mut sums = vec![0_i128; self.least_column() + 1];
        let mut right = 0_i128;
        for &(source, multiplier) in ray {
            let part = whole(multiplier);
            let (terms, at_most) = self.line(pool, source);
            right += part * i128::from(at_most);
            terms
                .into_iter()
                .for_each(|(column, a)| sums[column] += part * i128::from(a));
        }
        let mut least = 0_i128;
        for (column, sum) in sums.into_iter().enumerate().filter(|(_, sum)| *sum != 0) {
            least += match choice.made.get(column) {
                Some(Some(taken)) => sum * i128::from(*taken),
                _ => sum.min(0) * i128::from(self.upper(column)),
            };
        }
        least > right
    }

    fn scale(&self, column: usize, unit: f64) -> f64 {
        if column < self.model.actions {
            1.0
        } else if column < self.least_column() {
            POST
        } else {
            unit
        }
    }
}

impl Proved {
    /// Actions that every plan better than `than` takes, or leaves.
    pub(super) fn forced(&self, choice: &Choice, than: i64) -> Vec<(usize, bool)> {
        let needed = (i128::from(than) + 1) * ONE;
        let open = (0..self.worth.len()).filter(|&action| choice.made[action].is_none());
        let far = open.filter(|&action| self.numerator - self.worth[action].abs() < needed);
        far.map(|action| (action, self.worth[action] > 0)).collect()
    }

    /// What an action adds to the bound when it is taken, against not.
    pub(super) fn worth(&self, action: usize) -> i128 {
        self.worth[action]
    }

    /// How much rows and cuts that bind make of an action, whatever the sign.
    pub(super) fn weight(&self, action: usize) -> i128 {
        self.weight[action]
    }
}

impl Relaxation {
    /// The relaxation with the rows of the problem, and no cut yet.
    pub(super) fn new(frame: &Frame<'_>, pool: &Pool, choice: &Choice) -> Self {
        let weights = frame.views.iter().flat_map(|view| &view.weights).map(|&(_, w)| w);
        let unit = real(weights.max().unwrap_or(1).max(1)) * POST;
        let columns = frame.least_column() + 1;
        let mut costs = vec![0.0; columns];
        if frame.several() {
            costs[columns - 1] = 1.0;
        } else if let Some(view) = frame.views.first() {
            for &(fill, weight) in &view.weights {
                costs[frame.fill_column(fill)] = real(weight) * POST / unit;
            }
        }
        let upper = (0..columns).map(|column| real(frame.upper(column)) / frame.scale(column, unit));
        let upper: Vec<f64> = upper.collect();
        let mut own = Self {
            tableau: Tableau::new(&costs, &upper),
            sources: Vec::new(),
            held: BTreeSet::new(),
            unit,
        };
        own.keep_to(choice);
        for row in 0..frame.rows.rows.len() {
            own.add(frame, pool, Source::Row(row));
        }
        for view in (0..frame.views.len()).filter(|_| frame.several()) {
            own.add(frame, pool, Source::View(view));
        }
        own
    }

    fn add(&mut self, frame: &Frame<'_>, pool: &Pool, source: Source) {
        let (terms, at_most) = frame.line(pool, source);
        let scaled = |&(column, a): &(usize, i64)| (column, real(a) * frame.scale(column, self.unit));
        let mut terms: Vec<(usize, f64)> = terms.iter().map(scaled).collect();
        let size = row_size(source, &terms);
        terms.iter_mut().for_each(|(_, a)| *a /= size);
        self.tableau.add_row(&terms, real(at_most) / size);
        self.sources.push(source);
        if let Source::Cut(number) = source {
            self.held.insert(number);
        }
    }

    /// Fixes what is chosen.
    pub(super) fn keep_to(&mut self, choice: &Choice) {
        for (action, made) in choice.made.iter().enumerate() {
            if let Some(taken) = made {
                self.tableau.fix(action, f64::from(u8::from(*taken)));
            }
        }
    }

    /// Adds the cuts of the pool that the present point breaks; how many.
    pub(super) fn add_broken(&mut self, frame: &Frame<'_>, pool: &Pool) -> usize {
        let broken = |&number: &usize| !self.held.contains(&number) && self.excess(frame, &pool.cuts[number]) > 1e-5;
        let broken: Vec<usize> = (0..pool.cuts.len()).filter(broken).collect();
        for &number in &broken {
            self.add(frame, pool, Source::Cut(number));
        }
        broken.len()
    }

    /// By how many posts the point goes beyond a cut.
    fn excess(&self, frame: &Frame<'_>, cut: &Cut) -> f64 {
        let fill = match frame.model.fills[cut.fill].needed {
            Some(needed) => real(needed) / POST,
            None => self.tableau.value(frame.fill_column(cut.fill)),
        };
        let slopes = cut
            .slopes
            .iter()
            .map(|&(action, slope)| real(slope) * self.share(action as usize));
        fill - (real(cut.constant) + slopes.sum::<f64>()) / POST
    }

    /// Takes out cuts that are far from binding.
    pub(super) fn forget_idle(&mut self) {
        let idle: BTreeSet<usize> = (0..self.sources.len())
            .filter(|&rank| matches!(self.sources[rank], Source::Cut(_)))
            .filter(|&rank| self.tableau.idle_slack(rank).is_some_and(|slack| slack > 1e-6))
            .collect();
        for &rank in &idle {
            if let Source::Cut(number) = self.sources[rank] {
                self.held.remove(&number);
            }
        }
        self.tableau.remove_idle(|rank| idle.contains(&rank));
    }

    /// Solves; nothing when no plan is within the choice, which is proved.
    pub(super) fn solve(
        &mut self,
        frame: &Frame<'_>,
        pool: &Pool,
        choice: &Choice,
        stop: impl FnMut() -> bool,
    ) -> Option<Proved> {
        let most = 50 * (self.sources.len() + 100);
        if let End::Infeasible { row } = self.tableau.run(most, stop) {
            let ray = self.sourced(frame, pool, self.tableau.ray(row), 1.0);
            if frame.refutes(pool, &ray, choice) {
                return None;
            }
        }
        let multipliers = self.sourced(frame, pool, self.tableau.multipliers(), self.unit);
        Some(frame.prove(pool, &multipliers, choice))
    }

    /// Multipliers of the tableau as those of the integer rows.
    fn sourced(&self, frame: &Frame<'_>, pool: &Pool, ranks: Vec<(usize, f64)>, unit: f64) -> Vec<(Source, f64)> {
        let of = |(rank, multiplier): (usize, f64)| {
            let source = self.sources[rank];
            let (terms, _) = frame.line(pool, source);
            let scaled = |&(column, a): &(usize, i64)| (column, real(a) * frame.scale(column, self.unit));
            let size = row_size(source, &terms.iter().map(scaled).collect::<Vec<_>>());
            (source, multiplier * unit / size)
        };
        ranks.into_iter().filter(|(_, m)| *m > 0.0).map(of).collect()
    }

    /// What the point takes a fill for, thousandths.
    pub(super) fn supposed(&self, frame: &Frame<'_>, fill: usize) -> i64 {
        match frame.model.fills[fill].needed {
            Some(needed) => needed,
            None => thousandths(self.tableau.value(frame.fill_column(fill))),
        }
    }

    /// Share of an action at the present point, from 0 to 1.
    pub(super) fn share(&self, action: usize) -> f64 {
        self.tableau.value(action).clamp(0.0, 1.0)
    }

    /// Shares of all actions.
    pub(super) fn shares(&self, frame: &Frame<'_>) -> Vec<f64> {
        (0..frame.model.actions).map(|action| self.share(action)).collect()
    }
}

/// What a row is divided by: its largest coefficient; one post for cuts of fills.
fn row_size(source: Source, terms: &[(usize, f64)]) -> f64 {
    let largest = terms.iter().map(|(_, a)| a.abs()).fold(0.0, f64::max);
    match source {
        Source::Cut(_) => POST,
        _ if largest > 0.0 => largest,
        _ => 1.0,
    }
}

/// Makes non-negative parts add up to `wanted`, changing the largest first; what no part could take, where there are none.
fn adjust<'p>(parts: impl Iterator<Item = &'p mut i128>, wanted: i128) -> i128 {
    let mut parts: Vec<&mut i128> = parts.collect();
    // Stable: of equals the first.
    parts.sort_by(|a, b| b.cmp(a));
    let mut missing = wanted - parts.iter().map(|part| **part).sum::<i128>();
    for part in parts {
        let change = missing.max(-*part);
        *part += change;
        missing -= change;
    }
    missing
}

/// A share of an action in the fixed point of headcounts.
#[expect(clippy::cast_possible_truncation, reason = "between 0 and WHOLE")]
pub(super) fn fixed(share: f64) -> i64 {
    (share.clamp(0.0, 1.0) * real(WHOLE)).round() as i64
}

/// Posts as whole thousandths.
#[expect(
    clippy::cast_possible_truncation,
    reason = "at most the posts of a fill; only to guide"
)]
fn thousandths(posts: f64) -> i64 {
    (posts * POST).round() as i64
}

/// A multiplier in the fixed point of proofs: any non-negative number does.
#[expect(clippy::cast_possible_truncation, reason = "bounded just before")]
fn whole(multiplier: f64) -> i128 {
    let scaled = multiplier * real(1 << 30);
    if scaled > 0.0 && scaled < LARGEST {
        scaled.round() as i128
    } else {
        0
    }
}

/// Only to guide: nothing is concluded from it.
#[expect(clippy::cast_precision_loss, reason = "floating point guides, integers prove")]
pub(super) fn real(value: i64) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Unattended;
    use crate::engine::plan::fills::Fills;
    use crate::engine::plan::problem::{Action, Aim, Block, Bring, Lock, PlanProblem, Row};

    /// Two programmes, 3 and 1 people, one post list each of 4 and 9; the second action takes from the first programme; one of three at most.
    fn problem() -> PlanProblem {
        let action = |brings: &[(u32, i64)]| Action {
            brings: brings
                .iter()
                .map(|&(supply, people)| Bring {
                    block: 0,
                    supply,
                    people,
                })
                .collect(),
            lock: Lock::Free,
        };
        PlanProblem {
            supplies: 2,
            demands: 2,
            arcs: vec![(0, 0), (1, 0), (1, 1)],
            blocks: vec![Block {
                supplies: vec![3, 1],
                demands: vec![4, 9],
                scenario: 0,
                weight: 7,
            }],
            priorities: vec![2, 1],
            actions: vec![action(&[(0, 2)]), action(&[(0, -2), (1, 5)]), action(&[(1, 3)])],
            rows: vec![Row {
                terms: vec![(0, 1), (1, 1), (2, 1)],
                at_most: 1,
            }],
            floors: Vec::new(),
            aim: Aim::default(),
        }
    }

    #[test]
    fn bounds_and_forced_actions_hold_whatever_the_multipliers_and_contradictions_are_checked() {
        let problem = problem();
        let model = Model::new(&problem).unwrap();
        let rows = Rows::new(model.actions, model.rows.clone());
        let views = model.views(&problem.aim);
        let frame = Frame {
            model: &model,
            rows: &rows,
            views: &views,
        };
        let mut fills = Fills::new(&model, &Unattended).unwrap();
        let mut pool = Pool::new(model.fills.len());
        let mut plans: Vec<(i64, Vec<bool>)> = Vec::new();
        for set in 0..8_u32 {
            let taken: Vec<bool> = (0..3).map(|action| set >> action & 1 == 1).collect();
            fills.go_to(&taken).unwrap();
            fills.cut(&mut pool, |_, _| true).unwrap();
            if rows.allow(&taken) {
                plans.push((frame.objective(&fills.filled), taken));
            }
        }
        // With the second or the third action 7 people: 4 posts that count twice, 3 that count once.
        let best = plans.iter().map(|plan| plan.0).max().unwrap();
        assert_eq!((plans.len(), best), (4, 7 * (4 * 2 + 3)));
        let open = rows.open().unwrap();
        let sources = (0..pool.cuts.len()).map(Source::Cut).chain([Source::Row(0)]);
        let sources: Vec<Source> = sources.collect();
        let (mut tightest, mut forced) = (i64::MAX, 0);
        for seed in 0..500_usize {
            let multiplier =
                |n: usize| [0.0, 0.5, 7.0, 14.0, 1e30, f64::NAN, -3.0][(seed * (n + 3) / (n + 1) + n * seed) % 7];
            let multipliers: Vec<(Source, f64)> =
                sources.iter().enumerate().map(|(n, &s)| (s, multiplier(n))).collect();
            let proved = frame.prove(&pool, &multipliers, &open);
            assert!(proved.bound >= best, "{multipliers:?} {}", proved.bound);
            tightest = tightest.min(proved.bound);
            for than in plans.iter().map(|plan| plan.0) {
                for (action, taken) in proved.forced(&open, than) {
                    let better = plans.iter().filter(|plan| plan.0 > than);
                    assert!(
                        better.into_iter().all(|plan| plan.1[action] == taken),
                        "{multipliers:?} {than}"
                    );
                    forced += 1;
                }
            }
        }
        assert!(forced > 50, "{forced}");
        assert!(tightest < frame.ceiling());
        let row = [(Source::Row(0), 1.0)];
        assert!(!frame.refutes(&pool, &row, &open));
        let mut both = open.clone();
        (both.made[0], both.made[1]) = (Some(true), Some(true));
        assert!(frame.refutes(&pool, &row, &both));
    }
}
