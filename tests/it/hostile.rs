//! Hostile files: whatever the bytes, reading ends in facts that reconcile or in an error, never in a panic.

use std::io::{Cursor, Read};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use releve::i18n::{Explain, Lang};
use releve::import::layout::Shape;
use releve::import::{Import, ImportError, LAYOUTS, Layout};

use crate::fixtures::{Files, bmo_csv, bmo_row, bmo_workbook, raw_row, raw_workbook, zip_of};

/// Cells that look like values of the field, and cells that break naive readers.
const CELLS: &[&str] = &[
    "",
    " ",
    "0",
    "1",
    "-1",
    "12,5",
    "101.0",
    "NaN",
    "inf",
    "1e308",
    "-0",
    "*",
    "**",
    "#N/A",
    "=1+1",
    "999",
    "3400",
    "99999999999999999999",
    "2024",
    "2022_2023",
    "2020 2022",
    "cumul 2021-2022",
    "3201",
    "3299",
    "32",
    "84",
    "2A",
    "02",
    "D1X33",
    "D1Z41",
    "G0A40",
    "QAX01",
    "H2903",
    "H29031",
    "Q_0346",
    "Q_",
    "RNCP34500",
    "RS5000",
    "50025136",
    "0593210A",
    "0010001W",
    "23110025136",
    "2A004",
    "59350",
    "48.1,2.3",
    "48.1;2.3",
    "91",
    "-181",
    "oui",
    "Total",
    "scolaire",
    "apprentissage",
    "CAP",
    "BTS - Production - Mécanique",
    "é",
    "’",
    "\u{202f}1\u{a0}000",
    "\u{feff}",
    "𝒳",
    "\0",
    "\"",
    "''",
    "\"H2903\" = \"D1Z41\"",
    "31/08/2024",
    "08/31/2024",
];

fn outcome_is_sound(result: Result<Import, ImportError>) {
    match result {
        Ok(import) => {
            assert!(import.counts.reconciles(), "{:?}", import.counts);
            assert_eq!(import.refusals, import.counts.refused);
            assert!(import.issues.len() as u64 <= import.refusals + import.doubts);
            for issue in &import.issues {
                assert!(issue.value.chars().count() <= 80);
                assert!(
                    !issue.reason.text(Lang::Fr).starts_with("import-"),
                    "{}",
                    issue.reason.key
                );
                assert!(
                    !issue.remedy.text(Lang::En).starts_with("import-"),
                    "{}",
                    issue.remedy.key
                );
            }
        }
        Err(error) => assert!(!error.explain(Lang::En).starts_with("import-"), "{error}"),
    }
}

/// The required columns of a layout, as a header it recognises.
fn header(layout: &Layout) -> Vec<String> {
    layout.columns.iter().map(|names| names[0].replace('#', "1")).collect()
}

fn any_layout() -> impl Strategy<Value = &'static Layout> {
    let tables: Vec<&'static Layout> = LAYOUTS.iter().copied().filter(|l| l.shape != Shape::Lines).collect();
    select(tables)
}

fn rows_of_cells(width: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Vec<&'static str>>> {
    prop::collection::vec(prop::collection::vec(select(CELLS), width), 0..12)
}

/// One change to a valid content.
#[derive(Debug, Clone)]
enum Change {
    Flip(Index, u8),
    Cut(Index),
    Insert(Index, Vec<u8>),
    Repeat(Index, Index),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![
        4 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Flip(at, byte)),
        1 => any::<Index>().prop_map(Change::Cut),
        3 => (any::<Index>(), prop::collection::vec(any::<u8>(), 1..12)).prop_map(|(at, b)| Change::Insert(at, b)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Repeat(from, to)),
    ];
    prop::collection::vec(change, 1..6)
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        match change {
            Change::Flip(at, byte) => bytes[at.index(length)] = *byte,
            Change::Cut(at) => bytes.truncate(at.index(length)),
            Change::Insert(at, more) => {
                let at = at.index(length);
                bytes.splice(at..at, more.iter().copied());
            }
            Change::Repeat(from, to) => {
                let (a, b) = (from.index(length), to.index(length));
                let part = bytes[a.min(b)..a.max(b)].to_vec();
                bytes.extend(part);
            }
        }
    }
    bytes
}

fn valid_csv() -> Vec<u8> {
    bmo_csv(&[bmo_row("D1X33", "3201", "12;5;*"), bmo_row("D6X70", "3201", "30;*;0")]).into_bytes()
}

/// The entries of a valid workbook.
fn parts_of_a_workbook() -> Vec<(String, Vec<u8>)> {
    let book = bmo_workbook(&[("d", &[bmo_row("D1X33", "3201", "12;=5*1;*")])]);
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let count = archive.len();
    let mut entry = |index| {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(&mut entry).collect()
}

/// Two basins that share a border, the second in two pieces.
fn valid_geojson() -> String {
    r#"{"type":"FeatureCollection","name":"bassins 2024","features":[
        {"type":"Feature","properties":{"codbe":"3201"},"geometry":{"type":"Polygon","coordinates":
            [[[1.5,50.0],[2.0,50.0],[2.0,50.2],[1.5,50.2],[1.5,50.0]],[[1.6,50.05],[1.6,50.1],[1.7,50.1],[1.6,50.05]]]}},
        {"type":"Feature","properties":{"codbe":3202},"geometry":{"type":"MultiPolygon","coordinates":
            [[[[2.0,50.0],[2.5,50.0],[2.5,50.2],[2.0,50.2],[2.0,50.0]]],[[[2.6,50.0],[2.7,50.0],[2.7,50.1],[2.6,50.0]]]]}}]}"#
        .to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        outcome_is_sound(Files::new().import("f", &bytes));
    }

    #[test]
    fn any_text(text in "\\PC*") {
        outcome_is_sound(Files::new().import("f", text.as_bytes()));
    }

    #[test]
    fn any_cells_under_any_header(layout in any_layout(), rows in rows_of_cells(1..14), separator in select(&[";", ",", "\t", "|"][..])) {
        let header = header(layout).join(separator);
        let lines: Vec<String> = rows.iter().map(|row| row.join(separator)).collect();
        let text = format!("{header}\n{}\n", lines.join("\n"));
        outcome_is_sound(Files::new().import("f_2024.csv", text.as_bytes()));
    }

    #[test]
    fn any_cells_in_a_workbook(layout in any_layout(), rows in rows_of_cells(1..14)) {
        let header = header(layout);
        let names: Vec<&str> = header.iter().map(String::as_str).collect();
        let escape = |cell: &str| cell.replace('\0', "").replace('&', "&amp;").replace('<', "&lt;");
        let mut sheet = raw_row(1, &names);
        for (row, number) in rows.iter().zip(2..) {
            let cells: Vec<String> = row.iter().map(|cell| escape(cell)).collect();
            sheet.push_str(&raw_row(number, &cells.iter().map(String::as_str).collect::<Vec<_>>()));
        }
        outcome_is_sound(Files::new().import("f_2024.xlsx", &raw_workbook(&sheet, "")));
    }

    #[test]
    fn a_changed_text(changes in changes()) {
        outcome_is_sound(Files::new().import("f.csv", &changed(valid_csv(), &changes)));
    }

    #[test]
    fn a_changed_table_of_moves(changes in changes()) {
        let text = "Bassin de formation;Formation;Niveau;Bassin d’emploi;Métier;Personnes;Année\nRouen;40025411;;2802;D1X33;38;2024\n\
            2801;;5;2801;D6X70;*;2024\n2801;RNCP35698;;sans emploi;;9;2023\n2801;23830025406;4;3201;G0A40;1;\n";
        outcome_is_sound(Files::new().import("f.csv", &changed(text.as_bytes().to_vec(), &changes)));
    }

    #[test]
    fn a_changed_program_text(changes in changes()) {
        let text = b"proc format ;\nvalue  $FAP9RSQ\n\"A1403\",\"A1407\" = \"A0Z41\"\n Other =\"ZZZZZ\";\nvalue  $FAP9RAQ\n\"A14160\" = \"A0Z40\"\n";
        outcome_is_sound(Files::new().import("f.txt", &changed(text.to_vec(), &changes)));
    }

    #[test]
    fn a_changed_workbook(changes in changes()) {
        let book = bmo_workbook(&[("d", &[bmo_row("D1X33", "3201", "12;5;*")])]);
        outcome_is_sound(Files::new().import("f.xlsx", &changed(book, &changes)));
    }

    #[test]
    fn a_workbook_with_a_changed_part(part in any::<Index>(), changes in changes()) {
        let mut parts = parts_of_a_workbook();
        let at = part.index(parts.len());
        parts[at].1 = changed(std::mem::take(&mut parts[at].1), &changes);
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        outcome_is_sound(Files::new().import("f.xlsx", &zip_of(&parts)));
    }

    #[test]
    fn a_changed_contour(changes in changes()) {
        outcome_is_sound(Files::new().import("f.geojson", &changed(valid_geojson().into_bytes(), &changes)));
    }

    #[test]
    fn a_changed_archive(changes in changes()) {
        outcome_is_sound(Files::new().import("f.zip", &changed(zip_of(&[("a.csv", &valid_csv())]), &changes)));
    }
}

#[test]
fn every_layout_is_recognised_by_its_own_columns() {
    let files = Files::new();
    for layout in LAYOUTS {
        let text = match layout.shape {
            Shape::Lines => header(layout).join("\n"),
            Shape::Table | Shape::ManySheets => header(layout).join(";"),
            Shape::Features => valid_geojson(),
        };
        let name = files
            .import("f_2024.csv", text.as_bytes())
            .map(|import| import.layout.name);
        assert_eq!(name.ok(), Some(layout.name));
        for lang in Lang::ALL {
            assert_ne!(
                releve::i18n::text(lang, layout.label),
                layout.label,
                "{} has a name",
                layout.name
            );
        }
    }
}
