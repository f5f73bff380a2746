//! Reviews of outlets in a session: named deeds, exact undo, tables read back, refusals.

use std::sync::Arc;

use releve::app::{AppError, Fault, NewTerritory, Session, read_reviews, reviews_csv};
use releve::domain::progress::Unattended;
use releve::domain::review::{OutletKey, ReviewEdit, ReviewStatus, find};
use releve::domain::units::Milli;
use releve::i18n::Lang;
use releve::market::crosswalk::{Crosswalk, Effects, OutletLine, OutletRefusal};
use tempfile::TempDir;

fn demonstration() -> (TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::create(&folder.path().join("d.releve"), &NewTerritory::Demonstration).unwrap();
    (folder, session)
}

fn lines(session: &Session) -> Arc<Crosswalk> {
    session.crosswalk(None, &Unattended).unwrap()
}

fn effects(session: &Session) -> Arc<Effects> {
    session.outlet_effects(None, &Unattended).unwrap()
}

/// The line whose absence would leave most posts unfilled.
fn heaviest(session: &Session) -> OutletLine {
    let effects = effects(session);
    let lines = lines(session);
    let found = lines.lines.iter().max_by_key(|line| effects.of(&line.outlet).central);
    found.unwrap().clone()
}

fn filled(session: &Session) -> i64 {
    session.gap(None, &Unattended).unwrap().proofs[0].filled.0
}

fn table(session: &Session) -> String {
    reviews_csv(&session.facts().unwrap(), &lines(session), &effects(session)).unwrap()
}

fn read(session: &Session, table: &str) -> releve::app::ReadReviews {
    read_reviews(&session.facts().unwrap(), &lines(session), "revue.csv", table)
}

#[test]
fn setting_an_outlet_aside_moves_the_gap_by_its_effect_and_undo_brings_it_back_exactly() {
    let (_folder, session) = demonstration();
    let heaviest = heaviest(&session);
    let effect = effects(&session).of(&heaviest.outlet);
    assert!(effect.central > Milli::ZERO && effect.low <= effect.central && effect.central <= effect.high);
    let before = format!("{:?}", session.gap(None, &Unattended).unwrap().cells);
    let full = filled(&session);
    session
        .edit_outlets(std::slice::from_ref(&heaviest.outlet), &ReviewEdit::SetAside)
        .unwrap();
    assert_eq!(filled(&session), full - effect.central.0);
    assert_eq!(
        effects(&session).of(&heaviest.outlet),
        effect,
        "what it would bring back"
    );
    let told = session.state().undo.unwrap().text(Lang::Fr);
    assert!(
        told.starts_with("Débouché écarté\u{a0}: ") && told.contains(" → "),
        "{told}"
    );
    session.undo().unwrap();
    assert_eq!(filled(&session), full);
    // Revisions aside, every cell is as it was.
    assert_eq!(format!("{:?}", session.gap(None, &Unattended).unwrap().cells), before);
    session.redo().unwrap();
    assert_eq!(filled(&session), full - effect.central.0);
    session.edit_outlets(&[heaviest.outlet], &ReviewEdit::Restore).unwrap();
    assert_eq!(filled(&session), full);
    assert!(session.facts().unwrap().reviews.is_empty(), "nothing is said any more");
}

#[test]
fn several_outlets_are_reviewed_in_one_deed() {
    let (_folder, session) = demonstration();
    let three: Vec<OutletKey> = lines(&session)
        .lines
        .iter()
        .take(3)
        .map(|line| line.outlet.clone())
        .collect();
    let revision = session.edit_outlets(&three, &ReviewEdit::Check).unwrap();
    let facts = session.facts().unwrap();
    assert_eq!(facts.reviews.len(), 3);
    assert!(
        facts
            .reviews
            .iter()
            .all(|r| r.status == ReviewStatus::Checked && !r.at.is_empty())
    );
    assert_eq!(
        session.edit_outlets(&three, &ReviewEdit::Check).unwrap(),
        revision,
        "nothing left to do"
    );
    session.undo().unwrap();
    assert!(session.facts().unwrap().reviews.is_empty());
    assert!(session.check().unwrap().is_sound());
}

#[test]
fn an_outlet_at_another_level_or_without_reason_is_refused_and_nothing_is_written() {
    let (_folder, session) = demonstration();
    let facts = session.facts().unwrap();
    let cap = facts.catalogue.programmes.iter().find(|p| p.level == 3).unwrap();
    let technicians = facts.catalogue.occupations.iter().find(|o| {
        o.skill == releve::domain::occupation::SkillLevel::Technician
            && o.scope == releve::domain::occupation::OccupationScope::Core
            && !o.typical_levels.contains(&3)
    });
    let outlet = OutletKey {
        programme: cap.id.clone(),
        fap: technicians.unwrap().code.clone(),
    };
    let revision = session.state().revision;
    let refused = session.add_outlet(&outlet, "vu en atelier").unwrap_err();
    assert!(matches!(
        &refused,
        AppError::Outlet(OutletRefusal::Level { level: 3, .. })
    ));
    assert_eq!(refused.fault(), Fault::Input);
    assert!(matches!(
        session.add_outlet(&outlet, "  "),
        Err(AppError::Outlet(OutletRefusal::NoReason))
    ));
    assert_eq!(session.state().revision, revision);
}

#[test]
fn a_table_of_reviews_goes_out_and_comes_back_equal() {
    let (folder, session) = demonstration();
    let some: Vec<OutletKey> = lines(&session)
        .lines
        .iter()
        .take(2)
        .map(|line| line.outlet.clone())
        .collect();
    session.edit_outlets(&some[..1], &ReviewEdit::SetAside).unwrap();
    session
        .edit_outlets(&some, &ReviewEdit::Note("=2, « peut-être »; à voir".into()))
        .unwrap();
    session
        .edit_outlets(&some[1..], &ReviewEdit::Confidence(Some(1)))
        .unwrap();
    let written = table(&session);
    assert!(written.contains("'=2"), "no spreadsheet takes a note for a formula");
    let again = read(&session, &written);
    assert_eq!((again.reviews.len(), again.issues.len()), (0, 0));
    assert_eq!(again.unchanged, lines(&session).lines.len());
    let other = Session::create(&folder.path().join("e.releve"), &NewTerritory::Demonstration).unwrap();
    let found = read(&other, &written);
    assert_eq!(found.reviews.len(), 2);
    other.put_reviews(&found.reviews).unwrap();
    let said = |session: &Session| -> Vec<_> {
        let facts = session.facts().unwrap();
        let one = |r: &releve::domain::review::OutletReview| (r.outlet.clone(), r.status, r.confidence, r.note.clone());
        facts.reviews.iter().map(one).collect()
    };
    assert_eq!(said(&other), said(&session));
    assert_eq!(filled(&other), filled(&session));
}

#[test]
fn a_bad_line_is_told_and_the_others_are_read() {
    let (_folder, session) = demonstration();
    let outlet = &lines(&session).lines[0].outlet.clone();
    let OutletKey { programme, fap } = outlet;
    let table = format!(
        "Code du diplôme\tCode du métier\tRelecture\tNote\n\
         {programme}\t{fap}\tÉcartée\ttrop loin\n\
         {programme}\tsoudeur\tvérifiée\t\n\
         {programme}\t{fap}\tpeut-être\t\n\
         {programme}\tT4X60\tvérifiée\t\n"
    );
    let found = read(&session, &table);
    let [review] = &found.reviews[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (review.status, review.note.as_str()),
        (ReviewStatus::SetAside, "trop loin")
    );
    let told: Vec<(u32, &str)> = found.issues.iter().map(|i| (i.row, i.column.as_str())).collect();
    assert_eq!(told, [(3, "occupation"), (4, "status"), (5, "occupation")]);
    assert_eq!(found.issues[1].value, "peut-être");
    session.put_reviews(&found.reviews).unwrap();
    let facts = session.facts().unwrap();
    assert_eq!(find(&facts.reviews, outlet).unwrap().status, ReviewStatus::SetAside);
    let headless = read(&session, "a;b\n1;2\n");
    assert_eq!((headless.issues.len(), headless.issues[0].row), (1, 1));
}
