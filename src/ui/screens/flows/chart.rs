//! The map of flows: the land of the basins, a circle for those who stay, an arrow for those who move.

use std::collections::BTreeMap;

use super::data::{Reader, seen};
use super::tables::touches;
use crate::domain::id::BasinCode;
use crate::domain::territory::Position;
use crate::domain::units::Milli;
use crate::i18n::{self, Lang, Message, text};
use crate::market::flows::Balance;
use crate::ui::screens::basins::chart::{self, Measure};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::palette::Tint;
use crate::ui::widgets::map::plane::Projection;
use crate::ui::widgets::map::{Class, Flow, Layer, Legend, Map, Mark, samples};

/// How many arrows are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drawn {
    Ten,
    #[default]
    Thirty,
    Hundred,
    All,
}

impl Drawn {
    pub const ALL: [Self; 4] = [Self::Ten, Self::Thirty, Self::Hundred, Self::All];

    /// Its name on screen.
    pub fn label(self, lang: Lang) -> String {
        match self.most() {
            usize::MAX => text(lang, "ui-flows-drawn-all"),
            most => Message::new("ui-flows-drawn-most").with("n", most).text(lang),
        }
    }

    fn most(self) -> usize {
        match self {
            Self::Ten => 10,
            Self::Thirty => 30,
            Self::Hundred => 100,
            Self::All => usize::MAX,
        }
    }
}

/// The map and its arrows, of all basins or of those that touch a chosen one.
pub fn map(
    snapshot: &Snapshot,
    reader: &Reader<'_>,
    chosen: Option<&BasinCode>,
    drawn: Drawn,
) -> (Map<BasinCode>, Layer<BasinCode>) {
    let lang = reader.lang;
    let mut map = chart::map(snapshot, reader.gap, lang, Measure::default());
    map.id = "flows-map";
    map.name = Message::new("ui-flows-map-name")
        .with("territory", snapshot.facts.territory.name.as_str())
        .text(lang);
    let mut secret = 0;
    for place in map.parts.iter_mut().flat_map(|part| &mut part.places) {
        let balance = reader.balances.get(&place.key);
        place.mark = Mark::Class(0);
        place.count = balance.map_or(0.0, |b| seen(&b.stayed, reader.lens).people());
        place.told = balance.map_or_else(|| vec![reader.names.basin(&place.key)], |balance| told(reader, balance));
        secret += usize::from(place.secret);
    }
    let places = map.places().count();
    map.legend = Legend {
        title: text(lang, "ui-flows-land"),
        classes: vec![Class {
            words: text(lang, "ui-flows-land"),
            tint: Tint::Neutral,
            places,
        }],
        nothing: None,
        secret: (secret > 0).then(|| (text(lang, "ui-map-secret"), secret)),
        circles: text(lang, "ui-flows-circles"),
        samples: samples(map.most()),
    };
    let layer = layer(snapshot, reader, &map, chosen, drawn);
    (map, layer)
}

/// Name, posts filled on the spot and from elsewhere, those who leave.
fn told(reader: &Reader<'_>, balance: &Balance) -> Vec<String> {
    let line = |key: &str, people: Milli| {
        Message::new("ui-map-line")
            .with("what", text(reader.lang, &format!("ui-column-{key}")))
            .with("value", reader.count(people))
            .text(reader.lang)
    };
    vec![
        reader.names.basin(&balance.basin),
        line("stayed", seen(&balance.stayed, reader.lens)),
        line("came", seen(&balance.came, reader.lens)),
        line("still-open", seen(&balance.unfilled, reader.lens)),
        line("left", seen(&balance.left, reader.lens)),
        line("unplaced-here", seen(&balance.unplaced, reader.lens)),
    ]
}

fn layer(
    snapshot: &Snapshot,
    reader: &Reader<'_>,
    map: &Map<BasinCode>,
    chosen: Option<&BasinCode>,
    drawn: Drawn,
) -> Layer<BasinCode> {
    let basins = &snapshot.facts.catalogue.basins;
    let positions: BTreeMap<&BasinCode, Position> = basins.iter().map(|b| (&b.code, b.position)).collect();
    // The same plane as the land of the part lies on.
    let planes: Vec<Projection> = map
        .parts
        .iter()
        .map(|part| {
            Projection::about(
                part.places
                    .iter()
                    .filter_map(|place| positions.get(&place.key).copied()),
            )
        })
        .collect();
    let part_of = |basin: &BasinCode| {
        let holds = |part: &crate::ui::widgets::map::Part<BasinCode>| part.places.iter().any(|p| p.key == *basin);
        map.parts.iter().position(holds)
    };
    let pairs = reader.flows.pairs(reader.gap, |from, line| touches(chosen, from, line));
    let mut flows = Vec::new();
    let mut movers = 0.0;
    for pair in pairs.iter().filter(|pair| pair.key.0 != pair.key.1) {
        let (from, to) = &pair.key;
        let sum = seen(&pair.sums, reader.lens);
        let Some(part) = part_of(from)
            .or_else(|| part_of(to))
            .filter(|_| sum.people > Milli::ZERO)
        else {
            continue;
        };
        let (Some(start), Some(end)) = (positions.get(from), positions.get(to)) else {
            continue;
        };
        movers += sum.people.people();
        flows.push(Flow {
            from: from.clone(),
            to: to.clone(),
            part,
            ends: [start, end].map(|position| planes[part].point(*position)),
            count: sum.people.people(),
            told: vec![reader.pair_words((from, to), sum.people, sum.mean_km().unwrap_or(0.0))],
        });
    }
    flows.sort_by(|a, b| {
        let by_count = b.count.total_cmp(&a.count);
        by_count.then_with(|| (&a.from, &a.to).cmp(&(&b.from, &b.to)))
    });
    let most = flows.first().map_or(0.0, |flow| flow.count);
    let shown = drawn.most().min(flows.len());
    let carried: f64 = flows.iter().take(shown).map(|flow| flow.count).sum();
    Layer {
        note: Message::new("ui-flows-note")
            .with("drawn", shown)
            .with("all", flows.len())
            .with(
                "share",
                i18n::percent(reader.lang, if movers > 0.0 { carried / movers } else { 1.0 }),
            )
            .text(reader.lang),
        flows,
        drawn: shown,
        words: text(reader.lang, "ui-flows-arrows"),
        samples: samples(most),
    }
}
