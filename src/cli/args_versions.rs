//! The command line of the way back: undo and redo to a deed, versions, comparison.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, value_parser};

use super::args::Words;
use crate::app::ReportFormat;

/// What `compare --by` accepts, the default first.
const COMPARED_BY: [&str; 8] = [
    "domain",
    "basin",
    "zone",
    "occupation",
    "cell",
    "skill",
    "department",
    "region",
];

impl Words {
    /// `undo` and `redo`: one deed, or all up to one.
    pub(super) fn travel(&self, name: &'static str) -> Command {
        self.on_territory(name).arg(self.number("to"))
    }

    /// `journal --deed N`.
    pub(super) fn deed(&self) -> Arg {
        self.number("deed")
    }

    fn number(&self, id: &'static str) -> Arg {
        self.option(id, "cli-value-number")
            .value_parser(value_parser!(i64).range(1..))
    }

    /// `versions`, and what can be done with one.
    pub(super) fn versions(&self) -> Command {
        let version = || {
            self.positional("version", "cli-value-version")
                .help(self.text("cli-help-version-id"))
        };
        let name = self.option("name", "cli-value-name");
        let save = Command::new("save").arg(name.help(self.text("cli-help-version-name")));
        let open = Command::new("open").arg(version());
        let output = self.output().required(true).value_parser(value_parser!(PathBuf));
        let restore = Command::new("restore")
            .arg(version())
            .arg(output.help(self.text("cli-help-restore-output")));
        self.on_territory("versions")
            .arg(self.format(&["table", "json"]))
            .subcommand(self.dressed(save, "versions-save"))
            .subcommand(self.dressed(open, "versions-open"))
            .subcommand(self.dressed(restore, "versions-restore"))
            .subcommand_help_heading(self.text("cli-heading-commands"))
            .disable_help_subcommand(true)
    }

    /// `compare A [B]`: two years, two territories, or a version and its file.
    pub(super) fn compare(&self) -> Command {
        let other = self
            .positional("other", "cli-value-territory")
            .required(false)
            .display_order(2);
        let years = self
            .option("years", "cli-value-years")
            .num_args(2)
            .value_parser(value_parser!(u16).range(1990..=2100));
        let version = self.option("version", "cli-value-version").conflicts_with("other");
        self.on_territory("compare")
            .arg(other.value_parser(value_parser!(PathBuf)))
            .arg(years)
            .arg(version.help(self.text("cli-help-version-id")))
            .arg(
                self.option("report", "cli-value-output")
                    .value_parser(report_file as fn(&str) -> Result<PathBuf, String>),
            )
            .arg(
                self.option("by", "cli-value-by")
                    .help(self.text("cli-help-compare-by"))
                    .value_parser(PossibleValuesParser::new(COMPARED_BY)),
            )
            .arg(
                self.option("lens", "cli-value-lens")
                    .help(self.text("cli-help-compare-lens"))
                    .value_parser(PossibleValuesParser::new(["potential", "expected"])),
            )
            .arg(self.format(&["table", "csv", "json"]))
    }
}

/// A file whose name says PDF or workbook.
fn report_file(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    match ReportFormat::of_file(&path) {
        Some(_) => Ok(path),
        None => Err(text.to_owned()),
    }
}
