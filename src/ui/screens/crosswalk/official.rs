//! An official table beside the outlets of the territory: a line a difference, a box each, the effect of what is ticked, and the button that takes it over.

use std::collections::BTreeSet;
use std::path::PathBuf;

use egui::{Label, Ui};

use crate::domain::review::OutletKey;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{self, Lang, Message, text};
use crate::market::official::{OfficialLine, TakenEffect};
use crate::market::ways::{RomeOrigin, Way};
use crate::ui::desk::{OfficialRead, Outlets};
use crate::ui::scene::{Action, Asked, Scene};
use crate::ui::snapshot::Names;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::parts;
use crate::ui::widgets::table::{Cell, Column, Gesture, Offer, Row, Table, TableState, table_ui};

/// Decimals of the effect: one outlet may be worth a fraction of a post.
const FINE: usize = 1;

/// Ticks, and the path being typed.
#[derive(Debug)]
pub struct State {
    /// True while the path of a table is asked for.
    pub asking: bool,
    /// True while a table stands in place of the outlets.
    pub shown: bool,
    path: String,
    ticked: BTreeSet<OutletKey>,
    /// Different after every tick: another table.
    ticks: u64,
    table: TableState<OutletKey>,
    kept: Option<(Read, Table<OutletKey>)>,
}

/// What a table was made for: outlets, names, ticks, language.
type Read = (u64, u64, u64, Lang);

impl Default for State {
    fn default() -> Self {
        let mut table = TableState::default();
        table.takes_ticks = true;
        Self {
            asking: false,
            shown: false,
            path: String::new(),
            ticked: BTreeSet::new(),
            ticks: 0,
            table,
            kept: None,
        }
    }
}

impl State {
    /// The filter of the table takes the keyboard.
    pub fn ask_filter(&mut self) {
        self.table.ask_filter();
    }

    fn tick(&mut self, keys: Vec<OutletKey>, on: impl Fn(&BTreeSet<OutletKey>, &OutletKey) -> bool) {
        for key in keys {
            match on(&self.ticked, &key) {
                true => self.ticked.insert(key),
                false => self.ticked.remove(&key),
            };
        }
        self.ticks += 1;
    }
}

/// Which file: the native dialog, or its path.
pub fn ask_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-official-heading"));
        ui.add(Label::new(scene.t("ui-official-help")).wrap());
        ui.horizontal(|ui| {
            let field = parts::field(ui, &mut state.path, &scene.t("ui-official-path"), size::FIELD_WIDE);
            let entered = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
            let ready = !state.path.trim().is_empty();
            let read = ui.add_enabled(ready, egui::Button::new(scene.t("ui-import-read")));
            if ready && (read.clicked() || entered) {
                scene.send(Action::ReadOfficial(PathBuf::from(state.path.trim())));
                state.asking = false;
            }
            if ui.button(scene.t("ui-import-choose")).clicked() {
                scene.send(Action::Ask(Asked::OfficialTable));
                state.asking = false;
            }
            state.asking &= !ui.button(scene.t("ui-close")).clicked();
        });
    });
}

/// Draws the differences of a table that was read.
pub fn official_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, read: &OfficialRead, outlets: &Outlets) {
    let Some(snapshot) = scene.snapshot else { return };
    // What is taken over, or undone elsewhere, is no difference any more.
    let lines = &read.found.lines;
    state.ticked.retain(|key| lines.iter().any(|line| line.outlet == *key));
    head_ui(ui, scene, read);
    let made = (outlets.stamp, snapshot.stamp, state.ticks, scene.lang);
    let kept = state.kept.take().filter(|(of, _)| *of == made);
    let (_, table) = kept.unwrap_or_else(|| (made, table(lines, &state.ticked, &snapshot.names, scene.lang)));
    ticks_ui(ui, scene, state, &table);
    let effect = read.effect_of(&state.ticked, snapshot);
    effect_ui(ui, scene, state, effect);
    if effect.is_none() && !state.ticked.is_empty() && !snapshot.outdated {
        scene.send(Action::TryOfficial(state.ticked.clone()));
    }
    ui.add_space(size::GAP_XS);
    let stamp = (outlets.stamp << 40) ^ (snapshot.stamp << 20) ^ state.ticks;
    let opened = match table_ui(ui, scene, &table, stamp, &mut state.table) {
        Some(Gesture::Opened(key)) => Some(key),
        _ => None,
    };
    let ticked = state.table.ticked.take().or(opened);
    state.kept = Some((made, table));
    if let Some(key) = ticked {
        state.tick(vec![key], |ticked, key| !ticked.contains(key));
    }
}

/// What was read, and how much of it is told alike.
fn head_ui(ui: &mut Ui, scene: &mut Scene<'_>, read: &OfficialRead) {
    let told = Message::new("ui-official-read")
        .with("recognised", read.table.recognised.clone())
        .with("programmes", read.found.programmes)
        .with("lines", read.found.lines.len())
        .with("unchanged", read.found.unchanged)
        .with("refused", read.table.counts.refused);
    ui.add(Label::new(scene.say(&told)).wrap());
}

/// The boxes of many lines at once, the deed, and the way back.
fn ticks_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, table: &Table<OutletKey>) {
    ui.horizontal_wrapped(|ui| {
        let order = std::sync::Arc::clone(state.table.last_order());
        let shown = || order.iter().filter_map(|row| Some(table.rows.get(*row)?.key.clone()));
        if ui.button(scene.t("ui-official-all")).clicked() {
            state.tick(shown().collect(), |_, _| true);
        }
        if ui.button(scene.t("ui-official-none")).clicked() {
            state.tick(shown().collect(), |_, _| false);
        }
        let ready = scene.writable() && !state.ticked.is_empty();
        let words = Message::new("ui-official-take").with("n", state.ticked.len());
        let take = ui.add_enabled_ui(ready, |ui| parts::primary(ui, scene, scene.say(&words)));
        if take.inner.clicked() {
            scene.send(Action::TakeOfficial(state.ticked.clone()));
        }
        if ui.button(scene.t("ui-official-leave")).clicked() {
            scene.send(Action::ForgetOfficial);
        }
    });
}

fn effect_ui(ui: &mut Ui, scene: &Scene<'_>, state: &State, effect: Option<TakenEffect>) {
    let words = match effect {
        Some(effect) => effect_words(state.ticked.len(), &effect, scene.lang),
        None if state.ticked.is_empty() => scene.t("ui-official-tick"),
        None => scene.t("ui-official-computing"),
    };
    ui.add(Label::new(plain(words, size::TYPE_BODY)).wrap());
}

fn effect_words(lines: usize, effect: &TakenEffect, lang: Lang) -> String {
    let posts = |estimate: Estimate| i18n::spread(lang, estimate.map(Milli::people), FINE);
    Message::new("app-official-effect")
        .with("lines", lines)
        .with("before", posts(effect.before))
        .with("after", posts(effect.after))
        .with("more", posts(effect.filled_more))
        .text(lang)
}

/// One row a difference.
fn table(lines: &[OfficialLine], ticked: &BTreeSet<OutletKey>, names: &Names, lang: Lang) -> Table<OutletKey> {
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let confidence = |key: &str| Column::number(text(lang, key), size::COLUMN_FIGURE);
    let number = |known: Option<u8>| known.map_or(Cell::Empty, |c| Cell::Number(f64::from(c), 0));
    let row = |line: &OfficialLine| Row {
        key: line.outlet.clone(),
        cells: vec![
            Cell::Text(names.programme(&line.outlet.programme)),
            Cell::Tick(ticked.contains(&line.outlet)),
            Cell::Text(text(lang, &format!("app-official-{}", line.difference.as_str()))),
            Cell::Text(names.occupation(&line.outlet.fap)),
            Cell::Text(text(lang, &format!("app-review-status-{}", line.status.as_str()))),
            number(line.before),
            number(line.after),
            Cell::Text(origins(&line.ways, lang)),
            Cell::Text(line.level.to_string()),
            Cell::Text(line.outlet.programme.to_string()),
            Cell::Text(line.outlet.fap.to_string()),
        ],
    };
    Table {
        id: "official",
        title: text(lang, "ui-official-heading"),
        columns: vec![
            words("ui-column-programme", size::COLUMN_NAME).offered(Offer::Always),
            words("ui-official-column", size::COLUMN_CODE).help(text(lang, "ui-official-column-help")),
            words("app-official-difference", size::COLUMN_FIGURE).help(text(lang, "ui-official-difference-help")),
            words("ui-column-occupation", size::COLUMN_NAME).up_to(size::COLUMN_OCCUPATION),
            words("app-review-column-status", size::COLUMN_FIGURE),
            confidence("app-official-before"),
            confidence("app-official-after"),
            words("ui-outlet-ways", size::COLUMN_PLACE).offered(Offer::WhereItFits),
            words("ui-column-level", size::COLUMN_CODE).offered(Offer::OnDemand),
            words("app-review-column-programme", size::COLUMN_FIGURE).offered(Offer::OnDemand),
            words("app-review-column-occupation", size::COLUMN_FIGURE).offered(Offer::OnDemand),
        ],
        rows: lines.iter().map(row).collect(),
        totals: None,
    }
}

/// « H2901 (ligne 12), H2902 »: ROME codes, with their rows where the table is one of diplomas.
fn origins(ways: &[Way], lang: Lang) -> String {
    let mut told: Vec<String> = ways
        .iter()
        .map(|way| match way.origin {
            RomeOrigin::File { row, .. } => Message::new("ui-official-row")
                .with("rome", way.rome.as_str())
                .with("row", row)
                .text(lang),
            RomeOrigin::Official | RomeOrigin::Added => way.rome.to_string(),
        })
        .collect();
    told.dedup();
    told.join(", ")
}
