#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh BUILD_DIR: lints docs/openapi.json, generates a client from it into BUILD_DIR, and runs the tests of this folder. With TSG_URL
# (and TSG_TOKEN) the client walks a guide through the `tsg serve` there. The node modules of package-lock.json are installed into
# BUILD_DIR once.
set -eu
mkdir -p "$1"
build=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
for program in node npm; do
  command -v "$program" >/dev/null || { echo "run.sh: $program is missing: ./tsg-dev install browser" >&2; exit 1; }
done
cp "$here/package.json" "$here/openapi-ts.config.mjs" "$here/../../docs/openapi.json" "$build/"
# The lock is copied last: it is there when everything it names is.
if ! cmp -s "$here/package-lock.json" "$build/package-lock.json" || [ ! -d "$build/node_modules" ]; then
  rm -f "$build/package-lock.json"
  cp "$here/package-lock.json" "$build/npm-lock"
  (cd "$build" && mv npm-lock package-lock.json && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
    { rm -f "$build/package-lock.json"; echo "run.sh: npm cannot install what package-lock.json names" >&2; exit 1; }
fi
cd "$build"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
node_modules/.bin/redocly lint --extends=recommended --max-problems=20 --format=summary openapi.json > lint.txt 2>&1 || { cat lint.txt; exit 1; }
if grep -Ei 'warning|error' lint.txt; then cat lint.txt; exit 1; fi
rm -rf client client-js
node_modules/.bin/openapi-ts -f openapi-ts.config.mjs > generated.txt 2>&1 || { cat generated.txt; exit 1; }
node_modules/.bin/tsc --strict --target es2022 --module commonjs --moduleResolution node10 --skipLibCheck \
  --lib es2022,dom,dom.iterable --outDir client-js client/*.ts
TSG_API_BUILD=$build exec node --test "$here"/*.test.mjs
