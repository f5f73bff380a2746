//! From a value of an assumption to the gap it gives.

use std::path::Path;

use releve::app::Session;
use releve::domain::assumption::{Assumption, AssumptionKey};
use releve::domain::progress::Unattended;
use releve::domain::units::Range;
use releve::market::Request;
use releve::market::live::{Edit, Live};

use crate::clock::{ms, quantile, time};

/// Values tried on the way of each slider.
const STEPS: u32 = 20;

/// Median and longest answer of the sliders that move most: first figure, then every range.
pub fn measures(file: &Path) -> Vec<(String, String)> {
    let session = Session::open(file).unwrap();
    let facts = session.facts().unwrap();
    let (live, took) = time(|| Live::new(&facts, Request { year: None }, &Unattended).unwrap());
    let mut live = live;
    let mut rows = vec![("first touch of a slider".to_owned(), ms(took.wall))];
    for key in [
        AssumptionKey::Beta,
        AssumptionKey::StaysInField,
        AssumptionKey::FillRate,
        AssumptionKey::RadiusKm,
    ] {
        let Some(assumption) = facts.assumptions.iter().find(|a| a.key == key) else {
            continue;
        };
        let (mut first, mut all) = (Vec::new(), Vec::new());
        for step in 1..=STEPS {
            let edits = [Edit::Assumption(moved(assumption, step))];
            first.push(time(|| live.try_edits(&edits, &Unattended).unwrap()).1.wall);
            if step % 5 == 0 {
                all.push(time(|| live.settle(&Unattended).unwrap()).1.wall);
            }
        }
        let mut told = |name: &str, values: &mut [f64]| {
            let value = format!("{} / {}", ms(quantile(values, 0.5)), ms(quantile(values, 1.0)));
            rows.push((
                format!("slider {} {}, {name}: median / longest", key.as_str(), assumption.scope),
                value,
            ));
        };
        told("unfilled posts", &mut first);
        told("every line and range", &mut all);
    }
    rows
}

/// A tenth less to a tenth more, step by step.
fn moved(assumption: &Assumption, step: u32) -> Assumption {
    let (least, most) = assumption.key.bounds();
    let by = 0.9 + 0.2 * f64::from(step) / f64::from(STEPS);
    let at = |value: f64| (value * by).clamp(least, most);
    let value = assumption.value;
    Assumption {
        value: Range {
            low: at(value.low),
            central: at(value.central),
            high: at(value.high),
        },
        ..assumption.clone()
    }
}
