//! The tables behind the demonstration, read from the files embedded in the program.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::DemoError;
use crate::domain::demand::{Commitment, NationalDemand};
use crate::domain::facts::Catalogue;
use crate::domain::id::{BasinCode, CodeError, FapCode, NafCode, ProgrammeId};
use crate::domain::programme::{Programme, Route};
use crate::domain::supply::{Outcome, OutcomeTarget};
use crate::domain::territory::Basin;
use crate::domain::units::{Milli, Range};
use crate::store::catalogue;

/// What the generator draws from.
#[derive(Debug)]
pub struct Parameters {
    pub basins: Vec<BasinParameters>,
    pub sections: Vec<SectionParameters>,
    pub apprentices: Vec<ApprenticeParameters>,
    pub needs: Vec<NeedParameters>,
    pub intensities: BTreeMap<FapCode, Intensity>,
    /// Share that goes on studying and employment at 6 and 12 months, by diploma and route, all specialities.
    pub outcomes: BTreeMap<(String, String), Rates>,
}

/// One basin of the invented region.
#[derive(Debug)]
pub struct BasinParameters {
    pub basin: Basin,
    /// Recruitment per inhabitant against the nation.
    pub industry: f64,
    /// Factor by FAP domain.
    pub strengths: BTreeMap<char, f64>,
    pub schools: Schools,
}

/// How many establishments a basin has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Schools {
    None,
    Few,
    Normal,
    Iut,
}

/// Sections of one programme.
#[derive(Debug)]
pub struct SectionParameters {
    pub programme: Programme,
    pub route: Route,
    pub sections: u32,
    pub seats: u32,
    /// Where each section stands; empty when drawn.
    pub basins: Vec<BasinCode>,
}

/// Apprentices of one programme in the whole region.
#[derive(Debug)]
pub struct ApprenticeParameters {
    pub programme: Programme,
    /// Final-year headcount of one cohort.
    pub final_year: u32,
    pub centres: usize,
}

/// One declared need.
#[derive(Debug)]
pub struct NeedParameters {
    pub employer: i64,
    pub basin: BasinCode,
    pub naf: NafCode,
    pub headcount: u32,
    pub fap: FapCode,
    pub posts: u32,
    pub year: u16,
    pub level: u8,
    pub commitment: Commitment,
}

/// National recruitment of one occupation.
#[derive(Debug, Clone, Copy)]
pub struct Intensity {
    /// Projects per inhabitant, secret cells at 2.5.
    pub per_inhabitant: f64,
    pub difficult_share: f64,
    pub seasonal_share: f64,
}

/// National outcomes of one diploma by one route.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rates {
    pub continuing: f64,
    pub employed_6_months: f64,
    pub employed_12_months: f64,
}

impl Parameters {
    /// Reads every table and looks its codes up in the catalogue.
    pub fn embedded(catalogue: &Catalogue) -> Result<Self, DemoError> {
        Ok(Self {
            basins: basins(catalogue)?,
            sections: sections(catalogue)?,
            apprentices: apprentices(catalogue)?,
            needs: needs()?,
            intensities: intensities(catalogue)?,
            outcomes: outcomes()?,
        })
    }
}

#[derive(Deserialize)]
struct BasinLine {
    basin: String,
    industry: f64,
    strengths: String,
    schools: Schools,
}

fn basins(catalogue: &Catalogue) -> Result<Vec<BasinParameters>, DemoError> {
    const TABLE: &str = "demo/basins.csv";
    let lines: Vec<BasinLine> = table(TABLE, include_str!("../../../assets/demo/basins.csv"))?;
    let read = |line: BasinLine| {
        let found = catalogue.basins.iter().find(|b| b.code.as_str() == line.basin);
        Ok(BasinParameters {
            basin: known(TABLE, &line.basin, found)?.clone(),
            industry: line.industry,
            strengths: strengths(TABLE, &line.strengths)?,
            schools: line.schools,
        })
    };
    lines.into_iter().map(read).collect()
}

/// `D=1.6;E=0.7`.
fn strengths(table: &'static str, text: &str) -> Result<BTreeMap<char, f64>, DemoError> {
    let one = |part: &str| {
        let (domain, factor) = part.split_once('=')?;
        Some((domain.chars().next()?, factor.parse().ok()?))
    };
    text.split(';')
        .filter(|part| !part.is_empty())
        .map(|part| known(table, part, one(part)))
        .collect()
}

#[derive(Deserialize)]
struct SectionLine {
    programme: String,
    route: String,
    sections: u32,
    seats: u32,
    basins: String,
}

fn sections(catalogue: &Catalogue) -> Result<Vec<SectionParameters>, DemoError> {
    const TABLE: &str = "demo/sections.csv";
    let lines: Vec<SectionLine> = table(TABLE, include_str!("../../../assets/demo/sections.csv"))?;
    let read = |line: SectionLine| {
        let places = line.basins.split(';').filter(|code| !code.is_empty());
        Ok(SectionParameters {
            programme: programme(TABLE, catalogue, &line.programme)?,
            route: known(TABLE, &line.route, Route::parse(&line.route))?,
            sections: line.sections,
            seats: line.seats,
            basins: places
                .map(|code| coded(TABLE, BasinCode::parse(code)))
                .collect::<Result<_, _>>()?,
        })
    };
    lines.into_iter().map(read).collect()
}

#[derive(Deserialize)]
struct ApprenticeLine {
    programme: String,
    final_year: u32,
    centres: usize,
}

fn apprentices(catalogue: &Catalogue) -> Result<Vec<ApprenticeParameters>, DemoError> {
    const TABLE: &str = "demo/apprentices.csv";
    let lines: Vec<ApprenticeLine> = table(TABLE, include_str!("../../../assets/demo/apprentices.csv"))?;
    let read = |line: ApprenticeLine| {
        Ok(ApprenticeParameters {
            programme: programme(TABLE, catalogue, &line.programme)?,
            final_year: line.final_year,
            centres: line.centres,
        })
    };
    lines.into_iter().map(read).collect()
}

#[derive(Deserialize)]
struct NeedLine {
    employer: i64,
    basin: String,
    naf: String,
    headcount: u32,
    fap: String,
    posts: u32,
    year: u16,
    level: u8,
    commitment: String,
}

fn needs() -> Result<Vec<NeedParameters>, DemoError> {
    const TABLE: &str = "demo/employers.csv";
    let lines: Vec<NeedLine> = table(TABLE, include_str!("../../../assets/demo/employers.csv"))?;
    let read = |line: NeedLine| {
        Ok(NeedParameters {
            employer: line.employer,
            basin: coded(TABLE, BasinCode::parse(&line.basin))?,
            naf: coded(TABLE, NafCode::parse(&line.naf))?,
            headcount: line.headcount,
            fap: coded(TABLE, FapCode::parse(&line.fap))?,
            posts: line.posts,
            year: line.year,
            level: line.level,
            commitment: known(TABLE, &line.commitment, Commitment::parse(&line.commitment))?,
        })
    };
    lines.into_iter().map(read).collect()
}

fn intensities(catalogue: &Catalogue) -> Result<BTreeMap<FapCode, Intensity>, DemoError> {
    let inhabitants: f64 = catalogue.basins.iter().map(|basin| f64::from(basin.population)).sum();
    let read = |line: NationalDemand| {
        let projects = line.projects().central.people();
        // A star hides 0 to 4 difficult projects: 2, as for seasonal ones (ruling 9.4).
        let difficult = line.difficult.with_star(Range::exact(Milli::whole(2))).central.people();
        let share = |part: f64| (part / projects.max(1.0)).min(1.0);
        let intensity = Intensity {
            per_inhabitant: projects / inhabitants.max(1.0),
            difficult_share: share(difficult),
            seasonal_share: share(line.seasonal().central.people()),
        };
        (line.fap, intensity)
    };
    Ok(catalogue::national_demand()?.into_iter().map(read).collect())
}

fn outcomes() -> Result<BTreeMap<(String, String), Rates>, DemoError> {
    let all_specialities = |outcome: Outcome| match outcome.target {
        OutcomeTarget::Family { diploma, nsf } if nsf.is_empty() => {
            let [at_6_months, at_12_months, ..] = outcome.employment_rates;
            let rates = Rates {
                continuing: outcome.continuing_rate.unwrap_or_default(),
                employed_6_months: at_6_months.unwrap_or_default(),
                employed_12_months: at_12_months.unwrap_or_default(),
            };
            Some(((diploma, outcome.route.as_str().to_owned()), rates))
        }
        _ => None,
    };
    let national = catalogue::national_outcomes()?;
    Ok(national.into_iter().filter_map(all_specialities).collect())
}

fn table<T: DeserializeOwned>(table: &'static str, text: &str) -> Result<Vec<T>, DemoError> {
    let lines: Result<Vec<T>, csv::Error> = csv::Reader::from_reader(text.as_bytes()).deserialize().collect();
    lines.map_err(|source| DemoError::Table { table, source })
}

fn coded<T>(table: &'static str, code: Result<T, CodeError>) -> Result<T, DemoError> {
    code.map_err(|source| DemoError::Code { table, source })
}

fn known<T>(table: &'static str, value: &str, found: Option<T>) -> Result<T, DemoError> {
    found.ok_or_else(|| DemoError::Unknown {
        table,
        value: value.to_owned(),
    })
}

fn programme(table: &'static str, catalogue: &Catalogue, id: &str) -> Result<Programme, DemoError> {
    let id = coded(table, ProgrammeId::parse(id))?;
    let found = catalogue.programmes.iter().find(|programme| programme.id == id);
    known(table, id.as_str(), found).cloned()
}
