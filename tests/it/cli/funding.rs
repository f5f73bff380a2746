//! `releve funding` as a person or a script runs it.

use super::Desk;

fn envelope<'a>(name: &'a str, year: &'a str, euros: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let fixed = [
        "funding", "envelope", "add", "d.releve", "--name", name, "--year", year, "--euros", euros,
    ];
    fixed.into_iter().chain(more.iter().copied()).collect()
}

fn costs(desk: &Desk) {
    desk.ok(&["assumptions", "d.releve", "set", "seat-cost", "8000", "10000", "12000"]);
}

#[test]
fn envelopes_are_written_changed_given_from_and_taken_back() {
    let desk = Desk::demonstration();
    let list = || desk.json(&["funding", "list", "d.releve", "--format", "json"]);
    let blank = list();
    desk.ok(&envelope("Carte", "2027", "1000", &["--funder", "france-2030"]));
    let added = list();
    assert_eq!(added["envelopes"][0]["funder"], "france-2030");
    let twice = desk.fails(3, &envelope("Carte", "2027", "5", &[]));
    assert!(twice.contains("2027"), "{twice}");
    desk.ok(&[
        "funding", "envelope", "change", "d.releve", "--number", "1", "--euros", "900",
    ]);
    assert_eq!(list()["envelopes"][0]["euros"], 900);
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(list(), added);
    desk.ok(&["scenario", "new", "d.releve", "--name", "Essai"]);
    let basin = desk.json(&["gap", "d.releve", "--by", "basin", "--format", "json"])["rows"][0]["basin"].clone();
    let basin = basin.as_str().unwrap();
    let opening = [
        "scenario",
        "add",
        "d.releve",
        "--scenario",
        "Essai",
        "--kind",
        "ouverture",
        "--programme",
        "50025136",
    ];
    let place = [
        "--route",
        "scolaire",
        "--basin",
        basin,
        "--seats",
        "12",
        "--rentree",
        "2028",
    ];
    let programmes = desk.json(&["funding", "rank", "d.releve", "--format", "json"]);
    let programme = programmes["lines"][0]["programme"].as_str().unwrap().to_owned();
    let mut asked = [opening.as_slice(), place.as_slice()].concat();
    asked[8] = &programme;
    desk.ok(&asked);
    let before = list();
    let give = [
        "funding",
        "give",
        "d.releve",
        "--action",
        "1",
        "--envelope",
        "1",
        "--euros",
    ];
    desk.ok(&[&give[..], &["1500"]].concat());
    assert_eq!(list()["given"][0]["euros"], 1_500);
    costs(&desk);
    let money = desk.json(&[
        "funding",
        "scenario",
        "d.releve",
        "--scenario",
        "Essai",
        "--format",
        "json",
    ]);
    assert_eq!((&money["given"], &money["followed"]), (&1_500.into(), &1_500.into()));
    assert_eq!(money["envelopes"][0]["left"], -500, "told, not refused");
    let told = desk.run(&["funding", "scenario", "d.releve", "--scenario", "Essai"]);
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(
        told.contains("dépassée de 500") && told.contains("100,0\u{a0}%"),
        "{told}"
    );
    desk.ok(&["undo", "d.releve"]);
    let given = list();
    // A copy is funded as its model: scenarios are alternatives.
    desk.ok(&["scenario", "copy", "d.releve", "--scenario", "Essai", "--name", "Autre"]);
    let copied = list();
    assert_eq!(
        (&copied["given"][1]["action"], &copied["given"][1]["euros"]),
        (&2.into(), &1_500.into())
    );
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(list(), given);
    // Whatever an envelope gives to goes away with it, in the same deed; and comes back with it.
    desk.ok(&["funding", "envelope", "remove", "d.releve", "--number", "1"]);
    assert_eq!(list(), blank);
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(list(), given);
    for removal in [
        &["scenario", "drop", "d.releve", "--scenario", "Essai", "--action", "1"][..],
        &["scenario", "remove", "d.releve", "--scenario", "Essai"],
        &[&give[..], &["0"]].concat(),
    ] {
        desk.ok(removal);
        assert_eq!(list(), before, "{removal:?}");
        desk.ok(&["undo", "d.releve"]);
        assert_eq!(list(), given, "{removal:?}");
    }
    desk.fails(3, &["funding", "envelope", "remove", "d.releve", "--number", "7"]);
    desk.fails(
        3,
        &[
            "funding",
            "give",
            "d.releve",
            "--action",
            "9",
            "--envelope",
            "1",
            "--euros",
            "1",
        ],
    );
}

#[test]
fn tables_of_aid_and_contract_costs_are_read_whole_or_not_at_all() {
    let desk = Desk::demonstration();
    let aids = |format| desk.ok(&["funding", "aid", "list", "d.releve", "--format", format]);
    let table = "Aide;Du;Au;Niveau, de;Niveau, à;Salariés, de;Salariés, à;Euros;Source\n\
        Aide unique;01/01/2027;31/12/2027;3;4;0;249;5 000 €;essai\n\
        Aide unique;01/01/2027;31/12/2027;5;6;0;249;2000,00;essai\n";
    let faulty = format!(
        "{table}Aide unique;2027-06-01;;4;5;0;;1;essai\nB;2027-02-30;;3;3;0;;1;x\nB;2027-01-01;;3;3;0;;1,5;x\n"
    );
    std::fs::write(desk.path("faute.csv"), faulty).unwrap();
    std::fs::write(desk.path("aides.csv"), table).unwrap();
    let none = aids("json");
    let read = desk.run(&["funding", "aid", "read", "d.releve", "faute.csv"]);
    assert_eq!(read.status.code(), Some(3));
    let told = String::from_utf8_lossy(&read.stdout).into_owned();
    for line in ["4", "5", "6"] {
        assert!(
            told.lines().any(|l| l.split_whitespace().nth(2) == Some(line)),
            "line {line}: {told}"
        );
    }
    assert!(told.contains("2027-02-30") && told.contains("1,5"), "{told}");
    assert_eq!(aids("json"), none, "nothing is written");
    desk.ok(&["funding", "aid", "read", "d.releve", "aides.csv"]);
    let csv = aids("csv");
    std::fs::write(desk.path("rendu.csv"), &csv).unwrap();
    let again = desk.run(&["funding", "aid", "read", "d.releve", "rendu.csv"]);
    let said = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(said.contains("0 à écrire, 2 déjà à jour"), "{said}");
    // Another amount rewrites the row: no second one of the same scope.
    std::fs::write(desk.path("rendu.csv"), csv.replace("5000", "4000")).unwrap();
    desk.ok(&["funding", "aid", "read", "d.releve", "rendu.csv"]);
    assert!(aids("csv").contains("4000") && aids("csv").lines().count() == 3);
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(aids("csv"), csv);
    desk.ok(&["funding", "aid", "remove", "d.releve", "--number", "1"]);
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(aids("csv"), csv);

    let add = "funding aid add d.releve --name B --from 01/01/2028 --level-from 5 --level-to 6 --euros 1";
    let add: Vec<&str> = add.split(' ').collect();
    desk.ok(&add);
    assert!(aids("csv").contains("B,2028-01-01,,5,6,0,,1,"), "{}", aids("csv"));
    desk.fails(3, &add);
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(aids("csv"), csv);

    let npecs = || desk.ok(&["funding", "npec", "list", "d.releve", "--format", "csv"]);
    let empty = npecs();
    let add = [
        "funding",
        "npec",
        "add",
        "d.releve",
        "--code",
        "rncp34500",
        "--from",
        "2027-01-01",
        "--euros",
        "7000",
    ];
    desk.ok(&add);
    assert!(npecs().contains("RNCP34500,,2027-01-01,,7000"), "{}", npecs());
    desk.fails(3, &add);
    desk.ok(&[&add[..], &["--branch", "54"]].concat());
    let both = npecs();
    std::fs::write(desk.path("npec.csv"), &both).unwrap();
    desk.ok(&["funding", "npec", "remove", "d.releve", "--number", "2"]);
    desk.ok(&["funding", "npec", "read", "d.releve", "npec.csv"]);
    assert_eq!(npecs(), both);
    for _ in 0..4 {
        desk.ok(&["undo", "d.releve"]);
    }
    assert_eq!(npecs(), empty);
}

#[test]
fn ranks_purchases_and_surpluses_agree_in_every_form() {
    let desk = Desk::demonstration();
    costs(&desk);
    let ranking = desk.json(&["funding", "rank", "d.releve", "--format", "json"]);
    let lines = ranking["lines"].as_array().unwrap();
    let known: Vec<f64> = lines
        .iter()
        .filter_map(|line| line["euros_per_post"]["central"].as_f64())
        .collect();
    assert!(!known.is_empty() && known.is_sorted());
    let csv = desk.ok(&["funding", "rank", "d.releve", "--format", "csv"]);
    assert_eq!(csv.lines().count(), lines.len() + 1);
    let buys = [
        "funding", "buys", "d.releve", "--euros", "2000000", "--pays", "school", "--lot", "24", "--format",
    ];
    let bought = desk.json(&[&buys[..], &["json"]].concat());
    let lots = bought["lots"].as_array().unwrap();
    assert!(bought["spent"].as_f64().unwrap() <= 2_000_000.0);
    let sum: f64 = lots.iter().map(|lot| lot["posts"]["central"].as_f64().unwrap()).sum();
    let whole = bought["posts"]["central"].as_f64().unwrap();
    assert!((sum - whole).abs() < 1e-6 && whole <= bought["added_up"].as_f64().unwrap() + 1e-9);
    let csv = desk.ok(&[&buys[..], &["csv"]].concat());
    assert_eq!(csv.lines().count(), lots.len() + 1);
    let waste = desk.json(&["funding", "wasted", "d.releve", "--format", "json"]);
    assert!(
        waste["lines"]
            .as_array()
            .unwrap()
            .iter()
            .all(|line| line["lost"]["central"] == 0.0)
    );
}

#[test]
fn a_plan_keeps_to_the_envelopes_of_each_year() {
    let desk = Desk::demonstration();
    costs(&desk);
    desk.ok(&envelope("Carte", "2027", "500000", &["--pays", "school"]));
    desk.ok(&["scenario", "new", "d.releve", "--name", "Essai"]);
    let plan = [
        "plan",
        "optimise",
        "d.releve",
        "--scenario",
        "Essai",
        "--closings",
        "0",
        "--openings",
        "2",
        "--from",
        "2028",
        "--until",
        "2028",
        "--seconds",
        "60",
        "--into",
    ];
    desk.ok(&[&plan[..], &["Large"]].concat());
    desk.ok(&[&plan[..], &["Tenu", "--envelopes"]].concat());
    let spent = |name: &str| -> Vec<f64> {
        let money = desk.json(&[
            "funding",
            "scenario",
            "d.releve",
            "--scenario",
            name,
            "--format",
            "json",
        ]);
        let years = money["years"].as_array().unwrap();
        years
            .iter()
            .map(|year| year["spent"]["central"].as_f64().unwrap())
            .collect()
    };
    let (wide, kept) = (spent("Large"), spent("Tenu"));
    assert!(wide.iter().any(|euros| *euros > 500_000.0), "{wide:?}");
    assert!(kept.iter().any(|euros| *euros > 0.0), "{kept:?}");
    assert!(kept.iter().all(|euros| *euros <= 500_001.0), "{kept:?}");
}

#[test]
fn the_report_prints_the_money_of_the_command() {
    let desk = Desk::demonstration();
    let report = |folder: &str| {
        desk.ok(&["report", "d.releve", "-o", folder, "--format", "csv", "--lang", "en"]);
        let files = std::fs::read_dir(desk.path(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path());
        files
            .filter(|path| path.to_string_lossy().contains("-funding-"))
            .collect::<Vec<_>>()
    };
    assert!(report("sans").is_empty(), "nobody told of money");
    costs(&desk);
    desk.ok(&envelope("Carte", "2027", "500000", &["--pays", "school"]));
    desk.ok(&["scenario", "new", "d.releve", "--name", "Essai"]);
    let files = report("avec");
    let table = |name: &str| -> Vec<Vec<String>> {
        let file = files
            .iter()
            .find(|path| path.to_string_lossy().ends_with(name))
            .expect(name);
        let mut reader = csv::Reader::from_path(file).unwrap();
        let head = reader.headers().unwrap().clone();
        let lines = reader
            .records()
            .map(|line| line.unwrap().iter().map(str::to_owned).collect());
        std::iter::once(head.iter().map(str::to_owned).collect())
            .chain(lines)
            .collect()
    };
    let years = table("-funding-years.csv");
    let at = |table: &[Vec<String>], title: &str| table[0].iter().position(|t| t.starts_with(title)).expect(title);
    let (year, envelopes) = (at(&years, "Year"), at(&years, "Envelopes"));
    let line = years.iter().find(|line| line[year] == "2027").unwrap();
    assert_eq!(line[envelopes], "500000");
    let ranking = desk.json(&["funding", "rank", "d.releve", "--format", "json"]);
    let first = &ranking["lines"][0];
    let printed = table("-funding-rank.csv");
    let euros = at(&printed, "Euros per post");
    let central: f64 = printed[1][euros + 1].parse().unwrap();
    assert!(
        (central - first["euros_per_post"]["central"].as_f64().unwrap()).abs() < 1.0,
        "{:?}",
        printed[1]
    );
}
