#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh TSG BUILD_DIR [TEST...]: builds the site of the repository's own pack into BUILD_DIR and walks it in Chromium: every
# *.test.mjs of this folder, or those named. TSG_EVERY_PAGE=1 looks at every page, TSG_EVERY_PLACE=1 puts every hostile value at every name,
# TSG_LARGE_PACK=FOLDER measures saves in a large pack. The node modules of package-lock.json are installed into BUILD_DIR once.
set -eu
tsg=$(realpath "$1")
mkdir -p "$2"
build=$(realpath "$2")
shift 2
here=$(cd "$(dirname "$0")" && pwd)
for program in node npm chromium; do
  command -v "$program" >/dev/null || { echo "run.sh: $program is missing: ./tsg-dev install browser" >&2; exit 1; }
done
cp "$here/package.json" "$build/"
# The lock is copied last: it is there when everything it names is.
if ! cmp -s "$here/package-lock.json" "$build/package-lock.json" || [ ! -d "$build/node_modules" ]; then
  rm -f "$build/package-lock.json"
  cp "$here/package-lock.json" "$build/npm-lock"
  (cd "$build" && mv npm-lock package-lock.json && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error) ||
    { rm -f "$build/package-lock.json"; echo "run.sh: npm cannot install what package-lock.json names" >&2; exit 1; }
fi
rm -rf "$build/site" "$build/site-with-address"
cd "$here/../.."
"$tsg" build --locale en -o "$build/site"
"$tsg" build --locale en --address https://help.example.com/azure -o "$build/site-with-address"
[ $# -gt 0 ] || set -- "$here"/*.test.mjs
TSG_PROGRAM=$tsg TSG_SITE_BUILD=$build exec node --test --test-concurrency=2 "$@"
