#!/bin/sh
# SPDX-License-Identifier: MIT
# commands.sh URL: runs the `curl` commands of docs/api.md against the `tsg serve` at URL. ID stands for the session that the one before
# opened. Each must be answered with success.
set -eu
url=$1
docs=$(cd "$(dirname "$0")/../../docs" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# A line that ends with a backslash goes on in the next.
sed -n '/^    curl /,/[^\\]$/p' "$docs/api.md" | sed -e ':a' -e '/\\$/N; s/\\\n *//; ta' -e 's/^ *//' > "$folder/commands"
run=0
failed=0
id=
while read -r line; do
  run=$((run + 1))
  line=$(printf '%s\n' "$line" | sed -e "s|http://127.0.0.1:8800|$url|g" -e "s|/ID/|/$id/|g")
  sh -c "curl() { command curl --fail-with-body --max-time 60 \"\$@\"; }; $line" > "$folder/out" 2>&1 < /dev/null || {
    echo "api: \`$line\` fails:" >&2
    head -5 "$folder/out" >&2
    failed=1
  }
  opened=$(sed -n 's/^{"id":"\([a-z0-9]*\)".*/\1/p' "$folder/out")
  [ -z "$opened" ] || id=$opened
done < "$folder/commands"
echo "$run commands of docs/api.md run"
[ "$run" -ge 4 ] && [ "$failed" -eq 0 ]
