//! Drawing of the chooser.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use egui::{Label, ScrollArea, Ui};

use super::data::{self, Recent};
use crate::app::command::Command;
use crate::domain::id::RegionCode;
use crate::domain::territory::Region;
use crate::ui::scene::{Action, Asked, Scene};
use crate::ui::screens::export::data::first_folder;
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::parts;

/// Regions in a column of the list.
const REGION_COLUMNS: usize = 2;

/// Keeps what was picked and typed.
#[derive(Debug, Default)]
pub struct State {
    regions: BTreeSet<RegionCode>,
    name: String,
    /// True once the name was typed by hand: it no longer follows the regions.
    named: bool,
    /// Path of the new file; empty follows the name.
    pub new_path: String,
    open_path: String,
}

/// Draws the chooser.
pub fn chooser_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, regions: &[Region], recent: &[PathBuf]) {
    let recent = data::recent(recent, Path::is_file);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.add_space(size::GAP_S);
        ui.heading(scene.t("ui-chooser-title"));
        ui.label(plain(scene.t("ui-chooser-subtitle"), size::TYPE_EMPHASIS).color(scene.palette.text_weak.0));
        ui.add_space(size::GAP_L);
        let half = (ui.available_width() - size::GAP_L - ui.spacing().scroll.allocated_width()) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = size::GAP_L;
            ui.vertical(|ui| {
                ui.set_width(half);
                demonstration_ui(ui, scene);
                ui.add_space(size::GAP_XS);
                open_ui(ui, scene, state, &recent);
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                new_ui(ui, scene, state, regions);
            });
        });
    });
}

fn demonstration_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let clicked = parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-chooser-demo"));
        ui.add(Label::new(scene.t("ui-chooser-demo-help")).wrap());
        ui.add_space(size::GAP_XS);
        parts::primary(ui, scene, scene.t("ui-chooser-demo-do")).clicked()
    });
    if clicked {
        scene.send(Action::Run(Command::OpenDemonstration));
    }
}

fn open_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, recent: &[Recent]) {
    let mut actions = Vec::new();
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-chooser-recent"));
        if recent.is_empty() {
            ui.label(plain(scene.t("ui-chooser-no-recent"), size::TYPE_BODY).color(scene.palette.text_weak.0));
        }
        for file in recent {
            recent_ui(ui, scene, file, &mut actions);
        }
        ui.add_space(size::GAP_S);
        ui.horizontal(|ui| {
            let browse = format!("{} {}", icon::FOLDER, scene.t("ui-chooser-open"));
            if ui.button(browse).clicked() {
                actions.push(Action::Ask(Asked::FileToOpen));
            }
        });
        ui.horizontal(|ui| {
            let room = ui.available_width() - size::NAV_WIDE / 2.0;
            let name = scene.t("ui-chooser-path-name");
            let field = parts::field(ui, &mut state.open_path, &name, room);
            let entered = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
            let filled = !state.open_path.trim().is_empty();
            let open = ui.add_enabled(filled, egui::Button::new(scene.t("ui-chooser-open-path")));
            if filled && (open.clicked() || entered) {
                actions.push(Action::OpenFile(PathBuf::from(state.open_path.trim())));
            }
        });
    });
    scene.actions.extend(actions);
}

fn recent_ui(ui: &mut Ui, scene: &Scene<'_>, file: &Recent, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let name = ui.add_enabled(
            !file.missing,
            egui::Button::new(format!("{} {}", icon::FILE, file.name)).frame_when_inactive(false),
        );
        if name.on_hover_text(file.path.display().to_string()).clicked() {
            actions.push(Action::OpenFile(file.path.clone()));
        }
        if file.missing {
            parts::tag(ui, scene, &scene.t("ui-chooser-missing"), parts::Tone::Attention);
            if parts::icon_button(ui, icon::CLOSE, scene.t("ui-chooser-forget")).clicked() {
                actions.push(Action::ForgetRecent(file.path.clone()));
            }
        } else {
            let font = egui::FontId::proportional(size::TYPE_CAPTION);
            let room = ui.available_width();
            crate::ui::widgets::text::line_label(ui, &file.folder, font, scene.palette.text_weak.0, room);
        }
    });
}

fn new_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, regions: &[Region]) {
    let mut actions = Vec::new();
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-chooser-new"));
        ui.add(Label::new(scene.t("ui-chooser-new-help")).wrap());
        ui.add_space(size::GAP_XS);
        regions_ui(ui, state, regions);
        ui.add_space(size::GAP_XS);
        if !state.named {
            state.name = data::territory_name(regions, &state.regions);
        }
        ui.label(plain(scene.t("ui-chooser-name"), size::TYPE_CAPTION));
        let width = ui.available_width() - size::GAP_L;
        if parts::field(ui, &mut state.name, &scene.t("ui-chooser-name"), width).changed() {
            state.named = !state.name.is_empty();
        }
        path_ui(ui, scene, state, &mut actions);
        ui.add_space(size::GAP_S);
        create_ui(ui, scene, state, &mut actions);
    });
    scene.actions.extend(actions);
}

fn regions_ui(ui: &mut Ui, state: &mut State, regions: &[Region]) {
    let half = regions.len().div_ceil(REGION_COLUMNS);
    ui.columns(REGION_COLUMNS, |columns| {
        for (i, region) in regions.iter().enumerate() {
            let Some(ui) = columns.get_mut(i / half.max(1)) else {
                continue;
            };
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut on = state.regions.contains(&region.code);
            if ui.checkbox(&mut on, &region.name).changed() {
                if on {
                    state.regions.insert(region.code.clone());
                } else {
                    state.regions.remove(&region.code);
                }
            }
        }
    });
}

fn path_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State, actions: &mut Vec<Action>) {
    ui.label(plain(scene.t("ui-chooser-file"), size::TYPE_CAPTION));
    ui.horizontal(|ui| {
        let room = ui.available_width() - size::NAV_WIDE / 2.0 - size::GAP_XL;
        parts::field(ui, &mut state.new_path, &scene.t("ui-chooser-file-hint"), room);
        if ui
            .button(format!("{} {}", icon::FOLDER, scene.t("ui-browse")))
            .clicked()
        {
            actions.push(Action::Ask(Asked::NewFile));
        }
    });
}

fn create_ui(ui: &mut Ui, scene: &Scene<'_>, state: &State, actions: &mut Vec<Action>) {
    let typed = state.new_path.trim();
    let path = if typed.is_empty() {
        data::new_file(&first_folder(None), &state.name, Path::exists)
    } else {
        PathBuf::from(typed)
    };
    let ready = !state.regions.is_empty() && !state.name.trim().is_empty();
    ui.add_enabled_ui(ready, |ui| {
        let create = parts::primary(ui, scene, scene.t("ui-chooser-create"));
        if create
            .on_disabled_hover_text(scene.t("ui-chooser-pick-first"))
            .clicked()
        {
            actions.push(Action::Create {
                path: path.clone(),
                name: state.name.trim().to_owned(),
                regions: state.regions.iter().cloned().collect(),
            });
        }
    });
    if ready {
        ui.label(plain(path.display().to_string(), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
    }
}
