//! What can go wrong between the program and a territory file.

use crate::i18n::{Explain, Message};

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A cell of the embedded catalogue does not hold what its column promises: the program itself is damaged.
    #[error("embedded table {table}, line {line}, column {column}: « {value} »")]
    Catalogue {
        table: &'static str,
        /// 1-based line of the table, header included.
        line: u64,
        column: &'static str,
        value: String,
    },
}

impl Explain for StoreError {
    fn message(&self) -> Message {
        match self {
            Self::Catalogue {
                table,
                line,
                column,
                value,
            } => Message::new("store-error-catalogue")
                .with("table", *table)
                .with("line", *line)
                .with("column", *column)
                .with("value", value.as_str()),
        }
    }
}
