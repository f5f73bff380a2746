//! Where money fills nothing: sections whose people no post of the gap waits for.

use std::cmp::Reverse;

use super::super::MarketError;
use super::super::demand::Demand;
use super::super::frame::Frame;
use super::super::matching::{Matching, SOLVES};
use super::super::seats::{Lever, Unit, brought};
use super::super::supply::{SupplySide, supply_and_levers};
use super::super::values::{changes, over_solves};
use super::cost::seat_cost;
use crate::domain::facts::Facts;
use crate::domain::funding::rentree_day;
use crate::domain::id::{BasinCode, ProgrammeId, Uai};
use crate::domain::programme::{Diploma, Route};
use crate::domain::progress::{Progress, Unheard};
use crate::domain::units::{Bound, Estimate, Range};
use crate::engine::{Change, Solver};

/// The sections of a territory whose seats fill no post of the gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Waste {
    /// Year of the need.
    pub year: u16,
    pub revision: i64,
    /// The dearest first, then those without cost, by seats.
    pub lines: Vec<WastedSection>,
    /// Sections looked at: those with declared seats and an outlet in the gap.
    pub looked_at: usize,
}

/// A section without which as many posts would be filled.
#[derive(Debug, Clone, PartialEq)]
pub struct WastedSection {
    pub uai: Uai,
    pub establishment: Option<String>,
    pub programme: ProgrammeId,
    pub programme_label: String,
    pub diploma: Diploma,
    pub level: u8,
    pub route: Route,
    pub basins: Vec<BasinCode>,
    pub seats: u32,
    /// People its seats bring to the field a year.
    pub people: Estimate,
    /// Posts lost without the whole section, alone: nothing in the central case; the high end tells whether another case needs it.
    pub lost: Estimate,
    /// Euros a year: seats × years of study × euros of a seat and year. Nothing where no cost is known.
    pub euros: Option<Range<f64>>,
    /// True where nothing is lost without it and every such section above it together, central: surpluses are not counted twice.
    pub together: bool,
}

impl Waste {
    /// Of the sections that fill nothing together: how many, their seats, their euros where all are known, and how many have none.
    pub fn together(&self) -> (usize, u32, Range<f64>, usize) {
        let all = self.lines.iter().filter(|line| line.together);
        let euros = all.clone().filter_map(|line| line.euros);
        let unknown = all.clone().filter(|line| line.euros.is_none()).count();
        let sum = euros.fold(Range::exact(0.0), |sum, euros| sum + euros);
        (all.clone().count(), all.map(|line| line.seats).sum(), sum, unknown)
    }
}

/// Takes each section away alone, on the five solves, and keeps those whose loss is nothing in the central one: `F(S) − F(S − section) = 0`. Then takes them
/// away one after the other, the dearest first, by successive re-solves, to tell those that can all go without a post less.
///
/// # Errors
/// [`MarketError`]: cancelled, too large, or refused by the solver.
pub fn wasted(facts: &Facts, base: Option<u16>, progress: &dyn Progress) -> Result<Waste, MarketError> {
    let frame = Frame::new(facts);
    let demand = Demand::new(&frame, base);
    let (side, levers) = supply_and_levers(&frame);
    let matching = Matching::new(&frame, &demand, &side)?;
    let sections: Vec<(&Lever, u32)> = levers
        .iter()
        .filter(|lever| lever.unit == Unit::Seat && lever.uai.is_some())
        .filter_map(|lever| Some((lever, lever.seats.filter(|seats| *seats > 0)?)))
        .collect();
    let mut lost = vec![[0; SOLVES.len()]; sections.len()];
    for (solve, ends) in SOLVES.into_iter().enumerate() {
        progress.report(solve as u64, SOLVES.len() as u64);
        let mut solver = Solver::new(&matching.problem_at(ends), &Unheard(progress))?;
        for ((lever, seats), lost) in sections.iter().zip(&mut lost) {
            if progress.is_cancelled() {
                return Err(MarketError::Cancelled);
            }
            let gone = people_gone(&side, (lever, *seats), ends.1, &solver.problem().supplies);
            lost[solve] = -solver.fewer(&gone)?.gain;
        }
    }
    let day = rentree_day(demand.year + 1);
    let idle = sections.iter().zip(&lost).filter(|(_, lost)| lost[0] == 0);
    let mut found: Vec<(WastedSection, &Lever)> = idle
        .filter_map(|((lever, seats), lost)| Some((section(&frame, (lever, *seats), lost, day)?, *lever)))
        .collect();
    found.sort_by(|(a, _), (b, _)| {
        let euros = |s: &WastedSection| s.euros.map_or(-1.0, |euros| euros.central);
        let rest = |s: &WastedSection| (Reverse(s.seats), s.uai.clone(), s.programme.clone(), s.route);
        euros(b).total_cmp(&euros(a)).then_with(|| rest(a).cmp(&rest(b)))
    });
    let mut solver = Solver::new(&matching.problem_at(SOLVES[0]), &Unheard(progress))?;
    for (line, lever) in &mut found {
        line.together = take_away(&side, (lever, line.seats), (&mut solver, progress))?;
    }
    Ok(Waste {
        year: demand.year,
        revision: facts.revision,
        lines: found.into_iter().map(|(line, _)| line).collect(),
        looked_at: sections.len(),
    })
}

/// Thousandths of people of a whole section, by node.
fn people_gone(side: &SupplySide, (lever, seats): (&Lever, u32), bound: Bound, supplies: &[i64]) -> Vec<(usize, i64)> {
    let people = brought(lever.each, i32::try_from(seats).unwrap_or(i32::MAX))
        .at(bound)
        .0;
    let gone = changes(side, lever, -people, supplies).into_iter();
    gone.map(|(node, more)| (node, -more)).collect()
}

/// Takes a section away for good where no post is lost; whether it was.
fn take_away(
    side: &SupplySide,
    section: (&Lever, u32),
    (solver, progress): (&mut Solver, &dyn Progress),
) -> Result<bool, MarketError> {
    let gone = people_gone(side, section, Bound::Central, &solver.problem().supplies);
    if solver.fewer(&gone)?.gain != 0 {
        return Ok(false);
    }
    let supplies = &solver.problem().supplies;
    let fewer: Vec<Change> = gone
        .iter()
        .map(|(supply, people)| Change::Supply {
            supply: *supply,
            people: supplies[*supply] - people,
        })
        .collect();
    solver.update(&fewer, &Unheard(progress))?;
    Ok(true)
}

fn section(
    frame: &Frame<'_>,
    (lever, seats): (&Lever, u32),
    lost: &[i64],
    day: jiff::civil::Date,
) -> Option<WastedSection> {
    let programme = &frame.facts.catalogue.programmes[lever.programme];
    let whole = f64::from(seats) * f64::from(lever.years);
    let year = seat_cost(frame.facts, programme, lever.route, (None, day)).euros;
    let basins = lever.place.basins.iter().zip(&lever.place.weights);
    let basins = basins.filter(|(_, weight)| **weight > 0 || lever.place.basins.len() == 1);
    Some(WastedSection {
        uai: lever.uai.clone()?,
        establishment: lever.establishment.clone(),
        programme: programme.id.clone(),
        programme_label: programme.label.clone(),
        diploma: programme.diploma,
        level: programme.level,
        route: lever.route,
        basins: basins.map(|(basin, _)| frame.basins[*basin].code.clone()).collect(),
        seats,
        people: brought(lever.each, i32::try_from(seats).unwrap_or(i32::MAX)),
        lost: over_solves(lost),
        euros: year.map(|euros| euros.map(|euros| euros * whole)),
        together: false,
    })
}
