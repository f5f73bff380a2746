//! Bad files and bad rows: each is told exactly, and the good rows beside a bad one are still accepted.

use std::fs::File;

use releve::domain::secrecy::Count;
use releve::domain::units::Milli;
use releve::i18n::{Explain, Lang};
use releve::import::{Import, ImportError, Severity, read};

use crate::fixtures::{
    BMO_HEADER, Files, bmo_csv, bmo_row, bmo_workbook, import, known, raw_row, raw_workbook, zip_of,
};
use crate::impatient::Impatient;

/// Two good rows around what is tested; basin 3201 lies in department 80.
fn first() -> String {
    bmo_row("D1X33", "3201", "12;5;*")
}

fn last() -> String {
    bmo_row("D6X70", "3201", "30;*;0")
}

/// A bad row between two good ones.
struct BadRow {
    name: &'static str,
    row: String,
    severity: Severity,
    column: &'static str,
    reason: &'static str,
}

fn refused(name: &'static str, row: String, column: &'static str, reason: &'static str) -> BadRow {
    BadRow {
        name,
        row,
        severity: Severity::Refused,
        column,
        reason,
    }
}

fn doubtful(name: &'static str, row: String, column: &'static str, reason: &'static str) -> BadRow {
    BadRow {
        severity: Severity::Doubtful,
        ..refused(name, row, column, reason)
    }
}

fn bad_rows() -> Vec<BadRow> {
    let with_counts = |counts: &str| bmo_row("E1X20", "3201", counts);
    let with_basin = |basin: &str| bmo_row("E1X20", basin, "10;2;1");
    let with_fap = |fap: &str| bmo_row(fap, "3201", "10;2;1");
    let good = with_counts("10;2;1");
    vec![
        refused("negative projects", with_counts("-3;2;1"), "met", "import-negative"),
        refused("not a number", with_counts("NaN;2;1"), "met", "import-not-a-number"),
        refused("infinite", with_counts("inf;2;1"), "met", "import-not-a-number"),
        refused(
            "words for a number",
            with_counts("10;douze;1"),
            "xmet",
            "import-not-a-number",
        ),
        refused(
            "two decimal signs",
            with_counts("1.234,5;2;1"),
            "met",
            "import-not-a-number",
        ),
        refused("implausible number", with_counts("1e12;2;1"), "met", "import-too-big"),
        refused("formula as text", with_counts("=1+1;2;1"), "met", "import-not-a-number"),
        refused(
            "spreadsheet error",
            with_counts("10;#N/A;1"),
            "xmet",
            "import-cell-error",
        ),
        refused("unknown basin", with_basin("3299"), "BE24", "import-unknown-basin"),
        refused("malformed basin", with_basin("32-01"), "BE24", "import-code-form"),
        refused("empty basin", with_basin(""), "BE24", "import-cell-empty"),
        refused(
            "FAP 2009 in 2024",
            with_fap("D1Z41"),
            "Code métier BMO",
            "import-bmo-fap2009-intruder",
        ),
        refused(
            "malformed occupation",
            with_fap("D1Y33"),
            "Code métier BMO",
            "import-code-form",
        ),
        refused("empty occupation", with_fap(""), "Code métier BMO", "import-cell-empty"),
        refused(
            "other year",
            good.replacen("2024", "2023", 1),
            "annee",
            "import-bmo-year-mismatch",
        ),
        refused(
            "no year at all",
            good.replacen("2024", "hier", 1),
            "annee",
            "import-not-a-year",
        ),
        refused(
            "malformed region",
            good.replacen(";32;", ";Nord;", 1),
            "REG",
            "import-code-form",
        ),
        refused(
            "impossible department",
            good.replacen(";80;", ";96;", 1),
            "Dept",
            "import-code-form",
        ),
        refused(
            "embedded NUL",
            good.replacen("inventé", "inven\0té", 1),
            "Nom métier BMO",
            "import-cell-control",
        ),
        refused(
            "cell of 10 MB",
            good.replacen("inventé", &"a".repeat(10 << 20), 1),
            "Nom métier BMO",
            "import-cell-too-long",
        ),
        refused(
            "unquoted separator",
            good.replacen("inventé", "inventé; et trouvé", 1),
            "",
            "import-row-too-wide",
        ),
        doubtful(
            "more difficult than projects",
            with_counts("10;12;1"),
            "xmet",
            "import-bmo-share-above-whole",
        ),
        doubtful(
            "more seasonal than projects",
            with_counts("10;2;11"),
            "smet",
            "import-bmo-share-above-whole",
        ),
        doubtful(
            "other region",
            good.replacen(";32;", ";84;", 1),
            "REG",
            "import-bmo-other-region",
        ),
        doubtful(
            "other department",
            good.replacen(";80;", ";62;", 1),
            "Dept",
            "import-bmo-other-department",
        ),
    ]
}

#[test]
fn a_bad_row_is_told_and_its_neighbours_are_kept() {
    let files = Files::new();
    for bad in bad_rows() {
        let text = bmo_csv(&[first(), bad.row.clone(), last()]);
        let import = files.import("bmo.csv", text.as_bytes()).expect(bad.name);
        let [issue] = import.issues.as_slice() else {
            panic!("{}: {:#?}", bad.name, import.issues);
        };
        let told = (
            issue.severity,
            issue.row,
            issue.column.as_str(),
            issue.reason.key.as_ref(),
        );
        assert_eq!(told, (bad.severity, 3, bad.column, bad.reason), "{}", bad.name);
        assert!(issue.value.chars().count() <= 80, "{}", bad.name);
        let kept = if bad.severity == Severity::Refused { 2 } else { 3 };
        assert_eq!((import.counts.read, import.counts.stored), (3, kept), "{}", bad.name);
        assert!(import.counts.reconciles(), "{}", bad.name);
        assert_eq!(import.batch.survey.first().map(|r| r.row), Some(2), "{}", bad.name);
        assert_eq!(import.batch.survey.last().map(|r| r.row), Some(4), "{}", bad.name);
    }
}

#[test]
fn the_same_bad_rows_are_told_in_a_workbook() {
    let files = Files::new();
    // A NUL cannot be written in XML, a formula there has a value, Excel's own limit cuts long texts, a wider row has no header cell.
    let written = |bad: &BadRow| !matches!(bad.name, "embedded NUL" | "formula as text" | "cell of 10 MB");
    for bad in bad_rows().into_iter().filter(written) {
        let book = bmo_workbook(&[("BMO_2024_open_data", &[first(), bad.row.clone(), last()])]);
        let import = files.import("bmo.xlsx", &book).expect(bad.name);
        let told: Vec<&str> = import.issues.iter().map(|i| i.reason.key.as_ref()).collect();
        assert_eq!(told, [bad.reason], "{}", bad.name);
        assert!(import.counts.reconciles(), "{}", bad.name);
    }
}

#[test]
fn an_unknown_basin_comes_with_the_nearest_one() {
    let files = Files::new();
    let row = bmo_row("E1X20", "3299", "10;2;1").replace(";BASSIN;", ";BASSIN DE CALAIS;");
    let import = files.import("bmo.csv", bmo_csv(&[row]).as_bytes()).unwrap();
    let remedy = import.issues[0].remedy.text(Lang::Fr);
    assert!(remedy.contains("Calais"), "{remedy}");
}

#[test]
fn repeated_rows_merge_and_contradictions_refuse_both() {
    let files = Files::new();
    let contradiction = bmo_row("D1X33", "3201", "13;5;*");
    let rows = [first(), last(), first(), last(), contradiction.clone(), first()];
    let import = files.import("bmo.csv", bmo_csv(&rows).as_bytes()).unwrap();
    let counts = import.counts;
    assert_eq!(
        (counts.read, counts.stored, counts.merged, counts.refused),
        (6, 1, 2, 3)
    );
    assert_eq!(import.batch.survey.len(), 1);
    let named: Vec<(u32, String)> = import.issues.iter().map(|i| (i.row, i.reason.text(Lang::Fr))).collect();
    assert_eq!(named[0].0, 2);
    assert!(named[0].1.contains('6'), "{named:?}");
    assert_eq!(named[1].0, 6);
    assert!(named[1].1.contains('2'), "{named:?}");
}

#[test]
fn totals_are_left_aside_and_counted() {
    let files = Files::new();
    let total = "2024;;Total;;;32;Hauts-de-France;;;;Ensemble;42;5;0".to_owned();
    let import = files
        .import("bmo.csv", bmo_csv(&[first(), total, last()]).as_bytes())
        .unwrap();
    assert_eq!(
        (import.counts.stored, import.counts.ignored, import.issues.len()),
        (2, 1, 0)
    );
}

#[test]
fn unusual_but_honest_tables_are_read() {
    let plain = bmo_csv(&[first(), last()]);
    let reversed = |line: &str| line.split(';').rev().collect::<Vec<_>>().join(";");
    let quoted = |line: &str, separator: &str| {
        let cells = line.split(';').map(|cell| format!("\"{cell}\""));
        cells.collect::<Vec<_>>().join(separator)
    };
    let each = |change: &dyn Fn(&str) -> String| plain.lines().map(change).collect::<Vec<_>>().join("\r\n");
    let utf16: Vec<u8> = std::iter::once(0xFEFF_u16)
        .chain(plain.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let cp1252 = |mark: &[u8]| [mark, &encode_latin1(&plain)].concat();
    let cases: Vec<(&str, Vec<u8>, u32)> = vec![
        ("as published", plain.clone().into_bytes(), 2),
        ("reversed columns", each(&reversed).into_bytes(), 2),
        (
            "an unknown column more",
            each(&|l| format!("{l};autre")).into_bytes(),
            2,
        ),
        ("ragged ends", each(&|l| format!("{l};;")).into_bytes(), 2),
        ("commas and quotes", each(&|l| quoted(l, ",")).into_bytes(), 2),
        ("tabulations", each(&|l| l.replace(';', "\t")).into_bytes(), 2),
        ("bars", each(&|l| l.replace(';', "|")).into_bytes(), 2),
        (
            "title rows above",
            format!("Enquête BMO;;\n\n« Source »;\n{plain}").into_bytes(),
            5,
        ),
        (
            "capitals without accents",
            plain.replacen("Code métier BMO", "CODE  METIER BMO ", 1).into_bytes(),
            2,
        ),
        ("byte order mark", format!("\u{feff}{plain}").into_bytes(), 2),
        ("cp1252", cp1252(b""), 2),
        ("cp1252 behind a UTF-8 mark", cp1252(b"\xEF\xBB\xBF"), 2),
        ("UTF-16", utf16, 2),
        (
            "decimals of a spreadsheet",
            plain
                .replace(";3201;", ";3201.0;")
                .replace(";12;", ";12,0;")
                .into_bytes(),
            2,
        ),
        ("workbook", bmo_workbook(&[("données", &[first(), last()])]), 2),
        (
            "zipped workbook",
            zip_of(&[
                ("lisez-moi.txt", b"bonjour"),
                ("b.xlsx", &bmo_workbook(&[("d", &[first(), last()])])),
            ]),
            2,
        ),
        ("zipped text", zip_of(&[("a.csv", plain.as_bytes())]), 2),
    ];
    let files = Files::new();
    for (name, bytes, first_row) in cases {
        // The name lies on purpose: only the content counts.
        let import = files.import("fichier.pdf", &bytes).expect(name);
        assert_eq!((import.layout.name, import.vintage.as_str()), ("bmo", "2024"), "{name}");
        assert_eq!(
            (import.counts.stored, import.issues.len()),
            (2, 0),
            "{name}: {:?}",
            import.issues
        );
        let fact = &import.batch.survey[0];
        assert_eq!(
            (fact.row, fact.projects),
            (first_row, Count::Value(Milli::whole(12))),
            "{name}"
        );
        assert_eq!((fact.seasonal, fact.basin.as_str()), (Count::Secret, "3201"), "{name}");
        assert_eq!(import.batch.survey[1].seasonal, Count::Zero, "{name}");
    }
}

/// The texts of the tests have no letter beyond Latin-1.
fn encode_latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

#[test]
fn notes_tell_what_concerns_the_file_as_a_whole() {
    let files = Files::new();
    let notes = |import: Import| -> Vec<String> { import.notes.iter().map(|n| n.key.to_string()).collect() };
    let check = |name: &str, bytes: &[u8], expected: &[&str]| {
        assert_eq!(notes(files.import("f", bytes).expect(name)), expected, "{name}");
    };
    let plain = bmo_csv(&[first()]);
    check("UTF-8", plain.as_bytes(), &[]);
    check("cp1252", &encode_latin1(&plain), &["import-note-cp1252"]);
    check("only a header", bmo_csv(&[]).as_bytes(), &["import-note-no-rows"]);
    let doubled: Vec<String> = plain
        .lines()
        .map(|l| format!("{l};{}", l.rsplit(';').nth(2).unwrap()))
        .collect();
    check(
        "doubled header",
        doubled.join("\n").as_bytes(),
        &["import-note-repeated-header"],
    );
    check(
        "archive",
        &zip_of(&[("a.csv", plain.as_bytes())]),
        &["import-note-archive"],
    );
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let plain = bmo_csv(&[first(), last()]);
    let book = bmo_workbook(&[("BMO_2024_open_data", &[first(), last()])]);
    let header: Vec<&str> = BMO_HEADER.split(';').collect();
    let wide_header = format!("{BMO_HEADER}{}\n{}\n", ";x".repeat(1_000_000), first());
    let zeros = vec![b'0'; 40 << 20];
    let strings = "<si><t>0000000000</t></si>".repeat(2 << 20);
    let backwards = format!("{}{}", raw_row(9, &header), raw_row(3, &header));
    let far = r#"<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>loin</t></is></c></row>"#;
    let many: Vec<(String, &[u8])> = (0..2_001).map(|i| (format!("{i}.txt"), b"x".as_slice())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let of_2023 = plain
        .replace("D1X33", "D1Z41")
        .replace("D6X70", "D6Z70")
        .replace("2024", "2023")
        .replace("BE24", "BE23");
    let undated = "CATCHMENT_AREA_CODE,FAP_CODE,NB_RECRUT_PROJECTS,NB_DIFF_RECRUT_PROJECTS,NB_SEASON_RECRUT_PROJECTS\n";
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty", vec![], "import-error-empty"),
        (
            "program",
            b"\x7fELF\x02\x01\x01\0\0\0\0\0".to_vec(),
            "import-error-not-text",
        ),
        (
            "old Excel",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest".to_vec(),
            "import-error-legacy-excel",
        ),
        (
            "prose",
            "Bonjour,\nvoici le fichier.\n".into(),
            "import-error-unknown-layout",
        ),
        (
            "other table",
            "code;libelle\n1;a\n".into(),
            "import-error-unknown-layout",
        ),
        (
            "header in row 31",
            format!("{}{plain}", "titre;\n".repeat(30)).into_bytes(),
            "import-error-unknown-layout",
        ),
        ("empty archive", zip_of(&[]), "import-error-unknown-layout"),
        (
            "truncated workbook",
            book[..book.len() / 2].to_vec(),
            "import-error-damaged",
        ),
        (
            "two sheets",
            bmo_workbook(&[("a", &[first()]), ("b", &[last()])]),
            "import-error-several-tables",
        ),
        (
            "two tables zipped",
            zip_of(&[("a.csv", plain.as_bytes()), ("b.csv", plain.as_bytes())]),
            "import-error-several-tables",
        ),
        (
            "archive in an archive",
            zip_of(&[("a.zip", &zip_of(&[("a.csv", plain.as_bytes())]))]),
            "import-error-not-text",
        ),
        ("zip bomb", zip_of(&[("a.csv", &zeros)]), "import-error-bomb"),
        ("shared strings bomb", raw_workbook("", &strings), "import-error-bomb"),
        ("too many entries", zip_of(&many), "import-error-too-many-entries"),
        (
            "a million columns",
            wide_header.into_bytes(),
            "import-error-too-many-columns",
        ),
        (
            "the farthest cell",
            raw_workbook(far, ""),
            "import-error-too-many-columns",
        ),
        ("rows backwards", raw_workbook(&backwards, ""), "import-error-damaged"),
        ("broken XML", raw_workbook("<row><c", ""), "import-error-damaged"),
        (
            "missing shared string",
            raw_workbook(r#"<row r="1"><c r="A1" t="s"><v>7</v></c></row>"#, ""),
            "import-error-damaged",
        ),
        ("FAP 2009 throughout", of_2023.into_bytes(), "import-error-fap2009"),
        ("no year anywhere", undated.into(), "import-error-missing-year"),
    ];
    let files = Files::new();
    for (name, bytes, key) in cases {
        let error = files.import("fichier.csv", &bytes).expect_err(name);
        check_error(name, &error, key);
    }
}

fn check_error(name: &str, error: &ImportError, key: &str) {
    assert_eq!(error.message().key, key, "{name}: {error}");
    for lang in Lang::ALL {
        let words = error.explain(lang);
        assert!(!words.contains("import-") && !words.contains("{$"), "{name}: {words}");
    }
}

#[test]
fn paths_that_are_no_readable_file_say_why() {
    let files = Files::new();
    check_error(
        "missing",
        &import(&files.folder().join("absent.csv")).unwrap_err(),
        "import-error-not-found",
    );
    check_error(
        "folder",
        &import(files.folder()).unwrap_err(),
        "import-error-not-a-file",
    );
    let huge = files.folder().join("huge.csv");
    File::create(&huge).unwrap().set_len(300 << 20).unwrap();
    check_error("too large", &import(&huge).unwrap_err(), "import-error-too-large");
    if cfg!(unix) {
        let device = std::path::Path::new("/dev/zero");
        check_error("device", &import(device).unwrap_err(), "import-error-not-a-file");
    }
}

#[test]
fn an_unknown_table_shows_its_columns_and_the_nearest_layout() {
    let files = Files::new();
    let text = "annee;Code métier BMO;BE24;met\n2024;D1X33;3201;5\n";
    let words = files.import("f.csv", text.as_bytes()).unwrap_err().explain(Lang::Fr);
    assert!(words.contains("Code métier BMO | BE24 | met"), "{words}");
    assert!(words.contains("Besoins en main-d’œuvre"), "{words}");
}

#[test]
fn a_cell_beyond_the_limit_of_spreadsheets_refuses_its_row_only() {
    let header: Vec<&str> = BMO_HEADER.split(';').collect();
    let long: String = (0..40_000u32)
        .map(|i| char::from_digit(i * i % 31 % 10, 10).unwrap())
        .collect();
    let (good, wide) = (first(), last().replace("inventé", &long));
    let rows = [header.clone(), good.split(';').collect(), wide.split(';').collect()];
    let data: String = rows.iter().zip(1..).map(|(cells, n)| raw_row(n, cells)).collect();
    let import = Files::new().import("b.xlsx", &raw_workbook(&data, "")).unwrap();
    assert_eq!((import.counts.stored, import.counts.refused), (1, 1));
    assert_eq!(import.issues[0].reason.key, "import-cell-too-long");
}

#[test]
fn a_formula_is_its_stored_value_and_a_label_that_looks_like_one_stays_text() {
    let formula = bmo_row("D1X33", "3201", "=6*2;5;*");
    let label = last().replace("Métier inventé", "@SOMME(A1)");
    let book = bmo_workbook(&[("d", &[formula, label])]);
    let import = Files::new().import("b.xlsx", &book).unwrap();
    // The writer stores 0 as the value of a formula nobody computed.
    assert_eq!(import.batch.survey[0].projects, Count::Zero);
    assert_eq!(import.batch.survey[1].fap_label, "@SOMME(A1)");
}

#[test]
fn issues_beyond_the_list_are_still_counted() {
    let rows: Vec<String> = (0..10_100).map(|_| bmo_row("D1X33", "3299", "1;0;0")).collect();
    let import = Files::new().import("b.csv", bmo_csv(&rows).as_bytes()).unwrap();
    assert_eq!((import.issues.len(), import.refusals), (10_000, 10_100));
    assert_eq!((import.counts.read, import.counts.refused), (10_100, 10_100));
}

#[test]
fn a_cancelled_import_yields_nothing() {
    let files = Files::new();
    let path = files.write("b.csv", bmo_csv(&[first()]).as_bytes());
    let error = read(&path, &known(&[]), &Impatient::after(0)).unwrap_err();
    assert_eq!(error, ImportError::Cancelled);
}
