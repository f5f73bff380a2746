//! Trials: how many posts more or fewer a change of supplies fills, sought as a maximum flow from a solution, which stays as it is.
//!
//! Fill is a maximum flow, so costs do not matter: people added look for ways to unfilled posts, posts given up look for unused people, until
//! there is no way left (Ford and Fulkerson 1956). Nodes from which no unfilled post, or to which no unused people, can be reached at first
//! never get a way later: no augmentation crosses the minimum cut.

use std::collections::BTreeMap;

use super::problem::{Problem, Solution};

/// A solved problem to try changes on.
#[derive(Debug)]
pub struct Trials<'p> {
    problem: &'p Problem,
    /// Arcs of each supply and of each demand.
    leaving: Vec<Vec<u32>>,
    entering: Vec<Vec<u32>>,
    flows: Vec<i64>,
    unused: Vec<i64>,
    unfilled: Vec<i64>,
    /// Supplies whose people can reach an unfilled post.
    leads: Vec<bool>,
    /// Demands that unused people can reach.
    fed: Vec<bool>,
    /// What a trial changed, to put it back: the former flows, unused people and unfilled posts.
    journal: Vec<Entry>,
    /// Number of the last search, and that of the last search each node was seen in.
    search: u64,
    seen_supplies: Vec<u64>,
    seen_demands: Vec<u64>,
}

/// A step of a way: people join the posts of one arc and, but at its end, leave those of another.
#[derive(Debug, Clone, Copy)]
struct Step {
    joined: u32,
    left: Option<u32>,
}

/// A former value.
#[derive(Debug, Clone, Copy)]
enum Entry {
    Flow(u32, i64),
    Unused(usize, i64),
    Unfilled(usize, i64),
}

/// What a change brings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Effect {
    /// Thousandths of posts filled more, or fewer.
    pub gain: i64,
    /// Demands whose unfilled posts change, and how many more posts are filled there, in order. One way to do it, others may exist.
    pub demands: Vec<(usize, i64)>,
}

impl<'p> Trials<'p> {
    /// Linear in the arcs. The solution must be that of the problem, which must have no limits.
    pub fn new(problem: &'p Problem, solution: &Solution) -> Self {
        let mut trials = Self {
            leaving: vec![Vec::new(); problem.supplies.len()],
            entering: vec![Vec::new(); problem.demands.len()],
            flows: solution.flows.clone(),
            unused: solution.unused.clone(),
            unfilled: solution.unfilled.clone(),
            leads: vec![false; problem.supplies.len()],
            fed: vec![false; problem.demands.len()],
            journal: Vec::new(),
            search: 0,
            seen_supplies: vec![0; problem.supplies.len()],
            seen_demands: vec![0; problem.demands.len()],
            problem,
        };
        for (number, arc) in (0_u32..).zip(&problem.arcs) {
            trials.leaving[arc.supply as usize].push(number);
            trials.entering[arc.demand as usize].push(number);
        }
        trials.mark_leads();
        trials.mark_fed();
        trials
    }

    /// The exact effect of thousandths of people added to supplies, or taken away; a headcount stops at zero.
    pub fn change(&mut self, changes: &[(usize, i64)]) -> Effect {
        let mut gain = 0;
        for &(supply, people) in changes {
            gain += if people >= 0 {
                self.add(supply, people)
            } else {
                -self.take(supply, people.saturating_neg().min(self.problem.supplies[supply]))
            };
        }
        Effect {
            gain,
            demands: self.put_back(),
        }
    }

    /// Every supply with an arc to an unfilled post leads to one; so does every supply with an arc to a post that such a supply holds.
    fn mark_leads(&mut self) {
        let mut queue: Vec<usize> = (0..self.unfilled.len()).filter(|d| self.unfilled[*d] > 0).collect();
        let mut reached: Vec<bool> = self.unfilled.iter().map(|posts| *posts > 0).collect();
        while let Some(demand) = queue.pop() {
            for arc in &self.entering[demand] {
                let supply = self.problem.arcs[*arc as usize].supply as usize;
                if std::mem::replace(&mut self.leads[supply], true) {
                    continue;
                }
                for held in self.leaving[supply].iter().filter(|a| self.flows[**a as usize] > 0) {
                    let other = self.problem.arcs[*held as usize].demand as usize;
                    if !std::mem::replace(&mut reached[other], true) {
                        queue.push(other);
                    }
                }
            }
        }
    }

    /// Every demand that a supply with unused people has an arc to is fed; so is every demand that its holders have an arc to.
    fn mark_fed(&mut self) {
        let mut queue: Vec<usize> = (0..self.unused.len()).filter(|s| self.unused[*s] > 0).collect();
        let mut reached: Vec<bool> = self.unused.iter().map(|people| *people > 0).collect();
        while let Some(supply) = queue.pop() {
            for arc in &self.leaving[supply] {
                let demand = self.problem.arcs[*arc as usize].demand as usize;
                if std::mem::replace(&mut self.fed[demand], true) {
                    continue;
                }
                for held in self.entering[demand].iter().filter(|a| self.flows[**a as usize] > 0) {
                    let holder = self.problem.arcs[*held as usize].supply as usize;
                    if !std::mem::replace(&mut reached[holder], true) {
                        queue.push(holder);
                    }
                }
            }
        }
    }

    /// Places people of a supply as far as can be; posts filled more.
    fn add(&mut self, supply: usize, people: i64) -> i64 {
        let mut left = people;
        while left > 0 && self.leads[supply] {
            let Some((way, demand)) = self.find_post(supply) else {
                break;
            };
            let amount = self.push(&way, left.min(self.unfilled[demand]));
            self.set_unfilled(demand, self.unfilled[demand] - amount);
            left -= amount;
        }
        self.set_unused(supply, self.unused[supply] + left);
        people - left
    }

    /// Takes people of a supply away, the unused first, and fills the posts they leave as far as can be; posts filled fewer.
    fn take(&mut self, supply: usize, people: i64) -> i64 {
        let idle = people.min(self.unused[supply]);
        self.set_unused(supply, self.unused[supply] - idle);
        let mut left = people - idle;
        let mut given_up = Vec::new();
        for place in 0..self.leaving[supply].len() {
            let arc = self.leaving[supply][place];
            let posts = left.min(self.flows[arc as usize]);
            if posts > 0 {
                let demand = self.problem.arcs[arc as usize].demand as usize;
                self.set_flow(arc, self.flows[arc as usize] - posts);
                self.set_unfilled(demand, self.unfilled[demand] + posts);
                given_up.push((demand, posts));
                left -= posts;
            }
        }
        // All are given up first: the people who stay may then move between them.
        let lost = |(demand, posts)| posts - self.refill(demand, posts);
        given_up.into_iter().map(lost).sum()
    }

    /// Fills posts of a demand with unused people, directly or by replacing who moves there.
    fn refill(&mut self, demand: usize, posts: i64) -> i64 {
        let mut left = posts;
        while left > 0 && self.fed[demand] {
            let Some((way, supply)) = self.find_people(demand) else {
                break;
            };
            let amount = self.push(&way, left.min(self.unused[supply]));
            self.set_unused(supply, self.unused[supply] - amount);
            self.set_unfilled(demand, self.unfilled[demand] - amount);
            left -= amount;
        }
        posts - left
    }

    /// The shortest way from a supply's people to an unfilled post: they take a post, whose holders take another.
    fn find_post(&mut self, supply: usize) -> Option<(Vec<Step>, usize)> {
        self.search += 1;
        self.seen_supplies[supply] = self.search;
        let mut queue = vec![(supply, 0, None)];
        let mut next = 0;
        while let Some(&(from, ..)) = queue.get(next) {
            for &arc in &self.leaving[from] {
                let demand = self.problem.arcs[arc as usize].demand as usize;
                if std::mem::replace(&mut self.seen_demands[demand], self.search) == self.search {
                    continue;
                }
                if self.unfilled[demand] > 0 {
                    let last = Step {
                        joined: arc,
                        left: None,
                    };
                    return Some((way(&queue, next, last), demand));
                }
                for &held in self.entering[demand].iter().filter(|a| self.flows[**a as usize] > 0) {
                    let holder = self.problem.arcs[held as usize].supply as usize;
                    if std::mem::replace(&mut self.seen_supplies[holder], self.search) != self.search {
                        let step = Step {
                            joined: arc,
                            left: Some(held),
                        };
                        queue.push((holder, next, Some(step)));
                    }
                }
            }
            next += 1;
        }
        None
    }

    /// The shortest way from unused people to a demand: they take its post, or that of someone who then takes it.
    fn find_people(&mut self, demand: usize) -> Option<(Vec<Step>, usize)> {
        self.search += 1;
        self.seen_demands[demand] = self.search;
        let mut queue = vec![(demand, 0, None)];
        let mut next = 0;
        while let Some(&(to, ..)) = queue.get(next) {
            for &arc in &self.entering[to] {
                let supply = self.problem.arcs[arc as usize].supply as usize;
                if std::mem::replace(&mut self.seen_supplies[supply], self.search) == self.search {
                    continue;
                }
                if self.unused[supply] > 0 {
                    let last = Step {
                        joined: arc,
                        left: None,
                    };
                    return Some((way(&queue, next, last), supply));
                }
                for &held in self.leaving[supply].iter().filter(|a| self.flows[**a as usize] > 0) {
                    let other = self.problem.arcs[held as usize].demand as usize;
                    if std::mem::replace(&mut self.seen_demands[other], self.search) != self.search {
                        let step = Step {
                            joined: arc,
                            left: Some(held),
                        };
                        queue.push((other, next, Some(step)));
                    }
                }
            }
            next += 1;
        }
        None
    }

    /// Moves at most `most` people along a way; how many.
    fn push(&mut self, way: &[Step], most: i64) -> i64 {
        let held = way.iter().filter_map(|step| step.left);
        let amount = held.map(|arc| self.flows[arc as usize]).fold(most, i64::min);
        for step in way {
            self.set_flow(step.joined, self.flows[step.joined as usize] + amount);
            if let Some(left) = step.left {
                self.set_flow(left, self.flows[left as usize] - amount);
            }
        }
        amount
    }

    fn set_flow(&mut self, arc: u32, flow: i64) {
        let before = std::mem::replace(&mut self.flows[arc as usize], flow);
        self.journal.push(Entry::Flow(arc, before));
    }

    fn set_unused(&mut self, supply: usize, people: i64) {
        let before = std::mem::replace(&mut self.unused[supply], people);
        self.journal.push(Entry::Unused(supply, before));
    }

    fn set_unfilled(&mut self, demand: usize, posts: i64) {
        let before = std::mem::replace(&mut self.unfilled[demand], posts);
        self.journal.push(Entry::Unfilled(demand, before));
    }

    /// Takes every change back; the demands that had changed, and how many more posts were filled there.
    fn put_back(&mut self) -> Vec<(usize, i64)> {
        let mut changed: BTreeMap<usize, i64> = BTreeMap::new();
        while let Some(entry) = self.journal.pop() {
            match entry {
                Entry::Flow(arc, before) => self.flows[arc as usize] = before,
                Entry::Unused(supply, before) => self.unused[supply] = before,
                Entry::Unfilled(demand, before) => {
                    *changed.entry(demand).or_default() += before - self.unfilled[demand];
                    self.unfilled[demand] = before;
                }
            }
        }
        changed.retain(|_, more| *more != 0);
        changed.into_iter().collect()
    }
}

/// The steps from the start of a search to its entry `at`, then the last one.
fn way(queue: &[(usize, usize, Option<Step>)], mut at: usize, last: Step) -> Vec<Step> {
    let mut steps = vec![last];
    while let (_, parent, Some(step)) = queue[at] {
        steps.push(step);
        at = parent;
    }
    steps
}
