//! Indicators on screen: columns of the supply, the quadrant with its warning, the sheet of a programme and its explanation.

use egui::Key as Keyboard;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::i18n::{Lang, decimal, percent, text};
use releve::market::indicators::{Indicators, Kind, Line, Part, Place};

use super::why::{said, select, session};
use super::{Screen, demonstration, open, rows, settle};

const FR: Lang = Lang::Fr;

fn indicators() -> Indicators {
    let (_folder, session) = session();
    releve::market::indicators(&session.facts().unwrap())
}

fn name(line: &Line) -> String {
    format!("{} {}", line.diploma.as_str(), line.label.replace('\'', "’"))
}

fn quadrant() -> Screen {
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "training");
    harness.get_by_label(&text(FR, "ui-training-quadrant")).click();
    settle(&mut harness);
    harness
}

#[test]
fn the_quadrant_places_each_programme_as_the_market_does_and_says_its_warning() {
    let found = indicators();
    let harness = quadrant();
    harness.get_by_label(&text(FR, "market-quadrant-warning"));
    let first = &found.means[0];
    let here = |line: &&Line| {
        line.key.uai.is_none()
            && (&line.key.region, line.level, line.key.route) == (&first.region, first.level, first.route)
    };
    let rows = rows(&harness);
    let mut left_out = 0;
    for line in found.lines.iter().filter(here) {
        let Place::At(part) = found.place(line) else {
            left_out += 1;
            assert!(!rows.iter().any(|row| row.starts_with(&name(line))), "{}", name(line));
            continue;
        };
        let rate = |kind| percent(FR, line.rates.get(kind).unwrap().value.unwrap().central);
        let row = rows
            .iter()
            .find(|row| row.starts_with(&name(line)))
            .unwrap_or_else(|| panic!("{}", name(line)));
        let told = [
            part.as_str().to_uppercase(),
            rate(Kind::FurtherStudy),
            rate(Kind::Employment),
        ];
        assert!(told.iter().all(|words| row.contains(words)), "{told:?} in {row}");
    }
    assert!(left_out > 0, "the demonstration has small headcounts");
    let count = format!("{} formations sans position", decimal(FR, f64::from(left_out), 0));
    assert!(said(&harness).iter().any(|said| said.starts_with(&count)), "{count}");
}

#[test]
fn arrows_read_the_bubbles_and_enter_opens_the_programme() {
    let found = indicators();
    let mut harness = quadrant();
    let first = &found.means[0];
    let placed = |line: &&Line| {
        line.key.uai.is_none()
            && (line.level, line.key.route) == (first.level, first.route)
            && matches!(found.place(line), Place::At(_))
    };
    let lines: Vec<&Line> = found.lines.iter().filter(placed).collect();
    let image = harness
        .root()
        .children_recursive()
        .find(|n| n.accesskit_node().role() == egui::Role::Image)
        .expect("the chart");
    image.focus();
    harness.run();
    harness.key_press(Keyboard::ArrowRight);
    harness.run();
    let Place::At(part) = found.place(lines[1]) else {
        panic!("placed")
    };
    let part = Part::ALL.iter().position(|p| *p == part).unwrap() + 1;
    let spoken = said(&harness)
        .into_iter()
        .filter_map(|s| s.split("% ").last().map(str::to_owned));
    let all: Vec<String> = spoken.collect();
    let words = format!("{}\u{a0}: ", name(lines[1]));
    assert!(
        all.iter()
            .any(|said| said.contains(&words) && said.contains(&format!("Q{part}"))),
        "{words} in {all:#?}"
    );
    harness.key_press(Keyboard::Enter);
    settle(&mut harness);
    harness.get_by_label_contains(&text(FR, "ui-programme-indicators"));
    assert!(
        harness.query_all_by_label(&name(lines[1])).count() > 0,
        "the sheet of {}",
        name(lines[1])
    );
}

#[test]
fn the_sheet_of_a_programme_opens_each_indicator_with_its_formula_and_rows() {
    let found = indicators();
    let mut harness = quadrant();
    let row = rows(&harness)[0].clone();
    let line = found
        .lines
        .iter()
        .find(|l| l.key.uai.is_none() && row.starts_with(&name(l)))
        .unwrap();
    select(&mut harness, &name(line));
    let all = said(&harness);
    let says = |words: &str| assert!(all.iter().any(|said| said == words), "« {words} » is not in {all:#?}");
    for (kind, rate) in line.rates.iter() {
        says(&text(FR, &format!("ui-rate-{}-help", kind.as_str())));
        says(&decimal(FR, rate.denominator.unwrap(), 0));
    }
    let further = line.rates.get(Kind::FurtherStudy).unwrap().value.unwrap();
    says(&percent(FR, further.central));
    // Then its sheet, where its sections stand under it.
    harness.get_by_label_contains(&text(FR, "ui-detail-sheet")).click();
    settle(&mut harness);
    let mine = found.lines.iter().filter(|l| l.key.programme == line.key.programme);
    let tab = format!("{} ({})", text(FR, "ui-programme-indicators"), mine.count());
    harness.get_by_label(&tab).click();
    settle(&mut harness);
    let all = rows(&harness);
    let whole = all
        .iter()
        .find(|row| row.starts_with("Ensemble"))
        .expect("the programme in its region");
    assert!(whole.contains(&percent(FR, further.central)), "{whole}");
}
