//! `releve value`: what one more seat fills, section by section, with its range, its years and its cost.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::console::Console;
use super::error::{CliError, Exit};
use super::json::{self, Ends};
use super::lens::Lens;
use super::table::{self, Table};
use super::territory;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, ProgrammeId};
use crate::domain::territory::Nature;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, Message, text};
use crate::market::gap::Factor;
use crate::market::values::{HORIZON, LotValue, SeatValue, Unit, Values};

/// Prints the sections whose seats fill most.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let year = args.get_one("year").copied();
    let values = session.values(year, &console.progress(&Message::new("cli-job-value")))?;
    let gap = session.gap(year, &console.progress(&Message::new("cli-job-gap")))?;
    let facts = session.facts()?;
    let seats = args
        .get_one::<String>("seats")
        .and_then(|n| n.parse().ok())
        .unwrap_or(1);
    let top = args.get_one::<u32>("top").map_or(usize::MAX, |n| *n as usize);
    let lines = chosen(&values, args, seats);
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        let mut answer = json::head(&gap, Lens::Potential);
        let listed = lines.iter().take(top);
        answer["rentree"] = json!(values.rentree);
        answer["horizon"] = json!(HORIZON);
        answer["filled_solved_area"] = json!(Ends::from(values.filled));
        answer["lines"] = listed.map(|line| line_json(line, &values, console.lang())).collect();
        json::print(&answer, console)?;
        return Ok(Exit::Success);
    }
    if gap.territory.nature == Nature::Simulated {
        console.tell(&Message::new("simulated"));
    }
    let told = Message::new("cli-value-title")
        .with("seats", sign(seats))
        .with("rentree", values.rentree.to_string());
    console.tell(&told.with("revision", values.revision));
    for unit in [Unit::Seat, Unit::FinalYear] {
        let of_unit = lines.iter().filter(|line| line.unit == unit).take(top);
        print_lines(&of_unit.copied().collect::<Vec<_>>(), (unit, seats), &facts, console)?;
    }
    Ok(Exit::Success)
}

/// The lines asked for: sections first, by the gain of the lot.
fn chosen<'v>(values: &'v Values, args: &ArgMatches, seats: i32) -> Vec<&'v SeatValue> {
    let basin: Option<&BasinCode> = args.get_one("basin");
    let programme: Option<&ProgrammeId> = args.get_one("programme");
    let wanted = |line: &&SeatValue| {
        basin.is_none_or(|b| line.basins.contains(b)) && programme.is_none_or(|p| line.programme == *p)
    };
    let mut lines: Vec<&SeatValue> = values.lines.iter().filter(wanted).collect();
    // Posts lost are listed from the least: the sections one can do without come first.
    lines.sort_by_key(|line| (line.unit, line.lot(seats).map(|lot| -lot.gain.central)));
    lines
}

fn print_lines(
    lines: &[&SeatValue],
    (unit, seats): (Unit, i32),
    facts: &Facts,
    console: &mut Console,
) -> Result<(), CliError> {
    if lines.is_empty() {
        return Ok(());
    }
    let lang = console.lang();
    let header = |key: &str| text(lang, key);
    let place = match unit {
        Unit::Seat => "cli-column-section",
        Unit::FinalYear => "cli-column-headcount",
    };
    let mut columns = vec![
        table::right(header("cli-column-rank")),
        table::left(header(place), 34),
        table::left(header("cli-column-programme"), 40),
        table::left(header("cli-column-basin"), 14),
    ];
    let numbers = [
        "cli-column-seats",
        "cli-column-each",
        "cli-column-gain",
        "cli-column-unplaced",
        "cli-column-first-leavers",
        "cli-column-euros-per-post",
    ];
    columns.extend(numbers.iter().map(|key| table::right(header(key))));
    let mut table = Table::new(columns);
    for line in lines {
        table.push(cells(lang, line, seats, facts));
    }
    console.print(&table.render())?;
    for line in lines.iter().filter(|line| !line.doubts.is_empty()) {
        let doubts: Vec<String> = line.doubts.iter().map(|doubt| doubt.text(lang)).collect();
        console.line(&format!("{} {} – {}", line.rank, name(line, facts), doubts.join(" ")))?;
    }
    console.line("")
}

fn cells(lang: Lang, line: &SeatValue, seats: i32, facts: &Facts) -> Vec<String> {
    let lot = line.lot(seats);
    let figure = |pick: fn(&LotValue) -> Estimate| lot.map_or_else(String::new, |lot| thousandths(lang, pick(lot)));
    let euros = lot.and_then(|lot| lot.euros_per_post);
    vec![
        line.rank.to_string(),
        format!(
            "{}{}",
            name(line, facts),
            if line.doubts.is_empty() { "" } else { " !" }
        ),
        format!("{} {}", line.diploma.as_str(), line.programme_label),
        basins(line),
        line.seats.map_or_else(|| "–".to_owned(), |n| n.to_string()),
        thousandths(lang, line.each),
        figure(|lot| lot.gain),
        figure(|lot| lot.unplaced),
        line.first_leavers.to_string(),
        euros.map_or_else(|| "–".to_owned(), |euros| self::euros(lang, euros)),
    ]
}

/// Code and name of the establishment; name of the region of a headcount.
fn name(line: &SeatValue, facts: &Facts) -> String {
    let region = line.region.as_ref().map(|code| {
        let found = facts.catalogue.regions.iter().find(|region| region.code == *code);
        format!("{code} {}", found.map_or("", |region| &region.name))
    });
    let uai = line.uai.as_ref().map(ToString::to_string);
    let parts = [uai, line.establishment.clone(), region];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn basins(line: &SeatValue) -> String {
    let codes: Vec<&str> = line.basins.iter().map(BasinCode::as_str).collect();
    codes.join(" ")
}

pub(super) fn sign(seats: i32) -> String {
    if seats > 0 {
        format!("+{seats}")
    } else {
        format!("−{}", -seats)
    }
}

/// « 0,144 (0,115–0,173) »: one seat is a fraction of a post.
fn thousandths(lang: Lang, estimate: Estimate) -> String {
    i18n::spread(lang, estimate.map(Milli::people), 2)
}

pub(super) fn euros(lang: Lang, range: Range<f64>) -> String {
    let shown = |euros: f64| {
        if euros.is_finite() {
            i18n::decimal(lang, euros, 0)
        } else {
            "∞".to_owned()
        }
    };
    let Range { low, central, high } = range.map(shown);
    if low == high {
        central
    } else {
        format!("{central} ({low}–{high})")
    }
}

fn line_json(line: &SeatValue, values: &Values, lang: Lang) -> Value {
    let lot = |lot: &LotValue| {
        json!({
            "seats": lot.seats,
            "leavers": Ends::from(lot.leavers),
            "gain": Ends::from(lot.gain),
            "unplaced": Ends::from(lot.unplaced),
            "euros_per_post": lot.euros_per_post.map(Ends::from),
            "yearly": line.yearly(lot, values.rentree).iter()
                .map(|(year, gain)| json!({ "year": year, "gain": Ends::from(*gain) })).collect::<Vec<_>>(),
        })
    };
    let receivers = line.receivers.iter().map(
        |cell| json!({ "basin": cell.basin.as_str(), "occupation": cell.fap.as_str(), "posts": cell.posts.people() }),
    );
    json!({
        "rank": line.rank,
        "unit": line.unit.as_str(),
        "uai": line.uai.as_ref().map(ToString::to_string),
        "establishment": line.establishment,
        "region": line.region.as_ref().map(ToString::to_string),
        "programme": line.programme.as_str(),
        "programme_label": line.programme_label,
        "diploma": line.diploma.as_str(),
        "level": line.level,
        "route": line.route.as_str(),
        "basins": line.basins.iter().map(BasinCode::as_str).collect::<Vec<_>>(),
        "placement": line.placement.as_str(),
        "seats": line.seats,
        "years": line.years,
        "first_leavers": line.first_leavers,
        "each": Ends::from(line.each),
        "factors": line.factors.iter().map(|factor| factor_json(factor)).collect::<Vec<_>>(),
        "lots": line.lots.iter().map(lot).collect::<Vec<_>>(),
        "receivers": { "seats": SeatValue::RECEIVING_LOT, "cells": receivers.collect::<Vec<_>>() },
        "cost": line.cost.map(Ends::from),
        "doubts": line.doubts.iter().map(|doubt| doubt.text(lang)).collect::<Vec<_>>(),
    })
}

fn factor_json(factor: &Factor) -> Value {
    json!({
        "kind": factor.kind.as_str(),
        "value": Ends::from(factor.value),
        "provenance": factor.provenance.as_str(),
        "denominator": factor.denominator,
        "vintage": factor.vintage,
        "rows": factor.rows,
    })
}
