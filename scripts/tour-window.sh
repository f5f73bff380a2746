#!/usr/bin/env bash
# Drives the real window with clicks and keys through its main story: the demonstration, its largest gap, the cause, the programme, the exports.
# Each step is held against what the command line says of the same territory; pictures of each step, two sizes, light and dark, go to OUT.
# Usage: tour-window.sh RELEVE OUT     Needs Xvfb, xdotool and ImageMagick, nothing else. SIZES and THEMES choose fewer: SIZES=1280x800 THEMES=light.
set -euo pipefail
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/parts/display.sh"
. "$here/parts/screen.sh"
[ $# -eq 2 ] || { echo "usage: tour-window.sh RELEVE OUT" >&2; exit 2; }
need Xvfb xdotool import identify awk
releve=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
work=$(mktemp -d)
trap 'everything_closed; rm -rf "$work"' EXIT

# What the command line says: the essentials, the line where most is missing, its main cause, and the seat worth most.
"$releve" new --demo "$work/twin.releve" >/dev/null 2>&1
twin() { "$releve" "$1" "$work/twin.releve" --lang fr "${@:2}" 2>/dev/null; }
# whole NUMBER: as the window writes it, « 4 184 », halves to the even digit as printf does.
whole() { LC_ALL=C printf '%.0f' "$1" | sed -E ':a; s/^(-?[0-9]+)([0-9]{3})/\1 \2/; ta; s/-/−/'; }
tenth() { LC_ALL=C printf '%.1f' "$1" | sed 's/\./,/; s/-/−/'; }
# column NAME: of the CSV on standard input, its header left out; labels with commas come quoted and are set aside.
column() { sed 's/"[^"]*"/label/' | awk -F, -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i; next } { print $at }'; }
total=$(twin gap --format csv)
for figure in need filled unfilled; do
  for end in low central high; do declare "${figure}_$end=$(whole "$(column "${figure}_$end" <<<"$total")")"; done
done
cells=$(twin gap --by cell --causes --format csv)
at=$(column unfilled_central <<<"$cells" | awk '{ if ($1 + 0 > most) { most = $1 + 0; at = NR } } END { print at + 1 }')
largest=$(sed -n "1p;${at}p" <<<"$cells")
label=$(awk 'NR == 2' <<<"$largest" | sed -E "s/^[^,]*,[^,]*,(\"([^\"]*)\"|([^,]*)),.*/\2\3/; s/'/’/g")
basin=${label%% – *}
occupation=${label#* – }
exact=$(column unfilled_central <<<"$largest")
missing=$(whole "$exact")
further=$(tenth "$(column cause_further_study <<<"$largest")")
value=$(twin value --top 1 --format json)
json() { sed -nE "s/^ *\"$1\": \"?([^\"]*[^\",])\"?,?$/\1/p" <<<"$value" | head -n 1; }
establishment=$(json establishment)
programme="$(json diploma) $(json programme_label | sed "s/'/’/g")"
# A keyboard that is not there has no accents.
typed=$(iconv -t ASCII//TRANSLIT <<<"$programme")
seat=$(grep -m 1 -A 3 '"gain": {' <<<"$value" | awk -F'[:,]' 'NR > 1 { printf "%.2f ", $2 }')
read -r least middle most <<<"${seat//./,}"

# story THEME: the whole of it in one window of $width × $height.
story() {
  local place=$work/$1-$height shots=$out/$1-$width
  mkdir -p "$place/config/releve" "$place/home" "$shots"
  printf '{"language":"fr","theme":"%s","tour_offered":true,"window":{"width":%s,"height":%s}}' "$1" "$width" "$height" >"$place/config/releve/settings.json"
  display_open "${width}x$height" "$place"
  export RELEVE_SPOKEN=$place/spoken HOME=$place/home
  window_open "$releve"
  xdotool windowmove "$id" 0 0 windowsize "$id" "$width" "$height" windowfocus "$id"

  expect '^Button\t.*\tOuvrir la démonstration$'
  picture "$shots/1-first-screen.png"
  click '^Button\t.*\tOuvrir la démonstration$'
  expect 'démonstration – valeurs simulées$'
  expect "\tBesoin, $need_central, de $need_low à $need_high$"
  expect "\tPourvus, $filled_central, de $filled_low à $filled_high$"
  expect "\tNon pourvus, $unfilled_central, de $unfilled_low à $unfilled_high$"
  expect '\tPoursuite d’études : [1-9]'
  expect_not '\tArrêter'
  picture "$shots/2-demonstration.png"

  click "^Button\t.*\t\Q$occupation, $basin : $missing\E "
  expect "^Label\t.*\t\Q$occupation – $basin\E$"
  picture "$shots/3-largest-gap.png"
  expect "\tPoursuite d’études : $further "
  click '^Button\t.*\tPoursuite d’études : [1-9]'
  expect '^Label\t.*\tPoursuite d’études – Ensemble$'
  picture "$shots/4-cause.png"
  keys Escape
  expect_not '\tFermer le détail$'

  click '^Button\t.*\tOffre de formation$'
  expect '^Button\t.*\ton\tOffre de formation$'
  click '\tValeur d’une place'
  expect "^Row\t.*\t\Q$establishment\E, Rang : 1,.*\Q$programme\E,.* \+1 place : $middle \($least–$most\)"
  click "^Row\t.*\t\Q$establishment\E\b.*\Q$programme\E"
  expect '\tFermer le détail$'
  picture "$shots/5-seat.png"
  keys Escape ctrl+k
  expect '^TextInput\t.*\tUn métier, une appellation'
  xdotool type --delay 15 -- "$typed"
  expect "= \Q$typed\E$"
  expect "^Button\t.*\ton\t.*\Q$programme\E formation$"
  keys Return
  expect "^Label\t.*\t\Q$programme\E$"
  picture "$shots/6-programme.png"

  report "$place" "$shots"
  table_and_chart "$place" "$shots"
  keys ctrl+t
  window_close
  grep -q '"theme": "'"$1"'"' "$place/config/releve/settings.json" || die "the theme was not kept"
  kill "$server" && wait "$server" 2>/dev/null || true
  server=
  echo "told and shown as computed: $1, ${width}x$height"
}

# report PLACE SHOTS: the PDF of the window is that of the command line, byte for byte.
report() {
  click '^Button\t.*\tExporter$'
  write '^TextInput\t.*\tDossier des exports' "$1/export"
  click '^Button\t.*\tÉcrire le PDF$'
  local pdf=$1/export/releve-demonstration-2026.pdf
  wait_file "$pdf"
  expect "^Label\t.*\tÉcrit : \Q$pdf\E"
  picture "$2/7-report.png"
  [ "$(head -c 5 "$pdf")" = %PDF- ] || die "no PDF: $pdf"
  twin report -o "$work/twin.pdf" >/dev/null
  cmp "$pdf" "$work/twin.pdf" || die "the PDF of the window is not that of the command line"
}

# table_and_chart PLACE SHOTS: a line of the table of cells through the clipboard, the table as CSV, the chart of causes as SVG and PNG.
table_and_chart() {
  keys ctrl+l
  expect "^Row\t.*\t\Q$occupation, Bassin : $basin, Non pourvus : $missing\E "
  click "^Row\t.*\t\Q$occupation, Bassin : $basin\E,"
  expect '\tFermer le détail$'
  keys ctrl+c
  expect '^Label\t.*\t1 ligne copiée'
  click '^TextInput\t.*\tFiltrer ce tableau'
  keys ctrl+v
  expect "^TextInput\t[^=]* = Métier Bassin Non pourvus .* \Q$occupation $basin ${exact/./,}\E "
  keys ctrl+a Delete
  expect '^Label\t.*\t1 260 sur 1 260$'
  click '\tFermer le détail$'
  expect_not '\tFermer le détail$'
  click '^Button\t.*\t. Exporter$'
  write '^TextInput\t.*\tFichier à écrire' "$1/cells.csv"
  picture "$2/8-table.png"
  keys Return
  wait_file "$1/cells.csv"
  [ "$(wc -l <"$1/cells.csv")" = "$(wc -l <<<"$cells")" ] || die "not one line a cell: $1/cells.csv"
  sed -n 2p "$1/cells.csv" | grep -qF "$occupation;$basin;" || die "the largest gap does not come first in $1/cells.csv"

  keys F3
  for format in SVG:Enregistrer\ en\ SVG PNG:Enregistrer\ l’image\ \(PNG\); do
    local kind=${format%%:*}
    local file=$1/causes.${kind,,}
    click '^Button\t.*\tExporter le graphique « Du besoin'
    click "^Button\t.*\t\Q${format#*:}\E$"
    write '^TextInput\t.*\tFichier' "$file"
    [ -e "$2/9-chart.png" ] || picture "$2/9-chart.png"
    keys Return
    wait_file "$file"
    expect "^Label\t.*\tÉcrit : \Q$file\E"
  done
  grep -q '^<svg' "$1/causes.svg" || die "no SVG: $1/causes.svg"
  [ "$(identify -format %m "$1/causes.png")" = PNG ] || die "no PNG: $1/causes.png"
  picture "$2/10-written.png"
}

for size in ${SIZES:-1280x800 1920x1080}; do
  width=${size%x*} height=${size#*x}
  for theme in ${THEMES:-light dark}; do story "$theme"; done
done
