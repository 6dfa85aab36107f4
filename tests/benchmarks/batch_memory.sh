#!/bin/sh
# SPDX-License-Identifier: MIT
# batch_memory.sh TSG [DOCUMENTS [THREADS]]: streams documents through `tsg resolve --format jsonl --render html` and prints the
# resident memory when a thousand records are out and near the end, and documents a second. Fails when memory grew by more
# than 10 %.
set -eu
tsg=$(realpath "$1")
documents=${2:-200000}
threads=${3:-2}
cd "$(dirname "$0")/../cli/base"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The address sanitizer keeps what is freed; that is not the program's memory.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:quarantine_size_mb=1:thread_local_quarantine_size_kb=64"

awk -v last="$documents" 'BEGIN { for (i = 1; i <= last; ++i)
  printf "{\"printer\":{\"name\":\"hall %d\",\"on\":true,\"trays\":[{\"name\":\"upper\",\"sheets\":%d},{\"name\":\"lower\",\"sheets\":40}],\"ink\":[{\"colour\":\"black\",\"percent\":%d},{\"colour\":\"cyan\",\"percent\":80}]}}\n", i, i % 3, i % 50 }' \
  > "$folder/input"
mkfifo "$folder/output"
"$tsg" resolve printer --facts "$folder/input" --format jsonl --render html --threads "$threads" \
  > "$folder/output" 2> "$folder/messages" &
program=$!
# While 200 records are still to come, more than a pipe holds, the program is there to be looked at.
awk -v pid="$program" -v near_end="$((documents - 200))" -v to="$folder/noted" '
  NR == 1000 || NR == near_end {
    system("{ date +%s%N; awk \"/^Vm(RSS|HWM):/ {print \\$2}\" /proc/" pid "/status; } >> " to)
  }' < "$folder/output"
wait "$program" || { cat "$folder/messages" >&2; exit 1; }
set -- $(cat "$folder/noted")
[ "$#" -eq 6 ] || { echo "the program could not be looked at" >&2; exit 1; }
echo "$threads threads: $3 kB after 1000 documents, $6 kB after $documents (peak $5 kB); $(((documents - 1200) * 1000 / (($4 - $1) / 1000000 + 1))) documents/s"
[ "$(($6 * 10))" -le "$(($3 * 11))" ]
