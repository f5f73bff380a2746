//! Who goes where in the terminal: lines that add up to the market, stable names, one basin, both lenses.

use releve::app::Session;
use releve::domain::progress::Unattended;
use serde_json::Value;

use super::{Desk, number, text};

fn sum(answer: &Value, lens: &str, figure: &str) -> f64 {
    let rows = answer["rows"].as_array().unwrap();
    rows.iter().filter_map(|row| row[lens][figure].as_f64()).sum()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

#[test]
fn every_kind_of_line_adds_up_to_the_filled_posts_of_each_lens() {
    let desk = Desk::demonstration();
    let session = Session::open(&desk.path("d.releve")).unwrap();
    let filled = session.gap(None, &Unattended).unwrap().total().filled.central.people();
    let expected = session
        .expected(None, &Unattended)
        .unwrap()
        .total()
        .filled
        .central
        .people();
    drop(session);
    for (by, figure) in [
        ("basin", "people"),
        ("balance", "filled"),
        ("section", "people"),
        ("programme", "people"),
    ] {
        let answer = desk.json(&["flows", "d.releve", "--by", by, "--lens", "both", "--format", "json"]);
        assert_eq!((&answer["by"], &answer["far_km"]), (&by.into(), &30.0.into()));
        assert!(near(sum(&answer, "potential", figure), filled), "{by}");
        assert!(near(sum(&answer, "expected", figure), expected), "{by}");
        let alone = desk.json(&["flows", "d.releve", "--by", by, "--format", "json"]);
        assert!(near(sum(&alone, "potential", figure), filled), "{by}");
        assert!(alone["rows"][0]["expected"].is_null(), "one lens is asked");
    }
}

#[test]
fn one_basin_keeps_the_flows_that_touch_it() {
    let desk = Desk::demonstration();
    let balance = desk.json(&[
        "flows", "d.releve", "--by", "balance", "--basin", "2801", "--format", "json",
    ]);
    let pairs = desk.json(&["flows", "d.releve", "--basin", "2801", "--format", "json"]);
    let whole = &balance["rows"][0]["potential"];
    let mut into = 0.0;
    let mut out = 0.0;
    for row in pairs["rows"].as_array().unwrap() {
        let people = number(&row["potential"]["people"]);
        match (row["from"].as_str().unwrap(), row["to"].as_str().unwrap()) {
            ("2801", "2801") => assert!(near(people, number(&whole["stayed"]))),
            ("2801", _) => out += people,
            (_, "2801") => into += people,
            other => panic!("{other:?} does not touch Rouen"),
        }
    }
    assert!(near(into, number(&whole["came"])) && near(out, number(&whole["left"])));
    assert!(near(number(&whole["net"]), into - out) && out > 0.0);
}

#[test]
fn the_table_says_that_an_optimum_is_one_among_others() {
    let desk = Desk::demonstration();
    let output = desk.run(&["flows", "d.releve"]);
    let (table, words) = (text(&output.stdout), text(&output.stderr));
    assert!(table.contains("Bassin d’arrivée") && table.contains("Rouen"), "{table}");
    assert!(
        words.contains("un optimum parmi d’autres") && words.contains("simulées"),
        "{words}"
    );
    let both = desk.run(&["flows", "d.releve", "--lens", "both", "--lang", "en"]);
    assert!(text(&both.stdout).contains("People (expected)"));
    assert!(text(&both.stderr).contains("everyone chooses as observed"));
    let csv = desk.ok(&[
        "flows", "d.releve", "--by", "section", "--format", "csv", "--lens", "both",
    ]);
    let header = csv.lines().next().unwrap();
    assert!(
        header.starts_with("programme,programme_label,route,establishments,from,"),
        "{header}"
    );
    assert!(header.ends_with("potential_people,potential_need_share,expected_people,expected_need_share"));
}

#[test]
fn without_training_there_is_no_flow_and_it_says_so() {
    let desk = Desk::with_survey();
    let output = desk.run(&["flows", "n.releve"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).is_empty());
    assert!(text(&output.stderr).contains("Personne ne va nulle part"));
}
