#!/usr/bin/env bash
# Installs packages of the distribution that tests need, and nothing else.
#   install-packages.sh TAG PURPOSE PACKAGE…
# TAG leaves the tests out that need them; PURPOSE says in a message which tests those are.
set -eu

tag=$1
purpose=$2
shift 2

fail() {
  printf 'chukan: %s need %s; %s\n' "$purpose" "$*" "$reason" >&2
  printf "        get it yourself, or leave those tests out: ./chukan test -DexcludedGroups=%s\n" "$tag" >&2
  exit 69
}

reason='there is no apt-get to install it with.'
command -v apt-get >/dev/null || fail "$@"
root=
if [ "$(id -u)" -ne 0 ]; then
  reason='installing it needs root or sudo.'
  command -v sudo >/dev/null || fail "$@"
  root='sudo -n'
fi

install() {
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
printf 'Installing %s …' "$*" >&2
# the lists of packages may be old or not there yet
if ! install "$@" >"$log" 2>&1 && ! { $root apt-get update -q && install "$@"; } >>"$log" 2>&1; then
  printf '\n' >&2
  grep '^[EW]:' "$log" | tail -n 5 >&2 || tail -n 5 "$log" >&2
  reason='apt-get could not install it.'
  fail "$@"
fi
printf ' done\n' >&2
