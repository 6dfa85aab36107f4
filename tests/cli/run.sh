#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh TSG: every folder of cases/ is one run of the program as its user sees it.
#
#   cases/<name>/command    the shell lines to run, in a copy of base/ with the case's own pack/ laid over it
#   cases/<name>/expected   exit code, standard output, standard error, and what is left of files the case names
#
# TSG_ACCEPT=1 writes what is printed now as expected.
set -eu
tsg=$(realpath "$1")
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export tsg
passed=0
failed=0
for case in cases/*/; do
  name=$(basename "$case")
  rm -rf "$work/$name"
  cp -r base "$work/$name"
  [ -d "$case/pack" ] && cp -r "$case/pack/." "$work/$name/"
  (
    cd "$work/$name"
    code=0
    sh "$here/$case/command" > ../stdout 2> ../stderr < /dev/null || code=$?
    echo "exit $code"
    echo "--- stdout"; cat ../stdout
    echo "--- stderr"; cat ../stderr
  ) > "$work/got"
  if [ "${TSG_ACCEPT:-}" = 1 ]; then cp "$work/got" "$case/expected"; fi
  if diff -u "$case/expected" "$work/got"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAIL $name"; fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
