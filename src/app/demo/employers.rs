//! Invented employers and the needs they declare.

use super::SURVEY_YEARS;
use super::parameters::Parameters;
use crate::domain::demand::{Employer, Need};
use crate::i18n::{Lang, Message};

/// The employers, each once, and their needs, in the order of the table.
pub fn invent(parameters: &Parameters) -> (Vec<Employer>, Vec<Need>) {
    let mut employers: Vec<Employer> = Vec::new();
    let mut needs = Vec::new();
    for (id, line) in (1..).zip(&parameters.needs) {
        if !employers.iter().any(|known| known.id == line.employer) {
            employers.push(Employer {
                id: line.employer,
                siret: None,
                name: Message::new("app-demo-employer")
                    .with("number", line.employer)
                    .text(Lang::Fr),
                naf: Some(line.naf.clone()),
                commune: None,
                basin: line.basin.clone(),
                headcount: Some(line.headcount),
            });
        }
        needs.push(Need {
            id,
            employer: line.employer,
            basin: line.basin.clone(),
            fap: line.fap.clone(),
            year: line.year,
            posts: line.posts,
            level: Some(line.level),
            commitment: line.commitment,
            declared_on: format!("{}-01-15", SURVEY_YEARS[1]),
        });
    }
    (employers, needs)
}
