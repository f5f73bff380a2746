//! Drawing of the journal: the deeds with their filter, or the versions with what can be done with one.

use std::path::PathBuf;

use egui::{ComboBox, Ui};

use super::data::{self, Deed, Filter, Kept, Since};
use crate::app::Against;
use crate::i18n::Lang;
use crate::ui::scene::{Action, Scene, Subject};
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};
use crate::ui::words::when;

/// What the table of deeds was made for.
type Made = (u64, Lang, Filter);

/// Keeps tables, filter and fields between frames.
#[derive(Debug, Default)]
pub struct State {
    deeds: Option<(Made, Table<i64>)>,
    versions: Option<(u64, Lang, Table<PathBuf>)>,
    pub table: TableState<i64>,
    pub kept: TableState<PathBuf>,
    filter: Filter,
    /// Different for every table of deeds.
    stamp: u64,
    pub part: Part,
    /// Name of the version to save.
    name: String,
    /// Where the version chosen goes, and of which version that was thought out.
    target: (PathBuf, String),
}

/// Which half of the journal is on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    #[default]
    Deeds,
    Versions,
}

/// Draws the half chosen; undo and redo are in the status line, with the deed they would act on.
pub fn journal_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, deeds: &[Deed], kept: Option<&Kept>) {
    let segment = |part: &str| Segment {
        name: scene.t(&format!("ui-journal-{part}")),
        help: scene.t(&format!("ui-journal-{part}-help")),
    };
    let chosen = usize::from(state.part == Part::Versions);
    match segments_ui(ui, scene, &["deeds", "versions"].map(segment), chosen) {
        Some(0) => state.part = Part::Deeds,
        Some(_) => {
            state.part = Part::Versions;
            scene.send(Action::ReadVersions);
        }
        None => {}
    }
    ui.add_space(size::GAP_S);
    match state.part {
        Part::Deeds => deeds_ui(ui, scene, state, deeds),
        Part::Versions => versions_ui(ui, scene, state, kept),
    }
}

fn deeds_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, deeds: &[Deed]) {
    let Some(snapshot) = scene.snapshot else { return };
    if deeds.is_empty() {
        ui.label(scene.t("ui-journal-empty"));
        return;
    }
    filter_ui(ui, scene, &mut state.filter, deeds);
    let made = (snapshot.stamp, scene.lang, state.filter.clone());
    let table = match state.deeds.take() {
        Some((of, table)) if of == made => table,
        _ => {
            state.stamp += 1;
            data::table(&state.filter.keep(deeds, jiff::Timestamp::now()), scene.lang)
        }
    };
    match table_ui(ui, scene, &table, state.stamp, &mut state.table) {
        Some(Gesture::Opened(id) | Gesture::Selected(id)) => scene.send(Action::Explain(Subject::Deed(id))),
        Some(Gesture::Passed(id)) => scene.send(Action::Follow(Subject::Deed(id))),
        None => {}
    }
    state.deeds = Some((made, table));
}

fn filter_ui(ui: &mut Ui, scene: &Scene<'_>, filter: &mut Filter, deeds: &[Deed]) {
    let (who, kinds) = data::choices(deeds);
    ui.horizontal_wrapped(|ui| {
        let nobody = scene.t("ui-journal-nobody");
        let person = |who: &str| if who.is_empty() { nobody.clone() } else { who.to_owned() };
        pick_ui(ui, scene, "ui-journal-who", &mut filter.who, &who, person);
        let kind = |kind: &str| data::kind_words(kind, scene.lang);
        pick_ui(ui, scene, "ui-journal-kind", &mut filter.kind, &kinds, kind);
        let name = scene.t("ui-journal-since");
        parts::choice(ui, scene, &name, &mut filter.since, &Since::ALL, |s| {
            s.label(scene.lang)
        });
    });
    ui.add_space(size::GAP_XS);
}

/// One of a list, or all of it.
fn pick_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    key: &'static str,
    chosen: &mut Option<String>,
    all: &[String],
    words: impl Fn(&str) -> String,
) {
    let name = scene.t(key);
    ui.label(plain(&name, size::TYPE_CAPTION).color(scene.palette.text_weak.0));
    let shown = chosen.as_deref().map_or_else(|| scene.t("ui-journal-all"), &words);
    let combo = ComboBox::from_id_salt(key).selected_text(shown).show_ui(ui, |ui| {
        ui.selectable_value(chosen, None, scene.t("ui-journal-all"));
        for one in all {
            ui.selectable_value(chosen, Some(one.clone()), words(one));
        }
    });
    parts::name(ui, &combo.response, &name);
}

fn versions_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, kept: Option<&Kept>) {
    let Some(snapshot) = scene.snapshot else { return };
    if snapshot.path.is_none() {
        ui.label(scene.t("ui-versions-nowhere"));
        return;
    }
    save_ui(ui, scene, state);
    let Some(kept) = kept else {
        scene.send(Action::ReadVersions);
        return;
    };
    for told in &kept.ignored {
        let words = scene.say(told);
        parts::banner(ui, scene, Tone::Attention, &words);
    }
    if kept.versions.is_empty() {
        ui.add_space(size::GAP_M);
        ui.add(egui::Label::new(scene.t("ui-versions-empty")).wrap());
        return;
    }
    one_ui(ui, scene, state, kept);
    let (stamp, lang) = (kept.stamp, scene.lang);
    let table = match state.versions.take() {
        Some((s, l, table)) if (s, l) == (stamp, lang) => table,
        _ => data::versions_table(kept, lang),
    };
    if let Some(Gesture::Opened(path)) = table_ui(ui, scene, &table, stamp, &mut state.kept) {
        scene.send(Action::OpenVersion(path));
    }
    state.versions = Some((stamp, lang, table));
}

fn save_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    ui.horizontal_wrapped(|ui| {
        let field = parts::field(ui, &mut state.name, &scene.t("ui-versions-name"), size::FIELD);
        let entered = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
        ui.add_enabled_ui(scene.writable(), |ui| {
            if parts::primary(ui, scene, scene.t("ui-versions-save")).clicked() || entered {
                scene.send(Action::SaveVersion(std::mem::take(&mut state.name)));
            }
        });
    });
    ui.add_space(size::GAP_XS);
}

/// What can be done with the version chosen in the table.
fn one_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, kept: &Kept) {
    let chosen = state.kept.cursor.clone();
    let chosen = chosen.filter(|path| kept.versions.iter().any(|v| v.path == *path));
    let Some(version) = chosen else {
        ui.label(plain(scene.t("ui-versions-choose"), size::TYPE_BODY).color(scene.palette.text_weak.0));
        return;
    };
    let file = scene.snapshot.and_then(|s| s.path.clone()).unwrap_or_default();
    if state.target.0 != version {
        let target = data::restored_as(&file, &version, std::path::Path::exists);
        state.target = (version.clone(), target.display().to_string());
    }
    ui.horizontal_wrapped(|ui| {
        let open = format!("{} {}", icon::LOCK, scene.t("ui-versions-open"));
        if ui
            .button(open)
            .on_hover_text(scene.t("ui-versions-open-help"))
            .clicked()
        {
            scene.send(Action::OpenVersion(version.clone()));
        }
        let time = kept.versions.iter().find(|v| v.path == version).map(|v| when(&v.at));
        let compare = ui.button(scene.t("ui-versions-compare"));
        if compare.on_hover_text(scene.t("ui-versions-compare-help")).clicked() {
            let against = Against::Version(version.clone(), time.unwrap_or_default());
            scene.send(Action::Compare(against));
        }
        ui.add_space(size::GAP_M);
        parts::field(
            ui,
            &mut state.target.1,
            &scene.t("ui-versions-target"),
            size::FIELD_WIDE,
        );
        let restore = format!("{} {}", icon::RESET, scene.t("ui-versions-restore"));
        let target = PathBuf::from(state.target.1.trim());
        if ui
            .button(restore)
            .on_hover_text(scene.t("ui-versions-restore-help"))
            .clicked()
        {
            scene.send(Action::RestoreVersion(version.clone(), target));
        }
    });
}
