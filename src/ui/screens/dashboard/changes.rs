//! What changed since the previous revision: need, filled and unfilled posts, and the deed between.

use crate::domain::units::{Estimate, Milli};
use crate::i18n::{self, Lang, Message, text};
use crate::market::gap::Gap;
use crate::report::chart::Digits;
use crate::ui::snapshot::Before;

/// The change, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// « Depuis la révision 12 : β modifié ».
    pub since: String,
    /// Name, and « 6 308 → 6 250 (−58) ».
    pub lines: Vec<(String, String)>,
}

impl Changes {
    /// Compares two gaps of one year, at the centre of the potential lens.
    pub fn of(before: &Before, gap: &Gap, lang: Lang) -> Self {
        let revision = before.gap.revision;
        let since = match (&before.deed, before.undone) {
            (Some(deed), false) => Message::new("ui-changes-since").with("deed", deed.clone()),
            (Some(deed), true) => Message::new("ui-changes-undone").with("deed", deed.clone()),
            (None, _) => Message::new("ui-changes-revision"),
        };
        let (old, new) = (before.gap.total(), gap.total());
        let figures = [
            ("need", old.need, new.need),
            ("filled", old.filled, new.filled),
            ("unfilled", old.unfilled, new.unfilled),
        ];
        let line = |(key, old, new): (&str, Estimate, Estimate)| {
            let name = text(lang, &format!("ui-column-{key}"));
            (name, change(old.central, new.central, lang))
        };
        Self {
            since: since.with("revision", revision).text(lang),
            lines: figures.into_iter().map(line).collect(),
        }
    }
}

/// Both figures and their difference, which is that of the figures shown.
fn change(old: Milli, new: Milli, lang: Lang) -> String {
    let difference = new.people().round() - old.people().round();
    let signed = match Digits::Number(0).signed(lang, difference) {
        same if difference == 0.0 => format!("={same}").replace("=0", "="),
        other => other,
    };
    Message::new("ui-changes-line")
        .with("before", i18n::people(lang, old))
        .with("after", i18n::people(lang, new))
        .with("change", signed)
        .text(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_the_difference_of_the_figures_shown() {
        let told = |old, new| change(Milli(old), Milli(new), Lang::Fr);
        assert_eq!(told(6_308_400, 6_250_600), "6\u{202f}308 → 6\u{202f}251 (\u{2212}57)");
        assert_eq!(told(10_000, 12_000), "10 → 12 (+2)");
        assert_eq!(told(10_000, 10_300), "10 → 10 (=)");
    }
}
