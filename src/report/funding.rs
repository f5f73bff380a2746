//! Money in the report: programmes by the cost of a post, and the envelopes beside what scenarios spend.

use super::context::{Context, body, column, text_column, total};
use super::document::{Block, Cell, Column, ColumnKind, Footer, Printed, Row, Section, Start, Table};
use super::money::{cost_words, scenario_notes};
use super::{names, values};
use crate::domain::units::{Milli, Range};
use crate::i18n::Message;
use crate::market::funding::{FundedYear, RankLine, Ranking, ScenarioFunding, rank, scenario_funding};
use crate::market::values::SeatValue;

/// Programmes listed on paper.
const LISTED: usize = 20;

/// The pages on money; none where no cost is known and no envelope is told.
pub fn section(context: &Context<'_>) -> Option<Section> {
    let ranking = rank(context.facts, context.values);
    let costs = ranking.lines.iter().any(|line| line.cost.euros.is_some());
    let envelopes = !context.facts.funding.envelopes.is_empty();
    if !costs && !envelopes {
        return None;
    }
    let mut blocks = vec![Block::Paragraph(Message::new("report-funding-intro"))];
    if costs {
        blocks.push(Block::Table(rank_table(context, &ranking)));
    }
    if envelopes {
        let funded = context
            .outlooks
            .iter()
            .map(|outlook| scenario_funding(context.facts, outlook));
        let funded: Vec<ScenarioFunding> = funded.collect();
        if !funded.is_empty() {
            blocks.push(Block::Table(years_table(context, &funded)));
        }
        for funding in &funded {
            blocks.push(Block::Subtitle(
                Message::new("report-verbatim").with("text", funding.scenario.as_str()),
            ));
            blocks.push(Block::List(scenario_notes(funding, context.lang)));
        }
    }
    Some(Section {
        title: Message::new("report-funding-title"),
        start: Start::NewPage,
        blocks,
    })
}

/// True where no section of the programme would give an unprinted cell back by what its lot saturates.
fn is_told(context: &Context<'_>, line: &RankLine) -> bool {
    let of_line =
        |value: &&SeatValue| (&value.programme, value.route, value.unit) == (&line.programme, line.route, line.unit);
    let mut sections = context.values.lines.iter().filter(of_line);
    sections.all(|value| values::is_printed(context, value, Ranking::LOT))
}

/// Programmes with a known cost that fill posts, the fewest euros per post first; those withheld have no place.
fn rank_table(context: &Context<'_>, ranking: &Ranking) -> Table {
    let costed = ranking.lines.iter().filter(|line| line.euros_per_post.is_some());
    let told = costed.filter(|line| is_told(context, line)).take(LISTED);
    let rate = |header| column(header, None, ColumnKind::Range(2), 16);
    let columns = vec![
        column("report-column-line", None, ColumnKind::Number(0), 7),
        text_column("report-column-programme", 40),
        euros("report-column-euros-per-post"),
        column(
            "report-column-posts-per-seat",
            Some("report-unit-posts"),
            ColumnKind::Range(2),
            16,
        ),
        rate("report-column-tension"),
        rate("report-column-yield"),
        euros("report-column-year-cost"),
        column("report-column-years", None, ColumnKind::Number(0), 9),
        text_column("report-column-cost-from", 30),
    ];
    let share =
        |range: Option<Range<f64>>| range.map_or(Cell::NotAvailable, |r| Cell::Estimate(r.map(Milli::from_people)));
    let row = |(number, line): (usize, &RankLine)| {
        body(vec![
            Cell::Number(names::count(number)),
            Cell::Message(names::programme(line.diploma, &line.programme_label, line.route)),
            amount(line.euros_per_post),
            Cell::Estimate(line.posts_per_seat.map(Milli::from_people)),
            share(line.tension),
            share(line.yielded),
            amount(line.cost.euros),
            Cell::Number(f64::from(line.years)),
            Cell::Text(cost_words(&line.cost, context.lang)),
        ])
    };
    Table {
        id: "funding-rank",
        printed: Printed::All,
        title: Message::new("report-funding-rank"),
        columns,
        rows: (1..).zip(told).map(row).collect(),
        footer: footer(context, "report-funding-rank-remark"),
    }
}

/// Envelopes beside what each scenario spends, year by year.
fn years_table(context: &Context<'_>, funded: &[ScenarioFunding]) -> Table {
    let plain = |header| column(header, Some("report-unit-euros"), ColumnKind::Number(0), 16);
    let columns = vec![
        text_column("report-column-scenario", 24),
        column("report-column-year", None, ColumnKind::Year, 10),
        euros("report-column-spent"),
        plain("report-column-envelopes"),
        plain("report-column-given"),
        plain("report-column-followed"),
        euros("report-column-uncovered"),
        column("report-column-contracts", None, ColumnKind::Range(1), 16),
        euros("report-column-aid-owed"),
    ];
    let rows = funded.iter().flat_map(|funding| {
        let years = funding.years.iter().map(|year| year_row(funding, year));
        years.chain(std::iter::once(whole_row(funding))).collect::<Vec<Row>>()
    });
    Table {
        id: "funding-years",
        printed: Printed::All,
        title: Message::new("report-funding-years"),
        columns,
        rows: rows.collect(),
        footer: footer(context, "report-funding-years-remark"),
    }
}

fn year_row(funding: &ScenarioFunding, year: &FundedYear) -> Row {
    body(vec![
        Cell::Text(funding.scenario.clone()),
        Cell::Number(f64::from(year.year)),
        amount(year.spent),
        whole(year.envelopes),
        whole(year.given),
        whole(year.followed),
        amount(year.uncovered),
        Cell::Estimate(year.contracts),
        amount(year.aid),
    ])
}

fn whole_row(funding: &ScenarioFunding) -> Row {
    let envelopes = funding.years.iter().map(|year| year.envelopes).sum();
    total(vec![
        Cell::Message(Message::new("report-plan-whole").with("scenario", funding.scenario.as_str())),
        Cell::Empty,
        amount(funding.spent),
        whole(envelopes),
        whole(funding.given()),
        whole(funding.followed()),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ])
}

fn euros(header: &'static str) -> Column {
    column(header, Some("report-unit-euros"), ColumnKind::Range(0), 22)
}

fn amount(euros: Option<Range<f64>>) -> Cell {
    euros.map_or(Cell::NotAvailable, Cell::Amount)
}

#[expect(clippy::cast_precision_loss, reason = "euros of a territory are far below 2^53")]
fn whole(euros: u64) -> Cell {
    Cell::Number(euros as f64)
}

fn footer(context: &Context<'_>, remark: &'static str) -> Footer {
    let mut footer = context.footer(context.gap_source(), "report-field-plan", None);
    footer.remark = Some(Message::new(remark));
    footer
}
