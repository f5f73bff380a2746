//! Identifiers of the field, each a newtype that cannot hold a malformed code. Clones share one text.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// Why a text is not the identifier it claims to be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// The text has not the form of the code (length, letters, digits).
    #[error("« {value} » is not a {kind}: expected {form}")]
    Form {
        kind: &'static str,
        form: &'static str,
        value: String,
    },
    /// The text has the form, but its control key is wrong.
    #[error("« {value} » is not a {kind}: wrong control key, expected {expected}")]
    Key {
        kind: &'static str,
        value: String,
        expected: String,
    },
}

impl CodeError {
    fn form(kind: &'static str, form: &'static str, value: &str) -> Self {
        Self::Form {
            kind,
            form,
            value: value.to_owned(),
        }
    }
}

/// Declares a code newtype: its name on screen, its expected form, and the function that
/// brings a text to the canonical form or returns `None`.
macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $form:literal, $normalise:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads a code; surrounding blanks are ignored.
            ///
            /// # Errors
            /// [`CodeError`] when the form or the control key is wrong.
            pub fn parse(text: &str) -> Result<Self, CodeError> {
                let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
                let normalise: fn(&str) -> Option<String> = $normalise;
                let Some(code) = normalise(trimmed) else {
                    return Err(CodeError::form($kind, $form, text));
                };
                Self::checked(code)
            }

            /// The canonical text of the code.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), &self.0)
            }
        }

        impl FromStr for $name {
            type Err = CodeError;
            fn from_str(text: &str) -> Result<Self, CodeError> {
                Self::parse(text)
            }
        }
    };
}

/// Codes whose form is the whole check.
macro_rules! unkeyed {
    ($($name:ident),*) => {
        $(impl $name {
            fn checked(code: String) -> Result<Self, CodeError> {
                Ok(Self(code.into()))
            }
        })*
    };
}

code!(
    /// Bassin d'emploi of the survey « Besoins en main-d'œuvre »: 4 digits. Files write `101`, `0101` or the number 101.
    BasinCode, "bassin d'emploi", "4 digits", |t| padded_digits(t, 3, 4)
);
code!(
    /// Région (INSEE): 2 digits. Files write `1` for `01`.
    RegionCode, "region", "2 digits", |t| padded_digits(t, 1, 2)
);
code!(
    /// Département (INSEE): `01`–`95`, `2A`, `2B`, `971`–`978`.
    DepartmentCode, "department", "2 or 3 characters", department
);
code!(
    /// Zone d'emploi 2020 (INSEE): 4 digits.
    ZoneCode, "zone d'emploi", "4 digits", |t| padded_digits(t, 1, 4)
);
code!(
    /// Commune (INSEE, not postal): 5 characters, `2A`/`2B` in Corsica.
    CommuneCode, "commune", "5 characters", commune
);
code!(
    /// Famille professionnelle, vintage 2021, level 228: `D1X33`. The 2009 vintage (`D1Z41`) is refused: see [`Fap2009Code`].
    /// Eight codes are the same text in both vintages (`G0A40`, `T2B60`): one code alone does not tell its vintage.
    FapCode, "FAP 2021", "letter, digit or letter, X (A or B in eight codes), 2 digits", |t| fap(t, b'X')
);
code!(
    /// Famille professionnelle, vintage 2009: `D1Z41`. Another nomenclature than [`FapCode`].
    Fap2009Code, "FAP 2009", "letter, digit or letter, Z (A or B in eight codes), 2 digits", |t| fap(t, b'Z')
);
code!(
    /// Répertoire opérationnel des métiers et des emplois: `[A-N]` and 4 digits.
    RomeCode, "ROME", "letter A to N and 4 digits", rome
);
code!(
    /// Code formation diplôme (BCN): level(3) NSF(3) serial(2). Titles carry a letter in third place (`56T22102`),
    /// some serials end with one (`2502001M`). Files lose the leading zero of all-digit codes.
    Cfd, "CFD", "8 characters: 5 digits of level and specialty, then the serial", cfd
);
code!(
    /// MEFSTAT11 (DEPP): 11 characters, the third and the last may be letters (`23B10022313`);
    /// 4th = year of study, 7th to 11th = last five of the CFD.
    Mefstat11, "MEFSTAT11", "11 characters, the 4th a digit", mefstat
);
code!(
    /// Fiche of the Répertoire national des certifications professionnelles, kept as its number: `RNCP34500` and `34500` are the same.
    RncpCode, "RNCP", "RNCP and 2 to 5 digits", rncp
);
code!(
    /// Nomenclature des spécialités de formation: 3 digits, sometimes followed by a letter.
    NsfCode, "NSF", "3 digits and an optional letter", nsf
);
code!(
    /// Unité administrative immatriculée: 7 digits and a control letter.
    Uai, "UAI", "7 digits and a letter", uai_form
);
code!(
    /// Enterprise: 9 digits with Luhn's key.
    Siren, "SIREN", "9 digits", |t| digits_without_blanks(t, 9)
);
code!(
    /// Establishment of an enterprise: 14 digits with Luhn's key (La Poste: digit sum multiple of 5).
    Siret, "SIRET", "14 digits", |t| digits_without_blanks(t, 14)
);
code!(
    /// Branch of a firm by its collective agreement (identifiant de la convention collective): 4 digits. Files write `54` for `0054`.
    IdccCode, "IDCC", "4 digits", |t| padded_digits(t, 1, 4)
);
code!(
    /// Nomenclature d'activités française rév. 2: 4 digits and a letter.
    NafCode, "NAF", "4 digits and a letter", naf
);
code!(
    /// Key of a programme in the embedded catalogue: its CFD, else `RNCP` and the number of the fiche.
    ProgrammeId, "programme", "a CFD, or RNCP and digits", programme
);
code!(
    /// A skill: `S001` in the list of the program, the code of its file where an official table told it (an OGR number).
    SkillCode, "skill", "1 to 16 letters, digits, points or hyphens", skill
);

unkeyed!(
    BasinCode,
    RegionCode,
    DepartmentCode,
    ZoneCode,
    CommuneCode,
    FapCode,
    Fap2009Code,
    RomeCode,
    Cfd,
    Mefstat11,
    RncpCode,
    NsfCode,
    NafCode,
    IdccCode,
    ProgrammeId,
    SkillCode
);

impl Uai {
    /// `letter = ABCDEFGHJKLMNPRSTUVWXYZ[n mod 23]`, n = the seven digits.
    fn checked(code: String) -> Result<Self, CodeError> {
        const KEYS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";
        let number: usize = code[..7].parse().unwrap_or(0);
        let key = char::from(KEYS[number % 23]);
        if code.ends_with(key) {
            Ok(Self(code.into()))
        } else {
            Err(CodeError::Key {
                kind: "UAI",
                expected: key.to_string(),
                value: code,
            })
        }
    }

    /// The department that opens a UAI (first three characters): `059` is `59`, `971` stays, `620` (`2A`) and `720` (`2B`) are Corsica.
    pub fn department(&self) -> Option<DepartmentCode> {
        let first = &self.0[..3];
        let code = match first {
            "620" => "2A",
            "720" => "2B",
            _ => first.strip_prefix('0').unwrap_or(first),
        };
        DepartmentCode::parse(code).ok()
    }
}

impl CommuneCode {
    /// The department that opens a commune code: two characters, three overseas.
    pub fn department(&self) -> Option<DepartmentCode> {
        let overseas = self.0.starts_with("97") || self.0.starts_with("98");
        let length = if overseas { 3 } else { 2 };
        DepartmentCode::parse(&self.0[..length]).ok()
    }
}

impl Siren {
    fn checked(code: String) -> Result<Self, CodeError> {
        if luhn_sum(&code).is_multiple_of(10) {
            Ok(Self(code.into()))
        } else {
            Err(CodeError::Key {
                kind: "SIREN",
                expected: "Luhn".into(),
                value: code,
            })
        }
    }
}

impl Siret {
    fn checked(code: String) -> Result<Self, CodeError> {
        let digit_sum: u32 = code.bytes().map(|b| u32::from(b - b'0')).sum();
        let post_office = code.starts_with("356000000") && digit_sum.is_multiple_of(5);
        if post_office || luhn_sum(&code).is_multiple_of(10) {
            Ok(Self(code.into()))
        } else {
            Err(CodeError::Key {
                kind: "SIRET",
                expected: "Luhn".into(),
                value: code,
            })
        }
    }
}

impl Cfd {
    /// Diploma level (3 to 7) told by the first digit: 5→3, 4→4, 3→5, 2→6, 1→7; the mentions complémentaires of level 4 open with 0.
    pub fn level(&self) -> Option<u8> {
        match self.0.as_bytes()[0] {
            b'5' => Some(3),
            b'4' | b'0' => Some(4),
            b'3' => Some(5),
            b'2' => Some(6),
            b'1' => Some(7),
            _ => None,
        }
    }

    /// The specialty group, third to sixth characters of the code.
    pub fn nsf(&self) -> &str {
        &self.0[3..6]
    }
}

impl Mefstat11 {
    /// Year of study within the course (fourth character).
    pub fn year_of_study(&self) -> u8 {
        self.0.as_bytes()[3] - b'0'
    }

    /// The three characters that name the course scheme (231–233 CAP, 247 bac pro, 321–322 BTS…).
    pub fn scheme(&self) -> &str {
        &self.0[..3]
    }

    /// The five last characters of the CFD.
    pub fn cfd_suffix(&self) -> &str {
        &self.0[6..]
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Digits padded with zeros to `width`; at least `least` digits must be present.
/// Spreadsheets write whole numbers as `101.0`: the float artefact is dropped.
fn padded_digits(text: &str, least: usize, width: usize) -> Option<String> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    let fits = all_digits(text) && text.len() >= least && text.len() <= width;
    fits.then(|| format!("{text:0>width$}"))
}

fn skill(text: &str) -> Option<String> {
    let known = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let text = text.strip_suffix(".0").unwrap_or(text).to_ascii_uppercase();
    ((1..=16).contains(&text.len()) && text.chars().all(known)).then_some(text)
}

fn digits_without_blanks(text: &str, width: usize) -> Option<String> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    (all_digits(&compact) && compact.len() == width).then_some(compact)
}

fn department(text: &str) -> Option<String> {
    let text = text.strip_suffix(".0").unwrap_or(text).to_ascii_uppercase();
    if text == "2A" || text == "2B" {
        return Some(text);
    }
    if !all_digits(&text) {
        return None;
    }
    let number: u32 = text.parse().ok()?;
    match number {
        1..=95 => Some(format!("{number:02}")),
        971..=978 | 984 | 986..=988 => Some(number.to_string()),
        _ => None,
    }
}

fn commune(text: &str) -> Option<String> {
    let text = text.to_ascii_uppercase();
    if let Some(rest) = text.strip_prefix("2A").or_else(|| text.strip_prefix("2B")) {
        return (rest.len() == 3 && all_digits(rest)).then(|| text.clone());
    }
    padded_digits(&text, 4, 5)
}

fn fap(text: &str, vintage: u8) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let b = upper.as_bytes();
    let fits = b.len() == 5
        && b[0].is_ascii_uppercase()
        && b[1].is_ascii_alphanumeric()
        && (b[2] == vintage || b[2] == b'A' || b[2] == b'B')
        && b[3].is_ascii_digit()
        && b[4].is_ascii_digit();
    fits.then_some(upper)
}

fn rome(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let b = upper.as_bytes();
    let fits = b.len() == 5 && (b'A'..=b'N').contains(&b[0]) && all_digits(&upper[1..]);
    fits.then_some(upper)
}

fn cfd(text: &str) -> Option<String> {
    if let Some(digits) = padded_digits(text, 7, 8) {
        return Some(digits);
    }
    let upper = text.to_ascii_uppercase();
    let b = upper.as_bytes();
    let fits = upper.is_ascii()
        && b.len() == 8
        && all_digits(&upper[..2])
        && b[2].is_ascii_alphanumeric()
        && all_digits(&upper[3..7])
        && b[7].is_ascii_alphanumeric();
    fits.then_some(upper)
}

fn mefstat(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let b = upper.as_bytes();
    let fits = upper.is_ascii()
        && b.len() == 11
        && all_digits(&upper[..2])
        && b[2].is_ascii_alphanumeric()
        && all_digits(&upper[3..10])
        && b[10].is_ascii_alphanumeric();
    fits.then_some(upper)
}

fn rncp(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let digits = upper.strip_prefix("RNCP").unwrap_or(&upper).trim();
    let digits = digits.trim_start_matches('0');
    (all_digits(digits) && (2..=5).contains(&digits.len())).then(|| digits.to_owned())
}

fn nsf(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let fits = upper.is_ascii()
        && (3..=4).contains(&upper.len())
        && all_digits(&upper[..3])
        && upper[3..].bytes().all(|b| b.is_ascii_uppercase());
    fits.then_some(upper)
}

fn uai_form(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let fits =
        upper.is_ascii() && upper.len() == 8 && all_digits(&upper[..7]) && upper.as_bytes()[7].is_ascii_uppercase();
    fits.then_some(upper)
}

fn naf(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase().replace('.', "");
    let fits =
        upper.is_ascii() && upper.len() == 5 && all_digits(&upper[..4]) && upper.as_bytes()[4].is_ascii_uppercase();
    fits.then_some(upper)
}

fn programme(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    match upper.strip_prefix("RNCP") {
        Some(_) => rncp(&upper).map(|number| format!("RNCP{number}")),
        None => cfd(&upper),
    }
}

/// Luhn's sum: every second digit from the right is doubled, digits of the products are added.
fn luhn_sum(digits: &str) -> u32 {
    digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| {
            let d = u32::from(b - b'0');
            match i % 2 {
                0 => d,
                _ if d > 4 => 2 * d - 9,
                _ => 2 * d,
            }
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_brought_to_their_canonical_form() {
        let check = |got: Result<String, CodeError>, expected: &str| assert_eq!(got.as_deref(), Ok(expected));
        check(BasinCode::parse("101").map(|c| c.to_string()), "0101");
        check(BasinCode::parse(" 0101 ").map(|c| c.to_string()), "0101");
        check(BasinCode::parse("101.0").map(|c| c.to_string()), "0101");
        check(RegionCode::parse("1").map(|c| c.to_string()), "01");
        check(DepartmentCode::parse("2a").map(|c| c.to_string()), "2A");
        check(DepartmentCode::parse("971").map(|c| c.to_string()), "971");
        check(CommuneCode::parse("1004").map(|c| c.to_string()), "01004");
        check(CommuneCode::parse("2B033").map(|c| c.to_string()), "2B033");
        check(FapCode::parse("d1x33").map(|c| c.to_string()), "D1X33");
        check(FapCode::parse("QAX01").map(|c| c.to_string()), "QAX01");
        check(FapCode::parse("g0a40").map(|c| c.to_string()), "G0A40");
        check(Fap2009Code::parse("G0A40").map(|c| c.to_string()), "G0A40");
        check(Cfd::parse("1022001").map(|c| c.to_string()), "01022001");
        check(Cfd::parse("56t22102").map(|c| c.to_string()), "56T22102");
        check(Cfd::parse("2502001M").map(|c| c.to_string()), "2502001M");
        check(Mefstat11::parse("23b10022313").map(|c| c.to_string()), "23B10022313");
        check(ProgrammeId::parse("46t2540a").map(|c| c.to_string()), "46T2540A");
        check(RncpCode::parse("RNCP34500").map(|c| c.to_string()), "34500");
        check(ProgrammeId::parse("rncp503").map(|c| c.to_string()), "RNCP503");
        check(NafCode::parse("25.62B").map(|c| c.to_string()), "2562B");
    }

    #[test]
    fn malformed_codes_are_refused() {
        assert!(BasinCode::parse("12345").is_err());
        assert!(BasinCode::parse("ABCD").is_err());
        assert!(BasinCode::parse("12").is_err());
        assert!(
            FapCode::parse("D1Z41").is_err(),
            "a FAP 2009 code is not a FAP 2021 code"
        );
        assert!(Fap2009Code::parse("D1X33").is_err());
        assert!(FapCode::parse("D1Y33").is_err());
        assert!(RomeCode::parse("P1234").is_err());
        assert!(RomeCode::parse("H29é1").is_err());
        assert!(DepartmentCode::parse("96").is_err());
        assert!(Uai::parse("é010001W").is_err());
        assert!(NsfCode::parse("ééé").is_err());
        assert!(Cfd::parse("5é22102").is_err());
        assert!(Cfd::parse("5T622102").is_err());
        assert!(Mefstat11::parse("231X0022313").is_err());
        assert!(Mefstat11::parse("2é11002231").is_err());
        assert!(CommuneCode::parse("2A").is_err());
    }

    #[test]
    fn control_keys_are_checked() {
        assert!(Uai::parse("0010001W").is_ok());
        assert!(matches!(Uai::parse("0010001A"), Err(CodeError::Key { .. })));
        assert!(Siren::parse("732 829 320").is_ok());
        assert!(Siren::parse("732829321").is_err());
        assert!(Siret::parse("73282932000074").is_ok());
        assert!(Siret::parse("73282932000075").is_err());
        assert!(Siret::parse("35600000049837").is_ok(), "La Poste: digit sum 45");
    }

    #[test]
    fn a_uai_tells_its_department() {
        let department = |uai: &str| Uai::parse(uai).ok().and_then(|u| u.department()).map(|d| d.to_string());
        assert_eq!(department("0010001W").as_deref(), Some("01"));
        assert_eq!(department("9710067W").as_deref(), Some("971"));
    }

    #[test]
    fn a_cfd_tells_its_level() {
        let level = |cfd: &str| Cfd::parse(cfd).ok().and_then(|c| c.level());
        assert_eq!(level("50022139"), Some(3));
        assert_eq!(level("40025007"), Some(4));
        assert_eq!(level("32025520"), Some(5));
        assert_eq!(level("01022001"), Some(4));
        assert_eq!(level("56T22102"), Some(3));
    }
}
