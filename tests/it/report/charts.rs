//! A chart as it leaves the program: the drawing, the image and the data say the figures of its description.

use releve::domain::units::Range;
use releve::i18n::{Lang, Message};
use releve::report::chart::{Bar, Chart, ChartKind, Curve, Digits, Dot, Quadrant, Role, Step, Swing};
use releve::report::document::Footer;
use releve::report::{csv, figure, png, tsv};

fn chart(kind: ChartKind, digits: Digits) -> Chart {
    Chart {
        id: "essai",
        title: Message::new("report-chart-unfilled").with("n", 2_i64),
        alt: Message::new("report-chart-balance-alt").with("list", "Soudeurs 12"),
        unit: Message::new("report-unit-posts"),
        digits,
        kind,
        footer: Footer {
            source: Message::new("report-source-own"),
            field: Message::new("report-chart-field")
                .with("territory", "Ardennes & Marne")
                .with("year", "2024")
                .with("revision", 7_i64),
            reading: None,
            remark: None,
        },
        mark: Some(Message::new("simulated")),
    }
}

fn bars() -> ChartKind {
    let bar = |label: &str, low, central, high| Bar {
        label: label.to_owned(),
        value: Range::new(low, central, high),
    };
    ChartKind::Bars(
        vec![
            bar("Soudeurs <fer>", 900.0, 1234.0, 1500.0),
            bar("Régleurs", 4.0, 5.0, 6.0),
        ],
        Role::Unmet,
    )
}

/// One chart of each kind.
fn each_kind() -> Vec<Chart> {
    let whole = Digits::Number(0);
    let step = |from: f64, to: f64| Step::between(Message::new("report-key-need"), from, to, Role::Whole);
    let swing = |label: &str, changes| Swing {
        label: label.to_owned(),
        ends: ["55,0 %".to_owned(), "75,0 %".to_owned()],
        changes,
    };
    let dot = |label: &str, x, y, size| Dot {
        label: label.to_owned(),
        x,
        y,
        size,
        part: 0,
    };
    let ChartKind::Bars(both, _) = bars() else {
        panic!("bars")
    };
    let quadrant = Quadrant {
        x: Message::new("report-column-from"),
        y: Message::new("report-column-to"),
        size: Message::new("report-column-people"),
        means: (0.4, 0.5),
        parts: [1, 2, 3, 4].map(|n: i64| Message::new("report-chart-unfilled").with("n", n)),
        dots: vec![dot("Usinage", 0.42, 0.655, 60.0), dot("Mode", 0.2, 0.31, 25.0)],
    };
    vec![
        chart(bars(), whole),
        chart(ChartKind::Diverging(both), whole),
        chart(ChartKind::Waterfall(vec![step(0.0, 10.4), step(10.4, 3.6)]), whole),
        chart(ChartKind::Tornado(vec![swing("Remplissage", [-310.0, 280.0])]), whole),
        trend(),
        chart(ChartKind::Quadrant(Box::new(quadrant)), Digits::Percent),
    ]
}

/// Two lines over three years.
fn trend() -> Chart {
    let curve = |key: &'static str, role, centre: f64| Curve {
        label: Message::new(key),
        role,
        points: (2027..=2029)
            .map(|year| (year, Range::new(80.0, centre, 120.0)))
            .collect(),
    };
    let curves = vec![
        curve("report-key-need", Role::Whole, 100.0),
        curve("report-word-source", Role::Met, 90.0),
    ];
    chart(ChartKind::Trend(curves), Digits::Number(0))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn the_drawing_says_every_mark_its_title_its_sources_and_that_it_is_simulated() {
    for chart in each_kind() {
        for lang in Lang::ALL {
            let svg = figure(lang, &chart);
            let says = |words: &str| assert!(svg.contains(&escaped(words)), "« {words} » is not in {svg}");
            for item in chart.items(lang) {
                says(&format!("{}\u{a0}: {}", item.label, item.words));
            }
            for said in [&Message::new("simulated"), &chart.footer.field, &chart.alt] {
                says(&said.text(lang));
            }
            assert_eq!(svg, figure(lang, &chart), "equal charts give equal drawings");
        }
    }
}

#[test]
fn bars_are_as_long_as_their_figures() {
    let value = |central| Bar {
        label: "x".to_owned(),
        value: Range::exact(central),
    };
    let svg = figure(
        Lang::Fr,
        &chart(
            ChartKind::Bars(vec![value(100.0), value(50.0)], Role::Met),
            Digits::Number(0),
        ),
    );
    let widths: Vec<f64> = svg
        .match_indices(r#"height="14" "#)
        .map(|(at, _)| {
            let before = &svg[..at];
            let start = before.rfind("width=\"").unwrap() + 7;
            before[start..].trim_end().trim_end_matches('"').parse().unwrap()
        })
        .collect();
    assert_eq!(widths.len(), 2);
    assert!((widths[0] - 2.0 * widths[1]).abs() < 0.11, "{widths:?}");
}

/// Width and height of a PNG, from its first chunk.
fn size(image: &[u8]) -> (u32, u32) {
    assert_eq!(&image[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(image[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn the_image_is_twice_the_drawing_and_the_same_each_time() {
    for chart in each_kind() {
        let image = png(Lang::Fr, &chart).unwrap();
        let (width, height) = size(&image);
        assert_eq!(width, 2 * 720, "{}", chart.id);
        let svg = figure(Lang::Fr, &chart);
        let start = svg.find("height=\"").unwrap() + 8;
        let drawn: f64 = svg[start..].split('"').next().unwrap().parse().unwrap();
        assert!(
            (f64::from(height) - 2.0 * drawn).abs() <= 2.0,
            "{height} against {drawn}"
        );
        assert_eq!(image, png(Lang::Fr, &chart).unwrap());
        let mut other = chart.clone();
        other.title = Message::new("report-chart-balance");
        assert_ne!(image, png(Lang::Fr, &other).unwrap(), "words are drawn");
    }
}

#[test]
fn the_data_are_the_figures_with_their_ends() {
    let chart = chart(bars(), Digits::Number(0));
    let french = String::from_utf8(csv(Lang::Fr, &chart.table()).unwrap()).unwrap();
    let lines: Vec<&str> = french.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[1], "Soudeurs <fer>;900;1234;1500");
    assert_eq!(lines.len(), 3);
    let tabs = tsv(Lang::En, &chart.table()).unwrap();
    assert_eq!(tabs.lines().nth(2), Some("Régleurs\t4\t5\t6"));
}

#[test]
fn shares_are_told_in_percent_in_the_data_too() {
    let quadrant = each_kind().pop().unwrap();
    let words = &quadrant.items(Lang::Fr)[0].words;
    assert!(
        words.contains("42,0\u{a0}%") && words.contains("65,5\u{a0}%") && words.contains("60"),
        "{words}"
    );
    let data = tsv(Lang::Fr, &quadrant.table()).unwrap();
    let line = data.lines().nth(1).unwrap();
    assert!(line.starts_with("Usinage\t42\t65,5\t60\t"), "{line}");
}

#[test]
fn lines_over_the_years_have_a_column_each_and_say_both_figures_of_a_year() {
    let chart = trend();
    let data = tsv(Lang::Fr, &chart.table()).unwrap();
    assert_eq!(data.lines().nth(1), Some("2027\t80\t100\t120\t80\t90\t120"));
    assert_eq!(data.lines().count(), 4);
    let words = &chart.items(Lang::Fr)[2];
    assert_eq!(words.label, "2029");
    assert!(
        words.words.contains("100\u{a0}(80–120)") && words.words.contains("90\u{a0}(80–120)"),
        "{words:?}"
    );
    // By hand, between 80 at the foot (300) and 120 at the top (34): 90 stands at 300 − 10 / 40 × 266 = 233.5.
    let svg = figure(Lang::Fr, &chart);
    assert!(svg.contains("56.0,233.5 "), "{svg}");
}
