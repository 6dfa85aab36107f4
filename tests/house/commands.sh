#!/bin/sh
# SPDX-License-Identifier: MIT
# commands.sh TSG: runs the `tsg` commands of README.md and docs/command-line.md in a copy of the repository's content,
# where facts/ are those of a real 502. None may fail; at least five must be found.
set -eu
program=$(realpath "$1")
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r guides rules tsg.toml "$folder"
cp -r guides/application-gateway-502/facts/lab-502 "$folder/facts"
sed -n 's/^    \(\.\/tsg-dev \)\{0,1\}\(tsg .*\)$/\2/p' README.md docs/command-line.md > "$folder/commands"
# Not the sessions of whoever runs this: some commands remove.
export XDG_STATE_HOME="$folder/state"
run=0
failed=0
while read -r line; do
  run=$((run + 1))
  code=0
  # A server runs until Ctrl-C, and its port may be taken.
  case $line in
    'tsg preview'* | 'tsg serve'*)
      options=${line#tsg }
      case $options in *--port*) ;; *) options="$options --port 0" ;; esac
      mkdir -p "$folder/gathered"
      (cd "$folder" && timeout --signal=INT 5 "$program" $options) > "$folder/out" 2>&1 < /dev/null || code=$?
      [ "$code" -eq 124 ] && grep -q ' at http' "$folder/out" || { echo "house: \`$line\` ends with $code:" >&2; head -5 "$folder/out" >&2; failed=1; }
      continue
      ;;
  esac
  (cd "$folder" && PATH="$folder/bin:$PATH" sh -c "tsg() { \"$program\" \"\$@\"; }; $line") > "$folder/out" 2>&1 < /dev/null || code=$?
  if [ "$code" -gt 1 ]; then
    echo "house: \`$line\` ends with $code:" >&2
    head -5 "$folder/out" >&2
    failed=1
  fi
done < "$folder/commands"
echo "$run commands of the documents run"
[ "$run" -ge 5 ] && [ "$failed" -eq 0 ]
