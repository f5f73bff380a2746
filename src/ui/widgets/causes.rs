//! Why posts stay unfilled: one line a cause with its bar and its range over orders, largest first; what accounts for nothing is folded.

use egui::{Align, CollapsingHeader, FontId, Label, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::lists::{name_and_value, sum_ui};
use super::{bars, text};
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, Message};
use crate::market::causes::CauseValues;
use crate::ui::causes::{Part, mean_parts};
use crate::ui::scene::Scene;
use crate::ui::theme::{plain, size};

/// Under so many posts, tenths are shown.
const TENTHS_UNDER: Milli = Milli::whole(100);

/// The unfilled posts of a line shared between causes, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseLines {
    /// What the parts are, and of which revision.
    pub caption: String,
    /// Largest first; they add up to `total`, as shown.
    pub lines: Vec<CauseLine>,
    /// What accounts for nothing, in any order of removal.
    pub nothing: Vec<CauseLine>,
    pub total: String,
    /// True where a cause, removed, would give people to other lines.
    pub negative: bool,
    /// Upper end of the scale of the bars, in posts.
    most: f64,
}

/// What one cause accounts for.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseLine {
    pub label: String,
    /// « 12,3 »: the mean over orders.
    pub value: String,
    /// « 8,1–15,0 »: the least and the most; nothing where they are the same.
    pub ends: String,
    /// What removing the cause means.
    pub help: String,
    posts: Estimate,
    /// True for what no cause explains.
    residual: bool,
}

impl CauseLine {
    /// « Éloignement : 12,3 (8,1–15,0) ».
    pub fn sentence(&self) -> String {
        let ends = if self.ends.is_empty() {
            String::new()
        } else {
            format!("\u{a0}({})", self.ends)
        };
        format!("{}\u{a0}: {}{ends}", self.label, self.value)
    }
}

/// Decimals of the posts of a line of so many.
pub fn decimals_of(posts: Milli) -> usize {
    usize::from(posts < TENTHS_UNDER)
}

impl CauseLines {
    /// The causes of a line of a table; nothing where all its posts are filled.
    pub fn of(values: &CauseValues, revision: i64, lang: Lang) -> Option<Self> {
        let found = values.breakdown();
        if found.unfilled == Milli::ZERO {
            return None;
        }
        let decimals = decimals_of(found.unfilled);
        let step = Milli(if decimals == 0 { 1000 } else { 100 });
        let shown = found.rounded_to(step).map(|n| Milli(n * step.0));
        let parts = mean_parts(values).into_iter().zip(shown);
        let mut lines: Vec<CauseLine> = parts.map(|(part, posts)| line(&part, posts, decimals, lang)).collect();
        lines.sort_by_key(|line| -line.posts.central);
        let negligible = |posts: Milli| posts.0.abs() < step.0 / 2;
        let (nothing, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| {
            let Range { low, central, high } = line.posts;
            central == Milli::ZERO && negligible(low) && negligible(high)
        });
        Some(Self {
            caption: Message::new("ui-causes-caption").with("revision", revision).text(lang),
            negative: lines.iter().any(|line| line.posts.central < Milli::ZERO),
            total: i18n::decimal(lang, shown.iter().copied().sum::<Milli>().people(), decimals),
            most: lines.iter().map(|line| line.posts.high.people()).fold(0.0, f64::max),
            lines,
            nothing,
        })
    }
}

fn line(part: &Part, posts: Milli, decimals: usize, lang: Lang) -> CauseLine {
    let shown = |posts: Milli| i18n::decimal(lang, posts.people(), decimals);
    let (least, most) = part.range.unwrap_or((posts, posts));
    CauseLine {
        label: part.name(lang),
        value: shown(posts),
        ends: if shown(least) == shown(most) {
            String::new()
        } else {
            i18n::ends(lang, &shown(least), &shown(most))
        },
        help: i18n::text(lang, &format!("ui-reason-{}-help", part.key)),
        posts: Range::new(least, posts, most),
        residual: part.is_residual(),
    }
}

/// Draws the lines, their sum, and what is folded.
pub fn causes_ui(ui: &mut Ui, scene: &Scene<'_>, causes: &CauseLines) {
    let weak = scene.palette.text_weak.0;
    ui.add(Label::new(plain(&causes.caption, size::TYPE_CAPTION).color(weak)).wrap());
    ui.spacing_mut().item_spacing.y = size::GAP_XS;
    for line in &causes.lines {
        line_ui(ui, scene, line, causes.most);
    }
    total_ui(ui, scene, &causes.total);
    if causes.negative {
        ui.add(Label::new(plain(scene.t("ui-causes-negative"), size::TYPE_CAPTION).color(weak)).wrap());
    }
    if !causes.nothing.is_empty() {
        let words = scene.say(&Message::new("ui-causes-nothing").with("n", causes.nothing.len()));
        CollapsingHeader::new(plain(words, size::TYPE_CAPTION))
            .id_salt("no-part")
            .show(ui, |ui| {
                for line in &causes.nothing {
                    ui.label(plain(&line.label, size::TYPE_CAPTION))
                        .on_hover_text(&line.help);
                }
            });
    }
}

/// The sum, under the centres.
fn total_ui(ui: &mut Ui, scene: &Scene<'_>, total: &str) {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width() - size::COLUMN_RANGE_ENDS);
        sum_ui(ui, scene, &scene.t("ui-causes-total"), total);
    });
}

/// Name and posts, with the bar and its range over orders underneath.
fn line_ui(ui: &mut Ui, scene: &Scene<'_>, line: &CauseLine, most: f64) {
    let height = size::ROW_COMPACT + size::BAR_SMALL;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let p = scene.palette;
    let words = rect.with_max_y(rect.top() + size::ROW_COMPACT);
    let font = FontId::proportional(size::TYPE_BODY);
    let centres = words.with_max_x((words.right() - size::COLUMN_RANGE_ENDS).max(words.left()));
    name_and_value(ui, scene, centres, &line.label, &line.value, &font);
    let small = FontId::proportional(size::TYPE_CAPTION);
    text::paint_line(ui, words, &line.ends, &small, p.text_weak.0, Align::Max);
    let strip = Rect::from_min_max(egui::pos2(rect.left(), words.bottom()), rect.max);
    let colour = if line.residual { p.no_training.0 } else { p.not_enough.0 };
    bars::bar(ui.painter(), strip, line.posts.central.people() / most, colour);
    bars::whisker(ui.painter(), strip, line.posts, most, p.text_weak.0);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, line.sentence()));
    response.on_hover_text(&line.help);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cause::Coalition;

    /// 2.6 posts: distance accounts for 1 whatever the order, and nobody is trained for the rest.
    fn values() -> CauseValues {
        let left = |set: Coalition| 2600 - 1000 * i64::from(set.index() & 16 != 0);
        let mut unfilled = Box::new([0; Coalition::COUNT]);
        for set in Coalition::all() {
            unfilled[set.index()] = left(set);
        }
        CauseValues::new(unfilled, 1600)
    }

    #[test]
    fn the_largest_comes_first_and_what_accounts_for_nothing_is_folded() {
        let told = CauseLines::of(&values(), 7, Lang::Fr).unwrap();
        let shown: Vec<(&str, &str)> = told.lines.iter().map(|l| (&*l.label, &*l.value)).collect();
        assert_eq!(shown, [("Absence de formation", "1,6"), ("Éloignement", "1,0")]);
        assert_eq!(
            (told.nothing.len(), told.total.as_str(), told.negative),
            (7, "2,6", false)
        );
        assert!(told.caption.contains("révision 7"), "{}", told.caption);
    }

    #[test]
    fn a_line_without_unfilled_posts_has_no_causes() {
        assert_eq!(CauseLines::of(&CauseValues::default(), 7, Lang::Fr), None);
    }
}
