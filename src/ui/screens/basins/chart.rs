//! What the map of basins shows.

use std::collections::BTreeMap;

use super::shapes::Lands;
use crate::app::settings::Lens;
use crate::domain::id::BasinCode;
use crate::domain::territory::Basin;
use crate::i18n::{self, Lang, Message, text};
use crate::market::gap::{Figures, Gap, Grouping, RowKey};
use crate::ui::screens::gap_table::{Lines, mostly_secret};
use crate::ui::snapshot::{Names, Snapshot};
use crate::ui::theme::palette::Tint;
use crate::ui::widgets::map::plane::{Point, Projection};
use crate::ui::widgets::map::{Class, Legend, Map, Mark, Part, Place, samples};

/// What the colour of a basin tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// Unfilled posts over need.
    #[default]
    Unfilled,
    /// Supply trained in the basin over need.
    Coverage,
}

impl Measure {
    pub const ALL: [Self; 2] = [Self::Unfilled, Self::Coverage];

    /// Its name on screen.
    pub fn label(self, lang: Lang) -> String {
        text(lang, &format!("ui-map-measure-{}", self.as_str()))
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Unfilled => "unfilled",
            Self::Coverage => "coverage",
        }
    }

    /// Upper ends of the classes, all but the last, and their tints. Those of coverage are the published thresholds
    /// (85 %: severe shortage; 115 %: surplus), with one half and narrow bands around balance.
    fn classes(self) -> (&'static [f64], &'static [Tint]) {
        match self {
            Self::Unfilled => (
                &[0.2, 0.4, 0.6, 0.8],
                &[
                    Tint::Neutral,
                    Tint::Shortage(0),
                    Tint::Shortage(1),
                    Tint::Shortage(2),
                    Tint::Shortage(3),
                ],
            ),
            Self::Coverage => (
                &[0.5, 0.85, 0.95, 1.05, 1.15],
                &[
                    Tint::Shortage(3),
                    Tint::Shortage(2),
                    Tint::Shortage(0),
                    Tint::Neutral,
                    Tint::Surplus(1),
                    Tint::Surplus(3),
                ],
            ),
        }
    }

    /// The rate of a basin; nothing without need.
    fn rate(self, figures: &Figures) -> Option<f64> {
        let need = figures.need.central.people();
        match self {
            Self::Unfilled => (need > 0.0).then(|| figures.unfilled.central.people() / need),
            Self::Coverage => figures.coverage().map(|c| c.central),
        }
    }

    /// The class of a rate: a limit belongs to the class above it.
    fn class(self, rate: f64) -> usize {
        self.classes().0.iter().take_while(|end| rate >= **end).count()
    }
}

/// Basins of other regions are outlined as far as this from those of the territory, kilometres.
const AROUND: f64 = 400.0;

/// Latitudes of the metropolis begin here; everything south of it is an overseas region, drawn apart.
const METROPOLIS_FROM: f64 = 41.0;

/// The map of the basins of the territory, through the lens of the screen once it is known.
pub fn map(snapshot: &Snapshot, gap: &Gap, lang: Lang, measure: Measure) -> Map<BasinCode> {
    let (facts, names) = (&*snapshot.facts, &snapshot.names);
    let lines = Lines::new(snapshot, Grouping::Basin, lang);
    let rows: BTreeMap<BasinCode, Figures> = gap
        .rows(Grouping::Basin, facts)
        .into_iter()
        .filter_map(|row| {
            let figures = lines.line(&row.key, row.figures).seen_through(lines.lens);
            match row.key {
                RowKey::Basin(code) => Some((code, figures)),
                _ => None,
            }
        })
        .collect();
    let unfilled = match lines.lens {
        Lens::Potential => "unfilled",
        Lens::Expected => "unfilled-expected",
    };
    let mut groups: BTreeMap<String, Vec<&Basin>> = BTreeMap::new();
    for basin in &facts.catalogue.basins {
        groups.entry(group(basin)).or_default().push(basin);
    }
    let parts: Vec<Part<BasinCode>> = groups
        .iter()
        .filter_map(|(group, basins)| {
            let region = facts.catalogue.regions.iter().find(|r| r.code.as_str() == group);
            let name = region.map(|r| r.name.clone()).unwrap_or_default();
            part(
                name,
                basins,
                snapshot,
                &rows,
                |code, figures| told(code, figures, names, lang, (measure, unfilled)),
                measure,
            )
        })
        .collect();
    let most = rows.values().map(|f| f.unfilled.central.people()).fold(0.0, f64::max);
    Map {
        id: "basins-map",
        name: Message::new("ui-map-name")
            .with("territory", facts.territory.name.as_str())
            .text(lang),
        parts,
        legend: legend(&rows.into_values().collect::<Vec<_>>(), measure, most, lang),
    }
}

/// Basins that are drawn together: those of the metropolis, which come first, and each overseas region.
fn group(basin: &Basin) -> String {
    if basin.position.lat >= METROPOLIS_FROM {
        String::new()
    } else {
        basin.region.as_str().to_owned()
    }
}

/// The basins of one group; nothing where none is of the territory.
fn part(
    name: String,
    basins: &[&Basin],
    snapshot: &Snapshot,
    rows: &BTreeMap<BasinCode, Figures>,
    told: impl Fn(&BasinCode, &Figures) -> Vec<String>,
    measure: Measure,
) -> Option<Part<BasinCode>> {
    if !basins.iter().any(|basin| rows.contains_key(&basin.code)) {
        return None;
    }
    let home = basins.iter().filter(|basin| rows.contains_key(&basin.code));
    let projection = Projection::about(home.map(|basin| basin.position));
    let lands = Lands::new(snapshot, projection);
    let mut places = Vec::new();
    let mut others = Vec::new();
    for (basin, (at, land)) in basins.iter().zip(lands.of(basins)) {
        let Some(figures) = rows.get(&basin.code) else {
            others.push((at, land));
            continue;
        };
        let told = told(&basin.code, figures);
        places.push(Place {
            key: basin.code.clone(),
            name: told.first().cloned().unwrap_or_default(),
            at,
            land,
            mark: measure
                .rate(figures)
                .map_or(Mark::Nothing, |rate| Mark::Class(measure.class(rate))),
            secret: mostly_secret(figures),
            count: figures.unfilled.central.people(),
            told,
        });
    }
    let near = |at: &Point| places.iter().any(|place| place.at.distance(*at) <= AROUND);
    let around = others
        .into_iter()
        .filter(|(at, _)| near(at))
        .map(|(_, land)| land)
        .collect();
    let limits = lands.limits(&places);
    Some(Part {
        name,
        places,
        around,
        limits,
    })
}

/// Name, rate, then the figures with their ranges.
fn told(
    code: &BasinCode,
    figures: &Figures,
    names: &Names,
    lang: Lang,
    (measure, unfilled): (Measure, &str),
) -> Vec<String> {
    let line = |what: String, value: String| {
        Message::new("ui-map-line")
            .with("what", what)
            .with("value", value)
            .text(lang)
    };
    let column = |key: &str| text(lang, &format!("ui-column-{key}"));
    let rate = measure.rate(figures);
    let rate = rate.map_or_else(|| text(lang, "ui-coverage-none"), |rate| i18n::percent(lang, rate));
    let mut lines = vec![
        names.basin(code),
        line(measure.label(lang), rate),
        line(column(unfilled), i18n::range(lang, figures.unfilled)),
        line(column("need"), i18n::range(lang, figures.need)),
        line(column("supply"), i18n::range(lang, figures.supply)),
    ];
    if let Some(share) = figures.secret_share().filter(|share| *share > 0.0) {
        lines.push(line(column("secret"), i18n::percent(lang, share)));
    }
    lines
}

fn legend(rows: &[Figures], measure: Measure, most: f64, lang: Lang) -> Legend {
    let (ends, tints) = measure.classes();
    let percent = |rate: f64| i18n::decimal(lang, rate * 100.0, 0);
    let words = |number: usize| {
        let low = number.checked_sub(1).map(|before| percent(ends[before]));
        let high = ends.get(number).map(|end| percent(*end));
        match (low, high) {
            (None, Some(high)) => Message::new("ui-map-under").with("high", high).text(lang),
            (Some(low), Some(high)) => Message::new("ui-map-between")
                .with("low", low)
                .with("high", high)
                .text(lang),
            (low, None) => Message::new("ui-map-over")
                .with("low", low.unwrap_or_default())
                .text(lang),
        }
    };
    let of_class = |number: usize| {
        let same = |f: &&Figures| measure.rate(f).is_some_and(|rate| measure.class(rate) == number);
        rows.iter().filter(same).count()
    };
    let counted = |key: &str, places: usize| (places > 0).then(|| (text(lang, key), places));
    Legend {
        title: measure.label(lang),
        classes: tints
            .iter()
            .enumerate()
            .map(|(number, tint)| Class {
                words: words(number),
                tint: *tint,
                places: of_class(number),
            })
            .collect(),
        nothing: counted(
            "ui-map-nothing",
            rows.iter().filter(|f| measure.rate(f).is_none()).count(),
        ),
        secret: counted("ui-map-secret", rows.iter().filter(|f| mostly_secret(f)).count()),
        circles: text(lang, "ui-map-circles"),
        samples: samples(most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::units::{Milli, Range};

    fn figures(need: i64, unfilled: i64, supply: i64) -> Figures {
        let people = |n| Range::exact(Milli::whole(n));
        Figures {
            need: people(need),
            unfilled: people(unfilled),
            supply: people(supply),
            ..Figures::default()
        }
    }

    #[test]
    fn a_limit_belongs_to_the_class_above() {
        let class = |need, unfilled| {
            Measure::Unfilled
                .rate(&figures(need, unfilled, 0))
                .map(|r| Measure::Unfilled.class(r))
        };
        assert_eq!(class(100, 19), Some(0));
        assert_eq!(class(100, 20), Some(1));
        assert_eq!(class(100, 80), Some(4));
        assert_eq!(class(0, 0), None);
        assert_eq!(Measure::Coverage.class(0.85), 2);
        assert_eq!(Measure::Coverage.class(1.15), 5);
    }

    #[test]
    fn every_class_has_a_tint_and_words_and_the_legend_counts_every_place_once() {
        let rows = [
            figures(100, 10, 50),
            figures(100, 50, 84),
            figures(0, 0, 3),
            figures(10, 9, 20),
        ];
        for measure in Measure::ALL {
            let (ends, tints) = measure.classes();
            assert_eq!(tints.len(), ends.len() + 1);
            let legend = legend(&rows, measure, 50.0, Lang::Fr);
            let places: usize = legend.classes.iter().map(|c| c.places).sum();
            assert_eq!(places + legend.nothing.map_or(0, |(_, n)| n), rows.len());
            assert!(
                legend.classes.iter().all(|c| c.words.contains('%')),
                "{:?}",
                legend.classes
            );
        }
    }
}
