//! The rows that people write: the fields of each kind, what is typed in them, and the deed it makes.

use jiff::civil::Date;

use crate::domain::funding::{Aid, Envelope, Funder, Funding, Npec, Pays, parse_day};
use crate::domain::id::{IdccCode, ProgrammeId};
use crate::i18n::Message;
use crate::ui::desk::funding::FundDeed;

/// Kinds of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    Envelopes,
    Aids,
    Npecs,
}

/// One field of a form.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Key of its name (`ui-funding-field-<key>`).
    pub key: &'static str,
    pub kind: FieldKind,
}

/// How a field is filled.
#[derive(Debug, Clone, Copy)]
pub enum FieldKind {
    Words,
    Short,
    /// One of these words; their texts begin with the prefix.
    Choice(fn() -> Vec<&'static str>, &'static str),
}

/// A row being made (key 0) or changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub id: i64,
    /// What is typed, in the order of [`Rows::fields`].
    pub values: Vec<String>,
    /// The field that is wrong, if one is, and why.
    pub fault: Option<(Option<usize>, Message)>,
}

const fn field(key: &'static str, kind: FieldKind) -> Field {
    Field { key, kind }
}

const ENVELOPE: [Field; 7] = [
    field("name", FieldKind::Words),
    field("year", FieldKind::Short),
    field("euros", FieldKind::Short),
    field(
        "funder",
        FieldKind::Choice(|| Funder::ALL.map(Funder::as_str).to_vec(), "funder-"),
    ),
    field(
        "pays",
        FieldKind::Choice(|| Pays::ALL.map(Pays::as_str).to_vec(), "pays-"),
    ),
    field("source", FieldKind::Words),
    field("note", FieldKind::Words),
];

const AID: [Field; 9] = [
    field("name", FieldKind::Words),
    field("from", FieldKind::Short),
    field("to", FieldKind::Short),
    field("level-from", FieldKind::Short),
    field("level-to", FieldKind::Short),
    field("firm-from", FieldKind::Short),
    field("firm-to", FieldKind::Short),
    field("euros", FieldKind::Short),
    field("source", FieldKind::Words),
];

const NPEC: [Field; 6] = [
    field("code", FieldKind::Short),
    field("branch", FieldKind::Short),
    field("from", FieldKind::Short),
    field("to", FieldKind::Short),
    field("euros", FieldKind::Short),
    field("source", FieldKind::Words),
];

/// What is wrong with a field.
type Fault = (usize, Message);

impl Rows {
    /// Its fields, in the order they are typed.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Envelopes => &ENVELOPE,
            Self::Aids => &AID,
            Self::Npecs => &NPEC,
        }
    }

    /// A new row: the next year, the first words of each choice.
    pub fn blank(self, year: u16) -> Draft {
        let value = |field: &Field| match (field.kind, field.key) {
            (FieldKind::Choice(words, _), _) => words().first().copied().unwrap_or_default().to_owned(),
            (_, "year") => year.to_string(),
            (_, "from") => format!("01/01/{year}"),
            (_, "firm-from") => "0".to_owned(),
            _ => String::new(),
        };
        Draft {
            id: 0,
            values: self.fields().iter().map(value).collect(),
            fault: None,
        }
    }

    /// A known row as it would be typed.
    pub fn draft(self, funding: &Funding, id: i64) -> Option<Draft> {
        let values = match self {
            Self::Envelopes => envelope_values(funding.envelope(id)?),
            Self::Aids => aid_values(funding.aids.iter().find(|aid| aid.id == id)?),
            Self::Npecs => npec_values(funding.npecs.iter().find(|npec| npec.id == id)?),
        };
        Some(Draft {
            id,
            values,
            fault: None,
        })
    }

    /// The deed that writes what is typed.
    ///
    /// # Errors
    /// The first field that is wrong.
    pub fn deed(self, draft: &Draft) -> Result<FundDeed, Fault> {
        let typed = Typed(&draft.values);
        match self {
            Self::Envelopes => envelope(typed, draft.id).map(FundDeed::Envelope),
            Self::Aids => aid(typed, draft.id).map(FundDeed::Aid),
            Self::Npecs => npec(typed, draft.id).map(FundDeed::Npec),
        }
    }

    /// The deed that takes a known row away.
    pub fn removal(self, funding: &Funding, id: i64) -> Option<FundDeed> {
        match self {
            Self::Envelopes => funding.envelope(id).cloned().map(FundDeed::RemoveEnvelope),
            Self::Aids => {
                let aid = funding.aids.iter().find(|aid| aid.id == id);
                aid.cloned().map(FundDeed::RemoveAid)
            }
            Self::Npecs => {
                let npec = funding.npecs.iter().find(|npec| npec.id == id);
                npec.cloned().map(FundDeed::RemoveNpec)
            }
        }
    }
}

fn envelope_values(e: &Envelope) -> Vec<String> {
    vec![
        e.name.clone(),
        e.year.to_string(),
        e.euros.to_string(),
        e.funder.as_str().to_owned(),
        e.pays.as_str().to_owned(),
        e.source.clone(),
        e.note.clone(),
    ]
}

fn aid_values(aid: &Aid) -> Vec<String> {
    vec![
        aid.name.clone(),
        day_words(aid.from),
        aid.to.map_or_else(String::new, day_words),
        aid.levels.0.to_string(),
        aid.levels.1.to_string(),
        aid.firm.0.to_string(),
        aid.firm.1.map_or_else(String::new, |size| size.to_string()),
        aid.euros.to_string(),
        aid.source.clone(),
    ]
}

fn npec_values(npec: &Npec) -> Vec<String> {
    vec![
        npec.code.to_string(),
        npec.branch.as_ref().map_or_else(String::new, ToString::to_string),
        day_words(npec.from),
        npec.to.map_or_else(String::new, day_words),
        npec.euros.to_string(),
        npec.source.clone(),
    ]
}

/// « 01/09/2027 ».
pub fn day_words(day: Date) -> String {
    day.strftime("%d/%m/%Y").to_string()
}

fn envelope(typed: Typed<'_>, id: i64) -> Result<Envelope, Fault> {
    Ok(Envelope {
        id,
        name: typed.words(0),
        year: typed.needed(1, "ui-funding-need-year")?,
        euros: typed.needed(2, "app-funding-euros")?,
        funder: Funder::parse(&typed.words(3)).unwrap_or_default(),
        pays: Pays::parse(&typed.words(4)).unwrap_or_default(),
        source: typed.words(5),
        note: typed.words(6),
    })
}

fn aid(typed: Typed<'_>, id: i64) -> Result<Aid, Fault> {
    Ok(Aid {
        id,
        name: typed.words(0),
        from: typed.day(1)?.ok_or_else(|| (1, Message::new("app-funding-day")))?,
        to: typed.day(2)?,
        levels: (
            typed.needed(3, "app-funding-level")?,
            typed.needed(4, "app-funding-level")?,
        ),
        firm: (typed.number(5)?.unwrap_or(0), typed.number(6)?),
        euros: typed.needed(7, "app-funding-euros")?,
        source: typed.words(8),
    })
}

fn npec(typed: Typed<'_>, id: i64) -> Result<Npec, Fault> {
    let branch = match typed.words(1).as_str() {
        "" => None,
        code => Some(IdccCode::parse(code).map_err(|_| (1, Message::new("app-funding-branch")))?),
    };
    Ok(Npec {
        id,
        code: ProgrammeId::parse(&typed.words(0)).map_err(|_| (0, Message::new("app-funding-code")))?,
        branch,
        from: typed.day(2)?.ok_or_else(|| (2, Message::new("app-funding-day")))?,
        to: typed.day(3)?,
        euros: typed.needed(4, "app-funding-euros")?,
        source: typed.words(5),
    })
}

/// What is typed in each field.
#[derive(Clone, Copy)]
struct Typed<'t>(&'t [String]);

impl Typed<'_> {
    fn words(self, at: usize) -> String {
        self.0.get(at).map_or_else(String::new, |words| words.trim().to_owned())
    }

    fn number<T: std::str::FromStr>(self, at: usize) -> Result<Option<T>, Fault> {
        let compact: String = self
            .words(at)
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '€')
            .collect();
        if compact.is_empty() {
            return Ok(None);
        }
        let number = compact.parse().map(Some);
        number.map_err(|_| (at, Message::new("app-funding-number")))
    }

    fn needed<T: std::str::FromStr>(self, at: usize, missing: &'static str) -> Result<T, Fault> {
        self.number(at)?.ok_or_else(|| (at, Message::new(missing)))
    }

    fn day(self, at: usize) -> Result<Option<Date>, Fault> {
        let words = self.words(at);
        if words.is_empty() {
            return Ok(None);
        }
        let day = parse_day(&words).map(Some);
        day.ok_or_else(|| (at, Message::new("app-funding-day")))
    }
}

/// Euros typed for a purchase or a gift; nothing where they are none.
pub fn euros(typed: &str) -> Option<u64> {
    let typed = [typed.to_owned()];
    Typed(&typed).number(0).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_back_as_it_was() {
        let mut draft = Rows::Aids.blank(2027);
        for (at, words) in [
            (0, "Aide"),
            (2, "31/12/2027"),
            (3, "3"),
            (4, "4"),
            (6, "249"),
            (7, "5 000 €"),
        ] {
            draft.values[at] = words.to_owned();
        }
        let Ok(FundDeed::Aid(aid)) = Rows::Aids.deed(&draft) else {
            panic!("{draft:?}")
        };
        assert_eq!((aid.euros, aid.levels, aid.firm), (5_000, (3, 4), (0, Some(249))));
        let funding = Funding {
            aids: vec![Aid { id: 3, ..aid.clone() }],
            ..Funding::default()
        };
        let again = Rows::Aids.draft(&funding, 3).unwrap();
        assert_eq!(Rows::Aids.deed(&again), Ok(FundDeed::Aid(Aid { id: 3, ..aid })));
    }

    #[test]
    fn the_first_wrong_field_is_told() {
        let faulty = |rows: Rows, told: &[(usize, &str)]| {
            let mut draft = rows.blank(2027);
            for (at, words) in told {
                draft.values[*at] = (*words).to_owned();
            }
            rows.deed(&draft).unwrap_err().0
        };
        assert_eq!(faulty(Rows::Envelopes, &[(0, "Carte")]), 2, "no amount");
        assert_eq!(faulty(Rows::Envelopes, &[(1, "deux mille"), (2, "1")]), 1);
        assert_eq!(faulty(Rows::Npecs, &[(0, "RNCP34500"), (1, "branche"), (4, "1")]), 1);
        assert_eq!(faulty(Rows::Npecs, &[(0, "RNCP34500"), (3, "31/02/2027"), (4, "1")]), 3);
    }
}
