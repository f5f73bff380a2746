//! Drawing of the outlets: the deeds above, the table, and the outlet chosen below.

use egui::{Label, Panel, ScrollArea, Ui};

use super::data::{self, Named};
use super::official;
use crate::domain::id::{FapCode, ProgrammeId};
use crate::domain::review::{OutletKey, ReviewEdit, ReviewStatus};
use crate::i18n::{Lang, Message};
use crate::market::crosswalk::OutletLine;
use crate::ui::desk::Outlets;
use crate::ui::scene::{Action, Scene};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{self, bold, icon, plain, size};
use crate::ui::widgets::parts;
use crate::ui::widgets::table::{Table, TableState, table_ui};

/// Keeps the table, the note being typed and the outlet being added.
#[derive(Debug)]
pub struct State {
    kept: Option<(Read, Table<OutletKey>)>,
    table: TableState<OutletKey>,
    everywhere: bool,
    note: Option<(OutletKey, String)>,
    adding: Option<Adding>,
    official: official::State,
}

impl State {
    /// The filter of the table on screen takes the keyboard.
    pub fn ask_filter(&mut self) {
        match self.official.shown {
            true => self.official.ask_filter(),
            false => self.table.ask_filter(),
        }
    }
}

/// What a table was read for: outlets, names, language, scope.
type Read = (u64, u64, Lang, bool);

/// An outlet being typed.
#[derive(Debug, Default)]
struct Adding {
    programme: String,
    occupation: String,
    reason: String,
    /// Keyboard given to the first field.
    begun: bool,
}

impl Default for State {
    fn default() -> Self {
        let mut table = TableState::descending(data::EFFECT);
        table.takes_paste = true;
        Self {
            kept: None,
            table,
            everywhere: false,
            note: None,
            adding: None,
            official: official::State::default(),
        }
    }
}

/// Draws the screen; what it shows is read beside the window the first time.
pub fn crosswalk_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, outlets: &Outlets) {
    let Some(snapshot) = scene.snapshot else { return };
    if !outlets.are_of(snapshot) && !snapshot.outdated {
        scene.send(Action::ReadCrosswalk);
    }
    let Some(lines) = &outlets.lines else {
        ui.label(scene.t("ui-outlets-waiting"));
        return;
    };
    state.official.shown = outlets.official.is_some();
    if let Some(read) = &outlets.official {
        official::official_ui(ui, scene, &mut state.official, read, outlets);
        return;
    }
    let read = (outlets.stamp, snapshot.stamp, scene.lang, state.everywhere);
    let kept = state.kept.take().filter(|(of, _)| *of == read);
    let (_, table) = kept.unwrap_or_else(|| {
        let (effects, older) = (outlets.current_effects(), outlets.effects.as_deref());
        let table = data::table(lines, effects, older, state.everywhere, &snapshot.names, scene.lang);
        (read, table)
    });
    deeds_ui(ui, scene, state, &table);
    if state.adding.is_some() {
        adding_ui(ui, scene, state, snapshot);
    }
    if state.official.asking {
        official::ask_ui(ui, scene, &mut state.official);
    }
    ui.add_space(size::GAP_XS);
    let line = state.table.cursor.clone();
    let line = line.and_then(|key| lines.lines.iter().find(|line| line.outlet == key));
    if let Some(line) = line {
        Panel::bottom("outlet")
            .frame(egui::Frame::new().inner_margin(theme::margin(0.0)))
            .show(ui, |ui| chosen_ui(ui, scene, state, line, outlets));
    }
    // The stamp of a table tells its outlets, its names and its scope apart.
    let stamp = (outlets.stamp << 32) ^ (snapshot.stamp << 1) ^ u64::from(state.everywhere);
    table_ui(ui, scene, &table, stamp, &mut state.table);
    if let Some(pasted) = state.table.pasted.take() {
        scene.send(Action::PasteReviews(pasted));
    }
    state.kept = Some((read, table));
}

/// What can be done to the outlets chosen.
fn deeds_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, table: &Table<OutletKey>) {
    let chosen = state.table.chosen(table);
    ui.horizontal_wrapped(|ui| {
        let may = scene.writable() && !chosen.is_empty();
        let deeds = [
            ("set-aside", ReviewEdit::SetAside),
            ("restore", ReviewEdit::Restore),
            ("check", ReviewEdit::Check),
            ("reopen", ReviewEdit::Reopen),
        ];
        for (key, edit) in deeds {
            let button = ui.add_enabled(may, egui::Button::new(scene.t(&format!("ui-outlets-{key}"))));
            if button
                .on_hover_text(scene.t(&format!("ui-outlets-{key}-help")))
                .clicked()
            {
                scene.send(Action::EditOutlets(chosen.clone(), edit));
            }
        }
        let rate = ui.add_enabled(may, egui::Button::new(scene.t("ui-outlets-rate")));
        egui::Popup::menu(&rate).show(|ui| {
            for confidence in [Some(3), Some(2), Some(1), None] {
                let key =
                    confidence.map_or_else(|| "ui-confidence-tables".to_owned(), |c| format!("ui-confidence-{c}"));
                if ui.button(scene.t(&key)).clicked() {
                    let edit = ReviewEdit::Confidence(confidence);
                    scene.send(Action::EditOutlets(chosen.clone(), edit));
                }
            }
        });
        let add = format!("{} {}", icon::ADD, scene.t("ui-outlets-add"));
        if ui.add_enabled(scene.writable(), egui::Button::new(add)).clicked() {
            state.adding = match state.adding {
                Some(_) => None,
                None => Some(Adding::default()),
            };
        }
        if ui.button(scene.t("ui-official-compare")).clicked() {
            state.official.asking = !state.official.asking;
        }
        ui.checkbox(&mut state.everywhere, scene.t("ui-outlets-everywhere"))
            .on_hover_text(scene.t("ui-outlets-everywhere-help"));
    });
}

/// Programme, occupation and reason of an outlet to add; what each field names is said under it.
fn adding_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, snapshot: &Snapshot) {
    let Some(adding) = &mut state.adding else { return };
    let catalogue = &snapshot.facts.catalogue;
    let names = &snapshot.names;
    let mut done = false;
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-outlets-add-heading"));
        let programme = ui.horizontal(|ui| {
            let field = parts::field(ui, &mut adding.programme, &scene.t("ui-outlets-programme"), size::FIELD);
            if !std::mem::replace(&mut adding.begun, true) {
                field.request_focus();
            }
            let all = catalogue
                .programmes
                .iter()
                .map(|p| (p.id.clone(), names.programme(&p.id)));
            let found: Named<ProgrammeId> = data::named(&adding.programme, all);
            named_ui(ui, scene, &found, &adding.programme);
            found
        });
        let occupation = ui.horizontal(|ui| {
            parts::field(
                ui,
                &mut adding.occupation,
                &scene.t("ui-outlets-occupation"),
                size::FIELD,
            );
            let all = catalogue
                .occupations
                .iter()
                .map(|o| (o.code.clone(), names.occupation(&o.code)));
            let found: Named<FapCode> = data::named(&adding.occupation, all);
            named_ui(ui, scene, &found, &adding.occupation);
            found
        });
        ui.horizontal(|ui| {
            parts::field(ui, &mut adding.reason, &scene.t("ui-outlets-reason"), size::FIELD);
            let ready = match (programme.inner, occupation.inner) {
                (Named::One(programme, _), Named::One(fap, _)) if !adding.reason.trim().is_empty() => {
                    Some(OutletKey { programme, fap })
                }
                _ => None,
            };
            let button = egui::Button::new(scene.t("ui-outlets-add-do"));
            if let (true, Some(outlet)) = (ui.add_enabled(ready.is_some(), button).clicked(), ready) {
                state.table.select(Some(outlet.clone()));
                scene.send(Action::AddOutlet(outlet, adding.reason.clone()));
                done = true;
            }
            done |= ui.button(scene.t("ui-close")).clicked();
        });
    });
    if done {
        state.adding = None;
    }
}

/// What a field names so far.
fn named_ui<T>(ui: &mut Ui, scene: &Scene<'_>, found: &Named<T>, typed: &str) {
    let words = match found {
        Named::One(_, name) => name.clone(),
        Named::Several(n) => scene.say(&Message::new("ui-outlets-several").with("n", *n)),
        Named::Nothing if typed.trim().is_empty() => String::new(),
        Named::Nothing => scene.t("ui-find-nothing"),
    };
    ui.add(Label::new(words).truncate());
}

/// The outlet chosen: what it is worth, how it is known, and its note.
fn chosen_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, line: &OutletLine, outlets: &Outlets) {
    let Some(snapshot) = scene.snapshot else { return };
    let (lang, names) = (scene.lang, &snapshot.names);
    let OutletKey { programme, fap } = &line.outlet;
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let title = format!(
                "{} {} {}",
                names.programme(programme),
                icon::CARET_RIGHT,
                names.occupation(fap)
            );
            ui.add(Label::new(bold(title, size::TYPE_EMPHASIS)).truncate());
        });
        ScrollArea::vertical().max_height(size::OUTLET_WAYS).show(ui, |ui| {
            if let Some(effects) = outlets.current_effects() {
                ui.add(Label::new(data::effect_words(line, effects.of(&line.outlet), lang)).wrap());
            }
            for way in data::ways(line, names, lang) {
                ui.add(Label::new(plain(way, size::TYPE_CAPTION)).wrap());
            }
            if line.ways.is_empty() {
                ui.label(plain(scene.t("ui-outlet-by-hand"), size::TYPE_CAPTION));
            }
            if !line.counted && line.status() == ReviewStatus::Added {
                ui.label(scene.t("ui-outlet-not-counted"));
            }
        });
        note_ui(ui, scene, state, line);
    });
}

/// The note, sent once: at Enter or when the field is left.
fn note_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, line: &OutletLine) {
    let kept = line.review.as_ref().map_or("", |review| review.note.as_str());
    let mut note = match &state.note {
        Some((of, note)) if *of == line.outlet => note.clone(),
        _ => kept.to_owned(),
    };
    ui.horizontal(|ui| {
        ui.label(scene.t("app-review-column-note"));
        let width = (ui.available_width() - size::GAP_M).clamp(size::FIELD_NUMBER, size::FIELD_WIDE);
        let field = ui
            .add_enabled_ui(scene.writable(), |ui| {
                parts::field(ui, &mut note, &scene.t("ui-outlet-note"), width)
            })
            .inner;
        if field.changed() {
            state.note = Some((line.outlet.clone(), note));
        }
        if field.lost_focus() {
            let typed = state.note.take_if(|(of, _)| *of == line.outlet).map(|(_, note)| note);
            let given_up = ui.input(|i| i.key_pressed(egui::Key::Escape));
            if let Some(typed) = typed.filter(|typed| !given_up && typed.trim() != kept) {
                let edit = ReviewEdit::Note(typed);
                scene.send(Action::EditOutlets(vec![line.outlet.clone()], edit));
            }
        }
    });
}
