//! `releve plan optimise`: what the engine proposes besides a scenario, within the means given.

use std::time::Duration;

use clap::ArgMatches;
use serde_json::json;

use super::console::Console;
use super::cooperation;
use super::error::{CliError, Exit};
use super::scenario_tables::{action_json, effect_json, posts, programme};
use super::table::{self, Table};
use super::value::euros;
use super::{json, territory};
use crate::app::decidable;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::programme::Route;
use crate::domain::units::Milli;
use crate::i18n::{self, Lang, Message, text};
use crate::market::plan::{ActionEffect, First, Outlook, PlanAim, PlanRequest, Proposal};

/// Seconds a plan may take where none are asked.
const SECONDS: u32 = 10;

/// Proposes actions, and writes them as a new scenario where a name is given.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let args = match args.subcommand() {
        Some(("optimise", args)) => args,
        Some(("hubs", args)) => return cooperation::tell_hubs(args, console),
        _ => return Err(CliError::UnknownCommand("plan".to_owned())),
    };
    let session = territory::open(args)?;
    let facts = session.facts()?;
    let scenario = session.scenario(args.get_one::<String>("scenario").map_or("", String::as_str))?;
    let request = request(args, &facts);
    let seconds = args.get_one::<u32>("seconds").copied().unwrap_or(SECONDS);
    let progress = console.progress(&Message::new("cli-job-plan"));
    let proposal = session.propose(&scenario, &request, Duration::from_secs(seconds.into()), &progress)?;
    let progress = console.progress(&Message::new("cli-job-understand"));
    let outlook = session.explain_plan(&scenario, &proposal, request.base, &progress)?;
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        json::print(&proposal_json(&proposal, &outlook), console)?;
    } else {
        tell((&proposal, &outlook), &facts, console)?;
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
        envelopes: args
            .get_flag("envelopes")
            .then(|| facts.funding.euros_by_year(Route::School)),
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

fn tell((proposal, outlook): (&Proposal, &Outlook), facts: &Facts, console: &mut Console) -> Result<(), CliError> {
    let lang = console.lang();
    console.print(&table((proposal, outlook), facts, lang).render())?;
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

/// What an action of a proposal does: it is the one of the key −1, −2, …
fn effect(outlook: &Outlook, place: usize) -> Option<&ActionEffect> {
    let key = i64::try_from(place).map_or(0, |place| -place - 1);
    outlook.actions.iter().find(|effect| effect.action.id == key)
}

fn table((proposal, outlook): (&Proposal, &Outlook), facts: &Facts, lang: Lang) -> Table {
    let last = outlook.years.last().map_or(0, |year| year.year);
    let mut table = Table::new(vec![
        table::left(text(lang, "cli-column-action"), 14),
        table::left(text(lang, "cli-column-section"), 14),
        table::left(text(lang, "cli-column-programme"), 40),
        table::right(text(lang, "cli-column-seats")),
        table::right(text(lang, "cli-column-rentree")),
        table::right(text(lang, "cli-column-weighted-gain")),
        table::right(format!("{} {last}", text(lang, "cli-column-gain"))),
        table::right(text(lang, "cli-column-displaced")),
        table::right(text(lang, "cli-column-euros-per-post")),
    ]);
    for (place, proposed) in proposal.actions.iter().enumerate() {
        let action = &proposed.action;
        let effect = effect(outlook, place);
        let none = || "–".to_owned();
        let displaced = effect.map(|e| e.moves.iter().flat_map(|m| &m.displaced).map(|d| d.entrants).sum());
        table.push(vec![
            text(lang, &format!("action-{}", action.kind.as_str())),
            action.section.site.code().to_owned(),
            programme(facts, &action.section),
            action.seats.to_string(),
            action.rentree.to_string(),
            i18n::decimal(lang, proposed.gain.people(), 1),
            effect
                .and_then(|e| e.filled.last())
                .map_or_else(none, |filled| posts(lang, *filled)),
            displaced.map_or_else(none, |entrants: Milli| i18n::decimal(lang, entrants.people(), 1)),
            effect
                .and_then(|e| e.euros_per_post)
                .map_or_else(none, |range| euros(lang, range)),
        ]);
    }
    table
}

fn proposal_json(proposal: &Proposal, outlook: &Outlook) -> serde_json::Value {
    let actions = proposal.actions.iter().enumerate().map(|(place, p)| {
        let mut action = action_json(&p.action);
        action["weighted_gain"] = json!(p.gain.people());
        action["effect"] = effect(outlook, place).map_or(serde_json::Value::Null, |e| effect_json(e, outlook));
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
