//! Drawing of what an action does.

use egui::Ui;

use super::effects::Effects;
use crate::ui::detail::pairs::pairs_ui;
use crate::ui::detail::seat_view::year_ui;
use crate::ui::scene::Scene;
use crate::ui::theme::size;
use crate::ui::widgets::lists::list_ui;
use crate::ui::widgets::parts::{self, Tone};

/// Draws figures, doubts, years, cohorts and whom they come from.
pub fn effects_ui(ui: &mut Ui, scene: &mut Scene<'_>, effects: &Effects) {
    ui.spacing_mut().item_spacing.y = size::GAP_XS;
    pairs_ui(ui, scene, &effects.figures, size::TYPE_BODY);
    for doubt in &effects.doubts {
        parts::banner(ui, scene, Tone::Attention, doubt);
    }
    let groups = [
        ("ui-plan-alone-years", &effects.years),
        ("ui-plan-together-years", &effects.together),
    ];
    for (key, years) in groups.into_iter().filter(|(_, years)| !years.is_empty()) {
        ui.add_space(size::GAP_S);
        parts::heading(ui, scene.t(key));
        for year in years {
            year_ui(ui, scene, year);
        }
    }
    if let Some(receivers) = &effects.receivers {
        ui.add_space(size::GAP_S);
        list_ui(ui, scene, receivers);
    }
    for one in &effects.moves {
        ui.add_space(size::GAP_S);
        parts::heading(ui, scene.t("ui-plan-cohort"));
        ui.label(&one.title);
        pairs_ui(ui, scene, &one.cohort, size::TYPE_BODY);
        if let Some(displaced) = &one.displaced {
            ui.add_space(size::GAP_S);
            list_ui(ui, scene, displaced);
        }
    }
    if effects.moves.is_empty() {
        ui.label(scene.t("ui-plan-moves-nothing"));
    }
}
