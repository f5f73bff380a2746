//! InserJeunes by region and diploma (Orion's consolidated file): final-year headcounts, further study, employment.

use super::error::ImportError;
use super::inserjeunes::{self, Outcomes};
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::fold;
use crate::domain::id::{Cfd, Mefstat11, RegionCode};
use crate::domain::programme::Route;
use crate::domain::source::SourceId;
use crate::domain::supply::{Outcome, OutcomeScope, OutcomeTarget};
use crate::i18n::Message;

/// Pupils are told by MEFSTAT11, apprentices by CFD; a vintage cumulates two leaving years.
pub static LAYOUT: Layout = Layout {
    name: "inserjeunes_region",
    label: "layout-inserjeunes-region",
    producer: "DEPP-DARES, InserJeunes (consolidation Orion)",
    licence: "droit de rediffusion à confirmer",
    shape: Shape::Table,
    columns: &[
        &["millesime"],
        REGIONS,
        &["voie"],
        &["nb_annee_term"],
        &["nb_sortant"],
        &["nb_poursuite_etudes"],
        &["taux_poursuite_etudes"],
    ],
    without: &["uai"],
    read_rows,
};

const REGIONS: &[&str] = &["code_region", "code_region_ij"];
/// Three counts, each rounded to a whole person, may miss their sum by this much.
const ROUNDING: u32 = 2;

struct Columns {
    vintage: Column,
    region: Column,
    region_ij: Column,
    region_name: Column,
    route: Column,
    cfd: Column,
    mefstat: Column,
    final_year: Column,
    continuing: Column,
    leavers: Column,
    continuing_rate: Column,
    employment: [Column; 4],
}

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let columns = columns(table);
    let mut outcomes = Outcomes::default();
    let mut renumbered = 0_u64;
    table.each_row(sink, |row, sink| {
        let (scope, by_number) = scope(row, &columns, known, sink)?;
        let outcome = read_row(row, &columns, scope, sink)?;
        renumbered += u64::from(by_number);
        outcomes.add(outcome, row, columns.final_year, sink)
    })?;
    outcomes.tell(sink);
    sink.note(Message::new("import-note-two-cohorts"));
    if renumbered > 0 {
        sink.note(Message::new("import-note-region-renumbered").with("n", renumbered));
    }
    Ok(())
}

fn columns(table: &Table<'_>) -> Columns {
    Columns {
        vintage: table.column(&["millesime"]),
        region: table.column(&["code_region"]),
        region_ij: table.column(&["code_region_ij"]),
        region_name: table.column(&["region", "libelle_region", "nom_region"]),
        route: table.column(&["voie"]),
        cfd: table.column(&["cfd"]),
        mefstat: table.column(&["mefstat11", "mefstat"]),
        final_year: table.column(&["nb_annee_term"]),
        continuing: table.column(&["nb_poursuite_etudes"]),
        leavers: table.column(&["nb_sortant"]),
        continuing_rate: table.column(&["taux_poursuite_etudes"]),
        employment: [
            table.column(&["taux_emploi_6_mois"]),
            table.column(&["taux_emploi_12_mois"]),
            table.column(&["taux_emploi_18_mois"]),
            table.column(&["taux_emploi_24_mois"]),
        ],
    }
}

/// The numbering of regions inside InserJeunes: the regions in alphabetical order, not their INSEE codes.
const INSERJEUNES_REGIONS: [&str; 18] = [
    "84", "27", "53", "24", "94", "44", "01", "03", "32", "11", "04", "02", "06", "28", "75", "76", "52", "93",
];

/// The scope of a row, and whether its region column held the number of InserJeunes instead of the INSEE code.
///
/// Both columns, and the name where there is one, must tell the same region.
fn scope(
    row: &Row<'_>,
    columns: &Columns,
    known: &Known,
    sink: &mut Sink<'_>,
) -> Result<(OutcomeScope, bool), Refused> {
    let written = row.optional_code(columns.region, sink, RegionCode::parse)?;
    let number = row.optional_code(columns.region_ij, sink, RegionCode::parse)?;
    if number
        .as_ref()
        .or(written.as_ref())
        .is_some_and(|c| matches!(c.as_str(), "00" | "99"))
    {
        return Ok((OutcomeScope::Nation, false));
    }
    let told = number.as_ref().map(|n| (n, inserjeunes_region(n)));
    let (region, by_table) = match (written, told) {
        (Some(written), None) => (written, false),
        (Some(written), Some((_, Some(by_number)))) if written == by_number => (written, false),
        (Some(written), Some((number, Some(by_number)))) if written == *number => (by_number, true),
        (None, Some((_, Some(by_number)))) => (by_number, true),
        _ => return Err(disagreement(row, columns, sink)),
    };
    if known.region(&region).is_none() {
        let reason = Message::new("import-unknown-region").with("code", region.as_str());
        return Err(sink.refuse(row, columns.region, reason, Message::new("import-fix-region")));
    }
    let name = row.text(columns.region_name);
    if !name.is_empty() && known.region_named(name) != Some(&region) {
        return Err(disagreement(row, columns, sink));
    }
    Ok((OutcomeScope::Region(region), by_table))
}

fn inserjeunes_region(number: &RegionCode) -> Option<RegionCode> {
    let index: usize = number.as_str().parse().ok()?;
    let insee = INSERJEUNES_REGIONS.get(index.checked_sub(1)?)?;
    RegionCode::parse(insee).ok()
}

fn disagreement(row: &Row<'_>, columns: &Columns, sink: &mut Sink<'_>) -> Refused {
    let reason = Message::new("import-regions-disagree").with("number", row.text(columns.region_ij));
    sink.refuse(row, columns.region, reason, Message::new("import-fix-region"))
}

fn read_row(row: &Row<'_>, columns: &Columns, scope: OutcomeScope, sink: &mut Sink<'_>) -> Result<Outcome, Refused> {
    let vintage = row.required_text(columns.vintage, sink)?.to_owned();
    let route = route(row, columns.route, sink)?;
    let target = target(row, columns, sink)?;
    let mut employment_rates = [None; 4];
    for (rate, column) in employment_rates.iter_mut().zip(columns.employment) {
        *rate = inserjeunes::share(row, column, sink)?;
    }
    let outcome = Outcome {
        scope,
        route,
        target,
        cohorts: inserjeunes::cohorts(&vintage),
        vintage,
        final_year: inserjeunes::headcount(row, columns.final_year, sink)?,
        continuing: inserjeunes::headcount(row, columns.continuing, sink)?,
        leavers: inserjeunes::headcount(row, columns.leavers, sink)?,
        continuing_rate: inserjeunes::share(row, columns.continuing_rate, sink)?,
        employment_rates,
        row: row.number(),
        source: SourceId::default(),
    };
    check_sum(&outcome, row, columns, sink);
    Ok(outcome)
}

fn route(row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Result<Route, Refused> {
    match fold(row.required_text(column, sink)?).as_str() {
        "scolaire" => Ok(Route::School),
        "apprentissage" => Ok(Route::Apprenticeship),
        _ => {
            let reason = Message::new("import-unknown-route");
            Err(sink.refuse(row, column, reason, Message::new("import-fix-route")))
        }
    }
}

fn target(row: &Row<'_>, columns: &Columns, sink: &mut Sink<'_>) -> Result<OutcomeTarget, Refused> {
    if let Some(mefstat) = row.optional_code(columns.mefstat, sink, Mefstat11::parse)? {
        return Ok(OutcomeTarget::Mefstat(mefstat));
    }
    row.code(columns.cfd, sink, Cfd::parse).map(OutcomeTarget::Cfd)
}

/// Further study and leavers make the final year: beyond rounding, one of the three is wrong.
fn check_sum(outcome: &Outcome, row: &Row<'_>, columns: &Columns, sink: &mut Sink<'_>) {
    let (Some(all), Some(on), Some(out)) = (outcome.final_year, outcome.continuing, outcome.leavers) else {
        return;
    };
    let parts = on.saturating_add(out);
    if all.abs_diff(parts) > ROUNDING {
        let reason = Message::new("import-parts-differ")
            .with("whole", all)
            .with("parts", parts);
        sink.doubt(row, columns.final_year, reason, Message::new("import-fix-parts"));
    }
}
