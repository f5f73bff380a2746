//! `releve versions` and `releve journal --deed`: copies kept beside a territory, and what one deed changed.

use clap::ArgMatches;
use serde_json::json;

use super::console::Console;
use super::error::{CliError, Exit};
use super::history::{is_json, state};
use super::json;
use super::main_job;
use super::table::{self, Table};
use super::territory;
use crate::app::{
    DeedChanges, Session, Version, Versions, column_words, ignored_words, restore_version, table_words, version_title,
};
use crate::i18n::{self, Message, text};

/// Lists the versions, keeps one, looks at one or makes a file of one.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    match args.subcommand() {
        Some(("save", args)) => save(&session, args, console),
        Some(("open", args)) => open(&session, args, console),
        Some(("restore", args)) => restore(&session, args, console),
        _ => list(&session, args, console),
    }
}

fn save(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let name = args.get_one::<String>("name").map_or("", String::as_str);
    let version = session.save_version(name)?;
    console.tell(&Message::new("cli-version-saved").with("file", version.path.display().to_string()));
    Ok(Exit::Success)
}

fn open(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let version = asked(session, args)?;
    // The folder of the copy lives until the essentials are told.
    let (copy, _folder) = Session::open_copy(&version.path)?;
    let gap = copy.gap(None, &console.progress(&Message::new("cli-job-gap")))?;
    main_job::essentials(&*copy.facts()?, &gap, console)?;
    Ok(Exit::Success)
}

fn restore(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let target = territory::path(args, "output");
    restore_version(&asked(session, args)?.path, target)?;
    console.tell(&Message::new("cli-version-restored").with("file", target.display().to_string()));
    Ok(Exit::Success)
}

fn asked(session: &Session, args: &ArgMatches) -> Result<Version, CliError> {
    let asked = args.get_one::<String>("version").map_or("", String::as_str);
    Ok(session.version(asked)?)
}

fn list(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let Versions { list, ignored } = session.versions()?;
    let lang = console.lang();
    if is_json(args) {
        let one = |v: &Version| json!({ "version": v.id(), "at": v.at, "reason": v.reason.as_str(), "name": v.name, "revision": v.revision, "bytes": v.bytes, "file": v.path.display().to_string() });
        json::print(&list.iter().map(one).collect::<Vec<_>>(), console)?;
    } else if list.is_empty() {
        console.tell(&Message::new("cli-versions-empty"));
    } else {
        let header = |key| text(lang, key);
        let mut table = Table::new(vec![
            table::left(header("cli-column-version"), 20),
            table::right(header("cli-column-revision")),
            table::right(header("cli-column-size")),
            table::left(header("cli-column-why"), 60),
        ]);
        for version in &list {
            table.push(vec![
                version.id(),
                version.revision.to_string(),
                i18n::decimal(lang, megabytes(version.bytes), 1),
                version_title(version).text(lang),
            ]);
        }
        console.print(&table.render())?;
    }
    for file in &ignored {
        console.tell(&ignored_words(&file.file, file.why.as_ref()));
    }
    Ok(Exit::Success)
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files stay far below 2^53")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// What one deed changed.
pub fn deed(changes: &DeedChanges, as_json: bool, console: &mut Console) -> Result<Exit, CliError> {
    let lang = console.lang();
    let entry = &changes.entry;
    if as_json {
        let tables = changes
            .tables
            .iter()
            .map(|t| json!({ "table": t.table, "added": t.added, "changed": t.changed, "removed": t.removed }));
        let rows = changes.rows.iter().map(|row| {
            let cells = row.cells.iter();
            let cells = cells.map(|c| json!({ "column": c.column, "before": c.before, "after": c.after }));
            json!({ "table": row.table, "id": row.id, "cells": cells.collect::<Vec<_>>() })
        });
        let answer = json!({
            "revision": entry.id, "at": entry.at, "who": entry.who, "deed": entry.label().text(lang), "key": entry.deed,
            "state": state(entry.state), "tables": tables.collect::<Vec<_>>(), "rows": rows.collect::<Vec<_>>(),
        });
        json::print(&answer, console)?;
        return Ok(Exit::Success);
    }
    console.say(&entry.label())?;
    if changes.tables.is_empty() {
        console.tell(&Message::new("cli-deed-forgotten"));
    }
    for table in &changes.tables {
        let told = Message::new("cli-deed-table").with("table", table_words(&table.table));
        let told = told.with("added", table.added).with("changed", table.changed);
        console.say(&told.with("removed", table.removed))?;
    }
    for row in &changes.rows {
        let told = Message::new("cli-deed-row").with("table", table_words(&row.table));
        console.say(&told.with("id", row.id.to_string()))?;
        for cell in &row.cells {
            let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
            let told = Message::new("cli-deed-cell").with("column", column_words(&cell.column));
            let told = told
                .with("before", shown(&cell.before))
                .with("after", shown(&cell.after));
            console.line(&format!("  {}", told.text(lang)))?;
        }
    }
    Ok(Exit::Success)
}
