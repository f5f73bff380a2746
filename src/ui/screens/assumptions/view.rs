//! Drawing of the assumptions, each end typed in place or dragged.

use egui::{Event, Key, Label, ScrollArea, TextEdit, Ui, vec2};

use super::data::{self, Group, Line, Refusal};
use super::tornado;
use crate::app::assumptions_tsv;
use crate::domain::assumption::{Assumption, AssumptionKey};
use crate::domain::units::Bound;
use crate::i18n::Message;
use crate::ui::scene::{Action, Scene};
use crate::ui::screens::Beside;
use crate::ui::snapshot::Memo;
use crate::ui::theme::{icon, plain, size};
use crate::ui::tour::view::mark;
use crate::ui::widgets::parts;
use crate::ui::widgets::slider::{Slider, Touch};

/// Keeps what is being typed: it is sent once, at Enter or when the field is left.
#[derive(Debug, Default)]
pub struct State {
    memo: Memo<Vec<Group>>,
    typing: Option<Typing>,
    refused: Option<(Field, Refusal)>,
    /// True from Escape until the pointer is up: the handle it holds no longer counts.
    dropped: bool,
    tornado: tornado::State,
    /// The assumption that was looked for: brought into view, its first field takes the keyboard.
    brought: Option<AssumptionKey>,
}

impl State {
    /// Brings an assumption into view.
    pub fn bring(&mut self, key: AssumptionKey) {
        self.brought = Some(key);
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Typing {
    field: Field,
    text: String,
}

/// Key, scope and end: names one field.
type Field = (AssumptionKey, String, Bound);

/// Draws all assumptions.
pub fn assumptions_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, beside: &Beside<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    let lang = scene.lang;
    let State {
        memo,
        typing,
        refused,
        dropped,
        tornado,
        brought,
    } = state;
    let tried = beside.tried.map(|t| (&t.assumption, t.written));
    let under_way = tried.is_some_and(|(_, written)| !written);
    if under_way && ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::Escape)) {
        *dropped = true;
        scene.send(Action::DropTry);
    }
    let groups = memo.get(snapshot, lang, || data::groups(&snapshot.facts.assumptions, lang));
    ui.add(Label::new(plain(scene.t("ui-assumptions-intro"), size::TYPE_BODY).color(scene.palette.text_weak.0)).wrap());
    table_ui(ui, scene);
    ui.add_space(size::GAP_S);
    let wanted = ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::F2));
    let mut edits = Edits {
        typing,
        refused,
        wanted,
        tried: tried.map(|(assumption, _)| assumption).filter(|_| !*dropped),
        dropped: *dropped,
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        tornado::tornado_ui(ui, scene, tornado, beside.sensing);
        for group in groups {
            let here = brought.take_if(|key| *key == group.key).is_some();
            edits.wanted |= here;
            let shown = ui.scope(|ui| {
                parts::card(ui, scene.palette, |ui| {
                    ui.set_width(ui.available_width() - size::GAP_M);
                    parts::heading(ui, &group.title);
                    ui.add(Label::new(plain(&group.help, size::TYPE_CAPTION)).wrap());
                    ui.add_space(size::GAP_XS);
                    group_ui(ui, scene, group, &mut edits);
                });
            });
            if here {
                shown.response.scroll_to_me(Some(egui::Align::TOP));
            }
            ui.add_space(size::GAP_XS);
        }
    });
    *dropped &= ui.input(|i| i.pointer.any_down());
}

/// All assumptions as a table: copied to a spreadsheet, and pasted back from one, unless a field has the keyboard.
fn table_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    let free = !ui.ctx().text_edit_focused();
    let (copied, pasted) = ui.input(|i| {
        let pasted = i.events.iter().find_map(|event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        });
        (i.events.contains(&Event::Copy), pasted)
    });
    ui.horizontal_wrapped(|ui| {
        let words = format!("{} {}", icon::COPY, scene.t("ui-assumptions-copy"));
        if ui.button(words).clicked() || (copied && free) {
            let assumptions = &snapshot.facts.assumptions;
            ui.ctx().copy_text(assumptions_tsv(assumptions, scene.lang));
            scene.tell(Message::new("ui-table-copied").with("n", assumptions.iter().count()));
        }
        if scene.writable() {
            let words = plain(scene.t("ui-assumptions-paste"), size::TYPE_CAPTION);
            ui.add(Label::new(words.color(scene.palette.text_weak.0)).wrap());
        }
    });
    if let Some(table) = pasted.filter(|_| free && scene.writable()) {
        scene.send(Action::PasteAssumptions(table));
    }
}

struct Edits<'a> {
    typing: &'a mut Option<Typing>,
    refused: &'a mut Option<(Field, Refusal)>,
    /// True when F2 asked for the first field.
    wanted: bool,
    /// The assumption on its way, shown in place of the stored one.
    tried: Option<&'a Assumption>,
    dropped: bool,
}

fn group_ui(ui: &mut Ui, scene: &mut Scene<'_>, group: &Group, edits: &mut Edits<'_>) {
    let weak = scene.palette.text_weak.0;
    ui.horizontal(|ui| {
        cell(ui, size::COLUMN_NAME, |_| ());
        for key in ["ui-low", "ui-central", "ui-high"] {
            let words = format!("{} ({})", scene.t(key), group.unit);
            cell(ui, size::FIELD_NUMBER, |ui| {
                ui.label(plain(words, size::TYPE_CAPTION).color(weak));
            });
        }
        if has_slider(ui) {
            cell(ui, size::SLIDER, |_| ());
        }
        ui.label(plain(scene.t("ui-column-source"), size::TYPE_CAPTION).color(weak));
    });
    for line in &group.lines {
        let shown = ui.push_id((line.assumption.key.as_str(), &line.assumption.scope), |ui| {
            ui.horizontal(|ui| line_ui(ui, scene, group, line, edits));
        });
        if line.assumption.key == AssumptionKey::Beta {
            mark(ui, "slider", shown.response.rect);
        }
    }
}

/// Narrow windows have the fields alone.
fn has_slider(ui: &Ui) -> bool {
    ui.available_width() >= size::SLIDER + size::COLUMN_WORDS
}

/// A part of a row with a width of its own, so that rows line up.
fn cell(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let size = vec2(width, ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_min_width(width);
        contents(ui);
    });
}

fn line_ui(ui: &mut Ui, scene: &mut Scene<'_>, group: &Group, line: &Line, edits: &mut Edits<'_>) {
    cell(ui, size::COLUMN_NAME, |ui| {
        ui.label(&line.scope);
    });
    let a = &line.assumption;
    let shown = edits.tried.filter(|t| t.key == a.key && t.scope == a.scope);
    let values = shown.map_or_else(|| line.values.clone(), |t| data::values(t, scene.lang));
    for (bound, shown) in Bound::ALL.into_iter().zip(&values) {
        field_ui(ui, scene, group, line, (bound, shown), edits);
    }
    if has_slider(ui) && a.value.central.is_nan() {
        // Nothing is supposed: there is no handle to take.
        cell(ui, size::SLIDER, |_| ());
    } else if has_slider(ui) {
        slider_ui(ui, scene, group, line, shown, edits.dropped);
    }
    if line.can_reset {
        let reset = parts::icon_button(ui, icon::RESET, scene.t("ui-assumption-reset"));
        if reset.clicked() {
            let a = &line.assumption;
            scene.send(Action::ResetAssumption(a.key, a.scope.clone()));
        }
    }
    let room = (ui.available_width() - size::GAP_S).max(size::COLUMN_WORDS);
    let font = egui::FontId::proportional(size::TYPE_CAPTION);
    crate::ui::widgets::text::line_label(ui, &line.source, font, scene.palette.text_weak.0, room);
}

/// The three ends as handles: what they would change is computed on the way, and written once let go.
fn slider_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    group: &Group,
    line: &Line,
    tried: Option<&Assumption>,
    dropped: bool,
) {
    let stored = &line.assumption;
    let names = Bound::ALL.map(|bound| {
        let name = end_name(scene, group, line, bound);
        scene.say(&Message::new("ui-assumption-handle").with("name", name))
    });
    let slider = Slider {
        value: tried.unwrap_or(stored).value,
        travel: data::travel(stored),
        step: data::step(stored.key),
        enabled: scene.writable(),
        names: names.each_ref().map(String::as_str),
    };
    let touch = slider.show(ui, scene);
    match touch.filter(|_| !dropped) {
        Some(Touch::Moved(bound, value)) => {
            scene.send(Action::TryAssumption(data::moved(stored, bound, value)));
        }
        Some(Touch::Released) => match tried {
            Some(tried) if tried.value != stored.value => scene.send(Action::SetAssumption(tried.clone())),
            Some(_) => scene.send(Action::DropTry),
            None => {}
        },
        None => {}
    }
}

/// « Taux de remplissage, pour tous, central ».
fn end_name(scene: &Scene<'_>, group: &Group, line: &Line, bound: Bound) -> String {
    let end = match bound {
        Bound::Low => "ui-low",
        Bound::Central => "ui-central",
        Bound::High => "ui-high",
    };
    format!("{}, {}, {}", group.title, line.scope, scene.t(end))
}

/// One end of a range. The value is sent at Enter or when the field is left, never at each key.
fn field_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    group: &Group,
    line: &Line,
    (bound, shown): (Bound, &String),
    edits: &mut Edits<'_>,
) {
    let field: Field = (line.assumption.key, line.assumption.scope.clone(), bound);
    let mut text = match &*edits.typing {
        Some(t) if t.field == field => t.text.clone(),
        _ => shown.clone(),
    };
    let name = end_name(scene, group, line, bound);
    let edit = TextEdit::singleline(&mut text)
        .desired_width(size::FIELD_NUMBER)
        .align(egui::Align2::RIGHT_CENTER)
        .margin(vec2(size::GAP_S, size::GAP_XS));
    let response = ui.add_enabled(scene.writable(), edit);
    parts::name(ui, &response, &name);
    if std::mem::take(&mut edits.wanted) {
        response.request_focus();
    }
    if response.changed() {
        *edits.typing = Some(Typing {
            field: field.clone(),
            text: text.clone(),
        });
    }
    if response.lost_focus() {
        let typed = edits.typing.take_if(|t| t.field == field).map(|t| t.text);
        let given_up = ui.input(|i| i.key_pressed(Key::Escape));
        if let Some(typed) = typed.filter(|t| !given_up && t != shown) {
            match data::edited(&line.assumption, bound, &typed, scene.lang) {
                Ok(assumption) => {
                    *edits.refused = None;
                    scene.send(Action::SetAssumption(assumption));
                }
                Err(refusal) => *edits.refused = Some((field.clone(), refusal)),
            }
        }
    }
    if let Some((at, refusal)) = &*edits.refused
        && *at == field
    {
        let words = scene.say(&refusal.message());
        ui.painter().rect_stroke(
            response.rect,
            crate::ui::theme::corner(),
            egui::Stroke::new(size::FOCUS_LINE, scene.palette.error.0),
            egui::StrokeKind::Outside,
        );
        response.show_tooltip_text(words);
    }
}
