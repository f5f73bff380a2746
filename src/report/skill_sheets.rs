//! Tables of skills as data: made once for the screen, the terminal and files.

mod iut;

pub use iut::{iut_by_basin, iut_by_speciality, iut_continuing, iut_occupations, iut_skills, iut_years};

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json, json};

use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, SkillCode, Uai};
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, text};
use crate::market::gap::Gap;
use crate::market::skills::{HoursRule, LocalSection, SkillBook, SkillGround, SkillLine, parts};

/// A table of skills.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillSheet {
    /// Stable name, of files and of its title (`skill-sheet-<name>`).
    pub name: &'static str,
    pub columns: Vec<SkillColumn>,
    pub rows: Vec<SkillRow>,
}

/// A column: its stable name, and its title where no text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillColumn {
    /// Of files, and of its title (`skill-column-<name>`, dashes for underscores).
    pub name: String,
    pub title: Option<String>,
    pub kind: SkillKind,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkillKind {
    Code,
    Words,
    Number,
    Share,
}

/// A line and what it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillRow {
    pub key: SkillRowKey,
    pub cells: Vec<SkillValue>,
}

/// What a line stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkillRowKey {
    Skill(SkillCode),
    Occupation(FapCode),
    Programme(ProgrammeId),
    Section(Uai, ProgrammeId),
    Module(i64),
    Iut(Uai, String),
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum SkillValue {
    Words(String),
    Estimate(Estimate),
    People(Milli),
    Share(Range<f64>),
    Count(i64),
    /// « n.d. »: not known, which is not 0.
    Unknown,
    /// Nothing to say.
    Nothing,
}

impl SkillColumn {
    /// Its title in a language.
    pub fn words(&self, lang: Lang) -> String {
        let of_texts = || text(lang, &format!("skill-column-{}", self.name.replace('_', "-")));
        self.title.clone().unwrap_or_else(of_texts)
    }
}

impl SkillValue {
    /// As people read it.
    pub fn shown(&self, lang: Lang) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Estimate(estimate) => i18n::range(lang, *estimate),
            Self::People(people) => i18n::decimal(lang, people.people(), 1),
            Self::Share(share) => i18n::percent(lang, share.central),
            Self::Count(count) => i18n::integer(lang, *count),
            Self::Unknown => i18n::decimal(lang, f64::NAN, 0),
            Self::Nothing => "–".to_owned(),
        }
    }

    fn json(&self) -> Json {
        let ends = |low: f64, central: f64, high: f64| json!({ "low": low, "central": central, "high": high });
        match self {
            Self::Words(words) => json!(words),
            Self::Estimate(e) => ends(e.low.people(), e.central.people(), e.high.people()),
            Self::People(people) => json!(people.people()),
            Self::Share(share) => ends(share.low, share.central, share.high),
            Self::Count(count) => json!(count),
            Self::Unknown | Self::Nothing => Json::Null,
        }
    }

    fn csv(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Estimate(e) => e.central.people().to_string(),
            Self::People(people) => people.people().to_string(),
            Self::Share(share) => format!("{:.4}", share.central),
            Self::Count(count) => count.to_string(),
            Self::Unknown | Self::Nothing => String::new(),
        }
    }
}

impl SkillSheet {
    fn new(name: &'static str, columns: &[(&str, SkillKind)]) -> Self {
        let column = |(name, kind): &(&str, SkillKind)| SkillColumn {
            name: (*name).to_owned(),
            title: None,
            kind: *kind,
        };
        Self {
            name,
            columns: columns.iter().map(column).collect(),
            rows: Vec::new(),
        }
    }

    fn push(&mut self, key: SkillRowKey, cells: Vec<SkillValue>) {
        self.rows.push(SkillRow { key, cells });
    }

    /// The rows as objects, ranges with their ends.
    pub fn json(&self) -> Json {
        let object = |row: &SkillRow| {
            let names = self.columns.iter().map(|c| c.name.clone());
            Json::Object(names.zip(row.cells.iter().map(SkillValue::json)).collect::<Map<_, _>>())
        };
        Json::Array(self.rows.iter().map(object).collect())
    }

    /// Names of columns, then rows: central values, empty where not known.
    pub fn records(&self) -> Vec<Vec<String>> {
        let header = self.columns.iter().map(|c| c.name.clone()).collect();
        let rows = self
            .rows
            .iter()
            .map(|row| row.cells.iter().map(SkillValue::csv).collect());
        std::iter::once(header).chain(rows).collect()
    }
}

use SkillKind::{Code, Number, Share, Words};

fn words(text: impl Into<String>) -> SkillValue {
    SkillValue::Words(text.into())
}

fn count(number: usize) -> SkillValue {
    SkillValue::Count(i64::try_from(number).unwrap_or(i64::MAX))
}

fn hours(number: u32) -> SkillValue {
    SkillValue::Count(i64::from(number))
}

fn known<T>(value: Option<T>, shown: impl Fn(T) -> SkillValue) -> SkillValue {
    value.map_or(SkillValue::Unknown, shown)
}

/// Words of the field of a skill; those of an official table have none.
fn field(ground: &SkillGround<'_>, skill: &SkillCode, lang: Lang) -> String {
    let key = ground.field(skill).unwrap_or("official");
    text(lang, &format!("skill-field-{key}"))
}

/// Every skill a table names, or those an occupation wants: who wants it, who teaches it.
pub fn list(facts: &Facts, occupation: Option<&FapCode>, lang: Lang) -> SkillSheet {
    let ground = SkillGround::new(facts);
    let columns = [
        ("skill", Code),
        ("label", Words),
        ("field", Words),
        ("importance", Words),
        ("occupations", Number),
        ("programmes", Number),
    ];
    let mut sheet = SkillSheet::new("list", &columns);
    for skill in ground.skills() {
        let wanted = occupation.map(|fap| ground.wanted(fap).find(|(code, _)| *code == skill));
        if wanted == Some(None) {
            continue;
        }
        let importance = wanted
            .flatten()
            .map(|(_, i)| text(lang, &format!("skill-importance-{}", i.as_str())));
        let cells = vec![
            words(skill.as_str()),
            words(ground.label(skill, lang)),
            words(field(&ground, skill, lang)),
            importance.map_or(SkillValue::Nothing, words),
            count(ground.occupations(skill).len()),
            if ground.is_known_taught(skill) {
                count(ground.programmes(skill))
            } else {
                SkillValue::Unknown
            },
        ];
        sheet.push(SkillRowKey::Skill(skill.clone()), cells);
    }
    sheet
}

/// Skills of a place, those most posts lack first.
pub fn missing(facts: &Facts, lines: &[SkillLine], lang: Lang) -> SkillSheet {
    let ground = SkillGround::new(facts);
    let columns = [
        ("skill", Code),
        ("label", Words),
        ("need", Number),
        ("taught", Number),
        ("unfilled", Number),
        ("missing", Number),
        ("coverage", Share),
        ("planned", Share),
        ("core", Number),
        ("reach", Number),
        ("field", Words),
    ];
    let mut sheet = SkillSheet::new("missing", &columns);
    for line in lines {
        let cells = vec![
            words(line.skill.as_str()),
            words(ground.label(&line.skill, lang)),
            SkillValue::Estimate(line.need),
            known(line.taught, |people| SkillValue::Estimate(Range::exact(people))),
            SkillValue::Estimate(line.unfilled),
            known(line.missing(), SkillValue::Estimate),
            known(line.coverage(), SkillValue::Share),
            known(line.planned_coverage(), SkillValue::Share),
            SkillValue::Estimate(line.core),
            known(line.reach, SkillValue::Estimate),
            words(field(&ground, &line.skill, lang)),
        ];
        sheet.push(SkillRowKey::Skill(line.skill.clone()), cells);
    }
    sheet
}

/// Who wants a skill in a place: the occupations whose figures add up to its line.
pub fn wanting(facts: &Facts, gap: &Gap, (skill, place): (&SkillCode, Option<&BasinCode>), lang: Lang) -> SkillSheet {
    let names = facts.catalogue.names();
    let columns = [
        ("occupation", Code),
        ("occupation_label", Words),
        ("importance", Words),
        ("need", Number),
        ("taught", Number),
        ("unfilled", Number),
    ];
    let mut sheet = SkillSheet::new("skill-occupations", &columns);
    for part in parts(facts, gap, skill, place) {
        let importance = match part.importance {
            Some(importance) => text(lang, &format!("skill-importance-{}", importance.as_str())),
            None => text(lang, "skill-importance-declared"),
        };
        let cells = vec![
            words(part.fap.as_str()),
            words(names.occupation(&part.fap).unwrap_or(part.fap.as_str())),
            words(importance),
            SkillValue::Estimate(part.need),
            known(part.taught, |people| SkillValue::Estimate(Range::exact(people))),
            SkillValue::Estimate(part.unfilled),
        ];
        sheet.push(SkillRowKey::Occupation(part.fap), cells);
    }
    sheet
}

/// Who teaches a skill: programmes of the territory, everywhere or by a local module, with their leavers in the field.
pub fn teaching(facts: &Facts, gap: &Gap, skill: &SkillCode, lang: Lang) -> SkillSheet {
    let ground = SkillGround::new(facts);
    let columns = [
        ("programme", Words),
        ("level", Number),
        ("teaching", Words),
        ("in_field", Number),
        ("code", Code),
    ];
    let mut sheet = SkillSheet::new("skill-programmes", &columns);
    for programme in &facts.catalogue.programmes {
        let own = gap.supplies.iter().filter(|s| s.home && s.programme == programme.id);
        let local = ground
            .modules()
            .iter()
            .any(|m| m.programme == programme.id && m.skill == *skill);
        let state = match (ground.teaches(&programme.id, skill), local) {
            (true, _) => "national",
            (false, true) => "local",
            (false, false) => continue,
        };
        if own.clone().next().is_none() {
            continue;
        }
        let cells = vec![
            words(format!("{} {}", programme.diploma.as_str(), programme.label)),
            SkillValue::Count(i64::from(programme.level)),
            words(text(lang, &format!("skill-teaching-{state}"))),
            SkillValue::Estimate(own.map(|supply| supply.in_field).sum()),
            words(programme.id.as_str()),
        ];
        sheet.push(SkillRowKey::Programme(programme.id.clone()), cells);
    }
    sheet
}

/// Coverage of each skill in each basin, the skills most posts of the territory lack first; nothing where no post of the basin wants it.
pub fn matrix(facts: &Facts, book: &SkillBook, lang: Lang) -> SkillSheet {
    let ground = SkillGround::new(facts);
    let names = facts.catalogue.names();
    let mut sheet = SkillSheet::new("matrix", &[("skill", Code), ("label", Words), ("coverage", Share)]);
    sheet
        .columns
        .extend(book.table.basins.iter().map(|(basin, _)| SkillColumn {
            name: basin.to_string(),
            title: Some(names.basin(basin).unwrap_or(basin.as_str()).to_owned()),
            kind: Share,
        }));
    for line in &book.table.territory {
        let coverage = |line: &SkillLine| known(line.coverage(), SkillValue::Share);
        let of_basin = |(_, lines): &(BasinCode, Vec<SkillLine>)| {
            let found = lines.iter().find(|other| other.skill == line.skill);
            found
                .filter(|l| l.need.central > Milli::ZERO)
                .map_or(SkillValue::Nothing, coverage)
        };
        let mut cells = vec![
            words(line.skill.as_str()),
            words(ground.label(&line.skill, lang)),
            coverage(line),
        ];
        cells.extend(book.table.basins.iter().map(of_basin));
        sheet.push(SkillRowKey::Skill(line.skill.clone()), cells);
    }
    sheet
}

/// Skills a programme teaches, or that the posts of its outlets want, with the posts of the territory that want them.
pub fn programme(facts: &Facts, gap: &Gap, id: &ProgrammeId, lang: Lang) -> SkillSheet {
    let ground = SkillGround::new(facts);
    let outlets = crate::market::skills::outlets(facts, id);
    let columns = [
        ("skill", Code),
        ("label", Words),
        ("teaching", Words),
        ("outlets", Number),
        ("unfilled", Number),
        ("field", Words),
    ];
    let mut sheet = SkillSheet::new("programme", &columns);
    for skill in ground.skills() {
        let wanting: Vec<&FapCode> = outlets
            .iter()
            .filter(|fap| ground.wanted(fap).any(|(code, _)| code == skill))
            .collect();
        let national = ground.teaches(id, skill);
        let modules = ground
            .modules()
            .iter()
            .filter(|m| m.programme == *id && m.skill == *skill);
        let state = match (national, modules.count()) {
            (true, _) => "national",
            (false, 0) => "absent",
            (false, _) => "local",
        };
        if !national && wanting.is_empty() {
            continue;
        }
        let cells = gap.cells.iter().filter(|cell| wanting.contains(&&cell.fap));
        let unfilled: Estimate = cells.map(|cell| cell.figures.unfilled).sum();
        let row = vec![
            words(skill.as_str()),
            words(ground.label(skill, lang)),
            words(text(lang, &format!("skill-teaching-{state}"))),
            count(wanting.len()),
            SkillValue::Estimate(unfilled),
            words(field(&ground, skill, lang)),
        ];
        sheet.push(SkillRowKey::Skill(skill.clone()), row);
    }
    let posts = |row: &SkillRow| match row.cells[4] {
        SkillValue::Estimate(posts) => posts.central,
        _ => Milli::ZERO,
    };
    sheet
        .rows
        .sort_by(|a, b| posts(b).cmp(&posts(a)).then_with(|| a.key.cmp(&b.key)));
    sheet
}

/// Programmes of the territory that lead to an occupation of the gap: what they teach, and what their outlets want besides.
pub fn programmes(facts: &Facts, gap: &Gap) -> SkillSheet {
    let ground = SkillGround::new(facts);
    let columns = [
        ("programme", Words),
        ("level", Number),
        ("taught_skills", Number),
        ("lacking_skills", Number),
        ("in_field", Number),
        ("unfilled", Number),
        ("code", Code),
    ];
    let mut sheet = SkillSheet::new("programmes", &columns);
    let mut known: BTreeMap<&ProgrammeId, Estimate> = BTreeMap::new();
    for supply in gap.supplies.iter().filter(|supply| supply.home) {
        *known.entry(&supply.programme).or_default() += supply.in_field;
    }
    for programme in &facts.catalogue.programmes {
        let Some(in_field) = known.get(&programme.id) else {
            continue;
        };
        let outlets = crate::market::skills::outlets(facts, &programme.id);
        let wanted: BTreeSet<&SkillCode> = outlets
            .iter()
            .flat_map(|fap| ground.wanted(fap).map(|(s, _)| s))
            .collect();
        let lacking = wanted
            .iter()
            .filter(|skill| !ground.teaches(&programme.id, skill))
            .count();
        let posts = gap.cells.iter().filter(|cell| outlets.contains(&cell.fap));
        let cells = vec![
            words(format!("{} {}", programme.diploma.as_str(), programme.label)),
            SkillValue::Count(i64::from(programme.level)),
            count(ground.taught(&programme.id).count()),
            count(lacking),
            SkillValue::Estimate(*in_field),
            SkillValue::Estimate(posts.map(|cell| cell.figures.unfilled).sum()),
            words(programme.id.as_str()),
        ];
        sheet.push(SkillRowKey::Programme(programme.id.clone()), cells);
    }
    sheet
}

/// Sections with hours of their own: their hours, what they reach, what is proposed. Those with a local share first, then most posts first.
pub fn local<'s>(sections: impl Iterator<Item = &'s LocalSection>) -> SkillSheet {
    let columns = [
        ("establishment", Words),
        ("programme", Words),
        ("left_hours", Number),
        ("proposed", Number),
        ("posts", Number),
        ("unfilled", Number),
        ("in_field", Number),
        ("local_hours", Number),
        ("used_hours", Number),
        ("modules", Number),
        ("proposed_hours", Number),
        ("uai", Code),
        ("code", Code),
    ];
    let mut sheet = SkillSheet::new("local", &columns);
    let mut sections: Vec<&LocalSection> = sections.collect();
    let coloured = |section: &LocalSection| section.budget.rule == HoursRule::Coloration;
    sections.sort_by_key(|s| (coloured(s), std::cmp::Reverse(s.proposal.posts)));
    for section in sections {
        let proposed = &section.proposal.modules;
        let cells = vec![
            words(section.establishment.as_deref().unwrap_or(section.uai.as_str())),
            words(format!("{} {}", section.diploma.as_str(), section.label)),
            hours(section.budget.left()),
            count(proposed.len()),
            SkillValue::People(section.proposal.posts),
            SkillValue::Estimate(section.unfilled),
            SkillValue::Estimate(section.in_field),
            hours(section.budget.local),
            hours(section.budget.used),
            count(section.modules.len()),
            hours(proposed.iter().map(|m| m.hours).sum()),
            words(section.uai.as_str()),
            words(section.programme.as_str()),
        ];
        sheet.push(
            SkillRowKey::Section(section.uai.clone(), section.programme.clone()),
            cells,
        );
    }
    sheet
}

/// Skills a section could teach in its own hours, those of the proposal with their year.
pub fn candidates(facts: &Facts, section: &LocalSection, lang: Lang) -> SkillSheet {
    let ground = SkillGround::new(facts);
    let columns = [
        ("skill", Code),
        ("label", Words),
        ("hours", Number),
        ("posts", Number),
        ("posts_per_hour", Number),
        ("study_year", Number),
    ];
    let mut sheet = SkillSheet::new("candidates", &columns);
    for candidate in &section.candidates {
        let chosen = section.proposal.modules.iter().find(|m| m.skill == candidate.skill);
        let cells = vec![
            words(candidate.skill.as_str()),
            words(ground.label(&candidate.skill, lang)),
            hours(candidate.hours),
            SkillValue::Estimate(candidate.posts),
            SkillValue::People(Milli(candidate.posts.central.0 / i64::from(candidate.hours.max(1)))),
            chosen.map_or(SkillValue::Nothing, |m| SkillValue::Count(i64::from(m.year_of_study))),
        ];
        sheet.push(SkillRowKey::Skill(candidate.skill.clone()), cells);
    }
    sheet
}

/// The modules of a file, or of one section.
pub fn modules<'m>(
    facts: &Facts,
    modules: impl Iterator<Item = &'m crate::domain::skill::LocalModule>,
    lang: Lang,
) -> SkillSheet {
    let ground = SkillGround::new(facts);
    let columns = [
        ("module", Number),
        ("uai", Code),
        ("programme", Words),
        ("skill", Code),
        ("label", Words),
        ("hours", Number),
        ("study_year", Number),
        ("rentree", Code),
        ("status", Words),
        ("note", Words),
    ];
    let mut sheet = SkillSheet::new("modules", &columns);
    for module in modules {
        let programme = facts.catalogue.programmes.iter().find(|p| p.id == module.programme);
        let programme = programme.map_or_else(
            || module.programme.to_string(),
            |p| format!("{} {}", p.diploma.as_str(), p.label),
        );
        let cells = vec![
            SkillValue::Count(module.id),
            words(module.uai.as_str()),
            words(programme),
            words(module.skill.as_str()),
            words(ground.label(&module.skill, lang)),
            hours(module.hours),
            SkillValue::Count(i64::from(module.year_of_study)),
            words(module.rentree.to_string()),
            words(text(lang, &format!("skill-module-{}", module.status.as_str()))),
            words(module.note.as_str()),
        ];
        sheet.push(SkillRowKey::Module(module.id), cells);
    }
    sheet
}
