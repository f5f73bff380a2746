//! `releve indicators` as a script reads it.

use releve::app::Session;
use releve::market::indicators::{Kind, Place};

use super::Desk;

#[test]
fn json_and_csv_say_the_rates_their_terms_and_the_position() {
    let desk = Desk::demonstration();
    let found = {
        let session = Session::open(&desk.path("d.releve")).unwrap();
        releve::market::indicators(&session.facts().unwrap())
    };
    let answer = desk.json(&["indicators", "d.releve", "--format", "json", "--sections"]);
    let lines = answer["lines"].as_array().unwrap();
    assert_eq!(lines.len(), found.lines.len());
    assert_eq!(answer["means"].as_array().unwrap().len(), found.means.len());
    for (told, line) in lines.iter().zip(&found.lines) {
        for kind in Kind::ALL {
            let rate = &told["rates"][kind.as_str().replace('-', "_")];
            let Some(known) = line.rates.get(kind) else {
                assert!(rate.is_null());
                continue;
            };
            let central = rate["value"]["central"].as_f64();
            let near = central
                .zip(known.value)
                .is_none_or(|(told, known)| (told - known.central).abs() < 1e-9);
            assert!(central.is_some() == known.value.is_some() && near, "{rate}");
            assert_eq!(rate["significant"], known.value.is_some());
            assert_eq!(rate["denominator"].as_f64(), known.denominator);
        }
        let position = match found.place(line) {
            Place::At(part) => part.as_str(),
            Place::NotSignificant => "not-significant",
            Place::Older => "older",
            Place::Unknown => "unknown",
        };
        assert_eq!(told["position"], position);
    }
    let level = desk.json(&["indicators", "d.releve", "--format", "json", "--level", "5"]);
    let fives = found
        .lines
        .iter()
        .filter(|l| l.level == 5 && l.key.uai.is_none())
        .count();
    assert_eq!(level["lines"].as_array().unwrap().len(), fives);
    let csv = desk.run(&["indicators", "d.releve", "--format", "csv"]);
    let csv = String::from_utf8(csv.stdout).unwrap();
    let whole = found.lines.iter().filter(|l| l.key.uai.is_none()).count();
    assert_eq!(csv.lines().count(), 1 + whole);
    assert!(csv.starts_with("programme,diploma,level,route,region,uai,position,pressure_low,"));
}
