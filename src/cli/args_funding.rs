//! The arguments of `releve funding`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, value_parser};
use jiff::civil::Date;

use super::args::{Words, code};
use crate::domain::funding::{Funder, Pays, parse_day};
use crate::domain::id::{IdccCode, ProgrammeId};

/// What `--lot` accepts: usual sizes of a class.
const LOTS: [&str; 3] = ["12", "15", "24"];

impl Words {
    /// `releve funding …`: envelopes, aid, contract costs, and what they buy.
    pub(super) fn funding(&self) -> Command {
        let subcommands = [
            self.on_territory("list").arg(self.format(&["table", "json"])),
            self.envelopes(),
            self.aids(),
            self.npecs(),
            self.give(),
            self.on_territory("rank")
                .arg(self.year())
                .arg(self.format(&["table", "csv", "json"])),
            self.buys(),
            self.on_territory("wasted")
                .arg(self.year())
                .arg(self.format(&["table", "csv", "json"])),
            self.on_territory("scenario")
                .arg(self.option("scenario", "cli-value-scenario").required(true))
                .arg(self.year().help(self.text("cli-help-scenario-year")))
                .arg(self.format(&["table", "csv", "json"])),
        ];
        self.group("funding", subcommands, "funding")
    }

    fn group<const N: usize>(&self, name: &'static str, commands: [Command; N], key: &str) -> Command {
        Command::new(name)
            .subcommands(commands.map(|command| {
                let name = format!("{key}-{}", command.get_name());
                self.dressed(command, &name)
            }))
            .subcommand_required(true)
            .subcommand_help_heading(self.text("cli-heading-commands"))
            .disable_help_subcommand(true)
    }

    fn envelopes(&self) -> Command {
        let told = |command: Command, needed| {
            let word = |id, value, words: Vec<&'static str>| {
                self.option(id, value).value_parser(PossibleValuesParser::new(words))
            };
            command
                .arg(self.named().required(needed == Needed::All))
                .arg(word(
                    "funder",
                    "cli-value-funder",
                    Funder::ALL.map(Funder::as_str).to_vec(),
                ))
                .arg(self.of_year().required(needed == Needed::All))
                .arg(self.euros().required(needed == Needed::All))
                .arg(word("pays", "cli-value-pays", Pays::ALL.map(Pays::as_str).to_vec()))
                .arg(self.origin())
                .arg(
                    self.option("note", "cli-value-text")
                        .help(self.text("cli-help-funding-note")),
                )
        };
        let commands = [
            told(self.on_territory("add"), Needed::All),
            told(self.on_territory("change").arg(self.row_number()), Needed::Nothing),
            self.on_territory("remove").arg(self.row_number()),
        ];
        self.group("envelope", commands, "funding-envelope")
    }

    fn aids(&self) -> Command {
        let level = |id| {
            self.option(id, "cli-value-number")
                .value_parser(value_parser!(u8).range(3..=7))
                .required(true)
        };
        let size = |id| self.option(id, "cli-value-number").value_parser(value_parser!(u32));
        let add = self
            .on_territory("add")
            .arg(self.named().required(true))
            .args(self.days())
            .arg(level("level-from"))
            .arg(level("level-to"))
            .arg(size("firm-from"))
            .arg(size("firm-to"))
            .arg(self.contract_euros())
            .arg(self.origin());
        self.group(
            "aid",
            [
                self.rows(),
                add,
                self.on_territory("remove").arg(self.row_number()),
                self.read_rows(),
            ],
            "funding-aid",
        )
    }

    fn npecs(&self) -> Command {
        let add = self
            .on_territory("add")
            .arg(
                self.option("code", "cli-value-code")
                    .value_parser(code(ProgrammeId::parse))
                    .required(true),
            )
            .arg(
                self.option("branch", "cli-value-code")
                    .value_parser(code(IdccCode::parse)),
            )
            .args(self.days())
            .arg(self.contract_euros())
            .arg(self.origin());
        self.group(
            "npec",
            [
                self.rows(),
                add,
                self.on_territory("remove").arg(self.row_number()),
                self.read_rows(),
            ],
            "funding-npec",
        )
    }

    fn give(&self) -> Command {
        let number = |id| {
            self.option(id, "cli-value-number")
                .value_parser(value_parser!(i64))
                .required(true)
        };
        self.on_territory("give")
            .arg(number("action"))
            .arg(number("envelope"))
            .arg(self.euros().help(self.text("cli-help-funding-give")).required(true))
    }

    fn buys(&self) -> Command {
        let envelope = self
            .option("envelope", "cli-value-number")
            .value_parser(value_parser!(i64));
        let pays = Pays::ALL.map(Pays::as_str);
        self.on_territory("buys")
            .arg(envelope.conflicts_with_all(["euros", "pays"]))
            .arg(self.euros().required_unless_present("envelope"))
            .arg(
                self.option("pays", "cli-value-pays")
                    .value_parser(PossibleValuesParser::new(pays)),
            )
            .arg(
                self.option("lot", "cli-value-number")
                    .value_parser(PossibleValuesParser::new(LOTS))
                    .default_value("15"),
            )
            .arg(
                self.option("workshop", "cli-value-number")
                    .help(self.text("cli-help-funding-workshop"))
                    .value_parser(value_parser!(u32)),
            )
            .arg(self.year())
            .arg(self.format(&["table", "csv", "json"]))
    }

    fn rows(&self) -> Command {
        self.on_territory("list").arg(self.format(&["table", "csv", "json"]))
    }

    fn read_rows(&self) -> Command {
        let file = self.positional("rows", "cli-value-reviews").display_order(2);
        self.on_territory("read")
            .arg(file.value_parser(value_parser!(PathBuf)))
            .arg(self.flag("dry-run"))
    }

    fn named(&self) -> Arg {
        self.option("name", "cli-value-name")
            .help(self.text("cli-help-funding-name"))
    }

    fn of_year(&self) -> Arg {
        self.year().help(self.text("cli-help-funding-year"))
    }

    fn euros(&self) -> Arg {
        self.option("euros", "cli-value-euros").value_parser(value_parser!(u64))
    }

    /// Euros of a contract: no more than a row holds.
    fn contract_euros(&self) -> Arg {
        let euros = self.option("euros", "cli-value-euros").required(true);
        euros.value_parser(value_parser!(u32))
    }

    fn origin(&self) -> Arg {
        self.option("source", "cli-value-text")
    }

    fn row_number(&self) -> Arg {
        let number = self.option("number", "cli-value-number").required(true);
        number.value_parser(value_parser!(i64))
    }

    fn days(&self) -> [Arg; 2] {
        let day = |id, help: &str| {
            self.option(id, "cli-value-day")
                .help(self.text(help))
                .value_parser(day as fn(&str) -> Result<Date, String>)
        };
        [
            day("from", "cli-help-funding-from").required(true),
            day("to", "cli-help-funding-to"),
        ]
    }
}

/// Whether a row is made anew or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needed {
    All,
    Nothing,
}

fn day(text: &str) -> Result<Date, String> {
    parse_day(text).ok_or_else(|| text.to_owned())
}
