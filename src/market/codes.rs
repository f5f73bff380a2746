//! From the diploma code of a file (CFD, MEFSTAT11 or label) to the programmes of the catalogue, renewals included.

use std::collections::{BTreeMap, BTreeSet};

use super::labels::Labels;
use crate::domain::id::{Cfd, Mefstat11};
use crate::domain::programme::{Diploma, Programme};
use crate::domain::supply::Section;

/// Programmes by code.
pub(super) struct Codes<'a> {
    pub programmes: &'a [Programme],
    own: BTreeMap<&'a Cfd, usize>,
    heirs: BTreeMap<&'a Cfd, Vec<usize>>,
    /// Last five characters of a code, by kind of diploma.
    suffixes: BTreeMap<(Diploma, &'a str), BTreeSet<&'a Cfd>>,
    /// Kinds of diploma a MEFSTAT11 scheme belongs to, as the catalogue shows them.
    schemes: BTreeMap<&'a str, BTreeSet<Diploma>>,
    labels: Labels,
}

/// The programmes that the data of one code or label stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Resolved {
    /// Identity of the diploma across files and vintages: its CFD, else the words of its name.
    pub identity: String,
    /// Several where a renewed code has several heirs, a common first year several options, a speciality several parcours.
    pub programmes: Vec<usize>,
    /// How the code leads to the programmes.
    pub link: Link,
}

/// How a code leads to its programmes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Link {
    /// The code of the programme itself.
    Own,
    /// A code the programmes replaced.
    Renewed,
    /// A name without code.
    Label,
    /// A DUT standing for the BUT of its speciality.
    DutBridge,
}

/// The certificats de spécialisation kept the scheme of the mentions complémentaires in outcome files.
const EXTRA_SCHEMES: [(&str, Diploma); 1] = [("239", Diploma::Cs)];

impl<'a> Codes<'a> {
    pub fn new(programmes: &'a [Programme]) -> Self {
        let mut codes = Self {
            programmes,
            own: BTreeMap::new(),
            heirs: BTreeMap::new(),
            suffixes: BTreeMap::new(),
            schemes: BTreeMap::new(),
            labels: Labels::new(programmes),
        };
        for (scheme, diploma) in EXTRA_SCHEMES {
            codes.schemes.entry(scheme).or_default().insert(diploma);
        }
        for (i, programme) in programmes.iter().enumerate() {
            codes.add(i, programme);
        }
        codes
    }

    fn add(&mut self, i: usize, programme: &'a Programme) {
        if let Some(cfd) = &programme.cfd {
            self.own.insert(cfd, i);
        }
        for previous in &programme.previous {
            self.heirs.entry(previous).or_default().push(i);
        }
        for code in programme.cfd.iter().chain(&programme.previous) {
            let key = (programme.diploma, &code.as_str()[3..]);
            self.suffixes.entry(key).or_default().insert(code);
        }
        for mefstat in &programme.final_year_mefstats {
            self.schemes
                .entry(mefstat.scheme())
                .or_default()
                .insert(programme.diploma);
        }
    }

    /// Programmes that replaced a code; empty for a code nobody replaced.
    pub fn heirs(&self, cfd: &str) -> Vec<usize> {
        Cfd::parse(cfd)
            .ok()
            .and_then(|c| self.heirs.get(&c).cloned())
            .unwrap_or_default()
    }

    /// The programme of a CFD, else those that replaced it.
    pub fn cfd(&self, cfd: &Cfd) -> Option<Resolved> {
        let own = self.own.get(cfd).map(|i| (vec![*i], Link::Own));
        let (programmes, link) = own.or_else(|| Some((self.heirs.get(cfd)?.clone(), Link::Renewed)))?;
        Some(Resolved {
            identity: cfd.as_str().to_owned(),
            programmes,
            link,
        })
    }

    /// The programme of a MEFSTAT11 of any year of its course: scheme → kind of diploma, last five characters → CFD.
    ///
    /// Where two levels of one kind share the five characters, the final-year codes of the catalogue decide; failing that, nothing.
    pub fn mefstat(&self, mefstat: &Mefstat11) -> Option<Resolved> {
        let suffix = mefstat.cfd_suffix();
        let kinds = self.schemes.get(mefstat.scheme())?;
        let found: BTreeSet<&Cfd> = kinds
            .iter()
            .filter_map(|k| self.suffixes.get(&(*k, suffix)))
            .flatten()
            .copied()
            .collect();
        if found.len() == 1 {
            return self.cfd(found.first()?);
        }
        let stated = |cfd: &&&Cfd| {
            let programme = self.own.get(**cfd).map(|i| &self.programmes[*i]);
            let mut finals = programme.iter().flat_map(|p| &p.final_year_mefstats);
            finals.any(|m| m.scheme() == mefstat.scheme() && m.cfd_suffix() == suffix)
        };
        self.cfd(found.iter().find(stated)?)
    }

    /// The programmes of a section: by CFD, else by MEFSTAT11, else by label.
    pub fn section(&self, section: &Section) -> Option<Resolved> {
        let by_cfd = section.cfd.as_ref().and_then(|c| self.cfd(c));
        let by_code = by_cfd.or_else(|| self.mefstat(section.mefstat.as_ref()?));
        by_code.or_else(|| {
            let named = self.labels.find(&section.label)?;
            let bridge = named.diploma == Diploma::Dut;
            let alone = match named.programmes.as_slice() {
                [one] if !bridge => self.programmes[*one].cfd.as_ref(),
                _ => None,
            };
            let name = || format!("{} {}", named.diploma.as_str(), named.name);
            Some(Resolved {
                identity: alone.map_or_else(name, |c| c.as_str().to_owned()),
                link: if bridge { Link::DutBridge } else { Link::Label },
                programmes: named.programmes,
            })
        })
    }
}
