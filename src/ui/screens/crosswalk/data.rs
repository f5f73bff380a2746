//! What the table of outlets shows, and how typed words name a programme or an occupation.

use crate::domain::review::{OutletKey, ReviewStatus};
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{self, Lang, Message, text};
use crate::market::crosswalk::{Crosswalk, Effects, OutletLine};
use crate::market::ways::{RomeOrigin, Way};
use crate::ui::snapshot::Names;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};
use crate::ui::words::{fold, when};

/// Place of the effect among the columns.
pub const EFFECT: usize = 6;

/// Decimals of an effect: one outlet may be worth a fraction of a post.
const FINE: u8 = 1;

/// Outlets known and worth showing: with leavers in the territory, or reviewed; all of them where they are asked for.
pub fn table(
    crosswalk: &Crosswalk,
    effects: Option<&Effects>,
    older: Option<&Effects>,
    everywhere: bool,
    names: &Names,
    lang: Lang,
) -> Table<OutletKey> {
    let shown = |line: &&OutletLine| everywhere || line.people.high > Milli::ZERO || line.review.is_some();
    let row = |line: &OutletLine| Row {
        key: line.outlet.clone(),
        cells: cells(line, (effects, older), names, lang),
    };
    Table {
        id: "crosswalk",
        title: text(lang, "ui-nav-crosswalk"),
        columns: columns(lang),
        rows: crosswalk.lines.iter().filter(shown).map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

fn columns(lang: Lang) -> Vec<Column> {
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let help = |key: &str| text(lang, &format!("ui-outlet-{key}-help"));
    let number = |key: &str, width| Column::number(text(lang, &format!("ui-outlet-{key}")), width).help(help(key));
    vec![
        words("ui-column-programme", size::COLUMN_LONG_NAME).offered(Offer::Always),
        words("ui-column-occupation", size::COLUMN_LONG_NAME).up_to(size::MATRIX_NAMES),
        words("app-review-column-status", size::COLUMN_FIGURE)
            .firm()
            .help(help("status")),
        Column::number(text(lang, "app-review-column-confidence"), size::COLUMN_FIGURE).help(help("confidence")),
        number("people", size::COLUMN_RANGE),
        number("posts", size::COLUMN_RANGE),
        number("effect", size::COLUMN_RANGE),
        words("ui-outlet-ways", size::COLUMN_PLACE).offered(Offer::WhereItFits),
        words("app-review-column-note", size::COLUMN_PLACE).offered(Offer::WhereItFits),
        words("ui-column-level", size::COLUMN_CODE).offered(Offer::OnDemand),
        words("ui-outlet-who", size::COLUMN_WORDS).offered(Offer::OnDemand),
        words("app-review-column-programme", size::COLUMN_FIGURE).offered(Offer::OnDemand),
        words("app-review-column-occupation", size::COLUMN_FIGURE).offered(Offer::OnDemand),
    ]
}

fn cells(
    line: &OutletLine,
    (effects, older): (Option<&Effects>, Option<&Effects>),
    names: &Names,
    lang: Lang,
) -> Vec<Cell> {
    let OutletKey { programme, fap } = &line.outlet;
    let review = line.review.as_ref();
    let confidence = line.confidence();
    vec![
        Cell::Text(names.programme(programme)),
        Cell::Text(names.occupation(fap)),
        status(line, lang),
        confidence.map_or(Cell::Empty, |c| Cell::Number(f64::from(c), 0)),
        Cell::People(line.people),
        Cell::People(line.posts),
        match effects {
            Some(effects) => Cell::Fine(effects.of(&line.outlet), FINE),
            None => Cell::Awaited(older.map(|effects| effects.of(&line.outlet).central.people())),
        },
        Cell::Text(origin(line, lang)),
        review
            .filter(|r| !r.note.is_empty())
            .map_or(Cell::Empty, |r| Cell::Text(r.note.clone())),
        Cell::Text(line.level.to_string()),
        review.map_or(Cell::Empty, |r| Cell::Text(format!("{} · {}", when(&r.at), r.who))),
        Cell::Text(programme.to_string()),
        Cell::Text(fap.to_string()),
    ]
}

/// The status in words; one that the matching cannot follow calls for attention.
fn status(line: &OutletLine, lang: Lang) -> Cell {
    let words = text(lang, &format!("app-review-status-{}", line.status().as_str()));
    match line.counted || line.status() == ReviewStatus::SetAside {
        true => Cell::Text(words),
        false => Cell::Warning(words),
    }
}

/// The weakest words that tell where an outlet comes from: « ROME officiel · Dares 2021 ».
fn origin(line: &OutletLine, lang: Lang) -> String {
    let surest = line.ways.iter().max_by_key(|way| (way.confidence, way.origin));
    surest.map_or_else(
        || text(lang, "ui-outlet-by-hand"),
        |way| format!("{} · {}", rome_words(way, lang), table_words(way, lang)),
    )
}

fn rome_words(way: &Way, lang: Lang) -> String {
    text(lang, &format!("ui-outlet-rome-{}", way.origin.as_str()))
}

fn table_words(way: &Way, lang: Lang) -> String {
    text(
        lang,
        &format!("ui-outlet-table-{}", way.provenance.as_str().replace('_', "-")),
    )
}

/// What is said of the outlet chosen, one sentence a way.
pub fn ways(line: &OutletLine, names: &Names, lang: Lang) -> Vec<String> {
    let way = |way: &Way| {
        let digits: Vec<String> = way.qualifications.iter().map(u8::to_string).collect();
        let file = match way.origin {
            RomeOrigin::File { source, row } => Message::new("ui-outlet-way-file")
                .with("file", names.source(source).unwrap_or_default())
                .with("row", row)
                .text(lang),
            RomeOrigin::Official | RomeOrigin::Added => text(lang, "ui-outlet-way-catalogue"),
        };
        let table = names
            .source(way.table)
            .filter(|file| !file.is_empty())
            .unwrap_or_else(|| text(lang, "ui-outlet-way-catalogue"));
        Message::new("ui-outlet-way")
            .with("rome", way.rome.as_str())
            .with("origin", rome_words(way, lang))
            .with("file", file)
            .with("digits", digits.join(", "))
            .with("provenance", table_words(way, lang))
            .with("table", table)
            .with("confidence", i64::from(way.confidence))
            .text(lang)
    };
    line.ways.iter().map(way).collect()
}

/// What the outlet chosen is worth, in a sentence; nothing until it is known.
pub fn effect_words(line: &OutletLine, effect: Estimate, lang: Lang) -> String {
    let key = match (line.status(), effect.high > Milli::ZERO) {
        (_, false) => "ui-outlet-effect-none",
        (ReviewStatus::SetAside, true) => "ui-outlet-effect-back",
        (_, true) => "ui-outlet-effect-lost",
    };
    Message::new(key)
        .with(
            "posts",
            i18n::spread(lang, effect.map(Milli::people), usize::from(FINE)),
        )
        .text(lang)
}

/// What typed words name: a code, or the only name with all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named<T> {
    One(T, String),
    Several(usize),
    Nothing,
}

/// Finds what `query` names among codes and names.
pub fn named<T: Clone + ToString>(query: &str, all: impl Iterator<Item = (T, String)>) -> Named<T> {
    let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        return Named::Nothing;
    }
    let mut found: Vec<(T, String)> = Vec::new();
    for (code, name) in all {
        if code.to_string().eq_ignore_ascii_case(query.trim()) {
            return Named::One(code, name);
        }
        let folded = fold(&name);
        if words.iter().all(|word| folded.contains(word.as_str())) {
            found.push((code, name));
        }
    }
    match found.len() {
        0 => Named::Nothing,
        1 => found
            .pop()
            .map_or(Named::Nothing, |(code, name)| Named::One(code, name)),
        n => Named::Several(n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_words_name_a_code_or_the_only_name_that_has_them() {
        let all = || {
            [
                ("D1X33", "Soudeurs"),
                ("D1X40", "Soudeurs qualifiés"),
                ("G0A40", "Maintenance"),
            ]
            .map(|(code, name)| (code.to_owned(), name.to_owned()))
            .into_iter()
        };
        let one = |code: &str, name: &str| Named::One(code.to_owned(), name.to_owned());
        assert_eq!(named("d1x33", all()), one("D1X33", "Soudeurs"));
        assert_eq!(named("qualifies soud", all()), one("D1X40", "Soudeurs qualifiés"));
        assert_eq!(named("soudeurs", all()), Named::Several(2));
        assert_eq!(named("zinguerie", all()), Named::Nothing);
        assert_eq!(named("  ", all()), Named::Nothing);
    }
}
