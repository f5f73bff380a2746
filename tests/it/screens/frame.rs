//! What stands around every screen: it stays within reach in small windows and in large ones.

use egui::{Rect, Vec2, pos2};
use egui_kittest::kittest::Queryable as _;
use releve::app::settings::Theme;
use releve::i18n::{Lang, text};

use super::{Screen, demonstration, figure, open, settle};

/// The rectangle of a control.
fn place(harness: &Screen, name: &str) -> Rect {
    harness.get_all_by_label(name).next().unwrap().rect()
}

#[test]
fn every_control_of_the_frame_is_inside_the_window_whatever_its_size() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    for size in [
        Vec2::new(1024.0, 600.0),
        Vec2::new(1280.0, 800.0),
        Vec2::new(3840.0, 2160.0),
    ] {
        harness.set_size(size);
        settle(&mut harness);
        let window = Rect::from_min_size(pos2(0.0, 0.0), size);
        for screen in [
            "dashboard",
            "basins",
            "cells",
            "training",
            "assumptions",
            "sources",
            "export",
        ] {
            open(&mut harness, Lang::Fr, screen);
            let entries = [
                "dashboard",
                "basins",
                "occupations",
                "cells",
                "training",
                "journal",
                "import",
                "export",
            ];
            for entry in entries {
                let name = text(Lang::Fr, &format!("ui-nav-{entry}"));
                assert!(window.contains_rect(place(&harness, &name)), "{size} {screen}: {name}");
            }
            let title = text(Lang::Fr, &format!("ui-title-{screen}"));
            let title = place(&harness, &title);
            assert!(
                window.contains_rect(title) && title.height() > 8.0,
                "{size} {screen}: {title}"
            );
        }
    }
}

#[test]
fn the_title_and_the_mark_of_simulated_figures_are_whole_beside_an_open_detail() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    harness.set_size(Vec2::new(1000.0, 700.0));
    settle(&mut harness);
    let question = text(Lang::Fr, "ui-title-dashboard");
    let whole = place(&harness, &question).width();
    let unfilled = figure(&harness, Lang::Fr, "unfilled");
    harness.get_by_label(&unfilled).click();
    settle(&mut harness);
    harness.get_by_label(&text(Lang::Fr, "ui-detail-inputs"));
    let words = text(Lang::Fr, "simulated");
    let mark = harness.get_all_by_label_contains(&words).next().unwrap();
    let title = place(&harness, &question);
    assert!((title.width() - whole).abs() < 1.0, "{title:?} {whole}");
    assert!(!mark.rect().intersects(title), "{:?} {title:?}", mark.rect());
}
