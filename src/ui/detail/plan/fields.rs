//! Fields of the form of an action: a caption over each, and under it why it is wrong.

use egui::{Button, Key, Label, Ui};

use super::choices::{Choice, found};
use super::draft::Field;
use crate::i18n::Message;
use crate::ui::scene::Scene;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::parts;

/// What is typed in the field that looks for something, until it is found.
pub type Typed = Option<(Field, String)>;

/// A caption, what is drawn under it, and why the field is wrong.
pub fn labelled<R, F: Copy + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (caption, field): (&str, Option<F>),
    faults: &[(F, Message)],
    draw: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = size::GAP_XS;
        ui.label(plain(caption, size::TYPE_CAPTION).color(scene.palette.text_weak.0));
        let drawn = draw(ui);
        faults_ui(ui, scene, field, faults);
        drawn
    })
    .inner
}

/// Why a field is wrong.
pub fn faults_ui<F: Copy + PartialEq>(ui: &mut Ui, scene: &Scene<'_>, field: Option<F>, faults: &[(F, Message)]) {
    for (_, why) in faults.iter().filter(|(of, _)| Some(*of) == field) {
        let words = plain(scene.say(why), size::TYPE_CAPTION).color(scene.palette.error.0);
        ui.add(Label::new(words).wrap());
    }
}

/// A field that finds one thing by a few letters; what is the one picked, by a click or, the first, by Enter.
pub fn finder_ui<T: Clone, F: Copy + PartialEq>(
    ui: &mut Ui,
    (name, field): (&str, F),
    (choices, chosen): (&[Choice<T>], &str),
    typed: &mut Option<(F, String)>,
) -> Option<T> {
    let own = typed
        .as_ref()
        .filter(|(of, _)| *of == field)
        .map(|(_, words)| words.clone());
    let mut words = own.clone().unwrap_or_else(|| chosen.to_owned());
    let response = parts::field(ui, &mut words, name, ui.available_width() - size::GAP_L);
    if response.gained_focus() {
        select_all(ui, &response);
    }
    if response.changed() {
        *typed = Some((field, words.clone()));
    } else {
        own.as_ref()?;
    }
    let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    if response.lost_focus() && ui.input(|i| i.key_pressed(Key::Escape)) {
        *typed = None;
        return None;
    }
    let offered = found(choices, &words);
    let mut picked = offered.first().filter(|_| entered).map(|choice| choice.key.clone());
    for choice in &offered {
        if ui
            .add(
                Button::new(&choice.name)
                    .truncate()
                    .min_size(egui::vec2(ui.available_width(), 0.0)),
            )
            .clicked()
        {
            picked = Some(choice.key.clone());
        }
    }
    if picked.is_some() {
        *typed = None;
    }
    picked
}

/// What is in a field is replaced by what is typed next.
fn select_all(ui: &Ui, response: &egui::Response) {
    use egui::text::{CCursor, CCursorRange};
    let Some(mut state) = egui::TextEdit::load_state(ui.ctx(), response.id) else {
        return;
    };
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(usize::MAX));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), response.id);
}

/// True where Enter was pressed in a field of one line that is not looking for something.
pub fn entered(ui: &Ui, response: &egui::Response) -> bool {
    response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter))
}
