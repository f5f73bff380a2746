//! The tornado on paper, and each of its bars against a whole computation.

use releve::app::{NewTerritory, Session};
use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::facts::Facts;
use releve::domain::progress::Unattended;
use releve::domain::units::{Milli, Range};
use releve::market::{MarketError, sensitivity};

use crate::impatient::Impatient;

use super::world::{CAP, WELDER, assumptions, gap, school, section, survey, uai, world};

/// Facts with one assumption of another value.
fn with(facts: &Facts, key: AssumptionKey, scope: &str, value: Range<f64>) -> Facts {
    let mut list: Vec<Assumption> = facts.assumptions.iter().cloned().collect();
    let old = list
        .iter_mut()
        .find(|a| (a.key, a.scope.as_str()) == (key, scope))
        .unwrap();
    old.value = value;
    Facts {
        assumptions: Assumptions::new(list),
        ..facts.clone()
    }
}

fn unfilled(facts: &Facts) -> Milli {
    gap(facts).total().unfilled.central
}

/// 100 seats of CAP in a basin that wants 26 welders: 100 × 0.9 × 0.8 × 0.5 × 0.8 × 0.5 = 14.4 people, 26 × 0.65 = 16.9 posts.
fn town() -> Facts {
    let mut facts = world();
    facts.assumptions = assumptions(&[]);
    facts.survey = vec![survey("3201", "59", WELDER, "26", "", "")];
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    facts.sections[0].seats = Some(100);
    facts
}

#[test]
fn one_assumption_with_a_range_by_hand() {
    let mut facts = town();
    // β is the only other one with a range: it is fixed.
    for scope in ["ouvrier_qualifie", "technicien_am"] {
        facts = with(&facts, AssumptionKey::Beta, scope, Range::exact(0.65));
    }
    let found = sensitivity(&facts, 2024, &Unattended).unwrap();
    // 16.9 − 14.4 posts; stays in the field 0.4 gives 11.52 people, 0.6 gives 17.28, more than the posts.
    assert_eq!(found.unfilled, Milli(2500));
    assert_eq!(found.swings.len(), 1);
    let swing = &found.swings[0];
    assert_eq!(swing.assumption.key, AssumptionKey::StaysInField);
    assert_eq!(swing.unfilled, [Milli(5380), Milli(0)]);
    assert_eq!(found.changes(swing), [Milli(2880), Milli(-2500)]);
    assert!(found.without_range > 5);
}

#[test]
fn the_widest_comes_first_and_what_reaches_nobody_is_last() {
    let found = sensitivity(&town(), 2024, &Unattended).unwrap();
    let spans: Vec<i64> = found
        .swings
        .iter()
        .map(|swing| {
            let [a, b] = found.changes(swing).map(|m| m.0);
            a.max(b).max(0) - a.min(b).min(0)
        })
        .collect();
    assert!(spans.is_sorted_by(|a, b| a >= b), "{spans:?}");
    let last = found.swings.last().unwrap();
    // Nobody wants technicians here.
    assert_eq!(
        (last.assumption.key, last.assumption.scope.as_str()),
        (AssumptionKey::Beta, "technicien_am")
    );
    assert_eq!(found.changes(last), [Milli::ZERO; 2]);
}

#[test]
fn each_bar_of_the_demonstration_is_a_whole_computation_with_that_assumption_set() {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::create(&folder.path().join("d.releve"), &NewTerritory::Demonstration).unwrap();
    let facts = session.facts().unwrap();
    let found = session.sensitivity(None, &Unattended).unwrap();
    assert_eq!(found.unfilled, unfilled(&facts));
    let tried = found.swings.iter().take(5).chain(found.swings.last());
    for swing in tried {
        let a = &swing.assumption;
        for (value, posts) in [a.value.low, a.value.high].into_iter().zip(swing.unfilled) {
            let set = with(&facts, a.key, &a.scope, Range::exact(value));
            assert_eq!(posts, unfilled(&set), "{} {} {value}", a.key.as_str(), a.scope);
        }
    }
}

#[test]
fn it_stops_when_asked() {
    let stopped = sensitivity(&town(), 2024, &Impatient::after(2));
    assert!(matches!(stopped, Err(MarketError::Cancelled)), "{stopped:?}");
}
