//! `releve find`: any thing of a territory by a few words, as the search of the window.

use clap::ArgMatches;
use serde_json::json;

use super::console::Console;
use super::error::{CliError, Exit};
use super::json;
use super::table::{self, Table};
use super::territory;
use crate::app::find::Entry;
use crate::i18n::{Message, text};

/// Characters of a name before it is cut.
const NAME: usize = 100;

/// Lists what answers the words, best first.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let lang = console.lang();
    let index = territory::open(args)?.index(lang)?;
    let words: Vec<&str> = args
        .get_many::<String>("words")
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let most = args.get_one::<u32>("top").and_then(|top| usize::try_from(*top).ok());
    let found = index.search(&words.join(" "), most.unwrap_or(usize::MAX));
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        let entry = |e: &&Entry| json!({ "kind": e.kind.as_str(), "name": e.name, "code": e.target.code() });
        json::print(&found.iter().map(entry).collect::<Vec<_>>(), console)?;
        return Ok(Exit::Success);
    }
    if found.is_empty() {
        console.tell(&Message::new("cli-find-nothing"));
        return Ok(Exit::Success);
    }
    let mut table = Table::new(vec![
        table::left(text(lang, "cli-column-kind"), 20),
        table::left(text(lang, "cli-column-name"), NAME),
        table::left(text(lang, "cli-column-code"), 40),
    ]);
    for entry in found {
        table.push(vec![entry.kind.label(lang), entry.name.clone(), entry.target.code()]);
    }
    console.print(&table.render())?;
    Ok(Exit::Success)
}
