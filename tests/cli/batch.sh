#!/bin/sh
# SPDX-License-Identifier: MIT
# batch.sh TSG: how a batch ends: by itself, by Ctrl-C, by a reader that goes away; with files and pipes.
set -eu
tsg=$(realpath "$1")
cd "$(dirname "$0")/base"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "batch: $*" >&2; exit 1; }
# ends CODE COMMAND...: the command, killed if it hangs, must end with the code and say one line.
ends() {
  wanted=$1
  shift
  code=0
  timeout -s KILL 60 "$@" > "$folder/output" 2> "$folder/messages" || code=$?
  [ "$code" -eq "$wanted" ] || { cat "$folder/messages" >&2; fail "ends with $code, not $wanted: $*"; }
  [ "$(wc -l < "$folder/messages")" -eq 1 ] || { cat "$folder/messages" >&2; fail "says more than one line: $*"; }
}
whole_lines() { [ -z "$(tail -c 1 "$1")" ] && [ "$(grep -c '^{"line":.*}$' "$1")" -eq "$(wc -l < "$1")" ] || fail "half a line in $1"; }
# A writer that gives all lines to a named pipe and then keeps it open.
silent_after_lines() {
  exec > "$1"
  cat "$folder/lines"
  exec sleep 60
}
batch="$tsg resolve printer --format jsonl"

awk 'BEGIN { for (i = 1; i <= 3000; ++i) {
  if (i % 100 == 7) print "{\"printer\":"; else if (i % 100 == 9) print "\r"
  else printf "{\"printer\":{\"name\":\"hall %d\",\"on\":true,\"trays\":[{\"name\":\"upper\",\"sheets\":%d}],\"ink\":[]}}\n", i, i % 3 } }' > "$folder/lines"

# The bytes do not depend on the threads, nor on how the input comes.
ends 3 $batch --facts "$folder/lines" --threads 1
cp "$folder/output" "$folder/expected"
whole_lines "$folder/expected"
[ "$(wc -l < "$folder/expected")" -eq 2970 ] || fail "records are missing"
[ "$(cat "$folder/messages")" = "2970 documents: 2940 resolved, 30 failed" ] || fail "counts wrongly"
for threads in 2 3 16; do
  ends 3 $batch --facts "$folder/lines" --threads $threads
  cmp "$folder/expected" "$folder/output" || fail "$threads threads give other bytes"
done
ends 3 sh -c "cat '$folder/lines' | $batch --facts -"
cmp "$folder/expected" "$folder/output" || fail "a pipe gives other bytes"
ends 0 sh -c "printf '\357\273\277{\"printer\":{\"name\":\"a\",\"on\":false,\"ink\":[]}}' | $batch --facts -"
ends 0 $batch --facts /dev/null

# -o: the file when all is done, what it was before when the batch is interrupted.
echo former > "$folder/kept"
ends 3 $batch --facts "$folder/lines" -o "$folder/kept"
cmp "$folder/expected" "$folder/kept" || fail "-o gives other bytes"
echo former > "$folder/kept"
mkfifo "$folder/pipe"
silent_after_lines "$folder/pipe" & writer=$!
ends 143 sh -c "$batch --facts '$folder/pipe' -o '$folder/kept' & while [ -z \"\$(find '$folder' -name '.tsg-*' -size +0)\" ]; do sleep 0.1; done; kill -TERM \$!; wait \$!"
[ "$(cat "$folder/kept")" = former ] || fail "an interrupted batch changed the file of -o"
[ -z "$(find "$folder" -name '.tsg-*')" ] || fail "an interrupted batch leaves a file behind"
kill "$writer" 2> /dev/null || true  # it may have met the closed pipe already

# Ctrl-C: whole lines are written, those of the beginning.
mkfifo "$folder/second"
silent_after_lines "$folder/second" & writer=$!
ends 130 sh -c "env --default-signal=INT $batch --facts '$folder/second' > '$folder/cut' & while [ ! -s '$folder/cut' ]; do sleep 0.1; done; kill -INT \$!; wait \$!"
whole_lines "$folder/cut"
head -c "$(wc -c < "$folder/cut")" "$folder/expected" | cmp - "$folder/cut" || fail "an interrupted batch writes other bytes"
kill "$writer" 2> /dev/null || true  # it may have met the closed pipe already

# A reader that goes away: at once, and while there is nothing to write.
ends 4 sh -c "{ $batch --facts '$folder/lines'; echo \$? > '$folder/code'; } | head -n 1 > /dev/null; exit \$(cat '$folder/code')"
ends 4 sh -c "sleep 5 | { $batch --facts -; echo \$? > '$folder/code'; } | true; exit \$(cat '$folder/code')"
ends 4 sh -c "$batch --facts '$folder/lines' > /dev/full"
echo "batch: all endings are clean"
