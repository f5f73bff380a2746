//! What explains a line: causes, who can take its posts, both lenses; on screen as the market computes them.

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::app::{NewTerritory, Session};
use releve::domain::cause::Coalition;
use releve::domain::id::FapCode;
use releve::domain::progress::Unattended;
use releve::i18n::{Lang, exact, range, text};
use releve::market::gap::{Grouping, RowKey};

use super::{Screen, demonstration, open, settle};

const FR: Lang = Lang::Fr;

/// The demonstration, opened beside the window: the same input gives the same figures.
pub(super) fn session() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demonstration.releve");
    let session = Session::create(&path, &NewTerritory::Demonstration).unwrap();
    (folder, session)
}

/// The occupation of most unfilled posts, and its name.
fn most_unfilled(session: &Session) -> (FapCode, String) {
    let gap = session.gap(None, &Unattended).unwrap();
    let rows = gap.rows(Grouping::Occupation, &session.facts().unwrap());
    let row = rows.into_iter().max_by_key(|r| r.figures.unfilled.central).unwrap();
    let RowKey::Occupation(fap) = row.key else {
        panic!("not an occupation: {:?}", row.key)
    };
    (fap, row.label.replace('\'', "’"))
}

/// Clicks the row of a table that begins with a name.
pub(super) fn select(harness: &mut Screen, name: &str) {
    let row = harness.root().children_recursive().find(|n| {
        let node = n.accesskit_node();
        node.role() == egui::Role::Row && node.label().is_some_and(|l| l.starts_with(name))
    });
    row.unwrap_or_else(|| panic!("no row « {name} »")).click();
    settle(harness);
}

/// Everything said on screen.
pub(super) fn said(harness: &Screen) -> Vec<String> {
    let words = |n: egui_kittest::Node<'_>| n.accesskit_node().label().or_else(|| n.accesskit_node().value());
    harness.root().children_recursive().filter_map(words).collect()
}

fn says(harness: &Screen, words: &str) {
    let all = said(harness);
    assert!(
        all.iter().any(|said| said == words),
        "« {words} » is not among {all:#?}"
    );
}

#[test]
fn a_line_says_why_it_lacks_people_and_who_could_come_as_the_market_does() {
    let (_folder, session) = session();
    let (facts, progress) = (session.facts().unwrap(), &Unattended);
    let (fap, name) = most_unfilled(&session);
    let key = RowKey::Occupation(fap);
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "occupations");
    select(&mut harness, &name);

    let values = session.causes(None, progress).unwrap().row(&key, &facts);
    let found = values.breakdown();
    assert!(found.unfilled.0 > 100_000, "shown in whole posts");
    let mut shown = 0;
    for (share, posts) in found.shares.iter().zip(found.whole_posts()) {
        let label = text(FR, &format!("market-part-{}", share.cause.as_str()));
        let posts = releve::domain::units::Milli::whole(posts);
        let posts = releve::domain::units::Range::new(share.least, posts, share.most);
        if posts.central.0 != 0 {
            says(&harness, &format!("{label}\u{a0}: {}", range(FR, posts)));
            shown += 1;
        }
    }
    assert!(shown > 1, "several causes");
    let unfilled = releve::i18n::people(FR, values.unfilled(Coalition::NONE));
    says(&harness, &format!("{}\u{a0}: {unfilled}", text(FR, "ui-causes-total")));

    let shortages = session.shortages(None, progress).unwrap();
    let shortage = shortages.of(&key, &facts).unwrap().unwrap();
    says(&harness, &shortage.sentence.text(FR).replace('\'', "’"));
    let all = said(&harness).join("\n");
    for sum in [shortage.posts, shortage.people] {
        assert!(
            all.contains(&format!("Somme\u{a0}: {}", exact(FR, sum))),
            "{sum:?} in {all}"
        );
    }
    let first = shortage.nodes.iter().max_by_key(|n| n.people).unwrap();
    assert!(
        all.contains(&first.programme_label.replace('\'', "’")),
        "{first:?} in {all}"
    );

    let expected = session.expected(None, progress).unwrap();
    let friction = expected.rows(Grouping::Occupation, &facts)[&key].friction();
    let told = format!("= {} postes", exact(FR, friction.central));
    assert!(all.contains(&told), "« {told} » in {all}");
}

#[test]
fn a_part_once_folded_stays_folded_from_line_to_line() {
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "basins");
    let rows: Vec<String> = said_rows(&harness);
    select(&mut harness, &rows[0]);
    let sum = text(FR, "ui-list-sum");
    let lists = |h: &Screen| said(h).iter().filter(|s| s.starts_with(&sum)).count();
    assert!(lists(&harness) > 0, "both lists are shown");
    harness.get_by_label(&text(FR, "ui-why-hall")).click_accesskit();
    settle(&mut harness);
    assert_eq!(lists(&harness), 0);
    select(&mut harness, &rows[1]);
    assert_eq!(lists(&harness), 0);
    harness.get_by_label(&text(FR, "ui-why-hall")).click_accesskit();
    settle(&mut harness);
    assert!(lists(&harness) > 0);
}

fn said_rows(harness: &Screen) -> Vec<String> {
    let rows = harness.root().children_recursive();
    rows.filter(|n| n.accesskit_node().role() == egui::Role::Row)
        .filter_map(|n| n.accesskit_node().label())
        .collect()
}

#[test]
fn a_sheet_has_the_causes_of_its_scope() {
    let (_folder, session) = session();
    let (fap, name) = most_unfilled(&session);
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "occupations");
    select(&mut harness, &name);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    harness.get_by_label(&text(FR, "ui-sheet-causes")).click();
    settle(&mut harness);
    let causes = session.causes(None, &Unattended).unwrap();
    let values = causes.row(&RowKey::Occupation(fap), &session.facts().unwrap());
    let unfilled = releve::i18n::people(FR, values.breakdown().unfilled);
    says(&harness, &format!("{}\u{a0}: {unfilled}", text(FR, "ui-causes-total")));
}
