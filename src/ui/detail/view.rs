//! Drawing of the side detail.

use egui::{CollapsingHeader, Label, ScrollArea, Ui};

use super::board;
use super::data::{Detail, Line, Told};
use super::deed_view::deed_ui;
use super::figure;
use super::flow::{self, FlowDetail};
use super::flow_view::flow_ui;
use super::funnel;
use super::indicators;
use super::pairs::pairs_ui;
use super::plan;
use super::seat::{self, Seat};
use super::seat_view::seat_ui;
use super::why::Why;
use super::why_view::{self, why_ui};
use crate::domain::source::SourceId;
use crate::i18n::{self, Lang, Message};
use crate::market::flows::FlowKey;
use crate::market::gap::{FactorProvenance, Gap, RowKey};
use crate::market::values::SeatKey;
use crate::report::Chart;
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::screens::Beside;
use crate::ui::screens::import::data::IssueLine;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{bold, icon, plain, size};
use crate::ui::widgets::chart::{Marks, chart_ui};
use crate::ui::widgets::lists::{Listing, list_ui};
use crate::ui::widgets::parts::{self, Tone};

/// Inputs drawn at one level; more are counted.
const LINES_SHOWN: usize = 60;

/// What a detail was read for: snapshot, language, lot of seats.
type Read = (u64, Lang, i32);

/// Keeps the detail between frames.
#[derive(Debug, Default)]
pub struct State {
    pub subject: Option<Subject>,
    key: Option<(Read, Subject)>,
    detail: Option<Detail>,
    seat: Option<Seat>,
    /// The section behind a seat, from its seats to the people available.
    funnel: Option<Chart>,
    flow: Option<FlowDetail>,
    /// Who takes the posts of the line, where it is a basin × occupation.
    takers: Option<Listing>,
    why: why_view::State,
    plan: plan::view::State,
    board: board::view::State,
}

impl State {
    /// True when there is something to show beside the screen.
    pub fn is_open(&self) -> bool {
        self.subject.is_some()
    }

    /// Reads what is shown of a subject, where it is not what was read last.
    fn read(&mut self, subject: &Subject, snapshot: &Snapshot, gap: &Gap, (lang, lot): (Lang, i32)) {
        let same = self.key.as_ref().is_some_and(|(_, of)| of == subject);
        if same && matches!(subject, Subject::Seat(_)) && snapshot.values.is_none() {
            // The value of a seat is being computed again: the old one stays until then.
            return;
        }
        let key = Some(((snapshot.stamp, lang, lot), subject.clone()));
        if self.key == key {
            return;
        }
        self.seat = None;
        self.funnel = None;
        self.flow = None;
        self.takers = match subject {
            Subject::Row(RowKey::Cell(basin, fap)) => flow::takers(basin, fap, snapshot, lang),
            _ => None,
        };
        self.detail = match subject {
            Subject::Indicators(key) => indicators::detail(key, snapshot, lang),
            Subject::Figure(key, measure) => figure::detail(key, *measure, snapshot, gap, lang),
            Subject::Seat(key) => {
                self.funnel = funnel::chart(key, snapshot, gap, lang);
                self.read_seat(key, snapshot, (lang, lot))
            }
            Subject::Flow(key) => self.read_flow(key, snapshot, lang),
            _ => Detail::of(subject, &snapshot.facts, gap, &snapshot.names, lang),
        };
        let reasons = subject.row().zip(snapshot.reasons.as_ref());
        self.why.why = reasons.map(|(row, reasons)| Why::of(row, reasons, &snapshot.facts, lang));
        self.key = key;
    }

    /// Who goes where; nothing where nobody does any more.
    fn read_flow(&mut self, key: &FlowKey, snapshot: &Snapshot, lang: Lang) -> Option<Detail> {
        let (detail, flow) = flow::read(key, snapshot, lang)?;
        self.flow = Some(flow);
        Some(detail)
    }

    /// The value of a seat; nothing where the section is no more.
    fn read_seat(&mut self, key: &SeatKey, snapshot: &Snapshot, (lang, lot): (Lang, i32)) -> Option<Detail> {
        let Some(values) = &snapshot.values else {
            return Some(Detail {
                title: i18n::text(lang, "ui-values-waiting"),
                ..Detail::default()
            });
        };
        let line = values.find(key)?;
        self.seat = Some(Seat::of(line, values, lot, &snapshot.names, lang));
        Some(seat::detail(line, values, &snapshot.names, lang))
    }
}

/// Draws the detail of the subject chosen last.
pub fn detail_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, beside: &Beside<'_>) {
    let (Some(snapshot), Some(subject)) = (scene.snapshot, state.subject.clone()) else {
        return;
    };
    if let Subject::Deed(id) = subject {
        return deed_ui(ui, scene, id, beside);
    }
    if let Subject::Board(subject) = &subject {
        return board::view::board_ui(ui, scene, &mut state.board, subject, beside);
    }
    if let Subject::Plan(subject) = &subject {
        return plan::view::plan_ui(ui, scene, &mut state.plan, subject, beside);
    }
    let Some(gap) = &snapshot.gap else { return };
    state.read(&subject, snapshot, gap, (scene.lang, beside.lot));
    let Some(detail) = &state.detail else {
        scene.send(Action::CloseDetail);
        return;
    };
    head_ui(ui, scene, detail);
    // Each subject opens at its top.
    let area = ScrollArea::vertical().id_salt(format!("{subject:?}"));
    area.auto_shrink(false).show(ui, |ui| {
        figures_ui(ui, scene, detail);
        if let Some(funnel) = &state.funnel {
            chart_ui(ui, scene, funnel, Marks::Read);
            ui.add_space(size::GAP_M);
        }
        if let Some(seat) = &state.seat {
            seat_ui(ui, scene, seat);
        }
        if let Some(flow) = &state.flow {
            flow_ui(ui, scene, flow);
        }
        if let Some(takers) = &state.takers {
            list_ui(ui, scene, takers);
            ui.add_space(size::GAP_S);
        }
        if let Some(row) = subject.row() {
            why_ui(ui, scene, &mut state.why, row, beside.shortage);
            ui.add_space(size::GAP_M);
        }
        for formula in &detail.formulas {
            formula_ui(ui, scene, formula);
        }
        if !detail.inputs.is_empty() {
            ui.add_space(size::GAP_S);
            parts::heading(ui, scene.t("ui-detail-inputs"));
            lines_ui(ui, scene, &detail.inputs);
        }
        if let Some((_, issues)) = beside
            .issues
            .filter(|(id, rows)| detail.removable == Some(*id) && !rows.is_empty())
        {
            ui.add_space(size::GAP_S);
            parts::heading(ui, scene.t("ui-source-issues"));
            issues_ui(ui, scene, issues);
        }
        if let Some(id) = detail.removable {
            ui.add_space(size::GAP_M);
            again_ui(ui, scene, id, beside);
            let words = format!("{} {}", icon::REMOVE, scene.t("ui-source-remove"));
            let button = ui.add_enabled(scene.writable(), egui::Button::new(words));
            if button.on_hover_text(scene.t("ui-source-remove-help")).clicked() {
                scene.send(Action::RemoveSource(id));
            }
        }
        ui.add_space(size::GAP_L);
    });
}

/// The file once more: from where it was read, or a newer vintage of it.
fn again_ui(ui: &mut Ui, scene: &mut Scene<'_>, id: SourceId, beside: &Beside<'_>) {
    let sources = scene.snapshot.map_or(&[][..], |snapshot| &snapshot.facts.sources);
    let source = sources.iter().find(|source| source.id == id);
    let path = source.and_then(|source| beside.settings.import_path(&source.sha256));
    let help = match path {
        Some(path) => path.display().to_string(),
        None => scene.t("ui-source-again-help"),
    };
    ui.horizontal_wrapped(|ui| {
        let again = ui.add_enabled(scene.writable(), egui::Button::new(scene.t("ui-source-again")));
        if again.on_hover_text(help).clicked() {
            scene.send(Action::Reimport(id));
        }
        let newer = ui.add_enabled(scene.writable(), egui::Button::new(scene.t("ui-source-newer")));
        if newer.on_hover_text(scene.t("ui-source-newer-help")).clicked() {
            scene.send(Action::Go(Place::Import));
        }
    });
}

pub(super) fn head_ui(ui: &mut Ui, scene: &mut Scene<'_>, detail: &Detail) {
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - size::CONTROL - size::GAP_M;
        ui.allocate_ui(egui::vec2(room, 0.0), |ui| {
            ui.set_width(room);
            ui.add(Label::new(bold(&detail.title, size::TYPE_EMPHASIS)).wrap());
        });
        if parts::icon_button(ui, icon::CLOSE, scene.t("ui-detail-close")).clicked() {
            scene.send(Action::CloseDetail);
        }
    });
    if let Some(place) = &detail.sheet {
        let words = format!("{} {}", scene.t("ui-detail-sheet"), icon::CARET_RIGHT);
        if ui.button(words).clicked() {
            scene.send(Action::Go(place.clone()));
        }
    }
    if let Some(line) = &detail.line {
        let words = format!("{} {}", scene.t("ui-detail-line"), icon::CARET_RIGHT);
        if ui.button(words).clicked() {
            scene.send(Action::Explain(Subject::Row(line.clone())));
        }
    }
    ui.separator();
}

pub(super) fn figures_ui(ui: &mut Ui, scene: &Scene<'_>, detail: &Detail) {
    pairs_ui(ui, scene, &detail.figures, size::TYPE_BODY);
    ui.add_space(size::GAP_S);
}

fn lines_ui(ui: &mut Ui, scene: &Scene<'_>, lines: &[Line]) {
    for (i, line) in lines.iter().take(LINES_SHOWN).enumerate() {
        ui.push_id(i, |ui| line_ui(ui, scene, line));
    }
    if lines.len() > LINES_SHOWN {
        let rest = Message::new("ui-detail-more").with("n", lines.len() - LINES_SHOWN);
        ui.weak(scene.say(&rest));
    }
}

/// The words, then the figures in them.
pub(super) fn formula_ui(ui: &mut Ui, scene: &Scene<'_>, formula: &Told) {
    ui.add(Label::new(&formula.words).wrap());
    pairs_ui(ui, scene, &formula.terms, size::TYPE_CAPTION);
    ui.add_space(size::GAP_XS);
}

/// Place and value; then why, and what to do.
fn issues_ui(ui: &mut Ui, scene: &Scene<'_>, issues: &[IssueLine]) {
    for issue in issues.iter().take(LINES_SHOWN) {
        let place = Message::new("ui-issue-line")
            .with("row", i64::from(issue.row))
            .with("column", issue.column.as_str())
            .with("value", issue.value.as_str());
        ui.add(Label::new(scene.say(&place)).wrap());
        let why = format!("{} {}", scene.say(&issue.reason), scene.say(&issue.remedy));
        ui.add(Label::new(plain(why, size::TYPE_CAPTION).color(scene.palette.text_weak.0)).wrap());
    }
    if issues.len() > LINES_SHOWN {
        let rest = Message::new("ui-detail-more").with("n", issues.len() - LINES_SHOWN);
        ui.weak(scene.say(&rest));
    }
}

/// What and value; then provenance and source in small; then what is behind, folded.
fn line_ui(ui: &mut Ui, scene: &Scene<'_>, line: &Line) {
    ui.horizontal_wrapped(|ui| {
        ui.label(&line.what);
        ui.label(bold(&line.value, size::TYPE_BODY));
    });
    provenance_ui(ui, scene, line.provenance, &line.source);
    if !line.parts.is_empty() {
        let words = scene.say(&Message::new("ui-detail-parts").with("n", line.parts.len()));
        CollapsingHeader::new(plain(words, size::TYPE_CAPTION))
            .id_salt("parts")
            .show(ui, |ui| lines_ui(ui, scene, &line.parts));
    }
    ui.add_space(size::GAP_XS);
}

/// How sure a figure is, and its file, vintage and rows.
pub(super) fn provenance_ui(ui: &mut Ui, scene: &Scene<'_>, provenance: Option<FactorProvenance>, source: &str) {
    ui.horizontal_wrapped(|ui| {
        if let Some(provenance) = provenance {
            let words = scene.t(&format!("ui-provenance-{}", provenance.as_str()));
            parts::tag(ui, scene, &words, tone(provenance));
        }
        if !source.is_empty() {
            ui.label(plain(source, size::TYPE_CAPTION).color(scene.palette.text_weak.0));
        }
    });
}

fn tone(provenance: FactorProvenance) -> Tone {
    match provenance {
        FactorProvenance::Measured | FactorProvenance::Shrunk => Tone::Accent,
        FactorProvenance::Estimated => Tone::Plain,
        FactorProvenance::Assumed => Tone::Attention,
    }
}
