//! `releve board` as a person or a script runs it.

use serde_json::Value;

use super::Desk;

/// A school section of the demonstration: establishment, programme.
fn known_section(desk: &Desk) -> (String, String) {
    let values = desk.json(&["value", "d.releve", "--format", "json"]);
    let lines = values["lines"].as_array().unwrap();
    let school = |line: &&Value| line["route"] == "scolaire" && line["uai"].is_string();
    let line = lines.iter().find(school).unwrap();
    let text = |key: &str| line[key].as_str().unwrap().to_owned();
    (text("uai"), text("programme"))
}

fn board(desk: &Desk) -> Value {
    desk.json(&["board", "show", "d.releve", "--format", "json"])
}

fn said(desk: &Desk, args: &str) -> String {
    desk.ok(&args.split(' ').collect::<Vec<_>>())
}

#[test]
fn everything_on_the_board_is_written_shown_and_undone() {
    let desk = Desk::demonstration();
    desk.ok(&["scenario", "new", "d.releve", "--name", "Essai"]);
    let (uai, _) = known_section(&desk);
    let empty = board(&desk);
    said(
        &desk,
        &format!("board means add d.releve --kind workshop --uai {uai} --nsf 251 --seats 12"),
    );
    said(
        &desk,
        "board commit add d.releve --who Région --kind money --amount 50000 --from 2027 --due 30/06/2025 --made 2025-01-10",
    );
    said(
        &desk,
        "board experiment set d.releve --scenario Essai --loss 80000 --review 2028-12-31",
    );
    said(
        &desk,
        "board surprise add d.releve --text Incendie --date 2026-03-02 --decision Attendre",
    );
    said(
        &desk,
        "board step add d.releve --what Visite --who Lycée --due 2025-02-01",
    );
    let full = board(&desk);
    assert_eq!(full["means"][0]["seats"], 12);
    assert_eq!(full["commitment"][0]["late"], true);
    assert_eq!(full["experiment"][0]["scenario"], "Essai");
    assert_eq!(full["surprise"][0]["decision"], "Attendre");
    assert_eq!(
        (&full["step"][0]["late"], &full["step"][0]["done_on"]),
        (&Value::Bool(true), &Value::Null)
    );
    assert_eq!(
        (&full["money"][0]["central"], &full["money"][0]["high"]),
        (&0.into(), &50_000.into())
    );
    let table = desk.ok(&["board", "show", "d.releve", "--lang", "fr"]);
    assert!(table.contains("En retard\u{a0}: attendu pour le 30/06/2025"), "{table}");
    said(
        &desk,
        "board commit set d.releve --number 1 --status tenu --amount 60000",
    );
    said(&desk, "board step done d.releve --number 1 --date 2026-01-05");
    said(
        &desk,
        "board experiment set d.releve --scenario Essai --loss 90000 --review 2028-12-31",
    );
    let changed = board(&desk);
    assert_eq!(changed["money"][0]["central"], 60_000);
    assert_eq!(changed["step"][0]["done_on"], "2026-01-05");
    assert_eq!(changed["experiment"].as_array().unwrap().len(), 1);
    for _ in 0..3 {
        desk.ok(&["undo", "d.releve"]);
    }
    assert_eq!(board(&desk), full);
    for removed in [
        "means remove d.releve --number 1",
        "commit remove d.releve --number 1",
        "surprise remove d.releve --number 1",
        "step remove d.releve --number 1",
        "experiment remove d.releve --scenario Essai",
    ] {
        said(&desk, &format!("board {removed}"));
    }
    assert_eq!(board(&desk), empty);
}

#[test]
fn a_review_is_told_applied_undone_and_goes_with_its_scenario() {
    let desk = Desk::demonstration();
    desk.ok(&["scenario", "new", "d.releve", "--name", "Essai"]);
    let (uai, programme) = known_section(&desk);
    said(
        &desk,
        &format!(
            "scenario add d.releve --scenario Essai --kind augmentation --route scolaire --uai {uai} --programme {programme} --seats 24 --rentree 2027"
        ),
    );
    said(
        &desk,
        "board experiment set d.releve --scenario Essai --loss 80000 --review 2028-12-31",
    );
    said(
        &desk,
        "board review add d.releve --action 1 --rentree 2027 --entrants 12 --final-year 6",
    );
    said(
        &desk,
        "board review add d.releve --action 1 --rentree 2027 --leavers 6 --graduates 3",
    );
    let show = || desk.json(&["board", "review", "show", "d.releve", "--format", "json"]);
    let told = show();
    let cohort = &told["cohorts"][0];
    assert_eq!(told["cohorts"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&cohort["whole"], &cohort["causes"]["stays-in-field"]),
        (&Value::Bool(false), &Value::Null)
    );
    let parts: f64 = cohort["causes"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(Value::as_f64)
        .sum();
    assert!((parts - cohort["error"].as_f64().unwrap()).abs() < 1e-9, "{cohort}");
    let table = desk.ok(&["board", "review", "show", "d.releve", "--lang", "fr"]);
    assert!(table.contains("n.d.") && table.contains("12/24"), "{table}");
    let assumptions = || desk.json(&["assumptions", "d.releve", "--format", "json"]);
    let before = assumptions();
    said(&desk, "board review apply d.releve");
    let after = assumptions();
    let new: Vec<&Value> = after
        .as_array()
        .unwrap()
        .iter()
        .filter(|a| a["scope"] == programme.as_str())
        .collect();
    assert_eq!(new.len(), 4);
    for one in new {
        assert!(
            one["source"].as_str().unwrap().contains("revue de la rentrée 2027"),
            "{one}"
        );
        assert_eq!(one["edited"], true);
    }
    assert_eq!(show(), told);
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(assumptions(), before);
    desk.ok(&["scenario", "remove", "d.releve", "--scenario", "Essai"]);
    let gone = board(&desk);
    assert_eq!(
        (&gone["review"], &gone["experiment"]),
        (&Value::Array(vec![]), &Value::Array(vec![]))
    );
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(show(), told);
}

#[test]
fn what_cannot_be_is_refused_in_both_languages_and_nothing_is_written() {
    let desk = Desk::demonstration();
    let before = board(&desk);
    for lang in ["fr", "en"] {
        let refused = |args: &str, code: i32| {
            let args = format!("{args} --lang {lang}");
            desk.fails(code, &args.split(' ').collect::<Vec<_>>())
        };
        let said = refused("board means add d.releve --kind campus --basin 0101", 3);
        assert!(said.contains("0101"), "{said}");
        refused("board means add d.releve --kind workshop --nsf 251 --seats 12", 2);
        refused(
            "board commit add d.releve --who Région --kind money --amount 0 --from 2027 --due 2027-01-01 --made 2026-01-01",
            3,
        );
        refused("board step add d.releve --what Visite --due 2027-02-30", 2);
        refused("board review add d.releve --action 9 --rentree 2027 --entrants 2", 3);
        refused("board review apply d.releve", 3);
        refused("board step done d.releve --number 4", 3);
        refused("board means remove d.releve --number 4", 3);
    }
    assert_eq!(board(&desk), before);
}
