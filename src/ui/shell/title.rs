//! Title of a screen: the question it answers, and the mark of simulated figures.

use egui::{Align, Layout, Ui};

use crate::ui::scene::{Action, Place, Scene};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{bold, icon, size};
use crate::ui::widgets::parts::{self, Tone};

/// Draws the title line of `here`.
pub fn title_ui(ui: &mut Ui, scene: &mut Scene<'_>, here: &Place) {
    let size = egui::vec2(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if scene.snapshot.is_some_and(Snapshot::is_simulated) {
            let words = format!("{} {}", icon::SIMULATED, scene.t("simulated"));
            parts::tag(ui, scene, &words, Tone::Attention);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| words_ui(ui, scene, here));
    });
    ui.add_space(size::GAP_S);
}

fn words_ui(ui: &mut Ui, scene: &mut Scene<'_>, here: &Place) {
    if here.section() != *here && parts::icon_button(ui, icon::BACK, scene.t("ui-back")).clicked() {
        scene.send(Action::Back);
    }
    let title = match (here, scene.snapshot) {
        (Place::Basin(code), Some(s)) => s.names.basin(code),
        (Place::Occupation(code), Some(s)) => s.names.occupation(code),
        _ => scene.t(&format!("ui-title-{}", here.as_str())),
    };
    ui.add(egui::Label::new(bold(title, size::TYPE_TITLE)).truncate());
}
