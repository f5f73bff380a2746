//! Columns and cells shared by every table of gap figures: by basin, by occupation, by cell.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use crate::app::settings::Lens;
use crate::domain::facts::Facts;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{Lang, text};
use crate::market::causes::CauseValues;
use crate::market::expected::ExpectedFigures;
use crate::market::gap::{Figures, Grouping, RowKey};
use crate::ui::causes::{PARTS, Part, main_part, mean_parts, name};
use crate::ui::snapshot::{Reasons, Snapshot};
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer};

/// Place of « postes non pourvus estimés » among the columns.
pub const UNFILLED: usize = 0;
/// Place of « postes pourvus ».
pub const FILLED: usize = 2;

/// Half or more of the survey rows are under secrecy: maps and matrices hatch the place.
pub fn mostly_secret(figures: &Figures) -> bool {
    figures.secret_share().is_some_and(|share| share >= 0.5)
}

/// What a line of a gap table is made of; lines add up.
#[derive(Debug, Clone, Default)]
pub struct Line {
    pub figures: Figures,
    /// Nothing while it is being computed.
    pub explained: Option<Explained>,
}

impl Line {
    /// The figures with the filled and unfilled posts of a lens; those of the potential lens while the other is being computed.
    pub fn seen_through(&self, lens: Lens) -> Figures {
        match (lens, &self.explained) {
            (Lens::Expected, Some(explained)) => Figures {
                filled: explained.expected.filled,
                unfilled: explained.expected.unfilled,
                ..self.figures
            },
            _ => self.figures,
        }
    }
}

/// Why the posts of a line stay unfilled, and what the other lens says of them.
#[derive(Debug, Clone, Default)]
pub struct Explained {
    pub causes: CauseValues,
    pub expected: ExpectedFigures,
}

/// Reads the lines of one table off a snapshot.
#[derive(Debug)]
pub struct Lines<'a> {
    facts: &'a Facts,
    reasons: Option<&'a Reasons>,
    /// Lines of a grouping coarser than cells, added up once.
    causes: BTreeMap<RowKey, CauseValues>,
    expected: BTreeMap<RowKey, ExpectedFigures>,
    pub lens: Lens,
    lang: Lang,
}

impl<'a> Lines<'a> {
    /// Prepares the lines of a grouping.
    pub fn new(snapshot: &'a Snapshot, grouping: Grouping, lang: Lang) -> Self {
        let facts = &*snapshot.facts;
        let reasons = snapshot.reasons.as_deref();
        // A cell is looked up where it is shown.
        let added_up = reasons.filter(|_| grouping != Grouping::Cell);
        Self {
            facts,
            reasons,
            causes: added_up.map(|r| r.causes.rows(grouping, facts)).unwrap_or_default(),
            expected: added_up.map(|r| r.expected.rows(grouping, facts)).unwrap_or_default(),
            lens: snapshot.lens,
            lang,
        }
    }

    /// A line with these figures in the gap.
    pub fn line(&self, key: &RowKey, figures: Figures) -> Line {
        let explained = self.reasons.map(|reasons| match key {
            RowKey::Cell(basin, fap) => Explained {
                causes: reasons.causes.row(key, self.facts),
                expected: reasons.expected.cell(basin, fap).copied().unwrap_or_default(),
            },
            _ => Explained {
                causes: self.causes.get(key).cloned().unwrap_or_default(),
                expected: self.expected.get(key).copied().unwrap_or_default(),
            },
        });
        Line { figures, explained }
    }

    /// No line yet: the sum of a table starts from it.
    pub fn nothing(&self) -> Line {
        Line {
            figures: Figures::default(),
            explained: self.reasons.map(|_| Explained::default()),
        }
    }

    /// Columns of the figures, to follow the name columns of a table.
    pub fn columns(&self) -> Vec<Column> {
        let range = |key: &str| self.named(key, size::COLUMN_RANGE_TIGHT);
        let figure = |key: &str| self.named(key, size::COLUMN_FIGURE);
        let [unfilled, filled, other_unfilled, other_filled] = match self.lens {
            Lens::Potential => ["unfilled", "filled", "unfilled-expected", "filled-expected"],
            Lens::Expected => [
                "unfilled-expected",
                "filled-expected",
                "unfilled-potential",
                "filled-potential",
            ],
        };
        let mut columns = vec![
            range(unfilled),
            range("need"),
            range(filled),
            range("supply").offered(Offer::WhereItFits),
            figure("coverage").offered(Offer::WhereItFits),
            cause_column(self.lang),
            self.named("friction", size::COLUMN_RANGE_SMALL),
            range(other_unfilled).offered(Offer::OnDemand),
            range(other_filled).offered(Offer::OnDemand),
        ];
        columns.extend(PARTS.map(|part| {
            Column::number(name(part, self.lang), size::COLUMN_FIGURE)
                .help(text(self.lang, &format!("ui-reason-{part}-help")))
                .offered(Offer::OnDemand)
        }));
        let more = [
            figure("no-training"),
            figure("not-enough"),
            figure("secret"),
            range("projects"),
            range("difficult"),
            range("seasonal"),
            figure("declared"),
            range("unskilled"),
            range("level7"),
        ];
        columns.extend(more.map(|column| column.offered(Offer::OnDemand)));
        columns
    }

    fn named(&self, key: &str, width: f32) -> Column {
        Column {
            ends: size::COLUMN_RANGE_TIGHT_ENDS,
            ..Column::number(text(self.lang, &format!("ui-column-{key}")), width)
                .help(text(self.lang, &format!("ui-column-{key}-help")))
        }
    }

    /// The cells of [`Self::columns`] for one line.
    pub fn cells(&self, line: &Line) -> Vec<Cell> {
        let f = &line.figures;
        let expected = line.explained.as_ref().map(|e| &e.expected);
        let parts = line.explained.as_ref().map(|e| mean_parts(&e.causes));
        let potential = [Cell::People(f.unfilled), Cell::People(f.filled)];
        let awaited = |meanwhile: Estimate| Cell::Awaited(Some(meanwhile.central.people()));
        let attended = match expected {
            Some(e) => [Cell::People(e.unfilled), Cell::People(e.filled)],
            None => [awaited(f.unfilled), awaited(f.filled)],
        };
        let ([unfilled, filled], others) = match self.lens {
            Lens::Potential => (potential, attended),
            Lens::Expected => (attended, potential),
        };
        let mut cells = vec![
            unfilled,
            Cell::People(f.need),
            filled,
            Cell::People(f.supply),
            f.coverage().map_or(Cell::Empty, |c| Cell::Share(c.central)),
            match (&line.explained, &parts) {
                (Some(explained), Some(parts)) => explained
                    .main_of(parts, self.lens, self.lang)
                    .map_or(Cell::Empty, |(words, posts)| Cell::Cause(words.into(), posts)),
                _ => Cell::Awaited(None),
            },
            expected.map_or(Cell::Awaited(None), |e| Cell::People(e.friction())),
        ];
        cells.extend(others);
        match &parts {
            Some(parts) => cells.extend(parts.map(|p| Cell::Posts(p.posts, p.whole))),
            None => cells.extend(PARTS.map(|_| Cell::Awaited(None))),
        }
        cells.extend([
            whole(f.no_training.central),
            whole(f.not_enough.central),
            f.secret_share().map_or(Cell::Empty, Cell::Secret),
            Cell::People(f.projects),
            Cell::People(f.difficult),
            Cell::People(f.seasonal),
            whole(f.declared),
            Cell::People(f.unskilled),
            Cell::People(f.level7),
        ]);
        cells
    }
}

impl Explained {
    /// What accounts for most of the unfilled posts of a lens, in words, and its posts: in the expected lens friction is one of the parts.
    pub fn main_cause(&self, lens: Lens, lang: Lang) -> Option<(String, i64)> {
        self.main_of(&mean_parts(&self.causes), lens, lang)
    }

    /// The same, of parts already at hand.
    fn main_of(&self, parts: &[Part; 9], lens: Lens, lang: Lang) -> Option<(String, i64)> {
        let part = main_part(parts);
        let friction = self.expected.friction().central;
        match lens {
            Lens::Expected if friction > part.map_or(Milli::ZERO, |p| p.posts) => {
                Some((text(lang, "ui-column-friction"), friction.rounded()))
            }
            _ => part.map(|p| (p.name(lang), p.whole)),
        }
    }
}

impl AddAssign<&Self> for Line {
    fn add_assign(&mut self, other: &Self) {
        self.figures += other.figures;
        if let (Some(sum), Some(more)) = (&mut self.explained, &other.explained) {
            sum.causes += &more.causes;
            sum.expected += more.expected;
        }
    }
}

fn cause_column(lang: Lang) -> Column {
    Column::text(text(lang, "ui-column-main-cause"), size::COLUMN_CAUSE)
        .firm()
        .up_to(size::COLUMN_CAUSE_WHOLE)
        .help(text(lang, "ui-column-main-cause-help"))
}

fn whole(people: Milli) -> Cell {
    Cell::Number(people.people(), 0)
}
