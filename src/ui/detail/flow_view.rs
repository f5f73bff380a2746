//! Drawing of one line of the flows.

use egui::{Label, Ui};

use super::flow::FlowDetail;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{icon, size};
use crate::ui::widgets::lists::list_ui;

/// Draws what the people are, the sheets of both ends, and the lists.
pub fn flow_ui(ui: &mut Ui, scene: &mut Scene<'_>, flow: &FlowDetail) {
    for sentence in &flow.sentences {
        ui.add(Label::new(sentence).wrap());
        ui.add_space(size::GAP_XS);
    }
    for (name, place) in &flow.sheets {
        let words = format!("{name} {}", icon::CARET_RIGHT);
        if ui.add(egui::Button::new(words).truncate()).clicked() {
            scene.send(Action::Go(place.clone()));
        }
    }
    for list in flow.lists.iter().filter(|list| !list.entries.is_empty()) {
        ui.add_space(size::GAP_M);
        list_ui(ui, scene, list);
    }
}
