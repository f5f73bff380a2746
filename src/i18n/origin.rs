//! Where the assumptions of a new territory come from: a file keeps it in French, people read it in their language.

use super::{Lang, Message, text};
use crate::domain::board::REVIEW_SOURCE;

/// The origins a new territory starts with (`i18n-origin-<key>`).
const ORIGINS: [&str; 19] = [
    "national",
    "working",
    "iut",
    "diplomas",
    "field",
    "radius",
    "two-sections",
    "significance",
    "noise",
    "surplus",
    "net-cautious",
    "net-ambitious",
    "gap-share",
    "national-projects",
    "newcomers",
    "decree",
    "coloration",
    "module",
    "useful",
];

/// The words of an origin as stored; what a person or an estimate wrote is told as it is.
pub fn origin(stored: &str) -> Message {
    if let Some(rest) = stored.strip_prefix(REVIEW_SOURCE) {
        return Message::new("i18n-origin-review").with("rest", rest.trim_start());
    }
    let keys = ORIGINS.iter().map(|key| format!("i18n-origin-{key}"));
    let mut known = keys.filter(|key| plain(&text(Lang::Fr, key)) == plain(stored));
    let verbatim = || Message::new("i18n-verbatim").with("text", stored.replace('\'', "’"));
    known.next().map_or_else(verbatim, Message::new)
}

/// « 2023–2024 » of a vintage or a cohort as stored, `2023_2024`.
pub fn vintage(stored: &str) -> String {
    stored.replace('_', "–")
}

/// Without what typography adds.
fn plain(words: &str) -> String {
    words.replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assumption::Assumptions;

    #[test]
    fn every_origin_of_a_new_territory_is_told_in_both_languages() {
        for assumption in Assumptions::defaults().iter() {
            let [french, english] = Lang::ALL.map(|lang| origin(&assumption.source).text(lang));
            assert_ne!(french, english, "{}", assumption.source);
            assert_eq!(plain(&french), plain(&assumption.source));
        }
        assert_eq!(origin("l'enquête de 2026").text(Lang::En), "l’enquête de 2026");
        let review = format!("{REVIEW_SOURCE} 2027 (12/24)");
        assert_eq!(plain(&origin(&review).text(Lang::Fr)), review);
        assert_eq!(origin(&review).text(Lang::En), "review of the intake of 2027 (12/24)");
    }
}
