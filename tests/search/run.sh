#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh SCRIPT SEARCH_LINES: a test of the search in node, over our guides and, where they are, the shared articles.
# Without node or lunr (packages/browser.txt, packages/build.txt) it fails.
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
lunr=/usr/share/javascript/lunr/lunr.js
command -v node >/dev/null || { echo "search: node is missing" >&2; exit 1; }
[ -f "$lunr" ] || { echo "search: $lunr is missing" >&2; exit 1; }
node "$folder/$1" "$2" "$lunr" "$folder/../../guides"
if [ -d "${TSG_SHARED_DATA:-}/articles" ]; then
  exec node "$folder/$1" "$2" "$lunr" "$TSG_SHARED_DATA/articles"
fi
echo "TSG_SHARED_DATA is absent: nothing more compared"
