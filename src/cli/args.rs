//! The command line as the parser sees it, its words taken from the texts of the chosen language.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, Command, value_parser};

use super::flows::BY;
use super::lens::LENSES;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, RegionCode};
use crate::i18n::{Lang, text};

/// What `--by` accepts, in the order of the help.
pub const GROUPINGS: [&str; 9] = [
    "total",
    "region",
    "department",
    "zone",
    "basin",
    "domain",
    "skill",
    "occupation",
    "cell",
];

/// What `--seats` accepts: the lots of [`crate::market::values::LOTS`].
const LOTS: [&str; 5] = ["1", "-1", "12", "15", "24"];

/// The whole command line in a language.
pub fn command(lang: Lang) -> Command {
    let words = Words { lang };
    let subcommands = [
        words.new_territory(),
        words.import(),
        words.gap(),
        words.explain(),
        words.flows(),
        words.value(),
        words.find(),
        words.needs(),
        words.indicators(),
        words.sensitivity(),
        words.report(),
        words.check(),
        words.export(),
        words.travel("undo"),
        words.travel("redo"),
        words.journal(),
        words.compare(),
        words.versions(),
        words.sources(),
        words.assumptions(),
        words.crosswalk(),
        words.scenario(),
        words.plan(),
        words.funding(),
        words.skills(),
        words.board(),
        words.calibrate(),
    ]
    .map(|command| {
        let name = command.get_name().to_owned();
        words.dressed(command, &name)
    });
    words
        .dressed(Command::new("releve"), "releve")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(words.flag("version").short('V').action(ArgAction::Version))
        .subcommands(subcommands)
        .subcommand_help_heading(words.text("cli-heading-commands"))
        .disable_help_subcommand(true)
        .after_help(words.text("cli-after-help"))
}

/// Words of a language, and the pieces commands are made of.
pub(super) struct Words {
    lang: Lang,
}

impl Words {
    pub(super) fn text(&self, key: &str) -> String {
        text(self.lang, key)
    }

    /// About, usage, headings, help and language options: the same dress for each command, put on last so that its own arguments come first.
    pub(super) fn dressed(&self, command: Command, name: &str) -> Command {
        let template = format!(
            "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
            self.text("cli-heading-usage")
        );
        command
            .about(self.text(&format!("cli-about-{name}")))
            .override_usage(self.text(&format!("cli-usage-{name}")))
            .help_template(template)
            .disable_help_flag(true)
            .arg(self.flag("help").short('h').action(ArgAction::Help))
            .arg(
                self.option("lang", "cli-value-lang")
                    .value_parser(PossibleValuesParser::new(["fr", "en"])),
            )
    }

    pub(super) fn on_territory(&self, name: &'static str) -> Command {
        Command::new(name).arg(
            self.positional("territory", "cli-value-territory")
                .display_order(1)
                .value_parser(value_parser!(PathBuf)),
        )
    }

    pub(super) fn flag(&self, id: &'static str) -> Arg {
        Arg::new(id)
            .long(id)
            .action(ArgAction::SetTrue)
            .help(self.text(&format!("cli-help-{id}")))
            .help_heading(self.text("cli-heading-options"))
    }

    pub(super) fn option(&self, id: &'static str, value: &str) -> Arg {
        self.plain(id, value).help(self.text(&format!("cli-help-{id}")))
    }

    /// An option without its help.
    pub(super) fn plain(&self, id: &'static str, value: &str) -> Arg {
        Arg::new(id)
            .long(id)
            .value_name(self.text(value))
            .help_heading(self.text("cli-heading-options"))
            .hide_possible_values(true)
            .hide_default_value(true)
    }

    pub(super) fn positional(&self, id: &'static str, value: &str) -> Arg {
        Arg::new(id)
            .required(true)
            .value_name(self.text(value))
            .help(self.text(&format!("cli-help-{id}")))
            .help_heading(self.text("cli-heading-arguments"))
    }

    pub(super) fn format(&self, choices: &'static [&'static str]) -> Arg {
        let default = choices.first().copied().unwrap_or_default();
        self.option("format", "cli-value-format")
            .help(self.text(if choices.contains(&"csv") {
                "cli-help-format"
            } else {
                "cli-help-format-json"
            }))
            .value_parser(PossibleValuesParser::new(choices))
            .default_value(default)
    }

    pub(super) fn year(&self) -> Arg {
        self.option("year", "cli-value-year")
            .value_parser(value_parser!(u16).range(1990..=2100))
    }

    fn new_territory(&self) -> Command {
        let region = self
            .option("region", "cli-value-code")
            .action(ArgAction::Append)
            .value_parser(code(RegionCode::parse))
            .required_unless_present("demo");
        Command::new("new")
            .arg(
                self.positional("file", "cli-value-territory")
                    .value_parser(value_parser!(PathBuf)),
            )
            .arg(region)
            .arg(self.option("name", "cli-value-name"))
            .arg(self.flag("demo").conflicts_with_all(["region", "name"]))
    }

    fn import(&self) -> Command {
        let files = self
            .positional("files", "cli-value-files")
            .num_args(1..)
            .value_parser(value_parser!(PathBuf));
        let into = self
            .option("into", "cli-value-territory")
            .required(true)
            .value_parser(value_parser!(PathBuf));
        Command::new("import")
            .arg(files)
            .arg(into)
            .arg(self.flag("dry-run"))
            .arg(self.flag("keep-going"))
            .arg(self.flag("all-issues"))
            .arg(self.format(&["table", "json"]))
    }

    fn gap(&self) -> Command {
        self.on_territory("gap")
            .arg(
                self.option("by", "cli-value-by")
                    .value_parser(PossibleValuesParser::new(GROUPINGS)),
            )
            .arg(
                self.option("basin", "cli-value-code")
                    .value_parser(code(BasinCode::parse)),
            )
            .arg(
                self.option("occupation", "cli-value-code")
                    .value_parser(code(FapCode::parse)),
            )
            .arg(
                self.option("lens", "cli-value-lens")
                    .value_parser(PossibleValuesParser::new(LENSES)),
            )
            .arg(self.flag("causes"))
            .arg(self.year())
            .arg(self.format(&["table", "csv", "json"]))
    }

    fn explain(&self) -> Command {
        self.on_territory("explain")
            .arg(
                self.positional("basin", "cli-value-basin")
                    .display_order(2)
                    .value_parser(code(BasinCode::parse)),
            )
            .arg(
                self.positional("occupation", "cli-value-occupation")
                    .display_order(3)
                    .value_parser(code(FapCode::parse)),
            )
            .arg(self.flag("waterfall"))
            .arg(self.year())
            .arg(self.format(&["table", "json"]))
    }

    fn flows(&self) -> Command {
        self.on_territory("flows")
            .arg(
                self.option("by", "cli-value-by")
                    .help(self.text("cli-help-flows-by"))
                    .value_parser(PossibleValuesParser::new(BY)),
            )
            .arg(
                self.option("basin", "cli-value-code")
                    .help(self.text("cli-help-flows-basin"))
                    .value_parser(code(BasinCode::parse)),
            )
            .arg(
                self.option("lens", "cli-value-lens")
                    .value_parser(PossibleValuesParser::new(LENSES)),
            )
            .arg(self.year())
            .arg(self.format(&["table", "csv", "json"]))
    }

    fn value(&self) -> Command {
        let top = self
            .option("top", "cli-value-number")
            .value_parser(value_parser!(u32).range(1..))
            .default_value("20");
        let seats = self
            .option("seats", "cli-value-number")
            .allow_negative_numbers(true)
            .value_parser(PossibleValuesParser::new(LOTS))
            .default_value("1");
        self.on_territory("value")
            .arg(seats)
            .arg(top)
            .arg(
                self.option("basin", "cli-value-code")
                    .value_parser(code(BasinCode::parse)),
            )
            .arg(
                self.option("programme", "cli-value-code")
                    .value_parser(code(ProgrammeId::parse)),
            )
            .arg(self.year())
            .arg(self.format(&["table", "json"]))
    }

    fn needs(&self) -> Command {
        let by = self.option("by", "cli-value-by").help(self.text("cli-help-needs-by"));
        self.on_territory("needs")
            .arg(by.value_parser(PossibleValuesParser::new(super::needs::GROUPINGS)))
            .arg(self.year())
            .arg(self.format(&["table", "json"]))
    }

    fn find(&self) -> Command {
        let query = self.positional("words", "cli-value-words").display_order(2);
        let top = self
            .option("top", "cli-value-number")
            .value_parser(value_parser!(u32).range(1..))
            .default_value("20");
        self.on_territory("find")
            .arg(query.num_args(1..))
            .arg(top)
            .arg(self.format(&["table", "json"]))
    }

    fn indicators(&self) -> Command {
        self.on_territory("indicators")
            .arg(
                self.option("level", "cli-value-number")
                    .value_parser(value_parser!(u8).range(3..=6)),
            )
            .arg(
                self.option("programme", "cli-value-code")
                    .value_parser(code(ProgrammeId::parse)),
            )
            .arg(self.flag("sections"))
            .arg(self.format(&["table", "csv", "json"]))
    }

    fn sensitivity(&self) -> Command {
        self.on_territory("sensitivity")
            .arg(self.output().help(self.text("cli-help-chart-output")))
            .arg(self.year())
            .arg(self.format(&["table", "csv", "json"]))
    }

    fn report(&self) -> Command {
        let kinds = self
            .option("format", "cli-value-formats")
            .help(self.text("cli-help-report-format"))
            .value_delimiter(',')
            .value_parser(PossibleValuesParser::new(["pdf", "xlsx", "csv"]));
        self.on_territory("report")
            .arg(self.output().required(true).help(self.text("cli-help-report-output")))
            .arg(kinds)
            .arg(self.year())
    }

    fn check(&self) -> Command {
        self.on_territory("check").arg(self.format(&["table", "json"]))
    }

    fn export(&self) -> Command {
        self.on_territory("export")
            .arg(self.output().required(true).help(self.text("cli-help-export-output")))
            .arg(self.flag("csv"))
            .arg(self.year())
    }

    pub(super) fn output(&self) -> Arg {
        self.option("output", "cli-value-output")
            .short('o')
            .value_parser(value_parser!(PathBuf))
    }

    fn journal(&self) -> Command {
        let limit = self
            .option("limit", "cli-value-number")
            .value_parser(value_parser!(u32).range(1..))
            .default_value("50");
        self.on_territory("journal")
            .arg(limit)
            .arg(self.deed())
            .arg(self.format(&["table", "json"]))
    }

    fn sources(&self) -> Command {
        let issues = self
            .option("issues", "cli-value-number")
            .value_parser(value_parser!(i64));
        let remove = self
            .option("remove", "cli-value-number")
            .value_parser(value_parser!(i64))
            .conflicts_with("issues");
        self.on_territory("sources")
            .arg(issues)
            .arg(remove)
            .arg(self.flag("coverage").conflicts_with_all(["issues", "remove"]))
            .arg(self.format(&["table", "json"]))
    }

    fn assumptions(&self) -> Command {
        let scope = || self.option("scope", "cli-value-scope").default_value("");
        let key = || self.positional("key", "cli-value-key").display_order(1);
        let number = |id, value: &str| {
            self.positional(id, value)
                .value_parser(decimal as fn(&str) -> Result<f64, String>)
        };
        let set = Command::new("set")
            .arg(key())
            .arg(number("low", "cli-value-low").display_order(2))
            .arg(number("central", "cli-value-central").display_order(3))
            .arg(number("high", "cli-value-high").display_order(4))
            .arg(scope());
        let reset = Command::new("reset").arg(key()).arg(scope());
        let file = self.positional("assumptions", "cli-value-reviews");
        let read = Command::new("read")
            .arg(file.value_parser(value_parser!(PathBuf)))
            .arg(self.flag("dry-run"));
        self.on_territory("assumptions")
            .arg(self.format(&["table", "csv", "json"]))
            .subcommand(self.dressed(set, "assumptions-set"))
            .subcommand(self.dressed(reset, "assumptions-reset"))
            .subcommand(self.dressed(read, "assumptions-read"))
            .subcommand_help_heading(self.text("cli-heading-commands"))
            .disable_help_subcommand(true)
    }

    fn calibrate(&self) -> Command {
        let moves = self.positional("moves", "cli-value-files").display_order(2);
        self.on_territory("calibrate")
            .arg(moves.value_parser(value_parser!(PathBuf)))
            .arg(self.flag("apply"))
            .arg(self.year())
            .arg(self.format(&["table", "json"]))
            .arg(self.flag("json"))
    }
}

pub(super) fn code<T, E>(parse: fn(&str) -> Result<T, E>) -> ValueParser
where
    T: Clone + Send + Sync + 'static,
    E: std::error::Error + Send + Sync + 'static,
{
    ValueParser::new(parse)
}

/// A number with a point or a comma.
pub(super) fn decimal(text: &str) -> Result<f64, String> {
    let number: f64 = text.replace(',', ".").parse().map_err(|_| text.to_owned())?;
    if number.is_finite() {
        Ok(number)
    } else {
        Err(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_holds_together_in_both_languages() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }

    #[test]
    fn help_has_no_word_left_without_text() {
        for lang in Lang::ALL {
            let mut whole = command(lang);
            let names: Vec<String> = whole.get_subcommands().map(|c| c.get_name().to_owned()).collect();
            let mut helps = vec![whole.render_long_help().to_string()];
            for name in names {
                helps.push(whole.find_subcommand_mut(&name).unwrap().render_long_help().to_string());
            }
            for help in helps {
                assert!(!help.contains("cli-"), "{help}");
                let english = ["Usage:", "Options:", "Commands:", "Arguments:", "Print help"];
                assert_eq!(
                    lang == Lang::Fr,
                    !english.iter().any(|word| help.contains(word)),
                    "{help}"
                );
            }
        }
    }

    #[test]
    fn every_lot_can_be_asked_for() {
        assert_eq!(LOTS.map(|n| n.parse::<i32>().unwrap()), crate::market::values::LOTS);
    }

    #[test]
    fn numbers_are_read_with_a_point_or_a_comma() {
        assert_eq!(decimal("0,65"), Ok(0.65));
        assert_eq!(decimal("0.65"), Ok(0.65));
        assert!(decimal("NaN").is_err());
        assert!(decimal("beaucoup").is_err());
    }
}
