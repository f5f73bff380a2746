//! The panel of jobs and notices: what ended is listed with its result, what was told stays readable.

use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::crash::CrashReport;
use releve::app::settings::{Settings, Theme};
use releve::i18n::{Lang, text};
use releve::ui::{Start, Window};

use super::{demonstration, open, settle, started};

type Screen = Harness<'static, Option<Window>>;

const LANG: Lang = Lang::Fr;

fn says(harness: &Screen, words: &str) -> bool {
    harness.root().children_recursive().any(|n| {
        let node = n.accesskit_node();
        let said = node.label().or_else(|| node.value());
        said.is_some_and(|said| said.contains(words))
    })
}

fn settings() -> Settings {
    Settings {
        language: Some(LANG),
        ..Settings::default()
    }
}

#[test]
fn a_job_that_ended_is_listed_and_its_result_is_one_click_away() {
    let mut harness = demonstration(LANG, Theme::Light);
    open(&mut harness, LANG, "sources");
    assert!(!says(&harness, &text(LANG, "ui-jobs-title")));
    harness.key_press(Key::F10);
    settle(&mut harness);
    assert!(says(&harness, &text(LANG, "ui-jobs-title")));
    assert!(says(&harness, &text(LANG, "ui-jobs-done")));
    let see = format!("{} {}", text(LANG, "ui-jobs-see"), text(LANG, "ui-job-solve"));
    harness.get_by_label(&see).click();
    settle(&mut harness);
    harness.get_by_label(&text(LANG, "ui-title-dashboard"));
    harness.get_by_label(&text(LANG, "ui-jobs-close")).click();
    settle(&mut harness);
    assert!(!says(&harness, &text(LANG, "ui-jobs-title")));
}

#[test]
fn an_error_read_and_dismissed_stays_in_the_history() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = started(Start {
        settings: settings(),
        file: Some(folder.path().join("absent.releve")),
        ..Start::default()
    });
    settle(&mut harness);
    assert!(says(&harness, "absent.releve"));
    harness.get_by_label(&text(LANG, "ui-dismiss")).click();
    settle(&mut harness);
    assert!(!says(&harness, "absent.releve"));
    let open = |n: &egui_kittest::Node<'_>| {
        n.accesskit_node().role() == Role::Button
            && n.accesskit_node().label().as_deref() == Some(&*text(LANG, "ui-jobs-open"))
    };
    harness.root().children_recursive().find(open).unwrap().click();
    settle(&mut harness);
    assert!(says(&harness, "absent.releve") && says(&harness, &text(LANG, "ui-jobs-failed")));
}

#[test]
fn a_crash_report_is_offered_at_start_and_deleted_on_request() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("20261123T180000-000000001.txt");
    std::fs::write(&path, "thread: solve").unwrap();
    let report = CrashReport {
        path: path.clone(),
        text: "thread: solve".to_owned(),
    };
    let mut harness = started(Start {
        settings: settings(),
        crashes: vec![report],
        ..Start::default()
    });
    settle(&mut harness);
    assert!(says(&harness, "thread: solve"), "it can be read");
    harness.get_by_label(&text(LANG, "ui-crash-copy"));
    harness.get_by_label(&text(LANG, "ui-crash-delete")).click();
    settle(&mut harness);
    assert!(!path.exists() && !says(&harness, "thread: solve"));
}
