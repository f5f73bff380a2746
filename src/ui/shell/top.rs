//! Top bar: territory, year, lens, search, language, colours, menu.

use egui::{Align, Button, ComboBox, Frame, Layout, Panel, Popup, Role, Ui, WidgetInfo, vec2};

use crate::app::command::{Command, Menu, Needs};
use crate::app::settings::{Lens, Theme};
use crate::i18n::{Lang, Message};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{self, bold, icon, plain, size};
use crate::ui::tour::view::mark;
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::segments::{Segment, segments_ui};

/// Draws the top bar.
pub fn top_ui(ui: &mut Ui, scene: &mut Scene<'_>, chosen: Theme) {
    let frame = Frame::new()
        .fill(scene.palette.surface.0)
        .inner_margin(egui::Margin::from(vec2(size::GAP_L, size::GAP_S)));
    Panel::top("top").frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                menu_ui(ui, scene);
                theme_ui(ui, scene, chosen);
                lang_ui(ui, scene);
                search_ui(ui, scene);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| territory_ui(ui, scene));
            });
        });
    });
}

fn territory_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(snapshot) = scene.snapshot else {
        ui.label(bold(scene.t("app-name"), size::TYPE_EMPHASIS));
        return;
    };
    let name = &snapshot.facts.territory.name;
    let font = egui::FontId::new(size::TYPE_EMPHASIS, theme::bold_family());
    let room = (ui.available_width() - size::YEAR_AND_LENS).max(size::FIELD_NUMBER);
    crate::ui::widgets::text::line_label(ui, name, font, scene.palette.text.0, room);
    year_ui(ui, scene);
    lens_ui(ui, scene);
    if let Some(version) = &snapshot.version {
        let text = format!("{} {}", icon::JOURNAL, scene.say(version));
        parts::tag(ui, scene, &text, Tone::Attention).on_hover_text(scene.t("ui-version-of-help"));
    } else if !scene.writable() {
        let text = format!("{} {}", icon::LOCK, scene.t("ui-read-only"));
        parts::tag(ui, scene, &text, Tone::Attention).on_hover_text(scene.t("ui-read-only-help"));
    }
}

fn year_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    let (Some(year), years) = (snapshot.year(), &snapshot.years) else {
        return;
    };
    // An empty territory has no year to choose.
    if years.is_empty() {
        return;
    }
    let label = |year: u16| Message::new("ui-year").with("year", year.to_string());
    let combo = ComboBox::from_id_salt("year").selected_text(scene.say(&label(year)));
    let mut picked = None;
    let response = combo.show_ui(ui, |ui| {
        for &one in years {
            if ui.selectable_label(one == year, scene.say(&label(one))).clicked() {
                picked = Some(one);
            }
        }
    });
    let name = scene.t("ui-year-name");
    response.response.on_hover_text(name);
    if let Some(year) = picked {
        scene.send(Action::SetYear(Some(year)));
    }
}

/// Which posts count as filled, on every screen of figures.
fn lens_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    if snapshot.gap.is_none() {
        return;
    }
    let segment = |lens: Lens| Segment {
        name: scene.t(&format!("ui-lens-{}", lens.as_str())),
        help: scene.t(&format!("ui-lens-{}-help", lens.as_str())),
    };
    let chosen = Lens::ALL.iter().position(|lens| *lens == snapshot.lens);
    let segments = Lens::ALL.map(segment);
    let shown = ui.scope(|ui| segments_ui(ui, scene, &segments, chosen.unwrap_or_default()));
    mark(ui, "lens", shown.response.rect);
    match shown.inner {
        Some(0) => scene.send(Action::Run(Command::LensPotential)),
        Some(_) => scene.send(Action::Run(Command::LensExpected)),
        None => {}
    }
}

fn search_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let keys = Command::Palette
        .shortcut()
        .map_or_else(String::new, |s| s.label(scene.lang));
    let words = format!("{} {}", icon::SEARCH, scene.t("ui-search"));
    let button = Button::new(words).shortcut_text(plain(keys, size::TYPE_CAPTION));
    // A narrow window leaves the room to the name of the territory.
    let narrow = ui.ctx().content_rect().width() < size::NAV_COLLAPSES_UNDER;
    let width = if narrow { 0.0 } else { size::NAV_WIDE };
    let button = ui.add(button.min_size(vec2(width, size::CONTROL)));
    if button.clicked() {
        scene.send(Action::Run(Command::Palette));
    }
}

fn lang_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let name = scene.t("ui-language");
    let words = format!("{} {}", icon::LANGUAGE, scene.lang.as_str().to_uppercase());
    let button = ui.button(words);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    Popup::menu(&button).show(|ui| {
        for lang in Lang::ALL {
            let command = match lang {
                Lang::Fr => Command::SpeakFrench,
                Lang::En => Command::SpeakEnglish,
            };
            if ui
                .selectable_label(lang == scene.lang, command.label(scene.lang))
                .clicked()
            {
                scene.send(Action::Run(command));
            }
        }
    });
    button.on_hover_text(name);
}

fn theme_ui(ui: &mut Ui, scene: &mut Scene<'_>, chosen: Theme) {
    let button = parts::icon_button(ui, icon::THEME, scene.t("ui-theme"));
    Popup::menu(&button).show(|ui| {
        for (theme, command) in [
            (Theme::System, Command::ThemeSystem),
            (Theme::Light, Command::ThemeLight),
            (Theme::Dark, Command::ThemeDark),
            (Theme::Contrast, Command::ThemeContrast),
        ] {
            if ui
                .selectable_label(theme == chosen, command.label(scene.lang))
                .clicked()
            {
                scene.send(Action::SetTheme(theme));
            }
        }
    });
}

fn menu_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let button = parts::icon_button(ui, icon::MENU, scene.t("ui-menu"));
    Popup::menu(&button).show(|ui| {
        for menu in Menu::ALL {
            ui.menu_button(scene.t(menu.key()), |ui| {
                for command in menu.commands() {
                    command_ui(ui, scene, command);
                }
            });
        }
    });
}

fn command_ui(ui: &mut Ui, scene: &mut Scene<'_>, command: Command) {
    let keys = command.shortcut().map_or_else(String::new, |s| s.label(scene.lang));
    let button = Button::new(command.label(scene.lang)).shortcut_text(keys);
    if ui.add_enabled(offered(scene, command), button).clicked() {
        scene.send(Action::Run(command));
    }
}

/// Whether a command makes sense with what is open.
pub fn offered(scene: &Scene<'_>, command: Command) -> bool {
    match command.needs() {
        Needs::Nothing => true,
        Needs::Territory => scene.snapshot.is_some(),
        Needs::Writable => scene.writable(),
    }
}
