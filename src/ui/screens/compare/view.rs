//! Drawing of the comparison, and the button that asks for one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{
    Align, Button, FontId, Id, Key, Label, Popup, PopupCloseBehavior, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use super::data::{self, Bar, Shown};
use crate::app::settings::Lens;
use crate::app::{Against, Compared};
use crate::i18n::{Lang, Message};
use crate::market::gap::{Grouping, RowKey};
use crate::ui::scene::{Action, Asked, Scene, Subject};
use crate::ui::screens::Beside;
use crate::ui::screens::export::data::first_folder;
use crate::ui::theme::{bold, plain, size};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::table::{Gesture, TableState, table_ui};
use crate::ui::widgets::{bars, text};
use crate::ui::words::when;

/// What is shown was made for this: snapshot, language, grouping, lens, comparison.
type Made = (u64, Lang, Grouping, Lens, usize);

/// Keeps grouping and table between frames.
#[derive(Debug)]
pub struct State {
    grouping: Grouping,
    part: Part,
    /// Where the report of the comparison is written.
    path: String,
    shown: Option<(Made, Shown)>,
    stamp: u64,
    pub table: TableState<RowKey>,
}

/// What is under the names of both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Changes,
    Table,
}

impl Default for State {
    fn default() -> Self {
        Self {
            grouping: Grouping::Domain,
            part: Part::Changes,
            path: String::new(),
            shown: None,
            stamp: 0,
            table: TableState::descending(data::DIFFERENCE),
        }
    }
}

/// « Comparer à… »: other years, versions, another file.
pub fn ask_ui(ui: &mut Ui, scene: &mut Scene<'_>, beside: &Beside<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    let words = scene.t("ui-compare-ask");
    let button = ui.button(&words);
    if button.clicked() && snapshot.path.is_some() && beside.kept.is_none() {
        scene.send(Action::ReadVersions);
    }
    let menu = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    menu.show(|ui| {
        for year in snapshot.years.iter().filter(|year| Some(**year) != snapshot.year()) {
            let label = scene.say(&Message::new("ui-year").with("year", year.to_string()));
            if ui.button(label).clicked() {
                scene.send(Action::Compare(Against::Year(*year)));
                ui.close();
            }
        }
        for version in beside.kept.iter().flat_map(|kept| &kept.versions) {
            let title = crate::app::version_title(version);
            let label = Message::new("ui-compare-version").with("when", when(&version.at));
            if ui.button(scene.say(&label.with("title", title))).clicked() {
                let against = Against::Version(version.path.clone(), when(&version.at));
                scene.send(Action::Compare(against));
                ui.close();
            }
        }
        if ui.button(scene.t("ui-compare-file")).clicked() {
            scene.send(Action::Ask(Asked::FileToCompare));
            ui.close();
        }
        file_ui(ui, scene);
    });
}

/// The report of the comparison: where to write it, and the button that does.
fn report_ui(ui: &mut Ui, scene: &mut Scene<'_>, path: &mut String) {
    let button = ui.button(scene.t("ui-compare-report"));
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let edge = egui::Stroke::new(size::LINE, scene.palette.control_line.0);
            ui.visuals_mut().widgets.inactive.bg_stroke = edge;
            ui.set_width(size::FIELD_WIDE);
            ui.label(scene.t("ui-compare-report-help"));
            if path.is_empty() {
                let file = scene.snapshot.and_then(|snapshot| snapshot.path.as_deref());
                let name = scene.t("ui-compare-report-name");
                *path = first_folder(file).join(name).display().to_string();
            }
            let field = parts::field(ui, path, &scene.t("ui-compare-report-path"), f32::INFINITY);
            let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            let write = ui.button(scene.t("ui-compare-report-do")).clicked();
            let target = path.trim();
            if Path::new(target).is_file() {
                ui.label(scene.t("ui-chart-replaces"));
            }
            if (entered || write) && !target.is_empty() {
                scene.send(Action::ExportComparison(PathBuf::from(target)));
                ui.close();
            }
        });
}

/// The path of another file, typed where the desktop has no dialog.
fn file_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let id = Id::unique("compare-path");
    let mut path = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let asked = ui.horizontal(|ui| {
        let field = parts::field(ui, &mut path, &scene.t("ui-compare-path"), size::FIELD);
        let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        let typed = !path.trim().is_empty();
        let compare = ui.add_enabled(typed, Button::new(scene.t("ui-compare-path-do")));
        typed && (entered || compare.clicked())
    });
    if asked.inner {
        scene.send(Action::Compare(Against::File(PathBuf::from(path.trim()), None)));
        ui.close();
    }
    ui.data_mut(|data| data.insert_temp(id, path));
}

/// Draws the comparison, or waits for it.
pub fn compare_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, beside: &Beside<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(compared) = beside.compared else {
        waiting_ui(ui, scene, beside);
        return;
    };
    if compared.revision() != snapshot.facts.revision {
        let words = scene.t("ui-compare-outdated");
        parts::banner(ui, scene, Tone::Attention, &words);
        if ui.button(scene.t("ui-compare-again")).clicked() {
            scene.send(Action::Compare(compared.against.clone()));
        }
    }
    ui.horizontal_wrapped(|ui| {
        let all = data::groupings(compared);
        let name = scene.t("ui-compare-by");
        let lang = scene.lang;
        parts::choice(ui, scene, &name, &mut state.grouping, &all, |one| {
            data::grouping_words(one, lang)
        });
        ui.add_space(size::GAP_M);
        ask_ui(ui, scene, beside);
        report_ui(ui, scene, &mut state.path);
    });
    let made = (
        snapshot.stamp,
        scene.lang,
        state.grouping,
        snapshot.lens,
        Arc::as_ptr(compared) as usize,
    );
    let shown = match state.shown.take() {
        Some((of, shown)) if of == made => shown,
        _ => {
            state.stamp += 1;
            Shown::of(compared, state.grouping, snapshot.lens, &snapshot.names, scene.lang)
        }
    };
    head_ui(ui, scene, &shown, compared);
    let segment = |part: &str| Segment {
        name: scene.t(&format!("ui-compare-part-{part}")),
        help: scene.t(&format!("ui-compare-part-{part}-help")),
    };
    let chosen = usize::from(state.part == Part::Table);
    match segments_ui(ui, scene, &["changes", "table"].map(segment), chosen) {
        Some(0) => state.part = Part::Changes,
        Some(_) => state.part = Part::Table,
        None => {}
    }
    ui.add_space(size::GAP_S);
    match state.part {
        Part::Changes => changes_ui(ui, scene, &shown),
        Part::Table => {
            if let Some(Gesture::Opened(key) | Gesture::Selected(key)) =
                table_ui(ui, scene, &shown.table, state.stamp, &mut state.table)
            {
                scene.send(Action::Explain(Subject::Row(key)));
            }
        }
    }
    state.shown = Some((made, shown));
}

/// The largest changes, as bars and as sentences.
fn changes_ui(ui: &mut Ui, scene: &mut Scene<'_>, shown: &Shown) {
    let wide = ui.available_width() >= size::STACKS_UNDER;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if wide && !shown.bars.is_empty() {
            ui.columns(2, |columns| {
                // Sentences keep their ragged edge: columns would stretch them.
                columns[0].vertical(|ui| bars_ui(ui, scene, shown));
                columns[1].vertical(|ui| sentences_ui(ui, scene, shown));
            });
        } else {
            bars_ui(ui, scene, shown);
            ui.add_space(size::GAP_S);
            sentences_ui(ui, scene, shown);
        }
    });
}

fn waiting_ui(ui: &mut Ui, scene: &mut Scene<'_>, beside: &Beside<'_>) {
    if beside.comparing {
        ui.add_space(size::GAP_XL);
        ui.vertical_centered(|ui| {
            ui.label(plain(scene.t("ui-compare-waiting"), size::TYPE_EMPHASIS));
        });
        return;
    }
    ui.add(Label::new(scene.t("ui-compare-empty")).wrap());
    ui.add_space(size::GAP_S);
    ask_ui(ui, scene, beside);
}

/// Both sides by name, and the change of the whole.
fn head_ui(ui: &mut Ui, scene: &Scene<'_>, shown: &Shown, compared: &Compared) {
    for (letter, side) in [("ui-compare-a", &shown.a), ("ui-compare-b", &shown.b)] {
        ui.horizontal_wrapped(|ui| {
            parts::tag(ui, scene, &scene.t(letter), Tone::Accent);
            ui.label(bold(side, size::TYPE_BODY));
        });
    }
    ui.add_space(size::GAP_XS);
    ui.add(Label::new(plain(&shown.summary, size::TYPE_EMPHASIS)).wrap());
    match &shown.why {
        Some(why) => ui.add(Label::new(why).wrap()),
        None if compared.comparison.is_split() => ui.label(""),
        None => {
            let words = plain(scene.t("ui-compare-unsplit"), size::TYPE_CAPTION).color(scene.palette.text_weak.0);
            ui.add(Label::new(words).wrap())
        }
    };
    if shown.withheld > 0 {
        let words = Message::new("ui-compare-withheld-lines").with("n", shown.withheld);
        ui.label(plain(scene.say(&words), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
    }
    ui.add_space(size::GAP_S);
}

fn bars_ui(ui: &mut Ui, scene: &mut Scene<'_>, shown: &Shown) {
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-compare-bars"));
        ui.label(plain(scene.t("ui-compare-bars-help"), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
        for bar in &shown.bars {
            bar_ui(ui, scene, bar);
        }
    });
}

fn bar_ui(ui: &mut Ui, scene: &mut Scene<'_>, bar: &Bar) {
    let whole = vec2(ui.available_width(), size::ROW_COMPACT);
    let (rect, response) = ui.allocate_exact_size(whole, Sense::click());
    let p = scene.palette;
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, crate::ui::theme::corner(), p.hover.0);
    }
    let body = FontId::proportional(size::TYPE_BODY);
    let label = rect.with_max_x(rect.left() + rect.width() * LABEL_SHARE);
    let value = rect.with_min_x(rect.right() - size::CHART_VALUE);
    let chart = rect
        .with_min_x(label.right() + size::GAP_S)
        .with_max_x(value.left() - size::GAP_S)
        .shrink2(vec2(0.0, size::GAP_XS));
    text::paint_line(ui, label, &bar.label, &body, p.text.0, Align::Min);
    bars::diverging(ui.painter(), chart, bar.share, p);
    text::paint_line(ui, value, &bar.value, &body, scene.figure_ink(), Align::Max);
    let spoken = format!("{}, {}, {}", bar.label, bar.value, bar.range);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.clicked() {
        scene.send(Action::Explain(Subject::Row(bar.key.clone())));
    }
    response.on_hover_text(format!("{}\n{}", bar.label, bar.range));
}

/// Part of a bar's line kept for its name.
const LABEL_SHARE: f32 = 0.45;

fn sentences_ui(ui: &mut Ui, scene: &Scene<'_>, shown: &Shown) {
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-compare-sentences"));
        if shown.sentences.is_empty() {
            ui.label(scene.t("ui-compare-same"));
        }
        for sentence in &shown.sentences {
            ui.add_space(size::GAP_XS);
            ui.add(Label::new(sentence).wrap());
        }
    });
}
