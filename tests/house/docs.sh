#!/bin/sh
# SPDX-License-Identifier: MIT
# The documents against the sources: every message code and every limit is documented, every link leads somewhere.
set -eu
cd "$(dirname "$0")/../.."
failed=0
fail() { echo "house: $*" >&2; failed=1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat engine/diagnostics/*_codes.h | grep -o '"TSG[0-9]*"' | tr -d '"' | sort > "$folder/codes"
grep -o '^### TSG[0-9]*' docs/diagnostics.md | cut -c5- | sort > "$folder/pages"
difference=$(diff "$folder/codes" "$folder/pages" | grep '^[<>]' || true)
[ -z "$difference" ] || fail "docs/diagnostics.md and the codes differ:" $difference
for limit in $(grep -o '^inline constexpr [a-z:0-9_]* [a-z_]*' engine/model/limits.h | awk '{print $4}'); do
  grep -q "\`$limit\`" docs/limits.md || fail "docs/limits.md does not name $limit"
done
for limit in $(grep -o '^inline constexpr [a-z:0-9_]* [a-z_]*' tools/server/server_limits.h | awk '{print $4}'); do
  grep -q "\`$limit\`" docs/server.md || fail "docs/server.md does not name $limit"
done
for limit in $(grep -o '^inline constexpr [a-z:0-9_]* [a-z_]*' tools/sessions/session_limits.h | awk '{print $4}'); do
  grep -q "\`$limit\`" docs/sessions.md || fail "docs/sessions.md does not name $limit"
done
for page in README.md CHANGELOG.md docs/*.md docs/decisions/*.md; do
  for link in $(awk '/^```/ { code = !code; next } !code' "$page" | grep -o '](\([^)#]*\)' | cut -c3- | grep -v '^https\?:' | grep -v '^mailto:' || true); do
    [ -e "$(dirname "$page")/$link" ] || fail "$page links to $link, which is not there"
  done
done
exit "$failed"
