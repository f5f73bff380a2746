//! `releve funding`: who pays, which programmes fill most posts for their cost, what an envelope buys, what a scenario leaves to pay.

use clap::ArgMatches;
use jiff::civil::Date;

use super::console::Console;
use super::error::{CliError, Exit};
use super::import::issue_table;
use super::{funding_csv as csv, funding_json as told, funding_tables as tables};
use super::{json, territory};
use crate::app::{Issue, ReadRows, Session, aids_csv, npecs_csv, read_aids, read_npecs};
use crate::domain::funding::{Aid, Envelope, Funder, FundingLine, Npec, Pays};
use crate::domain::id::{IdccCode, ProgrammeId};
use crate::i18n::Message;
use crate::market::funding::{FundingRefusal, PurchaseRequest};
use crate::report::money::{purchase_notes, scenario_notes, waste_notes};

/// Seats more that a section can take where nothing is asked: as for a plan.
const WORKSHOP: u32 = 48;

/// Lists, writes or computes.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let unknown = || CliError::UnknownCommand("funding".to_owned());
    let (verb, args) = args.subcommand().ok_or_else(unknown)?;
    match verb {
        "list" => list(args, console),
        "envelope" => {
            let (verb, args) = args.subcommand().ok_or_else(unknown)?;
            envelope(verb, args, console)
        }
        "aid" => {
            let (verb, args) = args.subcommand().ok_or_else(unknown)?;
            aid(verb, args, console)
        }
        "npec" => {
            let (verb, args) = args.subcommand().ok_or_else(unknown)?;
            npec(verb, args, console)
        }
        "give" => give(args, console),
        "rank" => rank(args, console),
        "buys" => buys(args, console),
        "wasted" => wasted(args, console),
        "scenario" => scenario(args, console),
        other => Err(CliError::UnknownCommand(format!("funding {other}"))),
    }
}

fn list(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let facts = session.facts()?;
    let lang = console.lang();
    if is(args, "json") {
        json::print(&told::funding_json(&facts.funding), console)?;
        return Ok(Exit::Success);
    }
    if facts.funding.envelopes.is_empty() {
        console.tell(&Message::new("cli-funding-none"));
        return Ok(Exit::Success);
    }
    console.print(&tables::envelopes(&facts, lang).render())?;
    for envelope in &facts.funding.envelopes {
        for scenario in &facts.scenarios {
            let taken = facts
                .funding
                .taken(envelope.id, |id| scenario.actions.iter().any(|a| a.id == id));
            if taken > envelope.euros {
                let told = Message::new("funding-overspent").with("name", envelope.name.as_str());
                let told = told
                    .with("year", envelope.year.to_string())
                    .with("scenario", scenario.name.as_str());
                console.tell(&told.with("euros", taken - envelope.euros));
            }
        }
    }
    Ok(Exit::Success)
}

fn envelope(verb: &str, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let known = || -> Result<Envelope, CliError> {
        let number = number(args, "number");
        let facts = session.facts()?;
        facts.funding.envelope(number).cloned().ok_or(CliError::NoRow(number))
    };
    match verb {
        "add" => {
            let blank = Envelope {
                id: 0,
                name: String::new(),
                funder: Funder::default(),
                year: 0,
                euros: 0,
                pays: Pays::default(),
                source: String::new(),
                note: String::new(),
            };
            let number = session.put_envelope(&rewritten(blank, args))?;
            console.tell(&Message::new("cli-funding-number").with("number", number));
        }
        "change" => {
            session.put_envelope(&rewritten(known()?, args))?;
        }
        "remove" => session.remove_envelope(&known()?)?,
        other => return Err(CliError::UnknownCommand(format!("funding envelope {other}"))),
    }
    written(&session, console)
}

/// The envelope with what the arguments say; the rest stays.
fn rewritten(mut envelope: Envelope, args: &ArgMatches) -> Envelope {
    let word = |id: &str| args.get_one::<String>(id).cloned();
    envelope.name = word("name").unwrap_or(envelope.name);
    envelope.source = word("source").unwrap_or(envelope.source);
    envelope.note = word("note").unwrap_or(envelope.note);
    envelope.funder = word("funder")
        .and_then(|f| Funder::parse(&f))
        .unwrap_or(envelope.funder);
    envelope.pays = word("pays").and_then(|p| Pays::parse(&p)).unwrap_or(envelope.pays);
    envelope.year = args.get_one("year").copied().unwrap_or(envelope.year);
    envelope.euros = args.get_one("euros").copied().unwrap_or(envelope.euros);
    envelope
}

fn aid(verb: &str, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let facts = session.facts()?;
    match verb {
        "list" => match format(args) {
            "csv" => console.print(&csv::csv_text(aids_csv(&facts.funding))?)?,
            "json" => json::print(
                &facts.funding.aids.iter().map(told::aid_json).collect::<Vec<_>>(),
                console,
            )?,
            _ if facts.funding.aids.is_empty() => console.tell(&Message::new("cli-funding-no-aid")),
            _ => console.print(&tables::aids(&facts, console.lang()).render())?,
        },
        "read" => {
            let (name, text) = territory::table(args, "rows")?;
            let read = read_aids(&facts.funding, &name, &text);
            return put_read(&read, (args, console), &session, |rows| Ok(session.put_aids(rows)?));
        }
        "add" => {
            let level = |id| args.get_one::<u8>(id).copied().unwrap_or_default();
            let size = |id| args.get_one::<u32>(id).copied();
            let number = session.put_aid(&Aid {
                id: 0,
                name: args
                    .get_one::<String>("name")
                    .cloned()
                    .unwrap_or_default()
                    .trim()
                    .to_owned(),
                from: first_day(args)?,
                to: args.get_one("to").copied(),
                levels: (level("level-from"), level("level-to")),
                firm: (size("firm-from").unwrap_or(0), size("firm-to")),
                euros: args.get_one("euros").copied().unwrap_or_default(),
                source: args.get_one::<String>("source").cloned().unwrap_or_default(),
            })?;
            console.tell(&Message::new("cli-funding-number").with("number", number));
            return written(&session, console);
        }
        "remove" => {
            let number = number(args, "number");
            let found = facts.funding.aids.iter().find(|aid| aid.id == number);
            session.remove_aid(found.ok_or(CliError::NoRow(number))?)?;
            return written(&session, console);
        }
        other => return Err(CliError::UnknownCommand(format!("funding aid {other}"))),
    }
    Ok(Exit::Success)
}

fn npec(verb: &str, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let facts = session.facts()?;
    match verb {
        "list" => match format(args) {
            "csv" => console.print(&csv::csv_text(npecs_csv(&facts.funding))?)?,
            "json" => json::print(
                &facts.funding.npecs.iter().map(told::npec_json).collect::<Vec<_>>(),
                console,
            )?,
            _ if facts.funding.npecs.is_empty() => console.tell(&Message::new("cli-funding-no-npec")),
            _ => console.print(&tables::npecs(&facts, console.lang()).render())?,
        },
        "read" => {
            let (name, text) = territory::table(args, "rows")?;
            let read = read_npecs(&facts.funding, &name, &text);
            return put_read(&read, (args, console), &session, |rows| Ok(session.put_npecs(rows)?));
        }
        "add" => {
            let number = session.put_npec(&Npec {
                id: 0,
                code: args
                    .get_one::<ProgrammeId>("code")
                    .cloned()
                    .ok_or(CliError::MissingArgument("code"))?,
                branch: args.get_one::<IdccCode>("branch").cloned(),
                from: first_day(args)?,
                to: args.get_one("to").copied(),
                euros: args.get_one("euros").copied().unwrap_or_default(),
                source: args.get_one::<String>("source").cloned().unwrap_or_default(),
            })?;
            console.tell(&Message::new("cli-funding-number").with("number", number));
            return written(&session, console);
        }
        "remove" => {
            let number = number(args, "number");
            let found = facts.funding.npecs.iter().find(|npec| npec.id == number);
            session.remove_npec(found.ok_or(CliError::NoRow(number))?)?;
            return written(&session, console);
        }
        other => return Err(CliError::UnknownCommand(format!("funding npec {other}"))),
    }
    Ok(Exit::Success)
}

/// Tells what was read; writes it all, or nothing where a line is refused.
fn put_read<T>(
    read: &ReadRows<T>,
    (args, console): (&ArgMatches, &mut Console),
    session: &Session,
    put: impl FnOnce(&[T]) -> Result<(), CliError>,
) -> Result<Exit, CliError> {
    let issues: &[Issue] = &read.issues;
    console.tell(
        &Message::new("cli-reviews-read")
            .with("changed", read.rows.len())
            .with("unchanged", read.unchanged)
            .with("refused", issues.len()),
    );
    if !issues.is_empty() {
        console.print(&issue_table(issues, usize::MAX, console.lang()))?;
        console.tell(&Message::new("cli-funding-nothing-read"));
        return Ok(Exit::RefusedInput);
    }
    if !read.rows.is_empty() && !args.get_flag("dry-run") {
        put(&read.rows)?;
        return written(session, console);
    }
    Ok(Exit::Success)
}

fn give(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    session.put_funding_line(FundingLine {
        action: number(args, "action"),
        envelope: number(args, "envelope"),
        euros: args.get_one("euros").copied().unwrap_or_default(),
    })?;
    written(&session, console)
}

fn rank(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let progress = console.progress(&Message::new("cli-job-value"));
    let ranking = session.ranking(args.get_one("year").copied(), &progress)?;
    let lang = console.lang();
    match format(args) {
        "json" => json::print(&told::ranking_json(&ranking), console)?,
        "csv" => console.print(&csv::ranking_csv(&ranking)?)?,
        _ => {
            console.print(&tables::ranking(&ranking, lang).render())?;
            console.tell(&Message::new("funding-rank-method").with("rentree", ranking.rentree.to_string()));
            if ranking.lines.iter().all(|line| line.cost.euros.is_none()) {
                console.tell(&Message::new("funding-no-cost"));
            }
        }
    }
    Ok(Exit::Success)
}

fn buys(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let request = request(args, &session)?;
    let progress = console.progress(&Message::new("cli-job-buys"));
    let bought = session.buys(&request, &progress)?;
    let lang = console.lang();
    match format(args) {
        "json" => json::print(&told::purchase_json(&bought), console)?,
        "csv" => console.print(&csv::purchase_csv(&bought)?)?,
        _ => {
            console.print(&tables::purchase(&bought, lang).render())?;
            for note in purchase_notes(&bought, lang) {
                console.tell(&note);
            }
        }
    }
    Ok(Exit::Success)
}

/// The euros asked, or those of an envelope with what it may pay.
fn request(args: &ArgMatches, session: &Session) -> Result<PurchaseRequest, CliError> {
    let facts = session.facts()?;
    let known = match args.get_one::<i64>("envelope").copied() {
        None => None,
        Some(number) => {
            let unknown = FundingRefusal::NoEnvelope { envelope: number };
            let found = facts.funding.envelope(number);
            Some(found.ok_or_else(|| crate::app::AppError::from(unknown))?)
        }
    };
    let asked = args.get_one::<String>("pays").and_then(|pays| Pays::parse(pays));
    let lot = args.get_one::<String>("lot").and_then(|lot| lot.parse().ok());
    Ok(PurchaseRequest {
        base: args.get_one("year").copied(),
        euros: known.map_or_else(|| args.get_one("euros").copied().unwrap_or_default(), |e| e.euros),
        pays: known.map_or_else(|| asked.unwrap_or_default(), |e| e.pays),
        lot: lot.ok_or(CliError::MissingArgument("lot"))?,
        workshop: args.get_one("workshop").copied().unwrap_or(WORKSHOP),
    })
}

fn wasted(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let progress = console.progress(&Message::new("cli-job-value"));
    let waste = session.wasted(args.get_one("year").copied(), &progress)?;
    let lang = console.lang();
    match format(args) {
        "json" => json::print(&told::waste_json(&waste), console)?,
        "csv" => console.print(&csv::waste_csv(&waste)?)?,
        _ => {
            console.print(&tables::waste(&waste, lang).render())?;
            for note in waste_notes(&waste, lang) {
                console.tell(&note);
            }
        }
    }
    Ok(Exit::Success)
}

fn scenario(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let name = args.get_one::<String>("scenario").cloned().unwrap_or_default();
    let progress = console.progress(&Message::new("cli-job-outlook"));
    let funding = session.scenario_funding(&name, args.get_one("year").copied(), &progress)?;
    let lang = console.lang();
    match format(args) {
        "json" => json::print(&told::scenario_json(&funding), console)?,
        "csv" => console.print(&csv::scenario_csv(&funding)?)?,
        _ => {
            console.print(&tables::scenario(&funding, lang).render())?;
            for note in scenario_notes(&funding, lang) {
                console.tell(&note);
            }
        }
    }
    Ok(Exit::Success)
}

fn written(session: &Session, console: &mut Console) -> Result<Exit, CliError> {
    console.tell(&Message::new("cli-funding-written").with("revision", session.state().revision));
    Ok(Exit::Success)
}

fn first_day(args: &ArgMatches) -> Result<Date, CliError> {
    args.get_one("from").copied().ok_or(CliError::MissingArgument("from"))
}

fn number(args: &ArgMatches, id: &str) -> i64 {
    args.get_one(id).copied().unwrap_or_default()
}

fn format(args: &ArgMatches) -> &str {
    args.get_one::<String>("format").map_or("", String::as_str)
}

fn is(args: &ArgMatches, name: &str) -> bool {
    format(args) == name
}
