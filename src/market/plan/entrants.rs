//! Where the entrants of new seats come from, and where those of closed seats go: newcomers, and sections that draw on the same pool.

use std::collections::BTreeMap;

use super::super::apportion::apportion;
use super::super::frame::Frame;
use super::super::groups::{Group, Groups};
use super::super::matching::{distance, radius};
use crate::domain::programme::{Diploma, Programme, Route};
use crate::domain::units::{Bound, Estimate, Milli};

/// Who may enter a section. Sections of one pool draw on the same people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryPool {
    /// Pupils after troisième or seconde: CAP, bac pro.
    AfterThird,
    /// Holders of a first diploma of the trade: CS, BP, BMA.
    AfterDiploma,
    /// Holders of a baccalauréat: BTS, BUT.
    AfterBac,
    /// After two years of higher education: licence pro.
    AfterTwoYears,
    /// People in post or out of work: continuing training, titles.
    Adults,
}

impl EntryPool {
    /// Stable text of JSON and of the texts (`plan-pool-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AfterThird => "after-third",
            Self::AfterDiploma => "after-diploma",
            Self::AfterBac => "after-bac",
            Self::AfterTwoYears => "after-two-years",
            Self::Adults => "adults",
        }
    }

    /// The pool of a programme by a route.
    pub fn of(programme: &Programme, route: Route) -> Self {
        match (route, programme.diploma) {
            (Route::Continuing, _) | (_, Diploma::TitrePro) => Self::Adults,
            (_, Diploma::Cap | Diploma::BacPro) => Self::AfterThird,
            (_, Diploma::Cs | Diploma::Bp | Diploma::Bma) => Self::AfterDiploma,
            (_, Diploma::Bts | Diploma::Dut | Diploma::But) => Self::AfterBac,
            (_, Diploma::LicencePro) => Self::AfterTwoYears,
            (_, Diploma::Agricultural) if programme.level >= 5 => Self::AfterBac,
            (_, Diploma::Agricultural) => Self::AfterThird,
        }
    }
}

/// Sections that told how many enter them, and what actions already moved there.
pub(super) struct Entrants<'g, 'f> {
    frame: &'g Frame<'f>,
    groups: &'g Groups<'f>,
    sizes: &'g [Size],
    /// Net change of entrants by group, thousandths, at each end.
    moved: BTreeMap<usize, [i64; 3]>,
}

/// Entrants of a section, and its seats that nobody takes; nothing where entrants are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Size {
    pub entrants: Estimate,
    pub vacant: Estimate,
}

/// The size of every group, in their order.
pub(super) fn sizes(frame: &Frame<'_>, groups: &Groups<'_>) -> Vec<Size> {
    let mut factors = groups.factors(frame);
    let size = |group: &Group| {
        let stages = groups.chain(&mut factors, group).stages;
        let vacant = stages
            .entrants
            .map(|entrants| (stages.seats - entrants).max(Milli::ZERO));
        Size {
            entrants: stages.entrants,
            vacant,
        }
    };
    groups.all.iter().map(size).collect()
}

/// A part of the entrants of new seats that another section loses; negative where it receives those of closed seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Displaced {
    pub group: usize,
    pub entrants: i64,
}

impl<'g, 'f> Entrants<'g, 'f> {
    pub fn new(frame: &'g Frame<'f>, groups: &'g Groups<'f>, sizes: &'g [Size]) -> Self {
        Self {
            frame,
            groups,
            sizes,
            moved: BTreeMap::new(),
        }
    }

    /// Sections with known entrants of the same pool within the radius of the level of one of these basins, the section itself apart.
    pub fn in_reach(&self, (programme, route): (&Programme, Route), from: &[usize], own: Option<usize>) -> Vec<usize> {
        let pool = EntryPool::of(programme, route);
        let most = radius(self.frame, programme.level);
        let near = |group: &Group| {
            let other = &self.groups.codes.programmes[group.programme];
            EntryPool::of(other, group.route) == pool
                && main_basin(&group.place.basins, &group.place.weights)
                    .is_some_and(|basin| from.iter().any(|from| distance(self.frame, *from, basin) <= most))
        };
        let all = self.groups.all.iter().enumerate();
        let reached = all.filter(|(number, group)| Some(*number) != own && near(group));
        let told = |(number, _): (usize, &Group)| (self.sizes[number].entrants.high.0 > 0).then_some(number);
        reached.filter_map(told).collect()
    }

    /// Takes `wanted` entrants from these sections in proportion to their own, as far as they have some; or, below zero, gives them entrants in
    /// proportion to their vacant seats, as far as these go. The parts sum to what was moved.
    ///
    /// While each has room for its part, what one action moves does not depend on the others; beyond, parts go by what is left.
    pub fn displace(&mut self, wanted: i64, from: &[usize], bound: Bound) -> Vec<Displaced> {
        let end = bound as usize;
        let own = |number: &usize| {
            let size = &self.sizes[*number];
            if wanted > 0 {
                size.entrants.at(bound).0
            } else {
                size.vacant.at(bound).0
            }
        };
        let left = |number: &usize| {
            let moved = self.moved.get(number).map_or(0, |moved| moved[end]);
            (own(number) + moved * wanted.signum()).max(0)
        };
        let rooms: Vec<i64> = from.iter().map(left).collect();
        let moved = wanted.abs().min(rooms.iter().sum());
        if moved == 0 {
            return Vec::new();
        }
        let weights = |parts: Vec<i64>| -> Vec<u64> { parts.into_iter().map(i64::unsigned_abs).collect() };
        let mut parts = apportion(moved, &weights(from.iter().map(own).collect()));
        if parts.iter().zip(&rooms).any(|(part, room)| part > room) {
            parts = apportion(moved, &weights(rooms));
        }
        let mut displaced = Vec::new();
        for (number, part) in from.iter().zip(parts).filter(|(_, part)| *part > 0) {
            let entrants = part * wanted.signum();
            self.moved.entry(*number).or_default()[end] -= entrants;
            displaced.push(Displaced {
                group: *number,
                entrants,
            });
        }
        displaced
    }

    /// Notes that a section itself gains or loses entrants: later actions find it so.
    pub fn note(&mut self, group: usize, entrants: i64, bound: Bound) {
        self.moved.entry(group).or_default()[bound as usize] += entrants;
    }

    /// Entrants of a section now, at one end; nothing where they are not known.
    pub fn of(&self, group: usize, bound: Bound) -> Option<i64> {
        let entrants = self.sizes[group].entrants;
        let moved = self.moved.get(&group).map_or(0, |moved| moved[bound as usize]);
        (entrants.high.0 > 0).then(|| entrants.at(bound).0 + moved)
    }
}

/// The basin where most of the people of a group are.
pub(super) fn main_basin(basins: &[usize], weights: &[u64]) -> Option<usize> {
    let mut by_weight = basins.iter().zip(weights);
    let first = by_weight.next()?;
    let largest = by_weight.fold(first, |best, next| if next.1 > best.1 { next } else { best });
    Some(*largest.0)
}
