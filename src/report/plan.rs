//! The scenarios of the territory: what each does to the unfilled posts of the years to come, and what each action is for.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, body, column, text_column, total};
use super::declared::{is_promised_by_few, of_year};
use super::document::{Block, Cell, Column, ColumnKind, Footer, Printed, Row, Section, Start, Table};
use super::names;
use super::secrecy::LEAST_EMPLOYERS;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::Message;
use crate::market::plan::{ActionEffect, HelpEffect, Outlook, YearEffect};
use crate::market::values::Receiver;

/// The pages on scenarios; none where the territory has no scenario.
pub fn section(context: &Context<'_>) -> Option<Section> {
    let first = context.outlooks.first()?;
    let mut blocks = vec![Block::Paragraph(
        Message::new("report-plan-intro")
            .with("base", first.base_year.to_string())
            .with("n", context.outlooks.len()),
    )];
    for outlook in context.outlooks {
        blocks.push(Block::Paragraph(sentence(context, outlook)));
    }
    blocks.push(Block::Table(years_table(context)));
    blocks.push(Block::Table(actions_table(context)));
    if context.outlooks.iter().any(|o| !o.helps.is_empty()) {
        blocks.push(Block::Table(helps_table(context)));
    }
    blocks.push(Block::Subtitle(Message::new("report-plan-notes")));
    let all = context.outlooks.iter().filter(|o| tells_all(context, o));
    let told: Vec<i64> = all.map(|o| o.scenario.id).collect();
    blocks.push(Block::List(notes(context.outlooks, &told)));
    Some(Section {
        title: Message::new("report-plan-title"),
        start: Start::NewPage,
        blocks,
    })
}

/// « Essai : 4 actions ; 36,6 postes pourvus de plus d’ici 2035. »
fn sentence(context: &Context<'_>, outlook: &Outlook) -> Message {
    let last = outlook.years.last().map_or(outlook.base_year, |year| year.year);
    let told = Message::new(if tells_all(context, outlook) {
        "report-plan-sentence"
    } else {
        "report-plan-sentence-withheld"
    });
    let (filled, _) = outlook.whole();
    told.with("scenario", outlook.scenario.name.as_str())
        .with("actions", outlook.actions.len() + outlook.helps.len())
        .with(
            "trajectory",
            Message::new(format!("trajectory-{}", outlook.scenario.trajectory.as_str())),
        )
        .with("last", last.to_string())
        .with("posts", context.number(filled.central.people(), 0))
        .with("low", context.number(filled.low.people(), 0))
        .with("high", context.number(filled.high.people(), 0))
}

/// True where no action would give an unprinted cell back by what it saturates.
fn tells_all(context: &Context<'_>, outlook: &Outlook) -> bool {
    let helps = outlook.helps.iter().all(|help| is_help_told(context, help));
    helps && outlook.actions.iter().all(|action| is_told(context, action))
}

/// A help tells the need of a cell where it fills it up, and, where it helps fewer than it may, who has a post near them.
fn is_help_told(context: &Context<'_>, effect: &HelpEffect) -> bool {
    let is_hidden =
        |to: &Receiver| context.hidden.contains(&to.basin, &to.fap) || is_declared_by_few(context.facts, to);
    let asked = Milli::whole(i64::from(effect.help.people));
    let pairs = effect.sent.iter().zip(&effect.filled);
    let may_tell = |(sent, filled): (&Estimate, &Estimate)| {
        let helps_fewer = *sent != Estimate::default() && *sent != Range::exact(asked);
        helps_fewer || sent != filled
    };
    let needs = context.facts.needs.iter().filter(|need| need.posts > 0);
    let mut declared = needs.map(|need| Receiver {
        basin: need.basin.clone(),
        fap: need.fap.clone(),
        posts: Milli::ZERO,
    });
    !(pairs.into_iter().any(may_tell) && declared.any(|cell| is_hidden(&cell)))
}

/// An action tells the need of a cell where it fills it up: some of its people find no post.
fn is_told(context: &Context<'_>, effect: &ActionEffect) -> bool {
    let into_hidden = effect
        .receivers
        .iter()
        .any(|to| context.hidden.contains(&to.basin, &to.fap) || is_declared_by_few(context.facts, to));
    !(into_hidden && effect.unplaced != Estimate::default())
}

/// True where one or two employers declared posts of a cell for a year after that of the gap, or one or two partners promised some.
fn is_declared_by_few(facts: &Facts, cell: &Receiver) -> bool {
    let mut employers: BTreeMap<u16, BTreeSet<i64>> = BTreeMap::new();
    let of_cell = facts
        .needs
        .iter()
        .filter(|need| (&need.basin, &need.fap) == (&cell.basin, &cell.fap));
    for need in of_cell.filter(|need| need.posts > 0) {
        employers.entry(need.year).or_default().insert(need.employer);
    }
    employers.values().any(|who| who.len() < LEAST_EMPLOYERS) || is_promised_by_few(facts, &cell.basin, &cell.fap)
}

/// Years whose need may be printed beside that of the base year: the difference of two printed years would else tell what one or two employers
/// declared for one of them and not for the other.
fn printable(facts: &Facts, base: u16, years: impl Iterator<Item = u16>) -> BTreeSet<u16> {
    let declared = |year: u16| of_year(facts, year, base);
    let mut printed = vec![declared(base)];
    let mut may = BTreeSet::new();
    for year in years {
        let told = declared(year);
        let apart = |other: &BTreeSet<(i64, &BasinCode, &FapCode, u32)>| -> usize {
            let employers: BTreeSet<i64> = told.symmetric_difference(other).map(|need| need.0).collect();
            employers.len()
        };
        if printed
            .iter()
            .all(|other| !(1..LEAST_EMPLOYERS).contains(&apart(other)))
        {
            may.insert(year);
            printed.push(told);
        }
    }
    may
}

fn years_table(context: &Context<'_>) -> Table {
    let posts = |header, decimals| column(header, Some("report-unit-posts"), ColumnKind::Range(decimals), 22);
    let mut columns = vec![
        text_column("report-column-scenario", 24),
        column("report-column-year", None, ColumnKind::Year, 10),
        posts("report-column-need", 0),
        posts("report-column-unfilled-reference", 0),
        posts("report-column-unfilled-planned", 0),
        posts("report-column-filled-more", 1),
        posts("report-column-neighbours", 1),
    ];
    let costs = context.outlooks.iter().any(|o| o.whole().1.is_some());
    if costs {
        columns.push(euros("report-column-spent"));
    }
    let mut rows = Vec::new();
    for outlook in context.outlooks {
        let told = tells_all(context, outlook);
        let years = outlook.years.iter().map(|year| year.year);
        let may = printable(context.facts, outlook.base_year, years);
        let line = |year: &YearEffect| year_row(outlook, year, (told, may.contains(&year.year)), costs);
        rows.extend(outlook.years.iter().map(line));
        rows.push(whole_row(outlook, (told, costs)));
    }
    Table {
        id: "plan-years",
        printed: Printed::All,
        title: Message::new("report-plan-years"),
        columns,
        rows,
        footer: footer(context, "report-field-plan", "report-plan-years-remark"),
    }
}

fn year_row(outlook: &Outlook, year: &YearEffect, (told, need_is_told): (bool, bool), costs: bool) -> Row {
    let shown_if = |told: bool, estimate| if told { Cell::Estimate(estimate) } else { Cell::Withheld };
    let shown = |estimate| shown_if(told, estimate);
    let mut cells = vec![
        Cell::Text(outlook.scenario.name.clone()),
        Cell::Number(f64::from(year.year)),
        shown_if(need_is_told, year.reference.need),
        shown_if(need_is_told, year.reference.unfilled),
        shown_if(told && need_is_told, year.planned.unfilled),
        shown(year.filled),
        shown(year.neighbours),
    ];
    if costs {
        cells.push(amount(year.spent));
    }
    body(cells)
}

fn whole_row(outlook: &Outlook, (told, costs): (bool, bool)) -> Row {
    let (filled, spent) = outlook.whole();
    let neighbours: Estimate = outlook.years.iter().map(|year| year.neighbours).sum();
    let shown = |estimate| if told { Cell::Estimate(estimate) } else { Cell::Withheld };
    let mut cells = vec![
        Cell::Message(Message::new("report-plan-whole").with("scenario", outlook.scenario.name.as_str())),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        shown(filled),
        shown(neighbours),
    ];
    if costs {
        cells.push(amount(spent));
    }
    total(cells)
}

fn actions_table(context: &Context<'_>) -> Table {
    let costs = context
        .outlooks
        .iter()
        .flat_map(|o| &o.actions)
        .any(|effect| effect.euros_per_post.is_some());
    let mut columns = vec![
        text_column("report-column-scenario", 18),
        text_column("report-column-action", 21),
        text_column("report-column-section", 28),
        text_column("report-column-programme", 34),
        column("report-column-seats", None, ColumnKind::Number(0), 10),
        column("report-column-rentree", None, ColumnKind::Year, 10),
        column("report-column-first-leavers", None, ColumnKind::Year, 12),
        column(
            "report-column-filled-last",
            Some("report-unit-posts"),
            ColumnKind::Range(1),
            18,
        ),
        column(
            "report-column-displaced",
            Some("report-unit-people"),
            ColumnKind::Number(1),
            12,
        ),
        text_column("report-column-status", 16),
    ];
    if costs {
        columns.push(euros("report-column-euros-per-post"));
    }
    let lines = context
        .outlooks
        .iter()
        .flat_map(|o| o.actions.iter().map(move |a| (o, a)));
    Table {
        id: "plan-actions",
        printed: Printed::All,
        title: Message::new("report-plan-actions"),
        columns,
        rows: lines
            .map(|(outlook, effect)| action_row(context, outlook, (effect, costs)))
            .collect(),
        footer: footer(context, "report-field-plan", "report-plan-actions-remark"),
    }
}

fn action_row(context: &Context<'_>, outlook: &Outlook, (effect, costs): (&ActionEffect, bool)) -> Row {
    let action = &effect.action;
    let first = effect.moves.first();
    let told = is_told(context, effect);
    let seats: i32 = action.moves().first().map_or(0, |(_, seats)| *seats);
    let displaced: Milli = effect.moves.iter().flat_map(|m| &m.displaced).map(|d| d.entrants).sum();
    let programme = context
        .facts
        .catalogue
        .programmes
        .iter()
        .find(|p| p.id == action.section.programme);
    let place = match action.section.site.basin() {
        Some(basin) => Cell::Text(context.basin(basin)),
        None => names::establishment(
            first.and_then(|m| m.establishment.as_deref()),
            action.section.site.uai(),
        ),
    };
    let mut cells = vec![
        Cell::Text(outlook.scenario.name.clone()),
        Cell::Message(Message::new(format!("action-{}", action.kind.as_str()))),
        place,
        programme.map_or_else(
            || Cell::Text(action.section.programme.to_string()),
            |p| Cell::Message(names::programme(p.diploma, &p.label, action.section.route)),
        ),
        Cell::Number(f64::from(seats)),
        Cell::Number(f64::from(action.rentree)),
        first.map_or(Cell::Empty, |m| Cell::Number(f64::from(m.first_leavers))),
        match effect.filled.last() {
            Some(filled) if told => Cell::Estimate(*filled),
            Some(_) => Cell::Withheld,
            None => Cell::NotAvailable,
        },
        Cell::Number(displaced.people()),
        Cell::Message(Message::new(format!("action-status-{}", action.status.as_str()))),
    ];
    if costs {
        cells.push(if told {
            amount(effect.euros_per_post)
        } else {
            Cell::Withheld
        });
    }
    body(cells)
}

fn helps_table(context: &Context<'_>) -> Table {
    let costs = context
        .outlooks
        .iter()
        .flat_map(|o| &o.helps)
        .any(|h| h.spent.is_some());
    let mut columns = vec![
        text_column("report-column-scenario", 22),
        text_column("report-column-help", 14),
        text_column("report-column-basin", 26),
        column(
            "report-column-helped",
            Some("report-unit-people"),
            ColumnKind::Number(0),
            14,
        ),
        column(
            "report-column-km-more",
            Some("report-unit-kilometres"),
            ColumnKind::Number(0),
            10,
        ),
        column("report-column-since", None, ColumnKind::Year, 10),
        column(
            "report-column-filled-last",
            Some("report-unit-posts"),
            ColumnKind::Range(1),
            18,
        ),
        text_column("report-column-status", 16),
    ];
    if costs {
        columns.push(euros("report-column-euros-per-post"));
    }
    let lines = context
        .outlooks
        .iter()
        .flat_map(|o| o.helps.iter().map(move |h| (o, h)));
    Table {
        id: "plan-helps",
        printed: Printed::All,
        title: Message::new("report-plan-helps"),
        columns,
        rows: lines
            .map(|(outlook, effect)| help_row(context, outlook, (effect, costs)))
            .collect(),
        footer: footer(context, "report-field-plan", "report-plan-helps-remark"),
    }
}

fn help_row(context: &Context<'_>, outlook: &Outlook, (effect, costs): (&HelpEffect, bool)) -> Row {
    let help = &effect.help;
    let told = is_help_told(context, effect);
    let mut cells = vec![
        Cell::Text(outlook.scenario.name.clone()),
        Cell::Message(Message::new(format!("help-kind-{}", help.kind.as_str()))),
        Cell::Text(context.basin(&help.basin)),
        Cell::Number(f64::from(help.people)),
        Cell::Number(f64::from(help.km)),
        Cell::Number(f64::from(help.from)),
        match effect.filled.last() {
            Some(filled) if told => Cell::Estimate(*filled),
            Some(_) => Cell::Withheld,
            None => Cell::NotAvailable,
        },
        Cell::Message(Message::new(format!("action-status-{}", help.status.as_str()))),
    ];
    if costs {
        cells.push(if told {
            amount(effect.euros_per_post)
        } else {
            Cell::Withheld
        });
    }
    body(cells)
}

fn euros(header: &'static str) -> Column {
    column(header, Some("report-unit-euros"), ColumnKind::Range(0), 22)
}

fn amount(euros: Option<Range<f64>>) -> Cell {
    euros.map_or(Cell::NotAvailable, Cell::Amount)
}

/// When scenarios that are told whole pay for themselves, each note of the scenarios once, then the doubts of their actions.
fn notes(outlooks: &[Outlook], told: &[i64]) -> Vec<Message> {
    let doubts = outlooks
        .iter()
        .flat_map(|o| &o.actions)
        .flat_map(|a| &a.moves)
        .flat_map(|m| &m.doubts);
    let mut notes: Vec<Message> = Vec::new();
    let decided = outlooks.iter().find_map(|o| o.decided.as_ref());
    notes.extend(decided.map(|name| Message::new("market-plan-note-decided").with("name", name.as_str())));
    for outlook in outlooks.iter().filter(|o| told.contains(&o.scenario.id)) {
        let last = outlook.years.last().map_or(0, |year| year.year);
        notes.extend(outlook.break_even.message(last).map(|paid| {
            Message::new("report-plan-paid")
                .with("scenario", outlook.scenario.name.as_str())
                .with("paid", paid)
        }));
    }
    for note in outlooks.iter().flat_map(|o| &o.notes).chain(doubts) {
        if !notes.contains(note) {
            notes.push(note.clone());
        }
    }
    notes
}

fn footer(context: &Context<'_>, field: &'static str, remark: &'static str) -> Footer {
    let mut footer = context.footer(context.gap_source(), field, None);
    footer.remark = Some(Message::new(remark));
    footer
}
