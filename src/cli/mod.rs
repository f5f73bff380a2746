//! The terminal twin: what the window can do, a command line can do. Only data goes to stdout; words about it go to stderr.

mod args;
mod args_board;
mod args_crosswalk;
mod args_funding;
mod args_scenario;
mod args_skills;
mod args_versions;
mod assumptions;
mod board;
mod board_tables;
mod calibrate;
mod causes;
mod compare;
mod console;
mod cooperation;
mod crosswalk;
mod error;
mod explain;
mod find;
mod flows;
mod funding;
mod funding_csv;
mod funding_json;
mod funding_tables;
mod gap;
mod gap_csv;
mod history;
mod import;
mod indicators;
mod json;
mod lens;
mod main_job;
mod needs;
mod official;
mod optimise;
mod refusal;
mod report;
mod scenario;
mod scenario_tables;
mod sensitivity;
mod skills;
mod skills_tables;
mod table;
mod territory;
mod value;
mod versions;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::app::settings::system_lang;
use crate::app::{crash, log};
use crate::i18n::Lang;

use console::Console;
use error::{CliError, Exit};

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    log::start();
    if let Some(folder) = crash::folder() {
        crash::install(folder);
    }
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let lang = asked_lang(&arguments).unwrap_or_else(system_lang);
    let mut console = Console::of_process(lang);
    if let Some(file) = asked_file(&arguments) {
        return finish(main_job::run(Some(file), &mut console), &mut console).into();
    }
    let exit = match args::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => finish(run(&matches, &mut console), &mut console),
        Err(error) => refusal::tell(&error, &mut console),
    };
    exit.into()
}

/// Errors are told here, once, and nowhere else.
fn finish(result: Result<Exit, CliError>, console: &mut Console) -> Exit {
    match result.and_then(|exit| console.flush().map(|()| exit)) {
        Ok(exit) => exit,
        Err(error) if error.is_broken_pipe() => Exit::Success,
        Err(error) => {
            tracing::error!(%error, "the command failed");
            console.tell_error(&error);
            error.exit()
        }
    }
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    if let Some(name) = matches.subcommand_name() {
        crash::note(name);
    }
    match matches.subcommand() {
        None => main_job::run(None, console),
        Some(("new", args)) => territory::create(args, console),
        Some(("import", args)) => import::run(args, console),
        Some(("gap", args)) => gap::run(args, console),
        Some(("explain", args)) => explain::run(args, console),
        Some(("flows", args)) => flows::run(args, console),
        Some(("indicators", args)) => indicators::run(args, console),
        Some(("value", args)) => value::run(args, console),
        Some(("needs", args)) => needs::run(args, console),
        Some(("find", args)) => find::run(args, console),
        Some(("funding", args)) => funding::run(args, console),
        Some(("board", args)) => board::run(args, console),
        Some(("plan", args)) => optimise::run(args, console),
        Some(("scenario", args)) => scenario::run(args, console),
        Some(("skills", args)) => skills::run(args, console),
        Some(("sensitivity", args)) => sensitivity::run(args, console),
        Some(("report", args)) => report::run(args, console),
        Some(("check", args)) => territory::check(args, console),
        Some(("export", args)) => territory::export(args, console),
        Some(("undo", args)) => history::undo(args, console),
        Some(("redo", args)) => history::redo(args, console),
        Some(("journal", args)) => history::journal(args, console),
        Some(("compare", args)) => compare::run(args, console),
        Some(("versions", args)) => versions::run(args, console),
        Some(("sources", args)) => history::sources(args, console),
        Some(("assumptions", args)) => assumptions::run(args, console),
        Some(("crosswalk", args)) => crosswalk::run(args, console),
        Some(("calibrate", args)) => calibrate::run(args, console),
        Some((name, _)) => Err(CliError::UnknownCommand(name.to_owned())),
    }
}

/// `--lang en` or `--lang=en`, read before the parser, whose own words depend on it.
fn asked_lang(arguments: &[OsString]) -> Option<Lang> {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let following = || texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let tag = joined.or_else(following)?;
    Lang::ALL.into_iter().find(|lang| lang.as_str() == tag)
}

/// `releve FILE.releve`: a desktop opens files this way. Any other word is a command.
fn asked_file(arguments: &[OsString]) -> Option<PathBuf> {
    let [_, file] = arguments else { return None };
    let file = PathBuf::from(file);
    file.extension().is_some_and(|e| e == "releve").then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_territory_file_alone_is_opened() {
        let asked = |text: &str| asked_file(&text.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked("releve t/a.releve"), Some(PathBuf::from("t/a.releve")));
        assert_eq!(asked("releve gap"), None);
        assert_eq!(asked("releve gap a.releve"), None);
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are_parsed() {
        let asked = |text: &str| asked_lang(&text.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked("releve --lang en gap"), Some(Lang::En));
        assert_eq!(asked("releve gap --lang=fr"), Some(Lang::Fr));
        assert_eq!(asked("releve gap --lang de"), None);
        assert_eq!(asked("releve gap"), None);
    }
}
