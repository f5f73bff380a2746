//! What the matrix of gaps shows: occupations by domain down, basins across.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::settings::Lens;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::gap::{Figures, Gap, Grouping, RowKey};
use crate::ui::screens::gap_table::{Lines, mostly_secret};
use crate::ui::snapshot::{Names, Snapshot};
use crate::ui::theme::palette::Tint;
use crate::ui::widgets::matrix::{Head, Line, Matrix, Row, Square};

/// What the number of a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// Unfilled posts.
    #[default]
    Unfilled,
    /// Supply trained in the basin less need.
    Difference,
}

/// Which basin comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Most unfilled posts.
    #[default]
    Size,
    /// From north to south.
    Position,
    Name,
}

impl Measure {
    pub const ALL: [Self; 2] = [Self::Unfilled, Self::Difference];

    /// Its name on screen, through a lens.
    pub fn label(self, lang: Lang, lens: Lens) -> String {
        text(
            lang,
            match (self, lens) {
                (Self::Unfilled, Lens::Potential) => "ui-column-unfilled",
                (Self::Unfilled, Lens::Expected) => "ui-column-unfilled-expected",
                (Self::Difference, _) => "ui-matrix-difference",
            },
        )
    }

    fn of(self, figures: &Figures) -> Estimate {
        match self {
            Self::Unfilled => figures.unfilled,
            Self::Difference => Range::new(
                figures.supply.low - figures.need.high,
                figures.supply.central - figures.need.central,
                figures.supply.high - figures.need.low,
            ),
        }
    }

    /// Shortages are darker as posts without people are more, surpluses likewise; under one person is neutral.
    fn tint(self, value: Milli) -> Tint {
        let people = value.people();
        let step = |count: f64| STEPS.iter().take_while(|end| count >= **end).count();
        match self {
            Self::Unfilled if people >= 1.0 => Tint::Shortage(step(people)),
            Self::Difference if people <= -1.0 => Tint::Shortage(step(-people)),
            Self::Difference if people >= 1.0 => Tint::Surplus(step(people)),
            _ => Tint::Neutral,
        }
    }
}

impl Order {
    pub const ALL: [Self; 3] = [Self::Size, Self::Position, Self::Name];

    /// Its name on screen.
    pub fn label(self, lang: Lang) -> String {
        text(
            lang,
            match self {
                Self::Size => "ui-matrix-order-size",
                Self::Position => "ui-matrix-order-position",
                Self::Name => "ui-matrix-order-name",
            },
        )
    }
}

/// People from which the second, third and fourth step of a scale begin.
const STEPS: [f64; 3] = [5.0, 15.0, 40.0];

/// The matrix of the cells of the territory, through the lens of the screen once it is known.
pub fn matrix(
    snapshot: &Snapshot,
    gap: &Gap,
    lang: Lang,
    (measure, order): (Measure, Order),
) -> Matrix<FapCode, BasinCode> {
    let (facts, names) = (&*snapshot.facts, &snapshot.names);
    let seen = Lines::new(snapshot, Grouping::Cell, lang);
    let mut whole = Figures::default();
    let mut basins: BTreeMap<&BasinCode, Figures> = BTreeMap::new();
    let mut occupations: BTreeMap<&FapCode, Figures> = BTreeMap::new();
    let mut cells: BTreeMap<(&FapCode, &BasinCode), Figures> = BTreeMap::new();
    for cell in &gap.cells {
        let key = RowKey::Cell(cell.basin.clone(), cell.fap.clone());
        let figures = seen.line(&key, cell.figures).seen_through(seen.lens);
        whole += figures;
        *basins.entry(&cell.basin).or_default() += figures;
        *occupations.entry(&cell.fap).or_default() += figures;
        *cells.entry((&cell.fap, &cell.basin)).or_default() += figures;
    }
    // Posts without diploma or of level 7 are outside the gap: their lines would be empty.
    occupations.retain(|_, figures| !is_empty(figures));
    let columns = columns(facts, &basins, names, measure, order);
    let square = |fap: &FapCode, head: &Head<BasinCode>| {
        let figures = cells.get(&(fap, &head.key))?;
        let names = (names.occupation(fap), head.name.clone());
        Some(square(figures, names, lang, (measure, seen.lens)))
    };
    let mut lines = Vec::new();
    for (name, total, members) in groups(facts, &occupations, measure) {
        lines.push(Line::Group { name, total });
        lines.extend(members.into_iter().map(|fap| {
            Line::Row(Row {
                key: fap.clone(),
                name: names.occupation(fap),
                total: measure.of(&occupations[fap]),
                cells: columns.iter().map(|head| square(fap, head)).collect(),
            })
        }));
    }
    let secret = cells.values().any(mostly_secret);
    Matrix {
        id: "gap-matrix",
        name: Message::new("ui-matrix-name")
            .with("measure", measure.label(lang, seen.lens))
            .text(lang),
        columns,
        lines,
        total: measure.of(&whole),
        legend: legend(lang, measure),
        hatched: secret.then(|| text(lang, "ui-map-secret")),
    }
}

fn columns(
    facts: &Facts,
    basins: &BTreeMap<&BasinCode, Figures>,
    names: &Names,
    measure: Measure,
    order: Order,
) -> Vec<Head<BasinCode>> {
    let latitude = |code: &BasinCode| {
        let basin = facts.catalogue.basins.iter().find(|b| b.code == *code);
        basin.map_or(f64::NEG_INFINITY, |b| b.position.lat)
    };
    let mut heads: Vec<Head<BasinCode>> = basins
        .iter()
        .map(|(code, figures)| Head {
            key: (*code).clone(),
            name: names.basin(code),
            total: measure.of(figures),
        })
        .collect();
    heads.sort_by(|a, b| {
        let first = match order {
            Order::Size => {
                let unfilled = |head: &Head<BasinCode>| basins[&head.key].unfilled.central;
                unfilled(b).cmp(&unfilled(a))
            }
            Order::Position => latitude(&b.key).total_cmp(&latitude(&a.key)),
            Order::Name => std::cmp::Ordering::Equal,
        };
        first.then_with(|| a.name.cmp(&b.name)).then_with(|| a.key.cmp(&b.key))
    });
    heads
}

/// Occupations by domain, domains and occupations in order of their unfilled posts, most first.
fn groups<'f>(
    facts: &Facts,
    occupations: &BTreeMap<&'f FapCode, Figures>,
    measure: Measure,
) -> Vec<(String, Estimate, Vec<&'f FapCode>)> {
    let domain = |fap: &FapCode| facts.catalogue.occupations.iter().find(|o| o.code == *fap);
    let letters: BTreeSet<char> = occupations.keys().filter_map(|fap| Some(domain(fap)?.domain)).collect();
    let mut groups: Vec<(Figures, String, Vec<&FapCode>)> = letters
        .into_iter()
        .map(|letter| {
            let of_domain = |fap: &&&FapCode| domain(fap).is_some_and(|o| o.domain == letter);
            let mut members: Vec<&FapCode> = occupations.keys().filter(of_domain).copied().collect();
            members.sort_by(|a, b| {
                let unfilled = |fap: &FapCode| occupations[fap].unfilled.central;
                unfilled(b).cmp(&unfilled(a)).then_with(|| a.cmp(b))
            });
            let mut total = Figures::default();
            members.iter().for_each(|fap| total += occupations[*fap]);
            let label = members
                .first()
                .and_then(|fap| domain(fap))
                .map(|o| o.domain_label.clone());
            (total, typographic(&label.unwrap_or_default()), members)
        })
        .collect();
    groups.sort_by(|a, b| {
        b.0.unfilled
            .central
            .cmp(&a.0.unfilled.central)
            .then_with(|| a.1.cmp(&b.1))
    });
    groups
        .into_iter()
        .map(|(total, name, members)| (name, measure.of(&total), members))
        .collect()
}

/// True where there are neither posts to fill nor people.
fn is_empty(figures: &Figures) -> bool {
    figures.need.high == Milli::ZERO && figures.supply.high == Milli::ZERO
}

fn square(
    figures: &Figures,
    (occupation, basin): (String, String),
    lang: Lang,
    (measure, lens): (Measure, Lens),
) -> Square {
    let value = measure.of(figures);
    Square {
        words: if is_empty(figures) {
            String::new()
        } else {
            i18n::people(lang, value.central)
        },
        tint: measure.tint(value.central),
        secret: mostly_secret(figures),
        told: Message::new("ui-matrix-told")
            .with("occupation", occupation)
            .with("basin", basin)
            .with("measure", measure.label(lang, lens))
            .with("value", i18n::range(lang, value))
            .with("need", i18n::range(lang, figures.need))
            .with("supply", i18n::range(lang, figures.supply))
            .text(lang),
    }
}

/// Tints with the people they stand for.
fn legend(lang: Lang, measure: Measure) -> Vec<(Tint, String)> {
    let number = |people: f64| i18n::decimal(lang, people, 0);
    let words = |step: usize, key: &'static str| {
        let low = step.checked_sub(1).map_or(1.0, |before| STEPS[before]);
        let band = match STEPS.get(step) {
            Some(high) => format!("{}–{}", number(low), number(high - 1.0)),
            None => format!("{}+", number(low)),
        };
        Message::new(key).with("band", band).text(lang)
    };
    let mut entries = vec![(Tint::Neutral, text(lang, "ui-matrix-under-one"))];
    entries.extend((0..=STEPS.len()).map(|step| (Tint::Shortage(step), words(step, "ui-matrix-short"))));
    if measure == Measure::Difference {
        entries.extend((0..=STEPS.len()).map(|step| (Tint::Surplus(step), words(step, "ui-matrix-over"))));
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tints_grow_with_the_gap_and_zero_is_neutral() {
        let tint = |measure: Measure, people| measure.tint(Milli::whole(people));
        assert_eq!(tint(Measure::Unfilled, 0), Tint::Neutral);
        assert_eq!(tint(Measure::Unfilled, 1), Tint::Shortage(0));
        assert_eq!(tint(Measure::Unfilled, 5), Tint::Shortage(1));
        assert_eq!(tint(Measure::Unfilled, 40), Tint::Shortage(3));
        assert_eq!(tint(Measure::Difference, -16), Tint::Shortage(2));
        assert_eq!(tint(Measure::Difference, 4), Tint::Surplus(0));
        assert_eq!(tint(Measure::Difference, 0), Tint::Neutral);
    }

    #[test]
    fn the_difference_crosses_the_ends() {
        let people = |low, central, high| Range::new(Milli::whole(low), Milli::whole(central), Milli::whole(high));
        let figures = Figures {
            need: people(10, 20, 30),
            supply: people(5, 8, 12),
            ..Figures::default()
        };
        assert_eq!(Measure::Difference.of(&figures), people(-25, -12, 2));
    }
}
