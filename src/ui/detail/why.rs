//! Why the posts of a line stay unfilled, and what becomes of them when everyone does as usual.

use crate::domain::facts::Facts;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{self, Lang, Message, text};
use crate::market::expected::ExpectedFigures;
use crate::market::gap::RowKey;
use crate::ui::snapshot::Reasons;
use crate::ui::widgets::causes::{CauseLines, decimals_of};

/// Both explanations of a line, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// Nothing where all posts of the line are filled.
    pub causes: Option<CauseLines>,
    pub usual: Usual,
}

/// The expected lens on a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Usual {
    /// Caption and value with its range.
    pub figures: Vec<(String, String)>,
    /// The formula of friction with the figures of the line in it.
    pub sentence: String,
}

impl Why {
    /// Explains a line of a gap table; the facts must be those of the reasons.
    pub fn of(key: &RowKey, reasons: &Reasons, facts: &Facts, lang: Lang) -> Self {
        let values = reasons.causes.row(key, facts);
        let expected = match key {
            RowKey::Cell(basin, fap) => reasons.expected.cell(basin, fap).copied(),
            _ => reasons.expected.rows(key.grouping(), facts).remove(key),
        };
        Self {
            causes: CauseLines::of(&values, reasons.causes.revision, lang),
            usual: usual(&expected.unwrap_or_default(), lang),
        }
    }
}

fn usual(figures: &ExpectedFigures, lang: Lang) -> Usual {
    let friction = figures.friction();
    let decimals = decimals_of(figures.need.central);
    let line = |key: &str, value: Estimate| (text(lang, key), i18n::spread(lang, value.map(Milli::people), decimals));
    let key = match friction.central {
        Milli(n) if n < 0 => "ui-usual-friction-negative",
        _ => "ui-usual-friction",
    };
    Usual {
        figures: vec![
            line("ui-usual-need", figures.need),
            line("ui-usual-potential", figures.potential),
            line("ui-usual-filled", figures.filled),
            line("ui-usual-unfilled", figures.unfilled),
            line("ui-usual-lost", friction),
        ],
        sentence: Message::new(key)
            .with("potential", i18n::exact(lang, figures.potential.central))
            .with("filled", i18n::exact(lang, figures.filled_at_centre.central))
            .with("friction", i18n::exact(lang, friction.central))
            .text(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::units::Range;

    #[test]
    fn friction_is_told_with_the_figures_it_is_the_difference_of() {
        let posts = |low, central, high| Range::new(Milli(low), Milli(central), Milli(high));
        let figures = ExpectedFigures {
            need: posts(18_000, 20_000, 22_000),
            potential: posts(10_000, 12_500, 13_000),
            filled: posts(7_000, 8_250, 9_000),
            unfilled: posts(9_000, 11_750, 15_000),
            filled_at_centre: posts(8_000, 8_250, 8_500),
        };
        let told = usual(&figures, Lang::Fr);
        assert!(told.sentence.contains("12,5 − 8,25 = 4,25"), "{}", told.sentence);
        assert_eq!(told.figures[4].1, "4,3\u{a0}(4,0–4,5)");
        let gains = ExpectedFigures {
            filled_at_centre: posts(13_000, 13_000, 13_000),
            ..figures
        };
        assert!(usual(&gains, Lang::Fr).sentence.contains("\u{2212}0,5"));
    }
}
