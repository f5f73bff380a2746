//! Skills of the embedded catalogue: the list of the program in its own words, until official tables replace it.

use crate::domain::skill::{Importance, OccupationSkill, Skill, Skills, TaughtRule};
use crate::store::StoreError;

use super::table::{Row, read};

const SKILLS: &str = include_str!("../../../db/reference/skills.csv");
const OCCUPATIONS: &str = include_str!("../../../db/reference/occupation_skills.csv");
const PROGRAMMES: &str = include_str!("../../../db/reference/programme_skills.csv");

/// The list of the program: skills by code, what occupations want, what groups of specialities teach level by level.
///
/// # Errors
/// [`StoreError::Catalogue`] when a table is damaged.
pub fn skills() -> Result<Skills, StoreError> {
    Ok(Skills {
        list: read("skills", SKILLS, skill)?,
        occupations: read("occupation_skills", OCCUPATIONS, occupation)?,
        rules: read("programme_skills", PROGRAMMES, rule)?,
        ..Skills::default()
    })
}

fn skill(row: &Row) -> Result<Skill, StoreError> {
    Ok(Skill {
        code: row.value("code")?,
        field: row.text("field")?.to_owned(),
        label_fr: row.text("label_fr")?.to_owned(),
        label_en: row.text("label_en")?.to_owned(),
    })
}

fn occupation(row: &Row) -> Result<OccupationSkill, StoreError> {
    Ok(OccupationSkill {
        fap: row.value("fap")?,
        skill: row.value("skill")?,
        importance: row.read_as("importance", Importance::parse)?,
    })
}

fn rule(row: &Row) -> Result<TaughtRule, StoreError> {
    Ok(TaughtRule {
        nsf: row.text("nsf")?.to_owned(),
        skill: row.value("skill")?,
        levels: row.list("levels")?,
    })
}
