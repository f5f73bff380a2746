//! Images of the screens, compared pixel by pixel with the accepted ones beside this file.
//!
//! A change of looks is accepted by `UPDATE_SNAPSHOTS=1 cargo test --features snapshots --test snapshots`,
//! after the new images were looked at.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests stop at the first surprise"
)]

use std::time::{Duration, Instant};

use egui::{Rect, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, SnapshotOptions};
use releve::app::settings::{Settings, Theme};
use releve::i18n::{Lang, text};
use releve::ui::{Start, Window};

/// Longest a job of these tests may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(240);
const WIDTH: f32 = 1280.0;
const HEIGHT: f32 = 800.0;
/// The status line tells the time of the last deed: it is covered.
const STATUS_LINE: f32 = 36.0;

struct Look {
    harness: Harness<'static, Option<Window>>,
    lang: Lang,
    name: &'static str,
}

impl Look {
    fn chooser(name: &'static str, lang: Lang, theme: Theme) -> Self {
        let settings = Settings {
            language: Some(lang),
            theme,
            ..Settings::default()
        };
        let mut start = Some(Start {
            settings,
            ..Start::default()
        });
        let harness = Harness::builder()
            .with_size([WIDTH, HEIGHT])
            .with_max_steps(64)
            .wgpu()
            .build_ui_state(
                move |ui, window: &mut Option<Window>| {
                    if let Some(start) = start.take() {
                        *window = Some(Window::new(ui.ctx(), start).unwrap());
                    }
                    if let Some(window) = window {
                        window.show(ui);
                    }
                },
                None,
            );
        let mut look = Self { harness, lang, name };
        look.settle();
        look
    }

    fn demonstration(name: &'static str, lang: Lang, theme: Theme) -> Self {
        let mut look = Self::chooser(name, lang, theme);
        look.harness.get_by_label(&text(lang, "ui-chooser-demo-do")).click();
        look.settle();
        look
    }

    /// Runs frames until no job is under way.
    fn settle(&mut self) {
        let start = Instant::now();
        self.harness.run();
        while self.harness.state().as_ref().is_some_and(Window::is_busy) {
            assert!(start.elapsed() < PATIENCE, "a job never ends");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.harness.run();
    }

    fn open(&mut self, screen: &str) {
        let name = text(self.lang, &format!("ui-nav-{screen}"));
        self.harness
            .get_all_by_label(&name)
            .find(|node| node.accesskit_node().role() == egui::Role::Button)
            .unwrap()
            .click();
        self.settle();
    }

    fn press(&mut self, key: &str) {
        self.harness.get_by_label(&text(self.lang, key)).click();
        self.settle();
    }

    /// Presses the button whose name begins so.
    fn press_starting(&mut self, start: &str) {
        let start = format!("{start}, ");
        let named = |node: &egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.role() == egui::Role::Button && node.label().is_some_and(|label| label.starts_with(&start))
        };
        self.harness.root().children_recursive().find(named).unwrap().click();
        self.settle();
    }

    fn compare(&mut self, screen: &str) {
        self.harness
            .mask(Rect::from_min_max(pos2(0.0, HEIGHT - STATUS_LINE), pos2(WIDTH, HEIGHT)));
        let options = SnapshotOptions::new().output_path("tests/snapshots/images");
        self.harness
            .snapshot_options(format!("{}-{screen}", self.name), &options);
    }
}

fn compare_screens(name: &'static str, lang: Lang, theme: Theme) {
    let mut look = Look::demonstration(name, lang, theme);
    for screen in [
        "dashboard",
        "basins",
        "occupations",
        "needs",
        "cells",
        "flows",
        "training",
        "crosswalk",
        "plan",
        "assumptions",
        "import",
    ] {
        look.open(screen);
        look.compare(screen);
    }
    // What stands behind a figure, then the other forms of the same screens, then the other lens.
    look.open("dashboard");
    look.press_starting(&text(lang, "ui-column-unfilled"));
    look.compare("detail");
    look.harness.key_press(egui::Key::Escape);
    look.open("cells");
    look.press("ui-cells-matrix");
    look.compare("matrix");
    look.open("assumptions");
    look.press("ui-tornado-do");
    look.compare("tornado");
    look.open("training");
    look.press("ui-training-quadrant");
    look.compare("quadrant");
    look.press("ui-lens-expected");
    look.open("occupations");
    look.compare("expected");
}

#[test]
fn the_chooser_looks_as_accepted() {
    Look::chooser("light", Lang::Fr, Theme::Light).compare("chooser");
}

#[test]
fn the_light_screens_look_as_accepted() {
    compare_screens("light", Lang::Fr, Theme::Light);
}

#[test]
fn the_dark_screens_look_as_accepted() {
    compare_screens("dark", Lang::En, Theme::Dark);
}

#[test]
fn the_contrast_screens_look_as_accepted() {
    compare_screens("contrast", Lang::Fr, Theme::Contrast);
}
