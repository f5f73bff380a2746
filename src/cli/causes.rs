//! Causes of unfilled posts for people and for programs: shares, residual, range over orders, waterfall.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::table::{self, Column, Table};
use crate::domain::cause::Cause;
use crate::domain::units::Milli;
use crate::i18n::{self, Lang, Message, text};
use crate::market::causes::{Breakdown, CauseShare, CauseValues};
use crate::market::expected::ExpectedFigures;
use crate::market::gap::{GapRow, RowKey};

/// Shares of each line, in whole posts that add up to the unfilled posts; apart, friction and what it leaves unfilled where they are asked.
pub fn table(
    lang: Lang,
    first: Column,
    rows: &[(String, &GapRow)],
    values: &BTreeMap<RowKey, CauseValues>,
    expected: Option<&BTreeMap<RowKey, ExpectedFigures>>,
) -> String {
    let mut columns = vec![first, table::right(text(lang, "cli-column-unfilled"))];
    columns.extend(Cause::ALL.map(|cause| table::right(name(lang, cause))));
    columns.push(table::right(text(lang, "market-part-no-training")));
    columns.push(table::right(text(lang, "market-part-not-enough")));
    if expected.is_some() {
        columns.push(table::right(text(lang, "cli-column-friction-apart")));
        columns.push(table::right(text(lang, "cli-column-expected-unfilled")));
    }
    let mut table = Table::new(columns);
    for (label, row) in rows {
        let shares = values
            .get(&row.key)
            .map(|v| v.breakdown().whole_posts())
            .unwrap_or_default();
        let total: i64 = shares.iter().sum();
        let numbers = std::iter::once(total).chain(shares).map(|n| i18n::integer(lang, n));
        let mut line: Vec<String> = std::iter::once(label.clone()).chain(numbers).collect();
        if let Some(expected) = expected {
            let found = expected.get(&row.key).copied().unwrap_or_default();
            line.push(i18n::range(lang, found.friction()));
            line.push(i18n::range(lang, found.unfilled));
        }
        table.push(line);
    }
    table.render()
}

/// The lines of a detail: each share with its range over orders, then the residual.
pub fn lines(lang: Lang, values: &CauseValues) -> Vec<String> {
    let found = values.breakdown();
    let shown = |posts: Milli| i18n::decimal(lang, posts.people(), 1);
    let share = |share: &CauseShare| {
        let told = Message::new("cli-cause-share")
            .with("cause", name(lang, share.cause))
            .with("posts", shown(share.posts));
        told.with("least", shown(share.least))
            .with("most", shown(share.most))
            .text(lang)
    };
    let left = |key: &str, posts: Milli| {
        Message::new("cli-cause-left")
            .with("what", text(lang, key))
            .with("posts", shown(posts))
            .text(lang)
    };
    let residual = [
        left("market-part-no-training", found.no_training),
        left("market-part-not-enough", found.not_enough),
    ];
    found.shares.iter().map(share).chain(residual).collect()
}

/// The causes removed one after the other, in their fixed order.
pub fn waterfall(lang: Lang, values: &CauseValues) -> Vec<String> {
    let shown = |posts: Milli| i18n::decimal(lang, posts.people(), 1);
    let steps = values.waterfall().map(|step| {
        let told = Message::new("cli-waterfall-step").with("cause", name(lang, step.cause));
        told.with("before", shown(step.before))
            .with("after", shown(step.after))
            .text(lang)
    });
    steps.to_vec()
}

/// `causes`, `residual` and `waterfall` of one line; `exact` counts thousandths of posts, as a fraction over 420.
pub fn fill_json(answer: &mut Value, values: &CauseValues) {
    let found = values.breakdown();
    let share = |share: &CauseShare| {
        json!({
            "cause": share.cause.as_str(),
            "posts": share.posts.people(),
            "exact": format!("{}/{}", share.numerator, CauseShare::DENOMINATOR),
            "least": share.least.people(),
            "most": share.most.people(),
        })
    };
    answer["causes"] = found.shares.iter().map(share).collect();
    answer["residual"] = json!({ "no_training": found.no_training.people(), "not_enough": found.not_enough.people() });
}

/// The waterfall of one line.
pub fn waterfall_json(values: &CauseValues) -> Value {
    let steps = values.waterfall().map(
        |step| json!({ "cause": step.cause.as_str(), "before": step.before.people(), "after": step.after.people() }),
    );
    json!(steps)
}

/// Names of [`csv_record`]'s columns.
pub fn csv_header() -> Vec<String> {
    let ends = |cause: Cause| {
        let name = cause.as_str().replace('-', "_");
        ["", "_least", "_most"].map(|end| format!("cause_{name}{end}"))
    };
    let left = ["residual_no_training", "residual_not_enough"].map(str::to_owned);
    Cause::ALL.into_iter().flat_map(ends).chain(left).collect()
}

/// Shares with their range over orders, then the residual, in posts.
pub fn csv_record(values: &CauseValues) -> Vec<String> {
    let Breakdown {
        shares,
        no_training,
        not_enough,
        ..
    } = values.breakdown();
    let ends = shares.iter().flat_map(|s| [s.posts, s.least, s.most]);
    let all = ends.chain([no_training, not_enough]);
    all.map(|posts| posts.people().to_string()).collect()
}

/// The cause in words.
fn name(lang: Lang, cause: Cause) -> String {
    text(lang, &format!("market-part-{}", cause.as_str()))
}
