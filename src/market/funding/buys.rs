//! What euros buy: lots of seats down the rank, each worth what the shortages that remain are worth.

use super::super::MarketError;
use super::super::demand::Demand;
use super::super::frame::Frame;
use super::super::matching::{Matching, SOLVES};
use super::super::seats::{Lever, brought, is_short_of_pupils};
use super::super::supply::{SupplySide, supply_and_levers};
use super::super::values::{Unit, changes, over_solves};
use super::cost::{SeatCost, seat_cost};
use crate::domain::facts::Facts;
use crate::domain::funding::{Pays, rentree_day};
use crate::domain::id::{ProgrammeId, RegionCode, Uai};
use crate::domain::programme::{Diploma, Route};
use crate::domain::progress::{Progress, Unheard};
use crate::domain::units::{Bound, Estimate, Milli, Range};
use crate::engine::{Change, Solver};

/// Lots that a purchase holds at most: beyond, a list is of no use to anybody.
const MOST: usize = 300;

/// Euros to spend each year, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PurchaseRequest {
    /// Year of the need; nothing = the newest survey year.
    pub base: Option<u16>,
    pub euros: u64,
    pub pays: Pays,
    /// Seats of a lot: 12, 15 or 24.
    pub lot: u32,
    /// Seats more that one section can take, at most.
    pub workshop: u32,
}

/// What the euros of a year buy, kept up every year.
#[derive(Debug, Clone, PartialEq)]
pub struct Purchase {
    pub request: PurchaseRequest,
    pub year: u16,
    pub revision: i64,
    /// In the order bought.
    pub lots: Vec<BoughtLot>,
    pub stop: Stop,
    /// Sections left out: no cost is known, or they lack pupils already.
    pub without_cost: usize,
    pub short_of_pupils: usize,
}

/// Why no more lots are bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// No lot that fills a post costs what is left.
    Money,
    /// No lot fills a post more.
    Posts,
    /// The longest list.
    Long,
}

/// One lot at one section.
#[derive(Debug, Clone, PartialEq)]
pub struct BoughtLot {
    pub uai: Option<Uai>,
    pub establishment: Option<String>,
    pub region: Option<RegionCode>,
    pub programme: ProgrammeId,
    pub programme_label: String,
    pub diploma: Diploma,
    pub route: Route,
    pub unit: Unit,
    pub seats: u32,
    pub years: u8,
    /// Euros a year, once every year of study is open: seats × years × euros of a seat and year.
    pub euros: Range<f64>,
    pub cost: SeatCost,
    /// Posts filled a year more than with the lots before.
    pub posts: Estimate,
    /// Posts the lot would fill alone on the territory as it is, central.
    pub alone: Milli,
    /// With the lots before: euros, central, and posts.
    pub whole_euros: f64,
    pub whole_posts: Estimate,
}

impl Stop {
    /// Stable text of JSON and of the texts (`purchase-stop-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Posts => "posts",
            Self::Long => "long",
        }
    }
}

impl Purchase {
    /// Posts filled a year by all the lots.
    pub fn posts(&self) -> Estimate {
        self.lots.last().map(|lot| lot.whole_posts).unwrap_or_default()
    }

    /// Euros a year of all the lots, central.
    pub fn spent(&self) -> f64 {
        self.lots.last().map_or(0.0, |lot| lot.whole_euros)
    }

    /// Posts that the same lots would fill if each were alone: more than together, as they share shortages.
    pub fn added_up(&self) -> Milli {
        self.lots.iter().map(|lot| lot.alone).sum()
    }
}

/// A section that could take a lot.
struct Candidate<'l> {
    lever: &'l Lever,
    cost: SeatCost,
    euros: Range<f64>,
    /// Thousandths of posts the next lot fills, central, at [`Self::step`] at the latest: gains only fall as lots are bought.
    gain: i64,
    step: usize,
    alone: i64,
    taken: u32,
}

/// Buys lots one after the other: each time the one that fills most posts per euro beside those already bought, by a re-solve.
///
/// `posts(n) = F(S + lots 1…n) − F(S + lots 1…n − 1)`; F is the most posts that can be filled, home and context, as for seat values: the first lot is worth what
/// its seat value says. Fill has diminishing returns in people (a maximum flow), so a former gain bounds the present one and few are re-solved.
/// Low and high are the least and greatest of the five solves of ranges, on the lots chosen with the central one. Euros are those of a year once all the
/// years of study are open, central in the choice.
///
/// # Errors
/// [`MarketError`]: cancelled, too large, or refused by the solver.
pub fn buys(facts: &Facts, request: &PurchaseRequest, progress: &dyn Progress) -> Result<Purchase, MarketError> {
    let frame = Frame::new(facts);
    let demand = Demand::new(&frame, request.base);
    let (side, levers) = supply_and_levers(&frame);
    let matching = Matching::new(&frame, &demand, &side)?;
    let day = rentree_day(demand.year + 1);
    let mut market = Shop {
        side: &side,
        lot: i32::try_from(request.lot).unwrap_or(i32::MAX),
        solver: Solver::new(&matching.problem_at(SOLVES[0]), &Unheard(progress))?,
    };
    let (mut without_cost, mut short_of_pupils) = (0, 0);
    let mut candidates = Vec::new();
    for lever in levers.iter().filter(|lever| request.pays.seats_of(lever.route)) {
        let programme = &facts.catalogue.programmes[lever.programme];
        let cost = seat_cost(facts, programme, lever.route, (None, day));
        let Some(year) = cost.euros.filter(|euros| euros.central > 0.0) else {
            without_cost += 1;
            continue;
        };
        if is_short_of_pupils(&lever.doubts) {
            short_of_pupils += 1;
            continue;
        }
        let gain = market.gain(lever)?;
        candidates.push(Candidate {
            lever,
            cost,
            euros: year.map(|euros| euros * f64::from(request.lot) * f64::from(lever.years)),
            gain,
            step: 0,
            alone: gain,
            taken: 0,
        });
    }
    let (chosen, stop) = market.choose(&mut candidates, request, progress)?;
    let posts = cumulated(
        &matching,
        (&side, market.lot),
        &chosen.iter().map(|at| candidates[*at].lever).collect::<Vec<_>>(),
        progress,
    )?;
    Ok(Purchase {
        request: *request,
        year: demand.year,
        revision: facts.revision,
        lots: described(facts, &candidates, &chosen, (request, &posts)),
        stop,
        without_cost,
        short_of_pupils,
    })
}

/// The territory with the lots bought so far, central.
struct Shop<'s> {
    side: &'s SupplySide,
    lot: i32,
    solver: Solver,
}

impl Shop<'_> {
    /// Thousandths of posts that one more lot fills now.
    fn gain(&mut self, lever: &Lever) -> Result<i64, MarketError> {
        let people = brought(lever.each, self.lot).at(Bound::Central).0;
        let changes = changes(self.side, lever, people, &self.solver.problem().supplies);
        Ok(self.solver.more(&changes)?.gain)
    }

    fn choose(
        &mut self,
        candidates: &mut [Candidate<'_>],
        request: &PurchaseRequest,
        progress: &dyn Progress,
    ) -> Result<(Vec<usize>, Stop), MarketError> {
        #[expect(clippy::cast_precision_loss, reason = "euros of a territory are far below 2^53")]
        let mut left = request.euros as f64;
        let mut chosen = Vec::new();
        while chosen.len() < MOST {
            if progress.is_cancelled() {
                return Err(MarketError::Cancelled);
            }
            progress.report(chosen.len() as u64, MOST as u64);
            let fits = |c: &Candidate<'_>| c.euros.central <= left && c.taken + request.lot <= request.workshop;
            let Some(at) = self.best(candidates, (chosen.len(), &fits))? else {
                let too_dear = |c: &Candidate<'_>| c.euros.central > left && c.taken + request.lot <= request.workshop;
                let stop = self.best(candidates, (chosen.len(), &too_dear))?;
                return Ok((chosen, if stop.is_some() { Stop::Money } else { Stop::Posts }));
            };
            let people = brought(candidates[at].lever.each, self.lot).at(Bound::Central).0;
            bring(self.side, candidates[at].lever, people, (&mut self.solver, progress))?;
            candidates[at].taken += request.lot;
            left -= candidates[at].euros.central;
            chosen.push(at);
        }
        Ok((chosen, Stop::Long))
    }

    /// The candidate that fills most posts per euro now, among those that fit; nothing where none fills any.
    fn best(
        &mut self,
        candidates: &mut [Candidate<'_>],
        (step, fits): (usize, &dyn Fn(&Candidate<'_>) -> bool),
    ) -> Result<Option<usize>, MarketError> {
        #[expect(clippy::cast_precision_loss, reason = "posts are far below 2^53 thousandths")]
        let worth = |c: &Candidate<'_>| c.gain as f64 / c.euros.central;
        loop {
            let open = candidates.iter().enumerate().filter(|(_, c)| c.gain > 0 && fits(c));
            // Of equals the first: `max_by` keeps the last.
            let first = open.max_by(|a, b| worth(a.1).total_cmp(&worth(b.1)).then(b.0.cmp(&a.0)));
            let Some((at, _)) = first else { return Ok(None) };
            if candidates[at].step == step {
                return Ok(Some(at));
            }
            candidates[at].gain = self.gain(candidates[at].lever)?;
            candidates[at].step = step;
        }
    }
}

/// Adds the people of a lot for good.
fn bring(
    side: &SupplySide,
    lever: &Lever,
    people: i64,
    (solver, progress): (&mut Solver, &dyn Progress),
) -> Result<(), MarketError> {
    let supplies = &solver.problem().supplies;
    let more: Vec<Change> = changes(side, lever, people, supplies)
        .into_iter()
        .map(|(supply, more)| Change::Supply {
            supply,
            people: supplies[supply] + more,
        })
        .collect();
    solver.update(&more, &Unheard(progress))?;
    Ok(())
}

/// Posts filled more with the first lots, lot after lot: the five solves of each.
fn cumulated(
    matching: &Matching<'_>,
    (side, lot): (&SupplySide, i32),
    chosen: &[&Lever],
    progress: &dyn Progress,
) -> Result<Vec<[i64; SOLVES.len()]>, MarketError> {
    let mut posts = vec![[0; SOLVES.len()]; chosen.len()];
    for (solve, ends) in SOLVES.into_iter().enumerate() {
        let mut solver = Solver::new(&matching.problem_at(ends), &Unheard(progress))?;
        let before = solver.filled();
        for (lever, posts) in chosen.iter().zip(&mut posts) {
            if progress.is_cancelled() {
                return Err(MarketError::Cancelled);
            }
            bring(
                side,
                lever,
                brought(lever.each, lot).at(ends.1).0,
                (&mut solver, progress),
            )?;
            posts[solve] = solver.filled() - before;
        }
    }
    Ok(posts)
}

fn described(
    facts: &Facts,
    candidates: &[Candidate<'_>],
    chosen: &[usize],
    (request, posts): (&PurchaseRequest, &[[i64; SOLVES.len()]]),
) -> Vec<BoughtLot> {
    let mut whole_euros = 0.0;
    let mut before = [0; SOLVES.len()];
    let lots = chosen.iter().zip(posts).map(|(at, posts)| {
        let candidate = &candidates[*at];
        let lever = candidate.lever;
        let programme = &facts.catalogue.programmes[lever.programme];
        let more: Vec<i64> = posts.iter().zip(before).map(|(now, before)| now - before).collect();
        before = *posts;
        whole_euros += candidate.euros.central;
        BoughtLot {
            uai: lever.uai.clone(),
            establishment: lever.establishment.clone(),
            region: lever.region.clone(),
            programme: programme.id.clone(),
            programme_label: programme.label.clone(),
            diploma: programme.diploma,
            route: lever.route,
            unit: lever.unit,
            seats: request.lot,
            years: lever.years,
            euros: candidate.euros,
            cost: candidate.cost.clone(),
            posts: over_solves(&more),
            alone: Milli(candidate.alone),
            whole_euros,
            whole_posts: over_solves(posts),
        }
    });
    lots.collect()
}
