//! The form of a plan to propose: when, with what means, for whom first.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use egui::{Key, Label, Popup, PopupCloseBehavior, ScrollArea, Ui};

use super::ask::{Ask, Fault, Limit};
use crate::domain::occupation::OccupationScope;
use crate::domain::programme::Route;
use crate::i18n::{Message, text};
use crate::market::plan::PlanAim;
use crate::ui::scene::Scene;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::parts;

/// Fields side by side, at most.
const FIELDS: usize = 4;

/// Draws the fields; true where Enter was pressed in one.
pub(super) fn means_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    ask: &mut Ask,
    (rentrees, snapshot): (&RangeInclusive<u16>, &Snapshot),
    faults: &[Fault],
) -> bool {
    when_ui(ui, scene, ask, rentrees);
    faults_ui(ui, scene, None, faults);
    first_ui(ui, scene, ask, snapshot);
    ui.add_space(size::GAP_XS);
    limits_ui(ui, scene, ask, faults)
}

/// Rentrées, aim, and whether a basin may lose.
fn when_ui(ui: &mut Ui, scene: &Scene<'_>, ask: &mut Ask, rentrees: &RangeInclusive<u16>) {
    let lang = scene.lang;
    let all: Vec<u16> = rentrees.clone().collect();
    let (mut from, mut until) = ask.rentrees(rentrees);
    ui.horizontal_wrapped(|ui| {
        let year = |year: u16| year.to_string();
        parts::choice(ui, scene, &scene.t("ui-plan-from"), &mut from, &all, year);
        parts::choice(ui, scene, &scene.t("ui-plan-until"), &mut until, &all, year);
        let words = |aim: PlanAim| text(lang, &format!("ui-plan-aim-{}", aim.as_str()));
        parts::choice(ui, scene, &scene.t("ui-plan-aim"), &mut ask.aim, &PlanAim::ALL, words);
    });
    ask.from = (from != *rentrees.start()).then_some(from);
    ask.until = (until != *rentrees.end()).then_some(until);
}

/// Whose posts come first, and whether a basin may lose some.
fn first_ui(ui: &mut Ui, scene: &Scene<'_>, ask: &mut Ask, snapshot: &Snapshot) {
    let (catalogue, names) = (&snapshot.facts.catalogue, &snapshot.names);
    let regions = &snapshot.facts.territory.regions;
    ui.horizontal_wrapped(|ui| {
        let core = catalogue
            .occupations
            .iter()
            .filter(|o| o.scope == OccupationScope::Core);
        let all = core.map(|o| (o.code.clone(), names.occupation(&o.code)));
        several_ui(ui, scene, "ui-plan-first-occupations", &mut ask.first.occupations, all);
        let home = catalogue.basins.iter().filter(|b| regions.contains(&b.region));
        let all = home.map(|b| (b.code.clone(), names.basin(&b.code)));
        several_ui(ui, scene, "ui-plan-first-basins", &mut ask.first.basins, all);
        ui.checkbox(&mut ask.no_basin_loses, scene.t("ui-plan-no-basin-loses"));
        let known = !snapshot.facts.funding.euros_by_year(Route::School).is_empty();
        let envelopes = egui::Checkbox::new(&mut ask.envelopes, scene.t("ui-plan-envelopes"));
        ui.add_enabled(known, envelopes)
            .on_hover_text(scene.t("ui-plan-envelopes-help"));
        ui.checkbox(&mut ask.follows_board, scene.t("ui-plan-first-board"));
    });
}

/// A button that says how many are chosen, and opens the list they are ticked in.
fn several_ui<T: Clone + Ord>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    key: &'static str,
    chosen: &mut BTreeSet<T>,
    all: impl Iterator<Item = (T, String)>,
) {
    let words = Message::new(key).with("n", chosen.len());
    let button = ui.button(scene.say(&words));
    let help = scene.t("ui-plan-first-help");
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(size::FIELD);
            let area = ScrollArea::vertical().max_height(size::DIALOG_LIST);
            area.show(ui, |ui| {
                for (code, name) in all {
                    let mut on = chosen.contains(&code);
                    if ui.checkbox(&mut on, name).changed() {
                        match on {
                            true => chosen.insert(code),
                            false => chosen.remove(&code),
                        };
                    }
                }
            });
        });
    button.on_hover_text(help);
}

/// The numbers, as many side by side as there is room for; true where Enter was pressed.
fn limits_ui(ui: &mut Ui, scene: &Scene<'_>, ask: &mut Ask, faults: &[Fault]) -> bool {
    let mut entered = false;
    let fits = |columns: &usize| {
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let width = ui.available_width() / *columns as f32;
        width >= size::COLUMN_NAME
    };
    let columns = (1..=FIELDS).rev().find(fits).unwrap_or(1);
    for line in Limit::ALL.chunks(columns) {
        ui.columns(columns, |cells| {
            for (ui, limit) in cells.iter_mut().zip(line) {
                entered |= limit_ui(ui, scene, (*limit, ask.typed(*limit)), faults);
            }
        });
    }
    entered
}

fn limit_ui(ui: &mut Ui, scene: &Scene<'_>, (limit, typed): (Limit, &mut String), faults: &[Fault]) -> bool {
    let key = format!("ui-plan-limit-{}", limit.as_str());
    let name = scene.t(&key);
    let caption = plain(&name, size::TYPE_CAPTION).color(scene.palette.text_weak.0);
    ui.add(Label::new(caption).truncate());
    let field = parts::field(ui, typed, &name, ui.available_width() - size::GAP_L);
    let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    field.on_hover_text(scene.t(&format!("{key}-help")));
    faults_ui(ui, scene, Some(limit), faults);
    entered
}

fn faults_ui(ui: &mut Ui, scene: &Scene<'_>, limit: Option<Limit>, faults: &[Fault]) {
    for (_, why) in faults.iter().filter(|(of, _)| *of == limit) {
        let words = plain(scene.say(why), size::TYPE_CAPTION).color(scene.palette.error.0);
        ui.add(Label::new(words).wrap());
    }
}
