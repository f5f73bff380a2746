//! `releve board`: what the territory starts from, may lose, was promised, met by surprise, does next and learned.

use clap::ArgMatches;

use super::board_tables as tables;
use super::console::Console;
use super::error::{CliError, Exit};
use super::{json, territory};
use crate::app::{Session, today};
use crate::domain::board::{
    Asset, AssetKind, BoardItem, BoardPart, CommitmentStatus, Experiment, Means, NextStep, PartnerCommitment, Pledge,
    PledgeKind, ReviewOutcome, Surprise, Touched,
};
use crate::domain::day::Day;
use crate::domain::id::{BasinCode, FapCode, NsfCode, ProgrammeId, Uai};
use crate::domain::scenario::Site;
use crate::i18n::Message;
use crate::market::plan::{learned, review};

/// Shows or changes the board.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let unknown = || CliError::UnknownCommand("board".to_owned());
    let (part, args) = args.subcommand().ok_or_else(unknown)?;
    if part == "show" {
        return show(&territory::open(args)?, args, console);
    }
    let (verb, args) = args.subcommand().ok_or_else(unknown)?;
    let session = territory::open(args)?;
    let put = |item: BoardItem| session.put_on_board(&item).map(Some).map_err(CliError::from);
    let number = match (part, verb) {
        ("review", "show") => return show_review(&session, args, console),
        ("review", "apply") => return apply(&session, console),
        ("experiment", "remove") => remove(&session, BoardPart::Experiment, experiment(&session, args)?.id)?,
        (_, "remove") => remove(&session, removed(part)?, of_number(args))?,
        ("means", _) => put(BoardItem::Means(means(args)?))?,
        ("commit", _) => put(BoardItem::Commitment(commitment(&session, args)?))?,
        ("experiment", _) => put(BoardItem::Experiment(experiment(&session, args)?))?,
        ("surprise", _) => put(BoardItem::Surprise(surprise(&session, args)?))?,
        ("step", "done") => put(BoardItem::Step(done(&session, args)?))?,
        ("step", _) => put(BoardItem::Step(step(args)?))?,
        ("review", _) => put(BoardItem::Review(outcome(&session, args)?))?,
        (part, verb) => return Err(CliError::UnknownCommand(format!("board {part} {verb}"))),
    };
    if let Some(number) = number {
        console.tell(&Message::new("cli-board-number").with("number", number));
    }
    console.tell(&Message::new("cli-board-written").with("revision", session.state().revision));
    Ok(Exit::Success)
}

fn show(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let facts = session.facts()?;
    if is_json(args) {
        json::print(&tables::board_json(&facts, today()), console)?;
    } else if facts.board.is_empty() {
        console.tell(&Message::new("cli-board-empty"));
    } else {
        console.print(&tables::board(&facts, today(), console.lang()).render())?;
    }
    Ok(Exit::Success)
}

fn show_review(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let facts = session.facts()?;
    let (reviewed, learned) = (review(&facts), learned(&facts));
    if is_json(args) {
        json::print(&tables::review_json(&reviewed, &learned), console)?;
        return Ok(Exit::Success);
    }
    if reviewed.is_empty() {
        console.tell(&Message::new("cli-board-no-review"));
        return Ok(Exit::Success);
    }
    console.print(&tables::reviewed(&reviewed, console.lang()).render())?;
    console.print("\n")?;
    console.print(&tables::learned(&learned, console.lang()).render())?;
    Ok(Exit::Success)
}

fn apply(session: &Session, console: &mut Console) -> Result<Exit, CliError> {
    let written = session.apply_review()?;
    console.tell(
        &Message::new("cli-board-applied")
            .with("count", written.len())
            .with("revision", session.state().revision),
    );
    Ok(Exit::Success)
}

fn remove(session: &Session, part: BoardPart, number: i64) -> Result<Option<i64>, CliError> {
    session.remove_from_board(part, number)?;
    Ok(None)
}

fn removed(part: &str) -> Result<BoardPart, CliError> {
    let part = if part == "commit" { "commitment" } else { part };
    BoardPart::parse(part).ok_or_else(|| CliError::UnknownCommand(format!("board {part}")))
}

fn means(args: &ArgMatches) -> Result<Means, CliError> {
    let kind = args.get_one::<String>("kind").and_then(|k| AssetKind::parse(k));
    let basins = || {
        let all = args.get_many::<BasinCode>("basin").into_iter().flatten();
        all.cloned().collect()
    };
    let asset = match kind.ok_or(CliError::MissingArgument("kind"))? {
        AssetKind::Workshop => Asset::Workshop {
            uai: given::<Uai>(args, "uai")?,
            nsf: given::<NsfCode>(args, "nsf")?,
            seats: given(args, "seats")?,
        },
        AssetKind::Trainers => Asset::Trainers {
            site: site(args)?,
            posts: given(args, "posts")?,
            seats_each: given(args, "seats")?,
        },
        AssetKind::Heritage => Asset::Heritage {
            basin: given::<BasinCode>(args, "basin")?,
            fap: given::<FapCode>(args, "occupation")?,
        },
        AssetKind::TerritoireIndustrie => Asset::TerritoireIndustrie { basins: basins() },
        AssetKind::Campus => Asset::Campus { basins: basins() },
    };
    Ok(Means {
        id: 0,
        asset,
        name: word(args, "name"),
    })
}

/// A new commitment, or a known one with what the arguments say.
fn commitment(session: &Session, args: &ArgMatches) -> Result<PartnerCommitment, CliError> {
    if args.try_get_one::<i64>("number").ok().flatten().is_none() {
        return Ok(PartnerCommitment {
            id: 0,
            who: word(args, "who"),
            pledge: pledge(args)?,
            made_on: args.get_one::<Day>("made").copied().unwrap_or_else(today),
            due: given(args, "due")?,
            condition: word(args, "condition"),
            status: status(args).unwrap_or_default(),
        });
    }
    let Some(BoardItem::Commitment(mut told)) = known(session, BoardPart::Commitment, args)? else {
        return Err(CliError::NoBoardItem(of_number(args)));
    };
    if args.contains_id("kind") {
        told.pledge = pledge(args)?;
    } else if let Some(amount) = args.get_one::<u32>("amount") {
        told.pledge = told.pledge.with_amount(*amount);
    }
    told.who = args.get_one::<String>("who").cloned().unwrap_or(told.who);
    told.condition = args.get_one::<String>("condition").cloned().unwrap_or(told.condition);
    told.made_on = args.get_one("made").copied().unwrap_or(told.made_on);
    told.due = args.get_one("due").copied().unwrap_or(told.due);
    told.status = status(args).unwrap_or(told.status);
    Ok(told)
}

fn pledge(args: &ArgMatches) -> Result<Pledge, CliError> {
    let kind = args.get_one::<String>("kind").and_then(|k| PledgeKind::parse(k));
    let amount = given(args, "amount")?;
    Ok(match kind.ok_or(CliError::MissingArgument("kind"))? {
        PledgeKind::Posts => Pledge::Posts {
            fap: given::<FapCode>(args, "occupation")?,
            basin: given::<BasinCode>(args, "basin")?,
            posts: amount,
            from: given(args, "from")?,
        },
        PledgeKind::Places => Pledge::Places {
            programme: given::<ProgrammeId>(args, "programme")?,
            site: site(args)?,
            places: amount,
            from: given(args, "from")?,
        },
        PledgeKind::Money => Pledge::Money {
            euros: amount,
            year: given(args, "from")?,
        },
        PledgeKind::Hours => Pledge::Hours {
            uai: given::<Uai>(args, "uai")?,
            seats: amount,
        },
    })
}

/// The experiment that a scenario is, with what the arguments say; a new one where it was none.
fn experiment(session: &Session, args: &ArgMatches) -> Result<Experiment, CliError> {
    let scenario = session.scenario(&word(args, "scenario"))?;
    let facts = session.facts()?;
    let known = facts.board.experiment(scenario.id);
    let told = |id| args.try_get_one(id).ok().flatten();
    let loss = told("loss").copied().or(known.map(|one| one.affordable_loss));
    let review = args.try_get_one::<Day>("review").ok().flatten().copied();
    Ok(Experiment {
        id: known.map_or(0, |one| one.id),
        scenario: scenario.id,
        affordable_loss: loss.ok_or(CliError::NoBoardItem(0))?,
        review_on: review
            .or(known.map(|one| one.review_on))
            .ok_or(CliError::NoBoardItem(0))?,
    })
}

/// A new surprise, or a known one with what the arguments say.
fn surprise(session: &Session, args: &ArgMatches) -> Result<Surprise, CliError> {
    let numbered = args.try_get_one::<i64>("number").ok().flatten().is_some();
    let known = if numbered {
        known(session, BoardPart::Surprise, args)?
    } else {
        None
    };
    let mut told = match known {
        Some(BoardItem::Surprise(known)) => known,
        _ if numbered => return Err(CliError::NoBoardItem(of_number(args))),
        _ => Surprise {
            id: 0,
            noted_on: today(),
            text: String::new(),
            touches: Touched::Territory,
            decision: String::new(),
        },
    };
    told.noted_on = args.get_one("date").copied().unwrap_or(told.noted_on);
    told.text = args.get_one::<String>("text").cloned().unwrap_or(told.text);
    told.decision = args.get_one::<String>("decision").cloned().unwrap_or(told.decision);
    let cell = args
        .get_one::<BasinCode>("basin")
        .zip(args.get_one::<FapCode>("occupation"));
    if let Some((basin, fap)) = cell {
        told.touches = Touched::Cell {
            basin: basin.clone(),
            fap: fap.clone(),
        };
    } else if let Some(programme) = args.get_one::<ProgrammeId>("programme") {
        told.touches = Touched::Programme(programme.clone());
    }
    Ok(told)
}

fn step(args: &ArgMatches) -> Result<NextStep, CliError> {
    Ok(NextStep {
        id: 0,
        what: word(args, "what"),
        who: word(args, "who"),
        due: given(args, "due")?,
        done_on: None,
    })
}

fn done(session: &Session, args: &ArgMatches) -> Result<NextStep, CliError> {
    let Some(BoardItem::Step(step)) = known(session, BoardPart::Step, args)? else {
        return Err(CliError::NoBoardItem(of_number(args)));
    };
    Ok(NextStep {
        done_on: Some(args.get_one("date").copied().unwrap_or_else(today)),
        ..step
    })
}

/// The outcome of a cohort: what was known of it, with what the arguments say.
fn outcome(session: &Session, args: &ArgMatches) -> Result<ReviewOutcome, CliError> {
    let (action, rentree) = (given(args, "action")?, given(args, "rentree")?);
    let facts = session.facts()?;
    let mut reviews = facts.board.reviews.iter();
    let known = reviews
        .find(|one| (one.action, one.rentree) == (action, rentree))
        .cloned();
    let mut told = known.unwrap_or(ReviewOutcome {
        id: 0,
        action,
        rentree,
        entrants: None,
        final_year: None,
        leavers: None,
        graduates: None,
        in_field: None,
        posts: None,
        source: String::new(),
    });
    let people = |id: &str, known: Option<u32>| args.get_one::<u32>(id).copied().or(known);
    told.entrants = people("entrants", told.entrants);
    told.final_year = people("final-year", told.final_year);
    told.leavers = people("leavers", told.leavers);
    told.graduates = people("graduates", told.graduates);
    told.in_field = people("in-field", told.in_field);
    told.posts = people("posts", told.posts);
    told.source = args.get_one::<String>("source").cloned().unwrap_or(told.source);
    Ok(told)
}

fn known(session: &Session, part: BoardPart, args: &ArgMatches) -> Result<Option<BoardItem>, CliError> {
    Ok(session.facts()?.board.item(part, of_number(args)))
}

fn of_number(args: &ArgMatches) -> i64 {
    args.get_one::<i64>("number").copied().unwrap_or(0)
}

fn site(args: &ArgMatches) -> Result<Site, CliError> {
    let uai = args.get_one::<Uai>("uai").cloned();
    let basin = args.get_one::<BasinCode>("basin").cloned();
    Site::of(uai, basin).ok_or(CliError::MissingArgument("uai"))
}

fn status(args: &ArgMatches) -> Option<CommitmentStatus> {
    args.get_one::<String>("status")
        .and_then(|s| CommitmentStatus::parse(s))
}

/// An argument that this kind asks for.
fn given<T: Clone + Send + Sync + 'static>(args: &ArgMatches, id: &'static str) -> Result<T, CliError> {
    args.get_one::<T>(id).cloned().ok_or(CliError::MissingArgument(id))
}

fn word(args: &ArgMatches, id: &str) -> String {
    args.get_one::<String>(id).cloned().unwrap_or_default()
}

fn is_json(args: &ArgMatches) -> bool {
    args.get_one::<String>("format").is_some_and(|format| format == "json")
}
