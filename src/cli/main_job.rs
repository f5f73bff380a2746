//! `releve` alone: the window where there is one, else the demonstration's gap and reports in the terminal.

use std::path::{Path, PathBuf};

use super::console::Console;
use super::error::{CliError, Exit};
use super::gap;
use super::table::{self, Table};
use crate::app::{NewTerritory, ReportFormat, ReportRequest, Session};
use crate::domain::facts::Facts;
use crate::domain::territory::Nature;
#[cfg(feature = "gui")]
use crate::i18n::Explain as _;
use crate::i18n::{self, Message, text};
use crate::market::gap::{Figures, Gap, Grouping};

/// Shortages and basins listed by the essentials.
const LISTED: usize = 10;

/// Opens the window, on a file or on the chooser; without a display, does the main job in the terminal, on the file or on the demonstration.
pub fn run(file: Option<PathBuf>, console: &mut Console) -> Result<Exit, CliError> {
    match window(file.as_ref(), console) {
        Window::Closed => return Ok(Exit::Success),
        Window::LeftToFirst => return Ok(Exit::Internal),
        Window::None => {}
    }
    match file {
        Some(file) => {
            let session = Session::open(&file)?;
            let gap = session.gap(None, &console.progress(&Message::new("cli-job-gap")))?;
            essentials(&*session.facts()?, &gap, console)?;
            Ok(Exit::Success)
        }
        None => {
            console.tell(&Message::new("cli-no-display"));
            in_terminal(Path::new("."), console)
        }
    }
}

/// What became of the window.
#[cfg_attr(not(feature = "gui"), expect(dead_code, reason = "without the window there is none"))]
enum Window {
    /// Shown, and closed by the user.
    Closed,
    /// Not shown by this process, which was started by another that could not draw: that one goes on.
    LeftToFirst,
    /// There is none; where it is a fault, the reason was told.
    None,
}

#[cfg(feature = "gui")]
fn window(file: Option<&PathBuf>, console: &mut Console) -> Window {
    let error = match crate::ui::run(file.cloned()) {
        Ok(()) => return Window::Closed,
        Err(error) => error,
    };
    tracing::warn!(%error, "no window");
    if crate::ui::is_second_try() {
        return Window::LeftToFirst;
    }
    // A machine without a screen is no fault: the terminal simply takes over.
    if !matches!(error, crate::ui::WindowError::NoDisplay { .. }) {
        console.tell(&error.message());
    }
    Window::None
}

/// Built without the window: always the terminal.
#[cfg(not(feature = "gui"))]
fn window(_file: Option<&PathBuf>, _console: &mut Console) -> Window {
    Window::None
}

/// The gap of the demonstration on stdout, its reports in `folder`.
fn in_terminal(folder: &Path, console: &mut Console) -> Result<Exit, CliError> {
    let place = tempfile::tempdir()?;
    let session = Session::create(&place.path().join("demonstration.releve"), &NewTerritory::Demonstration)?;
    let gap = session.gap(None, &console.progress(&Message::new("cli-job-gap")))?;
    essentials(&*session.facts()?, &gap, console)?;
    let request = ReportRequest {
        formats: vec![ReportFormat::Pdf, ReportFormat::Xlsx],
        target: folder.to_owned(),
        lang: console.lang(),
        year: None,
    };
    let written = session.export_report(&request, &console.progress(&Message::new("cli-job-report")))?;
    for path in written {
        console.say(&Message::new("cli-report-written").with("file", path.display().to_string()))?;
    }
    console.tell(&Message::new("cli-next-steps"));
    Ok(Exit::Success)
}

/// What a planner reads first: the whole, the causes, the largest shortages, the basins, the warnings.
pub fn essentials(facts: &Facts, gap: &Gap, console: &mut Console) -> Result<(), CliError> {
    let lang = console.lang();
    let total = gap.total();
    console.say(
        &Message::new("cli-title")
            .with("territory", gap.territory.name.as_str())
            .with("year", gap.year.to_string()),
    )?;
    if gap.territory.nature == Nature::Simulated {
        console.say(&Message::new("simulated"))?;
    }
    console.line("")?;
    console.print(&key_figures(&total, console).render())?;
    console.line("")?;
    console.say(&Message::new("cli-shortages"))?;
    for row in gap::shortages(gap, facts, LISTED) {
        console.say(
            &Message::new(cause(&row.figures))
                .with("name", gap::name(lang, &row))
                .with("unfilled", i18n::range(lang, row.figures.unfilled))
                .with("need", i18n::range(lang, row.figures.need)),
        )?;
    }
    console.line("")?;
    let basins = gap.rows(Grouping::Basin, facts);
    console.print(&gap::table(lang, Grouping::Basin, &basins))?;
    if basins.iter().any(|row| row.border) {
        console.say(&Message::new("cli-note-border"))?;
    }
    console.line("")?;
    console.say(&Message::new("cli-assumed").with("share", i18n::percent(lang, gap.assumed_share)))?;
    for note in &gap.notes {
        console.say(note)?;
    }
    Ok(())
}

fn key_figures(total: &Figures, console: &Console) -> Table {
    let lang = console.lang();
    let header = |key| text(lang, key);
    let mut table = Table::new(vec![
        table::left(header("cli-column-figure"), 60),
        table::right(header("cli-column-people")),
    ]);
    let lines = [
        ("cli-figure-projects", i18n::range(lang, total.projects)),
        ("cli-figure-difficult", i18n::range(lang, total.difficult)),
        ("cli-figure-seasonal", i18n::range(lang, total.seasonal)),
        ("cli-figure-declared", i18n::people(lang, total.declared)),
        ("cli-figure-unskilled", i18n::range(lang, total.unskilled)),
        ("cli-figure-level7", i18n::range(lang, total.level7)),
        ("cli-figure-need", i18n::range(lang, total.need)),
        ("cli-figure-supply", i18n::range(lang, total.supply)),
        ("cli-figure-filled", i18n::range(lang, total.filled)),
        ("cli-figure-unfilled", i18n::range(lang, total.unfilled)),
        ("cli-figure-no-training", i18n::people(lang, total.no_training.central)),
        ("cli-figure-not-enough", i18n::people(lang, total.not_enough.central)),
    ];
    for (key, value) in lines {
        table.push(vec![header(key), value]);
    }
    table
}

fn cause(figures: &Figures) -> &'static str {
    if figures.no_training.central > figures.not_enough.central {
        "cli-shortage-no-training"
    } else {
        "cli-shortage-not-enough"
    }
}
