//! The window, driven by the words on it: every screen in both languages and all themes, tables, explanations, assumptions, undo.

mod compare;
mod cooperation;
mod frame;
mod funding;
mod jobs;
mod journal;
mod map;
mod matrix;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::{Settings, Theme};
use releve::i18n::{Lang, Message, text};
use releve::ui::{Start, Window};

mod board;
mod charts;
mod crosswalk;
mod flows;
mod indicators;
mod lenses;
mod needs;
mod plan;
mod plan_optimise;
mod seats;
mod skills;
mod sources;
mod tables;
mod tornado;
mod tour;
mod why;

/// A window under test.
type Screen = Harness<'static, Option<Window>>;

/// Longest a job of these tests may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(120);

fn window(lang: Lang, theme: Theme) -> Screen {
    window_with(Settings {
        language: Some(lang),
        theme,
        ..Settings::default()
    })
}

fn window_with(settings: Settings) -> Screen {
    started(Start {
        settings,
        ..Start::default()
    })
}

/// A window on a territory file.
fn window_on(lang: Lang, file: PathBuf) -> Screen {
    let mut harness = started(Start {
        settings: Settings {
            language: Some(lang),
            ..Settings::default()
        },
        file: Some(file),
        ..Start::default()
    });
    settle(&mut harness);
    harness
}

fn started(start: Start) -> Screen {
    let mut start = Some(start);
    Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(256)
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
        )
}

/// Runs frames until no job is under way.
fn settle(harness: &mut Screen) {
    let start = Instant::now();
    harness.run();
    while harness.state().as_ref().is_some_and(Window::is_busy) {
        assert!(start.elapsed() < PATIENCE, "a job never ends");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    harness.run();
}

fn demonstration(lang: Lang, theme: Theme) -> Screen {
    let mut harness = window(lang, theme);
    open_demonstration(&mut harness, lang);
    harness
}

fn open_demonstration(harness: &mut Screen, lang: Lang) {
    harness.run();
    harness.get_by_label(&text(lang, "ui-chooser-demo-do")).click();
    settle(harness);
}

fn open(harness: &mut Screen, lang: Lang, screen: &str) {
    let name = text(lang, &format!("ui-nav-{screen}"));
    let entry = harness
        .get_all_by_label(&name)
        .find(|n| n.accesskit_node().role() == egui::Role::Button)
        .unwrap();
    entry.click();
    settle(harness);
}

/// The sentence of the key figure whose caption is `column`.
fn figure(harness: &Screen, lang: Lang, column: &str) -> String {
    let caption = text(lang, &format!("ui-column-{column}"));
    let start = format!("{caption}, ");
    let node = harness
        .get_all_by_label_contains(&start)
        .find(|n| n.accesskit_node().label().is_some_and(|l| l.starts_with(&start)));
    node.unwrap().accesskit_node().label().unwrap()
}

/// Sentences of the rows of the table on screen.
fn rows(harness: &Screen) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    nodes
        .filter(|n| n.accesskit_node().role() == egui::Role::Row)
        .filter_map(|n| n.accesskit_node().label())
        .collect()
}

#[test]
fn every_screen_says_its_question_and_that_figures_are_simulated() {
    let screens = [
        "dashboard",
        "basins",
        "occupations",
        "needs",
        "cells",
        "flows",
        "training",
        "crosswalk",
        "plan",
        "funding",
        "assumptions",
        "sources",
        "journal",
        "import",
        "export",
    ];
    for (lang, theme) in [
        (Lang::Fr, Theme::Light),
        (Lang::En, Theme::Dark),
        (Lang::Fr, Theme::Contrast),
    ] {
        let mut harness = demonstration(lang, theme);
        for screen in screens {
            open(&mut harness, lang, screen);
            harness.get_by_label(&text(lang, &format!("ui-title-{screen}")));
            harness.get_by_label_contains(&text(lang, "simulated"));
        }
    }
}

#[test]
fn a_figure_opens_its_explanation_and_its_cross_or_escape_closes_it() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    let unfilled = figure(&harness, Lang::Fr, "unfilled");
    let cross = |h: &mut Harness<'_, Option<Window>>| h.get_by_label(&text(Lang::Fr, "ui-detail-close")).click();
    let escape = |h: &mut Harness<'_, Option<Window>>| h.key_press(Key::Escape);
    let ways: [fn(&mut Harness<'_, Option<Window>>); 2] = [cross, escape];
    for close in ways {
        harness.get_by_label(&unfilled).click();
        settle(&mut harness);
        harness.get_by_label(&text(Lang::Fr, "ui-detail-inputs"));
        close(&mut harness);
        settle(&mut harness);
        assert!(harness.query_by_label(&text(Lang::Fr, "ui-detail-inputs")).is_none());
    }
}

#[test]
fn a_table_is_filtered_and_sorted_by_its_words() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    open(&mut harness, Lang::Fr, "occupations");
    let rows = |h: &Harness<'_, Option<Window>>| -> Vec<String> {
        h.root()
            .children_recursive()
            .filter(|n| n.accesskit_node().role() == egui::Role::Row)
            .filter_map(|n| n.accesskit_node().label())
            .collect()
    };
    let all = rows(&harness);
    assert!(all.len() > 10, "{all:?}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    settle(&mut harness);
    harness
        .get_by_label(&text(Lang::Fr, "ui-table-filter"))
        .type_text("SOUDEUR");
    settle(&mut harness);
    let some = rows(&harness);
    assert!(
        !some.is_empty() && some.iter().all(|r| r.starts_with("Soudeur")),
        "{some:?}"
    );
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!(rows(&harness), all);
    let heading = text(Lang::Fr, "ui-column-occupation");
    let header = harness
        .get_all_by_label(&heading)
        .find(|n| n.accesskit_node().role() == egui::Role::ColumnHeader);
    header.unwrap().click();
    settle(&mut harness);
    let by_name = rows(&harness);
    assert_ne!(by_name, all);
    let first = |rows: &[String]| rows[0].chars().next();
    assert!(first(&by_name) <= by_name[1].chars().next(), "{by_name:?}");
}

#[test]
fn a_basin_sheet_opens_from_its_row_by_the_keyboard() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    open(&mut harness, Lang::Fr, "basins");
    let row = harness
        .root()
        .children_recursive()
        .find(|n| n.accesskit_node().role() == egui::Role::Row)
        .unwrap();
    let name = row.accesskit_node().label().unwrap();
    let name = name.split(',').next().unwrap().to_owned();
    row.click();
    settle(&mut harness);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    harness.get_by_label_contains(&text(Lang::Fr, "ui-sheet-programmes"));
    assert!(harness.get_all_by_label(&name).count() > 0, "the sheet of {name}");
}

#[test]
fn a_changed_assumption_changes_the_figures_and_undo_brings_them_back() {
    let lang = Lang::Fr;
    let mut harness = demonstration(lang, Theme::Light);
    let before = figure(&harness, lang, "unfilled");
    open(&mut harness, lang, "assumptions");
    let name = format!(
        "{}, {}, {}",
        text(lang, "ui-assumption-beta"),
        text(lang, "ui-skill-technicien-am"),
        text(lang, "ui-central")
    );
    harness.get_by_label(&name).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label(&name).type_text("20");
    harness.run();
    harness.key_press(Key::Enter);
    settle(&mut harness);
    open(&mut harness, lang, "dashboard");
    let changed = figure(&harness, lang, "unfilled");
    assert_ne!(changed, before);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(figure(&harness, lang, "unfilled"), before);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    settle(&mut harness);
    assert_eq!(figure(&harness, lang, "unfilled"), changed);
}

/// Name of the central handle of β for technicians.
fn handle(lang: Lang) -> String {
    let keys = ["ui-assumption-beta", "ui-skill-technicien-am", "ui-central"];
    let name = keys.map(|key| text(lang, key)).join(", ");
    Message::new("ui-assumption-handle").with("name", name).text(lang)
}

/// What the status line says of the value tried.
fn tried(harness: &Harness<'_, Option<Window>>, lang: Lang) -> Option<String> {
    let start = text(lang, "ui-column-unfilled") + "\u{a0}: ";
    let all: Vec<_> = harness
        .root()
        .children_recursive()
        .filter_map(|n| n.accesskit_node().value().or_else(|| n.accesskit_node().label()))
        .collect();
    all.into_iter().find(|l| l.starts_with(&start) && l.contains('→'))
}

#[test]
fn a_dragged_assumption_says_what_it_would_change_and_is_written_once_let_go() {
    let lang = Lang::Fr;
    let mut harness = demonstration(lang, Theme::Light);
    let before = figure(&harness, lang, "unfilled");
    open(&mut harness, lang, "assumptions");
    let start = harness.get_by_label(&handle(lang)).rect().center();
    harness.drag_at(start);
    harness.step();
    for x in [-10.0, -20.0, -30.0] {
        harness.hover_at(start + egui::vec2(x, 0.0));
        harness.step();
    }
    assert!(tried(&harness, lang).is_some(), "something is told at once");
    settle(&mut harness);
    let told = tried(&harness, lang).unwrap();
    assert!(!told.contains("provisoire") && !told.ends_with('…'), "{told}");
    harness.drop_at(start + egui::vec2(-30.0, 0.0));
    settle(&mut harness);
    assert!(tried(&harness, lang).is_none());
    open(&mut harness, lang, "dashboard");
    let changed = figure(&harness, lang, "unfilled");
    assert_ne!(changed, before);
    let exact = told.rsplit("→ ").next().unwrap();
    assert!(changed.contains(&format!(", {exact}, ")), "{changed} is not {exact}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(figure(&harness, lang, "unfilled"), before, "one deed");
}

#[test]
fn escape_drops_a_handle_that_the_pointer_still_holds() {
    let lang = Lang::Fr;
    let mut harness = demonstration(lang, Theme::Light);
    let before = figure(&harness, lang, "unfilled");
    open(&mut harness, lang, "assumptions");
    let start = harness.get_by_label(&handle(lang)).rect().center();
    harness.drag_at(start);
    harness.step();
    harness.hover_at(start - egui::vec2(30.0, 0.0));
    settle(&mut harness);
    assert!(tried(&harness, lang).is_some());
    harness.key_press(Key::Escape);
    settle(&mut harness);
    harness.hover_at(start - egui::vec2(50.0, 0.0));
    harness.step();
    harness.drop_at(start - egui::vec2(50.0, 0.0));
    settle(&mut harness);
    assert!(tried(&harness, lang).is_none());
    open(&mut harness, lang, "dashboard");
    assert_eq!(figure(&harness, lang, "unfilled"), before, "nothing was written");
}

#[test]
fn arrows_move_a_handle_and_escape_drops_what_was_tried() {
    let lang = Lang::Fr;
    let mut harness = demonstration(lang, Theme::Light);
    let before = figure(&harness, lang, "unfilled");
    open(&mut harness, lang, "assumptions");
    let value =
        |h: &Harness<'_, Option<Window>>| h.get_by_label(&handle(lang)).accesskit_node().numeric_value().unwrap();
    let stored = value(&harness);
    harness.get_by_label(&handle(lang)).focus();
    harness.step();
    harness.step();
    harness.key_press(Key::ArrowLeft);
    settle(&mut harness);
    assert!((value(&harness) - (stored - 0.01)).abs() < 1e-9, "{}", value(&harness));
    assert!(tried(&harness, lang).is_some());
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert!((value(&harness) - stored).abs() < 1e-9);
    assert!(tried(&harness, lang).is_none());
    open(&mut harness, lang, "dashboard");
    assert_eq!(figure(&harness, lang, "unfilled"), before, "nothing was written");
}

#[test]
fn the_language_changes_without_a_restart() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    harness.get_by_label(&text(Lang::Fr, "ui-language")).click();
    harness.run();
    harness.get_by_label("English").click();
    settle(&mut harness);
    harness.get_by_label(&text(Lang::En, "ui-title-dashboard"));
}

#[test]
fn a_job_title_typed_in_the_palette_opens_its_occupation() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.event(egui::Event::Text("soudeur tig".to_owned()));
    harness.run();
    harness.get_by_label_contains("Soudeur TIG → Soudeurs (ROME H2913)");
    harness.key_press(Key::Enter);
    settle(&mut harness);
    harness.get_by_label("Soudeurs");
    harness.get_by_label_contains(&text(Lang::Fr, "ui-sheet-programmes"));
}

#[test]
fn an_establishment_found_opens_its_sections() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    open(&mut harness, Lang::Fr, "training");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.event(egui::Event::Text("lycee".to_owned()));
    harness.run();
    let kind = text(Lang::Fr, "app-find-establishment");
    let line = harness
        .get_all_by_label_contains(&kind)
        .find(|n| n.accesskit_node().role() == egui::Role::Button)
        .unwrap();
    let name = line.accesskit_node().label().unwrap();
    line.click();
    settle(&mut harness);
    let filter = |n: &egui_kittest::Node<'_>| {
        n.accesskit_node().role() == egui::Role::TextInput
            && n.accesskit_node()
                .value()
                .is_some_and(|value| !value.is_empty() && name.contains(&value))
    };
    assert!(
        harness.root().children_recursive().any(|n| filter(&n)),
        "filtered on {name}"
    );
}

#[test]
fn the_search_palette_finds_a_basin() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut harness);
    harness
        .get_by_label(&text(Lang::Fr, "ui-find-hint"))
        .type_text("hypoth");
    settle(&mut harness);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    harness.get_by_label(&text(Lang::Fr, "ui-title-assumptions"));
}

#[test]
fn an_unreadable_file_is_told_with_what_to_do() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    open(&mut harness, Lang::Fr, "import");
    let name = text(Lang::Fr, "ui-import-path-name");
    harness.get_by_label(&name).focus();
    harness.run();
    harness.get_by_label(&name).type_text("/no/such/file.csv");
    harness.run();
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert!(harness.get_all_by_label_contains("file.csv").count() > 1);
    harness.get_by_label(&text(Lang::Fr, "ui-import-forget")).click();
    settle(&mut harness);
    harness.get_by_label(&text(Lang::Fr, "ui-import-drop"));
}

#[test]
fn idle_asks_for_no_frame() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    harness.run();
    let delay = harness.output().viewport_output.values().map(|v| v.repaint_delay).min();
    assert!(delay.is_none_or(|d| d > Duration::from_secs(3600)), "{delay:?}");
}

#[test]
fn a_shortage_told_as_a_sentence_opens_its_line() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    let sentence = harness.get_all_by_label_contains("ne sont accessibles").next().unwrap();
    sentence.click();
    settle(&mut harness);
    assert!(harness.query_by_label(&text(Lang::Fr, "ui-detail-close")).is_some());
}

#[test]
fn a_screen_opens_at_its_top_however_far_another_was_scrolled() {
    let lang = Lang::Fr;
    let mut harness = demonstration(lang, Theme::Light);
    let heading = text(lang, "ui-dashboard-causes");
    let before = harness.get_by_label(&heading).rect().top();
    harness.get_by_label(&heading).hover();
    harness.step();
    harness.event(egui::Event::MouseWheel {
        source: egui::MouseWheelSource::Wheel,
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -150.0),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    assert!(
        harness.get_by_label(&heading).rect().top() < before - 50.0,
        "the dashboard scrolls"
    );
    let mut fresh = demonstration(lang, Theme::Light);
    open(&mut harness, lang, "assumptions");
    open(&mut fresh, lang, "assumptions");
    let first = |h: &Harness<'_, Option<Window>>| h.get_by_label(&text(lang, "ui-assumption-beta")).rect().top();
    assert!((first(&harness) - first(&fresh)).abs() < 1.0);
}
