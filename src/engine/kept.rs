//! A solved problem kept at hand: other quantities are bounded at once, without solving.

use crate::domain::progress::Progress;

use super::certificate::{Certificate, certify};
use super::error::EngineError;
use super::problem::{Problem, Solution};
use super::solve;

/// A problem, its optimum and the proof.
#[derive(Debug)]
pub struct Kept {
    pub problem: Problem,
    pub solution: Solution,
    pub certificate: Certificate,
}

/// Posts filled, thousandths: the exact figure lies between, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    pub at_least: i64,
    pub at_most: i64,
}

impl Kept {
    /// Solves and proves a problem.
    ///
    /// # Errors
    /// As [`solve`].
    pub fn new(problem: Problem, progress: &dyn Progress) -> Result<Self, EngineError> {
        let solution = solve(&problem, progress)?;
        let certificate = certify(&problem, &solution)?;
        Ok(Self {
            problem,
            solution,
            certificate,
        })
    }

    /// Bounds of the posts filled for other quantities of the same problem; nothing when sizes differ.
    ///
    /// At most: any cut bounds any fill (weak duality), and the minimum cut of the kept quantities, priced anew, is a good one; so do all people and
    /// all posts. At least: the flows of the optimum as far as the new quantities allow, then as much more as the same pairs can carry when there are no limits. Linear in the arcs.
    pub fn bound(&self, supplies: &[i64], demands: &[i64]) -> Option<Bound> {
        if (supplies.len(), demands.len()) != (self.problem.supplies.len(), self.problem.demands.len()) {
            return None;
        }
        let cut = &self.certificate.cut;
        let people: i64 = cut.supplies.iter().map(|s| supplies[*s as usize]).sum();
        let posts: i64 = cut.demands.iter().map(|d| demands[*d as usize]).sum();
        let limits = cut.limits.iter().map(|l| self.problem.limits[*l as usize].at_most);
        // A limit may be far above what could ever come.
        let cut = limits.fold(people + posts, i64::saturating_add);
        let all = supplies.iter().sum::<i64>().min(demands.iter().sum());
        let (mut people_left, mut posts_left) = (supplies.to_vec(), demands.to_vec());
        let mut at_least = 0;
        let used = || {
            self.problem
                .arcs
                .iter()
                .zip(&self.solution.flows)
                .filter(|(_, flow)| **flow > 0)
        };
        let mut carry = |supply: u32, demand: u32, most: i64| {
            let (people, posts) = (&mut people_left[supply as usize], &mut posts_left[demand as usize]);
            let carried = most.min(*people).min(*posts);
            *people -= carried;
            *posts -= carried;
            at_least += carried;
        };
        used().for_each(|(arc, flow)| carry(arc.supply, arc.demand, *flow));
        // Flows that only fall keep within the limits; more might not.
        if self.problem.limits.is_empty() {
            used().for_each(|(arc, _)| carry(arc.supply, arc.demand, i64::MAX));
        }
        Some(Bound {
            at_least,
            at_most: cut.min(all),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Unattended;
    use crate::engine::{Arc, Limit};

    #[test]
    fn the_minimum_cut_bounds_people_who_have_nowhere_to_go() {
        let arc = |supply, demand| Arc {
            supply,
            demand,
            cost: 1,
        };
        // 9 people for the 4 posts they can take; 2 people for 7 others.
        let problem = Problem {
            supplies: vec![9, 2],
            demands: vec![4, 7],
            arcs: vec![arc(0, 0), arc(1, 1)],
            limits: Vec::new(),
        };
        let kept = Kept::new(problem, &Unattended).unwrap();
        let check = |supplies: &[i64], demands: &[i64], at_least, at_most| {
            let expected = Bound { at_least, at_most };
            assert_eq!(
                kept.bound(supplies, demands),
                Some(expected),
                "{supplies:?} {demands:?}"
            );
        };
        check(&[9, 2], &[4, 7], 6, 6);
        // More people where posts lack, fewer where they do not: still exact. All people are 22, all posts 11.
        check(&[20, 2], &[4, 7], 6, 6);
        check(&[9, 5], &[6, 7], 11, 11);
        // Beyond the cut only the interval is known: 3 people for 4 posts, yet the cut still counts the posts.
        check(&[3, 2], &[4, 7], 5, 5);
        check(&[3, 9], &[4, 7], 10, 11);
        assert_eq!(kept.bound(&[1], &[4, 7]), None);
    }

    #[test]
    fn limits_bound_too() {
        let arc = |supply, demand| Arc {
            supply,
            demand,
            cost: 1,
        };
        let problem = Problem {
            supplies: vec![9, 9],
            demands: vec![20],
            arcs: vec![arc(0, 0), arc(1, 0)],
            limits: vec![Limit {
                arcs: vec![0],
                at_most: 4,
            }],
        };
        let kept = Kept::new(problem, &Unattended).unwrap();
        let at = |supplies: &[i64]| kept.bound(supplies, &[20]).map(|b| (b.at_least, b.at_most));
        assert_eq!(at(&[9, 9]), Some((13, 13)));
        // Ten more people behind the limit change nothing; three more beside it may all be placed.
        assert_eq!(at(&[19, 9]), Some((13, 13)));
        assert_eq!(at(&[9, 12]), Some((13, 16)));
        assert_eq!(at(&[2, 9]), Some((11, 11)));
    }
}
