//! The needs: one line a basin, an occupation or a cell, whose sums are those of the gap, and how a need is made.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::app::{NewTerritory, Session};
use releve::domain::demand::Commitment;
use releve::domain::progress::Unattended;
use releve::i18n::{Lang, text};
use releve::market::commitments::declared;
use releve::market::gap::{Grouping, RowKey};

use super::{demonstration, open, settle, window_on};

#[test]
fn posts_by_commitment_add_up_to_those_declared_on_every_line() {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::create(&folder.path().join("t.releve"), &NewTerritory::Demonstration).unwrap();
    let facts = session.facts().unwrap();
    let gap = session.gap(None, &Unattended).unwrap();
    let told = declared(&gap, &facts);
    let mut kinds = [0; 3];
    for grouping in [Grouping::Basin, Grouping::Occupation, Grouping::Cell] {
        let mut posts = 0;
        for row in gap.rows(grouping, &facts) {
            let of = told.get(&row.key).copied().unwrap_or_default();
            let parts = Commitment::ALL.map(|commitment| of.of(commitment));
            for (kind, part) in kinds.iter_mut().zip(parts) {
                *kind += part;
            }
            let sum = i64::try_from(parts.iter().sum::<u64>()).unwrap();
            assert_eq!(row.figures.declared.0, sum * 1000, "{:?}", row.key);
            posts += sum;
        }
        assert!(posts > 0, "the demonstration declares needs");
    }
    assert!(kinds.iter().filter(|posts| **posts > 0).count() > 1, "{kinds:?}");
    assert!(!told.contains_key(&RowKey::Total));
}

#[test]
fn needs_are_grouped_and_a_line_tells_how_its_need_is_made() {
    for lang in Lang::ALL {
        let mut harness = demonstration(lang, Theme::Light);
        open(&mut harness, lang, "needs");
        harness.get_by_label_contains(&text(lang, "ui-needs-formula"));
        for by in ["occupation", "cell", "basin"] {
            harness.get_by_label(&text(lang, &format!("ui-needs-by-{by}"))).click();
            settle(&mut harness);
        }
        let row = harness
            .get_all_by_label_contains("Rouen, ")
            .find(|n| n.accesskit_node().role() == egui::Role::Row)
            .unwrap();
        row.click();
        settle(&mut harness);
        harness.get_by_label(&text(lang, "ui-detail-inputs"));
        let formulas = harness.get_all_by_label_contains("β").count();
        assert!(formulas > 1, "the formula beside that of the screen");
    }
}

#[test]
fn the_difficult_share_has_its_range_and_a_territory_without_needs_says_what_to_import() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    open(&mut harness, Lang::Fr, "needs");
    let row = harness
        .get_all_by_label_contains("Rouen, ")
        .find(|n| n.accesskit_node().role() == egui::Role::Row)
        .unwrap();
    let told = row.accesskit_node().label().unwrap();
    let share = told.split("Part difficile\u{a0}: ").nth(1).unwrap();
    let (centre, ends) = share.split_once("\u{a0}(").unwrap();
    assert!(centre.ends_with("\u{a0}%") && ends.contains('–'), "{told}");

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vide.releve");
    let regions = NewTerritory::Regions {
        name: None,
        regions: vec!["28".parse().unwrap()],
    };
    drop(Session::create(&path, &regions).unwrap());
    let mut harness = window_on(Lang::Fr, path);
    open(&mut harness, Lang::Fr, "needs");
    harness.get_by_label(&text(Lang::Fr, "ui-needs-empty"));
    harness.get_by_label(&text(Lang::Fr, "ui-import-choose")).click();
    settle(&mut harness);
    harness.get_by_label(&text(Lang::Fr, "ui-title-import"));
}
