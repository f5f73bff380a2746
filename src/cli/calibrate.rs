//! `releve calibrate`: both parameters of the expected lens from observed moves, told first, written as one undoable deed if asked.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::console::Console;
use super::error::{CliError, Exit};
use super::import::{ISSUES_LISTED, issue_json, issue_table};
use super::json::{self, Ends};
use super::table::{self, Table};
use super::territory;
use crate::app::CalibratedFile;
use crate::domain::units::{Estimate, Range};
use crate::i18n::{self, Lang, Message, text};
use crate::market::calibration::{Fit, Recalibrated, Recalibration};

/// Estimates, tells, and with `--apply` writes.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let year = args.get_one("year").copied();
    let progress = console.progress(&Message::new("cli-job-calibrate"));
    let found = session.calibrate(territory::path(args, "moves"), year, &progress)?;
    drop(progress);
    let written = if args.get_flag("apply") {
        Some(session.apply_calibration(&found)?)
    } else {
        None
    };
    let as_json = args.get_flag("json") || args.get_one::<String>("format").is_some_and(|format| format == "json");
    if as_json {
        json::print(&answer(&found, written, console.lang()), console)?;
    } else {
        tell(&found, console)?;
    }
    console.tell(&match written {
        Some(revision) => Message::new("cli-calibration-applied").with("revision", revision),
        None => Message::new("cli-calibration-not-applied"),
    });
    Ok(Exit::Success)
}

fn tell(found: &CalibratedFile, console: &mut Console) -> Result<(), CliError> {
    let CalibratedFile { import, result } = found;
    let lang = console.lang();
    console.say(&import.recognised)?;
    import.notes.iter().try_for_each(|note| console.say(note))?;
    if import.refusals > 0 {
        console.say(&Message::new("cli-calibration-refused").with("refused", import.refusals))?;
    }
    if !import.issues.is_empty() {
        console.print(&issue_table(&import.issues, ISSUES_LISTED, lang))?;
    }
    console.line("")?;
    console.say(
        &Message::new("cli-calibration-title")
            .with("year", result.year.to_string())
            .with("revision", result.revision),
    )?;
    console.print(&parameter_table(result, lang).render())?;
    console.line("")?;
    console.print(&fit_table(result, lang).render())?;
    console.line("")?;
    console.say(
        &Message::new("cli-calibration-people")
            .with("people", people(lang, result.people()))
            .with("matched", people(lang, result.matched))
            .with("unmatched", people(lang, result.unmatched))
            .with("covered", i18n::percent(lang, result.covered)),
    )?;
    for (why, left_out) in &result.left_out {
        console.say(
            &Message::new("cli-calibration-left-out")
                .with("people", people(lang, *left_out))
                .with("why", why.message()),
        )?;
    }
    result.warnings.iter().try_for_each(|warning| console.say(warning))
}

/// Both parameters, minutes: in force when computed, estimated.
fn parameter_table(result: &Recalibration, lang: Lang) -> Table {
    let header = |key| text(lang, key);
    let mut table = Table::new(vec![
        table::left(header("cli-column-minutes"), 40),
        table::right(header("cli-column-before")),
        table::right(header("cli-column-after")),
        table::right(header("cli-column-error")),
        table::right(header("cli-column-interval")),
    ]);
    for found in [&result.surplus, &result.noise] {
        let number = |value| i18n::decimal(lang, value, 1);
        let Range { low, central, high } = found.before.map(number);
        let after = found.after.map(number);
        table.push(vec![
            text(lang, &format!("store-assumption-{}", found.key.as_str())),
            format!("{central}\u{a0}({low}–{high})"),
            after.central,
            number(found.error),
            format!("{}–{}", after.low, after.high),
        ]);
    }
    table
}

/// The two moments, observed and in the model.
fn fit_table(result: &Recalibration, lang: Lang) -> Table {
    let header = |key| text(lang, key);
    let mut table = Table::new(vec![
        table::left(header("cli-column-moment"), 40),
        table::right(header("cli-column-observed")),
        table::right(header("cli-column-model-before")),
        table::right(header("cli-column-model-after")),
    ]);
    let fits = [result.observed, result.before, result.after];
    let line = |key, cell: fn(Lang, &Fit) -> String| {
        let cells = fits.iter().map(|fit| cell(lang, fit));
        [header(key)].into_iter().chain(cells).collect()
    };
    table.push(line("cli-moment-matched", |lang, fit| i18n::percent(lang, fit.matched)));
    table.push(line("cli-moment-minutes", |lang, fit| {
        i18n::decimal(lang, fit.minutes, 1)
    }));
    table
}

/// « 82 (79–85) », « 70,5 (69–72) »: half a person, where a star counts for 2.5.
fn people(lang: Lang, estimate: Estimate) -> String {
    let decimals = usize::from(estimate.central.0 % 1000 != 0);
    let central = i18n::decimal(lang, estimate.central.people(), decimals);
    if estimate.is_exact() {
        return central;
    }
    let [low, high] = [estimate.low, estimate.high].map(|end| i18n::people(lang, end));
    format!("{central}\u{a0}({low}–{high})")
}

fn answer(found: &CalibratedFile, written: Option<i64>, lang: Lang) -> Value {
    let CalibratedFile { import, result } = found;
    let ends = |estimate: Estimate| json!(Ends::from(estimate));
    let left_out = result.left_out.iter().map(
        |(why, number)| json!({ "reason": why.as_str(), "text": why.message().text(lang), "people": ends(*number) }),
    );
    let all: Estimate = result.left_out.iter().map(|(_, number)| *number).sum();
    json!({
        "file": import.file,
        "vintage": import.vintage,
        "sha256": import.sha256,
        "year": result.year,
        "revision": result.revision,
        "applied": written,
        "unit": "minutes",
        "surplus": parameter(&result.surplus),
        "noise": parameter(&result.noise),
        "people": ends(result.people()),
        "matched": ends(result.matched),
        "unmatched": ends(result.unmatched),
        "excluded": ends(all),
        "excluded_by_reason": left_out.collect::<Vec<_>>(),
        "covered": result.covered,
        "moments": {
            "observed": moments(result.observed),
            "model_before": moments(result.before),
            "model_after": moments(result.after),
        },
        "rows": { "read": import.counts.read, "refused": import.counts.refused },
        "issues": import.issues.iter().map(|issue| issue_json(issue, lang)).collect::<Vec<_>>(),
        "notes": import.notes.iter().map(|note| note.text(lang)).collect::<Vec<_>>(),
        "warnings": result.warnings.iter().map(|warning| warning.text(lang)).collect::<Vec<_>>(),
    })
}

fn parameter(found: &Recalibrated) -> Value {
    json!({
        "assumption": found.key.as_str(),
        "before": Ends::from(found.before),
        "after": Ends::from(found.after),
        "standard_error": found.error,
    })
}

fn moments(fit: Fit) -> Value {
    json!({ "matched_share": fit.matched, "mean_cost": fit.minutes })
}
