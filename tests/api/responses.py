#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""responses.py URL: holds what `tsg serve` at URL answers against docs/openapi.json.

Every operation is asked, and every kind of refusal that a client can provoke. A response must have a status, a type and a shape
that the file describes for it. Objects are closed for that: a member that the file does not have is a fault, unless the object
has no members of its own (facts, `x-tsg`). At the end each operation must have answered with success.
"""
import json
import pathlib
import sys
import urllib.error
import urllib.parse
import urllib.request

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
API = json.loads((ROOT / "docs/openapi.json").read_text(encoding="utf-8"))
GUIDE = "application-gateway-502"


def closed(schema):
    """The schema with every object that names members closed."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    if made.get("type") == "object" and made.get("properties"):
        made["additionalProperties"] = False
    return made


SCHEMAS = closed(API["components"]["schemas"])


def resolved(thing):
    while "$ref" in thing:
        part = API
        for name in thing["$ref"].split("/")[1:]:
            part = part[name]
        thing = part
    return thing


class Checker:
    def __init__(self, url):
        self.url = url
        self.faults = []
        self.succeeded = set()
        self.responses = 0

    def fault(self, where, text):
        self.faults.append(f"{where}: {text}")

    def call(self, method, path, names=(), query="", body=None, status=None, content="application/json"):
        """`path` as the file has it; `names` fill its braces in order."""
        filled = path
        for name in names:
            begin, end = filled.index("{"), filled.index("}")
            filled = filled[:begin] + urllib.parse.quote(name, safe="") + filled[end + 1:]
        data = None if body is None else body.encode() if isinstance(body, str) else json.dumps(body).encode()
        headers = {} if body is None else {"Content-Type": content}
        request = urllib.request.Request(self.url + filled + query, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return self.judge(method, path, answer.status, answer.headers, answer.read(), status)
        except urllib.error.HTTPError as answer:
            return self.judge(method, path, answer.code, answer.headers, answer.read(), status)

    def judge(self, method, path, code, headers, body, wanted):
        where = f"{method} {path} -> {code}"
        self.responses += 1
        if wanted is not None and code != wanted:
            self.fault(where, f"{wanted} was expected: {body[:300]!r}")
        operation = API["paths"][path][method.lower()]
        described = operation["responses"].get(str(code))
        if described is None:
            self.fault(where, "the file has no such status")
            return None
        if code < 300:
            self.succeeded.add(operation["operationId"])
        return self.judge_body(where, resolved(described), headers, body)

    def judge_body(self, where, described, headers, body):
        for name in described.get("headers", {}):
            if headers.get(name) is None:
                self.fault(where, f"the header {name} is missing")
        kind = (headers.get("Content-Type") or "").split(";")[0]
        content = described.get("content", {})
        if not content:
            if body:
                self.fault(where, "the file has no body here")
            return None
        if kind not in content:
            self.fault(where, f"the file has no {kind} here")
            return None
        if not kind.endswith("json"):
            return body.decode()
        value = json.loads(body)
        self.judge_value(where, content[kind]["schema"], value)
        return value

    def judge_value(self, where, schema, value):
        whole = {**closed(schema), "components": {"schemas": SCHEMAS}}
        for error in list(jsonschema.Draft202012Validator(whole).iter_errors(value))[:5]:
            for part in [error, *(error.context or [])][:4]:
                at = "/".join(str(each) for each in part.absolute_path)
                self.fault(where, f"at `{at}`: {part.message[:300]}")


def facts_of_a_scenario():
    """The facts of a folder of the guide, as one object."""
    folder = ROOT / "guides" / GUIDE / "facts" / "lab-502"
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))}


def ask_content(to):
    v1 = "/api/v1"
    guides = to.call("GET", v1 + "/guides", status=200)["guides"]
    for guide in guides:
        to.call("GET", v1 + "/guides/{guide}", [guide["id"]], status=200)
    to.call("GET", v1 + "/guides/{guide}", ["nothing"], status=404)
    articles = to.call("GET", v1 + "/articles", query="?type=diagnostics", status=200)["articles"]
    for article in articles[:10]:
        for audience in ("agent", "customer"):
            to.call("GET", v1 + "/articles/{article}", [article["articleId"]], f"?audience={audience}", status=200)
    to.call("GET", v1 + "/articles/{article}", ["x"], "?audience=all", status=400)
    to.call("GET", v1 + "/articles/{article}", ["x"], status=404)
    form = v1 + "/forms/{article}/visibility"
    for article in to.call("GET", v1 + "/articles", status=200)["articles"]:
        if article["selfHelpType"] in ("problemScopingQuestions", "TSG_Questions"):
            to.call("POST", form, [article["articleId"]], body={"answers": {}}, status=200)
    to.call("POST", form, [articles[0]["articleId"]], body={}, status=422)
    to.call("POST", form, ["nothing"], body={}, status=404)
    to.call("POST", form, [articles[0]["articleId"]], body={}, content="text/plain", status=415)
    return [guide["id"] for guide in guides], [article["articleId"] for article in articles]


def ask_resolve(to, guides):
    path = "/api/v1/guides/{guide}/resolve"
    for guide in guides:
        for audience in ("agent", "customer"):
            for facts in ({}, facts_of_a_scenario() if guide == GUIDE else {}):
                to.call("POST", path, [guide], body={"facts": facts, "audience": audience}, status=200)
    to.call("POST", path, [GUIDE], body={"answers": [{"step": "x", "option": "y"}]}, status=422)
    to.call("POST", path, [GUIDE], body={"answers": 7}, status=400)
    to.call("POST", path, [GUIDE], body="{", status=400)
    to.call("POST", path, [GUIDE], body={}, content="text/plain", status=415)
    to.call("POST", path, ["nothing"], body={}, status=404)


def walk(to, guide, facts):
    """A session of the guide, every question answered with its first option."""
    one = "/api/v1/sessions/{session}"
    session = to.call("POST", "/api/v1/sessions", body={"guide": guide, "facts": facts, "label": "responses"}, status=201)
    names = [session["id"]]
    to.call("GET", one + "/message", names)
    asked = set()
    while session["question"] and (question := session["question"])["step"] + question["subject"] not in asked:
        asked.add(question["step"] + question["subject"])
        to.call("GET", one + "/next", names, status=200)
        where = {"step": question["step"], "subject": question["subject"], "after": session["events"]}
        answer = {"kind": "answer", "option": question["options"][0]["id"]} if question["options"] else {"kind": "set-aside"}
        session = to.call("POST", one + "/events", names, body={**where, **answer}, status=200)
    for event in ({"kind": "note", "text": "x"}, {"kind": "facts", "facts": facts}, {"kind": "undo"}):
        to.call("POST", one + "/events", names, body=event)
    to.call("POST", one + "/events", names, body={"kind": "note", "text": "x", "after": 0}, status=409)
    to.call("POST", one + "/events", names, body={"kind": "answer", "step": "x", "option": "y"}, status=422)
    to.call("POST", one + "/events", names, body={"kind": "ask"}, status=400)
    to.call("POST", one + "/events", names, body={}, content="text/plain", status=415)
    to.call("GET", one, names, status=200)
    for audience in ("agent", "customer"):
        to.call("GET", one + "/resolution", names, f"?audience={audience}", status=200)
        to.call("GET", one + "/changes", names, f"?audience={audience}", status=200)
        for form in ("markdown", "html", "text"):
            to.call("GET", one + "/notes", names, f"?audience={audience}&format={form}", status=200)
    to.call("GET", one + "/message", names)
    return session["id"]


def ask_sessions(to, guides):
    path = "/api/v1/sessions"
    ids = [walk(to, guide, facts) for guide in guides for facts in ({}, facts_of_a_scenario() if guide == GUIDE else {})]
    to.call("GET", path, query="?limit=1", status=200)
    to.call("GET", path, status=200)
    to.call("GET", path, query="?limit=0", status=400)
    to.call("POST", path, body={"guide": "nothing"}, status=422)
    to.call("POST", path, body={}, status=400)
    to.call("POST", path, body={}, content="text/plain", status=415)
    for session in ids:
        to.call("DELETE", path + "/{session}", [session], status=204)
    for part in ("", "/resolution", "/notes", "/next", "/changes", "/message"):
        to.call("GET", path + "/{session}" + part, ["nothing"], status=404)
    to.call("DELETE", path + "/{session}", ["nothing"], status=404)


def ask_help(to, guides, articles):
    solution = "/api/v1/solutions/{name}"
    for article in [*articles[:10], *guides]:
        to.call("PUT", solution, ["checked"], body={"properties": {"solutionId": article}})
        to.call("GET", solution, ["checked"], status=200)
    to.call("PUT", solution, ["checked"], body={"properties": {"solutionId": "nothing"}}, status=422)
    to.call("PUT", solution, ["checked"], body={}, status=400)
    to.call("GET", solution, ["nothing"], status=404)
    path = "/api/v1/troubleshooters/{name}"
    for number, guide in enumerate(guides):
        names = [f"checked-{guide}-of{number}"]
        facts = {key: json.dumps(value) for key, value in facts_of_a_scenario().items()} if guide == GUIDE else {}
        wanted = {"properties": {"solutionId": guide, "parameters": facts}}
        to.call("PUT", path, names, body=wanted, status=201)
        to.call("PUT", path, names, body=wanted, query="?audience=agent", status=200)
        for step in to.call("GET", path, names, status=200)["properties"]["steps"]:
            for question in step.get("inputs", [])[:1]:
                key = question.get("responseOptions", [{"key": ""}])[0]["key"]
                response = {"questionId": question["questionId"], "response": key}
                to.call("POST", path + "/continue", names, body={"stepId": step["id"], "responses": [response]}, status=204)
        to.call("GET", path, names, "?audience=agent", status=200)
        to.call("POST", path + "/continue", names, body={"stepId": "nothing"}, status=422)
        to.call("POST", path + "/restart", names, status=200)
        to.call("POST", path + "/continue", names, body={"stepId": "nothing"}, status=409)
        to.call("POST", path + "/end", names, status=204)
    to.call("PUT", path, [f"checked-{guides[0]}-of0"], body={"properties": {"solutionId": guides[-1]}}, status=409)
    for method, part in (("GET", ""), ("POST", "/end"), ("POST", "/restart")):
        to.call(method, path + part, ["nothing"], status=404)


def main(url):
    to = Checker(url)
    guides, articles = ask_content(to)
    ask_resolve(to, guides)
    ask_sessions(to, guides)
    ask_help(to, guides, articles)
    to.call("GET", "/healthz", status=200)
    to.call("GET", "/metrics", status=200)
    # The pack's own content has no form: tests/api/content_test.cpp has one, and its answer is FormVisibility.
    wanted = {operation["operationId"] for item in API["paths"].values() for operation in item.values()} - {"showForm"}
    for missing in sorted(wanted - to.succeeded):
        to.fault(missing, "no response with success was seen")
    for each in sorted(set(to.faults)):
        print(f"responses.py: {each}", file=sys.stderr)
    print(f"{to.responses} responses of {len(to.succeeded)} operations, {len(to.faults)} faults")
    return 1 if to.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/")))
