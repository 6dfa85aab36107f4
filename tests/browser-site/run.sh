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
"$here/modules.sh" "$build"
rm -rf "$build/site" "$build/site-with-address"
cd "$here/../.."
"$tsg" build --locale en -o "$build/site"
"$tsg" build --locale en --address https://help.example.com/azure -o "$build/site-with-address"
[ $# -gt 0 ] || set -- "$here"/*.test.mjs
TSG_PROGRAM=$tsg TSG_SITE_BUILD=$build exec node --test --test-concurrency=2 "$@"
