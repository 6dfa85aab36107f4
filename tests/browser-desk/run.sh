#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh TSG BUILD_DIR [TEST...]: starts `tsg serve` over the repository's own pack and uses it in Chromium as an agent does: every
# *.test.mjs of this folder, or those named. TSG_EVERY_PLACE=1 writes every hostile value, TSG_EVERY_PAGE=1 looks at every page. The node modules are those of
# ../browser-site, in the same BUILD_DIR.
set -eu
tsg=$(realpath "$1")
mkdir -p "$2"
build=$(realpath "$2")
shift 2
here=$(cd "$(dirname "$0")" && pwd)
"$here/../browser-site/modules.sh" "$build"
cd "$here/../.."
[ $# -gt 0 ] || set -- "$here"/*.test.mjs
TSG_PROGRAM=$tsg TSG_SITE_BUILD=$build exec node --test --test-concurrency=2 "$@"
