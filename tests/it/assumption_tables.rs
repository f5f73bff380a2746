//! Assumptions as a table of text: what is copied is read back as it was, what is wrong is told by its row, what is read is one deed.

use releve::app::{NewTerritory, Session, assumptions_csv, assumptions_tsv, read_assumptions};
use releve::domain::assumption::AssumptionKey;
use releve::domain::units::Range;
use releve::i18n::Lang;
use tempfile::TempDir;

fn territory() -> (TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::create(&folder.path().join("d.releve"), &NewTerritory::Demonstration).unwrap();
    (folder, session)
}

/// Row, column and key of the reason of each line refused.
fn refusals(session: &Session, table: &str) -> Vec<(u32, String, String)> {
    let read = read_assumptions(&session.facts().unwrap(), "", table);
    read.issues
        .into_iter()
        .map(|issue| (issue.row, issue.column, issue.reason.key.into_owned()))
        .collect()
}

#[test]
fn what_is_copied_is_read_back_without_change_in_both_languages() {
    let (_folder, session) = territory();
    let facts = session.facts().unwrap();
    let all = facts.assumptions.iter().count();
    for table in [
        assumptions_tsv(&facts.assumptions, Lang::Fr),
        assumptions_tsv(&facts.assumptions, Lang::En),
        assumptions_csv(&facts.assumptions),
    ] {
        let read = read_assumptions(&facts, "", &table);
        assert_eq!(
            (read.assumptions, read.unchanged, read.issues),
            (vec![], all, vec![]),
            "{table}"
        );
    }
}

#[test]
fn lines_that_differ_are_one_deed_and_undo_takes_all_of_them_back() {
    let (_folder, session) = territory();
    let before = session.facts().unwrap();
    let table = "Hypothèse\tportée\tbas\tcentral\thaut\tunité\n\
                 beta\ttechnicien_am\t50\t60,5\t70\t%\n\
                 fill-rate\t\t\t90 %\t\t\n\
                 seat-cost\tBTS\t9 000\t12000\t15000\t€\n\
                 seat-cost\tBTS\t9 500\t12000\t15000\t€\n";
    let read = read_assumptions(&before, "", table);
    assert_eq!((read.assumptions.len(), read.issues.len()), (3, 0), "{read:?}");
    let revision = session.put_assumptions(&read.assumptions).unwrap();
    let after = session.facts().unwrap();
    assert_eq!(after.revision, revision);
    let value = |key, scope| after.assumptions.exactly(key, scope).unwrap().value;
    assert_eq!(value(AssumptionKey::Beta, "technicien_am"), Range::new(0.5, 0.605, 0.7));
    assert_eq!(value(AssumptionKey::FillRate, ""), Range::exact(0.9));
    assert_eq!(
        value(AssumptionKey::SeatCost, "BTS"),
        Range::new(9_500.0, 12_000.0, 15_000.0)
    );
    let beta = after.assumptions.exactly(AssumptionKey::Beta, "technicien_am").unwrap();
    assert!(beta.edited && beta.source.starts_with("calage national"), "{beta:?}");
    session.undo().unwrap();
    assert_eq!(session.facts().unwrap().assumptions, before.assumptions);
}

#[test]
fn a_line_refused_says_its_row_its_column_and_why_and_leaves_the_others() {
    let (_folder, session) = territory();
    let header = "key\tscope\tlow\tcentral\thigh\n";
    for (line, column, reason) in [
        ("gamma\t\t\t50 %\t", "key", "app-assumption-key"),
        ("beta\tBTS\t\t50 %\t", "scope", "app-assumption-scope"),
        ("beta\tingenieur\t\t50 %\t", "scope", "app-assumption-scope"),
        ("radius-km\t7\t\t50\t", "scope", "app-assumption-scope"),
        ("match-noise\tBTS\t\t22\t", "scope", "app-assumption-scope"),
        ("retention\t99999999\t\t50 %\t", "scope", "app-assumption-scope"),
        ("fill-rate\t\t\tbeaucoup\t", "central", "app-assumption-number"),
        ("fill-rate\t\t0.5\t90\t", "low", "app-assumption-unit"),
        ("fill-rate\t\t\t0,65\t", "central", "app-assumption-unit"),
        ("fill-rate\t\t\t-1 %\t", "central", "app-assumption-bounds"),
        ("fill-rate\t\t\t90 %\t151 %", "high", "app-assumption-bounds"),
        ("fill-rate\t\t95 %\t90 %\t99 %", "central", "app-assumption-order"),
    ] {
        let table = format!("{header}shrinkage\t\t\t25\t\n{line}\n");
        assert_eq!(
            refusals(&session, &table),
            [(3, column.to_owned(), reason.to_owned())],
            "{line}"
        );
        let read = read_assumptions(&session.facts().unwrap(), "", &table);
        assert_eq!(read.assumptions.len(), 1, "the other line stays");
    }
    assert_eq!(refusals(&session, "key;scope\nbeta;\n")[0].2, "app-review-no-column");
    // Nothing is ambiguous about nothing, nor about kilometres.
    for line in ["fill-rate\t\t0\t90\t95", "radius-km\t3\t0,5\t1\t1,5"] {
        assert_eq!(refusals(&session, &format!("{header}{line}\n")), [], "{line}");
    }
}
