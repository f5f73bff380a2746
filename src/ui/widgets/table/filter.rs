//! What the filters of columns keep, and how each is told.

use std::collections::BTreeSet;

use super::model::{Cell, Column, Kind, Row, Table};
use crate::app::settings::ColumnFilter;
use crate::i18n::{self, Lang, Message, text};
use crate::ui::words::fold;

/// Distinct texts of a column beyond which they are searched rather than ticked.
pub const MOST_TICKED: usize = 40;

/// How a column can be filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    Words,
    Numbers,
    /// Shares are typed and told in percent.
    Shares,
    /// Lines with cells hidden by statistical secrecy, and lines without.
    Secrecy,
}

/// How a column can be filtered: as its first filled cell says.
pub fn means<K>(table: &Table<K>, column: usize) -> Means {
    let filled = |row: &Row<K>| row.cells.get(column).filter(|cell| **cell != Cell::Empty).cloned();
    match (table.rows.iter().find_map(filled), table.columns[column].kind) {
        (Some(Cell::Secret(_)), _) => Means::Secrecy,
        (Some(Cell::Share(_) | Cell::ShareRange(_)), _) => Means::Shares,
        (Some(cell), _) if cell.value().is_some() => Means::Numbers,
        (None, Kind::Number) => Means::Numbers,
        _ => Means::Words,
    }
}

/// Whether a row passes a filter. A number is that of the centre of its range; a row without number passes no test of numbers.
pub fn keeps<K>(filter: &ColumnFilter, row: &Row<K>, lang: Lang) -> bool {
    let Some(cell) = row.cells.get(filter.column()) else {
        return false;
    };
    match filter {
        ColumnFilter::Contains { text, .. } => {
            let found = fold(&cell.words(lang));
            fold(text).split_whitespace().all(|word| found.contains(word))
        }
        ColumnFilter::OneOf { values, .. } => values.contains(&cell.words(lang)),
        ColumnFilter::Within { least, most, .. } => cell
            .value()
            .is_some_and(|value| least.is_none_or(|l| value >= l) && most.is_none_or(|m| value <= m)),
        ColumnFilter::Secret { only, .. } => cell.value().is_some_and(|share| share > 0.0) == *only,
    }
}

/// A filter in words: « Métier contient « soud » », « Besoin de 10 à 20 ».
pub fn words<K>(filter: &ColumnFilter, table: &Table<K>, lang: Lang) -> String {
    let column = table.columns.get(filter.column());
    let title = column.map_or_else(String::new, |column: &Column| column.title.clone());
    let told = |key: &'static str| Message::new(key).with("column", title.as_str());
    let shown = |value: f64| match means(table, filter.column()) {
        Means::Shares | Means::Secrecy => i18n::percent(lang, value),
        _ => number(lang, value),
    };
    let message = match filter {
        ColumnFilter::Contains { text, .. } => told("ui-filter-contains").with("text", text.as_str()),
        ColumnFilter::OneOf { values, .. } => {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            told("ui-filter-one-of").with("values", values.join(", "))
        }
        ColumnFilter::Within { least, most, .. } => match (least, most) {
            (Some(least), Some(most)) => told("ui-filter-between")
                .with("least", shown(*least))
                .with("most", shown(*most)),
            (Some(least), None) => told("ui-filter-least").with("least", shown(*least)),
            (None, most) => told("ui-filter-most").with("most", shown(most.unwrap_or(f64::INFINITY))),
        },
        ColumnFilter::Secret { only: true, .. } => told("ui-filter-secret"),
        ColumnFilter::Secret { only: false, .. } => told("ui-filter-no-secret"),
    };
    message.text(lang)
}

/// The texts of a column, each once, as many as can be ticked; nothing where there are more.
pub fn distinct<K>(table: &Table<K>, column: usize, lang: Lang) -> Option<Vec<String>> {
    let mut found = BTreeSet::new();
    for row in &table.rows {
        let words = row.cells.get(column).map(|cell| cell.words(lang)).unwrap_or_default();
        found.insert(words);
        if found.len() > MOST_TICKED {
            return None;
        }
    }
    Some(found.into_iter().collect())
}

/// A number as typed: blanks and % do not count, the comma is a point; a share is typed in percent.
pub fn typed(text: &str, means: Means) -> Option<f64> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    let number: f64 = compact.replace(',', ".").replace('\u{2212}', "-").parse().ok()?;
    let scale = if means == Means::Shares { 100.0 } else { 1.0 };
    number.is_finite().then_some(number / scale)
}

/// A bound as it is typed again.
pub fn retyped(lang: Lang, bound: Option<f64>, means: Means) -> String {
    let scale = if means == Means::Shares { 100.0 } else { 1.0 };
    bound.map_or_else(String::new, |value| number(lang, value * scale))
}

fn number(lang: Lang, value: f64) -> String {
    let decimals = usize::from((value - value.round()).abs() > 1e-9);
    i18n::decimal(lang, value, decimals)
}

/// The words of a list for a value that is nothing.
pub fn told_value(value: &str, lang: Lang) -> String {
    if value.is_empty() {
        text(lang, "ui-filter-empty-value")
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::TableState;
    use super::super::model::tests::fixture;
    use super::*;

    fn shown(filters: &[ColumnFilter]) -> Vec<u32> {
        let table = fixture();
        let mut state: TableState<u32> = TableState::default();
        state.filters = filters.to_vec();
        let order = state.order(&table, 0, Lang::Fr).to_vec();
        order.into_iter().map(|row| table.rows[row].key).collect()
    }

    fn within(least: Option<f64>, most: Option<f64>) -> ColumnFilter {
        ColumnFilter::Within { column: 1, least, most }
    }

    fn contains(text: &str) -> ColumnFilter {
        ColumnFilter::Contains {
            column: 0,
            text: text.to_owned(),
        }
    }

    #[test]
    fn filters_of_columns_hold_together() {
        // Dunkerque 1200, Épernay 40, Cœur de l’Eure 300.
        assert_eq!(shown(&[within(Some(300.0), None)]), [1, 3]);
        assert_eq!(shown(&[within(None, Some(300.0))]), [2, 3]);
        assert_eq!(shown(&[within(Some(41.0), Some(1199.0))]), [3]);
        assert_eq!(shown(&[contains("epernay")]), [2]);
        assert_eq!(shown(&[within(Some(300.0), None), contains("eure")]), [3]);
        let one_of = ColumnFilter::OneOf {
            column: 0,
            values: ["Dunkerque", "Épernay"].map(str::to_owned).into(),
        };
        assert_eq!(shown(&[one_of]), [1, 2]);
        assert_eq!(shown(&[contains("zzz")]), [0; 0]);
    }

    #[test]
    fn secrecy_is_a_filter_of_its_own() {
        let mut table = fixture();
        table.columns[1] = Column::number("Secret", 80.0);
        for (row, share) in table.rows.iter_mut().zip([0.0, 0.4, 0.0]) {
            row.cells[1] = Cell::Secret(share);
        }
        assert_eq!(means(&table, 1), Means::Secrecy);
        let kept = |only| -> Vec<u32> {
            let filter = ColumnFilter::Secret { column: 1, only };
            let kept = table.rows.iter().filter(|row| keeps(&filter, row, Lang::Fr));
            kept.map(|row| row.key).collect()
        };
        assert_eq!((kept(true), kept(false)), (vec![2], vec![1, 3]));
    }

    #[test]
    fn a_filter_is_told_in_words_and_a_share_in_percent() {
        let table = fixture();
        assert_eq!(
            words(&contains("soud"), &table, Lang::Fr),
            "Bassin contient «\u{a0}soud\u{a0}»"
        );
        assert_eq!(
            words(&within(Some(10.0), Some(20.5)), &table, Lang::Fr),
            "Besoin de 10 à 20,5"
        );
        assert_eq!(typed(" 12,5 % ", Means::Shares), Some(0.125));
        assert_eq!(typed("1 200", Means::Numbers), Some(1200.0));
        assert_eq!(typed("beaucoup", Means::Numbers), None);
        assert_eq!(retyped(Lang::Fr, Some(0.125), Means::Shares), "12,5");
    }
}
