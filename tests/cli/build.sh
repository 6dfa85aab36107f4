#!/bin/sh
# SPDX-License-Identifier: MIT
# build.sh TSG: `tsg build` as its users meet it: the same bytes twice, an incremental build equal to a clean one, the
# former site whole after an error and after kill -9, no word for agents, the other formats.
set -eu
tsg=$1
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
fail() { echo "build: $*" >&2; failed=1; }
pack=$folder/pack
mkdir "$pack"
cp -r tsg.toml guides rules "$pack"
sed -i 's|^\[site\]$|[site]\naddress = "https://help.example.com"\nsupport = "https://example.com/ask"|' "$pack/tsg.toml"
printf '\n[site.redirects]\n"old-vpn-article" = "reset-vpn-gateway"\n' >> "$pack/tsg.toml"
cd "$pack"
# Words for agents, in each of the places where they may stand.
echo 'Onlyforagents: onlyforagents' >> guides/site-to-site-vpn/steps/scope.md
for file in guides/articles/reset-vpn-gateway.md guides/site-to-site-vpn/summary.md; do
  printf '\n<!-- audience: agent -->\nSee onlyforagents.\n<!-- /audience -->\n' >> "$file"
done
site=$folder/site
build() { "$tsg" build -o "$1" > "$folder/said" 2>&1; }

# A clean build of the pack as it is, to compare with.
same_as_clean() {
  "$tsg" build -o "$folder/clean" --anew > /dev/null 2>&1 || { fail "$1: the clean build failed"; return 0; }
  diff -r "$site" "$folder/clean" > "$folder/difference" || { fail "$1: an incremental build differs from a clean one"; head -5 "$folder/difference" >&2; }
  rm -rf "$folder/clean" "$folder/.clean.tsg"
}

build "$site" || { cat "$folder/said" >&2; exit 1; }
build "$folder/second"
diff -r "$site" "$folder/second" > /dev/null || fail "two builds differ"
for file in index.html 404.html search.html sitemap.xml robots.txt guides/site-to-site-vpn/index.html articles/old-vpn-article.html; do
  [ -s "$site/$file" ] || fail "$file is missing"
done
grep -q 'url=reset-vpn-gateway.html' "$site/articles/old-vpn-article.html" || fail "the redirect leads elsewhere"
grep -q '<loc>https://help.example.com/articles/reset-vpn-gateway.html</loc>' "$site/sitemap.xml" || fail "the sitemap lacks an article"
grep -rq 'onlyforagents' "$site" && fail "the site holds words for agents"

# Edits of every kind, each followed by an incremental build.
article=guides/articles/reset-vpn-gateway.md
step=guides/site-to-site-vpn/steps/scope.md
echo 'One more sentence.' >> "$article"
build "$site" && same_as_clean "an article changed"
sed -i 's/^We first make sure/We make sure/' "$step"
build "$site" && same_as_clean "a step changed"
sed 's/articleId="reset-vpn-gateway"/articleId="another-one"/; s/supportTopicIds="[^"]*"/supportTopicIds="32583001"/' "$article" > guides/articles/another.md
build "$site" && same_as_clean "an article was added"
mv guides/articles/another.md guides/articles/moved.md
build "$site" && same_as_clean "an article was renamed"
[ -f "$site/topics/32583001.html" ] || fail "the new topic has no page"
rm guides/articles/moved.md
build "$site" && same_as_clean "an article went"
[ ! -e "$site/articles/another-one.html" ] || fail "a stale page stayed"
[ ! -e "$site/topics/32583001.html" ] || fail "the list of a topic that is no more stayed"
sed -i 's/^title = .*/title = "Another title"/' tsg.toml
build "$site" && same_as_clean "settings changed"
mkdir theme
printf '<footer>{{ site.title }}</footer></div></body></html>\n' > theme/foot.html
printf 'body { color: red }\n' > theme/style.css
build "$site" || cat "$folder/said" >&2
rm -r theme
build "$site" && same_as_clean "a theme came and went"
before=$(stat -c %Y.%s "$article"); sed -i 's/sentence/Sentence/' "$article"; touch -d "@${before%.*}" "$article"
build "$site" && same_as_clean "an article changed with its size and time kept"
printf 'changed by hand' > "$site/index.html"
build "$site" && same_as_clean "a page was changed by hand"

# Errors leave the former site.
cp -r "$site" "$folder/former"
printf '\n[gone](no-such-file.md) and [no heading](#nowhere)\n' >> "$article"
code=0; build "$site" || code=$?
[ "$code" -eq 1 ] || fail "broken links: exit $code"
line=$(wc -l < "$article")
grep -q -- "--> $article:$line:8" "$folder/said" || { fail "no place of the broken link"; cat "$folder/said" >&2; }
grep -q 'TSG743' "$folder/said" || fail "the broken anchor is not told"
diff -r "$site" "$folder/former" > /dev/null || fail "an error changed the site"
"$tsg" build -o "$site" --allow-broken-links > /dev/null 2>&1 || fail "--allow-broken-links does not publish"
sed -i '$d' "$article"
mkdir "$folder/own"; echo mine > "$folder/own/file"
code=0; build "$folder/own" || code=$?
[ "$code" -eq 2 ] && [ -f "$folder/own/file" ] || fail "a folder with other files is replaced (exit $code)"
code=0; build . || code=$?
[ "$code" -eq 2 ] || fail "the working folder as the site: exit $code"
grep -v 'issueDescription' "$step" > "$folder/step" && cp "$folder/step" "$step"
code=0; build "$site" || code=$?
[ "$code" -eq 1 ] && grep -q 'TSG745' "$folder/said" || fail "a step without words for customers is published"
git -C "$OLDPWD" show HEAD:"$step" > "$step" 2>/dev/null || cp "$OLDPWD/$step" "$step"

# Killed at any moment: the site is the former one or the next, whole.
sentence() { sed -i '$d' "$article"; echo "Sentence number $1." >> "$article"; }
sentence 0; build "$site"
for round in $(seq 1 25); do
  rm -rf "$folder/former" "$folder/next" "$folder/.next.tsg"
  cp -r "$site" "$folder/former"
  sentence "$round"
  "$tsg" build -o "$folder/next" --anew > /dev/null 2>&1
  setsid "$tsg" build -o "$site" > /dev/null 2>&1 &
  builder=$!
  sleep "$(awk -v r="$round" 'BEGIN { srand(r); printf "%.3f", rand() * 0.15 }')"
  kill -9 "$builder" 2> /dev/null || true
  wait "$builder" 2> /dev/null || true
  diff -rq "$site" "$folder/former" > /dev/null || diff -rq "$site" "$folder/next" > /dev/null || fail "round $round: killed, and the site is neither"
done
build "$site" && same_as_clean "after the kills"

# For other programs.
"$tsg" build --format fragments -o "$folder/fragments" > /dev/null 2>&1
python3 -c 'import json,sys; json.load(open(sys.argv[1]))' "$folder/fragments/index.json" || fail "index.json is no JSON"
grep -q '^<div class="tsg">' "$folder/fragments/articles/reset-vpn-gateway.html" || fail "a fragment is no fragment"
grep -q '<script' "$folder/fragments/articles/reset-vpn-gateway.html" && fail "a fragment holds a script"
"$tsg" build --format json -o "$folder/json" > /dev/null 2>&1
python3 -c 'import json,sys; r = json.load(open(sys.argv[1])); assert r["title"] and r["html"] and r["text"] and "<" not in r["text"][:50]' \
  "$folder/json/articles/reset-vpn-gateway.json" || fail "a record lacks its words"
[ "$failed" -eq 0 ] && echo "build: all cases pass"
exit "$failed"
