//! Finds the programme behind a label, for files that give no diploma code (Parcoursup) or the code of a common first year.

use std::collections::BTreeMap;

use crate::domain::programme::{Diploma, Programme};

/// Labels of the programmes that Parcoursup offers, as words.
pub(super) struct Labels {
    /// Whole label → programmes of that name.
    whole: BTreeMap<(Diploma, Vec<String>), Vec<usize>>,
    /// Label before « option » or « parcours » → every option or parcours.
    stems: BTreeMap<(Diploma, Vec<String>), Vec<usize>>,
}

/// Specialities of the DUT whose name or options changed with the BUT of 2021 (arrêtés of the programmes nationaux), and their heir; no heir in the industrial catalogue for some options.
const DUT_HEIRS: [(&str, Option<&str>); 7] = [
    (
        "Génie thermique et énergie",
        Some("Métiers de la transition et de l'efficacité énergétiques"),
    ),
    (
        "Génie biologique option industries agroalimentaires et biologiques",
        Some("Génie biologique parcours sciences de l'aliment et biotechnologie"),
    ),
    (
        "Génie biologique option analyses biologiques et biochimiques",
        Some("Génie biologique parcours biologie médicale et biotechnologie"),
    ),
    (
        "Génie biologique option génie de l'environnement",
        Some("Génie biologique parcours sciences de l'environnement et écotechnologies"),
    ),
    ("Génie biologique option agronomie", None),
    ("Génie biologique option diététique", None),
    ("Génie biologique option bio-informatique", None),
];

/// What a label designates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// The kind the file names; a DUT stands for a BUT by a bridge.
    pub diploma: Diploma,
    /// Words of the speciality, the identity of the section across vintages.
    pub name: String,
    pub programmes: Vec<usize>,
}

impl Labels {
    pub fn new(programmes: &[Programme]) -> Self {
        let mut labels = Self {
            whole: BTreeMap::new(),
            stems: BTreeMap::new(),
        };
        for (i, programme) in programmes.iter().enumerate() {
            let words = words(&programme.label);
            let cut = words.iter().position(|w| w == "option" || w == "parcour");
            let stem = words[..cut.unwrap_or(words.len())].to_vec();
            labels.whole.entry((programme.diploma, words)).or_default().push(i);
            labels.stems.entry((programme.diploma, stem)).or_default().push(i);
        }
        labels
    }

    /// Reads `BTS - Production - Électrotechnique`, `DUT - Production - Chimie`, `BUT - Chimie`…
    ///
    /// The speciality must open what follows the kind; the longest whole name wins, else the longest stem with all its options.
    pub fn find(&self, label: &str) -> Option<Named> {
        let (diploma, rest) = kind(words(label))?;
        if diploma != Diploma::Dut {
            return self.longest(diploma, diploma, &rest);
        }
        let heir = DUT_HEIRS.iter().find(|(dut, _)| rest.starts_with(&words(dut)));
        match heir {
            Some((_, None)) => None,
            Some((_, Some(but))) => self.longest(Diploma::But, diploma, &words(but)),
            None => self.longest(Diploma::But, diploma, &rest),
        }
    }

    fn longest(&self, target: Diploma, named: Diploma, rest: &[String]) -> Option<Named> {
        let best = |table: &BTreeMap<(Diploma, Vec<String>), Vec<usize>>| {
            let prefixes = (1..=rest.len()).rev();
            let mut found = prefixes.filter_map(|n| table.get_key_value(&(target, rest[..n].to_vec())));
            found.next().map(|((_, words), programmes)| Named {
                diploma: named,
                name: words.join(" "),
                programmes: programmes.clone(),
            })
        };
        best(&self.whole).or_else(|| best(&self.stems))
    }
}

/// The kind of diploma a label opens with, and the words of its speciality.
fn kind(words: Vec<String>) -> Option<(Diploma, Vec<String>)> {
    let diploma = match words.first()?.as_str() {
        "bts" => Diploma::Bts,
        "dut" => Diploma::Dut,
        "but" => Diploma::But,
        _ => return None,
    };
    let filler = |w: &String| matches!(w.as_str(), "production" | "service");
    Some((diploma, words.into_iter().skip(1).skip_while(filler).collect()))
}

/// Lower case, without accents, plurals, articles and punctuation, so that spellings of two files meet.
fn words(text: &str) -> Vec<String> {
    const SMALL: [&str; 9] = ["de", "des", "du", "d", "la", "le", "les", "l", "et"];
    let folded: String = text.chars().flat_map(char::to_lowercase).map(fold).collect();
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let kept = words.filter(|w| !w.is_empty() && !SMALL.contains(w));
    kept.map(|w| if w.len() > 3 { w.trim_end_matches('s') } else { w }.to_owned())
        .collect()
}

fn fold(c: char) -> char {
    match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ProgrammeId;

    fn programme(id: &str, diploma: Diploma, label: &str) -> Programme {
        Programme {
            id: ProgrammeId::parse(id).unwrap(),
            cfd: None,
            rncp: None,
            label: label.to_owned(),
            diploma,
            level: 5,
            years: Some(2),
            nsf: None,
            romes: vec![],
            romes_added: vec![],
            previous: vec![],
            next: vec![],
            final_year_mefstats: vec![],
            review: None,
        }
    }

    #[test]
    fn labels_of_files_meet_labels_of_the_catalogue() {
        let list = [
            programme("32025520", Diploma::Bts, "Électrotechnique"),
            programme(
                "32022318",
                Diploma::Bts,
                "Conception des processus de réalisation de produits option A : production unitaire",
            ),
            programme(
                "32022317",
                Diploma::Bts,
                "Conception des processus de réalisation de produits option B : production sérielle",
            ),
            programme(
                "25122701",
                Diploma::But,
                "Métiers de la transition et de l'efficacité énergétiques parcours exploitation",
            ),
            programme("25122201", Diploma::But, "Chimie parcours synthèse"),
        ];
        let labels = Labels::new(&list);
        let check = |label: &str, expected: &[usize]| {
            let found = labels.find(label).map(|n| n.programmes).unwrap_or_default();
            assert_eq!(found, expected, "{label}");
        };
        check("BTS - Production - Electrotechnique", &[0]);
        check("BTS - Production - Electrotechnique - en apprentissage", &[0]);
        check(
            "BTS - Production - Conception des processus de réalisation de produits (1ère année commune)",
            &[1, 2],
        );
        check("DUT - Production - Génie thermique et énergie", &[3]);
        check("BUT - Chimie", &[4]);
        check("DUT - Production - Génie biologique Option diététique", &[]);
        check("BTS - Services - Comptabilité et gestion", &[]);
        check("Licence - Chimie", &[]);
    }
}
