//! Notices: short good news fade after a while; errors stay until read.

use std::time::{Duration, Instant};

use egui::{Align2, Area, Frame, Id, Order, Stroke, Ui};

use crate::i18n::Message;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{self, icon, plain, size};
use crate::ui::widgets::parts;

/// Good news is read in a glance.
const GOOD_NEWS_STAYS: Duration = Duration::from_secs(6);

/// Notices remembered.
const TOLD_KEPT: usize = 100;

/// The notices on screen, oldest first.
#[derive(Debug, Default)]
pub struct Notices {
    next: u64,
    list: Vec<Notice>,
    told: Vec<Told>,
}

/// A notice once told, kept for the session.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub bad: bool,
    pub message: Message,
    /// Time of the day, `14:02`.
    pub at: String,
}

#[derive(Debug)]
struct Notice {
    id: u64,
    mood: Mood,
    message: Message,
    since: Instant,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Good,
    Bad,
}

impl Notices {
    /// Something went well.
    pub fn good(&mut self, message: Message) {
        self.add(Mood::Good, message);
    }

    /// Something failed: what happened, what was kept, what to do.
    pub fn bad(&mut self, message: Message) {
        self.add(Mood::Bad, message);
    }

    /// The user read it.
    pub fn dismiss(&mut self, id: u64) {
        self.list.retain(|n| n.id != id);
    }

    /// Everything told this session, newest first.
    pub fn told(&self) -> &[Told] {
        &self.told
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    fn add(&mut self, mood: Mood, message: Message) {
        let told = Told {
            bad: mood == Mood::Bad,
            message: message.clone(),
            at: jiff::Zoned::now().strftime("%H:%M").to_string(),
        };
        self.told.insert(0, told);
        self.told.truncate(TOLD_KEPT);
        // The same notice twice is one notice, seen again.
        self.list.retain(|n| n.message != message);
        self.list.push(Notice {
            id: self.next,
            mood,
            message,
            since: Instant::now(),
        });
        self.next += 1;
    }

    /// Draws the notices above the status line and forgets good news after a while.
    pub fn notices_ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        self.list
            .retain(|n| n.mood == Mood::Bad || n.since.elapsed() < GOOD_NEWS_STAYS);
        if self.list.iter().any(|n| n.mood == Mood::Good) {
            ui.ctx().request_repaint_after(GOOD_NEWS_STAYS);
        }
        if self.list.is_empty() {
            return;
        }
        Area::new(Id::unique("notices"))
            .order(Order::Foreground)
            .anchor(Align2::RIGHT_BOTTOM, [-size::GAP_L, -(size::CONTROL + size::GAP_XL)])
            .show(ui.ctx(), |ui| {
                ui.set_max_width(size::NOTICE);
                for notice in &self.list {
                    notice_ui(ui, scene, notice);
                }
            });
    }
}

fn notice_ui(ui: &mut Ui, scene: &mut Scene<'_>, notice: &Notice) {
    let p = scene.palette;
    let (glyph, ink, ground) = match notice.mood {
        Mood::Good => (icon::DONE, p.accent.0, p.surface.0),
        Mood::Bad => (icon::ERROR, p.error.0, p.error_soft.0),
    };
    Frame::new()
        .fill(ground)
        .stroke(Stroke::new(size::LINE, ink))
        .corner_radius(theme::corner())
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(theme::margin(size::GAP_M))
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.label(plain(glyph, size::TYPE_EMPHASIS).color(ink));
                let room = size::NOTICE - size::GAP_XL * 2.0 - size::CONTROL * 2.0;
                ui.allocate_ui(egui::vec2(room, 0.0), |ui| {
                    ui.set_width(room);
                    ui.add(egui::Label::new(scene.say(&notice.message)).wrap());
                });
                if parts::icon_button(ui, icon::CLOSE, scene.t("ui-dismiss")).clicked() {
                    scene.send(Action::DismissNotice(notice.id));
                }
            });
        });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_notice_is_shown_once() {
        let mut notices = Notices::default();
        notices.bad(Message::new("app-cancelled"));
        notices.bad(Message::new("app-cancelled"));
        notices.good(Message::new("app-name"));
        assert_eq!(notices.len(), 2);
        let first = notices.list[0].id;
        notices.dismiss(first);
        assert_eq!(notices.list[0].message, Message::new("app-name"));
        let told: Vec<bool> = notices.told().iter().map(|t| t.bad).collect();
        assert_eq!(told, [false, true, true], "the history keeps what was dismissed");
    }
}
