//! The catalogue that is part of the program: nomenclatures and the tables between them (`db/reference`).

mod national;
mod programmes;
mod skills;
mod table;

use crate::domain::facts::Catalogue;
use crate::domain::id::FapCode;
use crate::domain::occupation::{
    CrosswalkLine, JobTitle, Occupation, OccupationScope, Provenance, ProximityKind, Rome, RomeProximity, SkillLevel,
};
use crate::domain::source::SourceId;
use crate::domain::territory::{Basin, Department, Position, Region, Zone};

use super::StoreError;
use table::{Row, read};

pub use national::{national_demand, national_outcomes};
pub use skills::skills;

const REGIONS: &str = include_str!("../../../db/reference/regions.csv");
const DEPARTMENTS: &str = include_str!("../../../db/reference/departments.csv");
const BASINS: &str = include_str!("../../../db/reference/basins.csv");
const ZONES: &str = include_str!("../../../db/reference/zones.csv");
const OCCUPATIONS: &str = include_str!("../../../db/reference/occupations.csv");
const ROMES: &str = include_str!("../../../db/reference/romes.csv");
const PROXIMITIES: &str = include_str!("../../../db/reference/proximities.csv");
const JOB_TITLES: &str = include_str!("../../../db/reference/job_titles.csv");
const CROSSWALK: &str = include_str!("../../../db/reference/crosswalk.csv");

/// Everything a new territory file starts from. Each list is sorted by its key.
///
/// # Errors
/// [`StoreError::Catalogue`] when a table is damaged.
pub fn embedded() -> Result<Catalogue, StoreError> {
    let mut crosswalk: Vec<CrosswalkLine> = read("crosswalk", CROSSWALK, crosswalk_lines)?
        .into_iter()
        .flatten()
        .collect();
    crosswalk.sort_by(|a, b| (&a.rome, a.qualification).cmp(&(&b.rome, b.qualification)));
    Ok(Catalogue {
        regions: read("regions", REGIONS, region)?,
        departments: read("departments", DEPARTMENTS, department)?,
        basins: read("basins", BASINS, basin)?,
        zones: read("zones", ZONES, zone)?,
        occupations: read("occupations", OCCUPATIONS, occupation)?,
        romes: read("romes", ROMES, rome)?,
        proximities: read("proximities", PROXIMITIES, proximity)?,
        crosswalk,
        programmes: programmes::all()?,
    })
}

/// Usual industrial job titles, sorted by occupation, ROME code and title.
///
/// # Errors
/// [`StoreError::Catalogue`] when the table is damaged.
pub fn job_titles() -> Result<Vec<JobTitle>, StoreError> {
    read("job_titles", JOB_TITLES, |row| {
        Ok(JobTitle {
            title: row.text("title")?.to_owned(),
            fap: row.value("fap")?,
            rome: row.optional("rome")?,
        })
    })
}

fn region(row: &Row) -> Result<Region, StoreError> {
    Ok(Region {
        code: row.value("code")?,
        name: row.text("name")?.to_owned(),
    })
}

fn department(row: &Row) -> Result<Department, StoreError> {
    Ok(Department {
        code: row.value("code")?,
        name: row.text("name")?.to_owned(),
        region: row.value("region")?,
    })
}

fn basin(row: &Row) -> Result<Basin, StoreError> {
    Ok(Basin {
        code: row.value("code")?,
        name: row.text("name")?.to_owned(),
        region: row.value("region")?,
        main_department: row.value("main_department")?,
        departments: row.list("departments")?,
        position: position(row)?,
        population: row.value("population")?,
    })
}

fn zone(row: &Row) -> Result<Zone, StoreError> {
    Ok(Zone {
        code: row.value("code")?,
        name: row.text("name")?.to_owned(),
        region: row.value("region")?,
        position: position(row)?,
        population: row.value("population")?,
    })
}

fn position(row: &Row) -> Result<Position, StoreError> {
    Ok(Position {
        lat: row.value("lat")?,
        lon: row.value("lon")?,
    })
}

fn occupation(row: &Row) -> Result<Occupation, StoreError> {
    let code: FapCode = row.value("code")?;
    let domain = row.read_as("code", |text| text.chars().next())?;
    Ok(Occupation {
        code,
        label: row.text("label")?.to_owned(),
        domain,
        domain_label: row.text("domain_label")?.to_owned(),
        scope: row.read_as("scope", OccupationScope::parse)?,
        skill: row.read_as("skill", SkillLevel::parse)?,
        typical_levels: row.list("typical_levels")?,
    })
}

fn rome(row: &Row) -> Result<Rome, StoreError> {
    Ok(Rome {
        code: row.value("code")?,
        label: row.text("label")?.to_owned(),
        parent: row.optional("parent")?,
    })
}

fn proximity(row: &Row) -> Result<RomeProximity, StoreError> {
    Ok(RomeProximity {
        from: row.value("from")?,
        to: row.value("to")?,
        kind: row.read_as("kind", ProximityKind::parse)?,
    })
}

/// One table line holds several qualification digits; the catalogue has one line per digit.
fn crosswalk_lines(row: &Row) -> Result<Vec<CrosswalkLine>, StoreError> {
    let line = CrosswalkLine {
        rome: row.value("rome")?,
        qualification: 0,
        fap: row.value("fap")?,
        fap2009: row.optional("fap2009")?,
        provenance: row.read_as("provenance", Provenance::parse)?,
        confidence: row.value("confidence")?,
        source: SourceId::CATALOGUE,
    };
    let digits = row.read_as("qualifications", |text| {
        text.chars().map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>()
    })?;
    Ok(digits
        .into_iter()
        .filter_map(|digit| u8::try_from(digit).ok())
        .map(|qualification| CrosswalkLine {
            qualification,
            ..line.clone()
        })
        .collect())
}
