//! Search everywhere (Ctrl+K): commands, basins and occupations by a few letters.

use std::collections::BTreeSet;

use egui::{Id, Key, Modal, Modifiers, Ui};

use super::top;
use crate::app::command::Command;
use crate::domain::id::ProgrammeId;
use crate::domain::occupation::OccupationScope;
use crate::ui::scene::{Action, Place, Scene};
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::parts;
use crate::ui::words::fold;

/// Most lines worth reading.
const MOST: usize = 12;

/// The search palette while it is open.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    query: String,
    /// Highlighted line.
    at: usize,
    asked: bool,
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
        let found = search(scene, &self.query);
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

/// What answers `query`: every word must be in the name; names that begin with it come first.
pub fn search(scene: &Scene<'_>, query: &str) -> Vec<Found> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut found: Vec<(bool, usize, Found)> = candidates(scene)
        .into_iter()
        .enumerate()
        .filter_map(|(i, candidate)| {
            let name = fold(&candidate.name);
            words
                .iter()
                .all(|w| name.contains(w))
                .then(|| (!name.starts_with(&query), i, candidate))
        })
        .collect();
    found.sort_by_key(|(late, i, _)| (*late, *i));
    found.into_iter().take(MOST).map(|(_, _, f)| f).collect()
}

fn candidates(scene: &Scene<'_>) -> Vec<Found> {
    let mut all: Vec<Found> = Command::ALL
        .into_iter()
        .filter(|c| *c != Command::Palette && top::offered(scene, *c))
        .map(|command| Found {
            glyph: icon::CARET_RIGHT,
            name: command.label(scene.lang),
            hint: command.shortcut().map_or_else(String::new, |s| s.label(scene.lang)),
            action: Action::Run(command),
        })
        .collect();
    let Some(snapshot) = scene.snapshot else { return all };
    let facts = &snapshot.facts;
    let home = |b: &&crate::domain::territory::Basin| facts.territory.regions.contains(&b.region);
    all.extend(facts.catalogue.basins.iter().filter(home).map(|basin| Found {
        glyph: icon::BASINS,
        name: basin.name.clone(),
        hint: scene.t("ui-find-basin"),
        action: Action::Go(Place::Basin(basin.code.clone())),
    }));
    let core = facts
        .catalogue
        .occupations
        .iter()
        .filter(|o| o.scope == OccupationScope::Core);
    all.extend(core.map(|occupation| Found {
        glyph: icon::OCCUPATIONS,
        name: occupation.label.clone(),
        hint: scene.t("ui-find-occupation"),
        action: Action::Go(Place::Occupation(occupation.code.clone())),
    }));
    let home = snapshot.gap.iter().flat_map(|gap| &gap.supplies).filter(|s| s.home);
    let programmes: BTreeSet<&ProgrammeId> = home.map(|s| &s.programme).collect();
    all.extend(programmes.into_iter().map(|id| Found {
        glyph: icon::TRAINING,
        name: snapshot.names.programme(id),
        hint: scene.t("ui-find-programme"),
        action: Action::Go(Place::Programme(id.clone())),
    }));
    all
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
        let found = search(&scene, "demonstr");
        assert_eq!(found[0].action, Action::Run(Command::OpenDemonstration));
        assert!(search(&scene, "zzzz").is_empty());
        let offered = search(&scene, "importer");
        assert!(offered.is_empty(), "nothing to import into: {offered:?}");
    }
}
