//! Memory of each thing the window keeps.

use std::path::Path;

use releve::app::Session;
use releve::domain::progress::Unattended;

use crate::clock::{memory_mb, ms, peak_mb, reset_peak, time};

/// Resident memory after each stage, the peak of the stage, and its time.
pub fn measures(file: &Path) -> Vec<(String, String)> {
    let session = Session::open(file).unwrap();
    let mut rows = Vec::new();
    let mut stage = |name: &str, work: &dyn Fn(&Session)| {
        reset_peak();
        let (_, took) = time(|| work(&session));
        let (now, peak) = (memory_mb("VmRSS:").unwrap_or(f64::NAN), peak_mb().unwrap_or(f64::NAN));
        rows.push((
            format!("{name}: wall, memory after, peak"),
            format!("{}, {now:.0} MB, {peak:.0} MB", ms(took.wall)),
        ));
    };
    stage("facts", &|s| drop(s.facts().unwrap()));
    stage("gap", &|s| drop(s.gap(None, &Unattended).unwrap()));
    stage("causes", &|s| drop(s.causes(None, &Unattended).unwrap()));
    stage("expected", &|s| drop(s.expected(None, &Unattended).unwrap()));
    stage("shortages", &|s| drop(s.reasons(None, &Unattended).unwrap()));
    stage("values", &|s| drop(s.values(None, &Unattended).unwrap()));
    rows
}
