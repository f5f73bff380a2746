//! Shortcuts: from keys to commands, and the list of them.

use egui::{Context, Grid, Id, Key, KeyboardShortcut, Modal, Modifiers, Ui};

use crate::app::command::{self, Command, Menu, Shortcut};
use crate::ui::scene::Scene;
use crate::ui::theme::{bold, size};
use crate::ui::widgets::parts;

/// The commands whose keys were pressed this frame. Text fields keep their own undo, redo and copy.
pub fn pressed(ctx: &Context) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    let mut commands = Vec::new();
    for command in Command::ALL {
        let Some(shortcut) = command.shortcut() else { continue };
        if typing && matches!(command, Command::Undo | Command::Redo) {
            continue;
        }
        if keyboard(shortcut).is_some_and(|k| ctx.input_mut(|i| i.consume_shortcut(&k))) {
            commands.push(command);
        }
    }
    let redo = KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    if !typing && ctx.input_mut(|i| i.consume_shortcut(&redo)) {
        // Ctrl+Shift+Z also reads as Ctrl+Z with a key held: the longer shortcut wins.
        commands.retain(|c| *c != Command::Undo);
        commands.push(Command::Redo);
    }
    let zooms = [
        (Key::Plus, Command::ZoomIn),
        (Key::Equals, Command::ZoomIn),
        (Key::Minus, Command::ZoomOut),
    ];
    for (key, command) in zooms {
        if ctx.input_mut(|i| i.consume_key(Modifiers::COMMAND, key)) {
            commands.push(command);
        }
    }
    commands
}

/// The window that lists the keys; returns false once closed.
pub fn keys_ui(ui: &Ui, scene: &mut Scene<'_>) -> bool {
    let modal = Modal::new(Id::unique("keys"))
        .frame(parts::dialog_frame(ui))
        .show(ui.ctx(), |ui| {
            ui.set_width(size::DIALOG);
            ui.heading(scene.t("ui-keys-title"));
            ui.add_space(size::GAP_S);
            egui::ScrollArea::vertical()
                .max_height(size::DIALOG_LIST)
                .show(ui, |ui| {
                    Grid::new("keys-grid")
                        .num_columns(2)
                        .spacing([size::GAP_XL, size::GAP_XS])
                        .show(ui, |ui| list_ui(ui, scene));
                });
            ui.add_space(size::GAP_S);
            ui.button(scene.t("ui-close")).clicked()
        });
    !(modal.inner || modal.should_close())
}

fn list_ui(ui: &mut Ui, scene: &Scene<'_>) {
    for menu in Menu::ALL {
        for command in menu.commands() {
            let Some(shortcut) = command.shortcut() else { continue };
            ui.label(bold(shortcut.label(scene.lang), size::TYPE_BODY));
            ui.label(command.label(scene.lang));
            ui.end_row();
        }
    }
    for key in ["open", "close", "move", "edit", "remove", "rentree", "tab", "zoom"] {
        ui.label(bold(scene.t(&format!("ui-key-{key}")), size::TYPE_BODY));
        ui.label(scene.t(&format!("ui-key-{key}-does")));
        ui.end_row();
    }
}

fn keyboard(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let modifiers = match shortcut.modifiers {
        command::Modifiers::None => Modifiers::NONE,
        command::Modifiers::Ctrl => Modifiers::COMMAND,
        command::Modifiers::CtrlShift => Modifiers::COMMAND | Modifiers::SHIFT,
    };
    let name = match shortcut.key {
        command::Key::Letter(letter) => letter.to_string(),
        command::Key::Function(number) => format!("F{number}"),
    };
    Key::from_name(&name).map(|key| KeyboardShortcut::new(modifiers, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_is_a_key_of_the_window() {
        for shortcut in Command::ALL.into_iter().filter_map(Command::shortcut) {
            assert!(keyboard(shortcut).is_some(), "{shortcut:?}");
        }
    }
}
