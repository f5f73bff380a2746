//! Look of the window: fonts, colours and sizes turned into an egui style. Nothing else in the window names a colour or a length.

pub mod icon;
pub mod palette;
pub mod size;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::epaint::Shadow;
use egui::style::{ScrollStyle, Selection, WidgetVisuals};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, RichText, Stroke, Style,
    TextStyle, Theme as Mode, ThemePreference, Vec2, Visuals,
};

pub use crate::app::settings::Theme as Look;
pub use palette::Palette;

/// The palettes of the three themes, and which one is shown.
#[derive(Debug, Clone)]
pub struct Themes {
    light: Palette,
    dark: Palette,
    contrast: Palette,
}

impl Themes {
    /// Reads the embedded palettes.
    ///
    /// # Errors
    /// When an embedded file is not a palette, which a test rules out.
    pub fn embedded() -> Result<Self, serde_json::Error> {
        Ok(Self {
            light: Palette::embedded(Look::Light)?,
            dark: Palette::embedded(Look::Dark)?,
            contrast: Palette::embedded(Look::Contrast)?,
        })
    }

    /// Installs fonts once and both styles; call again when the look changes.
    pub fn install(&self, ctx: &Context, look: Look) {
        let (light, dark) = match look {
            Look::Contrast => (&self.contrast, &self.contrast),
            _ => (&self.light, &self.dark),
        };
        ctx.options_mut(|o| {
            o.fallback_theme = Mode::Light;
            o.zoom_with_keyboard = false;
        });
        ctx.set_style_of(Mode::Light, style(light));
        ctx.set_style_of(Mode::Dark, style(dark));
        ctx.set_theme(match look {
            Look::System => ThemePreference::System,
            Look::Light => ThemePreference::Light,
            Look::Dark | Look::Contrast => ThemePreference::Dark,
        });
    }

    /// The palette on screen now.
    pub fn shown(&self, ctx: &Context, look: Look) -> &Palette {
        match (look, ctx.theme()) {
            (Look::Contrast, _) => &self.contrast,
            (_, Mode::Dark) => &self.dark,
            (_, Mode::Light) => &self.light,
        }
    }
}

/// Installs the bundled text and icon fonts; system fonts are never consulted, so that every machine shows the same.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 3] = [
        ("plex", include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf")),
        (
            "plex-bold",
            include_bytes!("../../../assets/fonts/IBMPlexSans-Bold.ttf"),
        ),
        ("icons", include_bytes!("../../../assets/icons/Phosphor-subset.ttf")),
    ];
    for (name, bytes) in files {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let family = |first: &str| vec![first.to_owned(), "icons".to_owned()];
    fonts.families.insert(FontFamily::Proportional, family("plex"));
    fonts.families.insert(FontFamily::Monospace, family("plex"));
    fonts.families.insert(bold_family(), family("plex-bold"));
    ctx.set_fonts(fonts);
}

/// Bold text of a size.
pub fn bold(text: impl Into<String>, points: f32) -> RichText {
    RichText::new(text).font(FontId::new(points, bold_family()))
}

/// Regular text of a size.
pub fn plain(text: impl Into<String>, points: f32) -> RichText {
    RichText::new(text).font(FontId::proportional(points))
}

/// Family of the bold face.
pub fn bold_family() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Space on all sides of a card.
pub fn margin(points: f32) -> Margin {
    Margin::from(Vec2::splat(points))
}

/// Rounding of cards and controls.
pub fn corner() -> CornerRadius {
    CornerRadius::same(size::CORNER)
}

fn style(p: &Palette) -> Style {
    let mut style = Style {
        text_styles: BTreeMap::from([
            (TextStyle::Small, FontId::proportional(size::TYPE_CAPTION)),
            (TextStyle::Body, FontId::proportional(size::TYPE_BODY)),
            (TextStyle::Button, FontId::proportional(size::TYPE_BODY)),
            (TextStyle::Monospace, FontId::proportional(size::TYPE_CAPTION)),
            (TextStyle::Heading, FontId::new(size::TYPE_TITLE, bold_family())),
        ]),
        visuals: visuals(p),
        animation_time: 0.0,
        ..Style::default()
    };
    let s = &mut style.spacing;
    s.item_spacing = Vec2::splat(size::GAP_S);
    s.button_padding = egui::vec2(size::GAP_S, size::GAP_XS);
    s.interact_size = egui::vec2(size::CONTROL, size::CONTROL);
    s.window_margin = margin(size::GAP_L);
    s.menu_margin = margin(size::GAP_S);
    s.indent = size::GAP_L;
    s.combo_height = size::DIALOG_LIST;
    s.tooltip_width = size::FIELD_WIDE;
    s.scroll = ScrollStyle::thin();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.3;
    style
}

fn visuals(p: &Palette) -> Visuals {
    let mut v = if p.dark { Visuals::dark() } else { Visuals::light() };
    let line = Stroke::new(size::LINE, p.line.0);
    let set = |w: &mut WidgetVisuals, fill: Color32, stroke: Color32, text: Color32| {
        w.bg_fill = fill;
        w.weak_bg_fill = fill;
        w.bg_stroke = Stroke::new(size::LINE, stroke);
        w.fg_stroke = Stroke::new(size::LINE, text);
        w.corner_radius = corner();
        w.expansion = 0.0;
    };
    set(&mut v.widgets.noninteractive, p.surface.0, p.line.0, p.text.0);
    set(&mut v.widgets.inactive, p.control.0, p.control_line.0, p.text.0);
    set(&mut v.widgets.hovered, p.hover.0, p.accent.0, p.text.0);
    set(&mut v.widgets.active, p.accent_soft.0, p.accent.0, p.text.0);
    v.widgets.active.bg_stroke.width = size::FOCUS_LINE;
    set(&mut v.widgets.open, p.hover.0, p.accent.0, p.text.0);
    v.weak_text_color = Some(p.text_weak.0);
    v.selection = Selection {
        bg_fill: p.accent_soft.0,
        stroke: Stroke::new(size::LINE, p.text.0),
    };
    v.hyperlink_color = p.accent.0;
    v.faint_bg_color = p.stripe.0;
    v.extreme_bg_color = p.control.0;
    v.text_edit_bg_color = Some(p.control.0);
    v.code_bg_color = p.stripe.0;
    v.warn_fg_color = p.attention.0;
    v.error_fg_color = p.error.0;
    v.window_fill = p.surface.0;
    v.window_stroke = line;
    v.window_corner_radius = corner();
    v.menu_corner_radius = corner();
    v.panel_fill = p.canvas.0;
    v.window_shadow = Shadow::NONE;
    v.popup_shadow = Shadow {
        offset: [0, 4],
        blur: 12,
        spread: 0,
        color: Color32::from_black_alpha(48),
    };
    v.text_cursor.stroke = Stroke::new(size::FOCUS_LINE, p.accent.0);
    v.text_cursor.blink = false;
    v
}
