//! What a place exchanges with others: on the left where those come from who take its posts, on the right where its people go, bars from one axis.

use egui::{Align, Color32, FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::domain::units::Milli;
use crate::i18n::{self, Message};
use crate::market::flows::FlowKey;
use crate::ui::scene::{Action, Scene, Subject};
use crate::ui::theme::{self, size};
use crate::ui::widgets::{bars, text};

/// Both sides of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    pub sides: [Side; 2],
}

/// One side: its heading and its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    pub heading: String,
    /// Those who stay first, then the others, the most people first, then what is left.
    pub lines: Vec<Line>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub name: String,
    pub people: Milli,
    pub kind: Kind,
    /// What explains it.
    pub key: Option<FlowKey>,
}

/// What a bar stands for; its name says it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// In the place itself.
    Here,
    Elsewhere,
    /// Posts without people, or people without a post.
    Nobody,
}

impl Side {
    /// The side in at most so many lines: the smallest of the other places are added up under one name.
    fn within(&self, most: usize, lang: i18n::Lang) -> Vec<Line> {
        let elsewhere = self.lines.iter().filter(|line| line.kind == Kind::Elsewhere).count();
        let others = self.lines.len() - elsewhere;
        let kept = most.saturating_sub(others);
        if elsewhere <= kept {
            return self.lines.clone();
        }
        let kept = kept.saturating_sub(1);
        let mut shown: Vec<Line> = Vec::new();
        let mut rest: Vec<&Line> = Vec::new();
        let mut seen = 0;
        for line in &self.lines {
            match line.kind {
                Kind::Elsewhere if seen >= kept => rest.push(line),
                kind => {
                    seen += usize::from(kind == Kind::Elsewhere);
                    shown.push(line.clone());
                }
            }
        }
        let sum = Line {
            name: Message::new("ui-exchange-others").with("n", rest.len()).text(lang),
            people: rest.iter().map(|line| line.people).sum(),
            kind: Kind::Elsewhere,
            key: None,
        };
        let place = shown
            .iter()
            .rposition(|line| line.kind != Kind::Nobody)
            .map_or(0, |i| i + 1);
        shown.insert(place, sum);
        shown
    }
}

/// Draws both sides in at most a part of the height left; a click explains a line.
pub fn exchange_ui(ui: &mut Ui, scene: &mut Scene<'_>, exchange: &Exchange) {
    let room = ui.available_size();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of lines on screen"
    )]
    let most = (room.y * SHARE / size::ROW_COMPACT).clamp(LEAST, MOST) as usize;
    let sides = [0, 1].map(|side| exchange.sides[side].within(most, scene.lang));
    let largest = sides.iter().flatten().map(|line| line.people).max().unwrap_or_default();
    let rows = sides.iter().map(Vec::len).max().unwrap_or(0);
    let heading = size::ROW_COMPACT;
    #[expect(clippy::cast_precision_loss, reason = "a number of lines on screen")]
    let height = heading + rows as f32 * size::ROW_COMPACT;
    let (whole, _) = ui.allocate_exact_size(vec2(room.x.min(size::EXCHANGE), height), Sense::hover());
    let axis = whole.center().x;
    for (side, lines) in sides.iter().enumerate() {
        let rect = if side == 0 {
            whole.with_max_x(axis - size::GAP_M)
        } else {
            whole.with_min_x(axis + size::GAP_M)
        };
        let align = if side == 0 { Align::Max } else { Align::Min };
        let top = rect.with_max_y(rect.top() + heading);
        let font = FontId::new(size::TYPE_BODY, theme::bold_family());
        text::paint_line(
            ui,
            top,
            &exchange.sides[side].heading,
            &font,
            scene.palette.text.0,
            align,
        );
        let mut row = top;
        for (number, line) in lines.iter().enumerate() {
            row = row.translate(vec2(0.0, size::ROW_COMPACT));
            line_ui(ui, scene, row, (side, number), line, largest);
        }
    }
    let line = Stroke::new(size::LINE, scene.palette.line.0);
    ui.painter().vline(axis, whole.top() + heading..=whole.bottom(), line);
    ui.add_space(size::GAP_S);
}

/// Part of the height left that the bars may take; least and most lines a side.
const SHARE: f32 = 0.45;
const LEAST: f32 = 4.0;
const MOST: f32 = 9.0;

/// Name, people and bar, from the outside to the axis.
fn line_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    rect: Rect,
    (side, number): (usize, usize),
    line: &Line,
    largest: Milli,
) {
    let sense = if line.key.is_some() {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, ui.scope_id().with(("exchange", side, number)), sense);
    let p = scene.palette;
    if line.key.is_some() && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, theme::corner(), p.hover.0);
    }
    let value = i18n::decimal(scene.lang, line.people.people(), 1);
    let inner = rect.shrink2(vec2(size::GAP_XS, 0.0));
    let names = (inner.width() * NAMES).min(size::COLUMN_NAME);
    let (name_at, value_at, bar_at) = if side == 0 {
        let name = inner.with_max_x(inner.left() + names);
        let value = Rect::from_min_max(name.right_top(), pos2(name.right() + size::CHART_VALUE, inner.bottom()));
        (name, value, inner.with_min_x(value.right() + size::GAP_S))
    } else {
        let name = inner.with_min_x(inner.right() - names);
        let value = Rect::from_min_max(
            pos2(name.left() - size::CHART_VALUE - size::GAP_S, inner.top()),
            name.left_bottom() - vec2(size::GAP_S, 0.0),
        );
        (name, value, inner.with_max_x(value.left() - size::GAP_S))
    };
    let font = FontId::proportional(size::TYPE_BODY);
    text::paint_line(ui, name_at, &line.name, &font, p.text.0, Align::Min);
    text::paint_line(ui, value_at, &value, &font, scene.figure_ink(), Align::Max);
    let share = if largest > Milli::ZERO {
        line.people.people() / largest.people()
    } else {
        0.0
    };
    bar(ui, scene, bar_at, (side, share), line.kind);
    let spoken = format!("{}\u{a0}: {value}", line.name);
    let role = if line.key.is_some() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &spoken));
    if let (true, Some(key)) = (response.clicked(), &line.key) {
        scene.send(Action::Explain(Subject::Flow(key.clone())));
    }
    response.on_hover_text(spoken);
}

/// Part of a side that names take, at most.
const NAMES: f32 = 0.4;

/// A bar from the axis: full for people, outlined and hatched for what is left.
fn bar(ui: &Ui, scene: &Scene<'_>, room: Rect, (side, share): (usize, f64), kind: Kind) {
    #[expect(clippy::cast_possible_truncation, reason = "a length on screen")]
    let length = (room.width() * share as f32).max(size::LINE);
    let y = room.center().y;
    let (top, bottom) = (y - size::BAR_SMALL, y + size::BAR_SMALL);
    let rect = if side == 0 {
        Rect::from_min_max(pos2(room.right() - length, top), pos2(room.right(), bottom))
    } else {
        Rect::from_min_max(pos2(room.left(), top), pos2(room.left() + length, bottom))
    };
    let p = scene.palette;
    match kind {
        Kind::Here => bars::bar(ui.painter(), rect, 1.0, p.filled.0),
        Kind::Elsewhere => bars::bar(ui.painter(), rect, 1.0, p.accent.0),
        Kind::Nobody => {
            let edge = Stroke::new(size::LINE, p.control_line.0);
            ui.painter()
                .rect(rect, 0.0, Color32::TRANSPARENT, edge, StrokeKind::Inside);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, people: i64, kind: Kind) -> Line {
        Line {
            name: name.to_owned(),
            people: Milli(people),
            kind,
            key: None,
        }
    }

    #[test]
    fn the_smallest_places_are_added_up_and_what_is_left_stays_last() {
        let side = Side {
            heading: String::new(),
            lines: vec![
                line("ici", 9000, Kind::Here),
                line("a", 500, Kind::Elsewhere),
                line("b", 300, Kind::Elsewhere),
                line("c", 200, Kind::Elsewhere),
                line("vides", 4000, Kind::Nobody),
            ],
        };
        assert_eq!(side.within(5, i18n::Lang::Fr), side.lines);
        let shown = side.within(4, i18n::Lang::Fr);
        let told: Vec<(&str, i64)> = shown.iter().map(|l| (l.name.as_str(), l.people.0)).collect();
        assert_eq!(
            told,
            [
                ("ici", 9000),
                ("a", 500),
                ("2\u{a0}autres bassins", 500),
                ("vides", 4000)
            ]
        );
        let all: Milli = shown.iter().map(|l| l.people).sum();
        assert_eq!(all, side.lines.iter().map(|l| l.people).sum());
    }
}
