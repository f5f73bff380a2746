//! Where a chart is to be written: a path to type, or to choose where the desktop has a dialog.

use std::path::{Path, PathBuf};

use egui::{Id, Key, Label, Modal, Modifiers, Ui};

use crate::app::ChartFormat;
use crate::report::Chart;
use crate::ui::scene::{Action, Asked, Scene};
use crate::ui::screens::export::data::first_folder;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{bold, icon, plain, size};
use crate::ui::widgets::parts;

/// A chart on its way to a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Saver {
    chart: Box<Chart>,
    format: ChartFormat,
    /// As typed or chosen.
    pub path: String,
    asked: bool,
}

impl Saver {
    /// Proposes a file beside that of the territory.
    pub fn new(chart: Box<Chart>, format: ChartFormat, snapshot: &Snapshot) -> Self {
        let folder = first_folder(snapshot.path.as_deref());
        let territory = &snapshot.facts.territory.name;
        let path = format.file_in(&folder, territory, snapshot.year().unwrap_or_default(), &chart);
        Self {
            path: path.display().to_string(),
            chart,
            format,
            asked: false,
        }
    }

    /// Draws the dialog; returns false once closed.
    pub fn saver_ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> bool {
        let mut done = false;
        let entered = ui.ctx().input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
        let modal = Modal::new(Id::unique("saver"))
            .frame(parts::dialog_frame(ui))
            .show(ui.ctx(), |ui| {
                ui.set_width(size::DIALOG);
                let heading = scene.t(&format!("ui-chart-{}", self.format.as_str()));
                ui.label(bold(heading, size::TYPE_EMPHASIS));
                ui.add(Label::new(scene.say(&self.chart.title)).wrap());
                ui.add_space(size::GAP_S);
                let name = scene.t("ui-chart-file");
                let field = parts::field(ui, &mut self.path, &name, f32::INFINITY);
                if !self.asked {
                    field.request_focus();
                    self.asked = true;
                }
                self.taken_ui(ui, scene);
                ui.add_space(size::GAP_S);
                ui.horizontal(|ui| {
                    let typed = !self.path.trim().is_empty();
                    let save = ui.add_enabled_ui(typed, |ui| parts::primary(ui, scene, scene.t("ui-chart-save")));
                    let browse = format!("{} {}", icon::FOLDER, scene.t("ui-browse"));
                    if ui.button(browse).clicked() {
                        scene.send(Action::Ask(Asked::ChartFile(self.format)));
                    }
                    done = ui.button(scene.t("ui-chart-cancel")).clicked();
                    if typed && (save.inner.clicked() || entered) {
                        let path = self.with_extension();
                        scene.send(Action::SaveChart(self.chart.clone(), self.format, path));
                        done = true;
                    }
                });
            });
        !(done || modal.should_close())
    }

    /// Says that a file of this name is there already.
    fn taken_ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        if self.with_extension().is_file() {
            let words = scene.t("ui-chart-replaces");
            ui.label(plain(words, size::TYPE_CAPTION).color(scene.palette.attention.0));
        }
    }

    /// The path typed; a name without extension gets that of the format.
    fn with_extension(&self) -> PathBuf {
        let path = Path::new(self.path.trim());
        match ChartFormat::of_file(path) {
            Some(format) if format == self.format => path.to_path_buf(),
            _ => PathBuf::from(format!("{}.{}", path.display(), self.format.as_str())),
        }
    }
}
