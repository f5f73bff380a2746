//! What the import screen shows of files that were read and not yet stored.

use crate::domain::source::RowCounts;
use crate::i18n::{Lang, Message, text};
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// One file, read and compared with what is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct FilePreview {
    pub file: String,
    pub outcome: Outcome,
}

/// Whether the file could be read.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Read(Box<Reading>),
    /// What happened and what to do.
    Refused(Message),
}

/// What a readable file would change.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub recognised: Message,
    pub vintage: String,
    pub producer: String,
    pub counts: RowCounts,
    pub new: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub examples: Vec<Change>,
    pub issues: Vec<IssueLine>,
    /// The very same bytes are already in the territory file.
    pub already: bool,
}

/// One changed fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub what: String,
    pub before: String,
    pub after: String,
}

/// One refused or doubtful row.
#[derive(Debug, Clone, PartialEq)]
pub struct IssueLine {
    pub refused: bool,
    pub row: u32,
    pub column: String,
    pub value: String,
    pub reason: Message,
    pub remedy: Message,
}

/// The files waiting for a decision.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Waiting {
    pub stamp: u64,
    pub files: Vec<FilePreview>,
}

impl Waiting {
    /// Rows that the one button would store: new and changed.
    pub fn rows(&self) -> u64 {
        self.readings().map(|r| r.new + r.changed).sum()
    }

    /// True when nothing new is in any file.
    pub fn is_vain(&self) -> bool {
        self.readings().all(|r| r.new + r.changed == 0)
    }

    /// Why there is nothing to confirm: every file was refused, or all is known.
    pub fn vain_words(&self) -> &'static str {
        if self.readings().next().is_none() {
            "ui-import-all-refused"
        } else {
            "ui-import-vain"
        }
    }

    fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.files.iter().filter_map(|f| match &f.outcome {
            Outcome::Read(reading) => Some(&**reading),
            Outcome::Refused(_) => None,
        })
    }
}

impl Reading {
    /// « 14 965 lignes lues : 14 900 gardées, 40 fusionnées, 5 refusées, 20 ignorées. »
    pub fn reconciliation(&self) -> Message {
        let c = &self.counts;
        Message::new("ui-import-counts")
            .with("read", c.read)
            .with("stored", c.stored)
            .with("merged", c.merged)
            .with("refused", c.refused)
            .with("ignored", c.ignored)
    }

    /// Refused rows first, then doubtful ones, each with its remedy.
    pub fn issues_table(&self, lang: Lang) -> Table<usize> {
        let words = |key: &str, width| Column::text(text(lang, &format!("ui-column-{key}")), width);
        let mut order: Vec<usize> = (0..self.issues.len()).collect();
        order.sort_by_key(|&i| (!self.issues[i].refused, self.issues[i].row));
        Table {
            id: "issues",
            title: text(lang, "ui-import-issues"),
            columns: vec![
                words("reason", size::COLUMN_LONG_NAME).offered(Offer::Always),
                words("remedy", size::COLUMN_LONG_NAME),
                Column::number(text(lang, "ui-column-row"), size::COLUMN_CODE),
                words("column", size::COLUMN_FIGURE),
                words("value", size::COLUMN_WORDS),
                words("severity", size::COLUMN_FIGURE),
            ],
            rows: order
                .into_iter()
                .map(|i| {
                    let issue = &self.issues[i];
                    let severity = if issue.refused {
                        Cell::Warning(text(lang, "ui-issue-refused"))
                    } else {
                        Cell::Text(text(lang, "ui-issue-doubtful"))
                    };
                    Row {
                        key: i,
                        cells: vec![
                            Cell::Text(issue.reason.text(lang)),
                            Cell::Text(issue.remedy.text(lang)),
                            if issue.row == 0 {
                                Cell::Empty
                            } else {
                                Cell::Number(f64::from(issue.row), 0)
                            },
                            Cell::Text(issue.column.clone()),
                            Cell::Text(issue.value.clone()),
                            severity,
                        ],
                    }
                })
                .collect(),
            totals: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(new: u64, changed: u64) -> FilePreview {
        FilePreview {
            file: "bmo.xlsx".to_owned(),
            outcome: Outcome::Read(Box::new(Reading {
                recognised: Message::new("app-name"),
                vintage: "2024".to_owned(),
                producer: String::new(),
                counts: RowCounts::default(),
                new,
                changed,
                unchanged: 3,
                examples: Vec::new(),
                issues: Vec::new(),
                already: false,
            })),
        }
    }

    #[test]
    fn the_button_counts_what_would_change() {
        let refused = FilePreview {
            file: "photo.png".to_owned(),
            outcome: Outcome::Refused(Message::new("app-cancelled")),
        };
        let waiting = Waiting {
            stamp: 0,
            files: vec![reading(10, 2), refused, reading(1, 0)],
        };
        assert_eq!(waiting.rows(), 13);
        assert!(!waiting.is_vain());
        let same = Waiting {
            stamp: 0,
            files: vec![reading(0, 0)],
        };
        assert!(same.is_vain());
    }

    #[test]
    fn refused_rows_come_before_doubtful_ones() {
        let FilePreview {
            outcome: Outcome::Read(mut reading),
            ..
        } = reading(1, 0)
        else {
            panic!("a reading")
        };
        let issue = |refused, row| IssueLine {
            refused,
            row,
            column: String::new(),
            value: String::new(),
            reason: Message::new("app-name"),
            remedy: Message::new("app-name"),
        };
        reading.issues = vec![issue(false, 2), issue(true, 9), issue(true, 4)];
        let keys: Vec<usize> = reading.issues_table(Lang::Fr).rows.iter().map(|r| r.key).collect();
        assert_eq!(keys, [2, 1, 0]);
    }
}
