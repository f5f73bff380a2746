//! Drawing of the detail of a deed.

use egui::{Label, ScrollArea, Ui};

use super::data::Detail;
use super::deed::{Read, Told};
use super::pairs::pairs_ui;
use super::view::head_ui;
use crate::ui::scene::{Action, Scene};
use crate::ui::screens::Beside;
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::parts;

/// Draws what was read of a deed; nothing while it is being read.
pub(super) fn deed_ui(ui: &mut Ui, scene: &mut Scene<'_>, id: i64, beside: &Beside<'_>) {
    let read: Option<&Read> = beside.deed.filter(|read| read.changes.entry.id == id);
    let Some(read) = read else {
        let title = scene.t("ui-computing");
        let waiting = Detail {
            title,
            ..Detail::default()
        };
        head_ui(ui, scene, &waiting);
        return;
    };
    let told = Told::of(read, beside.deeds, scene.lang);
    let head = Detail {
        title: told.title.clone(),
        ..Detail::default()
    };
    head_ui(ui, scene, &head);
    let area = ScrollArea::vertical().id_salt(("deed", id));
    area.auto_shrink(false).show(ui, |ui| {
        pairs_ui(ui, scene, &told.figures, size::TYPE_BODY);
        ui.add_space(size::GAP_S);
        go_ui(ui, scene, id, &told);
        parts::heading(ui, scene.t("ui-deed-changes"));
        for words in told.tables.iter().chain(&told.nothing) {
            ui.add(Label::new(words).wrap());
        }
        for (title, cells) in &told.rows {
            ui.add_space(size::GAP_S);
            ui.label(plain(title, size::TYPE_CAPTION).color(scene.palette.text_weak.0));
            pairs_ui(ui, scene, cells, size::TYPE_BODY);
        }
        ui.add_space(size::GAP_L);
    });
}

/// The button that goes there, or where the file stands.
fn go_ui(ui: &mut Ui, scene: &mut Scene<'_>, id: i64, told: &Told) {
    if let Some(words) = &told.go {
        let glyph = if words.starts_with(&scene.t("ui-journal-forth")) {
            icon::REDO
        } else {
            icon::UNDO
        };
        ui.add_enabled_ui(scene.writable(), |ui| {
            if parts::primary(ui, scene, format!("{glyph} {words}")).clicked() {
                scene.send(Action::Travel(id));
            }
        });
        ui.label(plain(scene.t("ui-deed-go-help"), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
    }
    if let Some(words) = &told.here {
        ui.add(Label::new(plain(words, size::TYPE_BODY).color(scene.palette.text_weak.0)).wrap());
    }
    ui.add_space(size::GAP_M);
}
