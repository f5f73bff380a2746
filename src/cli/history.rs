//! `releve undo`, `redo`, `journal` and `sources`: what was done to a territory, and from which files.

use clap::ArgMatches;
use serde_json::json;

use super::console::Console;
use super::error::{CliError, Exit};
use super::import::{issue_json, issue_table};
use super::json::{self, Ends};
use super::table::{self, Table};
use super::territory;
use super::versions;
use crate::app::{DeedState, JournalEntry, Session};
use crate::domain::source::{Source, SourceId};
use crate::i18n::{Message, text};
use crate::market::coverage::{Subject, coverage};

/// Undoes the last deed, or all the deeds after one.
pub fn undo(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    if let Some(to) = args.get_one::<i64>("to") {
        return travel(&session, *to, Way::Back, console);
    }
    let undone = session.undo()?;
    tell_step(undone.as_ref(), "cli-undone", "cli-nothing-to-undo", console);
    Ok(Exit::Success)
}

/// Redoes the last undone deed, or all the deeds up to one.
pub fn redo(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    if let Some(to) = args.get_one::<i64>("to") {
        return travel(&session, *to, Way::Forth, console);
    }
    let redone = session.redo()?;
    tell_step(redone.as_ref(), "cli-redone", "cli-nothing-to-redo", console);
    Ok(Exit::Success)
}

/// Which way a person asked to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Forth,
}

/// Makes a deed the last one done. A deed on the other side is told, and nothing moves.
fn travel(session: &Session, to: i64, way: Way, console: &mut Console) -> Result<Exit, CliError> {
    let undone = session.deed(to)?.entry.state == DeedState::Undone;
    let aside = match way {
        Way::Back if undone => Some("cli-travel-behind"),
        Way::Forth if !undone => Some("cli-travel-ahead"),
        _ => None,
    };
    if let Some(aside) = aside {
        console.tell(&Message::new(aside).with("id", to.to_string()));
        return Ok(Exit::RefusedInput);
    }
    let walked = session.travel(to, &console.progress(&Message::new("cli-job-travel")))?;
    let told = match (walked.len(), way) {
        (0, _) => Message::new("cli-travel-nowhere"),
        (n, Way::Back) => Message::new("cli-travel-back").with("n", n),
        (n, Way::Forth) => Message::new("cli-travel-forth").with("n", n),
    };
    console.tell(&told.with("revision", session.state().revision.to_string()));
    Ok(Exit::Success)
}

fn tell_step(entry: Option<&JournalEntry>, done: &'static str, nothing: &'static str, console: &mut Console) {
    match entry {
        Some(entry) => console.tell(&Message::new(done).with("deed", entry.label())),
        None => console.tell(&Message::new(nothing)),
    }
}

/// Lists the deeds, newest first.
pub fn journal(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    if let Some(id) = args.get_one::<i64>("deed") {
        return versions::deed(&session.deed(*id)?, is_json(args), console);
    }
    let limit = args
        .get_one::<u32>("limit")
        .and_then(|limit| usize::try_from(*limit).ok())
        .unwrap_or(usize::MAX);
    let entries = session.journal(limit)?;
    let lang = console.lang();
    if is_json(args) {
        let entry = |e: &JournalEntry| json!({ "revision": e.id, "at": e.at, "who": e.who, "deed": e.label().text(lang), "key": e.deed, "state": state(e.state) });
        json::print(&entries.iter().map(entry).collect::<Vec<_>>(), console)?;
        return Ok(Exit::Success);
    }
    let header = |key| text(lang, key);
    let mut table = Table::new(vec![
        table::right(header("cli-column-revision")),
        table::left(header("cli-column-when"), 25),
        table::left(header("cli-column-who"), 20),
        table::left(header("cli-column-state"), 12),
        table::left(header("cli-column-deed"), 90),
    ]);
    for entry in &entries {
        let standing = text(lang, &format!("cli-state-{}", state(entry.state)));
        table.push(vec![
            entry.id.to_string(),
            entry.at.clone(),
            entry.who.clone(),
            standing,
            entry.label().text(lang),
        ]);
    }
    console.print(&table.render())?;
    Ok(Exit::Success)
}

/// Lists the imported files, the issues of one, or removes one.
pub fn sources(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    if let Some(id) = args.get_one::<i64>("remove") {
        let removed = session.remove_source(SourceId(*id))?;
        console.tell(&Message::new("cli-source-removed").with("file", removed.file));
        return Ok(Exit::Success);
    }
    if let Some(id) = args.get_one::<i64>("issues") {
        return issues(&session, SourceId(*id), args, console);
    }
    if args.get_flag("coverage") {
        return told_coverage(&session, args, console);
    }
    let sources = session.sources()?;
    if is_json(args) {
        json::print(&sources.iter().map(source_json).collect::<Vec<_>>(), console)?;
    } else {
        console.print(&source_table(&sources, console).render())?;
    }
    Ok(Exit::Success)
}

/// What the gap of the newest survey rests on.
fn told_coverage(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let gap = session.gap(None, &console.progress(&Message::new("cli-job-gap")))?;
    let found = coverage(&*session.facts()?, &gap);
    if !is_json(args) {
        for sentence in found.sentences(console.lang()) {
            console.line(&sentence)?;
        }
        return Ok(Exit::Success);
    }
    let vintages: serde_json::Map<String, serde_json::Value> = Subject::ALL
        .into_iter()
        .map(|subject| (subject.as_str().to_owned(), json!(found.vintages.get(&subject))))
        .collect();
    let answer = json!({
        "vintages": vintages,
        "survey_cells": found.cells,
        "secret_cells": found.secret_cells,
        "need": Ends::from(found.need),
        "secret_need": Ends::from(found.secret_need),
        "seats": found.seats,
        "seats_estimated": found.seats_estimated,
        "people": found.people.people(),
        "people_estimated": found.people_estimated.people(),
        "assumed_share": found.assumed_share,
        "crosswalk_lines": found.crosswalk,
        "crosswalk_imported": found.crosswalk_imported,
    });
    json::print(&answer, console)?;
    Ok(Exit::Success)
}

fn issues(session: &Session, id: SourceId, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let issues = session.issues(id)?;
    let lang = console.lang();
    if is_json(args) {
        json::print(
            &issues.iter().map(|issue| issue_json(issue, lang)).collect::<Vec<_>>(),
            console,
        )?;
    } else {
        console.print(&issue_table(&issues, usize::MAX, lang))?;
    }
    Ok(Exit::Success)
}

fn source_table(sources: &[Source], console: &Console) -> Table {
    let header = |key| text(console.lang(), key);
    let mut table = Table::new(vec![
        table::right(header("cli-column-number")),
        table::left(header("cli-column-file"), 60),
        table::left(header("cli-column-layout"), 20),
        table::left(header("cli-column-vintage"), 16),
        table::right(header("cli-column-read")),
        table::right(header("cli-column-stored")),
        table::right(header("cli-column-merged")),
        table::right(header("cli-column-refused")),
        table::right(header("cli-column-ignored")),
        table::left(header("cli-column-sha"), 12),
    ]);
    for source in sources {
        let counts = source.counts;
        let number = |n: u64| crate::i18n::integer(console.lang(), i64::try_from(n).unwrap_or(i64::MAX));
        table.push(vec![
            source.id.0.to_string(),
            source.file.clone(),
            source.layout.clone(),
            source.vintage.clone(),
            number(counts.read),
            number(counts.stored),
            number(counts.merged),
            number(counts.refused),
            number(counts.ignored),
            source.sha256.chars().take(10).collect(),
        ]);
    }
    table
}

fn source_json(source: &Source) -> serde_json::Value {
    json!({
        "id": source.id.0,
        "file": source.file,
        "layout": source.layout,
        "vintage": source.vintage,
        "producer": source.producer,
        "licence": source.licence,
        "sha256": source.sha256,
        "imported_at": source.imported_at,
        "rows": {
            "read": source.counts.read,
            "stored": source.counts.stored,
            "merged": source.counts.merged,
            "refused": source.counts.refused,
            "ignored": source.counts.ignored,
        },
    })
}

/// Stable text of JSON and of the texts.
pub fn state(state: DeedState) -> &'static str {
    match state {
        DeedState::Base => "base",
        DeedState::Done => "done",
        DeedState::Undone => "undone",
        DeedState::Dropped => "dropped",
    }
}

pub fn is_json(args: &ArgMatches) -> bool {
    args.get_one::<String>("format").is_some_and(|format| format == "json")
}
