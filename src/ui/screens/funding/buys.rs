//! What an envelope buys: the euros asked, and the lots they pay for.

use egui::{Label, ScrollArea, Spinner, Ui};

use super::{data, forms};
use crate::domain::funding::{Envelope, Pays};
use crate::i18n::{Lang, Message, text};
use crate::market::funding::{Purchase, PurchaseRequest};
use crate::report::Chart;
use crate::report::money::purchase_notes;
use crate::ui::desk::Money;
use crate::ui::scene::{Action, Scene};
use crate::ui::screens::Beside;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::chart::{Marks, chart_ui};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::table::{Table, TableState, table_ui};

/// Sizes of a class.
const LOTS: [u32; 3] = [12, 15, 24];

/// Keeps what is asked.
#[derive(Debug)]
pub(super) struct State {
    /// The envelope whose euros are spent; nothing where they are typed.
    envelope: Option<i64>,
    euros: String,
    pays: Pays,
    lot: usize,
    workshop: String,
    fault: Option<Message>,
    pub table: TableState<usize>,
    kept: Option<(Made, Table<usize>, Chart)>,
    /// True where the curve is shown in place of the lots.
    curve: bool,
}

/// What the table was made for: snapshot, money, language.
type Made = (u64, u64, Lang);

impl Default for State {
    fn default() -> Self {
        Self {
            envelope: None,
            euros: "1000000".to_owned(),
            pays: Pays::default(),
            lot: 1,
            workshop: "48".to_owned(),
            fault: None,
            table: TableState::default(),
            kept: None,
            curve: false,
        }
    }
}

impl State {
    /// What is asked.
    fn request(&self, envelopes: &[Envelope]) -> Result<PurchaseRequest, Message> {
        let chosen = envelopes.iter().find(|e| Some(e.id) == self.envelope);
        let (euros, pays) = match chosen {
            Some(envelope) => (Some(envelope.euros), envelope.pays),
            None => (forms::euros(&self.euros), self.pays),
        };
        let workshop = forms::euros(&self.workshop).and_then(|seats| u32::try_from(seats).ok());
        Ok(PurchaseRequest {
            base: None,
            euros: euros.ok_or_else(|| Message::new("app-funding-euros"))?,
            pays,
            lot: LOTS[self.lot],
            workshop: workshop.ok_or_else(|| Message::new("app-funding-number"))?,
        })
    }
}

/// Draws the form, and what was bought.
pub(super) fn buys_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, snapshot: &Snapshot, beside: &Beside<'_>) {
    form_ui(ui, scene, state, snapshot);
    if beside.buying {
        ui.horizontal(|ui| {
            ui.add(Spinner::new());
            ui.label(scene.t("ui-job-buy"));
        });
    }
    let Some(bought) = &beside.money.bought else {
        ui.add(
            Label::new(plain(scene.t("ui-funding-buys-empty"), size::TYPE_BODY).color(scene.palette.text_weak.0))
                .wrap(),
        );
        return;
    };
    if bought.revision != snapshot.facts.revision {
        parts::banner(ui, scene, Tone::Attention, &scene.t("ui-funding-older"));
    }
    bought_ui(ui, scene, state, (bought, snapshot), beside.money);
}

fn bought_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (bought, snapshot): (&Purchase, &Snapshot),
    money: &Money,
) {
    let notes: Vec<String> = purchase_notes(bought, scene.lang)
        .iter()
        .map(|note| scene.say(note))
        .collect();
    ui.add(Label::new(notes.join(" ")).wrap());
    let made = (snapshot.stamp, money.stamp, scene.lang);
    let kept = state.kept.take().filter(|(of, ..)| *of == made);
    let (_, table, curve) = kept.unwrap_or_else(|| {
        let table = data::purchase(bought, &snapshot.names, scene.lang);
        (made, table, data::curve(bought, &snapshot.facts, scene.lang))
    });
    if !table.rows.is_empty() {
        let segments = ["lots", "curve"].map(|key| Segment {
            name: scene.t(&format!("ui-funding-shown-{key}")),
            help: scene.t(&format!("ui-funding-shown-{key}-help")),
        });
        if let Some(picked) = segments_ui(ui, scene, &segments, usize::from(state.curve)) {
            state.curve = picked == 1;
        }
        if state.curve {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                chart_ui(ui, scene, &curve, Marks::Read);
            });
        } else {
            table_ui(
                ui,
                scene,
                &table,
                (snapshot.stamp << 32) ^ money.stamp,
                &mut state.table,
            );
        }
    }
    state.kept = Some((made, table, curve));
}

fn form_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, snapshot: &Snapshot) {
    let envelopes = &snapshot.facts.funding.envelopes;
    let lang = scene.lang;
    ui.horizontal_wrapped(|ui| {
        let mut all: Vec<Option<i64>> = vec![None];
        all.extend(envelopes.iter().map(|e| Some(e.id)));
        let name = |id: Option<i64>| {
            let found = envelopes.iter().find(|e| Some(e.id) == id);
            found.map_or_else(
                || text(lang, "ui-funding-other-euros"),
                |e| format!("{} {}", e.name, e.year),
            )
        };
        parts::choice(
            ui,
            scene,
            &scene.t("ui-funding-envelope"),
            &mut state.envelope,
            &all,
            name,
        );
        if !envelopes.iter().any(|e| Some(e.id) == state.envelope) {
            state.envelope = None;
            caption(ui, scene, "ui-funding-field-euros");
            parts::field(
                ui,
                &mut state.euros,
                &scene.t("ui-funding-field-euros"),
                size::COLUMN_FIGURE,
            );
            let words = |pays: Pays| text(lang, &format!("pays-{}", pays.as_str()));
            parts::choice(
                ui,
                scene,
                &scene.t("ui-funding-field-pays"),
                &mut state.pays,
                &Pays::ALL,
                words,
            );
        }
        caption(ui, scene, "ui-funding-lot-seats");
        let segments = LOTS.map(|lot| Segment {
            name: lot.to_string(),
            help: Message::new("ui-funding-lot-seats-help").with("seats", lot).text(lang),
        });
        if let Some(picked) = segments_ui(ui, scene, &segments, state.lot) {
            state.lot = picked;
        }
        caption(ui, scene, "ui-funding-workshop");
        parts::field(
            ui,
            &mut state.workshop,
            &scene.t("ui-funding-workshop"),
            size::FIELD_NUMBER,
        )
        .on_hover_text(scene.t("ui-funding-workshop-help"));
        if parts::primary(ui, scene, scene.t("ui-funding-buy")).clicked() {
            match state.request(envelopes) {
                Ok(request) => {
                    state.fault = None;
                    scene.send(Action::Buy(request));
                }
                Err(why) => state.fault = Some(why),
            }
        }
    });
    if let Some(why) = &state.fault {
        ui.label(plain(scene.say(why), size::TYPE_CAPTION).color(scene.palette.error.0));
    }
    ui.add_space(size::GAP_XS);
}

fn caption(ui: &mut Ui, scene: &Scene<'_>, key: &str) {
    ui.label(plain(scene.t(key), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
}
