#!/bin/sh
# SPDX-License-Identifier: MIT
# The checks of the house that need no build: layout, licence lines, order of the rooms, documents.
set -eu
cd "$(dirname "$0")/../.."
failed=0
fail() { echo "house: $*" >&2; failed=1; }

sources=$(git ls-files -co --exclude-standard '*.h' '*.cpp')
if [ -n "$sources" ]; then
  echo "$sources" | xargs clang-format --dry-run -Werror 2>&1 | head -20 | grep . && fail "run ./tsg-dev format"
  long=$(echo "$sources" | xargs wc -l | awk '$2 != "total" && $1 > 500 {print $2 " (" $1 " lines)"}')
  [ -z "$long" ] || fail "over 500 lines: $long"
fi
for file in $(git ls-files -co --exclude-standard '*.h' '*.cpp' '*.lua' '*.sh' '*.py' '*.cmake' 'CMakeLists.txt' '*/CMakeLists.txt' tsg-dev .ci/run); do
  [ -f "$file" ] || continue
  head -3 "$file" | grep -q 'SPDX-License-Identifier: MIT' || fail "$file: no SPDX line in its first three lines"
done
awk -f tests/house/rooms.awk $sources || failed=1
tests/house/rooms_selftest.sh || failed=1
if [ -x tests/house/docs.sh ]; then tests/house/docs.sh || failed=1; fi
tests/house/embedding.sh || failed=1
[ "$failed" -eq 0 ] && echo "house: all checks pass"
exit "$failed"
