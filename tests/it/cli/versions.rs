//! Undo to any deed, versions, comparison: on the command line.

use super::{Desk, SURVEY, number, text};

#[test]
fn undo_and_redo_go_to_any_deed_of_the_journal() {
    let desk = Desk::with_survey();
    for central in ["0,4", "0,5", "0,6"] {
        desk.ok(&["assumptions", "n.releve", "set", "stays-in-field", "0", central, "1"]);
    }
    let journal = desk.json(&["journal", "n.releve", "--format", "json"]);
    let revision = |place: usize| journal[place]["revision"].as_i64().unwrap().to_string();
    let (last, import) = (revision(0), revision(3));
    desk.ok(&["undo", "n.releve", "--to", &import]);
    let now = desk.json(&["gap", "n.releve", "--format", "json"]);
    assert_eq!(now["revision"].as_i64().unwrap().to_string(), import);
    let said = desk.fails(3, &["undo", "n.releve", "--to", &last]);
    assert!(said.contains("releve redo --to"), "{said}");
    desk.ok(&["redo", "n.releve", "--to", &last]);
    let said = desk.fails(3, &["redo", "n.releve", "--to", &import]);
    assert!(said.contains("releve undo --to"), "{said}");
    let deed = desk.json(&["journal", "n.releve", "--deed", &last, "--format", "json"]);
    assert_eq!(deed["tables"][0]["table"], "assumption");
    let cells = deed["rows"][0]["cells"].as_array().unwrap();
    let central = cells.iter().find(|c| c["column"] == "central").unwrap();
    assert_eq!(
        (central["before"].as_str(), central["after"].as_str()),
        (Some("0.5"), Some("0.6"))
    );
    let told = desk.ok(&["journal", "n.releve", "--deed", &last]);
    assert!(told.contains("centrale\u{a0}: 0.5 → 0.6"), "{told}");
    desk.fails(3, &["undo", "n.releve", "--to", "999"]);
}

#[test]
fn an_import_keeps_a_version_that_can_be_looked_at_and_restored() {
    let desk = Desk::with_survey();
    let versions = desk.json(&["versions", "n.releve", "--format", "json"]);
    assert_eq!(versions[0]["reason"], "import");
    desk.ok(&["versions", "n.releve", "save", "--name", "Avant le conseil"]);
    let versions = desk.json(&["versions", "n.releve", "--format", "json"]);
    assert_eq!(versions[0]["name"], "Avant le conseil");
    assert!(number(&versions[0]["bytes"]) > 1000.0);
    let told = desk.ok(&["versions", "n.releve", "open", "1"]);
    assert!(told.contains("Essai"), "{told}");
    let id = versions[1]["version"].as_str().unwrap().to_owned();
    desk.ok(&["versions", "n.releve", "restore", &id, "-o", "vide.releve"]);
    assert_eq!(
        desk.json(&["sources", "vide.releve", "--format", "json"])
            .as_array()
            .unwrap()
            .len(),
        0
    );
    desk.fails(4, &["versions", "n.releve", "restore", "1", "-o", "vide.releve"]);
    desk.fails(3, &["versions", "n.releve", "open", "99"]);
    let listed = desk.ok(&["versions", "n.releve"]);
    assert!(
        listed.contains("Avant un import") && listed.contains("Avant le conseil"),
        "{listed}"
    );
}

#[test]
fn a_version_and_its_file_are_compared_line_by_line() {
    let desk = Desk::demonstration();
    desk.ok(&["versions", "d.releve", "save"]);
    desk.ok(&["assumptions", "d.releve", "set", "stays-in-field", "0,3", "0,4", "0,9"]);
    let ask = |by: &str| desk.json(&["compare", "d.releve", "--version", "1", "--by", by, "--format", "json"]);
    let found = ask("basin");
    assert_eq!(found["differs"], serde_json::json!(["supply"]));
    let change = |row: &serde_json::Value| number(&row["difference"]["unfilled"]["central"]);
    let total = &found["total"];
    assert!(change(total) != 0.0);
    let ends = &total["difference"]["unfilled"];
    let side = |side: &str, end: &str| number(&total[side]["unfilled"][end]);
    assert!((number(&ends["low"]) - (side("b", "low") - side("a", "high"))).abs() < 1e-6);
    assert!((number(&ends["high"]) - (side("b", "high") - side("a", "low"))).abs() < 1e-6);
    let supply = total["effects"]
        .as_array()
        .unwrap()
        .iter()
        .find(|e| e["effect"] == "supply")
        .unwrap();
    assert!(
        (number(&supply["posts"]) - change(total)).abs() < 1e-6,
        "supply explains it whole"
    );
    let rows = found["rows"].as_array().unwrap();
    let sum: f64 = rows.iter().map(change).sum();
    assert!((sum - change(total)).abs() < 1e-6);
    assert!(found["sentences"].as_array().unwrap().len() == 5);
    let told = desk.ok(&["compare", "d.releve", "--version", "1"]);
    assert!(told.contains("vivier") && told.contains("B − A"), "{told}");
    let same = desk.json(&["compare", "d.releve", "d.releve", "--format", "json"]);
    assert_eq!(change(&same["total"]), 0.0);
    let csv = desk.ok(&[
        "compare",
        "d.releve",
        "--version",
        "1",
        "--by",
        "cell",
        "--format",
        "csv",
    ]);
    assert!(csv.starts_with("key,label,withheld,need_a_low"), "{csv}");
    let said = desk.fails(2, &["compare", "d.releve"]);
    assert!(said.contains("--years"), "{said}");
}

#[test]
fn what_one_employer_declared_is_withheld_on_either_side() {
    let desk = Desk::demonstration();
    desk.ok(&["versions", "d.releve", "save"]);
    let path = desk.path("d.releve");
    let alone = {
        let mut store = releve::store::Store::open(&path).unwrap();
        let facts = store.facts().unwrap();
        let known: Vec<_> = facts.needs.iter().map(|n| (n.basin.clone(), n.fap.clone())).collect();
        let row = facts.survey.iter().find(|r| {
            !known.contains(&(r.basin.clone(), r.fap.clone()))
                && r.fap.as_str().starts_with('D')
                && r.fap.as_str() != "D0X30"
        });
        let row = row.unwrap();
        let employer = releve::domain::demand::Employer {
            id: 0,
            siret: None,
            name: "Fonderie".to_owned(),
            naf: None,
            commune: None,
            basin: row.basin.clone(),
            headcount: None,
        };
        let year = facts.survey.iter().map(|r| r.year).max().unwrap();
        let deed = releve::store::Deed::new("put-employer").with("name", "Fonderie");
        let write = |tx: &releve::store::Tx<'_>| {
            let id = tx.put_employer(&employer)?;
            tx.put_need(&releve::domain::demand::Need {
                id: 0,
                employer: id,
                basin: row.basin.clone(),
                fap: row.fap.clone(),
                year,
                posts: 777,
                level: None,
                commitment: releve::domain::demand::Commitment::Engaged,
                declared_on: "2026-11-23".to_owned(),
            })
        };
        store.transact(&deed, write).unwrap();
        (row.basin.to_string(), row.fap.to_string())
    };
    for args in [
        ["compare", "d.releve", "--version", "1"],
        ["compare", "d.releve", "d.releve", "--lens=potential"],
    ] {
        let found = desk.json(&[&args[..], &["--by", "cell", "--format", "json"]].concat());
        let rows = found["rows"].as_array().unwrap();
        let told = |row: &&serde_json::Value| row["basin"] == alone.0.as_str() && row["occupation"] == alone.1.as_str();
        let row = rows.iter().find(told).unwrap();
        assert_eq!(row["withheld"], true);
        assert!(row.get("b").is_none() && row.get("difference").is_none() && row.get("effects").is_none());
        assert!(!found["sentences"].to_string().contains("777"));
        let hidden = rows.iter().filter(|row| row["withheld"] == true).count();
        assert!(hidden >= 4, "a rectangle goes with it: {hidden}");
    }
    let csv = desk.ok(&[
        "compare",
        "d.releve",
        "--version",
        "1",
        "--by",
        "cell",
        "--format",
        "csv",
    ]);
    let line = csv
        .lines()
        .find(|l| l.starts_with(&format!("{} {}", alone.0, alone.1)))
        .unwrap();
    assert!(line.contains("true,,,"), "{line}");
}

#[test]
fn an_import_that_cannot_keep_its_version_says_so_and_is_done() {
    let desk = Desk::new();
    std::fs::write(desk.path("projets.csv"), SURVEY).unwrap();
    desk.ok(&["new", "n.releve", "--region", "28", "--name", "Essai"]);
    // A file stands where the folder of versions would.
    std::fs::write(desk.path("n.versions"), "occupé").unwrap();
    let output = desk.run(&["import", "projets.csv", "--into", "n.releve"]);
    assert_eq!(output.status.code(), Some(0));
    let told = text(&output.stderr);
    assert!(told.contains("n’a pas pu être gardé comme version"), "{told}");
    assert_eq!(
        desk.json(&["sources", "n.releve", "--format", "json"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_comparison_is_read_by_zone_and_written_as_a_report() {
    let desk = Desk::demonstration();
    desk.ok(&["versions", "d.releve", "save"]);
    desk.ok(&["assumptions", "d.releve", "set", "stays-in-field", "0,3", "0,4", "0,9"]);
    let ask = ["compare", "d.releve", "--version", "1"];
    let found = desk.json(&[&ask[..], &["--by", "zone", "--format", "json"]].concat());
    let change = |row: &serde_json::Value| number(&row["difference"]["unfilled"]["central"]);
    let rows = found["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["zone"].is_string()));
    if rows.iter().all(|row| row["withheld"] == false) {
        let sum: f64 = rows.iter().map(change).sum();
        assert!((sum - change(&found["total"])).abs() < 1e-6);
    }
    desk.ok(&[&ask[..], &["--report", "c.pdf"]].concat());
    assert!(std::fs::read(desk.path("c.pdf")).unwrap().starts_with(b"%PDF-"));
    desk.ok(&[&ask[..], &["--report", "c.xlsx"]].concat());
    let mut workbook: calamine::Xlsx<_> = calamine::open_workbook(desk.path("c.xlsx")).unwrap();
    let sheets = calamine::Reader::sheet_names(&workbook);
    assert!(
        ["Domaines", "Métiers", "Bassins", "Zones"]
            .iter()
            .all(|name| sheets.contains(&(*name).to_owned())),
        "{sheets:?}"
    );
    let domains = calamine::Reader::worksheet_range(&mut workbook, "Domaines").unwrap();
    let lines: Vec<_> = domains.rows().collect();
    let place = lines[3]
        .iter()
        .position(|cell| cell.to_string().starts_with("Différence") && cell.to_string().contains("centr"));
    let total = lines.iter().find(|line| line[0] == "Ensemble").unwrap();
    let told = calamine::DataType::as_f64(&total[place.unwrap()]).unwrap();
    assert!((told - change(&found["total"])).abs() < 1e-6, "{told}");
    desk.fails(2, &[&ask[..], &["--report", "c.docx"]].concat());
}
