//! Invented schools, sections and outcomes: the supply side of the demonstration.

use super::parameters::{ApprenticeParameters, BasinParameters, Parameters, Rates, Schools, SectionParameters};
use super::random::Draw;
use super::{DemoError, OUTCOME_VINTAGE, REGION, SEED, SESSION};
use crate::domain::id::{Mefstat11, RegionCode, Uai};
use crate::domain::programme::{Diploma, Programme, Route};
use crate::domain::source::SourceId;
use crate::domain::supply::{Establishment, Outcome, OutcomeScope, OutcomeTarget, Section, Wishes};
use crate::domain::territory::Position;
use crate::i18n::{Lang, Message};

/// Inhabitants for one school.
const INHABITANTS_PER_SCHOOL: u32 = 40_000;
/// Cohorts cumulated in the outcomes, as InserJeunes does.
const COHORTS: u8 = 2;
/// Declarations of a CFA stand above its headcount.
const DECLARED_OVER_HEADCOUNT: u32 = 3;
/// A CFA that types this many seats means « I do not know ».
const PLACEHOLDER_SEATS: u32 = 999;

/// The invented supply, each list in the order of its file.
#[derive(Debug, Default)]
pub struct InventedSupply {
    pub establishments: Vec<Establishment>,
    pub sections: Vec<Section>,
    pub outcomes: Vec<Outcome>,
}

/// Schools first, then their sections, then what becomes of the pupils.
pub fn invent(parameters: &Parameters) -> Result<InventedSupply, DemoError> {
    let region = RegionCode::parse(REGION).map_err(|source| DemoError::Code {
        table: "region",
        source,
    })?;
    let places = places(parameters)?;
    let mut supply = InventedSupply::default();
    for line in &parameters.sections {
        school_sections(line, &places, &mut supply.sections);
        supply.outcomes.extend(school_outcome(line, &region, parameters));
    }
    for line in &parameters.apprentices {
        centre_sections(line, &places, &mut supply.sections);
        supply.outcomes.push(apprentice_outcome(line, &region, parameters));
        supply.outcomes.extend(small_centre_outcome(line, &places, parameters));
    }
    for (index, section) in supply.sections.iter_mut().enumerate() {
        section.row = row(index);
    }
    for (index, outcome) in supply.outcomes.iter_mut().enumerate() {
        outcome.row = row(index);
    }
    supply.establishments = places.into_iter().map(|place| place.establishment).collect();
    Ok(supply)
}

/// Header included, 1-based.
fn row(index: usize) -> u32 {
    u32::try_from(index + 2).unwrap_or(u32::MAX)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    School,
    Centre,
    Iut,
}

#[derive(Debug)]
struct Place {
    kind: Kind,
    population: u32,
    establishment: Establishment,
}

fn places(parameters: &Parameters) -> Result<Vec<Place>, DemoError> {
    let mut places: Vec<Place> = Vec::new();
    for line in &parameters.basins {
        let wanted = |kind| match (kind, line.schools) {
            (_, Schools::None) => 0,
            (Kind::School, Schools::Few) => 1,
            (Kind::School, _) => (line.basin.population / INHABITANTS_PER_SCHOOL).clamp(2, 9),
            (Kind::Centre, Schools::Few) | (Kind::Iut, Schools::Few | Schools::Normal) => 0,
            (Kind::Centre | Kind::Iut, _) => 1,
        };
        for kind in [Kind::School, Kind::Centre, Kind::Iut] {
            for _ in 0..wanted(kind) {
                let number = places.len() + 1;
                places.push(place(kind, number, line)?);
            }
        }
    }
    Ok(places)
}

fn place(kind: Kind, number: usize, line: &BasinParameters) -> Result<Place, DemoError> {
    let name = match kind {
        Kind::School => "app-demo-school",
        Kind::Centre => "app-demo-centre",
        Kind::Iut => "app-demo-iut",
    };
    let department = line.basin.main_department.clone();
    let uai = invented_uai(department.as_str(), number)?;
    let mut draw = Draw::new(SEED, uai.as_str());
    let establishment = Establishment {
        uai,
        name: Message::new(name).with("number", number).text(Lang::Fr),
        commune: None,
        department: Some(department),
        position: Some(Position {
            lat: line.basin.position.lat + draw.between(-0.04, 0.04),
            lon: line.basin.position.lon + draw.between(-0.06, 0.06),
        }),
        basin: Some(line.basin.code.clone()),
        source: SourceId::default(),
    };
    Ok(Place {
        kind,
        population: line.basin.population,
        establishment,
    })
}

/// A UAI of the department, serial 9001 and up, with its right control letter.
fn invented_uai(department: &str, number: usize) -> Result<Uai, DemoError> {
    let digits = format!("{department:0>3}{}", 9000 + number);
    let mut keyed = ('A'..='Z').map(|letter| Uai::parse(&format!("{digits}{letter}")));
    keyed.find_map(Result::ok).ok_or(DemoError::Unknown {
        table: "uai",
        value: digits,
    })
}

fn kind_for(line: &SectionParameters) -> Kind {
    match (line.programme.diploma, line.route) {
        (Diploma::But | Diploma::LicencePro | Diploma::Dut, _) => Kind::Iut,
        (_, Route::School) => Kind::School,
        (_, Route::Apprenticeship | Route::Continuing) => Kind::Centre,
    }
}

fn school_sections(line: &SectionParameters, places: &[Place], sections: &mut Vec<Section>) {
    let mut draw = Draw::new(SEED, &format!("sections {} {}", line.programme.id, line.route.as_str()));
    let mut free: Vec<&Place> = places.iter().filter(|place| place.kind == kind_for(line)).collect();
    for index in 0..line.sections as usize {
        let basin = line.basins.get(index);
        let in_basin = |place: &&Place| basin.is_none() || place.establishment.basin.as_ref() == basin;
        let weights: Vec<f64> = free
            .iter()
            .map(|place| {
                if in_basin(place) {
                    f64::from(place.population)
                } else {
                    0.0
                }
            })
            .collect();
        if weights.iter().all(|weight| *weight == 0.0) {
            continue;
        }
        // One section of a programme per establishment, as the map of programmes has.
        let place = free.remove(draw.weighted(&weights));
        sections.push(school_section(line, place, &mut draw));
    }
}

fn school_section(line: &SectionParameters, place: &Place, draw: &mut Draw) -> Section {
    let seats = line.seats;
    let pressure = draw.between(0.6, 1.8);
    let filled = (pressure.min(1.0) * draw.between(0.88, 1.0)).min(1.0);
    let entrants = draw.count(f64::from(seats) * filled);
    let wishes = draw.count(f64::from(seats) * pressure);
    let selective = line.programme.level >= 5;
    Section {
        seats: Some(seats),
        // Capacity files of CAP and bac pro do not tell entrants.
        entrants: selective.then_some(entrants),
        wishes: Some(if selective {
            Wishes::Unranked(wishes * 9)
        } else {
            Wishes::First(wishes)
        }),
        // Bac pro seats are counted from 1re.
        year_of_study: Some(if line.programme.diploma == Diploma::BacPro {
            2
        } else {
            1
        }),
        ..section(&line.programme, line.route, place)
    }
}

fn section(programme: &Programme, route: Route, place: &Place) -> Section {
    Section {
        uai: place.establishment.uai.clone(),
        cfd: programme.cfd.clone(),
        mefstat: None,
        label: programme.label.clone(),
        route,
        session: SESSION,
        year_of_study: Some(1),
        seats: None,
        entrants: None,
        wishes: None,
        final_year: None,
        position: place.establishment.position,
        placeholder_seats: None,
        row: 0,
        source: SourceId::default(),
    }
}

fn centre_sections(line: &ApprenticeParameters, places: &[Place], sections: &mut Vec<Section>) {
    let mut draw = Draw::new(SEED, &format!("centres {}", line.programme.id));
    let mut free: Vec<&Place> = places.iter().filter(|place| place.kind == Kind::Centre).collect();
    let per_centre = line.final_year * DECLARED_OVER_HEADCOUNT / u32::try_from(line.centres.max(1)).unwrap_or(1);
    for index in 0..line.centres.min(free.len()) {
        let weights: Vec<f64> = free.iter().map(|place| f64::from(place.population)).collect();
        let place = free.remove(draw.weighted(&weights));
        let placeholder = index == 0 && line.centres > 5;
        sections.push(Section {
            seats: (!placeholder).then_some(per_centre),
            placeholder_seats: placeholder.then_some(PLACEHOLDER_SEATS),
            ..section(&line.programme, Route::Apprenticeship, place)
        });
    }
}

fn school_outcome(line: &SectionParameters, region: &RegionCode, parameters: &Parameters) -> Option<Outcome> {
    // InserJeunes knows neither BUT nor licence pro.
    let target = OutcomeTarget::Mefstat(final_year_code(&line.programme)?);
    let rates = rates(&line.programme, line.route, parameters)?;
    let one_cohort = f64::from(line.sections * line.seats) * 0.8;
    let scope = OutcomeScope::Region(region.clone());
    Some(outcome(scope, line.route, target, one_cohort, rates))
}

fn apprentice_outcome(line: &ApprenticeParameters, region: &RegionCode, parameters: &Parameters) -> Outcome {
    let rates = rates(&line.programme, Route::Apprenticeship, parameters).unwrap_or_default();
    let scope = OutcomeScope::Region(region.clone());
    outcome(
        scope,
        Route::Apprenticeship,
        target(&line.programme),
        f64::from(line.final_year),
        rates,
    )
}

/// One CFA publishes its own, small headcount: a rate that is not significant alone.
fn small_centre_outcome(line: &ApprenticeParameters, places: &[Place], parameters: &Parameters) -> Option<Outcome> {
    let place = places.iter().find(|place| place.kind == Kind::Centre)?;
    let rates = rates(&line.programme, Route::Apprenticeship, parameters)?;
    let headcount = f64::from(line.final_year) / f64::from(u32::try_from(line.centres.max(1)).unwrap_or(1)) / 2.0;
    let scope = OutcomeScope::Establishment(place.establishment.uai.clone());
    (headcount >= 3.0).then(|| outcome(scope, Route::Apprenticeship, target(&line.programme), headcount, rates))
}

fn target(programme: &Programme) -> OutcomeTarget {
    match &programme.cfd {
        Some(cfd) => OutcomeTarget::Cfd(cfd.clone()),
        None => OutcomeTarget::Family {
            diploma: programme.diploma.as_str().to_owned(),
            nsf: String::new(),
        },
    }
}

/// The final-year code of the usual duration.
fn final_year_code(programme: &Programme) -> Option<Mefstat11> {
    let years = programme.years?;
    let exact = programme
        .final_year_mefstats
        .iter()
        .find(|code| code.year_of_study() == years);
    exact.or(programme.final_year_mefstats.last()).cloned()
}

fn rates(programme: &Programme, route: Route, parameters: &Parameters) -> Option<Rates> {
    let key = (programme.diploma.as_str().to_owned(), route.as_str().to_owned());
    parameters.outcomes.get(&key).copied()
}

fn outcome(scope: OutcomeScope, route: Route, target: OutcomeTarget, one_cohort: f64, rates: Rates) -> Outcome {
    let mut draw = Draw::new(SEED, &format!("outcome {scope:?} {target:?}"));
    let final_year = draw.count(one_cohort * f64::from(COHORTS)).max(1);
    let continuing_rate = (rates.continuing * draw.between(0.8, 1.2)).min(0.9);
    let continuing = draw.count(f64::from(final_year) * continuing_rate);
    let employed = |rate: f64, factor: f64| Some(((rate * factor).clamp(0.05, 0.98) * 100.0).round() / 100.0);
    let luck = draw.between(0.85, 1.15);
    Outcome {
        scope,
        route,
        target,
        vintage: OUTCOME_VINTAGE.to_owned(),
        cohorts: COHORTS,
        final_year: Some(final_year),
        continuing: Some(continuing),
        leavers: Some(final_year - continuing),
        continuing_rate: Some(f64::from(continuing) / f64::from(final_year)),
        employment_rates: [
            employed(rates.employed_6_months, luck),
            employed(rates.employed_12_months, luck),
            None,
            None,
        ],
        row: 0,
        source: SourceId::default(),
    }
}
