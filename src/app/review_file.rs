//! The reviewed correspondence as a table of text: written for a spreadsheet, read back line by line from a file or a clipboard.

use std::collections::{BTreeMap, BTreeSet};

use super::reviewing::current;
use super::text_table::{TextTable, issue};
use crate::domain::facts::Facts;
use crate::domain::id::{FapCode, ProgrammeId};
use crate::domain::review::{OutletKey, OutletReview, ReviewStatus};
use crate::domain::units::Estimate;
use crate::i18n::{Lang, Message, text};
use crate::import::Issue;
use crate::market::crosswalk::{Crosswalk, Effects, OutletLine, may_add};

/// The columns that are read back, by their stable names.
const READ: [&str; 5] = ["programme", "occupation", "status", "confidence", "note"];

/// The columns that only inform.
const TOLD: [&str; 14] = [
    "programme_label",
    "level",
    "occupation_label",
    "ways",
    "table_confidence",
    "counted",
    "people_low",
    "people",
    "people_high",
    "posts_low",
    "posts",
    "posts_high",
    "who",
    "at",
];

/// First characters that make a spreadsheet take a text for a formula.
const FORMULA_STARTS: [char; 4] = ['=', '+', '-', '@'];

/// What a table of reviews holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadReviews {
    /// Reviews that differ from those of the territory, by outlet.
    pub reviews: Vec<OutletReview>,
    /// Lines that say what the territory holds already.
    pub unchanged: usize,
    /// Lines refused, each with its reason.
    pub issues: Vec<Issue>,
}

/// The lines as comma-separated text: plain points whatever the language, for programs and spreadsheets.
///
/// # Errors
/// What the writer refuses, which a test rules out.
pub fn reviews_csv(facts: &Facts, crosswalk: &Crosswalk, effects: &Effects) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let effect = ["effect_low", "effect", "effect_high"];
    writer.write_record(READ.iter().chain(&TOLD).chain(&effect))?;
    let programmes: BTreeMap<_, _> = facts.catalogue.programmes.iter().map(|p| (&p.id, p)).collect();
    let occupations: BTreeMap<_, _> = facts.catalogue.occupations.iter().map(|o| (&o.code, o)).collect();
    for line in &crosswalk.lines {
        let review = line.review.as_ref();
        let programme = programmes.get(&line.outlet.programme);
        let programme = programme.map(|p| format!("{} {}", p.diploma.as_str(), p.label));
        let occupation = occupations.get(&line.outlet.fap).map(|o| o.label.clone());
        let mut record = vec![
            line.outlet.programme.to_string(),
            line.outlet.fap.to_string(),
            line.status().as_str().to_owned(),
            review
                .and_then(|r| r.confidence)
                .map_or_else(String::new, |c| c.to_string()),
            guarded(review.map_or("", |r| &r.note)),
            programme.unwrap_or_default(),
            line.level.to_string(),
            occupation.unwrap_or_default(),
            ways(line),
            line.ways
                .iter()
                .map(|way| way.confidence)
                .max()
                .map_or_else(String::new, |c| c.to_string()),
            line.counted.to_string(),
        ];
        record.extend(ends(line.people));
        record.extend(ends(line.posts));
        record.extend([review.map(|r| r.who.clone()), review.map(|r| r.at.clone())].map(Option::unwrap_or_default));
        record.extend(ends(effects.of(&line.outlet)));
        writer.write_record(record)?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// `H2914 official 78 dares_2021 3; …`: each way in the words of the tables.
pub fn ways(line: &OutletLine) -> String {
    let way = |way: &crate::market::ways::Way| {
        let digits: String = way.qualifications.iter().map(u8::to_string).collect();
        let origin = way.origin.as_str();
        let provenance = way.provenance.as_str();
        format!("{} {origin} {digits} {provenance} {}", way.rome, way.confidence)
    };
    line.ways.iter().map(way).collect::<Vec<_>>().join("; ")
}

/// Reads a table with a header, cut by tabulations, semicolons or commas: the columns `programme`, `occupation`, and any of `status`, `confidence`, `note`,
/// under their stable names or those on screen in either language. A column that is not there changes nothing; a line refused leaves the others.
pub fn read_reviews(facts: &Facts, crosswalk: &Crosswalk, file: &str, table: &str) -> ReadReviews {
    let mut read = ReadReviews::default();
    let table = match TextTable::read(table, &READ, &READ[..2], is_title) {
        Ok(table) => table,
        Err(missing) => {
            let reason = Message::new("app-review-no-column").with("column", missing);
            read.issues.push(issue(file, 1, (missing, ""), reason));
            return read;
        }
    };
    // The last line of an outlet is heard.
    let mut found: BTreeMap<OutletKey, OutletReview> = BTreeMap::new();
    let known: BTreeSet<&OutletKey> = crosswalk.lines.iter().map(|line| &line.outlet).collect();
    for (row, line) in table.lines() {
        let Some(line) = line else {
            let reason = Message::new("app-review-unreadable");
            read.issues.push(issue(file, row, ("", ""), reason));
            continue;
        };
        match review_of(facts, &known, |column| line.cell(column)) {
            Err((column, reason)) => {
                let value = line.cell(column).unwrap_or_default();
                read.issues.push(issue(file, row, (READ[column], value), reason));
            }
            Ok(review) if review.says_the_same(&current(facts, &review.outlet)) => read.unchanged += 1,
            Ok(review) => {
                found.insert(review.outlet.clone(), review);
            }
        }
    }
    read.reviews = found.into_values().collect();
    read
}

/// The review of a line, or the column that is wrong and why.
fn review_of<'c>(
    facts: &Facts,
    known: &BTreeSet<&OutletKey>,
    cell: impl Fn(usize) -> Option<&'c str>,
) -> Result<OutletReview, (usize, Message)> {
    let text = |c: usize| cell(c).unwrap_or_default();
    let outlet = OutletKey {
        programme: ProgrammeId::parse(text(0)).map_err(|_| (0, Message::new("app-review-programme")))?,
        fap: FapCode::parse(text(1)).map_err(|_| (1, Message::new("app-review-occupation")))?,
    };
    let mut review = current(facts, &outlet);
    let before = review.status;
    if let Some(status) = cell(2).filter(|s| !s.is_empty()) {
        review.status = status_of(status).ok_or_else(|| (2, Message::new("app-review-status")))?;
    }
    if let Some(confidence) = cell(3) {
        review.confidence = match confidence {
            "" => None,
            "1" => Some(1),
            "2" => Some(2),
            "3" => Some(3),
            _ => return Err((3, Message::new("app-review-confidence"))),
        };
    }
    if let Some(note) = cell(4) {
        review.note = unguarded(note).to_owned();
    }
    let added = review.status == ReviewStatus::Added;
    if added && before != ReviewStatus::Added {
        may_add(facts, &outlet).map_err(|refusal| (1, refusal.message()))?;
        if review.note.is_empty() {
            return Err((4, Message::new("market-outlet-no-reason")));
        }
    } else if !added && !known.contains(&outlet) {
        return Err((1, Message::new("app-review-unknown")));
    }
    Ok(review)
}

/// A status by its stable name or its words in either language.
fn status_of(words: &str) -> Option<ReviewStatus> {
    let named = |status: &ReviewStatus| {
        let shown = |lang| text(lang, &format!("app-review-status-{}", status.as_str()));
        words == status.as_str() || Lang::ALL.into_iter().any(|lang| same(&shown(lang), words))
    };
    ReviewStatus::ALL.into_iter().find(named)
}

/// A column by its stable name or its title in either language.
fn is_title(title: &str, name: &str) -> bool {
    let shown = |lang| text(lang, &format!("app-review-column-{name}"));
    same(title, name) || Lang::ALL.into_iter().any(|lang| same(&shown(lang), title))
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// A note that a spreadsheet would take for a formula is preceded by an apostrophe.
pub(super) fn guarded(note: &str) -> String {
    match note.starts_with(FORMULA_STARTS) {
        true => format!("'{note}"),
        false => note.to_owned(),
    }
}

pub(super) fn unguarded(note: &str) -> &str {
    let bare = note.strip_prefix('\'');
    bare.filter(|bare| bare.starts_with(FORMULA_STARTS)).unwrap_or(note)
}

fn ends(estimate: Estimate) -> [String; 3] {
    [estimate.low, estimate.central, estimate.high].map(|v| v.people().to_string())
}
