//! Money on screen: rows written by forms, ranks and purchases with the figures of the market, everything undone.

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::domain::assumption::{Assumption, AssumptionKey};
use releve::domain::funding::Pays;
use releve::domain::progress::Unattended;
use releve::domain::units::Range;
use releve::i18n::{Lang, decimal, text};
use releve::market::funding::PurchaseRequest;

use super::plan::{fill, is_said, press, undo};
use super::why::session;
use super::{Screen, demonstration, open, rows, settle, window_on};

const FR: Lang = Lang::Fr;

fn part(harness: &mut Screen, lang: Lang, key: &str) {
    let words = text(lang, &format!("ui-funding-part-{key}"));
    let segment = harness
        .get_all_by_label(&words)
        .find(|n| n.accesskit_node().role() == egui::Role::RadioButton);
    segment.unwrap().click();
    settle(harness);
}

fn field(harness: &mut Screen, key: &str, words: &str) {
    fill(harness, &text(FR, &format!("ui-funding-field-{key}")), words);
}

#[test]
fn an_envelope_is_written_by_its_form_and_taken_back() {
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "funding");
    assert!(is_said(&harness, &text(FR, "ui-funding-empty-envelopes")));
    press(&mut harness, FR, "ui-funding-add-envelopes");
    field(&mut harness, "name", "Carte");
    press(&mut harness, FR, "ui-funding-write");
    assert!(
        is_said(&harness, &text(FR, "app-funding-euros")),
        "the amount is missing"
    );
    field(&mut harness, "euros", "1 500 000 €");
    press(&mut harness, FR, "ui-funding-write");
    let found = rows(&harness);
    assert!(
        found
            .iter()
            .any(|row| row.contains("Carte") && row.contains("1\u{202f}500\u{202f}000")),
        "{found:?}"
    );
    undo(&mut harness);
    assert!(rows(&harness).is_empty());
    assert!(is_said(&harness, &text(FR, "ui-funding-empty-envelopes")));
}

#[test]
fn aids_are_pasted_whole_and_a_contradiction_is_told_in_the_form() {
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "funding");
    part(&mut harness, FR, "aids");
    let table =
        "name\tfrom\tto\tlevel_from\tlevel_to\teuros\nUne\t2027-01-01\t\t3\t4\t5000\nAutre\t2027-01-01\t\t5\t6\t2000\n";
    harness.event(egui::Event::Paste(table.to_owned()));
    settle(&mut harness);
    assert_eq!(rows(&harness).len(), 2, "{:?}", rows(&harness));
    press(&mut harness, FR, "ui-funding-add-aids");
    for (key, words) in [("name", "Une"), ("level-from", "4"), ("level-to", "4"), ("euros", "1")] {
        field(&mut harness, key, words);
    }
    press(&mut harness, FR, "ui-funding-write");
    assert!(is_said(&harness, "a déjà une ligne de même portée"));
    assert_eq!(rows(&harness).len(), 2);
    undo(&mut harness);
    assert!(rows(&harness).is_empty());
}

#[test]
fn ranks_and_purchases_are_those_of_the_market() {
    let (_folder, session) = session();
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "funding");
    part(&mut harness, FR, "ranking");
    assert!(is_said(&harness, &text(FR, "ui-funding-no-cost")), "nobody told a cost");
    let ranking = session.ranking(None, &Unattended).unwrap();
    let first = &ranking.lines[0];
    let shown = rows(&harness);
    assert!(shown[0].contains(first.diploma.as_str()), "{}", shown[0]);
    part(&mut harness, FR, "wasted");
    let waste = session.wasted(None, &Unattended).unwrap();
    assert!(is_said(
        &harness,
        &format!("{} sections pourraient être retirées", waste.together().0)
    ));
    part(&mut harness, FR, "buys");
    press(&mut harness, FR, "ui-funding-buy");
    let request = PurchaseRequest {
        base: None,
        euros: 1_000_000,
        pays: Pays::All,
        lot: 15,
        workshop: 48,
    };
    let bought = session.buys(&request, &Unattended).unwrap();
    assert!(bought.lots.is_empty());
    assert!(is_said(&harness, "Aucun lot acheté"));
    part(&mut harness, FR, "scenarios");
    assert!(is_said(&harness, &text(FR, "ui-funding-no-scenario")));
    harness.key_press(Key::Escape);
    harness.run();
}

#[test]
fn euros_on_screen_are_those_of_the_file() {
    let (folder, session) = session();
    let cost = Assumption {
        key: AssumptionKey::SeatCost,
        scope: String::new(),
        value: Range::new(8_000.0, 10_000.0, 12_000.0),
        source: "essai".to_owned(),
        edited: true,
    };
    session.set_assumption(&cost).unwrap();
    let request = PurchaseRequest {
        base: None,
        euros: 1_000_000,
        pays: Pays::All,
        lot: 15,
        workshop: 48,
    };
    let bought = session.buys(&request, &Unattended).unwrap();
    let ranking = session.ranking(None, &Unattended).unwrap();
    drop(session);
    let mut harness = window_on(FR, folder.path().join("demonstration.releve"));
    settle(&mut harness);
    open(&mut harness, FR, "funding");
    part(&mut harness, FR, "ranking");
    let shown = rows(&harness);
    let euros = decimal(FR, ranking.lines[0].euros_per_post.unwrap().central, 0);
    assert!(shown[0].contains(&euros), "{euros}: {}", shown[0]);
    part(&mut harness, FR, "buys");
    press(&mut harness, FR, "ui-funding-buy");
    let shown = rows(&harness);
    assert_eq!(shown.len(), bought.lots.len());
    let last = decimal(FR, bought.spent(), 0);
    assert!(shown.last().unwrap().contains(&last), "{last}: {shown:?}");
    let posts = decimal(FR, bought.posts().central.people(), 1);
    assert!(shown.last().unwrap().contains(&posts), "{posts}: {shown:?}");
    press(&mut harness, FR, "ui-funding-shown-curve");
    assert!(rows(&harness).is_empty(), "the curve stands in place of the lots");
}
