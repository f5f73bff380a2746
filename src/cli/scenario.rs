//! `releve scenario`: branches of the territory, their actions, and what they do to the years to come.

use clap::ArgMatches;
use serde_json::json;

use super::console::Console;
use super::cooperation;
use super::error::{CliError, Exit};
use super::scenario_tables as tables;
use super::{json, territory};
use crate::app::Session;
use crate::domain::id::{BasinCode, ProgrammeId, Uai};
use crate::domain::programme::Route;
use crate::domain::scenario::{ActionKind, ActionStatus, PlanAction, Scenario, SectionKey, Site, Trajectory};
use crate::i18n::Message;
use crate::market::plan::Outlook;

/// Lists, writes or shows scenarios.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let Some((verb, args)) = args.subcommand() else {
        return Err(CliError::UnknownCommand("scenario".to_owned()));
    };
    let session = territory::open(args)?;
    match verb {
        "list" => return list(&session, args, console),
        "show" => return show(&session, args, console),
        "compare" => return compare(&session, args, console),
        "new" => new(&session, args)?,
        "copy" => {
            session.copy_scenario(&word(args, "scenario"), &word(args, "name"))?;
        }
        "set" => set(&session, args)?,
        "remove" => session.remove_scenario(&named(&session, args)?)?,
        "add" => add(&session, args, console)?,
        "change" => change(&session, args)?,
        "drop" => drop_action(&session, args)?,
        "mobility" => cooperation::add_help(&session, &named(&session, args)?, args, console)?,
        "mobility-drop" => cooperation::drop_help(&session, &named(&session, args)?, args)?,
        "decide" => cooperation::decide(&session, &named(&session, args)?, console)?,
        other => return Err(CliError::UnknownCommand(format!("scenario {other}"))),
    }
    console.tell(&Message::new("cli-scenario-written").with("revision", session.state().revision));
    Ok(Exit::Success)
}

fn list(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let facts = session.facts()?;
    if is_json(args) {
        let lines: Vec<_> = facts.scenarios.iter().map(tables::scenario_json).collect();
        json::print(&lines, console)?;
    } else if facts.scenarios.is_empty() {
        console.tell(&Message::new("cli-scenario-none"));
    } else {
        console.print(&tables::scenarios(&facts.scenarios, console.lang()).render())?;
    }
    Ok(Exit::Success)
}

fn new(session: &Session, args: &ArgMatches) -> Result<(), CliError> {
    let scenario = Scenario {
        trajectory: trajectory(args).unwrap_or_default(),
        note: word(args, "note"),
        ..Scenario::new(word(args, "name"))
    };
    session.put_scenario(&scenario)?;
    Ok(())
}

fn set(session: &Session, args: &ArgMatches) -> Result<(), CliError> {
    let mut scenario = named(session, args)?;
    if let Some(name) = args.get_one::<String>("name") {
        scenario.name.clone_from(name);
    }
    if let Some(note) = args.get_one::<String>("note") {
        scenario.note.clone_from(note);
    }
    scenario.trajectory = trajectory(args).unwrap_or(scenario.trajectory);
    session.put_scenario(&scenario)?;
    Ok(())
}

fn add(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<(), CliError> {
    let missing = |id| CliError::MissingArgument(id);
    let site = site(args, "uai", "basin").ok_or(missing("uai"))?;
    let mut action = PlanAction::new(
        kind(args).ok_or(missing("kind"))?,
        SectionKey {
            site,
            programme: args
                .get_one::<ProgrammeId>("programme")
                .cloned()
                .ok_or(missing("programme"))?,
            route: route(args).ok_or(missing("route"))?,
        },
        0,
        args.get_one("rentree").copied().ok_or(missing("rentree"))?,
    );
    rewrite(&mut action, args);
    let number = session.put_action(&named(session, args)?, &action)?;
    console.tell(&Message::new("cli-scenario-action").with("action", number));
    Ok(())
}

fn change(session: &Session, args: &ArgMatches) -> Result<(), CliError> {
    let scenario = named(session, args)?;
    let mut action = of_number(&scenario, args)?;
    rewrite(&mut action, args);
    session.put_action(&scenario, &action)?;
    Ok(())
}

fn drop_action(session: &Session, args: &ArgMatches) -> Result<(), CliError> {
    let scenario = named(session, args)?;
    let action = of_number(&scenario, args)?;
    Ok(session.remove_action(&scenario, &action)?)
}

/// Gives an action what the arguments say; the rest stays.
fn rewrite(action: &mut PlanAction, args: &ArgMatches) {
    let number = |id: &str| args.get_one::<u32>(id).copied();
    action.kind = kind(args).unwrap_or(action.kind);
    action.seats = number("seats").unwrap_or(action.seats);
    action.rentree = args.get_one("rentree").copied().unwrap_or(action.rentree);
    action.fixed_cost = number("fixed-cost").unwrap_or(action.fixed_cost);
    action.seat_cost = number("seat-cost").or(action.seat_cost);
    action.compensation = number("compensation").or(action.compensation);
    if let Some(programme) = args.get_one::<ProgrammeId>("programme") {
        action.section.programme = programme.clone();
    }
    action.section.route = route(args).unwrap_or(action.section.route);
    if let Some(site) = site(args, "uai", "basin") {
        action.section.site = site;
    }
    if let Some(shared) = args.get_many::<BasinCode>("shared-basin") {
        action.shared = shared.cloned().collect();
    }
    action.towards = site(args, "to-uai", "to-basin").or(action.towards.take());
    if let Some(status) = args.get_one::<String>("status").and_then(|s| ActionStatus::parse(s)) {
        action.status = status;
    }
    if let Some(asked_by) = args.get_one::<String>("asked-by") {
        action.asked_by.clone_from(asked_by);
    }
    if let Some(note) = args.get_one::<String>("note") {
        action.note.clone_from(note);
    }
}

fn show(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let outlook = of_name(&outlooks(session, args, console)?, &word(args, "scenario"), session)?;
    let facts = session.facts()?;
    let lang = console.lang();
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::print(&tables::outlook_json(&outlook), console)?,
        Some("csv") => console.print(&tables::years_csv(&outlook)?)?,
        _ => {
            console.print(&tables::years(&outlook, lang).render())?;
            if !outlook.actions.is_empty() {
                console.print("\n")?;
                console.print(&tables::actions(&outlook, &facts, lang).render())?;
            }
            if !outlook.helps.is_empty() {
                console.print("\n")?;
                console.print(&cooperation::helps(&outlook, &facts, lang).render())?;
            }
            let last = outlook.years.last().map_or(0, |year| year.year);
            if let Some(paid) = outlook.break_even.message(last) {
                console.tell(&paid);
            }
            if let Some(decided) = &outlook.decided {
                console.tell(&Message::new("market-plan-note-decided").with("name", decided.as_str()));
            }
            for note in &outlook.notes {
                console.tell(note);
            }
        }
    }
    Ok(Exit::Success)
}

fn compare(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let all = outlooks(session, args, console)?;
    let names = args.get_many::<String>("scenario").into_iter().flatten();
    let chosen = names
        .map(|name| of_name(&all, name, session))
        .collect::<Result<Vec<Outlook>, CliError>>()?;
    if is_json(args) {
        let all: Vec<_> = chosen.iter().map(tables::outlook_json).collect();
        json::print(&json!({ "scenarios": all }), console)?;
    } else {
        console.print(&tables::side_by_side(&chosen, console.lang()).render())?;
    }
    Ok(Exit::Success)
}

fn outlooks(session: &Session, args: &ArgMatches, console: &Console) -> Result<std::sync::Arc<Vec<Outlook>>, CliError> {
    let progress = console.progress(&Message::new("cli-job-outlook"));
    Ok(session.outlooks(args.get_one("year").copied(), &progress)?)
}

fn of_name(outlooks: &[Outlook], name: &str, session: &Session) -> Result<Outlook, CliError> {
    let scenario = session.scenario(name)?;
    let found = outlooks.iter().find(|o| o.scenario.id == scenario.id);
    found.cloned().ok_or_else(|| CliError::UnknownCommand(name.to_owned()))
}

fn named(session: &Session, args: &ArgMatches) -> Result<Scenario, CliError> {
    Ok(session.scenario(&word(args, "scenario"))?)
}

fn of_number(scenario: &Scenario, args: &ArgMatches) -> Result<PlanAction, CliError> {
    let number = args.get_one::<i64>("action").copied().unwrap_or(0);
    let found = scenario.actions.iter().find(|action| action.id == number);
    found.cloned().ok_or(CliError::NoAction(number))
}

fn kind(args: &ArgMatches) -> Option<ActionKind> {
    args.get_one::<String>("kind").and_then(|k| ActionKind::parse(k))
}

fn route(args: &ArgMatches) -> Option<Route> {
    args.get_one::<String>("route").and_then(|r| Route::parse(r))
}

fn trajectory(args: &ArgMatches) -> Option<Trajectory> {
    args.get_one::<String>("trajectory").and_then(|t| Trajectory::parse(t))
}

fn site(args: &ArgMatches, uai: &str, basin: &str) -> Option<Site> {
    Site::of(
        args.get_one::<Uai>(uai).cloned(),
        args.get_one::<BasinCode>(basin).cloned(),
    )
}

fn word(args: &ArgMatches, id: &str) -> String {
    args.get_one::<String>(id).cloned().unwrap_or_default()
}

fn is_json(args: &ArgMatches) -> bool {
    args.get_one::<String>("format").is_some_and(|format| format == "json")
}
