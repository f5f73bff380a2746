//! How the figures of one year of a scenario are made.

use crate::domain::assumption::AssumptionKey;
use crate::domain::facts::Facts;
use crate::domain::units::Range;
use crate::i18n::{self, Lang, Message, text};
use crate::market::plan::{Outlook, YearEffect};
use crate::ui::detail::data::{Detail, Told};
use crate::ui::screens::plan::data::{FINE, trajectory_words};
use crate::ui::screens::training::seats::{euros_words, posts_words};

/// Decimals of a growth.
const GROWTH: usize = 3;

/// The figures of a year, then how each is made.
pub fn detail(outlook: &Outlook, year: &YearEffect, facts: &Facts, lang: Lang) -> Detail {
    let caption = |key: &str, value: String| (text(lang, key), value);
    let mut figures = vec![
        caption("ui-plan-need", i18n::range(lang, year.reference.need)),
        caption("ui-plan-unfilled-reference", i18n::range(lang, year.reference.unfilled)),
        caption("ui-plan-unfilled-planned", i18n::range(lang, year.planned.unfilled)),
        caption("ui-plan-filled-more", posts_words(year.filled, FINE, lang)),
        caption("ui-plan-neighbours", posts_words(year.neighbours, FINE, lang)),
        caption("ui-plan-people-more", posts_words(year.people, FINE, lang)),
    ];
    figures.extend(
        year.spent
            .map(|euros| caption("ui-plan-spent", euros_words(euros, lang))),
    );
    let told = |key: &'static str| Told {
        words: text(lang, key),
        terms: Vec::new(),
    };
    let mut formulas = vec![
        growth(outlook, year, facts, lang),
        told("ui-plan-explain-supply"),
        told("ui-plan-explain-filled"),
        told("ui-plan-explain-range"),
    ];
    formulas.extend(outlook.notes.iter().map(|note| Told {
        words: note.text(lang),
        terms: Vec::new(),
    }));
    let title = Message::new("ui-plan-year-title")
        .with("year", year.year.to_string())
        .with("scenario", outlook.scenario.name.as_str());
    Detail {
        title: title.text(lang),
        figures,
        formulas,
        ..Detail::default()
    }
}

/// 1 + N · κ / P, with the assumptions in it.
fn growth(outlook: &Outlook, year: &YearEffect, facts: &Facts, lang: Lang) -> Told {
    let scenario = &outlook.scenario;
    let spread = |value: Range<f64>, decimals| i18n::spread(lang, value, decimals);
    let mut terms = vec![(text(lang, "ui-plan-trajectory"), trajectory_words(scenario, lang))];
    let assumptions = &facts.assumptions;
    let created = assumptions.exactly(AssumptionKey::NetCreation, scenario.trajectory.as_str());
    if let Some(created) = created {
        let share = assumptions.value(AssumptionKey::GapShare, &[]);
        let projects = assumptions.value(AssumptionKey::NationalProjects, &[]);
        let name = |symbol: &str, key: &str| format!("{symbol} · {}", text(lang, key));
        terms.extend([
            (name("N", "ui-assumption-net-creation"), spread(created.value, 0)),
            (name("κ", "ui-assumption-gap-share"), spread(share, 2)),
            (name("P", "ui-assumption-national-projects"), spread(projects, 0)),
        ]);
    }
    terms.push((text(lang, "ui-plan-growth"), spread(year.growth, GROWTH)));
    let base = outlook.base_year.to_string();
    Told {
        words: Message::new("ui-plan-explain-need").with("base", base).text(lang),
        terms,
    }
}
