//! Times the window from the inside, without a screen: what a slider answers, what a frame costs, what memory it takes.
//!
//! `cargo bench --bench window [-- FILE] [--memory] [--slider] [--frames]` opens the demonstration and a national territory of 60,000 sections it
//! invents, or the territory of FILE, and prints one table. Each territory is opened by a process of its own, so that its memory is told apart
//! from what inventing it took. `-- FILE --invent` only writes the national territory. Drawing by the graphics card is left out: layout and
//! tessellation alone are the program's own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    dead_code,
    reason = "a measuring tool: it prints, and stops at the first surprise"
)]

#[path = "../engine/clock.rs"]
mod clock;
mod frames;
mod memory;
mod national;
mod slider;

use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    let words = std::env::args().skip(1).filter(|w| w != "--bench");
    let (options, words): (Vec<String>, Vec<String>) = words.partition(|w| w.starts_with("--"));
    let Some(file) = words.first().map(PathBuf::from) else {
        return measure_both(&options);
    };
    if options.iter().any(|o| o == "--invent") {
        return national::invent(&file);
    }
    let name = words.get(1).map_or("file", String::as_str);
    if name == "file" {
        heading();
    }
    measure(name, &file, &options);
}

/// The demonstration and the national territory, each by another process.
fn measure_both(options: &[String]) {
    heading();
    let folder = tempfile::tempdir().unwrap();
    let opened_alone = |name: &str, file: &Path| {
        let mut child = Command::new(std::env::current_exe().unwrap());
        assert!(child.arg(file).arg(name).args(options).status().unwrap().success());
    };
    let demonstration = folder.path().join("demonstration.releve");
    drop(releve::app::Session::create(&demonstration, &releve::app::NewTerritory::Demonstration).unwrap());
    opened_alone("demonstration", &demonstration);
    let national = folder.path().join("national.releve");
    national::invent(&national);
    opened_alone("national", &national);
}

fn heading() {
    println!("| territory | measure | value |\n|---|---|---|");
}

/// The rows of what the options ask for; all without options.
fn measure(name: &str, file: &Path, options: &[String]) {
    let wants = |part: &str| options.is_empty() || options.iter().any(|o| o == part);
    let mut rows = Vec::new();
    if wants("--frames") {
        rows.extend(frames::measures(PathBuf::from(file)));
    }
    if wants("--slider") {
        rows.extend(slider::measures(file));
    }
    if wants("--memory") {
        rows.extend(memory::measures(file));
    }
    for (label, value) in rows {
        println!("| {name} | {label} | {value} |");
    }
}
