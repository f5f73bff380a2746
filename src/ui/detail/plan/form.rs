//! The form of an action: nothing is written before « Enregistrer », which is one deed.

use egui::{Button, Ui};

use super::choices::Choices;
use super::draft::{Draft, Fault, Field};
use super::fields::{Typed, entered, faults_ui, finder_ui, labelled};
use crate::domain::programme::Route;
use crate::domain::scenario::{ActionKind, ActionStatus, PlanAction, Scenario, SectionKey};
use crate::i18n::{Explain as _, Lang, Message, text};
use crate::market::plan::{FIRST_YEAR, LAST_YEAR};
use crate::ui::desk::Plans;
use crate::ui::desk::plan::{Outcome, PlanDeed, Refused, Written};
use crate::ui::scene::{Action, PlanSubject, Scene, Subject};
use crate::ui::screens::plan::data::{kind_words, place_words, site_words};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{icon, size};
use crate::ui::widgets::parts;

/// Usual sizes of a section.
const LOTS: [u32; 3] = [12, 15, 24];

/// What the choices were read for: snapshot, outlooks, language.
type Read = (u64, u64, Lang);

/// Keeps what is typed between frames.
#[derive(Debug, Default)]
pub struct Form {
    of: Option<PlanSubject>,
    /// As the file has it; nothing for a new action.
    base: Option<Draft>,
    draft: Option<Draft>,
    typed: Typed,
    faults: Vec<Fault>,
    /// True from « Enregistrer » until the outcome is heard.
    saving: bool,
    choices: Option<(Read, Choices)>,
}

impl Form {
    /// Reads the action to change, keeping what was typed on it.
    pub fn read(&mut self, subject: &PlanSubject, action: Option<&PlanAction>, rentree: u16) {
        let base = action.map(Draft::of);
        if self.of.as_ref() != Some(subject) {
            *self = Self {
                of: Some(subject.clone()),
                choices: self.choices.take(),
                ..Self::default()
            };
        }
        let untouched = self.draft.is_none() || (self.base.is_some() && self.draft == self.base);
        if untouched {
            let fresh = match subject {
                PlanSubject::New(_, section) => Draft::new(section.as_ref(), rentree),
                PlanSubject::Opening(_, section, seats) => Draft::opening(section, *seats, rentree),
                _ => Draft::new(None, rentree),
            };
            self.draft = base.clone().or(Some(fresh));
        }
        self.base = base;
    }

    /// Follows what « Enregistrer » came to; what is the key of the action written.
    pub fn hear(&mut self, outcome: &Outcome) -> Option<i64> {
        if !std::mem::take(&mut self.saving) {
            return None;
        }
        match &outcome.told {
            Ok(Written::Action(id)) => {
                // What the file has now is read again as soon as it comes.
                self.base = self.draft.clone();
                self.faults.clear();
                Some(*id)
            }
            Err(Refused::Action(refusal)) => {
                let draft = self.draft.as_ref()?;
                self.faults = vec![(draft.refused(refusal), refusal.message())];
                None
            }
            _ => None,
        }
    }

    /// True where something typed is not written.
    fn is_changed(&self) -> bool {
        self.draft.is_some() && self.draft != self.base
    }
}

/// Draws the fields and the buttons.
pub fn form_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    form: &mut Form,
    (scenario, snapshot): (&Scenario, &Snapshot),
    plans: &Plans,
) {
    let read = (snapshot.stamp, plans.stamp, scene.lang);
    let choices = match form.choices.take() {
        Some((of, choices)) if of == read => choices,
        _ => {
            let sections = plans.outlooks.as_ref().map_or(&[][..], |known| &known.sections);
            Choices::of(snapshot, sections, scene.lang)
        }
    };
    if let Some(draft) = &mut form.draft {
        let mut shown = Fields {
            draft,
            typed: &mut form.typed,
            faults: &form.faults,
            entered: false,
        };
        ui.add_enabled_ui(scene.writable(), |ui| {
            shown.what_ui(ui, scene);
            shown.where_ui(ui, scene, &choices, (snapshot, plans));
            shown.how_many_ui(ui, scene, plans);
            shown.cost_ui(ui, scene);
            shown.words_ui(ui, scene, (scenario, snapshot));
        });
        let enter = shown.entered;
        buttons_ui(ui, scene, form, scenario, enter);
    }
    form.choices = Some((read, choices));
}

/// « Enregistrer », and what gives up or takes away.
fn buttons_ui(ui: &mut Ui, scene: &mut Scene<'_>, form: &mut Form, scenario: &Scenario, enter: bool) {
    ui.add_space(size::GAP_S);
    ui.horizontal(|ui| {
        let may = scene.writable() && form.is_changed() && !form.saving;
        let pressed = ui
            .add_enabled_ui(may, |ui| parts::primary(ui, scene, scene.t("ui-plan-save")).clicked())
            .inner;
        if may && (pressed || enter) {
            save(scene, form, scenario);
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

fn save(scene: &mut Scene<'_>, form: &mut Form, scenario: &Scenario) {
    match form.draft.as_ref().map(Draft::action) {
        Some(Ok(action)) => {
            form.saving = true;
            form.faults.clear();
            scene.send(Action::Plan(PlanDeed::Action(scenario.clone(), action)));
        }
        Some(Err(faults)) => form.faults = faults,
        None => {}
    }
}

/// The action that was just written, shown instead of the form that made it.
pub fn opened(scenario: i64, id: i64) -> Action {
    Action::Explain(Subject::Plan(PlanSubject::Action(scenario, id)))
}

/// The fields being drawn.
struct Fields<'f> {
    draft: &'f mut Draft,
    typed: &'f mut Typed,
    faults: &'f [Fault],
    /// True where Enter was pressed in one.
    entered: bool,
}

impl Fields<'_> {
    fn what_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let lang = scene.lang;
        let (kind, status) = (&mut self.draft.kind, &mut self.draft.status);
        ui.horizontal_wrapped(|ui| {
            let words = |kind| kind_words(kind, lang);
            parts::choice(ui, scene, &scene.t("ui-plan-kind"), kind, &ActionKind::ALL, words);
            let words = |one: ActionStatus| text(lang, &format!("action-status-{}", one.as_str()));
            parts::choice(ui, scene, &scene.t("ui-plan-status"), status, &ActionStatus::ALL, words);
        });
    }

    /// The section there is, or the programme, the place and the route of one that opens.
    fn where_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, choices: &Choices, (snapshot, plans): (&Snapshot, &Plans)) {
        if self.draft.kind.needs_section() {
            self.section_ui(ui, scene, choices, (snapshot, plans));
        } else {
            self.opening_ui(ui, scene, choices, snapshot);
        }
        if self.draft.kind == ActionKind::Transfert {
            let name = scene.t("ui-plan-towards");
            let chosen = self.draft.towards.as_ref();
            let chosen = chosen.map_or_else(String::new, |site| site_words(site, &snapshot.facts, &snapshot.names));
            let typed = &mut *self.typed;
            let picked = labelled(ui, scene, (&name, Some(Field::Towards)), self.faults, |ui| {
                finder_ui(ui, (&name, Field::Towards), (&choices.sites, &chosen), typed)
            });
            self.draft.towards = picked.or(self.draft.towards.take());
        }
        if self.draft.kind.sign() > 0 || self.draft.kind == ActionKind::Transfert {
            self.shared_ui(ui, scene, choices, snapshot);
        }
    }

    /// Basins that share the seats: each with the button that takes it away, and a field that finds one more.
    fn shared_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, choices: &Choices, snapshot: &Snapshot) {
        let name = scene.t("ui-plan-shared");
        let (draft, typed) = (&mut *self.draft, &mut *self.typed);
        let picked = labelled(ui, scene, (&name, Some(Field::Shared)), self.faults, |ui| {
            let mut gone = None;
            let mut chips = |ui: &mut Ui| {
                for (place, basin) in draft.shared.iter().enumerate() {
                    let basin = snapshot.names.basin(basin);
                    let words = scene.say(&Message::new("ui-plan-unshare").with("basin", basin.as_str()));
                    let button = ui.button(format!("{basin} {}", icon::CLOSE));
                    parts::name(ui, &button, &words);
                    if button.on_hover_text(words).clicked() {
                        gone = Some(place);
                    }
                }
            };
            if !draft.shared.is_empty() {
                ui.horizontal_wrapped(&mut chips);
            }
            if let Some(place) = gone {
                draft.shared.remove(place);
            }
            finder_ui(ui, (&name, Field::Shared), (&choices.basins, ""), typed)
        });
        draft.shared.extend(picked);
    }

    fn section_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        choices: &Choices,
        (snapshot, plans): (&Snapshot, &Plans),
    ) {
        let name = scene.t("ui-plan-section");
        let key = self.draft.programme.clone().zip(self.draft.site.clone());
        let key = key.map(|(programme, site)| SectionKey {
            site,
            programme,
            route: self.draft.route,
        });
        let chosen = key.map_or_else(String::new, |key| {
            let known = choices.sections.iter().find(|choice| choice.key == key);
            known.map_or_else(
                || {
                    format!(
                        "{} · {}",
                        snapshot.names.programme(&key.programme),
                        site_words(&key.site, &snapshot.facts, &snapshot.names)
                    )
                },
                |choice| choice.name.clone(),
            )
        });
        let typed = &mut *self.typed;
        let picked = labelled(ui, scene, (&name, Some(Field::Section)), self.faults, |ui| {
            if plans.outlooks.is_none() {
                ui.label(scene.t("ui-plan-computing"));
            }
            finder_ui(ui, (&name, Field::Section), (&choices.sections, &chosen), typed)
        });
        if let Some(SectionKey { site, programme, route }) = picked {
            self.draft.site = Some(site);
            self.draft.programme = Some(programme);
            self.draft.route = route;
        }
    }

    fn opening_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, choices: &Choices, snapshot: &Snapshot) {
        let (facts, names) = (&snapshot.facts, &snapshot.names);
        let name = scene.t("ui-plan-programme");
        let chosen = self
            .draft
            .programme
            .as_ref()
            .map_or_else(String::new, |p| names.programme(p));
        let typed = &mut *self.typed;
        let picked = labelled(ui, scene, (&name, Some(Field::Programme)), self.faults, |ui| {
            finder_ui(ui, (&name, Field::Programme), (&choices.programmes, &chosen), typed)
        });
        self.draft.programme = picked.or(self.draft.programme.take());
        let name = scene.t("ui-plan-site");
        let chosen = self
            .draft
            .site
            .as_ref()
            .map_or_else(String::new, |s| site_words(s, facts, names));
        let typed = &mut *self.typed;
        let picked = labelled(ui, scene, (&name, Some(Field::Site)), self.faults, |ui| {
            finder_ui(ui, (&name, Field::Site), (&choices.sites, &chosen), typed)
        });
        self.draft.site = picked.or(self.draft.site.take());
        let lang = scene.lang;
        ui.horizontal(|ui| {
            let words = |route: Route| text(lang, &format!("ui-route-{}", route.as_str()));
            parts::choice(
                ui,
                scene,
                &scene.t("ui-column-route"),
                &mut self.draft.route,
                &Route::ALL,
                words,
            );
        });
    }

    /// Seats, with the usual lots, and the rentrée.
    fn how_many_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, plans: &Plans) {
        let name = scene.t("ui-plan-seats");
        let help = match self.draft.kind {
            ActionKind::Fermeture => scene.t("ui-plan-seats-closing"),
            ActionKind::Coloration => scene.t("ui-plan-seats-coloration"),
            _ => String::new(),
        };
        let seats = &mut self.draft.seats;
        let enter = labelled(ui, scene, (&name, Some(Field::Seats)), self.faults, |ui| {
            let enter = ui.horizontal(|ui| {
                let field = parts::field(ui, seats, &name, size::FIELD_NUMBER);
                for lot in LOTS {
                    let words = scene.say(&Message::new("ui-plan-lot").with("n", lot));
                    let button = ui.add(Button::new(lot.to_string()).selected(*seats == lot.to_string()));
                    parts::name(ui, &button, &words);
                    if button.on_hover_text(words).clicked() {
                        *seats = lot.to_string();
                    }
                }
                entered(ui, &field)
            });
            if !help.is_empty() {
                ui.weak(&help);
            }
            enter.inner
        });
        self.entered |= enter;
        let known = plans.outlooks.as_ref().map(|known| known.rentrees.clone());
        let all: Vec<u16> = known.unwrap_or(FIRST_YEAR..=LAST_YEAR).collect();
        let name = scene.t("ui-plan-first");
        let rentree = &mut self.draft.rentree;
        ui.horizontal(|ui| parts::choice(ui, scene, &name, rentree, &all, |year| year.to_string()));
        faults_ui(ui, scene, Some(Field::Rentree), self.faults);
    }

    fn cost_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let (faults, entering) = (self.faults, &mut self.entered);
        let mut cost = |ui: &mut Ui, key: &str, field: Field, typed: &mut String| {
            let name = scene.t(key);
            *entering |= labelled(ui, scene, (&name, Some(field)), faults, |ui| {
                let response = parts::field(ui, typed, &name, ui.available_width() - size::GAP_L);
                entered(ui, &response.on_hover_text(scene.t(&format!("{key}-help"))))
            });
        };
        ui.columns(2, |columns| {
            let [once, yearly] = columns else { return };
            cost(once, "ui-plan-fixed-cost", Field::FixedCost, &mut self.draft.fixed_cost);
            cost(yearly, "ui-plan-seat-cost", Field::SeatCost, &mut self.draft.seat_cost);
        });
    }

    /// With what it is decided, who asked, and why.
    fn words_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, (scenario, snapshot): (&Scenario, &Snapshot)) {
        let used = scenario.actions.iter().filter_map(|action| action.compensation);
        let next = used.clone().max().unwrap_or(0) + 1;
        let mut all: Vec<Option<u32>> = used.chain([next]).map(Some).collect();
        all.sort_unstable();
        all.dedup();
        all.insert(0, None);
        let id = self.draft.id;
        let words = |number: Option<u32>| together_words(number, (scenario, id), snapshot, scene.lang);
        let name = scene.t("ui-plan-together");
        let compensation = &mut self.draft.compensation;
        ui.horizontal(|ui| parts::choice(ui, scene, &name, compensation, &all, words));
        let fields = [
            ("ui-plan-asked-by", &mut self.draft.asked_by),
            ("ui-plan-note", &mut self.draft.note),
        ];
        for (key, typed) in fields {
            let name = scene.t(key);
            let enter = labelled(ui, scene, (&name, None::<Field>), &[], |ui| {
                let width = ui.available_width() - size::GAP_L;
                let response = parts::field(ui, typed, &name, width);
                entered(ui, &response)
            });
            self.entered |= enter;
        }
    }
}

/// « Nette », or « n° 1, avec : Fermeture CAP … ».
fn together_words(number: Option<u32>, (scenario, id): (&Scenario, i64), snapshot: &Snapshot, lang: Lang) -> String {
    let Some(number) = number else {
        return text(lang, "ui-plan-alone");
    };
    let others = scenario
        .actions
        .iter()
        .filter(|a| a.compensation == Some(number) && a.id != id);
    let names: Vec<String> = others
        .map(|a| {
            format!(
                "{} {}",
                kind_words(a.kind, lang),
                place_words(a, &snapshot.facts, &snapshot.names, lang)
            )
        })
        .collect();
    let words = if names.is_empty() {
        Message::new("ui-plan-number")
    } else {
        Message::new("ui-plan-number-with").with("others", names.join(", "))
    };
    words.with("number", number).text(lang)
}

/// The button that takes an action away.
pub fn remove_ui(ui: &mut Ui, scene: &mut Scene<'_>, scenario: &Scenario, action: &PlanAction) {
    let words = format!("{} {}", icon::REMOVE, scene.t("ui-plan-remove-action"));
    if ui.add_enabled(scene.writable(), Button::new(words)).clicked() {
        scene.send(Action::CloseDetail);
        scene.send(Action::Plan(PlanDeed::RemoveAction(scenario.clone(), action.clone())));
    }
}
