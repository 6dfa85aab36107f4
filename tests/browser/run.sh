#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh TSG_CONFORM VALUES [raw]: pages of every value in every place of an article, opened in Chromium. With `raw`
# the values are not escaped, and the browser must find that harmful: the check of the check.
set -eu
conform=$1
values=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for program in node chromium; do
  command -v "$program" >/dev/null || { echo "run.sh: $program is missing: ./tsg-dev install browser" >&2; exit 1; }
done
if [ "${3:-}" = raw ]; then
  "$conform" browser-pages "$values" "$folder" raw
  node "$(dirname "$0")/inspect.mjs" "$folder" --raw
else
  "$conform" browser-pages "$values" "$folder"
  node "$(dirname "$0")/inspect.mjs" "$folder"
fi
