//! A panic anywhere leaves a report on this machine that says where, and nothing about anybody.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use releve::app::crash;
use releve::app::jobs::Jobs;
use releve::app::{NewTerritory, Session};
use releve::i18n::Message;

const STEM: &str = "Vallee-secrete";
const TERRITORY: &str = "Démonstration";

/// Where the process that panics on purpose leaves its reports; absent in the one that looks at them.
const FOLDER: &str = "RELEVE_TEST_CRASH";

/// Run in a process of its own: panics leave the hook of this one alone.
fn panic_on_purpose(folder: &Path) {
    crash::install(folder.join("crash"));
    crash::note("app-command-undo");
    let path = folder.join(format!("{STEM}.releve"));
    let session = Session::create(&path, &NewTerritory::Demonstration).unwrap();
    let mut jobs: Jobs<()> = Jobs::new(|| {});
    let name = session.state().territory.name;
    jobs.start("solve", Message::new("app-name"), move |_| {
        panic!("no gap of {name} in {}", path.display());
    });
    let start = Instant::now();
    while jobs.is_busy() && start.elapsed() < Duration::from_secs(20) {
        jobs.poll();
        std::thread::sleep(Duration::from_millis(2));
    }
    window_panics();
}

#[cfg(feature = "gui")]
fn window_panics() {
    let drawn = std::panic::catch_unwind(|| {
        let ui = |_: &mut egui::Ui| panic!("a frame of « {TERRITORY} » cannot be drawn");
        egui_kittest::Harness::new_ui(ui).run();
    });
    assert!(drawn.is_err());
}

#[cfg(not(feature = "gui"))]
fn window_panics() {
    let drawn = std::panic::catch_unwind(|| panic!("a frame of « {TERRITORY} » cannot be drawn"));
    assert!(drawn.is_err());
}

#[test]
fn a_panic_of_a_job_or_of_the_window_is_reported_without_a_name() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return panic_on_purpose(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home-of-zoe");
    std::fs::create_dir_all(&home).unwrap();
    let ran = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "crash::a_panic_of_a_job_or_of_the_window_is_reported_without_a_name",
        ])
        .arg("--nocapture")
        .env(FOLDER, &home)
        .env("HOME", &home)
        .env("USER", "zoe")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    let reports = crash::pending(&home.join("crash"));
    assert_eq!(reports.len(), 2, "{said}");
    let job = reports.iter().find(|r| r.text.contains("thread: solve")).unwrap();
    assert!(
        job.text.contains("last: app-command-undo") && job.text.contains("solve"),
        "{}",
        job.text
    );
    for report in &reports {
        let text = &report.text;
        for told in ["Relève 0.", std::env::consts::OS, "crash.rs:"] {
            assert!(text.contains(told), "{told} not in {text}");
        }
        for hidden in ["home-of-zoe", "zoe", STEM, TERRITORY, folder.path().to_str().unwrap()] {
            assert!(!text.contains(hidden), "{hidden} in {text}");
        }
    }
}
