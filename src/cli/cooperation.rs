//! `releve scenario mobility|mobility-drop|decide` and `releve plan hubs`: what basins do together, and what is decided.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::console::Console;
use super::error::{CliError, Exit};
use super::json::{self, Ends};
use super::scenario_tables::{by_year, posts, spent};
use super::table::{self, Table};
use super::territory;
use super::value::euros;
use crate::app::{AppError, Session};
use crate::domain::facts::Facts;
use crate::domain::id::BasinCode;
use crate::domain::scenario::{ActionStatus, HelpKind, MobilityHelp, Scenario};
use crate::domain::units::{Milli, Range};
use crate::i18n::{self, Lang, Message, text};
use crate::market::plan::{HelpEffect, Hub, Outlook, hubs};

/// Hubs told where no number is asked.
const HUBS: u32 = 10;

/// Adds a mobility help to a scenario; its number is told.
pub fn add_help(
    session: &Session,
    scenario: &Scenario,
    args: &ArgMatches,
    console: &mut Console,
) -> Result<(), CliError> {
    let number = |id: &'static str| args.get_one::<u32>(id).copied();
    let kind = args.get_one::<String>("kind").and_then(|k| HelpKind::parse(k));
    let status = args.get_one::<String>("status").and_then(|s| ActionStatus::parse(s));
    let help = MobilityHelp {
        id: 0,
        kind: kind.unwrap_or_default(),
        basin: args
            .get_one::<BasinCode>("basin")
            .cloned()
            .ok_or(CliError::MissingArgument("basin"))?,
        people: number("people").ok_or(CliError::MissingArgument("people"))?,
        km: number("km").ok_or(CliError::MissingArgument("km"))?,
        person_cost: number("person-cost"),
        fixed_cost: number("fixed-cost").unwrap_or(0),
        from: args.get_one("from").copied().ok_or(CliError::MissingArgument("from"))?,
        until: args.get_one("until").copied(),
        status: status.unwrap_or_default(),
        note: args.get_one::<String>("note").cloned().unwrap_or_default(),
    };
    let number = session.put_help(scenario, &help)?;
    console.tell(&Message::new("cli-scenario-help").with("help", number));
    Ok(())
}

/// Takes a mobility help of a scenario away.
pub fn drop_help(session: &Session, scenario: &Scenario, args: &ArgMatches) -> Result<(), CliError> {
    let number = args.get_one::<i64>("help-number").copied().unwrap_or(0);
    let help = scenario.helps.iter().find(|help| help.id == number);
    Ok(session.remove_help(scenario, help.ok_or(CliError::NoHelp(number))?)?)
}

/// Makes what is approved of a scenario part of what the others stand on.
pub fn decide(session: &Session, scenario: &Scenario, console: &mut Console) -> Result<(), CliError> {
    let count = session.decide(scenario, &text(console.lang(), "scenario-decided-name"))?;
    console.tell(&Message::new("cli-scenario-decided").with("count", count));
    Ok(())
}

/// Where one section would reach most posts that nothing reaches.
pub fn tell_hubs(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let facts = session.facts()?;
    let count = args.get_one::<u32>("count").copied().unwrap_or(HUBS);
    let found = hubs(
        &facts,
        args.get_one("year").copied(),
        usize::try_from(count).unwrap_or(usize::MAX),
    )
    .map_err(AppError::from)?;
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        json::print(
            &json!({ "hubs": found.iter().map(hub_json).collect::<Vec<_>>() }),
            console,
        )?;
    } else if found.is_empty() {
        console.tell(&Message::new("cli-plan-no-hub"));
    } else {
        console.print(&hub_table(&found, &facts, console.lang()).render())?;
        console.tell(&Message::new("market-plan-note-hubs"));
    }
    Ok(Exit::Success)
}

fn hub_table(found: &[Hub], facts: &Facts, lang: Lang) -> Table {
    let mut table = Table::new(vec![
        table::left(text(lang, "cli-column-hub"), 26),
        table::left(text(lang, "cli-column-programme"), 40),
        table::left(text(lang, "cli-column-host"), 10),
        table::right(text(lang, "cli-column-posts-reached")),
        table::right(text(lang, "cli-column-basins-served")),
    ]);
    let names = facts.catalogue.names();
    for hub in found {
        let programme = facts.catalogue.programmes.iter().find(|p| p.id == hub.programme);
        let basins: std::collections::BTreeSet<&BasinCode> = hub.served.iter().map(|s| &s.basin).collect();
        table.push(vec![
            names.basin(&hub.basin).unwrap_or(hub.basin.as_str()).to_owned(),
            programme.map_or_else(String::new, |p| format!("{} {}", p.diploma.as_str(), p.label)),
            hub.host.as_ref().map_or_else(|| "–".to_owned(), ToString::to_string),
            i18n::spread(lang, hub.posts.map(Milli::people), 1),
            basins.len().to_string(),
        ]);
    }
    table
}

fn hub_json(hub: &Hub) -> Value {
    let served = hub
        .served
        .iter()
        .map(|s| json!({ "basin": s.basin.as_str(), "occupation": s.fap.as_str(), "posts": Ends::from(s.posts) }));
    json!({
        "basin": hub.basin.as_str(),
        "programme": hub.programme.as_str(),
        "host": hub.host.as_ref().map(ToString::to_string),
        "seats": hub.seats,
        "posts": Ends::from(hub.posts),
        "served": served.collect::<Vec<_>>(),
    })
}

/// The helps of a scenario, each with what it fills among everything else.
pub fn helps(outlook: &Outlook, facts: &Facts, lang: Lang) -> Table {
    let last = outlook.years.last().map_or(0, |year| year.year);
    let mut table = Table::new(vec![
        table::right(text(lang, "cli-column-number")),
        table::left(text(lang, "cli-column-help"), 14),
        table::left(text(lang, "cli-column-basin"), 26),
        table::right(text(lang, "cli-column-km-more")),
        table::right(text(lang, "cli-column-since")),
        table::right(format!("{} {last}", text(lang, "cli-column-sent"))),
        table::right(format!("{} {last}", text(lang, "cli-column-gain"))),
        table::right(text(lang, "cli-column-spent")),
        table::right(text(lang, "cli-column-euros-per-post")),
    ]);
    let names = facts.catalogue.names();
    let none = || "–".to_owned();
    for effect in &outlook.helps {
        let help = &effect.help;
        let whole = effect.spent.as_ref();
        let whole = whole.map(|years| years.iter().fold(Range::exact(0.0), |sum, year| sum + *year));
        table.push(vec![
            help.id.to_string(),
            text(lang, &format!("help-kind-{}", help.kind.as_str())),
            names.basin(&help.basin).unwrap_or(help.basin.as_str()).to_owned(),
            help.km.to_string(),
            help.from.to_string(),
            effect.sent.last().map_or_else(none, |sent| posts(lang, *sent)),
            effect.filled.last().map_or_else(none, |filled| posts(lang, *filled)),
            spent(lang, whole),
            effect.euros_per_post.map_or_else(none, |range| euros(lang, range)),
        ]);
    }
    table
}

/// A help as it is written.
pub fn help_json(help: &MobilityHelp) -> Value {
    json!({
        "help": help.id,
        "kind": help.kind.as_str(),
        "basin": help.basin.as_str(),
        "people": help.people,
        "km": help.km,
        "person_cost": help.person_cost,
        "fixed_cost": help.fixed_cost,
        "from": help.from,
        "until": help.until,
        "status": help.status.as_str(),
        "note": help.note,
    })
}

/// What a help does.
pub fn effect_json(effect: &HelpEffect, outlook: &Outlook) -> Value {
    json!({
        "help": effect.help.id,
        "sent": by_year(&effect.sent, outlook),
        "filled": by_year(&effect.filled, outlook),
        "spent": effect.spent.as_ref().map(|s| s.iter().map(|r| Ends::from(*r)).collect::<Vec<_>>()),
        "euros_per_post": effect.euros_per_post.map(Ends::from),
    })
}
