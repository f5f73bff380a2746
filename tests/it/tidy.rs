//! Rules a compiler does not hold: rooms and their direction, opening sentences, file and function sizes, where SQL and egui may be named.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms each room may use, besides itself. Nothing reads back up.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("i18n", &["domain"]),
    ("engine", &["domain", "i18n"]),
    ("disclosure", &["domain", "i18n"]),
    ("exchange", &["domain", "i18n"]),
    ("store", &["domain", "i18n"]),
    ("import", &["domain", "i18n"]),
    ("market", &["domain", "i18n", "engine"]),
    ("report", &["domain", "i18n", "market", "disclosure"]),
    (
        "app",
        &[
            "domain",
            "i18n",
            "engine",
            "disclosure",
            "exchange",
            "store",
            "import",
            "market",
            "report",
        ],
    ),
    ("ui", &["domain", "i18n", "market", "report", "app"]),
    ("cli", &["domain", "i18n", "market", "report", "app", "ui"]),
];

/// Crates that only one room may name.
const KEPT_IN: &[(&str, &str)] = &[
    ("rusqlite", "store"),
    ("rusqlite_migration", "store"),
    ("egui", "ui"),
    ("eframe", "ui"),
    ("egui_extras", "ui"),
    ("egui_plot", "ui"),
    ("egui_table", "ui"),
    ("egui_notify", "ui"),
    ("rfd", "ui"),
    ("calamine", "import"),
    ("encoding_rs", "import"),
    ("typst", "report"),
    ("typst_layout", "report"),
    ("typst_pdf", "report"),
    ("resvg", "report"),
    ("rust_xlsxwriter", "report"),
    ("clap", "cli"),
    ("fluent_templates", "i18n"),
];

const FILE_LINES: usize = 600;
const FUNCTION_LINES: usize = 80;
const NESTING: usize = 8;

struct Source {
    path: String,
    room: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn walk(folder: &Path, extension: &str, out: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("readable folder").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            walk(&path, extension, out);
        } else if path.extension().is_some_and(|e| e == extension) {
            out.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    walk(&root().join("src"), "rs", &mut paths);
    let read = |path: PathBuf| {
        let relative = path.strip_prefix(root()).expect("inside the project").to_path_buf();
        let mut parts = relative
            .components()
            .map(|c| c.as_os_str().to_string_lossy().into_owned());
        let room = parts.nth(1).expect("src/<room>").trim_end_matches(".rs").to_owned();
        Source {
            path: relative.to_string_lossy().replace('\\', "/"),
            room,
            text: fs::read_to_string(&path).expect("UTF-8 source"),
        }
    };
    paths.into_iter().map(read).collect()
}

/// The code without comments, strings and character literals, same line structure: rules look at code, not at words.
fn code_only(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let bytes: Vec<char> = text.chars().collect();
    let mut i = 0;
    while i < bytes.len() {
        let rest = &bytes[i..];
        let skipped = match rest {
            ['/', '/', ..] => rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => block_comment_len(rest),
            ['r', '"', ..] | ['r', '#', ..] if !previous_is_word(&bytes, i) => raw_string_len(rest),
            ['"', ..] => string_len(rest),
            ['\'', '\\', ..] => 2 + rest[2..].iter().skip(1).position(|c| *c == '\'').map_or(1, |p| p + 2),
            ['\'', _, '\'', ..] => 3,
            _ => 0,
        };
        if skipped == 0 {
            out.push(bytes[i]);
            i += 1;
        } else {
            out.extend(rest[..skipped].iter().filter(|c| **c == '\n'));
            i += skipped;
        }
    }
    out
}

fn previous_is_word(text: &[char], i: usize) -> bool {
    i > 0 && (text[i - 1].is_alphanumeric() || text[i - 1] == '_')
}

fn block_comment_len(rest: &[char]) -> usize {
    rest.windows(2)
        .position(|w| w == ['*', '/'])
        .map_or(rest.len(), |p| p + 2)
}

fn string_len(rest: &[char]) -> usize {
    let mut i = 1;
    while i < rest.len() {
        match rest[i] {
            '\\' => i += 2,
            '"' => return i + 1,
            _ => i += 1,
        }
    }
    rest.len()
}

fn raw_string_len(rest: &[char]) -> usize {
    let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return 0;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = 2 + hashes;
    rest[body..]
        .windows(close.len())
        .position(|w| w == close)
        .map_or(rest.len(), |p| body + p + close.len())
}

/// Names after `crate::`, including those of `use crate::{a, b}` and, in main.rs, after `releve::`.
fn rooms_named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for prefix in ["crate::", "releve::"] {
        for (at, _) in code.match_indices(prefix) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') {
                continue;
            }
            let rest = &code[at + prefix.len()..];
            match rest.strip_prefix('{') {
                Some(group) => named.extend(group_heads(group)),
                None => {
                    named.insert(word(rest));
                }
            }
        }
    }
    named
}

/// The first word of each item of a `{a::b, c::{d, e}}` group, up to its closing brace.
fn group_heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut heads = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(String::new()),
            _ if depth == 0 => heads.last_mut().expect("never empty").push(c),
            _ => {}
        }
    }
    heads.iter().map(|h| word(h.trim())).collect()
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn each_room_uses_only_the_rooms_below_it() {
    let rules: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut faults = Vec::new();
    for source in sources().iter().filter(|s| s.room != "lib" && s.room != "main") {
        let Some(allowed) = rules.get(source.room.as_str()) else {
            faults.push(format!(
                "{}: « {} » is no room of ARCHITECTURE.md",
                source.path, source.room
            ));
            continue;
        };
        for used in rooms_named(&code_only(&source.text)) {
            let known = rules.contains_key(used.as_str());
            if known && used != source.room && !allowed.contains(&used.as_str()) {
                faults.push(format!("{}: {} must not use {used}", source.path, source.room));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_foreign_crate_stays_in_its_room() {
    let mut faults = Vec::new();
    for source in sources() {
        let code = code_only(&source.text);
        for (name, room) in KEPT_IN {
            let path_use = format!("{name}::");
            let named = code.match_indices(&path_use).any(|(at, _)| {
                !code[..at]
                    .chars()
                    .next_back()
                    .is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
            });
            if named && source.room != *room {
                faults.push(format!("{}: {name} belongs to {room}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn sql_is_written_only_in_db() {
    const VERBS: [&str; 6] = [
        "SELECT ",
        "INSERT INTO ",
        "UPDATE ",
        "DELETE FROM ",
        "CREATE TABLE ",
        "DROP TABLE ",
    ];
    let mut faults = Vec::new();
    for source in sources().iter().filter(|s| s.room != "store") {
        for (n, line) in source.text.lines().enumerate() {
            if VERBS.iter().any(|v| line.contains(&format!("\"{v}"))) {
                faults.push(format!("{}:{}", source.path, n + 1));
            }
        }
    }
    assert!(faults.is_empty(), "SQL outside the store:\n{}", faults.join("\n"));
}

#[test]
fn every_file_opens_by_saying_what_lives_in_it_and_stays_readable() {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "benches"] {
        walk(&root().join(folder), "rs", &mut paths);
    }
    let mut faults = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("UTF-8 source");
        if !text.starts_with("//! ") {
            faults.push(format!("{}: no opening sentence", path.display()));
        }
        let lines = text.lines().count();
        if lines > FILE_LINES {
            faults.push(format!("{}: {lines} lines, at most {FILE_LINES}", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn functions_stay_short_and_flat() {
    let mut faults = Vec::new();
    for source in sources() {
        faults.extend(function_faults(&source.path, &code_only(&source.text)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn function_faults(path: &str, code: &str) -> Vec<String> {
    let lines: Vec<&str> = code.lines().collect();
    let mut faults = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else { continue };
        let (length, nesting) = body_shape(&lines[start..]);
        if length > FUNCTION_LINES || nesting > NESTING {
            faults.push(format!(
                "{path}:{}: fn {name}: {length} lines, nesting {nesting}",
                start + 1
            ));
        }
    }
    faults
}

fn function_name(line: &str) -> Option<String> {
    let mut rest = line.trim_start();
    for word in ["pub(crate) ", "pub(super) ", "pub ", "const ", "async "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    rest.strip_prefix("fn ").map(word)
}

/// Lines from the signature to the closing brace, and the deepest nesting of braces inside.
fn body_shape(lines: &[&str]) -> (usize, usize) {
    let mut depth = 0usize;
    let mut deepest = 0;
    for (n, line) in lines.iter().enumerate() {
        for c in line.chars() {
            match c {
                '{' => {
                    depth += 1;
                    deepest = deepest.max(depth);
                }
                '}' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return (n + 1, deepest);
                    }
                }
                ';' if depth == 0 => return (n + 1, deepest),
                _ => {}
            }
        }
    }
    (lines.len(), deepest)
}

#[test]
fn the_rules_see_what_they_forbid() {
    assert_eq!(code_only("a // \"x\n'\\'' \"//\" b"), "a \n  b");
    assert_eq!(code_only("r#\"a\"b\"# c"), " c");
    let named = rooms_named("use crate::store::Store; use crate::{ui::x, app::{a, b}}; mycrate::cli::x");
    let expected = ["app", "store", "ui"].map(str::to_owned);
    assert_eq!(named, expected.into_iter().collect());
    let long = format!("fn long() {{\n{}}}", "x;\n".repeat(FUNCTION_LINES));
    assert_eq!(function_faults("f.rs", &long).len(), 1);
    assert_eq!(function_faults("f.rs", "fn short();\nfn other() { }").len(), 0);
}
