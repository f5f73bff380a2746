//! Lists that a pencil can add up: a name that may lead to its sheet, what is under it, its figure, and the sum.

use egui::{Align, FontId, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::table::Cell;
use super::{parts, text};
use crate::domain::units::Milli;
use crate::i18n::{self, Lang, Message};
use crate::ui::scene::{Action, Place, Scene};
use crate::ui::theme::{self, bold_family, icon, plain, size};

/// Lines drawn first; the others are counted and added up until they are asked for.
const LINES_FIRST: usize = 12;
/// A list hardly longer is drawn whole.
const LINES_TOLERATED: usize = 15;

/// A list with its sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// « Les postes », and what is counted.
    pub heading: String,
    pub unit: String,
    /// Largest first.
    pub entries: Vec<Entry>,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub name: String,
    pub under: String,
    pub quantity: Milli,
    pub to: Option<Place>,
}

impl Listing {
    /// What the lines add up to.
    pub fn total(&self) -> Milli {
        self.entries.iter().map(|e| e.quantity).sum()
    }

    /// Decimals of every figure of the list: those that its finest line needs.
    fn decimals(&self) -> usize {
        let needed = self.entries.iter().map(|e| i18n::exact_decimals(e.quantity));
        needed.max().unwrap_or(0)
    }

    /// All lines as tab-separated text with a header, for a spreadsheet.
    pub fn tsv(&self, lang: Lang) -> String {
        let mut out = format!("{}\t\t{}", self.heading, self.unit);
        for entry in &self.entries {
            let number = Cell::Number(entry.quantity.people(), 3).plain(lang);
            out.push_str(&format!("\n{}\t{}\t{number}", entry.name, entry.under));
        }
        out
    }
}

/// Draws the heading with its unit, the lines, and their sum.
pub fn list_ui(ui: &mut Ui, scene: &mut Scene<'_>, list: &Listing) {
    ui.spacing_mut().item_spacing.y = size::GAP_XS;
    heading_ui(ui, scene, list);
    let lang = scene.lang;
    let decimals = list.decimals();
    let figure = |quantity: Milli| i18n::decimal(lang, quantity.people(), decimals);
    let whole = ui.scope_id().with((&list.heading, "whole"));
    let shown = match ui.data(|d| d.get_temp(whole)) {
        Some(true) => list.entries.len(),
        _ if list.entries.len() <= LINES_TOLERATED => list.entries.len(),
        _ => LINES_FIRST,
    };
    let (first, rest) = list.entries.split_at(shown);
    for entry in first {
        entry_ui(ui, scene, entry, &figure(entry.quantity));
    }
    if !rest.is_empty() {
        let sum: Milli = rest.iter().map(|e| e.quantity).sum();
        let words = scene.say(&Message::new("ui-detail-more").with("n", rest.len()));
        sum_ui(ui, scene, &words, &figure(sum));
        if ui.button(scene.t("ui-list-whole")).clicked() {
            ui.data_mut(|d| d.insert_temp(whole, true));
        }
    }
    sum_ui(ui, scene, &scene.t("ui-list-sum"), &figure(list.total()));
}

fn heading_ui(ui: &mut Ui, scene: &mut Scene<'_>, list: &Listing) {
    ui.horizontal(|ui| {
        let weak = scene.palette.text_weak.0;
        let words = format!("{} ({})", list.heading, list.entries.len());
        ui.label(theme::bold(words, size::TYPE_CAPTION).color(weak));
        let name = scene.say(&Message::new("ui-list-copy").with("list", list.heading.as_str()));
        if parts::icon_button(ui, icon::COPY, name).clicked() {
            ui.ctx().copy_text(list.tsv(scene.lang));
            scene.tell(Message::new("ui-table-copied").with("n", list.entries.len()));
        }
        ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
            ui.label(plain(&list.unit, size::TYPE_CAPTION).color(weak));
        });
    });
}

/// The name with its figure, then what is under it in small; the whole line leads to the sheet of the name.
fn entry_ui(ui: &mut Ui, scene: &mut Scene<'_>, entry: &Entry, value: &str) {
    let height = if entry.under.is_empty() {
        size::ROW_COMPACT
    } else {
        size::ROW_COMFORTABLE
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let p = scene.palette;
    let leads = entry.to.is_some();
    if leads && (response.hovered() || response.has_focus()) {
        ui.painter()
            .rect_filled(rect.expand2(vec2(size::GAP_XS, 0.0)), theme::corner(), p.hover.0);
    }
    let font = FontId::proportional(size::TYPE_BODY);
    let first = if entry.under.is_empty() {
        rect
    } else {
        rect.with_max_y(rect.center().y + size::LINE)
    };
    let ink = if leads { p.accent.0 } else { p.text.0 };
    let mut cut = inked(ui, scene, first, (&entry.name, ink), value, &font);
    if !entry.under.is_empty() {
        let small = FontId::proportional(size::TYPE_CAPTION);
        let second = rect.with_min_y(first.bottom());
        cut |= text::paint_line(ui, second, &entry.under, &small, p.text_weak.0, Align::Min);
    }
    let spoken = [entry.name.as_str(), &entry.under, value];
    let spoken: Vec<&str> = spoken.into_iter().filter(|part| !part.is_empty()).collect();
    let role = if leads { Role::Link } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, spoken.join(", ")));
    if let Some(place) = entry.to.as_ref().filter(|_| response.clicked()) {
        scene.send(Action::Go(place.clone()));
    }
    let response = if leads {
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    } else {
        response
    };
    if cut {
        response.on_hover_text(format!("{}\n{}", entry.name, entry.under));
    }
}

/// A name with its figure, and in small what is under it, wrapped.
pub fn fact_ui(ui: &mut Ui, scene: &Scene<'_>, name: &str, under: &str, value: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW_COMPACT), Sense::hover());
    name_and_value(ui, scene, rect, name, value, &FontId::proportional(size::TYPE_BODY));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}\u{a0}: {value}")));
    let small = plain(under, size::TYPE_CAPTION).color(scene.palette.text_weak.0);
    ui.add(egui::Label::new(small).wrap());
}

/// The line under a list: what it adds up to.
pub fn sum_ui(ui: &mut Ui, scene: &Scene<'_>, name: &str, value: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW_COMPACT), Sense::hover());
    let stroke = Stroke::new(size::LINE, scene.palette.line.0);
    ui.painter().hline(rect.x_range(), rect.top(), stroke);
    let font = FontId::new(size::TYPE_BODY, bold_family());
    name_and_value(ui, scene, rect, name, value, &font);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}\u{a0}: {value}")));
}

/// Name on the left, cut in its middle where it must be; value on the right, whole.
pub fn name_and_value(ui: &Ui, scene: &Scene<'_>, rect: Rect, name: &str, value: &str, font: &FontId) {
    inked(ui, scene, rect, (name, scene.palette.text.0), value, font);
}

fn inked(
    ui: &Ui,
    scene: &Scene<'_>,
    rect: Rect,
    (name, ink): (&str, egui::Color32),
    value: &str,
    font: &FontId,
) -> bool {
    let (galley, _) = text::fit(ui, value, font, scene.figure_ink(), rect.width());
    let left = rect.with_max_x(rect.right() - galley.size().x - size::GAP_S);
    text::paint_line(ui, rect, value, font, scene.figure_ink(), Align::Max);
    text::paint_line(ui, left, name, font, ink, Align::Min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_copied_whole_and_adds_up() {
        let entry = |name: &str, quantity| Entry {
            name: name.to_owned(),
            under: "Dunkerque".to_owned(),
            quantity: Milli(quantity),
            to: None,
        };
        let list = Listing {
            heading: "Les postes".to_owned(),
            unit: "postes".to_owned(),
            entries: vec![entry("Soudeurs", 1_234_500), entry("Régleurs", 500)],
        };
        assert_eq!(list.total(), Milli(1_235_000));
        assert_eq!(
            list.tsv(Lang::Fr),
            "Les postes\t\tpostes\nSoudeurs\tDunkerque\t1234,5\nRégleurs\tDunkerque\t0,5"
        );
        assert!(list.tsv(Lang::En).ends_with("0.5"));
    }
}
