//! The form of a mobility help: nothing is written before « Enregistrer », which is one deed.

use egui::{Button, Label, Ui};

use super::choices::{Choice, basins};
use super::draft::{Fault, Field};
use super::fields::{Typed, entered, faults_ui, finder_ui, labelled};
use super::help_draft::HelpDraft;
use crate::domain::id::BasinCode;
use crate::domain::scenario::{ActionStatus, HelpKind, MobilityHelp, Scenario};
use crate::i18n::{Explain as _, text};
use crate::market::plan::{FIRST_YEAR, LAST_YEAR};
use crate::ui::desk::Plans;
use crate::ui::desk::plan::{Outcome, PlanDeed, Refused, Written};
use crate::ui::scene::{Action, Scene};
use crate::ui::screens::plan::helps::told;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::parts;

/// Keeps what is typed between frames.
#[derive(Debug, Default)]
pub struct HelpForm {
    /// Scenario and help; 0 for a new one.
    of: Option<(i64, i64)>,
    base: Option<HelpDraft>,
    draft: Option<HelpDraft>,
    typed: Typed,
    faults: Vec<Fault>,
    /// True from « Enregistrer » until the outcome is heard.
    saving: bool,
}

impl HelpForm {
    /// Follows what « Enregistrer » came to; what is the key of the help written.
    pub fn hear(&mut self, outcome: &Outcome) -> Option<i64> {
        if !std::mem::take(&mut self.saving) {
            return None;
        }
        match &outcome.told {
            Ok(Written::Help(id)) => {
                self.base.clone_from(&self.draft);
                Some(*id)
            }
            Err(Refused::Help(refusal)) => {
                self.faults = vec![(HelpDraft::refused(refusal), refusal.message())];
                None
            }
            _ => None,
        }
    }

    fn read(&mut self, scenario: i64, help: Option<&MobilityHelp>, from: u16) {
        let of = Some((scenario, help.map_or(0, |help| help.id)));
        if self.of != of {
            *self = Self { of, ..Self::default() };
        }
        let base = help.map(HelpDraft::of);
        if self.draft.is_none() || (self.base.is_some() && self.draft == self.base) {
            self.draft = base.clone().or_else(|| Some(HelpDraft::new(from)));
        }
        self.base = base;
    }
}

/// Draws what a help does, its fields and its buttons.
pub fn help_form_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    form: &mut HelpForm,
    (scenario, help): (&Scenario, Option<&MobilityHelp>),
    (snapshot, plans): (&Snapshot, &Plans),
) {
    let known = plans.outlooks.as_ref();
    let first = known.map_or(FIRST_YEAR, |known| *known.decidable.start());
    form.read(scenario.id, help, first);
    let effect = plans.outlook(scenario.id).zip(help);
    let effect = effect.and_then(|(outlook, help)| outlook.helps.iter().find(|e| e.help.id == help.id));
    let words = effect.map_or_else(
        || scene.t("ui-plan-help-for"),
        |effect| scene.say(&told(effect, scene.lang)),
    );
    ui.add(Label::new(plain(words, size::TYPE_BODY).color(scene.palette.text_weak.0)).wrap());
    let years: Vec<u16> = known
        .map_or(FIRST_YEAR..=LAST_YEAR, |known| known.rentrees.clone())
        .collect();
    let places = basins(snapshot);
    let Some(mut draft) = form.draft.take() else { return };
    let mut enter = false;
    ui.add_enabled_ui(scene.writable(), |ui| {
        what_ui(ui, scene, &mut draft);
        place_ui(ui, scene, &mut draft, (form, snapshot), &places);
        enter |= numbers_ui(ui, scene, &mut draft, &form.faults);
        when_ui(ui, scene, &mut draft, (&years, &form.faults));
        let name = scene.t("ui-plan-note");
        enter |= labelled(ui, scene, (&name, None::<Field>), &[], |ui| {
            let width = ui.available_width() - size::GAP_L;
            let response = parts::field(ui, &mut draft.note, &name, width);
            entered(ui, &response)
        });
    });
    form.draft = Some(draft);
    buttons_ui(ui, scene, form, (scenario, help), enter);
}

fn what_ui(ui: &mut Ui, scene: &Scene<'_>, draft: &mut HelpDraft) {
    let lang = scene.lang;
    ui.horizontal_wrapped(|ui| {
        let words = |kind: HelpKind| text(lang, &format!("help-kind-{}", kind.as_str()));
        parts::choice(
            ui,
            scene,
            &scene.t("ui-plan-help-kind"),
            &mut draft.kind,
            &HelpKind::ALL,
            words,
        );
        let words = |one: ActionStatus| text(lang, &format!("action-status-{}", one.as_str()));
        parts::choice(
            ui,
            scene,
            &scene.t("ui-plan-status"),
            &mut draft.status,
            &ActionStatus::ALL,
            words,
        );
    });
}

fn place_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    draft: &mut HelpDraft,
    (form, snapshot): (&mut HelpForm, &Snapshot),
    places: &[Choice<BasinCode>],
) {
    let name = scene.t("ui-plan-help-basin");
    let chosen = draft
        .basin
        .as_ref()
        .map_or_else(String::new, |b| snapshot.names.basin(b));
    let typed = &mut form.typed;
    let picked = labelled(ui, scene, (&name, Some(Field::Site)), &form.faults, |ui| {
        finder_ui(ui, (&name, Field::Site), (places, &chosen), typed)
    });
    draft.basin = picked.or(draft.basin.take());
}

/// How many, how far, at what cost; true where Enter was pressed.
fn numbers_ui(ui: &mut Ui, scene: &Scene<'_>, draft: &mut HelpDraft, faults: &[Fault]) -> bool {
    let mut enter = false;
    let mut number = |ui: &mut Ui, key: &str, field: Field, typed: &mut String| {
        let name = scene.t(key);
        enter |= labelled(ui, scene, (&name, Some(field)), faults, |ui| {
            let response = parts::field(ui, typed, &name, ui.available_width() - size::GAP_L);
            entered(ui, &response.on_hover_text(scene.t(&format!("{key}-help"))))
        });
    };
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        number(left, "ui-plan-help-people", Field::People, &mut draft.people);
        number(right, "ui-plan-help-km", Field::Km, &mut draft.km);
        number(
            left,
            "ui-plan-help-person-cost",
            Field::SeatCost,
            &mut draft.person_cost,
        );
        number(right, "ui-plan-fixed-cost", Field::FixedCost, &mut draft.fixed_cost);
    });
    enter
}

fn when_ui(ui: &mut Ui, scene: &Scene<'_>, draft: &mut HelpDraft, (years, faults): (&[u16], &[Fault])) {
    let mut ends: Vec<Option<u16>> = years.iter().copied().map(Some).collect();
    ends.insert(0, None);
    ui.horizontal_wrapped(|ui| {
        let year = |year: u16| year.to_string();
        parts::choice(ui, scene, &scene.t("ui-plan-help-from"), &mut draft.from, years, year);
        let goes_on = scene.t("ui-plan-help-goes-on");
        let year = |year: Option<u16>| year.map_or_else(|| goes_on.clone(), |year| year.to_string());
        parts::choice(ui, scene, &scene.t("ui-plan-help-until"), &mut draft.until, &ends, year);
    });
    faults_ui(ui, scene, Some(Field::Rentree), faults);
}

/// « Enregistrer », and what gives up or takes away.
fn buttons_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    form: &mut HelpForm,
    (scenario, help): (&Scenario, Option<&MobilityHelp>),
    enter: bool,
) {
    ui.add_space(size::GAP_S);
    let is_changed = form.draft != form.base;
    ui.horizontal_wrapped(|ui| {
        let may = scene.writable() && is_changed && !form.saving;
        let pressed = ui
            .add_enabled_ui(may, |ui| parts::primary(ui, scene, scene.t("ui-plan-save")).clicked())
            .inner;
        if may && (pressed || enter) {
            save(scene, form, scenario);
        }
        if form.base.is_some() && is_changed && ui.button(scene.t("ui-plan-revert")).clicked() {
            form.draft.clone_from(&form.base);
            form.faults.clear();
        }
        if form.base.is_none() && ui.button(scene.t("ui-plan-give-up")).clicked() {
            scene.send(Action::CloseDetail);
        }
    });
    let Some(help) = help else { return };
    let words = format!("{} {}", icon::REMOVE, scene.t("ui-plan-help-remove"));
    if ui.add_enabled(scene.writable(), Button::new(words)).clicked() {
        scene.send(Action::CloseDetail);
        scene.send(Action::Plan(PlanDeed::RemoveHelp(scenario.clone(), help.clone())));
    }
}

fn save(scene: &mut Scene<'_>, form: &mut HelpForm, scenario: &Scenario) {
    match form.draft.as_ref().map(HelpDraft::help) {
        Some(Ok(help)) => {
            form.saving = true;
            form.faults.clear();
            scene.send(Action::Plan(PlanDeed::Help(scenario.clone(), help)));
        }
        Some(Err(faults)) => form.faults = faults,
        None => {}
    }
}
