//! `releve skills`: what is wanted and taught, what to teach in local hours, and the steering view of IUTs.

use std::sync::Arc;

use clap::ArgMatches;

use super::console::Console;
use super::error::{CliError, Exit};
use super::skills_tables::write;
use super::territory;
use crate::app::{AppError, Session, decidable};
use crate::domain::id::{BasinCode, ProgrammeId, SkillCode, Uai};
use crate::domain::programme::Route;
use crate::domain::skill::{LocalModule, ModuleStatus};
use crate::i18n::Message;
use crate::market::skills::{Iut, LocalSection, ModuleRefusal, SkillBook, SkillGround};
use crate::report::skill_sheets::{self as sheets, SkillSheet};

/// Shows skills, or writes what is decided of them.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let unknown = |name: &str| CliError::UnknownCommand(format!("skills {name}"));
    let (verb, args) = args.subcommand().ok_or_else(|| unknown(""))?;
    if verb == "module" {
        let (verb, args) = args.subcommand().ok_or_else(|| unknown("module"))?;
        return module(verb, args, console);
    }
    let session = territory::open(args)?;
    match verb {
        "list" => write(
            &[sheets::list(
                &*session.facts()?,
                args.get_one("occupation"),
                console.lang(),
            )],
            args,
            console,
        )?,
        "matrix" => matrix(&session, args, console)?,
        "missing" => missing(&session, args, console)?,
        "show" => show(&session, args, console)?,
        "programme" => programme(&session, args, console)?,
        "but" => but(&session, args, console)?,
        "iut" => iut(&session, args, console)?,
        "need" => {
            let wanted: Vec<SkillCode> = args.get_many("skill").into_iter().flatten().cloned().collect();
            session.put_need_skills(number(args, "need"), &wanted)?;
            return written(&session, console);
        }
        "colour" => {
            let section = section(&*book(&session, args, console)?, args)?;
            let route = args.get_one::<String>("route").and_then(|r| Route::parse(r));
            let name = args.get_one::<String>("scenario").cloned().unwrap_or_default();
            let action = session.put_coloration(&session.scenario(&name)?, &section, route)?;
            console.tell(&Message::new("cli-scenario-action").with("action", action));
            return written(&session, console);
        }
        other => return Err(unknown(other)),
    }
    Ok(Exit::Success)
}

fn module(verb: &str, args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    match verb {
        "list" => {
            let facts = session.facts()?;
            let sheet = sheets::modules(&facts, facts.skills.modules.iter(), console.lang());
            write(&[sheet], args, console)?;
            return Ok(Exit::Success);
        }
        "add" => {
            let number = session.put_module(&asked(&session, args)?)?;
            console.tell(&Message::new("cli-skills-module").with("module", number));
        }
        "adopt" => session.set_module_status(number(args, "module"), ModuleStatus::Adopted)?,
        "remove" => session.remove_module(number(args, "module"))?,
        "propose" => {
            let section = section(&*book(&session, args, console)?, args)?;
            let put = session.put_proposal(&section, args.get_one("rentree").copied(), status(args))?;
            console.tell(&Message::new("cli-skills-proposed").with("count", put));
        }
        other => return Err(CliError::UnknownCommand(format!("skills module {other}"))),
    }
    written(&session, console)
}

fn asked(session: &Session, args: &ArgMatches) -> Result<LocalModule, CliError> {
    let missing = |id| CliError::MissingArgument(id);
    let first = *decidable(&*session.facts()?, None).start();
    Ok(LocalModule {
        id: 0,
        uai: args.get_one::<Uai>("uai").cloned().ok_or(missing("uai"))?,
        programme: args
            .get_one::<ProgrammeId>("programme")
            .cloned()
            .ok_or(missing("programme"))?,
        skill: args.get_one::<SkillCode>("skill").cloned().ok_or(missing("skill"))?,
        hours: args.get_one("hours").copied().ok_or(missing("hours"))?,
        year_of_study: args.get_one("study-year").copied().ok_or(missing("study-year"))?,
        rentree: args.get_one("rentree").copied().unwrap_or(first),
        status: status(args),
        note: args.get_one::<String>("note").cloned().unwrap_or_default(),
    })
}

fn matrix(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<(), CliError> {
    let book = book(session, args, console)?;
    let sheet = sheets::matrix(&*session.facts()?, &book, console.lang());
    write(&[first(sheet, args)], args, console)
}

fn missing(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<(), CliError> {
    let book = book(session, args, console)?;
    let basin = args.get_one::<BasinCode>("basin");
    let of_basin = |code: &BasinCode| book.table.basins.iter().find(|(basin, _)| basin == code);
    let lines = basin.map_or(Some(&book.table.territory), |code| {
        of_basin(code).map(|(_, lines)| lines)
    });
    let sheet = sheets::missing(
        &*session.facts()?,
        lines.map_or(&[], |lines| lines.as_slice()),
        console.lang(),
    );
    write(&[first(sheet, args)], args, console)?;
    let (official, all) = book.table.official;
    console.tell(&Message::new("skill-note-reading").with("year", book.table.year.to_string()));
    console.tell(
        &Message::new("skill-note-list")
            .with("official", official)
            .with("all", all),
    );
    Ok(())
}

fn show(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<(), CliError> {
    let skill: &SkillCode = args.get_one("skill").ok_or(CliError::MissingArgument("skill"))?;
    let (facts, lang) = (session.facts()?, console.lang());
    if !SkillGround::new(&facts).has(skill) {
        let skill = skill.clone();
        return Err(AppError::from(ModuleRefusal::NoSkill { skill }).into());
    }
    let year = args.get_one("year").copied();
    let gap = session.gap(year, &console.progress(&Message::new("cli-job-gap")))?;
    let basin = args.get_one::<BasinCode>("basin");
    let wanting = sheets::wanting(&facts, &gap, (skill, basin), lang);
    write(&[wanting, sheets::teaching(&facts, &gap, skill, lang)], args, console)
}

fn programme(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<(), CliError> {
    let id: &ProgrammeId = args
        .get_one("programme")
        .ok_or(CliError::MissingArgument("programme"))?;
    let gap = session.gap(None, &console.progress(&Message::new("cli-job-gap")))?;
    let sheet = sheets::programme(&*session.facts()?, &gap, id, console.lang());
    write(&[sheet], args, console)
}

fn but(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<(), CliError> {
    let book = book(session, args, console)?;
    let (uai, programme) = (args.get_one::<Uai>("uai"), args.get_one::<ProgrammeId>("programme"));
    let asked = |s: &&LocalSection| {
        uai.is_none_or(|uai| s.uai == *uai) && programme.is_none_or(|programme| s.programme == *programme)
    };
    let found: Vec<&LocalSection> = book.sections.iter().filter(asked).collect();
    let mut all = vec![sheets::local(found.iter().copied())];
    if let ([section], Some(_)) = (found.as_slice(), uai) {
        let facts = session.facts()?;
        all.push(sheets::candidates(&facts, section, console.lang()));
        all.push(sheets::modules(&facts, section.modules.iter(), console.lang()));
    }
    write(&all, args, console)?;
    if found.is_empty() {
        console.tell(&Message::new("cli-skills-no-section"));
    }
    Ok(())
}

fn iut(session: &Session, args: &ArgMatches, console: &mut Console) -> Result<(), CliError> {
    let book = book(session, args, console)?;
    let facts = session.facts()?;
    let uai = args.get_one::<Uai>("uai");
    let asked = || book.iuts.iter().filter(|iut| uai.is_none_or(|uai| iut.uai == *uai));
    let ministry = args
        .get_one::<String>("reading")
        .is_some_and(|reading| reading == "ministry");
    let mut all: Vec<SkillSheet> = Vec::new();
    all.push(if ministry {
        sheets::iut_by_speciality(asked())
    } else {
        sheets::iut_by_basin(&facts, asked())
    });
    if uai.is_some() {
        let detail = |iut: &Iut| {
            [
                sheets::iut_occupations(&facts, iut),
                sheets::iut_skills(&facts, iut, console.lang()),
                sheets::iut_continuing(iut),
            ]
        };
        all.extend(asked().flat_map(detail));
    }
    all.push(sheets::iut_years(asked(), console.lang()));
    write(&all, args, console)?;
    if asked().next().is_none() {
        console.tell(&Message::new("cli-skills-no-iut"));
    }
    Ok(())
}

/// The section that `--uai` and `--programme` name.
fn section(book: &SkillBook, args: &ArgMatches) -> Result<LocalSection, CliError> {
    let uai: &Uai = args.get_one("uai").ok_or(CliError::MissingArgument("uai"))?;
    let programme: &ProgrammeId = args
        .get_one("programme")
        .ok_or(CliError::MissingArgument("programme"))?;
    let found = book
        .sections
        .iter()
        .find(|s| s.uai == *uai && s.programme == *programme);
    let refusal = || ModuleRefusal::NoSection {
        programme: programme.clone(),
        uai: uai.clone(),
    };
    found.cloned().ok_or_else(|| AppError::from(refusal()).into())
}

fn book(session: &Session, args: &ArgMatches, console: &Console) -> Result<Arc<SkillBook>, CliError> {
    let year = args.try_get_one::<u16>("year").ok().flatten().copied();
    Ok(session.skills(year, &console.progress(&Message::new("cli-job-gap")))?)
}

/// The first lines, in a terminal; files have them all.
fn first(mut sheet: SkillSheet, args: &ArgMatches) -> SkillSheet {
    let table = args.get_one::<String>("format").is_none_or(|format| format == "table");
    if let Some(top) = args.get_one::<u32>("top").filter(|_| table) {
        sheet.rows.truncate(*top as usize);
    }
    sheet
}

fn status(args: &ArgMatches) -> ModuleStatus {
    let told = args
        .get_one::<String>("status")
        .and_then(|status| ModuleStatus::parse(status));
    told.unwrap_or_default()
}

fn number(args: &ArgMatches, id: &str) -> i64 {
    args.get_one(id).copied().unwrap_or(0)
}

fn written(session: &Session, console: &mut Console) -> Result<Exit, CliError> {
    console.tell(&Message::new("cli-skills-written").with("revision", session.state().revision));
    Ok(Exit::Success)
}
