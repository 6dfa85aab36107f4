#!/bin/sh
# SPDX-License-Identifier: MIT
# The check of the rooms must itself be able to fail.
set -eu
cd "$(dirname "$0")/../.."
check=$PWD/tests/house/rooms.awk
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p engine/text engine/lua engine/model renderers/search tools/sessions
refuses() {
  echo "$2" > "$1"
  if awk -f "$check" "$1" 2>/dev/null; then echo "house: rooms.awk let through in $1: $2" >&2; exit 1; fi
}
refuses engine/text/a.h '#include "engine/model/article.h"'
refuses engine/model/a.h '#include "engine/diagnostics/code.h"'
refuses engine/lua/a.h '#include "engine/evaluator/walk.h"'
refuses engine/model/a.h '#include <lua.h>'
refuses engine/lua/a.h '#include "rule.h"'
refuses renderers/search/a.h '#include "renderers/html_page.h"'
refuses tools/sessions/a.h '#include "tools/console.h"'
refuses tools/a.h '#include <sqlite3.h>'
echo '#include "engine/text/utf8.h"' > engine/lua/a.h
awk -f "$check" engine/lua/a.h
