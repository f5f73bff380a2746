//! The legend of a map, a strip over it: classes with their number of places, hatch, circles.

use egui::{FontId, Galley, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::draw::{self, Circles};
use super::model::Legend;
use crate::i18n;
use crate::ui::scene::Scene;
use crate::ui::theme::size;
use crate::ui::widgets::{bars, parts};

/// Draws what colours mean, then what circles mean, then `more`.
pub(super) fn legend_ui(ui: &mut Ui, scene: &Scene<'_>, legend: &Legend, scale: Circles, more: impl FnOnce(&mut Ui)) {
    let p = scene.palette;
    ui.spacing_mut().interact_size.y = size::TYPE_BODY;
    ui.spacing_mut().item_spacing = vec2(size::GAP_M, size::GAP_XS / 2.0);
    ui.horizontal_wrapped(|ui| {
        for class in &legend.classes {
            let fill = p.tint(class.tint);
            parts::sample(ui, scene, counted(&class.words, class.places), |painter, sample| {
                painter.rect(
                    sample,
                    0.0,
                    fill,
                    Stroke::new(size::LINE, p.control_line.0),
                    StrokeKind::Inside,
                );
            });
        }
        if let Some((words, places)) = &legend.nothing {
            parts::sample(ui, scene, counted(words, *places), |painter, sample| {
                let corners = [
                    sample.left_top(),
                    sample.right_top(),
                    sample.right_bottom(),
                    sample.left_bottom(),
                    sample.left_top(),
                ];
                painter.extend(Shape::dotted_line(&corners, p.hatch.0, size::GAP_XS, size::LINE));
            });
        }
        if let Some((words, places)) = &legend.secret {
            parts::sample(ui, scene, counted(words, *places), |painter, sample| {
                bars::hatch(painter, sample, p.hatch.0);
            });
        }
        circles_ui(ui, scene, legend, scale);
        more(ui);
    });
}

/// Example circles and their counts, on one line.
fn circles_ui(ui: &mut Ui, scene: &Scene<'_>, legend: &Legend, scale: Circles) {
    let p = scene.palette;
    let font = FontId::proportional(size::TYPE_CAPTION);
    let lay = |words: String| ui.painter().layout_no_wrap(words, font.clone(), p.text.0);
    let title = lay(legend.circles.clone());
    let samples: Vec<_> = legend
        .samples
        .iter()
        .map(|count| (scale.radius(*count), lay(i18n::decimal(scene.lang, *count, 0))))
        .collect();
    let of_sample = |radius: f32, words: &Galley| size::GAP_M + radius * 2.0 + size::GAP_XS + words.size().x;
    let width = title.size().x
        + samples
            .iter()
            .map(|(radius, words)| of_sample(*radius, words))
            .sum::<f32>();
    let tallest = samples.iter().map(|(radius, _)| radius * 2.0).fold(0.0, f32::max) + size::LINE * 2.0;
    let room = vec2(width, tallest.max(size::TYPE_BODY + size::GAP_XS));
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let words_at = |left: f32, galley: &Galley| pos2(left, rect.center().y - galley.size().y / 2.0);
    let mut left = rect.left() + title.size().x;
    ui.painter().galley(words_at(rect.left(), &title), title, p.text.0);
    for (radius, words) in samples {
        let next = left + of_sample(radius, &words);
        draw::circle(
            ui.painter(),
            p,
            pos2(left + size::GAP_M + radius, rect.center().y),
            radius,
        );
        ui.painter()
            .galley(words_at(next - words.size().x, &words), words, p.text.0);
        left = next;
    }
}

/// Words and a number of places.
fn counted(words: &str, places: usize) -> String {
    format!("{words} ({places})")
}

/// Classes in words, for people who listen.
pub(super) fn spoken(legend: &Legend) -> String {
    let mut parts: Vec<String> = legend.classes.iter().map(|c| counted(&c.words, c.places)).collect();
    parts.extend(legend.nothing.iter().map(|(words, places)| counted(words, *places)));
    parts.extend(legend.secret.iter().map(|(words, places)| counted(words, *places)));
    format!("{} : {}", legend.title, parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::model::Class;
    use super::*;
    use crate::ui::theme::palette::Tint;

    #[test]
    fn the_legend_is_said_with_its_counts() {
        let legend = Legend {
            title: "Part".to_owned(),
            classes: vec![Class {
                words: "moins de 20".to_owned(),
                tint: Tint::Neutral,
                places: 3,
            }],
            nothing: Some(("rien".to_owned(), 2)),
            secret: None,
            circles: String::new(),
            samples: Vec::new(),
        };
        assert_eq!(spoken(&legend), "Part : moins de 20 (3), rien (2)");
    }
}
