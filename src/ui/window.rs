//! The window's state, frame by frame: take results, draw, then do what was asked.

mod actions;

use std::path::PathBuf;
use std::time::Instant;

use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui, vec2};

use super::WindowError;
use super::desk::{Desk, Event};
use super::detail;
use super::scene::{Action, Asked, Place, Scene};
use super::screens::{Beside, Screens, chooser};
use super::shell::crash::Crashes;
use super::shell::finder::Finder;
use super::shell::notices::Notices;
use super::shell::saver::Saver;
use super::shell::{jobs, keys, nav, status, title, top};
use super::theme::{self, Themes, size};
use super::tour::view::Tour;
use super::widgets::table::Memory;
use crate::app;
use crate::app::Against;
use crate::app::crash::CrashReport;
use crate::app::settings::Settings;
use crate::domain::territory::Region;
use crate::i18n::{Lang, Message, text};

/// What the window starts from.
#[derive(Debug, Clone, Default)]
pub struct Start {
    pub settings: Settings,
    /// What to tell about the settings.
    pub note: Option<Message>,
    /// Territory file given on the command line.
    pub file: Option<PathBuf>,
    /// Whether settings are written back; tests leave the user's alone.
    pub remembers: bool,
    /// Reports of defects to offer; nothing in tests.
    pub crashes: Vec<CrashReport>,
    /// Whether the guided tour is offered on the demonstration.
    pub offers_tour: bool,
}

/// Everything the window keeps between frames.
#[derive(Debug)]
pub struct Window {
    settings: Settings,
    remembers: bool,
    lang: Lang,
    themes: Themes,
    desk: Desk,
    screens: Screens,
    place: Place,
    history: Vec<Place>,
    detail: detail::view::State,
    finder: Option<Finder>,
    saver: Option<Saver>,
    keys_shown: bool,
    jobs_shown: bool,
    crashes: Crashes,
    pub(super) tour: Tour,
    offers_tour: bool,
    /// The tour begins once the demonstration is open.
    tour_waits: bool,
    notices: Notices,
    regions: Vec<Region>,
    /// What the system shows above the window.
    caption: String,
    created: Instant,
    frames: u64,
}

impl Window {
    /// Prepares fonts and colours, and opens the file asked for.
    ///
    /// # Errors
    /// [`WindowError::Damaged`] when an embedded table or theme cannot be read.
    pub fn new(ctx: &Context, start: Start) -> Result<Self, WindowError> {
        let damaged = |reason: String| WindowError::Damaged { reason };
        let themes = Themes::embedded().map_err(|e| damaged(e.to_string()))?;
        let regions = app::regions().map_err(|e| damaged(e.to_string()))?;
        theme::install_fonts(ctx);
        themes.install(ctx, start.settings.theme);
        ctx.set_zoom_factor(start.settings.zoom.unwrap_or(1.0));
        let waker = ctx.clone();
        let mut window = Self {
            lang: start.settings.lang(),
            remembers: start.remembers,
            settings: start.settings,
            themes,
            desk: Desk::new(move || waker.request_repaint()),
            screens: Screens::default(),
            place: Place::Dashboard,
            history: Vec::new(),
            detail: detail::view::State::default(),
            finder: None,
            saver: None,
            keys_shown: false,
            jobs_shown: false,
            crashes: Crashes::of(start.crashes),
            tour: Tour::default(),
            offers_tour: start.offers_tour,
            tour_waits: false,
            notices: Notices::default(),
            regions,
            caption: String::new(),
            created: Instant::now(),
            frames: 0,
        };
        if let Some(note) = start.note {
            window.notices.bad(note);
        }
        window.desk.set_lens(window.settings.lens);
        Memory::lend(ctx, window.settings.tables.clone());
        if let Some(file) = start.file {
            window.desk.open_file(file);
        }
        Ok(window)
    }

    /// True while jobs are under way; tests wait for its end.
    pub fn is_busy(&self) -> bool {
        self.desk.is_busy()
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        for event in self.desk.poll(self.lang) {
            self.hear(event);
        }
        let mut actions: Vec<Action> = keys::pressed(&ctx).into_iter().map(Action::Run).collect();
        actions.extend(dropped(&ctx));
        actions.extend(self.draw(ui));
        for action in actions {
            self.act(&ctx, action);
        }
        if let Some(tables) = Memory::changed(&ctx) {
            self.settings.tables = tables;
            self.save_settings();
        }
        let (_, wait) = self.desk.jobs();
        if let Some(wait) = wait {
            ctx.request_repaint_after(wait);
        }
        self.name_window(&ctx);
        if self.frames == 0 {
            tracing::info!(ms = self.created.elapsed().as_millis(), "first frame laid out");
        }
        self.frames += 1;
    }

    /// « Hauts-de-France – Relève » above the window and in the list of windows.
    fn name_window(&mut self, ctx: &Context) {
        let program = text(self.lang, "app-name");
        let caption = match &self.desk.snapshot {
            Some(snapshot) => format!("{} – {program}", snapshot.facts.territory.name),
            None => program,
        };
        if caption != self.caption {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(caption.clone()));
            self.caption = caption;
        }
    }

    fn draw(&mut self, ui: &mut Ui) -> Vec<Action> {
        let (undo, redo) = self.desk.deeds_at_hand(self.lang);
        let status = status::Status {
            saved: self.desk.saved(),
            undo,
            redo,
            jobs: self.desk.jobs().0,
            notices: self.notices.len(),
            tried: self.desk.tried.clone(),
        };
        let mut scene = Scene {
            lang: self.lang,
            palette: self.themes.shown(ui.ctx(), self.settings.theme),
            snapshot: self.desk.snapshot.as_ref(),
            actions: Vec::new(),
        };
        let scene = &mut scene;
        status::status_ui(ui, scene, &status);
        if self.jobs_shown {
            jobs::jobs_ui(
                ui,
                scene,
                &self.desk.under_way(),
                self.desk.ledger.list(),
                self.notices.told(),
            );
        }
        if self.desk.is_open() {
            nav::nav_ui(ui, scene, &self.place);
        }
        top::top_ui(ui, scene, self.settings.theme);
        let beside = beside(&self.desk, &self.settings, self.screens.training.lot);
        let narrow = ui.ctx().content_rect().width() < size::DETAIL_IS_PAGE_UNDER;
        let detail = self.detail.is_open() && self.desk.snapshot.is_some();
        if detail && !narrow {
            detail_panel(ui, scene, &mut self.detail, &beside);
        }
        CentralPanel::no_frame().frame(page(scene)).show(ui, |ui| {
            if !self.desk.is_open() {
                chooser::view::chooser_ui(
                    ui,
                    scene,
                    &mut self.screens.chooser,
                    &self.regions,
                    &self.settings.recent,
                );
            } else if detail && narrow {
                detail::view::detail_ui(ui, scene, &mut self.detail, &beside);
            } else if scene.snapshot.is_some() {
                title::title_ui(ui, scene, &self.place);
                self.screens.place_ui(ui, scene, &self.place, &beside);
            }
        });
        let asked_elsewhere =
            self.finder.is_some() || self.saver.is_some() || self.keys_shown || ui.ctx().text_edit_focused();
        if detail && !asked_elsewhere && ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            scene.send(Action::CloseDetail);
        }
        let over = Over {
            finder: &mut self.finder,
            saver: &mut self.saver,
            keys_shown: &mut self.keys_shown,
            notices: &mut self.notices,
            tour: &mut self.tour,
            crashes: &mut self.crashes,
        };
        over.over_ui(ui, scene);
        std::mem::take(&mut scene.actions)
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::Opened(path) => {
                self.place = Place::Dashboard;
                self.history.clear();
                self.detail = detail::view::State::default();
                self.screens = Screens::default();
                self.welcome(path.is_none());
                if let Some(path) = path {
                    self.settings.remember(&path);
                    self.save_settings();
                }
            }
            Event::Good(message) => self.notices.good(message),
            Event::Bad(message) => self.notices.bad(message),
            Event::Previewed => self.go(Place::Import),
            Event::Imported => self.go(Place::Dashboard),
            Event::Picked(asked, paths) => self.picked(asked, paths),
        }
    }

    /// On the demonstration the tour begins, where it was asked for, or is offered, once in the life of the settings.
    fn welcome(&mut self, temporary: bool) {
        self.tour.leave();
        if !temporary || self.desk.is_version() {
            return;
        }
        if std::mem::take(&mut self.tour_waits) {
            self.tour.start();
        } else if self.offers_tour && !self.settings.tour_offered {
            self.settings.tour_offered = true;
            self.save_settings();
            self.tour.offer();
        }
    }

    fn picked(&mut self, asked: Asked, paths: Vec<PathBuf>) {
        let first = paths.first().cloned();
        match (asked, first) {
            (Asked::FilesToImport, Some(_)) => self.desk.preview(paths),
            (Asked::FileToOpen, Some(path)) => self.desk.open_file(path),
            (Asked::NewFile, Some(path)) => self.screens.chooser.new_path = path.display().to_string(),
            (Asked::FolderToExport, Some(path)) => self.screens.export.folder = path.display().to_string(),
            (Asked::FileToCompare, Some(path)) => {
                self.desk.compare(Against::File(path, None));
                self.go(Place::Compare);
            }
            (Asked::OfficialTable, Some(path)) => self.desk.read_official(path),
            (Asked::CopyFile, Some(path)) => self.desk.save_copy(path),
            (Asked::ChartFile(_), Some(path)) => {
                if let Some(saver) = &mut self.saver {
                    saver.path = path.display().to_string();
                }
            }
            (_, None) => {}
        }
    }

    fn go(&mut self, place: Place) {
        if self.place != place {
            self.screens.leave(&self.place);
            let from = std::mem::replace(&mut self.place, place);
            self.history.push(from);
            self.detail.subject = None;
        }
    }

    fn save_settings(&self) {
        if self.remembers {
            self.settings.save();
        }
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
        let (size, maximized) = ui.ctx().input(|i| (i.viewport().inner_rect, i.viewport().maximized));
        if let Some(rect) = size {
            self.settings.window = Some(app::settings::WindowSize {
                width: rect.width(),
                height: rect.height(),
                maximized: maximized.unwrap_or(false),
            });
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.desk.cancel_all();
        self.save_settings();
        tracing::info!(frames = self.frames, "window closed");
    }
}

/// What screens read besides the snapshot; `lot` is what the training screen values seats by.
fn beside<'w>(desk: &'w Desk, settings: &'w Settings, lot: i32) -> Beside<'w> {
    Beside {
        waiting: &desk.waiting,
        deeds: &desk.deeds,
        deed: desk.deed.as_ref(),
        kept: desk.kept.as_ref(),
        issues: desk.issues.as_ref(),
        compared: desk.compared.as_ref(),
        comparing: desk.is_comparing(),
        solving: desk.is_solving(),
        no_figures: desk.no_figures.as_ref(),
        sensing: desk.is_sensing(),
        tried: desk.tried.as_ref(),
        lot,
        shortage: desk.shortage.as_ref(),
        outlets: &desk.outlets,
        settings,
        plans: &desk.plans,
        skills: &desk.skills,
        boards: &desk.boards,
        planning: desk.is_planning(),
        proposing: desk.proposing(),
        money: &desk.money,
        buying: desk.is_buying(),
    }
}

/// What stands over the screen: search, the path to save to, keys, notices, the tour, a report of a defect.
struct Over<'w> {
    finder: &'w mut Option<Finder>,
    saver: &'w mut Option<Saver>,
    keys_shown: &'w mut bool,
    notices: &'w mut Notices,
    tour: &'w mut Tour,
    crashes: &'w mut Crashes,
}

impl Over<'_> {
    fn over_ui(self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if self.finder.as_mut().is_some_and(|f| !f.finder_ui(ui, scene)) {
            *self.finder = None;
        }
        if self.saver.as_mut().is_some_and(|s| !s.saver_ui(ui, scene)) {
            *self.saver = None;
        }
        if *self.keys_shown {
            *self.keys_shown = keys::keys_ui(ui, scene);
        }
        hovering_ui(ui, scene);
        self.notices.notices_ui(ui, scene);
        self.tour.tour_ui(ui, scene);
        self.crashes.crashes_ui(ui, scene);
    }
}

/// Space around a screen.
fn page(scene: &Scene<'_>) -> Frame {
    Frame::new()
        .fill(scene.palette.canvas.0)
        .inner_margin(Margin::from(vec2(size::GAP_L, size::GAP_M)))
}

fn detail_panel(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut detail::view::State, beside: &Beside<'_>) {
    let frame = Frame::new()
        .fill(scene.palette.surface.0)
        .inner_margin(theme::margin(size::GAP_L));
    Panel::right("detail")
        .default_size(size::DETAIL)
        .min_size(size::DETAIL_MIN)
        .frame(frame)
        .show(ui, |ui| detail::view::detail_ui(ui, scene, state, beside));
}

/// Files let go over the window: territory files open, others are read for import.
fn dropped(ctx: &Context) -> Option<Action> {
    let paths: Vec<PathBuf> = ctx.input(|i| i.raw.dropped_files.iter().map(|f| f.path().to_path_buf()).collect());
    let territory = |p: &PathBuf| p.extension().is_some_and(|e| e == chooser::data::EXTENSION);
    match paths.iter().find(|p| territory(p)) {
        Some(path) => Some(Action::OpenFile(path.clone())),
        None if paths.is_empty() => None,
        None => Some(Action::Preview(paths)),
    }
}

/// Says what letting go would do while files hover over the window.
fn hovering_ui(ui: &Ui, scene: &Scene<'_>) {
    if ui.ctx().input(|i| i.raw.hovered_files.is_empty()) {
        return;
    }
    let key = if scene.snapshot.is_some() {
        "ui-drop-here"
    } else {
        "ui-drop-open-first"
    };
    egui::Area::new(egui::Id::unique("drop"))
        .order(egui::Order::Tooltip)
        .anchor(egui::Align2::CENTER_CENTER, [0.0, 0.0])
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style())
                .inner_margin(theme::margin(size::GAP_XL))
                .show(ui, |ui| ui.label(theme::bold(scene.t(key), size::TYPE_TITLE)));
        });
}
