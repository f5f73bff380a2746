//! Official files of demand and nomenclatures: every row accounted for, sums equal to those of the raw cells.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use releve::domain::demand::SurveyRow;
use releve::domain::id::{BasinCode, DepartmentCode, RegionCode};
use releve::domain::progress::Unattended;
use releve::domain::secrecy::Count;
use releve::domain::units::Milli;
use releve::import::{Import, Known, read};

use crate::official;
use crate::raw_sheet::raw_rows;

const BMO: &str = "bmo/Base_open_data_BMO_2024_extrait_4_regions.xlsx";
const BRIDGE: &str = "crosswalk/passage_fap2009_romev3.txt";

fn import(path: &str) -> Import {
    let known = Known::new(&releve::store::catalogue::embedded().expect("catalogue"), &[]);
    let import = read(&official(path), &known, &Unattended).expect(path);
    assert!(import.counts.reconciles(), "{path}: {:?}", import.counts);
    assert_eq!(import.sha256.len(), 64);
    import
}

/// Visible sum, stars, zeros and empty cells of one count column.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    visible: i64,
    stars: usize,
    empty: usize,
}

fn tally_raw(rows: &[Vec<String>], column: usize) -> Tally {
    let mut tally = Tally::default();
    for cell in rows.iter().map(|row| row[column].as_str()) {
        match cell {
            "*" => tally.stars += 1,
            "" => tally.empty += 1,
            number => tally.visible += number.parse::<i64>().expect("whole counts in 2024"),
        }
    }
    tally
}

fn tally_read(rows: &[SurveyRow], count: impl Fn(&SurveyRow) -> Count) -> Tally {
    let mut tally = Tally::default();
    let mut visible = Milli::ZERO;
    for cell in rows.iter().map(count) {
        match cell {
            Count::Secret => tally.stars += 1,
            Count::Missing => tally.empty += 1,
            Count::Zero => {}
            Count::Value(value) => visible += value,
        }
    }
    assert_eq!(visible.0 % 1000, 0);
    tally.visible = visible.0 / 1000;
    tally
}

#[test]
fn the_survey_equals_its_raw_cells() {
    let import = import(BMO);
    let raw = raw_rows(&official(BMO), "BMO_2024_open_data");
    let (header, rows) = raw.split_first().expect("a header");
    assert_eq!(header[11..], ["met", "xmet", "smet"]);
    assert_eq!(
        (rows.len(), import.counts.read, import.counts.stored),
        (14_965, 14_965, 14_965)
    );
    assert_eq!(
        (import.refusals, import.doubts, import.vintage.as_str()),
        (0, 0, "2024")
    );
    let survey = &import.batch.survey;
    assert_eq!(tally_read(survey, |r| r.projects), tally_raw(rows, 11));
    assert_eq!(tally_read(survey, |r| r.difficult), tally_raw(rows, 12));
    assert_eq!(tally_read(survey, |r| r.seasonal), tally_raw(rows, 13));
    assert_eq!(tally_raw(rows, 11).stars, 3_117);
}

#[test]
fn the_survey_keeps_place_occupation_and_row_of_every_cell() {
    let import = import(BMO);
    let raw = raw_rows(&official(BMO), "BMO_2024_open_data");
    for (fact, cells) in import.batch.survey.iter().zip(&raw[1..]) {
        let basin: u32 = cells[9].parse().expect("a whole number");
        assert_eq!(fact.basin.as_str(), format!("{basin:04}"));
        assert_eq!(
            (fact.fap.as_str(), fact.fap_label.as_str()),
            // Some labels end with a no-break space.
            (cells[1].as_str(), cells[2].trim())
        );
        assert_eq!(fact.region.as_ref().map(RegionCode::as_str), Some(cells[5].as_str()));
        assert_eq!(
            fact.department.as_ref().map(DepartmentCode::as_str),
            Some(cells[7].as_str())
        );
        assert_eq!(raw[fact.row as usize - 1], *cells);
    }
    let pairs = |rows: BTreeSet<(String, String)>| rows.len();
    let read = import
        .batch
        .survey
        .iter()
        .map(|r| (r.basin.to_string(), r.fap.to_string()));
    let written = raw[1..].iter().map(|c| (c[9].clone(), c[1].clone()));
    let (read, written) = (pairs(read.collect()), pairs(written.collect()));
    assert_eq!(read, written);
    assert!(read < import.batch.survey.len(), "some pairs are split by department");
}

#[test]
fn the_survey_counts_its_rows_by_region() {
    let mut read: BTreeMap<String, usize> = BTreeMap::new();
    for row in &import(BMO).batch.survey {
        *read
            .entry(row.region.as_ref().expect("a region").to_string())
            .or_default() += 1;
    }
    let mut raw: BTreeMap<String, usize> = BTreeMap::new();
    for cells in &raw_rows(&official(BMO), "BMO_2024_open_data")[1..] {
        *raw.entry(cells[5].clone()).or_default() += 1;
    }
    assert_eq!(read, raw);
    assert_eq!(
        read.keys().map(String::as_str).collect::<Vec<_>>(),
        ["01", "27", "32", "84"]
    );
}

/// Rows of a file: read, stored, merged, refused, ignored; then facts and doubts.
type Expected = (&'static str, &'static str, &'static str, [u64; 5], usize, u64);

/// Every other file: counted once by hand from the raw files, so that a change of reading shows.
const FILES: &[Expected] = &[
    (
        "geo/France_Travail_Bassin_Emploi_2021.csv",
        "bassin_composition",
        "2021",
        // Refused: the two communes of Saint-Pierre-et-Miquelon, which has no basin in the survey. Doubtful: four of the Îles du Nord.
        [37_498, 37_496, 0, 2, 0],
        37_496,
        4,
    ),
    (
        "geo/table-appartenance-geo-communes-2024.xlsx",
        "insee_geo",
        "2024",
        // 34,935 communes and 45 arrondissements.
        [34_980, 34_980, 0, 0, 0],
        34_980,
        0,
    ),
    (
        "rome/unix_referentiel_code_rome_v347_utf8.csv",
        "rome_codes",
        "v347",
        [531, 531, 0, 0, 0],
        531,
        0,
    ),
    (
        "rome/unix_referentiel_code_rome_v460_utf8.csv",
        "rome_codes",
        "v460",
        [1_584, 1_584, 0, 0, 0],
        1_584,
        0,
    ),
    (
        "rome/unix_rubrique_mobilite_v347_utf8.csv",
        "rome_mobilities",
        "v347",
        [4_218, 4_008, 210, 0, 0],
        4_008,
        0,
    ),
    (
        "crosswalk/dares_nomenclature_fap2021.csv",
        "fap2021_list",
        "2021",
        [341, 228, 113, 0, 0],
        228,
        0,
    ),
    (
        "crosswalk/Dares_FAP2021_passage_ROME_extrait_lignes_171-270.csv",
        "fap2021_crosswalk",
        "2021",
        [100, 100, 0, 0, 0],
        276,
        0,
    ),
    (BRIDGE, "fap2009_sas", "2009", [570, 559, 0, 0, 11], 2_341, 0),
    // Refused: 46 rows whose ROME is a domain of one to four characters.
    (
        "rncp/rncp_rome.v1.4_industrie.csv",
        "rncp_rome",
        "v1.4",
        [5_484, 5_438, 0, 46, 0],
        5_438,
        0,
    ),
    (
        "rncp/export-fiches-csv-2024-02-22_ECHANTILLON.zip",
        "rncp_zip",
        "2024",
        [15, 15, 0, 0, 0],
        15,
        0,
    ),
    // Ignored: no CFD nor fiche, or no outlet. Merged: the same diploma and outlets under another certifier.
    (
        "rncp/certif_info_industrie.csv",
        "certif_info",
        "2024-06-28",
        [3_708, 2_456, 96, 0, 1_156],
        6_774,
        0,
    ),
    (
        "tension/tension_rome_bassin_2021_4_regions.csv",
        "tension_rome_bassin",
        "2021",
        [7_276, 7_276, 0, 0, 0],
        7_276,
        0,
    ),
];

#[test]
fn every_file_accounts_for_each_of_its_rows() {
    for (path, layout, vintage, rows, facts, doubts) in FILES {
        let import = import(path);
        let c = import.counts;
        assert_eq!(
            (import.layout.name, import.vintage.as_str()),
            (*layout, *vintage),
            "{path}"
        );
        assert_eq!([c.read, c.stored, c.merged, c.refused, c.ignored], *rows, "{path}");
        assert_eq!((import.batch.len(), import.doubts), (*facts, *doubts), "{path}");
        assert_eq!(import.refusals, c.refused, "{path}");
        assert_eq!(import.issues.len() as u64, c.refused + doubts, "{path}");
    }
}

#[test]
fn the_bridge_holds_every_quoted_pair_of_its_program_text() {
    let bytes = fs::read(official(BRIDGE)).expect("readable");
    let text: String = bytes.iter().map(|b| char::from(*b)).collect();
    // Independent path: count what stands between quotes left of an equals sign, in lines that give a code.
    let expected: usize = text
        .lines()
        .filter_map(|line| line.split_once('='))
        .filter(|(left, _)| left.starts_with('"'))
        .map(|(left, _)| left.matches('"').count() / 2)
        .sum();
    let import = import(BRIDGE);
    assert_eq!(import.batch.fap2009_bridge.len(), expected);
    let whole = import
        .batch
        .fap2009_bridge
        .iter()
        .filter(|l| l.qualification.is_none())
        .count();
    assert!(whole > 0 && whole < expected);
    assert_eq!(
        import.notes.iter().map(|n| n.key.as_ref()).collect::<Vec<_>>(),
        ["import-note-cp1252"]
    );
}

#[test]
fn basins_of_communes_agree_with_the_catalogue_on_split_basins() {
    let import = import("geo/France_Travail_Bassin_Emploi_2021.csv");
    let basin_of = |code: &str| {
        let commune = import.batch.communes.iter().find(|c| c.code.as_str() == code);
        commune.and_then(|c| c.basin.as_ref()).map(BasinCode::as_str)
    };
    assert_eq!(basin_of("63113"), Some("8457"));
    assert_eq!(
        basin_of("97127"),
        Some("0104"),
        "Saint-Martin has its own basin since 2021"
    );
    assert_eq!(basin_of("97117"), Some("0102"));
}

#[test]
fn codes_with_doubled_apostrophes_are_read_with_one() {
    let import = import("rome/unix_referentiel_code_rome_v347_utf8.csv");
    let label = |code: &str| {
        import
            .batch
            .romes
            .iter()
            .find(|r| r.code.as_str() == code)
            .map(|r| r.label.clone())
    };
    assert_eq!(
        label("A1101").as_deref(),
        Some("Conduite d'engins agricoles et forestiers")
    );
    assert!(
        import
            .batch
            .romes
            .iter()
            .all(|r| !r.label.contains("''") && r.parent.is_none())
    );
}

#[test]
fn a_file_of_the_2009_nomenclature_is_translated_once_its_bridge_is_known() {
    let bridge = import(BRIDGE).batch.fap2009_bridge;
    let known = Known::new(&releve::store::catalogue::embedded().expect("catalogue"), &bridge);
    assert!(known.has_fap2009_bridge());
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bmo.csv");
    let header = "annee;code métier BMO;BE23;REG;Dept;met;xmet;smet\n";
    let codes: BTreeSet<String> = bridge.iter().map(|line| line.fap2009.to_string()).collect();
    let rows: String = codes
        .iter()
        .map(|code| format!("2023;{code};3201;32;80;4;2;0\n"))
        .collect();
    fs::write(&path, format!("{header}{rows}")).expect("written");
    let import = read(&path, &known, &Unattended).expect("recognised");
    assert!(import.counts.reconciles());
    assert_eq!(import.counts.read, codes.len() as u64);
    assert_eq!(import.doubts, import.counts.stored, "each translation is told");
    assert!(
        import.counts.stored > 0 && import.counts.refused > import.counts.stored,
        "{:?}",
        import.counts
    );
}
