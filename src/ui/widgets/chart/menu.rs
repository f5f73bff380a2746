//! The menu of a chart: its image, its drawing, its figures.

use egui::{Popup, Ui};

use crate::app::{ChartFormat, chart_tsv};
use crate::i18n::{Explain as _, Message};
use crate::report::Chart;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::icon;
use crate::ui::widgets::parts;

/// Draws the button of the menu.
pub fn menu_ui(ui: &mut Ui, scene: &mut Scene<'_>, chart: &Chart) {
    let name = scene.say(&Message::new("ui-chart-menu").with("chart", chart.title.clone()));
    let button = parts::icon_button(ui, icon::EXPORT, name);
    Popup::menu(&button).show(|ui| {
        for format in [ChartFormat::Png, ChartFormat::Svg] {
            format_ui(ui, scene, chart, format);
        }
        ui.separator();
        if ui.button(scene.t("ui-chart-copy")).clicked() {
            match chart_tsv(chart, scene.lang) {
                Ok(words) => {
                    ui.ctx().copy_text(words);
                    scene.tell(Message::new("ui-table-copied").with("n", chart.table().rows.len()));
                }
                Err(error) => scene.tell(error.message()),
            }
        }
        format_ui(ui, scene, chart, ChartFormat::Csv);
    });
}

fn format_ui(ui: &mut Ui, scene: &mut Scene<'_>, chart: &Chart, format: ChartFormat) {
    let words = scene.t(&format!("ui-chart-{}", format.as_str()));
    if ui.button(words).clicked() {
        scene.send(Action::OfferChart(Box::new(chart.clone()), format));
    }
}
