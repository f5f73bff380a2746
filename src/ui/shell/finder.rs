//! Search everywhere (Ctrl+K): commands and every thing of the territory by a few letters.

use egui::{Id, Key, Modal, Modifiers, Ui};

use super::top;
use crate::app::command::Command;
use crate::app::find::{Entry, Index, Kind, Query, Target, folded};
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::snapshot::Memo;
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::parts;

/// Most lines worth reading.
const MOST: usize = 12;

/// The search palette while it is open.
#[derive(Debug, Default)]
pub struct Finder {
    query: String,
    /// Highlighted line.
    at: usize,
    asked: bool,
    /// What can be found, indexed when the palette opens and when figures change.
    index: Memo<Index>,
}

/// One line of the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub glyph: &'static str,
    pub name: String,
    /// What kind of thing it is, or its keys.
    pub hint: String,
    pub action: Action,
}

impl Finder {
    /// Draws the palette; returns false once closed.
    pub fn finder_ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> bool {
        let index = scene.snapshot.map(|snapshot| {
            let of = || Index::of(&snapshot.facts, &snapshot.appellations, scene.lang);
            self.index.get(snapshot, scene.lang, of)
        });
        let found = search(scene, index, &self.query);
        self.at = self.at.min(found.len().saturating_sub(1));
        let key = |key| ui.ctx().input_mut(|i| i.consume_key(Modifiers::NONE, key));
        if key(Key::ArrowDown) {
            self.at = (self.at + 1).min(found.len().saturating_sub(1));
        }
        if key(Key::ArrowUp) {
            self.at = self.at.saturating_sub(1);
        }
        let mut chosen = if key(Key::Enter) {
            found.get(self.at).cloned()
        } else {
            None
        };
        let modal = Modal::new(Id::unique("finder"))
            .frame(parts::dialog_frame(ui))
            .show(ui.ctx(), |ui| {
                ui.set_width(size::DIALOG);
                let field = parts::field(ui, &mut self.query, &scene.t("ui-find-hint"), f32::INFINITY);
                if !self.asked {
                    field.request_focus();
                    self.asked = true;
                }
                ui.add_space(size::GAP_XS);
                if found.is_empty() {
                    ui.label(scene.t("ui-find-nothing"));
                }
                for (i, line) in found.iter().enumerate() {
                    if line_ui(ui, line, i == self.at) {
                        chosen = Some(line.clone());
                    }
                }
            });
        let done = chosen.is_some();
        if let Some(found) = chosen {
            scene.send(found.action);
        }
        !(done || modal.should_close())
    }
}

fn line_ui(ui: &mut Ui, line: &Found, selected: bool) -> bool {
    let words = format!("{}  {}", line.glyph, line.name);
    let button = egui::Button::selectable(selected, words)
        .truncate()
        .shortcut_text(plain(&line.hint, size::TYPE_CAPTION))
        .min_size(egui::vec2(ui.available_width(), size::CONTROL));
    ui.add(button).clicked()
}

/// What answers `query`: commands and things, best first. Without a query, the commands.
pub fn search(scene: &Scene<'_>, index: Option<&Index>, query: &str) -> Vec<Found> {
    let asked = Query::of(query);
    let mut commands: Vec<(u32, Found)> = commands(scene)
        .filter_map(|found| Some((asked.score(&folded(&found.name))?, found)))
        .collect();
    commands.sort_by_key(|(score, _)| *score);
    // A command whose name begins with the query comes before things, another one after them.
    let (first, last): (Vec<_>, Vec<_>) = commands.into_iter().partition(|(score, _)| *score == 0);
    let things = index.map(|index| index.search(query, MOST)).unwrap_or_default();
    let things = things.into_iter().map(|entry| thing(scene, entry));
    let first = first.into_iter().map(|(_, found)| found);
    let last = last.into_iter().map(|(_, found)| found);
    first.chain(things).chain(last).take(MOST).collect()
}

fn commands(scene: &Scene<'_>) -> impl Iterator<Item = Found> {
    let offered = Command::ALL.into_iter();
    let offered = offered.filter(|c| *c != Command::Palette && top::offered(scene, *c));
    offered.map(|command| Found {
        glyph: icon::CARET_RIGHT,
        name: command.label(scene.lang),
        hint: command.shortcut().map_or_else(String::new, |s| s.label(scene.lang)),
        action: Action::Run(command),
    })
}

fn thing(scene: &Scene<'_>, entry: &Entry) -> Found {
    Found {
        glyph: match entry.kind {
            Kind::Basin | Kind::Employer => icon::BASINS,
            Kind::Occupation | Kind::Title => icon::OCCUPATIONS,
            Kind::Programme | Kind::Establishment | Kind::Section => icon::TRAINING,
            Kind::Assumption => icon::ASSUMPTIONS,
            Kind::Source => icon::SOURCES,
        },
        name: entry.name.clone(),
        hint: entry.kind.label(scene.lang),
        action: match &entry.target {
            Target::Occupation(code) => Action::Go(Place::Occupation(code.clone())),
            Target::Basin(code) => Action::Go(Place::Basin(code.clone())),
            Target::Programme(id) => Action::Go(Place::Programme(id.clone())),
            Target::Establishment(name) => Action::ShowEstablishment(name.clone()),
            Target::Assumption(key) => Action::ShowAssumption(*key),
            Target::Source(id) => Action::Explain(Subject::Source(*id)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::ui::theme::Palette;

    #[test]
    fn commands_are_found_without_accents_and_best_first() {
        let palette = Palette::embedded(crate::app::settings::Theme::Light).unwrap();
        let scene = Scene {
            lang: Lang::Fr,
            palette: &palette,
            snapshot: None,
            actions: Vec::new(),
        };
        let found = search(&scene, None, "demonstr");
        assert_eq!(found[0].action, Action::Run(Command::OpenDemonstration));
        assert!(search(&scene, None, "zzzz").is_empty());
        let offered = search(&scene, None, "importer");
        assert!(offered.is_empty(), "nothing to import into: {offered:?}");
    }
}
