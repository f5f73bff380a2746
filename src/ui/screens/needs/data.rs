//! What the needs screen shows.

use crate::domain::demand::Commitment;
use crate::i18n::{self, Lang, Message, text};
use crate::market::commitments::{Declared, declared};
use crate::market::gap::{Figures, Gap, Grouping, RowKey};
use crate::market::tension::Classes;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// How lines are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    #[default]
    Basin,
    Occupation,
    Cell,
}

impl By {
    pub const ALL: [Self; 3] = [Self::Basin, Self::Occupation, Self::Cell];

    /// Its name on screen.
    pub fn label(self, lang: Lang) -> String {
        text(lang, &format!("ui-needs-by-{}", self.as_str()))
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Basin => "basin",
            Self::Occupation => "occupation",
            Self::Cell => "cell",
        }
    }

    fn grouping(self) -> Grouping {
        match self {
            Self::Basin => Grouping::Basin,
            Self::Occupation => Grouping::Occupation,
            Self::Cell => Grouping::Cell,
        }
    }
}

/// Place of the need among the columns.
pub const NEED: usize = 2;

/// The survey, what employers declared and the need, line by line.
pub fn table(snapshot: &Snapshot, gap: &Gap, by: By, lang: Lang) -> Table<RowKey> {
    let facts = &snapshot.facts;
    let names = &snapshot.names;
    let told = declared(gap, facts);
    let mut sum = (Figures::default(), Declared::default());
    let rows: Vec<Row<RowKey>> = gap
        .rows(by.grouping(), facts)
        .into_iter()
        .map(|row| {
            let told = told.get(&row.key).copied().unwrap_or_default();
            sum.0 += row.figures;
            sum.1 += told;
            let mut cells = match &row.key {
                RowKey::Cell(basin, fap) => vec![Cell::Text(names.occupation(fap)), Cell::Text(names.basin(basin))],
                RowKey::Basin(basin) => vec![Cell::Text(names.basin(basin)), Cell::Empty],
                RowKey::Occupation(fap) => vec![Cell::Text(names.occupation(fap)), Cell::Empty],
                _ => vec![Cell::Text(row.label), Cell::Empty],
            };
            cells.extend(figures(&row.figures, told, snapshot.tensions.get(&row.key), lang));
            Row { key: row.key, cells }
        })
        .collect();
    let mut totals = vec![Cell::Text(text(lang, "ui-total")), Cell::Empty];
    totals.extend(figures(&sum.0, sum.1, None, lang));
    let table = Table {
        id: "needs",
        title: text(lang, "ui-nav-needs"),
        columns: columns(by, lang),
        rows,
        totals: Some(totals),
    };
    without_second_name(table, by).fitted(lang)
}

/// Only cells have two names.
fn without_second_name(mut table: Table<RowKey>, by: By) -> Table<RowKey> {
    if by != By::Cell {
        let rows = table.rows.iter_mut().map(|row| &mut row.cells);
        for cells in rows.chain(table.totals.as_mut()) {
            cells.remove(1);
        }
    }
    table
}

/// Columns before the figures.
pub fn name_columns(by: By) -> usize {
    if by == By::Cell { 2 } else { 1 }
}

fn columns(by: By, lang: Lang) -> Vec<Column> {
    let named = |key: &str, width: f32| {
        Column::number(text(lang, &format!("ui-column-{key}")), width)
            .help(text(lang, &format!("ui-column-{key}-help")))
    };
    let names: &[&str] = match by {
        By::Basin => &["basin"],
        By::Occupation => &["occupation"],
        By::Cell => &["occupation", "basin"],
    };
    let mut columns: Vec<Column> = names
        .iter()
        .enumerate()
        .map(|(rank, key)| {
            let width = if rank == 0 {
                size::COLUMN_LONG_NAME
            } else {
                size::COLUMN_PLACE
            };
            let offer = if rank == 0 { Offer::Always } else { Offer::Shown };
            Column::text(text(lang, &format!("ui-column-{key}")), width).offered(offer)
        })
        .collect();
    columns.extend([
        named("projects", size::COLUMN_RANGE),
        named("difficult", size::COLUMN_RANGE),
        named("need", size::COLUMN_RANGE),
        named("difficult-share", size::COLUMN_RANGE),
        named("seasonal", size::COLUMN_RANGE).offered(Offer::WhereItFits),
    ]);
    columns.extend(Commitment::ALL.map(|commitment| {
        named(&format!("declared-{}", commitment.as_str()), size::COLUMN_FIGURE).offered(Offer::WhereItFits)
    }));
    columns.extend([
        Column::text(text(lang, "ui-column-tension"), size::COLUMN_CODE)
            .help(text(lang, "ui-column-tension-help"))
            .offered(if by == By::Basin {
                Offer::OnDemand
            } else {
                Offer::WhereItFits
            }),
        named("unskilled", size::COLUMN_RANGE).offered(Offer::OnDemand),
        named("level7", size::COLUMN_RANGE).offered(Offer::OnDemand),
        named("secret", size::COLUMN_FIGURE).offered(Offer::WhereItFits),
    ]);
    columns
}

fn figures(f: &Figures, told: Declared, tension: Option<&Classes>, lang: Lang) -> Vec<Cell> {
    let mut cells = vec![
        Cell::People(f.projects),
        Cell::People(f.difficult),
        Cell::People(f.need),
        f.difficult_share().map_or(Cell::Empty, Cell::ShareRange),
        Cell::People(f.seasonal),
    ];
    #[expect(clippy::cast_precision_loss, reason = "a count of posts")]
    let posts = |commitment| Cell::Number(told.of(commitment) as f64, 0);
    cells.extend(Commitment::ALL.map(posts));
    cells.extend([
        tension.map_or(Cell::Empty, |classes| Cell::Text(tension_words(classes, lang))),
        Cell::People(f.unskilled),
        Cell::People(f.level7),
        f.secret_share().map_or(Cell::Empty, Cell::Secret),
    ]);
    cells
}

/// « 4 », or « 2–5 » where the ROME codes of the line are not of one class.
fn tension_words(classes: &Classes, lang: Lang) -> String {
    let (least, most) = (classes.least.to_string(), classes.most.to_string());
    match least == most {
        true => least,
        false => i18n::ends(lang, &least, &most),
    }
}

/// True where neither a survey nor an employer told anything: the screen then says what it is for.
pub fn is_empty(snapshot: &Snapshot) -> bool {
    snapshot.facts.survey.is_empty() && snapshot.facts.needs.is_empty()
}

/// « Enquête 2024 : 1 234 lignes, dont 310 secrètes… », and how the need is made of them.
pub fn intro(snapshot: &Snapshot, gap: &Gap, lang: Lang) -> String {
    let total = gap.rows(Grouping::Total, &snapshot.facts);
    let figures = total.first().map(|row| row.figures).unwrap_or_default();
    let survey = match gap.survey_year {
        Some(year) => Message::new("ui-needs-survey")
            .with("year", year.to_string())
            .with("rows", figures.survey_cells)
            .with("secret", i18n::integer(lang, i64::from(figures.secret_cells)))
            .text(lang),
        None => text(lang, "ui-needs-no-survey"),
    };
    let wanted = snapshot.facts.needs.iter().filter(|need| need.year == gap.year).count();
    let told = Message::new("ui-needs-declared")
        .with("n", wanted)
        .with("year", gap.year.to_string());
    let tension = match snapshot.tensions.values().next() {
        Some(classes) => Message::new("ui-needs-tension").with("year", classes.year.to_string()),
        None => Message::new("ui-needs-no-tension"),
    };
    let told = [told, Message::new("ui-needs-formula"), tension].map(|message| message.text(lang));
    format!("{survey} {}", told.join(" "))
}
