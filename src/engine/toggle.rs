//! What a group of arcs is worth: how many posts fewer are filled without it, or more with it, exactly and without solving anew.
//!
//! Fill is a maximum flow: costs do not matter. Taking a group out gives back the people and posts it joined; ways are then sought from unused people to
//! unfilled posts, by levels (Dinic, "Algorithm for solution of a problem of maximum flow in networks with power estimation", *Soviet Mathematics
//! Doklady* 11, 1970), until a minimum cut as large as the flow proves that no more can be filled.

use super::certificate::CertificateError;
use super::error::EngineError;
use super::problem::{Arc, Problem};
use super::solve;
use crate::domain::progress::Progress;

/// Level of a node that no unused people reach.
const UNSEEN: u32 = u32::MAX;

/// The largest fill of a problem whose arcs come in groups, each in it or out of it.
#[derive(Debug)]
pub struct Toggles {
    arcs: Vec<Arc>,
    /// Group of each arc, and which groups are in.
    group: Vec<u32>,
    on: Vec<bool>,
    /// Numbers of the arcs of each supply, then of each demand.
    leaving: Vec<Vec<u32>>,
    entering: Vec<Vec<u32>>,
    supplies: Vec<i64>,
    demands: Vec<i64>,
    state: State,
}

/// A flow on the arcs, and what it leaves at both ends.
#[derive(Debug, Clone)]
struct State {
    flow: Vec<i64>,
    unused: Vec<i64>,
    unfilled: Vec<i64>,
}

impl Toggles {
    /// Fills as many posts as can be on the arcs of the groups that are in. `groups` names the group of each arc, below `on.len()`.
    ///
    /// # Errors
    /// As [`solve`], and [`CertificateError::Shape`] for lists of other lengths. Limits are not read.
    pub fn new(problem: &Problem, groups: &[u32], on: &[bool], progress: &dyn Progress) -> Result<Self, EngineError> {
        let known = groups.iter().all(|group| (*group as usize) < on.len());
        if groups.len() != problem.arcs.len() || !known {
            return Err(CertificateError::Shape.into());
        }
        let present = |n: &usize| on[groups[*n] as usize];
        let numbers: Vec<usize> = (0..problem.arcs.len()).filter(present).collect();
        let solution = solve(
            &Problem {
                supplies: problem.supplies.clone(),
                demands: problem.demands.clone(),
                arcs: numbers.iter().map(|n| problem.arcs[*n]).collect(),
                limits: Vec::new(),
            },
            progress,
        )?;
        let mut flow = vec![0; problem.arcs.len()];
        for (n, people) in numbers.into_iter().zip(&solution.flows) {
            flow[n] = *people;
        }
        let mut leaving = vec![Vec::new(); problem.supplies.len()];
        let mut entering = vec![Vec::new(); problem.demands.len()];
        for (n, arc) in (0_u32..).zip(&problem.arcs) {
            // The solver refuses what is out of range where the arc is in; the others are looked at here.
            let ends = leaving
                .get_mut(arc.supply as usize)
                .zip(entering.get_mut(arc.demand as usize));
            let (from, to) = ends.ok_or(CertificateError::ArcOutOfRange { arc: n as usize })?;
            from.push(n);
            to.push(n);
        }
        Ok(Self {
            arcs: problem.arcs.clone(),
            group: groups.to_vec(),
            on: on.to_vec(),
            leaving,
            entering,
            supplies: problem.supplies.clone(),
            demands: problem.demands.clone(),
            state: State {
                flow,
                unused: solution.unused,
                unfilled: solution.unfilled,
            },
        })
    }

    /// Thousandths of posts filled.
    pub fn filled(&self) -> i64 {
        self.state.flow.iter().sum()
    }

    /// Change of the posts filled if a group were out where it is in, or in where it is out. `arcs` are the numbers of the group's own.
    ///
    /// # Errors
    /// [`CertificateError`] where the result is not proved, which a test rules out.
    pub fn change(&mut self, group: u32, arcs: &[u32]) -> Result<i64, EngineError> {
        let before = self.filled();
        let was_in = self.on[group as usize];
        let carried: i64 = arcs.iter().map(|n| self.state.flow[*n as usize]).sum();
        if arcs.is_empty() || was_in && carried == 0 {
            return Ok(0);
        }
        let kept = self.state.clone();
        self.on[group as usize] = !was_in;
        for n in arcs.iter().filter(|_| was_in) {
            let (arc, people) = (
                self.arcs[*n as usize],
                std::mem::take(&mut self.state.flow[*n as usize]),
            );
            self.state.unused[arc.supply as usize] += people;
            self.state.unfilled[arc.demand as usize] += people;
        }
        let filled = self.fill();
        self.on[group as usize] = was_in;
        self.state = kept;
        Ok(filled? - before)
    }

    /// Fills on from the flow at hand; the posts filled, proved the most by a cut.
    fn fill(&mut self) -> Result<i64, EngineError> {
        loop {
            let levels = self.levels();
            let mut next = vec![0; self.supplies.len() + self.demands.len()];
            let mut found = false;
            for supply in 0..self.supplies.len() {
                while self.state.unused[supply] > 0 && self.push(supply, &levels, &mut next) {
                    found = true;
                }
            }
            if !found {
                return self.proved(&levels);
            }
        }
    }

    /// Steps to each node, supplies then demands, from unused people.
    fn levels(&self) -> Vec<u32> {
        let supplies = self.supplies.len();
        let mut levels = vec![UNSEEN; supplies + self.demands.len()];
        let mut queue: Vec<usize> = (0..supplies).filter(|s| self.state.unused[*s] > 0).collect();
        queue.iter().for_each(|s| levels[*s] = 0);
        let mut head = 0;
        while let Some(&node) = queue.get(head) {
            head += 1;
            let level = levels[node] + 1;
            for &arc in self.links(node) {
                if let Some(to) = self.across(node, arc).filter(|to| levels[*to] == UNSEEN) {
                    levels[to] = level;
                    queue.push(to);
                }
            }
        }
        levels
    }

    /// Arcs at a node.
    fn links(&self, node: usize) -> &[u32] {
        match node.checked_sub(self.supplies.len()) {
            Some(demand) => &self.entering[demand],
            None => &self.leaving[node],
        }
    }

    /// The other end of an arc where people may go, or be called back, that way.
    fn across(&self, node: usize, arc: u32) -> Option<usize> {
        let n = arc as usize;
        if !self.on[self.group[n] as usize] {
            return None;
        }
        let ends = self.arcs[n];
        if node < self.supplies.len() {
            return Some(self.supplies.len() + ends.demand as usize);
        }
        (self.state.flow[n] > 0).then_some(ends.supply as usize)
    }

    /// Sends people of a supply down the levels to an unfilled post; false where no way is left. `next` is how far each node's arcs were tried.
    fn push(&mut self, supply: usize, levels: &[u32], next: &mut [usize]) -> bool {
        let supplies = self.supplies.len();
        let mut way: Vec<u32> = Vec::new();
        let mut node = supply;
        loop {
            if node >= supplies && self.state.unfilled[node - supplies] > 0 {
                self.send(supply, node - supplies, &way);
                return true;
            }
            let links = self.links(node);
            let step = links[next[node].min(links.len())..].iter().position(|arc| {
                self.across(node, *arc)
                    .is_some_and(|to| levels[to] == levels[node].saturating_add(1))
            });
            match step {
                Some(skipped) => {
                    next[node] += skipped;
                    let arc = self.links(node)[next[node]];
                    way.push(arc);
                    node = self.across(node, arc).unwrap_or(node);
                }
                None => {
                    next[node] = self.links(node).len();
                    let Some(back) = way.pop() else { return false };
                    let ends = self.arcs[back as usize];
                    node = if node < supplies {
                        supplies + ends.demand as usize
                    } else {
                        ends.supply as usize
                    };
                    next[node] += 1;
                }
            }
        }
    }

    /// Sends as many people as fit: along the first arc of the way, back on the second, and so on.
    fn send(&mut self, supply: usize, demand: usize, way: &[u32]) {
        let back = way.iter().skip(1).step_by(2);
        let called = back.map(|n| self.state.flow[*n as usize]).min().unwrap_or(i64::MAX);
        let people = called.min(self.state.unused[supply]).min(self.state.unfilled[demand]);
        for (place, n) in way.iter().enumerate() {
            self.state.flow[*n as usize] += if place % 2 == 0 { people } else { -people };
        }
        self.state.unused[supply] -= people;
        self.state.unfilled[demand] -= people;
    }

    /// Minimum cut: people that reach no further, and the posts reached.
    fn proved(&self, levels: &[u32]) -> Result<i64, EngineError> {
        let supplies = self.supplies.len();
        let filled = self.filled();
        let behind = self.supplies.iter().zip(levels).filter(|(_, level)| **level == UNSEEN);
        let reached = self
            .demands
            .iter()
            .zip(&levels[supplies..])
            .filter(|(_, level)| **level != UNSEEN);
        let cut: i128 = behind.chain(reached).map(|(quantity, _)| i128::from(*quantity)).sum();
        if cut == i128::from(filled) {
            Ok(filled)
        } else {
            Err(CertificateError::CutValue { filled, cut }.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Unattended;
    use crate::engine::scatter::scatter;

    fn arc(supply: u32, demand: u32) -> Arc {
        Arc {
            supply,
            demand,
            cost: 0,
        }
    }

    fn fill(problem: &Problem, keep: impl Fn(usize) -> bool) -> i64 {
        let arcs = problem.arcs.iter().enumerate().filter(|(n, _)| keep(*n));
        let problem = Problem {
            arcs: arcs.map(|(_, a)| *a).collect(),
            ..problem.clone()
        };
        solve(&problem, &Unattended).unwrap().filled
    }

    #[test]
    fn a_change_is_the_difference_of_two_solves() {
        for seed in 1..=60 {
            let mut next = scatter(seed);
            let (supplies, demands, groups) = (2 + next(6), 2 + next(6), 1 + next(6));
            let mut arcs = Vec::new();
            let mut group = Vec::new();
            for supply in 0..supplies {
                for demand in 0..demands {
                    if next(3) == 0 {
                        arcs.push(arc(supply.try_into().unwrap(), demand.try_into().unwrap()));
                        group.push(u32::try_from(next(groups)).unwrap());
                    }
                }
            }
            let mut amounts = |n: u64| -> Vec<i64> { (0..n).map(|_| i64::try_from(next(9)).unwrap()).collect() };
            let problem = Problem {
                supplies: amounts(supplies),
                demands: amounts(demands),
                arcs,
                limits: Vec::new(),
            };
            let on: Vec<bool> = (0..groups).map(|g| (g + seed) % 3 != 0).collect();
            let mut toggles = Toggles::new(&problem, &group, &on, &Unattended).unwrap();
            let base = fill(&problem, |n| on[group[n] as usize]);
            assert_eq!(toggles.filled(), base);
            for g in 0..u32::try_from(groups).unwrap() {
                let own: Vec<u32> = (0_u32..)
                    .zip(&group)
                    .filter(|(_, of)| **of == g)
                    .map(|(n, _)| n)
                    .collect();
                let direct = fill(&problem, |n| on[group[n] as usize] != (group[n] == g)) - base;
                assert_eq!(toggles.change(g, &own).unwrap(), direct, "seed {seed}, group {g}");
                assert_eq!(toggles.filled(), base, "the flow at hand stays");
            }
        }
    }
}
