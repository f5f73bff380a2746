//! What-if while an assumption, a section or a need is being dragged: the exact central figure at once, every line and range when the hand rests.

use std::fmt;

use super::MarketError;
use super::gap::{Gap, Proof};
use super::ground::Ground;
use super::matching::{SOLVES, proof};
use super::solve::{Request, gap_of};
use crate::domain::assumption::Assumption;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, Uai};
use crate::domain::programme::Route;
use crate::domain::progress::{Progress, Unheard};
use crate::domain::units::{Bound, Estimate, Milli};
use crate::engine::{Solution, Solver};

/// The matching of a territory kept warm, so that an edit is answered without solving anew.
///
/// Edits are not kept in the file: each answer is on the facts it was made from, with the edits of the last [`Live::try_edits`] and no others.
pub struct Live<'f> {
    ground: Ground<'f>,
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

/// The answer to edits: central figures of the territory, exact.
#[derive(Debug, Clone)]
pub struct LiveFigures {
    /// Revision of the facts under the edits.
    pub revision: i64,
    pub need: Milli,
    pub unfilled: Milli,
    /// The whole gap, once settled: what [`super::solve`] gives on the same facts with the same edits.
    pub gap: Option<Gap>,
}

impl<'f> Live<'f> {
    /// Solves the facts at the centre and keeps them at hand.
    ///
    /// # Errors
    /// As [`super::solve`].
    pub fn new(facts: &'f Facts, request: Request, progress: &dyn Progress) -> Result<Self, MarketError> {
        let mut live = Self {
            ground: Ground::new(facts, request)?,
            edits: Vec::new(),
            solvers: Default::default(),
        };
        live.bring(0, progress)?;
        Ok(live)
    }

    /// What the edits leave unfilled at the centre. The optimum before is repaired; edits that change who can reach what (radius, a cell without
    /// need until then) are solved anew.
    ///
    /// # Errors
    /// [`MarketError::NothingToEdit`]; the edits before stay. [`MarketError::Cancelled`]: so does the optimum. Else as [`super::solve`].
    pub fn try_edits(&mut self, edits: &[Edit], progress: &dyn Progress) -> Result<LiveFigures, MarketError> {
        self.ground.follow(edits)?;
        self.edits = edits.to_vec();
        let solver = self.bring(0, progress)?;
        let left: Vec<i64> = (0..solver.problem().demands.len())
            .map(|cell| solver.unfilled(cell))
            .collect();
        Ok(self.figures(&left))
    }

    /// The exact gap with the edits last tried, with its ranges.
    ///
    /// # Errors
    /// As [`super::solve`].
    pub fn settle(&mut self, progress: &dyn Progress) -> Result<LiveFigures, MarketError> {
        let mut solved = Vec::with_capacity(SOLVES.len());
        for (at, ends) in SOLVES.into_iter().enumerate() {
            let solver = self.bring(at, progress)?;
            let (solution, certificate) = solver.proved()?;
            let proof = proof(ends, solver.problem(), &certificate);
            solved.push((solution, proof));
        }
        let figures = self.figures(&solved[0].0.unfilled);
        Ok(LiveFigures {
            gap: Some(self.gap(solved, progress)?),
            ..figures
        })
    }

    fn figures(&self, unfilled: &[i64]) -> LiveFigures {
        let (need, unfilled) = self.ground.home(|cell| unfilled[cell]);
        LiveFigures {
            revision: self.ground.frame.facts.revision,
            need,
            unfilled,
            gap: None,
        }
    }

    fn gap(&self, solved: Vec<(Solution, Proof)>, progress: &dyn Progress) -> Result<Gap, MarketError> {
        let Ground {
            frame,
            demand,
            matching,
            ..
        } = &self.ground;
        let side = self.ground.explained_side(&self.edits);
        let mut solved = solved.into_iter();
        let one = |_: (Bound, Bound)| solved.next().ok_or(MarketError::Cancelled);
        let solved = matching.solve_by(frame, &side, progress, one)?;
        Ok(gap_of(frame, demand, side, matching, solved))
    }

    /// Brings a solver to the quantities of the ground: by what changed where the rest is the same, else anew.
    fn bring(&mut self, at: usize, progress: &dyn Progress) -> Result<&Solver, MarketError> {
        let matching = &self.ground.matching;
        let changes = self.solvers[at]
            .as_ref()
            .map(|s| matching.changes_from(s.problem(), SOLVES[at]));
        let solver = match (self.solvers[at].take(), changes) {
            (Some(mut solver), Some(Some(changes))) => {
                // Refused or cancelled, the solver is as before.
                if let Err(error) = solver.update(&changes, &Unheard(progress)) {
                    self.solvers[at] = Some(solver);
                    return Err(error.into());
                }
                solver
            }
            _ => Solver::new(&matching.problem_at(SOLVES[at]), &Unheard(progress))?,
        };
        Ok(self.solvers[at].insert(solver))
    }
}

impl fmt::Debug for Live<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Live")
            .field("edits", &self.edits)
            .finish_non_exhaustive()
    }
}
