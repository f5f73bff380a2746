//! Charts of the window: what leaves it is what it shows; a section is told from its seats to the people available.

use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::Queryable as _;
use releve::app::settings::Theme;
use releve::domain::progress::Unattended;
use releve::domain::units::Milli;
use releve::i18n::{Lang, Message, decimal, text};
use releve::market::funnel::{Stage, section_funnel};

use super::why::{said, select, session};
use super::{Screen, demonstration, open, settle};

const FR: Lang = Lang::Fr;

/// Opens the menu of a chart and clicks one of its entries.
fn choose(harness: &mut Screen, chart: &str, entry: &str) {
    let name = Message::new("ui-chart-menu").with("chart", chart).text(FR);
    harness.get_by_label(&name).click();
    harness.run();
    harness.get_by_label(&text(FR, entry)).click();
}

fn causes() -> String {
    Message::new("ui-chart-causes")
        .with("sharing", text(FR, "ui-sharing-mean"))
        .text(FR)
}

/// Words copied by the next frames.
fn copied(harness: &mut Screen) -> Option<String> {
    (0..4).find_map(|_| {
        harness.step();
        let mut commands = harness.output().platform_output.commands.iter();
        commands.find_map(|c| match c {
            OutputCommand::CopyText(words) => Some(words.clone()),
            _ => None,
        })
    })
}

#[test]
fn a_saved_chart_says_the_figures_on_screen() {
    let mut harness = demonstration(FR, Theme::Light);
    let folder = tempfile::tempdir().unwrap();
    for (format, file) in [("svg", "écarts.svg"), ("csv", "écarts"), ("png", "écarts.png")] {
        choose(&mut harness, &causes(), &format!("ui-chart-{format}"));
        harness.run();
        let path = folder.path().join(file);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.run();
        harness
            .get_by_label(&text(FR, "ui-chart-file"))
            .type_text(&path.display().to_string());
        harness.run();
        harness.get_by_label(&text(FR, "ui-chart-save")).click();
        settle(&mut harness);
    }
    let svg = std::fs::read_to_string(folder.path().join("écarts.svg")).unwrap();
    let csv = std::fs::read_to_string(folder.path().join("écarts.csv")).unwrap();
    let shown = said(&harness);
    let steps = [
        "ui-column-need",
        "ui-column-filled",
        "market-part-distance",
        "market-part-no-training",
    ];
    for step in steps {
        let start = format!("{}\u{a0}: ", text(FR, step));
        let step = shown
            .iter()
            .find(|said| said.starts_with(&start))
            .unwrap_or_else(|| panic!("{start}"));
        assert!(svg.contains(step), "« {step} » is not in the drawing");
        let figure = step[start.len()..].replace('\u{202f}', "").replace('\u{2212}', "-");
        let line = csv
            .lines()
            .find(|l| l.starts_with(start.trim_end_matches("\u{a0}: ")))
            .unwrap();
        let value: f64 = line.split(';').nth(1).unwrap().replace(',', ".").parse().unwrap();
        assert_eq!(
            decimal(FR, value, 0).replace('\u{202f}', "").replace('\u{2212}', "-"),
            figure,
            "{line}"
        );
    }
    assert!(svg.contains(&text(FR, "simulated")));
    let png = std::fs::read(folder.path().join("écarts.png")).unwrap();
    assert_eq!(&png[1..4], b"PNG");
}

#[test]
fn the_domains_are_copied_with_the_figures_on_screen_and_their_ends() {
    let (_folder, session) = session();
    let gap = session.gap(None, &Unattended).unwrap();
    let facts = session.facts().unwrap();
    let mut harness = demonstration(FR, Theme::Light);
    choose(&mut harness, &text(FR, "ui-dashboard-domains"), "ui-chart-copy");
    let words = copied(&mut harness).expect("something copied");
    let rows = gap.rows(releve::market::gap::Grouping::Domain, &facts);
    for row in rows.iter().filter(|r| r.figures.need.high > Milli::ZERO) {
        let label = row.label.replace('\'', "’");
        let line = words.lines().find(|l| l.starts_with(&format!("{label}\t"))).unwrap();
        let ends: Vec<f64> = line
            .split('\t')
            .skip(1)
            .map(|n| n.replace(',', ".").parse().unwrap())
            .collect();
        let (s, n) = (row.figures.supply, row.figures.need);
        let expected = [s.low - n.high, s.central - n.central, s.high - n.low].map(Milli::people);
        for (got, want) in ends.iter().zip(expected) {
            assert!((got - want).abs() < 0.0006, "{line}: {want}");
        }
    }
}

#[test]
fn a_section_is_told_from_its_seats_to_the_people_available() {
    let (_folder, session) = session();
    let gap = session.gap(None, &Unattended).unwrap();
    let values = session.values(None, &Unattended).unwrap();
    let line = &values.lines[0];
    let uai = line.uai.as_ref().unwrap();
    let stages = section_funnel(&gap, uai, &line.programme, line.route);
    let nodes = gap
        .supplies
        .iter()
        .filter(|s| s.programme == line.programme && s.route == line.route);
    let origins = nodes.flat_map(|s| &s.origins).filter(|o| o.uai.as_ref() == Some(uai));
    let (mut leavers, mut in_field) = (0.0, 0.0);
    for origin in origins {
        leavers += origin.leavers.central.people();
        in_field += origin.in_field.central.people();
    }
    let stage = |wanted| stages.iter().find(|(stage, _)| *stage == wanted).unwrap().1;
    assert!((stage(Stage::Leavers).central - leavers).abs() < 0.002, "{stages:?}");
    assert!((stage(Stage::InField).central - in_field).abs() < 0.002, "{stages:?}");
    assert_eq!(stages[0].1.central, f64::from(line.seats.unwrap()));
    assert!(
        stages.windows(2).all(|pair| pair[1].1.central <= pair[0].1.central),
        "{stages:?}"
    );

    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "training");
    harness.get_by_label_contains(&text(FR, "ui-training-seats")).click();
    settle(&mut harness);
    let first = line.establishment.clone().unwrap().replace('\'', "’");
    select(&mut harness, &first);
    let all = said(&harness);
    let available = stage(Stage::InField);
    let start = format!(
        "{}\u{a0}: {}",
        text(FR, "report-step-in-field"),
        decimal(FR, available.central, 1)
    );
    assert!(
        all.iter().any(|said| said.starts_with(&start)),
        "« {start} » is not in {all:#?}"
    );
}
