//! `releve assumptions`: list, set and reset what the model supposes.

use clap::ArgMatches;
use serde_json::json;

use super::console::Console;
use super::error::{CliError, Exit};
use super::import::issue_table;
use super::json::{self, Ends};
use super::table::{self, Table};
use super::territory;
use crate::app::{Session, assumptions_csv, read_assumptions};
use crate::domain::assumption::{Assumption, AssumptionKey};
use crate::domain::units::Range;
use crate::i18n::{self, Lang, Message, origin, text};

/// Lists the assumptions, or changes one.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    match args.subcommand() {
        Some(("set", args)) => set(&session, args, console),
        Some(("reset", args)) => reset(&session, args, console),
        Some(("read", args)) => read(&session, args, console),
        _ => list(&session, args, console),
    }
}

fn set(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let number = |id: &str| args.get_one::<f64>(id).copied().unwrap_or(f64::NAN);
    let (key, scope) = (key(args)?, scope(args));
    // Where the changed value came from stays told beside it.
    let facts = session.facts()?;
    let origin = facts.assumptions.exactly(key, &scope).map(|a| a.source.clone());
    let assumption = Assumption {
        key,
        scope,
        value: Range::new(number("low"), number("central"), number("high")),
        source: origin.unwrap_or_else(|| text(Lang::Fr, "app-assumption-edited")),
        edited: true,
    };
    let revision = session.set_assumption(&assumption)?;
    console.tell(
        &Message::new("cli-assumption-set")
            .with("key", assumption.key.as_str())
            .with("revision", revision),
    );
    Ok(Exit::Success)
}

fn reset(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let key = key(args)?;
    let revision = session.reset_assumption(key, &scope(args))?;
    console.tell(
        &Message::new("cli-assumption-reset")
            .with("key", key.as_str())
            .with("revision", revision),
    );
    Ok(Exit::Success)
}

/// Reads a table of assumptions from a file; lines refused are told, the others are written as one deed.
fn read(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let (name, table) = territory::table(args, "assumptions")?;
    let read = read_assumptions(&*session.facts()?, &name, &table);
    if !read.issues.is_empty() {
        console.print(&issue_table(&read.issues, usize::MAX, console.lang()))?;
    }
    console.tell(
        &Message::new("cli-reviews-read")
            .with("changed", read.assumptions.len())
            .with("unchanged", read.unchanged)
            .with("refused", read.issues.len()),
    );
    if !read.assumptions.is_empty() && !args.get_flag("dry-run") {
        let revision = session.put_assumptions(&read.assumptions)?;
        console.tell(&Message::new("cli-assumptions-read").with("revision", revision));
    }
    Ok(match read.issues.is_empty() {
        true => Exit::Success,
        false => Exit::RefusedInput,
    })
}

fn list(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let facts = session.facts()?;
    let lang = console.lang();
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        let one = |a: &Assumption| json!({ "key": a.key.as_str(), "scope": a.scope, "value": Ends::from(a.value), "source": a.source, "edited": a.edited });
        json::print(&facts.assumptions.iter().map(one).collect::<Vec<_>>(), console)?;
        return Ok(Exit::Success);
    }
    if args.get_one::<String>("format").is_some_and(|format| format == "csv") {
        console.print(&assumptions_csv(&facts.assumptions))?;
        return Ok(Exit::Success);
    }
    let header = |key| text(lang, key);
    let mut table = Table::new(vec![
        table::left(header("cli-column-key"), 24),
        table::left(header("cli-column-scope"), 24),
        table::right(header("cli-column-low")),
        table::right(header("cli-column-central")),
        table::right(header("cli-column-high")),
        table::left(header("cli-column-edited"), 10),
        table::left(header("cli-column-source"), 80),
    ]);
    for a in facts.assumptions.iter() {
        let edited = if a.edited { header("cli-yes") } else { String::new() };
        let Range { low, central, high } = a.value.map(|number| shown(lang, number));
        table.push(vec![
            a.key.as_str().to_owned(),
            a.scope.clone(),
            low,
            central,
            high,
            edited,
            origin(&a.source).text(lang),
        ]);
    }
    console.print(&table.render())?;
    Ok(Exit::Success)
}

/// Rates with two decimals, kilometres and people without.
fn shown(lang: Lang, number: f64) -> String {
    i18n::decimal(lang, number, if number.fract() == 0.0 && number > 1.5 { 0 } else { 2 })
}

fn key(args: &ArgMatches) -> Result<AssumptionKey, CliError> {
    let word = args.get_one::<String>("key").map_or("", String::as_str);
    AssumptionKey::parse(word).ok_or_else(|| CliError::UnknownAssumption(word.to_owned()))
}

fn scope(args: &ArgMatches) -> String {
    args.get_one::<String>("scope").cloned().unwrap_or_default()
}
