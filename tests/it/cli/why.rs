//! Causes, explanations and values of seats in the terminal: stable names, sums, both languages.

use serde_json::Value;

use super::{Desk, number};

fn rows(answer: &Value) -> &Vec<Value> {
    answer["rows"].as_array().unwrap()
}

/// Shares and residual of a line.
fn explained(line: &Value) -> f64 {
    let shares = line["causes"].as_array().unwrap();
    assert_eq!(shares.len(), 7);
    let residual = number(&line["residual"]["no_training"]) + number(&line["residual"]["not_enough"]);
    shares.iter().map(|share| number(&share["posts"])).sum::<f64>() + residual
}

#[test]
fn causes_add_up_to_the_unfilled_posts_of_every_line() {
    let desk = Desk::demonstration();
    for by in ["total", "basin", "skill", "cell"] {
        let answer = desk.json(&["gap", "d.releve", "--by", by, "--causes", "--format", "json"]);
        assert!(!rows(&answer).is_empty());
        for line in rows(&answer) {
            let unfilled = number(&line["unfilled"]["central"]);
            assert!((explained(line) - unfilled).abs() < 1e-6, "{line}");
            for share in line["causes"].as_array().unwrap() {
                let exact = share["exact"].as_str().unwrap().strip_suffix("/420").unwrap();
                let posts = exact.parse::<f64>().unwrap() / 420.0 / 1000.0;
                assert!((posts - number(&share["posts"])).abs() <= 0.001, "{share}");
                assert!(
                    number(&share["least"]) - 1e-9 <= posts && posts <= number(&share["most"]) + 1e-9,
                    "{share}"
                );
            }
        }
    }
    let without = desk.json(&["gap", "d.releve", "--format", "json"]);
    assert!(rows(&without)[0].get("causes").is_none());
}

#[test]
fn causes_are_a_table_for_people_and_columns_for_programs() {
    let desk = Desk::demonstration();
    let table = desk.ok(&["gap", "d.releve", "--by", "basin", "--causes"]);
    for word in [
        "Éloignement",
        "Poursuite d’études",
        "Places vacantes",
        "Absence de formation",
    ] {
        assert!(table.contains(word), "{word} in {table}");
    }
    let csv = desk.ok(&["gap", "d.releve", "--by", "basin", "--causes", "--format", "csv"]);
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let place = |name: &str| header.iter().position(|h| *h == name).unwrap();
    let (distance, most) = (place("cause_distance"), place("cause_distance_most"));
    assert_eq!(header.last(), Some(&"residual_not_enough"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let largest = reader.records().map(|record| {
        let record = record.unwrap();
        assert_eq!(record.len(), header.len());
        let value = |i: usize| record[i].parse::<f64>().unwrap();
        assert!(value(distance) <= value(most) + 1e-9);
        value(distance)
    });
    assert!(largest.fold(0.0, f64::max) > 0.0);
}

#[test]
fn a_cell_is_explained_by_its_causes_and_their_waterfall() {
    let desk = Desk::demonstration();
    let cells = desk.json(&["gap", "d.releve", "--by", "cell", "--format", "json"]);
    let unfilled = |line: &&Value| number(&line["unfilled"]["central"]);
    let worst = rows(&cells)
        .iter()
        .max_by(|a, b| unfilled(a).total_cmp(&unfilled(b)))
        .unwrap();
    let (basin, fap) = (worst["basin"].as_str().unwrap(), worst["occupation"].as_str().unwrap());
    let json = desk.json(&["explain", "d.releve", basin, fap, "--format", "json"]);
    assert!(json["revision"].is_number());
    assert!((explained(&json) - unfilled(&worst)).abs() < 1e-6);
    let steps = json["waterfall"].as_array().unwrap();
    assert_eq!(steps.len(), 7);
    assert_eq!(steps[0]["cause"], "further-study");
    assert!((number(&steps[0]["before"]) - unfilled(&worst)).abs() < 1e-9);
    let residual = number(&json["residual"]["no_training"]) + number(&json["residual"]["not_enough"]);
    assert!((number(&steps[6]["after"]) - residual).abs() < 1e-9);
    let shortage = &json["shortage"];
    let sum = |list: &str, figure: &str| {
        shortage[list]
            .as_array()
            .unwrap()
            .iter()
            .map(|x| number(&x[figure]))
            .sum::<f64>()
    };
    assert!((sum("cells", "posts") - number(&shortage["posts"])).abs() < 1e-6);
    assert!((sum("nodes", "people") - number(&shortage["people"])).abs() < 1e-6);
    let left = number(&shortage["posts"]) - number(&shortage["people"]);
    assert!((left - number(&shortage["unfilled"])).abs() < 1e-6);
    let words = desk.ok(&["explain", "d.releve", basin, fap]);
    assert!(words.contains(shortage["sentence"].as_str().unwrap()), "{words}");
    assert!(words.contains("selon l’ordre") && words.contains("révision"), "{words}");
    assert!(!words.contains('→'));
    let steps = desk.ok(&["explain", "d.releve", basin, fap, "--waterfall", "--lang", "en"]);
    assert_eq!(steps.matches('→').count(), 7, "{steps}");
    assert!(steps.contains("another order"), "{steps}");
}
#[test]
fn the_value_of_a_seat_is_told_with_its_range_its_years_and_its_cost() {
    let desk = Desk::demonstration();
    let answer = desk.json(&["value", "d.releve", "--top", "1000", "--format", "json"]);
    assert_eq!(number(&answer["rentree"]), number(&answer["year"]) + 1.0);
    let lines = answer["lines"].as_array().unwrap();
    assert_eq!(
        (&lines[0]["rank"], &lines[0]["unit"]),
        (&Value::from(1), &Value::from("seat"))
    );
    assert!(lines.iter().any(|line| line["unit"] == "final-year"));
    for line in lines {
        let first = number(&line["first_leavers"]);
        for lot in line["lots"].as_array().unwrap() {
            let gain = &lot["gain"];
            assert!(
                number(&gain["low"]) <= number(&gain["central"]) && number(&gain["central"]) <= number(&gain["high"])
            );
            assert!(
                number(&gain["central"]).abs() <= number(&lot["leavers"]["central"]).abs() + 1e-9,
                "{line}"
            );
            assert!(lot["euros_per_post"].is_null());
            let yearly = lot["yearly"].as_array().unwrap();
            assert_eq!(yearly.last().unwrap()["year"], 2035);
            let begun = yearly.iter().filter(|y| number(&y["year"]) >= first);
            assert!(begun.clone().all(|y| y["gain"] == *gain));
        }
    }
    desk.ok(&[
        "assumptions",
        "d.releve",
        "set",
        "seat-cost",
        "8000",
        "9000",
        "12000",
        "--scope",
        "CAP",
    ]);
    let costed = desk.json(&[
        "value", "d.releve", "--top", "1000", "--seats", "24", "--format", "json",
    ]);
    let known = |line: &&Value| !line["cost"].is_null();
    let lines = costed["lines"].as_array().unwrap();
    assert!(lines.iter().filter(known).all(|line| line["diploma"] == "CAP"));
    let line = lines.iter().find(known).unwrap();
    assert_eq!(line["cost"]["central"], 9000.0 * number(&line["years"]));
    let basin = line["basins"][0].as_str().unwrap();
    let table = desk.ok(&["value", "d.releve", "--basin", basin, "--seats", "24", "--lang", "en"]);
    assert!(table.contains("Euros per post") && table.contains(basin), "{table}");
    desk.ok(&["assumptions", "d.releve", "reset", "seat-cost", "--scope", "CAP"]);
    assert!(!desk.ok(&["assumptions", "d.releve"]).contains("seat-cost"));
    desk.fails(2, &["value", "d.releve", "--seats", "13"]);
}
