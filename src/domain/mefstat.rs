//! What a MEFSTAT11 tells of a diploma: its course scheme names the level that opens the CFD.
//!
//! Facts of the nomenclature N_MEF (DEPP, Base centrale des nomenclatures).

use super::id::{Cfd, Mefstat11};

/// The diploma a course leads to: the scheme (characters 1 to 3) and the ministry (5 and 6) name the level, the last five
/// characters are those of the CFD. Nothing for schemes outside the field (general education, FCIL…).
pub fn diploma(code: &Mefstat11) -> Option<Cfd> {
    let (_, _, level) = SCHEMES
        .iter()
        .find(|(scheme, ministry, _)| *scheme == code.scheme() && *ministry == ministry_of(code))?;
    Cfd::parse(&format!("{level}{}", code.cfd_suffix())).ok()
}

/// True for a seconde shared by several bacs pros: it leads to no diploma of its own.
pub fn is_common_seconde(code: &Mefstat11) -> bool {
    let known = match ministry_of(code) {
        EDUCATION => COMMON_SECONDES,
        AGRICULTURE => AGRICULTURAL_SECONDES,
        _ => return false,
    };
    code.scheme() == "238" && code.year_of_study() == 1 && known.contains(&code.cfd_suffix())
}

/// Year of study at which the seats of a diploma are counted: bac pro from 1re, because many share their 2nde; others from the first.
pub fn counted_year(cfd: &Cfd) -> u8 {
    if cfd.as_str().starts_with("40") && !cfd.as_str().starts_with("401") {
        2
    } else {
        1
    }
}

fn ministry_of(code: &Mefstat11) -> &str {
    &code.as_str()[4..6]
}

const EDUCATION: &str = "00";
const AGRICULTURE: &str = "10";

/// Scheme, ministry, level of the CFD.
const SCHEMES: &[(&str, &str, &str)] = &[
    // CAP in one, two, three years.
    ("231", EDUCATION, "500"),
    ("231", AGRICULTURE, "503"),
    ("232", EDUCATION, "500"),
    ("232", AGRICULTURE, "503"),
    ("233", EDUCATION, "500"),
    ("23I", AGRICULTURE, "503"),
    // Bac pro in one, two, three years.
    ("236", EDUCATION, "400"),
    ("237", EDUCATION, "400"),
    ("237", AGRICULTURE, "403"),
    ("238", EDUCATION, "400"),
    ("238", AGRICULTURE, "403"),
    // Mention complémentaire, then certificat de spécialisation of levels 3 and 4.
    ("239", EDUCATION, "010"),
    ("23J", EDUCATION, "561"),
    ("23K", EDUCATION, "461"),
    ("23G", EDUCATION, "463"),
    ("23H", EDUCATION, "563"),
    // Brevet des métiers d'art in one, two, three years.
    ("23B", EDUCATION, "401"),
    ("23C", EDUCATION, "401"),
    ("23D", EDUCATION, "401"),
    // Brevet professionnel.
    ("251", EDUCATION, "450"),
    // BTS and BTSA in one, two, three years; here the ministry is coded one ten higher.
    ("321", "10", "320"),
    ("321", "20", "323"),
    ("322", "10", "320"),
    ("322", "20", "323"),
    ("323", "10", "320"),
];

/// Common secondes of the ministry of education, all vintages: families of occupations, and options of one bac pro.
const COMMON_SECONDES: &[&str] = &[
    "20005", "20006", "20007", "20008", "20103", "20104", "22107", "22306", "22307", "22404", "23006", "23007",
    "23209", "23409", "24004", "24304", "25217", "25218", "25222", "25306", "25307", "25516", "30002", "30003",
    "31211", "32209", "32210", "33005", "33404", "33605",
];

/// Common secondes of the ministry of agriculture.
const AGRICULTURAL_SECONDES: &[&str] = &[
    "21110", "21112", "21208", "21209", "21404", "22103", "22104", "33001", "33901", "99999",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn mefstat(code: &str) -> Mefstat11 {
        Mefstat11::parse(code).unwrap()
    }

    #[test]
    fn the_scheme_and_the_ministry_name_the_level() {
        let check = |code: &str, cfd: Option<&str>| {
            let found = diploma(&mefstat(code));
            assert_eq!(found.as_ref().map(Cfd::as_str), cfd, "{code}");
        };
        check("23210025524", Some("50025524"));
        check("23211021405", Some("50321405"));
        check("23820025012", Some("40025012"));
        check("23831021405", Some("40321405"));
        check("32211025520", Some("32025520"));
        check("32212021308", Some("32321308"));
        check("23C10025101", Some("40125101"));
        check("23K00022704", Some("46122704"));
        check("44210099901", None);
    }

    #[test]
    fn common_secondes_are_told_from_those_of_one_bac_pro() {
        let check = |code: &str, common: bool| assert_eq!(is_common_seconde(&mefstat(code)), common, "{code}");
        check("23810020008", true);
        check("23811021112", true);
        check("23810023404", false);
        check("23820020008", false);
        check("23810021112", false);
    }

    #[test]
    fn bac_pro_seats_are_counted_from_the_second_year() {
        let check = |cfd: &str, year: u8| assert_eq!(counted_year(&Cfd::parse(cfd).unwrap()), year, "{cfd}");
        check("40025012", 2);
        check("40321405", 2);
        check("40125101", 1);
        check("50025524", 1);
        check("32025520", 1);
    }
}
