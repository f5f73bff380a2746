#!/usr/bin/env bash
# The real window under a virtual display, drawn by the processor: time to its first frame, frames of an idle minute, memory.
# Usage: bench-window.sh RELEVE [FILE]     (FILE: a territory; without it, the demonstration)
# Needs Xvfb and xdotool. The driver's own start is told apart; peak memory is that of the whole process, driver included.
set -euo pipefail
. "$(dirname -- "$0")/parts/display.sh"
need Xvfb xdotool
releve=$(realpath "$1")
folder=$(mktemp -d)
trap 'everything_closed; rm -rf "$folder"' EXIT
display_open 1920x1080 "$folder"
file=$(realpath -m "${2:-$folder/demonstration.releve}")
[ -n "${2:-}" ] || "$releve" new --demo "$file" >/dev/null
log=$folder/data/releve/log/releve.log

# stay SECONDS: opens the window, leaves it alone, closes it by its own shortcut; frames drawn and peak memory.
stay() {
  rm -f "$log"
  window_open "$releve" "$file"
  sleep "$1"
  peak=$(awk '/VmHWM/ { print int($2 * 1.024 / 1000) }' "/proc/$window/status")
  window_close
  frames=$(sed -n 's/.*window closed frames=//p' "$log" | tail -n 1)
}

# Long enough for every figure to be there.
settle=${SETTLE:-20}
stay "$settle"
before=$frames
sed -n 's/.*\(graphics ready\|first frame laid out\) ms=/\1, ms: /p' "$log"
stay "$((settle + 60))"
echo "frames of an idle minute: $((frames - before))"
echo "peak memory, MB: $peak"
