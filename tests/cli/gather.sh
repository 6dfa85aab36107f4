#!/bin/sh
# SPDX-License-Identifier: MIT
# gather.sh TSG: the scripts of `tsg requires --script`, run against an `az` that answers from files. Whatever the
# parameters and the catalogue hold, the command gets them as they are and nothing else runs.
set -eu
tsg=$(realpath "$1")
cd "$(dirname "$0")/../.."
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "gather: $*" >&2; exit 1; }

mkdir "$work/bin" "$work/canary"
# Says what it was called with, one argument a line, and answers by what it was asked.
cat > "$work/bin/az" <<END
#!/bin/sh
for argument in "\$@"; do printf '%s\n' "\$argument" >> "$work/called"; done
echo -- >> "$work/called"
facts="$here/guides/application-gateway-502/facts/lab-502"
case "\$*" in
  version*) echo 2.66.0 ;;
  *show-backend-health*) [ -z "\${AZ_BROKEN:-}" ] || { echo '{"half":'; exit 3; }; cat "\$facts/backendHealth.json" ;;
  *application-gateway*show*) cat "\$facts/applicationGateway.json" ;;
  *nsg*list*) cat "\$facts/backendNsg.json" ;;
  *show-next-hop*) [ -n "\${AZ_SILENT:-}" ] || cat "\$facts/backendRoute.json" ;;
  *subnet*show*) cat "\$facts/gatewaySubnetPrefix.json" ;;
  *) exit 9 ;;
esac
END
chmod +x "$work/bin/az"
PATH=$work/bin:$PATH
cd "$work/canary"

"$tsg" requires application-gateway-502 --pack "$here" --script -o ../gather.sh
if command -v shellcheck > /dev/null; then shellcheck ../gather.sh; fi
absent="networkCards gatewaySubnetNsg gatewaySubnetRouteTable virtualNetwork resourceHealth gatewaySubnet vnet vnetGateways
  gatewayConnections publicIps effectiveRoutesSameVnet gatewayMetrics connectivityCheck effectiveNsg"
# All parameters but the name and the folder, and no document that the recorded answers lack.
gather() {
  set -- --resourceGroup rg --gatewaySubnetId /subnets/1 --backendResourceGroup rg2 --backendNsgName nsg1 \
    --gatewayNsgName nsg2 --sourceVm vm1 --sourceAddress 10.0.0.4 --serverAddress 10.0.0.5 "$@"
  for document in $absent; do set -- --skip "$document" "$@"; done
  sh ../gather.sh "$@" 2> ../told
}

# What it gathers resolves as the facts themselves do.
gather --name gw ../plain || fail "it does not run: $(cat ../told)"
[ -e ../plain/now.json ] || fail "the time is not recorded"
for hand in request dnsLookups serviceTags now; do
  cp "$here/guides/application-gateway-502/facts/lab-502/$hand.json" ../plain
done
outcomes() { "$tsg" resolve application-gateway-502 --pack "$here" --facts "$1" --format json 2>> ../told | grep -A3 '"outcomes"'; }
outcomes ../plain | grep -q '"target"' || fail "there is no result: $(cat ../told)"
[ "$(outcomes ../plain)" = "$(outcomes "$here/guides/application-gateway-502/facts/lab-502")" ] || fail "another result"
grep -q '"tool": "azure-cli 2.66.0"' ../plain/_gathered.json || fail "the tool is not recorded"
grep -q '"command": "az network application-gateway show -g rg -n gw -o json"' ../plain/_gathered.json || fail "the command is not recorded"
[ "$(ls -A ../plain | grep -c '^\.')" = 0 ] || fail "temporary files are left"

# Hostile values stay words.
number=0
while IFS= read -r value; do
  number=$((number + 1))
  : > ../called
  gather --name "$value" "../hostile$number" || fail "$value: $(cat ../told)"
  grep -qxF -e "$value" ../called || fail "az was not given: $value"
  "$tsg" resolve application-gateway-502 --pack "$here" --facts "../hostile$number" > /dev/null 2>&1 || fail "facts with $value are refused"
done <<'END'
my gateway
$(touch pwned)
`touch pwned`
a"; touch pwned; "
a'; touch pwned; '
${HOME}
*
a\nb\\
"quoted" 'twice'
| touch pwned
{name}
größe
END
TSG_name='$(touch pwned)' gather ../environment || fail "the environment is not read"
[ "$number" -eq 12 ] || fail "$number values"
ls -A | grep . && fail "something ran"
gather --name "two
lines" ../lines || fail "two lines: $(cat ../told)"
"$tsg" resolve application-gateway-502 --pack "$here" --facts ../lines > /dev/null 2>&1 || fail "two lines are refused"

# A command that fails, or prints nothing, leaves no file and is told.
code=0
AZ_BROKEN=1 AZ_SILENT=1 gather --name gw ../broken || code=$?
[ "$code" -eq 1 ] || fail "a failed command ends with $code"
[ ! -e ../broken/backendHealth.json ] && [ ! -e ../broken/backendRoute.json ] || fail "a partial file is left"
[ -e ../broken/applicationGateway.json ] || fail "the others are not gathered"
grep -q 'backendHealth is not gathered: az ended with 3' ../told || fail "the failure is not told"
grep -q 'backendRoute is not gathered: az printed nothing' ../told || fail "the silence is not told"
grep -q backendHealth ../broken/_gathered.json && fail "what failed is recorded"
"$tsg" resolve application-gateway-502 --pack "$here" --facts ../broken > /dev/null 2>&1 || fail "the rest is refused"

# Usage.
usage() {
  told=$1
  shift
  code=0
  "$@" || code=$?
  [ "$code" -eq 2 ] || fail "$told: ends with $code"
  grep -qF -e "$told" ../told || fail "$told: is not told"
}
usage '--name is missing' gather ../usage
usage '--name begins with a hyphen' gather --name -x ../usage
usage 'there is no option --nam' gather --nam x ../usage
usage '--name has no value' gather --name
usage 'there is no document x' gather --name gw --skip x ../usage
usage 'is there and not empty' gather --name gw ../plain
[ ! -e ../usage ] || fail "a folder is made for a wrong command line"
set -- --resourceGroup rg --name gw
for document in gatewaySubnetPrefix backendNsg backendRoute $absent; do set -- "$@" --skip "$document"; done
sh ../gather.sh "$@" ../few 2> ../told || fail "what is skipped is needed"
[ "$(ls ../few | tr '\n' ' ')" = "_gathered.json applicationGateway.json backendHealth.json now.json " ] || fail "gathered: $(ls ../few)"

# A catalogue's words are only words, too.
cp -r "$here/tests/cli/base" ../pack
sed -i '4s/.*/gather = ["az", "version", "$(touch pwned)", "it'"'"'s {name}{2} {a b}", "`touch pwned`", "{}", "", "\\"{other}\\\\"]/' ../pack/rules/office/facts.toml
"$tsg" requires printer --pack ../pack --script -o ../office.sh
if command -v shellcheck > /dev/null; then shellcheck -S warning ../office.sh; fi
: > ../called
sh ../office.sh --name 'hall $(touch pwned)' --other o ../office 2> ../told || fail "$(cat ../told)"
head -7 ../called > ../first
cat > ../expected <<'END'
version
$(touch pwned)
it's hall $(touch pwned){2} {a b}
`touch pwned`
{}

"o\
END
sed -n 7p ../called | grep -qxF '"o\' || { cat ../called; fail "the catalogue's words changed"; }
diff ../expected ../first || fail "the catalogue's words changed"
ls -A | grep . && fail "something of the catalogue ran"
echo "scripts that gather: all cases pass"
