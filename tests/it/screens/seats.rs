//! What a seat is worth, and the sheet of a programme: the figures of the market, the lots, the ways there and back.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::domain::progress::Unattended;
use releve::domain::units::{Estimate, Milli};
use releve::i18n::{Lang, people, spread, text};
use releve::market::gap::Supply;
use releve::market::values::{SeatValue, Unit, Values};

use super::why::{said, select, session};
use super::{Screen, demonstration, figure, open, rows, settle};

const FR: Lang = Lang::Fr;

fn posts(quantity: Estimate, decimals: usize) -> String {
    spread(FR, quantity.map(Milli::people), decimals)
}

fn choose_lot(harness: &mut Screen, lot: &str) {
    harness.get_by_label(lot).click();
    settle(harness);
}

/// The best section, or else headcount, behind a line of the supply.
fn best<'v>(values: &'v Values, supply: &Supply) -> &'v SeatValue {
    let feeding = values.lines.iter().filter(|line| line.feeds(supply));
    feeding.min_by_key(|line| (line.unit, line.rank)).unwrap()
}

#[test]
fn the_gain_of_a_line_is_that_of_its_best_section_and_follows_the_lot() {
    let (_folder, session) = session();
    let gap = session.gap(None, &Unattended).unwrap();
    let values = session.values(None, &Unattended).unwrap();
    let facts = session.facts().unwrap();
    // A line of several sections that are not worth the same.
    let unlike = |supply: &&Supply| {
        let feeding = values.lines.iter().filter(|line| line.feeds(supply));
        let gains: std::collections::BTreeSet<_> = feeding.map(|l| l.lot(24).unwrap().gain.central).collect();
        supply.home && gains.len() > 1
    };
    let supply = gap.supplies.iter().filter(unlike).max_by_key(|s| s.in_field.central);
    let supply = supply.expect("sections of one line that differ");
    let best = best(&values, supply);
    let basin = facts.catalogue.basins.iter().find(|b| b.code == supply.basin).unwrap();
    let basin = basin.name.replace('\'', "’");
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "training");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    settle(&mut harness);
    let filter = format!("{} {} {basin}", supply.diploma.as_str(), supply.programme_label);
    harness.get_by_label(&text(FR, "ui-table-filter")).type_text(&filter);
    settle(&mut harness);
    for (lot, seats) in [("+12", 12), ("+24", 24), ("−1", -1)] {
        if seats != 12 {
            choose_lot(&mut harness, lot);
        }
        let route = text(FR, &format!("ui-route-{}", supply.route.as_str()));
        let line = format!("Voie\u{a0}: {route}, Bassin\u{a0}: {basin},");
        let row = rows(&harness).into_iter().find(|row| row.contains(&line)).unwrap();
        let one = format!("+1\u{a0}place\u{a0}: {}", posts(best.lot(1).unwrap().gain, 2));
        let decimals = if seats == -1 { 2 } else { 1 };
        let gain = posts(best.lot(seats).unwrap().gain, decimals);
        let many = format!("{lot}\u{a0}place{}\u{a0}: {gain}", if seats == -1 { "" } else { "s" });
        assert!(row.contains(&one) && row.contains(&many), "{one}, {many} in {row}");
    }
}

#[test]
fn every_line_of_the_supply_has_the_value_of_one_of_its_sections() {
    let (_folder, session) = session();
    let gap = session.gap(None, &Unattended).unwrap();
    let values = session.values(None, &Unattended).unwrap();
    let supplies = gap
        .supplies
        .iter()
        .filter(|s| s.home && s.in_field.central > Milli::ZERO);
    for supply in supplies {
        let found = best(&values, supply);
        assert_eq!((&found.programme, found.route), (&supply.programme, supply.route));
        let sections = supply.origins.iter().any(|o| o.uai.is_some());
        assert_eq!(found.unit == Unit::Seat, sections, "{supply:?}");
    }
    for line in &values.lines {
        assert_eq!(
            values.find(&line.key()).map(|l| &l.lots),
            Some(&line.lots),
            "one key a line"
        );
    }
}

#[test]
fn the_first_section_tells_its_funnel_its_lots_its_years_and_opens_its_programme() {
    let (_folder, session) = session();
    let values = session.values(None, &Unattended).unwrap();
    let facts = session.facts().unwrap();
    let line = &values.lines[0];
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "training");
    harness.get_by_label_contains(&text(FR, "ui-training-seats")).click();
    settle(&mut harness);
    let first = rows(&harness)[0].clone();
    assert!(first.contains("Rang\u{a0}: 1"), "{first}");
    select(&mut harness, &first);
    let all = said(&harness);
    let says = |words: &str| assert!(all.iter().any(|said| said == words), "« {words} » is not in {all:#?}");
    let each = posts(line.each, 3);
    says(&format!("{}\u{a0}: {each}", text(FR, "ui-seat-each")));
    for lot in [12, 15, 24] {
        says(&format!(
            "+{lot}\u{a0}places\u{a0}: {}",
            posts(line.lot(lot).unwrap().gain, 2)
        ));
    }
    says(&format!(
        "{}\u{a0}: {}",
        line.first_leavers - 1,
        posts(Estimate::default(), 1)
    ));
    says(&format!(
        "{}\u{a0}: {}",
        line.first_leavers,
        posts(line.lot(12).unwrap().gain, 1)
    ));
    let where_to: Milli = line.receivers.iter().map(|r| r.posts).sum();
    assert!(where_to > Milli::ZERO);
    assert!(all.iter().any(|s| s.starts_with(&text(FR, "ui-list-sum"))), "{all:#?}");

    let programme = facts
        .catalogue
        .programmes
        .iter()
        .find(|p| p.id == line.programme)
        .unwrap();
    let name = format!("{} {}", programme.diploma.as_str(), programme.label.replace('\'', "’"));
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert!(harness.query_by_label(&text(FR, "ui-title-training")).is_none());
    assert!(said(&harness).contains(&name), "the sheet of {name}");
    harness.get_by_label(&text(FR, "ui-back")).click();
    settle(&mut harness);
    harness.get_by_label(&text(FR, "ui-title-training"));
}

#[test]
fn a_programme_is_found_by_its_name_and_its_sheet_adds_up() {
    let (_folder, session) = session();
    let gap = session.gap(None, &Unattended).unwrap();
    let facts = session.facts().unwrap();
    let home = || gap.supplies.iter().filter(|s| s.home);
    let id = &home().max_by_key(|s| s.in_field.central).unwrap().programme;
    let mine = || home().filter(|s| s.programme == *id);
    let in_field: Estimate = mine().map(|s| s.in_field).sum();
    let placed: Milli = mine().map(|s| s.placed).sum();
    let programme = facts.catalogue.programmes.iter().find(|p| p.id == *id).unwrap();
    let mut harness = demonstration(FR, Theme::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut harness);
    let name = format!("{} {}", programme.diploma.as_str(), programme.label);
    harness.get_by_label(&text(FR, "ui-find-hint")).type_text(&name);
    settle(&mut harness);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    for (key, value) in [
        ("in-field", in_field.central),
        ("placed", placed),
        ("not-placed", in_field.central - placed),
    ] {
        let told = figure(&harness, FR, key);
        assert!(
            told.contains(&format!(", {}, ", people(FR, value))),
            "{told}: {value:?}"
        );
    }
    let outlets: std::collections::BTreeSet<_> = mine().flat_map(|s| s.outlets.iter()).collect();
    harness
        .get_by_label(&format!("{} ({})", text(FR, "ui-column-outlets"), outlets.len()))
        .click();
    settle(&mut harness);
    let taken = gap.flows.iter().filter(|f| gap.supplies[f.supply].programme == *id);
    let taken: Milli = taken.map(|f| f.people).sum();
    assert_eq!(taken, placed, "flows and placed people are the same");
    assert_eq!(rows(&harness).len(), outlets.len());
    let in_field = figure(&harness, FR, "in-field");
    harness.get_by_label(&in_field).click();
    settle(&mut harness);
    harness.get_by_label(&text(FR, "ui-supply-formula"));
}

#[test]
fn those_who_can_take_posts_lead_to_their_programme() {
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "cells");
    let first = rows(&harness)[0].clone();
    select(&mut harness, &first);
    let leads = |n: &egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        node.role() == egui::Role::Link && node.label().is_some_and(|l| l.contains("scolaire"))
    };
    let link = harness
        .root()
        .children_recursive()
        .find(leads)
        .expect("people of a programme");
    let name = link.accesskit_node().label().unwrap();
    link.click_accesskit();
    settle(&mut harness);
    let shown = said(&harness);
    assert!(
        shown.iter().any(|s| s.len() > 4 && name.starts_with(s.as_str())),
        "{name} in {shown:#?}"
    );
    assert!(shown.iter().any(|s| s.starts_with(&text(FR, "ui-programme-flows"))));
}
