# shellcheck shell=bash
# A real window under a virtual display: what the scripts that drive one have in common. To be sourced.
# Needs Xvfb and xdotool; pictures and the wait for a still screen need ImageMagick (import).

# need TOOL…: says what is missing, and stops.
need() {
  local tool missing=()
  for tool in "$@"; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  [ ${#missing[@]} -eq 0 ] || { echo "not found: ${missing[*]} (packages: xvfb xdotool imagemagick)" >&2; exit 2; }
}

# die WORDS: the end, with what the window wrote last.
die() {
  echo "$*" >&2
  tail -n 20 "${window_log:-/dev/null}" "${XDG_DATA_HOME:-}/releve/log/releve.log" >&2 2>/dev/null || true
  exit 1
}

# display_open SIZE FOLDER: starts a display, WIDTHxHEIGHT, whose number it finds itself, and a place of its own for settings and data.
display_open() {
  mkdir -p "$2"
  : >"$2/display"
  Xvfb -displayfd 3 -screen 0 "$1x24" 3>"$2/display" >/dev/null 2>&1 &
  server=$!
  for _ in $(seq 200); do [ -s "$2/display" ] && break; sleep 0.05; done
  [ -s "$2/display" ] || die "no display"
  DISPLAY=:$(cat "$2/display")
  export DISPLAY LIBGL_ALWAYS_SOFTWARE=1 XDG_CONFIG_HOME=$2/config XDG_DATA_HOME=$2/data
  unset WAYLAND_DISPLAY
}

# window_open RELEVE [FILE]: starts the window; its id is in $id, its process in $window.
window_open() {
  local place=${XDG_DATA_HOME%/data}
  window_log=$place/window.log
  # Without a display the program writes its reports where it stands.
  (cd "$place" && exec "$@") >"$window_log" 2>&1 &
  window=$!
  id=
  for _ in $(seq 600); do
    id=$(xdotool search --onlyvisible --class releve 2>/dev/null | head -n 1 || true)
    [ -n "$id" ] && return
    kill -0 "$window" 2>/dev/null || die "the window closed by itself"
    sleep 0.05
  done
  die "no window after 30 s"
}

# window_close: by its own shortcut; the process ends well.
window_close() {
  xdotool windowfocus "$id" key ctrl+q
  wait "$window" || die "the window did not close well"
  window=
}

# everything_closed: for the trap of the end, however it comes.
everything_closed() {
  kill ${window:-} ${server:-} 2>/dev/null || true
}
