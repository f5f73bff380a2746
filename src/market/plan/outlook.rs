//! Solves each year of a scenario, with and without its actions, and without each of them.

use std::collections::BTreeMap;

use super::super::MarketError;
use super::super::demand::Demand;
use super::super::frame::{Frame, in_gap};
use super::super::matching::SOLVES;
use super::super::values::{Receiver, over_solves};
use super::board;
use super::break_even::{BreakEven, break_even};
use super::decided::{self, Decided};
use super::describe::{action_effects, help_effects, year_notes};
use super::help;
use super::report::{CellEffect, Outlook, Totals, YearEffect};
use super::stand::{Site, Stand, Wave};
use super::years::{demand, years};
use crate::domain::assumption::AssumptionKey;
use crate::domain::facts::Facts;
use crate::domain::id::FapCode;
use crate::domain::progress::{Progress, Unheard};
use crate::domain::scenario::{PlanAction, Scenario};
use crate::domain::units::{Bound, Estimate, Milli, Range};
use crate::engine::{Change, Solver};
use crate::i18n::Message;

/// Compares a scenario with the territory as it is, from the base year (`None`: the newest survey year) to 2035.
///
/// Every year is solved at the five ends of the ranges with no action, with all, and without each: warm re-solves, each on quantities alone.
///
/// # Errors
/// [`MarketError`]: cancelled, too large, or refused by the solver.
pub fn outlook(
    facts: &Facts,
    scenario: &Scenario,
    base: Option<u16>,
    progress: &dyn Progress,
) -> Result<Outlook, MarketError> {
    let frame = Frame::new(facts);
    let at_base = Demand::new(&frame, base);
    let (base, declared) = (at_base.year, declared(&frame, &at_base));
    let demands: Vec<Demand<'_>> = years(base)
        .map(|year| demand(&frame, scenario.trajectory, (base, year)))
        .collect();
    let (whole, decided) = decided::with(facts, scenario);
    let stand = Stand::new(frame, &every_cell(&demands), base, &whole)?;
    let plan = Plan::new(&stand, &whole.actions, decided, demands);
    let (sites, mut notes) = stand.sites(&whole.actions);
    let subsets = plan.subsets();
    let waves: Vec<Vec<Wave>> = subsets.iter().map(|subset| plan.waves(&sites, subset)).collect();
    let solved = plan.solve((&subsets, &waves), progress)?;
    let excluded = decided::excluded(facts, scenario);
    if excluded > 0 {
        notes.push(Message::new("market-plan-note-excluded").with("n", excluded));
    }
    notes.extend(year_notes(&stand, &sites, declared));
    notes.extend(board::ceiling_notes(&stand, &sites));
    let years: Vec<YearEffect> = plan
        .demands
        .iter()
        .enumerate()
        .map(|(at, _)| plan.year(&solved, &waves, at))
        .collect();
    let mut outlook = Outlook {
        base_year: base,
        revision: facts.revision,
        scenario: scenario.clone(),
        decided: decided::name(facts, scenario),
        years,
        actions: action_effects(&plan, &sites, &waves[1], &solved),
        helps: help_effects(&plan, &solved),
        break_even: BreakEven::Unknown,
        notes,
    };
    add_costs(&mut outlook);
    let worth = facts.assumptions.exactly(AssumptionKey::PostWorth, "");
    outlook.break_even = break_even(&outlook.years, worth.map(|worth| worth.value));
    outlook.notes.extend(board::loss_note(facts, &outlook));
    Ok(outlook)
}

/// Posts that firms of the territory declared for the base year, in the occupations of the gap.
fn declared(frame: &Frame<'_>, demand: &Demand<'_>) -> Milli {
    let counts =
        |(basin, fap): &(usize, &FapCode)| frame.home[*basin] && frame.core.get(fap).is_some_and(|o| in_gap(o));
    let told = demand.cells.iter().filter(|(key, _)| counts(key));
    told.map(|(_, figures)| figures.declared).sum()
}

/// What is in force: what is decided; everything; then everything without each action of the scenario, without each set decided together, without
/// each help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subset {
    pub kept: Vec<bool>,
    pub given: Vec<bool>,
}

/// Numbers of the sets of actions decided together, in order.
pub(super) fn compensations(actions: &[PlanAction]) -> Vec<u32> {
    let mut numbers: Vec<u32> = actions.iter().filter_map(|a| a.compensation).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The years of a scenario, ready to be solved.
pub(super) struct Plan<'p, 'f> {
    pub stand: &'p Stand<'f>,
    /// Those decided, then those of the scenario.
    pub actions: &'p [PlanAction],
    pub decided: Decided,
    pub demands: Vec<Demand<'f>>,
    /// Need of each cell by year.
    needs: Vec<Vec<Estimate>>,
    supplies: Vec<Estimate>,
}

/// Unfilled posts of each cell: by year, by subset, by solve.
pub(super) struct SolvedYears {
    unfilled: Vec<Vec<[Vec<i64>; SOLVES.len()]>>,
    /// People each help sends farther with everything in force: by year, by solve.
    sent: Vec<[Vec<i64>; SOLVES.len()]>,
}

/// A year as it is brought to the solver.
struct Moment<'w> {
    year: usize,
    people: Vec<i64>,
    ends: (Bound, Bound),
    progress: &'w dyn Progress,
}

impl<'p, 'f> Plan<'p, 'f> {
    fn new(stand: &'p Stand<'f>, actions: &'p [PlanAction], decided: Decided, demands: Vec<Demand<'f>>) -> Self {
        let need = |demand: &Demand<'f>| {
            let cells = stand.matching.cells.iter();
            cells
                .map(|key| demand.cells.get(key).map(|f| f.need).unwrap_or_default())
                .collect()
        };
        Self {
            needs: demands.iter().map(need).collect(),
            supplies: stand.side.nodes.iter().map(|node| node.in_field).collect(),
            stand,
            actions,
            decided,
            demands,
        }
    }

    /// In the order of [`Subset`]; sets decided together by their number.
    fn subsets(&self) -> Vec<Subset> {
        let (actions, helps) = (self.actions.len(), self.stand.helps.len());
        let of = |kept: &dyn Fn(usize) -> bool, given: &dyn Fn(usize) -> bool| Subset {
            kept: (0..actions).map(|n| n < self.decided.actions || kept(n)).collect(),
            given: (0..helps).map(|n| n < self.decided.helps || given(n)).collect(),
        };
        let mut all = vec![of(&|_| false, &|_| false), of(&|_| true, &|_| true)];
        all.extend((self.decided.actions..actions).map(|left| of(&|n| n != left, &|_| true)));
        for number in compensations(self.own()) {
            all.push(of(&|n| self.actions[n].compensation != Some(number), &|_| true));
        }
        all.extend((self.decided.helps..helps).map(|left| of(&|_| true, &|n| n != left)));
        all
    }

    /// The actions of the scenario itself.
    pub fn own(&self) -> &'p [PlanAction] {
        &self.actions[self.decided.actions..]
    }

    /// Waves of the actions in force.
    fn waves(&self, sites: &[Site], subset: &Subset) -> Vec<Wave> {
        let kept: Vec<(usize, &Site)> = sites
            .iter()
            .enumerate()
            .filter(|(_, s)| subset.kept[s.action])
            .collect();
        let rentrees: Vec<u16> = kept.iter().map(|(_, s)| self.actions[s.action].rentree).collect();
        let of: Vec<&Site> = kept.iter().map(|(_, s)| *s).collect();
        let mut waves = self.stand.waves(&of, &rentrees);
        for wave in &mut waves {
            wave.site = kept[wave.site].0;
        }
        waves
    }

    /// Years × subsets × five solves; a wave changes quantities alone, so each is repaired from the one before.
    fn solve(
        &self,
        (subsets, waves): (&[Subset], &[Vec<Wave>]),
        progress: &dyn Progress,
    ) -> Result<SolvedYears, MarketError> {
        let mut found = SolvedYears {
            unfilled: vec![vec![Default::default(); waves.len()]; self.demands.len()],
            sent: vec![Default::default(); self.demands.len()],
        };
        let steps = (SOLVES.len() * self.demands.len()) as u64;
        let mut done = 0;
        for (at, ends) in SOLVES.into_iter().enumerate() {
            let mut solver: Option<Solver> = None;
            for year in 0..self.demands.len() {
                progress.report(done, steps);
                if progress.is_cancelled() {
                    return Err(MarketError::Cancelled);
                }
                let moment = |people| Moment {
                    year,
                    people,
                    ends,
                    progress,
                };
                let left = match self.stand.helps.is_empty() {
                    true => Vec::new(),
                    false => {
                        let people = self.people(year, &waves[0], ends.1);
                        self.bring(&mut solver, moment(people))?.solution().unused
                    }
                };
                for (subset, (told, waves)) in subsets.iter().zip(waves).enumerate() {
                    let mut people = self.people(year, waves, ends.1);
                    let given = (told.given.as_slice(), self.demands[year].year);
                    let sent = help::send(&self.stand.helps, given, left.clone(), &mut people);
                    let solver = self.bring(&mut solver, moment(people))?;
                    // What is shown is proved; what is subtracted from it is solved as it is.
                    if subset < 2 {
                        solver.proved()?;
                    }
                    if subset == 1 {
                        found.sent[year][at] = sent;
                    }
                    let cells = 0..solver.problem().demands.len();
                    found.unfilled[year][subset][at] = cells.map(|cell| solver.unfilled(cell)).collect();
                }
                done += 1;
            }
        }
        progress.report(steps, steps);
        Ok(found)
    }

    fn bring<'s>(&self, solver: &'s mut Option<Solver>, moment: Moment<'_>) -> Result<&'s Solver, MarketError> {
        let Moment { year, people, ends, .. } = moment;
        let unheard = Unheard(moment.progress);
        let demands = self.needs[year].iter().map(|n| n.at(ends.0).0);
        let Some(known) = solver else {
            let mut problem = self.stand.matching.problem_at(ends);
            problem.supplies = people;
            problem.demands = demands.collect();
            return Ok(solver.insert(Solver::new(&problem, &unheard)?));
        };
        let old = known.problem();
        let people = people.into_iter().zip(&old.supplies).enumerate();
        let people = people.filter(|(_, (new, old))| new != *old);
        let people = people.map(|(supply, (people, _))| Change::Supply { supply, people });
        let posts = demands
            .zip(&old.demands)
            .enumerate()
            .filter(|(_, (new, old))| new != *old);
        let posts = posts.map(|(demand, (posts, _))| Change::Demand { demand, posts });
        let changes: Vec<Change> = people.chain(posts).collect();
        known.update(&changes, &unheard)?;
        Ok(known)
    }

    /// People of each node in a year, nobody helped: never fewer than nobody.
    fn people(&self, year: usize, waves: &[Wave], bound: Bound) -> Vec<i64> {
        let mut people: Vec<i64> = self.supplies.iter().map(|s| s.at(bound).0).collect();
        let waves: Vec<&Wave> = waves.iter().collect();
        for (node, more) in self.stand.people(&waves, self.demands[year].year) {
            people[node] = (people[node] + more[bound as usize]).max(0);
        }
        people
    }

    /// People that a help sends farther in a year, with everything in force.
    pub fn sent(&self, solved: &SolvedYears, year: usize, help: usize) -> Estimate {
        let sent: Vec<i64> = solved.sent[year].iter().map(|helps| helps[help]).collect();
        over_solves(&sent)
    }

    fn year(&self, solved: &SolvedYears, waves: &[Vec<Wave>], at: usize) -> YearEffect {
        let demand = &self.demands[at];
        let trajectory = demand.growth;
        let people = |subset: usize| Bound::ALL.map(|bound| self.people(at, &waves[subset], bound).iter().sum::<i64>());
        let (before, after) = (people(0), people(1));
        let more: Vec<i64> = [Bound::Central, Bound::Low, Bound::High]
            .map(|b| after[b as usize] - before[b as usize])
            .to_vec();
        YearEffect {
            year: demand.year,
            growth: trajectory,
            reference: self.totals(solved, (at, 0)),
            planned: self.totals(solved, (at, 1)),
            filled: self.gain(solved, at, (0, 1), Side::Home),
            neighbours: self.gain(solved, at, (0, 1), Side::Neighbours),
            people: over_solves(&more),
            spent: None,
            cells: self.cells(solved, at),
        }
    }

    /// Need, filled and unfilled of the territory (ruling 9.5).
    fn totals(&self, solved: &SolvedYears, (year, subset): (usize, usize)) -> Totals {
        let sum = |of: &dyn Fn(usize) -> i64| Milli(self.home().map(of).sum());
        let need = |bound: Bound| sum(&|cell| self.needs[year][cell].at(bound).0);
        let left = |need: Bound, supply: Bound| {
            let at = SOLVES.iter().position(|ends| *ends == (need, supply)).unwrap_or(0);
            let unfilled = &solved.unfilled[year][subset][at];
            sum(&|cell| unfilled[cell])
        };
        let (low, central, high) = (Bound::Low, Bound::Central, Bound::High);
        let need = Range::new(need(low), need(central), need(high));
        Totals {
            need,
            filled: Range::new(
                need.low - left(low, low),
                need.central - left(central, central),
                need.high - left(high, high),
            ),
            unfilled: Range::new(left(low, high), left(central, central), left(high, low)),
        }
    }

    /// Posts filled more by the second subset than by the first, on one side of the border: over the five solves.
    pub fn gain(&self, solved: &SolvedYears, year: usize, (from, to): (usize, usize), side: Side) -> Estimate {
        let of = |at: usize| -> i64 {
            let (before, after) = (&solved.unfilled[year][from][at], &solved.unfilled[year][to][at]);
            let home = |cell: &usize| self.stand.frame.home[self.stand.matching.cells[*cell].0] == (side == Side::Home);
            (0..before.len())
                .filter(home)
                .map(|cell| before[cell] - after[cell])
                .sum()
        };
        let gains: Vec<i64> = (0..SOLVES.len()).map(of).collect();
        over_solves(&gains)
    }

    /// Cells of the territory that a subset of the actions fills otherwise than all of them do, in the last year, the largest change first.
    pub fn receivers(&self, solved: &SolvedYears, subset: usize) -> Vec<Receiver> {
        let last = self.demands.len() - 1;
        let (without, with) = (&solved.unfilled[last][subset][0], &solved.unfilled[last][1][0]);
        let receiver = |cell: usize| {
            let (basin, fap) = self.stand.matching.cells[cell];
            Receiver {
                basin: self.stand.frame.basins[basin].code.clone(),
                fap: fap.clone(),
                posts: Milli(without[cell] - with[cell]),
            }
        };
        let changed = self.home().map(receiver).filter(|to| to.posts != Milli::ZERO);
        let mut changed: Vec<Receiver> = changed.collect();
        changed.sort_by(|a, b| (-a.posts.0.abs(), &a.basin, &a.fap).cmp(&(-b.posts.0.abs(), &b.basin, &b.fap)));
        changed
    }

    fn cells(&self, solved: &SolvedYears, year: usize) -> Vec<CellEffect> {
        let (reference, planned) = (&solved.unfilled[year][0][0], &solved.unfilled[year][1][0]);
        let cell = |at: usize| {
            let (basin, fap) = self.stand.matching.cells[at];
            CellEffect {
                basin: self.stand.frame.basins[basin].code.clone(),
                fap: fap.clone(),
                need: self.needs[year][at].central,
                reference: Milli(reference[at]),
                planned: Milli(planned[at]),
            }
        };
        self.home().map(cell).collect()
    }

    /// Cells of the reported territory.
    fn home(&self) -> impl Iterator<Item = usize> + '_ {
        let cells = self.stand.matching.cells.iter().enumerate();
        cells
            .filter(|(_, (basin, _))| self.stand.frame.home[*basin])
            .map(|(cell, _)| cell)
    }
}

/// Which cells are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Home,
    Neighbours,
}

/// A demand with the cells of every year, for the arcs: its needs are not read.
pub(super) fn every_cell<'f>(demands: &[Demand<'f>]) -> Demand<'f> {
    let mut all = demands[0].clone();
    for demand in &demands[1..] {
        for key in demand.cells.keys() {
            all.cells.entry(*key).or_default();
        }
    }
    all
}

/// The euros of a year are those of its actions and helps, where each has a cost.
fn add_costs(outlook: &mut Outlook) {
    let alive = outlook
        .actions
        .iter()
        .filter(|a| !a.moves.is_empty() || a.action.fixed_cost > 0);
    let spent = alive.map(|a| a.spent.as_ref());
    let helps = outlook.helps.iter().map(|help| help.spent.as_ref());
    let known: Option<Vec<&Vec<Range<f64>>>> = spent.chain(helps).collect();
    for (at, year) in outlook.years.iter_mut().enumerate() {
        year.spent = known
            .as_ref()
            .map(|all| all.iter().fold(Range::exact(0.0), |sum, spent| sum + spent[at]));
    }
}

/// Waves by the action they come from.
pub(super) fn by_site(waves: &[Wave]) -> BTreeMap<usize, Vec<&Wave>> {
    let mut sites: BTreeMap<usize, Vec<&Wave>> = BTreeMap::new();
    for wave in waves {
        sites.entry(wave.site).or_default().push(wave);
    }
    sites
}
