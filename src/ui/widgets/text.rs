//! Words painted inside a rectangle: aligned, abbreviated, else cut in the middle, never at the unit.

use std::sync::Arc;

use egui::{Align, Color32, FontId, Galley, Rect, Ui, pos2, vec2};

use crate::ui::words::{abbreviated, cut_middle};

/// Paints one line of `text` in `rect`, vertically centred; returns true where it had to be cut.
pub fn paint_line(ui: &Ui, rect: Rect, text: &str, font: &FontId, colour: Color32, align: Align) -> bool {
    let (galley, cut) = fit(ui, text, font, colour, rect.width());
    let size = galley.size();
    let x = match align {
        Align::Min => rect.left(),
        Align::Center => rect.center().x - size.x / 2.0,
        Align::Max => rect.right() - size.x,
    };
    let y = rect.center().y - size.y / 2.0;
    ui.painter().galley(pos2(x, y), galley, colour);
    cut
}

/// The galley of `text`, abbreviated, then cut in the middle, until it is at most `width` wide; and whether it is not whole.
pub fn fit(ui: &Ui, text: &str, font: &FontId, colour: Color32, width: f32) -> (Arc<Galley>, bool) {
    let layout = |text: String| ui.painter().layout_no_wrap(text, font.clone(), colour);
    let whole = layout(text.to_owned());
    if whole.size().x <= width || whole.size().x <= f32::EPSILON {
        return (whole, false);
    }
    let mut shortest = text.to_owned();
    for short in (1..).map_while(|count| abbreviated(text, count)) {
        let galley = layout(short.clone());
        if galley.size().x <= width {
            return (galley, true);
        }
        shortest = short;
    }
    let count = shortest.chars().count();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a count of characters scaled by a share between 0 and 1"
    )]
    let mut kept = (count as f32 * (width / layout(shortest.clone()).size().x).clamp(0.0, 1.0)) as usize;
    loop {
        let galley = layout(cut_middle(&shortest, kept));
        if galley.size().x <= width || kept <= 1 {
            return (galley, true);
        }
        kept -= 1;
    }
}

/// A label on one line that cuts its middle when narrow and then shows the whole on hover.
pub fn line_label(ui: &mut Ui, text: &str, font: FontId, colour: Color32, width: f32) {
    let (galley, cut) = fit(ui, text, &font, colour, width);
    let response = ui
        .allocate_ui_with_layout(
            vec2(galley.size().x, galley.size().y),
            egui::Layout::left_to_right(Align::Center),
            |ui| ui.label(egui::RichText::new(galley.text()).font(font).color(colour)),
        )
        .inner;
    if cut {
        response.on_hover_text(text);
    }
}

/// Width of words on one line.
pub fn width(ui: &Ui, words: &str, font: FontId) -> f32 {
    ui.painter()
        .layout_no_wrap(words.to_owned(), font, Color32::BLACK)
        .size()
        .x
}
