//! The skills of the territory: which most posts lack, in the territory and in each basin, and what IUTs could teach in their own hours.

use super::context::{Context, body, column, text_column};
use super::document::{Block, Cell, ColumnKind, Footer, Printed, Row, Section, Start, Table};
use crate::domain::facts::Facts;
use crate::domain::id::SkillCode;
use crate::domain::programme::Diploma;
use crate::domain::skill::Skills;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::Message;
use crate::market::gap::{Gap, GapCell};
use crate::market::skills::{LocalSection, SkillBook, SkillGround, SkillLine, book};

/// Lines printed of the territory's skills.
const PRINTED: usize = 20;
/// Skills told of each basin.
const OF_BASIN: usize = 3;

/// The pages on skills; none where no table names any, or no post may be told.
pub fn section(context: &Context<'_>) -> Option<Section> {
    if context.facts.skills.occupations.is_empty() && context.facts.skills.romes.is_empty() {
        return None;
    }
    let (facts, gap, left_out) = published(context);
    let book = book(&facts, &gap);
    let ground = SkillGround::new(&facts);
    book.table.territory.first()?;
    let (official, all) = book.table.official;
    let intro = Message::new("report-skills-intro").with("year", book.table.year.to_string());
    let list = Message::new("skill-note-list")
        .with("official", official)
        .with("all", all);
    let mut blocks = vec![Block::Paragraph(intro), Block::Paragraph(list)];
    if left_out > 0 {
        blocks.push(Block::Paragraph(
            Message::new("report-skills-left-out").with("cells", left_out),
        ));
    }
    blocks.push(Block::Table(missing(context, &ground, &book)));
    blocks.push(Block::Table(basins(context, &ground, &book)));
    blocks.push(Block::Table(local(context, &ground, &book)));
    Some(Section {
        title: Message::new("report-skills-title"),
        start: Start::NewPage,
        blocks,
    })
}

/// Facts and gap of which every figure is printed elsewhere in the report: without the cells that stay unprinted, nor what single needs ask for. Sums
/// of what is left tell nothing more. How many cells were left out.
fn published(context: &Context<'_>) -> (Facts, Gap, usize) {
    let facts = Facts {
        skills: Skills {
            needs: Vec::new(),
            ..context.facts.skills.clone()
        },
        ..context.facts.clone()
    };
    let mut gap = context.gap.clone();
    let all = gap.cells.len();
    let few = context.total_told_by_few();
    let printed = |cell: &GapCell| !few && !context.hidden.contains(&cell.basin, &cell.fap);
    gap.cells.retain(printed);
    let left_out = all - gap.cells.len();
    (facts, gap, left_out)
}

fn name(context: &Context<'_>, ground: &SkillGround<'_>, skill: &SkillCode) -> Cell {
    Cell::Text(ground.label(skill, context.lang).to_owned())
}

fn posts(estimate: Option<Estimate>) -> Cell {
    estimate.map_or(Cell::NotAvailable, Cell::Estimate)
}

fn share(share: Option<Range<f64>>) -> Cell {
    share.map_or(Cell::NotAvailable, Cell::ShareRange)
}

fn range_column(header: &'static str, weight: u8) -> super::document::Column {
    column(header, Some("report-unit-posts"), ColumnKind::Range(0), weight)
}

fn missing(context: &Context<'_>, ground: &SkillGround<'_>, book: &SkillBook) -> Table {
    let row = |line: &SkillLine| {
        body(vec![
            name(context, ground, &line.skill),
            Cell::Estimate(line.need),
            posts(line.taught.map(Range::exact)),
            Cell::Estimate(line.unfilled),
            posts(line.missing()),
            share(line.coverage()),
            share(line.planned_coverage()),
        ])
    };
    Table {
        id: "skills-missing",
        printed: Printed::First(PRINTED),
        title: Message::new("report-skills-missing"),
        columns: vec![
            text_column("skill-column-label", 40),
            range_column("report-column-need", 20),
            range_column("skill-column-taught", 12),
            range_column("report-column-unfilled", 20),
            range_column("skill-column-missing", 20),
            column("skill-column-coverage", None, ColumnKind::ShareRange(0), 18),
            column("skill-column-planned", None, ColumnKind::ShareRange(0), 0),
        ],
        rows: book.table.territory.iter().map(row).collect(),
        footer: footer(context, "report-skills-missing-remark"),
    }
}

fn basins(context: &Context<'_>, ground: &SkillGround<'_>, book: &SkillBook) -> Table {
    let mut rows: Vec<Row> = Vec::new();
    for (basin, lines) in &book.table.basins {
        for line in lines
            .iter()
            .filter(|line| line.need.central > Milli::ZERO)
            .take(OF_BASIN)
        {
            rows.push(body(vec![
                Cell::Text(context.basin(basin)),
                name(context, ground, &line.skill),
                Cell::Estimate(line.need),
                posts(line.missing()),
                share(line.coverage()),
            ]));
        }
    }
    Table {
        id: "skills-basins",
        printed: Printed::All,
        title: Message::new("report-skills-basins").with("n", OF_BASIN),
        columns: vec![
            text_column("report-column-basin", 26),
            text_column("skill-column-label", 44),
            range_column("report-column-need", 18),
            range_column("skill-column-missing", 18),
            column("skill-column-coverage", None, ColumnKind::ShareRange(0), 18),
        ],
        rows,
        footer: footer(context, "report-skills-basins-remark"),
    }
}

/// The BUT of the territory: the hours of each, and what is proposed in those left.
fn local(context: &Context<'_>, ground: &SkillGround<'_>, book: &SkillBook) -> Table {
    let row = |section: &LocalSection| {
        let mut best: Vec<_> = section.proposal.modules.iter().collect();
        best.sort_by(|a, b| {
            b.posts
                .central
                .cmp(&a.posts.central)
                .then_with(|| a.skill.cmp(&b.skill))
        });
        let named = best.iter().take(OF_BASIN);
        let named: Vec<String> = named
            .map(|module| ground.label(&module.skill, context.lang).to_owned())
            .collect();
        let hours: u32 = section.proposal.modules.iter().map(|module| module.hours).sum();
        body(vec![
            Cell::Text(section.establishment.clone().unwrap_or_else(|| section.uai.to_string())),
            Cell::Text(crate::i18n::typographic(&section.label)),
            Cell::Number(f64::from(section.budget.local)),
            Cell::Number(f64::from(section.budget.used)),
            Cell::Number(f64::from(hours)),
            context.joined(named).map_or(Cell::Empty, Cell::Text),
            Cell::Estimate(Range::exact(section.proposal.posts)),
        ])
    };
    let hours = |header, weight| column(header, Some("report-unit-hours"), ColumnKind::Number(0), weight);
    let buts = book.sections.iter().filter(|section| section.diploma == Diploma::But);
    Table {
        id: "skills-local",
        printed: Printed::All,
        title: Message::new("report-skills-local"),
        columns: vec![
            text_column("skill-column-establishment", 20),
            text_column("report-column-programme", 34),
            hours("skill-column-local-hours", 10),
            hours("skill-column-used-hours", 10),
            hours("skill-column-proposed-hours", 11),
            text_column("report-column-modules", 46),
            column(
                "skill-column-posts",
                Some("report-unit-posts"),
                ColumnKind::Range(1),
                11,
            ),
        ],
        rows: buts.map(row).collect(),
        footer: footer(context, "report-skills-local-remark"),
    }
}

fn footer(context: &Context<'_>, remark: &'static str) -> Footer {
    let mut footer = context.footer(context.gap_source(), "report-field-skills", None);
    footer.remark = Some(Message::new(remark));
    footer
}
