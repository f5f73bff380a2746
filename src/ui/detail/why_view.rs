//! Drawing of what explains a line: causes, shortage, both lenses. Each part folds, and stays folded from line to line.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{CollapsingHeader, Label, Ui};

use super::pairs::pairs_ui;
use super::shortage::Told;
use super::why::{Usual, Why};
use crate::i18n::Lang;
use crate::market::gap::RowKey;
use crate::market::shortage::Shortage;
use crate::ui::desk::AskedShortage;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{bold, plain, size};
use crate::ui::widgets::causes::causes_ui;
use crate::ui::widgets::lists::list_ui;
use crate::ui::widgets::parts::{self, Tone};

/// What is kept between frames.
#[derive(Debug, Default)]
pub struct State {
    /// Of the line shown; nothing while it is being computed.
    pub why: Option<Why>,
    told: Option<(Arc<Shortage>, Lang, Told)>,
    folded: BTreeSet<Part>,
}

/// The parts that fold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Causes,
    Hall,
    Usual,
}

impl Part {
    /// Key of its title.
    fn title(self) -> &'static str {
        match self {
            Self::Causes => "ui-why-causes",
            Self::Hall => "ui-why-hall",
            Self::Usual => "ui-why-usual",
        }
    }
}

/// Draws the three parts of a line.
pub fn why_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, key: &RowKey, asked: Option<&AskedShortage>) {
    let State { why, told, folded } = state;
    part_ui(ui, scene, folded, Part::Causes, |ui, scene| match why {
        None => waiting_ui(ui, scene),
        Some(Why { causes: None, .. }) => sentence_ui(ui, &scene.t("ui-causes-none")),
        Some(Why {
            causes: Some(causes), ..
        }) => causes_ui(ui, scene, causes),
    });
    part_ui(ui, scene, folded, Part::Hall, |ui, scene| {
        hall_ui(ui, scene, told, key, asked);
    });
    part_ui(ui, scene, folded, Part::Usual, |ui, scene| match why {
        None => waiting_ui(ui, scene),
        Some(why) => usual_ui(ui, scene, &why.usual),
    });
}

fn part_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    folded: &mut BTreeSet<Part>,
    part: Part,
    contents: impl FnOnce(&mut Ui, &mut Scene<'_>),
) {
    ui.add_space(size::GAP_XS);
    let title = bold(scene.t(part.title()), size::TYPE_EMPHASIS);
    let header = CollapsingHeader::new(title)
        .id_salt(part.title())
        .open(Some(!folded.contains(&part)))
        .show_unindented(ui, |ui| contents(ui, scene));
    if header.header_response.clicked() && !folded.remove(&part) {
        folded.insert(part);
    }
}

fn waiting_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let words = plain(scene.t("ui-reasons-waiting"), size::TYPE_CAPTION);
    ui.add(Label::new(words.color(scene.palette.text_weak.0)).wrap());
}

fn sentence_ui(ui: &mut Ui, words: &str) {
    ui.add(Label::new(words).wrap());
}

/// The sentence and its lists, asked of the desk the first time this line is shown.
fn hall_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    told: &mut Option<(Arc<Shortage>, Lang, Told)>,
    key: &RowKey,
    asked: Option<&AskedShortage>,
) {
    let Some(reasons) = scene.snapshot.and_then(|s| s.reasons.as_ref()) else {
        return waiting_ui(ui, scene);
    };
    let Some(asked) = asked.filter(|asked| asked.is(key, reasons)) else {
        scene.send(Action::FindShortage(key.clone()));
        return waiting_ui(ui, scene);
    };
    match &asked.answer {
        None => waiting_ui(ui, scene),
        Some(Err(error)) => parts::banner(ui, scene, Tone::Error, &scene.say(error)),
        Some(Ok(None)) => sentence_ui(ui, &scene.t("ui-hall-none")),
        Some(Ok(Some(shortage))) => {
            let lang = scene.lang;
            let same = |(of, in_lang, _): &(Arc<Shortage>, Lang, Told)| Arc::ptr_eq(of, shortage) && *in_lang == lang;
            if !told.as_ref().is_some_and(same) {
                *told = Some((Arc::clone(shortage), lang, Told::of(shortage, lang)));
            }
            if let Some((_, _, told)) = told {
                told_ui(ui, scene, told);
            }
        }
    }
}

fn told_ui(ui: &mut Ui, scene: &mut Scene<'_>, told: &Told) {
    sentence_ui(ui, &told.sentence);
    let sum = plain(&told.sum, size::TYPE_CAPTION).color(scene.palette.text_weak.0);
    ui.add(Label::new(sum).wrap());
    ui.add_space(size::GAP_XS);
    list_ui(ui, scene, &told.posts);
    ui.add_space(size::GAP_S);
    if told.people.entries.is_empty() {
        sentence_ui(ui, &scene.t("ui-hall-nobody"));
    } else {
        list_ui(ui, scene, &told.people);
    }
    if let Some(wider) = &told.wider {
        ui.add_space(size::GAP_S);
        sentence_ui(ui, &wider.why);
        let title = plain(scene.t("ui-hall-wider-title"), size::TYPE_BODY);
        CollapsingHeader::new(title)
            .id_salt("wider")
            .show_unindented(ui, |ui| told_ui(ui, scene, &wider.told));
    }
}

fn usual_ui(ui: &mut Ui, scene: &Scene<'_>, usual: &Usual) {
    pairs_ui(ui, scene, &usual.figures, size::TYPE_BODY);
    ui.add_space(size::GAP_XS);
    sentence_ui(ui, &usual.sentence);
}
