//! A national territory, invented: every basin and core occupation, 60,000 sections.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use releve::app::{NewTerritory, Session, regions};
use releve::domain::facts::Facts;
use releve::domain::progress::Unattended;

/// Sections of the territory.
const SECTIONS: usize = 60_000;

/// Writes the file of the territory, its facts imported from files in the official layouts; the peak of memory of the whole import goes to the
/// standard error.
pub fn invent(file: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let codes = regions().unwrap().into_iter().map(|region| region.code).collect();
    let new = NewTerritory::Regions {
        name: Some("Banc d’essai".to_owned()),
        regions: codes,
    };
    let session = Session::create(file, &new).unwrap();
    let facts = session.facts().unwrap();
    let survey = folder.join("bmo_2024.csv");
    fs::write(&survey, projects(&facts)).unwrap();
    let seats = folder.join("attractivite_capacite_2023.csv");
    fs::write(&seats, sections(&facts)).unwrap();
    let previews = session.preview(&[survey, seats], &Unattended).unwrap();
    let previews: Vec<_> = previews.iter().collect();
    session.import(&previews, &Unattended).unwrap();
    if let Some(peak) = crate::clock::peak_mb() {
        eprintln!("national territory read, checked and written: peak {peak:.0} MB");
    }
}

/// A survey row for each basin and core occupation.
fn projects(facts: &Facts) -> String {
    let mut text = "annee;Code métier BMO;Nom métier BMO;REG;Dept;BE24;NOMBE24;met;xmet;smet\n".to_owned();
    let mut chance = Chance(2024);
    for basin in &facts.catalogue.basins {
        for occupation in &facts.catalogue.occupations {
            let met = 5 + chance.under(60);
            let row = [
                "2024".to_owned(),
                occupation.code.to_string(),
                occupation.label.replace(';', ","),
                basin.region.to_string(),
                basin.main_department.to_string(),
                basin.code.to_string(),
                basin.name.replace(';', ","),
                met.to_string(),
                (met / 2).to_string(),
                "0".to_owned(),
            ];
            writeln!(text, "{}", row.join(";")).unwrap();
        }
    }
    text
}

/// Sections of school diplomas, as many in each department.
fn sections(facts: &Facts) -> String {
    let mut text =
        "Etablissement d'accueil;MEF STAT 11;Statut Offre de formation;Capacité carte scolaire;Demandes vœux 1\n"
            .to_owned();
    let programmes = facts.catalogue.programmes.iter();
    let courses: Vec<String> = programmes
        .flat_map(|p| p.final_year_mefstats.first().map(ToString::to_string))
        .collect();
    let departments: Vec<&str> = facts
        .catalogue
        .departments
        .iter()
        .map(|d| d.code.as_str())
        .filter(|d| d.len() == 2)
        .collect();
    let mut chance = Chance(7);
    let schools = SECTIONS.div_ceil(departments.len() * courses.len());
    let mut written = 0;
    for school in 0..schools {
        for department in &departments {
            for course in &courses {
                if written == SECTIONS {
                    return text;
                }
                let seats = 12 + chance.under(24);
                writeln!(text, "{};{course};ST;{seats};{}", uai(department, school), seats / 2).unwrap();
                written += 1;
            }
        }
    }
    text
}

/// An establishment number of a department, with its control letter.
fn uai(department: &str, school: usize) -> String {
    let digits = format!("0{department}{:04}", 9000 + school);
    let value: u64 = digits.replace("2A", "20").replace("2B", "20").parse().unwrap();
    let letters = b"ABCDEFGHJKLMNPRSTUVWXYZ";
    format!("{digits}{}", char::from(letters[(value % 23) as usize]))
}

/// The same numbers at each run.
struct Chance(u64);

impl Chance {
    fn under(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}
