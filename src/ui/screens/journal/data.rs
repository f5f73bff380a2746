//! What the journal shows.

use crate::i18n::{Lang, Message, text};
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// One deed, as told to a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Deed {
    pub revision: i64,
    pub label: Message,
    pub when: String,
    pub undone: bool,
}

/// One line a deed, newest first.
pub fn table(deeds: &[Deed], lang: Lang) -> Table<i64> {
    let words = |key: &str, width| Column::text(text(lang, &format!("ui-column-{key}")), width);
    #[expect(clippy::cast_precision_loss, reason = "revisions stay far below 2^53")]
    let rows = deeds
        .iter()
        .map(|deed| Row {
            key: deed.revision,
            cells: vec![
                Cell::Text(deed.label.text(lang)),
                Cell::Text(deed.when.clone()),
                Cell::Number(deed.revision as f64, 0),
                if deed.undone {
                    Cell::Text(text(lang, "ui-journal-undone"))
                } else {
                    Cell::Empty
                },
            ],
        })
        .collect();
    Table {
        id: "journal",
        title: text(lang, "ui-nav-journal"),
        columns: vec![
            words("deed", size::COLUMN_LONG_NAME).offered(Offer::Always),
            words("when", size::COLUMN_DATE),
            Column::number(text(lang, "ui-column-revision"), size::COLUMN_FIGURE),
            words("state", size::COLUMN_FIGURE),
        ],
        rows,
        totals: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_undone_deed_says_so() {
        let deed = |revision, undone| Deed {
            revision,
            label: Message::new("app-name"),
            when: "23/11/2026 14:02".to_owned(),
            undone,
        };
        let table = table(&[deed(2, true), deed(1, false)], Lang::Fr);
        assert_eq!(table.sentence(0, &[0, 3], Lang::Fr), "Relève, État\u{a0}: annulé");
        assert_eq!(table.sentence(1, &[0, 3], Lang::Fr), "Relève");
    }
}
