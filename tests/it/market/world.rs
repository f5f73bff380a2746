//! A small invented world for examples that can be checked with a pencil.

use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::demand::SurveyRow;
use releve::domain::facts::{Catalogue, Facts};
use releve::domain::funding::Funding;
use releve::domain::id::{
    BasinCode, Cfd, CommuneCode, DepartmentCode, FapCode, Mefstat11, ProgrammeId, RegionCode, RomeCode, Uai, ZoneCode,
};
use releve::domain::occupation::{CrosswalkLine, Occupation, OccupationScope, Provenance, Rome, SkillLevel};
use releve::domain::programme::{Diploma, Programme, Route};
use releve::domain::progress::Unattended;
use releve::domain::secrecy::Count;
use releve::domain::source::{RowCounts, Source, SourceId};
use releve::domain::supply::{Outcome, OutcomeScope, OutcomeTarget, Section};
use releve::domain::territory::{Basin, Commune, Department, Nature, Position, Region, Territory, Zone};
use releve::domain::units::{Milli, Range};
use releve::market::gap::Gap;
use releve::market::{Request, solve};

pub const WELDER: &str = "D1X40";
pub const TECHNICIAN: &str = "D3X70";
pub const UNSKILLED: &str = "D0X30";
pub const ENGINEER: &str = "H0X90";
pub const CAP: &str = "50025136";
pub const BACPRO: &str = "40025012";
pub const OLD_BACPRO: &str = "40025007";
pub const BTS: &str = "32025520";

/// Three basins of region 32 (A and B in department 59, B and C in 62) and one of region 28 (D in 76), on one parallel 28.6 km a step:
/// A at 3.0° E, B at 3.4°, C at 4.2°, D at 2.6°.
pub fn world() -> Facts {
    let basin = |code: &str, lon: f64, population, departments: &[&str], region: &str| Basin {
        code: BasinCode::parse(code).unwrap(),
        name: code.to_owned(),
        region: RegionCode::parse(region).unwrap(),
        main_department: DepartmentCode::parse(departments[0]).unwrap(),
        departments: departments.iter().map(|d| DepartmentCode::parse(d).unwrap()).collect(),
        position: Position { lat: 50.0, lon },
        population,
    };
    let catalogue = Catalogue {
        regions: ["28", "32"].map(region).to_vec(),
        departments: [("59", "32"), ("62", "32"), ("76", "28")].map(department).to_vec(),
        basins: vec![
            basin("2801", 2.6, 50_000, &["76"], "28"),
            basin("3201", 3.0, 300_000, &["59"], "32"),
            basin("3202", 3.4, 100_000, &["59", "62"], "32"),
            basin("3203", 4.2, 100_000, &["62"], "32"),
        ],
        zones: vec![zone("3251", 3.0), zone("3252", 4.0)],
        occupations: vec![
            occupation(UNSKILLED, SkillLevel::UnskilledWorker, &[3, 4]),
            occupation(WELDER, SkillLevel::SkilledWorker, &[3, 4]),
            occupation(TECHNICIAN, SkillLevel::Technician, &[4, 5, 6]),
            occupation(ENGINEER, SkillLevel::Engineer, &[6, 7]),
        ],
        romes: vec![Rome {
            code: rome(),
            label: String::new(),
            parent: None,
        }],
        proximities: vec![],
        crosswalk: [(2, UNSKILLED), (3, WELDER), (7, TECHNICIAN), (9, ENGINEER)]
            .map(line)
            .to_vec(),
        programmes: vec![
            programme("25122201", "Chimie parcours analyse", Diploma::But, 6, 3, &[]),
            programme("25122204", "Chimie parcours synthèse", Diploma::But, 6, 3, &[]),
            programme(BTS, "Électrotechnique", Diploma::Bts, 5, 2, &[]),
            programme(BACPRO, "Maintenance", Diploma::BacPro, 4, 3, &[OLD_BACPRO]),
            programme(CAP, "Soudage", Diploma::Cap, 3, 2, &[]),
        ],
    };
    Facts {
        revision: 7,
        territory: Territory {
            name: "Essai".to_owned(),
            regions: vec![RegionCode::parse("32").unwrap()],
            nature: Nature::Real,
        },
        catalogue,
        sources: vec![
            source(1, "voc_capacity"),
            source(2, "bts_capacity"),
            source(3, "parcoursup"),
        ],
        survey: vec![],
        employers: vec![],
        needs: vec![],
        establishments: vec![],
        sections: vec![],
        outcomes: vec![],
        outlets: vec![],
        reviews: vec![],
        scenarios: vec![],
        funding: Funding::default(),
        skills: releve::domain::skill::Skills::default(),
        board: releve::domain::board::Board::default(),
        communes: vec![],
        assumptions: assumptions(&[]),
    }
}

/// Round assumptions: fill 0.9, retention 0.8, further study 0.5, diploma 0.8, stays in field 0.5 (0.4–0.6), radius 30 km up to level 5 and 60 km at level 6.
pub fn assumptions(changes: &[(AssumptionKey, &str, f64)]) -> Assumptions {
    use AssumptionKey as K;
    let mut list: Vec<Assumption> = Assumptions::defaults()
        .iter()
        .filter(|a| {
            matches!(
                a.key,
                K::Beta | K::ApprenticeSeatCap | K::Shrinkage | K::MatchSurplus | K::MatchNoise
            )
        })
        .cloned()
        .collect();
    let base = [
        (K::FillRate, "", 0.9),
        (K::Retention, "", 0.8),
        (K::FurtherStudy, "", 0.5),
        (K::DiplomaRate, "", 0.8),
        (K::RadiusKm, "", 30.0),
        (K::RadiusKm, "6", 60.0),
    ];
    let exact = base
        .iter()
        .chain(changes)
        .map(|(key, scope, value)| (*key, *scope, Range::exact(*value)));
    let stays = (K::StaysInField, "", Range::new(0.4, 0.5, 0.6));
    for (key, scope, value) in std::iter::once(stays).chain(exact) {
        list.retain(|a| (a.key, a.scope.as_str()) != (key, scope));
        list.push(Assumption {
            key,
            scope: scope.to_owned(),
            value,
            source: "essai".to_owned(),
            edited: false,
        });
    }
    Assumptions::new(list)
}

pub fn gap(facts: &Facts) -> Gap {
    solve(facts, &Request::default(), &Unattended).unwrap()
}

/// A survey row: `*` is secret, a blank is missing.
pub fn survey(basin: &str, department: &str, fap: &str, met: &str, xmet: &str, smet: &str) -> SurveyRow {
    let count = |text: &str| match text {
        "*" => Count::Secret,
        "" => Count::Missing,
        number => Count::of(Milli::whole(number.parse().unwrap())),
    };
    SurveyRow {
        year: 2024,
        basin: BasinCode::parse(basin).unwrap(),
        department: DepartmentCode::parse(department).ok(),
        region: None,
        fap: FapCode::parse(fap).unwrap(),
        fap_label: fap.to_owned(),
        clpe: String::new(),
        projects: count(met),
        difficult: count(xmet),
        seasonal: count(smet),
        row: 2,
        source: SourceId(9),
    }
}

/// Twelve seats of a diploma, first year, school, session 2023.
pub fn section(uai: &str, cfd: &str) -> Section {
    Section {
        uai: Uai::parse(uai).unwrap(),
        cfd: Cfd::parse(cfd).ok(),
        mefstat: None,
        label: String::new(),
        route: Route::School,
        session: 2023,
        year_of_study: Some(1),
        seats: Some(12),
        entrants: None,
        wishes: None,
        final_year: None,
        position: None,
        placeholder_seats: None,
        row: 5,
        source: SourceId(1),
    }
}

/// A regional headcount of two cohorts, vintage 2022_2023.
pub fn outcome(cfd: &str, route: Route, final_year: u32, continuing: u32) -> Outcome {
    Outcome {
        scope: OutcomeScope::Region(RegionCode::parse("32").unwrap()),
        route,
        target: OutcomeTarget::Cfd(Cfd::parse(cfd).unwrap()),
        vintage: "2022_2023".to_owned(),
        cohorts: 2,
        final_year: Some(final_year),
        continuing: Some(continuing),
        leavers: Some(final_year - continuing),
        continuing_rate: None,
        employment_rates: [None; 4],
        row: 11,
        source: SourceId(8),
    }
}

/// In-field people by basin and programme, central thousandths.
pub fn supply(gap: &Gap) -> Vec<(String, String, i64)> {
    let line = |s: &releve::market::gap::Supply| (s.basin.to_string(), s.programme.to_string(), s.in_field.central.0);
    gap.supplies.iter().map(line).collect()
}

pub fn fap(code: &str) -> FapCode {
    FapCode::parse(code).unwrap()
}

pub fn basin(code: &str) -> BasinCode {
    BasinCode::parse(code).unwrap()
}

fn region(code: &str) -> Region {
    Region {
        code: RegionCode::parse(code).unwrap(),
        name: code.to_owned(),
    }
}

fn department((code, region): (&str, &str)) -> Department {
    Department {
        code: DepartmentCode::parse(code).unwrap(),
        name: code.to_owned(),
        region: RegionCode::parse(region).unwrap(),
    }
}

fn zone(code: &str, lon: f64) -> Zone {
    Zone {
        code: ZoneCode::parse(code).unwrap(),
        name: code.to_owned(),
        region: RegionCode::parse("32").unwrap(),
        position: Position { lat: 50.0, lon },
        population: 1,
    }
}

fn occupation(code: &str, skill: SkillLevel, levels: &[u8]) -> Occupation {
    Occupation {
        code: fap(code),
        label: code.to_owned(),
        domain: code.chars().next().unwrap(),
        domain_label: code[..1].to_owned(),
        scope: OccupationScope::Core,
        skill,
        typical_levels: levels.to_vec(),
    }
}

fn rome() -> RomeCode {
    RomeCode::parse("H2901").unwrap()
}

fn line((qualification, code): (u8, &str)) -> CrosswalkLine {
    CrosswalkLine {
        rome: rome(),
        qualification,
        fap: fap(code),
        fap2009: None,
        provenance: Provenance::Dares2021,
        confidence: 3,
        source: SourceId::CATALOGUE,
    }
}

/// A programme of one code; its school data have one final-year code of its kind.
pub fn programme(cfd: &str, label: &str, diploma: Diploma, level: u8, years: u8, previous: &[&str]) -> Programme {
    let scheme = match diploma {
        Diploma::Cap => "232200",
        Diploma::BacPro => "238300",
        Diploma::Cs => "23K000",
        Diploma::Agricultural if level == 4 => "238310",
        Diploma::Agricultural => "322220",
        _ => "322210",
    };
    Programme {
        id: ProgrammeId::parse(cfd).unwrap(),
        cfd: Cfd::parse(cfd).ok(),
        rncp: None,
        label: label.to_owned(),
        diploma,
        level,
        years: Some(years),
        nsf: None,
        romes: vec![rome()],
        romes_added: vec![],
        previous: previous.iter().map(|c| Cfd::parse(c).unwrap()).collect(),
        next: vec![],
        final_year_mefstats: vec![Mefstat11::parse(&format!("{scheme}{}", &cfd[3..])).unwrap()],
        review: None,
    }
}

fn source(id: i64, layout: &str) -> Source {
    Source {
        id: SourceId(id),
        file: format!("{layout}.csv"),
        sha256: String::new(),
        layout: layout.to_owned(),
        vintage: String::new(),
        producer: String::new(),
        licence: String::new(),
        counts: RowCounts::default(),
        imported_at: String::new(),
    }
}

/// A UAI with its control letter.
pub fn uai(digits: &str) -> String {
    let keys = b"ABCDEFGHJKLMNPRSTUVWXYZ";
    let number: usize = digits.parse().unwrap();
    format!("{digits}{}", char::from(keys[number % 23]))
}

/// A school whose basin is stated.
pub fn school(digits: &str, basin_code: &str) -> releve::domain::supply::Establishment {
    releve::domain::supply::Establishment {
        uai: Uai::parse(&uai(digits)).unwrap(),
        name: format!("Lycée {digits}"),
        commune: None,
        department: None,
        position: None,
        basin: Some(basin(basin_code)),
        source: SourceId(7),
    }
}

/// Two communes of basin B, in different zones: its figures are shared between them by population.
pub fn two_zones(first: u32, second: u32) -> Vec<Commune> {
    let commune = |code: &str, zone: &str, population| Commune {
        code: CommuneCode::parse(code).unwrap(),
        name: String::new(),
        department: None,
        basin: BasinCode::parse("3202").ok(),
        zone: ZoneCode::parse(zone).ok(),
        position: None,
        population: Some(population),
    };
    vec![commune("59001", "3251", first), commune("59002", "3252", second)]
}
