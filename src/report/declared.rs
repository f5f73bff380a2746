//! Who told of posts to come: employers who declared needs, and partners who promised posts; what one or two told is not given back.

use std::collections::BTreeSet;

use super::secrecy::LEAST_EMPLOYERS;
use crate::domain::board::{CommitmentStatus, Pledge};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};

/// Who told it (an employer, or below zero a partner), where, of which occupation, how many posts.
pub type Told<'f> = (i64, &'f BasinCode, &'f FapCode, u32);

/// Everything told of the posts of a year; partners' promises count in the years after the base year alone.
pub fn of_year(facts: &Facts, year: u16, base: u16) -> BTreeSet<Told<'_>> {
    let needs = facts.needs.iter().filter(|need| need.year == year && need.posts > 0);
    let mut told: BTreeSet<Told<'_>> = needs.map(|n| (n.employer, &n.basin, &n.fap, n.posts)).collect();
    if year > base {
        let promised = promises(facts).filter(|(_, from)| *from <= year);
        told.extend(promised.map(|(told, _)| told));
    }
    told
}

/// True where one or two partners promised posts of a cell.
pub fn is_promised_by_few(facts: &Facts, basin: &BasinCode, fap: &FapCode) -> bool {
    let of_cell = promises(facts).filter(|((_, b, f, _), _)| (*b, *f) == (basin, fap));
    let who: BTreeSet<i64> = of_cell.map(|(told, _)| told.0).collect();
    (1..LEAST_EMPLOYERS).contains(&who.len())
}

/// Posts promised that still count, each with its first year.
fn promises(facts: &Facts) -> impl Iterator<Item = (Told<'_>, u16)> {
    let partners: BTreeSet<&str> = facts.board.commitments.iter().map(|c| c.who.as_str()).collect();
    let number = move |who: &str| {
        let rank = partners.iter().position(|known| *known == who).unwrap_or(0);
        -1 - i64::try_from(rank).unwrap_or(0)
    };
    let alive = |status| matches!(status, CommitmentStatus::Held | CommitmentStatus::Expected);
    let told = facts.board.commitments.iter().filter(move |c| alive(c.status));
    told.filter_map(move |c| match &c.pledge {
        Pledge::Posts {
            fap,
            basin,
            posts,
            from,
        } => Some(((number(&c.who), basin, fap, *posts), *from)),
        Pledge::Places { .. } | Pledge::Money { .. } | Pledge::Hours { .. } => None,
    })
}
