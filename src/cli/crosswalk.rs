//! `releve crosswalk`: the outlets of programmes, what each is worth, and their review.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::console::Console;
use super::error::{CliError, Exit};
use super::import::issue_table;
use super::json::{self, Ends};
use super::table::{self, Table};
use super::territory;
use crate::app::{read_reviews, reviews_csv, ways};
use crate::domain::facts::Facts;
use crate::domain::id::{FapCode, ProgrammeId};
use crate::domain::review::{OutletKey, ReviewEdit, ReviewStatus};
use crate::domain::units::Milli;
use crate::i18n::{self, Lang, Message, text};
use crate::market::crosswalk::{Crosswalk, Effects, OutletLine};
use crate::market::ways::{RomeOrigin, Way};

/// Lists the lines, or reviews some.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    match args.subcommand() {
        Some(("list", args)) => list(args, console),
        Some(("set-aside", args)) => edit(args, &ReviewEdit::SetAside, console),
        Some(("restore", args)) => edit(args, &ReviewEdit::Restore, console),
        Some(("check", args)) => edit(args, &ReviewEdit::Check, console),
        Some(("reopen", args)) => edit(args, &ReviewEdit::Reopen, console),
        Some(("rate", args)) => edit(
            args,
            &ReviewEdit::Confidence(args.get_one("confidence").copied()),
            console,
        ),
        Some(("note", args)) => edit(args, &ReviewEdit::Note(words(args, "note")), console),
        Some(("add", args)) => add(args, console),
        Some(("read", args)) => read(args, console),
        Some(("official", args)) => super::official::run(args, console),
        _ => Err(CliError::UnknownCommand("crosswalk".to_owned())),
    }
}

/// `PROGRAMME:OCCUPATION`.
pub fn outlet(text: &str) -> Result<OutletKey, String> {
    let (programme, fap) = text.split_once(':').ok_or_else(|| text.to_owned())?;
    Ok(OutletKey {
        programme: ProgrammeId::parse(programme).map_err(|error| error.to_string())?,
        fap: FapCode::parse(fap).map_err(|error| error.to_string())?,
    })
}

fn edit(args: &ArgMatches, edit: &ReviewEdit, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let outlets: Vec<OutletKey> = args.get_many("outlets").into_iter().flatten().cloned().collect();
    let lines = session.crosswalk(None, &console.progress(&Message::new("cli-job-crosswalk")))?;
    let unknown = outlets
        .iter()
        .find(|o| !lines.lines.iter().any(|line| line.outlet == **o));
    if let Some(OutletKey { programme, fap }) = unknown {
        let message = Message::new("cli-outlet-unknown").with("programme", programme.as_str());
        console.tell(&message.with("occupation", fap.as_str()));
        return Ok(Exit::RefusedInput);
    }
    let before = session.state().revision;
    let revision = session.edit_outlets(&outlets, edit)?;
    tell(before, revision, console);
    Ok(Exit::Success)
}

fn add(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let before = session.state().revision;
    let mut revision = before;
    for outlet in args.get_many::<OutletKey>("outlets").into_iter().flatten() {
        revision = session.add_outlet(outlet, &words(args, "reason"))?;
    }
    tell(before, revision, console);
    Ok(Exit::Success)
}

/// Reads reviews back from a file; lines refused are told, the others are written.
fn read(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let (name, table) = territory::table(args, "reviews")?;
    let lines = session.crosswalk(None, &console.progress(&Message::new("cli-job-crosswalk")))?;
    let read = read_reviews(&*session.facts()?, &lines, &name, &table);
    if !read.issues.is_empty() {
        console.print(&issue_table(&read.issues, usize::MAX, console.lang()))?;
    }
    console.tell(
        &Message::new("cli-reviews-read")
            .with("changed", read.reviews.len())
            .with("unchanged", read.unchanged)
            .with("refused", read.issues.len()),
    );
    if !read.reviews.is_empty() && !args.get_flag("dry-run") {
        let before = session.state().revision;
        tell(before, session.put_reviews(&read.reviews)?, console);
    }
    Ok(match read.issues.is_empty() {
        true => Exit::Success,
        false => Exit::RefusedInput,
    })
}

/// « Relecture enregistrée », or that nothing changed.
pub(super) fn tell(before: i64, revision: i64, console: &mut Console) {
    let key = match before == revision {
        true => "cli-outlets-same",
        false => "cli-outlets-written",
    };
    console.tell(&Message::new(key).with("revision", revision));
}

fn list(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let year = args.get_one("year").copied();
    let crosswalk = session.crosswalk(year, &console.progress(&Message::new("cli-job-crosswalk")))?;
    let effects = session.outlet_effects(year, &console.progress(&Message::new("cli-job-effects")))?;
    let facts = session.facts()?;
    let programme: Option<&ProgrammeId> = args.get_one("programme");
    let occupation: Option<&FapCode> = args.get_one("occupation");
    let status = args.get_one::<String>("status").and_then(|s| ReviewStatus::parse(s));
    let mut chosen = Crosswalk::clone(&crosswalk);
    chosen.lines.retain(|line| {
        let populated = args.get_flag("all") || line.people.high > Milli::ZERO || line.review.is_some();
        populated
            && programme.is_none_or(|p| line.outlet.programme == *p)
            && occupation.is_none_or(|o| line.outlet.fap == *o)
            && status.is_none_or(|s| line.status() == s)
    });
    match args.get_one::<String>("format").map(String::as_str) {
        Some("csv") => {
            let written = |error: csv::Error| CliError::Output(error.into());
            console.print(&reviews_csv(&facts, &chosen, &effects).map_err(written)?)?;
        }
        Some("json") => {
            let one = |line: &OutletLine| line_json(line, &effects);
            json::print(&chosen.lines.iter().map(one).collect::<Vec<_>>(), console)?;
        }
        _ => print_table(&chosen, &effects, &facts, console)?,
    }
    Ok(Exit::Success)
}

fn print_table(crosswalk: &Crosswalk, effects: &Effects, facts: &Facts, console: &mut Console) -> Result<(), CliError> {
    let lang = console.lang();
    let header = |key: &str| text(lang, key);
    let mut table = Table::new(vec![
        table::left(header("cli-column-outlet"), 16),
        table::left(header("cli-column-programme"), 34),
        table::left(header("cli-column-occupation"), 34),
        table::left(header("app-review-column-status"), 14),
        table::right(header("app-review-column-confidence")),
        table::left(header("cli-column-ways"), 44),
        table::right(header("cli-column-leavers")),
        table::right(header("cli-column-posts")),
        table::right(header("cli-column-effect")),
    ]);
    for line in &crosswalk.lines {
        let OutletKey { programme, fap } = &line.outlet;
        let found = facts.catalogue.programmes.iter().find(|p| p.id == *programme);
        let occupation = facts.catalogue.occupations.iter().find(|o| o.code == *fap);
        table.push(vec![
            format!("{programme}:{fap}"),
            found.map_or_else(String::new, |p| format!("{} {}", p.diploma.as_str(), p.label)),
            occupation.map_or_else(String::new, |o| o.label.clone()),
            status_words(line, lang),
            line.confidence().map_or_else(|| "–".to_owned(), |c| c.to_string()),
            ways(line),
            people(lang, line.people),
            people(lang, line.posts),
            people(lang, effects.of(&line.outlet)),
        ]);
    }
    console.print(&table.render())
}

/// Status in words; one that changes nothing says so.
fn status_words(line: &OutletLine, lang: Lang) -> String {
    let words = text(lang, &format!("app-review-status-{}", line.status().as_str()));
    match line.counted || line.status() == ReviewStatus::SetAside {
        true => words,
        false => format!("{words} !"),
    }
}

pub(super) fn people(lang: Lang, estimate: crate::domain::units::Estimate) -> String {
    i18n::spread(lang, estimate.map(Milli::people), 1)
}

fn line_json(line: &OutletLine, effects: &Effects) -> Value {
    let review = line.review.as_ref();
    json!({
        "programme": line.outlet.programme.as_str(),
        "occupation": line.outlet.fap.as_str(),
        "level": line.level,
        "status": line.status().as_str(),
        "counted": line.counted,
        "confidence": line.confidence(),
        "note": review.map(|r| r.note.as_str()),
        "who": review.map(|r| r.who.as_str()),
        "at": review.map(|r| r.at.as_str()),
        "ways": line.ways.iter().map(way_json).collect::<Vec<_>>(),
        "people": Ends::from(line.people),
        "posts": Ends::from(line.posts),
        "effect": Ends::from(effects.of(&line.outlet)),
    })
}

pub(super) fn way_json(way: &Way) -> Value {
    let (source, row) = match way.origin {
        RomeOrigin::File { source, row } => (Some(source.0), Some(row)),
        RomeOrigin::Official | RomeOrigin::Added => (None, None),
    };
    json!({
        "rome": way.rome.as_str(),
        "origin": way.origin.as_str(),
        "source": source,
        "row": row,
        "read_as": way.read_as.as_ref().map(ToString::to_string),
        "qualifications": way.qualifications,
        "provenance": way.provenance.as_str(),
        "confidence": way.confidence,
        "table": way.table.0,
    })
}

fn words(args: &ArgMatches, id: &str) -> String {
    args.get_one::<String>(id).cloned().unwrap_or_default()
}
