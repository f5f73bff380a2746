//! Sessions: import, gap, undo, assumptions, reports, the demonstration.

use std::path::{Path, PathBuf};

use releve::app::live::Tryout;
use releve::app::{Access, AppError, Fault, NewTerritory, Preview, ReportFormat, ReportRequest, Session};
use releve::domain::assumption::{Assumption, AssumptionKey};
use releve::domain::id::RegionCode;
use releve::domain::progress::{Progress, Unattended};
use releve::domain::territory::Nature;
use releve::domain::units::{Milli, Range};
use releve::i18n::Lang;
use releve::market::MarketError;
use releve::market::gap::Grouping;
use releve::market::live::{Edit, LiveFigures};

use crate::impatient::Impatient;
use tempfile::TempDir;

/// An invented survey of two occupations in two basins of Normandie.
const SURVEY: &str = "annee;Code métier BMO;Nom métier BMO;BE24;NOMBE24;Dept;REG;met;xmet;smet\n\
    2024;D1X33;Soudeurs;2801;Rouen;76;28;40;30;*\n\
    2024;D1X30;Chaudronniers;2801;Rouen;76;28;20;10;0\n\
    2024;D1X33;Soudeurs;2822;Nord Cotentin;50;28;60;55;0\n";

/// The same survey in the nomenclature of 2009, of another year.
const SURVEY_2009: &str = "annee;Code métier BMO;Nom métier BMO;BE23;NOMBE23;Dept;REG;met;xmet;smet\n\
    2023;D2Z42;Soudeurs;2801;Rouen;76;28;44;30;0\n";

/// A bridge where every pair of D2Z42 leads to D1X33.
const BRIDGE: &str = "proc format;\nvalue $FAP9RSQ\n\"H2999\" = \"A0Z40\"\n;\nvalue $FAP9RAQ\n\"H29133\",\"H29134\" = \"D2Z42\"\n;\nrun;\n";

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn normandie(&self) -> Session {
        let regions = vec![RegionCode::parse("28").unwrap()];
        Session::create(&self.path("n.releve"), &NewTerritory::Regions { name: None, regions }).unwrap()
    }

    fn demonstration(&self) -> Session {
        Session::create(&self.path("d.releve"), &NewTerritory::Demonstration).unwrap()
    }
}

fn import(session: &Session, paths: &[PathBuf]) -> i64 {
    let previews = session.preview(paths, &Unattended).unwrap();
    let readable: Vec<&Preview> = previews.iter().collect();
    session.import(&readable, &Unattended).unwrap().revision
}

#[test]
fn undo_brings_the_gap_before_the_import_back_and_redo_the_gap_after() {
    let place = Place::new();
    let session = place.normandie();
    let survey = place.file("projets.csv", SURVEY);
    let before = session.gap(None, &Unattended).unwrap().total();
    import(&session, &[survey]);
    let after = session.gap(None, &Unattended).unwrap();
    assert_eq!(after.survey_year, Some(2024));
    assert_eq!(after.total().projects, Range::exact(Milli::whole(120)));
    assert_ne!(after.total(), before);
    assert_eq!(session.undo().unwrap().unwrap().deed, "import");
    assert_eq!(session.gap(None, &Unattended).unwrap().total(), before);
    session.redo().unwrap();
    assert_eq!(session.gap(None, &Unattended).unwrap().total(), after.total());
}

#[test]
fn a_batch_is_one_deed_and_the_order_of_its_files_does_not_matter() {
    for reversed in [false, true] {
        let place = Place::new();
        let session = place.normandie();
        let mut paths = vec![
            place.file("bmo2023.csv", SURVEY_2009),
            place.file("fap2009.txt", BRIDGE),
            place.file("bmo2024.csv", SURVEY),
        ];
        if reversed {
            paths.reverse();
        }
        let deeds = session.journal(100).unwrap().len();
        import(&session, &paths);
        assert_eq!(session.journal(100).unwrap().len(), deeds + 1);
        assert_eq!(session.sources().unwrap().len(), 3);
        let facts = session.facts().unwrap();
        let translated = facts.survey.iter().find(|row| row.year == 2023).unwrap();
        assert_eq!(translated.fap.as_str(), "D1X33");
        session.undo().unwrap();
        assert!(
            session.sources().unwrap().is_empty(),
            "one step takes the three files back"
        );
    }
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let place = Place::new();
    let session = place.normandie();
    let survey = place.file("projets.csv", SURVEY);
    let first = import(&session, std::slice::from_ref(&survey));
    let previews = session.preview(&[survey], &Unattended).unwrap();
    let file = previews[0].outcome.as_ref().unwrap();
    assert!(file.already_imported);
    assert_eq!((file.diff.new, file.diff.changed), (0, 0));
    let again = session.import(&[&previews[0]], &Unattended).unwrap();
    assert_eq!(again.revision, first);
}

#[test]
fn a_refused_file_is_told_in_its_preview_and_leaves_the_others_readable() {
    let place = Place::new();
    let session = place.normandie();
    let paths = [
        place.file("vide.csv", ""),
        place.file("projets.csv", SURVEY),
        place.path("absent.csv"),
    ];
    let previews = session.preview(&paths, &Unattended).unwrap();
    let readable: Vec<bool> = previews.iter().map(|preview| preview.outcome.is_ok()).collect();
    assert_eq!(readable, [false, true, false]);
    assert_eq!(previews[0].outcome.as_ref().unwrap_err().fault(), Fault::Input);
    let revision = session.state().revision;
    let nothing = session.import(&[&previews[0]], &Unattended).unwrap_err();
    assert!(matches!(nothing, AppError::NothingToImport));
    assert_eq!(session.state().revision, revision);
}

#[test]
fn an_assumption_out_of_bounds_or_out_of_order_is_refused() {
    let place = Place::new();
    let session = place.normandie();
    let revision = session.state().revision;
    for (low, central, high) in [(0.9, 0.5, 1.0), (-0.1, 0.5, 0.9), (0.1, 0.5, 1.1), (f64::NAN, 0.5, 0.6)] {
        let assumption = assumption(low, central, high);
        assert_eq!(session.set_assumption(&assumption).unwrap_err().fault(), Fault::Input);
    }
    assert_eq!(session.state().revision, revision);
    session.set_assumption(&assumption(0.1, 0.2, 0.3)).unwrap();
    let value = |session: &Session| {
        session
            .facts()
            .unwrap()
            .assumptions
            .value(AssumptionKey::StaysInField, &[])
    };
    assert_eq!(value(&session), Range::new(0.1, 0.2, 0.3));
    assert!(
        session
            .state()
            .undo
            .unwrap()
            .text(Lang::Fr)
            .contains("maintien dans le métier")
    );
    session.reset_assumption(AssumptionKey::StaysInField, "").unwrap();
    assert_eq!(value(&session), Range::new(0.5, 0.6, 0.7));
}

fn assumption(low: f64, central: f64, high: f64) -> Assumption {
    Assumption {
        key: AssumptionKey::StaysInField,
        scope: String::new(),
        value: Range::new(low, central, high),
        source: "essai".into(),
        edited: true,
    }
}

#[test]
fn a_second_session_reads_what_the_first_holds() {
    let place = Place::new();
    let first = place.normandie();
    let second = Session::open(first.path()).unwrap();
    assert_eq!(first.state().access, Access::ReadWrite);
    assert_eq!(second.state().access, Access::ReadOnly);
    assert_eq!(
        second.set_assumption(&assumption(0.1, 0.2, 0.3)).unwrap_err().fault(),
        Fault::Territory
    );
    assert_eq!(*first.facts().unwrap(), *second.facts().unwrap());
}

#[test]
fn a_closed_territory_is_one_whole_file() {
    let place = Place::new();
    let session = place.normandie();
    let survey = place.file("bmo.csv", SURVEY);
    let revision = import(&session, &[survey]);
    drop(session);
    let pending = place.path("n.releve-wal");
    let left = std::fs::metadata(&pending).map_or(0, |file| file.len());
    assert_eq!(left, 0, "pages pending beside the file");
    let alone = place.path("sent.releve");
    std::fs::copy(place.path("n.releve"), &alone).unwrap();
    let sent = Session::open(&alone).unwrap();
    assert_eq!(sent.state().revision, revision);
    assert_eq!(sent.facts().unwrap().survey.len(), 3);
}

#[test]
fn a_removed_source_takes_its_facts_along_and_undo_puts_them_back() {
    let place = Place::new();
    let session = place.normandie();
    import(&session, &[place.file("projets.csv", SURVEY)]);
    let source = session.sources().unwrap()[0].id;
    let removed = session.remove_source(source).unwrap();
    assert_eq!(removed.file, "projets.csv");
    assert!(session.facts().unwrap().survey.is_empty());
    assert_eq!(session.remove_source(source).unwrap_err().fault(), Fault::Input);
    session.undo().unwrap();
    assert_eq!(session.facts().unwrap().survey.len(), 3);
}

#[test]
fn regions_are_checked_before_a_file_is_made() {
    let place = Place::new();
    let create = |codes: &[&str]| {
        let regions = codes.iter().map(|code| RegionCode::parse(code).unwrap()).collect();
        Session::create(&place.path("x.releve"), &NewTerritory::Regions { name: None, regions })
    };
    assert!(matches!(create(&["98"]), Err(AppError::UnknownRegion { .. })));
    assert!(matches!(create(&[]), Err(AppError::NoRegion)));
    assert!(!place.path("x.releve").exists());
    let pair = create(&["84", "27", "84"]).unwrap();
    assert_eq!(
        pair.state().territory.name,
        "Bourgogne-Franche-Comté – Auvergne-Rhône-Alpes"
    );
}

#[test]
fn the_demonstration_has_something_for_every_screen() {
    let place = Place::new();
    let session = place.demonstration();
    assert_eq!(session.state().territory.nature, Nature::Simulated);
    let gap = session.gap(None, &Unattended).unwrap();
    let facts = session.facts().unwrap();
    let total = gap.total();
    let share = total.unfilled.central.people() / total.need.central.people();
    assert!((0.5..0.85).contains(&share), "unfilled {share}");
    assert!(total.no_training.central > Milli::ZERO && total.not_enough.central > Milli::ZERO);
    assert!(
        total.declared > Milli::ZERO && total.unskilled.central > Milli::ZERO && total.level7.central > Milli::ZERO
    );
    assert!(total.secret_cells > 100);
    let occupations = gap.rows(Grouping::Occupation, &facts);
    assert!(
        occupations
            .iter()
            .any(|row| row.figures.need.central > Milli::ZERO && row.figures.supply.central > row.figures.need.central)
    );
    let basins = gap.rows(Grouping::Basin, &facts);
    assert!(basins.iter().any(|row| row.figures.supply.central == Milli::ZERO));
    assert!(basins.iter().any(|row| row.border) && basins.iter().any(|row| !row.border));
    assert!(
        gap.supplies
            .iter()
            .any(|supply| supply.placed < supply.in_field.central)
    );
    assert!(session.check().unwrap().is_sound());
}

#[test]
fn a_gap_is_computed_once_per_revision_and_year() {
    let place = Place::new();
    let session = place.demonstration();
    let first = session.gap(Some(2025), &Unattended).unwrap();
    let again = session.clone().gap(Some(2025), &Unattended).unwrap();
    assert!(std::sync::Arc::ptr_eq(&first, &again));
    let other = session.gap(Some(2026), &Unattended).unwrap();
    assert_eq!((first.year, other.year), (2025, 2026));
}

#[test]
fn a_diagnosis_is_kept_until_the_facts_change() {
    let place = Place::new();
    let session = place.normandie();
    import(&session, &[place.file("projets.csv", SURVEY)]);
    let first = session.diagnosis(None, &Unattended).unwrap();
    let revision = session.state().revision;
    let parts = (
        first.revision(),
        first.gap.revision,
        first.causes.revision,
        first.values.revision,
    );
    assert_eq!(parts, (revision, revision, revision, revision));
    let again = session.clone().diagnosis(None, &Unattended).unwrap();
    assert!(std::sync::Arc::ptr_eq(&first, &again));
    assert!(std::sync::Arc::ptr_eq(
        &first.gap,
        &session.gap(None, &Unattended).unwrap()
    ));
    assert!(std::sync::Arc::ptr_eq(
        &first.causes,
        &session.causes(None, &Unattended).unwrap()
    ));
    assert!(std::sync::Arc::ptr_eq(
        &first.values,
        &session.values(None, &Unattended).unwrap()
    ));
    assert_eq!(first.shortages.revision, revision);
    // β changes the need, and with it every part.
    let mut beta = session.facts().unwrap().assumptions.iter().next().unwrap().clone();
    beta.value = Range::new(0.1, 0.2, 0.3);
    let revision = session.set_assumption(&beta).unwrap();
    let changed = session.diagnosis(None, &Unattended).unwrap();
    assert_eq!((changed.revision(), changed.causes.revision), (revision, revision));
    assert_ne!(changed.gap.total().need, first.gap.total().need);
    // Undone, the file is at a new revision: what was known of the old one is not passed off as new.
    session.undo().unwrap();
    let undone = session.diagnosis(None, &Unattended).unwrap();
    assert_eq!(
        (undone.revision(), undone.gap.total()),
        (session.state().revision, first.gap.total())
    );
}

#[test]
fn a_stopped_diagnosis_leaves_nothing_behind() {
    let place = Place::new();
    let session = place.normandie();
    import(&session, &[place.file("projets.csv", SURVEY)]);
    assert_eq!(
        session.diagnosis(None, &Impatient::after(0)).unwrap_err().fault(),
        Fault::Cancelled
    );
    let revision = session.state().revision;
    assert!(session.kept_gap(revision, None).is_none());
    assert_eq!(session.diagnosis(None, &Unattended).unwrap().revision(), revision);
}

/// Changes β at the first step it hears of.
struct Meddler {
    session: Session,
    beta: f64,
    done: std::sync::Once,
}

impl Progress for Meddler {
    fn report(&self, _done: u64, _total: u64) {
        self.done.call_once(|| {
            let mut beta = self.session.facts().unwrap().assumptions.iter().next().unwrap().clone();
            beta.value = Range::exact(self.beta);
            self.session.set_assumption(&beta).unwrap();
        });
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}

#[test]
fn what_is_written_while_a_gap_is_explained_does_not_mix_into_it() {
    let place = Place::new();
    let session = place.demonstration();
    let meddler = |beta| Meddler {
        session: session.clone(),
        beta,
        done: std::sync::Once::new(),
    };
    let before = session.state().revision;
    let found = session.reasons(None, &meddler(0.2)).unwrap();
    let revisions = [found.causes.revision, found.expected.revision, found.shortages.revision];
    assert_eq!(revisions, [before; 3]);
    let between = session.state().revision;
    assert_ne!(between, before, "something was written");
    let whole = session.diagnosis(None, &meddler(0.3)).unwrap();
    assert_ne!(session.state().revision, between, "something was written again");
    let revisions = [
        whole.facts.revision,
        whole.gap.revision,
        whole.causes.revision,
        whole.expected.revision,
        whole.shortages.revision,
        whole.values.revision,
    ];
    assert_eq!(revisions, [between; 6]);
}

/// Waits for an answer that `wanted` accepts.
fn answer(tryout: &mut Tryout, wanted: impl Fn(&LiveFigures) -> bool) -> LiveFigures {
    let start = std::time::Instant::now();
    while start.elapsed() < std::time::Duration::from_secs(60) {
        if let Some(answer) = tryout.poll().filter(|answer| answer.newest) {
            let figures = answer.figures.unwrap();
            if wanted(&figures) {
                return figures;
            }
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    panic!("no answer");
}

#[test]
fn a_hand_that_drags_gets_an_interval_then_the_exact_gap_of_its_last_move() {
    let place = Place::new();
    let session = place.demonstration();
    let facts = session.facts().unwrap();
    let woken = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(0));
    let counter = std::sync::Arc::clone(&woken);
    let wake = move || {
        counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    };
    let mut tryout = Tryout::new(std::sync::Arc::clone(&facts), None, wake).unwrap();
    assert_eq!(tryout.revision(), session.state().revision);
    let beta = facts
        .assumptions
        .iter()
        .find(|a| a.key == AssumptionKey::Beta)
        .unwrap()
        .clone();
    let at = |central: f64| Assumption {
        value: Range::new(0.1, central, 0.9),
        ..beta.clone()
    };
    for step in 0..20 {
        tryout.ask(vec![Edit::Assumption(at(0.3 + 0.02 * f64::from(step)))]);
    }
    let last = at(0.5);
    tryout.ask(vec![Edit::Assumption(last.clone())]);
    let quick = answer(&mut tryout, |_| true);
    let settled = quick.gap.is_some().then(|| quick.clone());
    let exact = settled.unwrap_or_else(|| answer(&mut tryout, |figures| figures.gap.is_some()));
    assert_eq!((quick.revision, exact.revision), (tryout.revision(), tryout.revision()));
    assert_eq!((quick.need, quick.unfilled), (exact.need, exact.unfilled));
    assert!(woken.load(std::sync::atomic::Ordering::Relaxed) >= 2);
    // The file is as it was; the same edit written to it gives the same gap.
    session.set_assumption(&last).unwrap();
    let written = session.gap(None, &Unattended).unwrap();
    assert_eq!(exact.gap.unwrap().total(), written.total());
    // An answer to an earlier question says so.
    tryout.ask(Vec::new());
    let start = std::time::Instant::now();
    while woken.load(std::sync::atomic::Ordering::Relaxed) < 3 && start.elapsed().as_secs() < 60 {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    tryout.ask(vec![Edit::Assumption(at(0.7))]);
    let later = [Edit::Assumption(at(0.7))];
    assert!(
        tryout
            .poll()
            .is_none_or(|answer| answer.newest == (answer.edits == later))
    );
}

#[test]
fn what_cannot_be_tried_is_answered_in_words() {
    let place = Place::new();
    let session = place.normandie();
    let mut tryout = Tryout::new(session.facts().unwrap(), None, || {}).unwrap();
    tryout.ask(vec![Edit::Need {
        basin: releve::domain::id::BasinCode::parse("9999").unwrap(),
        fap: releve::domain::id::FapCode::parse("D1X33").unwrap(),
        need: Range::exact(Milli(1)),
    }]);
    let start = std::time::Instant::now();
    let answer = loop {
        if let Some(answer) = tryout.poll() {
            break answer;
        }
        assert!(start.elapsed().as_secs() < 60);
        std::thread::sleep(std::time::Duration::from_millis(1));
    };
    assert!(matches!(
        answer.figures,
        Err(AppError::Market(MarketError::NothingToEdit { .. }))
    ));
}

#[test]
fn a_stopped_job_changes_nothing() {
    let place = Place::new();
    let session = place.normandie();
    let survey = place.file("projets.csv", SURVEY);
    assert_eq!(
        session.gap(None, &Impatient::after(0)).unwrap_err().fault(),
        Fault::Cancelled
    );
    assert_eq!(
        session
            .preview(std::slice::from_ref(&survey), &Impatient::after(0))
            .unwrap_err()
            .fault(),
        Fault::Cancelled
    );
    let previews = session.preview(&[survey], &Unattended).unwrap();
    let revision = session.state().revision;
    assert_eq!(
        session
            .import(&[&previews[0]], &Impatient::after(0))
            .unwrap_err()
            .fault(),
        Fault::Cancelled
    );
    assert_eq!(session.state().revision, revision);
    assert!(session.sources().unwrap().is_empty());
}

#[test]
fn reports_are_written_whole_where_asked() {
    let place = Place::new();
    let session = place.demonstration();
    let write = |formats: &[ReportFormat], target: &Path| {
        let request = ReportRequest {
            formats: formats.to_vec(),
            target: target.to_owned(),
            lang: Lang::Fr,
            year: None,
        };
        session.export_report(&request, &Unattended)
    };
    let folder = place.path("rapports");
    let written = write(&[ReportFormat::Pdf, ReportFormat::Xlsx], &folder).unwrap();
    let names: Vec<_> = written
        .iter()
        .map(|path| path.file_name().unwrap().to_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["releve-demonstration-2026.pdf", "releve-demonstration-2026.xlsx"]
    );
    assert!(std::fs::read(&written[0]).unwrap().starts_with(b"%PDF"));
    assert!(std::fs::read(&written[1]).unwrap().starts_with(b"PK"));
    let named = place.path("mien.xlsx");
    assert_eq!(
        write(&[ReportFormat::Xlsx], &named).unwrap(),
        std::slice::from_ref(&named)
    );
    assert!(write(&[ReportFormat::Csv], &folder).unwrap().len() > 3);
    let blocked = named.join("dossier");
    assert_eq!(
        write(&[ReportFormat::Xlsx], &blocked).unwrap_err().fault(),
        Fault::Output
    );
}
