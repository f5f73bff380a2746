//! What the side detail shows of the indicators of a line: each with its formula, its terms, its files, vintages and rows.

use super::data::{Detail, Line as Input, Told, source_words};
use crate::i18n::{self, Lang, Message, text};
use crate::market::gap::FactorProvenance;
use crate::market::indicators::{Key, Kind, Line, Place as Position, Rate};
use crate::ui::scene::Place;
use crate::ui::screens::training::indicators::{name, place, words};
use crate::ui::snapshot::{Names, Snapshot};

/// The detail of a line; nothing where it is no more.
pub fn detail(key: &Key, snapshot: &Snapshot, lang: Lang) -> Option<Detail> {
    let (indicators, names) = (&snapshot.indicators, &snapshot.names);
    let line = indicators.find(key)?;
    let caption = |key: &str, value: String| (text(lang, key), value);
    let mut figures = vec![
        caption("ui-column-rated", place(line, names, lang)),
        caption(
            "ui-column-route",
            text(lang, &format!("ui-route-{}", key.route.as_str())),
        ),
    ];
    let told = Kind::ALL.into_iter().filter(|kind| line.rates.get(*kind).is_some());
    figures.extend(told.map(|kind| (name(kind, lang), words(line.rates.get(kind), lang))));
    if let Position::At(part) = indicators.place(line) {
        let part = text(lang, &format!("ui-quadrant-{}", part.as_str()));
        figures.push(caption("ui-column-position", part));
    }
    Some(Detail {
        title: names.programme(&key.programme),
        sheet: Some(Place::Programme(key.programme.clone())),
        figures,
        formulas: line
            .rates
            .iter()
            .map(|(kind, rate)| formula(kind, rate, lang))
            .collect(),
        inputs: inputs(line, names, lang),
        ..Detail::default()
    })
}

/// The formula and the figures in it.
fn formula(kind: Kind, rate: &Rate, lang: Lang) -> Told {
    let people = |value| i18n::spread(lang, value, usize::from(!value_is_whole(value)));
    let term = |part: &str, value: String| (text(lang, &format!("ui-rate-{}-{part}", kind.as_str())), value);
    let mut terms = Vec::new();
    terms.extend(rate.numerator.map(|n| term("numerator", people(n))));
    terms.extend(rate.denominator.map(|d| term("denominator", i18n::decimal(lang, d, 0))));
    terms.push((name(kind, lang), words(Some(rate), lang)));
    Told {
        words: text(lang, &format!("ui-rate-{}-help", kind.as_str())),
        terms,
    }
}

fn value_is_whole(value: crate::domain::units::Range<f64>) -> bool {
    [value.low, value.central, value.high]
        .iter()
        .all(|v| v.fract().abs() < 1e-9)
}

/// One line a rate and file: vintage and rows.
fn inputs(line: &Line, names: &Names, lang: Lang) -> Vec<Input> {
    let of = |(kind, rate): (Kind, &Rate)| {
        let people = rate.denominator.map_or_else(
            || text(lang, "ui-rate-published"),
            |d| {
                Message::new("ui-rate-on")
                    .with("n", i18n::decimal(lang, d, 0))
                    .text(lang)
            },
        );
        let input = |cited: &crate::market::indicators::Cited| Input {
            what: name(kind, lang),
            value: people.clone(),
            provenance: Some(FactorProvenance::Measured),
            source: source_words(
                &names.source(cited.source).unwrap_or_default(),
                &cited.vintage,
                &cited.rows,
                lang,
            ),
            parts: Vec::new(),
        };
        rate.inputs.iter().map(input).collect::<Vec<_>>()
    };
    line.rates.iter().flat_map(of).collect()
}
