//! `releve crosswalk` as the parser sees it: one verb a review, the list, and tables read from files.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Command, value_parser};

use super::args::{Words, code};
use super::crosswalk::outlet;
use crate::domain::id::{FapCode, ProgrammeId};
use crate::domain::review::{OutletKey, ReviewStatus};
use crate::market::official::Difference;

impl Words {
    pub(super) fn crosswalk(&self) -> Command {
        let outlets = || {
            self.positional("outlets", "cli-value-outlets")
                .display_order(2)
                .num_args(1..)
                .value_parser(outlet as fn(&str) -> Result<OutletKey, String>)
        };
        let verb = |name: &'static str| self.on_territory(name).arg(outlets());
        let statuses = ReviewStatus::ALL.map(ReviewStatus::as_str);
        let list = self
            .on_territory("list")
            .arg(
                self.option("programme", "cli-value-code")
                    .value_parser(code(ProgrammeId::parse)),
            )
            .arg(
                self.option("occupation", "cli-value-code")
                    .value_parser(code(FapCode::parse)),
            )
            .arg(
                self.option("status", "cli-value-status")
                    .value_parser(PossibleValuesParser::new(statuses)),
            )
            .arg(self.flag("all"))
            .arg(self.year())
            .arg(self.format(&["table", "csv", "json"]));
        let confidence = self
            .option("confidence", "cli-value-number")
            .value_parser(value_parser!(u8).range(1..=3));
        let note = self.option("note", "cli-value-text").required(true);
        let reason = self.option("reason", "cli-value-text").required(true);
        let file = self.positional("reviews", "cli-value-reviews").display_order(2);
        let read = self
            .on_territory("read")
            .arg(file.value_parser(value_parser!(PathBuf)))
            .arg(self.flag("dry-run"));
        let subcommands = [
            list,
            verb("set-aside"),
            verb("restore"),
            verb("check"),
            verb("reopen"),
            verb("rate").arg(confidence),
            verb("note").arg(note),
            verb("add").arg(reason),
            read,
            self.official(),
        ];
        Command::new("crosswalk")
            .subcommands(subcommands.map(|command| {
                let name = format!("crosswalk-{}", command.get_name());
                self.dressed(command, &name)
            }))
            .subcommand_required(true)
            .subcommand_help_heading(self.text("cli-heading-commands"))
            .disable_help_subcommand(true)
    }

    fn official(&self) -> Command {
        let file = self.positional("official", "cli-value-files").display_order(2);
        let only = self
            .option("only", "cli-value-differences")
            .value_delimiter(',')
            .value_parser(PossibleValuesParser::new(Difference::ALL.map(Difference::as_str)));
        let outlets = self
            .option("outlet", "cli-value-outlets")
            .action(ArgAction::Append)
            .value_parser(outlet as fn(&str) -> Result<OutletKey, String>);
        self.on_territory("official")
            .arg(file.value_parser(value_parser!(PathBuf)))
            .arg(only)
            .arg(outlets)
            .arg(self.flag("take"))
            .arg(self.year())
            .arg(self.format(&["table", "json"]))
    }
}
