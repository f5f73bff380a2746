//! From a file of moves to both assumptions: moves simulated from known parameters, estimated, written, undone; the command that does it.

pub mod simulated;

use std::path::PathBuf;

use releve::app::{AppError, CalibratedFile, Fault, NewTerritory, Session};
use releve::domain::assumption::{Assumption, AssumptionKey};
use releve::domain::progress::Unattended;
use releve::domain::units::{Milli, Range};
use releve::engine::Observations;
use releve::i18n::{Explain, Lang};

use crate::dice::Dice;
use crate::fixtures::{Files, raw_row, raw_workbook};
use simulated::{HEADER, Simulated, file};

/// Other than the defaults, minutes.
const SURPLUS: f64 = 60.0;
const NOISE: f64 = 30.0;

struct Place {
    files: Files,
    session: Session,
    simulated: Simulated,
}

impl Place {
    fn new() -> Self {
        let files = Files::new();
        let session = Session::create(&files.folder().join("d.releve"), &NewTerritory::Demonstration).unwrap();
        let simulated = Simulated::of(&session);
        Self {
            files,
            session,
            simulated,
        }
    }

    fn rows(&self, people: usize, seed: u64) -> Vec<String> {
        let expected = self.simulated.expected(SURPLUS, NOISE);
        self.simulated.draw(&expected, people, &mut Dice(seed))
    }

    fn moves(&self, name: &str, people: usize, seed: u64) -> PathBuf {
        self.files.write(name, file(&self.rows(people, seed)).as_bytes())
    }

    fn calibrate(&self, path: &std::path::Path) -> Result<CalibratedFile, AppError> {
        self.session.calibrate(path, None, &Unattended)
    }

    fn assumption(&self, key: AssumptionKey) -> Assumption {
        let facts = self.session.facts().unwrap();
        facts.assumptions.find(key, &[]).unwrap().clone()
    }
}

#[test]
fn known_parameters_are_recovered_within_their_standard_errors() {
    let place = Place::new();
    let before = place.simulated.expected(97.0, 22.0);
    let mut gone = Vec::new();
    for (people, samples) in [(500, 8_u32), (5000, 30), (50_000, 4)] {
        let mut scores = [Vec::new(), Vec::new()];
        let (mut errors, mut squares) = ([0.0; 2], [0.0; 2]);
        for seed in 1..=u64::from(samples) {
            let rows = place.rows(people, seed);
            let found = place
                .calibrate(&place.files.write("m.csv", file(&rows).as_bytes()))
                .unwrap();
            let result = &found.result;
            assert_eq!(
                (found.import.refusals, found.import.doubts),
                (0, 0),
                "{:?}",
                found.import.issues
            );
            assert!(result.left_out.is_empty(), "{:?}", result.left_out);
            assert_eq!(
                result.people(),
                Range::exact(Milli::whole(i64::try_from(people).unwrap()))
            );
            // The problem built from the method's formulas is the one the program estimates on.
            let strata = place.simulated.strata(&rows);
            let before = Observations::sampled(&place.simulated.problem, &before, &strata)
                .unwrap()
                .moments();
            assert!(
                (result.before.matched - before.matched).abs() < 1e-7,
                "{:?} {before:?}",
                result.before
            );
            assert!(
                (result.before.minutes - before.cost / 10.0).abs() < 1e-5,
                "{:?} {before:?}",
                result.before
            );
            assert!((result.after.matched - result.observed.matched).abs() < 1e-6);
            for (i, (parameter, truth)) in [(result.surplus, SURPLUS), (result.noise, NOISE)].iter().enumerate() {
                let score = (parameter.after.central - truth) / parameter.error;
                assert!(score.abs() <= 3.0, "{people} {seed}: {parameter:?}");
                scores[i].push(score);
                errors[i] = parameter.error;
                squares[i] += (parameter.after.central - truth).powi(2);
            }
        }
        if people == 5000 {
            for score in &scores {
                let square = score.iter().map(|z| z * z).sum::<f64>() / 30.0;
                // Of 30 standard normal scores, but once in a thousand times.
                assert!((0.38..2.0).contains(&square), "{square} {score:?}");
            }
        }
        gone.push((errors, squares.map(|sum: f64| (sum / f64::from(samples)).sqrt())));
    }
    for pair in gone.windows(2) {
        for i in [0, 1] {
            // √10, but for the curvature of the smallest samples.
            let surer = pair[0].0[i] / pair[1].0[i];
            assert!((2.5..4.5).contains(&surer), "{gone:?}");
            assert!(pair[1].1[i] < pair[0].1[i], "closer: {gone:?}");
        }
    }
}

#[test]
fn a_file_may_stand_for_a_part_of_the_territory() {
    let place = Place::new();
    let rows = place.rows(30_000, 21);
    let check = |name: &str, keep: &dyn Fn(&str) -> bool, whole: bool| {
        let kept: Vec<String> = rows.iter().filter(|row| keep(row)).cloned().collect();
        assert!(kept.len() > 100 && kept.len() < rows.len(), "{name}: {}", kept.len());
        let found = place
            .calibrate(&place.files.write(name, file(&kept).as_bytes()))
            .unwrap()
            .result;
        for (parameter, truth) in [(found.surplus, SURPLUS), (found.noise, NOISE)] {
            let miss = (parameter.after.central - truth).abs();
            assert!(miss <= 3.0 * parameter.error, "{name}: {parameter:?}");
        }
        let told = found.warnings.iter().any(|w| w.key == "market-calibration-not-covered");
        assert_eq!(told, !whole, "{name}: {}", found.covered);
    };
    check("rouen.csv", &|row| row.starts_with("2801;"), false);
    check(
        "others.csv",
        &|row| !row.starts_with("2801;") && !row.starts_with("2811;"),
        false,
    );
    check("levels.csv", &|row| row.contains(";;5;") || row.contains(";;6;"), true);
}

#[test]
fn neither_the_order_of_rows_nor_the_container_changes_anything() {
    let place = Place::new();
    let rows = place.rows(3000, 7);
    let expected = place
        .calibrate(&place.files.write("a.csv", file(&rows).as_bytes()))
        .unwrap()
        .result;
    let mut shuffled = rows.clone();
    let mut dice = Dice(3);
    for at in (1..shuffled.len()).rev() {
        shuffled.swap(at, dice.index(at + 1));
    }
    assert_ne!(shuffled, rows);
    let text = file(&shuffled);
    let single: Vec<String> = rows
        .iter()
        .flat_map(|row| {
            let (cells, count) = row.rsplit_once(';').unwrap();
            vec![format!("{cells};1"); count.parse().unwrap()]
        })
        .collect();
    let cells = |line: &str| line.split(';').map(str::to_owned).collect::<Vec<_>>();
    let sheet: String = (1..)
        .zip(std::iter::once(HEADER).chain(shuffled.iter().map(String::as_str)))
        .map(|(number, line)| {
            let cells = cells(line);
            raw_row(number, &cells.iter().map(String::as_str).collect::<Vec<_>>())
        })
        .collect();
    let windows: Vec<u8> = text
        .replace('’', "'")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let variants: [(&str, Vec<u8>); 6] = [
        ("shuffled.csv", text.clone().into_bytes()),
        ("single.csv", file(&single).into_bytes()),
        ("commas.csv", text.replace(';', ",").into_bytes()),
        ("tabs.txt", format!("\u{feff}{}", text.replace(';', "\t")).into_bytes()),
        ("windows.csv", windows),
        ("book.xlsx", raw_workbook(&sheet, "")),
    ];
    for (name, bytes) in variants {
        let found = place.calibrate(&place.files.write(name, &bytes)).unwrap().result;
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn both_assumptions_are_written_undone_and_redone_together() {
    let place = Place::new();
    let keys = [AssumptionKey::MatchSurplus, AssumptionKey::MatchNoise];
    let before = keys.map(|key| place.assumption(key));
    let revision = place.session.state().revision;
    let found = place.calibrate(&place.moves("parcours 2024.csv", 2000, 5)).unwrap();
    assert_eq!(
        place.session.state().revision,
        revision,
        "nothing is written by the estimate"
    );
    let gap_before = place.session.expected(None, &Unattended).unwrap().total();
    assert_eq!(place.session.apply_calibration(&found).unwrap(), revision + 1);
    let after = keys.map(|key| place.assumption(key));
    for (assumption, parameter) in after.iter().zip([found.result.surplus, found.result.noise]) {
        assert_eq!(assumption.value, parameter.after);
        assert!(!assumption.edited, "nobody edited it");
        let source = &assumption.source;
        assert!(
            source.contains("estimé sur parcours 2024.csv, millésime 2024")
                && source.contains("2\u{202f}000 personnes"),
            "{source}"
        );
    }
    assert_ne!(place.session.expected(None, &Unattended).unwrap().total(), gap_before);
    let entry = &place.session.journal(1).unwrap()[0];
    assert_eq!(
        entry.label().text(Lang::Fr),
        "Recalage de l’optique attendue sur parcours 2024.csv"
    );
    assert!(place.session.check().unwrap().is_sound());
    assert_eq!(place.session.undo().unwrap().unwrap().deed, "calibrate");
    assert_eq!(keys.map(|key| place.assumption(key)), before);
    assert_eq!(place.session.redo().unwrap().unwrap().deed, "calibrate");
    assert_eq!(keys.map(|key| place.assumption(key)), after);
    place.session.reset_assumption(AssumptionKey::MatchNoise, "").unwrap();
    assert_eq!(place.assumption(AssumptionKey::MatchNoise), before[1]);
    assert_eq!(place.assumption(AssumptionKey::MatchSurplus), after[0]);
}

#[test]
fn moves_are_not_imported_and_other_files_do_not_calibrate() {
    let place = Place::new();
    let moves = place.moves("parcours.csv", 300, 1);
    let previews = place
        .session
        .preview(std::slice::from_ref(&moves), &Unattended)
        .unwrap();
    let refused = previews[0].outcome.as_ref().unwrap_err();
    assert!(matches!(refused, AppError::MovesAreNotStored { .. }), "{refused:?}");
    assert_eq!(refused.fault(), Fault::Input);
    assert!(refused.explain(Lang::Fr).contains("releve calibrate"));
    let survey = crate::fixtures::bmo_csv(&[crate::fixtures::bmo_row("D1X33", "3201", "12;5;*")]);
    let other = place.files.write("bmo.csv", survey.as_bytes());
    let refused = place.calibrate(&other).unwrap_err();
    assert!(matches!(refused, AppError::NotMoves { .. }), "{refused:?}");
    assert!(refused.explain(Lang::En).contains("basin of training"), "{refused}");
    let unread = place.calibrate(&place.files.folder().join("absent.csv")).unwrap_err();
    assert_eq!(unread.fault(), Fault::Input);
}

#[test]
fn moves_that_tell_nothing_are_a_fault_of_the_file() {
    let place = Place::new();
    let check = |keep: fn(&str) -> bool, words: &str| {
        let rows: Vec<String> = place.rows(600, 9).into_iter().filter(|row| keep(row)).collect();
        let refused = place
            .calibrate(&place.files.write("m.csv", file(&rows).as_bytes()))
            .unwrap_err();
        assert_eq!(refused.fault(), Fault::Input, "{refused:?}");
        assert!(
            refused.explain(Lang::En).contains(words),
            "{}",
            refused.explain(Lang::En)
        );
    };
    check(|row| !row.contains(";;;"), "All the people observed found a post");
    check(|row| row.contains(";;;"), "None of the people observed");
    check(|_| false, "none of these moves");
}
