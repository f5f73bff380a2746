#!/usr/bin/env bash
# The real window under a virtual display, drawn by the processor: time to its first frame, frames of an idle minute, memory.
# Usage: bench-window.sh RELEVE [FILE]     (FILE: a territory; without it, the demonstration)
# Needs Xvfb and xdotool. The driver's own start is told apart; peak memory is that of the whole process, driver included.
set -euo pipefail
releve=$1
folder=$(mktemp -d)
display=:$((90 + RANDOM % 100))
Xvfb "$display" -screen 0 1920x1080x24 >/dev/null 2>&1 &
server=$!
window=
trap 'kill ${window:-} $server 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
export DISPLAY=$display LIBGL_ALWAYS_SOFTWARE=1 XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
unset WAYLAND_DISPLAY
file=${2:-$folder/demonstration.releve}
[ -n "${2:-}" ] || "$releve" new --demo "$file" >/dev/null
log=$folder/data/releve/log/releve.log

# stay SECONDS: opens the window, leaves it alone, closes it by its own shortcut; frames drawn and peak memory.
stay() {
  rm -f "$log"
  "$releve" "$file" >/dev/null 2>&1 &
  window=$!
  local id=
  for _ in $(seq 150); do
    id=$(xdotool search --onlyvisible --pid "$window" 2>/dev/null | head -n 1 || true)
    [ -n "$id" ] && break
    sleep 0.2
  done
  [ -n "$id" ] || { echo "no window after 30 s" >&2; exit 1; }
  sleep "$1"
  peak=$(awk '/VmHWM/ { print int($2 * 1.024 / 1000) }' "/proc/$window/status")
  xdotool windowfocus "$id" key ctrl+q
  wait "$window" || true
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
