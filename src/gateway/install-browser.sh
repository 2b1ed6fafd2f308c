#!/usr/bin/env bash
# Makes sure that the tests of the console find what they drive: Chromium, its WebDriver, and a font with
# Japanese letters. Installs from the distribution's packages what is missing, and nothing else.
set -eu

browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
driver() { command -v chromedriver; }
japanese() { command -v fc-list && [ -n "$(fc-list :lang=ja family | head -n 1)" ]; }

missing=
browser >/dev/null || missing="$missing chromium"
driver >/dev/null || missing="$missing chromium-driver"
japanese >/dev/null || missing="$missing fontconfig fonts-ipafont-gothic"
[ -n "$missing" ] || exit 0

fail() {
  printf 'chukan: the tests of the console need%s; %s\n' "$missing" "$1" >&2
  printf "        get them yourself, or leave those tests out: ./chukan test -DexcludedGroups=browser\n" >&2
  exit 69
}

command -v apt-get >/dev/null || fail 'there is no apt-get to install them with.'
root=
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || fail 'installing them needs root or sudo.'
  root='sudo -n'
fi

install() {
  # shellcheck disable=SC2086 # the names are words
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
printf 'Installing%s …' "$missing" >&2
# the lists of packages may be old or not there yet
if ! install >"$log" 2>&1 && ! { $root apt-get update -q && install; } >>"$log" 2>&1; then
  printf '\n' >&2
  grep '^[EW]:' "$log" | tail -n 5 >&2 || tail -n 5 "$log" >&2
  fail 'apt-get could not install them.'
fi
printf ' done\n' >&2
