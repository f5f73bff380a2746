//! Drawing of the import screen.

use std::path::PathBuf;

use egui::{Frame, Label, RichText, ScrollArea, Stroke, Ui};

use super::data::{Change, FilePreview, Outcome, Reading, Waiting};
use crate::i18n::{self, Message};
use crate::ui::scene::{Action, Asked, Scene};
use crate::ui::theme::{self, bold, icon, plain, size};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::table::{Table, TableState, table_ui};

/// Keeps what is open on the screen.
#[derive(Debug, Default)]
pub struct State {
    path: String,
    file: usize,
    part: Part,
    issues: Option<(u64, usize, i18n::Lang, Table<usize>)>,
    pub table: TableState<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    New,
    Changed,
    Unchanged,
    Issues,
}

/// Draws the screen: nothing read yet, or the preview of what was.
pub fn import_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, waiting: &Waiting) {
    if !scene.writable() {
        parts::banner(ui, scene, Tone::Attention, &scene.t("ui-read-only-help"));
        return;
    }
    if waiting.files.is_empty() {
        ScrollArea::vertical()
            .auto_shrink(false)
            .show(ui, |ui| choose_ui(ui, scene, state));
    } else {
        preview_ui(ui, scene, state, waiting);
    }
}

/// Where to drop files, the native dialog, and a path field for desktops without one.
fn choose_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    Frame::new()
        .fill(scene.palette.surface.0)
        .stroke(Stroke::new(size::LINE, scene.palette.control_line.0))
        .corner_radius(theme::corner())
        .inner_margin(theme::margin(size::GAP_XL))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.vertical_centered(|ui| {
                ui.label(plain(icon::IMPORT, size::TYPE_FIGURE).color(scene.palette.accent.0));
                ui.label(bold(scene.t("ui-import-drop"), size::TYPE_EMPHASIS));
                ui.label(scene.t("ui-import-drop-help"));
                ui.add_space(size::GAP_S);
                if parts::primary(ui, scene, scene.t("ui-import-choose")).clicked() {
                    scene.send(Action::Ask(Asked::FilesToImport));
                }
            });
        });
    ui.add_space(size::GAP_S);
    path_ui(ui, scene, &mut state.path);
    ui.add_space(size::GAP_M);
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-import-known"));
        for kind in ["demand", "supply", "outcomes", "places", "occupations"] {
            ui.horizontal_wrapped(|ui| {
                ui.label(plain(icon::CHECK, size::TYPE_BODY).color(scene.palette.accent.0));
                ui.label(scene.t(&format!("ui-import-known-{kind}")));
            });
        }
    });
}

fn path_ui(ui: &mut Ui, scene: &mut Scene<'_>, path: &mut String) {
    ui.horizontal(|ui| {
        ui.label(scene.t("ui-import-path"));
        let field = parts::field(ui, path, &scene.t("ui-import-path-name"), size::FIELD_WIDE);
        let entered = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
        let read = ui.add_enabled(!path.trim().is_empty(), egui::Button::new(scene.t("ui-import-read")));
        if (read.clicked() || entered) && !path.trim().is_empty() {
            scene.send(Action::Preview(vec![PathBuf::from(path.trim())]));
        }
    });
}

fn preview_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, waiting: &Waiting) {
    state.file = state.file.min(waiting.files.len() - 1);
    confirm_ui(ui, scene, waiting);
    ui.separator();
    if waiting.files.len() > 1 {
        ui.horizontal_wrapped(|ui| {
            for (i, file) in waiting.files.iter().enumerate() {
                let mark = match file.outcome {
                    Outcome::Read(_) => icon::FILE,
                    Outcome::Refused(_) => icon::ERROR,
                };
                ui.selectable_value(&mut state.file, i, format!("{mark} {}", file.file));
            }
        });
    }
    let FilePreview { file, outcome } = &waiting.files[state.file];
    match outcome {
        Outcome::Refused(message) => {
            parts::heading(ui, file);
            parts::banner(ui, scene, Tone::Error, &scene.say(message));
        }
        Outcome::Read(reading) => reading_ui(ui, scene, state, waiting.stamp, file, reading),
    }
}

/// The one button, and the line that says it can be undone.
fn confirm_ui(ui: &mut Ui, scene: &mut Scene<'_>, waiting: &Waiting) {
    ui.horizontal(|ui| {
        if waiting.is_vain() {
            ui.label(scene.t(waiting.vain_words()));
        } else {
            let words = Message::new("ui-import-confirm").with("n", waiting.rows());
            let words = scene.say(&words);
            if parts::primary(ui, scene, words).clicked() {
                scene.send(Action::ConfirmImport);
            }
        }
        if ui.button(scene.t("ui-import-forget")).clicked() {
            scene.send(Action::ForgetImport);
        }
        if !waiting.is_vain() {
            ui.label(plain(scene.t("ui-import-undoable"), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
        }
    });
}

fn reading_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, stamp: u64, file: &str, reading: &Reading) {
    parts::heading(ui, file);
    ui.label(scene.say(&reading.recognised));
    let mut facts = vec![reading.vintage.clone(), reading.producer.clone()];
    facts.retain(|f| !f.is_empty());
    ui.label(plain(facts.join(" · "), size::TYPE_BODY).color(scene.palette.text_weak.0));
    ui.label(scene.say(&reading.reconciliation()));
    if reading.already {
        parts::banner(ui, scene, Tone::Attention, &scene.t("ui-import-already"));
    }
    ui.add_space(size::GAP_S);
    let count = |n: u64| i18n::integer(scene.lang, i64::try_from(n).unwrap_or(i64::MAX));
    let tabs = [
        (Part::New, "ui-import-new", reading.new),
        (Part::Changed, "ui-import-changed", reading.changed),
        (Part::Unchanged, "ui-import-unchanged", reading.unchanged),
        (
            Part::Issues,
            "ui-import-issues",
            u64::try_from(reading.issues.len()).unwrap_or(u64::MAX),
        ),
    ];
    ui.horizontal(|ui| {
        for (part, key, n) in tabs {
            let words = format!("{} ({})", scene.t(key), count(n));
            ui.selectable_value(&mut state.part, part, words);
        }
    });
    ui.add_space(size::GAP_XS);
    match state.part {
        Part::New => part_words(ui, scene, "ui-import-new-help", reading.new),
        Part::Unchanged => part_words(ui, scene, "ui-import-unchanged-help", reading.unchanged),
        Part::Changed => changes_ui(ui, scene, reading),
        Part::Issues => issues_ui(ui, scene, state, stamp, reading),
    }
}

fn part_words(ui: &mut Ui, scene: &Scene<'_>, key: &'static str, n: u64) {
    ui.label(scene.say(&Message::new(key).with("n", n)));
}

/// What, before struck, after.
fn changes_ui(ui: &mut Ui, scene: &Scene<'_>, reading: &Reading) {
    if reading.examples.is_empty() {
        ui.label(scene.t("ui-import-no-change"));
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for Change { what, before, after } in &reading.examples {
            ui.horizontal_wrapped(|ui| {
                ui.label(what);
                ui.label(RichText::new(before).strikethrough().color(scene.palette.text_weak.0));
                ui.label(icon::CARET_RIGHT);
                ui.label(bold(after, size::TYPE_BODY));
            });
        }
    });
}

fn issues_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, stamp: u64, reading: &Reading) {
    if reading.issues.is_empty() {
        ui.label(scene.t("ui-import-no-issue"));
        return;
    }
    let key = (stamp, state.file, scene.lang);
    let kept = state.issues.take().filter(|(s, f, l, _)| (*s, *f, *l) == key);
    let (_, _, _, table) = kept.unwrap_or_else(|| (stamp, state.file, scene.lang, reading.issues_table(scene.lang)));
    ui.add(Label::new(plain(scene.t("ui-import-issues-help"), size::TYPE_CAPTION)).wrap());
    let place = u64::try_from(state.file).unwrap_or(0);
    table_ui(ui, scene, &table, stamp.wrapping_mul(1024) + place, &mut state.table);
    state.issues = Some((stamp, state.file, scene.lang, table));
}
