//! `releve plan optimise`: what the engine proposes besides a scenario, within the means given.

use std::time::Duration;

use clap::ArgMatches;
use serde_json::json;

use super::console::Console;
use super::error::{CliError, Exit};
use super::scenario_tables::{action_json, programme};
use super::table::{self, Table};
use super::{json, territory};
use crate::app::decidable;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::i18n::{self, Lang, Message, text};
use crate::market::plan::{First, PlanAim, PlanRequest, Proposal};

/// Seconds a plan may take where none are asked.
const SECONDS: u32 = 10;

/// Proposes actions, and writes them as a new scenario where a name is given.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let Some(("optimise", args)) = args.subcommand() else {
        return Err(CliError::UnknownCommand("plan".to_owned()));
    };
    let session = territory::open(args)?;
    let facts = session.facts()?;
    let scenario = session.scenario(args.get_one::<String>("scenario").map_or("", String::as_str))?;
    let request = request(args, &facts);
    let seconds = args.get_one::<u32>("seconds").copied().unwrap_or(SECONDS);
    let progress = console.progress(&Message::new("cli-job-plan"));
    let proposal = session.propose(&scenario, &request, Duration::from_secs(seconds.into()), &progress)?;
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        json::print(&proposal_json(&proposal), console)?;
    } else {
        tell(&proposal, &facts, console)?;
    }
    if let Some(name) = args.get_one::<String>("into") {
        session.adopt(&scenario, &proposal, name)?;
        console.tell(&Message::new("cli-scenario-written").with("revision", session.state().revision));
    }
    Ok(Exit::Success)
}

fn request(args: &ArgMatches, facts: &Facts) -> PlanRequest {
    let base = args.get_one::<u16>("year").copied();
    let may = decidable(facts, base);
    let bound = |id: &str, otherwise: u16| args.get_one::<u16>(id).copied().unwrap_or(otherwise);
    let usual = PlanRequest::new(bound("from", *may.start())..=bound("until", *may.end()));
    let count = |id: &str| args.get_one::<u32>(id).copied();
    let share = |id: &str| args.get_one::<f64>(id).map(|percent| (percent / 100.0).clamp(0.0, 1.0));
    PlanRequest {
        base,
        budget: args.get_one("budget").copied(),
        seats: args.get_one("net-seats").copied(),
        openings: count("openings"),
        closings: count("closings"),
        workshop: count("workshop").unwrap_or(usual.workshop),
        transformation: share("transformation"),
        displacement: share("displacement").unwrap_or(usual.displacement),
        first: first(args, facts),
        no_basin_loses: args.get_flag("no-basin-loses"),
        aim: args
            .get_one::<String>("aim")
            .and_then(|aim| PlanAim::parse(aim))
            .unwrap_or_default(),
        ..usual
    }
}

/// The posts that come first: those named, and those the board is known for where it is asked.
fn first(args: &ArgMatches, facts: &Facts) -> First {
    let named = First {
        occupations: args
            .get_many::<FapCode>("first-occupation")
            .into_iter()
            .flatten()
            .cloned()
            .collect(),
        basins: args
            .get_many::<BasinCode>("first-basin")
            .into_iter()
            .flatten()
            .cloned()
            .collect(),
        ..First::default()
    };
    match args.get_flag("board") {
        true => named.with_board(&facts.board),
        false => named,
    }
}

fn tell(proposal: &Proposal, facts: &Facts, console: &mut Console) -> Result<(), CliError> {
    let lang = console.lang();
    console.print(&table(proposal, facts, lang).render())?;
    let gap = proposal.gap;
    #[expect(clippy::cast_precision_loss, reason = "millionths")]
    let share = i18n::decimal(lang, gap as f64 / 10_000.0, 3);
    let standing = Message::new(if proposal.is_proved {
        "cli-plan-proved"
    } else {
        "cli-plan-open"
    });
    console.tell(
        &standing
            .with("share", share)
            .with("looked", proposal.looked_at)
            .with("possible", proposal.possible),
    );
    for limit in &proposal.binding {
        console.tell(&Message::new("cli-plan-binding").with("limit", limit.clone()));
    }
    Ok(())
}

fn table(proposal: &Proposal, facts: &Facts, lang: Lang) -> Table {
    let mut table = Table::new(vec![
        table::left(text(lang, "cli-column-action"), 14),
        table::left(text(lang, "cli-column-section"), 14),
        table::left(text(lang, "cli-column-programme"), 50),
        table::right(text(lang, "cli-column-seats")),
        table::right(text(lang, "cli-column-rentree")),
        table::right(text(lang, "cli-column-weighted-gain")),
    ]);
    for proposed in &proposal.actions {
        let action = &proposed.action;
        table.push(vec![
            text(lang, &format!("action-{}", action.kind.as_str())),
            action.section.site.code().to_owned(),
            programme(facts, &action.section),
            action.seats.to_string(),
            action.rentree.to_string(),
            i18n::decimal(lang, proposed.gain.people(), 1),
        ]);
    }
    table
}

fn proposal_json(proposal: &Proposal) -> serde_json::Value {
    let actions = proposal.actions.iter().map(|p| {
        let mut action = action_json(&p.action);
        action["weighted_gain"] = json!(p.gain.people());
        action
    });
    json!({
        "actions": actions.collect::<Vec<_>>(),
        "without": proposal.without.people(),
        "planned": proposal.planned.people(),
        "bound": proposal.bound.people(),
        "gap_millionths": proposal.gap,
        "proved": proposal.is_proved,
        "looked_at": proposal.looked_at,
        "possible": proposal.possible,
    })
}
