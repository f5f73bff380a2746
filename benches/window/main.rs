//! Times the window from the inside, without a screen: what a slider answers, what a frame costs, what memory it takes.
//!
//! `cargo bench --bench window [-- FILE] [--memory] [--slider] [--frames]` opens the demonstration and a national territory of 60,000 sections it
//! invents, or the territory of FILE, and prints one table. Drawing by the graphics card is left out: layout and tessellation alone are the
//! program's own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
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

fn main() {
    let words = std::env::args().skip(1).filter(|w| w != "--bench");
    let (options, words): (Vec<String>, Vec<String>) = words.partition(|w| w.starts_with("--"));
    let wants = |part: &str| options.is_empty() || options.iter().any(|o| o == part);
    let folder = tempfile::tempdir().unwrap();
    println!("| territory | measure | value |\n|---|---|---|");
    let measure = |name: &str, file: &Path| {
        let mut rows = Vec::new();
        if wants("--memory") {
            rows.extend(memory::measures(file));
        }
        if wants("--slider") {
            rows.extend(slider::measures(file));
        }
        if wants("--frames") {
            rows.extend(frames::measures(PathBuf::from(file)));
        }
        for (label, value) in rows {
            println!("| {name} | {label} | {value} |");
        }
    };
    if let Some(file) = words.first() {
        measure("file", Path::new(file));
        return;
    }
    let demonstration = folder.path().join("demonstration.releve");
    drop(releve::app::Session::create(&demonstration, &releve::app::NewTerritory::Demonstration).unwrap());
    measure("demonstration", &demonstration);
    measure("national", &national::invent(folder.path()));
}
