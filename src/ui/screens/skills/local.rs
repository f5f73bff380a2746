//! What can be decided of the hours of a section: its proposal, one module, a coloration.

use egui::{Button, Popup, Ui};

use super::data::{OfSection, place_of};
use super::view::State;
use crate::app::decidable;
use crate::domain::skill::{LocalModule, ModuleStatus};
use crate::i18n::Message;
use crate::market::skills::{LocalSection, SkillBook};
use crate::report::skill_sheets::SkillRowKey;
use crate::ui::desk::skills::SkillDeed;
use crate::ui::scene::{Action, Scene};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{icon, size};
use crate::ui::widgets::parts;

/// The deeds of the section that is open: on all its proposal, and on the line the cursor is on.
pub fn deeds_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &State, snapshot: &Snapshot, book: &SkillBook) {
    let Some(section) = state.chosen.section(book) else {
        return;
    };
    let may = scene.writable() && !snapshot.outdated;
    ui.horizontal_wrapped(|ui| match state.chosen.of_section {
        OfSection::Candidates => candidates_ui(ui, scene, (state, section), snapshot, may),
        OfSection::Modules => modules_ui(ui, scene, (state, section), snapshot, may),
    });
    ui.add_space(size::GAP_XS);
}

fn candidates_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    (state, section): (&State, &LocalSection),
    snapshot: &Snapshot,
    may: bool,
) {
    let proposed = section.proposal.modules.len();
    let words = Message::new("ui-skills-write-all").with("count", proposed);
    ui.add_enabled_ui(may && proposed > 0, |ui| {
        if parts::primary(ui, scene, scene.say(&words)).clicked() {
            let deed = SkillDeed::Proposal(section.clone(), ModuleStatus::Proposal);
            scene.send(Action::Skill(Box::new(deed)));
        }
    });
    let cursor = match &state.table.cursor {
        Some(SkillRowKey::Skill(skill)) => place_of(section, skill).map(|place| (skill.clone(), place)),
        _ => None,
    };
    let words = match &cursor {
        Some((_, (year, hours))) => scene.say(
            &Message::new("ui-skills-write-one")
                .with("hours", *hours)
                .with("year", u32::from(*year)),
        ),
        None => scene.t("ui-skills-write-none"),
    };
    let words = format!("{} {words}", icon::ADD);
    let button = ui.add_enabled(may && cursor.is_some(), Button::new(words));
    if let Some((skill, (year_of_study, hours))) = cursor.filter(|_| button.clicked()) {
        let module = LocalModule {
            id: 0,
            uai: section.uai.clone(),
            programme: section.programme.clone(),
            skill,
            hours,
            year_of_study,
            rentree: *decidable(&snapshot.facts, None).start(),
            status: ModuleStatus::Proposal,
            note: String::new(),
        };
        scene.send(Action::Skill(Box::new(SkillDeed::Module(module))));
    }
}

fn modules_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    (state, section): (&State, &LocalSection),
    snapshot: &Snapshot,
    may: bool,
) {
    let cursor = match state.table.cursor {
        Some(SkillRowKey::Module(id)) => section.modules.iter().find(|module| module.id == id),
        _ => None,
    };
    let (key, status) = match cursor.map(|module| module.status) {
        Some(ModuleStatus::Adopted) => ("ui-skills-unadopt", ModuleStatus::Proposal),
        _ => ("ui-skills-adopt", ModuleStatus::Adopted),
    };
    let on_cursor = may && cursor.is_some();
    let adopt = ui.add_enabled(on_cursor, Button::new(format!("{} {}", icon::CHECK, scene.t(key))));
    let remove = ui.add_enabled(
        on_cursor,
        Button::new(format!("{} {}", icon::REMOVE, scene.t("ui-skills-remove"))),
    );
    if let Some(module) = cursor {
        if adopt.clicked() {
            scene.send(Action::Skill(Box::new(SkillDeed::Status(module.id, status))));
        }
        if remove.clicked() {
            scene.send(Action::Skill(Box::new(SkillDeed::RemoveModule(module.id))));
        }
    }
    colour_ui(ui, scene, section, snapshot, may);
}

/// The scenarios in which the modules may be written as a coloration.
fn colour_ui(ui: &mut Ui, scene: &mut Scene<'_>, section: &LocalSection, snapshot: &Snapshot, may: bool) {
    let scenarios = &snapshot.facts.scenarios;
    let may = may && !section.modules.is_empty() && !scenarios.is_empty();
    let button = ui
        .add_enabled(may, Button::new(scene.t("ui-skills-colour")))
        .on_hover_text(scene.t("ui-skills-colour-help"))
        .on_disabled_hover_text(scene.t("ui-skills-colour-none"));
    Popup::menu(&button).show(|ui| {
        for scenario in scenarios {
            if ui.button(&scenario.name).clicked() {
                let deed = SkillDeed::Coloration(scenario.clone(), section.clone());
                scene.send(Action::Skill(Box::new(deed)));
            }
        }
    });
}

/// What modules are for, and the button that writes those proposed.
pub fn no_module_ui(ui: &mut Ui, scene: &mut Scene<'_>, section: Option<&LocalSection>) {
    let Some(section) = section else { return };
    let words = scene.t("ui-skills-empty-modules");
    let count = section.proposal.modules.len();
    let button = scene.say(&Message::new("ui-skills-write-all").with("count", count));
    let deed = SkillDeed::Proposal(section.clone(), ModuleStatus::Proposal);
    ui.add_enabled_ui(scene.writable() && count > 0, |ui| {
        parts::empty_state(ui, scene, &words, &button, Action::Skill(Box::new(deed)));
    });
}
