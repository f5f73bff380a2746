//! Who goes where, one line of it: what fills these posts, how far and at what level, under both lenses; who else takes them and where the others go.

use super::data::Detail;
use crate::app::settings::Lens;
use crate::domain::assumption::AssumptionKey;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::units::{Km, Milli};
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::flows::{FlowKey, FlowLine, Flows, NodeKey};
use crate::market::gap::Supply;
use crate::ui::scene::Place;
use crate::ui::screens::flows::data::{Reader, seen};
use crate::ui::snapshot::Snapshot;
use crate::ui::widgets::lists::{Entry, Listing};

/// What is drawn after the figures of its [`Detail`].
#[derive(Debug, Clone, PartialEq)]
pub struct FlowDetail {
    /// What the people are, in words with their figures.
    pub sentences: Vec<String>,
    pub lists: Vec<Listing>,
    /// Sheets of both ends, with their names.
    pub sheets: Vec<(String, Place)>,
}

/// Reads a line of the flows; nothing where nobody goes there under either lens.
pub fn read(key: &FlowKey, snapshot: &Snapshot, lang: Lang) -> Option<(Detail, FlowDetail)> {
    let reader = Reader::new(snapshot, lang)?;
    let lines: Vec<&FlowLine> = reader.flows.of(reader.gap, key).collect();
    if lines.is_empty() {
        return None;
    }
    let mut detail = Detail {
        title: title(&reader, key),
        figures: people(&reader, &lines),
        ..Detail::default()
    };
    let more = match key {
        FlowKey::Pair(from, to) => pair(&reader, (from, to), &lines, &mut detail),
        FlowKey::Arc(node, to, fap) => arc(&reader, snapshot, (node, to, fap), lines[0], &mut detail),
        FlowKey::Kind(programme, fap) => FlowDetail {
            sentences: Vec::new(),
            lists: vec![list(&reader, "ui-flow-ends", &lines, |line| {
                let from = reader.from(line);
                let ends = reader.place(&from.basin);
                (ends, to_words(&reader, from, line), basin_sheet(&reader, &line.basin))
            })],
            sheets: [
                Some((reader.names.programme(programme), Place::Programme(programme.clone()))),
                Some((reader.names.occupation(fap), Place::Occupation(fap.clone()))),
            ]
            .into_iter()
            .flatten()
            .collect(),
        },
    };
    Some((detail, more))
}

/// Who takes the posts of a basin × occupation, the most first; nothing where there is nobody.
pub fn takers(basin: &BasinCode, fap: &FapCode, snapshot: &Snapshot, lang: Lang) -> Option<Listing> {
    let reader = Reader::new(snapshot, lang)?;
    let lines: Vec<&FlowLine> = reader.flows.into_cell(basin, fap).collect();
    Some(who(&reader, "ui-flow-takers", &lines)).filter(|list| !list.entries.is_empty())
}

fn title(reader: &Reader<'_>, key: &FlowKey) -> String {
    let between = |from: String, to: String| Message::new("ui-flow-title").with("from", from).with("to", to);
    match key {
        FlowKey::Pair(from, to) if from == to => Message::new("ui-flow-title-stay").with("basin", reader.place(from)),
        FlowKey::Pair(from, to) => between(reader.place(from), reader.place(to)),
        FlowKey::Arc(node, to, fap) => between(
            format!(
                "{}, {}",
                reader.names.programme(&node.programme),
                reader.place(&node.basin)
            ),
            format!("{}, {}", reader.names.occupation(fap), reader.place(to)),
        ),
        FlowKey::Kind(programme, fap) => between(reader.names.programme(programme), reader.names.occupation(fap)),
    }
    .text(reader.lang)
}

/// People under each lens, distance, level mismatch.
fn people(reader: &Reader<'_>, lines: &[&FlowLine]) -> Vec<(String, String)> {
    let caption = |key: &str| text(reader.lang, &format!("ui-column-{key}"));
    let sums = Flows::sums(lines.iter().copied());
    let expected = if reader.flows.both {
        reader.count(sums.expected.people)
    } else {
        crate::ui::widgets::table::model::AWAITED.to_owned()
    };
    let mut figures = vec![
        (caption("people-potential"), reader.count(sums.potential.people)),
        (caption("people-expected"), expected),
    ];
    // Where a lens places nobody, the other tells the distance.
    let sum = match seen(&sums, reader.lens) {
        sum if sum.people > Milli::ZERO => sum,
        _ => seen(&sums, super::super::screens::flows::data::other(reader.lens)),
    };
    figures.extend(
        sum.mean_km()
            .map(|km| (caption("mean-km"), i18n::kilometres(reader.lang, Km(km)))),
    );
    figures.extend(
        sum.mean_levels()
            .map(|levels| (caption("levels"), i18n::decimal(reader.lang, levels, 1))),
    );
    figures
}

fn pair(
    reader: &Reader<'_>,
    (from, to): (&BasinCode, &BasinCode),
    lines: &[&FlowLine],
    detail: &mut Detail,
) -> FlowDetail {
    let people: Milli = lines.iter().map(|line| reader.people(line)).sum();
    let caption = |key: &str| text(reader.lang, &format!("ui-column-{key}"));
    let mut share = |key: &str, whole: Option<Milli>| {
        if let Some(whole) = whole.filter(|whole| *whole > Milli::ZERO) {
            let share = i18n::percent(reader.lang, people.people() / whole.people());
            detail.figures.push((caption(key), share));
        }
    };
    share("share-trained", reader.trained(from).map(|sum| sum.people));
    share("share-filled", reader.filled(to));
    let mut sheets: Vec<(String, Place)> = [from, to]
        .into_iter()
        .filter_map(|basin| Some((reader.place(basin), basin_sheet(reader, basin)?)))
        .collect();
    sheets.dedup();
    FlowDetail {
        sentences: vec![text(reader.lang, "ui-flow-pair-is")],
        lists: vec![
            who(reader, "ui-flow-people", lines),
            list(reader, "ui-flow-posts", lines, |line| {
                let occupation = Place::Occupation(line.fap.clone());
                (reader.names.occupation(&line.fap), String::new(), Some(occupation))
            }),
        ],
        sheets,
    }
}

fn arc(
    reader: &Reader<'_>,
    snapshot: &Snapshot,
    (node, to, fap): (&NodeKey, &BasinCode, &FapCode),
    line: &FlowLine,
    detail: &mut Detail,
) -> FlowDetail {
    let lang = reader.lang;
    let from = reader.from(line);
    let caption = |key: &str| text(lang, &format!("ui-column-{key}"));
    let cell = reader.gap.cell(to, fap);
    detail
        .figures
        .push((caption("in-field"), i18n::range(lang, from.in_field)));
    if let Some(cell) = cell {
        detail
            .figures
            .push((caption("need"), i18n::range(lang, cell.figures.need)));
        let need = cell.figures.need.central;
        if need > Milli::ZERO {
            let share = i18n::percent(lang, reader.people(line).people() / need.people());
            detail.figures.push((caption("share-need"), share));
        }
    }
    let accepted = snapshot.facts.catalogue.occupations.iter().find(|o| o.code == *fap);
    let accepted: Vec<String> = accepted
        .into_iter()
        .flat_map(|o| o.typical_levels.iter().map(u8::to_string))
        .collect();
    let radius = snapshot
        .facts
        .assumptions
        .value(AssumptionKey::RadiusKm, &[&from.level.to_string()])
        .central;
    let told = Message::new(match reader.lens {
        Lens::Potential => "ui-flow-arc-potential",
        Lens::Expected => "ui-flow-arc-expected",
    });
    let mut sentences = vec![
        told.with("people", reader.count(reader.people(line)))
            .with("supply", reader.count(from.in_field.central))
            .with("level", from.level.to_string())
            .with("accepted", accepted.join(", "))
            .with("km", i18n::kilometres(lang, Km(line.km)))
            .with("radius", i18n::kilometres(lang, Km(radius)))
            .text(lang),
    ];
    if from.origins.len() > 1 {
        sentences.push(text(lang, "ui-flow-schools-is"));
    }
    let same_node: Vec<&FlowLine> = reader.flows.lines.iter().filter(|l| l.supply == line.supply).collect();
    let same_cell: Vec<&FlowLine> = reader.flows.into_cell(to, fap).collect();
    FlowDetail {
        sentences,
        lists: vec![
            schools(reader, from),
            list(reader, "ui-flow-where", &same_node, |line| {
                let occupation = reader.names.occupation(&line.fap);
                let sheet = Place::Occupation(line.fap.clone());
                (occupation, to_words(reader, from, line), Some(sheet))
            }),
            who(reader, "ui-flow-takers", &same_cell),
        ],
        sheets: [
            Some((
                reader.names.programme(&node.programme),
                Place::Programme(node.programme.clone()),
            )),
            Some((reader.names.occupation(fap), Place::Occupation(fap.clone()))),
            basin_sheet(reader, to).map(|sheet| (reader.place(to), sheet)),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// Programmes that people come from, with where they are taught.
fn who(reader: &Reader<'_>, heading: &'static str, lines: &[&FlowLine]) -> Listing {
    list(reader, heading, lines, |line| {
        let from = reader.from(line);
        let route = text(reader.lang, &format!("ui-route-{}", from.route.as_str()));
        let km = i18n::kilometres(reader.lang, Km(line.km));
        let under = format!("{} · {route} · {km}", reader.place(&from.basin));
        let sheet = Place::Programme(from.programme.clone());
        (reader.names.programme(&from.programme), under, Some(sheet))
    })
}

/// « vers Rouen · 34 km », « sur place ».
fn to_words(reader: &Reader<'_>, from: &Supply, line: &FlowLine) -> String {
    if from.basin == line.basin {
        return text(reader.lang, "ui-flow-here");
    }
    Message::new("ui-flow-towards")
        .with("to", reader.place(&line.basin))
        .with("km", i18n::kilometres(reader.lang, Km(line.km)))
        .text(reader.lang)
}

/// Lines under the lens, those of like words added up, the most people first.
fn list(
    reader: &Reader<'_>,
    heading: &'static str,
    lines: &[&FlowLine],
    words: impl Fn(&FlowLine) -> (String, String, Option<Place>),
) -> Listing {
    let mut entries: Vec<Entry> = Vec::new();
    for line in lines.iter().filter(|line| reader.people(line) > Milli::ZERO) {
        let (name, under, to) = words(line);
        let quantity = reader.people(line);
        match entries
            .iter_mut()
            .find(|entry| entry.name == name && entry.under == under)
        {
            Some(entry) => entry.quantity += quantity,
            None => entries.push(Entry {
                name,
                under,
                quantity,
                to,
            }),
        }
    }
    entries.sort_by_key(|entry| -entry.quantity);
    let unit = match reader.lens {
        Lens::Potential => "ui-flow-unit-potential",
        Lens::Expected => "ui-flow-unit-expected",
    };
    Listing {
        heading: text(reader.lang, heading),
        unit: text(reader.lang, unit),
        entries,
    }
}

/// Establishments behind a node and their in-field leavers: how many of each go here is not known.
fn schools(reader: &Reader<'_>, from: &Supply) -> Listing {
    let entry = |origin: &crate::market::gap::Origin| Entry {
        name: match (&origin.establishment, &origin.uai) {
            (Some(name), _) => typographic(name),
            (None, Some(uai)) => uai.to_string(),
            (None, None) => text(reader.lang, "ui-origin-regional"),
        },
        under: String::new(),
        quantity: origin.in_field.central,
        to: None,
    };
    Listing {
        heading: text(reader.lang, "ui-flow-schools"),
        unit: text(reader.lang, "ui-hall-people-unit"),
        entries: from.origins.iter().map(entry).collect(),
    }
}

fn basin_sheet(reader: &Reader<'_>, basin: &BasinCode) -> Option<Place> {
    reader.is_home(basin).then(|| Place::Basin(basin.clone()))
}
