//! Words of a drawing: labels on two lines, names cut in their middle, text that never becomes markup.

use super::{ADVANCE, FONT, LABEL_WIDTH};

/// Letters of one line of a label.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small positive constant"
)]
const LINE: usize = ((LABEL_WIDTH - 10.0) / (FONT * ADVANCE)) as usize;

/// A label on one line, or on two broken at a space; the second line of a very long name keeps both its ends.
pub fn in_two_lines(label: &str) -> Vec<String> {
    if label.chars().count() <= LINE {
        return vec![label.to_owned()];
    }
    let fits = |(at, _): &(usize, &str)| label[..*at].chars().count() <= LINE;
    match label.match_indices(' ').take_while(fits).last() {
        Some((at, _)) => vec![label[..at].to_owned(), cut_in_the_middle(&label[at + 1..], LINE)],
        None => vec![cut_in_the_middle(label, LINE)],
    }
}

pub fn cut_in_the_middle(text: &str, most: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= most || most < 3 {
        return text.to_owned();
    }
    let tail = (most - 1) / 3;
    let head = most - 1 - tail;
    let start: String = letters[..head].iter().collect();
    let end: String = letters[letters.len() - tail..].iter().collect();
    format!("{}…{}", start.trim_end(), end.trim_start())
}

/// Text as SVG text: names never become markup.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Text broken at spaces into lines of at most so many letters.
pub fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(cut_in_the_middle(word, most)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_keep_both_ends() {
        assert_eq!(cut_in_the_middle("Chaudronniers", 20), "Chaudronniers");
        let cut = cut_in_the_middle("Ouvriers qualifiés travaillant par enlèvement de métal", 30);
        assert!((28..=30).contains(&cut.chars().count()), "{cut}");
        assert!(cut.starts_with("Ouvriers qualifiés") && cut.ends_with("métal"), "{cut}");
        let name = "Techniciens et agents de maîtrise en maintenance électrique, électronique et automatismes";
        assert_eq!(
            in_two_lines(name).join(" "),
            name,
            "two lines are enough for the names of the nomenclature"
        );
        assert!(
            in_two_lines(&"x".repeat(500))
                .iter()
                .all(|line| line.chars().count() <= LINE)
        );
    }

    #[test]
    fn names_never_become_markup() {
        assert_eq!(
            escaped("</text><script>&\"\u{7}"),
            "&lt;/text&gt;&lt;script&gt;&amp;&quot; "
        );
    }

    #[test]
    fn a_long_sentence_is_broken_at_spaces_and_nothing_is_lost() {
        let text = "Une position n’a pas de sens absolu.";
        let lines = wrapped(text, 12);
        assert!(lines.iter().all(|line| line.chars().count() <= 12), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }
}
