//! What the side detail shows of a line, of a supply node or of a file.

use crate::domain::facts::Facts;
use crate::domain::id::ProgrammeId;
use crate::domain::source::{Source, SourceId};
use crate::domain::units::{Estimate, Range};
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::gap::{Factor, FactorKind, FactorProvenance, Figures, Gap, Origin, RowKey, Supply};
use crate::market::{Explanation, Formula, Input, Unit, explain};
use crate::ui::scene::{Place, Subject};
use crate::ui::screens::training::data::weakest;
use crate::ui::snapshot::Names;
use crate::ui::words::when;

/// Rows of a file quoted in full; more are counted.
const ROWS_QUOTED: usize = 8;

/// A detail, ready to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Detail {
    pub title: String,
    /// The sheet behind, if there is one.
    pub sheet: Option<Place>,
    /// Caption and value.
    pub figures: Vec<(String, String)>,
    pub formulas: Vec<Told>,
    pub inputs: Vec<Line>,
    /// The whole line, where the detail is of one of its figures.
    pub line: Option<RowKey>,
    /// The file that may be removed from here.
    pub removable: Option<SourceId>,
}

/// A formula in words, and the figures in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub words: String,
    pub terms: Vec<(String, String)>,
}

/// One input: what, value, provenance, source; and what is behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub what: String,
    pub value: String,
    pub provenance: Option<FactorProvenance>,
    /// File, vintage and rows.
    pub source: String,
    pub parts: Vec<Line>,
}

impl Detail {
    /// Reads the detail of a subject; nothing where it no longer exists.
    pub fn of(subject: &Subject, facts: &Facts, gap: &Gap, names: &Names, lang: Lang) -> Option<Self> {
        match subject {
            Subject::Row(key) | Subject::Figure(key, _) => explain(facts, gap, key).map(|e| row(&e, names, lang)),
            Subject::Supply(i) => gap.supplies.get(*i).map(|s| supply(s, names, lang)),
            Subject::Programme(id) => Some(programme(id, gap, names, lang)),
            // Read with the values of seats, and with the flows.
            Subject::Seat(_) | Subject::Flow(_) => None,
            // Read with the scenarios.
            Subject::Plan(_) | Subject::Board(_) => None,
            // Read with the journal.
            Subject::Deed(_) => None,
            // Read with the indicators of the facts.
            Subject::Indicators(_) => None,
            Subject::Source(id) => facts.sources.iter().find(|s| s.id == *id).map(|s| file(s, lang)),
        }
    }
}

pub(super) fn row(explanation: &Explanation, names: &Names, lang: Lang) -> Detail {
    let title = match &explanation.key {
        RowKey::Cell(basin, fap) => Message::new("ui-cell-title")
            .with("occupation", names.occupation(fap))
            .with("basin", names.basin(basin))
            .text(lang),
        RowKey::Total => text(lang, "ui-total"),
        _ => typographic(&explanation.label),
    };
    let sheet = match &explanation.key {
        RowKey::Basin(code) | RowKey::Cell(code, _) => Some(Place::Basin(code.clone())),
        RowKey::Occupation(code) => Some(Place::Occupation(code.clone())),
        _ => None,
    };
    Detail {
        title,
        sheet,
        figures: figures(&explanation.figures, lang),
        formulas: explanation.formulas.iter().map(|f| formula(f, lang)).collect(),
        inputs: explanation.inputs.iter().map(|i| input(i, lang)).collect(),
        line: None,
        removable: None,
    }
}

fn figures(f: &Figures, lang: Lang) -> Vec<(String, String)> {
    let caption = |key: &str| text(lang, &format!("ui-column-{key}"));
    let mut lines: Vec<(String, String)> = [
        ("need", f.need),
        ("supply", f.supply),
        ("filled", f.filled),
        ("unfilled", f.unfilled),
        ("projects", f.projects),
        ("difficult", f.difficult),
        ("seasonal", f.seasonal),
        ("unskilled", f.unskilled),
        ("level7", f.level7),
    ]
    .into_iter()
    .filter(|(key, value)| value.high.0 > 0 || matches!(*key, "need" | "supply" | "filled" | "unfilled"))
    .map(|(key, value)| (caption(key), i18n::range(lang, value)))
    .collect();
    let causes = [
        ("no-training", f.no_training.central),
        ("not-enough", f.not_enough.central),
    ];
    for (i, (key, value)) in causes.into_iter().enumerate() {
        lines.insert(4 + i, (caption(key), i18n::people(lang, value)));
    }
    if let Some(coverage) = f.coverage() {
        lines.insert(2, (caption("coverage"), i18n::percent(lang, coverage.central)));
    }
    if let Some(share) = f.secret_share() {
        lines.push((caption("secret"), i18n::percent(lang, share)));
    }
    lines
}

pub(super) fn formula(formula: &Formula, lang: Lang) -> Told {
    Told {
        words: formula.text.text(lang),
        terms: formula
            .terms
            .iter()
            .map(|t| (t.what.text(lang), value_words(t.value, t.unit, lang)))
            .collect(),
    }
}

fn words_only(words: String) -> Told {
    Told {
        words,
        terms: Vec::new(),
    }
}

pub(super) fn input(input: &Input, lang: Lang) -> Line {
    let source = source_words(&input.file, &input.vintage, &input.rows, lang);
    Line {
        what: typographic(&input.what.text(lang)),
        value: value_words(input.value, input.unit, lang),
        provenance: Some(input.provenance),
        source: match input.denominator {
            Some(people) => Message::new("ui-on-people")
                .with("source", source)
                .with("people", i18n::decimal(lang, people, 0))
                .text(lang),
            None => source,
        },
        parts: input.parts.iter().map(|p| self::input(p, lang)).collect(),
    }
}

fn supply(supply: &Supply, names: &Names, lang: Lang) -> Detail {
    let people = |value| i18n::range(lang, value);
    let outlets: Vec<String> = supply.outlets.iter().map(|o| names.occupation(o)).collect();
    let caption = |key: &str| text(lang, &format!("ui-column-{key}"));
    Detail {
        title: Message::new("ui-supply-title")
            .with("diploma", supply.diploma.as_str())
            .with("programme", &*supply.programme_label)
            .with("basin", names.basin(&supply.basin))
            .text(lang),
        sheet: Some(Place::Programme(supply.programme.clone())),
        figures: vec![
            (
                caption("route"),
                text(lang, &format!("ui-route-{}", supply.route.as_str())),
            ),
            (caption("in-field"), people(supply.in_field)),
            (caption("placed"), i18n::decimal(lang, supply.placed.people(), 1)),
        ],
        formulas: vec![
            words_only(
                Message::new("ui-supply-outlets")
                    .with("outlets", outlets.join(" · "))
                    .text(lang),
            ),
            words_only(text(lang, "ui-supply-formula")),
        ],
        inputs: supply.origins.iter().map(|o| origin(o, names, lang)).collect(),
        line: None,
        removable: None,
    }
}

/// All supply nodes of a programme at home, each with where its people come from.
fn programme(id: &ProgrammeId, gap: &Gap, names: &Names, lang: Lang) -> Detail {
    let nodes = gap.supplies.iter().filter(|s| s.home && s.programme == *id);
    let mut inputs: Vec<(Estimate, Line)> = nodes
        .map(|node| (node.in_field, node_line(node, names, lang)))
        .collect();
    inputs.sort_by_key(|(people, _)| -people.central);
    let total: Estimate = inputs.iter().map(|(people, _)| *people).sum();
    Detail {
        title: names.programme(id),
        sheet: Some(Place::Programme(id.clone())),
        figures: vec![(text(lang, "ui-column-in-field"), i18n::range(lang, total))],
        formulas: vec![words_only(text(lang, "ui-supply-formula"))],
        inputs: inputs.into_iter().map(|(_, line)| line).collect(),
        ..Detail::default()
    }
}

fn node_line(node: &Supply, names: &Names, lang: Lang) -> Line {
    let route = text(lang, &format!("ui-route-{}", node.route.as_str()));
    Line {
        what: format!("{} · {route}", names.basin(&node.basin)),
        value: i18n::range(lang, node.in_field),
        provenance: weakest(node),
        source: String::new(),
        parts: node.origins.iter().map(|o| origin(o, names, lang)).collect(),
    }
}

fn origin(origin: &Origin, names: &Names, lang: Lang) -> Line {
    let name = match (&origin.establishment, &origin.uai) {
        (Some(name), _) => name.to_string(),
        (None, Some(uai)) => uai.to_string(),
        (None, None) => text(lang, "ui-origin-regional"),
    };
    let file = names.source(origin.source).unwrap_or_default();
    Line {
        what: name,
        value: i18n::range(lang, origin.in_field),
        provenance: origin.factors.iter().map(|f| f.provenance).max(),
        source: source_words(&file, "", &origin.rows, lang),
        parts: origin.factors.iter().map(|f| factor(f, names, lang)).collect(),
    }
}

fn factor(factor: &Factor, names: &Names, lang: Lang) -> Line {
    let unit = match factor.kind {
        FactorKind::Seats | FactorKind::Entrants | FactorKind::FinalYear => Unit::People,
        _ => Unit::Rate,
    };
    // A headcount comes first in the product and is worth more than one; later kinds of the same name are rates.
    let unit = if unit == Unit::People || factor.value.high > 1.5 {
        Unit::People
    } else {
        Unit::Rate
    };
    let file = names.source(factor.source).unwrap_or_default();
    Line {
        what: text(lang, &format!("ui-factor-{}", factor.kind.as_str())),
        value: value_words(factor.value, unit, lang),
        provenance: Some(factor.provenance),
        source: source_words(&file, &factor.vintage, &[], lang),
        parts: Vec::new(),
    }
}

fn file(source: &Source, lang: Lang) -> Detail {
    let line = |key: &str, value: String| (text(lang, key), value);
    let count = |n: u64| i18n::integer(lang, i64::try_from(n).unwrap_or(i64::MAX));
    Detail {
        title: source.file.clone(),
        sheet: None,
        figures: vec![
            line("ui-column-vintage", i18n::vintage(&source.vintage)),
            line("ui-column-producer", source.producer.clone()),
            line("ui-column-licence", source.licence.clone()),
            line("ui-column-imported", when(&source.imported_at)),
            line("ui-column-read", count(source.counts.read)),
            line("ui-column-stored", count(source.counts.stored)),
            line("ui-column-merged", count(source.counts.merged)),
            line("ui-column-refused", count(source.counts.refused)),
            line("ui-column-ignored", count(source.counts.ignored)),
            line("ui-column-sha", source.sha256.clone()),
        ],
        formulas: vec![words_only(text(lang, "ui-source-reconciles"))],
        inputs: Vec::new(),
        line: None,
        removable: Some(source.id),
    }
}

pub(super) fn value_words(value: Range<f64>, unit: Unit, lang: Lang) -> String {
    let whole = [value.low, value.central, value.high]
        .iter()
        .all(|v| (v - v.round()).abs() < 0.05);
    let one = |v: f64| match unit {
        Unit::People => i18n::decimal(lang, v, usize::from(!whole)),
        Unit::Rate => i18n::percent(lang, v),
        Unit::Kilometres => i18n::decimal(lang, v, 0),
    };
    let centre = match unit {
        Unit::Kilometres => i18n::kilometres(lang, crate::domain::units::Km(value.central)),
        _ => one(value.central),
    };
    if (value.high - value.low).abs() < f64::EPSILON {
        centre
    } else {
        format!("{centre}\u{a0}({}–{})", one(value.low), one(value.high))
    }
}

/// « bmo.xlsx · 2024 · lignes 12, 31 et 4 autres ».
pub(super) fn source_words(file: &str, vintage: &str, rows: &[u32], lang: Lang) -> String {
    // The vintage of an assumption is where it comes from.
    let vintage = i18n::vintage(&i18n::origin(vintage).text(lang));
    let mut parts: Vec<String> = vec![file.to_owned(), vintage];
    parts.retain(|part| !part.is_empty());
    let quoted: Vec<String> = rows.iter().take(ROWS_QUOTED).map(u32::to_string).collect();
    if !quoted.is_empty() {
        let rest = rows.len() - quoted.len();
        let message = if rest == 0 {
            Message::new("ui-rows").with("n", rows.len())
        } else {
            Message::new("ui-rows-more").with("n", rest)
        };
        parts.push(message.with("rows", quoted.join(", ")).text(lang));
    }
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_quoted_then_counted() {
        let few = source_words("bmo.xlsx", "2024", &[12, 31], Lang::Fr);
        assert_eq!(few, "bmo.xlsx · 2024 · lignes 12, 31");
        let rows: Vec<u32> = (1..=11).collect();
        let many = source_words("bmo.xlsx", "", &rows, Lang::Fr);
        assert_eq!(many, "bmo.xlsx · lignes 1, 2, 3, 4, 5, 6, 7, 8 et 3 autres");
        assert_eq!(source_words("", "", &[], Lang::Fr), "");
    }

    #[test]
    fn values_carry_their_unit_and_range() {
        let words = |value, unit| value_words(value, unit, Lang::Fr);
        assert_eq!(words(Range::exact(50.0), Unit::Kilometres), "50\u{a0}km");
        assert_eq!(
            words(Range::new(0.5, 0.6, 0.7), Unit::Rate),
            "60,0\u{a0}%\u{a0}(50,0\u{a0}%–70,0\u{a0}%)"
        );
    }
}
