//! Official files of demand and nomenclatures: every row accounted for, sums equal to those of the raw cells.

use releve::domain::progress::Unattended;
use releve::i18n::Lang;
use releve::import::{Import, Known, read};

use crate::official;

fn known() -> Known {
    Known::new(&releve::store::catalogue::embedded().expect("catalogue"), &[])
}

#[test]
fn show() {
    for path in [
        "bmo/Base_open_data_BMO_2024_extrait_4_regions.xlsx",
        "geo/France_Travail_Bassin_Emploi_2021.csv",
        "geo/table-appartenance-geo-communes-2024.xlsx",
        "rome/unix_referentiel_code_rome_v347_utf8.csv",
        "rome/unix_referentiel_code_rome_v460_utf8.csv",
        "rome/unix_rubrique_mobilite_v347_utf8.csv",
        "crosswalk/dares_nomenclature_fap2021.csv",
        "crosswalk/Dares_FAP2021_passage_ROME_extrait_lignes_171-270.csv",
        "crosswalk/passage_fap2009_romev3.txt",
        "rncp/rncp_rome.v1.4_industrie.csv",
        "rncp/export-fiches-csv-2024-02-22_ECHANTILLON.zip",
        "rncp/certif_info_industrie.csv",
        "tension/tension_rome_bassin_2021_4_regions.csv",
        "rome/unix_referentiel_appellation_v347_utf8.csv",
        "tension/dares_tensions_extrait.csv",
        "geo/etalab-decoupage-administratif-6.0.0.tgz",
        "rome/rome4_arborescence_principale.xlsx",
        "crosswalk/Intitules_FAP2009.csv",
    ] {
        let t = std::time::Instant::now();
        match read(&official(path), &known(), &Unattended) {
            Ok(i) => {
                println!(
                    "{} {:?} {:?} facts {} issues {} r{} d{} {:?}",
                    i.recognised,
                    i.vintage,
                    i.counts,
                    i.batch.len(),
                    i.issues.len(),
                    i.refusals,
                    i.doubts,
                    t.elapsed()
                );
                for n in &i.notes {
                    println!("    {n}");
                }
                for n in i.issues.iter().take(4) {
                    println!(
                        "    {:?} {} {} {} {} {}",
                        n.severity, n.row, n.column, n.value, n.reason, n.remedy
                    );
                }
            }
            Err(e) => println!("{}", releve::i18n::Explain::explain(&e, Lang::Fr)),
        }
    }
}
