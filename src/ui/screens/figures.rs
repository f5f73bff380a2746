//! The key figures of a line, through the lens of the screen.

use crate::app::settings::Lens;
use crate::domain::units::Estimate;
use crate::i18n::{self, Lang, Message, text};
use crate::market::expected::ExpectedFigures;
use crate::market::gap::Figures;
use crate::ui::causes::mean_parts;
use crate::ui::scene::Measure;
use crate::ui::screens::gap_table::Line;
use crate::ui::widgets::parts::KeyFigure;

/// Need, supply, filled, unfilled, friction and coverage, each with what it measures.
pub fn key_figures(line: &Line, lens: Lens, lang: Lang) -> Vec<(Measure, KeyFigure)> {
    let [filled, unfilled] = match lens {
        Lens::Potential => [Measure::Filled, Measure::Unfilled],
        Lens::Expected => [Measure::ExpectedFilled, Measure::ExpectedUnfilled],
    };
    let measures = [
        Measure::Need,
        Measure::Supply,
        filled,
        unfilled,
        Measure::Friction,
        Measure::Coverage,
    ];
    let figure = |measure| (measure, key_figure(measure, line, lang));
    measures.into_iter().map(figure).collect()
}

/// One figure of a line.
pub fn key_figure(measure: Measure, line: &Line, lang: Lang) -> KeyFigure {
    let f = &line.figures;
    let expected = line.explained.as_ref().map(|e| &e.expected);
    let value = match measure {
        Measure::Need => Some(f.need),
        Measure::Supply => Some(f.supply),
        Measure::Coverage => return coverage(f, lang),
        Measure::Filled => Some(f.filled),
        Measure::Unfilled => Some(f.unfilled),
        Measure::ExpectedFilled => expected.map(|e| e.filled),
        Measure::ExpectedUnfilled => expected.map(|e| e.unfilled),
        Measure::Friction => expected.map(ExpectedFigures::friction),
        Measure::Part(place) => {
            let part = line
                .explained
                .as_ref()
                .and_then(|e| mean_parts(&e.causes).get(place).copied());
            part.map(|p| p.estimate())
        }
    };
    figure(measure, value, lang)
}

/// A headcount; a dash while it is being computed.
fn figure(measure: Measure, value: Option<Estimate>, lang: Lang) -> KeyFigure {
    let caption = measure.name(lang);
    let help = measure.help(lang);
    match value {
        Some(value) => KeyFigure::people(lang, caption, value, help),
        None => KeyFigure {
            caption,
            value: "–".to_owned(),
            note: text(lang, "ui-computing"),
            help,
        },
    }
}

fn coverage(figures: &Figures, lang: Lang) -> KeyFigure {
    let (value, note) = match figures.coverage() {
        None => (text(lang, "ui-not-available"), text(lang, "ui-coverage-none")),
        Some(c) => (
            i18n::percent(lang, c.central),
            Message::new("ui-between")
                .with("low", i18n::percent(lang, c.low))
                .with("high", i18n::percent(lang, c.high))
                .text(lang),
        ),
    };
    KeyFigure {
        caption: Measure::Coverage.name(lang),
        value,
        note,
        help: Measure::Coverage.help(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::units::{Milli, Range};
    use crate::ui::screens::gap_table::Explained;

    fn people(low: i64, central: i64, high: i64) -> Estimate {
        Range::new(Milli::whole(low), Milli::whole(central), Milli::whole(high))
    }

    fn line() -> Line {
        Line {
            figures: Figures {
                need: people(900, 1000, 1100),
                supply: people(500, 600, 700),
                filled: people(300, 400, 450),
                unfilled: people(450, 600, 800),
                ..Figures::default()
            },
            explained: None,
        }
    }

    fn spoken(line: &Line, lens: Lens) -> Vec<String> {
        let figures = key_figures(line, lens, Lang::Fr);
        figures.iter().map(|(_, figure)| figure.sentence()).collect()
    }

    #[test]
    fn a_key_figure_says_its_range() {
        let told = spoken(&line(), Lens::Potential);
        assert_eq!(told[0], "Besoin, 1\u{202f}000, de 900 à 1\u{202f}100");
        assert_eq!(told[3], "Non pourvus, 600, de 450 à 800");
        assert!(told[5].contains("60,0\u{a0}%"), "{}", told[5]);
    }

    #[test]
    fn the_expected_lens_shows_no_figure_before_its_own() {
        let mut line = line();
        let told = spoken(&line, Lens::Expected);
        assert_eq!(told[3], "Non pourvus attendus, –, calcul en cours");
        line.explained = Some(Explained {
            expected: ExpectedFigures {
                potential: people(300, 400, 450),
                filled: people(250, 350, 430),
                unfilled: people(470, 650, 850),
                filled_at_centre: people(340, 350, 360),
                ..ExpectedFigures::default()
            },
            ..Explained::default()
        });
        let told = spoken(&line, Lens::Expected);
        assert_eq!(told[2], "Pourvus attendus, 350, de 250 à 430");
        assert_eq!(told[3], "Non pourvus attendus, 650, de 470 à 850");
        assert_eq!(told[4], "Frottement, 50, de 40 à 60");
        assert_eq!(told[0], spoken(&line, Lens::Potential)[0]);
    }

    #[test]
    fn coverage_without_need_is_not_available() {
        assert_eq!(coverage(&Figures::default(), Lang::Fr).value, "n.d.");
    }
}
