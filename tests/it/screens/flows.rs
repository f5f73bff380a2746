//! Who goes where: the map and its table, sections, programmes, both lenses, the exchange of a basin, who takes the posts of a cell.

use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::app::{NewTerritory, Session};
use releve::domain::progress::Unattended;
use releve::i18n::{Lang, people, text};
use releve::ui::Window;

use super::{demonstration, open, settle};

type Screen = Harness<'static, Option<Window>>;

const FR: Lang = Lang::Fr;

fn flows(lang: Lang) -> Screen {
    let mut harness = demonstration(lang, Theme::Light);
    open(&mut harness, lang, "flows");
    harness
}

/// Opens a table of the screen.
fn part(harness: &mut Screen, lang: Lang, part: &str) {
    let name = text(lang, &format!("ui-flows-{part}"));
    let choice = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::RadioButton;
    harness.get_all_by_label(&name).find(choice).unwrap().click();
    settle(harness);
}

/// What the map says of itself.
fn said(harness: &Screen) -> String {
    let image = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::Image;
    let map = harness.root().children_recursive().find(image).unwrap();
    map.accesskit_node().label().unwrap()
}

/// Sentences of the rows that are drawn.
fn rows(harness: &Screen) -> Vec<String> {
    let rows = harness.root().children_recursive();
    rows.filter(|n| n.accesskit_node().role() == Role::Row)
        .filter_map(|n| n.accesskit_node().label())
        .collect()
}

/// Lines shown and all lines of the table.
fn counted(harness: &Screen) -> usize {
    let mut values = harness
        .get_all_by_label_contains(" sur ")
        .filter_map(|n| n.accesskit_node().value());
    let number = |part: &str| part.replace('\u{202f}', "").parse::<usize>().ok();
    let count = values.find_map(|v| {
        let (shown, all) = v.split_once(" sur ")?;
        number(all).and(number(shown))
    });
    count.unwrap()
}

/// True where a text is written anywhere.
fn shows(harness: &Screen, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

/// Filled posts of the demonstration under both lenses, as the screen says them.
fn filled() -> [String; 2] {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::create(&folder.path().join("d.releve"), &NewTerritory::Demonstration).unwrap();
    let gap = session.gap(None, &Unattended).unwrap().total().filled.central;
    let expected = session.expected(None, &Unattended).unwrap().total().filled.central;
    [gap, expected].map(|filled| format!("{} postes pourvus", people(FR, filled)))
}

#[test]
fn the_total_is_the_filled_posts_of_the_lens_on_screen() {
    let mut harness = flows(FR);
    let [potential, expected] = filled();
    assert_ne!(potential, expected);
    for part in ["pairs", "arcs", "kinds"] {
        self::part(&mut harness, FR, part);
        assert!(shows(&harness, &potential) && shows(&harness, &text(FR, "ui-column-people-potential")));
    }
    harness.get_by_label(&text(FR, "ui-lens-expected")).click();
    settle(&mut harness);
    for part in ["pairs", "arcs", "kinds"] {
        self::part(&mut harness, FR, part);
        assert!(shows(&harness, &expected) && shows(&harness, &text(FR, "ui-column-people-expected")));
        assert!(!shows(&harness, &potential), "{part} is of one lens");
    }
}

#[test]
fn a_row_is_selected_on_the_map_and_explained() {
    let mut harness = flows(FR);
    let here = text(FR, "ui-flow-here");
    let mover = rows(&harness).into_iter().find(|row| !row.contains(&here)).unwrap();
    let from = mover.split(", ").next().unwrap().to_owned();
    assert!(!said(&harness).contains(&format!("{from} → ")));
    harness.get_by_label(&mover).click();
    settle(&mut harness);
    let told = said(&harness);
    let arrow = told.split(". ").last().unwrap();
    assert!(
        arrow.starts_with(&format!("{from} → ")) && arrow.contains("\u{a0}km"),
        "{told}"
    );
    assert!(shows(&harness, &text(FR, "ui-flow-people")) && shows(&harness, &text(FR, "ui-flow-posts")));
    // The sheet of the basin people come from is one click away.
    harness
        .get_all_by_label_contains(&from)
        .find(|n| n.accesskit_node().role() == Role::Button)
        .unwrap()
        .click();
    settle(&mut harness);
    harness.get_by_label_contains(&text(FR, "ui-sheet-flows"));
}

#[test]
fn land_chooses_a_basin_and_the_same_land_again_all_of_them() {
    let mut harness = flows(FR);
    let all = counted(&harness);
    let image = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::Image;
    let map = harness.root().children_recursive().find(image).unwrap().rect();
    // Arrows reach land that no flow covers: the first basin, then its neighbours.
    harness.drag_at(map.center());
    harness.drop_at(map.center());
    settle(&mut harness);
    harness.key_press(Key::ArrowLeft);
    settle(&mut harness);
    let few = counted(&harness);
    assert!(few < all, "{few} of {all}");
    let chosen = said(&harness);
    let name = chosen
        .split(". ")
        .nth(3)
        .unwrap()
        .split(", ")
        .next()
        .unwrap()
        .to_owned();
    let foreign = |row: &String| !row.contains(&name) && !row.starts_with(&text(FR, "ui-total"));
    assert_eq!(rows(&harness).into_iter().find(foreign), None, "only flows of {name}");
}

#[test]
fn a_section_is_explained_in_english_with_levels_and_radius() {
    let mut harness = flows(Lang::En);
    part(&mut harness, Lang::En, "arcs");
    let row = rows(&harness)[0].clone();
    harness.get_by_label(&row).click();
    settle(&mut harness);
    assert!(shows(&harness, "accepted levels") && shows(&harness, "radius of this level"));
    assert!(shows(&harness, "Who fills these posts") && shows(&harness, "Where the people of this supply go"));
    part(&mut harness, Lang::En, "kinds");
    let row = rows(&harness)[0].clone();
    harness.get_by_label(&row).click();
    settle(&mut harness);
    assert!(shows(&harness, "From which basin to which"));
}

#[test]
fn a_balance_is_selected_on_the_map() {
    let mut harness = flows(FR);
    part(&mut harness, FR, "balances");
    let row = rows(&harness)[1].clone();
    let name = row.split(", ").next().unwrap().to_owned();
    // Its middle is the edge between two columns, which a pointer would drag.
    let at = harness.get_by_label(&row).rect().left_center() + egui::vec2(4.0, 0.0);
    harness.drag_at(at);
    harness.drop_at(at);
    settle(&mut harness);
    let told = said(&harness);
    assert!(
        told.split(". ").nth(3).is_some_and(|place| place.starts_with(&name)),
        "{told}"
    );
}

#[test]
fn a_basin_shows_what_it_exchanges_and_a_cell_who_takes_its_posts() {
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "basins");
    let basin = rows(&harness)[0].split(", ").next().unwrap().to_owned();
    harness.get_by_label_contains(&format!("{basin}, ")).click();
    settle(&mut harness);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    harness.get_by_label_contains(&text(FR, "ui-sheet-flows")).click();
    settle(&mut harness);
    let here = format!("{}\u{a0}: ", text(FR, "ui-flow-here"));
    assert_eq!(
        harness.get_all_by_label_contains(&here).count(),
        2,
        "those who stay, on both sides"
    );
    let stays = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::Button;
    harness.get_all_by_label_contains(&here).find(stays).unwrap().click();
    settle(&mut harness);
    assert!(shows(&harness, &text(FR, "ui-flow-people")));
    open(&mut harness, FR, "cells");
    let row = rows(&harness)[1].clone();
    harness.get_by_label(&row).click();
    settle(&mut harness);
    assert!(shows(&harness, &text(FR, "ui-flow-takers")));
}
