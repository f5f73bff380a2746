//! The steps of the guided tour: where each is, which control it points at, and its sentence.

use crate::ui::scene::Place;

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The screen it is on.
    pub place: Place,
    /// The control it points at, by the name under which it was marked; nothing points at the whole.
    pub target: Option<&'static str>,
    /// Its title is `ui-tour-<key>-title`, its sentence `ui-tour-<key>-text`.
    pub key: &'static str,
}

/// The tour, in three minutes: what is missing, why, what a seat would change, on what it rests, and what leaves the program.
pub fn steps() -> Vec<Step> {
    let step = |place, target, key| Step { place, target, key };
    vec![
        step(Place::Dashboard, None, "welcome"),
        step(Place::Dashboard, Some("figures"), "figures"),
        step(Place::Dashboard, Some("shortages"), "shortages"),
        step(Place::Dashboard, Some("causes"), "causes"),
        step(Place::Training, Some("values"), "values"),
        step(Place::Assumptions, Some("slider"), "slider"),
        step(Place::Basins, Some("map"), "map"),
        step(Place::Cells, Some("lens"), "lens"),
        step(Place::Journal, Some("journal"), "journal"),
        step(Place::Export, Some("report"), "report"),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::{Lang, text};

    #[test]
    fn eight_to_ten_steps_each_with_its_words() {
        let steps = steps();
        assert!((8..=10).contains(&steps.len()));
        let keys: BTreeSet<_> = steps.iter().map(|s| s.key).collect();
        assert_eq!(keys.len(), steps.len());
        for lang in Lang::ALL {
            for step in &steps {
                for part in ["title", "text"] {
                    let key = format!("ui-tour-{}-{part}", step.key);
                    assert_ne!(text(lang, &key), key);
                }
            }
        }
        let pointing = steps.iter().filter(|s| s.target.is_some()).count();
        assert_eq!(pointing, steps.len() - 1, "all but the welcome point at a control");
    }
}
