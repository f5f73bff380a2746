//! What the assumptions screen shows, and how a typed value becomes an assumption.

use crate::app::{scale, unit};
use crate::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use crate::domain::occupation::SkillLevel;
use crate::domain::programme::{Diploma, Route};
use crate::domain::units::{Bound, Range};
use crate::i18n::{self, Lang, Message, origin, text};

/// The assumptions of one key.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub key: AssumptionKey,
    pub title: String,
    pub help: String,
    /// « % », « km »…
    pub unit: String,
    pub lines: Vec<Line>,
}

/// One assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub assumption: Assumption,
    pub scope: String,
    /// Low, central, high as typed.
    pub values: [String; 3],
    pub source: String,
    /// It is not what the program starts from: a user or an estimate changed it.
    pub can_reset: bool,
}

/// Why a typed value was not taken.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    NotANumber,
    OutOfBounds { least: String, most: String },
}

impl Refusal {
    /// What to type instead; the old value is kept.
    pub fn message(&self) -> Message {
        match self {
            Self::NotANumber => Message::new("ui-assumption-not-a-number"),
            Self::OutOfBounds { least, most } => Message::new("ui-assumption-out-of-bounds")
                .with("least", least.as_str())
                .with("most", most.as_str()),
        }
    }
}

/// The assumptions of a territory, by key.
pub fn groups(assumptions: &Assumptions, lang: Lang) -> Vec<Group> {
    let defaults = Assumptions::defaults();
    AssumptionKey::ALL
        .into_iter()
        .map(|key| Group {
            key,
            title: text(lang, &format!("ui-assumption-{}", key.as_str())),
            help: text(lang, &format!("ui-assumption-{}-help", key.as_str())),
            unit: text(lang, unit(key)),
            lines: lines(assumptions, &defaults, key, lang),
        })
        .filter(|group| !group.lines.is_empty())
        .collect()
}

/// The stored assumptions of a key; where nothing is supposed, empty lines to be filled in, for everyone and for each kind of diploma.
fn lines(assumptions: &Assumptions, defaults: &Assumptions, key: AssumptionKey, lang: Lang) -> Vec<Line> {
    let stored: Vec<&Assumption> = assumptions.iter().filter(|a| a.key == key).collect();
    let missing = offered(key).into_iter();
    let missing = missing.filter(|scope| !stored.iter().any(|a| a.scope == *scope));
    let empty = missing.map(|scope| empty_line(key, &scope, lang));
    let mut lines: Vec<Line> = stored.iter().map(|a| line(a, defaults, lang)).chain(empty).collect();
    lines.sort_by(|a, b| a.assumption.scope.cmp(&b.assumption.scope));
    lines
}

/// What a key without default may be told for: everyone and each kind of diploma; hours, for each year of a BUT.
fn offered(key: AssumptionKey) -> Vec<String> {
    match key {
        _ if key.has_default() => Vec::new(),
        AssumptionKey::YearHours => (1..=3)
            .map(|year| format!("{} {year}", Diploma::But.as_str()))
            .collect(),
        _ => {
            let kinds = Diploma::ALL.map(Diploma::as_str);
            std::iter::once("").chain(kinds).map(str::to_owned).collect()
        }
    }
}

/// A line without value: what is typed at one end stands for the three.
fn empty_line(key: AssumptionKey, scope: &str, lang: Lang) -> Line {
    let assumption = Assumption {
        key,
        scope: scope.to_owned(),
        value: Range::exact(f64::NAN),
        source: text(Lang::Fr, "app-assumption-edited"),
        edited: false,
    };
    Line {
        scope: self::scope(&assumption, lang),
        values: Default::default(),
        source: text(lang, "ui-assumption-unset"),
        can_reset: false,
        assumption,
    }
}

/// The assumption with one end changed to what was typed. The other ends move with it where they would cross.
///
/// # Errors
/// [`Refusal`] when the text is no number or lies outside the bounds of the assumption.
pub fn edited(assumption: &Assumption, bound: Bound, typed: &str, lang: Lang) -> Result<Assumption, Refusal> {
    let compact: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    let number: f64 = compact.replace(',', ".").parse().map_err(|_| Refusal::NotANumber)?;
    let scale = scale(assumption.key);
    let value = number / scale;
    let (least, most) = assumption.key.bounds();
    if !value.is_finite() || value < least || value > most {
        return Err(Refusal::OutOfBounds {
            least: i18n::decimal(lang, least * scale, 0),
            most: i18n::decimal(lang, most * scale, 0),
        });
    }
    Ok(moved(assumption, bound, value))
}

/// The assumption with one end brought to `value`; the other ends move with it where they would cross.
pub fn moved(assumption: &Assumption, bound: Bound, value: f64) -> Assumption {
    let Range { low, central, high } = assumption.value;
    let range = match bound {
        _ if central.is_nan() => Range::exact(value),
        Bound::Low => Range::new(value, central.max(value), high.max(value)),
        Bound::Central => Range::new(low.min(value), value, high.max(value)),
        Bound::High => Range::new(low.min(value), central.min(value), value),
    };
    Assumption {
        value: range,
        edited: true,
        ..assumption.clone()
    }
}

/// How far a slider goes: the bounds of the assumption, or twice its high end where they are too far to be dragged to.
pub fn travel(assumption: &Assumption) -> (f64, f64) {
    let (least, most) = assumption.key.bounds();
    if scale(assumption.key) > 1.0 {
        return (least, most);
    }
    (least, (assumption.value.high * 2.0).ceil().max(1.0).min(most))
}

/// One step of a slider: a point of percentage, or one of the unit.
pub fn step(key: AssumptionKey) -> f64 {
    1.0 / scale(key)
}

/// Low, central and high as typed.
pub fn values(assumption: &Assumption, lang: Lang) -> [String; 3] {
    let scale = scale(assumption.key);
    Bound::ALL.map(|b| {
        let shown = assumption.value.at(b) * scale;
        i18n::decimal(lang, shown, decimals(shown))
    })
}

fn line(assumption: &Assumption, defaults: &Assumptions, lang: Lang) -> Line {
    Line {
        scope: scope(assumption, lang),
        values: values(assumption, lang),
        source: if assumption.edited && assumption.key.has_default() {
            Message::new("ui-assumption-edited")
                .with("source", origin(&assumption.source))
                .text(lang)
        } else {
            origin(&assumption.source).text(lang)
        },
        can_reset: defaults.exactly(assumption.key, &assumption.scope) != Some(assumption),
        assumption: assumption.clone(),
    }
}

/// Enough decimals to show the value as it is, one at most.
fn decimals(shown: f64) -> usize {
    usize::from((shown - shown.round()).abs() > 0.05)
}

fn scope(assumption: &Assumption, lang: Lang) -> String {
    let scope = assumption.scope.as_str();
    if scope.is_empty() {
        return text(lang, "ui-scope-all");
    }
    if SkillLevel::parse(scope).is_some() {
        return text(lang, &format!("ui-skill-{}", scope.replace('_', "-")));
    }
    if Route::parse(scope).is_some() {
        return text(lang, &format!("ui-route-{scope}"));
    }
    if scope.parse::<u8>().is_ok() {
        return Message::new("ui-scope-level").with("level", scope).text(lang);
    }
    scope.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beta() -> Assumption {
        let defaults = Assumptions::defaults();
        defaults.find(AssumptionKey::Beta, &["technicien_am"]).unwrap().clone()
    }

    #[test]
    fn a_typed_percentage_becomes_a_share_and_moves_the_ends_it_crosses() {
        let check = |bound, typed: &str, expected: [f64; 3]| {
            let value = edited(&beta(), bound, typed, Lang::Fr).unwrap().value;
            for (got, want) in [value.low, value.central, value.high].into_iter().zip(expected) {
                assert!((got - want).abs() < 1e-12, "{typed}: {value:?}");
            }
        };
        check(Bound::Central, "70", [0.55, 0.70, 0.75]);
        check(Bound::Central, "82,5 %", [0.55, 0.825, 0.825]);
        check(Bound::Low, "70.5", [0.705, 0.705, 0.75]);
        check(Bound::High, "50", [0.5, 0.5, 0.5]);
    }

    #[test]
    fn what_is_no_share_is_refused_and_says_the_bounds() {
        assert_eq!(
            edited(&beta(), Bound::Low, "beaucoup", Lang::Fr),
            Err(Refusal::NotANumber)
        );
        assert_eq!(
            edited(&beta(), Bound::Low, "NaN", Lang::Fr).unwrap_err(),
            Refusal::OutOfBounds {
                least: "0".to_owned(),
                most: "100".to_owned()
            }
        );
        assert!(edited(&beta(), Bound::High, "101", Lang::Fr).is_err());
    }

    #[test]
    fn an_assumption_without_default_is_given_a_value_by_typing_it() {
        let groups = groups(&Assumptions::defaults(), Lang::Fr);
        let costs = groups.iter().find(|g| g.unit == "€").unwrap();
        assert_eq!(costs.lines.len(), 1 + Diploma::ALL.len());
        let bts = costs.lines.iter().find(|l| l.assumption.scope == "BTS").unwrap();
        assert_eq!(bts.values, ["", "", ""]);
        let known = edited(&bts.assumption, Bound::Low, "12 000", Lang::Fr).unwrap();
        assert_eq!(known.value, Range::exact(12_000.0));
        let wider = edited(&known, Bound::High, "15 000", Lang::Fr).unwrap();
        assert_eq!(wider.value, Range::new(12_000.0, 12_000.0, 15_000.0));
        let stored = Assumptions::new(vec![wider]);
        let lines = lines(&stored, &Assumptions::defaults(), AssumptionKey::SeatCost, Lang::Fr);
        let bts: Vec<_> = lines
            .iter()
            .filter(|l| l.scope == "BTS")
            .map(|l| l.values.clone())
            .collect();
        assert_eq!(
            bts,
            [["12\u{202f}000", "12\u{202f}000", "15\u{202f}000"].map(str::to_owned)]
        );
    }

    #[test]
    fn an_estimate_shows_where_it_comes_from_and_can_be_reset() {
        let source = "estimé sur parcours.csv : 1 240 personnes";
        let defaults = Assumptions::defaults();
        let told = |change: &dyn Fn(&mut Assumption)| {
            let mut noise = defaults.exactly(AssumptionKey::MatchNoise, "").cloned().unwrap();
            change(&mut noise);
            let stored = Assumptions::new(vec![noise]);
            let line = lines(&stored, &defaults, AssumptionKey::MatchNoise, Lang::Fr).remove(0);
            (line.source, line.can_reset)
        };
        let estimate = |a: &mut Assumption| {
            a.value = Range::new(28.0, 30.0, 32.0);
            a.source = source.to_owned();
        };
        assert!(!told(&|_| ()).1);
        assert_eq!(told(&estimate), (source.to_owned(), true));
        let dragged = told(&|a| {
            estimate(a);
            *a = moved(a, Bound::Central, 31.0);
        });
        assert_eq!(dragged, (format!("modifié · à l’origine\u{a0}: {source}"), true));
    }

    #[test]
    fn a_slider_stays_within_the_bounds_and_within_reach() {
        let defaults = Assumptions::defaults();
        assert_eq!(travel(&beta()), (0.0, 1.0));
        let radius = defaults.find(AssumptionKey::RadiusKm, &["4"]).unwrap();
        let (least, most) = travel(radius);
        assert!(least == 0.0 && most >= radius.value.high && most <= 1000.0, "{most}");
    }

    #[test]
    fn every_key_and_scope_has_its_words() {
        for lang in Lang::ALL {
            for group in groups(&Assumptions::defaults(), lang) {
                assert!(
                    !group.title.starts_with("ui-") && !group.help.starts_with("ui-"),
                    "{group:?}"
                );
                for line in group.lines {
                    assert!(!line.scope.starts_with("ui-"), "{line:?}");
                }
            }
        }
    }

    #[test]
    fn hours_of_a_year_are_told_year_by_year_of_a_but() {
        let groups = groups(&Assumptions::defaults(), Lang::Fr);
        let years = groups.iter().find(|g| g.key == AssumptionKey::YearHours).unwrap();
        let scopes: Vec<&str> = years.lines.iter().map(|l| l.scope.as_str()).collect();
        assert_eq!(scopes, ["BUT 1", "BUT 2", "BUT 3"]);
    }
}
