//! Both lenses, the causes and the explanations of figures on the screens, driven by the words on them.

use egui::{Key, Modifiers, Role};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::{Lens, Settings, Theme};
use releve::i18n::{Lang, Message, text};

use super::{Screen, demonstration, figure, open, open_demonstration, settle, window_with};

const LANG: Lang = Lang::Fr;

/// The causes and what they leave, in the order of the screens.
const PARTS: [&str; 9] = [
    "further-study",
    "evaporation",
    "failure",
    "vacant-seats",
    "distance",
    "level",
    "adjacent",
    "no-training",
    "not-enough",
];

fn words(key: &str) -> String {
    text(LANG, key)
}

/// What the widgets of a role say, in order.
fn said(harness: &Screen, role: Role) -> Vec<String> {
    let of_role = |n: &Node<'_>| n.accesskit_node().role() == role;
    let nodes = harness.root().children_recursive().filter(of_role);
    nodes.filter_map(|n| n.accesskit_node().label()).collect()
}

/// Presses the choice of a name, and waits for what it brings.
fn choose(harness: &mut Screen, key: &str) {
    harness.get_by_role_and_label(Role::RadioButton, &words(key)).click();
    settle(harness);
}

/// The only number of a text between two marks; blanks of thousands are left out.
fn number(text: &str) -> i64 {
    let text = text.replace('\u{2212}', "-");
    let kept = text.chars().filter(|c| c.is_ascii_digit() || *c == '-');
    kept.collect::<String>().parse().unwrap()
}

/// The central value of a key figure.
fn central(harness: &Screen, column: &str) -> i64 {
    let sentence = figure(harness, LANG, column);
    number(sentence.split(", ").nth(1).unwrap())
}

/// What a step of the waterfall counts.
fn step(harness: &Screen, name: &str) -> i64 {
    let start = format!("{name}\u{a0}: ");
    let all = said(harness, Role::Button);
    let line = all.iter().find(|l| l.starts_with(&start));
    number(&line.unwrap()[start.len()..])
}

fn part(harness: &Screen, key: &str) -> i64 {
    step(harness, &words(&format!("market-part-{key}")))
}

#[test]
fn the_lens_changes_figures_and_headers_and_brings_them_back() {
    let mut harness = demonstration(LANG, Theme::Light);
    let before = said(&harness, Role::Button);
    let (unfilled, friction) = (central(&harness, "unfilled"), central(&harness, "friction"));
    let caption = |key: &'static str| Message::new(key).with("revision", 2_i64).text(LANG);
    harness.get_by_label(&caption("ui-lens-caption-potential"));
    choose(&mut harness, "ui-lens-expected");
    assert_eq!(central(&harness, "unfilled-expected"), unfilled + friction);
    assert!(friction > 0);
    harness.get_by_label(&caption("ui-lens-caption-expected"));
    assert_ne!(said(&harness, Role::Button), before);
    open(&mut harness, LANG, "basins");
    let map = said(&harness, Role::Image);
    let rows = said(&harness, Role::Row);
    for column in ["ui-column-unfilled-expected", "ui-column-friction"] {
        let told = format!(", {}\u{a0}: ", words(column));
        assert!(
            !rows.is_empty() && rows.iter().all(|row| row.contains(&told)),
            "{rows:?}"
        );
    }
    for screen in ["occupations", "cells"] {
        open(&mut harness, LANG, screen);
        let headers = said(&harness, Role::ColumnHeader);
        assert!(headers.contains(&words("ui-column-unfilled-expected")), "{headers:?}");
        assert!(!headers.contains(&words("ui-column-unfilled")), "{headers:?}");
        assert!(headers.contains(&words("ui-column-friction")), "{headers:?}");
    }
    let rows = said(&harness, Role::Row);
    // The way back goes through the palette.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut harness);
    harness.get_by_label(&words("ui-find-hint")).type_text("potentielle");
    settle(&mut harness);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert!(said(&harness, Role::ColumnHeader).contains(&words("ui-column-unfilled")));
    assert_ne!(said(&harness, Role::Row), rows);
    open(&mut harness, LANG, "basins");
    assert_ne!(said(&harness, Role::Image), map, "circles follow the lens");
    open(&mut harness, LANG, "dashboard");
    assert_eq!(said(&harness, Role::Button), before);
}

#[test]
fn the_lens_of_the_settings_is_the_one_shown() {
    let mut harness = window_with(Settings {
        language: Some(LANG),
        lens: Lens::Expected,
        ..Settings::default()
    });
    open_demonstration(&mut harness, LANG);
    assert!(central(&harness, "unfilled-expected") > 0);
}

#[test]
fn a_table_names_the_main_cause_of_each_line() {
    let mut harness = demonstration(LANG, Theme::Light);
    open(&mut harness, LANG, "basins");
    let names = PARTS.map(|key| words(&format!("market-part-{key}")));
    let start = format!("{}\u{a0}: ", words("ui-column-main-cause"));
    let rows = said(&harness, Role::Row);
    assert!(rows.len() > 10);
    for row in &rows {
        let told = row.split(", ").find_map(|cell| cell.strip_prefix(&start)).unwrap();
        let (cause, posts) = told.split_once("\u{a0}· ").unwrap();
        assert!(names.iter().any(|name| name == cause) && number(posts) > 0, "{row}");
    }
}

#[test]
fn the_causes_asked_for_as_columns_add_up_to_the_unfilled_posts() {
    let mut harness = demonstration(LANG, Theme::Light);
    open(&mut harness, LANG, "basins");
    let columns = said(&harness, Role::Button);
    let button = columns
        .iter()
        .find(|l| l.ends_with(&words("ui-table-columns")))
        .unwrap();
    harness.get_by_label(button).click();
    harness.run();
    for key in PARTS {
        let name = words(&format!("market-part-{key}"));
        harness.get_by_role_and_label(Role::CheckBox, &name).click_accesskit();
        harness.run();
    }
    harness.key_press(Key::Escape);
    settle(&mut harness);
    let cell = |row: &str, name: &str| {
        let start = format!("{name}\u{a0}: ");
        let told = row
            .split(", ")
            .find_map(|cell| cell.strip_prefix(&start).map(str::to_owned));
        number(told.unwrap().split('\u{a0}').next().unwrap())
    };
    for row in said(&harness, Role::Row) {
        let sum: i64 = PARTS
            .iter()
            .map(|key| cell(&row, &words(&format!("market-part-{key}"))))
            .sum();
        assert_eq!(sum, cell(&row, &words("ui-column-unfilled")), "{row}");
    }
}

#[test]
fn the_waterfall_leads_from_need_to_filled_by_mean_parts_and_in_the_fixed_order() {
    let mut harness = demonstration(LANG, Theme::Light);
    let unfilled = central(&harness, "unfilled");
    let by_mean = PARTS.map(|key| part(&harness, key));
    assert_eq!(by_mean.iter().sum::<i64>(), unfilled);
    choose(&mut harness, "ui-sharing-order");
    let in_order = PARTS.map(|key| part(&harness, key));
    assert_eq!(in_order.iter().sum::<i64>(), unfilled);
    assert_ne!(in_order, by_mean);
    assert_eq!(step(&harness, &words("ui-column-need")), central(&harness, "need"));
    assert_eq!(step(&harness, &words("ui-column-filled")), central(&harness, "filled"));
    choose(&mut harness, "ui-lens-expected");
    assert_eq!(
        step(&harness, &words("ui-column-friction")),
        central(&harness, "friction")
    );
    let filled = words("ui-column-filled-expected");
    assert_eq!(step(&harness, &filled), central(&harness, "filled-expected"));
}

#[test]
fn each_figure_and_each_step_opens_its_own_formula() {
    let mut harness = demonstration(LANG, Theme::Light);
    let formula = |key: &str| words(key).chars().take(40).collect::<String>();
    let figures = [
        ("need", "market-formula-need"),
        ("supply", "market-formula-supply"),
        ("unfilled", "ui-formula-unfilled"),
        ("friction", "ui-formula-friction"),
        ("coverage", "ui-formula-coverage"),
    ];
    for (column, key) in figures {
        let sentence = figure(&harness, LANG, column);
        harness.get_by_label(&sentence).click();
        settle(&mut harness);
        harness.get_by_label_contains(&formula(key));
        for (_, other) in figures.iter().filter(|(_, other)| *other != key) {
            assert!(
                harness.query_by_label_contains(&formula(other)).is_none(),
                "{other} in {key}"
            );
        }
    }
    let name = format!("{}\u{a0}: ", words("market-part-distance"));
    let all = said(&harness, Role::Button);
    let step = all.iter().find(|l| l.starts_with(&name)).unwrap().clone();
    harness.get_by_label(&step).click();
    settle(&mut harness);
    harness.get_by_label_contains(&formula("ui-formula-parts"));
    harness.get_by_label_contains(&words("ui-detail-line")).click();
    settle(&mut harness);
    assert!(harness.query_by_label_contains(&formula("ui-formula-parts")).is_none());
    harness.get_by_label_contains(&formula("market-formula-supply"));
}
