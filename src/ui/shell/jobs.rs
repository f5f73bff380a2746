//! The panel of jobs and notices: what runs, what ended, what was told.

use std::time::Duration;

use egui::{Align, Label, Layout, Panel, ProgressBar, ScrollArea, Ui};

use super::notices::Told;
use crate::i18n::{self, Lang, Message};
use crate::ui::desk::ledger::{End, Ended, UnderWay};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{self, bold, icon, plain, size};
use crate::ui::widgets::parts::{self, Tone};

/// Draws the panel above the status line.
pub fn jobs_ui(ui: &mut Ui, scene: &mut Scene<'_>, running: &[UnderWay], ended: &[Ended], told: &[Told]) {
    let frame = egui::Frame::new()
        .fill(scene.palette.surface.0)
        .inner_margin(theme::margin(size::GAP_M));
    Panel::bottom("jobs")
        .default_size(size::DIALOG_LIST / 1.5)
        .frame(frame)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                parts::heading(ui, scene.t("ui-jobs-title"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if parts::icon_button(ui, icon::CLOSE, scene.t("ui-jobs-close")).clicked() {
                        scene.send(Action::ToggleJobs);
                    }
                });
            });
            ui.columns(2, |columns| {
                part_ui(&mut columns[0], "jobs", |ui| work_ui(ui, scene, running, ended));
                part_ui(&mut columns[1], "notices", |ui| notices_ui(ui, scene, told));
            });
        });
}

fn part_ui(ui: &mut Ui, name: &'static str, contents: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink(false)
        .show(ui, contents);
}

fn work_ui(ui: &mut Ui, scene: &mut Scene<'_>, running: &[UnderWay], ended: &[Ended]) {
    ui.label(bold(scene.t("ui-jobs-work"), size::TYPE_BODY));
    if running.is_empty() && ended.is_empty() {
        ui.label(scene.t("ui-jobs-none"));
    }
    for job in running {
        running_ui(ui, scene, job);
    }
    for job in ended {
        ended_ui(ui, scene, job);
    }
}

fn running_ui(ui: &mut Ui, scene: &mut Scene<'_>, job: &UnderWay) {
    let title = scene.say(&job.status.title);
    ui.horizontal_wrapped(|ui| {
        ui.label(&title);
        let share = super::status::share(&job.status);
        let bar = ProgressBar::new(share.unwrap_or(0.0))
            .desired_width(size::PROGRESS)
            .desired_height(size::BAR)
            .fill(scene.palette.filled.0);
        let response = ui.add(bar);
        parts::name(ui, &response, &title);
        if let Some(share) = share {
            ui.label(super::status::percent_words(scene, share));
        }
        let since = Message::new("ui-jobs-since").with("time", duration(job.since, scene.lang));
        ui.label(plain(scene.say(&since), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
        let stop = ui.add_enabled(!job.status.cancelling, egui::Button::new(scene.t("ui-stop")));
        parts::name(ui, &stop, &format!("{} {title}", scene.t("ui-stop")));
        if stop.clicked() {
            scene.send(Action::CancelJob(job.status.id));
        }
    });
}

fn ended_ui(ui: &mut Ui, scene: &mut Scene<'_>, job: &Ended) {
    ui.horizontal_wrapped(|ui| {
        let (words, tone) = match &job.end {
            End::Done => ("ui-jobs-done", Tone::Accent),
            End::Stopped => ("ui-jobs-stopped", Tone::Plain),
            End::Failed(_) => ("ui-jobs-failed", Tone::Error),
        };
        parts::tag(ui, scene, &scene.t(words), tone);
        ui.label(scene.say(&job.title));
        let when = Message::new("ui-jobs-at")
            .with("at", job.at.as_str())
            .with("time", duration(job.took, scene.lang));
        ui.label(plain(scene.say(&when), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
        if let Some(place) = &job.place {
            let see = ui.button(scene.t("ui-jobs-see"));
            let name = format!("{} {}", scene.t("ui-jobs-see"), scene.say(&job.title));
            parts::name(ui, &see, &name);
            if see.clicked() {
                scene.send(Action::Go(place.clone()));
            }
        }
    });
    if let End::Failed(why) = &job.end {
        ui.add(Label::new(plain(scene.say(why), size::TYPE_CAPTION)).wrap());
    }
}

fn notices_ui(ui: &mut Ui, scene: &Scene<'_>, told: &[Told]) {
    ui.label(bold(scene.t("ui-jobs-notices"), size::TYPE_BODY));
    if told.is_empty() {
        ui.label(scene.t("ui-jobs-no-notice"));
    }
    for notice in told {
        ui.horizontal_wrapped(|ui| {
            let (glyph, ink) = if notice.bad {
                (icon::ERROR, scene.palette.error.0)
            } else {
                (icon::DONE, scene.palette.accent.0)
            };
            ui.label(plain(glyph, size::TYPE_BODY).color(ink));
            ui.label(plain(&notice.at, size::TYPE_CAPTION).color(scene.palette.text_weak.0));
            ui.add(Label::new(scene.say(&notice.message)).wrap());
        });
    }
}

/// « 3,2 s », « 2 min 05 s ».
fn duration(time: Duration, lang: Lang) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        let short = i18n::decimal(lang, time.as_secs_f64(), 1);
        return Message::new("ui-jobs-seconds").with("n", short).text(lang);
    }
    Message::new("ui-jobs-minutes")
        .with("minutes", (seconds / 60).to_string())
        .with("seconds", format!("{:02}", seconds % 60))
        .text(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_at_a_glance() {
        let check = |ms, words: &str| assert_eq!(duration(Duration::from_millis(ms), Lang::Fr), words);
        check(3_240, "3,2\u{a0}s");
        check(125_000, "2\u{a0}min 05\u{a0}s");
    }
}
