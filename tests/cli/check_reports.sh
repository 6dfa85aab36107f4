#!/bin/sh
# SPDX-License-Identifier: MIT
# check_reports.sh TSG: what `tsg check` writes for other programs, against the published schemas of those programs.
set -eu
tsg=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "check_reports: $*" >&2; exit 1; }
mkdir "$folder/articles"
printf '\357\273\277<properties\n  articleid="a b"\n  selfHelpType="generik"\n/>\n\n##No title\n\n[x] (https://aka.ms/y) </br>\n' > "$folder/articles/bad & \"odd\".md"
printf '\001\377<b>]]>&\n' > "$folder/articles/hostile.md"
printf '<properties\n  articleId="a b"\n/>\n' > "$folder/articles/twin.md"
cd "$folder"
code=0
"$tsg" check articles --level info --format sarif -o out.sarif || code=$?
[ "$code" = 1 ] || fail "exit code $code, not 1"
"$tsg" check articles --level info --format junit -o out.xml || true
"$tsg" check articles --level info --format json -o out.json || true
"$tsg" check articles --level info --format jsonl -o out.jsonl || true
"$tsg" check articles --format github > out.github || true
/usr/bin/python3 - "$here/../schemas/sarif-2.1.0.json" <<'PYTHON'
import json, sys
import jsonschema
sarif = json.load(open("out.sarif"))
schema = json.load(open(sys.argv[1]))
jsonschema.validators.validator_for(schema)(schema).validate(sarif)
results = sarif["runs"][0]["results"]
assert len(results) > 10, "too few results to say anything"
broken = json.loads(json.dumps(sarif))
broken["runs"][0]["results"][0]["level"] = "grave"
try:
    jsonschema.validators.validator_for(schema)(schema).validate(broken)
    sys.exit("the schema finds nothing wrong in a wrong file")
except jsonschema.ValidationError:
    pass
report = json.load(open("out.json"))
lines = [json.loads(line) for line in open("out.jsonl")]
assert len(lines) == len(results) == sum(len(f["findings"]) for f in report["files"])
# A fix says which bytes become what: applied, it is what --fix writes.
fixes = [r for r in results if "fixes" in r]
assert fixes, "no result has a fix"
PYTHON
xmllint --noout --schema "$here/../schemas/junit.xsd" out.xml 2> xmllint.log || { cat xmllint.log >&2; fail "JUnit"; }
sed 's/failures="/failures="x/' out.xml > wrong.xml
! xmllint --noout --schema "$here/../schemas/junit.xsd" wrong.xml 2> /dev/null || fail "the schema finds nothing wrong in a wrong file"
grep -q '^::error file=' out.github || fail "no workflow command"
! grep -qv '^::' out.github || fail "a line that is no workflow command"
echo "SARIF and JUnit are valid"
