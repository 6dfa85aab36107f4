#!/bin/sh
# SPDX-License-Identifier: MIT
# thousand_scenarios.sh TSG: how long `tsg test` takes for 1,000 scenarios: those of the repository, copied under other names.
set -eu
tsg=$(realpath "$1")
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r guides rules tsg.toml "$folder"
scenarios=$folder/guides/application-gateway-502/scenarios
count=$(ls "$scenarios" | wc -l)
round=0
while [ "$count" -lt 1000 ]; do
  round=$((round + 1))
  for file in guides/application-gateway-502/scenarios/*.toml; do
    [ "$count" -lt 1000 ] || break
    cp "$file" "$scenarios/copy-$round-$(basename "$file")"
    count=$((count + 1))
  done
done
cd "$folder"
for run in 1 2 3; do
  start=$(date +%s%N)
  "$tsg" test
  echo "$(( ($(date +%s%N) - start) / 1000000 )) ms"
done
