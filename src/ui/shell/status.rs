//! Status line: what is on disk, undo and redo with the deed they name, jobs with their stop button.

use egui::{Align, Button, Frame, Layout, Panel, ProgressBar, Ui, vec2};

use crate::app::command::Command;
use crate::app::jobs::JobStatus;
use crate::i18n::{self, Message};
use crate::ui::desk::Tried;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{bold, icon, plain, size};
use crate::ui::widgets::parts;

/// What the status line tells.
#[derive(Debug, Clone, Default)]
pub struct Status {
    /// « Enregistré 14:02 · révision n ».
    pub saved: Option<Message>,
    pub undo: Option<String>,
    pub redo: Option<String>,
    pub jobs: Vec<JobStatus>,
    pub notices: usize,
    /// The assumption being dragged.
    pub tried: Option<Tried>,
}

/// Longest deed written in full on the line; the whole is on hover.
const DEED_LENGTH: usize = 44;

/// Draws the status line.
pub fn status_ui(ui: &mut Ui, scene: &mut Scene<'_>, status: &Status) {
    let frame = Frame::new()
        .fill(scene.palette.rail.0)
        .inner_margin(egui::Margin::from(vec2(size::GAP_L, size::GAP_XS)));
    Panel::bottom("status").frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            if let Some(saved) = &status.saved {
                ui.label(plain(scene.say(saved), size::TYPE_CAPTION));
                deed_ui(ui, scene, Command::Undo, icon::UNDO, status.undo.as_deref());
                deed_ui(ui, scene, Command::Redo, icon::REDO, status.redo.as_deref());
            }
            if let Some(tried) = &status.tried {
                ui.label(bold(scene.say(&effect(scene, tried)), size::TYPE_CAPTION));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if status.notices > 0 {
                    let n = Message::new("ui-notices").with("n", status.notices);
                    let words = plain(scene.say(&n), size::TYPE_CAPTION);
                    if ui.add(Button::new(words).frame_when_inactive(false)).clicked() {
                        scene.send(Action::ToggleJobs);
                    }
                }
                let words = match status.jobs.len() {
                    0 | 1 => scene.t("ui-jobs-open"),
                    several => scene.say(&Message::new("ui-jobs-open-several").with("n", several)),
                };
                let words = plain(words, size::TYPE_CAPTION);
                let open = ui.add(Button::new(words).frame_when_inactive(false));
                if open.on_hover_text(scene.t("ui-jobs-title")).clicked() {
                    scene.send(Action::ToggleJobs);
                }
                // One at a time on the line; the others are in the panel.
                if let Some(job) = status.jobs.first() {
                    job_ui(ui, scene, job);
                }
            });
        });
    });
}

/// « Non pourvus : 4 600 → 4 412 ».
fn effect(scene: &Scene<'_>, tried: &Tried) -> Message {
    let people = |value| i18n::people(scene.lang, value);
    let before = people(tried.before);
    match tried.after {
        None => Message::new("ui-try-waiting").with("before", before),
        Some(after) => Message::new("ui-try-exact")
            .with("before", before)
            .with("after", people(after)),
    }
}

/// « ↶ Annuler : … », or the bare word where there is nothing to undo.
fn deed_ui(ui: &mut Ui, scene: &mut Scene<'_>, command: Command, glyph: &str, deed: Option<&str>) {
    let name = command.label(scene.lang);
    let whole = match deed {
        Some(deed) => Message::new("ui-deed").with("do", name.as_str()).with("deed", deed),
        None => Message::new("ui-deed-none").with("do", name.as_str()),
    };
    let whole = scene.say(&whole);
    let words = match deed {
        Some(_) => crate::ui::words::cut_middle(&whole, DEED_LENGTH),
        None => name,
    };
    let enabled = deed.is_some() && scene.writable();
    let button = Button::new(plain(format!("{glyph} {words}"), size::TYPE_CAPTION)).frame_when_inactive(false);
    let keys = command.shortcut().map_or_else(String::new, |s| s.label(scene.lang));
    let button = ui
        .add_enabled(enabled, button)
        .on_hover_text(format!("{whole} ({keys})"))
        .on_disabled_hover_text(&whole);
    if button.clicked() {
        scene.send(Action::Run(command));
    }
}

fn job_ui(ui: &mut Ui, scene: &mut Scene<'_>, job: &JobStatus) {
    let stop = ui.add_enabled(
        !job.cancelling,
        Button::new(plain(
            format!("{} {}", icon::STOP, scene.t("ui-stop")),
            size::TYPE_CAPTION,
        )),
    );
    if stop.clicked() {
        scene.send(Action::CancelJob(job.id));
    }
    let share = share(job);
    let bar = ProgressBar::new(share.unwrap_or(0.0))
        .desired_width(size::PROGRESS)
        .desired_height(size::BAR)
        .fill(scene.palette.filled.0);
    let response = ui.add(bar);
    let title = scene.say(&job.title);
    parts::name(ui, &response, &title);
    let words = match share {
        Some(share) => format!("{title} {}", percent_words(scene, share)),
        None => title,
    };
    ui.label(plain(words, size::TYPE_CAPTION));
}

/// « 43 % ».
pub(super) fn percent_words(scene: &Scene<'_>, share: f32) -> String {
    let number = i18n::decimal(scene.lang, f64::from(share) * 100.0, 0);
    scene.say(&Message::new("ui-percent").with("n", number))
}

/// 0 to 1, or nothing while the size of the work is unknown.
#[expect(clippy::cast_precision_loss, reason = "a share of a bar on screen")]
pub(super) fn share(job: &JobStatus) -> Option<f32> {
    (job.total > 0).then(|| (job.done as f32 / job.total as f32).clamp(0.0, 1.0))
}
