//! Left navigation: one entry a screen; icons only in narrow windows.

use egui::{Align2, FontId, Frame, Panel, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::scene::{Action, Place, Scene};
use crate::ui::theme::{self, bold, icon, size};

/// Draws the navigation; `here` is the place on screen.
pub fn nav_ui(ui: &mut Ui, scene: &mut Scene<'_>, here: &Place) {
    let wide = ui.ctx().content_rect().width() >= size::NAV_COLLAPSES_UNDER;
    let width = if wide { size::NAV_WIDE } else { size::NAV_ICONS };
    Panel::left("navigation")
        .exact_size(width)
        .resizable(false)
        .frame(
            Frame::new()
                .fill(scene.palette.rail.0)
                .inner_margin(theme::margin(size::GAP_S)),
        )
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = size::GAP_XS;
            if wide {
                ui.add_space(size::GAP_XS);
                ui.horizontal(|ui| {
                    ui.add_space(size::GAP_S);
                    ui.label(bold(scene.t("app-name"), size::TYPE_TITLE));
                });
                ui.add_space(size::GAP_M);
            }
            let height = entry_height(ui);
            // A low window, or one that shows its jobs, has no room for all.
            let bar = egui::scroll_area::ScrollBarVisibility::AlwaysHidden;
            ScrollArea::vertical().scroll_bar_visibility(bar).show(ui, |ui| {
                for place in Place::NAVIGATION {
                    if place == Place::Import {
                        ui.add_space(size::GAP_S);
                        ui.separator();
                    }
                    entry_ui(ui, scene, (&place, here.section() == place), (wide, height));
                }
            });
        });
}

/// As tall as is comfortable, lower where the window is too low for all entries.
fn entry_height(ui: &Ui) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of entries")]
    let entries = Place::NAVIGATION.len() as f32;
    let apart = size::GAP_XL + size::GAP_S;
    let each = (ui.available_height() - apart) / entries - size::GAP_XS;
    each.clamp(size::ROW_COMPACT, size::ROW_COMFORTABLE + size::GAP_XS)
}

fn entry_ui(ui: &mut Ui, scene: &mut Scene<'_>, (place, selected): (&Place, bool), (wide, height): (bool, f32)) {
    let name = scene.t(&format!("ui-nav-{}", place.as_str()));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &name));
    let p = scene.palette;
    let ground = match (selected, response.hovered() || response.has_focus()) {
        (true, _) => Some(p.accent_soft.0),
        (false, true) => Some(p.hover.0),
        _ => None,
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, theme::corner(), ground);
    }
    if selected {
        let mark = Rect::from_min_size(
            pos2(rect.left(), rect.top() + size::GAP_S),
            vec2(size::FOCUS_LINE + size::LINE, rect.height() - size::GAP_L),
        );
        ui.painter().rect_filled(mark, theme::corner(), p.accent.0);
    }
    let ink = if selected { p.accent.0 } else { p.text_weak.0 };
    let glyph_at = if wide {
        pos2(rect.left() + size::GAP_XL, rect.center().y)
    } else {
        rect.center()
    };
    let glyph_font = FontId::proportional(size::TYPE_TITLE);
    ui.painter()
        .text(glyph_at, Align2::CENTER_CENTER, glyph(place), glyph_font, ink);
    if wide {
        let font = if selected {
            FontId::new(size::TYPE_BODY, theme::bold_family())
        } else {
            FontId::proportional(size::TYPE_BODY)
        };
        let at = pos2(glyph_at.x + size::GAP_XL, rect.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, &name, font, p.text.0);
    }
    if response.clicked() {
        scene.send(Action::Go(place.clone()));
    }
    if !wide {
        response.on_hover_text(name);
    }
}

/// Icon of a navigation entry.
pub fn glyph(place: &Place) -> &'static str {
    match place {
        Place::Dashboard => icon::DASHBOARD,
        Place::Basins | Place::Basin(_) => icon::BASINS,
        Place::Occupations | Place::Occupation(_) => icon::OCCUPATIONS,
        Place::Cells | Place::Compare => icon::CELLS,
        Place::Needs => icon::FILE,
        Place::Flows => icon::FLOWS,
        Place::Training | Place::Programme(_) => icon::TRAINING,
        Place::Crosswalk => icon::CROSSWALK,
        Place::Plan => icon::PLAN,
        Place::Funding => icon::FUNDING,
        Place::Skills => icon::SKILLS,
        Place::Board => icon::BOARD,
        Place::Sources => icon::SOURCES,
        Place::Assumptions => icon::ASSUMPTIONS,
        Place::Journal => icon::JOURNAL,
        Place::Import => icon::IMPORT,
        Place::Export => icon::EXPORT,
    }
}
