//! Drawing of the detail of the board: the form of one item.

use egui::{Button, ScrollArea, Ui};

use super::draft::Draft;
use super::form::{Form, form_ui};
use crate::app::today;
use crate::domain::board::BoardItem;
use crate::market::plan::board_effect;
use crate::ui::desk::board::{BoardDeed, Written};
use crate::ui::detail::data::Detail;
use crate::ui::detail::view::head_ui;
use crate::ui::scene::{Action, BoardSubject, Scene, Subject};
use crate::ui::screens::Beside;
use crate::ui::theme::{icon, plain, size};

/// Keeps the form between frames.
#[derive(Debug, Default)]
pub struct State {
    form: Form,
    heard: u64,
}

/// Draws one item of the board.
pub fn board_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, subject: &BoardSubject, beside: &Beside<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    let outcome = beside.boards.outcome.as_ref().filter(|o| o.number > state.heard);
    if let Some(outcome) = outcome {
        state.heard = outcome.number;
        if let Some(Written::Item(part, id)) = state.form.hear(outcome) {
            scene.send(Action::Explain(Subject::Board(BoardSubject::Item(part, id))));
        }
    }
    let item = match subject {
        BoardSubject::New(_) => None,
        BoardSubject::Item(part, id) => match snapshot.facts.board.item(*part, *id) {
            Some(item) => Some(item),
            // Taken away, or just written and not read yet.
            None if snapshot.outdated || state.form.is_waiting() => return,
            None => return scene.send(Action::CloseDetail),
        },
    };
    let part = subject.part();
    let fresh = || Draft::new(part, today(), snapshot, scene.lang);
    let base = item.as_ref().map(|item| Draft::of(item, scene.lang));
    state.form.read(subject, base, fresh);
    let title = scene.t(&format!("board-{}", part.as_str()));
    head_ui(
        ui,
        scene,
        &Detail {
            title,
            ..Detail::default()
        },
    );
    let area = ScrollArea::vertical().id_salt(format!("{subject:?}"));
    area.auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = size::GAP_S;
        form_ui(ui, scene, &mut state.form, snapshot);
        if let Some(item) = &item {
            known_ui(ui, scene, item);
        }
        ui.add_space(size::GAP_L);
    });
}

/// What it changes in a plan, and the button that takes it away.
fn known_ui(ui: &mut Ui, scene: &mut Scene<'_>, item: &BoardItem) {
    if let Some(effect) = board_effect(item) {
        let words = plain(scene.say(&effect), size::TYPE_CAPTION).color(scene.palette.text_weak.0);
        ui.add(egui::Label::new(words).wrap());
    }
    let words = format!("{} {}", icon::REMOVE, scene.t("ui-board-remove"));
    if ui.add_enabled(scene.writable(), Button::new(words)).clicked() {
        scene.send(Action::CloseDetail);
        scene.send(Action::Board(BoardDeed::Remove(item.part(), item.id())));
    }
}
