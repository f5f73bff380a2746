//! `releve compare`: two years, two territories, or a version and its file, line by line.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::console::Console;
use super::error::{CliError, Exit};
use super::gap;
use super::json::{self, Ends};
use super::lens::Lens as Asked;
use super::table::{self, Table};
use super::territory;
use crate::app::comparing::{filled, largest, parts, sentence, signed, unfilled};
use crate::app::settings::Lens;
use crate::app::{Against, Compared, ComparedLine, Session, write_comparison};
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{self, Lang, Message, text};
use crate::market::compare::{Both, DENOMINATOR, Player};
use crate::market::gap::{GapRow, Grouping, RowKey};

/// Changes told as sentences.
const TOLD: usize = 5;

/// Compares A, the reference, to B: differences are B − A.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let first = territory::path(args, "territory");
    let other = args.get_one::<PathBuf>("other");
    let years: Vec<u16> = args.get_many("years").into_iter().flatten().copied().collect();
    let [from, to] = [years.first(), years.get(1)].map(Option::<&u16>::copied);
    let session = Session::open(other.map_or(first, PathBuf::as_path))?;
    let against = match (other, args.get_one::<String>("version"), from) {
        (Some(_), ..) => Against::File(first.to_owned(), from),
        (None, Some(asked), _) => {
            let version = session.version(asked)?;
            Against::Version(version.path, version.at)
        }
        (None, None, Some(from)) => Against::Year(from),
        (None, None, None) => return Err(CliError::MissingArgument("--years")),
    };
    let progress = console.progress(&Message::new("cli-job-compare"));
    let compared = session.compare_to(to, &against, &progress)?;
    drop(progress);
    if let Some(path) = args.get_one::<PathBuf>("report") {
        write_comparison(&compared, path, console.lang())?;
        console.tell(&Message::new("cli-compare-written").with("file", path.display().to_string()));
    }
    let word = args.get_one::<String>("by").map_or("domain", String::as_str);
    let lens = match args.get_one::<String>("lens").map(|word| Asked::parse(word)) {
        Some(Asked::Expected) => Lens::Expected,
        _ => Lens::Potential,
    };
    let answer = Answer {
        lines: compared.lines(gap::grouping(word)),
        grouping: gap::grouping(word),
        compared,
        lens,
    };
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => print_json(&answer, console)?,
        Some("csv") => print_csv(&answer, console)?,
        _ => print_table(&answer, console)?,
    }
    Ok(Exit::Success)
}

struct Answer {
    compared: Compared,
    grouping: Grouping,
    lens: Lens,
    lines: Vec<ComparedLine>,
}

/// A figure of one side.
type Figure<'l> = &'l dyn Fn(&Both) -> Option<Estimate>;

fn print_table(answer: &Answer, console: &mut Console) -> Result<(), CliError> {
    let Answer { compared, lens, .. } = answer;
    let lang = console.lang();
    console.tell(&Message::new("cli-compare-a").with("side", compared.a.clone()));
    console.tell(&Message::new("cli-compare-b").with("side", compared.b.clone()));
    let header = |key| table::right(text(lang, key));
    let mut table = Table::new(vec![
        table::left(text(lang, "cli-compare-line"), 44),
        header("cli-compare-need-a"),
        header("cli-compare-need-b"),
        header("cli-compare-unfilled-a"),
        header("cli-compare-unfilled-b"),
        header("cli-compare-difference"),
        header("cli-compare-by-need"),
        header("cli-compare-by-supply"),
        header("cli-compare-by-matching"),
    ]);
    let total = compared.total();
    for line in answer.lines.iter().chain([&total]) {
        table.push(cells(line, *lens, lang));
    }
    console.print(&table.render())?;
    for line in largest(&answer.lines, *lens, TOLD) {
        if let Some(told) = sentence(line, &name(line, lang), *lens, lang) {
            console.say(&told)?;
        }
    }
    if answer.lines.iter().any(|line| line.withheld) {
        console.tell(&Message::new("cli-compare-withheld"));
    }
    if !compared.comparison.is_split() {
        console.tell(&Message::new("cli-compare-unsplit"));
    }
    Ok(())
}

fn cells(line: &ComparedLine, lens: Lens, lang: Lang) -> Vec<String> {
    let mut cells = vec![name(line, lang)];
    if line.withheld {
        cells.extend((0..8).map(|_| text(lang, "cli-compare-hidden")));
        return cells;
    }
    let none = || "–".to_owned();
    let shown = |value: Option<Estimate>| value.map_or_else(none, |value| i18n::range(lang, value));
    let row = &line.row;
    let side = |side: &Option<Both>, figure: Figure<'_>| shown(side.as_ref().and_then(figure));
    let need = |both: &Both| Some(both.figures.need);
    let open = |both: &Both| unfilled(both, lens);
    cells.extend([
        side(&row.a, &need),
        side(&row.b, &need),
        side(&row.a, &open),
        side(&row.b, &open),
        shown(row.difference(open)),
    ]);
    let split = parts(row, lens).map(|split| split.parts).unwrap_or_default();
    cells.extend(Player::ALL.map(|player| {
        let part = split.iter().find(|(name, _)| *name == player.as_str());
        part.map_or_else(none, |(_, posts)| signed(lang, *posts))
    }));
    cells
}

fn name(line: &ComparedLine, lang: Lang) -> String {
    let row = GapRow {
        key: line.row.key.clone(),
        label: line.row.label.clone(),
        figures: crate::market::gap::Figures::default(),
        reachable: None,
        border: false,
        estimated: false,
    };
    gap::name(lang, &row)
}

fn print_json(answer: &Answer, console: &mut Console) -> Result<(), CliError> {
    let Answer { compared, lens, .. } = answer;
    let lang = console.lang();
    let side = |side: &crate::market::compare::Side, told: &Message| {
        let mut head = json::head(&side.gap, Asked::Both);
        head["name"] = json!(told.text(lang));
        head
    };
    let told = largest(&answer.lines, *lens, TOLD);
    let sentences = told.iter().filter_map(|l| sentence(l, &name(l, lang), *lens, lang));
    let body = json!({
        "a": side(&compared.comparison.a, &compared.a),
        "b": side(&compared.comparison.b, &compared.b),
        "unit": "posts",
        "by": gap::grouping_word(answer.grouping),
        "split": compared.comparison.is_split(),
        "differs": compared.comparison.players.iter().map(|p| p.as_str()).collect::<Vec<_>>(),
        "total": line_json(&compared.total()),
        "rows": answer.lines.iter().map(line_json).collect::<Vec<_>>(),
        "sentences": sentences.map(|s| s.text(lang)).collect::<Vec<_>>(),
    });
    json::print(&body, console)
}

fn line_json(line: &ComparedLine) -> Value {
    let row = &line.row;
    let mut answer = json::key(&row.key);
    answer["label"] = json!(row.label);
    answer["in_a"] = json!(row.a.is_some());
    answer["in_b"] = json!(row.b.is_some());
    answer["withheld"] = json!(line.withheld);
    if line.withheld {
        return answer;
    }
    let side = |side: &Option<Both>| {
        side.map(|both| {
            json!({
                "need": Ends::from(both.figures.need), "supply": Ends::from(both.figures.supply),
                "filled": Ends::from(both.figures.filled), "unfilled": Ends::from(both.figures.unfilled),
                "coverage": both.figures.coverage().map(Ends::from),
                "expected": both.expected.map(|e| json!({ "filled": Ends::from(e.filled), "unfilled": Ends::from(e.unfilled) })),
            })
        })
    };
    answer["a"] = json!(side(&row.a));
    answer["b"] = json!(side(&row.b));
    let ends = |figure: Figure<'_>| row.difference(figure).map(Ends::from);
    answer["difference"] = json!({
        "need": ends(&|s| Some(s.figures.need)), "supply": ends(&|s| Some(s.figures.supply)),
        "filled": ends(&|s| filled(s, Lens::Potential)), "unfilled": ends(&|s| unfilled(s, Lens::Potential)),
        "expected_filled": ends(&|s| filled(s, Lens::Expected)), "expected_unfilled": ends(&|s| unfilled(s, Lens::Expected)),
    });
    answer["effects"] = json!(row.effects.map(|effects| {
        let shares = Player::ALL.into_iter().zip(effects);
        let one = |(player, share): (Player, i64)| {
            json!({ "effect": player.as_str(), "posts": Milli(share.div_euclid(DENOMINATOR)).people(), "exact": format!("{share}/{DENOMINATOR}") })
        };
        shares.map(one).collect::<Vec<_>>()
    }));
    answer
}

fn print_csv(answer: &Answer, console: &mut Console) -> Result<(), CliError> {
    let written = |error: csv::Error| CliError::Output(error.into());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut header = vec!["key".to_owned(), "label".to_owned(), "withheld".to_owned()];
    for figure in ["need", "supply", "filled", "unfilled"] {
        for what in ["a", "b", "difference"] {
            header.extend(["low", "central", "high"].map(|end| format!("{figure}_{what}_{end}")));
        }
    }
    header.extend(Player::ALL.map(|player| format!("effect_{}", player.as_str())));
    writer.write_record(&header).map_err(written)?;
    for line in &answer.lines {
        writer.write_record(record(line, answer.lens)).map_err(written)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| CliError::Output(error.into_error()))?;
    console.print(&String::from_utf8_lossy(&bytes))
}

fn record(line: &ComparedLine, lens: Lens) -> Vec<String> {
    let row = &line.row;
    let key = match &row.key {
        RowKey::Cell(basin, fap) => format!("{basin} {fap}"),
        key => {
            let codes = json::key(key);
            let code = codes.as_object().and_then(|o| o.values().next()).cloned();
            code.and_then(|v| v.as_str().map(str::to_owned))
                .unwrap_or_else(|| "total".to_owned())
        }
    };
    let mut record = vec![key, row.label.clone(), line.withheld.to_string()];
    let ends = |value: Option<Estimate>| match value.filter(|_| !line.withheld) {
        Some(e) => [e.low, e.central, e.high].map(|v| v.people().to_string()),
        None => [String::new(), String::new(), String::new()],
    };
    let figures: [Figure<'_>; 4] = [
        &|s| Some(s.figures.need),
        &|s| Some(s.figures.supply),
        &|s| filled(s, lens),
        &|s| unfilled(s, lens),
    ];
    for figure in figures {
        record.extend(ends(row.a.as_ref().and_then(figure)));
        record.extend(ends(row.b.as_ref().and_then(figure)));
        record.extend(ends(row.difference(figure)));
    }
    let effects = row.effects.filter(|_| !line.withheld);
    record.extend((0..Player::ALL.len()).map(|i| {
        effects.map_or_else(String::new, |e| {
            Milli(e[i].div_euclid(DENOMINATOR)).people().to_string()
        })
    }));
    record
}
