//! Long equality tests, in release: a solver that follows edits agrees with one that starts from nothing, to the unit.

use releve::domain::progress::Unattended;
use releve::engine::{Change, Problem, Repair, Solver};

use crate::clock::time;
use crate::instances::{Dice, instances};

/// Edits of the small and of the national instance.
const EDITS: [(&str, u32); 2] = [("small", 10_000), ("national", 200)];

/// Edits random quantities one after the other. After each, the warm solution must be the cold one, allocation included, and
/// be proved optimal and unique; exact what-ifs and bounds asked before the edit must hold after it.
pub fn run() {
    std::thread::scope(|scope| {
        for (name, edits) in EDITS {
            scope.spawn(move || {
                let Some(instance) = instances(&[name.to_owned()]).pop() else {
                    panic!("no instance {name}");
                };
                let (paths, took) = time(|| follow(&instance.problem, edits));
                let seconds = took.wall / 1e3;
                println!(
                    "{name}: {edits} edits, warm = cold, each proved optimal and unique; {paths} ({seconds:.0} s)"
                );
            });
        }
    });
}

fn follow(problem: &Problem, edits: u32) -> String {
    let mut dice = Dice(u64::from(edits));
    let mut solver = Solver::new(problem, &Unattended).unwrap();
    let (mut warm, mut restarts, mut cold) = (0, 0, 0);
    for edit in 0..edits {
        let changes = draw(problem, &mut dice);
        let mut next = solver.problem().clone();
        apply(&mut next, &changes);
        let bound = solver.bound(&next.supplies, &next.demands).unwrap();
        let guess = guess(&mut solver, &changes);
        match solver.update(&changes, &Unattended).unwrap() {
            Repair::Warm { .. } => warm += 1,
            Repair::Restart => restarts += 1,
            Repair::Cold => cold += 1,
        }
        let fresh = Solver::new(&next, &Unattended).unwrap();
        let (ours, certificate) = solver.proved().unwrap();
        let theirs = fresh.solution();
        assert_eq!(solver.problem(), &next, "edit {edit}: quantities");
        assert_eq!(ours.flows, theirs.flows, "edit {edit}: allocation");
        let figures = |s: &releve::engine::Solution| (s.filled, s.mismatch, s.unused.clone(), s.unfilled.clone());
        assert_eq!(figures(&ours), figures(&theirs), "edit {edit}: figures");
        assert_eq!(
            certificate.cut.value,
            i128::from(ours.filled),
            "edit {edit}: minimum cut"
        );
        assert!(
            (bound.at_least..=bound.at_most).contains(&ours.filled),
            "edit {edit}: {bound:?}"
        );
        assert!(guess.is_none_or(|filled| filled == ours.filled), "edit {edit}: what-if");
    }
    assert!(warm > 0, "the warm path was never taken");
    format!("{warm} by exchanges, {restarts} from the former tree, {cold} from nothing")
}

/// Posts filled after a change of one supply alone, told before it.
fn guess(solver: &mut Solver, changes: &[Change]) -> Option<i64> {
    let [Change::Supply { supply, people }] = *changes else {
        return None;
    };
    let more = people - solver.problem().supplies[supply];
    Some(solver.filled() + solver.fill_change(supply, more).unwrap())
}

fn apply(problem: &mut Problem, changes: &[Change]) {
    for &change in changes {
        match change {
            Change::Supply { supply, people } => problem.supplies[supply] = people,
            Change::Demand { demand, posts } => problem.demands[demand] = posts,
        }
    }
}

/// Mostly one quantity or a few; at times very many, to zero, or back to the start.
fn draw(problem: &Problem, dice: &mut Dice) -> Vec<Change> {
    let count = match dice.below(20) {
        0 => 300,
        1..=3 => 40,
        4..=9 => 1 + dice.below(5),
        _ => 1,
    };
    let supplies = u32::try_from(problem.supplies.len()).unwrap();
    let nodes = supplies + u32::try_from(problem.demands.len()).unwrap();
    let one = |_| {
        let node = if dice.below(2) == 0 {
            dice.below(supplies)
        } else {
            dice.below(nodes)
        };
        let percent = i64::from([0, 0, 80, 95, 100, 100, 105, 120, 200, 1000][dice.below(10) as usize]);
        let some = i64::from(dice.below(3) * dice.below(1_000));
        let scale = |quantity: i64| quantity * percent / 100 + some;
        if node < supplies {
            let supply = node as usize;
            let people = scale(problem.supplies[supply]);
            Change::Supply { supply, people }
        } else {
            let demand = (node - supplies) as usize;
            let posts = scale(problem.demands[demand]);
            Change::Demand { demand, posts }
        }
    };
    (0..count).map(one).collect()
}
