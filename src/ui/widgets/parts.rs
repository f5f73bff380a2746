//! Small pieces: cards, key figures, buttons, marks, empty states.

use egui::{
    Align2, Button, ComboBox, FontId, Frame, Response, RichText, Role, Sense, Stroke, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::domain::units::Estimate;
use crate::i18n::{self, Lang};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{self, Palette, bold, icon, plain, size};

/// A card on the surface colour.
pub fn card<R>(ui: &mut Ui, palette: &Palette, contents: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .fill(palette.surface.0)
        .stroke(Stroke::new(size::LINE, palette.line.0))
        .corner_radius(theme::corner())
        .inner_margin(theme::margin(size::GAP_L))
        .show(ui, contents)
        .inner
}

/// The frame of dialogs over the window.
pub fn dialog_frame(ui: &Ui) -> Frame {
    Frame::popup(ui.style()).inner_margin(theme::margin(size::GAP_L))
}

/// Heading of a card or of a part of a screen.
pub fn heading(ui: &mut Ui, text: impl Into<String>) {
    ui.label(bold(text, size::TYPE_EMPHASIS));
}

/// The one action a screen is for.
pub fn primary(ui: &mut Ui, scene: &Scene<'_>, text: impl Into<String>) -> Response {
    let words = RichText::new(text).color(scene.palette.text_on_accent.0);
    ui.add(
        Button::new(words)
            .fill(scene.palette.accent.0)
            .min_size(vec2(0.0, size::CONTROL)),
    )
}

/// A button that is only an icon, named for people who listen and on hover.
pub fn icon_button(ui: &mut Ui, glyph: &str, name: impl Into<String>) -> Response {
    let name = name.into();
    let response = ui.add(Button::new(plain(glyph, size::TYPE_EMPHASIS)).frame_when_inactive(false));
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
    response.on_hover_text(name)
}

/// Names a widget for people who listen.
pub fn name(ui: &Ui, response: &Response, name: &str) {
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name.to_owned()));
}

/// A one-line field with a name.
pub fn field(ui: &mut Ui, text: &mut String, label: &str, width: f32) -> Response {
    let response = ui.add(
        TextEdit::singleline(text)
            .hint_text(label)
            .desired_width(width)
            .align(Align2::LEFT_CENTER)
            .margin(vec2(size::GAP_S, size::GAP_XS)),
    );
    name(ui, &response, label);
    response
}

/// A small word on a soft ground: a state, a provenance.
pub fn tag(ui: &mut Ui, scene: &Scene<'_>, text: &str, tone: Tone) -> Response {
    let p = scene.palette;
    let (ink, ground) = match tone {
        Tone::Plain => (p.text_weak.0, p.stripe.0),
        Tone::Accent => (p.text.0, p.accent_soft.0),
        Tone::Attention => (p.attention.0, p.attention_soft.0),
        Tone::Error => (p.error.0, p.error_soft.0),
    };
    Frame::new()
        .fill(ground)
        .corner_radius(theme::corner())
        .inner_margin(egui::Margin::from(vec2(size::GAP_S, size::GAP_XS / 2.0)))
        .show(ui, |ui| ui.label(plain(text, size::TYPE_CAPTION).color(ink)))
        .inner
}

/// A choice among a few, its name before it.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    name: &str,
    value: &mut T,
    all: &[T],
    words: impl Fn(T) -> String,
) {
    let [caption, body] = [size::TYPE_CAPTION, size::TYPE_BODY].map(FontId::proportional);
    let chosen = words(*value);
    let whole = super::text::width(ui, name, caption) + super::text::width(ui, &chosen, body) + size::COMBO_FRAME;
    if ui.layout().main_wrap && ui.available_size_before_wrap().x < whole {
        // The name goes to the next line with its choice.
        ui.end_row();
    }
    ui.label(plain(name, size::TYPE_CAPTION).color(scene.palette.text_weak.0));
    let combo = ComboBox::from_id_salt(name).selected_text(chosen);
    let shown = combo.show_ui(ui, |ui| {
        for one in all {
            ui.selectable_value(value, *one, words(*one));
        }
    });
    self::name(ui, &shown.response, name);
}

/// A sample of a legend and its words, never cut apart by the end of a line.
pub fn sample(ui: &mut Ui, scene: &Scene<'_>, words: String, paint: impl FnOnce(&egui::Painter, egui::Rect)) {
    let ink = scene.palette.text.0;
    let galley = ui
        .painter()
        .layout_no_wrap(words, FontId::proportional(size::TYPE_CAPTION), ink);
    let room = vec2(
        size::GAP_L + size::GAP_XS + galley.size().x,
        size::TYPE_BODY + size::GAP_XS,
    );
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    paint(
        ui.painter(),
        Align2::LEFT_CENTER.align_size_within_rect(vec2(size::GAP_L, size::GAP_M), rect),
    );
    let at = Align2::RIGHT_CENTER.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley(at, galley, ink);
}

/// What a tag or a banner says by its colour, beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Accent,
    Attention,
    Error,
}

/// A sentence on a soft ground across the width.
pub fn banner(ui: &mut Ui, scene: &Scene<'_>, tone: Tone, text: &str) {
    let p = scene.palette;
    let (glyph, ink, ground) = match tone {
        Tone::Plain | Tone::Accent => (icon::INFO, p.accent.0, p.accent_soft.0),
        Tone::Attention => (icon::WARNING, p.attention.0, p.attention_soft.0),
        Tone::Error => (icon::ERROR, p.error.0, p.error_soft.0),
    };
    Frame::new()
        .fill(ground)
        .corner_radius(theme::corner())
        .inner_margin(theme::margin(size::GAP_S))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                ui.label(plain(glyph, size::TYPE_EMPHASIS).color(ink));
                ui.add(egui::Label::new(text).wrap());
            });
        });
}

/// An empty screen: what it is for, why it is empty, and the button that fills it.
pub fn empty_state(ui: &mut Ui, scene: &mut Scene<'_>, words: &str, button: &str, action: Action) {
    ui.add_space(size::GAP_XL);
    ui.vertical_centered(|ui| {
        ui.set_max_width(size::READING);
        ui.label(plain(words, size::TYPE_EMPHASIS));
        ui.add_space(size::GAP_M);
        if primary(ui, scene, button).clicked() {
            scene.send(action);
        }
    });
}

/// A row of key figures, or several where cards would be too narrow for their words; what names the one that was clicked.
pub fn key_figures<K: Copy>(ui: &mut Ui, scene: &Scene<'_>, figures: &[(K, KeyFigure)], width: f32) -> Option<K> {
    let width_of = |columns: usize| {
        #[expect(clippy::cast_precision_loss, reason = "a handful of cards")]
        let columns = columns as f32;
        ((width + size::GAP_M) / columns - size::GAP_M).floor()
    };
    let fits = |columns: &usize| width_of(*columns) >= size::CARD_MIN;
    let most = (1..=figures.len()).rev().find(fits).unwrap_or(1);
    // Rows of like length: three and two rather than four and one.
    let columns = figures.len().div_ceil(figures.len().div_ceil(most)).max(1);
    let mut clicked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::GAP_M, size::GAP_M);
        for row in figures.chunks(columns) {
            ui.horizontal(|ui| {
                for (measure, figure) in row {
                    if key_figure(ui, scene, figure, width_of(columns)).clicked() {
                        clicked = Some(*measure);
                    }
                }
            });
        }
    });
    clicked
}

/// A key figure: caption, large value, range; the whole card is a button that explains it.
fn key_figure(ui: &mut Ui, scene: &Scene<'_>, figure: &KeyFigure, width: f32) -> Response {
    let p = scene.palette;
    let height = size::TYPE_FIGURE + size::TYPE_CAPTION * 2.0 + size::GAP_XL * 2.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let sentence = figure.sentence();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &sentence));
    let active = response.hovered() || response.has_focus();
    let edge = if active { p.accent.0 } else { p.line.0 };
    ui.painter().rect(
        rect,
        theme::corner(),
        if active { p.hover.0 } else { p.surface.0 },
        Stroke::new(size::LINE, edge),
        egui::StrokeKind::Inside,
    );
    let inner = rect.shrink(size::GAP_M);
    let caption = FontId::proportional(size::TYPE_CAPTION);
    let top = inner.with_max_y(inner.top() + size::TYPE_CAPTION + size::GAP_XS);
    let cut = super::text::paint_line(ui, top, &figure.caption, &caption, p.text_weak.0, egui::Align::Min);
    ui.painter().text(
        egui::pos2(inner.left(), rect.center().y),
        Align2::LEFT_CENTER,
        &figure.value,
        FontId::new(size::TYPE_FIGURE, theme::bold_family()),
        scene.figure_ink(),
    );
    let bottom = inner.with_min_y(inner.bottom() - size::TYPE_CAPTION - size::GAP_XS);
    super::text::paint_line(ui, bottom, &figure.note, &caption, p.text_weak.0, egui::Align::Min);
    let hover = if cut {
        format!("{}\n{}", figure.caption, figure.help)
    } else {
        figure.help.clone()
    };
    response.on_hover_text(hover)
}

/// A figure large enough to be read across a room.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyFigure {
    pub caption: String,
    pub value: String,
    /// The range, or what limits the figure.
    pub note: String,
    pub help: String,
}

impl KeyFigure {
    /// Headcount and its range.
    pub fn people(lang: Lang, caption: String, estimate: Estimate, help: String) -> Self {
        let [low, high] = [estimate.low, estimate.high].map(|v| i18n::people(lang, v));
        let note = if low == high {
            i18n::text(lang, "ui-exact")
        } else {
            i18n::Message::new("ui-between")
                .with("low", low)
                .with("high", high)
                .text(lang)
        };
        Self {
            caption,
            value: i18n::people(lang, estimate.central),
            note,
            help,
        }
    }

    /// « Besoin : 1 200, de 900 à 1 500 ».
    pub fn sentence(&self) -> String {
        format!("{}, {}, {}", self.caption, self.value, self.note)
    }
}
