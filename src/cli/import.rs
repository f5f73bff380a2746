//! `releve import`: what was recognised, what would change, what was refused, then one undoable deed.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::console::Console;
use super::error::{CliError, Exit};
use super::json;
use super::table::{self, Table};
use super::territory;
use crate::app::{AppError, Issue, Preview, PreviewedFile, Session, Severity};
use crate::i18n::{Explain, Lang, Message, text};

/// Issues listed per file unless all are asked for.
pub const ISSUES_LISTED: usize = 20;
/// Why and what to do are never cut.
const WHOLE_SENTENCE: usize = usize::MAX;

/// Previews the files, then imports them unless it is a rehearsal.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = Session::open(territory::path(args, "into"))?;
    let files: Vec<PathBuf> = args.get_many("files").into_iter().flatten().cloned().collect();
    let previews = session.preview(&files, &console.progress(&Message::new("cli-job-read")))?;
    let listed = if args.get_flag("all-issues") {
        usize::MAX
    } else {
        ISSUES_LISTED
    };
    let as_json = args.get_one::<String>("format").is_some_and(|format| format == "json");
    if !as_json {
        previews
            .iter()
            .try_for_each(|preview| tell_file(preview, listed, console))?;
    }
    let refused = previews.iter().filter(|preview| preview.outcome.is_err()).count();
    let stops = refused > 0 && !args.get_flag("keep-going") || refused == previews.len();
    let revision = if args.get_flag("dry-run") || stops {
        None
    } else {
        let readable: Vec<&Preview> = previews.iter().filter(|preview| preview.outcome.is_ok()).collect();
        let summary = session.import(&readable, &console.progress(&Message::new("cli-job-write")))?;
        if let Some(why) = summary.no_version {
            console.tell(&Message::new("app-import-no-version").with("why", why));
        }
        Some(summary.revision)
    };
    if as_json {
        json::print(&answer(&previews, revision, listed, console.lang()), console)?;
    }
    conclude(revision, refused, args.get_flag("dry-run"), console);
    Ok(if refused > 0 { Exit::RefusedInput } else { Exit::Success })
}

fn conclude(revision: Option<i64>, refused: usize, rehearsal: bool, console: &mut Console) {
    match revision {
        Some(revision) => console.tell(&Message::new("cli-imported").with("revision", revision)),
        None if rehearsal => console.tell(&Message::new("cli-dry-run")),
        None => console.tell(&Message::new("cli-nothing-imported").with("refused", refused)),
    }
}

fn tell_file(preview: &Preview, listed: usize, console: &mut Console) -> Result<(), CliError> {
    console.line(&preview.file)?;
    let file = match &preview.outcome {
        Ok(file) => file,
        Err(error) => {
            console.line(&format!("  {}", error.explain(console.lang())))?;
            return console.line("");
        }
    };
    for message in sentences(file) {
        let text = message.text(console.lang());
        console.line(&format!("  {text}"))?;
    }
    let issues = &file.import.issues;
    if !issues.is_empty() {
        console.line("")?;
        console.print(&issue_table(issues, listed, console.lang()))?;
        let all = file.import.refusals + file.import.doubts;
        let shown = u64::try_from(issues.len().min(listed)).unwrap_or(u64::MAX);
        if all > shown {
            console.say(&Message::new("cli-more-issues").with("more", all - shown))?;
        }
    }
    console.line("")
}

fn sentences(file: &PreviewedFile) -> Vec<Message> {
    let counts = file.import.counts;
    let mut sentences = vec![
        file.import.recognised.clone(),
        Message::new("cli-import-counts")
            .with("read", counts.read)
            .with("stored", counts.stored)
            .with("merged", counts.merged)
            .with("refused", counts.refused)
            .with("ignored", counts.ignored),
    ];
    sentences.push(if file.already_imported {
        Message::new("cli-import-already")
    } else {
        Message::new("cli-import-diff")
            .with("new", file.diff.new)
            .with("changed", file.diff.changed)
            .with("unchanged", file.diff.unchanged)
    });
    for change in file.diff.examples.iter().take(3) {
        sentences.push(
            Message::new("cli-import-change")
                .with("what", change.what.as_str())
                .with("before", change.before.as_str())
                .with("after", change.after.as_str()),
        );
    }
    sentences.extend(file.import.notes.iter().cloned());
    sentences
}

/// The issues of a file: where, what, why, what to do.
pub fn issue_table(issues: &[Issue], listed: usize, lang: Lang) -> String {
    let header = |key| text(lang, key);
    let mut table = Table::new(vec![
        table::left(header("cli-column-severity"), 12),
        table::left(header("cli-column-file"), 32),
        table::right(header("cli-column-row")),
        table::left(header("cli-column-column"), 24),
        table::left(header("cli-column-value"), 24),
        table::left(header("cli-column-reason"), WHOLE_SENTENCE),
        table::left(header("cli-column-remedy"), WHOLE_SENTENCE),
    ]);
    for issue in issues.iter().take(listed) {
        table.push(vec![
            header(severity_key(issue.severity)),
            issue.file.clone(),
            if issue.row == 0 {
                String::new()
            } else {
                issue.row.to_string()
            },
            issue.column.clone(),
            issue.value.clone(),
            issue.reason.text(lang),
            issue.remedy.text(lang),
        ]);
    }
    table.render()
}

fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Refused => "cli-severity-refused",
        Severity::Doubtful => "cli-severity-doubtful",
    }
}

fn answer(previews: &[Preview], revision: Option<i64>, listed: usize, lang: Lang) -> Value {
    json!({
        "imported": revision.is_some(),
        "revision": revision,
        "files": previews.iter().map(|preview| file_json(preview, listed, lang)).collect::<Vec<_>>(),
    })
}

fn file_json(preview: &Preview, listed: usize, lang: Lang) -> Value {
    match &preview.outcome {
        Ok(file) => read_json(&preview.file, file, listed, lang),
        Err(error) => refused_json(&preview.file, error, lang),
    }
}

fn refused_json(file: &str, error: &AppError, lang: Lang) -> Value {
    json!({ "file": file, "refused": true, "error": error.explain(lang) })
}

fn read_json(name: &str, file: &PreviewedFile, listed: usize, lang: Lang) -> Value {
    let import = &file.import;
    json!({
        "file": name,
        "refused": false,
        "layout": import.layout.name,
        "recognised": import.recognised.text(lang),
        "vintage": import.vintage,
        "sha256": import.sha256,
        "already_imported": file.already_imported,
        "rows": {
            "read": import.counts.read,
            "stored": import.counts.stored,
            "merged": import.counts.merged,
            "refused": import.counts.refused,
            "ignored": import.counts.ignored,
        },
        "diff": { "new": file.diff.new, "changed": file.diff.changed, "unchanged": file.diff.unchanged },
        "refusals": import.refusals,
        "doubts": import.doubts,
        "issues": import.issues.iter().take(listed).map(|issue| issue_json(issue, lang)).collect::<Vec<_>>(),
        "notes": import.notes.iter().map(|note| note.text(lang)).collect::<Vec<_>>(),
    })
}

/// One issue with stable names.
pub fn issue_json(issue: &Issue, lang: Lang) -> Value {
    let severity = match issue.severity {
        Severity::Refused => "refused",
        Severity::Doubtful => "doubtful",
    };
    json!({
        "severity": severity,
        "file": issue.file,
        "row": issue.row,
        "column": issue.column,
        "value": issue.value,
        "reason": issue.reason.text(lang),
        "remedy": issue.remedy.text(lang),
    })
}
