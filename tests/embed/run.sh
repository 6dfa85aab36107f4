#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh BUILD_FOLDER [CXX_FLAGS]: installs a build, then builds and runs the embedder against it.
set -eu
source=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$1" --prefix "$folder/prefix" > /dev/null
cmake -S "$source" -B "$folder/build" -DCMAKE_PREFIX_PATH="$folder/prefix" -DCMAKE_CXX_FLAGS="${2:-}" > /dev/null
cmake --build "$folder/build" > /dev/null
"$folder/build/embedder" "$source/../cli/base" printer "$source/../cli/base/facts.json" > "$folder/out.md"
grep -q 'tray upper' "$folder/out.md"
"$folder/prefix/bin/tsg" --version
