//! The plan optimiser against every plan there is.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use releve::domain::progress::{Progress, Unattended};
use releve::engine::plan::{
    Action, Aim, Block, Bring, Conflict, Floor, Gap, Lock, PlanError, PlanProblem, Row, Standing, Watch, plan,
};
use releve::engine::{EngineError, check_shortfall};

use super::plan_oracle::{by_scenario, draw, everything, filled, headcounts, objectives, plans, respects};
use crate::dice::Dice;
use crate::impatient::Impatient;

/// Has enough, or cancels, once it was asked so many times; notes what it hears.
struct Listener {
    patience: u32,
    looks: AtomicU32,
    heard: Mutex<Vec<Standing>>,
}

impl Listener {
    fn after(patience: u32) -> Self {
        Self {
            patience,
            looks: AtomicU32::new(0),
            heard: Mutex::new(Vec::new()),
        }
    }
}

impl Progress for Listener {
    fn report(&self, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}

impl Watch for Listener {
    fn hear(&self, standing: &Standing) {
        self.heard.lock().unwrap().push(*standing);
    }

    fn is_enough(&self) -> bool {
        self.looks.fetch_add(1, Ordering::Relaxed) >= self.patience
    }
}

impl Watch for Impatient {
    fn hear(&self, _standing: &Standing) {}

    fn is_enough(&self) -> bool {
        false
    }
}

/// Compares with every plan: the best objective, proved; or a conflict that any one member less would lift.
fn check(problem: &PlanProblem, name: &str) -> Option<i64> {
    let possible = plans(problem, &everything(problem));
    let found = plan(problem, Gap::NONE, &Unattended);
    if possible.is_empty() {
        let Err(EngineError::Plan(PlanError::Infeasible(conflict))) = found else {
            panic!("{name}: {found:?}, and no plan is possible");
        };
        check_conflict(problem, &conflict, name);
        return None;
    }
    let found = found.unwrap_or_else(|e| panic!("{name}: {e}"));
    let best = objectives(problem, &possible).into_iter().max().unwrap();
    assert_eq!(found.standing.objective, best, "{name}: {problem:?}");
    assert_eq!(found.standing.bound, best, "{name}: bound");
    assert!(
        found.is_proved && respects(problem, &found.taken, &everything(problem)),
        "{name}"
    );
    let place = possible.iter().position(|p| *p == found.taken).unwrap();
    assert_eq!(objectives(problem, &possible)[place], best, "{name}: its own plan");
    Some(best)
}

fn check_conflict(problem: &PlanProblem, conflict: &Conflict, name: &str) {
    assert_eq!(
        plans(problem, conflict),
        Vec::<Vec<bool>>::new(),
        "{name}: {conflict:?} is none"
    );
    let lifted = |fewer: &Conflict| assert!(!plans(problem, fewer).is_empty(), "{name}: {fewer:?} suffices");
    for n in 0..conflict.rows.len() {
        let mut fewer = conflict.clone();
        fewer.rows.remove(n);
        lifted(&fewer);
    }
    for n in 0..conflict.floors.len() {
        let mut fewer = conflict.clone();
        fewer.floors.remove(n);
        lifted(&fewer);
    }
    for n in 0..conflict.locks.len() {
        let mut fewer = conflict.clone();
        fewer.locks.remove(n);
        lifted(&fewer);
    }
}

#[test]
fn the_plan_is_the_best_of_all_plans() {
    let mut dice = Dice(404);
    let (mut solved, mut impossible) = (0, 0);
    for round in 0..600 {
        let actions = 1 + dice.index(8);
        let problem = draw(&mut dice, actions);
        match check(&problem, &format!("round {round}")) {
            Some(_) => solved += 1,
            None => impossible += 1,
        }
    }
    assert!(solved > 300 && impossible > 60, "{solved} {impossible}");
}

#[test]
fn headcounts_of_a_plan_are_never_negative() {
    let mut dice = Dice(7);
    for _ in 0..100 {
        let problem = draw(&mut dice, 6);
        if let Ok(found) = plan(&problem, Gap::USUAL, &Unattended) {
            for block in 0..problem.blocks.len() {
                assert!(headcounts(&problem, block, &found.taken).iter().all(|&n| n >= 0));
            }
        }
    }
}

#[test]
fn a_plan_stopped_early_respects_everything_and_its_bound_holds() {
    let mut dice = Dice(11);
    let mut open = 0;
    for _ in 0..120 {
        let problem = draw(&mut dice, 8);
        let possible = plans(&problem, &everything(&problem));
        let Some(best) = objectives(&problem, &possible).into_iter().max() else {
            continue;
        };
        // References of regret may be above what is possible when stopped: then so is the regret told.
        let is_regret = problem.aim == Aim::MinMaxRegret;
        for patience in [0, 1, 2, 5, 20] {
            let listener = Listener::after(patience);
            let found = plan(&problem, Gap::NONE, &listener).unwrap();
            assert!(respects(&problem, &found.taken, &everything(&problem)));
            assert!(found.standing.objective <= best);
            assert!(is_regret || found.standing.bound >= best, "{patience}: {found:?}");
            assert!(found.references.iter().all(|r| r.best <= r.bound));
            open += u32::from(found.standing.bound > found.standing.objective);
            let heard = listener.heard.into_inner().unwrap();
            assert!(
                heard.is_sorted_by(|a, b| a.objective <= b.objective && a.bound >= b.bound),
                "{heard:?}"
            );
        }
    }
    assert!(open > 20, "{open}");
}

#[test]
fn a_plan_is_cancelled_wherever_it_is_and_made_again_the_same() {
    let mut dice = Dice(12);
    let problem = std::iter::repeat_with(|| draw(&mut dice, 8)).find(|p| plan(p, Gap::NONE, &Unattended).is_ok());
    let problem = problem.unwrap();
    let whole = plan(&problem, Gap::NONE, &Unattended).unwrap();
    let patient = Impatient::after(u32::MAX);
    assert_eq!(plan(&problem, Gap::NONE, &patient), Ok(whole));
    let looks = patient.looks();
    assert!(looks > 20, "{looks}");
    for patience in (0..looks).step_by(7) {
        let stopped = plan(&problem, Gap::NONE, &Impatient::after(patience));
        assert_eq!(stopped, Err(EngineError::Cancelled), "{patience} of {looks}");
    }
}

#[test]
fn what_is_told_of_a_plan_is_what_a_count_from_nothing_tells() {
    let mut dice = Dice(13);
    for round in 0..150 {
        let problem = draw(&mut dice, 7);
        let Ok(found) = plan(&problem, Gap::NONE, &Unattended) else {
            continue;
        };
        for (block, told) in found.blocks.iter().enumerate() {
            let all = |taken: &[bool]| filled(&problem, block, &headcounts(&problem, block, taken), |_| true);
            assert_eq!(told.before, all(&[false; 7]), "{round}");
            assert_eq!(told.after, all(&found.taken), "{round}");
            assert_eq!(told.posts, problem.blocks[block].demands.iter().sum::<i64>());
            let short = told.short.as_ref().map_or(0, |claim| claim.unfilled);
            assert_eq!(short, told.posts - told.after, "{round}");
            if let Some(claim) = &told.short {
                let people = headcounts(&problem, block, &found.taken);
                let here = releve::engine::Problem {
                    supplies: people,
                    demands: problem.blocks[block].demands.clone(),
                    arcs: problem
                        .arcs
                        .iter()
                        .map(|&(supply, demand)| releve::engine::Arc {
                            supply,
                            demand,
                            cost: 0,
                        })
                        .collect(),
                    limits: Vec::new(),
                };
                check_shortfall(&here, claim).unwrap();
            }
        }
        let taken = (0..7).filter(|&action| found.taken[action]);
        assert_eq!(
            found.gains.iter().map(|g| g.action).collect::<Vec<_>>(),
            taken.collect::<Vec<_>>()
        );
        for gain in &found.gains {
            let mut without = found.taken.clone();
            without[gain.action] = false;
            for (block, &lost) in gain.blocks.iter().enumerate() {
                let all = |taken: &[bool]| {
                    let people = headcounts(&problem, block, taken).into_iter().map(|n| n.max(0));
                    filled(&problem, block, &people.collect::<Vec<_>>(), |_| true)
                };
                assert_eq!(lost, all(&found.taken) - all(&without), "{round}");
            }
            if !matches!(problem.aim, Aim::MinMaxRegret) && respects_people(&problem, &without) {
                let both = objectives(&problem, &[found.taken.clone(), without]);
                assert_eq!(gain.objective, both[0] - both[1], "{round}");
            }
        }
    }
}

fn respects_people(problem: &PlanProblem, taken: &[bool]) -> bool {
    respects(problem, taken, &Conflict::default())
}

#[test]
fn regret_is_counted_from_the_best_plan_of_each_scenario() {
    let mut dice = Dice(14);
    let mut seen = 0;
    for _ in 0..600 {
        let problem = PlanProblem {
            aim: Aim::MinMaxRegret,
            ..draw(&mut dice, 6)
        };
        let Ok(found) = plan(&problem, Gap::NONE, &Unattended) else {
            continue;
        };
        let possible = plans(&problem, &everything(&problem));
        for (n, reference) in found.references.iter().enumerate() {
            let alone = possible.iter().map(|taken| by_scenario(&problem, taken)[n]);
            assert_eq!(alone.map(|(_, v)| v).max(), Some(reference.best));
            assert_eq!(reference.best, reference.bound);
        }
        assert!(found.standing.objective <= 0);
        seen += u32::from(found.standing.objective < 0);
    }
    assert!(seen > 5, "{seen}");
}

/// The most that a block can be worth, by looking at every matching.
fn exhaustive(problem: &PlanProblem, left: &mut [i64], open: &mut [i64], arc: usize) -> i64 {
    let Some(&(supply, demand)) = problem.arcs.get(arc) else {
        return 0;
    };
    let (s, d) = (supply as usize, demand as usize);
    let mut best = 0;
    for flow in 0..=left[s].min(open[d]) {
        left[s] -= flow;
        open[d] -= flow;
        best = best.max(flow * problem.priorities[d] + exhaustive(problem, left, open, arc + 1));
        left[s] += flow;
        open[d] += flow;
    }
    best
}

#[test]
fn priorities_are_worth_what_the_best_matching_of_weighted_posts_is() {
    let mut dice = Dice(15);
    for _ in 0..150 {
        let mut problem = draw(&mut dice, 3);
        problem.arcs.truncate(6);
        problem.aim = Aim::Expected(vec![1, 1, 1]);
        let Ok(found) = plan(&problem, Gap::NONE, &Unattended) else {
            continue;
        };
        let worth = problem.blocks.iter().enumerate().map(|(block, b)| {
            let mut people = headcounts(&problem, block, &found.taken);
            b.weight * exhaustive(&problem, &mut people, &mut b.demands.clone(), 0)
        });
        assert_eq!(found.standing.objective, worth.sum::<i64>());
    }
}

/// One basin, one programme: 3 people for 10 posts, and sections of 2 and 5 more.
fn simple() -> PlanProblem {
    let section = |people: i64| Action {
        brings: vec![Bring {
            block: 0,
            supply: 0,
            people,
        }],
        lock: Lock::Free,
    };
    PlanProblem {
        supplies: 1,
        demands: 1,
        arcs: vec![(0, 0)],
        blocks: vec![Block {
            supplies: vec![3],
            demands: vec![10],
            scenario: 0,
            weight: 1,
        }],
        priorities: vec![1],
        actions: vec![section(2), section(5)],
        rows: vec![Row {
            terms: vec![(0, 1), (1, 1)],
            at_most: 1,
        }],
        floors: Vec::new(),
        aim: Aim::default(),
    }
}

#[test]
fn a_plan_by_hand() {
    let found = plan(&simple(), Gap::NONE, &Unattended).unwrap();
    assert_eq!(found.taken, [false, true]);
    assert_eq!(
        (found.without, found.standing.objective, found.standing.bound),
        (3, 8, 8)
    );
    assert_eq!((found.gains[0].action, found.gains[0].objective), (1, 5));
    assert_eq!(found.binding, [0], "a second section would break the row");
    assert_eq!(
        found.blocks[0].short.as_ref().map(|s| (s.posts, s.people, s.unfilled)),
        Some((10, 8, 2))
    );
}

#[test]
fn a_conflict_names_the_rows_floors_and_locks_that_make_it() {
    let mut problem = simple();
    problem.rows.push(Row {
        terms: vec![(0, 1)],
        at_most: 0,
    });
    problem.actions[0].lock = Lock::Taken;
    problem.floors.push(Floor {
        block: 0,
        demands: vec![0],
        posts: 5,
    });
    let conflict = |problem: &PlanProblem| match plan(problem, Gap::NONE, &Unattended) {
        Err(EngineError::Plan(PlanError::Infeasible(conflict))) => conflict,
        other => panic!("{other:?}"),
    };
    let members = |rows: &[usize], floors: &[usize], locks: &[usize]| Conflict {
        rows: rows.to_vec(),
        floors: floors.to_vec(),
        locks: locks.to_vec(),
    };
    assert_eq!(conflict(&problem), members(&[1], &[], &[0]));
    problem.actions[0].lock = Lock::Free;
    problem.rows.pop();
    problem.floors[0].posts = 9;
    assert_eq!(
        conflict(&problem),
        members(&[0], &[0], &[]),
        "8 posts at most with one section"
    );
    problem.floors[0].posts = 11;
    assert_eq!(conflict(&problem), members(&[], &[0], &[]), "there are 10 posts");
}

#[test]
fn ill_formed_problems_are_refused() {
    type Spoil = fn(&mut PlanProblem);
    let cases: [(Spoil, EngineError); 12] = [
        (
            |p| p.blocks[0].supplies.push(1),
            PlanError::BlockSize { block: 0 }.into(),
        ),
        (|p| p.blocks[0].weight = -1, PlanError::BlockWeight { block: 0 }.into()),
        (|p| p.blocks[0].scenario = 1, PlanError::Scenario { block: 0 }.into()),
        (
            |p| p.aim = Aim::Expected(vec![-1]),
            PlanError::Scenario { block: 0 }.into(),
        ),
        (|p| p.priorities[0] = 0, PlanError::Priority { demand: 0 }.into()),
        (
            |p| p.actions[1].brings[0].supply = 1,
            PlanError::ActionPlace { action: 1 }.into(),
        ),
        (|p| p.rows[0].terms.push((2, 1)), PlanError::RowAction { row: 0 }.into()),
        (
            |p| {
                p.floors.push(Floor {
                    block: 0,
                    demands: vec![0, 0],
                    posts: 1,
                });
            },
            PlanError::FloorDemands { floor: 0 }.into(),
        ),
        (|p| p.arcs.push((0, 1)), EngineError::ArcOutOfRange { index: 1 }),
        (
            |p| p.blocks[0].supplies[0] = -1,
            EngineError::NegativeSupply { index: 0, value: -1 },
        ),
        (
            |p| p.blocks[0].demands[0] = -1,
            EngineError::NegativeDemand { index: 0, value: -1 },
        ),
        (|p| p.actions[0].brings[0].people = i64::MAX, EngineError::Overflow),
    ];
    for (spoil, expected) in cases {
        let mut problem = simple();
        spoil(&mut problem);
        assert_eq!(plan(&problem, Gap::NONE, &Unattended), Err(expected));
    }
}

#[test]
fn sums_at_their_bounds_are_exact_and_one_past_is_refused() {
    let mut problem = simple();
    let most = 1 << 40;
    problem.blocks[0].supplies[0] = most - 7;
    problem.blocks[0].demands[0] = most;
    problem.blocks[0].weight = 1 << 20;
    let found = plan(&problem, Gap::NONE, &Unattended).unwrap();
    assert_eq!(
        (found.standing.objective, found.standing.bound),
        ((most - 2) << 20, (most - 2) << 20)
    );
    problem.blocks[0].weight += 1;
    assert_eq!(plan(&problem, Gap::NONE, &Unattended), Err(EngineError::Overflow));
    problem.blocks[0].weight = 1;
    problem.blocks[0].supplies[0] += 1;
    assert_eq!(plan(&problem, Gap::NONE, &Unattended), Err(EngineError::Overflow));
    let mut problem = simple();
    problem.rows[0].at_most = i64::MIN;
    assert_eq!(plan(&problem, Gap::NONE, &Unattended), Err(EngineError::Overflow));
}

#[test]
fn nothing_to_choose_is_a_plan_too() {
    let found = plan(&PlanProblem::default(), Gap::NONE, &Unattended).unwrap();
    assert_eq!((found.standing.objective, found.is_proved), (0, true));
    let mut locked = simple();
    locked.actions[0].lock = Lock::Taken;
    locked.actions[1].lock = Lock::Refused;
    let found = plan(&locked, Gap::NONE, &Unattended).unwrap();
    assert_eq!((found.taken, found.standing.objective), (vec![true, false], 5));
}
