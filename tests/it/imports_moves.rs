//! Observed moves: spellings of headers and codes, people without a post, stars, rows that add up, rows that are refused.

use releve::domain::id::{BasinCode, Cfd, FapCode, RncpCode};
use releve::domain::mobility::{Move, Post, Training};
use releve::domain::units::{Estimate, Milli, Range};
use releve::i18n::Lang;
use releve::import::{Import, Severity};

use crate::fixtures::{Files, raw_row, raw_workbook, zip_of};

const HEADER: &str = "Bassin de formation;Formation;Niveau;Bassin d’emploi;Métier;Personnes";

fn import(text: &str) -> Import {
    Files::new().import("moves.csv", text.as_bytes()).unwrap()
}

fn rows(rows: &[&str]) -> Import {
    import(&format!("{HEADER}\n{}\n", rows.join("\n")))
}

fn moved(basin: &str, training: Training, post: Option<(&str, &str)>, people: Estimate) -> Move {
    let code = |basin: &str| BasinCode::parse(basin).unwrap();
    Move {
        basin: code(basin),
        training,
        post: post.map(|(basin, fap)| Post {
            basin: code(basin),
            fap: FapCode::parse(fap).unwrap(),
        }),
        people,
    }
}

fn diploma(cfd: &str) -> Training {
    Training::Diploma(Cfd::parse(cfd).unwrap())
}

fn people(number: i64) -> Estimate {
    Range::exact(Milli::whole(number))
}

const STAR: Estimate = Range::new(Milli(1000), Milli(2500), Milli(4000));

/// Bac pro ouvrages du bâtiment : métallerie.
const BACPRO: &str = "40025406";

#[test]
fn each_cell_is_read_as_files_write_it() {
    let check = |row: &str, expected: Move| assert_eq!(rows(&[row]).moves, [expected], "{row}");
    let bacpro = || diploma(BACPRO);
    let work = Some(("2802", "D1X33"));
    check(
        "2801;40025406;;2802;D1X33;12",
        moved("2801", bacpro(), work, people(12)),
    );
    check(
        "2801.0;40025406.0;;2802.0;d1x33;12.0",
        moved("2801", bacpro(), work, people(12)),
    );
    check(
        "Rouen;40025406;4;BASSIN DE ROUEN;D1X33;1 012",
        moved("2801", bacpro(), Some(("2801", "D1X33")), people(1012)),
    );
    check(
        "2801;;4;2802;D1X33;0",
        moved("2801", Training::Level(4), work, people(0)),
    );
    check(
        "2801; ;Niveau 5;2802;D1X33;*",
        moved("2801", Training::Level(5), work, STAR),
    );
    check(
        "2801;RNCP35698;;2802;D1X33;7",
        moved(
            "2801",
            Training::Fiche(RncpCode::parse("35698").unwrap()),
            work,
            people(7),
        ),
    );
    for nobody in [
        ";",
        "sans emploi dans le champ;",
        ";Sans emploi dans le champ",
        "No post;no post",
    ] {
        check(
            &format!("2801;40025406;;{nobody};3"),
            moved("2801", bacpro(), None, people(3)),
        );
    }
}

#[test]
fn a_code_of_school_data_leads_to_its_diploma() {
    // Second and final year of one bac pro: the same people's diploma.
    let found = rows(&["2801;23820025406;;2802;D1X33;1", "2801;23830025406;;2802;D1X33;4"]);
    let expected = moved("2801", diploma(BACPRO), Some(("2802", "D1X33")), people(5));
    assert_eq!(found.moves, [expected]);
    let general = rows(&["2801;20110019110;;2802;D1X33;1"]);
    assert_eq!(general.issues[0].reason.key, "import-moves-programme");
}

#[test]
fn headers_are_known_in_both_languages_and_the_file_in_any_container() {
    let expected = [moved("2801", Training::Level(4), Some(("2802", "D1X33")), people(12))];
    let headers = [
        "bassin_formation,niveau,bassin_emploi,code_fap,effectif",
        "Training basin,Level,Work basin,Occupation,People",
        "basin of training,diploma level,basin of work,FAP 2021,headcount",
        "Code bassin de formation,Niveau de diplôme,Code bassin d'emploi,Code métier,Nombre de personnes",
    ];
    for header in headers {
        for separator in [",", ";", "\t", "|"] {
            let text = format!("{header}\n2801,4,2802,D1X33,12\n").replace(',', separator);
            assert_eq!(import(&text).moves, expected, "{header}");
        }
    }
    let header = "Bassin de formation;Niveau;Bassin d'emploi;Métier;Personnes";
    let (text, row) = (
        format!("{header}\n2801;4;2802;D1X33;12\n"),
        ["2801", "4", "2802", "D1X33", "12"],
    );
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf16: Vec<u8> = std::iter::once('\u{feff}')
        .chain(text.chars())
        .flat_map(|c| u16::try_from(u32::from(c)).unwrap().to_le_bytes())
        .collect();
    let names: Vec<&str> = header.split(';').collect();
    let sheet = raw_row(1, &names) + &raw_row(2, &row);
    let files = Files::new();
    let containers: [(&str, Vec<u8>); 6] = [
        ("utf8.csv", text.clone().into_bytes()),
        ("mark.csv", format!("\u{feff}{text}").into_bytes()),
        ("latin.csv", latin),
        ("utf16.csv", utf16),
        ("book.xlsx", raw_workbook(&sheet, "")),
        ("archive.zip", zip_of(&[("a.csv", text.as_bytes())])),
    ];
    for (name, bytes) in containers {
        let found = files.import(name, &bytes).unwrap();
        assert_eq!(
            (found.layout.name, &found.moves[..]),
            ("observed_moves", &expected[..]),
            "{name}"
        );
        assert!(found.batch.is_empty() && found.holds_moves() && found.counts.reconciles());
    }
}

#[test]
fn rows_of_one_move_add_up_in_whatever_order() {
    let mut lines = vec![
        "2801;;4;2802;D1X33;3",
        "2801;;4;2802;D1X33;*",
        "2801;;4;;;2",
        "2801;;4;2802;D1X33;5",
        "2801;;3;2802;D1X33;1",
    ];
    let found = rows(&lines);
    assert_eq!(
        found.moves,
        [
            moved("2801", Training::Level(3), Some(("2802", "D1X33")), people(1)),
            moved("2801", Training::Level(4), None, people(2)),
            moved("2801", Training::Level(4), Some(("2802", "D1X33")), people(8) + STAR),
        ]
    );
    assert_eq!((found.counts.stored, found.counts.merged), (3, 2));
    lines.reverse();
    assert_eq!(rows(&lines).moves, found.moves);
}

#[test]
fn the_vintage_is_that_of_the_rows_else_of_the_name() {
    let with_years = |years: &[&str]| {
        let lines: Vec<String> = years.iter().map(|y| format!("2801;4;2802;D1X33;1;{y}")).collect();
        import(&format!(
            "bassin de formation;niveau;bassin d'emploi;métier;personnes;année\n{}\n",
            lines.join("\n")
        ))
    };
    assert_eq!(with_years(&["2023", "2023"]).vintage, "2023");
    assert_eq!(with_years(&["2024", "", "2022"]).vintage, "2022–2024");
    assert_eq!(with_years(&["hier"]).issues[0].reason.key, "import-not-a-year");
    let text = format!("{HEADER}\n2801;;4;2802;D1X33;1\n");
    let named = Files::new().import("parcours 2021.csv", text.as_bytes()).unwrap();
    assert_eq!(named.vintage, "2021");
    assert_eq!(import(&text).vintage, "");
}

#[test]
fn a_bad_row_is_refused_with_its_reason_and_its_neighbours_are_kept() {
    let check = |row: &str, column: &str, reason: &str| {
        let found = rows(&["2801;;4;2802;D1X33;3", row, "2801;;4;;;2"]);
        let [issue] = found.issues.as_slice() else {
            panic!("{row}: {:#?}", found.issues);
        };
        let told = (
            issue.severity,
            issue.row,
            issue.column.as_str(),
            issue.reason.key.as_ref(),
        );
        assert_eq!(told, (Severity::Refused, 3, column, reason), "{row}");
        assert_eq!((found.counts.stored, found.counts.refused), (2, 1), "{row}");
        assert_eq!(found.moves.len(), 2, "{row}");
        for lang in Lang::ALL {
            for words in [issue.reason.text(lang), issue.remedy.text(lang)] {
                assert!(!words.contains("import-") && words.ends_with('.'), "{words}");
            }
        }
    };
    let (at, programme, level) = ("Bassin de formation", "Formation", "Niveau");
    let (work, occupation, people) = ("Bassin d’emploi", "Métier", "Personnes");
    check(";;4;2802;D1X33;3", at, "import-cell-empty");
    check("2899;;4;2802;D1X33;3", at, "import-unknown-basin");
    check("Nulle part;;4;2802;D1X33;3", at, "import-moves-basin");
    check("28-01;;4;2802;D1X33;3", at, "import-moves-basin");
    check("#N/A;;4;2802;D1X33;3", at, "import-cell-error");
    check("2801;;;2802;D1X33;3", programme, "import-cell-empty");
    check("2801;Soudage;;2802;D1X33;3", programme, "import-moves-programme");
    check("2801;4;;2802;D1X33;3", programme, "import-moves-programme");
    check("2801;#REF!;4;2802;D1X33;3", programme, "import-cell-error");
    check("2801;;7;2802;D1X33;3", level, "import-moves-level");
    check("2801;;2,5;2802;D1X33;3", level, "import-moves-level");
    check("2801;;bac;2802;D1X33;3", level, "import-moves-level");
    check("2801;;4;;D1X33;3", work, "import-moves-half");
    check("2801;;4;sans emploi;D1X33;3", work, "import-moves-half");
    check("2801;;4;2802;;3", occupation, "import-moves-half");
    check("2801;;4;2802;sans emploi;3", occupation, "import-moves-half");
    check("2801;;4;2899;D1X33;3", work, "import-unknown-basin");
    check("2801;;4;2802;D1Z33;3", occupation, "import-code-form");
    check("2801;;4;2802;D1X99;3", occupation, "import-moves-occupation");
    check("2801;;4;2802;Soudeur;3", occupation, "import-code-form");
    check("2801;;4;2802;D1X33;", people, "import-cell-empty");
    check("2801;;4;2802;D1X33;-3", people, "import-negative");
    check("2801;;4;2802;D1X33;3,5", people, "import-not-whole");
    check("2801;;4;2802;D1X33;trois", people, "import-not-a-number");
    check("2801;;4;2802;D1X33;NaN", people, "import-not-a-number");
    check("2801;;4;2802;D1X33;1e12", people, "import-too-big");
    check("2801;;4;2802;D1X33;#DIV/0!", people, "import-cell-error");
    check("2801;;4;2802;D1X33;3;9", "", "import-row-too-wide");
}

#[test]
fn what_lies_outside_the_catalogue_is_kept_and_told() {
    let found = rows(&["2801;40031202;;2802;D1X33;3", "2801;;4;2802;T4X60;3"]);
    assert_eq!(found.moves.len(), 2);
    let told: Vec<_> = found
        .issues
        .iter()
        .map(|i| (i.severity, i.row, i.reason.key.as_ref()))
        .collect();
    assert_eq!(told, [(Severity::Doubtful, 2, "import-moves-outside")]);
}
