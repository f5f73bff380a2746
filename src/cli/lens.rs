//! The expected lens for people and for programs: posts filled as people choose, friction, and the two parameters behind them.

use serde_json::{Value, json};

use super::console::Console;
use super::error::CliError;
use super::json::Ends;
use super::table::{self, Column};
use crate::domain::assumption::{Assumption, AssumptionKey};
use crate::domain::facts::Facts;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, Message, origin, text};
use crate::market::expected::ExpectedFigures;
use crate::market::expected_cell::{CellMarket, TypeMatch};
use crate::market::gap::Gap;

/// What `--lens` accepts, the default first.
pub const LENSES: [&str; 3] = ["potential", "expected", "both"];

/// Which reading of the market an answer gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lens {
    /// Posts that could be filled.
    Potential,
    /// Posts filled when people choose as observed.
    Expected,
    Both,
}

impl Lens {
    /// Reads a word of [`LENSES`]; anything else is the default.
    pub fn parse(word: &str) -> Self {
        match word {
            "expected" => Self::Expected,
            "both" => Self::Both,
            _ => Self::Potential,
        }
    }

    /// A word of [`LENSES`].
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Potential => LENSES[0],
            Self::Expected => LENSES[1],
            Self::Both => LENSES[2],
        }
    }
}

/// Reads a figure of a line.
type Figure = fn(&ExpectedFigures) -> Estimate;

/// Columns of a lens, as text keys and figures; those of the gap are not repeated here.
fn figures(lens: Lens) -> &'static [(&'static str, Figure)] {
    const EXPECTED: [(&str, Figure); 2] = [
        ("cli-column-expected-filled", |f| f.filled),
        ("cli-column-expected-unfilled", |f| f.unfilled),
    ];
    const BOTH: [(&str, Figure); 3] = [
        EXPECTED[0],
        EXPECTED[1],
        ("cli-column-friction", ExpectedFigures::friction),
    ];
    match lens {
        Lens::Potential => &[],
        Lens::Expected => &EXPECTED,
        Lens::Both => &BOTH,
    }
}

/// Headers of [`cells`].
pub fn columns(lang: Lang, lens: Lens) -> Vec<Column> {
    let header = |(key, _): &(&'static str, Figure)| table::right(text(lang, key));
    figures(lens).iter().map(header).collect()
}

/// The figures of the lens on one line, with their ranges.
pub fn cells(lang: Lang, lens: Lens, line: &ExpectedFigures) -> Vec<String> {
    let shown = |(_, figure): &(&'static str, Figure)| i18n::range(lang, figure(line));
    figures(lens).iter().map(shown).collect()
}

/// `expected` and `friction` of one line.
pub fn fill_json(answer: &mut Value, line: &ExpectedFigures) {
    answer["expected"] = json!({ "filled": Ends::from(line.filled), "unfilled": Ends::from(line.unfilled) });
    answer["friction"] = json!(Ends::from(line.friction()));
}

/// A and σ with their provenance.
pub fn parameters_json(facts: &Facts) -> Value {
    let one = |key| {
        parameter(facts, key).map(|a| {
            let Range { low, central, high } = a.value;
            json!({ "low": low, "central": central, "high": high, "unit": "minutes", "source": a.source, "edited": a.edited })
        })
    };
    json!({ "surplus": one(AssumptionKey::MatchSurplus), "noise": one(AssumptionKey::MatchNoise) })
}

/// Names of [`csv_record`]'s columns.
pub fn csv_header() -> Vec<String> {
    let ends = |name: &str| ["low", "central", "high"].map(|end| format!("{name}_{end}"));
    let names = ["expected_filled", "expected_unfilled", "friction"];
    names.into_iter().flat_map(ends).collect()
}

/// Expected filled, expected unfilled and friction, each with its ends.
pub fn csv_record(line: &ExpectedFigures) -> Vec<String> {
    let all = [line.filled, line.unfilled, line.friction()];
    let ends = all.into_iter().flat_map(|e| [e.low, e.central, e.high]);
    ends.map(|posts| posts.people().to_string()).collect()
}

/// What friction is, why some of it is negative where it is, and the two parameters: under a table.
pub fn tell_footer<'f>(facts: &Facts, lines: impl IntoIterator<Item = &'f ExpectedFigures>, console: &mut Console) {
    console.tell(&Message::new("cli-lens-friction"));
    let negative = lines.into_iter().any(|line| line.friction().central < Milli::ZERO);
    if negative {
        console.tell(&Message::new("cli-lens-negative"));
    }
    for told in parameters(facts, console.lang()) {
        console.tell(&told);
    }
}

/// Types of people of a cell told one by one.
const TYPES_TOLD: usize = 5;

/// The expected lens of one cell, its formula with its figures, and the two parameters.
pub fn print_cell(
    facts: &Facts,
    gap: &Gap,
    line: &ExpectedFigures,
    market: &CellMarket,
    console: &mut Console,
) -> Result<(), CliError> {
    let lang = console.lang();
    let shown = |posts: Estimate| i18n::spread(lang, posts.map(Milli::people), 1);
    let number = |value: f64| four_digits(lang, value);
    let title = Message::new("cli-lens-cell").with("revision", gap.revision);
    let title = title
        .with("potential", i18n::decimal(lang, line.potential.central.people(), 1))
        .with("filled", shown(line.filled))
        .with("friction", shown(line.friction()));
    let formula = Message::new("cli-lens-formula")
        .with("surplus", number(market.surplus))
        .with("noise", number(market.noise))
        .with("posts", number(market.posts))
        .with("single", number(market.single_posts));
    console.line("")?;
    console.say(&title)?;
    console.say(&formula)?;
    for kind in market.types.iter().take(TYPES_TOLD) {
        let term = Message::new("cli-lens-term")
            .with("who", who(facts, gap, kind, lang))
            .with("people", number(kind.people))
            .with("minutes", i18n::decimal(lang, kind.minutes, 1));
        let term = term
            .with("phi", number(kind.phi))
            .with("single", number(kind.single_people))
            .with("posts", number(market.single_posts))
            .with("matched", number(kind.matched));
        console.line(&format!("  {}", term.text(lang)))?;
    }
    let others = market.types.get(TYPES_TOLD..).unwrap_or_default();
    if !others.is_empty() {
        let rest = Message::new("cli-lens-others")
            .with("n", others.len())
            .with("matched", number(others.iter().map(|kind| kind.matched).sum()));
        console.line(&format!("  {}", rest.text(lang)))?;
    }
    if line.friction().central < Milli::ZERO {
        console.say(&Message::new("cli-lens-negative"))?;
    }
    for told in parameters(facts, lang) {
        console.say(&told)?;
    }
    Ok(())
}

/// A positive number with its first four digits, so that a product of such numbers is right to three.
fn four_digits(lang: Lang, value: f64) -> String {
    let scale = (0_u8..12).find(|decimals| value.abs() * 10f64.powi(i32::from(*decimals)) >= 1_000.0);
    i18n::decimal(lang, value, scale.map_or(0, usize::from))
}

/// The first programme of a type and where it is taught, and how many more there are.
fn who(facts: &Facts, gap: &Gap, kind: &TypeMatch, lang: Lang) -> String {
    let first = kind.supplies.iter().map(|at| &gap.supplies[*at]);
    let Some(largest) = first.max_by_key(|supply| supply.in_field.central) else {
        return String::new();
    };
    let place = facts.catalogue.basins.iter().find(|basin| basin.code == largest.basin);
    Message::new("cli-lens-who")
        .with("basin", largest.basin.as_str())
        .with("place", place.map_or("", |basin| basin.name.as_str()))
        .with(
            "programme",
            format!("{} {}", largest.diploma.as_str(), largest.programme_label),
        )
        .with("others", kind.supplies.len() - 1)
        .text(lang)
}

/// The terms of [`print_cell`], all types.
pub fn cell_json(gap: &Gap, market: &CellMarket) -> Value {
    let one = |kind: &TypeMatch| {
        let members = kind.supplies.iter().map(|at| {
            let supply = &gap.supplies[*at];
            json!({ "basin": supply.basin.as_str(), "programme": supply.programme.as_str(), "route": supply.route.as_str() })
        });
        json!({
            "people": kind.people,
            "single_people": kind.single_people,
            "minutes": kind.minutes,
            "phi": kind.phi,
            "matched": kind.matched,
            "nodes": members.collect::<Vec<_>>(),
        })
    };
    json!({
        "posts": market.posts,
        "single_posts": market.single_posts,
        "types": market.types.iter().map(one).collect::<Vec<_>>(),
    })
}

/// A sentence for each parameter.
fn parameters(facts: &Facts, lang: Lang) -> Vec<Message> {
    let told = |(key, sentence)| {
        let assumption: &Assumption = parameter(facts, key)?;
        Some(
            Message::new(sentence)
                .with("value", minutes(lang, assumption.value))
                .with("source", origin(&assumption.source)),
        )
    };
    let both: [(AssumptionKey, &'static str); 2] = [
        (AssumptionKey::MatchSurplus, "cli-lens-surplus"),
        (AssumptionKey::MatchNoise, "cli-lens-noise"),
    ];
    both.into_iter().filter_map(told).collect()
}

fn parameter(facts: &Facts, key: AssumptionKey) -> Option<&Assumption> {
    facts.assumptions.find(key, &[])
}

/// « 97 (48–153) ».
fn minutes(lang: Lang, value: Range<f64>) -> String {
    let whole = [value.low, value.central, value.high]
        .iter()
        .all(|end| end.fract() == 0.0);
    i18n::spread(lang, value, usize::from(!whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lens_reads_back() {
        for word in LENSES {
            assert_eq!(Lens::parse(word).as_str(), word);
        }
    }
}
