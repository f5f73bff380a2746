//! Programmes from CAP to BUT by what a post filled costs: tension × yield × cost, each shown.

use std::collections::BTreeMap;

use super::super::gap::FactorKind;
use super::super::values::{SeatValue, Unit, Values};
use super::cost::{SeatCost, aid_of, seat_cost};
use crate::domain::facts::Facts;
use crate::domain::funding::rentree_day;
use crate::domain::id::{ProgrammeId, Uai};
use crate::domain::programme::{Diploma, Programme, Route};
use crate::domain::units::{Milli, Range};

/// The lot whose posts are counted: a class.
const LOT: i32 = 15;

/// The programmes of a territory, the least euros per post first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// Year of the gap.
    pub year: u16,
    pub revision: i64,
    /// Rentrée whose costs are taken: the first that a decision can open.
    pub rentree: u16,
    pub lines: Vec<RankLine>,
}

/// A programme by a route: the mean of a lot of [`Ranking::LOT`] seats opened alone in each of its sections.
#[derive(Debug, Clone, PartialEq)]
pub struct RankLine {
    /// Among all, and among those of the same diploma; equal figures share a rank.
    pub rank: u32,
    pub rank_in_diploma: u32,
    pub programme: ProgrammeId,
    pub programme_label: String,
    pub diploma: Diploma,
    pub level: u8,
    pub route: Route,
    pub unit: Unit,
    /// Sections, or regional headcounts, it is the mean of.
    pub sections: usize,
    /// Seats declared, where some are.
    pub seats: Option<u32>,
    /// Entrants per seat; nothing for a headcount, which is counted in people of the final year.
    pub fill: Option<Range<f64>>,
    /// People available in the field per entrant (per person of the final year for a headcount).
    pub yielded: Option<Range<f64>>,
    /// Posts filled per person more in the field: what is left of the shortage within reach, 0 to 1.
    pub tension: Option<Range<f64>>,
    /// Posts filled a year per seat: fill × yield × tension.
    pub posts_per_seat: Range<f64>,
    /// Years of study that a seat is paid.
    pub years: u8,
    /// Euros of a seat and year.
    pub cost: SeatCost,
    /// Euros per post filled: cost × years / posts per seat. Nothing without cost, or where no post is filled.
    pub euros_per_post: Option<Range<f64>>,
    /// Hiring aid of a contract, paid to firms: beside the cost, never in it.
    pub aid: Option<Range<f64>>,
    /// The section where the lot fills most posts, and how many.
    pub best: Option<(Uai, Milli)>,
}

impl Ranking {
    /// Seats of the lot.
    pub const LOT: i32 = LOT;
}

/// Ranks programmes on known seat values: `euros per post = cost × years / (fill × yield × tension)`, with the seat values' lots of [`Ranking::LOT`].
///
/// `fill × yield` is the mean of the people one more seat brings to the field; tension is `Σ posts filled / Σ people brought` over the sections; ends of
/// ranges enclose: least posts over most people, and so on. Those without cost follow, by posts per seat; those that fill no post come last.
pub fn rank(facts: &Facts, values: &Values) -> Ranking {
    let mut groups: BTreeMap<(&ProgrammeId, Route, Unit), Vec<&SeatValue>> = BTreeMap::new();
    for line in &values.lines {
        groups
            .entry((&line.programme, line.route, line.unit))
            .or_default()
            .push(line);
    }
    let lines = groups.into_iter().filter_map(|((id, _, _), sections)| {
        let programme = facts.catalogue.programmes.iter().find(|p| p.id == *id)?;
        line(facts, programme, &sections, values.rentree)
    });
    let mut lines: Vec<RankLine> = lines.collect();
    lines.sort_by(|a, b| {
        order(a)
            .0
            .cmp(&order(b).0)
            .then(order(a).1.total_cmp(&order(b).1))
            .then_with(|| name(a).cmp(&name(b)))
    });
    number(&mut lines);
    Ranking {
        year: values.year,
        revision: values.revision,
        rentree: values.rentree,
        lines,
    }
}

fn line(facts: &Facts, programme: &Programme, sections: &[&SeatValue], rentree: u16) -> Option<RankLine> {
    let first = sections.first()?;
    #[expect(clippy::cast_precision_loss, reason = "sections of a territory are far below 2^53")]
    let count = sections.len() as f64;
    let lots: Vec<_> = sections.iter().filter_map(|s| s.lot(LOT)).collect();
    let (mut posts, mut people) = (Range::exact(Milli::ZERO), Range::exact(Milli::ZERO));
    for lot in &lots {
        posts += lot.gain;
        people += lot.leavers;
    }
    let (posts, people) = (posts.map(Milli::people), people.map(Milli::people));
    let each = sections
        .iter()
        .map(|s| s.each.map(Milli::people))
        .reduce(|sum, one| sum + one)?;
    let fills: Option<Vec<Range<f64>>> = sections.iter().map(|s| fill_of(s)).collect();
    let fill = fills.and_then(|fills| fills.into_iter().reduce(|sum, one| sum + one));
    let per = fill.unwrap_or(Range::exact(count));
    let day = rentree_day(rentree);
    let cost = seat_cost(facts, programme, first.route, (None, day));
    let posts_per_seat = posts.map(|posts| posts / (count * f64::from(LOT)));
    let spent = cost
        .euros
        .map(|euros| euros.map(|euros| euros * f64::from(first.years)));
    let seats: Vec<u32> = sections.iter().filter_map(|s| s.seats).collect();
    let best = sections
        .iter()
        .filter_map(|s| Some((s.uai.clone()?, s.lot(LOT)?.gain.central)));
    Some(RankLine {
        rank: 0,
        rank_in_diploma: 0,
        programme: programme.id.clone(),
        programme_label: programme.label.clone(),
        diploma: programme.diploma,
        level: programme.level,
        route: first.route,
        unit: first.unit,
        sections: sections.len(),
        seats: (!seats.is_empty()).then(|| seats.iter().sum()),
        fill: fill.map(|sum| sum.map(|fill| fill / count)),
        yielded: ratio_of_ends(each, per),
        tension: enclosing(posts, people),
        posts_per_seat,
        years: first.years,
        euros_per_post: spent.and_then(|spent| per_post(spent, posts_per_seat)),
        aid: (first.route == Route::Apprenticeship)
            .then(|| aid_of(&facts.funding.aids, programme.level, day))
            .flatten(),
        best: best.max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0))),
        cost,
    })
}

/// Entrants per seat of a section.
fn fill_of(section: &SeatValue) -> Option<Range<f64>> {
    let fill = section
        .factors
        .iter()
        .find(|factor| factor.kind == FactorKind::FillRate);
    fill.map(|factor| factor.value).filter(|_| section.unit == Unit::Seat)
}

/// Low over low and so on: both ends move together.
fn ratio_of_ends(people: Range<f64>, per: Range<f64>) -> Option<Range<f64>> {
    let of = |people: f64, per: f64| (per > 0.0).then(|| people / per);
    Some(Range::new(
        of(people.low, per.low)?,
        of(people.central, per.central)?,
        of(people.high, per.high)?,
    ))
}

/// Posts over people between the farthest ends, never above one post a person.
fn enclosing(posts: Range<f64>, people: Range<f64>) -> Option<Range<f64>> {
    if people.central <= 0.0 || people.high <= 0.0 {
        return None;
    }
    let central = (posts.central / people.central).min(1.0);
    let high = if people.low > 0.0 {
        (posts.high / people.low).min(1.0)
    } else {
        1.0
    };
    Some(Range::new(
        (posts.low / people.high).min(central),
        central,
        high.max(central),
    ))
}

/// Low cost over high gain, and so on; no upper end where the low gain is nothing; nothing where the central gain is.
fn per_post(spent: Range<f64>, posts: Range<f64>) -> Option<Range<f64>> {
    let per = |euros: f64, posts: f64| (posts > 0.0).then(|| euros / posts);
    Some(Range {
        low: per(spent.low, posts.high)?,
        central: per(spent.central, posts.central)?,
        high: per(spent.high, posts.low).unwrap_or(f64::INFINITY),
    })
}

/// Known euros per post ascending, then posts per seat descending, then what fills nothing.
fn order(line: &RankLine) -> (u8, f64) {
    match line.euros_per_post {
        Some(euros) => (0, euros.central),
        None if line.posts_per_seat.central > 0.0 => (1, -line.posts_per_seat.central),
        None => (2, 0.0),
    }
}

fn name(line: &RankLine) -> (u8, Diploma, &ProgrammeId, Route, Unit) {
    (line.level, line.diploma, &line.programme, line.route, line.unit)
}

fn number(lines: &mut [RankLine]) {
    let mut of_diploma: BTreeMap<Diploma, (u32, u32, (u8, f64))> = BTreeMap::new();
    for at in 0..lines.len() {
        let key = order(&lines[at]);
        let place = u32::try_from(at + 1).unwrap_or(u32::MAX);
        lines[at].rank = match at.checked_sub(1).map(|before| &lines[before]) {
            Some(before) if order(before) == key => before.rank,
            _ => place,
        };
        let (count, rank, last) = of_diploma.entry(lines[at].diploma).or_insert((0, 0, (u8::MAX, 0.0)));
        *count += 1;
        if *last != key {
            (*rank, *last) = (*count, key);
        }
        lines[at].rank_in_diploma = *rank;
    }
}
