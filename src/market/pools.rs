//! How many people there are once causes of supply are removed, for every set of these causes.

use std::collections::BTreeMap;

use super::apportion::apportion;
use super::chain::Chain;
use super::headcounts::Spread;
use crate::domain::cause::Coalition;

/// In-field people, in thousandths, for each of [`Coalition::of_supply`].
pub(super) type People = [i64; 16];

/// People by basin and programme, all routes together: who can take which post depends on nothing else.
#[derive(Debug, Default)]
pub(super) struct Pools {
    people: BTreeMap<(usize, usize), People>,
}

impl Pools {
    /// Adds an origin, shared over its basins as its figures are.
    ///
    /// A largest remainder may take a thousandth from a basin when the whole grows: a basin keeps what it has with fewer causes removed.
    pub fn add(&mut self, programme: usize, chain: &Chain, seats: u32, place: &Spread) {
        let mut parts: Vec<People> = vec![[0; 16]; place.basins.len()];
        for (list, removed) in Coalition::of_supply().enumerate() {
            let whole = chain.in_field_without(removed, seats);
            for (part, share) in parts.iter_mut().zip(apportion(whole.0, &place.weights)) {
                part[list] = share;
            }
        }
        for (basin, mut part) in place.basins.iter().zip(parts) {
            grow(&mut part);
            let people = self.people.entry((*basin, programme)).or_default();
            for (sum, more) in people.iter_mut().zip(part) {
                *sum += more;
            }
        }
    }

    /// The same, without what they were gathered in.
    pub fn into_iter(self) -> impl Iterator<Item = ((usize, usize), People)> {
        self.people.into_iter().filter(|(_, people)| people[15] > 0)
    }

    /// Basin, programme and people of each pool that has some, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize, &People)> {
        let all = self
            .people
            .iter()
            .map(|((basin, programme), people)| (*basin, *programme, people));
        all.filter(|(.., people)| people[15] > 0)
    }
}

/// Raises each value to the largest of its subsets.
fn grow(people: &mut People) {
    for list in 1..people.len() {
        for cause in (0..4).filter(|cause| list >> cause & 1 == 1) {
            people[list] = people[list].max(people[list ^ (1 << cause)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::source::SourceId;
    use crate::market::chain::measured;
    use crate::market::factors::estimated;
    use crate::market::gap::{FactorKind, Placement};

    #[test]
    fn a_basin_keeps_its_people_when_the_whole_grows() {
        // Ten thousandths over weights 6, 6, 2 are 4, 4, 2; eleven are 5, 5, 1: the third would lose one.
        let people = measured(FactorKind::FinalYear, 0.011, SourceId(1), String::new(), vec![]);
        let chain = Chain::start(people).times(estimated(FactorKind::LeavingShare, 10.0 / 11.0));
        let place = Spread {
            basins: vec![1, 2, 3],
            weights: vec![6, 6, 2],
            placement: Placement::Spread,
        };
        let mut pools = Pools::default();
        pools.add(0, &chain, 0, &place);
        let found: Vec<[i64; 2]> = pools.iter().map(|(.., people)| [people[0], people[1]]).collect();
        assert_eq!(found, [[4, 5], [4, 5], [2, 2]]);
    }
}
