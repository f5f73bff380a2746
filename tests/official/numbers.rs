//! The figures of the model on official files, recomputed here from the raw cells without any code of the importers or of the model.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::{Arc, OnceLock};

use releve::domain::facts::Facts;
use releve::domain::id::{FapCode, RegionCode};
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::source::Source;
use releve::domain::territory::{Nature, Territory};
use releve::import::{Known, read};
use releve::market::gap::{FactorKind, Figures, Gap, Grouping, RowKey, Supply};
use releve::market::indicators::Kind;
use releve::market::{Request, shortages, solve};
use releve::store::{Deed, SourceRecord, Store};

use crate::official;
use crate::raw_sheet::raw_rows;

const SURVEY: &str = "bmo/Base_open_data_BMO_2024_extrait_4_regions.xlsx";
const BTS: &str = "formation/BTS_attractivite_capacite_2023_extrait.csv";
const CAPACITIES: &str = "formation/attractivite_capacite_2022_extrait.csv";
const PARCOURSUP: &str = "formation/fr-esr-parcoursup-2019_BTS-DUT_4_regions.csv";
const OUTCOMES: &str = "insertion/ij_region_data_4_regions.csv";
const COMMUNES: &str = "geo/France_Travail_Bassin_Emploi_2021.csv";
/// Departments of Hauts-de-France.
const DEPARTMENTS: [&str; 5] = ["002", "059", "060", "062", "080"];

/// A territory of `regions` with every file imported through the store, and its gap.
pub fn build(regions: &[&str]) -> (Facts, Gap) {
    let folder = tempfile::tempdir().unwrap();
    let territory = Territory {
        name: "essai".to_owned(),
        regions: regions.iter().map(|r| RegionCode::parse(r).unwrap()).collect(),
        nature: Nature::Real,
    };
    let mut store = Store::create(&folder.path().join("essai.releve"), &territory).unwrap();
    for path in [SURVEY, BTS, CAPACITIES, PARCOURSUP, OUTCOMES, COMMUNES] {
        let known = Known::new(&store.facts().unwrap().catalogue, &[]);
        let import = read(&official(path), &known, &Unattended).unwrap();
        let record = SourceRecord {
            file: import.file,
            sha256: import.sha256,
            layout: import.layout.name.to_owned(),
            vintage: import.vintage,
            producer: import.layout.producer.to_owned(),
            licence: import.layout.licence.to_owned(),
            counts: import.counts,
            issues: Vec::new(),
        };
        let batch = import.batch;
        store
            .transact(&Deed::new("import"), |tx| tx.put_import(&record, &batch))
            .unwrap();
    }
    let facts = store.facts().unwrap();
    let gap = solve(&facts, &Request::default(), &Unattended).unwrap();
    (facts, gap)
}

/// Region 32, built once for all tests.
pub fn north() -> &'static (Facts, Gap) {
    static BUILT: OnceLock<(Facts, Gap)> = OnceLock::new();
    BUILT.get_or_init(|| build(&["32"]))
}

/// A semicolon file as plain rows of header → cell.
fn table(path: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(official(path)).unwrap();
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(|l| l.split(';').map(|c| c.trim_matches('"')));
    let header: Vec<String> = lines.next().unwrap().map(str::to_owned).collect();
    lines
        .map(|cells| header.iter().cloned().zip(cells.map(str::to_owned)).collect())
        .collect()
}

/// The skill level of each core occupation, from the catalogue's own table.
fn core() -> BTreeMap<String, String> {
    let facts = &north().0;
    let core = facts
        .catalogue
        .occupations
        .iter()
        .filter(|o| o.scope.as_str() == "core");
    core.map(|o| (o.code.to_string(), o.skill.as_str().to_owned()))
        .collect()
}

/// Survey cells of region 32: (basin, occupation) → [projects, seasonal, net] at low, central, high, people.
fn raw_survey() -> BTreeMap<(String, String), [[f64; 3]; 3]> {
    let rows = raw_rows(&official(SURVEY), "BMO_2024_open_data");
    let text = |cell: &String| cell.trim().to_owned();
    let header: Vec<String> = rows[0].iter().map(text).collect();
    let at = |name: &str| header.iter().position(|h| h == name).unwrap();
    let (code, basin, region) = (at("Code métier BMO"), at("BE24"), at("REG"));
    let (met, smet) = (at("met"), at("smet"));
    let star = |cell: &String, star: [f64; 3]| match text(cell).as_str() {
        "*" => star,
        number => [number.parse().unwrap_or(0.0); 3],
    };
    let core = core();
    let mut cells: BTreeMap<(String, String), [[f64; 3]; 3]> = BTreeMap::new();
    for row in rows.iter().skip(1) {
        if text(&row[region]) != "32" || !core.contains_key(&text(&row[code])) {
            continue;
        }
        let projects = star(&row[met], [1.0, 2.5, 4.0]);
        let seasonal = star(&row[smet], [0.0, 2.0, 4.0]);
        let cell = cells
            .entry((format!("{:0>4}", text(&row[basin])), text(&row[code])))
            .or_default();
        for end in 0..3 {
            cell[0][end] += projects[end];
            cell[1][end] += seasonal[end].min(projects[end]);
            cell[2][end] += (projects[end] - seasonal[2 - end]).max(0.0);
        }
    }
    cells
}

#[test]
fn projects_and_need_of_each_occupation_are_those_of_the_raw_cells() {
    let (facts, gap) = north();
    let core = core();
    // occupation → projects, seasonal, need, at three ends.
    let mut expected: BTreeMap<String, [[f64; 3]; 3]> = BTreeMap::new();
    for ((_, fap), cell) in raw_survey() {
        let skilled = ["ouvrier_qualifie", "technicien_am"].contains(&core[&fap].as_str());
        let line = expected.entry(fap).or_default();
        for (end, beta) in [0.55, 0.65, 0.75].into_iter().enumerate() {
            line[0][end] += cell[0][end];
            line[1][end] += cell[1][end];
            line[2][end] += if skilled { beta * cell[2][end] } else { 0.0 };
        }
    }
    assert!(expected.len() > 40);
    let close = |a: f64, b: f64| (a - b).abs() < 0.05;
    for row in gap.rows(Grouping::Occupation, facts) {
        let RowKey::Occupation(fap) = &row.key else { panic!() };
        let Some(raw) = expected.remove(fap.as_str()) else {
            continue;
        };
        let f = row.figures;
        for (found, wanted) in [(f.projects, raw[0]), (f.seasonal, raw[1]), (f.need, raw[2])] {
            let found = [found.low, found.central, found.high].map(releve::domain::units::Milli::people);
            assert!((0..3).all(|e| close(found[e], wanted[e])), "{fap} {found:?} {wanted:?}");
        }
    }
    assert!(expected.is_empty(), "{expected:?}");
}

/// School sections of a programme, each once: seats by (school, row).
fn seats_of(supply: &[&Supply]) -> u32 {
    let origins = supply.iter().flat_map(|s| &s.origins);
    let sections: BTreeMap<_, u32> = origins
        .filter_map(|o| Some(((o.uai.clone()?, o.source, o.rows.clone()), o.seats?)))
        .collect();
    sections.values().sum()
}

/// The programmes, by CFD, of which the file shows neither a code they replaced nor one that replaced them: their figures are those of their own code.
fn plain_programmes(facts: &Facts, seen: &BTreeSet<String>) -> BTreeSet<String> {
    let programmes = facts.catalogue.programmes.iter();
    let plain = programmes.filter(|p| !p.previous.iter().chain(&p.next).any(|c| seen.contains(c.as_str())));
    plain.filter_map(|p| p.cfd.as_ref().map(ToString::to_string)).collect()
}

/// Compares the seats of the supply with raw seats by CFD and gives how many programmes were compared.
fn compare_seats(expected: &BTreeMap<String, u32>) -> usize {
    let (facts, gap) = north();
    let mut compared = 0;
    for cfd in plain_programmes(facts, &expected.keys().cloned().collect()) {
        let home = gap.supplies.iter().filter(|s| s.home && s.route == Route::School);
        let nodes: Vec<&Supply> = home.filter(|s| s.programme.as_str() == cfd).collect();
        if let (Some(seats), false) = (expected.get(&cfd), nodes.is_empty()) {
            assert_eq!(seats_of(&nodes), *seats, "{cfd}");
            compared += 1;
        }
    }
    compared
}

#[test]
fn school_seats_of_cap_and_bac_pro_are_those_of_the_raw_rows() {
    // (school, CFD) → year of study → the distinct capacities printed for it: one printed twice is one section with two admission lists.
    let mut sections: BTreeMap<(String, String), BTreeMap<char, BTreeSet<u32>>> = BTreeMap::new();
    for row in table(CAPACITIES) {
        let (school, code) = (&row["Etablissement d'accueil"], &row["MEF STAT 11"]);
        let level = match (&code[..3], &code[4..6]) {
            ("231" | "232" | "233", "00") => "500",
            ("238", "00") => "400",
            _ => continue,
        };
        let seats: u32 = row["Capacité carte scolaire"].parse().unwrap_or(0);
        if DEPARTMENTS.contains(&&school[..3]) && seats < 200 {
            let section = sections
                .entry((school.clone(), format!("{level}{}", &code[6..])))
                .or_default();
            section.entry(code.chars().nth(3).unwrap()).or_default().insert(seats);
        }
    }
    let mut expected: BTreeMap<String, u32> = BTreeMap::new();
    for ((_, cfd), years) in &sections {
        let counted = if cfd.starts_with("400") { '2' } else { '1' };
        let seats = years.get(&counted).or_else(|| years.values().next()).unwrap();
        *expected.entry(cfd.clone()).or_default() += seats.iter().sum::<u32>();
    }
    assert!(compare_seats(&expected) >= 40);
}

#[test]
fn school_seats_of_bts_are_those_of_the_newest_census_alone() {
    let mut expected: BTreeMap<String, u32> = BTreeMap::new();
    for row in table(BTS) {
        let seats: u32 = row["CAPACITEPSUP"].parse().unwrap_or(0);
        if row["STATUT"] == "Scolaire" && DEPARTMENTS.contains(&&row["UAI"][..3]) && seats < 200 {
            *expected.entry(row["CFD"].clone()).or_default() += seats;
        }
    }
    assert!(compare_seats(&expected) >= 15);
}

#[test]
fn apprentices_are_half_the_headcount_of_the_newest_vintage_less_those_who_go_on() {
    let (facts, gap) = north();
    let here = |row: &BTreeMap<String, String>| {
        row["millesime"] == "2022_2023" && row["code_region"] == "32" && row["voie"] == "apprentissage"
    };
    let rows: Vec<_> = table(OUTCOMES).into_iter().filter(here).collect();
    let plain = plain_programmes(facts, &rows.iter().map(|r| r["cfd"].clone()).collect());
    let mut compared = 0;
    for row in rows.iter().filter(|r| plain.contains(&r["cfd"])) {
        let home = gap
            .supplies
            .iter()
            .filter(|s| s.home && s.route == Route::Apprenticeship);
        let nodes: Vec<&Supply> = home.filter(|s| s.programme.as_str() == row["cfd"]).collect();
        let number = |name: &str| row[name].parse::<f64>().ok();
        let (Some(people), false) = (number("nb_annee_term"), nodes.is_empty()) else {
            continue;
        };
        let shared: f64 = nodes.iter().flat_map(|s| &s.origins).map(headcount).sum();
        assert!((shared - people / 2.0).abs() < 1e-6, "{} {shared} {people}", row["cfd"]);
        if let (Some(going), Some(leaving)) = (number("nb_poursuite_etudes"), number("nb_sortant")) {
            let leavers: f64 = nodes
                .iter()
                .flat_map(|s| &s.origins)
                .map(|o| o.leavers.central.people())
                .sum();
            let expected = (people - going) / 2.0;
            assert!(
                leaving < 20.0 || (leavers - expected).abs() < 0.002,
                "{} {leavers} {expected}",
                row["cfd"]
            );
        }
        compared += 1;
    }
    assert!(compared >= 40, "{compared}");
}

/// Final-year people of an origin: the product of its factors down to the final year.
fn headcount(origin: &releve::market::gap::Origin) -> f64 {
    use FactorKind::{Cohorts, FinalYear, SpreadShare};
    let kept = origin
        .factors
        .iter()
        .filter(|f| matches!(f.kind, FinalYear | Cohorts | SpreadShare));
    kept.map(|f| f.value.central).product()
}

/// What must hold of any gap.
fn check_identities(facts: &Facts, gap: &Gap) {
    let total = gap.total();
    for bound in releve::domain::units::Bound::ALL {
        let sum: i64 = gap
            .supplies
            .iter()
            .filter(|s| s.home)
            .map(|s| s.in_field.at(bound).0)
            .sum();
        assert_eq!(sum, total.supply.at(bound).0);
        assert_eq!(gap.funnel.in_field.at(bound), total.supply.at(bound));
    }
    assert_eq!(total.need.central, total.filled.central + total.unfilled.central);
    assert_eq!(total.unfilled, total.no_training + total.not_enough);
    use Grouping::{Basin, Cell, Department, Domain, Occupation, Region, Skill, Zone};
    for grouping in [Region, Department, Zone, Basin, Domain, Skill, Occupation, Cell] {
        let mut sum = Figures::default();
        gap.rows(grouping, facts).iter().for_each(|r| sum += r.figures);
        assert_eq!(sum, total, "{grouping:?}");
    }
    for cell in &gap.cells {
        let ranges = [
            cell.figures.need,
            cell.figures.supply,
            cell.figures.filled,
            cell.figures.unfilled,
        ];
        assert!(
            ranges.iter().all(|r| r.low <= r.central && r.central <= r.high),
            "{cell:?}"
        );
    }
    for cell in &gap.cells {
        let (filled, reach) = (cell.figures.filled, cell.reachable);
        assert!(filled.low <= reach.low && filled.high <= reach.high, "{cell:?}");
    }
    let labels: Vec<&str> = facts.sources.iter().map(|s: &Source| s.layout.as_str()).collect();
    assert!(labels.contains(&"bmo"), "{labels:?}");
}

#[test]
fn the_gap_of_region_32_adds_up() {
    let (facts, gap) = north();
    check_identities(facts, gap);
    assert_eq!((gap.year, gap.proofs.len()), (2024, 5));
    assert!(
        gap.assumed_share > 0.3 && gap.assumed_share < 1.0,
        "{}",
        gap.assumed_share
    );
}

#[test]
fn neighbours_84_and_27_are_matched_across_their_border() {
    let (facts, gap) = build(&["84", "27"]);
    check_identities(&facts, &gap);
    let regions: BTreeMap<_, _> = facts.catalogue.basins.iter().map(|b| (&b.code, &b.region)).collect();
    let crossing: f64 = gap
        .flows
        .iter()
        .filter(|f| regions[&gap.supplies[f.supply].basin] != regions[&f.basin])
        .map(|f| f.people.people())
        .sum();
    assert!(crossing > 10.0, "{crossing}");
}

/// The worked example of docs/method.md: the three largest shortages of region 32, the posts of the third one from the raw cells.
#[test]
fn the_worked_example_of_the_method_holds() {
    let (facts, gap) = north();
    let found = shortages(facts, &Arc::new(gap.clone()), &Unattended)
        .unwrap()
        .largest(3)
        .unwrap();
    let told: Vec<_> = found
        .iter()
        .map(|s| (s.key.clone(), s.cells.len(), s.posts.0, s.people.0, s.asked.0))
        .collect();
    let occupation = |code: &str| RowKey::Occupation(FapCode::parse(code).unwrap());
    assert_eq!(
        told,
        [
            (occupation("G0A40"), 28, 845_975, 174_839, 690_241),
            (occupation("C0X30"), 23, 577_200, 11_238, 572_043),
            (occupation("D1X33"), 24, 537_225, 117_650, 502_625),
        ]
    );
    let welders = raw_survey().into_iter().filter(|((_, fap), _)| fap == "D1X33");
    let (cells, net) = welders.fold((0, 0.0), |(n, sum), (_, [.., net])| (n + 1, sum + net[1]));
    assert_eq!((cells, net), (24, 826.5));
    assert!((net * 0.65 - 537.225).abs() < 1e-9);
}

#[test]
fn the_indicators_of_a_real_row_are_those_of_its_raw_cells() {
    // 2022_2023, region 84, pupils of MEFSTAT 32221020009: 352 in the final year, 187 go on, 165 leave, 100 of them employed at six months.
    let path = official("insertion/ij_region_data_4_regions.csv");
    let text = fs::read_to_string(&path).expect("UTF-8");
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let header: Vec<&str> = lines.next().expect("header").split(';').collect();
    let (number, row) = (2_u32..)
        .zip(lines)
        .find(|(_, line)| line.starts_with("2022_2023_01_scolaire_32221020009;"))
        .expect("the row");
    let cells: Vec<&str> = row.split(';').collect();
    let cell = |name: &str| -> f64 {
        let at = header.iter().position(|h| *h == name).expect(name);
        cells[at].parse().expect(name)
    };
    let folder = tempfile::tempdir().expect("folder");
    let regions = vec![RegionCode::parse("84").expect("84")];
    let new = releve::app::NewTerritory::Regions { name: None, regions };
    let session = releve::app::Session::create(&folder.path().join("84.releve"), &new).expect("created");
    let previews = session.preview(&[path], &Unattended).expect("recognised");
    session
        .import(&previews.iter().collect::<Vec<_>>(), &Unattended)
        .expect("imported");
    let found = releve::market::indicators(&session.facts().expect("facts"));
    let of_row = |line: &&releve::market::indicators::Line| {
        let further = line.rates.get(Kind::FurtherStudy);
        further.is_some_and(|rate| rate.inputs.iter().any(|c| c.rows == [number]))
    };
    let line = found.lines.iter().find(of_row).expect("a line of this row alone");
    let value = |kind| line.rates.get(kind).unwrap().value.expect("significant");
    assert!((value(Kind::FurtherStudy).central - cell("nb_poursuite_etudes") / cell("nb_annee_term")).abs() < 1e-12);
    let employed = cell("nb_en_emploi_6_mois") / cell("nb_sortant");
    let employment = value(Kind::Employment);
    assert!(
        employment.low <= employed && employed <= employment.high,
        "{employed} {employment:?}"
    );
    let favourable = (cell("nb_poursuite_etudes") + cell("nb_en_emploi_6_mois")) / cell("nb_annee_term");
    let told = value(Kind::Favourable);
    assert!(
        told.low <= favourable && favourable <= told.high,
        "{favourable} {told:?}"
    );
}
