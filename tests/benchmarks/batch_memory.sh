#!/bin/sh
# SPDX-License-Identifier: MIT
# batch_memory.sh TSG [DOCUMENTS [THREADS]]: streams documents through `tsg resolve --format jsonl --render html` and prints the
# resident memory after the first thousand and at the end, and documents a second. Fails when memory grew by more than 10 %.
set -eu
tsg=$(realpath "$1")
documents=${2:-200000}
threads=${3:-2}
cd "$(dirname "$0")/../cli/base"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The program reads a named pipe that this script feeds, so that it can be looked at between two documents.
mkfifo "$folder/input"
lines() {
  awk -v first="$1" -v last="$2" 'BEGIN { for (i = first; i <= last; ++i)
    printf "{\"printer\":{\"name\":\"hall %d\",\"on\":true,\"trays\":[{\"name\":\"upper\",\"sheets\":%d},{\"name\":\"lower\",\"sheets\":40}],\"ink\":[{\"colour\":\"black\",\"percent\":%d},{\"colour\":\"cyan\",\"percent\":80}]}}\n", i, i % 3, i % 50 }'
}
resident() { awk "/^$1:/ {print \$2}" "/proc/$program/status"; }
# Until `$1` records are out; a batch that does not get there in 10 minutes hangs.
wait_for() {
  tries=0
  while [ "$(wc -l < "$folder/output")" -lt "$1" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 30000 ] && kill -0 "$program" || { echo "the batch hangs or died" >&2; cat "$folder/messages" >&2; exit 1; }
    sleep 0.02
  done
}

lines 1 1000 > "$folder/first"
lines 1001 "$documents" > "$folder/rest"
"$tsg" resolve printer --facts "$folder/input" --format jsonl --render html --threads "$threads" > "$folder/output" 2> "$folder/messages" &
program=$!
exec 3> "$folder/input"
cat "$folder/first" >&3
wait_for 1000
before=$(resident VmRSS)
began=$(date +%s%N)
# Records are counted and let go: the disk need not hold them.
cat "$folder/rest" >&3
wait_for "$documents"
ended=$(date +%s%N)
after=$(resident VmRSS)
peak=$(resident VmHWM)
exec 3>&-
wait "$program"
echo "$threads threads: $before kB after 1000 documents, $after kB after $documents (peak $peak kB); $(((documents - 1000) * 1000 / ((ended - began) / 1000000 + 1))) documents/s"
[ "$((peak * 10))" -le "$((before * 11))" ]
