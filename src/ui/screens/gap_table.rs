//! Columns and cells shared by every table of gap figures: by basin, by occupation, by cell.

use crate::domain::units::Milli;
use crate::i18n::{Lang, text};
use crate::market::gap::Figures;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer};

/// Columns of the figures, to follow the name columns of a table.
pub fn columns(lang: Lang) -> Vec<Column> {
    let range = |key: &str| named(lang, key, size::COLUMN_RANGE);
    let figure = |key: &str| named(lang, key, size::COLUMN_FIGURE);
    let words = |key: &str| named(lang, key, size::COLUMN_WORDS);
    vec![
        range("unfilled"),
        range("need"),
        range("filled"),
        range("supply"),
        figure("coverage"),
        words("no-training"),
        words("not-enough"),
        figure("secret").offered(Offer::OnDemand),
        range("projects").offered(Offer::OnDemand),
        range("difficult").offered(Offer::OnDemand),
        range("seasonal").offered(Offer::OnDemand),
        figure("declared").offered(Offer::OnDemand),
        range("unskilled").offered(Offer::OnDemand),
        range("level7").offered(Offer::OnDemand),
    ]
}

/// Place of « postes non pourvus estimés » among [`columns`].
pub const UNFILLED: usize = 0;

/// The cells of [`columns`] for one line.
pub fn cells(f: &Figures) -> Vec<Cell> {
    vec![
        Cell::People(f.unfilled),
        Cell::People(f.need),
        Cell::People(f.filled),
        Cell::People(f.supply),
        f.coverage().map_or(Cell::Empty, |c| Cell::Share(c.central)),
        whole(f.no_training.central),
        whole(f.not_enough.central),
        f.secret_share().map_or(Cell::Empty, Cell::Secret),
        Cell::People(f.projects),
        Cell::People(f.difficult),
        Cell::People(f.seasonal),
        whole(f.declared),
        Cell::People(f.unskilled),
        Cell::People(f.level7),
    ]
}

fn whole(people: Milli) -> Cell {
    Cell::Number(people.people(), 0)
}

fn named(lang: Lang, key: &str, width: f32) -> Column {
    Column::number(text(lang, &format!("ui-column-{key}")), width).help(text(lang, &format!("ui-column-{key}-help")))
}
