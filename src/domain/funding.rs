//! Who pays for seats: envelopes by year, hiring aid and contract costs of apprentices by date, and the euros of an envelope given to an action.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::id::{IdccCode, ProgrammeId};
use super::programme::{Programme, Route};

/// Everything a territory knows of money: what people tell, which no file of the survey or of the map of sections brings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Funding {
    /// By year, then by key.
    pub envelopes: Vec<Envelope>,
    /// By name, level, size, date, then by key.
    pub aids: Vec<Aid>,
    /// By code, branch, date, then by key.
    pub npecs: Vec<Npec>,
    /// By action, then by envelope.
    pub lines: Vec<FundingLine>,
}

/// Euros that one funder has for one calendar year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    /// Unique within its year.
    pub name: String,
    pub funder: Funder,
    pub year: u16,
    pub euros: u64,
    pub pays: Pays,
    /// Where the amount comes from; empty = not said.
    pub source: String,
    /// Empty = none.
    pub note: String,
}

/// Kinds of funder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Funder {
    #[default]
    Region,
    State,
    Opco,
    France2030,
    TerritoiresIndustrie,
    Firms,
    Other,
}

/// What an envelope may pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Pays {
    #[default]
    All,
    /// Seats of the voie scolaire.
    School,
    /// Contracts of apprentices.
    Apprenticeship,
    /// Seats of continuing training.
    Continuing,
    /// What is spent once: equipment and works; no seat.
    Equipment,
}

/// Hiring aid for a contract of apprenticeship, paid to the firm, by date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aid {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    pub name: String,
    /// First day a contract may be signed.
    pub from: Date,
    /// Last day; nothing = on.
    pub to: Option<Date>,
    /// Levels of diploma prepared, 3 to 7, both included.
    pub levels: (u8, u8),
    /// Employees of the firm, both included; no upper end = any size.
    pub firm: (u32, Option<u32>),
    /// Euros of the first year of a contract.
    pub euros: u32,
    pub source: String,
}

/// Niveau de prise en charge: euros that an OPCO pays the training centre for a year of a contract, by date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Npec {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    /// The certification: fiche of the RNCP, or code of the diploma.
    pub code: ProgrammeId,
    /// Branch of the firm; nothing = any.
    pub branch: Option<IdccCode>,
    pub from: Date,
    /// Last day; nothing = on.
    pub to: Option<Date>,
    /// Euros of a contract and year.
    pub euros: u32,
    pub source: String,
}

/// Euros of an envelope given to an action of a scenario, in the year of the envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FundingLine {
    /// Keys in the file.
    pub action: i64,
    pub envelope: i64,
    pub euros: u64,
}

impl Funder {
    pub const ALL: [Self; 7] = [
        Self::Region,
        Self::State,
        Self::Opco,
        Self::France2030,
        Self::TerritoiresIndustrie,
        Self::Firms,
        Self::Other,
    ];

    /// Stable text of the store, the command line and the texts (`funder-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::State => "state",
            Self::Opco => "opco",
            Self::France2030 => "france-2030",
            Self::TerritoiresIndustrie => "territoires-industrie",
            Self::Firms => "firms",
            Self::Other => "other",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|funder| funder.as_str() == text)
    }

    /// True for France 2030 and Territoires d'industrie, whose share is followed.
    pub fn is_followed(self) -> bool {
        matches!(self, Self::France2030 | Self::TerritoiresIndustrie)
    }
}

impl Pays {
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::School,
        Self::Apprenticeship,
        Self::Continuing,
        Self::Equipment,
    ];

    /// Stable text of the store, the command line and the texts (`pays-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::School => "school",
            Self::Apprenticeship => "apprenticeship",
            Self::Continuing => "continuing",
            Self::Equipment => "equipment",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pays| pays.as_str() == text)
    }

    /// Whether it may pay a seat of this route.
    pub fn seats_of(self, route: Route) -> bool {
        match self {
            Self::All => true,
            Self::School => route == Route::School,
            Self::Apprenticeship => route == Route::Apprenticeship,
            Self::Continuing => route == Route::Continuing,
            Self::Equipment => false,
        }
    }
}

impl Aid {
    /// Whether a contract signed that day at that level may have it, in some firm.
    pub fn covers(&self, level: u8, day: Date) -> bool {
        (self.levels.0..=self.levels.1).contains(&level) && is_within(day, self.from, self.to)
    }

    /// Whether one contract could have both: levels, sizes and dates all meet, under one name.
    pub fn overlaps(&self, other: &Self) -> bool {
        let levels = self.levels.0 <= other.levels.1 && other.levels.0 <= self.levels.1;
        let end = |firm: (u32, Option<u32>)| firm.1.unwrap_or(u32::MAX);
        let sizes = self.firm.0 <= end(other.firm) && other.firm.0 <= end(self.firm);
        let dates = meet((self.from, self.to), (other.from, other.to));
        self.name == other.name && levels && sizes && dates
    }
}

impl Npec {
    /// Whether it stands that day.
    pub fn stands(&self, day: Date) -> bool {
        is_within(day, self.from, self.to)
    }

    /// Whether it is of the same certification and branch on one day at least.
    pub fn overlaps(&self, other: &Self) -> bool {
        let scope = self.code == other.code && self.branch == other.branch;
        scope && meet((self.from, self.to), (other.from, other.to))
    }

    /// Whether it is of this programme: by its own code, else by its fiche. The smaller, the narrower.
    pub fn names(&self, programme: &Programme) -> Option<u8> {
        let code = self.code.as_str();
        if self.code == programme.id || programme.cfd.as_ref().is_some_and(|cfd| cfd.as_str() == code) {
            return Some(0);
        }
        let fiche = programme.rncp.as_ref()?;
        (code.strip_prefix("RNCP") == Some(fiche.as_str())).then_some(1)
    }
}

impl Funding {
    /// Euros of an envelope that actions among these already take.
    pub fn taken(&self, envelope: i64, is_asked: impl Fn(i64) -> bool) -> u64 {
        let lines = self.lines.iter().filter(|line| line.envelope == envelope);
        lines.filter(|line| is_asked(line.action)).map(|line| line.euros).sum()
    }

    /// Euros a year that may pay seats of a route: the sum of its envelopes. Years without any are left out.
    pub fn euros_by_year(&self, route: Route) -> BTreeMap<u16, u64> {
        let mut years = BTreeMap::new();
        for envelope in self.envelopes.iter().filter(|envelope| envelope.pays.seats_of(route)) {
            *years.entry(envelope.year).or_default() += envelope.euros;
        }
        years
    }

    /// The envelope of a key.
    pub fn envelope(&self, id: i64) -> Option<&Envelope> {
        self.envelopes.iter().find(|envelope| envelope.id == id)
    }
}

fn is_within(day: Date, from: Date, to: Option<Date>) -> bool {
    from <= day && to.is_none_or(|to| day <= to)
}

fn meet(a: (Date, Option<Date>), b: (Date, Option<Date>)) -> bool {
    b.1.is_none_or(|to| a.0 <= to) && a.1.is_none_or(|to| b.0 <= to)
}

/// The day a school year begins, for aid and contract costs: the first of September.
pub fn rentree_day(year: u16) -> Date {
    let year = i16::try_from(year).unwrap_or(i16::MAX).clamp(1, 9_999);
    Date::constant(year, 9, 1)
}

/// A day as `2027-09-01` or `01/09/2027`.
pub fn parse_day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some((day, rest)) = text.split_once('/') {
        let (month, year) = rest.split_once('/')?;
        return Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    }
    let whole = text.len() == 10;
    text.parse().ok().filter(|_| whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        parse_day(text).unwrap()
    }

    fn aid() -> Aid {
        Aid {
            id: 1,
            name: "Aide".to_owned(),
            from: day("2027-01-01"),
            to: Some(day("2027-12-31")),
            levels: (3, 4),
            firm: (0, Some(249)),
            euros: 5_000,
            source: String::new(),
        }
    }

    #[test]
    fn words_are_read_back() {
        for funder in Funder::ALL {
            assert_eq!(Funder::parse(funder.as_str()), Some(funder));
        }
        for pays in Pays::ALL {
            assert_eq!(Pays::parse(pays.as_str()), Some(pays));
        }
    }

    #[test]
    fn the_first_and_the_last_day_are_included() {
        let aid = aid();
        for (on, level, expected) in [
            ("2026-12-31", 3, false),
            ("2027-01-01", 3, true),
            ("31/12/2027", 4, true),
            ("2028-01-01", 4, false),
            ("2027-06-01", 5, false),
        ] {
            assert_eq!(aid.covers(level, day(on)), expected, "{on} {level}");
        }
    }

    #[test]
    fn rows_overlap_only_where_everything_meets() {
        let one = aid();
        let next_year = Aid {
            from: day("2028-01-01"),
            to: None,
            ..one.clone()
        };
        let larger = Aid {
            firm: (250, None),
            ..one.clone()
        };
        let higher = Aid {
            levels: (5, 6),
            ..one.clone()
        };
        for other in [&next_year, &larger, &higher] {
            assert!(!one.overlaps(other) && !other.overlaps(&one), "{other:?}");
        }
        let last_day = Aid {
            from: day("2027-12-31"),
            to: None,
            ..one.clone()
        };
        assert!(one.overlaps(&last_day) && last_day.overlaps(&one));
        assert!(!one.overlaps(&Aid {
            name: "Autre".to_owned(),
            ..one.clone()
        }));
    }

    #[test]
    fn days_are_read_in_both_forms_and_no_other() {
        assert_eq!(parse_day("01/09/2027"), parse_day("2027-09-01"));
        for wrong in ["2027-02-30", "31/02/2027", "2027", "", "2027-09-01T00:00", "1.9.2027"] {
            assert_eq!(parse_day(wrong), None, "{wrong}");
        }
        assert_eq!(rentree_day(2027), day("2027-09-01"));
    }

    #[test]
    fn equipment_pays_no_seat() {
        for route in Route::ALL {
            assert!(Pays::All.seats_of(route));
            assert!(!Pays::Equipment.seats_of(route));
        }
        assert!(!Pays::School.seats_of(Route::Apprenticeship));
    }
}
