//! The parts of unfilled posts as screens show them: the seven causes in their fixed order, then what they leave.

use crate::domain::cause::Cause;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, Message, text};
use crate::market::causes::{Breakdown, CauseValues};

/// Stable texts of the nine parts, in order (`market-part-<key>`).
pub const PARTS: [&str; 9] = [
    Cause::ALL[0].as_str(),
    Cause::ALL[1].as_str(),
    Cause::ALL[2].as_str(),
    Cause::ALL[3].as_str(),
    Cause::ALL[4].as_str(),
    Cause::ALL[5].as_str(),
    Cause::ALL[6].as_str(),
    "no-training",
    "not-enough",
];

/// What one cause, or one residual, accounts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Stable text, one of [`PARTS`].
    pub key: &'static str,
    /// To the thousandth; the parts of a line add up to its unfilled posts.
    pub posts: Milli,
    /// In whole posts; the parts of a line add up to its unfilled posts rounded.
    pub whole: i64,
    /// The least and the most over all orders of removal; nothing for a residual.
    pub range: Option<(Milli, Milli)>,
    /// Unfilled before and after the cause is removed in the fixed order, where the part is that step.
    pub step: Option<(Milli, Milli)>,
}

impl Part {
    /// Its name in words.
    pub fn name(&self, lang: Lang) -> String {
        name(self.key, lang)
    }

    /// What removing the cause means, how far its part depends on the order, and what a negative part is.
    pub fn help(&self, lang: Lang) -> String {
        let range = self.range.map(|(least, most)| {
            Message::new("ui-reason-range")
                .with("least", i18n::people(lang, least))
                .with("most", i18n::people(lang, most))
        });
        let step = self.step.map(|(before, after)| {
            Message::new("ui-reason-step")
                .with("before", i18n::people(lang, before))
                .with("after", i18n::people(lang, after))
        });
        let gives = (self.posts < Milli::ZERO).then(|| Message::new("ui-reason-gives"));
        let mut lines = vec![text(lang, &format!("ui-reason-{}-help", self.key))];
        lines.extend([range, step, gives].into_iter().flatten().map(|m| m.text(lang)));
        lines.join("\n")
    }

    /// In whole posts, with its ends over all orders.
    pub fn estimate(&self) -> Estimate {
        let posts = Milli::whole(self.whole);
        let (least, most) = self.range.unwrap_or((posts, posts));
        Range::new(least, posts, most)
    }

    /// True for what no cause explains.
    pub fn is_residual(&self) -> bool {
        self.range.is_none()
    }
}

/// Name of a part.
pub fn name(key: &str, lang: Lang) -> String {
    text(lang, &format!("market-part-{key}"))
}

/// The mean part of each cause over all orders (Shapley), then the residuals.
pub fn mean_parts(values: &CauseValues) -> [Part; 9] {
    let found = values.breakdown();
    let taken = found.shares.map(|share| (share.posts, None));
    parts(&found, taken, found.whole_posts())
}

/// What each cause takes off when they are removed in their fixed order, then the residuals.
pub fn parts_in_order(values: &CauseValues) -> [Part; 9] {
    let taken = values
        .waterfall()
        .map(|step| (step.before - step.after, Some((step.before, step.after))));
    parts(&values.breakdown(), taken, values.waterfall_whole_posts())
}

fn parts(found: &Breakdown, taken: [(Milli, Option<(Milli, Milli)>); 7], whole: [i64; 9]) -> [Part; 9] {
    std::array::from_fn(|i| {
        let share = found.shares.get(i);
        let (posts, step) = match i {
            7 => (found.no_training, None),
            8 => (found.not_enough, None),
            cause => taken[cause],
        };
        Part {
            key: PARTS[i],
            posts,
            whole: whole[i],
            range: share.map(|s| (s.least, s.most)),
            step,
        }
    })
}

/// The part that accounts for most; nothing where no post is unfilled. The first of the order on a tie.
pub fn main_part(parts: &[Part; 9]) -> Option<&Part> {
    let most = parts.iter().map(|part| part.posts).max()?;
    parts.iter().find(|part| part.posts == most && most > Milli::ZERO)
}
