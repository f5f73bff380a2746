//! What every drawing function is lent: language, colours, the figures on screen, and a tray for what the user asks.

use std::collections::BTreeSet;
use std::path::PathBuf;

use egui::Color32;

use crate::app::command::Command;
use crate::app::jobs::JobId;
use crate::app::settings::Theme;
use crate::app::{Against, ChartFormat, ReportFormat};
use crate::domain::assumption::{Assumption, AssumptionKey};
use crate::domain::board::BoardPart;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, RegionCode};
use crate::domain::review::{OutletKey, ReviewEdit};
use crate::domain::scenario::SectionKey;
use crate::domain::source::SourceId;
use crate::i18n::{self, Lang, Message};
use crate::market::flows::FlowKey;
use crate::market::funding::PurchaseRequest;
use crate::market::gap::RowKey;
use crate::market::indicators::Key;
use crate::market::values::SeatKey;
use crate::report::Chart;
use crate::report::format::Sheet;
use crate::ui::causes::{self, PARTS};
use crate::ui::desk::board::BoardDeed;
use crate::ui::desk::funding::FundDeed;
use crate::ui::desk::plan::PlanDeed;
use crate::ui::desk::propose::PlanSearch;
use crate::ui::desk::skills::SkillDeed;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::Palette;

/// Borrowed by views; they read it and send [`Action`]s, and change nothing themselves.
#[derive(Debug)]
pub struct Scene<'a> {
    pub lang: Lang,
    pub palette: &'a Palette,
    /// The open territory, if any.
    pub snapshot: Option<&'a Snapshot>,
    /// What the user asked for this frame, in order.
    pub actions: Vec<Action>,
}

/// A screen, or a sheet of one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Dashboard,
    Basins,
    Basin(BasinCode),
    Occupations,
    Occupation(FapCode),
    Needs,
    Cells,
    /// The gap on screen beside another one.
    Compare,
    Flows,
    Training,
    Programme(ProgrammeId),
    /// Which occupations programmes lead to.
    Crosswalk,
    /// Scenarios, and what they do.
    Plan,
    /// Envelopes, aid and contract costs, and what they buy.
    Funding,
    /// Skills wanted and taught, and the hours of establishments.
    Skills,
    /// What the territory starts from, may lose, was promised, met, does next and learned.
    Board,
    Sources,
    Assumptions,
    Journal,
    Import,
    Export,
}

/// What the side detail explains.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// The figures of one line of the gap.
    Row(RowKey),
    /// One figure of a line: its formula and its inputs.
    Figure(RowKey, Measure),
    /// One supply node, by its place in the gap.
    Supply(usize),
    /// All supply nodes of one programme.
    Programme(ProgrammeId),
    /// What a seat of one section, or one more in a headcount, is worth.
    Seat(SeatKey),
    /// Who goes where: between two basins, to one line of need, or from a programme to an occupation.
    Flow(FlowKey),
    /// The indicators of a programme or of one of its sections.
    Indicators(Key),
    /// One imported file.
    Source(SourceId),
    /// One deed of the journal.
    Deed(i64),
    /// An action of a scenario, or one of its years.
    Plan(PlanSubject),
    /// Something on the board.
    Board(BoardSubject),
}

/// What the side detail shows of the board.
#[derive(Debug, Clone, PartialEq)]
pub enum BoardSubject {
    Item(BoardPart, i64),
    /// Something being made.
    New(BoardPart),
}

impl BoardSubject {
    /// The part of the board it is in.
    pub fn part(&self) -> BoardPart {
        match self {
            Self::Item(part, _) | Self::New(part) => *part,
        }
    }
}

/// What the side detail shows of a scenario, by its key.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanSubject {
    Action(i64, i64),
    /// An action being made, on a section where it was started from one.
    New(i64, Option<SectionKey>),
    /// An opening being made, of this section with so many seats.
    Opening(i64, SectionKey, u32),
    /// An action of the plan found for a scenario, by its place in it.
    Proposed(i64, usize),
    /// A mobility help of a scenario, and one being made.
    Help(i64, i64),
    NewHelp(i64),
    /// How the figures of a year are made.
    Year(i64, u16),
}

/// One figure of a line of the gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Need,
    Supply,
    Coverage,
    Filled,
    Unfilled,
    ExpectedFilled,
    ExpectedUnfilled,
    Friction,
    /// What one cause, or one residual, accounts for: its place among the parts.
    Part(usize),
}

impl Measure {
    /// Its name in words.
    pub fn name(self, lang: Lang) -> String {
        match self {
            Self::Part(place) => PARTS.get(place).map(|key| causes::name(key, lang)).unwrap_or_default(),
            _ => i18n::text(lang, &format!("ui-column-{}", self.as_str())),
        }
    }

    /// What it counts, and its unit.
    pub fn help(self, lang: Lang) -> String {
        match self {
            Self::Part(_) => i18n::text(lang, &format!("ui-reason-{}-help", self.as_str())),
            _ => i18n::text(lang, &format!("ui-column-{}-help", self.as_str())),
        }
    }

    /// Stable text of the texts.
    fn as_str(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Supply => "supply",
            Self::Coverage => "coverage",
            Self::Filled => "filled",
            Self::Unfilled => "unfilled",
            Self::ExpectedFilled => "filled-expected",
            Self::ExpectedUnfilled => "unfilled-expected",
            Self::Friction => "friction",
            Self::Part(place) => PARTS.get(place).copied().unwrap_or_default(),
        }
    }
}

impl Subject {
    /// The line of a gap table that is explained, if it is one.
    pub fn row(&self) -> Option<&RowKey> {
        match self {
            Self::Row(key) => Some(key),
            Self::Figure(..)
            | Self::Supply(_)
            | Self::Programme(_)
            | Self::Seat(_)
            | Self::Flow(_)
            | Self::Indicators(_)
            | Self::Source(_)
            | Self::Deed(_)
            | Self::Plan(_)
            | Self::Board(_) => None,
        }
    }
}

/// What a view asks the window to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    Run(Command),
    Go(Place),
    /// Opens the sections of the training supply, filtered by the name of an establishment.
    ShowEstablishment(String),
    /// Opens the assumptions at one of them.
    ShowAssumption(AssumptionKey),
    Back,
    Explain(Subject),
    /// As [`Self::Explain`], only where a detail is already open.
    Follow(Subject),
    CloseDetail,
    OpenFile(PathBuf),
    ForgetRecent(PathBuf),
    Create {
        path: PathBuf,
        name: String,
        regions: Vec<RegionCode>,
    },
    SetYear(Option<u16>),
    SetTheme(Theme),
    /// Shows a native dialog; where the desktop has none the path field says so.
    Ask(Asked),
    Preview(Vec<PathBuf>),
    ConfirmImport,
    ForgetImport,
    /// Writes a format of the report into a folder.
    Export(ReportFormat, PathBuf),
    SaveCopy(PathBuf),
    /// Asks where a chart is to be written.
    OfferChart(Box<Chart>, ChartFormat),
    /// Writes a chart.
    SaveChart(Box<Chart>, ChartFormat, PathBuf),
    SetAssumption(Assumption),
    ResetAssumption(AssumptionKey, String),
    /// Reads assumptions from a table of text.
    PasteAssumptions(String),
    /// Computes what an assumption would change, without writing it.
    TryAssumption(Assumption),
    DropTry,
    /// Computes which assumption moves the gap most.
    FindSensitivity,
    /// Finds who can take the posts of a line, for its detail.
    FindShortage(RowKey),
    /// Reads the outlets and what they are worth, where they are not known for the figures on screen.
    ReadCrosswalk,
    EditOutlets(Vec<OutletKey>, ReviewEdit),
    /// Adds an outlet, with its reason.
    AddOutlet(OutletKey, String),
    /// Reads reviews from a table of text.
    PasteReviews(String),
    /// Reads an official table of outlets and compares it with the territory.
    ReadOfficial(PathBuf),
    /// Computes what taking lines of it over would do.
    TryOfficial(BTreeSet<OutletKey>),
    TakeOfficial(BTreeSet<OutletKey>),
    ForgetOfficial,
    /// Writes a table to a file.
    SaveTable(PathBuf, TableFile),
    /// Computes what scenarios do, where it is not known for the figures on screen.
    ReadPlans,
    /// Writes, or takes away, a scenario or one of its actions.
    Plan(PlanDeed),
    /// Writes on the board, or takes something off it.
    Board(BoardDeed),
    /// Searches a plan besides a scenario.
    Propose(Box<PlanSearch>),
    /// Puts the plan found away.
    ForgetFound,
    /// Reads skills, where they are not known for the figures on screen.
    ReadSkills,
    /// Writes what a screen decides of skills.
    Skill(Box<SkillDeed>),
    /// Begins an action on a section in the scenario on screen.
    ActOn(SectionKey),
    /// Ranks programmes by cost and finds seats that fill nothing, where it is not known for the figures on screen.
    ReadMoney,
    /// Computes what euros buy.
    Buy(PurchaseRequest),
    /// Writes, or takes away, what people tell of money.
    Fund(FundDeed),
    RemoveSource(SourceId),
    /// Reads the file of a source again from where it was last read, else asks for it.
    Reimport(SourceId),
    /// Undoes or redoes everything between the file as it stands and this deed.
    Travel(i64),
    ReadVersions,
    Compare(Against),
    /// Writes the comparison on screen as a PDF or a workbook.
    ExportComparison(PathBuf),
    SaveVersion(String),
    OpenVersion(PathBuf),
    /// Makes a file of a version: from, to.
    RestoreVersion(PathBuf, PathBuf),
    CancelJob(JobId),
    /// Shows or hides jobs and notices.
    ToggleJobs,
    DismissNotice(u64),
    Tell(Message),
}

/// A table as a file holds it.
#[derive(Debug, Clone, PartialEq)]
pub enum TableFile {
    /// Comma- or semicolon-separated text.
    Text(String),
    /// A workbook of one sheet.
    Sheet(Box<Sheet>),
}

/// Which path a native dialog asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    FilesToImport,
    FileToOpen,
    NewFile,
    FolderToExport,
    CopyFile,
    FileToCompare,
    /// An official table of outlets.
    OfficialTable,
    ChartFile(ChartFormat),
}

impl Scene<'_> {
    /// A text without facts, in the language of the screen.
    pub fn t(&self, key: &str) -> String {
        i18n::text(self.lang, key)
    }

    /// A sentence in the language of the screen.
    pub fn say(&self, message: &Message) -> String {
        message.text(self.lang)
    }

    /// Asks the window for something.
    pub fn send(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// Shows a short notice.
    pub fn tell(&mut self, message: Message) {
        self.send(Action::Tell(message));
    }

    /// Ink of figures: dimmed while they are being recomputed.
    pub fn figure_ink(&self) -> Color32 {
        match self.snapshot {
            Some(s) if s.outdated => self.palette.text_weak.0.gamma_multiply(DIMMED),
            _ => self.palette.text.0,
        }
    }

    /// True where the open territory may be changed.
    pub fn writable(&self) -> bool {
        self.snapshot.is_some_and(|s| s.writable)
    }
}

/// Strength left to figures that are being recomputed.
const DIMMED: f32 = 0.7;

impl Place {
    /// The places of the navigation, in order.
    pub const NAVIGATION: [Self; 17] = [
        Self::Dashboard,
        Self::Basins,
        Self::Occupations,
        Self::Needs,
        Self::Cells,
        Self::Flows,
        Self::Training,
        Self::Crosswalk,
        Self::Plan,
        Self::Funding,
        Self::Skills,
        Self::Board,
        Self::Assumptions,
        Self::Sources,
        Self::Journal,
        Self::Import,
        Self::Export,
    ];

    /// The navigation entry a place belongs to.
    #[must_use]
    pub fn section(&self) -> Self {
        match self {
            Self::Basin(_) => Self::Basins,
            Self::Occupation(_) => Self::Occupations,
            Self::Programme(_) => Self::Training,
            Self::Compare => Self::Cells,
            other => other.clone(),
        }
    }

    /// Stable text of the texts (`ui-nav-<key>`, `ui-title-<key>`).
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Dashboard => "dashboard",
            Self::Basins => "basins",
            Self::Basin(_) => "basin",
            Self::Occupations => "occupations",
            Self::Occupation(_) => "occupation",
            Self::Needs => "needs",
            Self::Cells => "cells",
            Self::Compare => "compare",
            Self::Flows => "flows",
            Self::Training => "training",
            Self::Programme(_) => "programme",
            Self::Crosswalk => "crosswalk",
            Self::Plan => "plan",
            Self::Funding => "funding",
            Self::Skills => "skills",
            Self::Board => "board",
            Self::Sources => "sources",
            Self::Assumptions => "assumptions",
            Self::Journal => "journal",
            Self::Import => "import",
            Self::Export => "export",
        }
    }
}
