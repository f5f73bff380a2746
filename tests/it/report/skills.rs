//! What the report tells of skills: sums of printed cells alone, and nothing of what one employer declares.

use releve::domain::skill::NeedSkill;
use releve::domain::units::Milli;
use releve::i18n::Lang;
use releve::report::document::{Cell, Document};
use releve::store::catalogue::skills;

use super::sample::{declare, found, sample};
use super::table;

fn written(declared: Option<u32>) -> Document {
    let (mut facts, mut gap) = sample(6, 6);
    facts.skills = skills().unwrap();
    if let Some(posts) = declared {
        declare(&mut facts, &mut gap, 0, posts, 1);
        let need = facts.needs[0].id;
        let skill = facts.skills.list.last().unwrap().code.clone();
        facts.skills.needs = vec![NeedSkill { need, skill }];
    }
    found(&facts, &gap).written(&facts, &gap, Lang::Fr)
}

fn needs(document: &Document) -> Vec<(String, Milli)> {
    let rows = table(document, "skills-missing").rows.iter();
    let told = rows.map(|row| match (&row.cells[0], &row.cells[1]) {
        (Cell::Text(name), Cell::Estimate(need)) => (name.clone(), need.central),
        other => panic!("{other:?}"),
    });
    told.collect()
}

#[test]
fn without_a_list_of_skills_there_is_no_chapter() {
    let (facts, gap) = sample(4, 4);
    let document = found(&facts, &gap).written(&facts, &gap, Lang::Fr);
    assert!(document.table("skills-missing").is_none());
    assert!(document.sections.iter().all(|s| s.title.key != "report-skills-title"));
}

#[test]
fn each_skill_has_the_posts_of_the_occupations_that_want_it() {
    let (mut facts, gap) = sample(6, 6);
    facts.skills = skills().unwrap();
    let document = written(None);
    let told = needs(&document);
    assert!(told.len() > 10, "{}", told.len());
    for (name, need) in told {
        let skill = facts.skills.list.iter().find(|s| s.label_fr == name).unwrap();
        let wanting: Vec<_> = facts
            .skills
            .occupations
            .iter()
            .filter(|o| o.skill == skill.code)
            .collect();
        let cells = gap
            .cells
            .iter()
            .filter(|cell| wanting.iter().any(|o| o.fap == cell.fap));
        assert_eq!(need, cells.map(|cell| cell.figures.need.central).sum(), "{name}");
    }
    // Three lines a basin.
    assert_eq!(table(&document, "skills-basins").rows.len(), 18);
}

#[test]
fn what_one_employer_declares_moves_no_figure_of_these_pages() {
    let of = |document: &Document| {
        ["skills-missing", "skills-basins", "skills-local"].map(|id| document.table(id).map(|t| t.rows.clone()))
    };
    let (few, many) = (written(Some(300)), written(Some(340)));
    assert_eq!(of(&few), of(&many));
    let undeclared: Milli = needs(&written(None)).iter().map(|(_, need)| *need).sum();
    let printed: Milli = needs(&few).iter().map(|(_, need)| *need).sum();
    assert!(printed < undeclared, "the cells that stay unprinted are left out");
    assert!(
        few.blocks()
            .any(|block| format!("{block:?}").contains("report-skills-left-out"))
    );
}
