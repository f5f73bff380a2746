//! The keyboard of a widget that has the focus.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

/// True where a widget has the keyboard; arrows then stay with it instead of moving the focus.
pub fn holds(ui: &Ui, response: &Response) -> bool {
    if !response.has_focus() {
        return false;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
    true
}

/// Takes a key pressed without another: nobody else sees it.
pub fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|i| i.consume_key(Modifiers::NONE, key))
}
