//! What one basin exchanges with the others, for its sheet.

use super::data::{Reader, seen};
use crate::domain::id::BasinCode;
use crate::domain::units::Milli;
use crate::i18n::{Lang, Message, text};
use crate::market::flows::FlowKey;
use crate::ui::snapshot::Snapshot;
use crate::ui::widgets::exchange::{Exchange, Kind, Line, Side};

/// Where the posts of a basin are filled from, and where its people go; nothing where it has neither.
pub fn exchange(basin: &BasinCode, snapshot: &Snapshot, lang: Lang) -> Option<Exchange> {
    let reader = Reader::new(snapshot, lang)?;
    let balance = reader.balances.get(basin)?;
    let pairs = reader
        .flows
        .pairs(reader.gap, |from, line| from.basin == *basin || line.basin == *basin);
    let side = |left: bool| -> Vec<Line> {
        let mut lines: Vec<Line> = pairs
            .iter()
            .filter_map(|pair| {
                let (from, to) = &pair.key;
                let (mine, other) = if left { (to, from) } else { (from, to) };
                let people = seen(&pair.sums, reader.lens).people;
                (mine == basin && people > Milli::ZERO).then(|| Line {
                    name: if from == to {
                        text(lang, "ui-flow-here")
                    } else {
                        reader.place(other)
                    },
                    people,
                    kind: if from == to { Kind::Here } else { Kind::Elsewhere },
                    key: Some(FlowKey::Pair(from.clone(), to.clone())),
                })
            })
            .collect();
        lines.sort_by_key(|line| (line.kind != Kind::Here, -line.people));
        lines
    };
    let ending = |mut lines: Vec<Line>, key: &str, people: Milli| {
        if people > Milli::ZERO {
            lines.push(Line {
                name: text(lang, key),
                people,
                kind: Kind::Nobody,
                key: None,
            });
        }
        lines
    };
    let heading = |key: &'static str, lines: &[Line]| {
        let people: Milli = lines.iter().map(|line| line.people).sum();
        Message::new(key).with("people", reader.count(people)).text(lang)
    };
    let posts = ending(side(true), "ui-exchange-unfilled", seen(&balance.unfilled, reader.lens));
    let people = ending(
        side(false),
        "ui-exchange-unplaced",
        seen(&balance.unplaced, reader.lens),
    );
    Some(Exchange {
        sides: [
            Side {
                heading: heading("ui-exchange-posts", &posts),
                lines: posts,
            },
            Side {
                heading: heading("ui-exchange-people", &people),
                lines: people,
            },
        ],
    })
}
