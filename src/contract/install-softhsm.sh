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

if command -v softhsm2-util >/dev/null && library; then exit 0; fi

exec "$(dirname "${BASH_SOURCE[0]}")/../install-packages.sh" token 'the tests of keys in a token' softhsm2
