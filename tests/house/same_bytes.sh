#!/bin/sh
# SPDX-License-Identifier: MIT
# same_bytes.sh TSG...: every program, run in 10 processes each (other addresses, other environments), over every facts
# folder of the repository and in every format, must print the same bytes.
set -eu
cd "$(dirname "$0")/../.."
guide=application-gateway-502
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
runs=0
for facts in guides/$guide/facts/*; do
  for format in terminal html markdown json; do
    for program in "$@"; do
      for round in 1 2 3 4 5 6 7 8 9 10; do
        NOISE=$(head -c $((round * 97)) /dev/zero | tr '\0' x) "$program" resolve $guide --facts "$facts" --format $format --width 80 \
          > "$folder/now" 2> /dev/null
        [ -s "$folder/now" ] || { echo "no output for $facts $format" >&2; exit 1; }
        [ -f "$folder/first" ] || cp "$folder/now" "$folder/first"
        cmp "$folder/first" "$folder/now" || { echo "$program, run $round: other bytes for $facts as $format" >&2; exit 1; }
        runs=$((runs + 1))
      done
    done
    rm -f "$folder/first"
  done
done
echo "$runs runs, the same bytes for the same facts"
