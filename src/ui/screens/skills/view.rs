//! Drawing of the skills: the part, what it is of, its sentence, and one table.

use egui::{Button, Label, Ui};

use super::data::{self, Chosen, OfIut, OfSection, OfSkill, Part};
use super::local;
use crate::i18n::{Lang, text};
use crate::market::skills::SkillBook;
use crate::report::skill_sheets::SkillRowKey;
use crate::ui::desk::Skilled;
use crate::ui::scene::{Action, Place, Scene};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::parts;
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// What the table on screen was made of.
type MadeOf = (u64, u64, Lang, Chosen);

/// Keeps what was chosen and the table between frames.
#[derive(Debug, Default)]
pub struct State {
    pub(super) chosen: Chosen,
    kept: Option<(MadeOf, Table<SkillRowKey>)>,
    /// How many tables were made: another table is sorted and filtered anew.
    made: u64,
    pub(super) table: TableState<SkillRowKey>,
    /// What the state of the table belongs to: lists keep theirs while figures change.
    of: Option<Chosen>,
}

impl State {
    /// The filter of the table takes the keyboard.
    pub fn ask_filter(&mut self) {
        self.table.ask_filter();
    }
}

/// Draws the screen; its figures are computed beside the window the first time.
pub fn skills_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, skilled: &Skilled) {
    let Some(snapshot) = scene.snapshot else { return };
    if !skilled.are_asked(snapshot) && !snapshot.outdated {
        scene.send(Action::ReadSkills);
    }
    let Some(book) = &skilled.book else {
        ui.label(scene.t("ui-skills-waiting"));
        return;
    };
    ui.horizontal_wrapped(|ui| {
        if let Some(part) = part_ui(ui, scene, state.chosen.part) {
            state.chosen.part = part;
        }
        ui.add_space(size::GAP_S);
        if state.chosen.part == Part::Missing {
            basin_ui(ui, scene, snapshot, book, &mut state.chosen);
        }
        if state.chosen.is_open() {
            back_ui(ui, scene, &mut state.chosen);
        }
    });
    within_ui(ui, scene, book, &mut state.chosen);
    ui.add_space(size::GAP_XS);
    let sentence = scene.say(&data::sentence(snapshot, book, &state.chosen, scene.lang));
    ui.add(Label::new(plain(sentence, size::TYPE_BODY)).wrap());
    ui.add_space(size::GAP_XS);
    if state.chosen.part == Part::Local {
        local::deeds_ui(ui, scene, state, snapshot, book);
    }
    if nothing_ui(ui, scene, state, book) {
        return;
    }
    table_of_ui(ui, scene, state, (snapshot, book, skilled.stamp));
}

fn table_of_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (snapshot, book, stamp): (&Snapshot, &SkillBook, u64),
) {
    let Some(gap) = &snapshot.gap else { return };
    if state.of.as_ref() != Some(&state.chosen) {
        state.of = Some(state.chosen.clone());
        state.table = TableState::default();
    }
    let made = (snapshot.stamp, stamp, scene.lang, state.chosen.clone());
    let kept = state.kept.take().filter(|(of, _)| *of == made);
    let (_, table) = kept.unwrap_or_else(|| {
        state.made += 1;
        let sheet = data::sheet(snapshot, gap, book, &made.3, scene.lang);
        (made.clone(), data::table(&sheet, scene.lang))
    });
    let gesture = table_ui(ui, scene, &table, state.made, &mut state.table);
    state.kept = Some((made, table));
    match gesture {
        Some(Gesture::Opened(SkillRowKey::Occupation(fap))) => scene.send(Action::Go(Place::Occupation(fap))),
        Some(Gesture::Opened(key) | Gesture::Selected(key)) => {
            state.chosen.open(&key);
        }
        _ => {}
    }
}

fn part_ui(ui: &mut Ui, scene: &Scene<'_>, part: Part) -> Option<Part> {
    let segments = Part::ALL.map(|part| Segment {
        name: text(scene.lang, &format!("ui-skills-part-{}", part.as_str())),
        help: text(scene.lang, &format!("ui-skills-part-{}-help", part.as_str())),
    });
    let at = Part::ALL.iter().position(|one| *one == part).unwrap_or(0);
    segments_ui(ui, scene, &segments, at).map(|picked| Part::ALL[picked])
}

fn basin_ui(ui: &mut Ui, scene: &Scene<'_>, snapshot: &Snapshot, book: &SkillBook, chosen: &mut Chosen) {
    let basins = &book.table.basins;
    let all: Vec<Option<usize>> = std::iter::once(None).chain((0..basins.len()).map(Some)).collect();
    let before = basins
        .iter()
        .position(|(basin, _)| Some(basin) == chosen.basin.as_ref());
    let mut at = before;
    let name = scene.t("ui-skills-place");
    parts::choice(ui, scene, &name, &mut at, &all, |one| match one {
        Some(at) => snapshot.names.basin(&basins[at].0),
        None => scene.t("ui-skills-territory"),
    });
    if at != before {
        chosen.basin = at.map(|at| basins[at].0.clone());
    }
}

fn back_ui(ui: &mut Ui, scene: &Scene<'_>, chosen: &mut Chosen) {
    let words = format!("{} {}", icon::BACK, scene.t("ui-skills-back"));
    if ui.add(Button::new(words)).clicked() {
        chosen.close();
    }
}

/// What is shown of a section or of IUTs.
fn within_ui(ui: &mut Ui, scene: &Scene<'_>, book: &SkillBook, chosen: &mut Chosen) {
    let segment = |key: &str| Segment {
        name: scene.t(&format!("skill-sheet-{key}")),
        help: scene.t(&format!("ui-skills-{key}-help")),
    };
    match chosen.part {
        Part::Missing if chosen.skill.is_some() => {
            ui.add_space(size::GAP_XS);
            let segments = OfSkill::ALL.map(|one| segment(one.as_str()));
            let at = OfSkill::ALL.iter().position(|one| *one == chosen.of_skill);
            if let Some(picked) = segments_ui(ui, scene, &segments, at.unwrap_or(0)) {
                chosen.of_skill = OfSkill::ALL[picked];
            }
        }
        Part::Local if chosen.section(book).is_some() => {
            ui.add_space(size::GAP_XS);
            let segments = OfSection::ALL.map(|one| segment(one.as_str()));
            let at = OfSection::ALL.iter().position(|one| *one == chosen.of_section);
            if let Some(picked) = segments_ui(ui, scene, &segments, at.unwrap_or(0)) {
                chosen.of_section = OfSection::ALL[picked];
            }
        }
        Part::Iut if !book.iuts.is_empty() => {
            ui.add_space(size::GAP_XS);
            let one = chosen.iut(book).is_some();
            let offered: Vec<OfIut> = OfIut::ALL.into_iter().filter(|o| one || !o.is_of_one()).collect();
            let segments: Vec<Segment> = offered.iter().map(|one| segment(one.as_str())).collect();
            let at = offered.iter().position(|one| *one == chosen.of_iut);
            if let Some(picked) = segments_ui(ui, scene, &segments, at.unwrap_or(0)) {
                chosen.of_iut = offered[picked];
            }
        }
        _ => {}
    }
}

/// Says what an empty part is for, and offers what fills it; true where it is empty.
fn nothing_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, book: &SkillBook) -> bool {
    let section = state.chosen.section(book);
    let empty = match state.chosen.part {
        Part::Missing | Part::Matrix => book.table.territory.is_empty().then_some("ui-skills-empty"),
        Part::Local if book.sections.is_empty() => Some("ui-skills-empty-local"),
        Part::Iut if book.iuts.is_empty() => Some("ui-skills-empty-iut"),
        _ => None,
    };
    if let Some(key) = empty {
        let (words, button) = (scene.t(key), scene.t("ui-import-go"));
        parts::empty_state(ui, scene, &words, &button, Action::Go(Place::Import));
        return true;
    }
    let modules = state.chosen.part == Part::Local && state.chosen.of_section == OfSection::Modules;
    if modules && section.is_some_and(|section| section.modules.is_empty()) {
        local::no_module_ui(ui, scene, section);
        return true;
    }
    false
}
