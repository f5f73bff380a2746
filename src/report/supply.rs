//! The supply: from a seat to a person available in the field, and what each step rests on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::chart::{Bar, Chart, ChartKind, Digits, Role};
use super::context::{Context, body, column, text_column, total};
use super::document::{Block, Cell, ColumnKind, Printed, Row, Section, Start, Table};
use super::names;
use super::words::column_decimals;
use crate::domain::programme::{Diploma, Route};
use crate::domain::units::{Estimate, Milli};
use crate::i18n::Message;
use crate::market::gap::{Factor, FactorKind, FactorProvenance, Origin, Supply};

/// The pages on supply.
pub fn section(context: &Context<'_>) -> Section {
    Section {
        title: Message::new("report-supply-title"),
        start: Start::NewPage,
        blocks: vec![
            Block::Paragraph(Message::new("report-supply-intro")),
            Block::Chart(funnel_chart(context)),
            Block::Table(funnel_table(context)),
            Block::Paragraph(
                Message::new("report-supply-assumed").with("share", context.percent(context.gap.assumed_share)),
            ),
            Block::Table(provenance_table(context)),
            Block::Table(diploma_table(context)),
        ],
    }
}

fn home<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a Supply> {
    context.gap.supplies.iter().filter(|supply| supply.home)
}

/// The steps of the funnel: name, meaning, headcount.
fn steps(context: &Context<'_>) -> [(&'static str, &'static str, Estimate); 7] {
    let f = &context.gap.funnel;
    [
        ("report-step-seats", "report-step-seats-is", Estimate::exact(f.seats)),
        ("report-step-entrants", "report-step-entrants-is", f.entrants),
        ("report-step-final-year", "report-step-final-year-is", f.final_year),
        ("report-step-counted", "report-step-counted-is", f.counted),
        ("report-step-leavers", "report-step-leavers-is", f.leavers),
        ("report-step-graduates", "report-step-graduates-is", f.graduates),
        ("report-step-in-field", "report-step-in-field-is", f.in_field),
    ]
}

/// From the final year on: seats and entrants cover only the sections that declare them.
fn funnel_chart(context: &Context<'_>) -> Chart {
    let f = &context.gap.funnel;
    let bar = |name, value: Estimate| Bar {
        label: Message::new(name).text(context.lang),
        value: value.map(Milli::people),
    };
    let bars = vec![
        bar("report-step-final-year", f.final_year),
        bar("report-step-leavers", f.leavers),
        bar("report-step-graduates", f.graduates),
        bar("report-step-in-field", f.in_field),
    ];
    Chart {
        id: "funnel",
        digits: Digits::Number(0),
        mark: None,
        title: Message::new("report-chart-funnel"),
        alt: Message::new("report-chart-funnel-alt")
            .with("final", context.range(f.final_year))
            .with("leavers", context.range(f.leavers))
            .with("graduates", context.range(f.graduates))
            .with("field", context.range(f.in_field)),
        unit: Message::new("report-unit-people"),
        kind: ChartKind::Bars(bars, Role::Met),
        footer: context.footer(context.supply_source(), "report-field-supply", funnel_reading(context)),
    }
}

fn funnel_reading(context: &Context<'_>) -> Option<Message> {
    let f = &context.gap.funnel;
    let share =
        (f.final_year.central > Milli::ZERO).then(|| f.in_field.central.people() / f.final_year.central.people())?;
    Some(
        Message::new("report-funnel-reading")
            .with("final", context.range(f.final_year))
            .with("field", context.range(f.in_field))
            .with("share", context.percent(share)),
    )
}

fn funnel_table(context: &Context<'_>) -> Table {
    let steps = steps(context);
    let decimals = column_decimals(steps.iter().map(|(_, _, value)| value));
    Table {
        id: "supply-funnel",
        printed: Printed::All,
        title: Message::new("report-supply-funnel"),
        columns: vec![
            text_column("report-column-step", 34),
            column(
                "report-column-people",
                Some("report-unit-people"),
                ColumnKind::Range(decimals),
                20,
            ),
            text_column("report-column-meaning", 96),
        ],
        rows: steps
            .iter()
            .map(|&(name, meaning, value)| {
                body(vec![
                    Cell::Message(Message::new(name)),
                    Cell::Estimate(value),
                    Cell::Message(Message::new(meaning)),
                ])
            })
            .collect(),
        footer: context.footer(context.supply_source(), "report-field-supply", funnel_reading(context)),
    }
}

/// In-field people behind each factor, by provenance of the factor.
fn provenance_table(context: &Context<'_>) -> Table {
    let mut weights: BTreeMap<FactorKind, BTreeMap<FactorProvenance, Milli>> = BTreeMap::new();
    for origin in home(context).flat_map(|supply| &supply.origins) {
        for factor in worst_of_each_kind(&origin.factors) {
            let by_provenance = weights.entry(factor.kind).or_default();
            *by_provenance.entry(factor.provenance).or_default() += origin.in_field.central;
        }
    }
    let share = |header| column(header, Some("report-unit-percent"), ColumnKind::Share(0), 18);
    Table {
        id: "supply-factors",
        printed: Printed::All,
        title: Message::new("report-supply-factors"),
        columns: vec![
            text_column("report-column-factor", 56),
            column(
                "report-column-concerned",
                Some("report-unit-people"),
                ColumnKind::Number(0),
                20,
            ),
            share("report-provenance-measured"),
            share("report-provenance-shrunk"),
            share("report-provenance-estimated"),
            share("report-provenance-assumed"),
        ],
        rows: weights
            .iter()
            .map(|(kind, parts)| provenance_row(*kind, parts))
            .collect(),
        footer: context.footer(
            context.supply_source(),
            "report-field-supply",
            provenance_reading(context, &weights),
        ),
    }
}

/// One factor of each kind, the least sure: an origin spread twice (region to basins, department to basins) is concerned once.
fn worst_of_each_kind(factors: &[Arc<Factor>]) -> impl Iterator<Item = &Factor> {
    let mut worst: BTreeMap<FactorKind, &Factor> = BTreeMap::new();
    for factor in factors {
        let kept = worst.entry(factor.kind).or_insert(factor);
        if factor.provenance > kept.provenance {
            *kept = factor;
        }
    }
    worst.into_values()
}

fn provenance_row(kind: FactorKind, parts: &BTreeMap<FactorProvenance, Milli>) -> Row {
    let concerned: Milli = parts.values().sum();
    let mut cells = vec![Cell::Message(names::factor(kind)), Cell::Number(concerned.people())];
    cells.extend(FactorProvenance::ALL.iter().map(|provenance| {
        let part = parts.get(provenance).copied().unwrap_or_default();
        if concerned > Milli::ZERO {
            Cell::Share(part.people() / concerned.people())
        } else {
            Cell::NotAvailable
        }
    }));
    body(cells)
}

/// Reads the factor that rests most on assumptions.
fn provenance_reading(
    context: &Context<'_>,
    weights: &BTreeMap<FactorKind, BTreeMap<FactorProvenance, Milli>>,
) -> Option<Message> {
    let assumed = |parts: &BTreeMap<FactorProvenance, Milli>| {
        let concerned: Milli = parts.values().sum();
        let part = parts.get(&FactorProvenance::Assumed).copied().unwrap_or_default();
        (concerned > Milli::ZERO).then(|| part.people() / concerned.people())
    };
    let rows = weights.iter().filter_map(|(kind, parts)| Some((kind, assumed(parts)?)));
    let (kind, share) = rows.max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(
        Message::new("report-factors-reading")
            .with("factor", names::factor(*kind))
            .with("share", context.percent(share)),
    )
}

/// One diploma by one route.
#[derive(Default)]
struct Kind {
    programmes: BTreeSet<String>,
    leavers: Estimate,
    in_field: Estimate,
    placed: Milli,
}

fn diploma_table(context: &Context<'_>) -> Table {
    let mut kinds: BTreeMap<(u8, Diploma, Route), Kind> = BTreeMap::new();
    let mut sum = Kind::default();
    for supply in home(context) {
        let kind = kinds.entry((supply.level, supply.diploma, supply.route)).or_default();
        for target in [kind, &mut sum] {
            target.programmes.insert(supply.programme.to_string());
            target.leavers += supply.origins.iter().map(|origin: &Origin| origin.leavers).sum();
            target.in_field += supply.in_field;
            target.placed += supply.placed;
        }
    }
    let decimals = column_decimals(kinds.values().map(|kind| &kind.leavers));
    let mut rows: Vec<Row> = kinds
        .iter()
        .map(|((level, diploma, route), kind)| {
            let name = Message::new("report-diploma-route")
                .with("diploma", diploma.as_str())
                .with("route", names::route(*route));
            body(diploma_cells(
                Cell::Message(name),
                Cell::Number(f64::from(*level)),
                kind,
            ))
        })
        .collect();
    rows.push(total(diploma_cells(
        Cell::Message(Message::new("report-total")),
        Cell::Empty,
        &sum,
    )));
    let people = Some("report-unit-people");
    Table {
        id: "supply-diploma",
        printed: Printed::All,
        title: Message::new("report-supply-diploma"),
        columns: vec![
            text_column("report-column-diploma", 50),
            column("report-column-level", None, ColumnKind::Number(0), 14),
            column(
                "report-column-programmes",
                Some("report-unit-count"),
                ColumnKind::Number(0),
                20,
            ),
            column("report-column-leavers", people, ColumnKind::Range(decimals), 20),
            column("report-column-in-field", people, ColumnKind::Range(decimals), 20),
            column("report-column-placed", people, ColumnKind::Number(decimals), 20),
            column(
                "report-column-placed-share",
                Some("report-unit-percent"),
                ColumnKind::Share(0),
                20,
            ),
        ],
        rows,
        footer: context.footer(
            context.supply_source(),
            "report-field-supply",
            diploma_reading(context, &kinds),
        ),
    }
}

fn diploma_cells(name: Cell, level: Cell, kind: &Kind) -> Vec<Cell> {
    let placed = kind.placed.people();
    let available = kind.in_field.central.people();
    let share = if available > 0.0 {
        Cell::Share(placed / available)
    } else {
        Cell::NotAvailable
    };
    vec![
        name,
        level,
        Cell::Number(names::count(kind.programmes.len())),
        Cell::Estimate(kind.leavers),
        Cell::Estimate(kind.in_field),
        Cell::Number(placed),
        share,
    ]
}

fn diploma_reading(context: &Context<'_>, kinds: &BTreeMap<(u8, Diploma, Route), Kind>) -> Option<Message> {
    let ((_, diploma, route), kind) = kinds.iter().max_by_key(|(_, kind)| kind.in_field.central)?;
    Some(
        Message::new("report-diploma-reading")
            .with("diploma", diploma.as_str())
            .with("route", names::route(*route))
            .with("leavers", context.range(kind.leavers))
            .with("field", context.range(kind.in_field))
            .with("placed", context.people(kind.placed)),
    )
}
