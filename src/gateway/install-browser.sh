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

# shellcheck disable=SC2086 # the names are words
exec "$(dirname "${BASH_SOURCE[0]}")/../install-packages.sh" browser 'the tests of the console' $missing
