//! What the window does when asked: one named step an action.

use egui::{Context, ViewportCommand};

use super::Window;
use crate::app::command::{Command, Needs};
use crate::app::crash;
use crate::app::settings::{Lens, Theme};
use crate::domain::scenario::SectionKey;
use crate::i18n::{Lang, Message};
use crate::ui::scene::{Action, Asked, Place, Subject};
use crate::ui::shell::finder::Finder;
use crate::ui::shell::saver::Saver;
use crate::ui::theme::size;

impl Window {
    pub(super) fn act(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Run(command) => self.run(ctx, command),
            Action::Go(place) => self.go(place),
            Action::ShowEstablishment(name) => {
                self.screens.training.show_establishment(&name);
                self.go(Place::Training);
            }
            Action::ShowAssumption(key) => {
                self.screens.assumptions.bring(key);
                self.go(Place::Assumptions);
            }
            Action::Back => self.back(),
            Action::Explain(subject) => self.explain(subject),
            Action::Follow(subject) if self.detail.is_open() => self.explain(subject),
            Action::Follow(_) => {}
            Action::CloseDetail => self.detail.subject = None,
            Action::OpenFile(path) => self.desk.open_file(path),
            Action::ForgetRecent(path) => self.forget_recent(&path),
            Action::Create { path, name, regions } => self.desk.create(path, name, regions),
            Action::SetYear(year) => self.desk.set_year(year),
            Action::SetTheme(theme) => self.wear(ctx, theme),
            Action::Ask(asked) => self.ask(asked),
            Action::Preview(paths) => self.preview(paths),
            Action::ConfirmImport => self.confirm_import(),
            Action::ForgetImport => self.desk.forget_import(),
            Action::Export(format, folder) => self.desk.export(format, folder, self.lang),
            Action::SaveCopy(path) => self.desk.save_copy(path),
            Action::OfferChart(chart, format) => {
                self.saver = self.desk.snapshot.as_ref().map(|s| Saver::new(chart, format, s));
            }
            Action::SaveChart(chart, format, path) => self.desk.save_chart(chart, format, path, self.lang),
            Action::SetAssumption(assumption) => self.desk.set_assumption(assumption),
            Action::ResetAssumption(key, scope) => self.desk.reset_assumption(key, scope),
            Action::PasteAssumptions(table) => self.desk.paste_assumptions(table),
            Action::TryAssumption(assumption) => self.desk.try_assumption(assumption),
            Action::DropTry => self.desk.drop_try(),
            Action::FindSensitivity => self.desk.find_sensitivity(),
            Action::FindShortage(key) => self.desk.find_shortage(key),
            Action::ReadCrosswalk => self.desk.read_crosswalk(),
            Action::EditOutlets(outlets, edit) => self.desk.edit_outlets(outlets, edit),
            Action::AddOutlet(outlet, reason) => self.desk.add_outlet(outlet, reason),
            Action::PasteReviews(table) => self.desk.paste_reviews(table),
            Action::ReadOfficial(path) => self.desk.read_official(path),
            Action::TryOfficial(chosen) => self.desk.try_official(chosen),
            Action::TakeOfficial(chosen) => self.desk.take_official(chosen, self.lang),
            Action::ForgetOfficial => self.desk.forget_official(),
            Action::SaveTable(path, file) => self.desk.save_table(path, file),
            Action::ReadPlans => self.desk.read_plans(),
            Action::Propose(search) => self.desk.propose(*search),
            Action::ForgetFound => self.desk.forget_found(),
            Action::Plan(deed) => self.desk.plan(deed),
            Action::ReadSkills => self.desk.read_skills(),
            Action::Skill(deed) => self.desk.skill(*deed),
            Action::Board(deed) => self.desk.board(deed),
            Action::ActOn(section) => self.act_on(section),
            Action::ReadMoney => self.desk.read_money(),
            Action::Buy(request) => self.desk.buy(request),
            Action::Fund(deed) => self.desk.fund(deed),
            Action::RemoveSource(id) => self.remove_source(id),
            Action::Reimport(id) => self.reimport(id),
            Action::Travel(id) => self.desk.travel(id),
            Action::Compare(against) => {
                self.desk.compare(against);
                self.go(Place::Compare);
            }
            Action::ExportComparison(path) => self.desk.export_comparison(path, self.lang),
            Action::ReadVersions => self.desk.read_versions(),
            Action::SaveVersion(name) => self.desk.save_version(name),
            Action::OpenVersion(path) => self.desk.open_version(path),
            Action::RestoreVersion(from, target) => self.desk.restore_version(from, target),
            Action::ToggleJobs => self.jobs_shown = !self.jobs_shown,
            Action::CancelJob(id) => self.desk.cancel(id),
            Action::DismissNotice(id) => self.notices.dismiss(id),
            Action::Tell(message) => self.notices.good(message),
        }
        ctx.request_repaint();
    }

    /// One line a command.
    fn run(&mut self, ctx: &Context, command: Command) {
        if !self.may(command) {
            return;
        }
        crash::note(command.key());
        match command {
            Command::NewTerritory | Command::CloseTerritory => self.desk.close(),
            Command::OpenTerritory => self.ask(Asked::FileToOpen),
            Command::OpenDemonstration => self.desk.open_demonstration(),
            Command::Import => self.go(Place::Import),
            Command::ExportReport => self.go(Place::Export),
            Command::SaveCopy => self.ask(Asked::CopyFile),
            Command::CheckFile => self.desk.check(),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Undo => self.desk.undo(),
            Command::Redo => self.desk.redo(),
            Command::FilterTable => self.screens.ask_filter(&self.place),
            Command::CopyTable => ctx.input_mut(|i| i.events.push(egui::Event::Copy)),
            Command::Recompute => self.desk.recompute(),
            Command::ShowDashboard => self.go(Place::Dashboard),
            Command::ShowBasins => self.go(Place::Basins),
            Command::ShowOccupations => self.go(Place::Occupations),
            Command::ShowNeeds => self.go(Place::Needs),
            Command::ShowCells => self.go(Place::Cells),
            Command::ShowFlows => self.go(Place::Flows),
            Command::ShowTraining => self.go(Place::Training),
            Command::ShowCrosswalk => self.go(Place::Crosswalk),
            Command::ShowPlan => self.go(Place::Plan),
            Command::ShowFunding => self.go(Place::Funding),
            Command::ShowSkills => self.go(Place::Skills),
            Command::ShowBoard => self.go(Place::Board),
            Command::ShowSources => self.go(Place::Sources),
            Command::ShowAssumptions => self.go(Place::Assumptions),
            Command::ShowJournal => self.go(Place::Journal),
            Command::NextPane => self.next_pane(),
            Command::ZoomIn => self.zoom(ctx, 1.0),
            Command::ZoomOut => self.zoom(ctx, -1.0),
            Command::ZoomReset => self.zoom(ctx, 0.0),
            Command::LensPotential => self.look_through(Lens::Potential),
            Command::LensExpected => self.look_through(Lens::Expected),
            Command::ThemeSystem => self.wear(ctx, Theme::System),
            Command::ThemeLight => self.wear(ctx, Theme::Light),
            Command::ThemeDark => self.wear(ctx, Theme::Dark),
            Command::ThemeContrast => self.wear(ctx, Theme::Contrast),
            Command::SpeakFrench => self.speak(Lang::Fr),
            Command::SpeakEnglish => self.speak(Lang::En),
            Command::Palette => self.finder = Some(Finder::default()),
            Command::ShowJobs => self.jobs_shown = !self.jobs_shown,
            Command::GuidedTour => self.guide(),
            Command::StopJobs => self.desk.cancel_all(),
            Command::ShowKeys => self.keys_shown = true,
        }
    }

    fn may(&self, command: Command) -> bool {
        match command.needs() {
            Needs::Nothing => true,
            Needs::Territory => self.desk.snapshot.is_some(),
            Needs::Writable => self.desk.snapshot.as_ref().is_some_and(|s| s.writable),
        }
    }

    /// Begins the tour; it is about the demonstration, which is opened first where it is not.
    fn guide(&mut self) {
        if self.desk.is_demonstration() {
            self.detail.subject = None;
            self.go(Place::Dashboard);
            self.tour.start();
        } else {
            self.tour_waits = true;
            self.desk.open_demonstration();
        }
    }

    fn back(&mut self) {
        self.screens.leave(&self.place);
        self.place = self.history.pop().unwrap_or_else(|| self.place.section());
    }

    fn explain(&mut self, subject: Subject) {
        if let Subject::Source(id) = subject {
            self.desk.read_issues(id);
        }
        if let Subject::Deed(id) = subject {
            self.desk.read_deed(id);
        }
        self.detail.subject = Some(subject);
    }

    /// The screen of scenarios, with an action on this section being made.
    fn act_on(&mut self, section: SectionKey) {
        self.go(Place::Plan);
        self.screens.plan.begin(section);
    }

    fn forget_recent(&mut self, path: &std::path::Path) {
        self.settings.recent.retain(|p| p != path);
        self.save_settings();
    }

    fn preview(&mut self, paths: Vec<std::path::PathBuf>) {
        if self.desk.is_open() {
            self.desk.preview(paths);
        } else {
            self.notices.bad(Message::new("ui-drop-open-first"));
        }
    }

    /// Writes the previewed files, and remembers where they are.
    fn confirm_import(&mut self) {
        for (sha256, path) in self.desk.waiting_files() {
            self.settings.remember_import(&sha256, &path);
        }
        self.save_settings();
        self.desk.confirm_import();
    }

    /// Reads a file again: the same bytes change nothing, a newer vintage at the same place shows what it would change.
    fn reimport(&mut self, id: crate::domain::source::SourceId) {
        let snapshot = self.desk.snapshot.as_ref();
        let source = snapshot.and_then(|s| s.facts.sources.iter().find(|source| source.id == id));
        let path = source.and_then(|source| self.settings.import_path(&source.sha256));
        match path.map(std::path::Path::to_path_buf) {
            Some(path) => self.preview(vec![path]),
            None => self.ask(Asked::FilesToImport),
        }
    }

    fn remove_source(&mut self, id: crate::domain::source::SourceId) {
        self.detail.subject = None;
        self.desk.remove_source(id);
    }

    fn ask(&mut self, asked: Asked) {
        let key = match asked {
            Asked::FilesToImport => "ui-ask-import",
            Asked::FileToOpen => "ui-ask-open",
            Asked::NewFile => "ui-ask-new",
            Asked::FolderToExport => "ui-ask-folder",
            Asked::CopyFile => "ui-ask-copy",
            Asked::FileToCompare => "ui-ask-compare",
            Asked::OfficialTable => "ui-ask-official",
            Asked::ChartFile(_) => "ui-ask-chart",
        };
        self.desk.ask(asked, crate::i18n::text(self.lang, key));
    }

    fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        self.settings.language = Some(lang);
        self.save_settings();
    }

    fn wear(&mut self, ctx: &Context, theme: Theme) {
        self.settings.theme = theme;
        self.themes.install(ctx, theme);
        self.save_settings();
    }

    fn look_through(&mut self, lens: Lens) {
        self.desk.set_lens(lens);
        self.settings.lens = lens;
        self.save_settings();
    }

    /// One step larger or smaller; 0 is the normal size.
    fn zoom(&mut self, ctx: &Context, steps: f32) {
        let zoom = if steps == 0.0 {
            1.0
        } else {
            (ctx.zoom_factor() + steps * size::ZOOM_STEP).clamp(size::ZOOM_MIN, size::ZOOM_MAX)
        };
        ctx.set_zoom_factor(zoom);
        self.settings.zoom = Some(zoom);
        self.save_settings();
    }

    /// From the screen to its detail and back.
    fn next_pane(&mut self) {
        if self.detail.is_open() {
            self.detail.subject = None;
        } else {
            self.screens.ask_filter(&self.place);
        }
    }
}
