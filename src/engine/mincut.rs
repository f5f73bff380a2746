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
    let out = Adjacency::new(problem.supplies.len(), problem.arcs.iter().map(|a| a.supply));
    let back = Adjacency::new(problem.demands.len(), problem.arcs.iter().map(|a| a.demand));
    let mut supply_seen: Vec<bool> = solution.unused.iter().map(|&unused| unused > 0).collect();
    let mut demand_seen = vec![false; problem.demands.len()];
    let mut queue: Vec<usize> = (0..supply_seen.len()).filter(|&s| supply_seen[s]).collect();
    while let Some(supply) = queue.pop() {
        for &arc in out.arcs_of(supply) {
            let demand = problem.arcs[arc as usize].demand as usize;
            if std::mem::replace(&mut demand_seen[demand], true) {
                continue;
            }
            if solution.unfilled[demand] > 0 {
                return Err(Unsaturated { demand });
            }
            let used = back.arcs_of(demand).iter().filter(|&&a| solution.flows[a as usize] > 0);
            for taken in used.map(|&a| problem.arcs[a as usize].supply as usize) {
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

/// The arcs at each node, as slices of one list.
struct Adjacency {
    starts: Vec<usize>,
    arcs: Vec<u32>,
}

impl Adjacency {
    /// Groups arcs by their end at one side, given for each arc in order.
    fn new(nodes: usize, ends: impl Iterator<Item = u32> + Clone) -> Self {
        let mut starts = vec![0_usize; nodes + 1];
        for end in ends.clone() {
            starts[end as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut place = starts.clone();
        let mut arcs = vec![0_u32; starts[nodes]];
        for (arc, end) in (0_u32..).zip(ends) {
            arcs[place[end as usize]] = arc;
            place[end as usize] += 1;
        }
        Self { starts, arcs }
    }

    fn arcs_of(&self, node: usize) -> &[u32] {
        &self.arcs[self.starts[node]..self.starts[node + 1]]
    }
}
