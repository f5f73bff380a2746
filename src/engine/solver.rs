//! A solved problem that stays at hand: quantities change, the optimum follows.

use crate::domain::progress::Progress;

use super::canonical::settle_ties;
use super::certificate::{Certificate, certify};
use super::dual::{Dual, Journal, Outcome};
use super::error::EngineError;
use super::network::{BOUND, Inbound, Network};
use super::problem::{Problem, Solution};
use super::read::read_tree;
use super::restart::loosened;
use super::search::{Changes, Marks, Scope, Search};
use super::simplex::{Simplex, number};
use super::tree::{SLACK_ARC, Tree};
use super::unique::certify_in;

/// A first cost of an unfilled post, in multiples of the largest mismatch: usually enough to fill most, and much faster than the cost that
/// always is, which takes over on the tree so found.
const FIRST_UNFILLED_COST: i64 = 8;

/// Nodes changed at once beyond which flows are computed anew rather than moved.
const MOVES: usize = 64;

/// Nodes and arcs a repair may look at before a new start is cheaper.
const BUDGET: usize = 4_000_000;

/// Lacking arcs beyond which a repair is not even tried.
const LACKING: usize = 1_000;

/// A new quantity of one node, thousandths, absolute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// People available at supply node `supply`.
    Supply { supply: usize, people: i64 },
    /// Posts of demand cell `demand`.
    Demand { demand: usize, posts: i64 },
}

/// How a new optimum was reached. The optimum itself does not depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// From the former optimum, by that many exchanges of arcs.
    Warm { exchanges: usize },
    /// From what the former tree could still carry.
    Restart,
    /// From nothing.
    Cold,
}

/// One applied change: the node of the network, what was added to its quantity, and the change that takes it back.
#[derive(Debug, Clone, Copy)]
struct Move {
    node: u32,
    more: i64,
    back: Change,
}

/// A problem, its canonical optimal tree, and what makes the next solve fast.
#[derive(Debug, Clone)]
pub struct Solver {
    problem: Problem,
    network: Network,
    inbound: Inbound,
    tree: Tree,
    unfilled_cost: i64,
    /// Sums of both sides, to hold them within their bound.
    people: i128,
    posts: i128,
    marks: Marks,
    /// Two figures by node that a search keeps.
    from: Vec<u32>,
    next: Vec<u32>,
    /// What trials of changes need to know of the present optimum, once one was made.
    scope: Option<Scope>,
}

impl Solver {
    /// Solves a problem and keeps it.
    ///
    /// # Errors
    /// Those of [`super::solve`], and [`EngineError::Limited`].
    pub fn new(problem: &Problem, progress: &dyn Progress) -> Result<Self, EngineError> {
        if !problem.limits.is_empty() {
            return Err(EngineError::Limited);
        }
        let mut network = Network::new(problem)?;
        let (tree, unfilled_cost) = cold(&mut network, progress)?;
        let total = |side: &[i64]| side.iter().map(|&q| i128::from(q)).sum();
        Ok(Self {
            inbound: Inbound::new(&network),
            tree,
            unfilled_cost,
            people: total(&problem.supplies),
            posts: total(&problem.demands),
            marks: Marks::new(network.slack() + 1),
            from: vec![0; network.slack() + 1],
            next: vec![0; network.slack() + 1],
            scope: None,
            problem: problem.clone(),
            network,
        })
    }

    /// The problem with its present quantities.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The canonical optimum of the present quantities. Linear in the number of arcs; proved by [`super::certify`].
    pub fn solution(&self) -> Solution {
        read_tree(&self.problem, &self.network, &self.tree, self.unfilled_cost)
    }

    /// [`Solver::solution`] with its proof: optimal, and the only one.
    ///
    /// # Errors
    /// [`EngineError::Unproved`]: a defect of the engine.
    pub fn proved(&self) -> Result<(Solution, Certificate), EngineError> {
        let solution = self.solution();
        let certificate = certify(&self.problem, &solution)?;
        certify_in(&self.network, &self.problem, &solution)?;
        Ok((solution, certificate))
    }

    pub(super) fn network(&self) -> &Network {
        &self.network
    }

    pub(super) fn tree(&self) -> &Tree {
        &self.tree
    }

    pub(super) fn unfilled_cost(&self) -> i64 {
        self.unfilled_cost
    }

    /// Class of a supply.
    pub(super) fn class_of(&self, supply: usize) -> u32 {
        self.network.classes.class_of(supply)
    }

    /// Σ headcounts.
    pub(super) fn people(&self) -> i128 {
        self.people
    }

    /// Quantities by node of the network, classes first; nothing when they are not quantities of this problem.
    pub(super) fn node_quantities(&self, supplies: &[i64], demands: &[i64]) -> Option<Vec<i64>> {
        let within = |side: &[i64], size: usize| {
            let total: i128 = side.iter().map(|&q| i128::from(q)).sum();
            side.len() == size && side.iter().all(|&q| q >= 0) && total <= i128::from(BOUND)
        };
        if !within(supplies, self.problem.supplies.len()) || !within(demands, self.problem.demands.len()) {
            return None;
        }
        let mut quantities = vec![0; self.network.supplies];
        for (supply, &people) in supplies.iter().enumerate() {
            quantities[self.class_of(supply) as usize] += people;
        }
        quantities.extend_from_slice(demands);
        Some(quantities)
    }

    /// Ready to try changes of the present optimum.
    pub(super) fn search(&mut self) -> Search<'_> {
        let scope = match self.scope.take() {
            Some(known) => known,
            None => Scope::new(&self.network, &self.tree, self.leads_to_unfilled()),
        };
        Search {
            network: &self.network,
            inbound: &self.inbound,
            tree: &self.tree,
            scope: self.scope.insert(scope),
            seen: &mut self.marks,
            from: &mut self.from,
            next: &mut self.next,
            changes: Changes::default(),
        }
    }

    /// For each class, whether unused people are in it or can take a place that it holds.
    pub(super) fn fed_classes(&mut self) -> Vec<bool> {
        let classes = self.network.supplies;
        self.search().scope.fed_classes(classes)
    }

    /// Posts left unfilled in a cell.
    pub fn unfilled(&self, demand: usize) -> i64 {
        match self.tree.arc_above(self.network.supplies + demand) {
            (SLACK_ARC, flow) => flow,
            _ => 0,
        }
    }

    /// Posts filled in all.
    pub fn filled(&self) -> i64 {
        let posts: i64 = self.problem.demands.iter().sum();
        posts - (0..self.network.demands).map(|d| self.unfilled(d)).sum::<i64>()
    }

    /// Sets quantities and finds the canonical optimum again. Of two changes of one node the last counts.
    ///
    /// # Errors
    /// A node that does not exist, a negative quantity, a sum beyond its bound, a cancellation: the solver is then as before.
    pub fn update(&mut self, changes: &[Change], progress: &dyn Progress) -> Result<Repair, EngineError> {
        let moves = self.set_quantities(changes)?;
        self.scope = None;
        let mut journal = Vec::new();
        let lacking = self.move_flows(&moves, &mut journal);
        let outcome = self.warm(lacking, &mut journal);
        if let Outcome::Repaired { exchanges } = outcome {
            return Ok(Repair::Warm { exchanges });
        }
        let again = self.solve_again(outcome, progress);
        if again.is_err() {
            self.take_back(&moves, journal);
        }
        again
    }

    /// Applies changes in order, or none.
    fn set_quantities(&mut self, changes: &[Change]) -> Result<Vec<Move>, EngineError> {
        for &change in changes {
            self.check(change)?;
        }
        let moves: Vec<Move> = changes.iter().map(|&change| self.set_quantity(change)).collect();
        if self.people.max(self.posts) <= i128::from(BOUND) {
            return Ok(moves);
        }
        self.unset(&moves);
        Err(EngineError::Overflow)
    }

    fn unset(&mut self, moves: &[Move]) {
        for done in moves.iter().rev() {
            self.set_quantity(done.back);
        }
    }

    fn check(&self, change: Change) -> Result<(), EngineError> {
        let (index, value, nodes) = match change {
            Change::Supply { supply, people } => (supply, people, self.problem.supplies.len()),
            Change::Demand { demand, posts } => (demand, posts, self.problem.demands.len()),
        };
        match change {
            _ if index >= nodes => Err(EngineError::NodeOutOfRange { index }),
            Change::Supply { .. } if value < 0 => Err(EngineError::NegativeSupply { index, value }),
            Change::Demand { .. } if value < 0 => Err(EngineError::NegativeDemand { index, value }),
            _ if value > BOUND => Err(EngineError::Overflow),
            _ => Ok(()),
        }
    }

    /// Sets a quantity in the problem and in the network; flows stay.
    fn set_quantity(&mut self, change: Change) -> Move {
        let (node, before, after, total, back) = match change {
            Change::Supply { supply, people } => {
                let before = std::mem::replace(&mut self.problem.supplies[supply], people);
                let back = Change::Supply { supply, people: before };
                (
                    self.network.classes.class_of(supply),
                    before,
                    people,
                    &mut self.people,
                    back,
                )
            }
            Change::Demand { demand, posts } => {
                let before = std::mem::replace(&mut self.problem.demands[demand], posts);
                let back = Change::Demand { demand, posts: before };
                (
                    number(self.network.supplies + demand),
                    before,
                    posts,
                    &mut self.posts,
                    back,
                )
            }
        };
        let more = after - before;
        *total += i128::from(more);
        self.network.quantities[node as usize] = self.network.quantities[node as usize].wrapping_add(more);
        Move { node, more, back }
    }

    /// Brings the flows of the tree to the quantities; returns the nodes whose arc then lacks flow.
    fn move_flows(&mut self, moves: &[Move], journal: &mut Journal) -> Vec<u32> {
        for done in moves {
            if self.tree.is_parked(done.node) && self.network.quantities[done.node as usize] > 0 {
                self.bring_back(done.node, journal);
            }
        }
        let mut lacking = Vec::new();
        if moves.len() > MOVES {
            self.tree.set_flows(&self.network);
            lacking.extend((0..self.tree.root()).filter(|&node| self.tree.lacks(node)));
            return lacking;
        }
        for done in moves {
            if self.tree.is_parked(done.node) {
                continue;
            }
            let is_supply = (done.node as usize) < self.network.supplies;
            let people = if is_supply { done.more } else { -done.more };
            self.tree.add(done.node, people, &mut lacking);
        }
        lacking
    }

    /// Hangs a demand that was without posts where it costs least to fill one.
    fn bring_back(&mut self, node: u32, journal: &mut Journal) {
        let tree = &self.tree;
        let mut best = (self.unfilled_cost, 0, tree.root(), SLACK_ARC);
        let (tails, costs) = self.inbound.row(self.network.place(node));
        for (place, (&supply, &cost)) in tails.iter().zip(costs).enumerate() {
            let potential = i64::from(cost) + tree.potentials[supply as usize];
            if potential <= best.0 {
                let tie = self.network.tie(supply as usize, node) + tree.ties[supply as usize];
                best = best.min((
                    potential,
                    tie,
                    supply,
                    self.inbound.arc(self.network.place(node), place),
                ));
            }
        }
        let (potential, tie, parent, arc) = best;
        journal.push((node, tree.above(node)));
        self.tree.hang_leaf(node, parent, arc, potential, tie);
    }

    fn warm(&mut self, lacking: Vec<u32>, journal: &mut Journal) -> Outcome {
        if self.network.ties.salt != 0 {
            return Outcome::Tied;
        }
        if lacking.len() > LACKING {
            return Outcome::TooLong;
        }
        let mut dual = Dual {
            network: &self.network,
            inbound: &self.inbound,
            tree: &mut self.tree,
            unfilled_cost: self.unfilled_cost,
            journal,
            inside: Vec::new(),
            budget: BUDGET,
        };
        dual.run(lacking)
    }

    /// Solves from the present tree made feasible, or from nothing after a tie.
    fn solve_again(&mut self, outcome: Outcome, progress: &dyn Progress) -> Result<Repair, EngineError> {
        let salt = std::mem::take(&mut self.network.ties.salt);
        let (solved, repair) = if outcome == Outcome::TooLong {
            let tree = loosened(&self.network, &self.tree, self.unfilled_cost);
            let improved = improve(&mut self.network, tree, self.unfilled_cost, progress);
            (improved, Repair::Restart)
        } else {
            (cold(&mut self.network, progress), Repair::Cold)
        };
        match solved {
            Ok((tree, _)) => {
                self.tree = tree;
                Ok(repair)
            }
            Err(stopped) => {
                self.network.ties.salt = salt;
                Err(stopped)
            }
        }
    }

    /// Quantities, tree and flows as they were before a change.
    fn take_back(&mut self, moves: &[Move], journal: Journal) {
        self.unset(moves);
        if journal.is_empty() {
            self.tree.set_flows(&self.network);
            return;
        }
        let mut above = self.tree.all_above();
        for (node, before) in journal.into_iter().rev() {
            above[node as usize] = before;
        }
        self.tree = Tree::from_parents(&self.network, &above, self.unfilled_cost);
    }
}

#[cfg(test)]
impl Solver {
    /// Draws tie weights of so few bits that they tie, from the next solve on.
    pub(super) fn use_tie_bits(&mut self, bits: u32) {
        self.network.ties.bits = bits;
        let solved = cold(&mut self.network, &crate::domain::progress::Unattended);
        self.tree = solved.unwrap().0;
    }
}

/// The canonical optimal tree and the cost of an unfilled post, from nothing.
///
/// Costs first, with a moderate cost of an unfilled post, then with the one that is always enough; ties last.
pub(super) fn cold(network: &mut Network, progress: &dyn Progress) -> Result<(Tree, i64), EngineError> {
    let lexicographic = network.lexicographic_cost();
    let first = lexicographic.min(FIRST_UNFILLED_COST * network.largest_cost + 1);
    let mut tree = Tree::star(network, first);
    Simplex::new(network, &mut tree, first).run(progress)?;
    tree.raise_unfilled_cost(lexicographic - first);
    improve(network, tree, lexicographic, progress)
}

/// The canonical optimal tree from any strongly feasible one.
fn improve(
    network: &mut Network,
    mut tree: Tree,
    unfilled_cost: i64,
    progress: &dyn Progress,
) -> Result<(Tree, i64), EngineError> {
    Simplex::new(network, &mut tree, unfilled_cost).run(progress)?;
    while !settle_ties(network, &mut tree, unfilled_cost, progress)? {
        network.ties.salt += 1;
    }
    Ok((tree, unfilled_cost))
}
