//! What is kept of a panic for whoever mends the program: version, system, last commands, where it stopped. Nothing personal, and nothing leaves the machine.

use std::backtrace::Backtrace;
use std::collections::VecDeque;
use std::fmt::Write as _;
use std::fs;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::settings::project_dirs;

/// Commands and jobs remembered.
const LAST_COMMANDS: usize = 20;
/// Reports kept; older ones go.
const REPORTS_KEPT: usize = 5;
/// Parts of a path that say where in a source something is.
const PATH_PARTS: usize = 3;

/// What a report may tell, and what it may not.
#[derive(Debug, Default)]
struct Known {
    /// Keys of the last commands and names of the last jobs, oldest first.
    last: VecDeque<String>,
    /// Names of files and territories opened, each with what stands for it.
    private: Vec<(String, String)>,
}

static KNOWN: Mutex<Option<Known>> = Mutex::new(None);

/// A report found at start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrashReport {
    pub path: PathBuf,
    pub text: String,
}

/// Where the reports of this user are; nothing without a data folder.
pub fn folder() -> Option<PathBuf> {
    Some(project_dirs()?.data_local_dir().join("crash"))
}

/// Writes a report into `folder` at every panic of any thread, before whatever the program does of it.
pub fn install(folder: PathBuf) {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if let Err(error) = write(&folder, &report(info)) {
            tracing::warn!(%error, "no crash report");
        }
        before(info);
    }));
}

/// Remembers a command by its key, or a job by its name.
pub fn note(key: &str) {
    let mut known = known();
    let last = &mut known.get_or_insert_default().last;
    if last.len() == LAST_COMMANDS {
        last.pop_front();
    }
    last.push_back(key.to_owned());
}

/// A file was opened: neither its name nor that of its territory is ever written; a mark stands for them, the same each time.
pub fn keep_out(file: &Path, territory: &str) {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mark = mark(&stem);
    let mut known = known();
    let known = known.get_or_insert_default();
    for name in [stem, territory.to_owned()] {
        if !name.is_empty() && !known.private.iter().any(|(n, _)| *n == name) {
            known.private.push((name, mark.clone()));
        }
    }
    // A name inside another must not leave half of it.
    known.private.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
}

/// The reports not looked at yet, newest first.
pub fn pending(folder: &Path) -> Vec<CrashReport> {
    let mut found: Vec<CrashReport> = reports(folder)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .filter_map(|path| {
            Some(CrashReport {
                text: fs::read_to_string(&path).ok()?,
                path,
            })
        })
        .collect();
    found.sort_by(|a, b| b.path.cmp(&a.path));
    found
}

/// The user looked at a report and keeps it: it is not offered again.
pub fn keep(report: &CrashReport) {
    if let Err(error) = fs::rename(&report.path, report.path.with_extension("kept")) {
        tracing::warn!(%error, "a crash report could not be kept");
    }
}

/// The user wants no trace of it.
pub fn delete(report: &CrashReport) {
    if let Err(error) = fs::remove_file(&report.path) {
        tracing::warn!(%error, "a crash report could not be deleted");
    }
}

fn known() -> MutexGuard<'static, Option<Known>> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn report(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let said = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let thread = std::thread::current().name().unwrap_or_default().to_owned();
    let trace = Backtrace::force_capture().to_string();
    compose(&said, &place, &thread, &trace)
}

/// The text of a report. Only words of the program: quoted values, paths of the user and names of files and territories are taken out.
fn compose(said: &str, place: &str, thread: &str, trace: &str) -> String {
    // A panic while the list is held must not wait for itself.
    let known = KNOWN.try_lock().ok();
    let known = known.as_ref().and_then(|k| k.as_ref());
    let private: &[(String, String)] = known.map_or(&[], |k| &k.private);
    let last: Vec<String> = known.map(|k| k.last.iter().cloned().collect()).unwrap_or_default();
    let mut text = String::new();
    let _ = writeln!(text, "Relève {}", env!("CARGO_PKG_VERSION"));
    let _ = writeln!(text, "{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let _ = writeln!(text, "{}", Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ"));
    let _ = writeln!(text, "thread: {thread}");
    let _ = writeln!(text, "at: {place}");
    let _ = writeln!(text, "said: {}", without_values(said));
    let _ = writeln!(text, "last: {}", last.join(" "));
    let _ = writeln!(text, "\n{trace}");
    let text = without_home(&text);
    let text: Vec<String> = text.lines().map(short_paths).collect();
    let mut text = text.join("\n");
    for (name, mark) in private {
        text = without_word(&text, name, mark);
    }
    text
}

/// `text` with `mark` wherever `name` stands by itself: a file called « t » must not spoil every word.
fn without_word(text: &str, name: &str, mark: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, after) = (&rest[..at], &rest[at + name.len()..]);
        let inside = before
            .chars()
            .next_back()
            .or_else(|| out.chars().next_back().filter(|_| at == 0));
        let inside =
            inside.is_some_and(char::is_alphanumeric) || after.chars().next().is_some_and(char::is_alphanumeric);
        out.push_str(before);
        out.push_str(if inside { name } else { mark });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands between quotation marks may be anybody's.
fn without_values(said: &str) -> String {
    let mut out = String::new();
    let mut closing = None;
    for c in said.chars() {
        match (closing, c) {
            (Some(end), c) if c == end => {
                closing = None;
                out.push(c);
            }
            (Some(_), _) => {}
            (None, '"') => {
                closing = Some('"');
                out.push_str("\"…");
            }
            (None, '«') => {
                closing = Some('»');
                out.push_str("«…");
            }
            (None, c) => out.push(c),
        }
    }
    out
}

/// Neither the folder nor the name of the user.
fn without_home(text: &str) -> String {
    let mut out = text.to_owned();
    for folder in ["HOME", "USERPROFILE"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
    {
        if folder.len() > 1 {
            out = out.replace(&folder, "~");
        }
    }
    for name in ["USER", "USERNAME"].iter().filter_map(|name| std::env::var(name).ok()) {
        if name.len() > 1 && name != "root" {
            out = out
                .replace(&format!("/{name}/"), "/~/")
                .replace(&format!("\\{name}\\"), "\\~\\");
        }
    }
    out
}

/// Paths keep their last parts: those that say where in a source.
fn short_paths(line: &str) -> String {
    let word = |word: &str| {
        let parts: Vec<&str> = word.split(['/', '\\']).collect();
        if parts.len() <= PATH_PARTS + 1 || word.contains("::") {
            word.to_owned()
        } else {
            format!("…/{}", parts[parts.len() - PATH_PARTS..].join("/"))
        }
    };
    let words: Vec<String> = line.split(' ').map(word).collect();
    words.join(" ")
}

/// Eight figures that stand for a name and do not tell it.
fn mark(name: &str) -> String {
    let digest = Sha256::digest(name.as_bytes());
    let mut mark = String::from("#");
    for byte in digest.iter().take(4) {
        let _ = write!(mark, "{byte:02x}");
    }
    mark
}

fn write(folder: &Path, text: &str) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let stamp = Timestamp::now().strftime("%Y%m%dT%H%M%S").to_string();
    let nanos = Timestamp::now().subsec_nanosecond();
    fs::write(folder.join(format!("{stamp}-{nanos:09}.txt")), text)?;
    let mut all = reports(folder);
    all.sort();
    let surplus = all.len().saturating_sub(REPORTS_KEPT);
    for old in &all[..surplus] {
        fs::remove_file(old)?;
    }
    Ok(())
}

fn reports(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let ours = |path: &PathBuf| path.extension().is_some_and(|e| e == "txt" || e == "kept");
    entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(ours)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_paths_and_names_are_taken_out() {
        keep_out(Path::new("/srv/x/Vallée secrète.releve"), "Territoire de la Vallée");
        let home = std::env::var("HOME").unwrap_or_else(|_| "/nowhere".to_owned());
        let said = format!(
            "called `unwrap()` on Missing {{ path: \"{home}/Vallée secrète.releve\" }}: Territoire de la Vallée"
        );
        let trace = format!("  12: releve::store::open\n     at {home}/dev/releve/src/store/mod.rs:12:3");
        let text = compose(&said, "src/store/mod.rs:12", "solve", &trace);
        for hidden in [home.as_str(), "Vallée", "secrète"] {
            assert!(!text.contains(hidden), "{hidden} in {text}");
        }
        let mark = mark("Vallée secrète");
        for told in [
            "releve::store::open",
            "…/src/store/mod.rs:12:3",
            "thread: solve",
            &mark,
            "{ path: \"…\" }",
        ] {
            assert!(text.contains(told), "{told} not in {text}");
        }
    }

    #[test]
    fn a_name_is_taken_out_only_where_it_stands_alone() {
        let check = |text: &str, expected: &str| assert_eq!(without_word(text, "t", "#"), expected);
        check("at t/t.releve, store", "at #/#.releve, store");
        check("t", "#");
        check("tt", "tt");
    }

    #[test]
    fn only_the_last_reports_stay_and_one_kept_is_not_offered_again() {
        let folder = tempfile::tempdir().unwrap();
        for n in 0..REPORTS_KEPT + 2 {
            write(folder.path(), &format!("report {n}")).unwrap();
        }
        let found = pending(folder.path());
        assert_eq!(found.len(), REPORTS_KEPT);
        assert_eq!(found[0].text, format!("report {}", REPORTS_KEPT + 1));
        keep(&found[0]);
        delete(&found[1]);
        assert_eq!(pending(folder.path()).len(), REPORTS_KEPT - 2);
        assert_eq!(reports(folder.path()).len(), REPORTS_KEPT - 1);
    }
}
