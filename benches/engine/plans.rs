//! A plan of ten years for an invented region: time to a first plan, and the gap as time goes.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use releve::domain::progress::Progress;
use releve::engine::plan::{Action, Aim, Block, Bring, Gap, Lock, Plan, PlanProblem, Row, Standing, Watch, plan};

use crate::clock;
use crate::instances::Dice;
use crate::program;

const YEARS: u32 = 10;
const BASINS: u32 = 24;
const OCCUPATIONS: u32 = 24;
const SUPPLIES: u32 = 1_000;
/// Sections that may be opened, each at one of several dates.
const SECTIONS: u32 = 150;
const DATES: u32 = 4;
const LOTS: [i64; 3] = [12, 15, 24];

/// Notes when the standing changed, and ends when time is up.
struct Timed {
    start: Instant,
    limit: Duration,
    heard: Mutex<Vec<(f64, Standing)>>,
    /// When it was last asked, and the longest time it was not.
    asked: Mutex<(Instant, Duration)>,
}

impl Progress for Timed {
    fn report(&self, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        let mut asked = self.asked.lock().unwrap();
        asked.1 = asked.1.max(asked.0.elapsed());
        asked.0 = Instant::now();
        false
    }
}

impl Watch for Timed {
    fn hear(&self, standing: &Standing) {
        self.heard
            .lock()
            .unwrap()
            .push((self.start.elapsed().as_secs_f64(), *standing));
    }

    fn is_enough(&self) -> bool {
        self.start.elapsed() > self.limit
    }
}

/// Prints a table: an instance a row. `$PLAN_SECONDS` is the time allowed, 60 unless told.
pub fn run() {
    let seconds = std::env::var("PLAN_SECONDS")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(60);
    println!(
        "| instance | arcs | actions | rows | first plan | gap then | 1 s | 10 s | at the end | of what is gained | ended after | longest time without a look at Cancel | peak |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (name, problem) in wanted() {
        measure(name, &problem, seconds);
    }
}

/// Prints the first instance wanted as one mixed-integer program.
pub fn print_lp() {
    if let Some((_, problem)) = wanted().first() {
        print!("{}", program::lp(problem));
    }
}

/// Instances whose name contains `$PLAN_ONLY`.
fn wanted() -> Vec<(&'static str, PlanProblem)> {
    let wanted = std::env::var("PLAN_ONLY").unwrap_or_default();
    let all = [
        ("one scenario", 1, Aim::Expected(vec![1])),
        ("three, expected", 3, Aim::Expected(vec![1, 2, 1])),
        ("three, worst case", 3, Aim::WorstCase),
        ("three, regret", 3, Aim::MinMaxRegret),
    ];
    let named = all.into_iter().filter(|(name, ..)| name.contains(&wanted));
    named
        .map(|(name, scenarios, aim)| (name, region(scenarios, aim, 2026)))
        .collect()
}

fn measure(name: &str, problem: &PlanProblem, seconds: u64) {
    clock::reset_peak();
    let watch = Timed {
        start: Instant::now(),
        limit: Duration::from_secs(seconds),
        heard: Mutex::new(Vec::new()),
        asked: Mutex::new((Instant::now(), Duration::ZERO)),
    };
    let found = plan(problem, Gap::USUAL, &watch).unwrap();
    let ended = watch.start.elapsed().as_secs_f64();
    let heard = watch.heard.lock().unwrap();
    let at = |second: f64| {
        let known = heard.iter().take_while(|(t, _)| *t <= second).last();
        known.map_or_else(|| "–".to_owned(), |(_, standing)| percent(standing.gap()))
    };
    // The plan without any action comes before all others.
    let (first, standing) = heard
        .iter()
        .find(|(_, s)| s.objective > found.without)
        .unwrap_or(&heard[0]);
    let gained = Gap(gained(&found));
    println!(
        "| {name} | {} | {} | {} | {first:.2} s | {} | {} | {} | {} | {} | {ended:.1} s | {} | {:.0} MB |",
        problem.arcs.len(),
        problem.actions.len(),
        problem.rows.len(),
        percent(standing.gap()),
        at(1.0),
        at(10.0),
        percent(found.standing.gap()),
        percent(gained),
        clock::ms(watch.asked.lock().unwrap().1.as_secs_f64() * 1e3),
        clock::peak_mb().unwrap_or(0.0),
    );
    if std::env::var_os("PLAN_TRACE").is_some() {
        for (t, s) in heard.iter() {
            println!("  {t:.2} {} {} {}", s.objective, s.bound, percent(s.gap()));
        }
    }
}

/// The distance to the bound over what the plan gains, millionths.
fn gained(found: &Plan) -> u64 {
    let missing = (found.standing.bound - found.standing.objective) as f64;
    (missing * 1e6 / (found.standing.objective - found.without).max(1) as f64) as u64
}

fn percent(gap: Gap) -> String {
    format!("{:.3} %", gap.0 as f64 / 1e4)
}

fn region(scenarios: u32, aim: Aim, seed: u64) -> PlanProblem {
    let mut dice = Dice(seed);
    let places: Vec<(f64, f64)> = (0..BASINS)
        .map(|_| (f64::from(dice.below(160)), f64::from(dice.below(160))))
        .collect();
    let near = |a: u32, b: u32, km: f64| {
        let (a, b) = (places[a as usize], places[b as usize]);
        (a.0 - b.0).hypot(a.1 - b.1) <= km
    };
    let mut arcs = Vec::new();
    let mut homes = Vec::new();
    for supply in 0..SUPPLIES {
        let (home, field) = (dice.below(BASINS), dice.below(OCCUPATIONS));
        homes.push((home, field));
        let km = [30.0, 50.0, 50.0, 100.0][dice.below(4) as usize];
        let outlets: Vec<u32> = (0..1 + dice.below(3)).map(|n| (field + n * 5) % OCCUPATIONS).collect();
        for basin in (0..BASINS).filter(|&basin| near(home, basin, km)) {
            arcs.extend(outlets.iter().map(|o| (supply, basin * OCCUPATIONS + o)));
        }
    }
    let demands = (BASINS * OCCUPATIONS) as usize;
    let supplies: Vec<i64> = (0..SUPPLIES).map(|_| 500 + i64::from(dice.below(6_000))).collect();
    let posts: Vec<i64> = (0..demands)
        .map(|_| i64::from(dice.below(14) * dice.below(1_600)))
        .collect();
    let mut blocks = Vec::new();
    for scenario in 0..scenarios {
        for year in 0..YEARS {
            let grown = |&posts: &i64| {
                let percent = 100 + i64::from(year) * [1, 4, -2][scenario as usize] + i64::from(dice.below(30)) - 15;
                posts * percent / 100
            };
            blocks.push(Block {
                supplies: supplies
                    .iter()
                    .map(|people| people * (100 - i64::from(year)) / 100)
                    .collect(),
                demands: posts.iter().map(grown).collect(),
                scenario,
                weight: 100 - 3 * i64::from(year),
            });
        }
    }
    let mut problem = PlanProblem {
        supplies: SUPPLIES as usize,
        demands,
        arcs,
        blocks,
        priorities: (0..demands).map(|_| if dice.below(5) == 0 { 2 } else { 1 }).collect(),
        aim,
        ..PlanProblem::default()
    };
    add_sections(&mut problem, &homes, scenarios, &mut dice);
    problem
}

/// Openings and, one in six, closings; budgets and openings by year, workshops, one date a section, staff by field.
fn add_sections(problem: &mut PlanProblem, homes: &[(u32, u32)], scenarios: u32, dice: &mut Dice) {
    let years = YEARS as usize;
    let mut budgets = vec![
        Row {
            terms: Vec::new(),
            at_most: 1_500_000
        };
        years
    ];
    let mut openings = vec![
        Row {
            terms: Vec::new(),
            at_most: 12
        };
        DATES as usize
    ];
    let mut staff = vec![
        Row {
            terms: Vec::new(),
            at_most: 60
        };
        OCCUPATIONS as usize
    ];
    let mut workshops = vec![
        Row {
            terms: Vec::new(),
            at_most: 40
        };
        SECTIONS.div_ceil(4) as usize
    ];
    for section in 0..SECTIONS {
        let supply = dice.below(SUPPLIES);
        let seats = if dice.below(6) == 0 {
            -12
        } else {
            LOTS[dice.below(3) as usize]
        };
        let study = 1 + dice.below(3);
        let cost = 3_000 + i64::from(dice.below(6_000));
        let equipment = i64::from(dice.below(400_000));
        let yields = 300 + i64::from(dice.below(400));
        let mut dates = Row {
            terms: Vec::new(),
            at_most: 1,
        };
        for date in 0..DATES {
            let action = problem.actions.len() as u32;
            let mut brings = Vec::new();
            for year in date + study..YEARS {
                for scenario in 0..scenarios {
                    let block = scenario * YEARS + year;
                    let there = problem.blocks[block as usize].supplies[supply as usize];
                    let people = (seats * yields).max(-there);
                    brings.push(Bring { block, supply, people });
                }
            }
            problem.actions.push(Action {
                brings,
                lock: Lock::Free,
            });
            dates.terms.push((action, 1));
            for (year, budget) in budgets.iter_mut().enumerate().skip(date as usize) {
                let first = if year == date as usize { equipment.max(0) } else { 0 };
                budget
                    .terms
                    .push((action, seats * cost + if seats > 0 { first } else { 0 }));
            }
            if seats > 0 {
                openings[date as usize].terms.push((action, 1));
                staff[homes[supply as usize].1 as usize].terms.push((action, seats));
                workshops[(section / 4) as usize].terms.push((action, seats));
            }
        }
        problem.rows.push(dates);
    }
    problem
        .rows
        .extend(budgets.into_iter().chain(openings).chain(staff).chain(workshops));
}
