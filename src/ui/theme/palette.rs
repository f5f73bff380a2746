//! Colours of a theme: read from `assets/themes`, each with one meaning.

use egui::Color32;
use serde::Deserialize;

use crate::app::settings::Theme as Look;

/// The colours of one theme.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    pub dark: bool,
    /// Behind everything.
    pub canvas: Colour,
    /// Cards and tables.
    pub surface: Colour,
    /// Navigation and status line.
    pub rail: Colour,
    pub stripe: Colour,
    pub hover: Colour,
    pub line: Colour,
    pub text: Colour,
    pub text_weak: Colour,
    pub text_on_accent: Colour,
    pub control: Colour,
    pub control_line: Colour,
    /// The selected thing and the primary action.
    pub accent: Colour,
    pub accent_hover: Colour,
    pub accent_soft: Colour,
    pub attention: Colour,
    pub attention_soft: Colour,
    /// Errors and loss only.
    pub error: Colour,
    pub error_soft: Colour,
    /// Not enough people, from slight to severe.
    pub shortage: [Colour; 4],
    /// More people than posts, from slight to large.
    pub surplus: [Colour; 4],
    pub neutral: Colour,
    pub filled: Colour,
    pub no_training: Colour,
    pub not_enough: Colour,
    /// Strokes of the hatch of statistical secrecy.
    pub hatch: Colour,
}

/// An opaque colour written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Colour(pub Color32);

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Color32::from_hex(&text)
            .map(Self)
            .map_err(|_| format!("« {text} » is not a colour"))
    }
}

impl From<Colour> for Color32 {
    fn from(colour: Colour) -> Self {
        colour.0
    }
}

/// A step of the scales of gaps and rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tint {
    Neutral,
    /// 0 slight to 3 severe.
    Shortage(usize),
    /// 0 slight to 3 large.
    Surplus(usize),
}

impl Palette {
    /// The colour of a tint; steps beyond the scale are its last.
    pub fn tint(&self, tint: Tint) -> Color32 {
        match tint {
            Tint::Neutral => self.neutral.0,
            Tint::Shortage(step) => self.shortage[step.min(3)].0,
            Tint::Surplus(step) => self.surplus[step.min(3)].0,
        }
    }

    /// An ink that is readable on a ground: that of texts, else of surfaces, else black or white.
    pub fn ink_on(&self, ground: Color32) -> Color32 {
        let readable = |ink: &Color32| contrast(*ink, ground) >= READABLE;
        let inks = [self.text.0, self.surface.0, Color32::BLACK];
        inks.into_iter().find(readable).unwrap_or(Color32::WHITE)
    }

    /// Strokes of the hatch of secrecy over a ground of the scales.
    pub fn hatch_on(&self, ground: Color32) -> Color32 {
        self.ink_on(ground).gamma_multiply(HATCH_STRENGTH)
    }

    /// Colours of a look that is not [`Look::System`]; that one is light here.
    ///
    /// # Errors
    /// When the embedded file is not a palette, which a test rules out.
    pub fn embedded(look: Look) -> Result<Self, serde_json::Error> {
        serde_json::from_str(match look {
            Look::System | Look::Light => include_str!("../../../assets/themes/light.json"),
            Look::Dark => include_str!("../../../assets/themes/dark.json"),
            Look::Contrast => include_str!("../../../assets/themes/contrast.json"),
        })
    }

    /// Colour of a signed value on the diverging scale: `share` is −1 (severe shortage) … 0 … 1 (large surplus).
    pub fn diverging(&self, share: f64) -> Color32 {
        let scale = if share < 0.0 { &self.shortage } else { &self.surplus };
        let step = match share.abs() {
            s if s < 0.02 => return self.neutral.0,
            s if s < 0.25 => 0,
            s if s < 0.5 => 1,
            s if s < 0.75 => 2,
            _ => 3,
        };
        scale[step].0
    }
}

/// How much of the ink a hatch over a colour takes: the colour stays readable.
const HATCH_STRENGTH: f32 = 0.6;

/// Least contrast of texts (WCAG 2.2, level AA).
const READABLE: f64 = 4.5;

/// Contrast ratio of WCAG 2.2, from relative luminances: 1 to 21.
fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |c: Color32| {
        let [r, g, b] = [c.r(), c.g(), c.b()].map(|v| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn palettes() -> Vec<(Look, Palette)> {
        [Look::Light, Look::Dark, Look::Contrast]
            .into_iter()
            .map(|l| (l, Palette::embedded(l).expect("embedded palette")))
            .collect()
    }

    #[test]
    fn texts_are_readable_in_every_theme() {
        for (look, p) in palettes() {
            let pairs = [
                (p.text, p.canvas),
                (p.text, p.surface),
                (p.text, p.rail),
                (p.text, p.stripe),
                (p.text, p.hover),
                (p.text, p.accent_soft),
                (p.text_weak, p.canvas),
                (p.text_weak, p.surface),
                (p.text_weak, p.rail),
                (p.text_weak, p.stripe),
                (p.text_weak, p.hover),
                (p.text_on_accent, p.accent),
                (p.text_on_accent, p.accent_hover),
                (p.accent, p.surface),
                (p.attention, p.attention_soft),
                (p.attention, p.surface),
                (p.attention, p.canvas),
                (p.error, p.error_soft),
                (p.error, p.surface),
                (p.text, p.attention_soft),
                (p.text, p.error_soft),
            ];
            for (i, (front, back)) in pairs.into_iter().enumerate() {
                let ratio = contrast(front.0, back.0);
                assert!(ratio >= READABLE, "{look:?} pair {i}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn marks_stand_out_in_every_theme() {
        for (look, p) in palettes() {
            for (i, mark) in [p.filled, p.no_training, p.not_enough, p.hatch, p.control_line]
                .into_iter()
                .enumerate()
            {
                let ratio = contrast(mark.0, p.surface.0);
                assert!(ratio >= 3.0, "{look:?} mark {i}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn numbers_are_readable_on_every_step_of_the_scales() {
        for (look, p) in palettes() {
            let steps = p.shortage.iter().chain(&p.surplus).chain([&p.neutral]);
            for ground in steps {
                let ratio = contrast(p.ink_on(ground.0), ground.0);
                assert!(ratio >= READABLE, "{look:?} {ground:?}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn the_gap_scale_is_centred_on_zero() {
        for (_, p) in palettes() {
            assert_eq!(p.diverging(0.0), p.neutral.0);
            assert_eq!(p.diverging(-1.0), p.shortage[3].0);
            assert_eq!(p.diverging(0.3), p.surplus[1].0);
        }
    }
}
