//! Cell texts to values: numbers, dates and header names as French files write them.

/// A number with decimal point or comma and any blank as group separator; not-a-number and infinities are no numbers.
pub fn number(text: &str) -> Option<f64> {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ',' => clean.push('.'),
            '\u{2212}' => clean.push('-'),
            '0'..='9' | '.' | '-' | '+' | 'e' | 'E' => clean.push(c),
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    if !clean.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.')) {
        return None;
    }
    clean.parse().ok().filter(|n: &f64| n.is_finite())
}

/// A whole number, or one spoilt by floating point (101.0, 12.000000001).
pub fn whole(text: &str) -> Option<i64> {
    let number = number(text)?;
    let rounded = number.round();
    let fits = (number - rounded).abs() < 1e-6 && rounded.abs() < 1e15;
    #[expect(clippy::cast_possible_truncation, reason = "bounded just above")]
    fits.then_some(rounded as i64)
}

/// `31/08/2024`, `2024-08-31` (a time may follow) to ISO `2024-08-31`.
pub fn iso_date(text: &str) -> Option<String> {
    let day = text.split(['T', ' ']).next()?;
    let slashes: Vec<&str> = day.split('/').collect();
    let dashes: Vec<&str> = day.split('-').collect();
    let (y, m, d) = match (slashes.as_slice(), dashes.as_slice()) {
        ([d, m, y], _) => (y, m, d),
        (_, [y, m, d]) => (y, m, d),
        _ => return None,
    };
    if y.len() != 4 {
        return None;
    }
    let date = jiff::civil::Date::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?).ok()?;
    Some(date.to_string())
}

/// A calendar year between 1990 and 2100.
pub fn year(text: &str) -> Option<u16> {
    let year = u16::try_from(whole(text)?).ok()?;
    (1990..=2100).contains(&year).then_some(year)
}

/// The only calendar year written in a name, as in `BMO_2024_extrait`; nothing when there are none or several.
pub fn year_in(name: &str) -> Option<u16> {
    let mut found: Vec<u16> = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(year)
        .collect();
    found.dedup();
    match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The version in a name: `v347` of `unix_referentiel_code_rome_v347_utf8.csv`, `v1.4` of `rncp_rome.v1.4.csv`.
pub fn version_in(name: &str) -> Option<String> {
    let opens = |(at, _): &(usize, &str)| {
        let before = name[..*at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric()) && name[at + 1..].starts_with(|c: char| c.is_ascii_digit())
    };
    let (at, _) = name.match_indices(['v', 'V']).find(opens)?;
    let digits = name[at + 1..].split(|c: char| !c.is_ascii_digit() && c != '.').next()?;
    Some(format!("v{}", digits.trim_end_matches('.')))
}

/// Some exports double the apostrophes of their labels, as inside a database command.
pub fn single_apostrophes(text: &str) -> String {
    text.replace("''", "'")
}

/// A header or name brought to the form in which it is compared: lower case, no accent, straight apostrophes, single blanks.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}') {
            blank = true;
            continue;
        }
        if blank && !out.is_empty() {
            out.push(' ');
        }
        blank = false;
        push_folded(&mut out, c);
    }
    out
}

fn push_folded(out: &mut String, c: char) {
    for c in c.to_lowercase() {
        match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' => out.push('a'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'î' | 'ï' | 'í' => out.push('i'),
            'ô' | 'ö' | 'ó' => out.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => out.push('u'),
            'ÿ' => out.push('y'),
            'ç' => out.push('c'),
            'ñ' => out.push('n'),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            '’' | '‘' | 'ʼ' | '`' | '´' => out.push('\''),
            '–' | '—' | '‑' => out.push('-'),
            // Combining accents of decomposed text.
            '\u{300}'..='\u{36f}' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_french_files_write_them() {
        let check = |text: &str, expected: Option<f64>| assert_eq!(number(text), expected, "{text:?}");
        check("1 234,5", Some(1234.5));
        check("1\u{202f}234,5", Some(1234.5));
        check("1\u{a0}234", Some(1234.0));
        check(".3132", Some(0.3132));
        check("\u{2212}3", Some(-3.0));
        check("1e3", Some(1000.0));
        check("1.234,5", None);
        check("NaN", None);
        check("inf", None);
        check("e5", None);
        check("12 ans", None);
        check("", None);
        check("1e999", None);
    }

    #[test]
    fn whole_numbers_forgive_floating_point_only() {
        assert_eq!(whole("101.0"), Some(101));
        assert_eq!(whole("12,000000001"), Some(12));
        assert_eq!(whole("12,5"), None);
        assert_eq!(whole("1e20"), None);
    }

    #[test]
    fn dates_are_day_first_or_iso() {
        assert_eq!(iso_date("31/08/2024").as_deref(), Some("2024-08-31"));
        assert_eq!(iso_date("2024-08-31T00:00:00").as_deref(), Some("2024-08-31"));
        assert_eq!(iso_date("08/31/2024"), None);
        assert_eq!(iso_date("31/08/24"), None);
        assert_eq!(iso_date("n.d."), None);
    }

    #[test]
    fn a_year_is_found_in_a_name_only_when_it_is_alone() {
        assert_eq!(year_in("tension_rome_bassin_2021_4_regions.csv"), Some(2021));
        assert_eq!(year_in("depp-2022-etablissements-2022_2023.csv"), None);
        assert_eq!(year_in("codes_v460.csv"), None);
    }

    #[test]
    fn a_version_is_found_in_a_name() {
        assert_eq!(version_in("unix_code_rome_v347_utf8.csv").as_deref(), Some("v347"));
        assert_eq!(version_in("rncp_rome.v1.4_industrie.csv").as_deref(), Some("v1.4"));
        assert_eq!(version_in("rncp_rome.v1.4.csv").as_deref(), Some("v1.4"));
        assert_eq!(version_in("vivre.csv"), None);
    }

    #[test]
    fn headers_are_compared_without_case_accents_or_repeated_blanks() {
        assert_eq!(fold("\u{feff}Code  Métier\u{a0}BMO "), "code metier bmo");
        assert_eq!(fold("Capacité de l’établissement"), fold("CAPACITE DE L'ETABLISSEMENT"));
        assert_eq!(fold("e\u{301}cole d'œuvre"), "ecole d'oeuvre");
    }
}
