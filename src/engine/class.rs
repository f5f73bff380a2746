//! Supplies that can take the same posts at the same costs: solved as one class, then given their shares.

use super::canonical::{hash_row, hash_rows};
use super::problem::{Arc, Problem};
use super::simplex::number;

/// What a supply can take, at what cost, and by which arc of the problem.
#[derive(Debug, Clone, Copy, Default)]
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

impl Link {
    fn new(arc: &Arc, origin: u32) -> Self {
        Self {
            demand: arc.demand,
            cost: arc.cost,
            origin,
        }
    }
}

impl Rows {
    /// Groups the arcs of a checked problem; of duplicates only the cheapest stays. Demands without posts are there too, so that a change of
    /// quantities never changes a row.
    pub(super) fn new(problem: &Problem) -> Self {
        let by_supply = problem.arcs.is_sorted_by_key(|arc| arc.supply);
        let mut rows = if by_supply {
            Self::as_they_come(problem)
        } else {
            Self::grouped(problem)
        };
        rows.sort();
        rows
    }

    /// Most problems come supply after supply.
    fn as_they_come(problem: &Problem) -> Self {
        let mut starts = Vec::with_capacity(problem.supplies.len() + 1);
        let mut links = Vec::with_capacity(problem.arcs.len());
        for (origin, arc) in (0_u32..).zip(&problem.arcs) {
            while starts.len() <= arc.supply as usize {
                starts.push(origin as usize);
            }
            links.push(Link::new(arc, origin));
        }
        starts.resize(problem.supplies.len() + 1, links.len());
        Self { starts, links }
    }

    fn grouped(problem: &Problem) -> Self {
        let supplies = problem.supplies.len();
        let mut place = vec![0_usize; supplies + 1];
        for arc in &problem.arcs {
            place[arc.supply as usize + 1] += 1;
        }
        for s in 0..supplies {
            place[s + 1] += place[s];
        }
        let starts = place.clone();
        let mut links = vec![Link::default(); problem.arcs.len()];
        for (origin, arc) in (0_u32..).zip(&problem.arcs) {
            let free = &mut place[arc.supply as usize];
            links[*free] = Link::new(arc, origin);
            *free += 1;
        }
        Self { starts, links }
    }

    /// Sorts each row by demand and keeps the cheapest of duplicates.
    fn sort(&mut self) {
        let mut sorter = Sorter::default();
        let (mut start, mut kept) = (0, 0);
        for s in 0..self.len() {
            let end = self.starts[s + 1];
            sorter.sort(&mut self.links[start..end]);
            let first = kept;
            for place in start..end {
                let link = self.links[place];
                if kept > first && self.links[kept - 1].demand == link.demand {
                    let known = &mut self.links[kept - 1];
                    if (link.cost, link.origin) < (known.cost, known.origin) {
                        *known = link;
                    }
                } else {
                    self.links[kept] = link;
                    kept += 1;
                }
            }
            start = end;
            self.starts[s + 1] = kept;
        }
        self.links.truncate(kept);
    }

    fn row(&self, supply: usize) -> &[Link] {
        &self.links[self.starts[supply]..self.starts[supply + 1]]
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// First supply with the row of each supply, and the hash of that row: rows that differ have hashes that differ.
    fn firsts(&self) -> (Vec<u32>, Vec<u64>) {
        let mut hashes = self.hashes();
        let mut by_hash: Vec<(u64, u32)> = hashes.iter().copied().zip(0_u32..).collect();
        by_hash.sort_unstable();
        let mut firsts: Vec<u32> = (0..).take(hashes.len()).collect();
        let mut known: Vec<u32> = Vec::new();
        for alike in by_hash.chunk_by(|a, b| a.0 == b.0) {
            known.clear();
            for &(hash, supply) in alike {
                let row = self.row(supply as usize);
                let place = known.iter().position(|&first| same_row(self.row(first as usize), row));
                // Rows that differ and yet have one hash would tie with every salt.
                hashes[supply as usize] = hash.wrapping_add(place.unwrap_or(known.len()) as u64);
                match place {
                    Some(place) => firsts[supply as usize] = known[place],
                    None => known.push(supply),
                }
            }
        }
        (firsts, hashes)
    }

    fn hashes(&self) -> Vec<u64> {
        let mut hashes = Vec::with_capacity(self.len());
        let whole = self.len() / 4 * 4;
        for first in (0..whole).step_by(4) {
            hashes.extend(hash_rows(std::array::from_fn::<_, 4, _>(|i| self.row(first + i))));
        }
        hashes.extend((whole..self.len()).map(|s| hash_row(self.row(s))));
        hashes
    }
}

/// Sorts rows by demand, with memory that serves again.
#[derive(Default)]
struct Sorter {
    /// Demand, then place in the row, in one number: quick to compare and to move.
    order: Vec<u64>,
    unsorted: Vec<Link>,
}

impl Sorter {
    fn sort(&mut self, row: &mut [Link]) {
        if row.is_sorted_by(|a, b| a.demand < b.demand) {
            return;
        }
        let placed = (0_u64..).zip(&*row);
        self.order.clear();
        self.order
            .extend(placed.map(|(place, link)| u64::from(link.demand) << 32 | place));
        self.order.sort_unstable();
        self.unsorted.clear();
        self.unsorted.extend_from_slice(row);
        for (link, place) in row.iter_mut().zip(&self.order) {
            *link = self.unsorted[(place & 0xffff_ffff) as usize];
        }
    }
}

/// The classes, in the order of their first supplies.
#[derive(Debug, Clone)]
pub(super) struct Classes {
    rows: Rows,
    class_of: Vec<u32>,
    /// Supplies of class `c` are `starts[c]..starts[c + 1]` of `members`, in order.
    starts: Vec<usize>,
    members: Vec<u32>,
    /// Hash of the row of each class.
    hashes: Vec<u64>,
}

impl Classes {
    pub(super) fn new(rows: Rows) -> Self {
        let (firsts, mut hashes) = rows.firsts();
        let mut class_of = Vec::with_capacity(firsts.len());
        let mut starts = vec![0];
        for (supply, &first) in firsts.iter().enumerate() {
            if first as usize == supply {
                hashes[starts.len() - 1] = hashes[supply];
                class_of.push(number(starts.len() - 1));
                starts.push(0);
            } else {
                class_of.push(class_of[first as usize]);
            }
            starts[class_of[supply] as usize + 1] += 1;
        }
        hashes.truncate(starts.len() - 1);
        for class in 1..starts.len() {
            starts[class] += starts[class - 1];
        }
        let mut place = starts.clone();
        let mut members = vec![0; firsts.len()];
        for (supply, &class) in (0_u32..).zip(&class_of) {
            members[place[class as usize]] = supply;
            place[class as usize] += 1;
        }
        Self {
            rows,
            class_of,
            starts,
            members,
            hashes,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Class of a supply.
    pub(super) fn class_of(&self, supply: usize) -> u32 {
        self.class_of[supply]
    }

    /// Supplies of a class, in order: at least one.
    pub(super) fn members(&self, class: usize) -> &[u32] {
        &self.members[self.starts[class]..self.starts[class + 1]]
    }

    /// True when each of so many arcs of the problem is a link: none was the dearer copy of another.
    pub(super) fn keeps_all(&self, arcs: usize) -> bool {
        self.rows.links.len() == arcs
    }

    /// Hash of the row of each class: what its tie weights are drawn from.
    pub(super) fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// Links of a class: those of its first supply.
    pub(super) fn row(&self, class: usize) -> &[Link] {
        self.rows.row(self.members(class)[0] as usize)
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
        let members = self.members(class);
        if let &[only] = members {
            let row = self.row_of(only);
            flows
                .iter()
                .for_each(|&(position, flow)| give(row[position].origin, flow));
            return;
        }
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
