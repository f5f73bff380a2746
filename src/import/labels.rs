//! Matches a speciality written in words (Parcoursup) to the one diploma of the catalogue it names.

use std::collections::HashMap;

use super::value::fold;
use crate::domain::id::Cfd;
use crate::domain::programme::{Diploma, Programme};

/// Specialities of the catalogue by their comparable words.
#[derive(Debug, Clone, Default)]
pub struct Labels(HashMap<(Diploma, String), Option<Cfd>>);

impl Labels {
    /// Indexes BTS (agricultural ones included) and BUT. A label shared by two diplomas names the one that replaced the other;
    /// when neither did, it names none.
    pub fn new(programmes: &[Programme]) -> Self {
        let mut found: HashMap<(Diploma, String), Vec<&Programme>> = HashMap::new();
        for programme in programmes {
            if let (Some(kind), Some(_)) = (searched_as(programme), &programme.cfd) {
                found
                    .entry((kind, words(&programme.label)))
                    .or_default()
                    .push(programme);
            }
        }
        Self(found.into_iter().map(|(key, list)| (key, newest(&list))).collect())
    }

    /// The diploma a speciality names. Remarks in brackets and trailing remarks after a hyphen
    /// (« - Parcours Armée de Terre ») are dropped only when the whole label names nothing.
    pub fn find(&self, kind: Diploma, speciality: &str) -> Option<&Cfd> {
        let plain = without_brackets(speciality);
        let mut rest = plain.as_str();
        if let Some(found) = self.exact(kind, speciality) {
            return Some(found);
        }
        loop {
            if let Some(found) = self.exact(kind, rest) {
                return Some(found);
            }
            rest = rest.rsplit_once(" - ")?.0;
        }
    }

    fn exact(&self, kind: Diploma, speciality: &str) -> Option<&Cfd> {
        self.0.get(&(kind, words(speciality)))?.as_ref()
    }
}

/// BTSA are sought among BTS, as Parcoursup lists them.
fn searched_as(programme: &Programme) -> Option<Diploma> {
    match programme.diploma {
        Diploma::Bts | Diploma::But => Some(programme.diploma),
        Diploma::Agricultural if programme.level == 5 => Some(Diploma::Bts),
        _ => None,
    }
}

/// The one of several diplomas of one label that no other of them replaced.
fn newest(list: &[&Programme]) -> Option<Cfd> {
    let replaced = |p: &Programme| {
        list.iter()
            .filter_map(|other| other.cfd.as_ref())
            .any(|cfd| p.next.contains(cfd))
    };
    let mut last = list.iter().filter(|p| !replaced(p));
    match (last.next(), last.next()) {
        (Some(only), None) => only.cfd.clone(),
        _ => None,
    }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// The words that tell a speciality from another: no accent, no small word, no option letter or acronym, no plural.
fn words(label: &str) -> String {
    let folded = fold(label);
    let kept: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| w.len() > 1 && !SMALL_WORDS.contains(w))
        .map(singular)
        .collect();
    kept.join(" ")
}

fn singular(word: &str) -> &str {
    match word.strip_suffix(['s', 'x']) {
        Some(stem) if word.len() > 3 => stem,
        _ => word,
    }
}

/// Words that the catalogue and Parcoursup write differently without changing the speciality.
const SMALL_WORDS: &[&str] = &[
    "de",
    "des",
    "du",
    "la",
    "le",
    "les",
    "et",
    "en",
    "au",
    "aux",
    "un",
    "une",
    "pour",
    "option",
    "opt",
    "specialite",
    "referentiel",
    "commun",
    "europeen",
    "parcours",
    "pop",
    "co",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ProgrammeId;

    fn programme(cfd: &str, diploma: Diploma, label: &str, next: &[&str]) -> Programme {
        Programme {
            id: ProgrammeId::parse(cfd).unwrap(),
            cfd: Some(Cfd::parse(cfd).unwrap()),
            rncp: None,
            label: label.to_owned(),
            diploma,
            level: if diploma == Diploma::But { 6 } else { 5 },
            years: Some(2),
            nsf: None,
            romes: Vec::new(),
            romes_added: Vec::new(),
            previous: Vec::new(),
            next: next.iter().map(|c| Cfd::parse(c).unwrap()).collect(),
            final_year_mefstats: Vec::new(),
            review: None,
        }
    }

    fn labels() -> Labels {
        Labels::new(&[
            programme("32025520", Diploma::Bts, "Électrotechnique", &[]),
            programme(
                "32022709",
                Diploma::Bts,
                "Fluides-énergies-domotique option A génie climatique et fluidique",
                &[],
            ),
            programme(
                "32025014",
                Diploma::Bts,
                "Maintenance des systèmes option A : systèmes de production",
                &[],
            ),
            programme(
                "32025015",
                Diploma::Bts,
                "Maintenance des systèmes option B : systèmes énergétiques",
                &[],
            ),
            programme("32025302", Diploma::Bts, "Aéronautique", &["32025303"]),
            programme("32025303", Diploma::Bts, "Aéronautique", &[]),
            programme("32334302", Diploma::Agricultural, "Gestion et maîtrise de l'eau", &[]),
            programme(
                "25133101",
                Diploma::But,
                "Génie biologique parcours biologie médicale",
                &[],
            ),
            programme("25122201", Diploma::But, "Chimie parcours synthèse", &[]),
        ])
    }

    #[test]
    fn a_speciality_is_found_however_it_is_written() {
        let labels = labels();
        let check = |kind, label: &str, cfd: Option<&str>| {
            assert_eq!(labels.find(kind, label).map(Cfd::as_str), cfd, "{label}");
        };
        check(Diploma::Bts, "Electrotechnique", Some("32025520"));
        check(
            Diploma::Bts,
            "Electrotechnique - Parcours Marine Nationale",
            Some("32025520"),
        );
        check(
            Diploma::Bts,
            "Electrotechnique (Statut d'apprenti possible sur tout ou partie des années)",
            Some("32025520"),
        );
        check(
            Diploma::Bts,
            "Fluide, énergie, domotique - option A génie climatique et fluidique",
            Some("32022709"),
        );
        check(
            Diploma::Bts,
            "Maintenance des systèmes - option A Systèmes de production",
            Some("32025014"),
        );
        check(Diploma::Bts, "Gestion et maitrise de l’eau", Some("32334302"));
        check(
            Diploma::But,
            "Génie biologique Parcours biologie médicale",
            Some("25133101"),
        );
    }

    #[test]
    fn what_names_no_single_diploma_stays_without_code() {
        let labels = labels();
        assert_eq!(labels.find(Diploma::Bts, "Maintenance des systèmes"), None);
        assert_eq!(labels.find(Diploma::But, "Chimie"), None);
        assert_eq!(labels.find(Diploma::But, "Electrotechnique"), None);
        assert_eq!(labels.find(Diploma::Bts, ""), None);
    }

    #[test]
    fn a_renewed_diploma_answers_for_its_label() {
        assert_eq!(
            labels().find(Diploma::Bts, "Aéronautique").map(Cfd::as_str),
            Some("32025303")
        );
    }
}
