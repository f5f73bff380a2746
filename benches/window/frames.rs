//! Frames of the whole window: each screen at rest, and the longest table while it scrolls.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use egui::{Context, Event, Key, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, vec2};
use releve::app::settings::Settings;
use releve::i18n::Lang;
use releve::ui::{Start, Window};

use crate::clock::{memory_mb, ms, peak_mb, quantile, time};

const SCREEN: [f32; 2] = [1920.0, 1080.0];
/// Frames of a scroll.
const FRAMES: usize = 600;
/// Longest a job may take.
const PATIENCE: Duration = Duration::from_secs(600);

/// Where the keys lead, and what is there.
const SCREENS: [(&str, Modifiers, Key); 4] = [
    ("dashboard", Modifiers::NONE, Key::F3),
    ("map of basins", Modifiers::NONE, Key::F4),
    ("gap cells", Modifiers::COMMAND, Key::L),
    ("training supply", Modifiers::COMMAND, Key::T),
];

/// The window and its clock.
struct Bench {
    context: Context,
    window: Option<Window>,
    file: PathBuf,
    time: f64,
}

/// First frames, each screen, the scroll, memory.
pub fn measures(file: PathBuf) -> Vec<(String, String)> {
    let mut bench = Bench {
        context: Context::default(),
        window: None,
        file,
        time: 0.0,
    };
    let mut rows = Vec::new();
    let (_, took) = time(|| bench.frame(Vec::new()));
    rows.push(("first frame".to_owned(), ms(took.wall)));
    let start = Instant::now();
    bench.settle();
    rows.push((
        "opened, solved and explained, wall".to_owned(),
        ms(start.elapsed().as_secs_f64() * 1e3),
    ));
    rows.extend(memory("once opened, solved and explained"));
    for (name, modifiers, key) in SCREENS {
        let (_, took) = time(|| bench.press(modifiers, key));
        rows.push((format!("{name}, first frames"), ms(took.wall)));
        bench.settle();
        let mut rest: Vec<f64> = (0..50).map(|_| time(|| bench.frame(Vec::new())).1.wall).collect();
        let mut moving = bench.scroll();
        rows.push((format!("{name}, a frame at rest: median"), ms(quantile(&mut rest, 0.5))));
        let value = format!(
            "{} / {}",
            ms(quantile(&mut moving, 0.5)),
            ms(quantile(&mut moving, 0.99))
        );
        rows.push((
            format!("{name}, a frame of {FRAMES} scrolling: median / 99th percentile"),
            value,
        ));
    }
    rows.extend(memory("once every screen was shown"));
    rows
}

/// What the process holds now and what it held at most, where the system tells.
fn memory(when: &str) -> Option<(String, String)> {
    let (now, peak) = memory_mb("VmRSS:").zip(peak_mb())?;
    let label = format!("memory {when}, without the graphics driver: now / peak");
    Some((label, format!("{now:.0} / {peak:.0} MB")))
}

impl Bench {
    /// Layout and tessellation of one frame.
    fn frame(&mut self, events: Vec<Event>) {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SCREEN.into())),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let (window, file) = (&mut self.window, &self.file);
        let mut output = self.context.run_ui(input, |ui| {
            let window = window.get_or_insert_with(|| {
                let start = Start {
                    settings: Settings {
                        language: Some(Lang::Fr),
                        ..Settings::default()
                    },
                    file: Some(file.clone()),
                    ..Start::default()
                };
                Window::new(ui.ctx(), start).unwrap()
            });
            window.show(ui);
        });
        output.textures_delta.clear();
        std::hint::black_box(self.context.tessellate(output.shapes, output.pixels_per_point));
    }

    /// Frames until no job is under way.
    fn settle(&mut self) {
        let start = Instant::now();
        self.frame(Vec::new());
        while self.window.as_ref().is_some_and(Window::is_busy) {
            assert!(start.elapsed() < PATIENCE, "a job never ends");
            std::thread::sleep(Duration::from_millis(2));
            self.frame(Vec::new());
        }
        (0..5).for_each(|_| self.frame(Vec::new()));
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            self.frame(vec![Event::Key {
                key,
                physical_key: None,
                pressed,
                repeat: false,
                modifiers,
            }]);
        }
    }

    /// The wheel turned over the middle of the screen, down and up again.
    fn scroll(&mut self) -> Vec<f64> {
        let over = Pos2::new(SCREEN[0] * 0.5, SCREEN[1] * 0.6);
        self.frame(vec![Event::PointerMoved(over)]);
        let turn = |frame: usize| Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, if frame < FRAMES / 2 { -320.0 } else { 320.0 }),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Trackpad,
            modifiers: Modifiers::NONE,
        };
        (0..FRAMES)
            .map(|frame| time(|| self.frame(vec![turn(frame)])).1.wall)
            .collect()
    }
}
