//! What the side detail shows of one figure of a line: its formula with its figures, then the inputs it rests on.

use super::data::{self, Detail, Line, Told};
use crate::domain::assumption::{AssumptionKey, Assumptions};
use crate::domain::units::{Estimate, Range};
use crate::i18n::{self, Lang, Message, text};
use crate::market::causes::CauseValues;
use crate::market::expected::ExpectedFigures;
use crate::market::explain;
use crate::market::gap::{FactorProvenance, Figures, Gap, RowKey};
use crate::ui::causes::{Part, mean_parts, parts_in_order};
use crate::ui::scene::Measure;
use crate::ui::screens::figures::key_figure;
use crate::ui::screens::gap_table::Lines;
use crate::ui::snapshot::Snapshot;

/// Inputs of the need, of the supply, and of what links them.
const NEED: [&str; 5] = [
    "market-input-cell",
    "market-input-survey",
    "market-input-survey-secret",
    "market-input-declared",
    "market-input-beta",
];
const SUPPLY: [&str; 1] = ["market-input-node"];
const REACH: [&str; 1] = ["market-input-radius"];

/// Reads the detail of one figure of a line; nothing where the line no longer exists.
pub fn detail(key: &RowKey, measure: Measure, snapshot: &Snapshot, gap: &Gap, lang: Lang) -> Option<Detail> {
    let explanation = explain(&snapshot.facts, gap, key)?;
    let line = Lines::new(snapshot, key.grouping(), lang).line(key, explanation.figures);
    let whole = data::row(&explanation, &snapshot.names, lang);
    let f = &line.figures;
    let expected = line.explained.as_ref().map(|e| &e.expected);
    let causes = line.explained.as_ref().map(|e| &e.causes);
    let stated = |key: &str| explanation.formulas.iter().find(|f| f.text.key == key);
    let stated = |key: &str| {
        stated(key)
            .map(|f| data::formula(f, lang))
            .into_iter()
            .collect::<Vec<_>>()
    };
    let formulas = match measure {
        Measure::Need => stated("market-formula-need"),
        Measure::Supply => stated("market-formula-supply"),
        Measure::Coverage => vec![coverage(f, lang)],
        Measure::Filled => stated("market-formula-matching"),
        Measure::Unfilled => unfilled(f, causes, lang),
        Measure::ExpectedFilled => expected.map(|e| expected_filled(e, lang)).into_iter().collect(),
        Measure::ExpectedUnfilled => expected.map(|e| expected_unfilled(e, lang)).into_iter().collect(),
        Measure::Friction => expected.map(|e| friction(e, lang)).into_iter().collect(),
        Measure::Part(place) => causes.map(|c| part(c, place, lang)).unwrap_or_default(),
    };
    let mut inputs = parameters(measure, &snapshot.facts.assumptions, lang);
    let used = explanation.inputs.iter().filter(|i| rests_on(measure, &i.what.key));
    inputs.extend(used.map(|i| data::input(i, lang)));
    let figure = key_figure(measure, &line, lang);
    Some(Detail {
        title: Message::new("ui-figure-title")
            .with("figure", measure.name(lang))
            .with("line", whole.title.as_str())
            .text(lang),
        figures: vec![(figure.caption, format!("{}, {}", figure.value, figure.note))],
        formulas,
        inputs,
        line: Some(key.clone()),
        ..whole
    })
}

/// Whether a figure is computed from a kind of input.
fn rests_on(measure: Measure, input: &str) -> bool {
    let all: &[&[&str]] = match measure {
        Measure::Need => &[&NEED],
        Measure::Supply => &[&SUPPLY],
        Measure::Coverage => &[&NEED, &SUPPLY],
        _ => &[&REACH, &NEED, &SUPPLY],
    };
    all.iter().any(|keys| keys.contains(&input))
}

fn coverage(f: &Figures, lang: Lang) -> Told {
    told(
        "ui-formula-coverage",
        [(Measure::Supply, f.supply), (Measure::Need, f.need)],
        lang,
    )
}

fn unfilled(f: &Figures, causes: Option<&CauseValues>, lang: Lang) -> Vec<Told> {
    let terms = [
        (Measure::Need, f.need),
        (Measure::Filled, f.filled),
        (Measure::Unfilled, f.unfilled),
    ];
    let mut all = vec![told("ui-formula-unfilled", terms, lang)];
    all.extend(causes.map(|c| shared(&mean_parts(c), lang)));
    all
}

fn expected_filled(e: &ExpectedFigures, lang: Lang) -> Told {
    let terms = [
        (Measure::Need, e.need),
        (Measure::Filled, e.potential),
        (Measure::ExpectedFilled, e.filled),
    ];
    told("ui-formula-filled-expected", terms, lang)
}

fn expected_unfilled(e: &ExpectedFigures, lang: Lang) -> Told {
    let terms = [
        (Measure::Need, e.need),
        (Measure::ExpectedFilled, e.filled),
        (Measure::ExpectedUnfilled, e.unfilled),
    ];
    told("ui-formula-unfilled-expected", terms, lang)
}

/// At the central need and supply, as friction is.
fn friction(e: &ExpectedFigures, lang: Lang) -> Told {
    let terms = [
        (Measure::Filled, Range::exact(e.potential.central)),
        (Measure::ExpectedFilled, e.filled_at_centre),
        (Measure::Friction, e.friction()),
    ];
    told("ui-formula-friction", terms, lang)
}

/// What the cause means, its range over orders and its step of the fixed order; then all parts.
fn part(causes: &CauseValues, place: usize, lang: Lang) -> Vec<Told> {
    let own = parts_in_order(causes).get(place).map(|part| Told {
        words: part.help(lang),
        terms: Vec::new(),
    });
    own.into_iter().chain([shared(&mean_parts(causes), lang)]).collect()
}

/// The nine parts and their sum.
fn shared(parts: &[Part; 9], lang: Lang) -> Told {
    let mut terms: Vec<(String, String)> = parts
        .iter()
        .map(|part| (part.name(lang), i18n::integer(lang, part.whole)))
        .collect();
    let sum = parts.iter().map(|part| part.whole).sum();
    terms.push((text(lang, "ui-column-unfilled-potential"), i18n::integer(lang, sum)));
    Told {
        words: text(lang, "ui-formula-parts"),
        terms,
    }
}

fn told<const N: usize>(key: &str, terms: [(Measure, Estimate); N], lang: Lang) -> Told {
    let term = |(measure, value): (Measure, Estimate)| (measure.name(lang), i18n::range(lang, value));
    Told {
        words: text(lang, key),
        terms: terms.into_iter().map(term).collect(),
    }
}

/// The two parameters of the expected lens, where the figure is of that lens.
fn parameters(measure: Measure, assumptions: &Assumptions, lang: Lang) -> Vec<Line> {
    if !matches!(
        measure,
        Measure::ExpectedFilled | Measure::ExpectedUnfilled | Measure::Friction
    ) {
        return Vec::new();
    }
    let line = |key: AssumptionKey| {
        let found = assumptions.find(key, &[])?;
        let [low, central, high] =
            [found.value.low, found.value.central, found.value.high].map(|v| i18n::decimal(lang, v, 0));
        let minutes = text(lang, "ui-unit-minutes");
        Some(Line {
            what: text(lang, &format!("ui-assumption-{}", key.as_str())),
            value: format!("{central}\u{a0}{minutes}\u{a0}({})", i18n::ends(lang, &low, &high)),
            provenance: Some(FactorProvenance::Assumed),
            source: found.source.clone(),
            parts: Vec::new(),
        })
    };
    let keys = [AssumptionKey::MatchSurplus, AssumptionKey::MatchNoise];
    keys.into_iter().filter_map(line).collect()
}
