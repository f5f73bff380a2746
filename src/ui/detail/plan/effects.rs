//! What an action does: its cohort, whom it takes from, what it fills, what it costs, what to doubt.

use crate::domain::units::{Bound, Estimate, Milli};
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::plan::cohort::Cohort;
use crate::market::plan::{ActionEffect, Displacement, Further, MoveEffect, Outlook};
use crate::market::values::Receiver;
use crate::ui::detail::seat::Year;
use crate::ui::scene::Place;
use crate::ui::screens::plan::data::{FINE, place_words, seats_words, spanning, status_words};
use crate::ui::screens::training::seats::{euros_words, lot_number, posts_words};
use crate::ui::snapshot::Snapshot;
use crate::ui::widgets::lists::{Entry, Listing};

/// What an action does, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Effects {
    /// Caption and value.
    pub figures: Vec<(String, String)>,
    pub doubts: Vec<String>,
    pub years: Vec<Year>,
    /// With the actions decided together; nothing for an action « nette ».
    pub together: Vec<Year>,
    /// Posts it fills, or leaves, in the last year: nothing where it changes none.
    pub receivers: Option<Listing>,
    pub moves: Vec<Move>,
}

/// Seats more, or fewer, at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// « +24 places · Lycée Colbert ».
    pub title: String,
    /// Stages of a cohort, from its rentrée to its leavers in the field.
    pub cohort: Vec<(String, String)>,
    /// Entrants taken from other sections, or received by them.
    pub displaced: Option<Listing>,
}

impl Effects {
    /// Reads what an action does.
    pub fn of(effect: &ActionEffect, outlook: &Outlook, snapshot: &Snapshot, lang: Lang) -> Self {
        let years = |posts: &[Estimate]| years(outlook, posts, lang);
        let doubts = effect.moves.iter().flat_map(|m| &m.doubts);
        let mut doubts: Vec<String> = doubts.map(|doubt| doubt.text(lang)).collect();
        doubts.dedup();
        Self {
            figures: figures(effect, outlook, snapshot, lang),
            doubts,
            years: years(&effect.filled),
            together: effect.filled_together.as_deref().map(years).unwrap_or_default(),
            receivers: receivers(effect, outlook, snapshot, lang),
            moves: effect.moves.iter().map(|m| moved(m, snapshot, lang)).collect(),
        }
    }
}

fn figures(effect: &ActionEffect, outlook: &Outlook, snapshot: &Snapshot, lang: Lang) -> Vec<(String, String)> {
    let action = &effect.action;
    let caption = |key: &str, value: String| (text(lang, key), value);
    let (facts, names) = (&snapshot.facts, &snapshot.names);
    let mut lines = vec![
        caption("ui-plan-section", place_words(action, facts, names, lang)),
        caption("ui-plan-seats", seats_words(action, lang)),
        caption("ui-plan-first", action.rentree.to_string()),
    ];
    if let Some(first) = effect.moves.first() {
        let june = Message::new("ui-seat-june").with("year", first.first_leavers.to_string());
        lines.push(caption("ui-plan-first-leavers", june.text(lang)));
    }
    if let (Some(last), Some(posts)) = (outlook.years.last(), effect.filled.last()) {
        let key = Message::new("ui-plan-posts-in").with("year", last.year.to_string());
        lines.push((key.text(lang), posts_words(*posts, FINE, lang)));
    }
    let spent = effect.spent.as_ref().map(|spent| {
        let whole = spent.iter().copied().reduce(|sum, year| sum + year);
        whole.map_or_else(String::new, |euros| euros_words(euros, lang))
    });
    let no_cost = || text(lang, "ui-plan-no-cost");
    lines.push(caption("ui-plan-spent", spent.unwrap_or_else(no_cost)));
    let each = effect.euros_per_post.map(|euros| euros_words(euros, lang));
    lines.extend(each.map(|euros| caption("ui-plan-euros-per-post", euros)));
    lines.push(caption("ui-plan-status", status_words(action, lang)));
    lines.extend(
        action
            .compensation
            .map(|n| caption("ui-plan-compensation", n.to_string())),
    );
    for (key, words) in [("ui-plan-asked-by", &action.asked_by), ("ui-plan-note", &action.note)] {
        if !words.is_empty() {
            lines.push(caption(key, words.clone()));
        }
    }
    lines
}

fn years(outlook: &Outlook, posts: &[Estimate], lang: Lang) -> Vec<Year> {
    let most = posts.iter().map(|p| p.central.people().abs()).fold(0.0, f64::max);
    let year = |(year, posts): (u16, &Estimate)| Year {
        year,
        posts: posts_words(*posts, FINE, lang),
        share: if most > 0.0 {
            posts.central.people().abs() / most
        } else {
            0.0
        },
    };
    outlook.years.iter().map(|y| y.year).zip(posts).map(year).collect()
}

fn moved(one: &MoveEffect, snapshot: &Snapshot, lang: Lang) -> Move {
    let seats = Message::new("ui-lot-seats")
        .with("lot", lot_number(one.seats, lang))
        .with("n", i64::from(one.seats.abs()));
    let place = match &one.establishment {
        Some(name) => typographic(name),
        None => {
            let basins: Vec<String> = one.basins.iter().map(|b| snapshot.names.basin(b)).collect();
            basins.join(", ")
        }
    };
    Move {
        title: format!("{} · {place}", seats.text(lang)),
        cohort: cohort(one, lang),
        displaced: displaced(&one.displaced, snapshot, lang),
    }
}

/// Every person who enters, found again: enrolled each rentrée, gone on the way, leavers, graduates, in the field.
fn cohort(one: &MoveEffect, lang: Lang) -> Vec<(String, String)> {
    let of = |stage: &dyn Fn(&Cohort) -> Milli| {
        let ends = [Bound::Low, Bound::Central, Bound::High].map(|bound| stage(&one.cohorts[bound as usize]));
        posts_words(spanning(ends), FINE, lang)
    };
    let central = &one.cohorts[Bound::Central as usize];
    let mut lines = vec![(
        text(lang, "ui-plan-pool"),
        text(lang, &format!("plan-pool-{}", one.pool.as_str())),
    )];
    let at = |list: &[Milli], year: usize| list.get(year).copied().unwrap_or_default();
    for (year, rentree) in (central.rentree..).take(central.enrolled.len()).enumerate() {
        let enrolled = Message::new("ui-plan-enrolled").with("year", rentree.to_string());
        lines.push((enrolled.text(lang), of(&|c| at(&c.enrolled, year))));
        if at(&central.dropouts, year) != Milli::ZERO {
            let gone = Message::new("ui-plan-dropouts").with("year", rentree.to_string());
            lines.push((gone.text(lang), of(&|c| at(&c.dropouts, year))));
        }
    }
    type Stage = fn(&Cohort) -> Milli;
    let stages: [(&str, Stage); 5] = [
        ("ui-plan-final-year", |c| c.final_year),
        ("ui-plan-continuing", |c| c.continuing),
        ("ui-plan-cohort-leavers", |c| c.leavers),
        ("ui-plan-graduates", |c| c.graduates),
        ("ui-plan-in-field", |c| c.in_field),
    ];
    lines.extend(stages.map(|(key, stage)| (text(lang, key), of(&stage))));
    lines.extend(one.further.iter().map(|further| further_line(further, lang)));
    if one.missing > Milli::ZERO {
        let missing = i18n::decimal(lang, one.missing.people(), FINE);
        lines.push((text(lang, "ui-plan-missing-entrants"), missing));
    }
    lines
}

/// « Parmi les entrants de bac pro, rentrée 2029 : 4,3 ».
fn further_line(further: &Further, lang: Lang) -> (String, String) {
    let ends = [Bound::Low, Bound::Central, Bound::High].map(|bound| further.cohorts[bound as usize].entrants());
    let central = &further.cohorts[Bound::Central as usize];
    let caption = Message::new("ui-plan-further")
        .with("diploma", further.diploma.as_str())
        .with("rentree", central.rentree.to_string());
    (caption.text(lang), posts_words(spanning(ends), FINE, lang))
}

/// The shortages it answers: posts of each occupation and basin in the last year, largest first.
fn receivers(effect: &ActionEffect, outlook: &Outlook, snapshot: &Snapshot, lang: Lang) -> Option<Listing> {
    let last = outlook.years.last()?;
    let entry = |receiver: &Receiver| Entry {
        name: snapshot.names.occupation(&receiver.fap),
        under: snapshot.names.basin(&receiver.basin),
        quantity: receiver.posts,
        to: Some(Place::Occupation(receiver.fap.clone())),
    };
    let heading = Message::new("ui-plan-receivers").with("year", last.year.to_string());
    (!effect.receivers.is_empty()).then(|| Listing {
        heading: heading.text(lang),
        unit: text(lang, "ui-hall-posts-unit"),
        entries: effect.receivers.iter().map(entry).collect(),
    })
}

/// Sections that give up entrants to new seats, or take over those of closed ones; nothing where none does.
fn displaced(all: &[Displacement], snapshot: &Snapshot, lang: Lang) -> Option<Listing> {
    let total: Milli = all.iter().map(|d| d.entrants).sum();
    let key = match total {
        Milli::ZERO => return None,
        more if more > Milli::ZERO => "ui-plan-taken",
        _ => "ui-plan-received",
    };
    let entry = |d: &Displacement| {
        let place = match (&d.establishment, &d.uai) {
            (Some(name), _) => typographic(name),
            (None, Some(uai)) => uai.to_string(),
            (None, None) => text(lang, "ui-origin-regional"),
        };
        let since = Message::new("ui-plan-displaced-since").with("year", d.first_leavers.to_string());
        Entry {
            name: place,
            under: format!("{} · {}", snapshot.names.programme(&d.programme), since.text(lang)),
            quantity: Milli(d.entrants.0.abs()),
            to: Some(Place::Programme(d.programme.clone())),
        }
    };
    Some(Listing {
        heading: text(lang, key),
        unit: text(lang, "ui-plan-entrants-a-year"),
        entries: all.iter().map(entry).collect(),
    })
}
