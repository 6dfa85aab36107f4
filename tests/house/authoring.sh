#!/bin/sh
# SPDX-License-Identifier: MIT
# authoring.sh TSG TEST_TOOLS: does what docs/authoring.md says in an empty folder: its commands run, its files are written, in
# their order. After every `tsg check` nothing is found, not even an info, and at every `tsg test` all scenarios pass.
#
# A program without `tsg test` has its scenarios run by TEST_TOOLS, so that nothing is skipped.
set -eu
program=$(realpath "$1")
runner=$(realpath "$2")
page=$(realpath "$(dirname "$0")/../../docs/authoring.md")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

scenarios() {
  if "$program" test --help > /dev/null 2>&1; then
    "$program" test
  else
    TSG_TEST_PACK=$PWD "$runner" "the scenarios of the pack that the environment names pass"
  fi
}
tsg() {
  case $1 in
    test) scenarios ;;
    check) "$program" "$@" --level info --max-warnings 0 && ! "$program" "$@" --level info --format short | grep ': info\[' ;;
    *) "$program" "$@" ;;
  esac
}

commands=0
files=0
checks=0
target=
while IFS= read -r line; do
  if [ -n "$target" ]; then
    if [ "$line" = '```' ]; then target=; else printf '%s\n' "$line" >> "$target"; fi
    continue
  fi
  case $line in
    '```'*' '*)
      target=${line#* }
      mkdir -p "$(dirname "$target")"
      : > "$target"
      files=$((files + 1))
      ;;
    '    '*)
      command=${line#    }
      case $command in 'tsg check'* | 'tsg test'*) checks=$((checks + 1)) ;; esac
      # In this shell: a page may change the folder.
      if ! eval "$command" > told 2>&1 < /dev/null; then
        echo "authoring: \`$command\` fails:" >&2
        cat told >&2
        exit 1
      fi
      rm -f told
      commands=$((commands + 1))
      ;;
  esac
done < "$page"
"$program" resolve printer --facts guides/printer/facts/one-tray-empty.json | grep -q 'Tray upper of printer hall has no paper' ||
  { echo "authoring: the guide does not find the empty tray" >&2; exit 1; }
echo "$commands commands and $files files of the page, $checks of them checks and tests"
[ "$commands" -ge 20 ] && [ "$files" -ge 8 ] && [ "$checks" -ge 8 ]
