//! Small operations on words: folding for search, and cutting long names in the middle.

/// Lower case, without accents or ligatures: « Cœur d’Épernay » becomes "coeur d'epernay".
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => out.push('a'),
            'ç' => out.push('c'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'î' | 'ï' | 'í' => out.push('i'),
            'ñ' => out.push('n'),
            'ô' | 'ö' | 'ó' | 'õ' => out.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => out.push('u'),
            'ÿ' => out.push('y'),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            '’' => out.push('\''),
            // Blanks inside numbers, so that « 1200 » finds « 1 200 ».
            '\u{202f}' | '\u{a0}' => {}
            other => out.push(other),
        }
    }
    out
}

/// Names as nomenclatures print them, with the typographic apostrophe.
pub fn typographic(name: &str) -> String {
    name.replace('\'', "’")
}

/// `text` cut to `kept` characters in the middle: its beginning and its end stay, where names differ.
pub fn cut_middle(text: &str, kept: usize) -> String {
    let count = text.chars().count();
    if count <= kept {
        return text.to_owned();
    }
    let kept = kept.saturating_sub(1);
    let head = kept.div_ceil(2);
    let start: String = text.chars().take(head).collect();
    let end: String = text.chars().skip(count - (kept - head)).collect();
    format!("{}…{}", start.trim_end(), end.trim_start())
}

/// « 23/11/2026 14:02 » of an ISO time; the text as it is when it is no time.
pub fn when(iso: &str) -> String {
    match iso.parse::<jiff::Timestamp>() {
        Ok(time) => {
            let local = time.to_zoned(jiff::tz::TimeZone::system());
            local.strftime("%d/%m/%Y %H:%M").to_string()
        }
        Err(_) => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_ignores_case_accents_ligatures_and_group_blanks() {
        assert_eq!(fold("Cœur d’ÉPERNAY"), "coeur d'epernay");
        assert_eq!(fold("1\u{202f}200"), "1200");
    }

    #[test]
    fn long_names_keep_both_ends() {
        assert_eq!(cut_middle("Soudeurs", 20), "Soudeurs");
        assert_eq!(cut_middle("Techniciens de maintenance", 11), "Techn…nance");
        assert_eq!(cut_middle("abc", 0), "…");
    }
}
