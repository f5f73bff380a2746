//! Drawing of the export screen.

use std::path::{Path, PathBuf};

use egui::{Label, ScrollArea, Ui};

use super::data;
use crate::app::ReportFormat;
use crate::ui::scene::{Action, Asked, Scene};
use crate::ui::screens::chooser::data::new_file;
use crate::ui::theme::{icon, size};
use crate::ui::widgets::parts;

/// Keeps the folder between frames.
#[derive(Debug, Default)]
pub struct State {
    /// Empty until first drawn or chosen.
    pub folder: String,
}

/// Draws the formats, each with its button, and the folder they go to.
pub fn export_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    if state.folder.is_empty() {
        state.folder = data::first_folder(snapshot.path.as_deref()).display().to_string();
    }
    let territory = snapshot.facts.territory.name.clone();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(scene.t("ui-export-folder"));
            parts::field(
                ui,
                &mut state.folder,
                &scene.t("ui-export-folder-name"),
                size::FIELD_WIDE,
            );
            let browse = format!("{} {}", icon::FOLDER, scene.t("ui-browse"));
            if ui.button(browse).clicked() {
                scene.send(Action::Ask(Asked::FolderToExport));
            }
        });
        ui.add_space(size::GAP_M);
        for format in ReportFormat::ALL {
            format_ui(ui, scene, format, &state.folder);
        }
        copy_ui(ui, scene, state, &territory);
    });
}

fn format_ui(ui: &mut Ui, scene: &mut Scene<'_>, format: ReportFormat, folder: &str) {
    let words = |part: &str| format!("ui-export-{}{part}", format.as_str());
    let clicked = parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t(&words("")));
        ui.add(Label::new(scene.t(&words("-help"))).wrap());
        ui.add_space(size::GAP_XS);
        parts::primary(ui, scene, scene.t(&words("-do"))).clicked()
    });
    ui.add_space(size::GAP_XS);
    if clicked {
        scene.send(Action::Export(format, PathBuf::from(folder.trim())));
    }
}

fn copy_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &State, territory: &str) {
    let path = new_file(&PathBuf::from(state.folder.trim()), territory, Path::exists);
    let clicked = parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-export-copy"));
        ui.add(Label::new(scene.t("ui-export-copy-help")).wrap());
        ui.add_space(size::GAP_XS);
        ui.button(scene.t("ui-export-copy-do")).clicked()
    });
    if clicked {
        scene.send(Action::SaveCopy(path));
    }
}
