#!/usr/bin/env bash
# Opens the real window on the demonstration under a virtual display and checks that it draws and answers, also where the first driver fails.
# Usage: window.sh RELEVE FOLDER
set -euo pipefail
releve=$1
folder=$2
display=:$((90 + RANDOM % 100))
Xvfb "$display" -screen 0 1280x800x24 >/dev/null 2>&1 &
server=$!
window=
trap 'kill ${window:-} $server 2>/dev/null || true' EXIT
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
"$releve" new --demo "$folder/window.releve" >/dev/null
export DISPLAY=$display LIBGL_ALWAYS_SOFTWARE=1 XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
unset WAYLAND_DISPLAY

# open: starts the window; its id is in $id, its process in $window.
open() {
  "$releve" "$folder/window.releve" >"$folder/window.log" 2>&1 &
  window=$!
  id=
  for _ in $(seq 150); do
    id=$(xdotool search --onlyvisible --class releve 2>/dev/null | head -n 1 || true)
    [ -n "$id" ] && break
    kill -0 "$window" || { cat "$folder/window.log" >&2; echo "the window closed by itself" >&2; exit 1; }
    sleep 0.2
  done
  [ -n "$id" ] || { cat "$folder/window.log" >&2; echo "no window after 30 s" >&2; exit 1; }
  sleep 3
}

# close: by its own shortcut; the process ends well.
close() {
  xdotool windowfocus "$id" key ctrl+q
  wait "$window" || { cat "$folder/window.log" >&2; echo "the window did not close well" >&2; exit 1; }
  window=
}

open
xdotool windowfocus "$id" key F1
sleep 1
kill -0 "$window" || { cat "$folder/window.log" >&2; echo "the window closed on F1" >&2; exit 1; }
echo "window $id: $(xdotool getwindowname "$id")"
xdotool windowfocus "$id" key Escape
close

# Indirect rendering, as on some remote desktops, cannot draw: the processor does.
export LIBGL_ALWAYS_INDIRECT=1
open
grep -q "drawing by the processor" "$folder/data/releve/log/releve.log" || { echo "the first driver was to fail" >&2; exit 1; }
echo "window drawn by the processor: $(xdotool getwindowname "$id")"
close
