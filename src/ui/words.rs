//! Small operations on words: folding for search, abbreviating long names, and cutting them in the middle.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Endings, plural or feminine, that an abbreviation takes with it.
const ENDINGS: [&str; 7] = ["", "s", "x", "e", "es", "le", "les"];

/// Beginnings of words and their abbreviations, in lower case.
static ABBREVIATIONS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/words/abbreviations.tsv").lines();
    lines.filter_map(|line| line.split_once('\t')).collect()
});

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

/// `name` with its first `count` words that have an abbreviation abbreviated; nothing where it has fewer of them.
/// « Ouvriers qualifiés des industries », 1, gives « Ouvr. qualifiés des industries ».
/// The name of a file or of a code is never abbreviated.
pub fn abbreviated(name: &str, count: usize) -> Option<String> {
    if name.contains(['_', '/', '\\']) {
        return None;
    }
    let mut out = String::with_capacity(name.len());
    let mut done = 0;
    let mut rest = name;
    while let Some(start) = rest.find(char::is_alphabetic) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_alphabetic()).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        out.push_str(before);
        match abbreviation(word).filter(|_| done < count) {
            Some(short) => {
                out.push_str(&short);
                done += 1;
            }
            None => out.push_str(word),
        }
        rest = after;
    }
    out.push_str(rest);
    (done == count).then_some(out)
}

/// The abbreviation of a word, with its first letter as it was.
fn abbreviation(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let begins = |ending: &&str| lower.strip_suffix(*ending).and_then(|begin| ABBREVIATIONS.get(begin));
    let known = ENDINGS.iter().find_map(begins)?;
    let mut letters = known.chars();
    let first = letters.next().filter(|_| word.starts_with(char::is_uppercase));
    Some(match first {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => (*known).to_owned(),
    })
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
    fn a_name_is_abbreviated_word_by_word_and_two_trades_stay_two() {
        let name = "Ouvriers de l’électricité et de l’électronique";
        assert_eq!(
            abbreviated(name, 1).unwrap(),
            "Ouvr. de l’électricité et de l’électronique"
        );
        assert_eq!(abbreviated(name, 3).unwrap(), "Ouvr. de l’électric. et de l’électron.");
        assert_eq!(abbreviated(name, 4), None);
        assert_eq!(
            abbreviated("Industries agro-alimentaires", 2).unwrap(),
            "Ind. agro-alim."
        );
        assert_eq!(abbreviated("Soudeurs", 1), None);
        assert_eq!(abbreviated("Parcoursup", 1), None);
        assert_eq!(abbreviated("options_industrielles.csv", 1), None);
        let shortens =
            |(word, short): (&&str, &&str)| short.ends_with('.') && short.chars().count() < word.chars().count();
        assert!(ABBREVIATIONS.len() > 50 && ABBREVIATIONS.iter().all(shortens));
    }

    #[test]
    fn long_names_keep_both_ends() {
        assert_eq!(cut_middle("Soudeurs", 20), "Soudeurs");
        assert_eq!(cut_middle("Techniciens de maintenance", 11), "Techn…nance");
        assert_eq!(cut_middle("abc", 0), "…");
    }
}
