//! The binary as a person or a script runs it: each command, both languages, exit codes, JSON.

mod board;
mod calibrate;
mod crosswalk;
mod flows;
mod funding;
mod indicators;
mod lens;
mod scenario;
mod sensitivity;
mod skills;
mod versions;
mod why;

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const SURVEY: &str = "annee;Code métier BMO;Nom métier BMO;BE24;NOMBE24;Dept;REG;met;xmet;smet\n\
    2024;D1X33;Soudeurs;2801;Rouen;76;28;40;30;*\n\
    2024;D1X33;Soudeurs;9999;Nulle part;76;28;12;0;0\n\
    2024;D1X30;Chaudronniers;2801;Rouen;76;28;20;10;0\n";

/// A folder of its own, with a home that is not the user's.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, lang: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_releve"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path().join("home"))
            .env("XDG_CONFIG_HOME", self.folder.path().join("home/config"))
            .env("XDG_DATA_HOME", self.folder.path().join("home/data"))
            .env("RELEVE_LANG", lang)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command("fr", args).output().unwrap()
    }

    /// Runs and expects success; what it wrote on stdout.
    fn ok(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.ok(args)).unwrap()
    }

    /// Runs and expects this exit code; what it wrote on stderr.
    fn fails(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(args);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        assert!(!said.is_empty() && !said.contains("panicked"), "{said}");
        said
    }

    fn demonstration() -> Self {
        let desk = Self::new();
        desk.ok(&["new", "d.releve", "--demo"]);
        desk
    }

    fn with_survey() -> Self {
        let desk = Self::new();
        std::fs::write(desk.path("projets.csv"), SURVEY).unwrap();
        desk.ok(&["new", "n.releve", "--region", "28", "--name", "Essai"]);
        desk.ok(&["import", "projets.csv", "--into", "n.releve"]);
        desk
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}

#[test]
fn without_a_display_the_main_job_runs_on_the_demonstration() {
    let desk = Desk::new();
    let said = desk.ok(&[]);
    assert!(
        said.contains("Démonstration") && said.contains("démonstration – valeurs simulées"),
        "{said}"
    );
    assert!(
        said.contains("Postes non pourvus estimés") && said.contains("Plus fortes pénuries"),
        "{said}"
    );
    for name in ["releve-demonstration-2026.pdf", "releve-demonstration-2026.xlsx"] {
        assert!(said.contains(name) && desk.path(name).exists(), "{name}");
    }
}

#[test]
fn the_gap_in_json_has_stable_names_and_adds_up() {
    let desk = Desk::demonstration();
    let total = desk.json(&["gap", "d.releve", "--format", "json"]);
    assert_eq!(total["simulated"], true);
    assert_eq!(total["by"], "total");
    let whole = &total["rows"][0];
    for field in ["need", "supply", "filled", "unfilled"] {
        for end in ["low", "central", "high"] {
            assert!(number(&whole[field][end]) >= 0.0, "{field}.{end}");
        }
        assert!(number(&whole[field]["low"]) <= number(&whole[field]["high"]));
    }
    for by in [
        "region",
        "department",
        "zone",
        "basin",
        "domain",
        "skill",
        "occupation",
        "cell",
    ] {
        let rows = desk.json(&["gap", "d.releve", "--by", by, "--format", "json"]);
        for field in ["need", "supply", "filled", "unfilled"] {
            let sum: f64 = rows["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| number(&row[field]["central"]))
                .sum();
            assert!(
                (sum - number(&whole[field]["central"])).abs() < 1e-6,
                "{by} {field}: {sum}"
            );
        }
    }
    let cell = desk.json(&[
        "gap",
        "d.releve",
        "--basin",
        "2822",
        "--occupation",
        "D1X33",
        "--format",
        "json",
    ]);
    assert_eq!(cell["rows"].as_array().unwrap().len(), 1);
    assert_eq!(cell["rows"][0]["basin"], "2822");
    assert_eq!(cell["rows"][0]["occupation"], "D1X33");
    assert!(cell["rows"][0]["reachable"]["central"].is_number());
}

#[test]
fn the_gap_in_csv_has_one_line_a_row() {
    let desk = Desk::demonstration();
    let csv = desk.ok(&["gap", "d.releve", "--by", "basin", "--format", "csv"]);
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(&header[..2], ["basin", "label"]);
    assert!(header.contains(&"need_central") && header.contains(&"unfilled_high"));
    assert_eq!(lines.count(), 27);
}

#[test]
fn tables_align_whatever_the_spaces_inside_numbers() {
    let desk = Desk::demonstration();
    let table = desk.ok(&["gap", "d.releve", "--by", "basin"]);
    let widths: Vec<usize> = table.lines().map(|line| line.chars().count()).collect();
    assert!(
        widths.len() > 20 && widths.iter().all(|width| *width == widths[0]),
        "{table}"
    );
}

#[test]
fn both_languages_speak_and_the_option_wins() {
    let desk = Desk::demonstration();
    let help = |args: &[&str]| text(&desk.command("fr", args).output().unwrap().stdout);
    assert!(help(&["--help"]).contains("Codes de sortie"));
    assert!(help(&["--help", "--lang", "en"]).contains("Exit codes"));
    assert!(help(&["gap", "--help"]).contains("Regroupement"));
    let english = text(&desk.command("en", &["gap", "d.releve"]).output().unwrap().stdout);
    assert!(english.contains("Estimated unfilled posts"), "{english}");
    let french = text(
        &desk
            .command("en", &["gap", "d.releve", "--lang", "fr"])
            .output()
            .unwrap()
            .stdout,
    );
    assert!(french.contains("Postes non pourvus estimés"));
}

#[test]
fn an_import_reconciles_lists_its_issues_and_is_undone_in_one_step() {
    let desk = Desk::new();
    std::fs::write(desk.path("projets.csv"), SURVEY).unwrap();
    desk.ok(&["new", "n.releve", "--region", "28"]);
    let rehearsal = desk.json(&[
        "import",
        "projets.csv",
        "--into",
        "n.releve",
        "--dry-run",
        "--format",
        "json",
    ]);
    assert_eq!(rehearsal["imported"], false);
    assert!(
        desk.json(&["sources", "n.releve", "--format", "json"])
            .as_array()
            .unwrap()
            .is_empty()
    );
    let import = desk.json(&["import", "projets.csv", "--into", "n.releve", "--format", "json"]);
    assert_eq!(import["imported"], true);
    let file = &import["files"][0];
    assert_eq!(
        (&file["layout"], &file["vintage"]),
        (&Value::from("bmo"), &Value::from("2024"))
    );
    let rows = &file["rows"];
    let parts: f64 = ["stored", "merged", "refused", "ignored"]
        .iter()
        .map(|part| number(&rows[part]))
        .sum();
    assert_eq!((number(&rows["read"]), number(&rows["refused"])), (parts, 1.0));
    let issue = &file["issues"][0];
    assert_eq!(
        (&issue["row"], &issue["value"]),
        (&Value::from(3), &Value::from("9999"))
    );
    assert!(!issue["remedy"].as_str().unwrap().is_empty());
    let gap = desk.json(&["gap", "n.releve", "--format", "json"]);
    assert_eq!(number(&gap["rows"][0]["projects"]["central"]), 60.0);
    desk.ok(&["undo", "n.releve"]);
    assert!(
        desk.json(&["sources", "n.releve", "--format", "json"])
            .as_array()
            .unwrap()
            .is_empty()
    );
    desk.ok(&["redo", "n.releve"]);
    let sources = desk.json(&["sources", "n.releve", "--format", "json"]);
    assert_eq!(sources[0]["file"], "projets.csv");
    let kept = desk.json(&[
        "sources",
        "n.releve",
        "--issues",
        &sources[0]["id"].to_string(),
        "--format",
        "json",
    ]);
    assert_eq!(kept[0]["value"], "9999");
}

#[test]
fn the_table_of_an_import_says_everything_in_words() {
    let desk = Desk::new();
    std::fs::write(desk.path("projets.csv"), SURVEY).unwrap();
    desk.ok(&["new", "n.releve", "--region", "28"]);
    let said = desk.ok(&["import", "projets.csv", "--into", "n.releve"]);
    assert!(
        said.contains("lues 3 = gardées 2 + fusionnées 0 + refusées 1 + ignorées 0"),
        "{said}"
    );
    assert!(said.contains("9999") && said.contains("nouveaux 2"), "{said}");
    let again = desk.ok(&["import", "projets.csv", "--into", "n.releve"]);
    assert!(again.contains("déjà importé"), "{again}");
}

#[test]
fn a_refused_file_stops_the_batch_unless_told_to_go_on() {
    let desk = Desk::with_survey();
    std::fs::write(desk.path("autre.csv"), SURVEY.replace("40;30", "41;30")).unwrap();
    std::fs::write(desk.path("vide.csv"), "").unwrap();
    let files = ["import", "vide.csv", "autre.csv", "--into", "n.releve"];
    desk.fails(3, &files);
    assert_eq!(
        desk.json(&["sources", "n.releve", "--format", "json"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    desk.fails(3, &[&files[..], &["--keep-going"]].concat());
    assert_eq!(
        desk.json(&["sources", "n.releve", "--format", "json"])
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn a_cell_is_explained_down_to_its_rows() {
    let desk = Desk::with_survey();
    let json = desk.json(&["explain", "n.releve", "2801", "D1X33", "--format", "json"]);
    let inputs = json["inputs"].to_string();
    assert!(
        inputs.contains("projets.csv") && !json["formulas"].as_array().unwrap().is_empty(),
        "{inputs}"
    );
    let words = desk.ok(&["explain", "n.releve", "2801", "D1X33"]);
    assert!(words.contains("projets.csv"), "{words}");
    desk.fails(3, &["explain", "n.releve", "2822", "D1X33"]);
}

#[test]
fn reports_go_where_they_are_sent() {
    let desk = Desk::with_survey();
    desk.ok(&["report", "n.releve", "-o", "seul.xlsx"]);
    assert!(desk.path("seul.xlsx").exists());
    let listed = desk.ok(&[
        "report", "n.releve", "-o", "tout", "--format", "xlsx,csv", "--lang", "en",
    ]);
    assert!(
        listed.lines().count() > 3 && listed.lines().all(|path| desk.path(path).exists()),
        "{listed}"
    );
    desk.fails(2, &["report", "n.releve", "-o", "un.pdf", "--format", "pdf,xlsx"]);
    std::fs::write(desk.path("bloc"), "").unwrap();
    desk.fails(7, &["report", "n.releve", "-o", "bloc/dossier", "--format", "csv"]);
}

#[test]
fn a_copy_is_a_territory_and_damage_is_found() {
    let desk = Desk::with_survey();
    desk.ok(&["export", "n.releve", "-o", "copie.releve"]);
    assert_eq!(desk.json(&["check", "copie.releve", "--format", "json"])["sound"], true);
    assert!(desk.ok(&["check", "n.releve"]).contains("Fichier sain"));
    assert!(
        desk.ok(&["export", "n.releve", "--csv", "-o", "tableaux"])
            .lines()
            .all(|path| path.ends_with(".csv"))
    );
    std::fs::write(desk.path("faux.releve"), "pas un territoire").unwrap();
    desk.fails(4, &["check", "faux.releve"]);
    desk.fails(4, &["gap", "absent.releve"]);
    desk.fails(4, &["new", "n.releve", "--region", "28"]);
}

#[test]
fn the_journal_names_each_deed_in_words() {
    let desk = Desk::with_survey();
    desk.ok(&[
        "assumptions",
        "n.releve",
        "set",
        "beta",
        "0,5",
        "0,6",
        "0,7",
        "--scope",
        "technicien_am",
    ]);
    let journal = desk.json(&["journal", "n.releve", "--format", "json"]);
    let keys: Vec<&str> = journal
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["key"].as_str().unwrap())
        .collect();
    assert_eq!(keys, ["set-assumption", "import", "create"]);
    assert!(desk.ok(&["journal", "n.releve"]).contains("projets.csv"));
    desk.ok(&["undo", "n.releve"]);
    assert_eq!(
        desk.json(&["journal", "n.releve", "--format", "json"])[0]["state"],
        "undone"
    );
}

#[test]
fn assumptions_are_listed_set_and_reset() {
    let desk = Desk::with_survey();
    let beta = |desk: &Desk| {
        let all = desk.json(&["assumptions", "n.releve", "--format", "json"]);
        let found = all
            .as_array()
            .unwrap()
            .iter()
            .find(|a| a["key"] == "beta" && a["scope"] == "technicien_am")
            .cloned();
        found.unwrap()
    };
    let first = beta(&desk);
    assert_eq!(number(&first["value"]["central"]), 0.65);
    desk.ok(&[
        "assumptions",
        "n.releve",
        "set",
        "beta",
        "0.5",
        "0.6",
        "0.7",
        "--scope",
        "technicien_am",
    ]);
    assert_eq!(
        (number(&beta(&desk)["value"]["central"]), &beta(&desk)["edited"]),
        (0.6, &Value::Bool(true))
    );
    assert_eq!(
        beta(&desk)["source"],
        first["source"],
        "where the first value came from"
    );
    desk.fails(3, &["assumptions", "n.releve", "set", "beta", "0.7", "0.6", "0.5"]);
    desk.fails(2, &["assumptions", "n.releve", "set", "gamma", "0.5", "0.6", "0.7"]);
    desk.ok(&["assumptions", "n.releve", "reset", "beta", "--scope", "technicien_am"]);
    assert_eq!(number(&beta(&desk)["value"]["central"]), 0.65);
    assert!(desk.ok(&["assumptions", "n.releve"]).contains("technicien_am"));
}

#[test]
fn a_senseless_command_line_is_explained_in_the_language_of_the_person() {
    let desk = Desk::new();
    for (args, word) in [
        (&["ecart"][..], "n’est pas une commande"),
        (&["gap"], "Il manque"),
        (&["gap", "x.releve", "--by", "commune"], "choisissez parmi"),
        (&["gap", "x.releve", "--basin", "12"], "ne convient pas"),
        (&["gap", "x.releve", "--colour"], "n’est pas attendu"),
        (&["gap", "x.releve", "--by"], "Il manque une valeur"),
        (&["new", "x.releve", "--demo", "--region", "28"], "ne vont pas ensemble"),
        (&["new", "x.releve"], "Il manque"),
    ] {
        let said = desk.fails(2, args);
        assert!(said.contains(word), "{args:?}: {said}");
    }
    desk.fails(3, &["new", "x.releve", "--region", "98"]);
    assert!(!desk.path("x.releve").exists());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let desk = Desk::demonstration();
    let mut child = desk
        .command("fr", &["gap", "d.releve", "--by", "cell", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let status = child.wait().unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(status.code(), Some(0), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn the_manual_lists_every_command_and_exit_code() {
    let manual = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/cli.md")).unwrap();
    let commands = "new import gap explain report check export undo redo journal sources assumptions";
    for command in commands.split(' ') {
        assert!(manual.contains(&format!("`releve {command}")), "{command}");
    }
    for code in 0..=7 {
        assert!(manual.contains(&format!("| {code} |")), "exit code {code}");
    }
}

#[test]
fn anything_is_found_by_its_words() {
    let desk = Desk::new();
    desk.ok(&["new", "t.releve", "--demo"]);
    let found = desk.ok(&["find", "t.releve", "soudeur", "TIG"]);
    assert!(
        found.contains("Soudeur TIG → Soudeurs (ROME H2913)") && found.contains("D1X33"),
        "{found}"
    );
    let json = desk.json(&["find", "t.releve", "rouen", "--top", "1", "--format", "json"]);
    assert_eq!(
        (&json[0]["kind"], &json[0]["code"]),
        (&"basin".into(), &"2801".into()),
        "{json}"
    );
    let nothing = desk.run(&["find", "t.releve", "zzzz"]);
    assert_eq!(nothing.status.code(), Some(0));
    assert!(nothing.stdout.is_empty() && !nothing.stderr.is_empty());
}

#[test]
fn needs_are_listed_with_declared_posts_by_commitment() {
    let desk = Desk::new();
    desk.ok(&["new", "t.releve", "--demo"]);
    let json = desk.json(&["needs", "t.releve", "--by", "occupation", "--format", "json"]);
    let rows = json["rows"].as_array().unwrap();
    let posts = |row: &Value| ["intention", "engaged", "funded"].map(|key| row["declared"][key].as_u64().unwrap());
    let declared: u64 = rows.iter().flat_map(posts).sum();
    let gap = desk.json(&["gap", "t.releve", "--by", "total", "--format", "json"]);
    assert_eq!(
        Some(declared.to_string()),
        gap["rows"][0]["declared"].as_f64().map(|posts| format!("{posts:.0}")),
        "{json}"
    );
    let need: f64 = rows.iter().map(|row| row["need"]["central"].as_f64().unwrap()).sum();
    assert!((need - gap["rows"][0]["need"]["central"].as_f64().unwrap()).abs() < 0.01);
    assert!(desk.ok(&["needs", "t.releve"]).contains("Rouen"));
}

#[test]
fn a_table_of_assumptions_written_is_read_back_and_refusals_have_their_exit_code() {
    let desk = Desk::demonstration();
    let table = desk.ok(&["assumptions", "d.releve", "--format", "csv"]);
    std::fs::write(
        desk.path("a.csv"),
        table.replace("radius-km,3,30,30,30", "radius-km,3,30,35,40"),
    )
    .unwrap();
    desk.ok(&["assumptions", "d.releve", "read", "a.csv", "--dry-run"]);
    assert!(
        desk.ok(&["assumptions", "d.releve", "--format", "csv"]) == table,
        "a rehearsal writes nothing"
    );
    desk.ok(&["assumptions", "d.releve", "read", "a.csv"]);
    assert!(
        desk.ok(&["assumptions", "d.releve", "--format", "csv"])
            .contains("radius-km,3,30,35,40,km")
    );
    assert!(
        desk.ok(&["journal", "d.releve"])
            .contains("Hypothèses lues d’un tableau")
    );
    desk.ok(&["undo", "d.releve"]);
    assert_eq!(desk.ok(&["assumptions", "d.releve", "--format", "csv"]), table);
    std::fs::write(desk.path("a.csv"), "key,scope,central\ngamma,,1\n").unwrap();
    assert_eq!(
        desk.run(&["assumptions", "d.releve", "read", "a.csv"]).status.code(),
        Some(3)
    );
    desk.fails(3, &["assumptions", "d.releve", "read", "nowhere.csv"]);
}
