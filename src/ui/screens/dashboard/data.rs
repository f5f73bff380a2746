//! What the dashboard shows: five key figures, the causes, the largest shortages, the gaps by domain.

use crate::domain::facts::Facts;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{self, Lang, Message, text};
use crate::market::gap::{Figures, Gap, Grouping, RowKey};
use crate::ui::snapshot::{Names, Reasons};
use crate::ui::widgets::parts::KeyFigure;
use crate::ui::words::typographic;

/// Shortages told as sentences.
const SHORTAGES: usize = 10;

/// The dashboard, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Dashboard {
    pub figures: Vec<KeyFigure>,
    pub causes: Vec<Step>,
    /// Why posts stay unfilled; nothing while it is being computed.
    pub reasons: Option<Why>,
    pub shortages: Vec<Shortage>,
    pub domains: Vec<DomainGap>,
    /// What stands beside the gap: unskilled and level-7 posts, share of supply on assumptions.
    pub beside: Vec<String>,
    pub notes: Vec<String>,
    /// Told before the figures: without supply they say nothing of a gap.
    pub alert: Option<String>,
}

/// One step of the waterfall from need to filled.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub kind: StepKind,
    pub label: String,
    pub value: Milli,
    /// Where the bar begins, in the same unit.
    pub from: Milli,
    pub help: String,
}

/// What a step stands for, hence its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    Need,
    NoTraining,
    NotEnough,
    Filled,
}

/// The unfilled posts of the territory shared between causes, and its largest shortages.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// « calculé sur la révision 12 », and what the parts are.
    pub caption: String,
    /// The seven causes in their fixed order, then absence and insuffisance de formation: they add up to the unfilled posts.
    pub parts: Vec<Part>,
    pub sentences: Vec<Sentence>,
}

/// What one cause accounts for.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub label: String,
    pub posts: Milli,
    /// Of the unfilled posts; 0 where the cause gives people to others.
    pub share: f32,
    /// What removing the cause means, and its range over orders.
    pub help: String,
    /// True for what no cause explains.
    pub residual: bool,
}

/// A shortage as posts that only so many people can take.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    pub key: RowKey,
    pub text: String,
}

/// One of the largest shortages.
#[derive(Debug, Clone, PartialEq)]
pub struct Shortage {
    pub key: RowKey,
    /// May be cut in its middle; the rest may not.
    pub occupation: String,
    pub rest: String,
    pub unfilled: Estimate,
    /// Upper end of the scale of the bars, in people.
    pub most: f64,
}

/// Leavers less need of one domain.
#[derive(Debug, Clone, PartialEq)]
pub struct DomainGap {
    pub key: RowKey,
    pub label: String,
    pub gap: Milli,
    /// Of the largest in absolute value, −1 to 1.
    pub share: f64,
}

impl Dashboard {
    /// Reads the dashboard off a gap.
    pub fn of(facts: &Facts, gap: &Gap, reasons: Option<&Reasons>, names: &Names, lang: Lang) -> Self {
        let total = gap.total();
        let without_supply = !gap.supplies.iter().any(|supply| supply.home);
        let no_supply = |note: &&Message| ["market-note-no-supply", "market-note-no-home-supply"].contains(&&*note.key);
        Self {
            alert: gap
                .notes
                .iter()
                .find(no_supply)
                .filter(|_| without_supply)
                .map(|note| note.text(lang)),
            figures: figures(&total, lang),
            causes: causes(&total, lang),
            reasons: reasons.map(|r| why(r, lang)),
            shortages: shortages(gap, names, lang),
            domains: domains(facts, gap),
            beside: beside(&total, gap.assumed_share, lang),
            notes: gap.notes.iter().map(|n| n.text(lang)).collect(),
        }
    }
}

fn figures(total: &Figures, lang: Lang) -> Vec<KeyFigure> {
    let people = |key: &str, value| {
        let caption = text(lang, &format!("ui-column-{key}"));
        KeyFigure::people(lang, caption, value, text(lang, &format!("ui-column-{key}-help")))
    };
    vec![
        people("need", total.need),
        people("supply", total.supply),
        people("filled", total.filled),
        people("unfilled", total.unfilled),
        coverage(total, lang),
    ]
}

fn coverage(total: &Figures, lang: Lang) -> KeyFigure {
    let (value, note) = match total.coverage() {
        None => (text(lang, "ui-not-available"), text(lang, "ui-coverage-none")),
        Some(c) => (
            i18n::percent(lang, c.central),
            Message::new("ui-between")
                .with("low", i18n::percent(lang, c.low))
                .with("high", i18n::percent(lang, c.high))
                .text(lang),
        ),
    };
    KeyFigure {
        caption: text(lang, "ui-column-coverage"),
        value,
        note,
        help: text(lang, "ui-column-coverage-help"),
    }
}

/// Need, less each cause, down to what is filled: the bars hang where the one before ended.
fn causes(total: &Figures, lang: Lang) -> Vec<Step> {
    let step = |kind, key: &str, from, value| Step {
        kind,
        label: text(lang, &format!("ui-cause-{key}")),
        value,
        from,
        help: text(lang, &format!("ui-cause-{key}-help")),
    };
    let need = total.need.central;
    let (none, few) = (total.no_training.central, total.not_enough.central);
    vec![
        step(StepKind::Need, "need", Milli::ZERO, need),
        step(StepKind::NoTraining, "no-training", need - none, none),
        step(StepKind::NotEnough, "not-enough", need - none - few, few),
        step(StepKind::Filled, "filled", Milli::ZERO, total.filled.central),
    ]
}

fn why(reasons: &Reasons, lang: Lang) -> Why {
    let found = reasons.causes.sum_where(|_, _| true).breakdown();
    let whole = found.whole_posts();
    let part = |key: &str, number: usize, range: Option<(Milli, Milli)>| {
        let mut help = text(lang, &format!("ui-reason-{key}-help"));
        if let Some((least, most)) = range {
            let told = Message::new("ui-reason-range")
                .with("least", i18n::people(lang, least))
                .with("most", i18n::people(lang, most));
            help = format!("{help}\n{}", told.text(lang));
        }
        let posts = Milli::whole(whole[number]);
        #[expect(clippy::cast_possible_truncation, reason = "a share on screen")]
        let share = if found.unfilled > Milli::ZERO {
            (posts.people() / found.unfilled.people()).clamp(0.0, 1.0) as f32
        } else {
            0.0
        };
        Part {
            label: text(lang, &format!("market-part-{key}")),
            posts,
            share,
            help,
            residual: range.is_none(),
        }
    };
    let causes = found.shares.iter().enumerate();
    let mut parts: Vec<Part> = causes
        .map(|(number, share)| part(share.cause.as_str(), number, Some((share.least, share.most))))
        .collect();
    parts.extend([part("no-training", 7, None), part("not-enough", 8, None)]);
    let sentence = |shortage: &crate::market::shortage::Shortage| Sentence {
        key: shortage.key.clone(),
        text: typographic(&shortage.sentence.text(lang)),
    };
    Why {
        caption: Message::new("ui-reasons-caption")
            .with("revision", reasons.causes.revision)
            .text(lang),
        parts,
        sentences: reasons.largest.iter().map(sentence).collect(),
    }
}

fn shortages(gap: &Gap, names: &Names, lang: Lang) -> Vec<Shortage> {
    let mut cells: Vec<_> = gap
        .cells
        .iter()
        .filter(|c| c.figures.unfilled.central > Milli::ZERO)
        .collect();
    cells.sort_by(|a, b| {
        let by_size = b.figures.unfilled.central.cmp(&a.figures.unfilled.central);
        by_size.then_with(|| (&a.basin, &a.fap).cmp(&(&b.basin, &b.fap)))
    });
    cells.truncate(SHORTAGES);
    let most = cells
        .iter()
        .map(|c| c.figures.unfilled.high.people())
        .fold(0.0, f64::max);
    cells
        .into_iter()
        .map(|cell| Shortage {
            key: RowKey::Cell(cell.basin.clone(), cell.fap.clone()),
            occupation: names.occupation(&cell.fap),
            rest: Message::new("ui-shortage")
                .with("basin", names.basin(&cell.basin))
                .with("unfilled", i18n::range(lang, cell.figures.unfilled))
                .with("need", i18n::people(lang, cell.figures.need.central))
                .text(lang),
            unfilled: cell.figures.unfilled,
            most,
        })
        .collect()
}

fn domains(facts: &Facts, gap: &Gap) -> Vec<DomainGap> {
    let rows = gap.rows(Grouping::Domain, facts);
    let difference = |f: &Figures| f.supply.central - f.need.central;
    let most = rows
        .iter()
        .map(|r| difference(&r.figures).people().abs())
        .fold(0.0, f64::max);
    let mut domains: Vec<DomainGap> = rows
        .into_iter()
        .filter(|r| r.figures.need.high > Milli::ZERO || r.figures.supply.high > Milli::ZERO)
        .map(|row| {
            let value = difference(&row.figures);
            DomainGap {
                share: if most > 0.0 { value.people() / most } else { 0.0 },
                gap: value,
                label: typographic(&row.label),
                key: row.key,
            }
        })
        .collect();
    domains.sort_by_key(|d| d.gap);
    domains
}

fn beside(total: &Figures, assumed_share: f64, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |key: &'static str, value: Estimate| {
        if value.high > Milli::ZERO {
            lines.push(Message::new(key).with("value", i18n::range(lang, value)).text(lang));
        }
    };
    add("ui-beside-projects", total.projects);
    add("ui-beside-difficult", total.difficult);
    add("ui-beside-unskilled", total.unskilled);
    add("ui-beside-level7", total.level7);
    if let Some(share) = total.secret_share() {
        let share = i18n::percent(lang, share);
        lines.push(Message::new("ui-beside-secret").with("share", share).text(lang));
    }
    let assumed = i18n::percent(lang, assumed_share);
    lines.push(Message::new("ui-beside-assumed").with("share", assumed).text(lang));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::units::Range;

    fn total() -> Figures {
        let people = |low, central, high| Range::new(Milli::whole(low), Milli::whole(central), Milli::whole(high));
        Figures {
            need: people(900, 1000, 1100),
            supply: people(500, 600, 700),
            filled: people(300, 400, 450),
            unfilled: people(450, 600, 800),
            no_training: people(0, 150, 0),
            not_enough: people(0, 450, 0),
            ..Figures::default()
        }
    }

    #[test]
    fn the_waterfall_goes_from_need_to_filled_without_a_hole() {
        let steps = causes(&total(), Lang::Fr);
        let ends: Vec<(i64, i64)> = steps
            .iter()
            .map(|s| (s.from.0 / 1000, (s.from + s.value).0 / 1000))
            .collect();
        assert_eq!(ends, [(0, 1000), (850, 1000), (400, 850), (0, 400)]);
    }

    #[test]
    fn a_key_figure_says_its_range() {
        let spoken: Vec<String> = figures(&total(), Lang::Fr).iter().map(KeyFigure::sentence).collect();
        assert!(
            spoken[0].ends_with("1\u{202f}000, de 900 à 1\u{202f}100"),
            "{}",
            spoken[0]
        );
        assert!(spoken[4].contains("60,0\u{a0}%"), "{}", spoken[4]);
    }

    #[test]
    fn coverage_without_need_is_not_available() {
        assert_eq!(coverage(&Figures::default(), Lang::Fr).value, "n.d.");
    }
}
