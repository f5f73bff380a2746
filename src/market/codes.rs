//! From the diploma code of a file (CFD, MEFSTAT11 or label) to the programmes of the catalogue, renewals included.

use std::collections::BTreeMap;

use super::labels::Labels;
use crate::domain::id::{Cfd, Mefstat11};
use crate::domain::mefstat::diploma;
use crate::domain::programme::{Diploma, Programme};
use crate::domain::supply::Section;

/// Programmes by code.
pub(super) struct Codes<'a> {
    pub programmes: &'a [Programme],
    own: BTreeMap<&'a Cfd, usize>,
    heirs: BTreeMap<&'a Cfd, Vec<usize>>,
    /// Programmes by the final-year codes of school data that the catalogue states.
    finals: BTreeMap<&'a Mefstat11, usize>,
    labels: Labels,
}

/// A kind of diploma and its level: the agricultural diplomas go from CAP to BTS.
pub(super) type Kind = (Diploma, u8);

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

impl<'a> Codes<'a> {
    pub fn new(programmes: &'a [Programme]) -> Self {
        let mut codes = Self {
            programmes,
            own: BTreeMap::new(),
            heirs: BTreeMap::new(),
            finals: BTreeMap::new(),
            labels: Labels::new(programmes),
        };
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
        for mefstat in &programme.final_year_mefstats {
            self.finals.insert(mefstat, i);
        }
    }

    /// The kind of a programme; several programmes of one code are of one kind.
    pub fn kind(&self, resolved: &Resolved) -> Kind {
        let programme = &self.programmes[resolved.programmes[0]];
        (programme.diploma, programme.level)
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

    /// The programme of a MEFSTAT11 of any year of its course: scheme and ministry → level of the CFD, last five characters → its rest; then as
    /// [`Self::cfd`]. Codes that lead nowhere so are those the catalogue states, to the letter.
    pub fn mefstat(&self, mefstat: &Mefstat11) -> Option<Resolved> {
        let read = diploma(mefstat).and_then(|cfd| self.cfd(&cfd));
        read.or_else(|| {
            let programme = *self.finals.get(mefstat)?;
            self.cfd(self.programmes[programme].cfd.as_ref()?)
        })
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
