//! What the occupations table shows.

use crate::domain::id::FapCode;
use crate::domain::occupation::Occupation;
use crate::i18n::{Lang, Message, text};
use crate::market::gap::{Gap, Grouping, RowKey};
use crate::ui::screens::gap_table::Lines;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Columns before the figures.
pub const NAME_COLUMNS: usize = 4;

/// One line an occupation with need or supply.
pub fn table(snapshot: &Snapshot, gap: &Gap, lang: Lang) -> Table<FapCode> {
    let (facts, names) = (&snapshot.facts, &snapshot.names);
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let mut columns = vec![
        words("ui-column-occupation", size::COLUMN_OCCUPATION).offered(Offer::Always),
        words("ui-column-code", size::COLUMN_CODE).offered(Offer::OnDemand),
        words("ui-column-domain", size::COLUMN_WORDS).offered(Offer::OnDemand),
        words("ui-column-skill", size::COLUMN_WORDS).offered(Offer::OnDemand),
    ];
    let lines = Lines::new(snapshot, Grouping::Occupation, lang);
    columns.extend(lines.columns());
    let mut total = lines.nothing();
    let rows = gap.rows(Grouping::Occupation, facts);
    let rows = rows
        .into_iter()
        .filter_map(|row| {
            let line = lines.line(&row.key, row.figures);
            let RowKey::Occupation(code) = row.key else { return None };
            total += &line;
            let occupation = facts.catalogue.occupations.iter().find(|o| o.code == code);
            let mut cells = vec![
                Cell::Text(names.occupation(&code)),
                Cell::Text(code.to_string()),
                Cell::Text(occupation.map(|o| o.domain_label.clone()).unwrap_or_default()),
                Cell::Text(occupation.map(|o| skill(o, lang)).unwrap_or_default()),
            ];
            cells.extend(lines.cells(&line));
            Some(Row { key: code, cells })
        })
        .collect();
    let mut totals = vec![
        Cell::Text(text(lang, "ui-total")),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ];
    totals.extend(lines.cells(&total));
    Table {
        id: "occupations",
        title: text(lang, "ui-nav-occupations"),
        columns,
        rows,
        totals: Some(totals),
    }
    .fitted(lang)
}

/// « D2X34 · Mécanique, travail des métaux · technicien · niveaux 4, 5 ».
pub fn intro(occupation: &Occupation, lang: Lang) -> String {
    let levels: Vec<String> = occupation.typical_levels.iter().map(u8::to_string).collect();
    Message::new("ui-occupation-intro")
        .with("code", occupation.code.as_str())
        .with("domain", occupation.domain_label.as_str())
        .with("skill", skill(occupation, lang))
        .with("levels", levels.join(", "))
        .text(lang)
}

fn skill(occupation: &Occupation, lang: Lang) -> String {
    text(
        lang,
        &format!("ui-skill-{}", occupation.skill.as_str().replace('_', "-")),
    )
}
