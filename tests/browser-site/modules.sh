#!/bin/sh
# SPDX-License-Identifier: MIT
# modules.sh BUILD_DIR: installs what package-lock.json names into BUILD_DIR, once; two that come at the same time wait for each other.
set -eu
build=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
for program in node npm chromium flock; do
  command -v "$program" >/dev/null || { echo "modules.sh: $program is missing: ./tsg-dev install browser" >&2; exit 1; }
done
exec 9>"$build/npm-wait"
flock 9
cp "$here/package.json" "$build/"
# The lock is copied last: it is there when everything it names is.
if ! cmp -s "$here/package-lock.json" "$build/package-lock.json" || [ ! -d "$build/node_modules" ]; then
  rm -f "$build/package-lock.json"
  cp "$here/package-lock.json" "$build/npm-lock"
  (cd "$build" && mv npm-lock package-lock.json && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error) ||
    { rm -f "$build/package-lock.json"; echo "modules.sh: npm cannot install what package-lock.json names" >&2; exit 1; }
fi
