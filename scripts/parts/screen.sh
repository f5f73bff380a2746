# shellcheck shell=bash
# What is on the screen of a window, by what it tells a screen reader, and clicks on its controls by name. To be sourced after display.sh.
# The window keeps what it tells in the file RELEVE_SPOKEN: role, left, top, width, height, state, name, separated by tabs.
export LC_ALL=C.UTF-8

# spoken: what is told, with plain spaces for the unbreakable ones.
spoken() { sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g' "$RELEVE_SPOKEN" 2>/dev/null; }

# until_true SECONDS COMMAND…: waits for a command to succeed.
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || return 1
    kill -0 "$window" 2>/dev/null || die "the window closed by itself"
    sleep 0.05
  done
}

says() { spoken | grep -qP -- "$1"; }

# expect REGEX [SECONDS]: something on screen that matches must come.
expect() {
  until_true "${2:-120}" says "$1" && return
  spoken | cut -f1,6,7 >&2
  die "not on screen: $1"
}

# expect_not REGEX: it goes.
gone() { ! says "$1"; }
expect_not() { until_true 120 gone "$1" || die "still on screen: $1"; }

# place REGEX: centre of the first control that matches, in pixels.
place() { spoken | grep -P -- "$1" | sort -t$'\t' -k3,3n -k2,2n | awk -F'\t' 'NR == 1 { print int($2 + $4 / 2), int($3 + $5 / 2) }'; }

# click REGEX: on the first control that matches, scrolled into the window first.
click() {
  local x y turns=0
  expect "$1"
  # Something may still move: a panel that closes takes the rest along.
  wait_still
  read -r x y <<<"$(place "$1")"
  while [ "$y" -gt $((height - 60)) ] && [ $turns -lt 40 ]; do
    xdotool mousemove --window "$id" "$x" $((height / 2)) click 5
    wait_still
    read -r x y <<<"$(place "$1")"
    turns=$((turns + 1))
  done
  [ "$y" -le $((height - 60)) ] || die "out of the window: $1"
  # The pointer stays: a slow window looks where it is when it draws, not where it was.
  xdotool mousemove --window "$id" "$x" "$y"
  wait_still
  xdotool click 1
}

keys() { xdotool key --delay 40 "$@"; }

# write REGEX TEXT: puts a text in the place of what a field holds.
write() {
  click "$1"
  keys ctrl+a
  xdotool type --delay 15 -- "$2"
  expect "= \Q$2\E$"
}

pixels() { import -window root -depth 8 rgb:- | md5sum; }

# wait_still: until four pictures in a row are the same.
wait_still() {
  local now last='' same=0
  for _ in $(seq 200); do
    now=$(pixels)
    if [ "$now" = "$last" ]; then same=$((same + 1)); else same=0; fi
    [ $same -ge 3 ] && return
    last=$now
    sleep 0.05
  done
  die "the screen never comes to rest"
}

# picture FILE: the window at rest, nothing under the pointer; it is no empty picture.
picture() {
  xdotool mousemove --window "$id" $((width / 2)) $((height - 8))
  wait_still
  import -window root "$1"
  [ "$(identify -format '%wx%h' "$1")" = "${width}x$height" ] || die "$1 is not ${width}x$height"
  [ "$(identify -format '%k' "$1")" -gt 50 ] || die "$1 is nearly empty"
}

# wait_file FILE: written whole; the program writes beside and renames.
wait_file() { until_true 120 test -s "$1" || die "not written: $1"; }
