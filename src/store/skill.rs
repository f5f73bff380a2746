//! Skills as stored: those imported tables tell by source, those wanted on needs, and the modules of establishments.

use std::cmp::Ordering;

use rusqlite::{Connection, Row, Statement, params};

use super::cells;
use super::layer::{self, Fact, Layouts};
use crate::domain::id::SkillCode;
use crate::domain::skill::{Importance, LocalModule, ModuleStatus, NeedSkill, ProgrammeSkill, RomeSkill, Skills};
use crate::domain::source::SourceId;

/// What the file knows of skills, without the list of the program.
pub(super) fn skills(connection: &Connection, layouts: &Layouts) -> rusqlite::Result<Skills> {
    Ok(Skills {
        romes: layer::facts(connection, layouts)?,
        programmes: layer::facts(connection, layouts)?,
        needs: needs(connection)?,
        modules: modules(connection)?,
        ..Skills::default()
    })
}

/// The key is the ROME code: the newest file that knows a code tells all its skills.
impl Fact for RomeSkill {
    const TABLE: &'static str = "rome_skill";
    const INSERT: &'static str = include_str!("../../db/queries/rome_skill/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/rome_skill/all.sql");

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![
            source.0,
            self.rome.as_str(),
            self.skill.as_str(),
            self.label,
            self.importance.as_str(),
            self.row,
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_rome_skill(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        self.rome.cmp(&other.rome)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        let said = |fact: &Self| (fact.skill.clone(), fact.label.clone(), fact.importance);
        said(self) == said(other)
    }

    fn title(&self) -> String {
        self.rome.to_string()
    }

    fn summary(&self) -> String {
        format!("{} · {} · {}", self.skill, self.label, self.importance.as_str())
    }
}

fn row_to_rome_skill(row: &Row<'_>) -> rusqlite::Result<RomeSkill> {
    Ok(RomeSkill {
        rome: cells::code(row, 1)?,
        skill: cells::code(row, 2)?,
        label: row.get(3)?,
        importance: cells::word(row, 4, Importance::parse)?,
        row: row.get(5)?,
        source: SourceId(row.get(0)?),
    })
}

/// The key is the diploma: the newest file that knows a diploma tells all its skills.
impl Fact for ProgrammeSkill {
    const TABLE: &'static str = "programme_skill";
    const INSERT: &'static str = include_str!("../../db/queries/programme_skill/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/programme_skill/all.sql");

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![
            source.0,
            self.cfd.as_str(),
            self.skill.as_str(),
            self.label,
            self.row
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_programme_skill(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        self.cfd.cmp(&other.cfd)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        (&self.skill, &self.label) == (&other.skill, &other.label)
    }

    fn title(&self) -> String {
        self.cfd.to_string()
    }

    fn summary(&self) -> String {
        format!("{} · {}", self.skill, self.label)
    }
}

fn row_to_programme_skill(row: &Row<'_>) -> rusqlite::Result<ProgrammeSkill> {
    Ok(ProgrammeSkill {
        cfd: cells::code(row, 1)?,
        skill: cells::code(row, 2)?,
        label: row.get(3)?,
        row: row.get(4)?,
        source: SourceId(row.get(0)?),
    })
}

fn needs(connection: &Connection) -> rusqlite::Result<Vec<NeedSkill>> {
    let told = |row: &Row<'_>| {
        Ok(NeedSkill {
            need: row.get(0)?,
            skill: cells::code(row, 1)?,
        })
    };
    connection
        .prepare_cached(include_str!("../../db/queries/need_skill/all.sql"))?
        .query_map([], told)?
        .collect()
}

/// Makes the skills wanted on a need those of a list; what stays is not touched.
pub(super) fn put_of_need(connection: &Connection, need: i64, skills: &[SkillCode]) -> rusqlite::Result<()> {
    let known = needs(connection)?;
    let known: Vec<&SkillCode> = known.iter().filter(|n| n.need == need).map(|n| &n.skill).collect();
    for gone in known.iter().filter(|skill| !skills.contains(skill)) {
        let sql = include_str!("../../db/queries/need_skill/delete.sql");
        connection.prepare_cached(sql)?.execute(params![need, gone.as_str()])?;
    }
    for new in skills.iter().filter(|skill| !known.contains(skill)) {
        let sql = include_str!("../../db/queries/need_skill/insert.sql");
        connection.prepare_cached(sql)?.execute(params![need, new.as_str()])?;
    }
    Ok(())
}

/// Takes away the skills wanted on a need.
pub(super) fn delete_of_need(connection: &Connection, need: i64) -> rusqlite::Result<()> {
    let sql = include_str!("../../db/queries/need_skill/delete_of_need.sql");
    connection.prepare_cached(sql)?.execute([need])?;
    Ok(())
}

/// Takes away the skills wanted on the needs of an employer.
pub(super) fn delete_of_employer(connection: &Connection, employer: i64) -> rusqlite::Result<()> {
    let sql = include_str!("../../db/queries/need_skill/delete_of_employer.sql");
    connection.prepare_cached(sql)?.execute([employer])?;
    Ok(())
}

fn modules(connection: &Connection) -> rusqlite::Result<Vec<LocalModule>> {
    connection
        .prepare_cached(include_str!("../../db/queries/local_module/all.sql"))?
        .query_map([], row_to_module)?
        .collect()
}

/// Writes a new module; its key.
pub(super) fn insert_module(connection: &Connection, module: &LocalModule) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(include_str!("../../db/queries/local_module/insert.sql"))?
        .insert(params![
            module.uai.as_str(),
            module.programme.as_str(),
            module.skill.as_str(),
            module.hours,
            module.year_of_study,
            module.rentree,
            module.status.as_str(),
            module.note,
        ])
}

/// Rewrites a known module; how many there were.
pub(super) fn update_module(connection: &Connection, module: &LocalModule) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(include_str!("../../db/queries/local_module/update.sql"))?
        .execute(params![
            module.uai.as_str(),
            module.programme.as_str(),
            module.skill.as_str(),
            module.hours,
            module.year_of_study,
            module.rentree,
            module.status.as_str(),
            module.note,
            module.id,
        ])
}

/// Takes a module away; how many there were.
pub(super) fn delete_module(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(include_str!("../../db/queries/local_module/delete.sql"))?
        .execute([id])
}

fn row_to_module(row: &Row<'_>) -> rusqlite::Result<LocalModule> {
    Ok(LocalModule {
        id: row.get(0)?,
        uai: cells::code(row, 1)?,
        programme: cells::code(row, 2)?,
        skill: cells::code(row, 3)?,
        hours: row.get(4)?,
        year_of_study: row.get(5)?,
        rentree: row.get(6)?,
        status: cells::word(row, 7, ModuleStatus::parse)?,
        note: row.get(8)?,
    })
}
