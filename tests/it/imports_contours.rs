//! Contours of any producer: properties of many names, areas of many forms, coordinates in metres, and files that mean harm.

use releve::domain::contour::{Contour, PlaceKind};
use releve::i18n::{Explain, Lang};
use releve::import::{Import, ImportError, Severity};

use crate::fixtures::Files;

/// A square of a tenth of a degree.
fn square(lon: f64, lat: f64) -> String {
    format!(
        "[[{lon},{lat}],[{},{lat}],[{},{}],[{lon},{}],[{lon},{lat}]]",
        lon + 0.1,
        lon + 0.1,
        lat + 0.1,
        lat + 0.1
    )
}

fn polygon(lines: &str) -> String {
    format!(r#"{{"type":"Polygon","coordinates":[{lines}]}}"#)
}

fn feature(properties: &str, geometry: &str) -> String {
    format!(r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{geometry}}}"#)
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn read(name: &str, text: &str) -> Result<Import, ImportError> {
    Files::new().import(name, text.as_bytes())
}

/// Reads one feature and expects its contour.
fn one(properties: &str, geometry: &str) -> Contour {
    let import = read("f.geojson", &collection(&[feature(properties, geometry)])).unwrap();
    assert_eq!(import.layout.name, "contours");
    assert_eq!(import.batch.contours.len(), 1, "{:?}", import.issues);
    import.batch.contours[0].clone()
}

/// Reads one feature beside a good one, and expects it to be refused for a reason.
fn refused(properties: &str, geometry: &str) -> String {
    let good = feature(r#""codbe":"3201""#, &polygon(&square(2.0, 50.0)));
    let import = read("f.geojson", &collection(&[feature(properties, geometry), good])).unwrap();
    assert!(import.counts.reconciles() && import.counts.refused == 1 && import.batch.contours.len() == 1);
    let issue = &import.issues[0];
    assert_eq!((issue.severity, issue.row), (Severity::Refused, 1));
    for lang in [Lang::Fr, Lang::En] {
        assert!(!issue.reason.text(lang).is_empty() && !issue.remedy.text(lang).is_empty());
    }
    issue.reason.key.to_string()
}

#[test]
fn places_are_told_by_the_names_and_the_codes_of_properties() {
    let check = |properties: &str, (lon, lat): (f64, f64), kind: PlaceKind, code: &str| {
        let contour = one(properties, &polygon(&square(lon, lat)));
        assert_eq!((contour.kind, contour.code.as_str()), (kind, code), "{properties}");
    };
    let (amiens, lille) = ((2.2, 49.8), (3.0, 50.6));
    check(r#""codbe":"3201","libbe":"AMIENS""#, amiens, PlaceKind::Basin, "3201");
    check(r#""BE_2021":3201"#, amiens, PlaceKind::Basin, "3201");
    check(
        r#""BE24":3201.0,"reg":"32","dep":"80""#,
        amiens,
        PlaceKind::Basin,
        "3201",
    );
    check(r#""code_bassin_emploi":" 3201 ""#, amiens, PlaceKind::Basin, "3201");
    check(r#""bassin":"Amiens""#, amiens, PlaceKind::Basin, "3202");
    check(
        r#""ze2020":"3201","libze2020":"Alençon""#,
        amiens,
        PlaceKind::Zone,
        "3201",
    );
    check(
        r#""insee_dep":"80","insee_reg":"32""#,
        amiens,
        PlaceKind::Department,
        "80",
    );
    check(r#""INSEE_REG":32"#, lille, PlaceKind::Region, "32");
    check(r#""code":"32","nom":"Hauts-de-France""#, lille, PlaceKind::Region, "32");
    check(r#""code":"59","nom":"Nord""#, lille, PlaceKind::Department, "59");
    check(
        r#""code":"2A","nom":"Corse-du-Sud""#,
        (8.8, 41.8),
        PlaceKind::Department,
        "2A",
    );
}

#[test]
fn overseas_places_are_read_where_they_are_and_refused_in_an_inset() {
    let there = one(r#""insee_dep":"974""#, &polygon(&square(55.5, -21.1)));
    assert_eq!((there.kind, there.code.as_str()), (PlaceKind::Department, "974"));
    let inset = refused(r#""codbe":"0101""#, &polygon(&square(-4.2, 44.9)));
    assert_eq!(inset, "import-contours-displaced");
}

#[test]
fn areas_of_many_forms_become_land() {
    let code = r#""codbe":"3201""#;
    let hole = format!(
        "{},{}",
        square(2.0, 50.0),
        "[[2.02,50.02],[2.02,50.06],[2.06,50.06],[2.06,50.02],[2.02,50.02]]"
    );
    let holed = one(code, &polygon(&hole));
    assert_eq!(holed.land[0].iter().map(Vec::len).collect::<Vec<_>>(), [4, 4]);
    let many = format!(
        r#"{{"type":"MultiPolygon","coordinates":[[{}],[{}]]}}"#,
        square(2.0, 50.0),
        square(2.3, 50.0)
    );
    assert_eq!(one(code, &many).land.len(), 2);
    let mixed = format!(
        r#"{{"type":"GeometryCollection","geometries":[{{"type":"Point","coordinates":[2,50]}},{},{many}]}}"#,
        polygon(&square(1.7, 50.0))
    );
    assert_eq!(one(code, &mixed).land.len(), 3);
    let high = polygon("[[2.0,50.0,120.5],[2.1,50.0,0],[2.1,50.1,3.0,7],[2.0,50.0,120.5]]");
    assert_eq!(one(code, &high).land[0][0].len(), 3);
    // Coordinates before their type, unknown members, and one feature alone.
    let alone = format!(
        r#"{{"geometry":{{"coordinates":[{}],"bbox":[1,2,3,4],"type":"Polygon"}},"properties":{{"x":[1,{{"y":null}}],{code}}},"type":"Feature"}}"#,
        square(2.0, 50.0)
    );
    assert_eq!(read("f.json", &alone).unwrap().batch.contours.len(), 1);
    // A byte order mark and blanks.
    let marked = format!(
        "\u{feff}\n  {}",
        collection(&[feature(code, &polygon(&square(2.0, 50.0)))])
    );
    assert_eq!(read("f.geojson", &marked).unwrap().batch.contours.len(), 1);
}

#[test]
fn features_of_one_place_are_one_contour() {
    let part = |lon| feature(r#""codbe":"3201""#, &polygon(&square(lon, 50.0)));
    let import = read("f.geojson", &collection(&[part(2.0), part(2.1)])).unwrap();
    assert_eq!((import.counts.stored, import.counts.merged), (1, 1));
    assert_eq!(import.batch.contours[0].land.len(), 2);
}

#[test]
fn metres_in_lambert_93_are_converted_whether_the_file_says_so_or_not() {
    // Ten kilometres around (650 000, 6 975 000), Amiens.
    let metres = "[[645000,6970000],[655000,6970000],[655000,6980000],[645000,6980000],[645000,6970000]]";
    let text = collection(&[feature(r#""codbe":"3201""#, &polygon(metres))]);
    let said = |name: &str| {
        text.replacen(
            '{',
            &format!(r#"{{"crs":{{"type":"name","properties":{{"name":"{name}"}}}},"#),
            1,
        )
    };
    for text in [text.clone(), said("urn:ogc:def:crs:EPSG::2154"), said("EPSG:4326")] {
        let import = read("f.geojson", &text).unwrap();
        let corner = import.batch.contours[0].land[0][0][0].position();
        assert!(
            (49.7..50.0).contains(&corner.lat) && (2.2..2.5).contains(&corner.lon),
            "{corner:?}"
        );
        assert!(import.notes.iter().any(|note| note.key == "import-contours-lambert"));
    }
    let other = read("f.geojson", &said("urn:ogc:def:crs:EPSG::27572")).unwrap_err();
    assert!(
        matches!(&other, ImportError::UnknownCrs { crs, .. } if crs.contains("27572")),
        "{other}"
    );
    assert!(other.message().text(Lang::Fr).contains("EPSG:4326"));
}

#[test]
fn a_feature_that_cannot_be_drawn_is_refused_alone() {
    let code = r#""codbe":"3202""#;
    let check = |properties: &str, geometry: &str, reason: &str| {
        assert_eq!(refused(properties, geometry), reason, "{geometry}");
    };
    check(
        r#""codbe":"9999""#,
        &polygon(&square(2.0, 50.0)),
        "import-contours-unknown-code",
    );
    check(r#""codbe":null"#, &polygon(&square(2.0, 50.0)), "import-cell-empty");
    check(code, "null", "import-contours-no-geometry");
    check(
        code,
        r#"{"type":"LineString","coordinates":[[2,50],[3,50]]}"#,
        "import-contours-not-area",
    );
    check(
        code,
        r#"{"type":"Polygon","coordinates":[[2,50],[3,50]]}"#,
        "import-contours-malformed",
    );
    check(
        code,
        r#"{"type":"Polygon","coordinates":[[[2,"50"],[3,50],[3,51]]]}"#,
        "import-contours-malformed",
    );
    check(
        code,
        r#"{"type":"MultiPolygon","coordinates":"ici"}"#,
        "import-contours-malformed",
    );
    check(code, &polygon("[[2,50],[3,50],[2,50]]"), "import-contours-no-ring");
    check(code, &polygon("[]"), "import-contours-no-ring");
    check(
        code,
        &polygon("[[1e9,50],[3,50],[3,51]]"),
        "import-contours-out-of-degrees",
    );
    check(code, &polygon(&square(50.2, 2.5)), "import-contours-swapped");
}

#[test]
fn a_broken_line_is_dropped_and_doubted() {
    let lines = format!("{},[[2.01,50.01],[2.02,50.02]]", square(2.0, 50.0));
    let import = read(
        "f.geojson",
        &collection(&[feature(r#""codbe":"3201""#, &polygon(&lines))]),
    )
    .unwrap();
    assert_eq!((import.doubts, import.batch.contours[0].land[0].len()), (1, 1));
    assert_eq!(import.issues[0].reason.key, "import-contours-broken");
}

#[test]
fn a_file_that_is_no_collection_of_places_is_refused_with_a_remedy() {
    let told = |text: &str| {
        let error = read("f.json", text).unwrap_err();
        assert!(!error.message().text(Lang::Fr).is_empty() && !error.message().text(Lang::En).is_empty());
        error
    };
    let topology = told(r#"{"type":"Topology","objects":{"a":{}},"arcs":[]}"#);
    assert!(matches!(&topology, ImportError::NotGeoJson { found, .. } if found == "Topology"));
    assert!(matches!(told(r#"{"a":1}"#), ImportError::NotGeoJson { .. }));
    let nameless = told(&collection(&[feature(
        r#""x":"1","y":"2""#,
        &polygon(&square(2.0, 50.0)),
    )]));
    assert!(matches!(&nameless, ImportError::NoPlaceCodes { columns, .. } if columns == &["x", "y"]));
    assert!(matches!(told(&collection(&[])), ImportError::NoPlaceCodes { .. }));
}

#[test]
fn a_file_that_means_harm_is_refused_in_time() {
    let damaged = |text: &str| {
        let error = read("f.json", text).unwrap_err();
        assert!(matches!(error, ImportError::Damaged { .. }), "{error}");
    };
    damaged("{");
    damaged(
        r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[NaN,1]]]}}]}"#,
    );
    damaged(r#"{"features":[{"geometry":{"type":"Polygon","coordinates":[[[1e999,1]]]}}]}"#);
    damaged(r#"{"features":{}}"#);
    damaged(&format!(r#"{{"features":[]}}{}"#, "{}"));
    // As deep as a file can be: in coordinates, in collections, in what is not read.
    let deep = "[".repeat(1_000_000);
    damaged(&format!(r#"{{"features":[{{"geometry":{{"coordinates":{deep}"#));
    damaged(&format!(
        r#"{{"features":[{{"geometry":{}"#,
        r#"{"type":"GeometryCollection","geometries":["#.repeat(100_000)
    ));
    damaged(&format!(r#"{{"features":[{{"properties":{{"a":{deep}"#));
    // Millions of empty lists weigh little in the file and much in memory.
    let many = "[],".repeat(6_100_000);
    let error = read(
        "f.json",
        &format!(r#"{{"features":[{{"geometry":{{"coordinates":[{many}[]]}}}}]}}"#),
    )
    .unwrap_err();
    assert!(matches!(error, ImportError::TooManyCorners { .. }), "{error}");
    let columns: String = (0..3_000).map(|i| format!(r#""p{i}":1,"#)).collect();
    let error = read(
        "f.json",
        &collection(&[feature(&format!(r#"{columns}"codbe":1"#), "null")]),
    )
    .unwrap_err();
    assert!(matches!(error, ImportError::TooManyColumns { .. }), "{error}");
}

#[test]
fn the_year_is_that_of_the_property_the_title_or_the_name() {
    let geometry = polygon(&square(2.0, 50.0));
    let of = |name: &str, text: &str| read(name, text).unwrap().vintage;
    assert_eq!(
        of(
            "f_2019.geojson",
            &collection(&[feature(r#""be2021":"3201""#, &geometry)])
        ),
        "2021"
    );
    assert_eq!(
        of(
            "f_2019.geojson",
            &collection(&[feature(r#""codbe":"3201""#, &geometry)])
        ),
        "2019"
    );
    let titled = collection(&[feature(r#""codbe":"3201""#, &geometry)]).replacen('{', r#"{"name":"bassins 2020","#, 1);
    assert_eq!(of("f_2019.geojson", &titled), "2020");
}

#[test]
fn job_titles_are_kept_for_the_rome_codes_that_are_known() {
    let text = "\"code_ogr\",\"libelle_appellation_long\",\"libelle_appellation_court\",\"code_rome\",\"statut\"\n\
        \"1\",\"Soudeur / Soudeuse d''essai\",\"Soudeur\",\"H2913\",\"1\"\n\
        \"2\",\"Coiffeur / Coiffeuse d''essai\",\"Coiffeur\",\"D1202\",\"1\"\n\
        \"3\",\"Sans code\",\"Sans code\",\"\",\"1\"\n";
    let import = read("appellation_v347.csv", text).unwrap();
    assert_eq!(
        (import.layout.name, import.vintage.as_str()),
        ("rome_appellations", "v347")
    );
    assert_eq!(import.batch.appellations[0].label, "Soudeur / Soudeuse d'essai");
    assert_eq!(
        (import.counts.stored, import.counts.ignored, import.counts.refused),
        (1, 1, 1)
    );
}
