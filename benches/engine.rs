//! Times the matching engine on instance files named in `$INST` (DIMACS `.min`, binary `.bin`, or a folder of them), else on a seeded
//! instance of national size. One line an instance: size, milliseconds of a cold certified solve (best and median of five), objective.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a measuring tool: it prints, and stops at the first surprise"
)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use releve::domain::progress::Unattended;
use releve::engine::{Arc, Problem, solve};

const REPETITIONS: usize = 5;

fn main() {
    println!(
        "{:<12} {:>7} {:>7} {:>9} {:>9} {:>9}  objective / unfilled / mismatch",
        "instance", "supply", "demand", "arcs", "best ms", "median ms"
    );
    let Some(place) = std::env::var_os("INST") else {
        measure("seeded", &seeded(14_000, 26_000, 70, 2026));
        return;
    };
    for file in instances(Path::new(&place)) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let problem = if file.extension().is_some_and(|e| e == "bin") {
            read_binary(&std::fs::read(&file).unwrap())
        } else {
            read_dimacs(&std::fs::read_to_string(&file).unwrap())
        };
        measure(&name, &problem);
    }
}

fn measure(name: &str, problem: &Problem) {
    let mut times = Vec::new();
    let mut objective = String::new();
    for _ in 0..REPETITIONS {
        let start = Instant::now();
        let solution = solve(problem, &Unattended).unwrap();
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        let unfilled: i64 = solution.unfilled.iter().sum();
        // The cost of an unfilled post that the published objectives of the kit use.
        let kit = (problem.supplies.len().min(problem.demands.len()) as i128 + 1) * largest_cost(problem) + 1;
        let total = kit * i128::from(unfilled) + solution.mismatch;
        objective = format!("{total} / {unfilled} / {}", solution.mismatch);
    }
    times.sort_by(f64::total_cmp);
    println!(
        "{name:<12} {:>7} {:>7} {:>9} {:>9.1} {:>9.1}  {objective}",
        problem.supplies.len(),
        problem.demands.len(),
        problem.arcs.len(),
        times[0],
        times[REPETITIONS / 2],
    );
}

fn largest_cost(problem: &Problem) -> i128 {
    problem.arcs.iter().map(|a| i128::from(a.cost)).max().unwrap_or(0)
}

/// A file, or the instance files of a folder; of two forms of one instance, the binary.
fn instances(place: &Path) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let entries = std::fs::read_dir(place).unwrap().map(|e| e.unwrap().path());
    let mut files: Vec<PathBuf> = entries
        .filter(|p| p.extension().is_some_and(|e| e == "bin" || e == "min"))
        .collect();
    files.sort_by_key(|p| std::fs::metadata(p).unwrap().len());
    let binary: Vec<PathBuf> = files
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "bin"))
        .cloned()
        .collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "bin") || !binary.contains(&p.with_extension("bin")));
    files
}

/// Little-endian: supplies, demands, arcs, M (64 bits); then 32-bit arrays; see the generator of the kit.
fn read_binary(bytes: &[u8]) -> Problem {
    let long = |i: usize| usize::try_from(u64::from_le_bytes(bytes[8 * i..8 * i + 8].try_into().unwrap())).unwrap();
    let (supplies, demands, arcs) = (long(0), long(1), long(2));
    let mut at = 32;
    let mut take = |n: usize| -> Vec<u32> {
        let part = &bytes[at..at + 4 * n];
        at += 4 * n;
        part.chunks_exact(4)
            .map(|c| u32::from_le_bytes(c.try_into().unwrap()))
            .collect()
    };
    let people = take(supplies);
    take(supplies);
    let posts = take(demands);
    for skipped in [supplies, demands, supplies, demands] {
        take(skipped);
    }
    let starts = take(supplies + 1);
    let (heads, costs) = (take(arcs), take(arcs));
    let mut list = Vec::with_capacity(arcs);
    for (supply, ends) in (0_u32..).zip(starts.windows(2)) {
        let row = ends[0] as usize..ends[1] as usize;
        list.extend(row.map(|a| Arc {
            supply,
            demand: heads[a],
            cost: costs[a],
        }));
    }
    Problem {
        supplies: people.into_iter().map(i64::from).collect(),
        demands: posts.into_iter().map(i64::from).collect(),
        arcs: list,
        limits: Vec::new(),
    }
}

/// DIMACS minimum cost flow: supply nodes first, then demand cells, then one slack node whose arcs are implied here.
fn read_dimacs(text: &str) -> Problem {
    let mut problem = Problem::default();
    let mut slack = 0;
    for line in text.lines() {
        let mut words = line.split_ascii_whitespace();
        let kind = words.next();
        let numbers: Vec<i64> = words.filter_map(|w| w.parse().ok()).collect();
        match (kind, numbers.as_slice()) {
            (Some("p"), [nodes, ..]) => slack = *nodes,
            (Some("n"), [node, _]) if *node == slack => {}
            (Some("n"), [_, quantity]) if *quantity > 0 || problem.demands.is_empty() && *quantity == 0 => {
                problem.supplies.push(*quantity);
            }
            (Some("n"), [_, quantity]) => problem.demands.push(-quantity),
            (Some("a"), [tail, head, _, _, cost]) if *tail != slack && *head != slack => problem.arcs.push(Arc {
                supply: u32::try_from(tail - 1).unwrap(),
                demand: u32::try_from(head - 1).unwrap() - u32::try_from(problem.supplies.len()).unwrap(),
                cost: u32::try_from(*cost).unwrap(),
            }),
            _ => {}
        }
    }
    problem
}

/// A seeded instance: places on a line, each supply reaches about `reach` demands around its own place, dearer further away.
fn seeded(supplies: u32, demands: u32, reach: u32, seed: u64) -> Problem {
    let mut state = seed;
    let mut draw = |below: u32| {
        // SplitMix64 (Steele, Lea, Flood 2014).
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % u64::from(below)) as u32
    };
    let mut problem = Problem {
        supplies: (0..supplies).map(|_| i64::from(draw(9_000)) + 500).collect(),
        demands: (0..demands).map(|_| i64::from(draw(4_500)) + 500).collect(),
        arcs: Vec::new(),
        limits: Vec::new(),
    };
    for supply in 0..supplies {
        let centre = u32::try_from(u64::from(supply) * u64::from(demands) / u64::from(supplies)).unwrap();
        for _ in 0..reach {
            let away = draw(600);
            let demand = (centre + demands + away - 300) % demands;
            let cost = 7 * away.abs_diff(300) + 100 * draw(4);
            problem.arcs.push(Arc { supply, demand, cost });
        }
    }
    problem
}
