//! Title of a screen: the question it answers, and the mark of simulated figures.

use egui::{Align, FontId, Layout, Ui};

use crate::app::settings::Lens;
use crate::i18n::Message;
use crate::ui::scene::{Action, Place, Scene};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{self, bold, icon, plain, size};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::text::width;

/// Draws the title of `here`; the mark goes under it where both do not fit on one line.
pub fn title_ui(ui: &mut Ui, scene: &mut Scene<'_>, here: &Place) {
    let simulated = scene.snapshot.is_some_and(Snapshot::is_simulated);
    let mark = format!("{} {}", icon::SIMULATED, scene.t("simulated"));
    let fits = width(
        ui,
        &title(scene, here),
        FontId::new(size::TYPE_TITLE, theme::bold_family()),
    ) + width(ui, &mark, FontId::proportional(size::TYPE_CAPTION))
        + size::CONTROL
        + 4.0 * size::GAP_S
        <= ui.available_width();
    let line = egui::vec2(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        if simulated && fits {
            parts::tag(ui, scene, &mark, Tone::Attention);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| words_ui(ui, scene, here));
    });
    if simulated && !fits {
        parts::tag(ui, scene, &mark, Tone::Attention);
    }
    lens_ui(ui, scene, here);
    ui.add_space(size::GAP_S);
}

/// Which lens the figures of the screen are seen through, and what they were computed on.
fn lens_ui(ui: &mut Ui, scene: &Scene<'_>, here: &Place) {
    let Some(words) = scene.snapshot.and_then(|s| lens_words(s, here)) else {
        return;
    };
    let words = plain(scene.say(&words), size::TYPE_CAPTION).color(scene.palette.text_weak.0);
    ui.add(egui::Label::new(words).wrap());
}

fn lens_words(snapshot: &Snapshot, here: &Place) -> Option<Message> {
    let shown = matches!(
        here.section(),
        Place::Dashboard | Place::Basins | Place::Occupations | Place::Cells | Place::Flows
    );
    let gap = snapshot.gap.as_ref().filter(|gap| shown && !gap.cells.is_empty())?;
    let key = match (snapshot.lens, &snapshot.reasons) {
        (Lens::Potential, _) => "ui-lens-caption-potential",
        (Lens::Expected, Some(_)) => "ui-lens-caption-expected",
        (Lens::Expected, None) => "ui-lens-caption-waiting",
    };
    Some(Message::new(key).with("revision", gap.revision))
}

fn words_ui(ui: &mut Ui, scene: &mut Scene<'_>, here: &Place) {
    if here.section() != *here && parts::icon_button(ui, icon::BACK, scene.t("ui-back")).clicked() {
        scene.send(Action::Back);
    }
    ui.add(egui::Label::new(bold(title(scene, here), size::TYPE_TITLE)).truncate());
}

fn title(scene: &Scene<'_>, here: &Place) -> String {
    match (here, scene.snapshot) {
        (Place::Basin(code), Some(s)) => s.names.basin(code),
        (Place::Occupation(code), Some(s)) => s.names.occupation(code),
        (Place::Programme(id), Some(s)) => s.names.programme(id),
        _ => scene.t(&format!("ui-title-{}", here.as_str())),
    }
}
