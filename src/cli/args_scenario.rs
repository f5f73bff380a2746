//! The arguments of `releve scenario` and `releve plan`.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::args::{Words, code, decimal};
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, Uai};
use crate::domain::programme::Route;
use crate::domain::scenario::{ActionKind, ActionStatus, HelpKind, Trajectory};
use crate::market::plan::PlanAim;

impl Words {
    /// `releve scenario …`: make, change, show and compare scenarios.
    pub(super) fn scenario(&self) -> Command {
        let named = || {
            self.option("name", "cli-value-name")
                .help(self.text("cli-help-scenario-name"))
        };
        let subcommands = [
            self.on_territory("list").arg(self.format(&["table", "json"])),
            self.on_territory("new")
                .arg(named().required(true))
                .arg(self.trajectory())
                .arg(self.note()),
            self.of_scenario("copy").arg(named().required(true)),
            self.of_scenario("set")
                .arg(named())
                .arg(self.trajectory())
                .arg(self.note()),
            self.of_scenario("remove"),
            self.action(self.of_scenario("add"), Needed::All),
            self.action(self.of_scenario("change").arg(self.action_number()), Needed::Nothing),
            self.of_scenario("drop").arg(self.action_number()),
            self.help(),
            self.of_scenario("mobility-drop").arg(
                self.option("help-number", "cli-value-number")
                    .required(true)
                    .value_parser(value_parser!(i64)),
            ),
            self.of_scenario("decide"),
            self.of_scenario("show")
                .arg(self.base_year())
                .arg(self.format(&["table", "csv", "json"])),
            self.compared(),
        ];
        Command::new("scenario")
            .subcommands(subcommands.map(|command| {
                let name = format!("scenario-{}", command.get_name());
                self.dressed(command, &name)
            }))
            .subcommand_required(true)
            .subcommand_help_heading(self.text("cli-heading-commands"))
            .disable_help_subcommand(true)
    }

    /// `releve plan optimise`.
    pub(super) fn plan(&self) -> Command {
        let count = |id| self.option(id, "cli-value-number").value_parser(value_parser!(u32));
        let rentree = |id| {
            self.option(id, "cli-value-year")
                .value_parser(value_parser!(u16).range(1990..=2100))
        };
        let aims = PlanAim::ALL.map(PlanAim::as_str);
        let optimise = self
            .of_scenario("optimise")
            .arg(
                self.option("into", "cli-value-scenario")
                    .help(self.text("cli-help-plan-into")),
            )
            .arg(rentree("from"))
            .arg(rentree("until"))
            .arg(
                self.option("budget", "cli-value-euros")
                    .value_parser(value_parser!(u64)),
            )
            .arg(self.flag("envelopes"))
            .arg(
                self.option("net-seats", "cli-value-number")
                    .value_parser(value_parser!(i64))
                    .allow_hyphen_values(true),
            )
            .arg(count("openings"))
            .arg(count("closings"))
            .arg(count("workshop"))
            .arg(self.option("transformation", "cli-value-percent").value_parser(decimal))
            .arg(self.option("displacement", "cli-value-percent").value_parser(decimal))
            .arg(
                self.option("first-occupation", "cli-value-code")
                    .action(ArgAction::Append)
                    .value_parser(code(FapCode::parse)),
            )
            .arg(
                self.option("first-basin", "cli-value-code")
                    .action(ArgAction::Append)
                    .value_parser(code(BasinCode::parse)),
            )
            .arg(self.flag("board"))
            .arg(self.flag("no-basin-loses"))
            .arg(
                self.option("aim", "cli-value-aim")
                    .value_parser(PossibleValuesParser::new(aims)),
            )
            .arg(count("seconds"))
            .arg(self.base_year())
            .arg(self.format(&["table", "json"]));
        let hubs = self
            .on_territory("hubs")
            .arg(count("count"))
            .arg(self.base_year())
            .arg(self.format(&["table", "json"]));
        Command::new("plan")
            .subcommand(self.dressed(optimise, "plan-optimise"))
            .subcommand(self.dressed(hubs, "plan-hubs"))
            .subcommand_required(true)
            .subcommand_help_heading(self.text("cli-heading-commands"))
            .disable_help_subcommand(true)
    }

    /// What a mobility help is made of.
    fn help(&self) -> Command {
        let kinds = HelpKind::ALL.map(HelpKind::as_str);
        let statuses = ActionStatus::ALL.map(ActionStatus::as_str);
        let number = |id, value| self.option(id, value).value_parser(value_parser!(u32));
        let year = |id| {
            self.option(id, "cli-value-year")
                .value_parser(value_parser!(u16).range(1990..=2100))
        };
        self.of_scenario("mobility")
            .arg(
                self.option("kind", "cli-value-help-kind")
                    .value_parser(PossibleValuesParser::new(kinds))
                    .required(true),
            )
            .arg(
                self.option("basin", "cli-value-code")
                    .value_parser(code(BasinCode::parse))
                    .required(true),
            )
            .arg(number("people", "cli-value-number").required(true))
            .arg(number("km", "cli-value-number").required(true))
            .arg(year("from").required(true))
            .arg(year("until"))
            .arg(number("person-cost", "cli-value-euros"))
            .arg(number("fixed-cost", "cli-value-euros"))
            .arg(
                self.option("status", "cli-value-status")
                    .value_parser(PossibleValuesParser::new(statuses)),
            )
            .arg(self.note())
    }

    fn of_scenario(&self, name: &'static str) -> Command {
        let scenario = self.option("scenario", "cli-value-scenario").required(true);
        self.on_territory(name).arg(scenario)
    }

    fn compared(&self) -> Command {
        let scenarios = self.option("scenario", "cli-value-scenario").required(true);
        self.on_territory("compare")
            .arg(scenarios.action(ArgAction::Append))
            .arg(self.base_year())
            .arg(self.format(&["table", "json"]))
    }

    /// The year whose need the years to come start from.
    fn base_year(&self) -> Arg {
        self.year().help(self.text("cli-help-scenario-year"))
    }

    fn action_number(&self) -> Arg {
        let number = self.option("action", "cli-value-number").required(true);
        number.value_parser(value_parser!(i64))
    }

    fn trajectory(&self) -> Arg {
        let words = Trajectory::ALL.map(Trajectory::as_str);
        self.option("trajectory", "cli-value-trajectory")
            .value_parser(PossibleValuesParser::new(words))
    }

    fn note(&self) -> Arg {
        self.option("note", "cli-value-text")
            .help(self.text("cli-help-scenario-note"))
    }

    /// What an action is made of; all that makes one is needed to add it.
    fn action(&self, command: Command, needed: Needed) -> Command {
        let needed = needed == Needed::All;
        let word = |id, value, words: &[&'static str]| {
            self.option(id, value)
                .value_parser(PossibleValuesParser::new(words.to_vec()))
        };
        let site = |id| self.option(id, "cli-value-uai").value_parser(code(Uai::parse));
        let basin = |id| self.option(id, "cli-value-code").value_parser(code(BasinCode::parse));
        let programme = self.option("programme", "cli-value-code");
        let euros = |id| self.option(id, "cli-value-euros").value_parser(value_parser!(u32));
        let uai = site("uai").conflicts_with("basin");
        let uai = if needed {
            uai.required_unless_present("basin")
        } else {
            uai
        };
        command
            .arg(word("kind", "cli-value-kind", &ActionKind::ALL.map(ActionKind::as_str)).required(needed))
            .arg(programme.value_parser(code(ProgrammeId::parse)).required(needed))
            .arg(word("route", "cli-value-route", &Route::ALL.map(Route::as_str)).required(needed))
            .arg(uai)
            .arg(basin("basin"))
            .arg(
                self.option("seats", "cli-value-number")
                    .help(self.text("cli-help-scenario-seats"))
                    .value_parser(value_parser!(u32)),
            )
            .arg(
                self.option("rentree", "cli-value-year")
                    .value_parser(value_parser!(u16).range(1990..=2100))
                    .required(needed),
            )
            .arg(site("to-uai").conflicts_with("to-basin"))
            .arg(basin("to-basin"))
            .arg(basin("shared-basin").action(ArgAction::Append))
            .arg(
                word(
                    "status",
                    "cli-value-status",
                    &ActionStatus::ALL.map(ActionStatus::as_str),
                )
                .help(self.text("cli-help-scenario-status")),
            )
            .arg(
                self.option("compensation", "cli-value-number")
                    .value_parser(value_parser!(u32)),
            )
            .arg(euros("fixed-cost"))
            .arg(euros("seat-cost"))
            .arg(self.option("asked-by", "cli-value-text"))
            .arg(self.note())
    }
}

/// Whether an action is made anew or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needed {
    All,
    Nothing,
}
