#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh [TSG] BUILD_DIR: lints docs/openapi.json, generates a client from it into BUILD_DIR, and runs the tests of this folder. With
# the program TSG a `tsg serve` is started, with a store of its own in BUILD_DIR: the client walks guides through it, its responses are
# held against the file, and the commands of docs/api.md are run. Without it a server at TSG_URL (and TSG_TOKEN) is walked, if any. The
# node modules of package-lock.json are installed into BUILD_DIR once.
set -eu
tsg=
if [ $# -eq 2 ]; then
  tsg=$(realpath "$1")
  shift
fi
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
export TSG_API_BUILD="$build"
[ -n "$tsg" ] || exec node --test "$here"/*.test.mjs

rm -rf store
mkdir store
"$tsg" serve --pack "$here/../.." --port 0 --store store/sessions.db 2> serve.txt &
server=$!
trap 'kill -INT $server 2>/dev/null || true' EXIT
waited=0
until TSG_URL=$(sed -n 's/.*the desk is at \(http[^ ]*\)\/ .*/\1/p' serve.txt) && [ -n "$TSG_URL" ]; do
  waited=$((waited + 1))
  if [ "$waited" -gt 600 ] || ! kill -0 "$server" 2>/dev/null; then cat serve.txt >&2; exit 1; fi
  sleep 0.1
done
export TSG_URL
failed=0
node --test "$here"/*.test.mjs || failed=1
"$here/responses.py" "$TSG_URL" || failed=1
"$here/commands.sh" "$TSG_URL" || failed=1
exit "$failed"
