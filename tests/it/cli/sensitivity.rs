//! `releve sensitivity` as a script reads it.

use releve::app::Session;
use releve::domain::progress::Unattended;

use super::Desk;

#[test]
fn json_and_csv_say_the_same_swings_and_the_chart_is_written_by_its_name() {
    let desk = Desk::demonstration();
    let found = {
        let session = Session::open(&desk.path("d.releve")).unwrap();
        session.sensitivity(None, &Unattended).unwrap()
    };
    let answer = desk.json(&["sensitivity", "d.releve", "--format", "json"]);
    assert_eq!(answer["unfilled"].as_f64(), Some(found.unfilled.people()));
    let told = answer["assumptions"].as_array().unwrap();
    assert_eq!(told.len(), found.swings.len());
    for (told, swing) in told.iter().zip(&found.swings) {
        assert_eq!(told["key"], swing.assumption.key.as_str());
        let [low, high] = found.changes(swing);
        assert_eq!(told["change"]["at_low"].as_f64(), Some(low.people()));
        assert_eq!(told["unfilled"]["at_high"].as_f64(), Some(swing.unfilled[1].people()));
        assert!((found.unfilled + high).people() >= 0.0);
    }
    let csv = desk.ok(&["sensitivity", "d.releve", "--format", "csv"]);
    let first = csv.lines().nth(1).unwrap();
    let unfilled = found.swings[0].unfilled[0].people().to_string();
    assert_eq!(first.split(',').nth(5), Some(unfilled.as_str()), "{first}");
    desk.ok(&["sensitivity", "d.releve", "-o", "tornado.svg"]);
    let svg = std::fs::read_to_string(desk.path("tornado.svg")).unwrap();
    assert!(svg.starts_with("<svg "), "{svg}");
    desk.fails(2, &["sensitivity", "d.releve", "-o", "tornado.pdf"]);
    assert!(!desk.path("tornado.pdf").exists());
}
