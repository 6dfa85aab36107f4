# SPDX-License-Identifier: MIT
"""run.py TSG: facts with a canary in every place, and every output searched for those it must not show.

TSG_CANARY_ALL=1 runs each form of each command; without it those that differ are run.
"""
import json
import os
import shutil
import sys
import tempfile
import time

from canary_facts import NOW, CanaryFacts
from desk import LookedAtDesk, look_at_preview
from judge import Judge
from leaking_rules import check_leaking_rules
from programs import Programs, look_at_store
from search_test import check_search

HERE = os.path.dirname(os.path.abspath(__file__))
ALL = os.environ.get("TSG_CANARY_ALL") == "1"


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def as_bytes(text):
    return text.encode("utf-8", "surrogateescape")


def write_facts(work, facts):
    """facts/ and other/, one folder of which a desk can be given, the same as lines; the broken ones."""
    given = {}
    for name in ("facts", "other"):
        documents = facts.documents()
        if name == "facts":
            documents["_gathered"] = facts.gathering()
        for key, document in documents.items():
            write(f"{work}/{name}/{key}.json", json.dumps(document, ensure_ascii=False).encode())
        given[name] = documents
    shutil.copytree(f"{work}/facts", f"{work}/folders/chosen")
    broken = {name: as_bytes(text) for name, text in facts.broken().items()}
    for name, text in broken.items():
        write(f"{work}/broken/{name}", text)
    lines = [json.dumps(each, ensure_ascii=False).encode() for each in given.values()]
    write(f"{work}/lines", b"\n".join(lines + [text.replace(b"\n", b" ") for text in broken.values()]) + b"\n")
    return given, broken


def write_scenario(pack, work, documents):
    """One that fails, over facts in a file and secrets in the scenario itself."""
    shutil.copytree(f"{work}/facts", f"{pack}/guides/vault/facts")
    vault = documents["vault"]
    write(f"{pack}/guides/vault/scenarios/told.toml", f"""format = 1
title = "what is expected does not come"
facts = "../facts"
now = "{NOW}"

[documents]
vault = {{ text = {json.dumps(vault["text"], ensure_ascii=False)}, count = {vault["count"]}, list = "given wrongly" }}

[answers]
asked = "yes"

[expect]
path = ["has-secret", "asked"]
outcomes = ["told"]
rendered = ["what never stands there"]

[expect.values]
VaultFact = "nothing"
""".encode())


def main(tsg):
    began = time.monotonic()
    forms = check_search()
    with tempfile.TemporaryDirectory() as work:
        pack = f"{work}/pack"
        shutil.copytree(f"{HERE}/pack", pack)
        facts = CanaryFacts()
        given, broken = write_facts(work, facts)
        write_scenario(pack, work, given["facts"])
        judge = Judge(facts.canaries)
        programs = Programs(tsg, pack, work, judge)
        programs.resolve_all(["terminal", "html", "markdown", "json"] + (["fragment"] if ALL else []))
        for reader in ("agent", "customer") if ALL else ("agent",):
            programs.batch(reader)
        programs.compare()
        programs.scenarios()
        look_at_preview(tsg, pack, work, judge)
        programs.broken(broken if ALL else [])
        store = f"{work}/sessions.db"
        programs.walk(store)
        desk = LookedAtDesk(tsg, pack, work, store, judge)
        whole = json.dumps(given["facts"], ensure_ascii=False).encode()
        other = [(f"{key}.json", json.dumps(each, ensure_ascii=False).encode()) for key, each in given["other"].items()]
        cases = desk.run(whole, other, broken)
        assert look_at_store(judge, store, "agent") > 100, "the store holds no facts: nothing is looked at"
        for case in cases:
            desk.post(case + "/delete", {})
        desk.end()
        ids = programs.sessions(store)
        programs.run(["sessions", "delete", "--store", store, *ids], "nobody", codes=(0,))
        look_at_store(judge, store, "nobody")
        rules = check_leaking_rules(tsg, pack, f"{work}/facts", programs, judge)
    problems = judge.leaks + judge.blind_spots()
    for each in sorted(set(problems)):
        print("FAIL", each)
    print(f"{len(facts.canaries)} canaries in {judge.outputs} outputs of {judge.search.bytes >> 10} KB; the search knows {forms} "
          f"forms; {rules} leaking rules; {len(judge.gaps)} known gaps; {time.monotonic() - began:.1f} s; {len(set(problems))} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1])))
