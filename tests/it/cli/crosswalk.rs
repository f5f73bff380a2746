//! `releve crosswalk` as a person or a script runs it.

use serde_json::Value;

use super::{Desk, text};

fn heaviest(desk: &Desk) -> (String, f64) {
    let list = desk.json(&["crosswalk", "list", "d.releve", "--format", "json"]);
    let lines = list.as_array().unwrap();
    let effect = |line: &Value| line["effect"]["central"].as_f64().unwrap();
    let line = lines.iter().max_by(|a, b| effect(a).total_cmp(&effect(b))).unwrap();
    let code = |name: &str| line[name].as_str().unwrap().to_owned();
    (format!("{}:{}", code("programme"), code("occupation")), effect(line))
}

#[test]
fn an_outlet_is_set_aside_listed_and_restored() {
    let desk = Desk::demonstration();
    let (outlet, effect) = heaviest(&desk);
    assert!(effect > 0.0);
    desk.ok(&["crosswalk", "set-aside", "d.releve", &outlet]);
    let listed = desk.ok(&["crosswalk", "list", "d.releve", "--status", "set-aside"]);
    assert!(listed.contains(&outlet) && listed.contains("Écartée"), "{listed}");
    assert!(desk.ok(&["journal", "d.releve"]).contains("Débouché écarté"));
    desk.ok(&["crosswalk", "restore", "d.releve", &outlet]);
    assert!(
        !desk
            .ok(&["crosswalk", "list", "d.releve", "--status", "set-aside"])
            .contains(&outlet)
    );
}

#[test]
fn a_table_written_is_read_back_without_change_and_refusals_have_their_exit_code() {
    let desk = Desk::demonstration();
    let (outlet, _) = heaviest(&desk);
    desk.ok(&["crosswalk", "note", "d.releve", &outlet, "--note", "vu avec la branche"]);
    let table = desk.ok(&["crosswalk", "list", "d.releve", "--format", "csv"]);
    std::fs::write(desk.path("r.csv"), &table).unwrap();
    let read = desk.run(&["crosswalk", "read", "d.releve", "r.csv"]);
    assert!(text(&read.stderr).starts_with("0 à écrire"), "{}", text(&read.stderr));
    std::fs::write(desk.path("r.csv"), table.replace("to-review", "parfait")).unwrap();
    assert_eq!(
        desk.run(&["crosswalk", "read", "d.releve", "r.csv"]).status.code(),
        Some(3)
    );
    for (verb, more) in [("check", None), ("add", Some("--reason"))] {
        let mut args = vec!["crosswalk", verb, "d.releve", "40099999:D1X33"];
        args.extend(more.into_iter().flat_map(|m| [m, "essai"]));
        assert_eq!(desk.run(&args).status.code(), Some(3), "{verb}");
    }
    assert_eq!(
        desk.run(&["crosswalk", "check", "d.releve", "soudeur"]).status.code(),
        Some(2)
    );
}

#[test]
fn what_the_gap_rests_on_is_told_and_as_json() {
    let desk = Desk::demonstration();
    let told = desk.ok(&["sources", "d.releve", "--coverage"]);
    assert!(told.contains("Secret statistique"), "{told}");
    let found = desk.json(&["sources", "d.releve", "--coverage", "--format", "json"]);
    let number = |name: &str| found[name].as_u64().unwrap();
    assert!(
        number("secret_cells") < number("survey_cells") && number("seats") > 0,
        "{found}"
    );
}

/// Certif Info of one diploma: the programme of the heaviest outlet, now with the ROME code of welders alone.
fn certif_info(desk: &Desk, programme: &str) {
    let file = format!("code_scolarite;code_rncp;code_rome_1;date_maj\n{programme};;H2913;2026-01-15\n");
    std::fs::write(desk.path("certif.csv"), file).unwrap();
}

#[test]
fn an_official_table_is_told_line_by_line_tried_and_taken_over_as_one_deed() {
    let desk = Desk::demonstration();
    let (outlet, worth) = heaviest(&desk);
    let programme = outlet.split(':').next().unwrap();
    certif_info(&desk, programme);
    let ask = ["crosswalk", "official", "d.releve", "certif.csv", "--format", "json"];
    let told = desk.json(&ask);
    let line = |answer: &Value| {
        let lines = answer["lines"].as_array().unwrap().clone();
        lines.into_iter().find(|line| {
            format!(
                "{}:{}",
                line["programme"].as_str().unwrap(),
                line["occupation"].as_str().unwrap()
            ) == outlet
        })
    };
    assert_eq!(line(&told).unwrap()["difference"], "absent");
    assert!(told["taken"].is_null() && told["vintage"] == "2026-01-15", "{told}");
    // One line alone: what `crosswalk list` says the outlet is worth, lost.
    let one: Vec<&str> = ask.into_iter().chain(["--outlet", outlet.as_str()]).collect();
    let lost = desk.json(&one)["filled_more"]["central"].as_f64().unwrap();
    assert!((lost + worth).abs() < 1e-9, "{lost} {worth}");
    assert_eq!(
        desk.json(&[&ask[..], &["--only", "changed"]].concat())["lines"],
        Value::Array(Vec::new())
    );
    desk.ok(&["crosswalk", "note", "d.releve", &outlet, "--note", "vu avec la branche"]);
    let taken = desk.json(&[&one[..], &["--take"]].concat());
    assert_eq!(taken["taken"].as_i64(), taken["revision"].as_i64().map(|r| r + 1));
    assert!(line(&desk.json(&ask)).is_none(), "taken over, it differs no more");
    let listed = desk.json(&[
        "crosswalk",
        "list",
        "d.releve",
        "--status",
        "set-aside",
        "--format",
        "json",
    ]);
    let note = listed[0]["note"].as_str().unwrap();
    assert!(
        note.starts_with("vu avec la branche · certif.csv (2026-01-15) ne le nomme pas"),
        "{note}"
    );
    assert!(
        desk.ok(&["journal", "d.releve"])
            .contains("Débouchés repris de certif.csv")
    );
    desk.ok(&["undo", "d.releve"]);
    assert!(line(&desk.json(&ask)).is_some());
    std::fs::write(desk.path("other.csv"), "a;b\n1;2\n").unwrap();
    desk.fails(3, &["crosswalk", "official", "d.releve", "other.csv"]);
}
