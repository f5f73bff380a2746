//! Drawing of the guided tour: a ring around the control, a card beside it with one sentence, Next, Back and Leave.

use egui::{Area, Context, Frame, Id, Key, LayerId, Modifiers, Order, Pos2, Rect, Role, Stroke, StrokeKind, Ui, vec2};

use super::data::{Step, steps};
use crate::app::command::Command;
use crate::i18n::Message;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{self, bold, plain, size};
use crate::ui::widgets::parts;

/// Where the tour stands.
#[derive(Debug, Default)]
pub struct Tour {
    /// The step on screen; nothing while no tour is under way.
    at: Option<usize>,
    /// It was offered and not answered yet.
    offered: bool,
    /// The card must take the keyboard.
    fresh: bool,
}

/// Remembers where a control of the tour is. Drawn outside a tour, it costs one entry of memory.
pub fn mark(ui: &Ui, name: &'static str, rect: Rect) {
    ui.ctx().data_mut(|data| data.insert_temp(target(name), rect));
}

fn target(name: &str) -> Id {
    Id::unique(("tour-target", name))
}

impl Tour {
    /// Begins at the first step.
    pub fn start(&mut self) {
        self.offered = false;
        self.at = Some(0);
        self.fresh = true;
    }

    /// Asks whether to begin.
    pub fn offer(&mut self) {
        self.offered = self.at.is_none();
    }

    /// Ends, wherever it is.
    pub fn leave(&mut self) {
        *self = Self::default();
    }

    /// Draws the step, or the offer, over the window.
    pub fn tour_ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        if self.offered {
            self.offer_ui(ui, scene);
        }
        let Some(at) = self.at else { return };
        let steps = steps();
        let Some(step) = steps.get(at) else {
            self.leave();
            return;
        };
        let ctx = ui.ctx().clone();
        let ring = ring_ui(&ctx, scene, step);
        let asked = self.card_ui(&ctx, scene, step, (at, steps.len()), ring);
        let moved = match asked.or_else(|| keyed(&ctx)) {
            None => return,
            Some(Move::Leave) => {
                self.leave();
                return;
            }
            Some(Move::Next) if at + 1 == steps.len() => {
                self.leave();
                return;
            }
            Some(Move::Next) => at + 1,
            Some(Move::Back) => at.saturating_sub(1),
        };
        self.at = Some(moved);
        self.fresh = true;
        scene.send(Action::CloseDetail);
        scene.send(Action::Go(steps[moved].place.clone()));
    }

    fn offer_ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let mut answered = false;
        Area::new(Id::unique("tour-offer"))
            .order(Order::Foreground)
            .anchor(
                egui::Align2::RIGHT_BOTTOM,
                [-size::GAP_L, -(size::CONTROL + size::GAP_XL)],
            )
            .show(ui.ctx(), |ui| {
                card(ui, scene).show(ui, |ui| {
                    ui.set_max_width(size::NOTICE);
                    ui.label(bold(scene.t("ui-tour-offer"), size::TYPE_EMPHASIS));
                    ui.add(egui::Label::new(scene.t("ui-tour-offer-text")).wrap());
                    ui.horizontal(|ui| {
                        if parts::primary(ui, scene, scene.t("ui-tour-begin")).clicked() {
                            answered = true;
                            scene.send(Action::Run(Command::GuidedTour));
                        }
                        answered |= ui.button(scene.t("ui-tour-refuse")).clicked();
                    });
                });
            });
        if answered {
            self.offered = false;
        }
    }

    fn card_ui(
        &mut self,
        ctx: &Context,
        scene: &Scene<'_>,
        step: &Step,
        (at, count): (usize, usize),
        ring: Option<Rect>,
    ) -> Option<Move> {
        let mut asked = None;
        let fresh = std::mem::take(&mut self.fresh);
        let place = beside(ring, ctx.content_rect());
        Area::new(Id::unique("tour-card"))
            .order(Order::Tooltip)
            .fixed_pos(place)
            .constrain_to(ctx.content_rect().shrink(size::GAP_S))
            .show(ctx, |ui| {
                card(ui, scene).show(ui, |ui| {
                    ui.set_width(CARD);
                    let number = Message::new("ui-tour-number").with("at", at + 1).with("count", count);
                    ui.label(plain(scene.say(&number), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
                    ui.label(bold(
                        scene.t(&format!("ui-tour-{}-title", step.key)),
                        size::TYPE_EMPHASIS,
                    ));
                    ui.add(egui::Label::new(scene.t(&format!("ui-tour-{}-text", step.key))).wrap());
                    ui.add_space(size::GAP_S);
                    ui.horizontal(|ui| {
                        let last = at + 1 == count;
                        let words = scene.t(if last { "ui-tour-end" } else { "ui-tour-next" });
                        let next = parts::primary(ui, scene, words);
                        if fresh {
                            next.request_focus();
                        }
                        if next.clicked() {
                            asked = Some(Move::Next);
                        }
                        if at > 0 && ui.button(scene.t("ui-tour-back")).clicked() {
                            asked = Some(Move::Back);
                        }
                        if !last && ui.button(scene.t("ui-tour-leave")).clicked() {
                            asked = Some(Move::Leave);
                        }
                    });
                });
            });
        asked
    }
}

/// What was asked of the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Next,
    Back,
    Leave,
}

/// Width of the card.
const CARD: f32 = 320.0;

/// Escape leaves; Enter is the button that has the keyboard.
fn keyed(ctx: &Context) -> Option<Move> {
    ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape))
        .then_some(Move::Leave)
}

/// A ring around the control, where it is on screen, named for people who listen.
fn ring_ui(ctx: &Context, scene: &Scene<'_>, step: &Step) -> Option<Rect> {
    let name = step.target?;
    let rect: Rect = ctx.data(|data| data.get_temp(target(name)))?;
    let rect = rect.expand(size::GAP_XS).intersect(ctx.content_rect());
    let layer = LayerId::new(Order::Foreground, Id::unique("tour-ring"));
    let stroke = Stroke::new(size::FOCUS_LINE + size::LINE, scene.palette.accent.0);
    ctx.layer_painter(layer)
        .rect_stroke(rect, theme::corner(), stroke, StrokeKind::Outside);
    ctx.accesskit_node_builder(Id::unique("tour-ring"), |node| {
        node.set_role(Role::Mark);
        node.set_label(name.to_owned());
    });
    Some(rect)
}

fn card(ui: &Ui, scene: &Scene<'_>) -> Frame {
    Frame::popup(ui.style())
        .fill(scene.palette.surface.0)
        .stroke(Stroke::new(size::LINE, scene.palette.accent.0))
        .inner_margin(theme::margin(size::GAP_L))
}

/// Under the control, else above it, else beside it; in the middle where there is none.
fn beside(ring: Option<Rect>, window: Rect) -> Pos2 {
    let whole = vec2(CARD + size::GAP_L * 2.0, HEIGHT);
    let Some(ring) = ring else {
        return window.center() - whole / 2.0;
    };
    let under = ring.bottom() + size::GAP_S;
    if under + HEIGHT <= window.bottom() {
        return Pos2::new(ring.left(), under);
    }
    let above = ring.top() - size::GAP_S - HEIGHT;
    if above >= window.top() {
        return Pos2::new(ring.left(), above);
    }
    Pos2::new(
        ring.right() - whole.x - size::GAP_S,
        ring.bottom() - HEIGHT - size::GAP_S,
    )
}

/// Height a card needs at most.
const HEIGHT: f32 = 200.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_stays_in_the_window_and_off_the_control_where_it_can() {
        let window = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0));
        let ring = |top: f32, bottom: f32| Rect::from_min_max(Pos2::new(300.0, top), Pos2::new(900.0, bottom));
        assert!(beside(Some(ring(100.0, 200.0)), window).y > 200.0);
        assert!(beside(Some(ring(600.0, 780.0)), window).y + HEIGHT < 600.0);
        let whole = beside(Some(ring(20.0, 780.0)), window);
        assert!(window.contains(whole) && whole.y + HEIGHT < 780.0);
        assert!(window.contains(beside(None, window)));
    }
}
