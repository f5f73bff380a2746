//! From a territory, a scenario and the means asked to the engine's planning problem, and from its plan back to actions people can argue with.

use std::collections::BTreeMap;
use std::ops::Range as Span;

use super::super::MarketError;
use super::super::demand::Demand;
use super::super::frame::Frame;
use super::super::groups::Groups;
use super::super::seats::is_short_of_pupils;
use super::board::BoardMeans;
use super::candidates::candidates;
use super::cost::{self, spent};
use super::decided::{self, Decided};
use super::help;
use super::layout::Layout;
use super::limits::{Candidate, Limits};
use super::outlook::every_cell;
use super::request::{PlanAim, PlanRequest, Proposal, ProposedAction};
use super::sections::sections;
use super::stand::{Site, Stand, Wave};
use super::years::{demand, years};
use crate::domain::board::Experiment;
use crate::domain::facts::Facts;
use crate::domain::progress::{Unattended, Unheard};
use crate::domain::scenario::{PlanAction, Scenario};
use crate::domain::units::{Bound, Estimate, Milli};
use crate::engine::plan::{self as engine, Aim, Block, Bring, Gap, Plan, PlanProblem, Watch};
use crate::engine::{Problem, Solver};

/// Openings and enlargements, then closings and shrinkings, that go on to the engine: those that fill most, and cost least, alone.
const MOST: [usize; 2] = [160, 80];

/// Rentrées tried for each, from the first on, where a limit binds each year apart.
const RENTREES: usize = 4;

/// Posts of the neighbours, of the territory, and those that come first: weights of the objective.
const WEIGHTS: [i64; 3] = [1, 2, 4];

/// Need and supply of each case: the centre, and the two ends of unfilled posts (ruling 9.5).
const CASES: [(Bound, Bound); 3] = [
    (Bound::Central, Bound::Central),
    (Bound::Low, Bound::High),
    (Bound::High, Bound::Low),
];

/// Proposes what to do besides the actions of a scenario, which stay: those refused are proposed no more.
///
/// Each candidate moves the people that [`super::outlook`] says it moves; rows keep the sections it takes entrants from above their limit, so that what
/// several move is the sum of what each does.
///
/// # Errors
/// [`MarketError::NoPlan`] where limits, floors and the scenario exclude each other; [`MarketError::NoCost`] where a budget is asked and a seat has no
/// cost; as [`super::super::solve`] else.
pub fn optimise(
    facts: &Facts,
    scenario: &Scenario,
    request: &PlanRequest,
    watch: &dyn Watch,
) -> Result<Proposal, MarketError> {
    let frame = Frame::new(facts);
    let base = Demand::new(&frame, request.base).year;
    let demands: Vec<Demand<'_>> = years(base)
        .map(|year| demand(&frame, scenario.trajectory, (base, year)))
        .collect();
    let known = sections(facts);
    let (scenario, decided) = decided::with(facts, scenario);
    let tried = candidates(&frame, &Groups::new(&frame), &known, (&scenario, request));
    let possible = tried.len();
    let whole = Scenario {
        actions: scenario.actions.iter().chain(&tried).cloned().collect(),
        ..scenario.clone()
    };
    let stand = Stand::new(frame, &every_cell(&demands), base, &whole)?;
    let field = Field::new(&stand, (&scenario, decided), request, demands)?;
    let candidates = field.at_each_rentree(field.best(&tried, watch)?)?;
    let limits = Limits::new(&field.means(&known)?, &candidates);
    let problem = field.problem(&candidates, &limits)?;
    let plan = engine::plan(&problem, Gap::USUAL, watch).map_err(|error| limits.explain(error))?;
    Ok(proposal(&plan, candidates, &limits, possible))
}

/// The territory with the scenario's own actions, ready to be planned upon.
struct Field<'p, 'f> {
    stand: &'p Stand<'f>,
    request: &'p PlanRequest,
    /// Those decided, then those of the scenario.
    own: &'p [PlanAction],
    decided: Decided,
    /// What may be lost on the scenario, where it is an experiment.
    experiment: Option<&'f Experiment>,
    demands: Vec<Demand<'f>>,
    /// What the actions of the scenario move.
    waves: Vec<Wave>,
    sites: Vec<Site>,
    /// By year and case, the people of each node without a post where only what is decided is done and nobody is helped; empty without help.
    left: Vec<Vec<Vec<i64>>>,
}

/// What limits are drawn from: the means asked, less what the scenario already takes.
pub(super) struct Means<'p> {
    pub request: &'p PlanRequest,
    pub years: Vec<u16>,
    /// Euros the scenario spends, by year.
    pub spent: Vec<f64>,
    /// Seats of the territory, and those the scenario opens less those it closes.
    pub seats: i64,
    pub moved: i64,
    /// Entrants that new seats may still take from each group, thousandths, and vacant seats that closed ones may fill.
    pub entrants: Vec<i64>,
    pub vacant: Vec<i64>,
    pub board: BoardMeans,
}

impl<'p, 'f> Field<'p, 'f> {
    fn new(
        stand: &'p Stand<'f>,
        (scenario, decided): (&'p Scenario, Decided),
        request: &'p PlanRequest,
        demands: Vec<Demand<'f>>,
    ) -> Result<Self, MarketError> {
        let (sites, _) = stand.sites(&scenario.actions);
        let waves = |sites: &[&Site]| {
            let rentrees: Vec<u16> = sites.iter().map(|s| scenario.actions[s.action].rentree).collect();
            stand.waves(sites, &rentrees)
        };
        let first: Vec<&Site> = sites.iter().filter(|site| site.action < decided.actions).collect();
        let mut field = Self {
            waves: waves(&first),
            own: &scenario.actions,
            decided,
            experiment: stand.frame.facts.board.experiment(scenario.id),
            stand,
            request,
            demands,
            left: Vec::new(),
            sites: Vec::new(),
        };
        if !stand.helps.is_empty() {
            field.left = field.without_a_post()?;
        }
        field.waves = waves(&sites.iter().collect::<Vec<_>>());
        field.sites = sites;
        Ok(field)
    }

    /// Who has no post with the waves so far, by year and case.
    fn without_a_post(&self) -> Result<Vec<Vec<Vec<i64>>>, MarketError> {
        let left = |year, case| {
            let problem = self.block_problem(year, case);
            Ok(crate::engine::solve(&problem, &Unattended)?.unused)
        };
        (0..self.demands.len())
            .map(|year| CASES.into_iter().map(|case| left(year, case)).collect())
            .collect()
    }

    /// Each action tried with what it moves and costs from its rentrée on.
    fn candidates(&self, tried: &[PlanAction]) -> Result<Vec<Candidate>, MarketError> {
        let (sites, _) = self.stand.sites(tried);
        sites
            .into_iter()
            .map(|site| self.candidate(tried[site.action].clone(), site))
            .collect()
    }

    fn candidate(&self, mut action: PlanAction, site: Site) -> Result<Candidate, MarketError> {
        let assumptions = &self.stand.frame.assumptions;
        let programmes = self.stand.groups.codes.programmes;
        action.fixed_cost = cost::of_opening(&action, &site, assumptions, programmes);
        let waves = self.stand.waves(&[&site], &[action.rentree]);
        let years = self.demands.iter().map(|d| d.year);
        let spent = spent(&action, &[&site], self.stand.facts(), years);
        if spent.is_none() && self.needs_costs() {
            let programme = &programmes[site.lever.programme];
            return Err(MarketError::NoCost {
                programme: format!("{} {}", programme.diploma.as_str(), programme.label),
            });
        }
        Ok(Candidate {
            spent: spent.map(|years| years.iter().map(|euros| euros.central).collect()),
            action,
            site,
            waves,
        })
    }

    /// A limit in euros holds only where every seat has a cost.
    fn needs_costs(&self) -> bool {
        self.request.has_budget() || self.experiment.is_some()
    }

    /// Of each kind, those that are worth most alone in the last year, by seat; sections short of pupils are no place for more seats.
    fn best(&self, tried: &[PlanAction], watch: &dyn Watch) -> Result<Vec<Candidate>, MarketError> {
        let last = self.demands.len() - 1;
        let mut solver = Solver::new(&self.block_problem(last, CASES[0]), &Unheard(watch))?;
        let (sites, _) = self.stand.sites(tried);
        let mut ranked = Vec::new();
        for site in sites {
            if watch.is_cancelled() {
                return Err(MarketError::Cancelled);
            }
            if site.seats > 0 && is_short_of_pupils(&site.lever.doubts) {
                continue;
            }
            let worth = self.worth(&mut solver, &site, tried[site.action].rentree)?;
            if site.seats < 0 || worth > 0 {
                let per_seat = worth * 1_000 / i64::from(site.seats.unsigned_abs().max(1));
                ranked.push((site.seats < 0, -per_seat, site));
            }
        }
        ranked.sort_by(|a, b| {
            let section = |site: &Site| (site.section.clone(), tried[site.action].seats);
            (a.0, a.1)
                .cmp(&(b.0, b.1))
                .then_with(|| section(&a.2).cmp(&section(&b.2)))
        });
        let mut kept = [0, 0];
        ranked.retain(|(closes, ..)| {
            kept[usize::from(*closes)] += 1;
            kept[usize::from(*closes)] <= MOST[usize::from(*closes)]
        });
        let sites = ranked.into_iter().map(|(.., site)| site);
        sites
            .map(|site| self.candidate(tried[site.action].clone(), site))
            .collect()
    }

    /// Posts filled more, or fewer, in the last year by a site alone, thousandths.
    fn worth(&self, solver: &mut Solver, site: &Site, rentree: u16) -> Result<i64, MarketError> {
        let year = self.demands.last().map_or(0, |demand| demand.year);
        let people = self.stand.alone(site, rentree, year);
        let more: Vec<(usize, i64)> = people
            .iter()
            .map(|(node, n)| (*node, *n))
            .filter(|(_, n)| *n > 0)
            .collect();
        let fewer = people
            .iter()
            .map(|(node, n)| (*node, (-n).min(solver.problem().supplies[*node])));
        let fewer: Vec<(usize, i64)> = fewer.filter(|(_, n)| *n > 0).collect();
        Ok(solver.more(&more)?.gain + solver.fewer(&fewer)?.gain)
    }

    /// The same actions at the later rentrées, where waiting can help: a budget or a share of seats by year.
    fn at_each_rentree(&self, candidates: Vec<Candidate>) -> Result<Vec<Candidate>, MarketError> {
        let by_year = self.request.has_budget() || self.request.transformation.is_some();
        let rentrees = self
            .request
            .rentrees
            .clone()
            .skip(1)
            .take(if by_year { RENTREES - 1 } else { 0 });
        let later: Vec<PlanAction> = rentrees
            .flat_map(|rentree| {
                candidates.iter().map(move |c| PlanAction {
                    rentree,
                    ..c.action.clone()
                })
            })
            .collect();
        let mut all = candidates;
        all.extend(self.candidates(&later)?);
        Ok(all)
    }

    fn means(&self, known: &[super::KnownSection]) -> Result<Means<'p>, MarketError> {
        let years: Vec<u16> = self.demands.iter().map(|d| d.year).collect();
        let mut euros = vec![0.0; years.len()];
        // What is decided is paid for already, and its seats are there.
        for (number, action) in self.own.iter().enumerate().skip(self.decided.actions) {
            let sites: Vec<&Site> = self.sites.iter().filter(|s| s.action == number).collect();
            let spent = spent(action, &sites, self.stand.facts(), years.iter().copied());
            let Some(spent) = spent else {
                if self.needs_costs() {
                    return Err(MarketError::NoCost {
                        programme: action.section.programme.to_string(),
                    });
                }
                continue;
            };
            for (sum, year) in euros.iter_mut().zip(spent) {
                *sum += year.central;
            }
        }
        for helped in self.stand.helps.iter().skip(self.decided.helps) {
            for (sum, year) in euros.iter_mut().zip(&years) {
                match helped.help.spent(*year) {
                    #[expect(clippy::cast_precision_loss, reason = "euros are far below 2^53")]
                    Some(spent) => *sum += spent as f64,
                    None if self.needs_costs() => return Err(MarketError::NoHelpCost),
                    None => {}
                }
            }
        }
        let new = self.sites.iter().filter(|site| site.action >= self.decided.actions);
        let mut means = Means {
            request: self.request,
            years,
            spent: euros,
            seats: known.iter().filter_map(|k| k.seats).map(i64::from).sum(),
            moved: new.map(|site| i64::from(site.seats)).sum(),
            entrants: self.stand.sizes.iter().map(|s| s.entrants.low.0).collect(),
            vacant: self.stand.sizes.iter().map(|s| s.vacant.low.0).collect(),
            board: BoardMeans::of(self.stand, &self.sites, self.experiment),
        };
        for entrants in &mut means.entrants {
            *entrants = Milli(*entrants).times(self.request.displacement).0;
        }
        for wave in &self.waves {
            if let Some(group) = wave.displaced {
                let moved = wave.cohorts[Bound::Central as usize].entrants().0;
                means.entrants[group] += moved.min(0);
                means.vacant[group] -= moved.max(0);
            }
        }
        Ok(means)
    }

    fn problem(&self, candidates: &[Candidate], limits: &Limits) -> Result<PlanProblem, MarketError> {
        let cases = match self.request.aim {
            PlanAim::Central => 0..1,
            _ => 0..CASES.len(),
        };
        // Years before anybody leaves are the same under every plan.
        let first = candidates
            .iter()
            .map(|c| c.waves.iter().map(|w| w.cohorts[1].june()).min())
            .min();
        let first = first.flatten().unwrap_or(u16::MAX);
        let years: Vec<usize> = (0..self.demands.len())
            .filter(|at| self.demands[*at].year >= first)
            .collect();
        let layout = self.layout(candidates);
        let mut problem = PlanProblem {
            supplies: layout.supplies,
            demands: layout.cells.len(),
            arcs: layout.arcs.clone(),
            priorities: self.priorities(&layout),
            rows: limits.rows.clone(),
            aim: match self.request.aim {
                PlanAim::Central => Aim::Expected(vec![1]),
                PlanAim::Mean => Aim::Expected(vec![1; CASES.len()]),
                PlanAim::WorstCase => Aim::WorstCase,
                PlanAim::Regret => Aim::MinMaxRegret,
            },
            ..PlanProblem::default()
        };
        problem.actions.resize_with(candidates.len(), engine::Action::default);
        let mut places = Vec::new();
        for case in cases {
            let mut last: Option<Moment> = None;
            for &year in &years {
                let moment = self.moment(candidates, (year, case));
                if last.as_ref() == Some(&moment) {
                    // The same posts and people as the year before: the same fill under every plan.
                    if let Some(block) = problem.blocks.last_mut() {
                        block.weight += 1;
                    }
                    continue;
                }
                places.push((year, case));
                add_block(&mut problem, &layout, &moment, case);
                last = Some(moment);
            }
        }
        if self.request.no_basin_loses {
            self.add_floors(&mut problem, &layout, &places)?;
        }
        Ok(problem)
    }

    /// A year of a case as candidates find it. None takes more from a node than is there.
    fn moment(&self, candidates: &[Candidate], (year, case): (usize, usize)) -> Moment {
        let Problem { supplies, demands, .. } = self.block_problem(year, CASES[case]);
        let mut brought = Vec::new();
        for (number, candidate) in (0_u32..).zip(candidates) {
            let people = self.people(&candidate.waves, year, CASES[case].1);
            brought.extend(
                people
                    .into_iter()
                    .map(|(node, n)| (number, node, n.max(-supplies[node]))),
            );
        }
        Moment {
            supplies,
            demands,
            brought,
        }
    }

    /// Everything a candidate can change, in its last year.
    fn layout(&self, candidates: &[Candidate]) -> Layout {
        let last = self.demands.len() - 1;
        let touched = candidates.iter().flat_map(|c| self.people(&c.waves, last, Bound::High));
        let size = (self.stand.side.nodes.len(), self.stand.matching.cells.len());
        Layout::new(self.stand.matching.arcs(), size, touched.map(|(node, _)| node))
    }

    /// No basin of the territory below what the best fill gives it without the plan.
    fn add_floors(
        &self,
        problem: &mut PlanProblem,
        layout: &Layout,
        places: &[(usize, usize)],
    ) -> Result<(), MarketError> {
        for (block, (year, case)) in (0_u32..).zip(places) {
            let solver = Solver::new(&self.block_problem(*year, CASES[*case]), &Unattended)?;
            let mut basins: BTreeMap<usize, (Vec<u32>, i64)> = BTreeMap::new();
            for (demand, cell) in (0_u32..).zip(&layout.cells) {
                let (basin, _) = self.stand.matching.cells[*cell];
                if self.stand.frame.home[basin] {
                    let floor = basins.entry(basin).or_default();
                    floor.0.push(demand);
                    floor.1 += solver.problem().demands[*cell] - solver.unfilled(*cell);
                }
            }
            let floors = basins.into_values().filter(|(_, posts)| *posts > 0);
            problem
                .floors
                .extend(floors.map(|(demands, posts)| engine::Floor { block, demands, posts }));
        }
        Ok(())
    }

    /// The matching of a year with the actions of the scenario.
    fn block_problem(&self, year: usize, (need, supply): (Bound, Bound)) -> Problem {
        let mut problem = self.stand.matching.problem_at((need, supply));
        let demand = &self.demands[year];
        let needs = self.stand.matching.cells.iter();
        let of = |needed: Option<Estimate>| needed.unwrap_or_default().at(need).0;
        problem.demands = needs.map(|key| of(demand.cells.get(key).map(|f| f.need))).collect();
        for (node, people) in self.people(&self.waves, year, supply) {
            problem.supplies[node] = (problem.supplies[node] + people).max(0);
        }
        let case = CASES.iter().position(|ends| *ends == (need, supply));
        if let Some(left) = self.left.get(year).zip(case).and_then(|(cases, case)| cases.get(case)) {
            let given = vec![true; self.stand.helps.len()];
            let year = demand.year;
            help::send(&self.stand.helps, (&given, year), left.clone(), &mut problem.supplies);
        }
        problem
    }

    fn people(&self, waves: &[Wave], year: usize, bound: Bound) -> Vec<(usize, i64)> {
        let waves: Vec<&Wave> = waves.iter().collect();
        let nodes = self.stand.people(&waves, self.demands[year].year);
        let people = nodes.into_iter().map(|(node, ends)| (node, ends[bound as usize]));
        people.filter(|(_, n)| *n != 0).collect()
    }

    fn priorities(&self, layout: &Layout) -> Vec<i64> {
        let first = &self.request.first;
        let weight = |(basin, fap): &(usize, &crate::domain::id::FapCode)| {
            let code = &self.stand.frame.basins[*basin].code;
            let comes_first = first.holds(code, fap);
            match self.stand.frame.home[*basin] {
                false => WEIGHTS[0],
                true if comes_first => WEIGHTS[2],
                true => WEIGHTS[1],
            }
        };
        let cells = layout.cells.iter().map(|cell| &self.stand.matching.cells[*cell]);
        cells.map(weight).collect()
    }
}

/// The people and posts of a year, and what each candidate brings to each node: (candidate, node, people).
#[derive(Debug, PartialEq, Eq)]
struct Moment {
    supplies: Vec<i64>,
    demands: Vec<i64>,
    brought: Vec<(u32, usize, i64)>,
}

/// Adds a year as a block. Several candidates together take no more from a node than is there: a row forbids it.
fn add_block(problem: &mut PlanProblem, layout: &Layout, moment: &Moment, case: usize) {
    let block = u32::try_from(problem.blocks.len()).unwrap_or(u32::MAX);
    problem.blocks.push(Block {
        supplies: layout.people(&moment.supplies),
        demands: layout.posts(&moment.demands),
        scenario: u32::try_from(case).unwrap_or(0),
        weight: 1,
    });
    let mut taken: BTreeMap<usize, Vec<(u32, i64)>> = BTreeMap::new();
    for &(action, node, people) in &moment.brought {
        taken.entry(node).or_default().push((action, -people));
        if let Some(supply) = layout.supply(node) {
            let brings = &mut problem.actions[action as usize].brings;
            brings.push(Bring { block, supply, people });
        }
    }
    for (node, terms) in taken {
        let worst: i64 = terms.iter().map(|(_, taken)| (*taken).max(0)).sum();
        let row = engine::Row {
            terms,
            at_most: moment.supplies[node],
        };
        if worst > moment.supplies[node] && !problem.rows.contains(&row) {
            problem.rows.push(row);
        }
    }
}

fn proposal(plan: &Plan, candidates: Vec<Candidate>, limits: &Limits, possible: usize) -> Proposal {
    let looked_at = candidates.len();
    let mut actions: Vec<ProposedAction> = Vec::new();
    let taken: Span<usize> = 0..candidates.len();
    for (number, candidate) in taken.zip(candidates) {
        if let Some(gain) = plan.gains.iter().find(|gain| gain.action == number) {
            actions.push(ProposedAction {
                action: candidate.action,
                gain: Milli(gain.objective),
            });
        }
    }
    actions.sort_by(|a, b| {
        let key = |p: &ProposedAction| (p.action.rentree, -p.gain.0);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.action.section.cmp(&b.action.section))
    });
    Proposal {
        actions,
        without: Milli(plan.without),
        planned: Milli(plan.standing.objective),
        bound: Milli(plan.standing.bound),
        gap: plan.standing.gap().0,
        is_proved: plan.is_proved,
        looked_at,
        possible,
        binding: limits.named(&plan.binding),
    }
}
