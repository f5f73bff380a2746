//! `releve skills` as a person or a script runs it.

use serde_json::Value;

use super::{Desk, number};

/// A BUT of the demonstration with several modules proposed: establishment, programme.
fn but(desk: &Desk) -> (String, String) {
    let lines = desk.json(&["skills", "but", "d.releve", "--format", "json"]);
    let rich =
        |line: &&Value| line["programme"].as_str().unwrap().starts_with("BUT") && number(&line["proposed"]) > 2.0;
    let line = lines.as_array().unwrap().iter().find(rich).unwrap();
    let text = |key: &str| line[key].as_str().unwrap().to_owned();
    (text("uai"), text("code"))
}

#[test]
fn what_is_missing_adds_up_in_a_territory_and_in_a_basin() {
    let desk = Desk::demonstration();
    let all = desk.json(&["skills", "missing", "d.releve", "--format", "json"]);
    let lines = all.as_array().unwrap();
    assert!(lines.len() > 80, "{}", lines.len());
    let central = |line: &Value, key: &str| number(&line[key]["central"]);
    for line in lines {
        let others = central(line, "need") - central(line, "unfilled") - central(line, "taught");
        assert!(others > -0.01, "{line}");
        assert!(
            (central(line, "missing") - central(line, "unfilled") - others).abs() < 0.01,
            "{line}"
        );
        assert!((0.0..=1.0).contains(&central(line, "coverage")), "{line}");
    }
    assert!(
        lines
            .windows(2)
            .all(|pair| central(&pair[0], "missing") >= central(&pair[1], "missing"))
    );
    let basin = desk.json(&["skills", "missing", "d.releve", "--basin", "2801", "--format", "json"]);
    let first = &basin.as_array().unwrap()[0];
    let whole = lines.iter().find(|line| line["skill"] == first["skill"]).unwrap();
    assert!(central(first, "need") <= central(whole, "need"));
    let matrix = desk.ok(&["skills", "matrix", "d.releve", "--format", "csv"]);
    assert!(matrix.starts_with("skill,label,coverage,"), "{}", &matrix[..60]);
}

#[test]
fn modules_are_proposed_adopted_undone_and_coloured() {
    let desk = Desk::demonstration();
    let (uai, programme) = but(&desk);
    let of = |verb: &[&'static str]| -> Vec<String> {
        let fixed = ["skills"]
            .iter()
            .chain(verb)
            .chain(&["d.releve", "--uai"])
            .map(|s| (*s).to_owned());
        fixed
            .chain([uai.clone(), "--programme".to_owned(), programme.clone()])
            .collect()
    };
    let run = |verb: &[&'static str], more: &[&str]| {
        let args = of(verb);
        let args: Vec<&str> = args.iter().map(String::as_str).chain(more.iter().copied()).collect();
        desk.ok(&args)
    };
    run(&["module", "propose"], &["--rentree", "2028"]);
    let modules = || desk.json(&["skills", "module", "list", "d.releve", "--format", "json"]);
    let proposed = modules().as_array().unwrap().len();
    assert!(proposed > 2);
    let number_of = modules()[0]["module"].to_string();
    desk.ok(&["skills", "module", "adopt", "d.releve", "--module", &number_of]);
    assert_eq!(modules()[0]["status"], "adopté");
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(modules()[0]["status"], "proposé");
    desk.ok(&["scenario", "new", "d.releve", "--name", "Couleur"]);
    run(&["colour"], &["--scenario", "Couleur"]);
    let scenario = desk.json(&[
        "scenario",
        "show",
        "d.releve",
        "--scenario",
        "Couleur",
        "--format",
        "json",
    ]);
    assert_eq!(scenario["scenario"]["actions"][0]["kind"], "coloration");
    let iut = desk.json(&["skills", "iut", "d.releve", "--uai", &uai, "--format", "json"]);
    let year = iut["iut-years"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["rentree"] == "2028")
        .unwrap();
    assert!(number(&year["module_hours"]) > 0.0 && year["commitments"].as_str().unwrap().contains("Couleur"));
    for _ in 0..3 {
        desk.ok(&["undo", "d.releve"]);
    }
    assert_eq!(modules().as_array().unwrap().len(), 0, "one deed wrote them all");
    desk.ok(&["check", "d.releve"]);
}

#[test]
fn a_module_that_breaks_the_rule_is_refused_in_words_and_nothing_is_written() {
    let desk = Desk::demonstration();
    let (uai, programme) = but(&desk);
    let add = |hours: &str, year: &str, skill: &str| {
        let args = [
            "skills",
            "module",
            "add",
            "d.releve",
            "--uai",
            &uai,
            "--programme",
            &programme,
            "--skill",
            skill,
            "--hours",
            hours,
            "--study-year",
            year,
        ];
        desk.fails(3, &args)
    };
    assert!(add("700", "1", "S020").contains("666"), "the local third");
    assert!(add("300", "1", "S020").contains("266"), "two fifths of a year");
    assert!(add("30", "4", "S020").contains("de 1 à 3"));
    assert!(add("30", "1", "XX").contains("XX"));
    desk.fails(
        3,
        &["skills", "need", "d.releve", "--need", "100000", "--skill", "S001"],
    );
    desk.fails(3, &["skills", "module", "remove", "d.releve", "--module", "9"]);
    let modules = desk.json(&["skills", "module", "list", "d.releve", "--format", "json"]);
    assert_eq!(modules.as_array().unwrap().len(), 0);
}

#[test]
fn skills_of_a_declared_need_are_written_and_a_table_of_skills_is_imported_and_taken_away() {
    let desk = Desk::demonstration();
    desk.ok(&[
        "skills", "need", "d.releve", "--need", "1", "--skill", "S014", "--skill", "S015",
    ]);
    desk.ok(&["skills", "need", "d.releve", "--need", "1", "--skill", "S015"]);
    desk.ok(&["undo", "d.releve"]);
    std::fs::write(
        desk.path("competences.csv"),
        "code_rome;code_competence;libelle_competence;importance\nH2913;100001;Souder un acier;centrale\nH2913;100002;Tenir un carnet;utile\nH2913;100003;Autre;peut-être\n",
    )
    .unwrap();
    let listed = || {
        let all = desk.json(&[
            "skills",
            "list",
            "d.releve",
            "--occupation",
            "D1X33",
            "--format",
            "json",
        ]);
        all.as_array()
            .unwrap()
            .iter()
            .map(|line| line["skill"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(listed().contains(&"S014".to_owned()));
    desk.ok(&["import", "competences.csv", "--into", "d.releve"]);
    assert_eq!(listed(), ["100001", "100002"]);
    let missing = desk.json(&["skills", "missing", "d.releve", "--format", "json"]);
    let official = missing
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["skill"] == "100001")
        .unwrap();
    assert!(
        official["coverage"].is_null() && official["missing"].is_null(),
        "who is taught it is not known"
    );
    desk.ok(&["undo", "d.releve"]);
    assert!(listed().contains(&"S014".to_owned()));
}
