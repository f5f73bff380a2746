//! The skills: each part shows its table, and the hours of a section are decided, undone and coloured from it.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::app::{NewTerritory, Session};
use releve::domain::progress::Unattended;
use releve::domain::skill::ModuleStatus;
use releve::i18n::{Lang, Message, text};
use releve::market::skills::LocalSection;
use releve::store::catalogue::skills;

use super::{Screen, demonstration, open, settle, window_on};

fn part(harness: &mut Screen, lang: Lang, key: &str) {
    harness
        .get_by_label(&text(lang, &format!("ui-skills-part-{key}")))
        .click();
    settle(harness);
}

fn rows(harness: &Screen) -> usize {
    let rows = harness.root().children_recursive();
    rows.filter(|n| n.accesskit_node().role() == egui::Role::Row).count()
}

#[test]
fn each_part_shows_a_table_in_both_languages() {
    for lang in Lang::ALL {
        let mut harness = demonstration(lang, Theme::Light);
        open(&mut harness, lang, "skills");
        for key in ["missing", "matrix", "programme", "local", "iut"] {
            part(&mut harness, lang, key);
            assert!(rows(&harness) > 3, "{key}");
        }
        part(&mut harness, lang, "missing");
        let safety = skills()
            .unwrap()
            .list
            .into_iter()
            .find(|s| s.code.as_str() == "S118")
            .unwrap();
        let label = if lang == Lang::Fr {
            safety.label_fr
        } else {
            safety.label_en
        };
        let row = harness
            .get_all_by_label_contains(&label)
            .find(|n| n.accesskit_node().role() == egui::Role::Row);
        row.unwrap().click();
        settle(&mut harness);
        for key in ["skill-programmes", "skill-occupations"] {
            harness.get_by_label(&text(lang, &format!("skill-sheet-{key}"))).click();
            settle(&mut harness);
            assert!(rows(&harness) > 3, "{key}");
        }
        part(&mut harness, lang, "iut");
        for key in ["iut-specialities", "iut-years", "iut-basins"] {
            harness.get_by_label(&text(lang, &format!("skill-sheet-{key}"))).click();
            settle(&mut harness);
            assert!(rows(&harness) > 3, "{key}");
        }
    }
}

#[test]
fn modules_are_written_adopted_and_removed_from_the_section_they_belong_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.releve");
    let session = Session::create(&path, &NewTerritory::Demonstration).unwrap();
    let book = session.skills(None, &Unattended).unwrap();
    let rich = |s: &&LocalSection| s.budget.training.is_some() && s.proposal.modules.len() > 2;
    let section = book.sections.iter().find(rich).unwrap().clone();
    session
        .put_proposal(&section, Some(2028), ModuleStatus::Proposal)
        .unwrap();
    let written = session.facts().unwrap().skills.modules.len();
    assert_eq!(written, section.proposal.modules.len());
    drop(session);
    let lang = Lang::Fr;
    let mut harness = window_on(lang, path.clone());
    open(&mut harness, lang, "skills");
    part(&mut harness, lang, "local");
    let name = section.establishment.clone().unwrap();
    let place = format!("{} {}", section.diploma.as_str(), section.label);
    // The table shows only the lines in sight: the filter brings the one wanted.
    harness.get_by_label(&text(lang, "ui-table-filter")).focus();
    harness.get_by_label(&text(lang, "ui-table-filter")).type_text(&name);
    settle(&mut harness);
    let row = harness
        .get_all_by_label_contains(&name)
        .find(|n| {
            n.accesskit_node().role() == egui::Role::Row
                && n.accesskit_node().label().unwrap_or_default().contains(&place[..20])
        })
        .unwrap();
    row.click();
    settle(&mut harness);
    harness.get_by_label(&text(lang, "skill-sheet-modules")).click();
    settle(&mut harness);
    let module = harness
        .get_all_by_label_contains("proposé")
        .find(|n| n.accesskit_node().role() == egui::Role::Row);
    module.unwrap().click();
    settle(&mut harness);
    harness.get_by_label_contains(&text(lang, "ui-skills-adopt")).click();
    settle(&mut harness);
    let modules = || Session::open(&path).unwrap().facts().unwrap().skills.modules.clone();
    assert_eq!(
        modules().iter().filter(|m| m.status == ModuleStatus::Adopted).count(),
        1
    );
    harness.get_by_label_contains(&text(lang, "ui-skills-remove")).click();
    settle(&mut harness);
    assert_eq!(modules().len(), written - 1);
    harness.get_by_label(&text(lang, "skill-sheet-candidates")).click();
    settle(&mut harness);
    let all = Message::new("ui-skills-write-all").with("count", 1_usize).text(lang);
    harness.get_by_label(&all).click();
    settle(&mut harness);
    assert_eq!(modules().len(), written, "the one removed is proposed again");
}
