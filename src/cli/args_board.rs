//! The arguments of `releve board`.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::args::{Words, code, decimal};
use crate::domain::board::{AssetKind, CommitmentStatus, PledgeKind};
use crate::domain::day::Day;
use crate::domain::id::{BasinCode, FapCode, NsfCode, ProgrammeId, Uai};

impl Words {
    /// `releve board …`: what the territory starts from, may lose, was promised, met, does next and learned.
    pub(super) fn board(&self) -> Command {
        let show = self.on_territory("show").arg(self.format(&["table", "json"]));
        self.parts("board", "board")
            .subcommand(self.dressed(show, "board-show"))
            .subcommand(self.part("means", [self.means(), self.numbered("remove")]))
            .subcommand(self.part(
                "commit",
                [
                    self.commitment("add"),
                    self.commitment("set").arg(self.item_number()),
                    self.numbered("remove"),
                ],
            ))
            .subcommand(self.part("experiment", [self.experiment(), self.of_scenario_board("remove")]))
            .subcommand(self.part(
                "surprise",
                [
                    self.surprise("add"),
                    self.surprise("set").arg(self.item_number()),
                    self.numbered("remove"),
                ],
            ))
            .subcommand(self.part(
                "step",
                [
                    self.step(),
                    self.numbered("done").arg(self.day("date")),
                    self.numbered("remove"),
                ],
            ))
            .subcommand(self.part(
                "review",
                [
                    self.review(),
                    self.numbered("remove"),
                    self.on_territory("show").arg(self.format(&["table", "json"])),
                    self.on_territory("apply"),
                ],
            ))
    }

    /// A part of the board with its verbs.
    fn part<const N: usize>(&self, name: &'static str, verbs: [Command; N]) -> Command {
        let dressed = verbs.map(|verb| {
            let full = format!("board-{name}-{}", verb.get_name());
            self.dressed(verb, &full)
        });
        self.parts(name, &format!("board-{name}")).subcommands(dressed)
    }

    fn parts(&self, name: &'static str, full: &str) -> Command {
        let command = Command::new(name)
            .subcommand_required(true)
            .subcommand_help_heading(self.text("cli-heading-commands"))
            .disable_help_subcommand(true);
        if full == "board" {
            command
        } else {
            self.dressed(command, full)
        }
    }

    fn means(&self) -> Command {
        self.on_territory("add")
            .arg(
                self.word("kind", "cli-value-kind", &AssetKind::ALL.map(AssetKind::as_str))
                    .required(true),
            )
            .arg(self.uai())
            .arg(self.basin().action(ArgAction::Append))
            .arg(self.told("nsf", "cli-value-code").value_parser(code(NsfCode::parse)))
            .arg(self.occupation())
            .arg(self.told("posts", "cli-value-number").value_parser(decimal))
            .arg(self.count("seats"))
            .arg(self.told("name", "cli-value-text"))
    }

    fn commitment(&self, verb: &'static str) -> Command {
        let needed = verb == "add";
        let statuses = CommitmentStatus::ALL.map(CommitmentStatus::as_str);
        self.on_territory(verb)
            .arg(self.told("who", "cli-value-text").required(needed))
            .arg(
                self.word("kind", "cli-value-kind", &PledgeKind::ALL.map(PledgeKind::as_str))
                    .required(needed),
            )
            .arg(self.count("amount").required(needed))
            .arg(self.uai())
            .arg(self.basin())
            .arg(self.occupation())
            .arg(self.programme())
            .arg(self.year_told("from"))
            .arg(self.day("made"))
            .arg(self.day("due").required(needed))
            .arg(self.told("condition", "cli-value-text"))
            .arg(self.word("status", "cli-value-status", &statuses))
    }

    fn experiment(&self) -> Command {
        self.of_scenario_board("set")
            .arg(self.count("loss").required(true))
            .arg(self.day("review").required(true))
    }

    fn surprise(&self, verb: &'static str) -> Command {
        self.on_territory(verb)
            .arg(self.told("text", "cli-value-text").required(verb == "add"))
            .arg(self.day("date"))
            .arg(self.basin().requires("occupation"))
            .arg(self.occupation().requires("basin"))
            .arg(self.programme().conflicts_with("basin"))
            .arg(self.told("decision", "cli-value-text"))
    }

    fn step(&self) -> Command {
        self.on_territory("add")
            .arg(self.told("what", "cli-value-text").required(true))
            .arg(self.told("who", "cli-value-text"))
            .arg(self.day("due").required(true))
    }

    fn review(&self) -> Command {
        let action = self.told("action", "cli-value-number").required(true);
        let people = ["entrants", "final-year", "leavers", "graduates", "in-field", "posts"];
        self.on_territory("add")
            .arg(action.value_parser(value_parser!(i64)))
            .arg(self.year_told("rentree").required(true))
            .args(people.map(|stage| self.count(stage)))
            .arg(self.told("source", "cli-value-text"))
    }

    fn of_scenario_board(&self, name: &'static str) -> Command {
        let scenario = self.option("scenario", "cli-value-scenario").required(true);
        self.on_territory(name).arg(scenario)
    }

    fn numbered(&self, name: &'static str) -> Command {
        self.on_territory(name).arg(self.item_number())
    }

    fn item_number(&self) -> Arg {
        let number = self.told("number", "cli-value-number").required(true);
        number.value_parser(value_parser!(i64))
    }

    /// An option whose help is that of the board.
    fn told(&self, id: &'static str, value: &str) -> Arg {
        self.plain(id, value).help(self.text(&format!("cli-help-board-{id}")))
    }

    fn word(&self, id: &'static str, value: &str, words: &[&'static str]) -> Arg {
        self.told(id, value)
            .value_parser(PossibleValuesParser::new(words.to_vec()))
    }

    fn count(&self, id: &'static str) -> Arg {
        self.told(id, "cli-value-number").value_parser(value_parser!(u32))
    }

    fn year_told(&self, id: &'static str) -> Arg {
        self.told(id, "cli-value-year")
            .value_parser(value_parser!(u16).range(1990..=2100))
    }

    fn day(&self, id: &'static str) -> Arg {
        let day = |text: &str| Day::parse(text).ok_or_else(|| text.to_owned());
        self.told(id, "cli-value-day").value_parser(day)
    }

    fn uai(&self) -> Arg {
        self.told("uai", "cli-value-uai").value_parser(code(Uai::parse))
    }

    fn basin(&self) -> Arg {
        self.told("basin", "cli-value-code")
            .value_parser(code(BasinCode::parse))
    }

    fn occupation(&self) -> Arg {
        self.told("occupation", "cli-value-code")
            .value_parser(code(FapCode::parse))
    }

    fn programme(&self) -> Arg {
        self.told("programme", "cli-value-code")
            .value_parser(code(ProgrammeId::parse))
    }
}
