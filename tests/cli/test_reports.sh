#!/bin/sh
# SPDX-License-Identifier: MIT
# test_reports.sh TSG: what `tsg test` writes for other programs: JUnit against its schema, JSON against the same run.
set -eu
tsg=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "test_reports: $*" >&2; exit 1; }
cp -r "$here/base/." "$folder"
for case in test-passes test-differs test-refused; do cp -r "$here/cases/$case/pack/." "$folder"; done
cd "$folder"
# What a title and facts hold may not leave its place in the report.
sed 's|^title = .*|title = "<b>]]>\& \\u0001 \\""|; s|"words that no page has"|"</failure> \\u001b"|' guides/printer/scenarios/all-wrong.toml > guides/printer/scenarios/hostile.toml
code=0
"$tsg" test --format junit -o out.xml || code=$?
[ "$code" = 3 ] || fail "exit code $code, not 3"
"$tsg" test --format json -o out.json || true
"$tsg" test --format json --jobs 1 -o one.json || true
cmp out.json one.json || fail "the bytes depend on the number of threads"
xmllint --noout --schema "$here/../schemas/junit.xsd" out.xml 2> xmllint.log || { cat xmllint.log >&2; fail "JUnit"; }
sed 's/failures="/failures="x/' out.xml > wrong.xml
! xmllint --noout --schema "$here/../schemas/junit.xsd" wrong.xml 2> /dev/null || fail "the schema finds nothing wrong in a wrong file"
/usr/bin/python3 - <<'PYTHON'
import json
import xml.etree.ElementTree as tree
report = json.load(open("out.json"))
suite = tree.parse("out.xml").getroot()
cases = {case.get("name"): case for case in suite.findall("testcase")}
assert len(cases) == len(report["scenarios"]) == report["counts"]["scenarios"] == 7, len(cases)
for scenario in report["scenarios"]:
    case = cases[scenario["scenario"]]
    assert scenario["passed"] == (len(case) == 0)
    assert scenario["refused"] == (case.find("error") is not None)
    assert scenario["passed"] == (not scenario["findings"])
assert int(suite.get("failures")) == sum(not s["passed"] and not s["refused"] for s in report["scenarios"]) == 2
assert int(suite.get("errors")) == sum(s["refused"] for s in report["scenarios"]) == 3
PYTHON
echo "JUnit is valid"
