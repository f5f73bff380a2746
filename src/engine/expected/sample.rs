//! Who was observed: strata of supplies, how often a person of each type counts, and the variance of a sample drawn stratum by stratum.

use super::types::{Types, real};
use crate::domain::progress::Progress;
use crate::engine::error::EngineError;
use crate::engine::fill::{Fills, Tranche, fill_all};
use crate::engine::problem::Problem;
use crate::engine::reach::Reach;

/// People observed among those of some supplies, drawn with equal chances. Strata may share supplies; one without people of the problem counts for nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Stratum {
    pub supplies: Vec<u32>,
    /// How many were observed, in any unit, the same for all strata.
    pub people: f64,
}

impl Stratum {
    /// Everyone, with equal chances.
    pub(super) fn everyone(problem: &Problem) -> Self {
        Self {
            supplies: (0..).zip(&problem.supplies).map(|(supply, _)| supply).collect(),
            people: problem.supplies.iter().map(|&people| real(people)).sum(),
        }
    }

    /// People of the problem in the stratum.
    fn size(&self, problem: &Problem) -> f64 {
        let people = self.supplies.iter().map(|&s| problem.supplies[s as usize]);
        people.map(real).sum()
    }
}

/// People observed for one person of each supply.
///
/// # Errors
/// [`EngineError::NodeOutOfRange`] for a supply that does not exist.
pub(super) fn chances(problem: &Problem, strata: &[Stratum]) -> Result<Vec<f64>, EngineError> {
    let mut chances = vec![0.0; problem.supplies.len()];
    for stratum in strata {
        let missing = stratum.supplies.iter().find(|s| **s as usize >= chances.len());
        if let Some(&missing) = missing {
            let index = missing as usize;
            return Err(EngineError::NodeOutOfRange { index });
        }
        let size = stratum.size(problem);
        for &supply in stratum.supplies.iter().filter(|_| size > 0.0) {
            chances[supply as usize] += stratum.people / size;
        }
    }
    Ok(chances)
}

/// The types of a problem, and how often a person of each is observed.
pub(super) struct Sample<'t> {
    pub(super) types: &'t Types,
    /// People observed for one person of each type.
    pub(super) weights: Vec<f64>,
    problem: &'t Problem,
    strata: &'t [Stratum],
    chances: Vec<f64>,
}

impl<'t> Sample<'t> {
    pub(super) fn new(problem: &'t Problem, types: &'t Types, strata: &'t [Stratum]) -> Result<Self, EngineError> {
        let chances = chances(problem, strata)?;
        Ok(Self {
            types,
            weights: types.means(problem, &chances),
            problem,
            strata,
            chances,
        })
    }

    /// People of the problem, each as often as observed.
    pub(super) fn people(&self) -> f64 {
        self.types.sizes.iter().zip(&self.weights).map(|(n, w)| n * w).sum()
    }

    /// Sum over possibilities of a number times the weight of their type.
    pub(super) fn sum(&self, of_possibility: impl Fn(usize) -> f64) -> f64 {
        let types = self.types.starts.windows(2).zip(&self.weights);
        types
            .map(|(ends, weight)| weight * (ends[0]..ends[1]).map(&of_possibility).sum::<f64>())
            .sum()
    }

    /// Costs of the possibilities of people who may be observed.
    pub(super) fn costs(&self) -> impl Iterator<Item = u32> {
        self.types.costs_where(|class| self.weights[class] > 0.0)
    }

    /// The most people that can be matched, each as often as observed: those more often observed come first, which is best whatever the weights (a transversal
    /// matroid, see [`crate::engine::fill_all`]; here people take the part of posts).
    pub(super) fn potential(&self, progress: &dyn Progress) -> Result<f64, EngineError> {
        let Problem {
            supplies,
            demands,
            arcs,
            ..
        } = self.problem;
        let turned: Vec<(u32, u32)> = arcs.iter().map(|a| (a.demand, a.supply)).collect();
        let mut order: Vec<Tranche> = (0..)
            .zip(supplies)
            .map(|(demand, &posts)| Tranche { demand, posts })
            .collect();
        let chance = |tranche: &Tranche| self.chances[tranche.demand as usize];
        order.retain(|tranche| chance(tranche) > 0.0);
        order.sort_by(|a, b| chance(b).total_cmp(&chance(a)));
        let fills = Fills {
            reach: Reach::new(demands.len(), supplies.len(), &turned)?,
            supplies: vec![demands.clone()],
            kept: Vec::new(),
            order,
        };
        let matched = fill_all(&[fills], progress)?;
        let terms = matched.iter().flatten().flatten().zip(&self.chances);
        Ok(terms.map(|(&people, chance)| real(people) * chance).sum())
    }

    /// Variance of the people matched and of their total cost when each stratum is drawn anew, under a market with these flows by possibility.
    pub(super) fn variance(&self, flows: &[f64]) -> [[f64; 2]; 2] {
        let means = [0, 1, 2].map(|power| {
            let moment = |link: usize| flows[link] * f64::from(self.types.costs[link]).powi(power);
            self.types.by_supply(|links| links.map(moment).sum())
        });
        let mut variance = [[0.0; 2]; 2];
        for stratum in self.strata {
            let size = stratum.size(self.problem);
            if size <= 0.0 {
                continue;
            }
            let [matched, cost, square] = [0, 1, 2].map(|power| {
                let people = |s: u32| real(self.problem.supplies[s as usize]) / size;
                let terms = stratum.supplies.iter().map(|&s| means[power][s as usize] * people(s));
                terms.sum::<f64>()
            });
            let across = cost * (1.0 - matched);
            let one = [[matched * (1.0 - matched), across], [across, square - cost * cost]];
            for (row, terms) in variance.iter_mut().zip(one) {
                for (sum, term) in row.iter_mut().zip(terms) {
                    *sum += stratum.people * term;
                }
            }
        }
        variance
    }
}
