//! Drawing of the board: six parts, as many side by side as there is room for, each with its cards and the button that adds one.

use egui::{Align, Button, Key, Label, Layout, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo};

use super::data::{self, Card, Column};
use crate::app::today;
use crate::domain::board::BoardPart;
use crate::i18n::Lang;
use crate::ui::desk::board::BoardDeed;
use crate::ui::scene::{Action, BoardSubject, Scene, Subject};
use crate::ui::screens::Beside;
use crate::ui::theme::{self, bold, icon, plain, size};
use crate::ui::widgets::{keyboard, parts};

/// What the parts were read for: snapshot, outlooks, language.
type Read = (u64, u64, Lang);

/// Keeps what was read between frames.
#[derive(Debug, Default)]
pub struct State {
    read: Option<(Read, Vec<Column>)>,
}

/// Parts side by side, at most.
const SIDE_BY_SIDE: usize = 3;

/// Draws the board.
pub fn board_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, beside: &Beside<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    if !beside.plans.are_asked(snapshot) {
        scene.send(Action::ReadPlans);
    }
    let key = (snapshot.stamp, beside.plans.stamp, scene.lang);
    if state.read.as_ref().is_none_or(|(of, _)| *of != key) {
        let columns = data::columns(snapshot, beside.plans, today(), scene.lang);
        state.read = Some((key, columns));
    }
    let Some((_, columns)) = &state.read else { return };
    let intro = plain(scene.t("ui-board-intro"), size::TYPE_CAPTION).color(scene.palette.text_weak.0);
    ui.add(Label::new(intro).wrap());
    ui.add_space(size::GAP_XS);
    let area = ScrollArea::vertical().id_salt("board").auto_shrink(false);
    area.show(ui, |ui| {
        let fits = |count: &usize| {
            #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
            let width = ui.available_width() / *count as f32;
            width >= size::BOARD_PART
        };
        let count = (1..=SIDE_BY_SIDE).rev().find(fits).unwrap_or(1);
        for line in columns.chunks(count) {
            ui.columns(count, |cells| {
                for (ui, column) in cells.iter_mut().zip(line) {
                    // Words keep their own spaces.
                    ui.with_layout(Layout::top_down(Align::Min), |ui| part_ui(ui, scene, column));
                }
            });
            ui.add_space(size::GAP_M);
        }
    });
}

/// One part: title, count, what it is for, its cards, and the button that adds one.
fn part_ui(ui: &mut Ui, scene: &mut Scene<'_>, column: &Column) {
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::GAP_S;
        ui.horizontal(|ui| {
            parts::heading(ui, &column.title);
            ui.label(plain(&column.count, size::TYPE_BODY).color(scene.palette.text_weak.0));
        });
        let help = plain(&column.help, size::TYPE_CAPTION).color(scene.palette.text_weak.0);
        ui.add(Label::new(help).wrap());
        for card in &column.cards {
            card_ui(ui, scene, column.part, card);
        }
        lessons_ui(ui, scene, column);
        let name = scene.t(&format!("ui-board-add-{}", column.part.as_str()));
        let words = format!("{} {name}", icon::ADD);
        if ui.add_enabled(scene.writable(), Button::new(words)).clicked() {
            scene.send(Action::Explain(Subject::Board(BoardSubject::New(column.part))));
        }
    });
}

/// A card: picked, it opens beside the board; Suppr takes it away.
fn card_ui(ui: &mut Ui, scene: &mut Scene<'_>, part: BoardPart, card: &Card) {
    let p = scene.palette;
    let builder = UiBuilder::new().id_salt((part.as_str(), card.id)).sense(Sense::click());
    let drawn = ui.scope_builder(builder, |ui| {
        let response = ui.response();
        let active = response.hovered() || response.has_focus();
        let (ground, edge) = match active {
            true => (p.hover.0, p.accent.0),
            false => (p.surface.0, p.line.0),
        };
        let frame = egui::Frame::new()
            .fill(ground)
            .stroke(Stroke::new(size::LINE, edge))
            .corner_radius(theme::corner())
            .inner_margin(theme::margin(size::GAP_S));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = size::GAP_XS;
            words_ui(ui, scene, card);
        });
    });
    let response = drawn.response;
    let spoken = card.spoken();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.clicked() {
        response.request_focus();
        scene.send(Action::Explain(Subject::Board(BoardSubject::Item(part, card.id))));
    }
    if response.has_focus() && scene.writable() && keyboard::pressed(ui, Key::Delete) {
        scene.send(Action::Board(BoardDeed::Remove(part, card.id)));
    }
}

fn words_ui(ui: &mut Ui, scene: &Scene<'_>, card: &Card) {
    let p = scene.palette;
    let line = |ui: &mut Ui, words: egui::RichText| {
        ui.add(Label::new(words).wrap().selectable(false));
    };
    line(ui, plain(&card.line, size::TYPE_BODY));
    if !card.standing.is_empty() {
        let words = match card.late {
            true => bold(format!("{} {}", icon::WARNING, card.standing), size::TYPE_CAPTION).color(p.attention.0),
            false => plain(&card.standing, size::TYPE_CAPTION),
        };
        line(ui, words);
    }
    if !card.effect.is_empty() {
        let words = match card.passed {
            true => plain(format!("{} {}", icon::WARNING, card.effect), size::TYPE_CAPTION).color(p.attention.0),
            false => plain(&card.effect, size::TYPE_CAPTION).color(p.text_weak.0),
        };
        line(ui, words);
    }
}

/// What the reviews teach, and the button that writes it.
fn lessons_ui(ui: &mut Ui, scene: &mut Scene<'_>, column: &Column) {
    if column.lessons.is_empty() {
        return;
    }
    ui.label(bold(scene.t("ui-board-lessons"), size::TYPE_BODY));
    for lesson in &column.lessons {
        ui.add(Label::new(plain(lesson, size::TYPE_CAPTION)).wrap());
    }
    let button = ui.add_enabled_ui(scene.writable(), |ui| {
        parts::primary(ui, scene, scene.t("ui-board-apply"))
    });
    if button.inner.on_hover_text(scene.t("ui-board-apply-help")).clicked() {
        scene.send(Action::Board(BoardDeed::Apply));
    }
}
