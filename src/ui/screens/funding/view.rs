//! Drawing of money: six parts, three of them tables that people write.

use egui::{Button, ComboBox, Key, Label, Spinner, Ui};

use super::forms::{Draft, Field, FieldKind, Rows};
use super::part::Part;
use super::{buys, data, scenario};
use crate::domain::assumption::AssumptionKey;
use crate::i18n::{Lang, Message};
use crate::report::money::waste_notes;
use crate::ui::desk::Money;
use crate::ui::desk::funding::FundDeed;
use crate::ui::scene::{Action, Scene};
use crate::ui::screens::{Beside, has_figures};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::keyboard;
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::table::{Direction, Gesture, Table, TableState, table_ui};

/// Keeps what was chosen, typed and read between frames.
#[derive(Debug)]
pub struct State {
    part: Part,
    draft: Option<Draft>,
    /// Number of the last deed whose outcome was heard.
    heard: u64,
    /// What a deed was refused for, where no form is open for it.
    refused: Option<Message>,
    rows: TableState<i64>,
    written: Option<((u64, Lang, Part), Table<i64>)>,
    ranking: TableState<String>,
    ranked: Option<(Made, Table<String>)>,
    waste: TableState<usize>,
    idle: Option<(Made, Table<usize>)>,
    buys: buys::State,
    scenario: scenario::State,
}

/// What a table was made for: snapshot, money, language.
type Made = (u64, u64, Lang);

impl Default for State {
    fn default() -> Self {
        let mut ranking = TableState::default();
        ranking.sort_by(data::RANK, Direction::Ascending);
        Self {
            part: Part::default(),
            draft: None,
            heard: 0,
            refused: None,
            rows: TableState::default(),
            written: None,
            ranking,
            ranked: None,
            waste: TableState::default(),
            idle: None,
            buys: buys::State::default(),
            scenario: scenario::State::default(),
        }
    }
}

impl State {
    /// The filter of the table on screen takes the keyboard.
    pub fn ask_filter(&mut self) {
        match self.part {
            Part::Envelopes | Part::Aids | Part::Npecs => self.rows.ask_filter(),
            Part::Ranking => self.ranking.ask_filter(),
            Part::Wasted => self.waste.ask_filter(),
            Part::Buys => self.buys.table.ask_filter(),
            Part::Scenarios => self.scenario.table.ask_filter(),
        }
    }

    /// Follows what the last deed came to.
    fn hear(&mut self, money: &Money) {
        let Some((number, refused)) = &money.outcome else {
            return;
        };
        if *number <= self.heard {
            return;
        }
        self.heard = *number;
        self.refused = None;
        match (refused, &mut self.draft) {
            (None, _) => self.draft = None,
            (Some(why), Some(draft)) => draft.fault = Some((None, why.clone())),
            (Some(why), None) => self.refused = Some(why.clone()),
        }
    }
}

/// Draws the part chosen.
pub fn funding_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, beside: &Beside<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    state.hear(beside.money);
    parts_ui(ui, scene, state);
    if let Some(why) = &state.refused {
        parts::banner(ui, scene, Tone::Error, &scene.say(why));
    }
    if let Some(rows) = state.part.rows() {
        rows_ui(ui, scene, state, rows, snapshot);
        return;
    }
    if !has_figures(ui, scene, beside) {
        return;
    }
    match state.part {
        Part::Buys => buys::buys_ui(ui, scene, &mut state.buys, snapshot, beside),
        Part::Scenarios => scenario::scenario_ui(ui, scene, &mut state.scenario, snapshot, beside.plans),
        _ => computed_ui(ui, scene, state, snapshot, beside.money),
    }
}

/// The parts side by side, or as a choice where there is no room for them.
fn parts_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State) {
    let mut part = state.part;
    let name = |part: Part| scene.t(&format!("ui-funding-part-{}", part.as_str()));
    if ui.available_width() < size::SCENARIOS_STACK_UNDER {
        ui.horizontal(|ui| {
            parts::choice(ui, scene, &scene.t("ui-funding-parts"), &mut part, &Part::ALL, name);
        });
    } else {
        let segments = Part::ALL.map(|part| Segment {
            name: name(part),
            help: scene.t(&format!("ui-funding-part-{}-help", part.as_str())),
        });
        let chosen = Part::ALL.iter().position(|one| *one == part).unwrap_or(0);
        if let Some(picked) = segments_ui(ui, scene, &segments, chosen) {
            part = Part::ALL[picked];
        }
    }
    if part != state.part {
        state.part = part;
        state.draft = None;
        state.refused = None;
        state.rows.select(None);
    }
    ui.add_space(size::GAP_XS);
}

/// The ranking or the surpluses, once known.
fn computed_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, snapshot: &Snapshot, money: &Money) {
    if !money.is_asked(snapshot) {
        scene.send(Action::ReadMoney);
    }
    let Some(known) = &money.known else {
        ui.horizontal(|ui| {
            ui.add(Spinner::new());
            ui.label(scene.t("ui-job-money"));
        });
        return;
    };
    let lang = scene.lang;
    let made = (snapshot.stamp, money.stamp, lang);
    let stamp = (snapshot.stamp << 32) ^ money.stamp;
    let current = money.is_current(snapshot);
    ui.scope(|ui| {
        if !current {
            ui.multiply_opacity(size::DIMMED);
        }
        if state.part == Part::Ranking {
            let costs = match known.ranking.lines.iter().any(|line| line.cost.euros.is_some()) {
                true => Costs::Some,
                false => Costs::None,
            };
            ranking_notes_ui(ui, scene, known.ranking.rentree, costs);
            let kept = state.ranked.take().filter(|(of, _)| *of == made);
            let (_, table) = kept.unwrap_or_else(|| (made, data::ranking(&known.ranking, &snapshot.names, lang)));
            table_ui(ui, scene, &table, stamp, &mut state.ranking);
            state.ranked = Some((made, table));
        } else {
            for note in waste_notes(&known.waste, lang) {
                ui.add(Label::new(scene.say(&note)).wrap());
            }
            let kept = state.idle.take().filter(|(of, _)| *of == made);
            let (_, table) = kept.unwrap_or_else(|| (made, data::waste(&known.waste, &snapshot.names, lang)));
            table_ui(ui, scene, &table, stamp, &mut state.waste);
            state.idle = Some((made, table));
        }
    });
}

/// Whether a cost is known of some seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Costs {
    Some,
    None,
}

/// How the rank is made, and what to tell where no cost is known.
fn ranking_notes_ui(ui: &mut Ui, scene: &mut Scene<'_>, rentree: u16, costs: Costs) {
    let method = Message::new("funding-rank-method").with("rentree", rentree.to_string());
    ui.add(Label::new(plain(scene.say(&method), size::TYPE_CAPTION).color(scene.palette.text_weak.0)).wrap());
    if costs == Costs::None {
        parts::banner(ui, scene, Tone::Attention, &scene.t("ui-funding-no-cost"));
        if ui.button(scene.t("ui-funding-go-cost")).clicked() {
            scene.send(Action::ShowAssumption(AssumptionKey::SeatCost));
        }
    }
}

/// A table that people write: what can be done to it, the form open for a row, the rows.
fn rows_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, rows: Rows, snapshot: &Snapshot) {
    let facts = &snapshot.facts;
    let made = (snapshot.stamp, scene.lang, state.part);
    let kept = state.written.take().filter(|(of, _)| *of == made);
    let (_, table) = kept.unwrap_or_else(|| (made, data::rows(rows, facts, scene.lang)));
    let year = snapshot.year().map_or(2027, |year| year + 1);
    if table.rows.is_empty() && state.draft.is_none() {
        empty_ui(ui, scene, state, (rows, year));
    } else {
        deeds_ui(ui, scene, state, (rows, year), snapshot);
        if state.draft.is_some() {
            form_ui(ui, scene, state, rows);
        }
    }
    state.rows.takes_paste = rows != Rows::Envelopes && scene.writable();
    if !table.rows.is_empty() {
        match table_ui(
            ui,
            scene,
            &table,
            snapshot.stamp ^ ((state.part as u64) << 56),
            &mut state.rows,
        ) {
            Some(Gesture::Opened(id) | Gesture::Selected(id)) => state.draft = rows.draft(&facts.funding, id),
            Some(Gesture::Passed(_)) | None => {}
        }
    }
    let pasted = state.rows.pasted.take().or_else(|| free_paste(ui, &table, rows));
    if let Some(pasted) = pasted.filter(|_| scene.writable()) {
        scene.send(Action::Fund(match rows {
            Rows::Npecs => FundDeed::PasteNpecs(pasted),
            _ => FundDeed::PasteAids(pasted),
        }));
    }
    state.written = Some((made, table));
}

/// A paste where there is no table yet to take it.
fn free_paste(ui: &Ui, table: &Table<i64>, rows: Rows) -> Option<String> {
    if !table.rows.is_empty() || rows == Rows::Envelopes || ui.ctx().text_edit_focused() {
        return None;
    }
    ui.input(|i| {
        i.events.iter().find_map(|event| match event {
            egui::Event::Paste(text) => Some(text.clone()),
            _ => None,
        })
    })
}

fn rows_key(rows: Rows) -> &'static str {
    match rows {
        Rows::Envelopes => "envelopes",
        Rows::Aids => "aids",
        Rows::Npecs => "npecs",
    }
}

/// What the table is for, and the button that begins it.
fn empty_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, (rows, year): (Rows, u16)) {
    let key = rows_key(rows);
    ui.add_space(size::GAP_XL);
    ui.vertical_centered(|ui| {
        ui.set_max_width(size::READING);
        ui.label(plain(scene.t(&format!("ui-funding-empty-{key}")), size::TYPE_EMPHASIS));
        ui.add_space(size::GAP_M);
        let words = scene.t(&format!("ui-funding-add-{key}"));
        let add = ui
            .add_enabled_ui(scene.writable(), |ui| parts::primary(ui, scene, words))
            .inner;
        if add.clicked() {
            state.draft = Some(rows.blank(year));
        }
    });
}

fn deeds_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, (rows, year): (Rows, u16), snapshot: &Snapshot) {
    let funding = &snapshot.facts.funding;
    let chosen = state.rows.cursor.filter(|id| rows.draft(funding, *id).is_some());
    ui.horizontal_wrapped(|ui| {
        let words = format!(
            "{} {}",
            icon::ADD,
            scene.t(&format!("ui-funding-add-{}", rows_key(rows)))
        );
        if ui.add_enabled(scene.writable(), Button::new(words)).clicked() {
            state.rows.select(None);
            state.draft = Some(rows.blank(year));
        }
        let words = format!("{} {}", icon::REMOVE, scene.t("ui-funding-remove"));
        let remove = ui.add_enabled(scene.writable() && chosen.is_some(), Button::new(words));
        let asked = remove.clicked() || (!ui.ctx().text_edit_focused() && keyboard::pressed(ui, Key::Delete));
        if let Some(id) = chosen.filter(|_| asked && scene.writable()) {
            state.draft = None;
            state.rows.select(None);
            scene.actions.extend(rows.removal(funding, id).map(Action::Fund));
        }
        if rows != Rows::Envelopes && scene.writable() {
            let words = plain(scene.t("ui-funding-paste"), size::TYPE_CAPTION);
            ui.add(Label::new(words.color(scene.palette.text_weak.0)).wrap());
        }
    });
    ui.add_space(size::GAP_XS);
}

/// The fields of the row, and « Enregistrer ».
fn form_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, rows: Rows) {
    let Some(draft) = &mut state.draft else { return };
    let mut entered = false;
    let mut done = false;
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            for (at, field) in rows.fields().iter().enumerate() {
                entered |= field_ui(ui, scene, (at, field), draft);
            }
        });
        if let Some((None, why)) = &draft.fault {
            ui.add(Label::new(plain(scene.say(why), size::TYPE_BODY).color(scene.palette.error.0)).wrap());
        }
        ui.add_space(size::GAP_XS);
        ui.horizontal(|ui| {
            let words = scene.t("ui-funding-write");
            let write = ui
                .add_enabled_ui(scene.writable(), |ui| parts::primary(ui, scene, words))
                .inner;
            if write.clicked() || (entered && scene.writable()) {
                match rows.deed(draft) {
                    Ok(deed) => {
                        draft.fault = None;
                        scene.send(Action::Fund(deed));
                    }
                    Err((at, why)) => draft.fault = Some((Some(at), why)),
                }
            }
            done = ui.button(scene.t("ui-close")).clicked();
        });
    });
    if done {
        state.draft = None;
    }
    ui.add_space(size::GAP_XS);
}

/// One word of a list.
fn choice_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (name, prefix): (&str, &str),
    (value, all): (&mut String, &[&'static str]),
) {
    let shown = |word: &str| scene.t(&format!("{prefix}{word}"));
    let combo = ComboBox::from_id_salt(name).selected_text(shown(value));
    let drawn = combo.show_ui(ui, |ui| {
        for word in all {
            ui.selectable_value(value, (*word).to_owned(), shown(word));
        }
    });
    parts::name(ui, &drawn.response, name);
}

/// A caption, the field under it, and why it is wrong; true where Enter was pressed in it.
fn field_ui(ui: &mut Ui, scene: &Scene<'_>, (at, field): (usize, &Field), draft: &mut Draft) -> bool {
    let name = scene.t(&format!("ui-funding-field-{}", field.key));
    let value = &mut draft.values[at];
    let mut entered = false;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = size::GAP_XS;
        ui.label(plain(&name, size::TYPE_CAPTION).color(scene.palette.text_weak.0));
        if let FieldKind::Choice(words, prefix) = field.kind {
            choice_ui(ui, scene, (&name, prefix), (value, &words()));
            return;
        }
        let width = match field.kind {
            FieldKind::Words => size::COLUMN_NAME,
            _ => size::COLUMN_FIGURE,
        };
        let typed = parts::field(ui, value, &name, width);
        entered = typed.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if let Some((Some(wrong), why)) = &draft.fault
            && *wrong == at
        {
            let words = plain(scene.say(why), size::TYPE_CAPTION).color(scene.palette.error.0);
            ui.set_max_width(width.max(size::COLUMN_NAME));
            ui.add(Label::new(words).wrap());
        }
    });
    entered
}
