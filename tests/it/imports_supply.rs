//! Files of training supply, invented and small: every trap of the published layouts, one fact a test.

use std::fs;

use releve::domain::id::{Cfd, CommuneCode, DepartmentCode, Uai};
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::supply::{Outcome, OutcomeScope, OutcomeTarget, Section, Wishes};
use releve::import::{Import, ImportError, Known, Severity, read};

fn try_read(name: &str, text: &str) -> Result<Import, ImportError> {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join(name);
    fs::write(&path, text).expect("file");
    let catalogue = releve::store::catalogue::embedded().expect("catalogue");
    read(&path, &Known::new(&catalogue, &[]), &Unattended)
}

fn import(name: &str, text: &str) -> Import {
    let import = try_read(name, text).expect("recognised");
    assert!(import.counts.reconciles(), "{:?}", import.counts);
    import
}

/// Row, column and reason of the issues of one severity.
fn issues(import: &Import, severity: Severity) -> Vec<(u32, &str, &str)> {
    let kept = import.issues.iter().filter(|i| i.severity == severity);
    kept.map(|i| (i.row, i.column.as_str(), i.reason.key.as_ref()))
        .collect()
}

/// Stored, merged, refused, ignored.
fn fates(import: &Import) -> [u64; 4] {
    let c = import.counts;
    [c.stored, c.merged, c.refused, c.ignored]
}

fn notes(import: &Import) -> Vec<&str> {
    import.notes.iter().map(|n| n.key.as_ref()).collect()
}

fn only(import: &Import) -> &Section {
    let [section] = import.batch.sections.as_slice() else {
        panic!("{:?}", import.batch.sections);
    };
    section
}

fn seats(import: &Import) -> Vec<Option<u32>> {
    import.batch.sections.iter().map(|s| s.seats).collect()
}

const BTS: &str = "UAI;LIBELLÉFORMATION;MEFSTAT11;NB_VOEUX_CONFIRMES;STATUT;CAPACITEPSUP\n";

fn bts(rows: &str) -> Import {
    import("BTS_attractivite_capacite_2024.csv", &format!("{BTS}{rows}"))
}

#[test]
fn a_bts_section_is_read_with_unranked_wishes() {
    let file = bts("0590011S;BTS - Production - Fonderie;32211022314;32;Scolaire;15\n");
    let section = only(&file);
    assert_eq!(section.cfd.as_ref().map(Cfd::as_str), Some("32022314"));
    assert_eq!((section.session, section.year_of_study), (2024, Some(1)));
    assert_eq!((section.seats, section.wishes), (Some(15), Some(Wishes::Unranked(32))));
    assert_eq!((section.route, section.row), (Route::School, 2));
    assert_eq!(file.vintage, "2024");
    assert!(notes(&file).contains(&"import-note-year-of-name"));
}

#[test]
fn an_older_header_names_the_diploma_three_times_and_the_mefstat_prevails() {
    let text = "UAI;LIBELLÉFORMATION;MEFSTAT11_old;NB_VOEUX_CONFIRMES;STATUT;CAPACITEPSUP;CFD;CFD rectifié;Rectif;MEFSTAT11;;\n\
        0580055V;BTS - Agricole - productions animales - en apprentissage;32212021205;392;Apprentissage;32;32021205;32021205;FALSE;32212021205;;\n";
    let file = import("BTS_attractivite_capacite_2022.csv", text);
    assert_eq!(only(&file).cfd.as_ref().map(Cfd::as_str), Some("32321205"));
    assert_eq!(only(&file).route, Route::Apprenticeship);
    assert!(notes(&file).contains(&"import-note-other-cfd"));
}

#[test]
fn placeholder_seats_are_kept_apart_and_announced() {
    for (declared, kept, placeholder) in [
        ("3400", None, Some(3400)),
        ("999", None, Some(999)),
        ("200", None, Some(200)),
    ]
    .into_iter()
    .chain([("150", Some(150), None), ("", None, None), ("0", Some(0), None)])
    {
        let file = bts(&format!("0590011S;BTS;32211022314;3;Scolaire;{declared}\n"));
        let section = only(&file);
        assert_eq!(
            (section.seats, section.placeholder_seats),
            (kept, placeholder),
            "{declared}"
        );
        let announced = !issues(&file, Severity::Doubtful).is_empty();
        assert_eq!(announced, placeholder.is_some(), "{declared}");
    }
}

#[test]
fn two_groups_of_one_diploma_are_added_aloud_and_a_repeated_row_counts_once() {
    let rows = "0590011S;BTS - Production - Electrotechnique;32211025520;100;Scolaire;30\n\
        0590011S;BTS - Production - Electrotechnique - Parcours Armée de Terre;32211025520;20;Scolaire;4\n\
        0590011S;BTS - Production - Fonderie;32211022314;7;Scolaire;15\n\
        0590011S;BTS - Production - Fonderie;32211022314;7;Scolaire;15\n\
        0590011S;BTS - Production - Fonderie - en apprentissage;32211022314;7;Apprentissage;15\n";
    let file = bts(rows);
    assert_eq!(fates(&file), [3, 2, 0, 0]);
    assert_eq!(seats(&file), [Some(34), Some(15), Some(15)]);
    assert_eq!(file.batch.sections[0].wishes, Some(Wishes::Unranked(120)));
    let doubts = issues(&file, Severity::Doubtful);
    assert_eq!(doubts, [(3, "CAPACITEPSUP", "import-repeat-added")]);
}

#[test]
fn a_course_without_diploma_is_ignored_by_a_named_rule() {
    let file = bts("0190008F;FCIL - Communication web;44210099901;146;Scolaire;12\n");
    assert_eq!(fates(&file), [0, 0, 0, 1]);
    assert!(notes(&file).contains(&"import-note-no-diploma"));
}

#[test]
fn capacities_without_a_year_are_refused_with_the_remedy() {
    let text = format!("{BTS}0590011S;BTS - Production - Fonderie;32211022314;32;Scolaire;15\n");
    let missing = ImportError::MissingYear {
        file: "capacites.csv".to_owned(),
    };
    assert_eq!(try_read("capacites.csv", &text).err(), Some(missing));
}

const VOC: &str = "Etablissement d'accueil ;MEF STAT 11;Voeu de recensement  O/N;Statut  Offre de formation;\
    Capacité  carte scolaire;Demandes vœux 1 ;Famille de métiers;nb_apparitions_uai_mefstat;mef_stat_terminale\n";

fn voc(rows: &str) -> Import {
    import("attractivite_capacite_2022.csv", &format!("{VOC}{rows}"))
}

#[test]
fn a_cap_section_is_read_with_first_wishes() {
    let file = voc("0590011S;23210025524;N;ST;12;13;;1;\n");
    let section = only(&file);
    assert_eq!(section.cfd.as_ref().map(Cfd::as_str), Some("50025524"));
    assert_eq!((section.seats, section.wishes), (Some(12), Some(Wishes::First(13))));
    assert_eq!(section.year_of_study, Some(1));
}

#[test]
fn a_common_seconde_is_no_diploma() {
    let file = voc("0590011S;23810020008;N;ST;45;108;;1;23830020008\n0590011S;23811021112;N;ST;25;1;;1;\n");
    assert_eq!(fates(&file), [0, 0, 0, 2]);
    assert!(notes(&file).contains(&"import-note-common-seconde"));
}

#[test]
fn a_bac_pro_is_counted_from_premiere_whatever_the_order_of_its_rows() {
    let seconde = "0590011S;23810023404;N;ST;20;14;;1;23830023404\n";
    let premiere = "0590011S;23820023404;N;ST;15;12;;1;23830023404\n";
    for rows in [[seconde, premiere].concat(), [premiere, seconde].concat()] {
        let file = voc(&rows);
        assert_eq!(fates(&file), [1, 1, 0, 0]);
        let section = only(&file);
        assert_eq!((section.seats, section.year_of_study), (Some(15), Some(2)));
        assert_eq!(section.wishes, Some(Wishes::First(12)));
        assert!(notes(&file).contains(&"import-note-other-year"));
    }
    assert_eq!(only(&voc(seconde)).year_of_study, Some(1), "alone, the seconde stands");
}

#[test]
fn equal_seats_on_two_lists_count_once_and_different_seats_are_added() {
    let rows = "0590011S;23211021130;N;ST;16;13;;2;\n0590011S;23211021130;N;ST;16;16;;2;\n\
        0590034S;23211021130;N;ST;10;5;;2;\n0590034S;23211021130;N;ST;25;34;;2;\n\
        0590035T;23210025524;N;ST;12;9;;2;\n0590035T;23210025524;N;ST;0;0;;2;\n\
        0590042A;23211021130;N;ST;10;5;;3;\n0590042A;23211021130;N;ST;20;6;;3;\n0590042A;23211021130;N;ST;30;7;;3;\n";
    let file = voc(rows);
    assert_eq!(seats(&file), [Some(16), Some(35), Some(12), Some(60)]);
    let reasons: Vec<&str> = issues(&file, Severity::Doubtful).iter().map(|(_, _, r)| *r).collect();
    let added = "import-repeat-added";
    assert_eq!(reasons, ["import-repeat-once", added, added, added]);
    assert_eq!(file.batch.sections[0].wishes, Some(Wishes::First(29)));
}

#[test]
fn the_full_affelnet_export_tells_apprenticeship_apart() {
    let text = "Etablissement d'accueil;Libellé du MEF national de rattachement;MEF STAT 11;Type de MEF;Statut Offre de formation;\
        Capacité carte scolaire;Capacité d'affectation;Taux de pression;Demandes vœux 1\n\
        0590011S;1CAP2  ELECTRICIEN;23210025524;National;AP;999;999;0,02;15\n\
        0590011S;1CAP2  ELECTRICIEN;23210025524;National;ST;12;12;2,25;27\n";
    let file = import("attractivite_capacite_2025.csv", text);
    let routes: Vec<(Route, Option<u32>)> = file.batch.sections.iter().map(|s| (s.route, s.seats)).collect();
    assert_eq!(routes, [(Route::Apprenticeship, None), (Route::School, Some(12))]);
}

const PARCOURSUP: &str = "Session;Code UAI de l'établissement;Établissement;Filière de formation;\
    Filière de formation très agrégée;Filière de formation détaillée;Filière de formation;Filière de formation détaillée bis;\
    Coordonnées GPS de la formation;Capacité de l’établissement par formation;Effectif total des candidats pour une formation;\
    Effectif total des candidats ayant accepté la proposition de l’établissement (admis)\n";

fn parcoursup(rows: &str) -> Import {
    import("parcoursup.csv", &format!("{PARCOURSUP}{rows}"))
}

#[test]
fn a_parcoursup_speciality_finds_its_diploma() {
    let file = parcoursup(
        "2025;0590011S;Lycée;BTS - Production - Electrotechnique;BTS;Lycée - BTS;BTS - Production;Electrotechnique;50.6, 3.1;15;103;12\n",
    );
    let section = only(&file);
    assert_eq!(section.cfd.as_ref().map(Cfd::as_str), Some("32025520"));
    assert_eq!(section.label, "BTS - Electrotechnique");
    assert_eq!((section.seats, section.entrants), (Some(15), Some(12)));
    assert_eq!(section.wishes, Some(Wishes::Unranked(103)));
    assert_eq!(section.position.map(|p| (p.lat, p.lon)), Some((50.6, 3.1)));
    assert_eq!(file.vintage, "2025");
    let school = &file.batch.establishments[0];
    assert_eq!((school.name.as_str(), school.position), ("Lycée", section.position));
}

#[test]
fn field_names_are_read_like_published_labels() {
    let text = "session,cod_uai,g_ea_lib_vx,fili,fil_lib_voe_acc,g_olocalisation_des_formations,capa_fin,voe_tot,acc_tot\n\
        2021,0590011S,Lycée,BTS,Electrotechnique - en apprentissage,\"50.6,3.1\",12,60,9\n\
        2021,0590011S,IUT,BUT,Chimie,\"50.6,3.1\",60,800,58\n\
        2021,0590011S,Université,Licence,Droit,\"50.6,3.1\",300,900,280\n";
    let file = import("export.csv", text);
    assert_eq!(fates(&file), [2, 0, 0, 1]);
    assert_eq!(file.batch.sections[0].route, Route::Apprenticeship);
    assert_eq!(file.batch.sections[0].label, "BTS - Electrotechnique");
    let but = &file.batch.sections[1];
    assert_eq!((but.cfd.as_ref(), but.label.as_str()), (None, "BUT - Chimie"));
    assert!(notes(&file).contains(&"import-note-other-families"));
    assert!(notes(&file).contains(&"import-note-label-only"));
}

#[test]
fn the_header_of_2020_names_the_speciality_last() {
    let text = "Session;Code UAI de l'établissement;Filière de formation très agrégée;Filière de formation détaillée;\
        Filière de formation;Filière de formation détaillée;Capacité de l’établissement par formation;\
        Effectif total des candidats pour une formation\n\
        2020;0590011S;BTS;Lycée Baggio - BTS - Production - Fonderie;BTS - Production;Fonderie;15;40\n";
    let file = import("parcoursup.csv", text);
    assert_eq!(only(&file).label, "BTS - Fonderie");
    assert_eq!(only(&file).entrants, None);
}

#[test]
fn every_row_of_the_file_of_apprenticeships_is_apprenticeship() {
    let text = "Session;Code UAI de l'établissement;Filière de formation très agrégée;Filière de formation détaillée bis;\
        Capacité de l’établissement par formation;Effectif total des candidats pour la formation;\
        Nombre de de vœux placés en « Recherche de contrat » par la formation\n\
        2025;0590011S;BTS;Fonderie;12;36;30\n";
    let file = import("parcoursup.csv", text);
    assert_eq!(
        (only(&file).route, only(&file).seats),
        (Route::Apprenticeship, Some(12))
    );
}

#[test]
fn large_seats_are_real_when_entrants_fill_them() {
    let file = parcoursup(
        "2019;0590011S;IUT;;DUT;x;;Techniques de commercialisation;;224;7981;223\n\
        2019;0590011S;IUT;;DUT;x;;Informatique;;1600;40;5\n",
    );
    assert_eq!(seats(&file), [Some(224), None]);
    assert_eq!(file.batch.sections[1].placeholder_seats, Some(1600));
}

#[test]
fn a_swapped_position_is_doubted_and_left_out() {
    let row = |gps: &str| format!("2025;0590011S;Lycée;;BTS;x;;Fonderie;\"{gps}\";15;103;12\n");
    for gps in ["3.1,50.6", "0,0", "ici", "50.6"] {
        let file = parcoursup(&row(gps));
        assert_eq!(only(&file).position, None, "{gps}");
        assert_eq!(issues(&file, Severity::Doubtful)[0].2, "import-bad-position", "{gps}");
        assert_eq!(file.batch.establishments[0].position, None, "{gps}");
    }
    let file = parcoursup(&row(""));
    assert!(file.issues.is_empty());
}

#[test]
fn the_directory_places_schools_from_both_its_layouts() {
    let recent = "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Code_departement;Code_commune;latitude;longitude\n\
        0590011S;Lycée Baggio;Lycée;059;59350;50.62;3.06\n\
        6200001G;Lycée;Lycée;02A;2A004;41.92;8.73\n\
        0590034S;École;Ecole;059;59350;50.62;3.06\n";
    let file = import("annuaire.csv", recent);
    assert_eq!(fates(&file), [2, 0, 0, 1]);
    let first = &file.batch.establishments[0];
    assert_eq!(first.commune.as_ref().map(CommuneCode::as_str), Some("59350"));
    let departments: Vec<&str> = file
        .batch
        .establishments
        .iter()
        .filter_map(|e| e.department.as_ref())
        .map(DepartmentCode::as_str)
        .collect();
    assert_eq!(departments, ["59", "2A"]);
    let elder = "numero_uai;appellation_officielle;latitude;longitude;nature_uai_libe;code_departement;code_commune\n\
        0590011S;Lycée Baggio;50,62;3,06;LYCEE POLYVALENT;059;59350\n\
        0590035T;Collège;50,62;3,06;COLLEGE;059;59350\n";
    let file = import("geolocalisation.csv", elder);
    assert_eq!(fates(&file), [1, 0, 0, 1]);
    assert_eq!(file.batch.establishments[0].position.map(|p| p.lat), Some(50.62));
}

const REGION: &str = "id;millesime;code_region_ij;code_region;voie;cfd;mefstat11;nb_annee_term;nb_en_emploi_6_mois;nb_poursuite_etudes;\
    nb_sortant;taux_emploi_12_mois;taux_emploi_18_mois;taux_emploi_24_mois;taux_emploi_6_mois;taux_poursuite_etudes\n";

fn region(rows: &str) -> Import {
    import("ij_region_data.csv", &format!("{REGION}{rows}"))
}

fn outcomes(import: &Import) -> &[Outcome] {
    &import.batch.outcomes
}

#[test]
fn a_region_is_its_insee_code_and_never_the_number_of_inserjeunes() {
    let check = |number: &str, written: &str, expected: Option<&str>| {
        let file = region(&format!(
            "x;2022_2023;{number};{written};scolaire;;32221020112;40;9;15;25;;;;36;38\n"
        ));
        let found = outcomes(&file).first().map(|o| o.scope.clone());
        let expected = expected.map(|code| OutcomeScope::Region(code.parse().expect("code")));
        assert_eq!(found, expected, "{number} {written}");
    };
    check("01", "84", Some("84"));
    check("1", "84", Some("84"));
    check("07", "1", Some("01"));
    check("09", "", Some("32"));
    check("", "32", Some("32"));
    // The INSEE column repeats the number: 01 is not Guadeloupe here.
    check("01", "01", Some("84"));
    check("01", "32", None);
    check("", "97", None);
}

#[test]
fn an_outcome_keeps_headcounts_of_both_cohorts_and_rates_between_0_and_1() {
    let file = region(
        "x;2022_2023;09;32;scolaire;;32221020112;416;112;159;257;56;56;62;44;38\n\
        x;2022_2023;09;32;apprentissage;1022001;;14;;;;;;;;\n",
    );
    let [pupils, apprentices] = outcomes(&file) else {
        panic!()
    };
    assert_eq!(
        (pupils.cohorts, pupils.final_year, pupils.leavers),
        (2, Some(416), Some(257))
    );
    assert_eq!(pupils.continuing_rate, Some(0.38));
    assert_eq!(
        pupils.employment_rates,
        [Some(0.44), Some(0.56), Some(0.56), Some(0.62)]
    );
    assert_eq!(
        pupils.target,
        OutcomeTarget::Mefstat("32221020112".parse().expect("code"))
    );
    assert_eq!(
        apprentices.target,
        OutcomeTarget::Cfd("01022001".parse().expect("code"))
    );
    assert_eq!((apprentices.leavers, apprentices.continuing_rate), (None, None));
}

#[test]
fn parts_that_do_not_make_the_whole_are_doubted_beyond_rounding() {
    let row = |leavers: u32| format!("x;2022_2023;09;32;scolaire;;32221020112;100;;40;{leavers};;;;;\n");
    assert!(region(&row(62)).issues.is_empty());
    let file = region(&row(63));
    assert_eq!(
        issues(&file, Severity::Doubtful),
        [(2, "nb_annee_term", "import-parts-differ")]
    );
    assert_eq!(fates(&file), [1, 0, 0, 0]);
}

#[test]
fn a_second_row_of_one_outcome_merges_or_is_refused() {
    let row = "x;2022_2023;09;32;scolaire;;32221020112;100;;40;60;;;;;\n";
    let other = "x;2022_2023;09;32;scolaire;;32221020112;120;;40;80;;;;;\n";
    let file = region(&[row, row, other].concat());
    assert_eq!(fates(&file), [1, 1, 1, 0]);
    assert_eq!(
        issues(&file, Severity::Refused),
        [(4, "nb_annee_term", "import-outcome-twice")]
    );
}

#[test]
fn markers_of_a_training_centre_are_missing_not_zero() {
    let text = "\u{feff}Année;UAI;Libellé;Région;Part contrats apprentissage interrompus;Taux poursuite études;Taux emploi 6 mois;\
        Taux emploi 12 mois;Taux emploi 18 mois;Taux emploi 24 mois\r\n\
        cumul 2023-2024;0590011S;CFA;HAUTS-DE-FRANCE;;30.0;nd;0.0;;\r\n\
        cumul 2023-2024;0590034S;CFA;HAUTS-DE-FRANCE;;ns;nc;;;\r\n";
    let file = import("cfa.csv", text);
    assert_eq!(fates(&file), [1, 0, 0, 1]);
    let [outcome] = outcomes(&file) else { panic!() };
    assert_eq!((outcome.route, outcome.cohorts), (Route::Apprenticeship, 2));
    assert_eq!(outcome.continuing_rate, Some(0.3));
    assert_eq!(outcome.employment_rates, [None, Some(0.0), None, None]);
    assert_eq!(outcome.target, OutcomeTarget::AllProfessional);
    assert_eq!(file.vintage, "cumul 2023-2024");
    let names: Vec<&str> = file.batch.establishments.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(
        names,
        ["CFA", "CFA"],
        "schools are named even where no rate is published"
    );
}

const LYCEE: &str = "n°UAI de l'établissement;Libellé de l'établissement;Région;Dont apprentis en EPLE;Taux de poursuite d'études;Taux;Taux attendu\n";

#[test]
fn the_whole_of_a_lycee_stands_for_its_pupils_only_without_its_parts() {
    let whole = "0590011S;Lycée;R;ensemble;46;46;44\n";
    let pupils = "0590011S;Lycée;R;dont élèves en voie pro sco;49;43;39\n";
    let apprentices = "0590011S;Lycée;R;dont apprentis;24;62;69\n";
    let alone = "0590034S;Lycée;R;ensemble;54;51;41\n";
    for rows in [
        [whole, pupils, apprentices, alone].concat(),
        [alone, apprentices, pupils, whole].concat(),
    ] {
        let file = import("depp-2022-etablissements-2022_2023-pro.csv", &format!("{LYCEE}{rows}"));
        assert_eq!(fates(&file), [3, 0, 0, 1]);
        let mut found: Vec<(&Uai, Route, Option<f64>)> = Vec::new();
        for outcome in outcomes(&file) {
            let OutcomeScope::Establishment(uai) = &outcome.scope else {
                panic!()
            };
            found.push((uai, outcome.route, outcome.continuing_rate));
        }
        found.sort_by_key(|(uai, route, _)| (*uai, *route));
        let rates: Vec<(Route, Option<f64>)> = found.iter().map(|(_, route, rate)| (*route, *rate)).collect();
        assert_eq!(
            rates,
            [
                (Route::School, Some(0.49)),
                (Route::Apprenticeship, Some(0.24)),
                (Route::School, Some(0.54))
            ]
        );
        assert_eq!(file.vintage, "2022_2023");
    }
}

#[test]
fn a_lycee_is_read_diploma_by_diploma() {
    let text = "annee;uai;libelle;type_diplome;code_formation_mefstat11;libelle_formation;taux_poursuite_etudes;taux_emploi_6_mois\n\
        cumul 2022-2023;0590011S;Lycée;BTS;32221022314;FONDERIE;40;55\n";
    let file = import("formation-fine.csv", text);
    let [outcome] = outcomes(&file) else { panic!() };
    assert_eq!(
        outcome.target,
        OutcomeTarget::Mefstat("32221022314".parse().expect("code"))
    );
    assert_eq!(
        (outcome.route, outcome.employment_rates[0]),
        (Route::School, Some(0.55))
    );
}

#[test]
fn bad_rows_are_refused_with_their_cell_and_their_reason() {
    let bts = |row: &str| ("BTS_2024.csv", format!("{BTS}{row}\n"));
    let voc = |row: &str| ("voc_2022.csv", format!("{VOC}{row}\n"));
    let psup = |row: &str| ("p.csv", format!("{PARCOURSUP}{row}\n"));
    let ij = |row: &str| ("ij.csv", format!("{REGION}{row}\n"));
    let lycee = |row: &str| ("depp-2022_2023.csv", format!("{LYCEE}{row}\n"));
    let cases = [
        (
            bts("0590011S;BTS;32211022314;32;Scolaire;-5"),
            "CAPACITEPSUP",
            "import-negative",
        ),
        (
            bts("0590011S;BTS;32211022314;32;Scolaire;quinze"),
            "CAPACITEPSUP",
            "import-not-a-number",
        ),
        (
            bts("0590011S;BTS;32211022314;32;Scolaire;15,5"),
            "CAPACITEPSUP",
            "import-not-whole",
        ),
        (
            bts("0590011S;BTS;32211022314;32;Scolaire;NaN"),
            "CAPACITEPSUP",
            "import-not-a-number",
        ),
        (
            bts("0590011S;BTS;32211022314;1e12;Scolaire;15"),
            "NB_VOEUX_CONFIRMES",
            "import-too-big",
        ),
        (bts("0590011T;BTS;32211022314;32;Scolaire;15"), "UAI", "import-code-key"),
        (
            bts("C752887F;BTS;32211022314;32;Scolaire;15"),
            "UAI",
            "import-code-form",
        ),
        (bts(";BTS;32211022314;32;Scolaire;15"), "UAI", "import-cell-empty"),
        (
            bts("0590011S;BTS;3221102231;32;Scolaire;15"),
            "MEFSTAT11",
            "import-code-form",
        ),
        (
            bts("0590011S;BTS;32211022314;32;Distance;15"),
            "STATUT",
            "import-unknown-route",
        ),
        (
            voc("0590011S;23210025524;N;ST;#N/A;13;;1;"),
            "Capacité  carte scolaire",
            "import-cell-error",
        ),
        (
            voc("0590011S;23210025524;N;XX;12;13;;1;"),
            "Statut  Offre de formation",
            "import-unknown-route",
        ),
        (
            psup("25;0590011S;L;;BTS;x;;Fonderie;;15;103;12"),
            "Session",
            "import-not-a-year",
        ),
        (
            psup("2025;0590011S;L;;BTS;x;;;;15;103;12"),
            "Filière de formation détaillée bis",
            "import-cell-empty",
        ),
        (
            ij("x;2022_2023;09;32;scolaire;;32221020112;40;;;;;;;140;"),
            "taux_emploi_6_mois",
            "import-not-a-percentage",
        ),
        (
            ij("x;2022_2023;09;32;scolaire;;32221020112;40;;;;;;;-1;"),
            "taux_emploi_6_mois",
            "import-not-a-percentage",
        ),
        (
            ij("x;2022_2023;09;32;scolaire;;;40;;;;;;;;"),
            "cfd",
            "import-cell-empty",
        ),
        (
            ij("x;2022_2023;09;84;scolaire;;32221020112;40;;;;;;;;"),
            "code_region",
            "import-regions-disagree",
        ),
        (
            ij("x;;09;32;scolaire;;32221020112;40;;;;;;;;"),
            "millesime",
            "import-cell-empty",
        ),
        (
            lycee("0590011S;L;R;tous;46;46;44"),
            "Dont apprentis en EPLE",
            "import-unknown-population",
        ),
        (
            lycee("0590011S;L;R;ensemble;beaucoup;46;44"),
            "Taux de poursuite d'études",
            "import-not-a-number",
        ),
    ];
    for ((name, text), column, reason) in cases {
        let file = import(name, &text);
        assert_eq!(fates(&file), [0, 0, 1, 0], "{text}");
        assert_eq!(issues(&file, Severity::Refused), [(2, column, reason)], "{text}");
        assert_eq!(file.batch.len(), 0, "{text}");
    }
}
