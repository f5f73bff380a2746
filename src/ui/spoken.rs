//! What a screen reader is told, kept in a file while the window is open: for scripts that drive it, and for whoever checks its names.

use std::path::PathBuf;

use egui::accesskit::{Node, Rect, Role, Toggled};
use egui::{Context, FullOutput, Plugin};

use crate::app::save_text;

/// Environment variable that names the file; without it nothing is kept.
pub const VARIABLE: &str = "RELEVE_SPOKEN";

/// Rewrites the file whenever what is told changed.
#[derive(Debug)]
pub struct Spoken {
    file: PathBuf,
    told: String,
}

impl Spoken {
    /// The one the user asked for by [`VARIABLE`].
    pub fn asked() -> Option<Self> {
        let file = std::env::var_os(VARIABLE).filter(|name| !name.is_empty())?;
        Some(Self {
            file: PathBuf::from(file),
            told: String::new(),
        })
    }
}

impl Plugin for Spoken {
    fn debug_name(&self) -> &'static str {
        "spoken"
    }

    fn setup(&mut self, ctx: &Context) {
        ctx.enable_accesskit();
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let Some(update) = &output.platform_output.accesskit_update else {
            return;
        };
        let scale = f64::from(ctx.pixels_per_point());
        let nodes = update.nodes.iter().map(|(_, node)| node);
        let mut lines: Vec<String> = nodes.filter_map(|node| line(node, scale)).collect();
        // Nodes come in the order of a hash.
        lines.sort();
        let told = lines.concat();
        if told != self.told {
            if let Err(error) = save_text(&self.file, &told) {
                tracing::warn!(%error, "what is spoken could not be kept");
            }
            self.told = told;
        }
    }
}

/// Role, left, top, width and height in pixels of the screen, state and name, separated by tabs; nothing for what has no name and no value.
fn line(node: &Node, scale: f64) -> Option<String> {
    let name = match (node.label(), node.value()) {
        (Some(label), Some(value)) if label != value => one_line(&format!("{label} = {value}")),
        (label, value) => one_line(label.or(value).unwrap_or_default()),
    };
    if name.is_empty() || node.role() == Role::Window {
        return None;
    }
    let Rect { x0, y0, x1, y1 } = node.bounds().unwrap_or_default();
    let [x, y, width, height] = [x0, y0, x1 - x0, y1 - y0].map(|length| (length * scale).round());
    let role = node.role();
    let state = state(node);
    Some(format!("{role:?}\t{x}\t{y}\t{width}\t{height}\t{state}\t{name}\n"))
}

/// « on », « off », « disabled », or « - ».
fn state(node: &Node) -> &'static str {
    match (node.is_disabled(), node.toggled(), node.is_selected()) {
        (true, ..) => "disabled",
        (_, Some(Toggled::True), _) | (_, _, Some(true)) => "on",
        (_, Some(_), _) | (_, _, Some(false)) => "off",
        _ => "-",
    }
}

fn one_line(words: &str) -> String {
    words.split(['\n', '\r', '\t']).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_is_one_line_with_its_place_in_pixels_its_state_and_its_name() {
        let mut node = Node::new(Role::Row);
        node.set_label("Rouen\nbesoin : 726");
        node.set_selected(true);
        node.set_bounds(Rect::new(10.0, 20.0, 110.0, 44.0));
        assert_eq!(
            line(&node, 1.5).as_deref(),
            Some("Row\t15\t30\t150\t36\ton\tRouen besoin : 726\n")
        );
        assert_eq!(line(&Node::new(Role::Label), 1.0), None);
    }

    #[test]
    fn a_window_tells_its_controls_to_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("spoken");
        let ctx = Context::default();
        ctx.add_plugin(Spoken {
            file: file.clone(),
            told: String::new(),
        });
        let mut drawn = ctx.run_ui(egui::RawInput::default(), |ui| {
            let _ = ui.button("Importer");
        });
        drawn.textures_delta.clear();
        let told = std::fs::read_to_string(&file).unwrap();
        assert!(
            told.lines()
                .any(|l| l.starts_with("Button\t") && l.ends_with("\t-\tImporter")),
            "{told}"
        );
    }
}
