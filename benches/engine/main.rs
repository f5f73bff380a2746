//! Times the matching engine, or checks it at length.
//!
//! `cargo bench --no-default-features --bench engine [-- NAME…]` prints one table: an instance a column, a measure a row. Instances are the
//! files of `$INST` (DIMACS `.min`, binary `.bin`, or a folder of them), else seeded ones: small, national, stress.
//! `-- --check` solves thousands of edited instances warm and cold instead, and fails on any difference; `-- --solve FILE` times one solve; `-- --plan`
//! makes plans of ten years for an invented region and prints the gap as time goes; `-- --plan-lp` prints one of them for another solver.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a measuring tool: it prints, and stops at the first surprise"
)]

mod check;
mod clock;
mod coalitions;
mod instances;
mod measure;
mod plans;
mod program;

use instances::{Instance, instances};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|w| w != "--bench").collect();
    let (options, names): (Vec<String>, Vec<String>) = words.into_iter().partition(|w| w.starts_with("--"));
    let has = |option: &str| options.iter().any(|o| o == option);
    if has("--check") {
        check::run();
    } else if has("--plan-lp") {
        plans::print_lp();
    } else if has("--plan") {
        plans::run();
    } else if has("--solve") {
        instances(&names).iter().for_each(measure::solve_alone);
    } else {
        table(&instances(&names));
    }
}

/// Prints the measures of all instances side by side.
fn table(instances: &[Instance]) {
    let columns: Vec<Vec<(&'static str, String)>> = instances.iter().map(measure::all).collect();
    let names: Vec<&str> = instances.iter().map(|i| i.name.as_str()).collect();
    println!("| | {} |", names.join(" | "));
    println!("|---|{}", "---|".repeat(names.len()));
    let Some(first) = columns.first() else {
        panic!("no instance");
    };
    for (row, (label, _)) in first.iter().enumerate() {
        let values: Vec<&str> = columns.iter().map(|column| column[row].1.as_str()).collect();
        println!("| {label} | {} |", values.join(" | "));
    }
}
