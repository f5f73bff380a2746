//! The expected lens on a territory: posts filled when people choose as observed, beside those that could be, and the friction between the two.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::MarketError;
use super::apportion::{largest_remainder, order_ends, share};
use super::demand::Demand;
use super::frame::Frame;
use super::gap::{Gap, Grouping, RowKey};
use super::matching::Matching;
use super::rows::Placing;
use super::supply::{SupplySide, supply};
use crate::domain::assumption::AssumptionKey;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::progress::{Progress, Unheard};
use crate::domain::units::{Bound, Estimate, Milli, Range};
use crate::engine::{Expected, Parameters, expect_within};

/// Relative error of the margins: friction is a difference of two lenses, so it must be far under a thousandth of it.
pub(super) const MARGINS: f64 = 1e-8;

/// The expected lens on the facts of one revision: the same need, the same supply and the same arcs as the gap.
///
/// One [`ExpectedCell`] for each home cell of the gap, in its order. [`Self::rows`] adds them up for the lines of [`Gap::rows`], [`Self::total`] for the
/// territory; every figure adds up exactly.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedGap {
    pub year: u16,
    /// Revision of the facts it was computed on.
    pub revision: i64,
    /// A and σ, generalised minutes.
    pub surplus: Range<f64>,
    pub noise: Range<f64>,
    /// Sorted by basin then occupation.
    pub cells: Vec<ExpectedCell>,
    /// Passes over the arcs that the central market took.
    pub sweeps: usize,
    /// Largest relative error of a headcount in the central market; posts hold exactly.
    pub residual: f64,
}

/// One basin × occupation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedCell {
    pub basin: BasinCode,
    pub fap: FapCode,
    pub figures: ExpectedFigures,
}

/// Both lenses of a cell or of any set of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExpectedFigures {
    /// Besoin en nouveaux sortants, as in the gap. At the centre, need = filled + unfilled.
    pub need: Estimate,
    /// Posts the potential lens fills: `Figures::filled` of the gap.
    pub potential: Estimate,
    /// Posts expected to be filled. Low: need and supply at their low ends, and of the ends of the parameters those that fill least; high likewise.
    pub filled: Estimate,
    /// Posts expected to stay unfilled. Low: need low, supply high, parameters that fill most; high the other way.
    pub unfilled: Estimate,
    /// Posts expected to be filled at the central need and supply; the ends are those of the parameters alone.
    pub filled_at_centre: Estimate,
}

impl ExpectedFigures {
    /// Frottement: potential filled − expected filled, at the central need and supply; its range is that of the parameters. Never negative over the solved
    /// area, home and context; negative in a cell, or a territory, that gains more people by chance than it loses.
    pub fn friction(&self) -> Estimate {
        let Range { low, central, high } = self.filled_at_centre;
        let potential = self.potential.central;
        Range::new(potential - high, potential - central, potential - low)
    }

    fn split(&self, weights: &[u64]) -> Vec<Self> {
        if let [_] = weights {
            return vec![*self];
        }
        let need = share(self.need, weights);
        let potential = share(self.potential, weights);
        let filled = share(self.filled, weights);
        let unfilled = share(self.unfilled, weights);
        let filled_at_centre = share(self.filled_at_centre, weights);
        let part = |i: usize| Self {
            need: need[i],
            potential: potential[i],
            filled: filled[i],
            unfilled: unfilled[i],
            filled_at_centre: filled_at_centre[i],
        };
        (0..weights.len()).map(part).collect()
    }
}

impl AddAssign for ExpectedFigures {
    fn add_assign(&mut self, o: Self) {
        self.need += o.need;
        self.potential += o.potential;
        self.filled += o.filled;
        self.unfilled += o.unfilled;
        self.filled_at_centre += o.filled_at_centre;
    }
}

impl ExpectedGap {
    /// The whole territory.
    pub fn total(&self) -> ExpectedFigures {
        let mut total = ExpectedFigures::default();
        for cell in &self.cells {
            total += cell.figures;
        }
        total
    }

    /// One cell; nothing where the gap has none.
    pub fn cell(&self, basin: &BasinCode, fap: &FapCode) -> Option<&ExpectedFigures> {
        let found = self.cells.binary_search_by(|c| (&c.basin, &c.fap).cmp(&(basin, fap)));
        found.ok().map(|i| &self.cells[i].figures)
    }

    /// Figures of the lines of [`Gap::rows`], by key. They sum exactly to the total; zones share each figure of a basin by the largest remainder.
    pub fn rows(&self, grouping: Grouping, facts: &Facts) -> BTreeMap<RowKey, ExpectedFigures> {
        let frame = Frame::new(facts);
        let placing = Placing::new(&frame, grouping);
        let mut rows: BTreeMap<RowKey, ExpectedFigures> = BTreeMap::new();
        for cell in &self.cells {
            let place = placing.of(&cell.basin, &cell.fap);
            for (key, part) in place.keys.into_iter().zip(cell.figures.split(&place.weights)) {
                *rows.entry(key).or_default() += part;
            }
        }
        rows
    }
}

/// Solves the expected lens beside a gap of the same facts: nine markets of the same arcs, a few milliseconds each on a region.
///
/// # Errors
/// [`MarketError`]: cancelled, too large, parameters outside their field, or a market that does not balance.
pub fn expected(facts: &Facts, gap: &Gap, progress: &dyn Progress) -> Result<ExpectedGap, MarketError> {
    let frame = Frame::new(facts);
    let demand = Demand::new(&frame, Some(gap.year));
    let side = supply(&frame);
    let matching = Matching::new(&frame, &demand, &side)?;
    let places = places(&frame, &matching, gap);
    let surplus = facts.assumptions.value(AssumptionKey::MatchSurplus, &[]);
    let noise = facts.assumptions.value(AssumptionKey::MatchNoise, &[]);
    let mut markets = Markets {
        matching: &matching,
        side: &side,
        places: &places,
        progress,
        done: 0,
    };
    use Bound::{Central, High, Low};
    let solved = markets.solve((Central, Central), parameters(surplus.central, noise.central))?;
    let central = markets.fills(&solved);
    let mut corners = Vec::with_capacity(4);
    for (a, sigma) in [(Low, Low), (Low, High), (High, Low), (High, High)] {
        let parameters = parameters(surplus.at(a), noise.at(sigma));
        corners.push((markets.filled((Central, Central), parameters)?, parameters));
    }
    let total = |fills: &[i64]| fills.iter().sum::<i64>();
    corners.sort_by_key(|(fills, _)| total(fills));
    let [(least, worst), _, _, (most, best)] = &corners[..] else {
        return Err(MarketError::TooLarge { count: corners.len() });
    };
    let low = markets.filled((Low, Low), *worst)?;
    let high = markets.filled((High, High), *best)?;
    let open_low = markets.filled((Low, High), *best)?;
    let open_high = markets.filled((High, Low), *worst)?;
    let needs: Vec<Estimate> = places.iter().map(|(cell, _)| matching.needs(*cell)).collect();
    let low_needs: Vec<i64> = needs.iter().map(|need| need.low.0).collect();
    let filled = ranges(&low, &central, &high, &low_needs);
    let filled_at_centre = ranges(least, &central, most, &central);
    let left = |bound: Bound, fills: &[i64]| -> Vec<i64> {
        needs
            .iter()
            .zip(fills)
            .map(|(need, filled)| need.at(bound).0 - filled)
            .collect()
    };
    let unfilled = ranges(
        &left(Low, &open_low),
        &left(Central, &central),
        &left(High, &open_high),
        &low_needs,
    );
    let mut cells = blank_cells(gap);
    for (n, (_, place)) in places.iter().enumerate() {
        let figures = &mut cells[*place].figures;
        figures.filled = filled[n];
        figures.unfilled = unfilled[n];
        figures.filled_at_centre = filled_at_centre[n];
    }
    Ok(ExpectedGap {
        year: gap.year,
        revision: facts.revision,
        surplus,
        noise,
        cells,
        sweeps: solved.sweeps,
        residual: solved.residual,
    })
}

/// Minutes to the tenths of the engine.
pub(super) fn parameters(surplus: f64, noise: f64) -> Parameters {
    Parameters {
        surplus: 10.0 * surplus,
        noise: 10.0 * noise,
    }
}

/// The home cells with need: their numbers in the matching and in the gap.
fn places(frame: &Frame<'_>, matching: &Matching<'_>, gap: &Gap) -> Vec<(usize, usize)> {
    let place = |(number, (basin, fap)): (usize, &(usize, &FapCode))| {
        let code = &frame.basins[*basin].code;
        let found = gap.cells.binary_search_by(|c| (&c.basin, &c.fap).cmp(&(code, fap)));
        Some((number, found.ok()?))
    };
    matching.cells.iter().enumerate().filter_map(place).collect()
}

fn blank_cells(gap: &Gap) -> Vec<ExpectedCell> {
    let cell = |cell: &super::gap::GapCell| ExpectedCell {
        basin: cell.basin.clone(),
        fap: cell.fap.clone(),
        figures: ExpectedFigures {
            need: cell.figures.need,
            potential: cell.figures.filled,
            ..ExpectedFigures::default()
        },
    };
    gap.cells.iter().map(cell).collect()
}

/// Puts three solutions together; where an end of a cell crosses its centre, the excess moves to cells with room, and no low end passes its cap.
fn ranges(low: &[i64], central: &[i64], high: &[i64], low_caps: &[i64]) -> Vec<Estimate> {
    let part = |i: usize| Range::new(Milli(low[i]), Milli(central[i]), Milli(high[i]));
    let mut parts: Vec<Estimate> = (0..central.len()).map(part).collect();
    order_ends(&mut parts, low_caps);
    parts
}

/// The markets of a territory, one after the other.
struct Markets<'m> {
    matching: &'m Matching<'m>,
    side: &'m SupplySide,
    places: &'m [(usize, usize)],
    progress: &'m dyn Progress,
    done: u64,
}

impl Markets<'_> {
    const ALL: u64 = 9;

    fn solve(&mut self, ends: (Bound, Bound), parameters: Parameters) -> Result<Expected, MarketError> {
        self.progress.report(self.done, Self::ALL);
        let problem = self.matching.travel_problem_at(ends, self.side);
        let solved = expect_within(&problem, parameters, MARGINS, &Unheard(self.progress))?;
        self.done += 1;
        self.progress.report(self.done, Self::ALL);
        Ok(solved)
    }

    fn filled(&mut self, ends: (Bound, Bound), parameters: Parameters) -> Result<Vec<i64>, MarketError> {
        let solved = self.solve(ends, parameters)?;
        Ok(self.fills(&solved))
    }

    /// Thousandths of posts filled in the home cells: together the rounded total, each within one thousandth of its own.
    fn fills(&self, solved: &Expected) -> Vec<i64> {
        let mut filled = vec![0.0; self.matching.cells.len()];
        for (demand, flow) in self.matching.demands().zip(&solved.flows) {
            filled[demand] += flow;
        }
        let home: Vec<f64> = self.places.iter().map(|(cell, _)| filled[*cell]).collect();
        largest_remainder(&home)
    }
}
