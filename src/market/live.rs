//! What-if while an assumption, a section or a need is being dragged: a certified interval at once, the exact gap when the hand rests.

use super::MarketError;
use super::demand::Demand;
use super::frame::{Frame, in_gap};
use super::gap::{Gap, Proof};
use super::matching::{Matching, SOLVES, Silent, proof};
use super::seats::brought;
use super::solve::{Request, gap_of};
use super::supply::{SupplySide, supply};
use super::values::changes;
use crate::domain::assumption::{Assumption, Assumptions};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, Uai};
use crate::domain::programme::Route;
use crate::domain::progress::{Progress, Unattended};
use crate::domain::units::{Bound, Estimate, Milli};
use crate::engine::{Change, Problem, Solution, Solver};

/// The matching of a territory kept warm, so that an edit is answered without solving anew.
///
/// Edits are not kept in the file: each answer is on the facts it was made from, with the edits of the last [`Live::try_edits`] and no others.
#[derive(Debug)]
pub struct Live {
    facts: Facts,
    /// The assumptions of the file, without edits.
    assumptions: Assumptions,
    request: Request,
    edits: Vec<Edit>,
    /// One for each of the five solves, from the first time it is needed.
    solvers: [Option<Solver>; SOLVES.len()],
}

/// A change to try.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// An assumption of another value, or one that the file does not have.
    Assumption(Assumption),
    /// So many seats more, or less, at a section and programme: `n · g` people, as in [`super::values`].
    Seats {
        uai: Uai,
        programme: ProgrammeId,
        route: Route,
        more: i32,
    },
    /// Another need of a basin × occupation, in place of the computed one.
    Need {
        basin: BasinCode,
        fap: FapCode,
        need: Estimate,
    },
}

/// The answer to edits.
#[derive(Debug, Clone)]
pub struct LiveFigures {
    /// Revision of the facts under the edits.
    pub revision: i64,
    /// Central need of the solved area, home and context.
    pub need: Milli,
    /// Posts filled there at the centre, proved: the exact figure lies between, both ends included.
    pub at_least: Milli,
    pub at_most: Milli,
    /// The whole gap, once settled: what [`super::solve`] gives on the same facts with the same edits.
    pub gap: Option<Gap>,
}

impl LiveFigures {
    /// Least and greatest of the unfilled posts of the solved area.
    pub fn unfilled(&self) -> (Milli, Milli) {
        (self.need - self.at_most, self.need - self.at_least)
    }
}

impl Live {
    /// Solves the facts at the centre and keeps them at hand.
    ///
    /// # Errors
    /// As [`super::solve`].
    pub fn new(facts: &Facts, request: Request, progress: &dyn Progress) -> Result<Self, MarketError> {
        let mut live = Self {
            facts: facts.clone(),
            assumptions: facts.assumptions.clone(),
            request,
            edits: Vec::new(),
            solvers: Default::default(),
        };
        let problem = live.setup()?.matching.problem_at(SOLVES[0]);
        live.solvers[0] = Some(Solver::new(&problem, &Silent(progress))?);
        Ok(live)
    }

    /// Bounds what the edits would fill, from the last settled state and without solving. Edits that change who can reach what (radius, a cell
    /// without need until then) are solved anew: the interval is then exact.
    ///
    /// # Errors
    /// [`MarketError::NothingToEdit`]; the edits before stay. Else as [`super::solve`].
    pub fn try_edits(&mut self, edits: &[Edit]) -> Result<LiveFigures, MarketError> {
        let before = std::mem::replace(&mut self.edits, edits.to_vec());
        let bounded = self.bound();
        if bounded.is_err() {
            self.edits = before;
            self.facts.assumptions = edited(&self.assumptions, &self.edits);
        }
        bounded
    }

    /// The exact gap with the edits last tried, with its ranges.
    ///
    /// # Errors
    /// As [`super::solve`].
    pub fn settle(&mut self, progress: &dyn Progress) -> Result<LiveFigures, MarketError> {
        self.facts.assumptions = edited(&self.assumptions, &self.edits);
        let Setup {
            frame,
            demand,
            side,
            matching,
        } = Setup::new(&self.facts, self.request, &self.edits)?;
        let solvers = &mut self.solvers;
        let solved = matching.solve_by(&frame, &side, progress, |ends| {
            let at = SOLVES.iter().position(|other| *other == ends).unwrap_or(0);
            settled(&mut solvers[at], ends, &matching.problem_at(ends), progress)
        })?;
        let filled = solved.proofs[0].filled;
        let gap = gap_of(&frame, &demand, side, &matching, solved);
        Ok(LiveFigures {
            revision: self.facts.revision,
            need: total(&matching.problem_at(SOLVES[0]).demands),
            at_least: filled,
            at_most: filled,
            gap: Some(gap),
        })
    }

    fn bound(&mut self) -> Result<LiveFigures, MarketError> {
        self.facts.assumptions = edited(&self.assumptions, &self.edits);
        let problem = self.setup()?.matching.problem_at(SOLVES[0]);
        let kept = self.solvers[0].as_ref().filter(|solver| same_shape(solver, &problem));
        let bound = kept.and_then(|solver| solver.bound(&problem.supplies, &problem.demands));
        let (at_least, at_most) = match bound {
            Some(bound) => (bound.at_least, bound.at_most),
            None => {
                let solver = Solver::new(&problem, &Unattended)?;
                let filled = solver.filled();
                self.solvers[0] = Some(solver);
                (filled, filled)
            }
        };
        Ok(LiveFigures {
            revision: self.facts.revision,
            need: total(&problem.demands),
            at_least: Milli(at_least),
            at_most: Milli(at_most),
            gap: None,
        })
    }

    fn setup(&self) -> Result<Setup<'_>, MarketError> {
        Setup::new(&self.facts, self.request, &self.edits)
    }
}

/// Both sides with the edits, and what joins them.
struct Setup<'a> {
    frame: Frame<'a>,
    demand: Demand<'a>,
    side: SupplySide,
    matching: Matching<'a>,
}

impl<'a> Setup<'a> {
    fn new(facts: &'a Facts, request: Request, edits: &[Edit]) -> Result<Self, MarketError> {
        let frame = Frame::new(facts);
        let mut demand = Demand::new(&frame, request.year);
        let mut side = supply(&frame);
        for edit in edits {
            match edit {
                Edit::Assumption(_) => {}
                Edit::Seats {
                    uai,
                    programme,
                    route,
                    more,
                } => add_seats(facts, &mut side, (uai, programme, *route), *more)?,
                Edit::Need { basin, fap, need } => set_need(&frame, &mut demand, (basin, fap), *need)?,
            }
        }
        let matching = Matching::new(&frame, &demand, &side)?;
        Ok(Self {
            frame,
            demand,
            side,
            matching,
        })
    }
}

/// The assumptions with those that are tried.
fn edited(assumptions: &Assumptions, edits: &[Edit]) -> Assumptions {
    let mut list: Vec<Assumption> = assumptions.iter().cloned().collect();
    for edit in edits {
        if let Edit::Assumption(tried) = edit {
            list.retain(|a| (a.key, &a.scope) != (tried.key, &tried.scope));
            list.push(tried.clone());
        }
    }
    Assumptions::new(list)
}

/// Adds `n · g` people at each end, shared as those of the section are.
fn add_seats(
    facts: &Facts,
    side: &mut SupplySide,
    (uai, programme, route): (&Uai, &ProgrammeId, Route),
    more: i32,
) -> Result<(), MarketError> {
    let programmes = &facts.catalogue.programmes;
    let lever = side.levers.iter().find(|lever| {
        lever.uai.as_ref() == Some(uai) && lever.route == route && programmes[lever.programme].id == *programme
    });
    let Some(lever) = lever else {
        let what = format!("{uai} {programme} {}", route.as_str());
        return Err(MarketError::NothingToEdit { what });
    };
    let people = brought(lever.each, more);
    let at = |bound| {
        let headcounts: Vec<i64> = side.nodes.iter().map(|node| node.in_field.at(bound).0).collect();
        changes(side, lever, people.at(bound).0, &headcounts)
    };
    let [low, central, high] = Bound::ALL.map(at);
    low.into_iter()
        .for_each(|(node, people)| side.nodes[node].in_field.low += Milli(people));
    central
        .into_iter()
        .for_each(|(node, people)| side.nodes[node].in_field.central += Milli(people));
    high.into_iter()
        .for_each(|(node, people)| side.nodes[node].in_field.high += Milli(people));
    Ok(())
}

fn set_need<'a>(
    frame: &Frame<'a>,
    demand: &mut Demand<'a>,
    (basin, fap): (&BasinCode, &FapCode),
    need: Estimate,
) -> Result<(), MarketError> {
    let occupation = frame.core.get_key_value(fap).filter(|(_, o)| in_gap(o));
    let (Some(number), Some((fap, _))) = (frame.basin(basin), occupation) else {
        let what = format!("{basin} {fap}");
        return Err(MarketError::NothingToEdit { what });
    };
    demand.cells.entry((number, *fap)).or_default().need = need;
    Ok(())
}

fn same_shape(solver: &Solver, problem: &Problem) -> bool {
    let kept = solver.problem();
    kept.supplies.len() == problem.supplies.len()
        && kept.demands.len() == problem.demands.len()
        && kept.arcs == problem.arcs
}

/// Brings a solver to a problem: by its changed quantities where the rest is the same, else anew. Proved.
fn settled(
    kept: &mut Option<Solver>,
    ends: (Bound, Bound),
    problem: &Problem,
    progress: &dyn Progress,
) -> Result<(Solution, Proof), MarketError> {
    let solver = match kept.take().filter(|solver| same_shape(solver, problem)) {
        Some(mut solver) => {
            let updated = solver.update(&differences(solver.problem(), problem), &Silent(progress));
            // Refused or cancelled, the solver is as before.
            if let Err(error) = updated {
                *kept = Some(solver);
                return Err(error.into());
            }
            solver
        }
        None => Solver::new(problem, &Silent(progress))?,
    };
    let solver = kept.insert(solver);
    let (solution, certificate) = solver.proved()?;
    Ok((solution, proof(ends, problem, &certificate)))
}

/// The quantities that change from one problem to another of the same shape.
fn differences(from: &Problem, to: &Problem) -> Vec<Change> {
    let supplies = from.supplies.iter().zip(&to.supplies).enumerate();
    let people = supplies
        .filter(|(_, (a, b))| a != b)
        .map(|(supply, (_, b))| Change::Supply { supply, people: *b });
    let demands = from.demands.iter().zip(&to.demands).enumerate();
    let posts = demands
        .filter(|(_, (a, b))| a != b)
        .map(|(demand, (_, b))| Change::Demand { demand, posts: *b });
    people.chain(posts).collect()
}

fn total(quantities: &[i64]) -> Milli {
    Milli(quantities.iter().sum())
}
