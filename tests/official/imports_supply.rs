//! Official files of training supply: every row accounted for, sums equal to those of the raw cells read another way.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use releve::domain::id::Cfd;
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::supply::{OutcomeScope, OutcomeTarget, Section, Wishes};
use releve::import::{Import, Known, Severity, read};

use crate::official;

const BTS: &str = "formation/BTS_attractivite_capacite_2023_extrait.csv";
const VOC: &str = "formation/attractivite_capacite_2022_extrait.csv";
const PARCOURSUP_2019: &str = "formation/fr-esr-parcoursup-2019_BTS-DUT_4_regions.csv";
const PARCOURSUP_2025: &str = "formation/fr-esr-parcoursup_2025_echantillon.csv";
const REGION: &str = "insertion/ij_region_data_4_regions.csv";
const CFA: &str = "insertion/fr-en-inserjeunes-cfa_4_regions.csv";
const LYCEE: &str = "insertion/depp-2022-etablissements-2022_2023-pro_4_regions.csv";

fn import(path: &str) -> Import {
    let catalogue = releve::store::catalogue::embedded().expect("catalogue");
    let import = read(&official(path), &Known::new(&catalogue, &[]), &Unattended).expect("recognised");
    assert!(import.counts.reconciles(), "{:?}", import.counts);
    import
}

/// A file cut naively at line ends and semicolons, which these files allow: no quote anywhere.
struct Raw {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Raw {
    fn of(path: &str) -> Self {
        let text = fs::read_to_string(official(path)).expect("UTF-8");
        assert!(!text.contains('"'), "{path} needs a real reader");
        let cut = |line: &str| line.split(';').map(str::to_owned).collect();
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        let header = cut(lines.next().expect("header"));
        Self {
            header,
            rows: lines.map(cut).collect(),
        }
    }

    fn at(&self, name: &str) -> usize {
        self.header.iter().position(|h| h == name).expect("column")
    }

    fn cell<'a>(&self, row: &'a [String], name: &str) -> &'a str {
        &row[self.at(name)]
    }

    fn number(&self, row: &[String], name: &str) -> Option<u64> {
        self.cell(row, name).parse().ok()
    }

    /// Sum of a column, empty cells left out.
    fn sum(&self, name: &str) -> u64 {
        self.rows.iter().filter_map(|row| self.number(row, name)).sum()
    }
}

fn seats(sections: &[Section]) -> u64 {
    sections.iter().filter_map(|s| s.seats).map(u64::from).sum()
}

fn wishes(sections: &[Section]) -> u64 {
    let number = |s: &Section| match s.wishes {
        Some(Wishes::First(n) | Wishes::Unranked(n)) => u64::from(n),
        None => 0,
    };
    sections.iter().map(number).sum()
}

fn rows_with(import: &Import, reason: &str) -> BTreeSet<u32> {
    let issues = import.issues.iter().filter(|i| i.reason.key == reason);
    issues.map(|i| i.row).collect()
}

#[test]
fn bts_capacities_reconcile_with_the_raw_cells() {
    let (file, raw) = (import(BTS), Raw::of(BTS));
    let c = file.counts;
    assert_eq!(
        (c.read, c.stored, c.merged, c.refused, c.ignored),
        (3642, 3623, 19, 0, 0)
    );
    assert_eq!(c.read, raw.rows.len() as u64);
    let placeholder = |row: &[String]| raw.number(row, "CAPACITEPSUP").filter(|n| *n >= 200);
    let expected: u64 = raw.sum("CAPACITEPSUP") - raw.rows.iter().filter_map(|r| placeholder(r)).sum::<u64>();
    assert_eq!(seats(&file.batch.sections), expected);
    assert_eq!(wishes(&file.batch.sections), raw.sum("NB_VOEUX_CONFIRMES"));
    let announced = rows_with(&file, "import-placeholder-seats");
    let found: BTreeSet<u32> = (2..)
        .zip(&raw.rows)
        .filter(|(_, r)| placeholder(r).is_some())
        .map(|(n, _)| n)
        .collect();
    assert_eq!(announced, found);
    assert_eq!(found.len(), 24);
    assert!([793, 795, 1924, 2589, 2590, 2910].iter().all(|row| found.contains(row)));
    for (route, status) in [(Route::School, "Scolaire"), (Route::Apprenticeship, "Apprentissage")] {
        let of_route: Vec<Section> = file
            .batch
            .sections
            .iter()
            .filter(|s| s.route == route)
            .cloned()
            .collect();
        let raw_wishes = raw.rows.iter().filter(|r| raw.cell(r, "STATUT") == status);
        let raw_wishes: u64 = raw_wishes.filter_map(|r| raw.number(r, "NB_VOEUX_CONFIRMES")).sum();
        assert_eq!(wishes(&of_route), raw_wishes, "{status}");
    }
    assert!(
        file.batch
            .sections
            .iter()
            .all(|s| s.session == 2023 && s.year_of_study == Some(1))
    );
}

#[test]
fn agricultural_bts_have_their_own_level() {
    let (file, raw) = (import(BTS), Raw::of(BTS));
    let agricultural = |s: &&Section| s.cfd.as_ref().is_some_and(|c| c.as_str().starts_with("323"));
    let labelled = raw
        .rows
        .iter()
        .filter(|r| raw.cell(r, "LIBELLÉFORMATION").starts_with("BTS - Agricole"));
    let raw_wishes: u64 = labelled.filter_map(|r| raw.number(r, "NB_VOEUX_CONFIRMES")).sum();
    let found: Vec<Section> = file.batch.sections.iter().filter(agricultural).cloned().collect();
    assert_eq!(wishes(&found), raw_wishes);
}

/// Secondes of the file that name a family of occupations (familles de métiers), not one bac pro.
const COMMON: &[&str] = &[
    "23810020006",
    "23810020007",
    "23810020008",
    "23810020103",
    "23810020104",
    "23810022107",
    "23810022404",
    "23810023007",
    "23810023409",
    "23810024004",
    "23810024304",
    "23810025217",
    "23810025222",
    "23810025307",
    "23810030003",
    "23810031211",
    "23810032210",
    "23810033005",
    "23810033404",
    "23810033605",
    "23811021112",
    "23811021209",
    "23811021404",
    "23811022103",
    "23811022104",
    "23811033001",
];

#[test]
fn vocational_capacities_count_each_section_once() {
    let (file, raw) = (import(VOC), Raw::of(VOC));
    let c = file.counts;
    assert_eq!(
        (c.read, c.stored, c.merged, c.refused, c.ignored),
        (5645, 3656, 356, 0, 1633)
    );
    let code = |row: &[String]| raw.cell(row, "MEF STAT 11").to_owned();
    let common = raw.rows.iter().filter(|r| COMMON.contains(&code(r).as_str())).count();
    assert_eq!(c.ignored, common as u64);
    // School, level, ministry and speciality → year of study → rows.
    let mut groups: BTreeMap<String, BTreeMap<String, Vec<&Vec<String>>>> = BTreeMap::new();
    for row in raw.rows.iter().filter(|r| !COMMON.contains(&code(r).as_str())) {
        let code = code(row);
        let level = match &code[..3] {
            "238" => "bac pro",
            "239" => "mc",
            "23C" => "bma",
            _ => "cap",
        };
        let key = format!("{}{level}{}", raw.cell(row, "Etablissement d'accueil"), &code[4..]);
        groups
            .entry(key)
            .or_default()
            .entry(code[3..4].to_owned())
            .or_default()
            .push(row);
    }
    assert_eq!(c.stored, groups.len() as u64);
    let (mut expected_seats, mut expected_wishes) = (0, 0);
    for (key, years) in &groups {
        let year = if key.contains("bac pro") && years.contains_key("2") {
            "2"
        } else {
            "1"
        };
        let rows = years.get(year).or_else(|| years.values().next()).expect("rows");
        let printed: BTreeSet<u64> = rows
            .iter()
            .filter_map(|r| raw.number(r, "Capacité carte scolaire"))
            .collect();
        expected_seats += printed.iter().filter(|n| **n < 200).sum::<u64>();
        let pairs: BTreeSet<_> = rows
            .iter()
            .map(|r| {
                (
                    raw.number(r, "Capacité carte scolaire"),
                    raw.number(r, "Demandes vœux 1"),
                )
            })
            .collect();
        expected_wishes += pairs.iter().filter_map(|(_, wishes)| *wishes).sum::<u64>();
    }
    assert_eq!(seats(&file.batch.sections), expected_seats);
    assert_eq!(wishes(&file.batch.sections), expected_wishes);
    let placeholders = rows_with(&file, "import-placeholder-seats");
    let raw_placeholders: BTreeSet<u32> = (2..)
        .zip(&raw.rows)
        .filter(|(_, r)| raw.cell(r, "Capacité carte scolaire") == "999" && !COMMON.contains(&code(r).as_str()))
        .map(|(n, _)| n)
        .collect();
    assert_eq!(placeholders, raw_placeholders);
    assert_eq!(placeholders.len(), 17);
    assert!(
        file.batch
            .sections
            .iter()
            .all(|s| matches!(s.wishes, Some(Wishes::First(_))))
    );
}

#[test]
fn parcoursup_2019_reconciles_and_refuses_a_false_school_key() {
    let (file, raw) = (import(PARCOURSUP_2019), Raw::of(PARCOURSUP_2019));
    let c = file.counts;
    assert_eq!(
        (c.read, c.stored, c.merged, c.refused, c.ignored),
        (1662, 1645, 13, 4, 0)
    );
    let false_key = "0381516T";
    let refused: Vec<(u32, &str)> = file
        .issues
        .iter()
        .filter(|i| i.severity == Severity::Refused)
        .map(|i| (i.row, i.value.as_str()))
        .collect();
    assert_eq!(
        refused,
        [(76, false_key), (407, false_key), (767, false_key), (993, false_key)]
    );
    let (capacity, wished, admitted) = (
        "Capacité de l’établissement par formation",
        "Effectif total des candidats pour une formation",
        "Effectif total des candidats ayant accepté la proposition de l’établissement (admis)",
    );
    let kept: Vec<&Vec<String>> = raw
        .rows
        .iter()
        .filter(|r| raw.cell(r, "Code UAI de l'établissement") != false_key)
        .collect();
    let placeholder = |row: &[String]| {
        let (n, entrants) = (
            raw.number(row, capacity).expect("seats"),
            raw.number(row, admitted).expect("entrants"),
        );
        n >= 200 && entrants < n / 2
    };
    let total = |name: &str| kept.iter().filter_map(|r| raw.number(r, name)).sum::<u64>();
    let real: u64 = kept
        .iter()
        .filter(|r| !placeholder(r))
        .filter_map(|r| raw.number(r, capacity))
        .sum();
    assert_eq!(seats(&file.batch.sections), real);
    assert_eq!(wishes(&file.batch.sections), total(wished));
    let entrants: u64 = file
        .batch
        .sections
        .iter()
        .filter_map(|s| s.entrants)
        .map(u64::from)
        .sum();
    assert_eq!(entrants, total(admitted));
    assert_eq!(
        rows_with(&file, "import-placeholder-seats").len(),
        kept.iter().filter(|r| placeholder(r)).count()
    );
    assert_eq!(file.vintage, "2019");
}

#[test]
fn parcoursup_labels_find_their_diploma_and_duts_stay_labels() {
    let (file, raw) = (import(PARCOURSUP_2019), Raw::of(PARCOURSUP_2019));
    let cfd_of = |label: &str| {
        let found = file.batch.sections.iter().filter(|s| s.label == label);
        found.map(|s| s.cfd.as_ref().map(Cfd::as_str)).collect::<BTreeSet<_>>()
    };
    for (label, cfd) in [
        ("BTS - Electrotechnique", Some("32025520")),
        ("BTS - Fonderie", Some("32022314")),
        (
            "BTS - Maintenance des systèmes - option B Systèmes énergétiques et fluidiques",
            Some("32025015"),
        ),
        ("BTS - Innovations textiles - Option A : Structures", Some("32024111")),
        ("BTS - Gestion et maitrise de l'eau", Some("32334302")),
        (
            "BTS - Conception des processus de réalisation de produits (1ère année commune)",
            None,
        ),
        ("DUT - Génie mécanique et productique", None),
    ] {
        assert_eq!(cfd_of(label), BTreeSet::from([cfd]), "{label}");
    }
    let duts = raw
        .rows
        .iter()
        .filter(|r| raw.cell(r, "Filière de formation très agrégée") == "DUT")
        .count();
    let labelled = file
        .batch
        .sections
        .iter()
        .filter(|s| s.label.starts_with("DUT - "))
        .count();
    assert!(labelled <= duts && labelled > 200, "{labelled} of {duts}");
    let located = file.batch.sections.iter().filter(|s| s.position.is_some()).count();
    assert_eq!(
        located,
        file.batch.sections.len() - 1,
        "one row of the file has no position"
    );
}

#[test]
fn the_header_of_2025_is_read_in_spite_of_its_two_equal_names() {
    let file = import(PARCOURSUP_2025);
    let c = file.counts;
    assert_eq!((c.read, c.stored, c.ignored), (3, 2, 1));
    let found: Vec<(Option<&str>, Option<u32>, Option<u32>)> = file
        .batch
        .sections
        .iter()
        .map(|s| (s.cfd.as_ref().map(Cfd::as_str), s.seats, s.entrants))
        .collect();
    assert_eq!(
        found,
        [
            (Some("32025520"), Some(15), Some(12)),
            (Some("32022711"), Some(18), Some(8))
        ]
    );
}

#[test]
fn inserjeunes_regions_are_insee_codes_and_headcounts_are_those_of_the_file() {
    let (file, raw) = (import(REGION), Raw::of(REGION));
    assert_eq!((file.counts.read, file.counts.stored), (10_071, 10_071));
    assert_eq!(file.issues.len(), 0);
    let mut expected: BTreeMap<(String, String, String), u64> = BTreeMap::new();
    for row in &raw.rows {
        // The regions of the extract, by the names of its documentation.
        let region = match raw.cell(row, "code_region_ij") {
            "01" => "84",
            "02" => "27",
            "07" => "01",
            "09" => "32",
            other => panic!("{other}"),
        };
        let key = (
            region.to_owned(),
            raw.cell(row, "voie").to_owned(),
            raw.cell(row, "millesime").to_owned(),
        );
        *expected.entry(key).or_default() += raw.number(row, "nb_annee_term").expect("headcount");
    }
    let mut found: BTreeMap<(String, String, String), u64> = BTreeMap::new();
    for outcome in &file.batch.outcomes {
        let OutcomeScope::Region(region) = &outcome.scope else {
            panic!()
        };
        let key = (
            region.to_string(),
            outcome.route.as_str().to_owned(),
            outcome.vintage.clone(),
        );
        *found.entry(key).or_default() += u64::from(outcome.final_year.expect("headcount"));
        assert_eq!(outcome.cohorts, 2);
        let by_code = matches!(outcome.target, OutcomeTarget::Mefstat(_));
        assert_eq!(by_code, outcome.route == Route::School);
    }
    assert_eq!(found, expected);
    let published = raw
        .rows
        .iter()
        .filter(|r| !raw.cell(r, "taux_poursuite_etudes").is_empty())
        .count();
    let read = file
        .batch
        .outcomes
        .iter()
        .filter(|o| o.continuing_rate.is_some())
        .count();
    assert_eq!(read, published);
}

#[test]
fn inserjeunes_of_centres_and_lycees_keep_what_is_published_and_nothing_else() {
    let (file, raw) = (import(CFA), Raw::of(CFA));
    assert_eq!(
        (file.counts.read, file.counts.stored, file.counts.ignored),
        (2636, 2069, 567)
    );
    let rates = [
        "Taux poursuite études",
        "Taux emploi 6 mois",
        "Taux emploi 12 mois",
        "Taux emploi 18 mois",
        "Taux emploi 24 mois",
    ];
    let published = raw
        .rows
        .iter()
        .filter(|r| rates.iter().any(|n| !raw.cell(r, n).is_empty()))
        .count();
    assert_eq!(file.counts.stored, published as u64);
    let sum: f64 = raw
        .rows
        .iter()
        .filter_map(|r| raw.cell(r, "Taux emploi 6 mois").parse::<f64>().ok())
        .sum();
    let read: f64 = file.batch.outcomes.iter().filter_map(|o| o.employment_rates[0]).sum();
    assert!((sum - 100.0 * read).abs() < 1e-6, "{sum} {read}");

    let (file, raw) = (import(LYCEE), Raw::of(LYCEE));
    let (lycee, part) = ("n°UAI de l'établissement", "Dont apprentis en EPLE");
    let with_parts: BTreeSet<&str> = raw
        .rows
        .iter()
        .filter(|r| raw.cell(r, part) != "ensemble")
        .map(|r| raw.cell(r, lycee))
        .collect();
    let counted = |row: &&Vec<String>| {
        let total = raw.cell(row, part) == "ensemble" && with_parts.contains(raw.cell(row, lycee));
        let silent = raw.cell(row, "Taux de poursuite d'études") == "nd" && raw.cell(row, "Taux") == "nd";
        !total && !silent
    };
    let expected = raw.rows.iter().filter(counted).count();
    assert_eq!(file.counts.read, 1645);
    assert_eq!(file.counts.stored, expected as u64);
    let apprentices = file
        .batch
        .outcomes
        .iter()
        .filter(|o| o.route == Route::Apprenticeship)
        .count();
    let raw_apprentices = raw
        .rows
        .iter()
        .filter(counted)
        .filter(|r| raw.cell(r, part) == "dont apprentis")
        .count();
    assert_eq!(apprentices, raw_apprentices);
    assert_eq!(file.vintage, "2022_2023");
}
