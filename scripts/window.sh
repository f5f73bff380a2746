#!/usr/bin/env bash
# Opens the real window on the demonstration under a virtual display and checks that it draws and answers, also where the first driver fails.
# Usage: window.sh RELEVE FOLDER     Needs Xvfb and xdotool.
set -euo pipefail
. "$(dirname -- "$0")/parts/display.sh"
need Xvfb xdotool
releve=$(realpath "$1")
folder=$(realpath "$2")
trap everything_closed EXIT
display_open 1280x800 "$folder"
"$releve" new --demo "$folder/window.releve" >/dev/null
log=$XDG_DATA_HOME/releve/log/releve.log

# drawn: waits for the first frame of the window just opened.
drawn() {
  for _ in $(seq 600); do
    [ "$(grep -c 'first frame laid out' "$log" 2>/dev/null)" = "$1" ] && return
    kill -0 "$window" 2>/dev/null || die "the window closed by itself"
    sleep 0.05
  done
  die "no frame after 30 s"
}

window_open "$releve" "$folder/window.releve"
drawn 1
xdotool windowfocus "$id" key F1
sleep 1
kill -0 "$window" || die "the window closed on F1"
echo "window $id: $(xdotool getwindowname "$id")"
xdotool windowfocus "$id" key Escape
window_close

# Indirect rendering, as on some remote desktops, cannot draw: the processor does.
export LIBGL_ALWAYS_INDIRECT=1
window_open "$releve" "$folder/window.releve"
drawn 2
grep -q "drawing by the processor" "$log" || { echo "the first driver was to fail" >&2; exit 1; }
echo "window drawn by the processor: $(xdotool getwindowname "$id")"
window_close
