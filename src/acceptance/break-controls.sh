#!/usr/bin/env bash
# Takes the controls of docs/threat-model.md away, one by one, in a copy of the sources, and demands that
# the test which the row names fails then. A row whose test still passes is told, and the exit code is 1.
#   break-controls.sh [ID…]
# JAVA_HOME is set by ./chukan break-controls.
set -eu

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
model=$home/docs/threat-model.md
controls=$home/src/acceptance/controls
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck disable=SC2046 # ids are words
if [ $# -eq 0 ]; then set -- $(sed -n 's/^| `\([A-Z][0-9][0-9]\)` |.*/\1/p' "$model"); fi

(cd "$home" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$work" 2>/dev/null) || true
cd "$work"

# Only what a patch touches is compiled again.
build() {
  mvn -B -q -ntp -Dspotless.check.skip -Dmaven.compiler.useIncrementalCompilation=false \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false "$@"
}

# Whether the report of the test says that it failed: what does not compile proves nothing.
failed() {
  local report
  for report in "$module"/target/*-reports/TEST-*."$class".xml; do
    [ -f "$report" ] && grep -q '<failure\|<error' "$report" && return 0
  done
  return 1
}

missed=0
for id in "$@"; do
  test=$(sed -n "s/^| \`$id\` |.*| \`\([A-Za-z]*\.[A-Za-z]*\)\` |\$/\1/p" "$model")
  [ -n "$test" ] || { echo "break-controls: no row $id" >&2; exit 64; }
  class=${test%.*}
  source=$(find . -path ./run -prune -o -path "*/src/test/java/*/$class.java" -print)
  module=${source#./}
  module=${module%%/src/test/*}
  rm -f "$module"/target/*-reports/TEST-*."$class".xml
  patch -s -p1 <"$controls/$id.patch"
  case $class in
    *IT) build -pl "$module" -am -Dtest=none "-Dit.test=$class#${test#*.}" verify >"$id.log" 2>&1 || true ;;
    *) build -pl "$module" -am "-Dtest=$class#${test#*.}" test >"$id.log" 2>&1 || true ;;
  esac
  if failed; then
    printf '%s  %s fails, as it should\n' "$id" "$test"
  else
    missed=1
    printf '%s  %s DOES NOT FAIL\n' "$id" "$test"
    tail -n 5 "$id.log"
  fi
  patch -s -R -p1 <"$controls/$id.patch"
done
exit $missed
