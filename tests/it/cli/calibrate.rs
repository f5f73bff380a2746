//! `releve calibrate` as a person or a script runs it.

use std::path::PathBuf;

use releve::app::Session;
use serde_json::Value;

use super::{Desk, number};
use crate::calibration::simulated::{Simulated, file};
use crate::dice::Dice;

/// A demonstration, and moves of 2,000 people drawn from its expected lens at A = 60 and σ = 30 minutes, with a bad row and one of another field.
fn desk() -> (Desk, Vec<String>) {
    let desk = Desk::demonstration();
    let rows = {
        let session = Session::open(&desk.path("d.releve")).unwrap();
        let simulated = Simulated::of(&session);
        simulated.draw(&simulated.expected(60.0, 30.0), 2000, &mut Dice(11))
    };
    let mut told = rows.clone();
    told.insert(1, "2801;;4;2801;;3".to_owned());
    told.insert(2, "2801;;4;2801;T4X60;12".to_owned());
    put(&desk, "parcours 2023.csv", &told);
    (desk, rows)
}

fn put(desk: &Desk, name: &str, rows: &[String]) -> PathBuf {
    let path = desk.path(name);
    std::fs::write(&path, file(rows)).unwrap();
    path
}

fn assumption(desk: &Desk, key: &str) -> Value {
    let list = desk.json(&["assumptions", "d.releve", "--format", "json"]);
    let found = list.as_array().unwrap().iter().find(|a| a["key"] == key);
    found.unwrap().clone()
}

const KEYS: [&str; 2] = ["match-surplus", "match-noise"];

#[test]
fn the_answer_in_json_has_stable_names_and_adds_up() {
    let (desk, _) = desk();
    let answer = desk.json(&["calibrate", "d.releve", "parcours 2023.csv", "--json"]);
    assert_eq!(
        answer,
        desk.json(&["calibrate", "d.releve", "parcours 2023.csv", "--format", "json"])
    );
    assert_eq!(
        (&answer["applied"], &answer["vintage"]),
        (&Value::Null, &Value::from("2023"))
    );
    assert_eq!(
        (&answer["unit"], &answer["rows"]["refused"]),
        (&Value::from("minutes"), &Value::from(1))
    );
    let people = |key: &str| number(&answer[key]["central"]);
    assert_eq!((people("people"), people("excluded")), (2000.0, 12.0));
    assert_eq!(people("matched") + people("unmatched"), people("people"));
    assert_eq!(answer["excluded_by_reason"][0]["reason"], "outside-field");
    assert_eq!(answer["issues"][0]["column"], "Métier");
    for (name, truth) in [("surplus", 60.0), ("noise", 30.0)] {
        let found = &answer[name];
        let (central, error) = (number(&found["after"]["central"]), number(&found["standard_error"]));
        assert!((central - truth).abs() < 3.0 * error, "{found}");
        assert!((number(&found["after"]["high"]) - central - 1.96 * error).abs() < 1e-9);
        assert_eq!(
            found["before"],
            assumption(&desk, found["assumption"].as_str().unwrap())["value"]
        );
    }
    let share = |which: &str| number(&answer["moments"][which]["matched_share"]);
    assert!((share("observed") - people("matched") / 2000.0).abs() < 1e-9);
    assert!((share("observed") - share("model_after")).abs() < 1e-6);
    assert!((share("observed") - share("model_before")).abs() > 0.01);
}

#[test]
fn a_rehearsal_writes_nothing_and_apply_is_one_step_back() {
    let (desk, _) = desk();
    let before = KEYS.map(|key| assumption(&desk, key));
    let said = desk.ok(&["calibrate", "d.releve", "parcours 2023.csv"]);
    for words in [
        "Tableau de déplacements observés reconnu, millésime 2023",
        "surplus d’un appariement",
        "Erreur type",
        "Intervalle à 95\u{a0}%",
        "Modèle recalé",
        "hors de l’estimation\u{a0}: 12, métier hors du champ de l’écart",
        "l’un est rempli, l’autre non",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    assert_eq!(KEYS.map(|key| assumption(&desk, key)), before);
    let answer = desk.json(&["calibrate", "d.releve", "parcours 2023.csv", "--apply", "--json"]);
    let after = KEYS.map(|key| assumption(&desk, key));
    for (found, name) in after.iter().zip(["surplus", "noise"]) {
        assert_eq!(found["value"], answer[name]["after"]);
        assert!(
            found["source"].as_str().unwrap().contains("parcours 2023.csv"),
            "{found}"
        );
    }
    let journal = desk.json(&["journal", "d.releve", "--limit", "1", "--format", "json"]);
    assert_eq!(journal[0]["revision"], answer["applied"]);
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(KEYS.map(|key| assumption(&desk, key)), before);
    desk.ok(&["redo", "d.releve"]);
    assert_eq!(KEYS.map(|key| assumption(&desk, key)), after);
}

#[test]
fn what_cannot_be_estimated_is_a_refused_input_in_both_languages() {
    let (desk, rows) = desk();
    let placed: Vec<String> = rows.into_iter().filter(|row| !row.contains(";;;")).collect();
    put(&desk, "placed.csv", &placed);
    let said = desk.fails(3, &["calibrate", "d.releve", "placed.csv", "--apply"]);
    assert!(
        said.contains("Toutes les personnes observées ont trouvé un poste"),
        "{said}"
    );
    let said = desk.fails(3, &["calibrate", "d.releve", "placed.csv", "--apply", "--lang", "en"]);
    assert!(said.contains("Add the people left without a post"), "{said}");
    put(&desk, "empty.csv", &[]);
    desk.fails(3, &["calibrate", "d.releve", "empty.csv"]);
    desk.fails(3, &["calibrate", "d.releve", "absent.csv"]);
    desk.fails(4, &["calibrate", "absent.releve", "placed.csv"]);
    desk.fails(2, &["calibrate", "d.releve"]);
    let said = desk.fails(3, &["import", "placed.csv", "--into", "d.releve"]);
    assert!(said.contains("Rien n’a été importé"), "{said}");
    let journal = desk.json(&["journal", "d.releve", "--format", "json"]);
    assert!(!journal.to_string().contains("calibrate"), "{journal}");
}
