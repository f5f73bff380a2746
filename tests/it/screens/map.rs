//! The map of basins: said in words, clicked, walked with arrows, coloured by another rate.

use std::fs;

use egui::{Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::app::{NewTerritory, Session};
use releve::domain::progress::Unattended;
use releve::domain::territory::Basin;
use releve::i18n::{Lang, text};
use releve::ui::Window;

use super::{demonstration, open, settle, window_on};

type Screen = Harness<'static, Option<Window>>;

fn basins() -> Screen {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    open(&mut harness, Lang::Fr, "basins");
    harness
}

/// What the map says of itself.
fn said(harness: &Screen) -> String {
    let image = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::Image;
    let map = harness.root().children_recursive().find(image).unwrap();
    map.accesskit_node().label().unwrap()
}

fn rect(harness: &Screen) -> egui::Rect {
    let image = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::Image;
    harness.root().children_recursive().find(image).unwrap().rect()
}

/// Names of the rows of the table beside, the one of the totals aside.
fn rows(harness: &Screen) -> Vec<String> {
    let rows = harness.root().children_recursive();
    rows.filter(|n| n.accesskit_node().role() == Role::Row)
        .filter_map(|n| n.accesskit_node().label())
        .filter_map(|label| label.split(", ").next().map(str::to_owned))
        .collect()
}

/// The basin that the map says is selected: the sentence after the legend begins with its name.
fn selected(harness: &Screen) -> Option<String> {
    let said = said(harness);
    let told = said.splitn(3, ". ").nth(2)?;
    told.split(", ").next().map(str::to_owned)
}

#[test]
fn the_map_counts_every_basin_of_the_territory_once() {
    let harness = basins();
    let legend = said(&harness);
    let counts = legend
        .split('(')
        .skip(1)
        .filter_map(|part| part.split(')').next()?.parse::<usize>().ok());
    let secret = text(Lang::Fr, "ui-map-secret");
    let hatched: usize = legend
        .split(&format!("{secret} ("))
        .nth(1)
        .map_or(0, |rest| rest.split(')').next().unwrap().parse().unwrap());
    let mut values = harness
        .get_all_by_label_contains(" sur ")
        .filter_map(|n| n.accesskit_node().value());
    let counts_rows = |value: &String| value.starts_with(|c: char| c.is_ascii_digit());
    let whole = values.find(counts_rows).unwrap();
    let basins: usize = whole.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(counts.sum::<usize>() - hatched, basins, "{legend}");
}

#[test]
fn a_click_on_the_land_explains_the_basin_and_arrows_go_to_its_neighbours() {
    let mut harness = basins();
    assert_eq!(selected(&harness), None);
    let centre = rect(&harness).center();
    harness.hover_at(centre);
    harness.run();
    harness.drag_at(centre);
    harness.drop_at(centre);
    settle(&mut harness);
    let first = selected(&harness).expect("land under the middle of the map");
    harness.get_by_label(&text(Lang::Fr, "ui-detail-inputs"));
    assert!(harness.get_all_by_label(&first).count() > 0, "the detail of {first}");
    harness.key_press(Key::ArrowLeft);
    settle(&mut harness);
    let second = selected(&harness).unwrap();
    assert_ne!(first, second, "the map keeps the keyboard when the detail opens");
    assert!(
        harness.get_all_by_label(&second).count() > 0,
        "the detail follows to {second}"
    );
    harness.key_press(Key::ArrowRight);
    settle(&mut harness);
    assert_ne!(selected(&harness).unwrap(), second);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    harness.get_by_label_contains(&text(Lang::Fr, "ui-sheet-programmes"));
}

#[test]
fn the_sea_is_not_a_basin() {
    let mut harness = basins();
    // Between the Cotentin and the Pays de Caux, well inside the map.
    let map = rect(&harness);
    let bay = map.min + map.size() * vec2(0.3, 0.12);
    harness.drag_at(bay);
    harness.drop_at(bay);
    settle(&mut harness);
    assert_eq!(selected(&harness), None);
}

#[test]
fn basins_with_a_contour_are_drawn_by_it_and_the_others_by_their_cells() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.releve");
    let session = Session::create(&path, &NewTerritory::Demonstration).unwrap();
    let facts = session.facts().unwrap();
    let home = |b: &&Basin| facts.territory.regions.contains(&b.region);
    let basins: Vec<&Basin> = facts.catalogue.basins.iter().filter(home).collect();
    let feature = |basin: &Basin| {
        let (x, y) = (basin.position.lon, basin.position.lat);
        let ring: Vec<String> = [(-0.1, -0.1), (0.1, -0.1), (0.0, 0.1), (-0.1, -0.1)]
            .map(|(dx, dy)| format!("[{},{}]", x + dx, y + dy))
            .to_vec();
        format!(
            r#"{{"properties":{{"codbe":"{}"}},"geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}"#,
            basin.code,
            ring.join(",")
        )
    };
    let features: Vec<String> = basins[1..].iter().map(|b| feature(b)).collect();
    let file = folder.path().join("essai_2031.geojson");
    fs::write(&file, format!(r#"{{"features":[{}]}}"#, features.join(","))).unwrap();
    let previews = session.preview(&[file], &Unattended).unwrap();
    session
        .import(&previews.iter().collect::<Vec<_>>(), &Unattended)
        .unwrap();
    drop(session);
    let mut harness = window_on(Lang::Fr, path);
    open(&mut harness, Lang::Fr, "basins");
    let told = harness.get_by_label_contains("essai_2031.geojson (2031)");
    let told = told
        .accesskit_node()
        .value()
        .or_else(|| told.accesskit_node().label())
        .unwrap();
    assert!(told.contains(&format!("1 bassin sur {}", basins.len())), "{told}");
    // Once the file is taken away, cells are back and the words with them.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!(harness.query_by_label_contains("(2031)").is_none());
    harness.get_by_label(&text(Lang::Fr, "ui-map-shape"));
}

#[test]
fn a_row_of_the_table_is_selected_on_the_map() {
    let mut harness = basins();
    let name = rows(&harness)[1].clone();
    harness.get_by_label_contains(&format!("{name}, ")).click();
    settle(&mut harness);
    assert_eq!(selected(&harness), Some(name));
}

#[test]
fn another_rate_gives_another_legend_and_the_buttons_move_the_map() {
    let mut harness = basins();
    let before = said(&harness);
    let all_seen = |h: &Screen| {
        let whole = text(Lang::Fr, "ui-map-whole");
        h.get_by_label(&whole).accesskit_node().is_disabled()
    };
    assert!(all_seen(&harness));
    harness.get_by_label(&text(Lang::Fr, "ui-map-nearer")).click();
    harness.run();
    assert!(!all_seen(&harness));
    let measure = text(Lang::Fr, "ui-map-measure-unfilled");
    let combo = |n: &egui_kittest::Node<'_>| n.accesskit_node().value().as_deref() == Some(&*measure);
    let found = harness.root().children_recursive().find(combo).unwrap();
    found.click();
    harness.run();
    harness.get_by_label(&text(Lang::Fr, "ui-map-measure-coverage")).click();
    settle(&mut harness);
    assert_ne!(said(&harness), before);
}
