//! Tables of the steering view of IUTs.

use super::SkillKind::{Code, Number, Words};
use super::{SkillRow, SkillRowKey, SkillSheet, SkillValue, count, hours, known, words};
use crate::domain::facts::Facts;
use crate::i18n::{Lang, text};
use crate::market::skills::{Iut, SkillGround, YEARS};

fn iut_name(iut: &Iut) -> SkillValue {
    words(iut.name.as_deref().unwrap_or(iut.uai.as_str()))
}

fn of_iut(iut: &Iut, what: &impl ToString) -> SkillRowKey {
    SkillRowKey::Iut(iut.uai.clone(), what.to_string())
}

/// The Region's reading: each basin, with the IUTs that reach its posts.
pub fn iut_by_basin<'i>(facts: &Facts, iuts: impl Iterator<Item = &'i Iut>) -> SkillSheet {
    let names = facts.catalogue.names();
    let columns = [
        ("basin", Words),
        ("establishment", Words),
        ("departments", Number),
        ("need", Number),
        ("unfilled", Number),
        ("left_hours", Number),
        ("uai", Code),
    ];
    let mut sheet = SkillSheet::new("iut-basins", &columns);
    for iut in iuts {
        for (basin, posts) in &iut.places {
            let reaching = iut
                .departments
                .iter()
                .filter(|d| d.section.cells.iter().any(|(b, _)| b == basin));
            let left = reaching.clone().map(|d| d.section.budget.left()).sum();
            let cells = vec![
                words(names.basin(basin).unwrap_or(basin.as_str())),
                iut_name(iut),
                count(reaching.count()),
                SkillValue::Estimate(posts.need),
                SkillValue::Estimate(posts.unfilled),
                hours(left),
                words(iut.uai.as_str()),
            ];
            sheet.push(of_iut(iut, basin), cells);
        }
    }
    let basin = |row: &SkillRow| (row.cells[0].shown(Lang::Fr), row.key.clone());
    sheet.rows.sort_by_key(basin);
    sheet
}

/// The ministry's reading: each speciality, with the IUTs that teach it.
pub fn iut_by_speciality<'i>(iuts: impl Iterator<Item = &'i Iut>) -> SkillSheet {
    let columns = [
        ("speciality", Words),
        ("programme", Words),
        ("establishment", Words),
        ("seats", Number),
        ("entrants", Number),
        ("final_year", Number),
        ("in_field", Number),
        ("local_hours", Number),
        ("used_hours", Number),
        ("unfilled", Number),
        ("uai", Code),
    ];
    let mut sheet = SkillSheet::new("iut-specialities", &columns);
    for iut in iuts {
        for department in &iut.departments {
            let section = &department.section;
            let cells = vec![
                words(department.speciality.as_str()),
                words(section.label.as_str()),
                iut_name(iut),
                known(section.seats, hours),
                SkillValue::Estimate(department.entrants),
                known(department.final_year, SkillValue::People),
                SkillValue::Estimate(section.in_field),
                hours(section.budget.local),
                hours(section.budget.used),
                SkillValue::Estimate(section.unfilled),
                words(iut.uai.as_str()),
            ];
            sheet.push(of_iut(iut, &section.programme), cells);
        }
    }
    let speciality = |row: &SkillRow| {
        (
            row.cells[0].shown(Lang::Fr),
            row.cells[1].shown(Lang::Fr),
            row.key.clone(),
        )
    };
    sheet.rows.sort_by_key(speciality);
    sheet
}

/// The occupations whose posts an IUT reaches.
pub fn iut_occupations(facts: &Facts, iut: &Iut) -> SkillSheet {
    let names = facts.catalogue.names();
    let columns = [
        ("occupation", Code),
        ("label", Words),
        ("need", Number),
        ("unfilled", Number),
    ];
    let mut sheet = SkillSheet::new("iut-occupations", &columns);
    for (fap, posts) in &iut.occupations {
        let cells = vec![
            words(fap.as_str()),
            words(names.occupation(fap).unwrap_or(fap.as_str())),
            SkillValue::Estimate(posts.need),
            SkillValue::Estimate(posts.unfilled),
        ];
        sheet.push(of_iut(iut, fap), cells);
    }
    sheet
}

/// The skills the unfilled posts in reach of an IUT want, and how many of its departments teach them.
pub fn iut_skills(facts: &Facts, iut: &Iut, lang: Lang) -> SkillSheet {
    let ground = SkillGround::new(facts);
    let columns = [
        ("skill", Code),
        ("label", Words),
        ("unfilled", Number),
        ("national", Number),
        ("local", Number),
    ];
    let mut sheet = SkillSheet::new("iut-skills", &columns);
    for line in &iut.skills {
        let cells = vec![
            words(line.skill.as_str()),
            words(ground.label(&line.skill, lang)),
            SkillValue::Estimate(line.unfilled),
            count(line.national),
            count(line.local),
        ];
        sheet.push(of_iut(iut, &line.skill), cells);
    }
    sheet
}

/// What an IUT offers by continuing training.
pub fn iut_continuing(iut: &Iut) -> SkillSheet {
    let columns = [("programme", Words), ("level", Number), ("seats", Number)];
    let mut sheet = SkillSheet::new("iut-continuing", &columns);
    for known_section in &iut.continuing {
        let cells = vec![
            words(format!(
                "{} {}",
                known_section.diploma.as_str(),
                known_section.programme_label
            )),
            SkillValue::Count(i64::from(known_section.level)),
            known(known_section.seats, hours),
        ];
        sheet.push(of_iut(iut, &known_section.section.programme), cells);
    }
    sheet
}

/// What is committed to at IUTs year by year: seats that scenarios move, and hours of modules.
pub fn iut_years<'i>(iuts: impl Iterator<Item = &'i Iut>, lang: Lang) -> SkillSheet {
    let columns = [
        ("establishment", Words),
        ("rentree", Code),
        ("seats_moved", Number),
        ("module_hours", Number),
        ("commitments", Words),
    ];
    let mut sheet = SkillSheet::new("iut-years", &columns);
    for iut in iuts {
        for year in YEARS {
            let told = iut.commitments.iter().filter(|c| c.rentree == year).map(|c| {
                let kind = text(lang, &format!("action-{}", c.kind.as_str()));
                let status = text(lang, &format!("action-status-{}", c.status.as_str()));
                format!("{} : {kind}, {} ({status})", c.scenario, c.programme)
            });
            let told: Vec<String> = told.collect();
            let cells = vec![
                iut_name(iut),
                words(year.to_string()),
                iut.moved(year)
                    .map_or(SkillValue::Nothing, |seats| SkillValue::Count(i64::from(seats))),
                match iut.module_hours(year) {
                    0 => SkillValue::Nothing,
                    h => hours(h),
                },
                if told.is_empty() {
                    SkillValue::Nothing
                } else {
                    words(told.join(" ; "))
                },
            ];
            sheet.push(of_iut(iut, &year), cells);
        }
    }
    sheet
}
