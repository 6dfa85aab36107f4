#!/bin/sh
# SPDX-License-Identifier: MIT
# The example in docs/embedding.md is the program that tests/embed builds and runs, and it is short.
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed -n '/^```cpp$/,/^```$/p' docs/embedding.md | sed '1d;$d' > "$folder/shown"
sed '/^\/\//d' tests/embed/main.cpp > "$folder/tested"
diff -u "$folder/tested" "$folder/shown" || { echo "house: docs/embedding.md does not show tests/embed/main.cpp" >&2; exit 1; }
lines=$(sed -n '/^int main/,/^}/p' "$folder/tested" | wc -l)
[ "$lines" -le 12 ] || { echo "house: the example has $lines lines" >&2; exit 1; }
