//! `releve new`, `check` and `export`: territory files themselves.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;

use super::console::Console;
use super::error::{CliError, Exit};
use super::json;
use crate::app::{AppError, NewTerritory, ReportFormat, ReportRequest, Session};
use crate::domain::id::RegionCode;
use crate::i18n::Message;

/// Opens the territory a command names.
pub fn open(args: &ArgMatches) -> Result<Session, CliError> {
    Ok(Session::open(path(args, "territory"))?)
}

/// The path of an argument the parser requires.
pub fn path<'a>(args: &'a ArgMatches, id: &str) -> &'a Path {
    args.get_one::<PathBuf>(id).map_or(Path::new(""), PathBuf::as_path)
}

/// The name and the text of a table that an argument names.
pub fn table(args: &ArgMatches, id: &str) -> Result<(String, String), CliError> {
    let path = path(args, id);
    let bytes = std::fs::read(path).map_err(|error| AppError::Unreadable {
        path: path.to_owned(),
        reason: error.to_string(),
    })?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, String::from_utf8_lossy(&bytes).into_owned()))
}

/// Creates a territory file.
pub fn create(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let file = path(args, "file");
    let regions: Vec<RegionCode> = args.get_many("region").into_iter().flatten().cloned().collect();
    let new = if args.get_flag("demo") {
        NewTerritory::Demonstration
    } else {
        let name = args.get_one::<String>("name").cloned();
        NewTerritory::Regions { name, regions }
    };
    let session = Session::create(file, &new)?;
    let state = session.state();
    console.tell(
        &Message::new("cli-created")
            .with("file", file.display().to_string())
            .with("territory", state.territory.name.as_str()),
    );
    if new == NewTerritory::Demonstration {
        console.tell(&Message::new("simulated"));
    }
    Ok(Exit::Success)
}

/// Checks a file from its bytes to its journal.
pub fn check(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let report = open(args)?.check()?;
    let texts: Vec<String> = report
        .findings
        .iter()
        .map(|finding| finding.text(console.lang()))
        .collect();
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        let answer = json!({ "sound": report.is_sound(), "revision": report.revision, "findings": texts });
        json::print(&answer, console)?;
    } else if report.is_sound() {
        console.say(&Message::new("cli-check-sound").with("revision", report.revision))?;
    } else {
        texts.iter().try_for_each(|text| console.line(text))?;
    }
    Ok(if report.is_sound() {
        Exit::Success
    } else {
        Exit::CheckFailed
    })
}

/// Copies the file, or writes its tables as CSV in a folder.
pub fn export(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = open(args)?;
    let target = path(args, "output");
    if !args.get_flag("csv") {
        session.save_copy(target)?;
        console.tell(&Message::new("cli-copied").with("file", target.display().to_string()));
        return Ok(Exit::Success);
    }
    let request = ReportRequest {
        formats: vec![ReportFormat::Csv],
        target: target.to_owned(),
        lang: console.lang(),
        year: args.get_one("year").copied(),
    };
    for file in session.export_report(&request, &console.progress(&Message::new("cli-job-report")))? {
        console.line(&file.display().to_string())?;
    }
    Ok(Exit::Success)
}
