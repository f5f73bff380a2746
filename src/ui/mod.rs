//! The window: frame, theme, widgets, screens. It reads snapshots, sends actions, and never blocks.

mod causes;
mod desk;
mod detail;
mod graphics;
mod scene;
mod screens;
mod shell;
mod snapshot;
mod spoken;
mod theme;
mod tour;
mod widgets;
mod window;
mod words;

use std::path::PathBuf;
use std::time::Instant;

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;

use crate::app::crash;
use crate::app::settings::Settings;
use crate::i18n::{Explain, Message};
use spoken::Spoken;
use theme::size;

pub use graphics::is_second_try;
pub use window::{Start, Window};

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// No screen to draw on: the terminal can do the same work.
    #[error("no display: {reason}")]
    NoDisplay { reason: String },
    /// A screen, but no way to draw on it.
    #[error("no graphics: {reason}")]
    NoGraphics { reason: String },
    /// The program itself is damaged.
    #[error("damaged program: {reason}")]
    Damaged { reason: String },
}

impl Explain for WindowError {
    fn message(&self) -> Message {
        match self {
            Self::NoDisplay { .. } => Message::new("ui-no-display"),
            Self::NoGraphics { reason } => Message::new("ui-no-graphics").with("reason", reason.as_str()),
            Self::Damaged { reason } => Message::new("ui-damaged").with("reason", reason.as_str()),
        }
    }
}

/// Opens the window on a territory file, or on the chooser; returns when it is closed.
///
/// # Errors
/// [`WindowError::NoDisplay`] where there is no screen: the caller falls back to the terminal.
pub fn run(file: Option<PathBuf>) -> Result<(), WindowError> {
    let started = Instant::now();
    let loaded = Settings::load();
    let stored = loaded.settings.window;
    let [width, height] = stored.map_or(size::WINDOW, |w| [w.width, w.height]);
    let viewport = ViewportBuilder::default()
        .with_title("Relève")
        .with_app_id("releve")
        .with_inner_size([width.max(size::WINDOW_MIN[0]), height.max(size::WINDOW_MIN[1])])
        .with_min_inner_size(size::WINDOW_MIN)
        .with_maximized(stored.is_some_and(|w| w.maximized));
    let options = NativeOptions {
        viewport,
        renderer: Renderer::Glow,
        system_font_fallback: false,
        ..NativeOptions::default()
    };
    let start = Start {
        settings: loaded.settings,
        note: loaded.note,
        file,
        remembers: true,
        crashes: crash::folder()
            .map(|folder| crash::pending(&folder))
            .unwrap_or_default(),
        offers_tour: true,
    };
    let create: eframe::AppCreator<'_> = Box::new(move |context| {
        tracing::info!(ms = started.elapsed().as_millis(), "graphics ready");
        if let Some(spoken) = Spoken::asked() {
            context.egui_ctx.add_plugin(spoken);
        }
        let window = Window::new(&context.egui_ctx, start)?;
        Ok(Box::new(window))
    });
    match eframe::run_native("releve", options, create).map_err(|error| refused(&error)) {
        Err(failed @ WindowError::NoGraphics { .. }) => graphics::once_more(failed),
        shown => shown,
    }
}

fn refused(error: &eframe::Error) -> WindowError {
    let reason = error.to_string();
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => WindowError::NoDisplay { reason },
        eframe::Error::AppCreation(_) => WindowError::Damaged { reason },
        _ => WindowError::NoGraphics { reason },
    }
}
