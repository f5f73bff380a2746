//! `releve explain`: the formula and the inputs of one basin × occupation, down to the rows of the source files.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::causes;
use super::console::Console;
use super::error::{CliError, Exit};
use super::json::{self, Ends, FiguresJson};
use super::lens::{self, Lens};
use super::territory;
use crate::app::{AppError, Session};
use crate::domain::cause::Coalition;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::units::{Km, Milli, Range};
use crate::i18n::{self, Lang, Message, text};
use crate::market::causes::CauseValues;
use crate::market::expected::ExpectedFigures;
use crate::market::expected_cell::{CellMarket, expected_cell};
use crate::market::gap::{Gap, RowKey};
use crate::market::shortage::{ShortCell, ShortNode, Shortage};
use crate::market::{Explanation, Formula, Input, Term, Unit, explain};

/// Rows of a source listed before « … ».
const ROWS_LISTED: usize = 12;

/// Prints the explanation of a cell.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let basin: &BasinCode = args.get_one("basin").ok_or(CliError::MissingArgument("basin"))?;
    let fap: &FapCode = args
        .get_one("occupation")
        .ok_or(CliError::MissingArgument("occupation"))?;
    let gap = session.gap(
        args.get_one("year").copied(),
        &console.progress(&Message::new("cli-job-gap")),
    )?;
    let key = RowKey::Cell(basin.clone(), fap.clone());
    let explanation = explain(&*session.facts()?, &gap, &key).ok_or_else(|| CliError::NoCell {
        basin: basin.clone(),
        occupation: fap.clone(),
    })?;
    let causes = session.causes(
        args.get_one("year").copied(),
        &console.progress(&Message::new("cli-job-causes")),
    )?;
    let causes = causes.cell(basin, fap);
    let progress = console.progress(&Message::new("cli-job-causes"));
    let shortages = session.shortages(args.get_one("year").copied(), &progress)?;
    drop(progress);
    let shortage = shortages.of(&key, &*session.facts()?).map_err(AppError::from)?;
    let expected = expected(&session, &gap, (basin, fap), console)?;
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        let mut answer = json::head(&gap, Lens::Both);
        fill(&mut answer, &explanation, console.lang());
        if let Some(values) = causes {
            causes::fill_json(&mut answer, values);
            answer["waterfall"] = causes::waterfall_json(values);
        }
        if let Some((line, market)) = &expected {
            lens::fill_json(&mut answer, line);
            answer["market"] = lens::cell_json(&gap, market);
            answer["parameters"] = lens::parameters_json(&*session.facts()?);
        }
        answer["shortage"] = shortage.map_or(Value::Null, |s| shortage_json(&s, console.lang()));
        json::print(&answer, console)?;
        return Ok(Exit::Success);
    }
    console.line(&format!("{basin} {fap} {}", explanation.label))?;
    console.line("")?;
    for formula in &explanation.formulas {
        console.say(&formula.text)?;
        for term in &formula.terms {
            let value = value(console.lang(), term.value, term.unit);
            console.line(&format!("  {} = {value}", term.what.text(console.lang())))?;
        }
    }
    console.line("")?;
    for input in &explanation.inputs {
        print_input(input, 0, console)?;
    }
    if let Some(values) = causes {
        print_causes(values, gap.revision, args.get_flag("waterfall"), console)?;
    }
    if let Some((line, market)) = &expected {
        lens::print_cell(&*session.facts()?, &gap, line, market, console)?;
    }
    if let Some(shortage) = shortage {
        print_shortage(&shortage, console)?;
    }
    Ok(Exit::Success)
}

/// The expected lens of a cell that has posts.
fn expected(
    session: &Session,
    gap: &Gap,
    (basin, fap): (&BasinCode, &FapCode),
    console: &Console,
) -> Result<Option<(ExpectedFigures, CellMarket)>, CliError> {
    let progress = console.progress(&Message::new("cli-job-expected"));
    let whole = session.expected(Some(gap.year), &progress)?;
    let market = expected_cell(&*session.facts()?, gap, (basin, fap), &progress).map_err(AppError::from)?;
    Ok(whole.cell(basin, fap).copied().zip(market))
}

fn print_causes(values: &CauseValues, revision: i64, waterfall: bool, console: &mut Console) -> Result<(), CliError> {
    let lang = console.lang();
    let posts = i18n::decimal(lang, values.unfilled(Coalition::NONE).people(), 1);
    console.line("")?;
    console.say(
        &Message::new("cli-causes-title")
            .with("posts", posts)
            .with("revision", revision),
    )?;
    for line in causes::lines(lang, values) {
        console.line(&format!("  {line}"))?;
    }
    if waterfall {
        console.line("")?;
        console.say(&Message::new("cli-waterfall-title"))?;
        for line in causes::waterfall(lang, values) {
            console.line(&format!("  {line}"))?;
        }
    }
    Ok(())
}

/// The sentence, then the posts and the people it counts, so that a pencil can add them up.
fn print_shortage(shortage: &Shortage, console: &mut Console) -> Result<(), CliError> {
    let lang = console.lang();
    let shown = |people: Milli| i18n::decimal(lang, people.people(), 3);
    console.line("")?;
    console.say(&shortage.sentence)?;
    let sum = Message::new("cli-shortage-sum")
        .with("posts", shown(shortage.posts))
        .with("people", shown(shortage.people));
    console.say(&sum.with("unfilled", shown(shortage.unfilled)))?;
    for cell in &shortage.cells {
        let place = format!("{} {} – {} {}", cell.basin, cell.basin_name, cell.fap, cell.occupation);
        let told = Message::new("cli-shortage-cell").with("place", place);
        let told = told
            .with("posts", shown(cell.posts))
            .with("unfilled", shown(cell.unfilled));
        console.line(&format!("  {}", told.text(lang)))?;
    }
    for node in &shortage.nodes {
        let place = format!("{} {}", node.basin, node.basin_name);
        let programme = format!("{} {}", node.diploma.as_str(), node.programme_label);
        let told = Message::new("cli-shortage-node")
            .with("place", place)
            .with("programme", programme);
        console.line(&format!("  {}", told.with("people", shown(node.people)).text(lang)))?;
    }
    Ok(())
}

fn shortage_json(shortage: &Shortage, lang: Lang) -> Value {
    let cell = |cell: &ShortCell| {
        json!({
            "basin": cell.basin.as_str(),
            "occupation": cell.fap.as_str(),
            "home": cell.home,
            "posts": cell.posts.people(),
            "unfilled": cell.unfilled.people(),
        })
    };
    let node = |node: &ShortNode| {
        json!({
            "basin": node.basin.as_str(),
            "programme": node.programme.as_str(),
            "programme_label": &*node.programme_label,
            "diploma": node.diploma.as_str(),
            "level": node.level,
            "route": node.route.as_str(),
            "home": node.home,
            "people": node.people.people(),
            "uais": node.origins.iter().filter_map(|o| o.uai.as_ref()).map(ToString::to_string).collect::<Vec<_>>(),
        })
    };
    json!({
        "sentence": shortage.sentence.text(lang),
        "posts": shortage.posts.people(),
        "people": shortage.people.people(),
        "unfilled": shortage.unfilled.people(),
        "cells": shortage.cells.iter().map(cell).collect::<Vec<_>>(),
        "nodes": shortage.nodes.iter().map(node).collect::<Vec<_>>(),
    })
}

fn print_input(input: &Input, depth: usize, console: &mut Console) -> Result<(), CliError> {
    let lang = console.lang();
    let mut line = format!(
        "{}{} = {}",
        "  ".repeat(depth),
        input.what.text(lang),
        value(lang, input.value, input.unit)
    );
    let provenance = text(lang, &format!("cli-provenance-{}", input.provenance.as_str()));
    line.push_str(&format!(" [{provenance}]"));
    if !input.file.is_empty() {
        line.push_str(&format!(" {} {}", input.file, input.vintage));
        if !input.rows.is_empty() {
            let rows = Message::new("cli-explain-rows")
                .with("rows", rows(&input.rows))
                .text(lang);
            line.push_str(&format!(", {rows}"));
        }
    }
    console.line(&line)?;
    input
        .parts
        .iter()
        .try_for_each(|part| print_input(part, depth + 1, console))
}

fn rows(rows: &[u32]) -> String {
    let listed: Vec<String> = rows.iter().take(ROWS_LISTED).map(u32::to_string).collect();
    let more = if rows.len() > ROWS_LISTED { "…" } else { "" };
    format!("{}{more}", listed.join(", "))
}

fn value(lang: Lang, value: Range<f64>, unit: Unit) -> String {
    let write = |number: f64| match unit {
        Unit::People => i18n::decimal(lang, number, 1),
        Unit::Rate => i18n::percent(lang, number),
        Unit::Kilometres => i18n::kilometres(lang, Km(number)),
    };
    let Range { low, central, high } = value.map(write);
    if low == high {
        central
    } else {
        format!("{central} ({low}–{high})")
    }
}

fn fill(answer: &mut Value, explanation: &Explanation, lang: Lang) {
    answer["key"] = json::key(&explanation.key);
    answer["label"] = json!(explanation.label);
    answer["figures"] = json!(FiguresJson::from(&explanation.figures));
    answer["formulas"] = explanation
        .formulas
        .iter()
        .map(|formula| formula_json(formula, lang))
        .collect();
    answer["inputs"] = explanation.inputs.iter().map(|input| input_json(input, lang)).collect();
}

fn formula_json(formula: &Formula, lang: Lang) -> Value {
    let term =
        |term: &Term| json!({ "what": term.what.text(lang), "value": Ends::from(term.value), "unit": unit(term.unit) });
    json!({ "text": formula.text.text(lang), "terms": formula.terms.iter().map(term).collect::<Vec<_>>() })
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::People => "people",
        Unit::Rate => "rate",
        Unit::Kilometres => "kilometres",
    }
}

fn input_json(input: &Input, lang: Lang) -> Value {
    json!({
        "what": input.what.text(lang),
        "value": Ends::from(input.value),
        "unit": unit(input.unit),
        "provenance": input.provenance.as_str(),
        "denominator": input.denominator,
        "file": input.file,
        "vintage": input.vintage,
        "rows": input.rows,
        "parts": input.parts.iter().map(|part| input_json(part, lang)).collect::<Vec<_>>(),
    })
}
