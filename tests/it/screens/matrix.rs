//! The matrix of gaps: said in words, walked with arrows, opened, shown in another measure and order.

use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::i18n::{Lang, text};
use releve::ui::Window;

use super::{demonstration, open, settle};

type Screen = Harness<'static, Option<Window>>;

fn matrix() -> Screen {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    open(&mut harness, Lang::Fr, "cells");
    harness.get_by_label(&text(Lang::Fr, "ui-cells-matrix")).click();
    settle(&mut harness);
    harness
}

fn grid<'h>(harness: &'h Screen) -> egui_kittest::Node<'h> {
    let grid = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::Grid;
    harness.root().children_recursive().find(grid).unwrap()
}

/// What the matrix says of the cell under its cursor: « métier, bassin : … ».
fn cell(harness: &Screen) -> Option<String> {
    let said = grid(harness).accesskit_node().label().unwrap();
    said.split_once(". ").map(|(_, cell)| cell.to_owned())
}

/// Occupation and basin of the cell under the cursor.
fn names(harness: &Screen) -> (String, String) {
    let told = cell(harness).unwrap();
    let (names, _) = told.split_once("\u{a0}:").unwrap_or((&told, ""));
    let (occupation, basin) = names.rsplit_once(", ").unwrap();
    (occupation.to_owned(), basin.to_owned())
}

fn press(harness: &mut Screen, key: Key) {
    harness.key_press(key);
    settle(harness);
}

#[test]
fn arrows_walk_the_cells_and_enter_explains_the_one_reached() {
    let mut harness = matrix();
    assert_eq!(cell(&harness), None);
    grid(&harness).focus();
    settle(&mut harness);
    press(&mut harness, Key::ArrowDown);
    let first = names(&harness);
    press(&mut harness, Key::ArrowRight);
    let right = names(&harness);
    assert!(right.0 == first.0 && right.1 != first.1, "{first:?} then {right:?}");
    press(&mut harness, Key::ArrowDown);
    let below = names(&harness);
    assert!(below.1 == right.1 && below.0 != right.0, "{right:?} then {below:?}");
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::ArrowLeft);
    assert_eq!(names(&harness), first);
    press(&mut harness, Key::Enter);
    harness.get_by_label(&text(Lang::Fr, "ui-detail-inputs"));
    let title = format!("{}, {}", first.0, first.1);
    let shown = |n: &egui_kittest::Node<'_>| {
        let label = n.accesskit_node().value().or_else(|| n.accesskit_node().label());
        label.is_some_and(|l| l.contains(&first.0) && l.contains(&first.1) && n.accesskit_node().role() == Role::Label)
    };
    assert!(
        harness.root().children_recursive().any(|n| shown(&n)),
        "the detail of {title}"
    );
    press(&mut harness, Key::End);
    press(&mut harness, Key::End);
    assert_ne!(
        names(&harness).1,
        first.1,
        "the matrix keeps the keyboard when the detail opens"
    );
}

#[test]
fn another_measure_and_another_order_change_the_first_cell() {
    let mut harness = matrix();
    let first = |harness: &mut Screen| {
        grid(harness).focus();
        settle(harness);
        press(harness, Key::Home);
        for _ in 0..6 {
            press(harness, Key::PageUp);
        }
        cell(harness).unwrap()
    };
    let choose = |harness: &mut Screen, from: &str, to: &str| {
        let from = text(Lang::Fr, from);
        let combo = |n: &egui_kittest::Node<'_>| n.accesskit_node().value().as_deref() == Some(&*from);
        harness.root().children_recursive().find(combo).unwrap().click();
        harness.run();
        harness.get_by_label(&text(Lang::Fr, to)).click();
        settle(harness);
    };
    let unfilled = first(&mut harness);
    assert!(unfilled.contains(&text(Lang::Fr, "ui-column-unfilled")), "{unfilled}");
    choose(&mut harness, "ui-column-unfilled", "ui-matrix-difference");
    let difference = first(&mut harness);
    assert!(
        difference.contains(&text(Lang::Fr, "ui-matrix-difference")),
        "{difference}"
    );
    let by_size = names(&harness).1;
    choose(&mut harness, "ui-matrix-order-size", "ui-matrix-order-name");
    first(&mut harness);
    let by_name = names(&harness).1;
    assert_ne!(by_size, by_name);
}
