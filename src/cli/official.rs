//! `releve crosswalk official`: an official table line by line, what taking lines over would do, and the deed that takes them.

use std::collections::BTreeSet;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::console::Console;
use super::crosswalk::{people, tell, way_json};
use super::error::{CliError, Exit};
use super::json::{self, Ends};
use super::table::{self, Table};
use super::territory;
use crate::app::OfficialTable;
use crate::domain::facts::Facts;
use crate::domain::review::OutletKey;
use crate::i18n::{Message, text};
use crate::market::official::{Difference, Official, OfficialLine, TakenEffect};

/// Lists the chosen lines and their effect; takes them over where asked.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let path = territory::path(args, "official");
    let table = session.read_official(path, &console.progress(&Message::new("cli-job-read")))?;
    let mut found = session.official(&table)?;
    found.lines.retain(|line| is_asked(args, line));
    let chosen: BTreeSet<OutletKey> = found.lines.iter().map(|line| line.outlet.clone()).collect();
    let year = args.get_one("year").copied();
    let progress = console.progress(&Message::new("cli-job-crosswalk"));
    let effect = session.official_effect(&table, &chosen, year, &progress)?;
    drop(progress);
    let before = session.state().revision;
    let taken = match args.get_flag("take") {
        true => Some(session.take_official(&table, &chosen, console.lang())?),
        false => None,
    };
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::print(&answer(&table, &found, &effect, taken), console)?,
        _ => print(&table, &found, &effect, &*session.facts()?, console)?,
    }
    match taken {
        Some(revision) => tell(before, revision, console),
        None => console.tell(&Message::new("cli-official-not-taken")),
    }
    Ok(Exit::Success)
}

/// Whether a line is among those asked for, all of them where nothing is said.
fn is_asked(args: &ArgMatches, line: &OfficialLine) -> bool {
    let mut only = args.get_many::<String>("only").into_iter().flatten().peekable();
    let mut outlets = args.get_many::<OutletKey>("outlet").into_iter().flatten().peekable();
    let kind = only.peek().is_none() || only.any(|kind| Difference::parse(kind) == Some(line.difference));
    let outlet = outlets.peek().is_none() || outlets.any(|outlet| *outlet == line.outlet);
    kind && outlet
}

fn print(
    read: &OfficialTable,
    found: &Official,
    effect: &TakenEffect,
    facts: &Facts,
    console: &mut Console,
) -> Result<(), CliError> {
    let lang = console.lang();
    console.say(&read.recognised)?;
    console.say(
        &Message::new("cli-official-read")
            .with("programmes", found.programmes)
            .with("lines", found.lines.len())
            .with("unchanged", found.unchanged)
            .with("refused", read.counts.refused),
    )?;
    let header = |key: &str| text(lang, key);
    let mut table = Table::new(vec![
        table::left(header("cli-column-outlet"), 16),
        table::left(header("app-official-difference"), 12),
        table::left(header("cli-column-programme"), 34),
        table::left(header("cli-column-occupation"), 34),
        table::left(header("app-review-column-status"), 14),
        table::right(header("app-official-before")),
        table::right(header("app-official-after")),
    ]);
    let confidence = |known: Option<u8>| known.map_or_else(|| "–".to_owned(), |c| c.to_string());
    for line in &found.lines {
        let OutletKey { programme, fap } = &line.outlet;
        let diploma = facts.catalogue.programmes.iter().find(|p| p.id == *programme);
        let occupation = facts.catalogue.occupations.iter().find(|o| o.code == *fap);
        table.push(vec![
            format!("{programme}:{fap}"),
            header(&format!("app-official-{}", line.difference.as_str())),
            diploma.map_or_else(String::new, |p| format!("{} {}", p.diploma.as_str(), p.label)),
            occupation.map_or_else(String::new, |o| o.label.clone()),
            header(&format!("app-review-status-{}", line.status.as_str())),
            confidence(line.before),
            confidence(line.after),
        ]);
    }
    if !found.lines.is_empty() {
        console.line("")?;
        console.print(&table.render())?;
    }
    console.say(
        &Message::new("app-official-effect")
            .with("lines", found.lines.len())
            .with("before", people(lang, effect.before))
            .with("after", people(lang, effect.after))
            .with("more", people(lang, effect.filled_more)),
    )
}

fn answer(table: &OfficialTable, found: &Official, effect: &TakenEffect, taken: Option<i64>) -> Value {
    let line = |line: &OfficialLine| {
        json!({
            "programme": line.outlet.programme.as_str(),
            "occupation": line.outlet.fap.as_str(),
            "level": line.level,
            "difference": line.difference.as_str(),
            "status": line.status.as_str(),
            "before": line.before,
            "after": line.after,
            "ways": line.ways.iter().map(way_json).collect::<Vec<_>>(),
        })
    };
    json!({
        "file": table.file,
        "vintage": table.vintage,
        "year": effect.year,
        "revision": effect.revision,
        "taken": taken,
        "rows": { "read": table.counts.read, "refused": table.counts.refused },
        "programmes": found.programmes,
        "unchanged": found.unchanged,
        "lines": found.lines.iter().map(line).collect::<Vec<_>>(),
        "unfilled": { "before": Ends::from(effect.before), "after": Ends::from(effect.after) },
        "filled_more": Ends::from(effect.filled_more),
    })
}
