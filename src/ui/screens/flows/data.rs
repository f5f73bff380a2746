//! Flows as one lens sees them, with the names and totals that every table and sentence of the screen needs.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::settings::Lens;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::units::{Km, Milli};
use crate::i18n::{self, Lang, Message, text};
use crate::market::flows::{Balance, Both, FlowLine, Flows, Sum, Summary};
use crate::market::gap::{Figures, Gap, Grouping, RowKey, Supply};
use crate::ui::snapshot::{Names, Snapshot};
use crate::ui::widgets::table::Cell;

/// Reads flows off a snapshot through its lens.
#[derive(Debug)]
pub struct Reader<'a> {
    pub gap: &'a Gap,
    pub flows: &'a Flows,
    pub names: &'a Names,
    pub lens: Lens,
    pub lang: Lang,
    pub balances: BTreeMap<BasinCode, Balance>,
    home: BTreeSet<&'a BasinCode>,
    basins: BTreeMap<BasinCode, Figures>,
    snapshot: &'a Snapshot,
}

/// A figure under a lens.
pub fn seen<T: Copy>(both: &Both<T>, lens: Lens) -> T {
    match lens {
        Lens::Potential => both.potential,
        Lens::Expected => both.expected,
    }
}

/// The other lens.
pub fn other(lens: Lens) -> Lens {
    match lens {
        Lens::Potential => Lens::Expected,
        Lens::Expected => Lens::Potential,
    }
}

impl<'a> Reader<'a> {
    /// Nothing until there is a gap.
    pub fn new(snapshot: &'a Snapshot, lang: Lang) -> Option<Self> {
        let (gap, flows) = (snapshot.gap.as_deref()?, snapshot.flows.as_deref()?);
        let facts = &*snapshot.facts;
        let regions = &facts.territory.regions;
        let basin = |row: crate::market::gap::GapRow| match row.key {
            RowKey::Basin(code) => Some((code, row.figures)),
            _ => None,
        };
        Some(Self {
            gap,
            flows,
            names: &snapshot.names,
            // Until the other lens is known, what could be is shown.
            lens: if flows.both { snapshot.lens } else { Lens::Potential },
            lang,
            balances: flows
                .balances(facts, gap)
                .into_iter()
                .map(|b| (b.basin.clone(), b))
                .collect(),
            home: facts
                .catalogue
                .basins
                .iter()
                .filter(|b| regions.contains(&b.region))
                .map(|b| &b.code)
                .collect(),
            basins: gap.rows(Grouping::Basin, facts).into_iter().filter_map(basin).collect(),
            snapshot,
        })
    }

    /// The node people of a line come from.
    pub fn from(&self, line: &FlowLine) -> &'a Supply {
        &self.gap.supplies[line.supply]
    }

    /// People of a line under the lens.
    pub fn people(&self, line: &FlowLine) -> Milli {
        seen(&line.people, self.lens)
    }

    /// True for a basin of the territory.
    pub fn is_home(&self, basin: &BasinCode) -> bool {
        self.home.contains(basin)
    }

    /// Name of a basin, and that it is outside the territory where it is.
    pub fn place(&self, basin: &BasinCode) -> String {
        let name = self.names.basin(basin);
        if self.is_home(basin) {
            return name;
        }
        Message::new("ui-hall-context").with("basin", name).text(self.lang)
    }

    /// Basins of the territory that have posts or people, by name.
    pub fn basins(&self) -> Vec<BasinCode> {
        let mut all: Vec<BasinCode> = self.balances.keys().cloned().collect();
        all.sort_by_key(|code| (crate::ui::words::fold(&self.names.basin(code)), code.clone()));
        all
    }

    /// The whole territory.
    pub fn summary(&self) -> Summary {
        self.flows.summary(&self.snapshot.facts, self.gap)
    }

    /// Those of the people trained in a basin who have a post: nothing outside the territory.
    pub fn trained(&self, basin: &BasinCode) -> Option<Sum> {
        self.balances.get(basin).map(|b| seen(&b.trained, self.lens))
    }

    /// Posts of a basin that have somebody: nothing outside the territory.
    pub fn filled(&self, basin: &BasinCode) -> Option<Milli> {
        self.balances.get(basin).map(|b| seen(&b.filled(), self.lens))
    }

    /// Central need of a cell: nothing outside the territory.
    pub fn need(&self, basin: &BasinCode, fap: &FapCode) -> Option<Milli> {
        self.gap.cell(basin, fap).map(|cell| cell.figures.need.central)
    }

    /// Share of the survey cells of a basin, or of a cell of it, that are secret.
    pub fn secret(&self, basin: &BasinCode, fap: Option<&FapCode>) -> Option<f64> {
        let figures = match fap {
            Some(fap) => self.gap.cell(basin, fap).map(|cell| &cell.figures),
            None => self.basins.get(basin),
        };
        figures.and_then(Figures::secret_share)
    }

    /// People as a cell of a table; « … » where the lens that is asked for is still being computed.
    pub fn people_cell(&self, both: &Both<Milli>, lens: Lens) -> Cell {
        match lens {
            Lens::Expected if !self.flows.both => Cell::Awaited(Some(both.potential.people())),
            _ => Cell::Number(seen(both, lens).people(), 1),
        }
    }

    /// What chooses the plural of people with a decimal: in French two make it, in English all but one.
    fn number(&self, people: Milli) -> i64 {
        match self.lang {
            Lang::Fr => people.0 / 1000,
            Lang::En => 1 + i64::from(people != Milli::whole(1)),
        }
    }

    /// « 12,4 ».
    pub fn count(&self, people: Milli) -> String {
        i18n::decimal(self.lang, people.people(), 1)
    }

    /// « Rouen → Le Havre : 12,4 personnes, 34 km », « Rouen : 105,0 personnes y restent ».
    pub fn pair_words(&self, (from, to): (&BasinCode, &BasinCode), people: Milli, km: f64) -> String {
        let key = if from == to { "ui-flows-stay" } else { "ui-flows-go" };
        Message::new(key)
            .with("n", self.number(people))
            .with("people", self.count(people))
            .with("from", self.place(from))
            .with("to", self.place(to))
            .with("km", i18n::kilometres(self.lang, Km(km)))
            .text(self.lang)
    }
}

/// Posts filled, by whom, and how far they come: one sentence over the screen.
pub fn sentence(reader: &Reader<'_>) -> String {
    let lang = reader.lang;
    let Summary {
        filled,
        stayed,
        moved,
        came,
        left,
    } = reader.summary();
    let lens = reader.lens;
    let filled = seen(&filled, lens);
    let of = |part: Milli| {
        let share = if filled.people > Milli::ZERO {
            part.people() / filled.people.people()
        } else {
            0.0
        };
        i18n::percent(lang, share)
    };
    let outside = [seen(&came, lens), seen(&left, lens)];
    let mut words = Message::new("ui-flows-sentence")
        .with("filled", i18n::people(lang, filled.people))
        .with("stayed", of(seen(&stayed, lens)))
        .with("moved", of(seen(&moved, lens)))
        .with("km", i18n::kilometres(lang, Km(filled.mean_km().unwrap_or(0.0))))
        .with("far", i18n::percent(lang, filled.far_share().unwrap_or(0.0)))
        .with("limit", i18n::kilometres(lang, Km(Sum::FAR_KM)))
        .text(lang);
    if outside.iter().any(|people| *people > Milli::ZERO) {
        let more = Message::new("ui-flows-outside")
            .with("came", i18n::people(lang, outside[0]))
            .with("left", i18n::people(lang, outside[1]));
        words = format!("{words} {}", more.text(lang));
    }
    words
}

/// What the figures are, and are not.
pub fn caution(lens: Lens, lang: Lang) -> String {
    text(
        lang,
        match lens {
            Lens::Potential => "ui-flows-caution-potential",
            Lens::Expected => "ui-flows-caution-expected",
        },
    )
}
