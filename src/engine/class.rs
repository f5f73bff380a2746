//! Supplies that can take the same posts at the same costs: solved as one class, then given their shares.

use std::collections::BTreeMap;

use super::canonical::hash_row;
use super::problem::Problem;

/// What a supply can take, at what cost, and by which arc of the problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Link {
    pub(super) demand: u32,
    pub(super) cost: u32,
    pub(super) origin: u32,
}

/// The links of every supply, sorted by demand.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    /// Links of supply `s` are `starts[s]..starts[s + 1]`.
    starts: Vec<usize>,
    links: Vec<Link>,
}

impl Rows {
    /// Groups the arcs of a checked problem; of duplicates only the cheapest stays. Demands without posts are there too, so that a change of
    /// quantities never changes a row.
    pub(super) fn new(problem: &Problem) -> Self {
        let supplies = problem.supplies.len();
        let mut place = vec![0_usize; supplies + 1];
        for arc in &problem.arcs {
            place[arc.supply as usize + 1] += 1;
        }
        for s in 0..supplies {
            place[s + 1] += place[s];
        }
        let ends = place.clone();
        let mut all = vec![Link::default(); ends[supplies]];
        for (origin, arc) in (0_u32..).zip(&problem.arcs) {
            let free = &mut place[arc.supply as usize];
            all[*free] = Link {
                demand: arc.demand,
                cost: arc.cost,
                origin,
            };
            *free += 1;
        }
        let mut rows = Self {
            starts: vec![0],
            links: Vec::with_capacity(all.len()),
        };
        for s in 0..supplies {
            let row = &mut all[ends[s]..ends[s + 1]];
            row.sort_unstable();
            let mut last = None;
            let cheapest = row.iter().filter(|link| last.replace(link.demand) != Some(link.demand));
            rows.links.extend(cheapest);
            rows.starts.push(rows.links.len());
        }
        rows
    }

    fn row(&self, supply: usize) -> &[Link] {
        &self.links[self.starts[supply]..self.starts[supply + 1]]
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }
}

/// The classes, in the order of their first supplies.
#[derive(Debug, Clone)]
pub(super) struct Classes {
    rows: Rows,
    members: Vec<Vec<u32>>,
    /// [`hash_row`] of each class.
    hashes: Vec<u64>,
}

impl Classes {
    pub(super) fn new(rows: Rows) -> Self {
        let mut members: Vec<Vec<u32>> = Vec::new();
        let mut hashes = Vec::new();
        let mut by_hash: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (supply, s) in (0_u32..).zip(0..rows.len()) {
            let hash = hash_row(rows.row(s));
            let alike = by_hash.entry(hash).or_default();
            let same = |class: &&usize| same_row(rows.row(members[**class][0] as usize), rows.row(s));
            match alike.iter().find(same).copied() {
                Some(class) => members[class].push(supply),
                None => {
                    // Rows that differ and yet have one hash would tie with every salt.
                    hashes.push(hash.wrapping_add(alike.len() as u64));
                    alike.push(members.len());
                    members.push(vec![supply]);
                }
            }
        }
        Self { rows, members, hashes }
    }

    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    /// Supplies of a class.
    pub(super) fn members(&self, class: usize) -> &[u32] {
        &self.members[class]
    }

    /// Arcs of the problem that stand behind a link of a class, one for each member.
    pub(super) fn origins(&self, class: usize, position: usize) -> impl Iterator<Item = u32> {
        let members = self.members[class].iter();
        members.map(move |&member| self.rows.row(member as usize)[position].origin)
    }

    /// Hash of the row of each class: what its tie weights are drawn from.
    pub(super) fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// Links of a class: those of its first supply.
    pub(super) fn row(&self, class: usize) -> &[Link] {
        self.rows.row(self.members[class][0] as usize)
    }

    /// Links of one supply, in the order of its class's.
    pub(super) fn row_of(&self, supply: u32) -> &[Link] {
        self.rows.row(supply as usize)
    }

    /// Divides the flows of a class, by position of link, among its supplies: `give` hears each arc of the problem and its flow.
    ///
    /// Each flow is shared in proportion to what the supplies have left, by rounding down cumulated shares: exact sums, never more than is left.
    pub(super) fn share(
        &self,
        class: usize,
        flows: &[(usize, i64)],
        headcounts: &[i64],
        mut give: impl FnMut(u32, i64),
    ) {
        let members = &self.members[class];
        let mut left: Vec<i64> = members.iter().map(|&s| headcounts[s as usize]).collect();
        for &(position, flow) in flows {
            let total: i128 = left.iter().map(|&q| i128::from(q)).sum();
            let (mut reached, mut given) = (0_i128, 0_i64);
            for (&member, rest) in members.iter().zip(&mut left) {
                reached += i128::from(*rest);
                // At most `flow`, so it fits.
                let due = i64::try_from(reached * i128::from(flow) / total.max(1)).unwrap_or(flow);
                *rest -= due - given;
                give(self.rows.row(member as usize)[position].origin, due - given);
                given = due;
            }
        }
    }
}

fn same_row(a: &[Link], b: &[Link]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| (x.demand, x.cost) == (y.demand, y.cost))
}
