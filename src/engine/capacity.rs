//! Limits on groups of arcs, brought back exactly to a problem without limits.
//!
//! A limit `u` becomes a *gate*: a demand of `u` posts, its entry, and a supply of `u` people, its exit, who can take the posts of the entry
//! at no cost. People who pass the gate take posts of the entry, and as many people of the exit go on in their place. An arc passes the gates
//! of its limits one after the other, those of its supply from the widest to the narrowest, then those of its demand from the
//! narrowest to the widest. Each link outside the gates costs at least 1, and every whole arc costs the same *toll* more than its own cost.
//!
//! **Claim.** In a solution that fills most, then costs least, each entry is full and each exit is used up.
//! - *Entry not full.* An unused person of the exit could fill it, so the exit is used up; fewer than `u` of its people are in the entry, so some
//!   of them are elsewhere, at 1 at least each. Moving one to the entry fills as much for less: a contradiction.
//! - *Exit not used up.* The entry is full, and not only by the exit, so somebody else is in it, at 1 at least. An unused person of the exit
//!   in that place fills as much for less: a contradiction.
//!
//! So what enters a gate from outside is what leaves it, at most `u`: links are matchings of the limited problem, and each of these gives links. Fill
//! is Σ u more than the true fill and cost is `toll · fill` more than the true mismatch: most filled, then least mismatch, mean the same on both sides.
//!
//! **Duals.** Let w = u(exit) − v(entry). The free link of a gate gives w ≥ 0; where w > 0 that link is empty, so the limit is reached. The
//! reduced costs of the links of an arc add up to `cost + toll + u + Σ w − v`: with `v − toll` for the dual of a demand and `M − toll` for
//! the cost of an unfilled post, all conditions of [`super::certify`] hold.

use super::error::EngineError;
use super::problem::{Arc, Limit, Problem, Solution};

/// No gate.
const NONE: u32 = u32::MAX;

/// A link between a gate and what stands around it, common to all arcs of the limit; it carries what passes the gate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage {
    pub(super) tail: u32,
    pub(super) head: u32,
    pub(super) gate: u32,
}

/// Where the gates stand: supplies then exits, demands then entries. The links are one for each arc, those between its last gate on
/// the side of the supply and its first on the side of the demand, and the passages.
#[derive(Debug)]
pub(super) struct Layout {
    supplies: u32,
    demands: u32,
    /// Narrowest gate of each arc on the side of its supply, and of its demand; empty when there is no limit.
    inner: [Vec<u32>; 2],
    /// Gates on each arc; empty when there is no limit.
    depths: Vec<u32>,
    pub(super) passages: Vec<Passage>,
}

impl Layout {
    /// Linear in the size of the problem, and `n log n` in the number of limits.
    ///
    /// # Errors
    /// A limit that names an arc twice or one that does not exist, arcs that share neither supply nor demand, or limits that cross:
    /// of two limits of one supply, or of one demand, with common arcs one must contain the other.
    pub(super) fn new(problem: &Problem) -> Result<Self, EngineError> {
        let number = |n: usize| u32::try_from(n).map_err(|_| EngineError::Overflow);
        let limits = &problem.limits;
        number(problem.supplies.len().max(problem.demands.len()) + limits.len() + 1)?;
        let arcs = if limits.is_empty() { 0 } else { problem.arcs.len() };
        let mut layout = Self {
            supplies: number(problem.supplies.len())?,
            demands: number(problem.demands.len())?,
            inner: [vec![NONE; arcs], vec![NONE; arcs]],
            depths: vec![0; arcs],
            passages: Vec::new(),
        };
        let mut widest: Vec<usize> = (0..limits.len()).collect();
        widest.sort_by_key(|&l| std::cmp::Reverse(limits[l].arcs.len()));
        for index in widest {
            layout.place(problem, index, number(index)?)?;
        }
        Ok(layout)
    }

    /// Puts the gate of a limit inside those, wider, that its arcs already pass on that side.
    fn place(&mut self, problem: &Problem, index: usize, gate: u32) -> Result<(), EngineError> {
        let numbers = &problem.limits[index].arcs;
        let Some(&first) = numbers.first() else {
            return Ok(());
        };
        let arc_of = |n: u32| problem.arcs.get(n as usize).ok_or(EngineError::LimitArc { index });
        let shared = arc_of(first)?;
        let (mut same_supply, mut same_demand) = (true, true);
        for &n in numbers {
            let arc = arc_of(n)?;
            same_supply &= arc.supply == shared.supply;
            same_demand &= arc.demand == shared.demand;
        }
        let side = match (same_supply, same_demand) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => return Err(EngineError::LimitEnds { index }),
        };
        let around = self.inner[side][first as usize];
        for &n in numbers {
            let inner = &mut self.inner[side][n as usize];
            if *inner == gate {
                return Err(EngineError::LimitArc { index });
            }
            if *inner != around {
                return Err(EngineError::LimitsCross { index });
            }
            *inner = gate;
            self.depths[n as usize] += 1;
        }
        let (tail, head) = match (side, around) {
            (0, NONE) => (shared.supply, self.entry(gate)),
            (0, outer) => (self.exit(outer), self.entry(gate)),
            (_, NONE) => (self.exit(gate), shared.demand),
            (_, outer) => (self.exit(gate), self.entry(outer)),
        };
        self.passages.push(Passage { tail, head, gate });
        Ok(())
    }

    pub(super) fn entry(&self, gate: u32) -> u32 {
        self.demands + gate
    }

    pub(super) fn exit(&self, gate: u32) -> u32 {
        self.supplies + gate
    }

    /// Ends of the link of an arc.
    pub(super) fn link(&self, index: usize, arc: &Arc) -> (u32, u32) {
        let gate = |side: usize| self.inner[side].get(index).copied().filter(|&g| g != NONE);
        (
            gate(0).map_or(arc.supply, |g| self.exit(g)),
            gate(1).map_or(arc.demand, |g| self.entry(g)),
        )
    }

    /// More than the gates any arc passes, so that the link of each costs at least 1.
    fn toll(&self) -> u32 {
        self.depths.iter().max().map_or(1, |deepest| deepest + 1)
    }
}

/// The problem without limits that stands for a limited one.
#[derive(Debug)]
pub(super) struct Expansion {
    pub(super) problem: Problem,
    toll: u32,
}

impl Expansion {
    /// # Errors
    /// Those of [`Layout::new`], negative limits, arcs out of range and costs so large that the toll overflows.
    pub(super) fn new(problem: &Problem) -> Result<Self, EngineError> {
        let negative = problem.limits.iter().position(|limit| limit.at_most < 0);
        if let Some(index) = negative {
            let value = problem.limits[index].at_most;
            return Err(EngineError::NegativeLimit { index, value });
        }
        let outside =
            |a: &Arc| a.supply as usize >= problem.supplies.len() || a.demand as usize >= problem.demands.len();
        if let Some(index) = problem.arcs.iter().position(outside) {
            return Err(EngineError::ArcOutOfRange { index });
        }
        let layout = Layout::new(problem)?;
        let toll = layout.toll();
        let sizes = gate_sizes(problem);
        let mut arcs = Vec::with_capacity(problem.arcs.len() + layout.passages.len() + sizes.len());
        for (index, arc) in problem.arcs.iter().enumerate() {
            let (supply, demand) = layout.link(index, arc);
            let cost = arc.cost.checked_add(toll - layout.depths[index]);
            let cost = cost.ok_or(EngineError::Overflow)?;
            arcs.push(Arc { supply, demand, cost });
        }
        arcs.extend(layout.passages.iter().map(|p| Arc {
            supply: p.tail,
            demand: p.head,
            cost: 1,
        }));
        arcs.extend((0_u32..).zip(&sizes).map(|(gate, _)| Arc {
            supply: layout.exit(gate),
            demand: layout.entry(gate),
            cost: 0,
        }));
        let with_gates = |side: &[i64]| side.iter().chain(&sizes).copied().collect();
        let problem = Problem {
            supplies: with_gates(&problem.supplies),
            demands: with_gates(&problem.demands),
            arcs,
            limits: Vec::new(),
        };
        Ok(Self { problem, toll })
    }

    /// The solution of the limited problem that the optimum of the expanded one stands for.
    pub(super) fn restore(&self, problem: &Problem, expanded: Solution) -> Solution {
        let (supplies, demands) = (problem.supplies.len(), problem.demands.len());
        let toll = i64::from(self.toll);
        let Solution {
            mut flows,
            mut unused,
            mut unfilled,
            mut supply_duals,
            mut demand_duals,
            mut supply_ties,
            mut demand_ties,
            tie_salt,
            unfilled_cost,
            ..
        } = expanded;
        let exits = supply_duals.split_off(supplies);
        let entries = demand_duals.split_off(demands);
        flows.truncate(problem.arcs.len());
        unused.truncate(supplies);
        unfilled.truncate(demands);
        supply_ties.truncate(supplies);
        demand_ties.truncate(demands);
        for dual in &mut demand_duals {
            *dual -= toll;
        }
        let costs = problem.arcs.iter().map(|a| i128::from(a.cost));
        Solution {
            filled: flows.iter().sum(),
            mismatch: costs.zip(&flows).map(|(cost, &flow)| cost * i128::from(flow)).sum(),
            flows,
            unused,
            unfilled,
            unfilled_cost: unfilled_cost - toll,
            supply_duals,
            demand_duals,
            tie_salt,
            supply_ties,
            demand_ties,
            limit_duals: exits.iter().zip(&entries).map(|(exit, entry)| exit - entry).collect(),
        }
    }
}

/// People each gate lets through: its limit, or one more than could ever come when that is less, which leaves its dual at zero all the same.
fn gate_sizes(problem: &Problem) -> Vec<i64> {
    let size = |limit: &Limit| {
        let ends = limit.arcs.iter().filter_map(|&n| problem.arcs.get(n as usize));
        let coming = ends.map(|a| problem.supplies[a.supply as usize].max(problem.demands[a.demand as usize]));
        limit.at_most.min(coming.max().unwrap_or(0).saturating_add(1))
    };
    problem.limits.iter().map(size).collect()
}
