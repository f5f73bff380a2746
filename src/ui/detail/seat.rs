//! What a seat of a section is worth: from the seat to the leaver, what lots of seats fill, when, where, and what to doubt.

use super::data::{Detail, source_words, value_words};
use crate::domain::scenario::{SectionKey, Site};
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, Message, text};
use crate::market::Unit as Counted;
use crate::market::gap::{Factor, FactorProvenance};
use crate::market::values::{LotValue, Receiver, SeatValue, Unit, Values};
use crate::ui::scene::Place;
use crate::ui::screens::training::seats::{euros_words, lot_words, posts_words, section_name};
use crate::ui::snapshot::Names;
use crate::ui::widgets::lists::{Entry, Listing};
use std::sync::Arc;

/// Lots in the order they are told.
const LOTS_TOLD: [i32; 5] = [1, 12, 15, 24, -1];

/// The value of a seat, ready to be drawn after the figures of its [`Detail`].
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    /// « Une place : 1 », then each rate of the product with what is left.
    pub steps: Vec<Step>,
    /// In-field leavers of one more.
    pub each: String,
    pub lots: Vec<Lot>,
    /// « Postes pourvus chaque année par +12 places », then year, posts and share of the largest.
    pub years_of: String,
    pub years: Vec<Year>,
    pub receivers: Listing,
    pub doubts: Vec<String>,
    /// What an action of a scenario may bear on; nothing for a regional headcount.
    pub section: Option<SectionKey>,
    /// File, vintage and rows of the section.
    pub source: String,
}

/// One rate of the product.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub what: String,
    /// « × 85,0 % ».
    pub rate: String,
    /// What is left of one seat after it, 0 to 1, and in words.
    pub left: f64,
    pub left_words: String,
    pub provenance: FactorProvenance,
    pub source: String,
}

/// So many seats more, or less.
#[derive(Debug, Clone, PartialEq)]
pub struct Lot {
    pub name: String,
    /// Posts filled a year, with their range.
    pub gain: String,
    /// Leavers, those without a post, euros.
    pub under: String,
}

/// Posts filled in one year by the lot chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    pub year: u16,
    pub posts: String,
    pub share: f64,
}

/// The detail of a section or headcount: what every detail has.
pub fn detail(line: &SeatValue, values: &Values, names: &Names, lang: Lang) -> Detail {
    let caption = |key: &str, value: String| (text(lang, key), value);
    let among = values.lines.iter().filter(|other| other.unit == line.unit).count();
    let rank = Message::new("ui-seat-rank-of").with("rank", line.rank).with("n", among);
    let basins: Vec<String> = line.basins.iter().map(|b| names.basin(b)).collect();
    let mut figures = vec![
        caption("ui-column-programme", names.programme(&line.programme)),
        caption(
            "ui-column-route",
            text(lang, &format!("ui-route-{}", line.route.as_str())),
        ),
        caption("ui-column-basin", basins.join(", ")),
        caption("ui-column-rank", rank.text(lang)),
    ];
    figures.extend(
        line.seats
            .map(|n| caption("ui-column-seats", i18n::integer(lang, i64::from(n)))),
    );
    figures.push(caption("ui-seat-rentree", values.rentree.to_string()));
    figures.push(caption(
        "ui-seat-first-leavers",
        Message::new("ui-seat-june")
            .with("year", line.first_leavers.to_string())
            .text(lang),
    ));
    figures.extend(line.cost.map(|cost| caption("ui-seat-cost", euros_words(cost, lang))));
    Detail {
        title: section_name(line, names, lang),
        sheet: Some(Place::Programme(line.programme.clone())),
        figures,
        ..Detail::default()
    }
}

impl Seat {
    /// Reads what a line is worth; `seats` is the lot whose years are told.
    pub fn of(line: &SeatValue, values: &Values, seats: i32, names: &Names, lang: Lang) -> Self {
        let chosen = line.lot(seats);
        Self {
            steps: steps(line, names, lang),
            each: posts_words(line.each, 3, lang),
            lots: LOTS_TOLD
                .iter()
                .filter_map(|n| line.lot(*n))
                .map(|lot| told(lot, line.unit, lang))
                .collect(),
            years_of: Message::new("ui-seat-years")
                .with("lot", lot_words(seats, line.unit, lang))
                .text(lang),
            years: chosen
                .map(|lot| years(line, lot, values.rentree, lang))
                .unwrap_or_default(),
            receivers: receivers(&line.receivers, line.unit, names, lang),
            doubts: line.doubts.iter().map(|doubt| doubt.text(lang)).collect(),
            section: section(line),
            source: source_words(&names.source(line.source).unwrap_or_default(), "", &line.rows, lang),
        }
    }
}

/// The section of a line, where it is one of an establishment.
fn section(line: &SeatValue) -> Option<SectionKey> {
    let uai = line.uai.clone().filter(|_| line.unit == Unit::Seat)?;
    Some(SectionKey {
        site: Site::Establishment(uai),
        programme: line.programme.clone(),
        route: line.route,
    })
}

/// The rates one after the other, central, with what is left of one.
fn steps(line: &SeatValue, names: &Names, lang: Lang) -> Vec<Step> {
    let mut left = 1.0;
    let mut step = |factor: &Arc<Factor>| {
        left *= factor.value.central;
        Step {
            what: text(lang, &format!("ui-factor-{}", factor.kind.as_str())),
            rate: format!("×\u{a0}{}", value_words(factor.value, Counted::Rate, lang)),
            left,
            left_words: Message::new("ui-seat-left")
                .with("people", i18n::decimal(lang, left, 3))
                .text(lang),
            provenance: factor.provenance,
            source: source_words(
                &names.source(factor.source).unwrap_or_default(),
                &factor.vintage,
                &factor.rows,
                lang,
            ),
        }
    };
    line.factors.iter().map(&mut step).collect()
}

fn told(lot: &LotValue, unit: Unit, lang: Lang) -> Lot {
    let under = Message::new(if lot.seats < 0 {
        "ui-seat-lost"
    } else {
        "ui-seat-brought"
    })
    .with("leavers", posts_words(absolute(lot.leavers), 2, lang))
    .with("unplaced", posts_words(lot.unplaced, 2, lang))
    .text(lang);
    let euros = lot.euros_per_post.map(|euros| {
        Message::new("ui-seat-euros")
            .with("euros", euros_words(euros, lang))
            .text(lang)
    });
    Lot {
        name: lot_words(lot.seats, unit, lang),
        gain: posts_words(lot.gain, 2, lang),
        under: [Some(under), euros]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
    }
}

/// People taken away, as a positive number.
fn absolute(people: Estimate) -> Estimate {
    if people.central < Milli::ZERO {
        Range::new(-people.high, -people.central, -people.low)
    } else {
        people
    }
}

fn years(line: &SeatValue, lot: &LotValue, rentree: u16, lang: Lang) -> Vec<Year> {
    let most = lot.gain.central.people().abs();
    let year = |(year, gain): (u16, Estimate)| Year {
        year,
        posts: posts_words(gain, 1, lang),
        share: if most > 0.0 {
            gain.central.people().abs() / most
        } else {
            0.0
        },
    };
    line.yearly(lot, rentree).into_iter().map(year).collect()
}

fn receivers(receivers: &[Receiver], unit: Unit, names: &Names, lang: Lang) -> Listing {
    let entry = |receiver: &Receiver| Entry {
        name: names.occupation(&receiver.fap),
        under: names.basin(&receiver.basin),
        quantity: receiver.posts,
        to: Some(Place::Occupation(receiver.fap.clone())),
    };
    Listing {
        heading: Message::new("ui-seat-receivers")
            .with("lot", lot_words(SeatValue::RECEIVING_LOT, unit, lang))
            .text(lang),
        unit: text(lang, "ui-hall-posts-unit"),
        entries: receivers.iter().map(entry).collect(),
    }
}
