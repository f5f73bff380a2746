//! The scenarios of the file, one to choose: beside its figures, or as a choice where the screen is narrow.

use egui::{Align, FontId, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::data;
use crate::domain::scenario::Scenario;
use crate::i18n::Message;
use crate::ui::desk::Plans;
use crate::ui::desk::plan::PlanDeed;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{self, bold_family, icon, size};
use crate::ui::widgets::{keyboard, parts, text};

/// Draws the button of a new scenario and the list; what names the one picked.
pub fn list_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    (scenarios, plans): (&[Scenario], &Plans),
    chosen: i64,
) -> Option<i64> {
    new_ui(ui, scene, scenarios);
    ui.add_space(size::GAP_XS);
    let mut picked = None;
    ScrollArea::vertical()
        .id_salt("scenarios")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = size::GAP_XS;
            for scenario in scenarios {
                if scenario_ui(ui, scene, (scenario, plans), scenario.id == chosen) {
                    picked = Some(scenario.id);
                }
            }
        });
    picked
}

/// The same as a choice, and the button of a new scenario as an icon.
pub fn choice_ui(ui: &mut Ui, scene: &mut Scene<'_>, scenarios: &[Scenario], chosen: i64) -> Option<i64> {
    let mut picked = chosen;
    let all: Vec<i64> = scenarios.iter().map(|s| s.id).collect();
    let name = |id: i64| {
        let found = scenarios.iter().find(|s| s.id == id);
        found.map(|s| s.name.clone()).unwrap_or_default()
    };
    parts::choice(ui, scene, &scene.t("ui-plan-scenario"), &mut picked, &all, name);
    ui.add_enabled_ui(scene.writable(), |ui| {
        if parts::icon_button(ui, icon::ADD, scene.t("ui-plan-new")).clicked() {
            let deed = PlanDeed::Scenario(fresh(scene, scenarios));
            scene.send(Action::Plan(deed));
        }
    });
    (picked != chosen).then_some(picked)
}

fn new_ui(ui: &mut Ui, scene: &mut Scene<'_>, scenarios: &[Scenario]) {
    let words = format!("{} {}", icon::ADD, scene.t("ui-plan-new"));
    if ui.add_enabled(scene.writable(), egui::Button::new(words)).clicked() {
        let deed = PlanDeed::Scenario(fresh(scene, scenarios));
        scene.send(Action::Plan(deed));
    }
}

/// A scenario without action, by a name that is free.
pub fn fresh(scene: &Scene<'_>, scenarios: &[Scenario]) -> Scenario {
    Scenario::new(data::free_name(&scene.t("ui-plan-new-name"), scenarios))
}

/// Name, trajectory, what it fills and costs; true where it was picked.
fn scenario_ui(ui: &mut Ui, scene: &mut Scene<'_>, (scenario, plans): (&Scenario, &Plans), chosen: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::SCENARIO), Sense::click());
    let p = scene.palette;
    let active = response.hovered() || response.has_focus();
    let ground = match (chosen, active) {
        (true, _) => p.accent_soft.0,
        (false, true) => p.hover.0,
        (false, false) => p.surface.0,
    };
    let edge = if chosen || active { p.accent.0 } else { p.line.0 };
    let line = Stroke::new(size::LINE, edge);
    ui.painter()
        .rect(rect, theme::corner(), ground, line, egui::StrokeKind::Inside);
    let known = plans.outlook(scenario.id);
    let waiting = || scene.t("ui-plan-computing");
    let actions = scene.say(&Message::new("ui-plan-actions").with("n", scenario.actions.len() + scenario.helps.len()));
    let lines = [
        scenario.name.clone(),
        data::trajectory_words(scenario, scene.lang),
        known.map_or_else(waiting, |o| data::posts_told(o, scene.lang)),
        known.map_or_else(
            || actions.clone(),
            |o| format!("{actions} · {}", data::cost_told(o, scene.lang)),
        ),
    ];
    let inner = rect.shrink2(vec2(size::GAP_S, size::GAP_XS));
    let mut cut = false;
    let mut top = inner.top();
    for (number, words) in lines.iter().enumerate() {
        let font = match number {
            0 => FontId::new(size::TYPE_BODY, bold_family()),
            _ => FontId::proportional(size::TYPE_CAPTION),
        };
        let ink = match number {
            0 => p.text.0,
            2 => scene.figure_ink(),
            _ => p.text_weak.0,
        };
        let height = font.size + size::GAP_XS;
        let line = egui::Rect::from_min_size(egui::pos2(inner.left(), top), vec2(inner.width(), height));
        cut |= text::paint_line(ui, line, words, &font, ink, Align::Min);
        top += height;
    }
    let spoken = lines.join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &spoken));
    if response.clicked() {
        response.request_focus();
    }
    if response.has_focus() && scene.writable() && keyboard::pressed(ui, egui::Key::Delete) {
        scene.send(Action::Plan(PlanDeed::RemoveScenario(scenario.clone())));
    }
    let clicked = response.clicked();
    if cut {
        response.on_hover_text(lines.join("\n"));
    }
    clicked
}
