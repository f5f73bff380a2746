//! Who can take which post, without quantities: supplies alike merged, arcs by supply and by demand.

use std::collections::BTreeMap;

use super::error::EngineError;

/// Who can take which post; quantities come with each fill. Supplies with the same posts in reach are one class.
#[derive(Debug)]
pub struct Reach {
    supplies: usize,
    demands: usize,
    /// Class of each supply.
    class: Vec<u32>,
    /// Arcs of class `c` are `starts[c]..starts[c + 1]`, sorted by demand.
    starts: Vec<usize>,
    heads: Vec<u32>,
    /// The same arcs by demand: class and number of the arc.
    columns: Vec<usize>,
    tails: Vec<(u32, u32)>,
}

impl Reach {
    /// Lays out the arcs (supply, demand) of a problem; their order is free and duplicates are harmless.
    ///
    /// # Errors
    /// [`EngineError::ArcOutOfRange`], and [`EngineError::Overflow`] beyond 2³² − 1 nodes or arcs.
    pub fn new(supplies: usize, demands: usize, arcs: &[(u32, u32)]) -> Result<Self, EngineError> {
        let outside = |(s, d): &(u32, u32)| *s as usize >= supplies || *d as usize >= demands;
        if let Some(index) = arcs.iter().position(outside) {
            return Err(EngineError::ArcOutOfRange { index });
        }
        let countable = |n: usize| u32::try_from(n + 1).is_ok();
        if !countable(supplies + demands) || !countable(arcs.len()) {
            return Err(EngineError::Overflow);
        }
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); supplies];
        for (supply, demand) in arcs {
            rows[*supply as usize].push(*demand);
        }
        let mut classes: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let mut reach = Self {
            supplies,
            demands,
            class: Vec::with_capacity(supplies),
            starts: vec![0],
            heads: Vec::new(),
            columns: Vec::new(),
            tails: Vec::new(),
        };
        for mut row in rows {
            row.sort_unstable();
            row.dedup();
            let next = number(classes.len());
            let class = *classes.entry(row).or_insert_with_key(|row| {
                reach.heads.extend(row);
                reach.starts.push(reach.heads.len());
                next
            });
            reach.class.push(class);
        }
        reach.lay_columns();
        Ok(reach)
    }

    fn lay_columns(&mut self) {
        let mut columns = vec![0_usize; self.demands + 1];
        for head in &self.heads {
            columns[*head as usize + 1] += 1;
        }
        for demand in 0..self.demands {
            columns[demand + 1] += columns[demand];
        }
        let mut place = columns.clone();
        self.tails = vec![(0, 0); self.heads.len()];
        for class in 0..self.classes() {
            for arc in self.starts[class]..self.starts[class + 1] {
                let free = &mut place[self.heads[arc] as usize];
                self.tails[*free] = (number(class), number(arc));
                *free += 1;
            }
        }
        self.columns = columns;
    }

    /// Number of classes.
    pub(super) fn classes(&self) -> usize {
        self.starts.len() - 1
    }

    /// Numbers of the arcs of a class.
    pub(super) fn arcs(&self, class: usize) -> std::ops::Range<usize> {
        self.starts[class]..self.starts[class + 1]
    }

    /// Class and number of the arcs of a demand.
    pub(super) fn column(&self, demand: usize) -> &[(u32, u32)] {
        &self.tails[self.columns[demand]..self.columns[demand + 1]]
    }

    pub(super) fn supplies(&self) -> usize {
        self.supplies
    }

    pub(super) fn demands(&self) -> usize {
        self.demands
    }

    /// Number of arcs, supplies alike counted once.
    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    /// Demand at the end of an arc.
    pub(super) fn head(&self, arc: usize) -> usize {
        self.heads[arc] as usize
    }

    /// Demands of a class.
    pub(super) fn heads(&self, class: usize) -> &[u32] {
        &self.heads[self.arcs(class)]
    }

    /// People of each class.
    pub(super) fn merge(&self, supplies: &[i64]) -> Vec<i64> {
        let mut people = vec![0; self.classes()];
        for (class, supply) in self.class.iter().zip(supplies) {
            people[*class as usize] += supply;
        }
        people
    }
}

/// Node and arc numbers fit: checked when the arcs are laid out.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
