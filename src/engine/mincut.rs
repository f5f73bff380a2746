//! The minimum cut that proves a fill maximal: which posts are short of people, told by reachability alone.

use super::capacity::Layout;
use super::problem::{Problem, Solution};

/// A bottleneck: every post filled uses one of `supplies`, is one of `demands` or comes under one of `limits`, and all of these are used up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinCut {
    /// Σ people of `supplies` + Σ posts of `demands` + Σ of `limits`: no matching fills more.
    pub value: i128,
    /// Supplies out of reach of unused people: everyone there is placed. Only they can take the posts outside `demands`.
    pub supplies: Vec<u32>,
    /// Demands that unused people can reach, directly or by taking a place that frees another: all filled.
    pub demands: Vec<u32>,
    /// Limits between people outside `supplies` and posts outside `demands`: all reached.
    pub limits: Vec<u32>,
}

/// Unused people reach a demand that has unfilled posts: the fill is not maximal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsaturated {
    pub demand: usize,
}

/// Searches from unused people, along arcs to demands and back along flows to supplies; through the gate of a limit when it is not reached,
/// and back through it when somebody passes.
///
/// Linear in the size of the problem. The solution must have the problem's shape, `layout` be that of the problem, and `carrying` name the
/// arcs with people on them.
///
/// # Errors
/// [`Unsaturated`] when an unfilled post is reached.
pub(super) fn minimum_cut(
    problem: &Problem,
    solution: &Solution,
    layout: &Layout,
    carrying: &[usize],
) -> Result<MinCut, Unsaturated> {
    let limits = problem.limits.len();
    let (supplies, demands) = (problem.supplies.len(), problem.demands.len());
    let passing: Vec<i128> = problem.limits.iter().map(|limit| solution.carried(limit)).collect();
    let links = || {
        let own = problem
            .arcs
            .iter()
            .enumerate()
            .map(|(index, arc)| layout.link(index, arc));
        own.chain(layout.passages.iter().map(|p| (p.tail, p.head)))
    };
    let own = carrying.iter().map(|&index| layout.link(index, &problem.arcs[index]));
    let passages = layout.passages.iter().filter(|p| passing[p.gate as usize] > 0);
    let used = own.chain(passages.map(|p| (p.tail, p.head)));
    let used: Vec<(u32, u32)> = used.map(|(tail, head)| (head, tail)).collect();
    let out = Adjacency::new(supplies + limits, links());
    let back = Adjacency::new(demands + limits, used.into_iter());
    let mut tail_seen: Vec<bool> = solution.unused.iter().map(|&unused| unused > 0).collect();
    tail_seen.resize(supplies + limits, false);
    let mut head_seen = vec![false; demands + limits];
    let mut queue: Vec<usize> = (0..supplies).filter(|&s| tail_seen[s]).collect();
    while let Some(tail) = queue.pop() {
        // Somebody who passes the gate may not do so: its entry is reached from its exit.
        let undone = tail.checked_sub(supplies).filter(|&gate| passing[gate] > 0);
        for head in out.across(tail).chain(undone.map(|gate| demands + gate)) {
            if std::mem::replace(&mut head_seen[head], true) {
                continue;
            }
            let gate = head.checked_sub(demands);
            if gate.is_none() && solution.unfilled[head] > 0 {
                return Err(Unsaturated { demand: head });
            }
            let open = gate.filter(|&gate| passing[gate] < i128::from(problem.limits[gate].at_most));
            for taken in back.across(head).chain(open.map(|gate| supplies + gate)) {
                if !std::mem::replace(&mut tail_seen[taken], true) {
                    queue.push(taken);
                }
            }
        }
    }
    let closed = head_seen.drain(demands..).zip(tail_seen.drain(supplies..));
    let limits = indices(closed.map(|(entry, exit)| entry && !exit));
    let supplies = indices(tail_seen.iter().map(|seen| !seen));
    let demands = indices(head_seen.into_iter());
    let sum = |numbers: &[u32], quantity: &dyn Fn(usize) -> i64| -> i128 {
        numbers.iter().map(|&n| i128::from(quantity(n as usize))).sum()
    };
    Ok(MinCut {
        value: sum(&supplies, &|s| problem.supplies[s])
            + sum(&demands, &|d| problem.demands[d])
            + sum(&limits, &|l| problem.limits[l].at_most),
        supplies,
        demands,
        limits,
    })
}

fn indices(flags: impl Iterator<Item = bool>) -> Vec<u32> {
    (0_u32..).zip(flags).filter_map(|(i, flag)| flag.then_some(i)).collect()
}

/// The nodes across the arcs of each node, as slices of one list.
struct Adjacency {
    starts: Vec<usize>,
    ends: Vec<u32>,
}

impl Adjacency {
    /// Groups arcs, given as (from, to), by the node they come from.
    fn new(nodes: usize, arcs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        Self::as_they_come(nodes, arcs.clone()).unwrap_or_else(|| Self::sorted(nodes, arcs))
    }

    /// Most problems come supply after supply; nothing when this one does not.
    fn as_they_come(nodes: usize, mut arcs: impl Iterator<Item = (u32, u32)>) -> Option<Self> {
        let mut starts = Vec::with_capacity(nodes + 1);
        let mut ends = Vec::with_capacity(arcs.size_hint().0);
        arcs.try_for_each(|(from, to)| {
            while starts.len() <= from as usize {
                starts.push(ends.len());
            }
            ends.push(to);
            (starts.len() == from as usize + 1).then_some(())
        })?;
        starts.resize(nodes + 1, ends.len());
        Some(Self { starts, ends })
    }

    fn sorted(nodes: usize, arcs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_usize; nodes + 1];
        for (from, _) in arcs.clone() {
            starts[from as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut place = starts.clone();
        let mut ends = vec![0_u32; starts[nodes]];
        for (from, to) in arcs {
            ends[place[from as usize]] = to;
            place[from as usize] += 1;
        }
        Self { starts, ends }
    }

    fn across(&self, node: usize) -> impl Iterator<Item = usize> {
        let ends = &self.ends[self.starts[node]..self.starts[node + 1]];
        ends.iter().map(|&end| end as usize)
    }
}
