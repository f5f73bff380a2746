//! What the dashboard shows: key figures, the causes from need to filled, the largest shortages, the gaps by domain.

use super::changes::Changes;
use super::charts;
use crate::app::settings::Lens;
use crate::domain::facts::Facts;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::gap::{Figures, Gap, GapCell, Grouping, RowKey};
use crate::report::Chart;
use crate::ui::causes::{PARTS, Part, mean_parts, parts_in_order};
use crate::ui::scene::Measure;
use crate::ui::screens::figures::key_figures;
use crate::ui::screens::gap_table::{Line, Lines};
use crate::ui::snapshot::{Reasons, Snapshot};
use crate::ui::widgets::parts::KeyFigure;
use crate::ui::widgets::table::model::AWAITED;

/// Shortages told as sentences.
const SHORTAGES: usize = 10;

/// The dashboard, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Dashboard {
    /// Each with what it measures.
    pub figures: Vec<(Measure, KeyFigure)>,
    /// From need to filled by the mean part of each cause.
    pub by_mean: Vec<Step>,
    /// From need to filled, the causes removed one after the other.
    pub in_order: Vec<Step>,
    /// True while the causes are being computed.
    pub awaited: bool,
    /// The largest shortages as posts that only so many people can take.
    pub sentences: Vec<Sentence>,
    pub shortages: Vec<Shortage>,
    pub domains: Vec<DomainGap>,
    /// The drawings as charts: the causes by mean and in order, once known, and the domains.
    pub charts: Charts,
    /// What changed since the previous revision, once something has.
    pub changes: Option<Changes>,
    /// What stands beside the gap: unskilled and level-7 posts, share of supply on assumptions.
    pub beside: Vec<String>,
    pub notes: Vec<String>,
    /// Told before the figures: without supply they say nothing of a gap.
    pub alert: Option<String>,
}

/// The drawings of the dashboard as charts.
#[derive(Debug, Clone, PartialEq)]
pub struct Charts {
    pub by_mean: Option<Chart>,
    pub in_order: Option<Chart>,
    pub domains: Chart,
}

/// One step of the waterfall from need to filled.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub kind: StepKind,
    pub measure: Measure,
    pub label: String,
    /// The posts in words; the parts add up to the unfilled posts rounded.
    pub value: String,
    /// The same posts as a number; nothing while they are being computed.
    pub amount: Option<f64>,
    /// Where the bar begins and where it ends, which is to the right for what a step gives; nothing while it is being computed.
    pub bar: Option<(Milli, Milli)>,
    pub help: String,
}

/// What a step stands for, hence its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    Need,
    Cause,
    /// Absence and insuffisance de formation.
    Residual,
    Friction,
    Filled,
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
    /// Nothing while it is being computed.
    pub unfilled: Option<Estimate>,
    /// Upper end of the scale of the bars, in people.
    pub most: f64,
    /// What accounts for most of it; nothing while it is being computed.
    pub cause: Option<String>,
}

/// Leavers less need of one domain.
#[derive(Debug, Clone, PartialEq)]
pub struct DomainGap {
    pub key: RowKey,
    pub label: String,
    pub gap: Milli,
    /// From least leavers with most need, to most leavers with least need.
    pub range: Estimate,
    /// Of the largest in absolute value, −1 to 1.
    pub share: f64,
}

impl Dashboard {
    /// Reads the dashboard off a gap and what explains it.
    pub fn of(snapshot: &Snapshot, gap: &Gap, lang: Lang) -> Self {
        let facts = &*snapshot.facts;
        let lines = Lines::new(snapshot, Grouping::Total, lang);
        let total = lines.line(&RowKey::Total, gap.total());
        let without_supply = !gap.supplies.iter().any(|supply| supply.home);
        let no_supply = |note: &&Message| ["market-note-no-supply", "market-note-no-home-supply"].contains(&&*note.key);
        let parts = |of: fn(&crate::market::causes::CauseValues) -> [Part; 9]| {
            let explained = total.explained.as_ref();
            steps(&total, explained.map(|e| of(&e.causes)), snapshot.lens, lang)
        };
        let (by_mean, in_order) = (parts(mean_parts), parts(parts_in_order));
        let domains = domains(facts, gap);
        let of = (facts, gap.year);
        Self {
            charts: Charts {
                by_mean: charts::causes(&by_mean, "ui-sharing-mean", of, lang),
                in_order: charts::causes(&in_order, "ui-sharing-order", of, lang),
                domains: charts::domains(&domains, of, lang),
            },
            alert: gap
                .notes
                .iter()
                .find(no_supply)
                .filter(|_| without_supply)
                .map(|note| note.text(lang)),
            figures: key_figures(&total, snapshot.lens, lang),
            by_mean,
            in_order,
            awaited: total.explained.is_none(),
            sentences: snapshot.reasons.iter().flat_map(|r| sentences(r, lang)).collect(),
            shortages: shortages(snapshot, gap, lang),
            domains,
            changes: snapshot.before.as_ref().map(|before| Changes::of(before, gap, lang)),
            beside: beside(&total.figures, gap.assumed_share, lang),
            notes: gap.notes.iter().map(|n| n.text(lang)).collect(),
        }
    }
}

/// Need, less each part, down to what is filled: each bar hangs where the one before ended.
fn steps(total: &Line, parts: Option<[Part; 9]>, lens: Lens, lang: Lang) -> Vec<Step> {
    let step = |kind, measure: Measure, amount: Option<f64>, bar, help| Step {
        kind,
        measure,
        label: measure.name(lang),
        value: amount.map_or_else(|| AWAITED.to_owned(), |posts| i18n::decimal(lang, posts, 0)),
        amount,
        bar,
        help,
    };
    let whole = |kind, measure: Measure, posts: Milli| {
        let bar = Some((Milli::ZERO, posts));
        step(kind, measure, Some(posts.people()), bar, measure.help(lang))
    };
    let need = total.figures.need.central;
    let mut steps = vec![whole(StepKind::Need, Measure::Need, need)];
    let mut at = need;
    let mut hang = |posts: Milli| {
        let before = at;
        at -= posts;
        Some((before, at))
    };
    for (place, key) in PARTS.into_iter().enumerate() {
        let part = parts.as_ref().map(|parts| &parts[place]);
        let kind = match part.is_some_and(Part::is_residual) {
            true => StepKind::Residual,
            false => StepKind::Cause,
        };
        let help = part.map_or_else(|| text(lang, &format!("ui-reason-{key}-help")), |p| p.help(lang));
        #[expect(clippy::cast_precision_loss, reason = "posts of a territory")]
        let amount = part.map(|p| p.whole as f64);
        let bar = part.and_then(|p| hang(p.posts));
        steps.push(step(kind, Measure::Part(place), amount, bar, help));
    }
    let expected = total.explained.as_ref().map(|e| &e.expected);
    match (lens, expected) {
        (Lens::Potential, _) => steps.push(whole(StepKind::Filled, Measure::Filled, total.figures.filled.central)),
        (Lens::Expected, Some(expected)) => {
            let friction = expected.friction().central;
            let help = Measure::Friction.help(lang);
            steps.push(step(
                StepKind::Friction,
                Measure::Friction,
                Some(friction.people()),
                hang(friction),
                help,
            ));
            steps.push(whole(
                StepKind::Filled,
                Measure::ExpectedFilled,
                expected.filled.central,
            ));
        }
        (Lens::Expected, None) => {
            for measure in [Measure::Friction, Measure::ExpectedFilled] {
                steps.push(step(StepKind::Filled, measure, None, None, measure.help(lang)));
            }
        }
    }
    steps
}

fn sentences(reasons: &Reasons, lang: Lang) -> impl Iterator<Item = Sentence> {
    reasons.largest.iter().map(move |shortage| Sentence {
        key: shortage.key.clone(),
        text: typographic(&shortage.sentence.text(lang)),
    })
}

/// The cells with most unfilled posts through the lens of the screen; those of the potential lens while the other is being computed.
fn shortages(snapshot: &Snapshot, gap: &Gap, lang: Lang) -> Vec<Shortage> {
    let (names, reasons) = (&snapshot.names, snapshot.reasons.as_deref());
    let unfilled = |cell: &GapCell| match (snapshot.lens, reasons) {
        (Lens::Potential, _) => Some(cell.figures.unfilled),
        (Lens::Expected, None) => None,
        (Lens::Expected, Some(r)) => r.expected.cell(&cell.basin, &cell.fap).map(|e| e.unfilled),
    };
    let size = |cell: &GapCell| unfilled(cell).unwrap_or(cell.figures.unfilled).central;
    let mut cells: Vec<&GapCell> = gap.cells.iter().filter(|c| size(c) > Milli::ZERO).collect();
    cells.sort_by(|a, b| {
        let by_size = size(b).cmp(&size(a));
        by_size.then_with(|| (&a.basin, &a.fap).cmp(&(&b.basin, &b.fap)))
    });
    cells.truncate(SHORTAGES);
    let highs = cells.iter().filter_map(|c| unfilled(c)).map(|u| u.high.people());
    let most = highs.fold(0.0, f64::max);
    let key = match snapshot.lens {
        Lens::Potential => "ui-shortage",
        Lens::Expected => "ui-shortage-expected",
    };
    let lines = Lines::new(snapshot, Grouping::Cell, lang);
    let main_cause = |cell: &GapCell| {
        let key = RowKey::Cell(cell.basin.clone(), cell.fap.clone());
        let explained = lines.line(&key, cell.figures).explained?;
        explained.main_cause(snapshot.lens, lang).map(|(words, _)| words)
    };
    let shortage = |cell: &GapCell| Shortage {
        key: RowKey::Cell(cell.basin.clone(), cell.fap.clone()),
        occupation: names.occupation(&cell.fap),
        rest: Message::new(key)
            .with("basin", names.basin(&cell.basin))
            .with(
                "unfilled",
                unfilled(cell).map_or_else(|| AWAITED.to_owned(), |u| i18n::range(lang, u)),
            )
            .with("need", i18n::people(lang, cell.figures.need.central))
            .text(lang),
        unfilled: unfilled(cell),
        most,
        cause: main_cause(cell),
    };
    cells.into_iter().map(shortage).collect()
}

fn domains(facts: &Facts, gap: &Gap) -> Vec<DomainGap> {
    let rows = gap.rows(Grouping::Domain, facts);
    let difference = |f: &Figures| f.supply.central - f.need.central;
    let range = |f: &Figures| Range::new(f.supply.low - f.need.high, difference(f), f.supply.high - f.need.low);
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
                range: range(&row.figures),
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
    use crate::domain::cause::Coalition;
    use crate::market::causes::CauseValues;
    use crate::market::expected::ExpectedFigures;
    use crate::ui::screens::gap_table::Explained;

    fn exact(posts: i64) -> Estimate {
        Range::exact(Milli::whole(posts))
    }

    /// 1000 posts, 600 unfilled: distance takes 250 off, the level gives 50 to others, nobody is trained for 400.
    fn total() -> Line {
        let mut unfilled = Box::new([0; Coalition::COUNT]);
        for set in Coalition::all() {
            let taken = |bit: usize, posts: i64| posts * i64::from(set.index() & bit != 0);
            unfilled[set.index()] = 1000 * (600 - taken(16, 250) + taken(32, 50));
        }
        Line {
            figures: Figures {
                need: exact(1000),
                filled: exact(400),
                unfilled: exact(600),
                ..Figures::default()
            },
            explained: Some(Explained {
                causes: CauseValues::new(unfilled, 400_000),
                expected: ExpectedFigures {
                    potential: exact(400),
                    filled: exact(370),
                    unfilled: exact(630),
                    filled_at_centre: exact(370),
                    ..ExpectedFigures::default()
                },
            }),
        }
    }

    /// Ends of the bars in posts.
    fn bars(steps: &[Step]) -> Vec<(i64, i64)> {
        let bars = steps.iter().filter_map(|s| s.bar);
        bars.map(|(from, to)| (from.0 / 1000, to.0 / 1000)).collect()
    }

    fn steps_of(total: &Line, of: fn(&CauseValues) -> [Part; 9], lens: Lens) -> Vec<Step> {
        let parts = total.explained.as_ref().map(|e| of(&e.causes));
        steps(total, parts, lens, Lang::Fr)
    }

    #[test]
    fn each_bar_hangs_where_the_one_before_ended_down_to_what_is_filled() {
        for of in [mean_parts, parts_in_order] {
            let found = bars(&steps_of(&total(), of, Lens::Potential));
            assert_eq!(found.len(), 11);
            assert_eq!(found[0], (0, 1000));
            assert_eq!(found[1..5], [(1000, 1000); 4]);
            assert_eq!(found[5..8], [(1000, 750), (750, 800), (800, 800)]);
            assert_eq!(found[8..], [(800, 400), (400, 400), (0, 400)]);
        }
    }

    #[test]
    fn friction_leads_from_the_potential_to_the_expected_posts() {
        let found = bars(&steps_of(&total(), mean_parts, Lens::Expected));
        assert_eq!(found[9..], [(400, 400), (400, 370), (0, 370)]);
    }

    #[test]
    fn steps_keep_their_places_while_causes_are_being_computed() {
        let waiting = Line {
            explained: None,
            ..total()
        };
        for lens in Lens::ALL {
            let names = |steps: &[Step]| steps.iter().map(|s| s.label.clone()).collect::<Vec<_>>();
            let found = steps_of(&waiting, mean_parts, lens);
            assert_eq!(names(&found), names(&steps_of(&total(), mean_parts, lens)));
            assert_eq!((found[1].value.as_str(), found[1].bar), (AWAITED, None));
        }
    }
}
