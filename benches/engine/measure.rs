//! The measures of one instance.

use releve::domain::progress::Unattended;
use releve::engine::{Change, Parameters, Problem, Repair, Solution, Solver, expect, solve};

use crate::clock::{self, Took, ms, quantile, time};
use crate::coalitions;
use crate::instances::{Dice, Instance};

/// Supplies whose headcount is raised one after the other.
const RAISES: u32 = 400;

/// Every measure of an instance, in the order of the table.
pub fn all(instance: &Instance) -> Vec<(&'static str, String)> {
    let problem = &instance.problem;
    clock::reset_peak();
    let mut rows = vec![
        ("supplies", problem.supplies.len().to_string()),
        ("demands", problem.demands.len().to_string()),
        ("arcs", problem.arcs.len().to_string()),
    ];
    cold(problem, &mut rows);
    let instance = &instance.in_thousandths();
    let mut solver = Solver::new(&instance.problem, &Unattended).unwrap();
    raises(instance, &mut solver, &mut rows);
    basins(instance, &mut solver, &mut rows);
    levers(&instance.problem, &mut solver, &mut rows);
    values(instance, &mut solver, &mut rows);
    drop(solver);
    lens(&instance.problem, &mut rows);
    rows.push(("Shapley, 128 coalitions", coalitions::measure(instance)));
    rows
}

/// One line of comma-separated values, for a comparison with other programs: objective, CPU milliseconds, peak memory.
pub fn solve_alone(instance: &Instance) {
    let (solution, took) = repeat(|| solve(&instance.problem, &Unattended).unwrap());
    let peak = clock::peak_mb().map_or_else(|| "?".to_owned(), |mb| format!("{mb:.0}"));
    println!(
        "{},{},{:.1},{:.1},{peak}",
        instance.name,
        objective(&instance.problem, &solution),
        took.cpu,
        took.wall
    );
}

/// Mean time of a piece of work done often enough for the clock of the processor, which ticks every few milliseconds.
fn repeat<T>(work: impl Fn() -> T) -> (T, Took) {
    let (mut result, mut total) = time(&work);
    let mut times = 1.0;
    while times < 3.0 || times < 200.0 && total.wall < 1_000.0 {
        let (again, took) = time(&work);
        result = again;
        total.wall += took.wall;
        total.cpu += took.cpu;
        times += 1.0;
    }
    let mean = Took {
        wall: total.wall / times,
        cpu: total.cpu / times,
    };
    (result, mean)
}

/// Cost with the price of an unfilled post that the kit's published objectives use, unfilled posts, mismatch.
fn objective(problem: &Problem, solution: &Solution) -> String {
    let unfilled: i64 = solution.unfilled.iter().sum();
    let largest = problem.arcs.iter().map(|a| i128::from(a.cost)).max().unwrap_or(0);
    let price = (problem.supplies.len().min(problem.demands.len()) as i128 + 1) * largest + 1;
    let cost = price * i128::from(unfilled) + solution.mismatch;
    format!("{cost} / {unfilled} / {}", solution.mismatch)
}

fn cold(problem: &Problem, rows: &mut Vec<(&'static str, String)>) {
    let (solution, took) = repeat(|| solve(problem, &Unattended).unwrap());
    rows.push(("objective / unfilled / mismatch", objective(problem, &solution)));
    rows.push((
        "cold, canonical and certified: CPU (wall)",
        format!("{} ({})", ms(took.cpu), ms(took.wall)),
    ));
    rows.push((
        "peak memory, instance included",
        clock::peak_mb().map_or("?".into(), |mb| format!("{mb:.0} MB")),
    ));
    let (solver, took) = repeat(|| Solver::new(problem, &Unattended).unwrap());
    rows.push(("of which search, ready to be changed: CPU", ms(took.cpu)));
    let (_, took) = repeat(|| solver.proved().unwrap());
    rows.push(("reading, proof, proof of uniqueness: CPU", ms(took.cpu)));
}

/// 24 people more at one supply, then taken back.
fn raises(instance: &Instance, solver: &mut Solver, rows: &mut Vec<(&'static str, String)>) {
    let mut dice = Dice(24);
    let mut walls = Vec::new();
    let mut exchanges = Vec::new();
    for _ in 0..RAISES {
        let supply = dice.below(u32::try_from(instance.problem.supplies.len()).unwrap()) as usize;
        let people = instance.problem.supplies[supply];
        let raised = people + 24 * instance.person;
        let (repair, took) = time(|| solver.update(&[Change::Supply { supply, people: raised }], &Unattended));
        walls.push(took.wall);
        if let Repair::Warm { exchanges: some } = repair.unwrap() {
            exchanges.push(some as f64);
        }
        solver
            .update(&[Change::Supply { supply, people }], &Unattended)
            .unwrap();
    }
    let text = format!("{} / {}", ms(quantile(&mut walls, 0.5)), ms(quantile(&mut walls, 0.99)));
    rows.push(("+24 people at one supply, re-solve: median / 99th percentile", text));
    let text = format!(
        "{:.0} / {:.0}",
        quantile(&mut exchanges, 0.5),
        quantile(&mut exchanges, 0.99)
    );
    rows.push(("exchanges of arcs", text));
}

/// 20 % more posts in every cell of one basin, then taken back.
fn basins(instance: &Instance, solver: &mut Solver, rows: &mut Vec<(&'static str, String)>) {
    let label = "+20 % posts in one basin, re-solve: median / 99th percentile";
    let count = instance.basins.iter().max().map_or(0, |b| b + 1);
    let mut walls = Vec::new();
    for basin in 0..count {
        let cells = (0..instance.basins.len()).filter(|&d| instance.basins[d] == basin);
        let posts = |demand: usize| instance.problem.demands[demand];
        let back: Vec<Change> = cells
            .map(|demand| Change::Demand {
                demand,
                posts: posts(demand),
            })
            .collect();
        let more = back.iter().map(|&change| match change {
            Change::Demand { demand, posts } => Change::Demand {
                demand,
                posts: posts + (posts + 4) / 5,
            },
            supply @ Change::Supply { .. } => supply,
        });
        let more: Vec<Change> = more.collect();
        let (repair, took) = time(|| solver.update(&more, &Unattended));
        repair.unwrap();
        walls.push(took.wall);
        solver.update(&back, &Unattended).unwrap();
    }
    if walls.is_empty() {
        rows.push((label, "no basins in the file".to_owned()));
        return;
    }
    rows.push((
        label,
        format!("{} / {}", ms(quantile(&mut walls, 0.5)), ms(quantile(&mut walls, 0.99))),
    ));
}

/// All supplies 5 % more, then 5 % fewer: a bound at once, then the exact solve.
fn levers(problem: &Problem, solver: &mut Solver, rows: &mut Vec<(&'static str, String)>) {
    let (mut bounds, mut exact, mut gaps) = (Vec::new(), Vec::new(), Vec::new());
    for percent in [105, 95, 105, 95, 105, 95] {
        let supplies: Vec<i64> = problem.supplies.iter().map(|people| people * percent / 100).collect();
        let (bound, took) = time(|| solver.bound(&supplies, &problem.demands).unwrap());
        bounds.push(took.wall);
        let changes = |supplies: &[i64]| -> Vec<Change> {
            let change = |(supply, &people): (usize, &i64)| Change::Supply { supply, people };
            supplies.iter().enumerate().map(change).collect()
        };
        let (repair, took) = time(|| solver.update(&changes(&supplies), &Unattended));
        repair.unwrap();
        exact.push(took.wall);
        let filled = solver.filled();
        assert!(
            bound.at_least <= filled && filled <= bound.at_most,
            "{bound:?} does not hold {filled}"
        );
        gaps.push((bound.at_most - bound.at_least) as f64 / filled.max(1) as f64);
        solver.update(&changes(&problem.supplies), &Unattended).unwrap();
    }
    rows.push((
        "±5 % lever on all supplies, certified bound",
        ms(quantile(&mut bounds, 0.5)),
    ));
    rows.push((
        "width of the bound, share of the posts filled",
        format!("{:.1} %", 100.0 * quantile(&mut gaps, 1.0)),
    ));
    rows.push((
        "±5 % lever on all supplies, exact re-solve",
        ms(quantile(&mut exact, 0.5)),
    ));
}

/// What every supply is worth: by the duals, then exactly for 1 and 24 more.
fn values(instance: &Instance, solver: &mut Solver, rows: &mut Vec<(&'static str, String)>) {
    let (_, took) = time(|| solver.ranking());
    rows.push(("ranking of all supplies by their duals", ms(took.wall)));
    for (label, people) in [
        ("exact value of +1 at every supply", 1),
        ("exact value of +24 at every supply", 24),
    ] {
        let (gains, took) = time(|| {
            let supplies = 0..instance.problem.supplies.len();
            let gain = |supply| solver.fill_change(supply, people * instance.person).unwrap();
            supplies.map(gain).sum::<i64>()
        });
        assert!(gains >= 0);
        rows.push((label, ms(took.wall)));
    }
}

/// The expected lens with noise of the order of the costs.
fn lens(problem: &Problem, rows: &mut Vec<(&'static str, String)>) {
    let parameters = Parameters {
        surplus: 1_200.0,
        noise: 400.0,
    };
    let (expected, took) = repeat(|| expect(problem, parameters, &Unattended).unwrap());
    assert!(expected.residual <= 1e-4);
    let text = format!("{} ({} sweeps)", ms(took.cpu), expected.sweeps);
    rows.push(("expected lens, margins within 10⁻⁴: CPU", text));
}
