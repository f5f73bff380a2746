//! Why given posts stay unfilled, in a form that can be checked with a pencil: too few people can take them, whoever is placed where.
//!
//! For any set D of demands, only the supplies N(D) with an arc into D can fill it, so at least `V(D) − S(N(D))` posts of D stay unfilled
//! (Hall, « On representatives of subsets », 1935). A maximum fill shows a set for which this is exactly what stays unfilled.

use super::problem::{Problem, Solution};

/// A set of demands that all the people in reach of it, placed inside it, do not fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// D, sorted.
    pub demands: Vec<u32>,
    /// N(D): every supply with an arc into D, sorted.
    pub supplies: Vec<u32>,
    /// V(D).
    pub posts: i64,
    /// S(N(D)).
    pub people: i64,
    /// V(D) − S(N(D)): unfilled in D, by any matching that fills most.
    pub unfilled: i64,
}

/// The first part of a claim that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShortfallError {
    #[error("demand or supply {index} is not in the problem")]
    OutOfRange { index: usize },
    #[error("arc {arc} lets other people into the set")]
    Incomplete { arc: usize },
    #[error("the set has {found} posts, not {claimed}")]
    Posts { claimed: i64, found: i128 },
    #[error("{found} people reach the set, not {claimed}")]
    People { claimed: i64, found: i128 },
    #[error("{claimed} posts are not what {posts} posts lack with {people} people")]
    Unfilled { claimed: i64, posts: i64, people: i64 },
}

/// The smallest such set that contains the unfilled ones among `demands`; nothing where all are filled.
///
/// From an unfilled demand to every supply that could take it, from each of these to every demand it fills, and so on: at a maximum fill all of these
/// people are placed inside the set. Linear in the size of the problem. The solution must be a proved solution of the problem, which must have no limits.
pub fn shortfall(problem: &Problem, solution: &Solution, demands: &[u32]) -> Option<Shortfall> {
    let mut inside = vec![false; problem.demands.len()];
    let mut near = vec![false; problem.supplies.len()];
    let unfilled = demands
        .iter()
        .map(|d| *d as usize)
        .filter(|d| solution.unfilled[*d] > 0);
    unfilled.for_each(|d| inside[d] = true);
    let links = Links::new(problem, solution);
    let mut queue: Vec<usize> = (0..inside.len()).filter(|d| inside[*d]).collect();
    while let Some(demand) = queue.pop() {
        for &supply in links.takers(demand) {
            if std::mem::replace(&mut near[supply as usize], true) {
                continue;
            }
            for &filled in links.filled(supply as usize) {
                if !std::mem::replace(&mut inside[filled as usize], true) {
                    queue.push(filled as usize);
                }
            }
        }
    }
    let (demands, supplies) = (numbers(&inside), numbers(&near));
    let posts = demands.iter().map(|d| problem.demands[*d as usize]).sum();
    let people = supplies.iter().map(|s| problem.supplies[*s as usize]).sum();
    (!demands.is_empty()).then_some(Shortfall {
        demands,
        supplies,
        posts,
        people,
        unfilled: posts - people,
    })
}

/// Checks a claim against the problem alone: nobody else reaches the set, and its figures are right. So whoever is placed where, at least
/// [`Shortfall::unfilled`] of its posts stay unfilled.
///
/// # Errors
/// The first part of the claim that does not hold.
pub fn check_shortfall(problem: &Problem, claim: &Shortfall) -> Result<(), ShortfallError> {
    let inside = flags(&claim.demands, problem.demands.len())?;
    let near = flags(&claim.supplies, problem.supplies.len())?;
    let leak = |a: &super::problem::Arc| inside[a.demand as usize] && !near[a.supply as usize];
    if let Some(arc) = problem.arcs.iter().position(leak) {
        return Err(ShortfallError::Incomplete { arc });
    }
    let posts = sum(&inside, &problem.demands);
    if posts != i128::from(claim.posts) {
        return Err(ShortfallError::Posts {
            claimed: claim.posts,
            found: posts,
        });
    }
    let people = sum(&near, &problem.supplies);
    if people != i128::from(claim.people) {
        return Err(ShortfallError::People {
            claimed: claim.people,
            found: people,
        });
    }
    if i128::from(claim.unfilled) != posts - people {
        return Err(ShortfallError::Unfilled {
            claimed: claim.unfilled,
            posts: claim.posts,
            people: claim.people,
        });
    }
    Ok(())
}

/// Supplies with an arc to each demand, and demands that each supply fills.
struct Links {
    takers: Vec<Vec<u32>>,
    filled: Vec<Vec<u32>>,
}

impl Links {
    fn new(problem: &Problem, solution: &Solution) -> Self {
        let mut links = Self {
            takers: vec![Vec::new(); problem.demands.len()],
            filled: vec![Vec::new(); problem.supplies.len()],
        };
        for (arc, flow) in problem.arcs.iter().zip(&solution.flows) {
            links.takers[arc.demand as usize].push(arc.supply);
            if *flow > 0 {
                links.filled[arc.supply as usize].push(arc.demand);
            }
        }
        links
    }

    fn takers(&self, demand: usize) -> &[u32] {
        &self.takers[demand]
    }

    fn filled(&self, supply: usize) -> &[u32] {
        &self.filled[supply]
    }
}

fn numbers(flags: &[bool]) -> Vec<u32> {
    (0_u32..).zip(flags).filter_map(|(i, flag)| flag.then_some(i)).collect()
}

fn flags(numbers: &[u32], count: usize) -> Result<Vec<bool>, ShortfallError> {
    let mut flags = vec![false; count];
    for number in numbers {
        let index = *number as usize;
        *flags.get_mut(index).ok_or(ShortfallError::OutOfRange { index })? = true;
    }
    Ok(flags)
}

fn sum(flags: &[bool], quantities: &[i64]) -> i128 {
    let chosen = flags.iter().zip(quantities).filter(|(flag, _)| **flag);
    chosen.map(|(_, q)| i128::from(*q)).sum()
}
