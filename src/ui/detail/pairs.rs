//! Captions and values side by side; figures of one list end at the same place, their ranges after them.

use egui::{FontId, Label, Ui, vec2};

use crate::ui::scene::Scene;
use crate::ui::theme::{bold, bold_family, plain, size};
use crate::ui::widgets::text::width;

/// Part of the width that captions take.
const CAPTION_SHARE: f32 = 0.5;

/// Draws a list of pairs, both sides wrapping within their part.
pub fn pairs_ui(ui: &mut Ui, scene: &Scene<'_>, pairs: &[(String, String)], points: f32) {
    let font = FontId::new(points, bold_family());
    let wide = |ui: &Ui, value: &str| centre(value).map(|figure| width(ui, figure, font.clone()));
    let widest = pairs.iter().filter_map(|(_, value)| wide(ui, value));
    let widest = widest.fold(0.0, f32::max);
    for (caption, value) in pairs {
        let lead = wide(ui, value).map_or(0.0, |figure| widest - figure);
        pair_ui(ui, scene, (caption, value), lead, points);
    }
}

fn pair_ui(ui: &mut Ui, scene: &Scene<'_>, (caption, value): (&str, &str), lead: f32, points: f32) {
    ui.horizontal_top(|ui| {
        let whole = ui.available_width();
        let left = whole * CAPTION_SHARE;
        let part = |ui: &mut Ui, width: f32, label: Label| {
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.set_width(width);
                ui.add(label.wrap());
            });
        };
        let words = plain(caption, points).color(scene.palette.text_weak.0);
        part(ui, left, Label::new(words));
        ui.add_space(lead);
        let right = whole - left - size::GAP_S - lead;
        part(ui, right, Label::new(bold(value, points).color(scene.figure_ink())));
    });
}

/// The figure a value begins with, before its range; nothing where it is words.
fn centre(value: &str) -> Option<&str> {
    let end = value
        .find(" (")
        .or_else(|| value.find("\u{a0}("))
        .or_else(|| value.find(", "));
    let figure = &value[..end.unwrap_or(value.len())];
    let of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || ",.−-+%".contains(c);
    (figure.contains(|c: char| c.is_ascii_digit()) && figure.chars().all(of_number)).then_some(figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_told_from_its_range_and_from_words() {
        let check = |value, expected| assert_eq!(centre(value), expected, "{value}");
        check("81\u{a0}(69–94)", Some("81"));
        check("1\u{202f}482, de 704 à 2\u{202f}712", Some("1\u{202f}482"));
        check("−6,9\u{a0}(−7,0 à −6,6)", Some("−6,9"));
        check("4,1\u{a0}%", Some("4,1\u{a0}%"));
        check("juin 2028", None);
        check("scolaire", None);
        check("", None);
    }
}
