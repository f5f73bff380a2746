//! `releve flows`: who goes where, between basins, from sections to needs, from programmes to occupations, and what each basin gains and loses.

use clap::ArgMatches;
use serde_json::{Map, Value, json};

use super::console::Console;
use super::error::{CliError, Exit};
use super::json;
use super::lens::Lens;
use super::table::{self, Table};
use super::territory;
use crate::domain::facts::CatalogueNames;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::territory::Nature;
use crate::domain::units::{Km, Milli};
use crate::i18n::{self, Lang, Message, text};
use crate::market::flows::{Balance, Both, FlowLine, Flows, Sum};
use crate::market::gap::{Gap, Supply};

/// What `--by` accepts, the default first.
pub const BY: [&str; 4] = ["basin", "balance", "section", "programme"];

/// One line, for any format. Names are those of JSON and CSV; `cli-flow-<name>` those of the table.
struct Line {
    /// Codes and names.
    keys: Vec<(&'static str, String)>,
    /// Figures that depend on no lens.
    fixed: Vec<Figure>,
    /// Figures under each lens, the first of them the one lines are sorted by.
    figures: Both<Vec<Figure>>,
}

/// A name and a number; nothing where it has no meaning.
type Figure = (&'static str, Option<f64>);

/// Prints the flows asked for.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let year = args.get_one("year").copied();
    let gap = session.gap(year, &console.progress(&Message::new("cli-job-gap")))?;
    let flows = session.flows(year, &console.progress(&Message::new("cli-job-expected")))?;
    let facts = session.facts()?;
    let word = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let lens = word("lens").map_or(Lens::Potential, Lens::parse);
    let by = word("by").unwrap_or(BY[0]);
    let reader = Reader {
        gap: &gap,
        flows: &flows,
        names: facts.catalogue.names(),
        basin: args.get_one("basin"),
        lang: console.lang(),
    };
    let balances = flows.balances(&facts, &gap);
    let lines = match by {
        "balance" => reader.balances(&balances),
        "section" => reader.sections(),
        "programme" => reader.programmes(),
        _ => reader.pairs(&balances),
    };
    let lines = shown(lines, lens);
    match word("format") {
        Some("json") => print_json(&reader, by, lens, &lines, console)?,
        Some("csv") => print_csv(&lines, lens, console)?,
        _ => {
            if gap.territory.nature == Nature::Simulated {
                console.tell(&Message::new("simulated"));
            }
            print_table(&lines, lens, console)?;
            tell_footer(&flows.summary(&facts, &gap), lens, console);
        }
    }
    Ok(Exit::Success)
}

struct Reader<'a> {
    gap: &'a Gap,
    flows: &'a Flows,
    names: CatalogueNames<'a>,
    /// Only flows that touch it.
    basin: Option<&'a BasinCode>,
    lang: Lang,
}

impl Reader<'_> {
    fn basin(&self, code: &BasinCode) -> String {
        self.names.basin(code).unwrap_or_default().to_owned()
    }

    fn occupation(&self, code: &FapCode) -> String {
        self.names.occupation(code).unwrap_or_default().to_owned()
    }

    fn keeps(&self, from: &Supply, line: &FlowLine) -> bool {
        self.basin
            .is_none_or(|basin| from.basin == *basin || line.basin == *basin)
    }

    fn pairs(&self, balances: &[Balance]) -> Vec<Line> {
        let of = |code: &BasinCode| balances.iter().find(|b| b.basin == *code);
        let groups = self.flows.pairs(self.gap, |from, line| self.keeps(from, line));
        let line = |group: crate::market::flows::Grouped<(BasinCode, BasinCode)>| {
            let (from, to) = &group.key;
            let trained = of(from).map(|b| b.trained.map(|sum| sum.people)).unwrap_or_default();
            let filled = of(to).map(Balance::filled).unwrap_or_default();
            let figures = |sum: &Sum, trained: Milli, filled: Milli, occupations: usize| {
                vec![
                    ("people", Some(sum.people.people())),
                    ("trained_share", share(sum.people, trained)),
                    ("filled_share", share(sum.people, filled)),
                    ("occupations", Some(count(occupations))),
                ]
            };
            let Both { potential, expected } = &group.sums;
            let km = potential.mean_km().or(expected.mean_km());
            Line {
                keys: vec![
                    ("from", from.to_string()),
                    ("from_label", self.basin(from)),
                    ("to", to.to_string()),
                    ("to_label", self.basin(to)),
                ],
                fixed: vec![("km", km)],
                figures: Both {
                    potential: figures(
                        potential,
                        trained.potential,
                        filled.potential,
                        group.occupations.potential,
                    ),
                    expected: figures(expected, trained.expected, filled.expected, group.occupations.expected),
                },
            }
        };
        groups.into_iter().map(line).collect()
    }

    fn balances(&self, balances: &[Balance]) -> Vec<Line> {
        let chosen = balances
            .iter()
            .filter(|b| self.basin.is_none_or(|basin| b.basin == *basin));
        let line = |balance: &Balance| {
            let net = balance.net();
            let filled = balance.filled();
            let figures = |pick: fn(&Both<Milli>) -> Milli, sum: &Sum| {
                let (stayed, left) = (pick(&balance.stayed), pick(&balance.left));
                let people = |milli: Milli| Some(milli.people());
                vec![
                    ("stayed", people(stayed)),
                    ("came", people(pick(&balance.came))),
                    ("filled", people(pick(&filled))),
                    ("unfilled", people(pick(&balance.unfilled))),
                    ("left", people(left)),
                    ("net", people(pick(&net))),
                    ("unplaced", people(pick(&balance.unplaced))),
                    ("stay_share", share(stayed, stayed + left)),
                    ("mean_km", sum.mean_km()),
                    ("far_share", sum.far_share()),
                ]
            };
            Line {
                keys: vec![
                    ("basin", balance.basin.to_string()),
                    ("basin_label", self.basin(&balance.basin)),
                ],
                fixed: vec![("need", Some(balance.need.people()))],
                figures: Both {
                    potential: figures(|b| b.potential, &balance.trained.potential),
                    expected: figures(|b| b.expected, &balance.trained.expected),
                },
            }
        };
        chosen.map(line).collect()
    }

    fn sections(&self) -> Vec<Line> {
        let line = |line: &FlowLine| {
            let from = &self.gap.supplies[line.supply];
            if !self.keeps(from, line) {
                return None;
            }
            let cell = self.gap.cell(&line.basin, &line.fap);
            let need = cell.map_or(Milli::ZERO, |cell| cell.figures.need.central);
            let figures = line
                .people
                .map(|people| vec![("people", Some(people.people())), ("need_share", share(*people, need))]);
            Some(Line {
                keys: vec![
                    ("programme", from.programme.to_string()),
                    (
                        "programme_label",
                        format!("{} {}", from.diploma.as_str(), from.programme_label),
                    ),
                    ("route", from.route.as_str().to_owned()),
                    ("establishments", establishments(from)),
                    ("from", from.basin.to_string()),
                    ("from_label", self.basin(&from.basin)),
                    ("occupation", line.fap.to_string()),
                    ("occupation_label", self.occupation(&line.fap)),
                    ("to", line.basin.to_string()),
                    ("to_label", self.basin(&line.basin)),
                ],
                fixed: vec![
                    ("km", Some(line.km)),
                    ("level", Some(f64::from(from.level))),
                    ("level_gap", Some(f64::from(line.level_gap))),
                ],
                figures,
            })
        };
        self.flows.lines.iter().filter_map(line).collect()
    }

    fn programmes(&self) -> Vec<Line> {
        let groups = self.flows.kinds(self.gap, |from, line| self.keeps(from, line));
        let line = |group: crate::market::flows::Grouped<(crate::domain::id::ProgrammeId, FapCode)>| {
            let (programme, fap) = &group.key;
            let known = self.gap.supplies.iter().find(|s| s.programme == *programme);
            let figures = group.sums.map(|sum| {
                vec![
                    ("people", Some(sum.people.people())),
                    ("mean_km", sum.mean_km()),
                    ("far_share", sum.far_share()),
                    ("level_gap", sum.mean_levels()),
                ]
            });
            Line {
                keys: vec![
                    ("programme", programme.to_string()),
                    (
                        "programme_label",
                        known.map_or_else(String::new, |s| format!("{} {}", s.diploma.as_str(), s.programme_label)),
                    ),
                    ("occupation", fap.to_string()),
                    ("occupation_label", self.occupation(fap)),
                ],
                fixed: vec![("level", known.map(|s| f64::from(s.level)))],
                figures,
            }
        };
        groups.into_iter().map(line).collect()
    }
}

/// The figures of the lenses asked for, each with the name of its lens.
fn lenses(line: &Line, lens: Lens) -> Vec<(&'static str, &Vec<Figure>)> {
    let (potential, expected) = (
        ("potential", &line.figures.potential),
        ("expected", &line.figures.expected),
    );
    match lens {
        Lens::Potential => vec![potential],
        Lens::Expected => vec![expected],
        Lens::Both => vec![potential, expected],
    }
}

/// Lines that have somebody under a lens asked for, the most people first.
fn shown(mut lines: Vec<Line>, lens: Lens) -> Vec<Line> {
    let first = |line: &Line| lenses(line, lens)[0].1[0].1.unwrap_or(0.0);
    let some = |(_, figures): &(&str, &Vec<Figure>)| figures.iter().any(|(_, value)| value.is_some_and(|v| v != 0.0));
    lines.retain(|line| lenses(line, lens).iter().any(some));
    lines.sort_by(|a, b| first(b).total_cmp(&first(a)).then_with(|| a.keys.cmp(&b.keys)));
    lines
}

fn print_table(lines: &[Line], lens: Lens, console: &mut Console) -> Result<(), CliError> {
    let Some(first) = lines.first() else {
        console.tell(&Message::new("cli-flow-none"));
        return Ok(());
    };
    let lang = console.lang();
    let header = |name: &str| text(lang, &format!("cli-flow-{name}"));
    let is_label = |name: &str| name.ends_with("_label") || matches!(name, "establishments" | "route");
    let mut columns: Vec<_> = first
        .keys
        .iter()
        .map(|(name, _)| table::left(header(name), if is_label(name) { 30 } else { 10 }))
        .collect();
    columns.extend(first.fixed.iter().map(|(name, _)| table::right(header(name))));
    for (which, figures) in lenses(first, lens) {
        columns.extend(figures.iter().map(|(name, _)| match (lens, *name) {
            (Lens::Both, _) => table::right(format!("{} ({})", header(name), header(which))),
            _ => table::right(header(name)),
        }));
    }
    let mut table = Table::new(columns);
    for line in lines {
        let mut cells: Vec<String> = line.keys.iter().map(|(_, value)| value.clone()).collect();
        cells.extend(line.fixed.iter().map(|figure| written(lang, figure)));
        for (_, figures) in lenses(line, lens) {
            cells.extend(figures.iter().map(|figure| written(lang, figure)));
        }
        table.push(cells);
    }
    console.print(&table.render())
}

/// Shares in percent, distances and counts whole, people with a decimal.
fn written(lang: Lang, (name, value): &Figure) -> String {
    match (value, *name) {
        (None, _) => "–".to_owned(),
        (Some(value), name) if name.ends_with("_share") => i18n::percent(lang, *value),
        (Some(value), "km" | "mean_km" | "occupations" | "level") => i18n::decimal(lang, *value, 0),
        (Some(value), _) => i18n::decimal(lang, *value, 1),
    }
}

/// What the figures are, and the whole in one sentence, under a table.
fn tell_footer(summary: &crate::market::flows::Summary, lens: Lens, console: &mut Console) {
    let lang = console.lang();
    let both = |pick: fn(&Both<Milli>) -> Milli, sum: &Sum| {
        Message::new("cli-flow-sentence")
            .with("filled", i18n::decimal(lang, sum.people.people(), 1))
            .with("stayed", i18n::decimal(lang, pick(&summary.stayed).people(), 1))
            .with("moved", i18n::decimal(lang, pick(&summary.moved).people(), 1))
            .with("came", i18n::decimal(lang, pick(&summary.came).people(), 1))
            .with("left", i18n::decimal(lang, pick(&summary.left).people(), 1))
            .with("km", i18n::kilometres(lang, Km(sum.mean_km().unwrap_or(0.0))))
            .with("far", i18n::percent(lang, sum.far_share().unwrap_or(0.0)))
            .with("limit", i18n::kilometres(lang, Km(Sum::FAR_KM)))
    };
    if lens != Lens::Expected {
        console.tell(&both(|b| b.potential, &summary.filled.potential));
        console.tell(&Message::new("cli-flow-caution-potential"));
    }
    if lens != Lens::Potential {
        console.tell(&both(|b| b.expected, &summary.filled.expected));
        console.tell(&Message::new("cli-flow-caution-expected"));
    }
}

fn print_json(
    reader: &Reader<'_>,
    by: &str,
    lens: Lens,
    lines: &[Line],
    console: &mut Console,
) -> Result<(), CliError> {
    let object = |figures: &[Figure]| -> Map<String, Value> {
        figures
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!(value)))
            .collect()
    };
    let row = |line: &Line| {
        let mut row: Map<String, Value> = line
            .keys
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!(value)))
            .collect();
        row.extend(object(&line.fixed));
        for (which, figures) in lenses(line, lens) {
            row.insert(which.to_owned(), Value::Object(object(figures)));
        }
        Value::Object(row)
    };
    let mut answer = json::head(reader.gap, lens);
    answer["by"] = json!(by);
    answer["far_km"] = json!(Sum::FAR_KM);
    answer["caution"] = json!(text(reader.lang, "cli-flow-caution-potential"));
    answer["rows"] = lines.iter().map(row).collect();
    json::print(&answer, console)
}

/// Plain commas and points whatever the language, for programs.
fn print_csv(lines: &[Line], lens: Lens, console: &mut Console) -> Result<(), CliError> {
    let written = |error: csv::Error| CliError::Output(error.into());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let plain = |(_, value): &Figure| value.map_or_else(String::new, |value| value.to_string());
    if let Some(first) = lines.first() {
        let mut header: Vec<String> = first.keys.iter().map(|(name, _)| (*name).to_owned()).collect();
        header.extend(first.fixed.iter().map(|(name, _)| (*name).to_owned()));
        for (which, figures) in lenses(first, lens) {
            header.extend(figures.iter().map(|(name, _)| format!("{which}_{name}")));
        }
        writer.write_record(header).map_err(written)?;
    }
    for line in lines {
        let mut record: Vec<String> = line.keys.iter().map(|(_, value)| value.clone()).collect();
        record.extend(line.fixed.iter().map(plain));
        for (_, figures) in lenses(line, lens) {
            record.extend(figures.iter().map(plain));
        }
        writer.write_record(record).map_err(written)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| CliError::Output(error.into_error()))?;
    console.print(&String::from_utf8_lossy(&bytes))
}

/// Names of the establishments behind a node, else their codes.
fn establishments(from: &Supply) -> String {
    let mut names: Vec<&str> = from
        .origins
        .iter()
        .filter_map(|origin| {
            origin
                .establishment
                .as_deref()
                .or(origin.uai.as_ref().map(crate::domain::id::Uai::as_str))
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names.join(" ; ")
}

fn share(part: Milli, whole: Milli) -> Option<f64> {
    (whole > Milli::ZERO).then(|| part.people() / whole.people())
}

#[expect(clippy::cast_precision_loss, reason = "counts of lines stay far below 2^53")]
fn count(things: usize) -> f64 {
    things as f64
}
