#!/bin/sh
# Builds Hauts-de-France (32) and the pair Auvergne-Rhône-Alpes + Bourgogne-Franche-Comté (84 + 27) from official
# files, prints their gap and writes their reports.
#
#   scripts/official.sh [OUTPUT_FOLDER]
#
# RELEVE_DATA   folder of the official files (default: ../shared/data beside the project)
# RELEVE        the binary (default: the release build, built if it is not there)
#
# The files are read where they are; none is copied into the project. Exit code: that of the first command that fails.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
data=${RELEVE_DATA:-$root/../shared/data}
out=${1:-$root/target/official}
binary=${RELEVE:-$root/target/release/releve}

if [ ! -d "$data" ]; then
    echo "RELEVE_DATA: no folder $data" >&2
    exit 2
fi
if [ ! -x "$binary" ]; then
    (cd "$root" && cargo build --release)
fi
mkdir -p "$out"

# build NAME REGION…: a new territory, one import of everything, the gap, the reports.
build() {
    name=$1
    shift
    territory="$out/$name.releve"
    rm -f "$territory" "$territory-wal" "$territory-shm" "$territory.lock"
    regions=''
    for region in "$@"; do
        regions="$regions --region $region"
    done
    # shellcheck disable=SC2086
    "$binary" new "$territory" $regions
    "$binary" import \
        "$data/bmo/Base_open_data_BMO_2024_extrait_4_regions.xlsx" \
        "$data/formation/BTS_attractivite_capacite_2023_extrait.csv" \
        "$data/formation/attractivite_capacite_2022_extrait.csv" \
        "$data/formation/fr-esr-parcoursup-2019_BTS-DUT_4_regions.csv" \
        "$data/insertion/ij_region_data_4_regions.csv" \
        "$data/geo/France_Travail_Bassin_Emploi_2021.csv" \
        "$data/crosswalk/Dares_FAP2021_passage_ROME_extrait_lignes_171-270.csv" \
        --into "$territory"
    "$binary" gap "$territory"
    "$binary" report "$territory" -o "$out/$name" --format pdf,xlsx,csv
    "$binary" check "$territory"
}

build region-32 32
build regions-84-27 84 27
