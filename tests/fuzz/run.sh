#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh PROGRAM OUT SECONDS [TARGET...]: fuzzes each target (all of tests/fuzz/corpus by default) for that long, two
# at a time, beginning with its corpus. OUT/<target> receives new inputs, the log, and what broke. Ends with 1 when
# anything did.
set -eu
program=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
seconds=$3
shift 3
cd "$(dirname "$0")"
[ $# -gt 0 ] || set -- $(ls corpus)

stat_of() { sed -n "s/^stat::$2: *//p" "$out/$1/log" | tail -1; }

# -timeout is on the clock and for what never ends: the program itself counts a second of processor time as a hang.
fuzz_one() {
  mkdir -p "$out/$1/inputs" "$out/$1/broken"
  dictionary=
  [ ! -f "$1.dict" ] || dictionary=-dict=$1.dict
  # shellcheck disable=SC2086 -- the dictionary is one word or none
  TSG_FUZZ_TARGET=$1 ASAN_OPTIONS="malloc_context_size=8:quarantine_size_mb=64:detect_stack_use_after_return=0:${ASAN_OPTIONS:-}" \
    "$program" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=1024 -detect_leaks=0 -print_final_stats=1 \
    -artifact_prefix="$out/$1/broken/" $dictionary ${TSG_FUZZ_OPTIONS:-} "$out/$1/inputs" "corpus/$1" \
    > "$out/$1/log" 2>&1 || echo failed > "$out/$1/broken/failed"
}

report() {
  broken=$(ls "$out/$1/broken" | grep -c -v '^failed$' || true)
  printf '%-16s %10s executions %7s/s %6s ms slowest %5s MB   %s broken\n' "$1" \
    "$(stat_of "$1" number_of_executed_units)" "$(stat_of "$1" average_exec_per_sec)" \
    "$(stat_of "$1" slowest_unit_ms)" "$(stat_of "$1" peak_rss_mb)" "$broken"
  [ -f "$out/$1/broken/failed" ] || return 0
  grep -E -m 5 'property broken|SUMMARY|ERROR' "$out/$1/log" || tail -5 "$out/$1/log"
  return 1
}

for target in "$@"; do rm -rf "$out/$target/broken"; done
while [ $# -gt 0 ]; do
  fuzz_one "$1" &
  if [ $# -gt 1 ]; then fuzz_one "$2" & second=$2; else second=; fi
  wait
  report "$1" || failed=1
  [ -z "$second" ] || report "$second" || failed=1
  shift
  [ $# -eq 0 ] || shift
done
exit "${failed:-0}"
