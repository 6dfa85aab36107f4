# SPDX-License-Identifier: MIT
"""Rules that try to tell a secret: each way is refused, or tells only that it is one.

Not held against rules: what they learn by comparing. A rule may ask whether two secrets are equal and answers by that;
authors who build secrets to compare with could find one out bit by bit, and `tsg` trusts the authors of a pack so far.
"""
import json
import os

# name -> what `decide` does with s, a secret text; i, a secret integer; m, a secret map; k, a map of secrets.
REFUSED = {
    "value": "return yes { V = s }",
    "number": "return yes { V = i }",
    "value-in-list": "return yes { V = { s } }",
    "list": "return yes { V = facts.vault.list }",
    "numbers": "return yes { V = facts.vault.numbers }",
    "object": "return yes { V = facts.vault.object }",
    "value-name": "return yes { [s] = 1 }",
    "subject": "finding(s, {}) return yes()",
    "finding-value": "finding('a', { V = s }) return yes()",
    "option": "return answer(s)",
    "reason": "return not_applicable(s)",
    "need": "return unknown { needs = { s } }",
    "need-one": "return unknown { any_of = { s } }",
    "need-path": "return unknown { needs = { fact_path(facts.vault, s) } }",
    "error": "error(s)",
    "error-table": "error({ s })",
    "assert": "assert(false, s)",
    "returned": "return s",
    "concat": "return yes { V = 'a' .. s }",
    "concat-before": "return yes { V = s .. 'a' }",
    "table-concat": "return yes { V = table.concat({ s }) }",
    "length": "return yes { V = #s }",
    "index": "return yes { V = s.x }",
    "call": "return yes { V = s() }",
    "write": "s.x = 1 return yes()",
    "less": "return yes { V = s < s }",
    "less-text": "return yes { V = s < 'm' }",
    "less-number": "return yes { V = i <= 5 }",
    "sort": "local t = { s, 'm' } table.sort(t) return yes { V = t[1] }",
    "add": "return yes { V = i + 1 }",
    "negate": "return yes { V = -i }",
    "bits": "return yes { V = i & 1 }",
    "floor": "return yes { V = math.floor(i) }",
    "max": "return yes { V = math.max(i, 0) }",
    "for": "for n = 1, i do end return yes()",
    "upper": "return yes { V = string.upper(s) }",
    "sub": "return yes { V = string.sub(s, 1, 8) }",
    "byte": "return yes { V = string.byte(s) }",
    "rep": "return yes { V = string.rep(s, 2) }",
    "find": "return yes { V = string.find(s, 'a', 1, true) }",
    "format-number": "return yes { V = string.format('%d', i) }",
    "format-quoted": "return yes { V = string.format('%q', s) }",
    "match": "return yes { V = text.match(s, '(.*)') }",
    "split": "return yes { V = text.split(s, '') }",
    "contains": "return yes { V = text.contains(s, 'a') }",
    "starts-with": "return yes { V = text.starts_with(s, 'a') }",
    "lower": "return yes { V = text.lower(s) }",
    "equal-fold": "return yes { V = text.equal_fold(s, s) }",
    "time": "return yes { V = time.parse(facts.vault.when) }",
    "host": "return yes { V = net.host_of(s) }",
    "prefix": "return yes { V = net.is_prefix(s) }",
    "utf8": "return yes { V = utf8.codepoint(s, 1) }",
    "keys": "for key in pairs(m) do return yes { V = key } end",
    "keys-of-secrets": "for key in pairs(k) do return yes { V = key } end",
    "require": "require(s) return yes()",
    "metatable": "getmetatable(s).__tostring = nil return yes()",
    "set-metatable": "setmetatable(s, {}) return yes()",
    "pairs": "for a, b in pairs(s) do return yes { V = b } end",
    "unpack": "return yes { V = table.unpack(s) }",
    "map-by-secret": "return yes { V = facts.own.map[s] }",
    "caught": "local _, message = pcall(function() return s .. s end) return yes { V = tostring(message) }",
    "raw-length": "return yes { V = rawlen(s) }",
}
# These give something, and it is nothing.
HARMLESS = {
    "text-of": "return yes { V = tostring(s), W = tostring(i) }",
    "number-of": "return yes { V = tostring(tonumber(i)), W = tostring(tonumber(s)) }",
    "type-of": "return yes { V = type(s), W = tostring(math.type(i)) }",
    "format": "return yes { V = string.format('%s', s) }",
    "equal-text": "return yes { V = s == 'a', W = s == tostring(s) }",
    "integer": "return yes { V = math.tointeger(i) }",
    "as-key": "local t = { [s] = 1 } return yes { V = t[s] ~= nil }",
    "length-of-list": "return yes { V = #facts.vault.list }",
}


def rule_of(body):
    return f"""-- SPDX-License-Identifier: MIT
return {{
  answers = {{ "yes" }},
  reads = {{ "vault", "mixed", "vaultMap", "own" }},
  decide = function(facts)
    local s, i, m, k = facts.vault.text, facts.vault.count, facts.vaultMap, facts.mixed.keys
    {body}
  end,
}}
"""


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


def check_leaking_rules(tsg, pack, facts, programs, judge):
    """Each is a check of one guide, so that all are run at once."""
    bodies = {**REFUSED, **HARMLESS}
    guide = os.path.join(pack, "guides", "inner-fork")
    with open(guide + "/guide.toml", "a") as file:
        for name in bodies:
            file.write(f'\n[checks.leak-{name}]\nshows = "outcome:ill"\n')
    for name, body in bodies.items():
        write(f"{pack}/rules/vault/leak-{name}.lua", rule_of(body))
    for form in ("json", "terminal"):
        done = programs.resolve("inner-fork", form, "agent", "--trace")
        if form == "json":
            checks = {each["check"]: each["verdict"] for each in json.loads(done.stdout)["checks"]}
    for name in bodies:
        kind = checks[f"leak-{name}"]["kind"]
        wanted = "answer" if name in HARMLESS else "error"
        if kind != wanted:
            judge.leaks.append(f"the rule `{name}` is not refused: {json.dumps(checks[f'leak-{name}'])[:400]}")
    return len(bodies)
