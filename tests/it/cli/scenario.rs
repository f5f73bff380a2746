//! `releve scenario` and `releve plan optimise` as a person or a script runs them.

use serde_json::Value;

use super::Desk;

/// A school section of the demonstration that has seats: establishment, programme, seats.
fn known_section(desk: &Desk) -> (String, String, u64) {
    let values = desk.json(&["value", "d.releve", "--format", "json"]);
    let lines = values["lines"].as_array().unwrap();
    let school =
        |line: &&Value| line["route"] == "scolaire" && line["uai"].is_string() && line["seats"].as_u64() > Some(12);
    let line = lines.iter().find(school).unwrap();
    let text = |key: &str| line[key].as_str().unwrap().to_owned();
    (text("uai"), text("programme"), line["seats"].as_u64().unwrap())
}

fn add<'a>(kind: &'a str, (uai, programme): (&'a str, &'a str), seats: &'a str, rentree: &'a str) -> Vec<&'a str> {
    let fixed = [
        "scenario",
        "add",
        "d.releve",
        "--scenario",
        "Essai",
        "--route",
        "scolaire",
    ];
    let told = [
        "--kind",
        kind,
        "--uai",
        uai,
        "--programme",
        programme,
        "--seats",
        seats,
        "--rentree",
        rentree,
    ];
    fixed.into_iter().chain(told).collect()
}

#[test]
fn a_scenario_is_made_shown_undone_and_compared() {
    let desk = Desk::demonstration();
    desk.ok(&[
        "scenario",
        "new",
        "d.releve",
        "--name",
        "Essai",
        "--trajectory",
        "cautious",
    ]);
    let (uai, programme, _) = known_section(&desk);
    desk.ok(&add("augmentation", (&uai, &programme), "12", "2027"));
    let shown = desk.json(&[
        "scenario",
        "show",
        "d.releve",
        "--scenario",
        "Essai",
        "--format",
        "json",
    ]);
    let years = shown["years"].as_array().unwrap();
    assert_eq!(years.last().unwrap()["year"], 2035);
    let moved = &shown["effects"][0]["moves"][0];
    let first = moved["first_leavers"].as_u64().unwrap();
    for year in years {
        let people = year["people"]["central"].as_f64().unwrap();
        assert_eq!(year["year"].as_u64().unwrap() >= first, people > 0.0, "{year}");
    }
    let table = desk.ok(&["scenario", "show", "d.releve", "--scenario", "Essai", "--lang", "fr"]);
    assert!(table.contains("Augmentation") && table.contains("2035"), "{table}");
    let csv = desk.ok(&["scenario", "show", "d.releve", "--scenario", "Essai", "--format", "csv"]);
    assert_eq!(csv.lines().count(), years.len() + 1);
    desk.ok(&["scenario", "copy", "d.releve", "--scenario", "Essai", "--name", "Autre"]);
    let compared = desk.json(&[
        "scenario",
        "compare",
        "d.releve",
        "--scenario",
        "Essai",
        "--scenario",
        "Autre",
        "--format",
        "json",
    ]);
    let both = compared["scenarios"].as_array().unwrap();
    assert_eq!(both[0]["years"], both[1]["years"]);
    desk.ok(&["undo", "d.releve"]);
    let list = desk.json(&["scenario", "list", "d.releve", "--format", "json"]);
    assert_eq!(list.as_array().unwrap().len(), 1);
    desk.ok(&["scenario", "drop", "d.releve", "--scenario", "Essai", "--action", "1"]);
    let list = desk.json(&["scenario", "list", "d.releve", "--format", "json"]);
    assert_eq!(list[0]["actions"], Value::Array(vec![]));
}

#[test]
fn what_cannot_be_is_refused_with_its_reason_and_nothing_is_written() {
    let desk = Desk::demonstration();
    desk.ok(&["scenario", "new", "d.releve", "--name", "Essai"]);
    let (uai, programme, seats) = known_section(&desk);
    let before = desk.json(&["scenario", "list", "d.releve", "--format", "json"]);
    let too_many = (seats + 1).to_string();
    for (kind, seats, rentree, said) in [
        ("ouverture", "12", "2027", "augmentation"),
        ("diminution", too_many.as_str(), "2027", "places"),
        ("augmentation", "12", "2040", "2035"),
        ("augmentation", "0", "2027", "places"),
        ("transfert", "12", "2027", "lieu"),
    ] {
        let mut asked = add(kind, (&uai, &programme), seats, rentree);
        asked.extend(["--lang", "fr"]);
        let run = desk.run(&asked);
        assert_eq!(run.status.code(), Some(3), "{kind}");
        let words = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(words.contains(said), "{kind}: {words}");
    }
    assert_eq!(desk.json(&["scenario", "list", "d.releve", "--format", "json"]), before);
    let unknown = desk.run(&["scenario", "show", "d.releve", "--scenario", "Rien"]);
    assert_eq!(unknown.status.code(), Some(3));
    let taken = desk.run(&["scenario", "new", "d.releve", "--name", "Essai"]);
    assert_eq!(taken.status.code(), Some(3));
}

#[test]
fn a_plan_is_proposed_and_written_as_a_scenario() {
    let desk = Desk::demonstration();
    desk.ok(&["scenario", "new", "d.releve", "--name", "Essai"]);
    let asked = [
        "plan",
        "optimise",
        "d.releve",
        "--scenario",
        "Essai",
        "--openings",
        "2",
        "--closings",
        "0",
        "--seconds",
        "60",
    ];
    let plan = desk.json(&[&asked[..], &["--format", "json", "--into", "Plan"]].concat());
    let actions = plan["actions"].as_array().unwrap();
    assert_eq!(actions.len(), 2);
    assert!(plan["planned"].as_f64() <= plan["bound"].as_f64());
    let shown = desk.json(&["scenario", "show", "d.releve", "--scenario", "Plan", "--format", "json"]);
    let filled: f64 = shown["years"]
        .as_array()
        .unwrap()
        .iter()
        .map(|y| y["filled_more"]["central"].as_f64().unwrap())
        .sum();
    let gained = plan["planned"].as_f64().unwrap() - plan["without"].as_f64().unwrap();
    // The demonstration is solved without neighbours: a post of the territory weighs two.
    assert!((gained - 2.0 * filled).abs() < 1e-6, "{gained} {filled}");
    let budget = desk.run(&[&asked[..], &["--budget", "100000", "--lang", "fr"]].concat());
    assert_eq!(budget.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&budget.stderr).contains("seat-cost"));
}

#[test]
fn the_report_prints_the_years_of_the_command_to_the_unit() {
    let desk = Desk::demonstration();
    desk.ok(&["scenario", "new", "d.releve", "--name", "Essai"]);
    let (uai, programme, _) = known_section(&desk);
    desk.ok(&add("augmentation", (&uai, &programme), "12", "2027"));
    let show = ["scenario", "show", "d.releve", "--scenario", "Essai", "--format"];
    let shown = desk.json(&[&show[..], &["json"]].concat());
    desk.ok(&["report", "d.releve", "-o", "out", "--format", "csv", "--lang", "en"]);
    let file = std::fs::read_dir(desk.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut file = file.filter(|path| path.to_string_lossy().ends_with("-plan-years.csv"));
    let table = std::fs::read_to_string(file.next().unwrap()).unwrap();
    let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
    let column = |name: &str| lines[0].iter().position(|title| title.starts_with(name)).expect(name);
    let (year, filled) = (column("Year"), column("Filled more"));
    for told in shown["years"].as_array().unwrap() {
        let of_year = told["year"].to_string();
        let line = lines.iter().find(|line| line[year] == of_year).unwrap();
        let printed: Vec<f64> = line[filled..filled + 3].iter().map(|n| n.parse().unwrap()).collect();
        let more = &told["filled_more"];
        let exact = ["low", "central", "high"].map(|end| more[end].as_f64().unwrap());
        assert_eq!(printed, exact, "{of_year}");
    }
}

#[test]
fn help_to_go_farther_is_written_told_and_undone() {
    let desk = Desk::demonstration();
    desk.ok(&["scenario", "new", "d.releve", "--name", "Essai"]);
    let hubs = desk.json(&["plan", "hubs", "d.releve", "--format", "json"]);
    let basin = hubs["hubs"][0]["basin"].as_str().unwrap().to_owned();
    let help = |km: &'static str| {
        let fixed = [
            "scenario",
            "mobility",
            "d.releve",
            "--scenario",
            "Essai",
            "--kind",
            "transport",
        ];
        let told = ["--people", "20", "--km", km, "--from", "2027", "--person-cost", "500"];
        fixed.into_iter().chain(told).chain(["--basin"]).collect::<Vec<_>>()
    };
    let mut args = help("40");
    args.push(&basin);
    desk.ok(&args);
    let show = [
        "scenario",
        "show",
        "d.releve",
        "--scenario",
        "Essai",
        "--format",
        "json",
    ];
    let shown = desk.json(&show);
    assert_eq!(shown["scenario"]["mobility"][0]["km"], 40);
    let effect = &shown["mobility"][0];
    for (year, told) in shown["years"]
        .as_array()
        .unwrap()
        .iter()
        .zip(effect["filled"].as_array().unwrap())
    {
        assert_eq!(told["posts"], year["filled_more"], "the help is all there is");
        let euros = if year["year"].as_u64() < Some(2027) {
            0.0
        } else {
            10_000.0
        };
        assert_eq!(year["spent"]["central"], euros);
    }
    let mut refused = help("9000");
    refused.push(&basin);
    assert!(desk.fails(3, &refused).contains("1 à 1"), "km out of bounds are told");
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(desk.json(&show)["scenario"]["mobility"].as_array().unwrap().len(), 0);
}

#[test]
fn what_is_approved_is_decided_for_every_scenario_and_taken_back() {
    let desk = Desk::demonstration();
    desk.ok(&["scenario", "new", "d.releve", "--name", "Essai"]);
    desk.ok(&["scenario", "new", "d.releve", "--name", "Autre"]);
    let (uai, programme, _) = known_section(&desk);
    let more = add("augmentation", (&uai, &programme), "12", "2027");
    desk.ok(&more);
    let decide = ["scenario", "decide", "d.releve", "--scenario", "Essai"];
    assert!(
        desk.fails(3, &decide).contains("rien à décider"),
        "nothing is approved yet"
    );
    desk.ok(&[more, vec!["--status", "approved"]].concat());
    let show =
        |name: &'static str| desk.json(&["scenario", "show", "d.releve", "--scenario", name, "--format", "json"]);
    let before = show("Autre");
    desk.ok(&decide);
    let after = show("Autre");
    assert_eq!(after["decided"], "Décidé");
    assert_eq!(
        show("Essai")["scenario"]["actions"].as_array().unwrap().len(),
        1,
        "the draft stays"
    );
    assert_eq!(show("Décidé")["scenario"]["actions"].as_array().unwrap().len(), 1);
    let last = |shown: &Value, key: &str| {
        shown["years"].as_array().unwrap().last().unwrap()[key]["central"]
            .as_f64()
            .unwrap()
    };
    let gained = last(&show("Décidé"), "filled_more");
    let more = last(&after, "filled_reference") - last(&before, "filled_reference");
    assert!((gained - more).abs() < 1e-9, "{gained} against {more}");
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(show("Autre")["decided"], Value::Null);
    assert_eq!(show("Essai")["scenario"]["actions"].as_array().unwrap().len(), 2);
}

#[test]
fn hubs_are_told() {
    let desk = Desk::demonstration();
    let found = desk.json(&["plan", "hubs", "d.releve", "--count", "3", "--format", "json"]);
    let hubs = found["hubs"].as_array().unwrap();
    for hub in hubs {
        let served: f64 = hub["served"]
            .as_array()
            .unwrap()
            .iter()
            .map(|s| s["posts"]["central"].as_f64().unwrap())
            .sum();
        assert!((served - hub["posts"]["central"].as_f64().unwrap()).abs() < 1e-9);
    }
    assert!(desk.ok(&["plan", "hubs", "d.releve", "--count", "3"]).lines().count() >= hubs.len());
}
