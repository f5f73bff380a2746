//! Texts: French is the reference, English complete, every key the code names exists and every key of the texts is used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Key → (file name, text with its variants, placeables).
fn texts(lang: &str) -> BTreeMap<String, (String, String)> {
    let mut out = BTreeMap::new();
    let folder = root().join("assets/i18n").join(lang);
    for entry in fs::read_dir(&folder).expect("texts folder") {
        let path = entry.expect("entry").path();
        let file = path.file_name().expect("name").to_string_lossy().into_owned();
        let mut key = String::new();
        for line in fs::read_to_string(&path).expect("UTF-8 texts").lines() {
            let opens = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if let (true, Some((name, text))) = (opens, line.split_once('=')) {
                key = name.trim().to_owned();
                let before = out.insert(key.clone(), (file.clone(), text.to_owned()));
                assert!(before.is_none(), "{lang}: {key} is written twice");
            } else if line.starts_with(' ') || line.starts_with('}') {
                let slot: &mut (String, String) = out.get_mut(&key).expect("continuation of a text");
                slot.1.push('\n');
                slot.1.push_str(line);
            }
        }
    }
    out
}

/// Variables of a text: `$name`.
fn variables(text: &str) -> BTreeSet<String> {
    text.match_indices('$')
        .map(|(at, _)| {
            text[at + 1..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_')
                .collect::<String>()
        })
        // The plural twin of a number is the number.
        .map(|name| name.strip_suffix("-n").unwrap_or(&name).to_owned())
        .collect()
}

#[test]
fn both_languages_say_the_same_things_in_the_same_files() {
    let (fr, en) = (texts("fr"), texts("en"));
    let missing: Vec<&String> = fr.keys().filter(|k| !en.contains_key(*k)).collect();
    let surplus: Vec<&String> = en.keys().filter(|k| !fr.contains_key(*k)).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "not in English: {missing:?}; not in French: {surplus:?}"
    );
    for (key, (file, text)) in &fr {
        let (en_file, en_text) = &en[key];
        assert_eq!(file, en_file, "{key} lives in two files");
        assert_eq!(
            variables(text),
            variables(en_text),
            "{key} carries other facts in English"
        );
        assert!(!text.trim().is_empty() && !en_text.trim().is_empty(), "{key} is empty");
    }
}

/// `$name` is the number as it is written, which no plural and no `[0]` ever matches: `$name-n` is the number itself.
#[test]
fn plurals_are_chosen_by_the_number_not_by_its_writing() {
    for lang in ["fr", "en"] {
        let faulty: Vec<String> = texts(lang)
            .into_iter()
            .filter(|(_, (_, text))| {
                let opened = text.match_indices("->").map(|(at, _)| text[..at].trim_end());
                opened.clone().any(|before| !before.ends_with("-n"))
            })
            .map(|(key, _)| key)
            .collect();
        assert!(faulty.is_empty(), "{lang}: {faulty:?}");
    }
}

#[test]
fn french_punctuation_has_its_no_break_spaces() {
    let mut faults = Vec::new();
    for (key, (_, text)) in texts("fr") {
        let words: String = outside_placeables(&text);
        let chars: Vec<char> = words.chars().collect();
        for pair in chars.windows(2) {
            let breakable = pair[0] == ' ' && matches!(pair[1], ':' | ';' | '?' | '!' | '%' | '»');
            let opening = pair[0] == '«' && pair[1] == ' ';
            if breakable || opening || pair[1] == '\'' && pair[0].is_alphabetic() {
                faults.push(format!("{key}: {}", text.trim()));
                break;
            }
        }
    }
    assert!(
        faults.is_empty(),
        "no-break spaces or apostrophes (’):\n{}",
        faults.join("\n")
    );
}

/// The words a person reads: placeables, the opening of a plural and the names of its variants are syntax.
fn outside_placeables(text: &str) -> String {
    let variant = |line: &str| line.trim_start().trim_start_matches('*').starts_with('[');
    let words = |line: &str| {
        let line = if variant(line) {
            line.split_once(']').map_or("", |(_, rest)| rest)
        } else {
            line
        };
        let mut depth = 0;
        line.chars()
            .filter(|c| {
                depth += i32::from(*c == '{');
                let outside = depth == 0;
                depth -= i32::from(*c == '}');
                outside
            })
            .collect::<String>()
    };
    text.lines()
        .filter(|l| !l.trim_end().ends_with("->"))
        .map(words)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_key_the_code_names_exists() {
    let keys = texts("fr");
    let mut missing = BTreeSet::new();
    let mut stack = vec![root().join("src")];
    while let Some(folder) = stack.pop() {
        for entry in fs::read_dir(folder).expect("sources") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                stack.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).expect("UTF-8 source");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (at, opener) in code.match_indices("Message::new(\"") {
                let key: String = code[at + opener.len()..].chars().take_while(|c| *c != '"').collect();
                if !keys.contains_key(&key) {
                    missing.insert(format!("{}: {key}", path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
/// Quoted words of the sources that look like keys of the texts.
fn quoted_words() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut stack = vec![root().join("src")];
    while let Some(folder) = stack.pop() {
        for entry in fs::read_dir(folder).expect("sources") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                stack.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).expect("UTF-8 source");
                out.extend(text.split('"').map(str::to_owned));
            }
        }
    }
    out
}

#[test]
fn no_text_is_left_unused() {
    let words = quoted_words();
    // A family of keys is named by its quoted prefix: `"assumption-"` with a format.
    let prefixes: Vec<&str> = words
        .iter()
        .filter_map(|w| w.split_once("{").map(|(p, _)| p).or(Some(w.as_str())))
        .filter(|p| p.len() > 3 && p.ends_with('-'))
        .collect();
    let used = |key: &str| words.contains(key) || prefixes.iter().any(|p| key.starts_with(p));
    let unused: Vec<String> = texts("fr").into_keys().filter(|k| !used(k)).collect();
    assert!(unused.is_empty(), "never used: {unused:?}");
}
