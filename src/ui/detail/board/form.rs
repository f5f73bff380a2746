//! The form of something on the board: nothing is written before « Enregistrer », which is one deed.

use egui::{Button, Label, Ui};

use super::draft::{Draft, Fault, Slot, Touches};
use crate::domain::board::{AssetKind, BoardPart, CommitmentStatus, PledgeKind};
use crate::domain::id::FapCode;
use crate::domain::occupation::OccupationScope;
use crate::domain::scenario::Site;
use crate::i18n::{Explain as _, Lang, Message, text};
use crate::ui::desk::board::{BoardDeed, Outcome, Written};
use crate::ui::detail::plan::choices::{Choice, Choices};
use crate::ui::detail::plan::fields::{entered, faults_ui, finder_ui, labelled};
use crate::ui::scene::{Action, BoardSubject, Place, Scene};
use crate::ui::screens::plan::data::{kind_words, place_words, site_words};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::parts;

/// Keeps what is typed between frames.
#[derive(Debug, Default)]
pub struct Form {
    of: Option<BoardSubject>,
    /// As the file has it; nothing for something new.
    base: Option<Draft>,
    draft: Option<Draft>,
    typed: Option<(Slot, String)>,
    faults: Vec<Fault>,
    /// True from « Enregistrer » until the outcome is heard.
    saving: bool,
    /// True from there until the file is read again.
    waiting: bool,
    choices: Option<((u64, Lang), Found)>,
}

/// What fields may name.
#[derive(Debug)]
struct Found {
    all: Choices,
    occupations: Vec<Choice<FapCode>>,
}

impl Form {
    /// Reads the item to change, keeping what was typed on it.
    pub fn read(&mut self, subject: &BoardSubject, base: Option<Draft>, fresh: impl FnOnce() -> Draft) {
        if self.of.as_ref() != Some(subject) {
            *self = Self {
                of: Some(subject.clone()),
                choices: self.choices.take(),
                ..Self::default()
            };
        }
        self.waiting = false;
        let untouched = self.draft.is_none() || (self.base.is_some() && self.draft == self.base);
        if untouched {
            self.draft = base.clone().or_else(|| Some(fresh()));
        }
        self.base = base;
    }

    /// True while what was written is not read again yet.
    pub fn is_waiting(&self) -> bool {
        self.waiting
    }

    /// Follows what « Enregistrer » came to; what was written.
    pub fn hear(&mut self, outcome: &Outcome) -> Option<Written> {
        if !std::mem::take(&mut self.saving) {
            return None;
        }
        match &outcome.told {
            Ok(written) => {
                self.base.clone_from(&self.draft);
                self.faults.clear();
                self.waiting = true;
                Some(*written)
            }
            Err(refusal) => {
                let draft = self.draft.as_ref()?;
                self.faults = vec![(Slot::refused(refusal, draft), refusal.message())];
                None
            }
        }
    }

    fn is_changed(&self) -> bool {
        self.draft.is_some() && self.draft != self.base
    }
}

/// Draws the fields and the buttons.
pub fn form_ui(ui: &mut Ui, scene: &mut Scene<'_>, form: &mut Form, snapshot: &Snapshot) {
    let read = (snapshot.stamp, scene.lang);
    let found = match form.choices.take() {
        Some((of, found)) if of == read => found,
        _ => found(snapshot, scene.lang),
    };
    let mut enter = false;
    if let Some(draft) = &mut form.draft {
        help_ui(ui, scene, draft.part);
        let mut fields = Fields {
            draft,
            typed: &mut form.typed,
            faults: &form.faults,
            entered: false,
        };
        ui.add_enabled_ui(scene.writable(), |ui| {
            for slot in fields.draft.slots() {
                fields.slot_ui(ui, scene, slot, (snapshot, &found));
            }
        });
        enter = fields.entered;
    }
    buttons_ui(ui, scene, form, enter);
    form.choices = Some((read, found));
}

fn found(snapshot: &Snapshot, lang: Lang) -> Found {
    let core = snapshot.facts.catalogue.occupations.iter();
    let core = core.filter(|o| o.scope == OccupationScope::Core);
    let choice = |code: &FapCode| Choice::new(code.clone(), snapshot.names.occupation(code), code.as_str());
    Found {
        all: Choices::of(snapshot, &[], lang),
        occupations: core.map(|o| choice(&o.code)).collect(),
    }
}

/// Whom a field may name: institutions, never a person.
fn help_ui(ui: &mut Ui, scene: &Scene<'_>, part: BoardPart) {
    if matches!(part, BoardPart::Commitment | BoardPart::Step | BoardPart::Review) {
        let words = plain(scene.t("ui-board-nobody"), size::TYPE_CAPTION).color(scene.palette.text_weak.0);
        ui.add(Label::new(words).wrap());
    }
}

fn buttons_ui(ui: &mut Ui, scene: &mut Scene<'_>, form: &mut Form, enter: bool) {
    ui.add_space(size::GAP_S);
    ui.horizontal(|ui| {
        let may = scene.writable() && form.is_changed() && !form.saving;
        let pressed = ui
            .add_enabled_ui(may, |ui| parts::primary(ui, scene, scene.t("ui-plan-save")).clicked())
            .inner;
        if may && (pressed || enter) {
            save(scene, form);
        }
        if form.base.is_some() && form.is_changed() && ui.button(scene.t("ui-plan-revert")).clicked() {
            form.draft.clone_from(&form.base);
            form.faults.clear();
            form.typed = None;
        }
        if form.base.is_none() && ui.button(scene.t("ui-plan-give-up")).clicked() {
            scene.send(Action::CloseDetail);
        }
    });
}

fn save(scene: &mut Scene<'_>, form: &mut Form) {
    match form.draft.as_ref().map(Draft::item) {
        Some(Ok(item)) => {
            form.saving = true;
            form.faults.clear();
            scene.send(Action::Board(BoardDeed::Put(item)));
        }
        Some(Err(faults)) => form.faults = faults,
        None => {}
    }
}

/// The fields being drawn.
struct Fields<'f> {
    draft: &'f mut Draft,
    typed: &'f mut Option<(Slot, String)>,
    faults: &'f [Fault],
    /// True where Enter was pressed in one.
    entered: bool,
}

impl Fields<'_> {
    fn slot_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, slot: Slot, (snapshot, found): (&Snapshot, &Found)) {
        match slot {
            Slot::Kind | Slot::Status | Slot::Touches => self.choice_ui(ui, scene, slot),
            Slot::Scenario => self.scenario_ui(ui, scene, snapshot),
            Slot::Action => self.action_ui(ui, scene, snapshot),
            Slot::Basins => self.basins_ui(ui, scene, (snapshot, found)),
            Slot::Establishment | Slot::Basin | Slot::Site => self.site_ui(ui, scene, slot, (snapshot, found)),
            Slot::Occupation => {
                let chosen = self.draft.fap.as_ref();
                let chosen = chosen.map_or_else(String::new, |fap| snapshot.names.occupation(fap));
                let picked = self.finder_ui(ui, scene, slot, (&found.occupations, &chosen));
                self.draft.fap = picked.or(self.draft.fap.take());
            }
            Slot::Programme => {
                let chosen = self.draft.programme.as_ref();
                let chosen = chosen.map_or_else(String::new, |p| snapshot.names.programme(p));
                let picked = self.finder_ui(ui, scene, slot, (&found.all.programmes, &chosen));
                self.draft.programme = picked.or(self.draft.programme.take());
            }
            _ => self.text_ui(ui, scene, slot),
        }
    }

    fn choice_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, slot: Slot) {
        let lang = scene.lang;
        let name = self.name(scene, slot);
        let draft = &mut *self.draft;
        ui.horizontal_wrapped(|ui| match (slot, draft.part) {
            (Slot::Kind, BoardPart::Means) => {
                let words = |kind: AssetKind| text(lang, &format!("asset-{}", kind.as_str()));
                parts::choice(ui, scene, &name, &mut draft.asset, &AssetKind::ALL, words);
            }
            (Slot::Kind, _) => {
                let words = |kind: PledgeKind| text(lang, &format!("pledge-{}", kind.as_str()));
                parts::choice(ui, scene, &name, &mut draft.pledge, &PledgeKind::ALL, words);
            }
            (Slot::Touches, _) => {
                let all = [Touches::Territory, Touches::Cell, Touches::Programme];
                let words = |one: Touches| text(lang, touches_key(one));
                parts::choice(ui, scene, &name, &mut draft.touches, &all, words);
            }
            _ => {
                let words = |one: CommitmentStatus| text(lang, &format!("commitment-status-{}", one.as_str()));
                parts::choice(ui, scene, &name, &mut draft.status, &CommitmentStatus::ALL, words);
            }
        });
    }

    fn scenario_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, snapshot: &Snapshot) {
        let scenarios = &snapshot.facts.scenarios;
        if scenarios.is_empty() {
            return to_plan_ui(ui, scene, "ui-board-no-scenario");
        }
        let all: Vec<Option<i64>> = scenarios.iter().map(|s| Some(s.id)).collect();
        let words = |id: Option<i64>| {
            let known = scenarios.iter().find(|s| Some(s.id) == id);
            known.map(|s| s.name.clone()).unwrap_or_default()
        };
        let name = self.name(scene, Slot::Scenario);
        let chosen = &mut self.draft.scenario;
        ui.horizontal_wrapped(|ui| parts::choice(ui, scene, &name, chosen, &all, words));
        faults_ui(ui, scene, Some(Slot::Scenario), self.faults);
    }

    /// The actions that bring a cohort in.
    fn action_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, snapshot: &Snapshot) {
        let (facts, names) = (&snapshot.facts, &snapshot.names);
        let all = facts
            .scenarios
            .iter()
            .flat_map(|s| s.actions.iter().map(move |a| (s, a)));
        let all: Vec<_> = all.filter(|(_, action)| action.kind.sign() > 0).collect();
        if all.is_empty() {
            return to_plan_ui(ui, scene, "ui-board-no-action");
        }
        let lang = scene.lang;
        let words = |id: Option<i64>| {
            let known = all.iter().find(|(_, action)| Some(action.id) == id);
            let told = known.map(|(scenario, action)| {
                let place = place_words(action, facts, names, lang);
                let programme = names.programme(&action.section.programme);
                format!(
                    "{} {programme}, {place} ({})",
                    kind_words(action.kind, lang),
                    scenario.name
                )
            });
            told.unwrap_or_default()
        };
        let ids: Vec<Option<i64>> = all.iter().map(|(_, action)| Some(action.id)).collect();
        let name = self.name(scene, Slot::Action);
        let chosen = &mut self.draft.action;
        ui.horizontal_wrapped(|ui| parts::choice(ui, scene, &name, chosen, &ids, words));
        faults_ui(ui, scene, Some(Slot::Action), self.faults);
    }

    fn site_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, slot: Slot, (snapshot, found): (&Snapshot, &Found)) {
        let fits = |site: &Site| match slot {
            Slot::Establishment => site.uai().is_some(),
            Slot::Basin => site.basin().is_some(),
            _ => true,
        };
        let all: Vec<Choice<Site>> = found.all.sites.iter().filter(|c| fits(&c.key)).cloned().collect();
        let chosen = self.draft.site.as_ref().filter(|site| fits(site));
        let chosen = chosen.map_or_else(String::new, |site| site_words(site, &snapshot.facts, &snapshot.names));
        let picked = self.finder_ui(ui, scene, slot, (&all, &chosen));
        self.draft.site = picked.or(self.draft.site.take());
    }

    /// Basins, each added by a few letters and taken away by its button.
    fn basins_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, (snapshot, found): (&Snapshot, &Found)) {
        let sites = found.all.sites.iter();
        let all: Vec<Choice<Site>> = sites.filter(|c| c.key.basin().is_some()).cloned().collect();
        let picked = self.finder_ui(ui, scene, Slot::Basins, (&all, ""));
        if let Some(basin) = picked.as_ref().and_then(Site::basin) {
            self.draft.basins.insert(basin.clone());
        }
        let mut gone = None;
        ui.horizontal_wrapped(|ui| {
            for basin in &self.draft.basins {
                let name = snapshot.names.basin(basin);
                let button = ui.add(Button::new(format!("{name} {}", icon::CLOSE)));
                let words = Message::new("ui-board-without-basin").with("basin", name.as_str());
                parts::name(ui, &button, &scene.say(&words));
                if button.clicked() {
                    gone = Some(basin.clone());
                }
            }
        });
        if let Some(basin) = gone {
            self.draft.basins.remove(&basin);
        }
    }

    fn finder_ui<T: Clone>(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        slot: Slot,
        (choices, chosen): (&[Choice<T>], &str),
    ) -> Option<T> {
        let name = self.name(scene, slot);
        let typed = &mut *self.typed;
        labelled(ui, scene, (&name, Some(slot)), self.faults, |ui| {
            finder_ui(ui, (&name, slot), (choices, chosen), typed)
        })
    }

    fn text_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, slot: Slot) {
        let name = self.name(scene, slot);
        let typed = self.draft.typed(slot);
        let enter = labelled(ui, scene, (&name, Some(slot)), self.faults, |ui| {
            let width = ui.available_width() - size::GAP_L;
            let response = parts::field(ui, typed, &name, width);
            entered(ui, &response)
        });
        self.entered |= enter;
    }

    /// The caption of a field; what is counted depends on the kind.
    fn name(&self, scene: &Scene<'_>, slot: Slot) -> String {
        let kind = match (slot, self.draft.part) {
            (Slot::Amount | Slot::From, _) => Some(self.draft.pledge.as_str()),
            (Slot::Seats, _) => Some(self.draft.asset.as_str()),
            _ => None,
        };
        let key = format!("ui-board-field-{}", slot.as_str());
        kind.map_or_else(|| scene.t(&key), |kind| scene.t(&format!("{key}-{kind}")))
    }
}

fn touches_key(touches: Touches) -> &'static str {
    match touches {
        Touches::Territory => "ui-board-touches-territory",
        Touches::Cell => "ui-board-touches-cell",
        Touches::Programme => "ui-board-touches-programme",
    }
}

/// Why nothing can be chosen, and the way to the scenarios.
fn to_plan_ui(ui: &mut Ui, scene: &mut Scene<'_>, key: &str) {
    ui.add(Label::new(scene.t(key)).wrap());
    if ui.button(scene.t("ui-nav-plan")).clicked() {
        scene.send(Action::Go(Place::Plan));
    }
}
