//! A first plan at once: the action that gains most, again and again, by lazy evaluation.
//!
//! Where actions only bring people, the value filled is submodular in the set taken: a gain told before others were taken is an upper bound, so an action whose
//! fresh gain is at the head of the queue is the best without looking at the others (Minoux 1978). Where an action takes people away, gains may
//! grow: they are then looked at again, and the result is that of looking at all of them each time.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::fills::Fills;
use super::model::{Model, View};
use super::rows::{Choice, Rows};
use crate::engine::error::EngineError;

/// What of a gain is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Gain,
    /// Gain for the share of what remains of each row.
    Ratio,
}

/// What is done with scores told before the last bundle was taken, where they bound nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stale {
    /// They still say whom to look at first: a plan at once, which a fresh look at all may better.
    Guides,
    /// All are looked at again.
    LookedAtAgain,
}

/// Actions that rows force to be taken together, and what they bring.
#[derive(Debug, Clone)]
pub(super) struct Bundle {
    pub(super) actions: Vec<usize>,
    /// People by block and supply.
    people: Vec<(usize, Vec<(usize, i64)>)>,
    /// Takes nobody away.
    only_adds: bool,
    /// Brings nobody: it gains nothing by itself.
    only_takes: bool,
}

/// What greedy choices are made from.
pub(super) struct Greedy<'a> {
    pub(super) model: &'a Model,
    pub(super) rows: &'a Rows,
    pub(super) bundles: Vec<Bundle>,
    /// Weight of each fill in a gain.
    weights: Vec<i64>,
}

/// Head of the queue: score, then first bundle; the round its score was told in.
type Entry = (i128, Reverse<usize>, usize);

impl<'a> Greedy<'a> {
    /// Bundles of the actions that a choice leaves open.
    pub(super) fn new(model: &'a Model, rows: &'a Rows, choice: &Choice, views: &[View]) -> Self {
        let mut weights = vec![0; model.fills.len()];
        for &(fill, weight) in views.iter().flat_map(|view| &view.weights) {
            weights[fill] += weight;
        }
        let open = (0..model.actions).filter(|&action| choice.made[action].is_none());
        let bundles = open.filter_map(|action| Bundle::new(model, rows, choice, action));
        Self {
            model,
            rows,
            bundles: bundles.collect(),
            weights,
        }
    }

    /// Adds to a plan that respects the rows the best bundles, while one gains and fits. The fills go with it.
    pub(super) fn extend(
        &self,
        fills: &mut Fills<'_>,
        taken: &mut [bool],
        (measure, stale): (Measure, Stale),
        among: &[usize],
        mut enough: impl FnMut() -> bool,
    ) -> Result<(), EngineError> {
        fills.go_to(taken)?;
        let mut rest = self.rows.rest(taken);
        let sizes: Vec<i128> = self.bundles.iter().map(|b| self.size(b, &rest, measure)).collect();
        let mut queue: BinaryHeap<Entry> = among
            .iter()
            .filter(|&&b| !self.bundles[b].only_takes)
            .map(|&b| (i128::MAX, Reverse(b), 0))
            .collect();
        let mut aside: Vec<Entry> = Vec::new();
        let mut round = 1;
        while let Some((score, Reverse(n), told)) = queue.pop() {
            if enough() {
                break;
            }
            let Some(bundle) = self.left(n, taken) else { continue };
            if !self.fits(&bundle, &rest) {
                aside.push((score, Reverse(n), told));
                continue;
            }
            if told < round {
                let gain = self.gain(fills, &bundle)?;
                queue.push((i128::from(gain) * (1 << 40) / sizes[n], Reverse(n), round));
                continue;
            }
            if score <= 0 {
                break;
            }
            self.take(&bundle, taken, &mut rest);
            fills.go_to(taken)?;
            round += 1;
            queue.extend(aside.drain(..));
            if stale == Stale::LookedAtAgain {
                queue = self.freshened(queue, &bundle);
            }
        }
        Ok(())
    }

    /// Scores that bound nothing any more are looked at first.
    fn freshened(&self, queue: BinaryHeap<Entry>, last: &Bundle) -> BinaryHeap<Entry> {
        let again = |(score, Reverse(n), told): Entry| {
            let bounds = last.only_adds && self.bundles[n].only_adds;
            (if bounds { score } else { i128::MAX }, Reverse(n), told)
        };
        queue.into_iter().map(again).collect()
    }

    /// What of a bundle is not taken yet; its gain is at most what the whole once was.
    fn left(&self, number: usize, taken: &[bool]) -> Option<Cow<'_, Bundle>> {
        let bundle = &self.bundles[number];
        let left: Vec<usize> = bundle
            .actions
            .iter()
            .copied()
            .filter(|&action| !taken[action])
            .collect();
        match left.len() {
            0 => None,
            n if n == bundle.actions.len() => Some(Cow::Borrowed(bundle)),
            _ => Some(Cow::Owned(Bundle::of(self.model, left))),
        }
    }

    fn fits(&self, bundle: &Bundle, rest: &[i64]) -> bool {
        let mut more: BTreeMap<usize, i64> = BTreeMap::new();
        for &action in &bundle.actions {
            for &(row, a) in self.rows.of(action) {
                *more.entry(row).or_default() += a;
            }
        }
        more.into_iter().all(|(row, a)| a <= rest[row])
    }

    fn take(&self, bundle: &Bundle, taken: &mut [bool], rest: &mut [i64]) {
        for &action in &bundle.actions {
            taken[action] = true;
            for &(row, a) in self.rows.of(action) {
                rest[row] -= a;
            }
        }
    }

    /// Value gained by a bundle at the point of the fills.
    fn gain(&self, fills: &mut Fills<'_>, bundle: &Bundle) -> Result<i64, EngineError> {
        let mut gain = 0;
        for (block, people) in &bundle.people {
            fills.trial(*block, people, &mut |fill, more| gain += self.weights[fill] * more)?;
        }
        Ok(gain)
    }

    /// Millionths of what remains of each row, summed, and one.
    fn size(&self, bundle: &Bundle, rest: &[i64], measure: Measure) -> i128 {
        if measure == Measure::Gain {
            return 1;
        }
        let rows = bundle.actions.iter().flat_map(|&action| self.rows.of(action));
        let parts = rows.map(|&(row, a)| i128::from(a.max(0)) * 1_000_000 / i128::from(rest[row].max(1)));
        1 + parts.sum::<i128>()
    }
}

impl Bundle {
    /// What a choice makes of taking an action; nothing when rows forbid it.
    fn new(model: &Model, rows: &Rows, choice: &Choice, action: usize) -> Option<Self> {
        let mut after = choice.clone();
        rows.choose(&mut after, action, true).ok()?;
        let came = |&action: &usize| choice.made[action].is_none() && after.made[action] == Some(true);
        Some(Self::of(model, (0..model.actions).filter(came).collect()))
    }

    fn of(model: &Model, actions: Vec<usize>) -> Self {
        let mut people = Vec::new();
        for (block, brought) in model.brought.iter().enumerate() {
            let mut own: BTreeMap<usize, i64> = BTreeMap::new();
            for &action in &actions {
                let action = u32::try_from(action).unwrap_or(u32::MAX);
                for &(_, supply, more) in brought.of(action) {
                    *own.entry(supply as usize).or_default() += more;
                }
            }
            own.retain(|_, more| *more != 0);
            if !own.is_empty() {
                people.push((block, own.into_iter().collect()));
            }
        }
        let all = || people.iter().flat_map(|(_, own): &(usize, Vec<(usize, i64)>)| own);
        let only_adds = all().all(|&(_, more)| more > 0);
        let only_takes = all().all(|&(_, more)| more < 0);
        Self {
            actions,
            people,
            only_adds,
            only_takes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Unattended;
    use crate::engine::plan::{Action, Aim, Block, Bring, Lock, PlanProblem, Row};
    use crate::engine::scatter::scatter;

    fn draw(seed: u64) -> PlanProblem {
        let mut next = scatter(seed);
        let mut number = move |below: u64| u32::try_from(next(below)).unwrap();
        let mut block = |scenario| Block {
            supplies: (0..6).map(|_| i64::from(number(9))).collect(),
            demands: (0..6).map(|_| i64::from(number(14))).collect(),
            scenario,
            weight: 1 + i64::from(number(3)),
        };
        let blocks = vec![block(0), block(0), block(1)];
        let least = if seed.is_multiple_of(2) { 0 } else { -3 };
        let mut action = || Action {
            brings: (0..1 + number(4))
                .map(|_| Bring {
                    block: number(3),
                    supply: number(6),
                    people: i64::from(number(9)) + least,
                })
                .collect(),
            lock: Lock::Free,
        };
        let actions = (0..14).map(|_| action()).collect();
        let row = |shift: u32| Row {
            terms: (0..14).map(|a| (a, i64::from((a * 7 + shift) % 5))).collect(),
            at_most: 12,
        };
        PlanProblem {
            supplies: 6,
            demands: 6,
            arcs: (0..14).map(|_| (number(6), number(6))).collect(),
            blocks,
            priorities: vec![1, 1, 2, 1, 2, 1],
            actions,
            rows: vec![row(0), row(3)],
            floors: Vec::new(),
            aim: Aim::Expected(vec![2, 1]),
        }
    }

    /// Looks at every bundle each time.
    fn plain(greedy: &Greedy<'_>, fills: &mut Fills<'_>, taken: &mut [bool], measure: Measure) {
        fills.go_to(taken).unwrap();
        let mut rest = greedy.rows.rest(taken);
        let sizes: Vec<i128> = greedy.bundles.iter().map(|b| greedy.size(b, &rest, measure)).collect();
        loop {
            let mut best: (i128, Option<Bundle>) = (0, None);
            for (n, size) in sizes.iter().enumerate() {
                let Some(bundle) = greedy.left(n, taken) else { continue };
                let score = i128::from(greedy.gain(fills, &bundle).unwrap()) * (1 << 40) / size;
                if greedy.fits(&bundle, &rest) && score > best.0 {
                    best = (score, Some(bundle.into_owned()));
                }
            }
            let Some(bundle) = best.1 else { return };
            greedy.take(&bundle, taken, &mut rest);
            fills.go_to(taken).unwrap();
        }
    }

    #[test]
    fn lazy_choices_are_those_of_looking_at_everything() {
        let mut taken_in_all = 0;
        for seed in 1..=60 {
            let problem = draw(seed);
            let model = Model::new(&problem).unwrap();
            let rows = Rows::new(model.actions, model.rows.clone());
            let choice = rows.locked(&model.locks).unwrap();
            let greedy = Greedy::new(&model, &rows, &choice, &model.views(&problem.aim));
            let all: Vec<usize> = (0..greedy.bundles.len()).collect();
            for measure in [Measure::Gain, Measure::Ratio] {
                let mut fills = Fills::new(&model, &Unattended).unwrap();
                let (mut lazy, mut looked) = (vec![false; 14], vec![false; 14]);
                let careful = (measure, Stale::LookedAtAgain);
                greedy.extend(&mut fills, &mut lazy, careful, &all, || false).unwrap();
                plain(&greedy, &mut fills, &mut looked, measure);
                assert_eq!(lazy, looked, "seed {seed} {measure:?}");
                taken_in_all += lazy.iter().filter(|taken| **taken).count();
            }
        }
        assert!(taken_in_all > 300, "{taken_in_all}");
    }
}
