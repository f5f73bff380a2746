//! Choices side by side of which one always holds, by pointer, keyboard or assistive technology.

use egui::{Align2, FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::scene::Scene;
use crate::ui::theme::{self, size};

/// One choice: its name, and what choosing it means.
#[derive(Debug, Clone)]
pub struct Segment {
    pub name: String,
    pub help: String,
}

/// Room on each side of a name: the usual one, less where the choices would not all be seen.
fn padding(room: f32, choices: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a few choices")]
    let sides = (2 * choices).max(1) as f32;
    (room / sides).floor().clamp(size::GAP_XS, size::GAP_M)
}

/// Draws the choices in one frame; returns the one picked now, never the one that held already.
pub fn segments_ui(ui: &mut Ui, scene: &Scene<'_>, segments: &[Segment], chosen: usize) -> Option<usize> {
    let p = scene.palette;
    // Bold is the wider face: choosing moves nothing.
    let bold = FontId::new(size::TYPE_BODY, theme::bold_family());
    let width_of = |segment: &Segment| {
        let galley = ui
            .painter()
            .layout_no_wrap(segment.name.clone(), bold.clone(), p.text.0);
        galley.size().x.ceil()
    };
    let mut widths: Vec<f32> = segments.iter().map(width_of).collect();
    let padding = padding(ui.available_width() - widths.iter().sum::<f32>(), widths.len());
    for width in &mut widths {
        *width += 2.0 * padding;
    }
    let (whole, _) = ui.allocate_exact_size(vec2(widths.iter().sum(), size::CONTROL), Sense::hover());
    let edge = Stroke::new(size::LINE, p.control_line.0);
    ui.painter()
        .rect(whole, theme::corner(), p.control.0, edge, StrokeKind::Inside);
    let mut left = whole.left();
    let mut picked = None;
    for (i, (segment, width)) in segments.iter().zip(widths).enumerate() {
        let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(width, whole.height()));
        left = rect.right();
        let response = ui.interact(rect, ui.scope_id().with(("segment", &segment.name)), Sense::click());
        let selected = i == chosen;
        let (ground, line) = match (selected, response.hovered() || response.has_focus()) {
            (true, false) => (p.accent_soft.0, Stroke::new(size::LINE, p.accent.0)),
            (true, true) => (p.accent_soft.0, Stroke::new(size::FOCUS_LINE, p.accent.0)),
            (false, true) => (p.hover.0, Stroke::new(size::LINE, p.accent.0)),
            (false, false) => (p.control.0, Stroke::NONE),
        };
        if ground != p.control.0 || line != Stroke::NONE {
            ui.painter()
                .rect(rect, theme::corner(), ground, line, StrokeKind::Inside);
        }
        let font = if selected {
            bold.clone()
        } else {
            FontId::proportional(size::TYPE_BODY)
        };
        let centre = rect.center();
        ui.painter()
            .text(centre, Align2::CENTER_CENTER, &segment.name, font, p.text.0);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, selected, &segment.name));
        if response.clicked() && !selected {
            picked = Some(i);
        }
        response.on_hover_text(&segment.help);
    }
    picked
}
