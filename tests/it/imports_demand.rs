//! Layouts of demand and nomenclatures on small invented files: each variant of header, each rule of each layout.

use releve::domain::batch::Fap2009Line;
use releve::domain::id::{Fap2009Code, RomeCode};
use releve::domain::occupation::{Provenance, ProximityKind};
use releve::domain::progress::Unattended;
use releve::domain::secrecy::Count;
use releve::domain::units::Milli;
use releve::import::{Import, read};
use rust_xlsxwriter::Workbook;

use crate::fixtures::{Files, known};

/// Reads a text of a layout and checks its counts: read, stored, merged, refused, ignored.
fn check(name: &str, text: &str, layout: &str, counts: [u64; 5]) -> Import {
    let import = Files::new().import(name, text.as_bytes()).expect(layout);
    let c = import.counts;
    assert_eq!(import.layout.name, layout);
    assert_eq!(
        [c.read, c.stored, c.merged, c.refused, c.ignored],
        counts,
        "{:#?}",
        import.issues
    );
    import
}

#[test]
fn the_survey_is_read_under_the_header_of_every_year() {
    let cases = [
        (
            "annee,code métier BMO ,nom_metier BMO,Famille_metier,Libellé de famille de métier,BE25,NOMBE25,Dept,NomDept,REG,NOM_REG,met,xmet,smet\n2025,D1X33,Métier,I,Ouvriers,3201,B,80,Somme,32,Hauts-de-France,12,5,*\n",
            "2025",
            "",
        ),
        (
            "annee,Code métier BMO,Nom métier BMO,Famille_met,Lbl_fam_met,REG,NOM_REG,Dept,NomDept,BE24,NOMBE24,met,xmet,smet\n2024,D1X33,Métier,I,Ouvriers,32,Hauts-de-France,80,Somme,3201,B,12,5,*\n",
            "2024",
            "",
        ),
        (
            "annee,Code métier BMO,Nom métier BMO,Famille_met,Lbl_fam_met,REG,NOM_REG,Dept,NomDept,BE26,NOMBE26,clpe,met,xmet,smet\n2026,D1X33,Métier,I,Ouvriers,32,Hauts-de-France,80,Somme,3201,B,Clpe Somme,12,5,*\n",
            "2026",
            "Clpe Somme",
        ),
    ];
    for (text, year, clpe) in cases {
        let import = check("fichier.csv", text, "bmo", [1, 1, 0, 0, 0]);
        let fact = &import.batch.survey[0];
        assert_eq!((import.vintage.as_str(), fact.year.to_string().as_str()), (year, year));
        assert_eq!((fact.fap_label.as_str(), fact.clpe.as_str()), ("Métier", clpe));
        assert_eq!(
            (fact.projects, fact.seasonal),
            (Count::Value(Milli::whole(12)), Count::Secret)
        );
        assert_eq!(
            fact.department.as_ref().map(releve::domain::id::DepartmentCode::as_str),
            Some("80")
        );
    }
}

#[test]
fn two_committees_of_one_basin_are_two_cells() {
    let text = "annee;Code métier BMO;BE26;clpe;met;xmet;smet\n2026;D1X33;3201;A;12;5;*\n2026;D1X33;3201;B;7;*;*\n";
    check("f.csv", text, "bmo", [2, 2, 0, 0, 0]);
}

#[test]
fn the_layout_of_2014_has_decimals_and_hides_by_emptiness() {
    let text = "CATCHMENT_AREA_CODE,CATCHMENT_AREA_NAME,PROFESSION_FAMILY_CODE,FAP_CODE,FAP_NAME,DEPARTEMENT_CODE,NB_RECRUT_PROJECTS,NB_DIFF_RECRUT_PROJECTS,NB_SEASON_RECRUT_PROJECTS,REGION_CODE\n\
                3201,ABBEVILLE,I,D1X33,Régleurs,80,12.75,,0,32\n";
    let import = check("bmo_2014.csv", text, "bmo", [1, 1, 0, 0, 0]);
    let fact = &import.batch.survey[0];
    assert_eq!((fact.year, fact.projects), (2014, Count::Value(Milli(12_750))));
    assert_eq!((fact.difficult, fact.seasonal), (Count::Secret, Count::Zero));
}

#[test]
fn an_empty_count_of_later_years_is_missing() {
    let text = "annee;Code métier BMO;BE24;met;xmet;smet\n2024;D1X33;3201;12;;0\n";
    let import = check("f.csv", text, "bmo", [1, 1, 0, 0, 0]);
    assert_eq!(import.batch.survey[0].difficult, Count::Missing);
}

#[test]
fn fap2009_rows_are_translated_only_where_the_way_is_single_and_complete() {
    let catalogue = releve::store::catalogue::embedded().unwrap();
    // A ROME whose ten qualifications lead to one family, one that is split, and one outside the crosswalk.
    let targets = |rome: &RomeCode| {
        let lines = catalogue.crosswalk.iter().filter(|l| l.rome == *rome);
        let faps: std::collections::BTreeSet<_> = lines.map(|l| l.fap.clone()).collect();
        faps.len()
    };
    let rome_with = |many: bool| {
        let line = catalogue
            .crosswalk
            .iter()
            .find(|l| (targets(&l.rome) > 1) == many)
            .unwrap();
        (line.rome.clone(), line.fap.clone())
    };
    let ((single, fap), (split, _)) = (rome_with(false), rome_with(true));
    let line = |rome: &RomeCode, code: &str| Fap2009Line {
        rome: rome.clone(),
        qualification: None,
        fap2009: Fap2009Code::parse(code).unwrap(),
    };
    let outside = RomeCode::parse("M1805").unwrap();
    let bridge = [
        line(&single, "D1Z41"),
        line(&split, "D2Z42"),
        line(&single, "D3Z43"),
        line(&outside, "D3Z43"),
        line(&single, "G0A40"),
    ];
    let text = "annee;Code métier BMO;BE23;met;xmet;smet\n\
                2023;D1Z41;3201;12;5;*\n2023;D2Z42;3201;12;5;*\n2023;D3Z43;3201;12;5;*\n2023;A0Z40;3201;1;0;0\n2023;G0A40;3201;3;0;0\n2023;G0B40;3201;3;0;0\n";
    let files = Files::new();
    let path = files.write("f.csv", text.as_bytes());
    let import = read(&path, &known(&bridge), &Unattended).unwrap();
    let told: Vec<(u32, &str)> = import.issues.iter().map(|i| (i.row, i.reason.key.as_ref())).collect();
    assert_eq!(
        told,
        [
            (2, "import-bmo-translated"),
            (3, "import-bmo-fap2009-several"),
            (4, "import-bmo-fap2009-incomplete"),
            (5, "import-bmo-fap2009-unknown"),
            (6, "import-bmo-translated"),
            (7, "import-bmo-fap2009-incomplete"),
        ]
    );
    assert_eq!((import.counts.stored, import.counts.refused), (2, 4));
    assert!(import.batch.survey.iter().all(|row| row.fap == fap));
    assert_eq!(
        import.batch.survey.iter().map(|row| row.row).collect::<Vec<_>>(),
        [2, 6]
    );
}

#[test]
fn communes_are_put_in_their_basin_and_split_basins_by_name() {
    let text = "reg,dep,codgeo,codbe,libbe\n84,63,63113,8457,CLERMONT FERRAND\n84,63,63113,8457,CLERMONT FERRAND\n\
                1,97,97117,102,BASSIN GRANDE-TERRE\n1,97,97127,102,BASSIN ILES DU NORD\n5,97,97502,501,ST PIERRE\n84,63,63113,8401,ANNONAY\n";
    let import = check("basins_2021.csv", text, "bassin_composition", [6, 3, 1, 2, 0]);
    let places: Vec<(&str, Option<&str>)> = import
        .batch
        .communes
        .iter()
        .map(|c| {
            (
                c.basin.as_ref().unwrap().as_str(),
                c.department.as_ref().map(releve::domain::id::DepartmentCode::as_str),
            )
        })
        .collect();
    assert_eq!(
        places,
        [("8457", Some("63")), ("0102", Some("971")), ("0104", Some("971"))]
    );
    let told: Vec<(u32, &str)> = import.issues.iter().map(|i| (i.row, i.reason.key.as_ref())).collect();
    let expected = [
        (5, "import-basin-recoded"),
        (6, "import-unknown-basin"),
        (7, "import-duplicate-conflict"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn communes_of_the_insee_workbook_stand_below_six_title_rows() {
    let mut workbook = Workbook::new();
    for (name, communes) in [("COM", ["01001", "97701"]), ("ARM", ["75101", "75102"])] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write_string(0, 0, "Table d'appartenance").unwrap();
        for (column, (label, code)) in [
            ("Code", "CODGEO"),
            ("Libellé", "LIBGEO"),
            ("Département", "DEP"),
            ("Zone", "ZE2020"),
        ]
        .iter()
        .enumerate()
        {
            let column = u16::try_from(column).unwrap();
            sheet.write_string(4, column, *label).unwrap();
            sheet.write_string(5, column, *code).unwrap();
        }
        for (row, commune) in (6..).zip(communes) {
            let zone = if commune == "97701" { "ZZZZ" } else { "0056" };
            for (column, cell) in (0..).zip([commune, "Nom", &commune[..2].replace("97", "977"), zone]) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    let import = Files::new()
        .import("communes_2024.xlsx", &workbook.save_to_buffer().unwrap())
        .unwrap();
    assert_eq!((import.layout.name, import.counts.stored), ("insee_geo", 4));
    let zones: Vec<Option<&str>> = import
        .batch
        .communes
        .iter()
        .map(|c| c.zone.as_ref().map(releve::domain::id::ZoneCode::as_str))
        .collect();
    assert_eq!(zones, [Some("0056"), None, Some("0056"), Some("0056")]);
}

#[test]
fn rome_4_codes_name_their_parent() {
    let old = "\"code_rome\",\"code_fiche_em\",\"code_ogr\",\"libelle_rome\",\"statut\"\n\"H2903\",\"1\",\"2\",\"Conduite d''usinage\",\"1\"\n";
    let import = check("liste_v347.csv", old, "rome_codes", [1, 1, 0, 0, 0]);
    assert_eq!(
        (import.batch.romes[0].label.as_str(), import.vintage.as_str()),
        ("Conduite d'usinage", "v347")
    );
    let new = "code_rome,code_ogr,libelle_rome,code_rome_parent\nH2903,2,Usinage,H2903\nH2950,3,Usinage fin,H2903\nH2950,3,Autre,H2903\nP2950,3,Autre,H2903\n";
    let import = check("liste_v460.csv", new, "rome_codes", [4, 2, 0, 2, 0]);
    let parents: Vec<Option<&str>> = import
        .batch
        .romes
        .iter()
        .map(|r| r.parent.as_ref().map(RomeCode::as_str))
        .collect();
    assert_eq!(parents, [None, Some("H2903")]);
}

#[test]
fn mobilities_are_directed_and_limited_ones_are_told() {
    let text = "code_rome,code_rome_cible,code_appellation_source,code_appellation_cible,code_type_mobilite,libelle_type_mobilite\n\
                A1101,A1416,,,1,Proche\nA1101,A1416,12,,1,Proche\nA1416,A1101,,34,2,Evolution\nA1101,A1417,,,3,Autre\n";
    let import = check("f.csv", text, "rome_mobilities", [4, 2, 1, 1, 0]);
    let kinds: Vec<ProximityKind> = import.batch.proximities.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [ProximityKind::Near, ProximityKind::Evolution]);
    let note = import.notes[0].text(releve::i18n::Lang::En);
    assert!(note.starts_with("1 mobility"), "{note}");
}

#[test]
fn families_of_level_228_are_listed_once() {
    let text = "Code FAP 22;Intitulé FAP 22;Code FAP 228;Intitulé FAP 228;Code FAP 341\nA;x;A0X41;Éleveurs;A0X41c\nA;x;A0X41;Éleveurs;A0X41d\nA;x;A0X41;Autres;A0X41e\nA;x;A0Z41;Vieux;A\n";
    let import = check("f.csv", text, "fap2021_list", [4, 1, 1, 2, 0]);
    assert_eq!(import.batch.fap_labels[0].label, "Éleveurs");
}

#[test]
fn one_row_of_the_crosswalk_is_one_line_for_each_qualification() {
    let text = "fap_2021;intitule_fap;rome;qualification;intitule_rome\nD0X31a;x;H2903;Q_0346;y\nD0X31;x;H2903;Q_03;y\nD6X70;x;H2903;Q_3;y\nD6X70;x;H2903;sept;y\n";
    let import = check("f.csv", text, "fap2021_crosswalk", [4, 1, 1, 2, 0]);
    let lines: Vec<(u8, &str)> = import
        .batch
        .crosswalk
        .iter()
        .map(|l| (l.qualification, l.fap.as_str()))
        .collect();
    assert_eq!(lines, [(0, "D0X31"), (3, "D0X31"), (4, "D0X31"), (6, "D0X31")]);
    assert!(
        import
            .batch
            .crosswalk
            .iter()
            .all(|l| l.provenance == Provenance::Dares2021 && l.confidence == 3)
    );
}

#[test]
fn the_official_crosswalk_workbook_has_it_on_its_second_sheet() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "Lisez-moi").unwrap();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip([
        ["fap_2021", "intitule_fap", "rome", "qualification"],
        ["D0X31", "x", "H2903", "Q_89"],
    ]) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let import = Files::new()
        .import("f.xlsx", &workbook.save_to_buffer().unwrap())
        .unwrap();
    assert_eq!(
        (import.layout.name, import.batch.crosswalk.len()),
        ("fap2021_crosswalk", 2)
    );
}

#[test]
fn the_program_text_of_2009_gives_whole_codes_and_qualified_ones() {
    let text = "/* d\u{e9}but */\nproc format ;\nvalue  $FAP9RSQ\n\"A1403\",\"A1407\"   =\t\"A0Z41\"\n Other =\"ZZZZZ\";\nrun;\nvalue  $FAP9RAQ\n\"A14160\",\"A14161\" = \"A0Z40\"\n\"A1416X\" = \"A0Z40\"\n";
    let import = check("f.txt", text, "fap2009_sas", [6, 2, 0, 1, 3]);
    let lines: Vec<(&str, Option<u8>)> = import
        .batch
        .fap2009_bridge
        .iter()
        .map(|l| (l.rome.as_str(), l.qualification))
        .collect();
    assert_eq!(
        lines,
        [("A1403", None), ("A1407", None), ("A1416", Some(0)), ("A1416", Some(1))]
    );
}

#[test]
fn outlets_of_fiches_are_read_from_both_exports() {
    let old = "CodeRNCP;EtatFiche;Rome;libelle;;\nRNCP1315;;H1404;Méthodes;;\nRNCP1315;;H1404;Méthodes;;\nRNCP1315;;H14;Domaine;;\n";
    let import = check("rncp_rome.v1.4.csv", old, "rncp_rome", [3, 1, 1, 1, 0]);
    assert_eq!(
        import.batch.outlets[0]
            .rncp
            .as_ref()
            .map(releve::domain::id::RncpCode::as_str),
        Some("1315")
    );
    let new = "\"Numero_Fiche\";\"Codes_Rome_Code\";\"Codes_Rome_Libelle\"\n\"RNCP509\";\"I1203\";\"Maintenance\"\n\"RS5000\";\"M1805\";\"Études\"\n";
    check("Rome_2024.csv", new, "rncp_zip", [2, 1, 0, 0, 1]);
}

#[test]
fn a_diploma_has_up_to_five_outlets() {
    let text = "Code_Diplome;Date_MaJ;Code_Rome_1;Code_Rome_2;Code_RNCP;Code_Scolarité\n1;22/02/2024;H2903;H2901;37297;50025136\n2;23/02/2024;H2903;;;\n3;;;;37298;\n4;;H2903;H29;37299;\n5;;H29;;37299;\n";
    let import = check("f.csv", text, "certif_info", [5, 2, 0, 1, 2]);
    assert_eq!((import.batch.outlets.len(), import.vintage.as_str()), (3, "2024-02-23"));
    assert_eq!((import.doubts, import.issues[0].column.as_str()), (1, "Code_Rome_2"));
}

#[test]
fn tension_classes_go_from_one_to_five() {
    let text = "annee;ROME;cbassin;oee;ind_tension_d;ind_int_emb_d\n2021;A1101;3201;21,37;5;4\n2021;A1101;3299;21,37;5;4\n2021;A1102;3201;21,37;6;4\n2021;A1103;3201;;;\n";
    let import = check("f.csv", text, "tension_rome_bassin", [4, 2, 0, 2, 0]);
    assert_eq!(import.batch.tensions[0].hiring_intensity, Some(4));
    assert_eq!(import.batch.tensions[1].tension, None);
}
