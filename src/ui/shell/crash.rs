//! The report of a defect, offered once at the next start: read it, copy it, delete it.

use egui::{Align2, ScrollArea, TextEdit, Ui, Window};

use crate::app::crash::{self, CrashReport};
use crate::i18n::Message;
use crate::ui::scene::Scene;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::parts;

/// The reports not looked at yet.
#[derive(Debug, Default)]
pub struct Crashes {
    reports: Vec<CrashReport>,
}

impl Crashes {
    /// Those of a folder.
    pub fn of(reports: Vec<CrashReport>) -> Self {
        Self { reports }
    }

    /// Draws the newest one, until the user decided about it.
    pub fn crashes_ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let Some(report) = self.reports.first() else { return };
        let mut decided = false;
        Window::new(scene.t("ui-crash-title"))
            .anchor(Align2::CENTER_CENTER, [0.0, 0.0])
            .collapsible(false)
            .resizable(false)
            .frame(parts::dialog_frame(ui))
            .show(ui.ctx(), |ui| {
                ui.set_width(size::DIALOG);
                ui.add(egui::Label::new(scene.t("ui-crash-about")).wrap());
                ui.add_space(size::GAP_S);
                let mut text = report.text.as_str();
                ScrollArea::vertical().max_height(size::DIALOG_LIST).show(ui, |ui| {
                    let field = TextEdit::multiline(&mut text).desired_width(f32::INFINITY);
                    let field = ui.add(field.font(egui::FontId::proportional(size::TYPE_CAPTION)));
                    parts::name(ui, &field, &scene.t("ui-crash-text"));
                });
                ui.add_space(size::GAP_S);
                let place = Message::new("ui-crash-place").with("path", report.path.display().to_string());
                ui.label(plain(scene.say(&place), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
                ui.horizontal(|ui| {
                    if parts::primary(ui, scene, scene.t("ui-crash-copy")).clicked() {
                        ui.ctx().copy_text(report.text.clone());
                        scene.tell(Message::new("ui-crash-copied"));
                    }
                    if ui.button(scene.t("ui-crash-keep")).clicked() {
                        crash::keep(report);
                        decided = true;
                    }
                    if ui.button(scene.t("ui-crash-delete")).clicked() {
                        crash::delete(report);
                        decided = true;
                    }
                });
            });
        if decided {
            self.reports.remove(0);
        }
    }
}
