#!/usr/bin/env bash
# Makes sure that the tests of keys in a token find one: SoftHSM 2, a token of PKCS#11 in software.
# Installs the distribution's package when it is missing, and nothing else.
set -eu

library() {
  local candidate
  for candidate in /usr/lib/softhsm /usr/lib/*/softhsm /usr/lib64/pkcs11 /usr/lib64/softhsm /usr/local/lib/softhsm /opt/homebrew/lib/softhsm; do
    if [ -r "$candidate/libsofthsm2.so" ]; then return 0; fi
  done
  return 1
}

missing=
if ! command -v softhsm2-util >/dev/null || ! library; then missing=softhsm2; fi
[ -n "$missing" ] || exit 0

fail() {
  printf 'chukan: the tests of keys in a token need %s; %s\n' "$missing" "$1" >&2
  printf "        get it yourself, or leave those tests out: ./chukan test -DexcludedGroups=token\n" >&2
  exit 69
}

command -v apt-get >/dev/null || fail 'there is no apt-get to install it with.'
root=
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || fail 'installing it needs root or sudo.'
  root='sudo -n'
fi

install() {
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$missing"
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
printf 'Installing %s …' "$missing" >&2
# the lists of packages may be old or not there yet
if ! install >"$log" 2>&1 && ! { $root apt-get update -q && install; } >>"$log" 2>&1; then
  printf '\n' >&2
  grep '^[EW]:' "$log" | tail -n 5 >&2 || tail -n 5 "$log" >&2
  fail 'apt-get could not install it.'
fi
printf ' done\n' >&2
