//! What the side detail shows of a deed: who and when, its rows, its values, its effect, and the way to it.

use crate::app::{DeedChanges, DeedEffect, DeedState, column_words, table_words};
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::ui::screens::journal::data::{Deed, Journey};
use crate::ui::words::when;

/// What was read of a deed.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    pub changes: DeedChanges,
    pub effect: Option<DeedEffect>,
}

/// A deed, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub title: String,
    /// Caption and value.
    pub figures: Vec<(String, String)>,
    /// One sentence a table.
    pub tables: Vec<String>,
    /// Rows with their cells: column, then « before → after ».
    pub rows: Vec<(String, Vec<(String, String)>)>,
    /// Why nothing is told of its rows.
    pub nothing: Option<String>,
    /// What the button that goes there says; nothing where there is nowhere to go.
    pub go: Option<String>,
    /// Where the file stands, when there is nowhere to go.
    pub here: Option<String>,
}

impl Told {
    /// A deed in words; `deeds` says how far it is.
    pub fn of(read: &Read, deeds: &[Deed], lang: Lang) -> Self {
        let changes = &read.changes;
        let entry = &changes.entry;
        let journey = Journey::to(deeds, entry.id);
        let mut figures = vec![
            (text(lang, "ui-column-when"), when(&entry.at)),
            (text(lang, "ui-column-revision"), entry.id.to_string()),
        ];
        if !entry.who.is_empty() {
            figures.insert(1, (text(lang, "ui-column-who"), entry.who.clone()));
        }
        if let Some((before, after)) = read.effect {
            let shown = |e| i18n::range(lang, e);
            figures.push((text(lang, "ui-deed-effect"), arrow(&shown(before), &shown(after))));
        }
        let state = deeds
            .iter()
            .find(|d| d.revision == entry.id)
            .map_or(entry.state, |d| d.state);
        let here = match (journey, state) {
            (Some(Journey::Back(0)), _) => Some(text(lang, "ui-deed-here")),
            (_, DeedState::Dropped) => Some(text(lang, "ui-deed-lost")),
            _ => None,
        };
        Self {
            title: typographic(&entry.label().text(lang)),
            figures,
            tables: changes.tables.iter().map(|t| sentence(t, lang)).collect(),
            rows: rows(changes, lang),
            nothing: changes.tables.is_empty().then(|| {
                text(
                    lang,
                    match state {
                        DeedState::Base => "ui-deed-base",
                        _ => "ui-deed-forgotten",
                    },
                )
            }),
            go: journey.and_then(Journey::words).map(|words| words.text(lang)),
            here,
        }
    }
}

fn sentence(table: &crate::app::TableChanges, lang: Lang) -> String {
    let counts = [
        (table.added, "ui-deed-added"),
        (table.changed, "ui-deed-changed"),
        (table.removed, "ui-deed-removed"),
    ];
    let told = counts.iter().filter(|(n, _)| *n > 0);
    let told: Vec<String> = told
        .map(|(n, key)| Message::new(*key).with("n", *n).text(lang))
        .collect();
    Message::new("ui-deed-table")
        .with("table", table_words(&table.table))
        .with("rows", told.join(", "))
        .text(lang)
}

fn rows(changes: &DeedChanges, lang: Lang) -> Vec<(String, Vec<(String, String)>)> {
    let shown = |value: &Option<String>| value.as_deref().map_or_else(|| "–".to_owned(), |v| number(v, lang));
    let row = |row: &crate::app::RowChange| {
        let cells = row.cells.iter().map(|cell| {
            let value = match (&cell.before, &cell.after) {
                (None, after) => shown(after),
                (before, after) => arrow(&shown(before), &shown(after)),
            };
            (column_words(&cell.column).text(lang), value)
        });
        let title = Message::new("ui-deed-row").with("table", table_words(&row.table));
        (title.with("id", row.id.to_string()).text(lang), cells.collect())
    };
    changes.rows.iter().map(row).collect()
}

/// A stored decimal as people write it; any other text as it is.
fn number(value: &str, lang: Lang) -> String {
    let is_decimal = value.contains('.') && value.parse::<f64>().is_ok();
    match lang {
        Lang::Fr if is_decimal => value.replace('.', ","),
        _ => typographic(value),
    }
}

fn arrow(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{CellChange, JournalEntry, RowChange, TableChanges};
    use crate::domain::units::{Milli, Range};

    fn read(tables: Vec<TableChanges>, rows: Vec<RowChange>) -> Read {
        Read {
            changes: DeedChanges {
                entry: JournalEntry {
                    id: 3,
                    at: "2026-11-23T14:02:00+01:00".to_owned(),
                    who: "zoe".to_owned(),
                    deed: "set-assumption".to_owned(),
                    args: vec![("name".to_owned(), "stays-in-field".to_owned())],
                    state: DeedState::Done,
                },
                tables,
                rows,
            },
            effect: None,
        }
    }

    #[test]
    fn a_deed_tells_counts_values_and_effect() {
        let table = |table: &str, added, changed, removed| TableChanges {
            table: table.to_owned(),
            added,
            changed,
            removed,
        };
        let cell = |before: Option<&str>, after: Option<&str>| CellChange {
            column: "central".to_owned(),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        };
        let row = RowChange {
            table: "assumption".to_owned(),
            id: 7,
            cells: vec![cell(Some("0.6"), Some("0.55")), cell(None, Some("2027"))],
        };
        let mut read = read(
            vec![table("assumption", 0, 1, 0), table("strange", 14_965, 0, 2)],
            vec![row],
        );
        let posts = |n| Range::exact(Milli::whole(n));
        read.effect = Some((posts(4600), posts(4412)));
        let told = Told::of(&read, &[], Lang::Fr);
        assert_eq!(told.tables[0], "hypothèses\u{a0}: 1 ligne modifiée");
        assert_eq!(
            told.tables[1],
            "table strange\u{a0}: 14\u{202f}965 lignes ajoutées, 2 lignes retirées"
        );
        assert_eq!(told.rows[0].1[0], ("centrale".to_owned(), "0,6 → 0,55".to_owned()));
        assert_eq!(told.rows[0].1[1].1, "2027");
        let effect = &told.figures.last().unwrap().1;
        assert_eq!(effect, "4\u{202f}600 → 4\u{202f}412");
        assert_eq!((told.nothing, told.go), (None, None));
    }

    #[test]
    fn a_deed_whose_rows_are_forgotten_says_so() {
        let told = Told::of(&read(vec![], vec![]), &[], Lang::En);
        assert_eq!(told.nothing.as_deref(), Some(&*text(Lang::En, "ui-deed-forgotten")));
    }
}
