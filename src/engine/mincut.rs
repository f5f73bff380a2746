//! The minimum cut that proves a fill maximal: which posts are short of people, told by reachability alone.

use super::problem::{Problem, Solution};

/// A bottleneck: every post filled uses one of `supplies` or is one of `demands`, and all of these are used up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinCut {
    /// Σ people of `supplies` + Σ posts of `demands`: no matching fills more.
    pub value: i128,
    /// Supplies out of reach of unused people: everyone there is placed. Only they can take the posts outside `demands`.
    pub supplies: Vec<u32>,
    /// Demands that unused people can reach, directly or by taking a place that frees another: all filled.
    pub demands: Vec<u32>,
}

/// Unused people reach a demand that has unfilled posts: the fill is not maximal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsaturated {
    pub demand: usize,
}

/// Searches from unused people, along arcs to demands and back along flows to supplies.
///
/// Linear in the size of the problem. The solution must have the problem's shape.
///
/// # Errors
/// [`Unsaturated`] when an unfilled post is reached.
pub fn minimum_cut(problem: &Problem, solution: &Solution) -> Result<MinCut, Unsaturated> {
    let arcs = || (0_u32..).zip(&problem.arcs);
    let used = arcs().filter(|(arc, _)| solution.flows[*arc as usize] > 0);
    let out = Adjacency::new(problem.supplies.len(), arcs().map(|(_, a)| (a.supply, a.demand)));
    let back = Adjacency::new(problem.demands.len(), used.map(|(_, a)| (a.demand, a.supply)));
    let mut supply_seen: Vec<bool> = solution.unused.iter().map(|&unused| unused > 0).collect();
    let mut demand_seen = vec![false; problem.demands.len()];
    let mut queue: Vec<usize> = (0..supply_seen.len()).filter(|&s| supply_seen[s]).collect();
    while let Some(supply) = queue.pop() {
        for demand in out.across(supply) {
            if std::mem::replace(&mut demand_seen[demand], true) {
                continue;
            }
            if solution.unfilled[demand] > 0 {
                return Err(Unsaturated { demand });
            }
            for taken in back.across(demand) {
                if !std::mem::replace(&mut supply_seen[taken], true) {
                    queue.push(taken);
                }
            }
        }
    }
    let supplies = indices(supply_seen.iter().map(|seen| !seen));
    let demands = indices(demand_seen.into_iter());
    let people: i128 = supplies.iter().map(|&s| i128::from(problem.supplies[s as usize])).sum();
    let posts: i128 = demands.iter().map(|&d| i128::from(problem.demands[d as usize])).sum();
    Ok(MinCut {
        value: people + posts,
        supplies,
        demands,
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
