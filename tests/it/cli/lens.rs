//! The expected lens in the terminal: the figures of the market, sums, stable names, the formula of a cell with its figures.

use releve::app::Session;
use releve::domain::progress::Unattended;
use releve::domain::units::{Estimate, Milli};
use serde_json::Value;

use super::{Desk, number, text};

const GROUPINGS: [&str; 9] = [
    "total",
    "region",
    "department",
    "zone",
    "basin",
    "domain",
    "skill",
    "occupation",
    "cell",
];
const ENDS: [&str; 3] = ["low", "central", "high"];

fn rows(answer: &Value) -> &Vec<Value> {
    answer["rows"].as_array().unwrap()
}

/// The figures of the lens on a line: expected filled, expected unfilled, friction.
fn figures(line: &Value) -> [&Value; 3] {
    [
        &line["expected"]["filled"],
        &line["expected"]["unfilled"],
        &line["friction"],
    ]
}

fn sum(lines: &[Value], figure: usize, end: &str) -> f64 {
    lines.iter().map(|line| number(&figures(line)[figure][end])).sum()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

#[test]
fn lines_of_every_grouping_add_up_to_the_market_and_keep_the_potential_lens() {
    let desk = Desk::demonstration();
    let session = Session::open(&desk.path("d.releve")).unwrap();
    let found = session.expected(None, &Unattended).unwrap();
    drop(session);
    let total = found.total();
    let wanted = [total.filled, total.unfilled, total.friction()];
    for by in GROUPINGS {
        let answer = desk.json(&["gap", "d.releve", "--by", by, "--lens", "both", "--format", "json"]);
        assert_eq!((&answer["lens"], &answer["unit"]), (&"both".into(), &"posts".into()));
        let plain = desk.json(&["gap", "d.releve", "--by", by, "--format", "json"]);
        assert_eq!(plain["lens"], "potential");
        for (at, wanted) in wanted.into_iter().enumerate() {
            for (end, wanted) in ENDS.into_iter().zip([wanted.low, wanted.central, wanted.high]) {
                let found = sum(rows(&answer), at, end);
                assert!(near(found, wanted.people()), "{by} {at} {end}: {found} {wanted:?}");
            }
        }
        for (line, potential) in rows(&answer).iter().zip(rows(&plain)) {
            for range in figures(line) {
                let [low, central, high] = ENDS.map(|end| number(&range[end]));
                assert!(low <= central && central <= high, "{line}");
            }
            let central = |value: &Value| number(&value["central"]);
            let friction = central(&line["filled"]) - central(&line["expected"]["filled"]);
            assert!(near(central(&line["friction"]), friction), "{line}");
            let need = central(&line["expected"]["filled"]) + central(&line["expected"]["unfilled"]);
            assert!(near(central(&line["need"]), need), "{line}");
            let mut kept = line.clone();
            kept.as_object_mut().unwrap().remove("expected");
            kept.as_object_mut().unwrap().remove("friction");
            assert_eq!(kept, *potential, "the figures of the potential lens keep their names");
        }
    }
}

#[test]
fn cells_are_those_of_the_market_and_a_part_of_the_territory_adds_up_too() {
    let desk = Desk::demonstration();
    let session = Session::open(&desk.path("d.releve")).unwrap();
    let found = session.expected(None, &Unattended).unwrap();
    drop(session);
    let answer = desk.json(&[
        "gap", "d.releve", "--lens", "expected", "--by", "cell", "--format", "json",
    ]);
    assert_eq!(rows(&answer).len(), found.cells.len());
    let ends = |range: Estimate| [range.low, range.central, range.high].map(Milli::people);
    for (line, cell) in rows(&answer).iter().zip(&found.cells) {
        assert_eq!(
            (&line["basin"], &line["occupation"]),
            (&cell.basin.as_str().into(), &cell.fap.as_str().into())
        );
        let wanted = [cell.figures.filled, cell.figures.unfilled, cell.figures.friction()];
        for (range, wanted) in figures(line).into_iter().zip(wanted) {
            assert_eq!(ENDS.map(|end| number(&range[end])), ends(wanted), "{line}");
        }
    }
    let basin = found.cells[0].basin.clone();
    let part = [
        "gap",
        "d.releve",
        "--lens",
        "both",
        "--basin",
        basin.as_str(),
        "--format",
        "json",
    ];
    let line = desk.json(&[&part[..], &["--by", "basin"]].concat());
    let cells = desk.json(&part);
    assert_eq!(rows(&line).len(), 1);
    for at in 0..3 {
        assert!(near(sum(rows(&cells), at, "central"), sum(rows(&line), at, "central")));
    }
}

#[test]
fn a_table_says_both_lenses_what_friction_is_and_where_its_parameters_come_from() {
    let desk = Desk::demonstration();
    let output = desk.run(&["gap", "d.releve", "--by", "basin", "--lens", "both"]);
    assert_eq!(output.status.code(), Some(0));
    let (table, words) = (text(&output.stdout), text(&output.stderr));
    for header in ["Non pourvus potentiels", "Non pourvus attendus", "Frottement"] {
        assert!(table.contains(header), "{header} in {table}");
    }
    assert!(table.lines().last().unwrap().starts_with("Ensemble"), "{table}");
    for said in [
        "Frottement = pourvus potentiels − pourvus attendus",
        "Frottement négatif",
        "97\u{a0}(48–153). Source\u{a0}: a priori",
        "22\u{a0}(11–38). Source\u{a0}: a priori",
    ] {
        assert!(words.contains(said), "{said} in {words}");
    }
    let skills = desk.ok(&["gap", "d.releve", "--by", "skill", "--lens", "both"]);
    assert!(skills.contains("Techniciens et agents de maîtrise"), "{skills}");
    let whole = desk.run(&["gap", "d.releve", "--lens", "expected", "--lang", "en"]);
    let (table, words) = (text(&whole.stdout), text(&whole.stderr));
    assert!(
        table.contains("Expected filled") && !table.contains("Friction"),
        "{table}"
    );
    assert_eq!(
        table.lines().count(),
        3,
        "the whole is one line, not told twice: {table}"
    );
    assert!(
        words.contains("Friction = ") && !words.contains("Negative friction"),
        "{words}"
    );
    desk.fails(2, &["gap", "d.releve", "--lens", "attendue"]);
}

#[test]
fn friction_stands_apart_from_the_causes() {
    let desk = Desk::demonstration();
    let asked = ["gap", "d.releve", "--by", "domain", "--lens", "both", "--causes"];
    let answer = desk.json(&[&asked[..], &["--format", "json"]].concat());
    for line in rows(&answer) {
        let shares = line["causes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|share| number(&share["posts"]));
        let residual = number(&line["residual"]["no_training"]) + number(&line["residual"]["not_enough"]);
        let unfilled = number(&line["unfilled"]["central"]);
        assert!(near(shares.sum::<f64>() + residual, unfilled), "{line}");
        let left = unfilled + number(&line["friction"]["central"]);
        assert!(near(left, number(&line["expected"]["unfilled"]["central"])), "{line}");
    }
    let table = desk.ok(&asked);
    let header = table.lines().next().unwrap();
    let place = |column: &str| header.find(column).unwrap();
    assert!(
        place("Insuffisance de formation") < place("Frottement (à part)"),
        "{header}"
    );
    let csv = desk.ok(&[&asked[..], &["--format", "csv"]].concat());
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|h| h == name).unwrap();
    assert_eq!(header.iter().next_back(), Some("friction_high"));
    let [filled, expected, friction] = ["filled_central", "expected_filled_central", "friction_central"].map(place);
    for (record, line) in reader.records().map(Result::unwrap).zip(rows(&answer)) {
        let value = |at: usize| record[at].parse::<f64>().unwrap();
        assert!(near(value(filled) - value(expected), value(friction)), "{record:?}");
        assert!(
            near(value(friction), number(&line["friction"]["central"])),
            "{record:?}"
        );
    }
}

#[test]
fn the_sheet_of_the_report_holds_the_lines_of_the_terminal() {
    let desk = Desk::demonstration();
    let answer = desk.json(&["gap", "d.releve", "--by", "basin", "--lens", "both", "--format", "json"]);
    let listed = desk.ok(&["report", "d.releve", "-o", "r", "--format", "csv", "--lang", "en"]);
    let path = listed.lines().find(|path| path.ends_with("-lens-basin.csv")).unwrap();
    let written = std::fs::read_to_string(desk.path(path)).unwrap();
    let mut reader = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().unwrap().clone();
    let place = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let columns = [
        "Expected filled (posts) – central",
        "Friction (posts) – low",
        "Friction (posts) – high",
    ]
    .map(place);
    let mut compared = 0;
    for record in reader.records().map(Result::unwrap) {
        let name = record[0].replace('’', "'");
        let line = rows(&answer)
            .iter()
            .find(|line| line["label"].as_str() == Some(name.as_str()));
        let (Some(line), false) = (line, &record[columns[0]] == "s") else {
            continue;
        };
        let wanted = [
            &line["expected"]["filled"]["central"],
            &line["friction"]["low"],
            &line["friction"]["high"],
        ];
        for (column, wanted) in columns.into_iter().zip(wanted) {
            assert!(
                near(record[column].parse().unwrap(), number(wanted)),
                "{record:?} {line}"
            );
        }
        compared += 1;
    }
    assert!(compared > 20, "{compared}");
}

#[test]
fn a_cell_is_explained_by_the_formula_with_its_figures() {
    let desk = Desk::demonstration();
    let session = Session::open(&desk.path("d.releve")).unwrap();
    let gap = session.gap(None, &Unattended).unwrap();
    let found = session.expected(None, &Unattended).unwrap();
    drop(session);
    let cell = found
        .cells
        .iter()
        .max_by_key(|cell| cell.figures.filled.central)
        .unwrap();
    let (basin, fap) = (cell.basin.as_str(), cell.fap.as_str());
    let answer = desk.json(&["explain", "d.releve", basin, fap, "--format", "json"]);
    assert_eq!(answer["lens"], "both");
    let (market, parameters) = (&answer["market"], &answer["parameters"]);
    let central = |name: &str| number(&parameters[name]["central"]);
    assert!(parameters["noise"]["source"].as_str().unwrap().contains("30 km"));
    let (posts, single) = (number(&market["posts"]), number(&market["single_posts"]));
    let types = market["types"].as_array().unwrap();
    assert!(types.len() > 1);
    let mut matched = 0.0;
    for kind in types {
        let value = |name: &str| number(&kind[name]);
        let phi = (central("surplus") - value("minutes")) / central("noise");
        let formula = (value("single_people") * single).sqrt() * (phi / 2.0).exp();
        assert!((formula / value("matched") - 1.0).abs() < 1e-6, "{kind}");
        assert!(
            value("matched") + value("single_people") <= value("people") + 1e-6,
            "{kind}"
        );
        assert!(!kind["nodes"].as_array().unwrap().is_empty());
        matched += value("matched");
    }
    assert!(near(matched + single, posts), "{market}");
    assert!((matched - number(&answer["expected"]["filled"]["central"])).abs() <= 0.001 + 1e-6);
    assert_eq!(
        number(&answer["friction"]["high"]),
        cell.figures.friction().high.people()
    );
    let potential = gap.cell(&cell.basin, &cell.fap).unwrap().figures.filled.central;
    assert_eq!(cell.figures.potential.central, potential);
    let words = desk.ok(&["explain", "d.releve", basin, fap]);
    for said in [
        "μ = √(μ_s0 × μ_d0) × exp(Φ / 2)",
        "Optique attendue (révision 2)",
        "frottement",
        "Surplus d’un appariement A (match-surplus), minutes généralisées\u{a0}: 97\u{a0}(48–153)",
        "c = 0,0 min",
    ] {
        assert!(words.contains(said), "{said} in {words}");
    }
}
