//! Drawing of the tornado: asked for, for it solves many times, then kept with the revision.

use egui::{Label, Spinner, Ui};

use crate::report::{Chart, tornado};
use crate::ui::scene::{Action, Scene};
use crate::ui::snapshot::Memo;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::chart::{Marks, chart_ui};
use crate::ui::widgets::parts;

/// Keeps the chart between frames.
#[derive(Debug, Default)]
pub struct State(Memo<Option<Chart>>);

/// Draws the chart; before it is computed, what it is for and the button that asks for it.
pub fn tornado_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, sensing: bool) {
    let Some(snapshot) = scene.snapshot.filter(|s| s.gap.is_some()) else {
        return;
    };
    let lang = scene.lang;
    let chart = state.0.get(snapshot, lang, || {
        let found = snapshot.sensitivity.as_ref()?;
        Some(tornado::tornado(&snapshot.facts, found, lang))
    });
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width() - size::GAP_M);
        if let Some(chart) = chart {
            chart_ui(ui, scene, chart, Marks::Read);
            legend_ui(ui, scene);
            return;
        }
        parts::heading(ui, scene.t("report-tornado-title"));
        ui.add(Label::new(plain(scene.t("ui-tornado-help"), size::TYPE_CAPTION)).wrap());
        ui.add_space(size::GAP_XS);
        if sensing {
            ui.horizontal(|ui| {
                ui.add(Spinner::new());
                ui.label(scene.t("ui-job-sensitivity"));
            });
        } else if ui.button(scene.t("ui-tornado-do")).clicked() {
            scene.send(Action::FindSensitivity);
        }
    });
    ui.add_space(size::GAP_XS);
}

/// Which end is which, without colour: outlined, filled.
fn legend_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let colour = scene.palette.filled.0;
    ui.horizontal_wrapped(|ui| {
        parts::sample(ui, scene, scene.t("report-tornado-low"), |painter, rect| {
            let edge = egui::Stroke::new(size::FOCUS_LINE, colour);
            painter.rect_stroke(rect, 0.0, edge, egui::StrokeKind::Inside);
        });
        parts::sample(ui, scene, scene.t("report-tornado-high"), |painter, rect| {
            painter.rect_filled(rect, 0.0, colour);
        });
    });
}
