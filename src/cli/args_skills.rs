//! The arguments of `releve skills`.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::args::{Words, code};
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, SkillCode, Uai};
use crate::domain::programme::Route;
use crate::domain::skill::ModuleStatus;

impl Words {
    /// `releve skills …`: what is wanted and taught, the local hours, the IUTs.
    pub(super) fn skills(&self) -> Command {
        let subcommands = [
            self.on_territory("list")
                .arg(self.coded("occupation", "cli-help-skills-occupation", FapCode::parse)),
            self.on_territory("matrix").arg(self.top("20")).arg(self.year()),
            self.on_territory("missing")
                .arg(self.coded("basin", "cli-help-skills-basin", BasinCode::parse))
                .arg(self.top("20"))
                .arg(self.year()),
            self.on_territory("show")
                .arg(
                    self.positional("skill", "cli-value-code")
                        .display_order(2)
                        .value_parser(code(SkillCode::parse)),
                )
                .arg(self.coded("basin", "cli-help-skills-basin", BasinCode::parse))
                .arg(self.year()),
            self.on_territory("programme").arg(
                self.positional("programme", "cli-value-code")
                    .help(self.text("cli-help-skills-programme"))
                    .display_order(2)
                    .value_parser(code(ProgrammeId::parse)),
            ),
            self.of_section("but").arg(self.year()),
            self.on_territory("iut")
                .arg(self.coded("uai", "cli-help-uai", Uai::parse))
                .arg(
                    self.option("reading", "cli-value-reading")
                        .value_parser(PossibleValuesParser::new(["region", "ministry"]))
                        .default_value("region"),
                )
                .arg(self.year()),
        ]
        .map(|command| command.arg(self.format(&["table", "csv", "json"])));
        let need = self
            .on_territory("need")
            .arg(
                self.option("need", "cli-value-number")
                    .required(true)
                    .value_parser(value_parser!(i64)),
            )
            .arg(
                self.coded("skill", "cli-help-skill", SkillCode::parse)
                    .action(ArgAction::Append),
            );
        let colour = self
            .of_section("colour")
            .arg(self.option("scenario", "cli-value-scenario").required(true))
            .arg(self.route_of_coloration());
        let named = |command: Command| {
            let name = format!("skills-{}", command.get_name());
            self.dressed(command, &name)
        };
        Command::new("skills")
            .subcommands(subcommands.map(named))
            .subcommands([need, colour].map(named))
            .subcommand(self.modules())
            .subcommand_required(true)
            .subcommand_help_heading(self.text("cli-heading-commands"))
            .disable_help_subcommand(true)
    }

    fn modules(&self) -> Command {
        let number = || {
            let number = self.option("module", "cli-value-number").required(true);
            number.value_parser(value_parser!(i64))
        };
        let rentree = || {
            self.option("rentree", "cli-value-year")
                .help(self.text("cli-help-skills-rentree"))
                .value_parser(value_parser!(u16).range(1990..=2100))
        };
        let status = || {
            self.option("status", "cli-value-status")
                .help(self.text("cli-help-skills-status"))
                .value_parser(PossibleValuesParser::new(ModuleStatus::ALL.map(ModuleStatus::as_str)))
                .default_value(ModuleStatus::Proposal.as_str())
        };
        let note = self
            .option("note", "cli-value-text")
            .help(self.text("cli-help-scenario-note"));
        let add = self
            .of_section("add")
            .arg(self.coded("skill", "cli-help-skill", SkillCode::parse).required(true))
            .arg(
                self.option("hours", "cli-value-number")
                    .required(true)
                    .value_parser(value_parser!(u32)),
            )
            .arg(
                self.option("study-year", "cli-value-number")
                    .required(true)
                    .value_parser(value_parser!(u8)),
            )
            .arg(rentree())
            .arg(status())
            .arg(note);
        let subcommands = [
            self.on_territory("list").arg(self.format(&["table", "csv", "json"])),
            add,
            self.on_territory("adopt").arg(number()),
            self.on_territory("remove").arg(number()),
            self.of_section("propose").arg(rentree()).arg(status()).arg(self.year()),
        ];
        let modules = Command::new("module")
            .subcommands(subcommands.map(|command| {
                let name = format!("skills-module-{}", command.get_name());
                self.dressed(command, &name)
            }))
            .subcommand_required(true)
            .subcommand_help_heading(self.text("cli-heading-commands"))
            .disable_help_subcommand(true);
        self.dressed(modules, "skills-module")
    }

    /// A programme at an establishment; both are needed where something is written.
    fn of_section(&self, name: &'static str) -> Command {
        let needed = name != "but";
        self.on_territory(name)
            .arg(self.coded("uai", "cli-help-uai", Uai::parse).required(needed))
            .arg(
                self.coded("programme", "cli-help-skills-programme", ProgrammeId::parse)
                    .required(needed),
            )
    }

    fn coded<T, E>(&self, id: &'static str, help: &str, parse: fn(&str) -> Result<T, E>) -> Arg
    where
        T: Clone + Send + Sync + 'static,
        E: std::error::Error + Send + Sync + 'static,
    {
        self.option(id, "cli-value-code")
            .help(self.text(help))
            .value_parser(code(parse))
    }

    fn top(&self, most: &'static str) -> Arg {
        self.option("top", "cli-value-number")
            .value_parser(value_parser!(u32).range(1..))
            .default_value(most)
    }

    fn route_of_coloration(&self) -> Arg {
        self.option("route", "cli-value-route")
            .value_parser(PossibleValuesParser::new(Route::ALL.map(Route::as_str)))
    }
}
