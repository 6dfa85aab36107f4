#!/bin/sh
# SPDX-License-Identifier: MIT
# import.sh TSG [ARTICLES]: drafts of guides from folders of articles, hostile ones of our own and every folder below ARTICLES that
# holds steps or a description. Each file is used or listed with the reason, the guide that is made reads without errors of form,
# each doubt is a finding, and nothing is written twice.
set -eu
tsg=$(realpath "$1")
shared=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "import: $*" >&2; exit 1; }
"$tsg" new pack pack > told 2>&1
cd pack

folders=0
# import_folder FOLDER [OPTIONS]
import_folder() {
  folders=$((folders + 1))
  folder=$1
  shift
  "$tsg" import "$folder" -o "guides/g$folders" "$@" > ../told 2> ../err || fail "$folder ends with $?: $(cat ../err)"
  there=$(find "$folder" -maxdepth 1 -name '*.md' -type f | wc -l)
  listed=$(grep -cE '^(summary|step|outcome|form|unused) ' ../told)
  [ "$there" -eq "$listed" ] || fail "$folder: $there articles, $listed listed"
  grep '^unused' ../told | grep -v ' (.*)$' && fail "$folder: no reason"
  doubts=$(grep -c '^# doubt: ' "guides/g$folders/guide.toml" || true)
  tail -1 ../told | grep -q " $doubts doubts\$" || fail "$folder: $doubts doubts in guide.toml, told: $(tail -1 ../told)"
}

mkdir ../hostile
article() { printf '<properties\n  pageTitle="t"\n  selfHelpType="%s"\n  articleId="%s"\n/>\n# %s\n\n%s\n' "$2" "$1" "$3" "$4" > "../hostile/$1"; }
article 'a b.md' TSG_Content 'Quote " and \ and $(touch pwned)' '<!-- Q "x"? 1. "a" = \ 2. ]] -->'
article '[steps].md' TSG_Content '[steps.x]' '<!-- # doubt: me? 1. next.yes = "a" 2. Yes -->'
article 'ä.md' TSG_Content 'Ä' ''
article 'end-of-draft.md' diagnostics 'End' ''
article "it's.md" TSG_Content "$(printf 'bell \a and \033[31m')" ''
article 'A.md' TSG_Content 'Same' ''
article 'a.md' TSG_Content 'Same' ''
article 'summary.md' TSG_Description 'One "summary"' ''
article 'zz.md' TSG_Description 'Two' ''
printf '\377\376\000' > ../hostile/bytes.md
printf '' > ../hostile/empty.md
printf 'no header\n' > ../hostile/plain.md
printf '<properties selfHelpType="TSG_Questions" articleId="q"/>\n# F\n---\n{"formElements": [{]}\n---\n' > ../hostile/form.md
import_folder ../hostile
[ ! -e pwned ] || fail "something ran"

if [ -n "$shared" ]; then
  for folder in "$shared"/articles/*/; do
    grep -lq 'selfHelpType="TSG_\(Description\|Content\)"' "$folder"*.md 2> /dev/null || continue
    import_folder "$folder"
    form=$(find "$shared/articles/tsgQuestions" -name '*.md' | sort | sed -n "$((folders % 3 + 1))p")
    import_folder "$folder" --form "$form"
  done
  [ "$folders" -gt 50 ] || fail "$folders folders"
else
  echo "no shared articles: only our own are imported"
fi

# Errors of an article's own words are the article's; the guide has none, and every doubt is told.
"$tsg" check . --format short --level warning > ../told 2>&1 || true
grep -E '(guide|facts|tsg)\.toml:[0-9]+:[0-9]+: error' ../told && fail "a guide that was made has errors"
told=$(grep -c 'TSG570' ../told || true)
written=$(cat guides/*/guide.toml | grep -c '^# doubt: ' || true)
[ "$told" -eq "$written" ] || fail "$written doubts, $told told"
for guide in guides/*/; do
  "$tsg" resolve "$(basename "$guide")" > ../told 2>&1 || grep -q 'TSG[1-4]' ../told || fail "$guide does not resolve: $(cat ../told)"
done
code=0
"$tsg" import ../hostile -o guides/g1 > ../told 2>&1 || code=$?
[ "$code" -eq 2 ] || fail "a guide was written over"
echo "$folders folders imported, $written doubts told"
