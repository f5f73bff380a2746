//! The canonical maximum fill: which posts are filled when as many as possible are, ties decided by a strict order of tranches of posts.
//!
//! Sets of posts that can be filled together are the independent sets of a transversal matroid (Edmonds and Fulkerson 1965): taking the tranches in
//! order, each as far as those before it allow, fills as many posts as any other way, and is the unique best base for that order (Rado 1957,
//! Edmonds 1971). A tranche is filled by augmenting paths towards unused people, guided by distance labels that never go down (Goldberg and
//! Tarjan 1988); a post whose label has no more people below it can never be filled later, and is left out with all that hangs on it.

use std::borrow::Borrow;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::certificate::CertificateError;
use super::error::EngineError;
use super::reach::Reach;
use crate::domain::progress::Progress;

/// Label of a node from which no unused people can be reached.
const CLOSED: u32 = u32::MAX;
/// Sum of supplies or of posts, at most: two of them still add up inside 64 bits.
const BOUND: i64 = 1 << 60;
/// Steps between two looks at the Cancel button.
const STEPS_PER_LOOK: usize = 256;
/// Arcs looked at, in multiples of all arcs, before labels are made exact again.
const WORK_PER_ARC: usize = 2;

/// Posts of one demand that come together in the order of priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tranche {
    pub demand: u32,
    pub posts: i64,
}

/// Fills for growing quantities of people over the same arcs.
#[derive(Debug)]
pub struct Fills {
    pub reach: Reach,
    /// People of each supply, for each subset of k changes: 2ᵏ lists, change i being bit i of the index. More changes never mean fewer people.
    pub supplies: Vec<Vec<i64>>,
    /// Posts that every fill keeps filled: the first list of supplies can fill them all.
    pub kept: Vec<Tranche>,
    /// All other posts, in strict order of priority.
    pub order: Vec<Tranche>,
}

/// Posts of a demand up to and including a tranche.
#[derive(Debug, Clone, Copy)]
struct Step {
    demand: u32,
    upto: i64,
}

/// Who hears of the work and may stop it.
struct Listener<'p> {
    progress: &'p dyn Progress,
    done: &'p AtomicUsize,
    total: usize,
}

/// Runs each of several series of fills, two at a time where the machine has two processors; results are in the order of the series, each by list of supplies.
///
/// # Errors
/// See [`Fills::run`]; of several errors, that of the first series.
pub fn fill_all(series: &[Fills], progress: &dyn Progress) -> Result<Vec<Vec<Vec<i64>>>, EngineError> {
    let lists = series.iter().map(|s| s.supplies.len()).sum();
    fill_each((series.len(), lists), |i| Ok(&series[i]), progress)
}

/// The same of so many series, each made when its turn comes and let go of once filled; `lists` are the lists of supplies of all of them.
///
/// # Errors
/// As [`fill_all`], and those of `make`.
pub fn fill_each<F: Borrow<Fills>, E: From<EngineError> + Send>(
    (series, lists): (usize, usize),
    make: impl Fn(usize) -> Result<F, E> + Sync,
    progress: &dyn Progress,
) -> Result<Vec<Vec<Vec<i64>>>, E> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let listener = Listener {
        progress,
        done: &done,
        total: lists,
    };
    let work = || {
        let mut found = Vec::new();
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            if i >= series {
                return found;
            }
            let filled = make(i).and_then(|fills| Ok(fills.borrow().run(&listener)?));
            found.push((i, filled));
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(series);
    let mut found = std::thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let mut found = work();
        for other in others {
            // A defect in a thread is one of the whole: never fewer results than series.
            found.extend(other.join().unwrap_or_else(|defect| std::panic::resume_unwind(defect)));
        }
        found
    });
    found.sort_by_key(|(i, _)| *i);
    found.into_iter().map(|(_, result)| result).collect()
}

impl Fills {
    /// Posts filled of each demand, for each list of supplies.
    ///
    /// Each fill goes on from that of a subset: more people never unfill a post of the canonical fill. Each is proved maximal by a minimum cut.
    ///
    /// # Errors
    /// [`EngineError`]: quantities negative or beyond bounds, a kept post that cannot be kept, fewer people for more changes, or a cancellation.
    fn run(&self, listener: &Listener<'_>) -> Result<Vec<Vec<i64>>, EngineError> {
        self.check()?;
        let mut root = Filler::new(&self.reach, &self.supplies[0]);
        let mut reached = vec![0; self.reach.demands()];
        let kept = steps(&self.kept, &mut reached);
        root.label();
        root.take_all(&kept, listener)?;
        if let Some(lost) = kept.iter().find(|k| root.filled[k.demand as usize] < k.upto) {
            let demand = lost.demand as usize;
            return Err(CertificateError::NotKept { demand }.into());
        }
        let order = steps(&self.order, &mut reached);
        let mut run = Run {
            fills: self,
            posts: reached,
            listener,
            results: vec![Vec::new(); self.supplies.len()],
        };
        run.visit(0, root, &order)?;
        Ok(run.results)
    }

    fn check(&self) -> Result<(), EngineError> {
        let lists = self.supplies.len();
        let shaped = lists.is_power_of_two() && self.supplies.iter().all(|list| list.len() == self.reach.supplies());
        if !shaped {
            return Err(CertificateError::Shape.into());
        }
        for list in &self.supplies {
            if let Some((index, value)) = list.iter().enumerate().find(|(_, q)| **q < 0) {
                return Err(EngineError::NegativeSupply { index, value: *value });
            }
            bounded(list.iter())?;
        }
        let tranches = || self.kept.iter().chain(&self.order);
        for tranche in tranches() {
            let index = tranche.demand as usize;
            if index >= self.reach.demands() || tranche.posts < 0 {
                return Err(EngineError::NegativeDemand {
                    index,
                    value: tranche.posts,
                });
            }
        }
        bounded(tranches().map(|t| &t.posts))
    }
}

/// A series of fills under way.
struct Run<'f, 'l> {
    fills: &'f Fills,
    /// Posts of each demand.
    posts: Vec<i64>,
    listener: &'l Listener<'l>,
    results: Vec<Vec<i64>>,
}

impl<'f> Run<'f, '_> {
    /// Ends the fill of a list of supplies, then those of the lists with one more change beyond its last one.
    fn visit(&mut self, list: usize, mut filler: Filler<'f>, order: &[Step]) -> Result<(), EngineError> {
        let supplies = &self.fills.supplies;
        self.listener.go_on()?;
        filler.label();
        filler.take_all(order, self.listener)?;
        filler.prove(&supplies[list], &self.posts)?;
        self.listener.hear();
        let open = |step: &&Step| filler.filled[step.demand as usize] < step.upto;
        let rest: Vec<Step> = order.iter().filter(open).copied().collect();
        let mut change = (list + 1).next_power_of_two();
        while change < supplies.len() {
            let more = list + change;
            let grown = filler.grown(&supplies[list], &supplies[more])?;
            self.visit(more, grown, &rest)?;
            change *= 2;
        }
        self.results[list] = filler.filled;
        Ok(())
    }
}

impl Listener<'_> {
    fn go_on(&self) -> Result<(), EngineError> {
        if self.progress.is_cancelled() {
            return Err(EngineError::Cancelled);
        }
        Ok(())
    }

    fn hear(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.progress.report(done as u64, self.total as u64);
    }
}

fn bounded<'q>(quantities: impl Iterator<Item = &'q i64>) -> Result<(), EngineError> {
    let total: i128 = quantities.map(|q| i128::from(*q)).sum();
    if total > i128::from(BOUND) {
        Err(EngineError::Overflow)
    } else {
        Ok(())
    }
}

/// Cumulates the posts of each demand; `reached` is where each one stands.
fn steps(tranches: &[Tranche], reached: &mut [i64]) -> Vec<Step> {
    let step = |tranche: &Tranche| {
        let upto = &mut reached[tranche.demand as usize];
        *upto += tranche.posts;
        Step {
            demand: tranche.demand,
            upto: *upto,
        }
    };
    tranches.iter().map(step).collect()
}

/// A fill under way.
#[derive(Debug, Clone)]
struct Filler<'a> {
    reach: &'a Reach,
    /// People of each class not yet placed.
    unused: Vec<i64>,
    /// People on each arc.
    flows: Vec<i64>,
    filled: Vec<i64>,
    /// Lower bound of the number of arcs to unused people, by class, then by demand; [`CLOSED`] where there are none.
    labels: Vec<u32>,
    /// First arc of each node that may lead one label down.
    current: Vec<u32>,
    /// Number of nodes at each label.
    at_label: Vec<u32>,
    /// Nodes that got each label, those that have left it included.
    reached_label: Vec<Vec<u32>>,
    /// Arcs looked at since labels were exact.
    work: usize,
}

/// A step from a demand to a class (even place in the path) or, freeing another demand, from a class to that demand (odd place).
#[derive(Debug, Clone, Copy)]
struct Hop {
    node: usize,
    arc: u32,
}

impl<'a> Filler<'a> {
    fn new(reach: &'a Reach, supplies: &[i64]) -> Self {
        Self {
            reach,
            unused: reach.merge(supplies),
            flows: vec![0; reach.len()],
            filled: vec![0; reach.demands()],
            labels: Vec::new(),
            current: Vec::new(),
            at_label: Vec::new(),
            reached_label: Vec::new(),
            work: 0,
        }
    }

    /// The same fill with more people unused.
    fn grown(&self, before: &[i64], after: &[i64]) -> Result<Self, EngineError> {
        if let Some(supply) = before.iter().zip(after).position(|(b, a)| a < b) {
            return Err(CertificateError::SupplyBalance { supply }.into());
        }
        let mut grown = self.clone();
        let more = self.reach.merge(after).into_iter().zip(self.reach.merge(before));
        for (unused, (after, before)) in grown.unused.iter_mut().zip(more) {
            *unused += after - before;
        }
        Ok(grown)
    }

    fn take_all(&mut self, order: &[Step], listener: &Listener<'_>) -> Result<(), EngineError> {
        for steps in order.chunks(STEPS_PER_LOOK) {
            listener.go_on()?;
            for step in steps {
                self.take(*step);
            }
        }
        Ok(())
    }

    /// Fills a demand as far as a step asks and people allow.
    fn take(&mut self, step: Step) {
        let demand = step.demand as usize;
        let root = self.reach.classes() + demand;
        let mut path: Vec<Hop> = Vec::new();
        while self.filled[demand] < step.upto && self.labels[root] != CLOSED {
            if self.work > WORK_PER_ARC * self.reach.len() + self.labels.len() {
                self.label();
                path.clear();
                continue;
            }
            let node = path.last().map_or(root, |hop| hop.node);
            if node < self.reach.classes() && self.unused[node] > 0 {
                self.send(&path, demand, step.upto);
                path.clear();
            } else if let Some(hop) = self.down(node) {
                path.push(hop);
            } else {
                self.raise(node);
                path.pop();
            }
        }
    }

    /// The next arc of a node that leads one label down; looks at each arc once a label.
    fn down(&mut self, node: usize) -> Option<Hop> {
        let reach = self.reach;
        let wanted = self.labels[node].wrapping_sub(1);
        let first = self.current[node] as usize;
        let classes = reach.classes();
        let (found, seen) = if node < classes {
            let arcs = reach.arcs(node);
            let leads = |arc: &usize| self.flows[*arc] > 0 && self.labels[classes + reach.head(*arc)] == wanted;
            let found = (arcs.start + first..arcs.end).find(leads);
            let seen = found.map_or(arcs.len(), |arc| arc - arcs.start);
            (
                found.map(|arc| Hop {
                    node: classes + reach.head(arc),
                    arc: number(arc),
                }),
                seen,
            )
        } else {
            let column = reach.column(node - classes);
            let found = column[first..]
                .iter()
                .position(|(class, _)| self.labels[*class as usize] == wanted);
            let seen = found.map_or(column.len(), |i| first + i);
            (
                found.map(|i| Hop {
                    node: column[first + i].0 as usize,
                    arc: column[first + i].1,
                }),
                seen,
            )
        };
        self.work += seen - first + 1;
        self.current[node] = number(seen);
        found
    }

    /// Raises the label of a node without arc down to one more than the least it leads to; where a label has lost its last node, those above it are closed.
    fn raise(&mut self, node: usize) {
        let reach = self.reach;
        let classes = reach.classes();
        let old = self.labels[node];
        let least = if node < classes {
            let arcs = reach.arcs(node).filter(|arc| self.flows[*arc] > 0);
            arcs.map(|arc| self.labels[classes + reach.head(arc)]).min()
        } else {
            let column = reach.column(node - classes).iter();
            column.map(|(class, _)| self.labels[*class as usize]).min()
        };
        self.work += 1;
        self.current[node] = 0;
        self.settle(node, least.map_or(CLOSED, |label| label.saturating_add(1)));
        self.at_label[old as usize] -= 1;
        if self.at_label[old as usize] == 0 {
            self.close_above(old);
        }
    }

    /// Gives a node a label; beyond the labels known there is no way to unused people.
    fn settle(&mut self, node: usize, label: u32) {
        let known = label as usize <= self.reached_label.len();
        self.labels[node] = if known { label } else { CLOSED };
        if !known {
            return;
        }
        if label as usize == self.reached_label.len() {
            self.reached_label.push(Vec::new());
            self.at_label.push(0);
        }
        self.reached_label[label as usize].push(number(node));
        self.at_label[label as usize] += 1;
    }

    /// Closes the nodes above a label that no node has: labels fall by one at most along an arc, so none of them leads below it.
    fn close_above(&mut self, label: u32) {
        let above = label as usize + 1;
        for (nodes, at) in self.reached_label[above..].iter().zip(above..) {
            for node in nodes {
                let label = &mut self.labels[*node as usize];
                if *label as usize == at {
                    *label = CLOSED;
                }
            }
        }
        self.reached_label.truncate(above);
        self.at_label.truncate(above);
    }

    /// Sends along a path as many people as the demand still wants, the path can carry, and are unused at its end.
    fn send(&mut self, path: &[Hop], demand: usize, upto: i64) {
        let Some(end) = path.last() else { return };
        let freed = path.iter().skip(1).step_by(2).map(|hop| self.flows[hop.arc as usize]);
        let most = (upto - self.filled[demand]).min(self.unused[end.node]);
        let people = freed.fold(most, i64::min);
        for (place, hop) in path.iter().enumerate() {
            self.flows[hop.arc as usize] += if place % 2 == 0 { people } else { -people };
        }
        self.unused[end.node] -= people;
        self.filled[demand] += people;
    }

    /// Exact labels, by a search from unused people along arcs to demands and back along flows to classes.
    fn label(&mut self) {
        let reach = self.reach;
        let classes = reach.classes();
        let nodes = classes + reach.demands();
        self.labels = vec![CLOSED; nodes];
        self.current = vec![0; nodes];
        self.at_label.clear();
        self.at_label.push(0);
        self.reached_label.clear();
        self.reached_label.push(Vec::new());
        self.work = 0;
        let mut queue: Vec<usize> = (0..classes).filter(|class| self.unused[*class] > 0).collect();
        for class in &queue {
            self.labels[*class] = 1;
        }
        let mut at = 0;
        while let Some(&node) = queue.get(at) {
            at += 1;
            let label = self.labels[node];
            self.settle(node, label);
            let labels = &mut self.labels;
            let mut meet = |next: usize| {
                if labels[next] == CLOSED {
                    labels[next] = label + 1;
                    queue.push(next);
                }
            };
            if node < classes {
                reach.heads(node).iter().for_each(|head| meet(classes + *head as usize));
            } else {
                let freed = reach
                    .column(node - classes)
                    .iter()
                    .filter(|(_, arc)| self.flows[*arc as usize] > 0);
                freed.for_each(|(class, _)| meet(*class as usize));
            }
        }
    }

    /// Checks by arithmetic alone that the fill is feasible and that no other fills more: its posts equal a cut, people of the classes out of reach of
    /// unused people and posts of the demands within.
    fn prove(&mut self, supplies: &[i64], posts: &[i64]) -> Result<(), CertificateError> {
        self.label();
        let reach = self.reach;
        let classes = reach.classes();
        let people = reach.merge(supplies);
        let mut filled = vec![0_i128; reach.demands()];
        let mut cut = 0_i128;
        for (class, &headcount) in people.iter().enumerate() {
            let mut placed = 0_i128;
            for arc in reach.arcs(class) {
                if self.flows[arc] < 0 {
                    return Err(CertificateError::NegativeFlow { arc });
                }
                placed += i128::from(self.flows[arc]);
                filled[reach.head(arc)] += i128::from(self.flows[arc]);
                if self.labels[class] != CLOSED && self.labels[classes + reach.head(arc)] == CLOSED {
                    return Err(CertificateError::NotMaximum {
                        demand: reach.head(arc),
                    });
                }
            }
            if placed + i128::from(self.unused[class]) != i128::from(headcount) || self.unused[class] < 0 {
                return Err(CertificateError::SupplyBalance { supply: class });
            }
            if self.labels[class] == CLOSED {
                cut += i128::from(headcount);
            }
        }
        for (demand, total) in filled.iter().enumerate() {
            if *total != i128::from(self.filled[demand]) || self.filled[demand] > posts[demand] {
                return Err(CertificateError::DemandBalance { demand });
            }
            if self.labels[classes + demand] != CLOSED {
                cut += i128::from(posts[demand]);
            }
        }
        let filled: i128 = filled.iter().sum();
        if filled != cut {
            let filled = i64::try_from(filled).unwrap_or(i64::MAX);
            return Err(CertificateError::CutValue { filled, cut });
        }
        Ok(())
    }
}

/// Node and arc numbers fit: checked when the arcs are laid out.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
