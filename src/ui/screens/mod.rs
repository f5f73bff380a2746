//! One folder a screen: `data` says what to show, tested as text; `view` draws it.

pub mod assumptions;
pub mod basins;
pub mod board;
pub mod cells;
pub mod chooser;
pub mod compare;
pub mod crosswalk;
pub mod dashboard;
pub mod export;
pub mod figures;
pub mod flows;
pub mod funding;
pub mod gap_table;
pub mod import;
pub mod journal;
pub mod needs;
pub mod occupations;
pub mod plan;
pub mod programme;
pub mod sheet;
pub mod skills;
pub mod sources;
pub mod training;

use egui::{Spinner, Ui};

use crate::app::jobs::JobId;
use crate::app::settings::Settings;
use crate::domain::source::SourceId;
use crate::i18n::Message;
use crate::ui::desk::board::Boards;
use crate::ui::desk::{AskedShortage, Money, Outlets, Plans, Skilled, Tried};
use crate::ui::scene::{Place, Scene};
use crate::ui::theme::{plain, size};
use crate::ui::tour::view::mark;

/// What every screen keeps between frames.
#[derive(Debug, Default)]
pub struct Screens {
    pub chooser: chooser::view::State,
    pub dashboard: dashboard::view::State,
    pub basins: basins::view::State,
    pub occupations: occupations::view::State,
    pub cells: cells::view::State,
    pub compare: compare::view::State,
    pub needs: needs::view::State,
    pub flows: flows::view::State,
    pub training: training::view::State,
    pub programme: programme::view::State,
    pub crosswalk: crosswalk::view::State,
    pub plan: plan::view::State,
    pub funding: funding::view::State,
    pub skills: skills::view::State,
    pub board: board::view::State,
    pub sources: sources::view::State,
    pub assumptions: assumptions::view::State,
    pub journal: journal::view::State,
    pub import: import::view::State,
    pub export: export::view::State,
}

/// What screens read besides the snapshot.
#[derive(Debug)]
pub struct Beside<'a> {
    pub waiting: &'a import::data::Waiting,
    pub deeds: &'a [journal::data::Deed],
    /// What the deed whose detail is open changed.
    pub deed: Option<&'a crate::ui::detail::deed::Read>,
    /// The versions beside the file, once read.
    pub kept: Option<&'a journal::data::Kept>,
    /// Refused and doubtful rows of the file whose detail is open.
    pub issues: Option<&'a (SourceId, Vec<import::data::IssueLine>)>,
    /// What the territory was last compared to.
    pub compared: Option<&'a std::sync::Arc<crate::app::Compared>>,
    /// True while a comparison is computed.
    pub comparing: bool,
    /// True while a solve is running.
    pub solving: bool,
    /// Why there are no figures, when the last solve failed.
    pub no_figures: Option<&'a Message>,
    /// True while it is computed which assumption moves the gap most.
    pub sensing: bool,
    /// The assumption being dragged.
    pub tried: Option<&'a Tried>,
    /// Seats more, or less, whose gain the training screen shows.
    pub lot: i32,
    /// Who can take the posts of the line whose detail is open.
    pub shortage: Option<&'a AskedShortage>,
    /// The outlets, as last read.
    pub outlets: &'a Outlets,
    /// Where imported files were read on this machine.
    pub settings: &'a Settings,
    /// What scenarios do, as last computed.
    pub plans: &'a Plans,
    /// Skills, as last computed.
    pub skills: &'a Skilled,
    /// What the last deed on the board came to.
    pub boards: &'a Boards,
    /// True while it is being computed.
    pub planning: bool,
    /// The job that searches a plan.
    pub proposing: Option<JobId>,
    /// What money does, as last computed.
    pub money: &'a Money,
    /// True while it is computed what euros buy.
    pub buying: bool,
}

impl Screens {
    /// Draws one place.
    pub fn place_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, place: &Place, beside: &Beside<'_>) {
        // Needs that nobody told say so themselves.
        let untold = *place == Place::Needs && scene.snapshot.is_some_and(needs::data::is_empty);
        if needs_gap(place) && !untold && !has_figures(ui, scene, beside) {
            return;
        }
        // Each place scrolls by itself.
        let shown = ui.push_id(format!("{place:?}"), |ui| match place {
            Place::Dashboard => dashboard::view::dashboard_ui(ui, scene, &mut self.dashboard),
            Place::Basins => basins::view::basins_ui(ui, scene, &mut self.basins),
            Place::Basin(code) => basins::view::basin_ui(ui, scene, &mut self.basins, code),
            Place::Occupations => occupations::view::occupations_ui(ui, scene, &mut self.occupations),
            Place::Occupation(code) => occupations::view::occupation_ui(ui, scene, &mut self.occupations, code),
            Place::Cells => cells::view::cells_ui(ui, scene, &mut self.cells, beside),
            Place::Compare => compare::view::compare_ui(ui, scene, &mut self.compare, beside),
            Place::Needs => needs::view::needs_ui(ui, scene, &mut self.needs),
            Place::Flows => flows::view::flows_ui(ui, scene, &mut self.flows),
            Place::Training => training::view::training_ui(ui, scene, &mut self.training),
            Place::Programme(id) => {
                let lot = &mut self.training.lot;
                programme::view::programme_ui(ui, scene, &mut self.programme, id, lot);
            }
            Place::Crosswalk => crosswalk::view::crosswalk_ui(ui, scene, &mut self.crosswalk, beside.outlets),
            Place::Plan => plan::view::plan_ui(ui, scene, &mut self.plan, beside),
            Place::Funding => funding::view::funding_ui(ui, scene, &mut self.funding, beside),
            Place::Skills => skills::view::skills_ui(ui, scene, &mut self.skills, beside.skills),
            Place::Board => board::view::board_ui(ui, scene, &mut self.board, beside),
            Place::Sources => sources::view::sources_ui(ui, scene, &mut self.sources),
            Place::Assumptions => assumptions::view::assumptions_ui(ui, scene, &mut self.assumptions, beside),
            Place::Journal => {
                journal::view::journal_ui(ui, scene, &mut self.journal, beside.deeds, beside.kept);
            }
            Place::Import => import::view::import_ui(ui, scene, &mut self.import, beside.waiting),
            Place::Export => export::view::export_ui(ui, scene, &mut self.export),
        });
        let whole = match place {
            Place::Training => "values",
            Place::Basins => "map",
            Place::Journal => "journal",
            Place::Export => "report",
            _ => return,
        };
        mark(ui, whole, shown.response.rect);
    }

    /// Lets go of the longest tables of a place that is left: they are read again when it is shown again, in the same order.
    pub fn leave(&mut self, place: &Place) {
        match place {
            Place::Cells => self.cells.forget(),
            Place::Flows => self.flows.forget(),
            Place::Training => self.training.forget(),
            _ => {}
        }
    }

    /// The filter of the table on screen takes the keyboard.
    pub fn ask_filter(&mut self, place: &Place) {
        match place {
            Place::Basins => self.basins.table.ask_filter(),
            Place::Basin(_) => self.basins.sheet.ask_filter(),
            Place::Occupations => self.occupations.table.ask_filter(),
            Place::Occupation(_) => self.occupations.sheet.ask_filter(),
            Place::Cells => self.cells.table.ask_filter(),
            Place::Compare => self.compare.table.ask_filter(),
            Place::Needs => self.needs.ask_filter(),
            Place::Flows => self.flows.ask_filter(),
            Place::Training => self.training.ask_filter(),
            Place::Programme(_) => self.programme.ask_filter(),
            Place::Crosswalk => self.crosswalk.ask_filter(),
            Place::Plan => self.plan.ask_filter(),
            Place::Funding => self.funding.ask_filter(),
            Place::Skills => self.skills.ask_filter(),
            Place::Sources => self.sources.table.ask_filter(),
            Place::Journal => self.journal.table.ask_filter(),
            Place::Import => self.import.table.ask_filter(),
            Place::Dashboard | Place::Board | Place::Assumptions | Place::Export => {}
        }
    }
}

fn needs_gap(place: &Place) -> bool {
    !matches!(
        place,
        Place::Funding | Place::Board | Place::Sources | Place::Assumptions | Place::Journal | Place::Import
    )
}

/// True where there are figures to show; else says what to do about it.
fn has_figures(ui: &mut Ui, scene: &mut Scene<'_>, beside: &Beside<'_>) -> bool {
    let Some(snapshot) = scene.snapshot else { return false };
    let nothing = snapshot.gap.as_ref().is_none_or(|g| g.cells.is_empty());
    if !nothing {
        return true;
    }
    if beside.solving {
        ui.add_space(size::GAP_XL);
        ui.vertical_centered(|ui| {
            ui.add(Spinner::new());
            ui.label(plain(scene.t("ui-solving"), size::TYPE_EMPHASIS));
        });
    } else {
        if let Some(why) = beside.no_figures {
            let words = scene.say(why);
            crate::ui::widgets::parts::banner(ui, scene, crate::ui::widgets::parts::Tone::Attention, &words);
        }
        let (words, button) = (scene.t("ui-empty"), scene.t("ui-import-go"));
        let action = crate::ui::scene::Action::Go(Place::Import);
        crate::ui::widgets::parts::empty_state(ui, scene, &words, &button, action);
    }
    false
}
