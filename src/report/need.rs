//! The need: its measures apart, by domain and by occupation.

use super::context::{Context, body, column, text_column, total};
use super::document::{Block, Cell, Column, ColumnKind, Printed, Row, Section, Start, Table};
use super::secrecy::{Declared, Group, Measure, Secrecy, withhold};
use super::words::column_decimals;
use crate::i18n::Message;
use crate::market::gap::{GapRow, Grouping, RowKey};

/// The pages on need.
pub fn section(context: &Context<'_>) -> Section {
    let tables = DeclaredPosts::new(context);
    Section {
        title: Message::new("report-need-title"),
        start: Start::NewPage,
        blocks: vec![
            Block::Paragraph(Message::new("report-need-intro")),
            Block::Paragraph(beta(context)),
            Block::Table(table(context, Grouping::Domain, &tables)),
            Block::Table(table(context, Grouping::Occupation, &tables)),
        ],
    }
}

/// The β in force, so that a reader can redo the multiplication.
fn beta(context: &Context<'_>) -> Message {
    use crate::domain::occupation::SkillLevel;
    let value = |skill| {
        let beta = context.facts.assumptions.beta(skill);
        let [low, central, high] = [beta.low, beta.central, beta.high].map(|b| context.number(b, 2));
        format!("{central} ({low}–{high})")
    };
    Message::new("report-need-beta")
        .with("workers", value(SkillLevel::SkilledWorker))
        .with("technicians", value(SkillLevel::Technician))
}

/// Declared posts after secrecy, by domain and occupation.
struct DeclaredPosts {
    total: Declared,
    domains: Vec<(char, Group)>,
    occupations: Vec<Vec<RowKey>>,
}

impl DeclaredPosts {
    fn new(context: &Context<'_>) -> Self {
        let posts = |row: &GapRow| {
            let employers = context.secrecy.employers(|cell| context.belongs(cell, &row.key));
            Declared::new(row.figures.declared, employers)
        };
        let occupations = context.gap.rows(Grouping::Occupation, context.facts);
        let mut keys = Vec::new();
        let mut letters = Vec::new();
        let mut groups = Vec::new();
        for domain in context.gap.rows(Grouping::Domain, context.facts) {
            let RowKey::Domain(letter) = domain.key else { continue };
            let inside = |row: &&GapRow| matches!(&row.key, RowKey::Occupation(fap) if context.domain(fap) == letter);
            let members: Vec<&GapRow> = occupations.iter().filter(inside).collect();
            letters.push(letter);
            keys.push(members.iter().map(|row| row.key.clone()).collect());
            groups.push(Group {
                sum: posts(&domain),
                parts: members.into_iter().map(posts).collect(),
            });
        }
        let total = withhold(&mut groups);
        Self {
            total,
            domains: letters.into_iter().zip(groups).collect(),
            occupations: keys,
        }
    }

    fn cell(&self, key: &RowKey) -> Cell {
        match key {
            RowKey::Domain(letter) => {
                let found = self.domains.iter().find(|(l, _)| l == letter);
                found.map_or(Cell::NotAvailable, |(_, group)| group.sum.cell())
            }
            RowKey::Occupation(_) => self.occupation(key).map_or(Cell::NotAvailable, Declared::cell),
            _ => self.total.cell(),
        }
    }

    fn occupation(&self, key: &RowKey) -> Option<&Declared> {
        let (group, keys) = self
            .domains
            .iter()
            .zip(&self.occupations)
            .find(|(_, keys)| keys.contains(key))?;
        let position = keys.iter().position(|k| k == key)?;
        group.1.parts.get(position)
    }
}

fn table(context: &Context<'_>, grouping: Grouping, declared: &DeclaredPosts) -> Table {
    let rows = context.gap.rows(grouping, context.facts);
    let mut withheld = context.withheld(&rows);
    if grouping == Grouping::Domain && context.withholds(Grouping::Occupation) {
        // A domain minus its occupations shown would give back the ones withheld.
        withheld.extend(rows.iter().map(|row| row.key.clone()));
    }
    let decimals = column_decimals(rows.iter().map(|row| &row.figures.projects));
    let need = |row: &GapRow| {
        if withheld.contains(&row.key) {
            Cell::Withheld
        } else {
            Secrecy::model_cell(&row.figures, row.figures.need)
        }
    };
    let mut lines: Vec<Row> = rows
        .iter()
        .map(|row| body(line(context, row, declared, need(row))))
        .collect();
    for sum in context.gap.rows(Grouping::Total, context.facts) {
        let told = !context.withheld(std::slice::from_ref(&sum)).is_empty();
        let need = if told {
            Cell::Withheld
        } else {
            Cell::Estimate(sum.figures.need)
        };
        let mut cells = line(context, &sum, declared, need);
        cells[0] = Cell::Message(Message::new("report-total"));
        lines.push(total(cells));
    }
    let (id, title, header) = match grouping {
        Grouping::Domain => ("need-domain", "report-need-by-domain", "report-column-domain"),
        _ => (
            "need-occupation",
            "report-need-by-occupation",
            "report-column-occupation",
        ),
    };
    Table {
        id,
        printed: Printed::All,
        title: Message::new(title),
        columns: columns(header, decimals),
        rows: lines,
        footer: context.footer(
            context.demand_source(),
            "report-field-need",
            reading(context, rows.iter().filter(|row| !withheld.contains(&row.key))),
        ),
    }
}

fn columns(header: &'static str, decimals: u8) -> Vec<Column> {
    let posts = Some("report-unit-posts");
    let projects = Some("report-unit-projects");
    let range = |header, unit| column(header, unit, ColumnKind::Range(decimals), 16);
    vec![
        text_column(header, 44),
        range("report-column-projects", projects),
        range("report-column-difficult", projects),
        range("report-column-seasonal", projects),
        column("report-column-declared", posts, ColumnKind::Number(0), 13),
        range("report-column-need", posts),
        range("report-column-unskilled", projects),
        range("report-column-level7", projects),
    ]
}

fn line(context: &Context<'_>, row: &GapRow, declared: &DeclaredPosts, need: Cell) -> Vec<Cell> {
    let f = &row.figures;
    let survey = |measure, value| {
        context
            .secrecy
            .survey_cell(measure, value, |cell| context.belongs(cell, &row.key))
    };
    vec![
        Cell::Text(context.label(row)),
        survey(Measure::Projects, f.projects),
        survey(Measure::Difficult, f.difficult),
        survey(Measure::Seasonal, f.seasonal),
        declared.cell(&row.key),
        need,
        Secrecy::model_cell(f, f.unskilled),
        Secrecy::model_cell(f, f.level7),
    ]
}

/// Reads the line with the largest need aloud.
fn reading<'a>(context: &Context<'_>, shown: impl Iterator<Item = &'a GapRow>) -> Option<Message> {
    let row = shown.max_by_key(|row| row.figures.need.central)?;
    Some(
        Message::new("report-need-reading")
            .with("label", context.label(row))
            .with("projects", context.range(row.figures.projects))
            .with("difficult", context.range(row.figures.difficult))
            .with("need", context.range(row.figures.need))
            .with("territory", context.gap.territory.name.as_str())
            .with("year", context.gap.year.to_string()),
    )
}
