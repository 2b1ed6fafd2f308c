#!/usr/bin/env bash
# Fuzzes every parser (each class *FuzzTest), or those that are named, guided by what their inputs reach.
#   fuzz.sh [--runs N] [--keep] [CLASS…]
#   --runs N   inputs for each parser, 10,000,000 when left out
#   --keep     put the smallest set of inputs that reaches the same into the test resources
# Inputs of earlier runs are gone on with; they lie under run/fuzz, with the log of each parser. An input
# that breaks something ends the run of its parser and is told; it stays there as well.
# JAVA_HOME is set by ./chukan fuzz.
set -eu

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=${CHUKAN_RUN:-$home/run}/fuzz
runs=10000000
keep=false
while [ $# -gt 0 ]; do
  case $1 in
    --runs) runs=$2; shift 2 ;;
    --keep) keep=true; shift ;;
    -*) echo "fuzz: no option $1" >&2; exit 64 ;;
    *) break ;;
  esac
done

cd "$home"
if [ $# -eq 0 ]; then
  # shellcheck disable=SC2046 # names of classes are words
  set -- $(find src -path '*/src/test/java/*FuzzTest.java' -exec basename {} .java \; | sort)
fi
mvn -B -q -ntp -pl src/gateway -am test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/fuzz.classpath -Dmdep.includeScope=test

# A parser that takes more than its part of the memory ends in an OutOfMemoryError, which is a finding; what
# one input may cost is held by the tests themselves (HostileInput). The time limit is for what never ends.
jazzer() {
  "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED \
    -cp "$module/target/test-classes:$module/target/classes:$(cat "$module/target/fuzz.classpath")" \
    com.code_intelligence.jazzer.Jazzer "--target_class=$name" \
    '--instrumentation_includes=jp.chukan.**:com.ctc.wstx.**:com.fasterxml.jackson.**:org.bouncycastle.asn1.**:org.bouncycastle.cms.**:de.siegmar.**:org.yaml.**' \
    -max_len=8192 -timeout=25 -print_final_stats=1 "$@"
}

figure() { sed -n "s/^stat::$1: *//p" "$log"; }

failed=0
printf '%-32s %12s %10s %10s %8s\n' parser inputs per-second kept peak-MB
for class in "$@"; do
  source=$(find src -path "*/src/test/java/*/$class.java")
  [ -n "$source" ] || { echo "fuzz: no parser $class" >&2; exit 64; }
  module=${source%%/src/test/*}
  name=${source#*/src/test/java/}
  name=$(printf '%s' "${name%.java}" | tr / .)
  corpus=$work/$class
  log=$work/$class.log
  mkdir -p "$corpus"
  if ! jazzer "-runs=$runs" "-artifact_prefix=$work/$class-" "$corpus" >"$log" 2>&1; then
    failed=1
    printf '%-32s found something: %s\n' "$class" "$log"
    grep -m 1 -A 3 '^== Java Exception\|^==.*ERROR' "$log" || tail -n 5 "$log"
    continue
  fi
  printf '%-32s %12s %10s %10s %8s\n' "$class" "$(figure number_of_executed_units)" \
    "$(figure average_exec_per_sec)" "$(find "$corpus" -type f | wc -l)" "$(figure peak_rss_mb)"
  if $keep; then
    rm -rf "$corpus.smallest"
    mkdir "$corpus.smallest"
    jazzer -merge=1 "$corpus.smallest" "$corpus" >"$log.merge" 2>&1
    rm -rf "$corpus"
    mv "$corpus.smallest" "$corpus"
    resources=$module/src/test/resources/$(printf '%s' "${name%.*}" | tr . /)
    mkdir -p "$resources"
    # the same inputs make the same file: names are digests, times are none
    rm -f "$resources/$class.zip"
    (cd "$corpus" && find . -type f -exec touch -t 202001010000 {} + && find . -type f | sort |
      "$JAVA_HOME/bin/jar" --create --no-manifest --date=2020-01-01T00:00:00Z --file "$home/$resources/$class.zip" @/dev/stdin)
  fi
done
exit $failed
