//! A slider of three handles, low, central and high, by pointer, keyboard or assistive technology.

use egui::accesskit::{Action as Asked, ActionData};
use egui::{Key, Rect, Response, Sense, Stroke, Ui, WidgetInfo, lerp, pos2, vec2};

use crate::domain::units::{Bound, Range};
use crate::ui::scene::Scene;
use crate::ui::theme::{self, size};
use crate::ui::widgets::keyboard;

/// Steps of Page up and Page down.
const PAGE: f64 = 10.0;

/// What a slider shows.
#[derive(Debug)]
pub struct Slider<'a> {
    pub value: Range<f64>,
    /// Least and most a handle can be brought to here.
    pub travel: (f64, f64),
    pub step: f64,
    pub enabled: bool,
    /// Name of each handle for people who listen.
    pub names: [&'a str; 3],
}

/// What the user did to a handle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Touch {
    /// A handle is on its way: nothing is decided.
    Moved(Bound, f64),
    /// A handle was let go where it is.
    Released,
}

impl Slider<'_> {
    /// Draws the slider; at most one thing happens in a frame.
    pub fn show(&self, ui: &mut Ui, scene: &Scene<'_>) -> Option<Touch> {
        let (rect, _) = ui.allocate_exact_size(vec2(size::SLIDER, size::CONTROL), Sense::hover());
        let rail = rect.shrink2(vec2(size::HANDLE, 0.0));
        self.rail_ui(ui, scene, rail);
        let mut touch = None;
        // The central handle comes last: it stays on top where the three meet.
        for bound in [Bound::Low, Bound::High, Bound::Central] {
            let place = self.handle_rect(rail, bound);
            let id = ui.scope_id().with(("handle", bound as u8));
            let sense = if self.enabled {
                Sense::click_and_drag()
            } else {
                Sense::hover()
            };
            let response = ui.interact(place, id, sense);
            let value = self.value.at(bound);
            let name = self.names[bound as usize];
            response.widget_info(|| WidgetInfo::slider(self.enabled, value, name));
            self.declare(ui, &response, value);
            self.handle_ui(ui, scene, place, &response, bound);
            touch = touch.or_else(|| self.pointed(ui, rail, place, &response, bound));
            touch = touch.or_else(|| self.keyed(ui, &response, bound));
        }
        touch
    }

    /// Where a value stands along the rail.
    fn x(&self, rail: Rect, value: f64) -> f32 {
        let (least, most) = self.travel;
        #[expect(clippy::cast_possible_truncation, reason = "a share of a length on screen")]
        let share = ((value - least) / (most - least)).clamp(0.0, 1.0) as f32;
        lerp(rail.left()..=rail.right(), share)
    }

    /// The ends hang outwards from their value, so that they can be taken apart where all three are equal.
    fn handle_rect(&self, rail: Rect, bound: Bound) -> Rect {
        let x = self.x(rail, self.value.at(bound));
        let middle = match bound {
            Bound::Low => x - size::HANDLE / 2.0,
            Bound::Central => x,
            Bound::High => x + size::HANDLE / 2.0,
        };
        Rect::from_center_size(pos2(middle, rail.center().y), vec2(size::HANDLE, rail.height()))
    }

    fn rail_ui(&self, ui: &Ui, scene: &Scene<'_>, rail: Rect) {
        let p = scene.palette;
        let y = rail.center().y;
        let span = self.x(rail, self.value.low)..=self.x(rail, self.value.high);
        ui.painter()
            .hline(rail.x_range(), y, Stroke::new(size::FOCUS_LINE, p.control_line.0));
        ui.painter().hline(span, y, Stroke::new(size::TICK, p.accent.0));
    }

    fn handle_ui(&self, ui: &Ui, scene: &Scene<'_>, place: Rect, response: &Response, bound: Bound) {
        let p = scene.palette;
        let held = response.hovered() || response.has_focus() || response.dragged();
        let ink = match (self.enabled, held) {
            (false, _) => p.control_line.0,
            (true, true) => p.accent_hover.0,
            (true, false) => p.accent.0,
        };
        let ring = Stroke::new(size::FOCUS_LINE, p.text.0);
        if bound == Bound::Central {
            ui.painter().circle(
                place.center(),
                size::HANDLE / 2.0,
                ink,
                Stroke::new(size::LINE, p.surface.0),
            );
            if response.has_focus() {
                ui.painter().circle_stroke(place.center(), size::HANDLE / 2.0, ring);
            }
            return;
        }
        // A flag whose straight edge stands on the value.
        let flag = Rect::from_center_size(place.center(), vec2(size::HANDLE / 2.0, size::HANDLE));
        let flag = match bound {
            Bound::Low => flag.translate(vec2(size::HANDLE / 4.0, 0.0)),
            _ => flag.translate(vec2(-size::HANDLE / 4.0, 0.0)),
        };
        ui.painter().rect_filled(flag, theme::corner() / 3.0, ink);
        if response.has_focus() {
            ui.painter()
                .rect_stroke(flag, theme::corner() / 3.0, ring, egui::StrokeKind::Outside);
        }
    }

    fn pointed(&self, ui: &Ui, rail: Rect, place: Rect, response: &Response, bound: Bound) -> Option<Touch> {
        if !self.enabled {
            return None;
        }
        if response.drag_stopped() {
            return Some(Touch::Released);
        }
        let pointer = response.interact_pointer_pos()?;
        let grip = response.id.with("grip");
        if response.drag_started() {
            response.request_focus();
            // The handle keeps under the pointer the point it was taken by.
            let origin = ui.input(|i| i.pointer.press_origin()).unwrap_or(pointer);
            let from = self.x(rail, self.value.at(bound));
            ui.data_mut(|d| d.insert_temp(grip, from - origin.x));
        }
        if !response.dragged() {
            return None;
        }
        let offset = ui.data(|d| d.get_temp(grip)).unwrap_or(rail.left() - place.left());
        let (least, most) = self.travel;
        let share = f64::from(((pointer.x + offset - rail.left()) / rail.width()).clamp(0.0, 1.0));
        self.moved(bound, least + share * (most - least))
    }

    fn keyed(&self, ui: &Ui, response: &Response, bound: Bound) -> Option<Touch> {
        if !self.enabled {
            return None;
        }
        let value = self.value.at(bound);
        if let Some(asked) = asked_value(ui, response) {
            return self.moved(bound, asked);
        }
        let steps = asked_steps(ui, response);
        if steps != 0.0 {
            return self.moved(bound, value + steps * self.step);
        }
        if response.lost_focus() {
            return Some(Touch::Released);
        }
        if !keyboard::holds(ui, response) {
            return None;
        }
        let count = |key: Key| ui.input(|i| f64::from(u16::try_from(i.num_presses(key)).unwrap_or(u16::MAX)));
        if count(Key::Enter) > 0.0 {
            return Some(Touch::Released);
        }
        let (least, most) = self.travel;
        if count(Key::Home) > 0.0 {
            return self.moved(bound, least);
        }
        if count(Key::End) > 0.0 {
            return self.moved(bound, most);
        }
        let up = count(Key::ArrowRight) + count(Key::ArrowUp) + PAGE * count(Key::PageUp);
        let down = count(Key::ArrowLeft) + count(Key::ArrowDown) + PAGE * count(Key::PageDown);
        if up == down {
            return None;
        }
        self.moved(bound, value + (up - down) * self.step)
    }

    /// The nearest step within the travel; nothing where the handle is there already.
    fn moved(&self, bound: Bound, value: f64) -> Option<Touch> {
        let (least, most) = self.travel;
        let snapped = ((value / self.step).round() * self.step).clamp(least, most);
        ((snapped - self.value.at(bound)).abs() > self.step / 100.0).then_some(Touch::Moved(bound, snapped))
    }

    fn declare(&self, ui: &Ui, response: &Response, value: f64) {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(self.travel.0);
            node.set_max_numeric_value(self.travel.1);
            node.set_numeric_value_step(self.step);
            node.set_numeric_value(value);
            for action in [Asked::SetValue, Asked::Increment, Asked::Decrement] {
                node.add_action(action);
            }
        });
    }
}

fn asked_value(ui: &Ui, response: &Response) -> Option<f64> {
    ui.input(|i| {
        let requests = i.accesskit_action_requests(response.id, Asked::SetValue);
        let numbers = requests.filter_map(|request| match request.data {
            Some(ActionData::NumericValue(value)) => Some(value),
            _ => None,
        });
        numbers.last()
    })
}

fn asked_steps(ui: &Ui, response: &Response) -> f64 {
    let count = |action| {
        let n = ui.input(|i| i.num_accesskit_action_requests(response.id, action));
        f64::from(u16::try_from(n).unwrap_or(u16::MAX))
    };
    count(Asked::Increment) - count(Asked::Decrement)
}
