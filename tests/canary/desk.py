# SPDX-License-Identifier: MIT
"""What the desk shows of facts with canaries, on every page, in every download, log and figure."""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "abuse"))
from served_desk import Browser, Preview, ServedDesk  # noqa: E402

from canary_facts import NOW  # noqa: E402

PARTS = ["", "/next", "/tree", "/tree.svg", "/changes", "/notes", "/nowhere"]
AGENTS_NOTES = ["/notes?format=markdown&audience=agent", "/notes?format=text&audience=agent", "/notes?format=html&audience=agent"]


def links_of(page):
    return {each.decode().replace("&amp;", "&") for each in re.findall(rb'href="(/[^"#]*)', page)}


class LookedAtDesk:
    def __init__(self, tsg, pack, work, store, judge):
        self.judge = judge
        self.work = work
        self.log = os.path.join(work, "access.log")
        self.desk = ServedDesk(tsg, pack, store, "--facts", os.path.join(work, "folders"), "--log", self.log)
        self.browser = Browser(self.desk)
        self.looked_at = set()

    def look(self, answer, name, reader="agent"):
        self.judge.look("serve " + name, answer.all_bytes(), reader)
        return answer

    def get(self, path, reader="agent"):
        self.looked_at.add(path)
        return self.look(self.browser.get(path), "GET " + path, reader)

    def post(self, path, fields, files=()):
        post = self.browser.post_parts(path, fields, files) if files else self.browser.post(path, fields)
        return self.look(post, f"POST {path}", "agent")

    def open_case(self, fields, files=()):
        answer = self.post("/guides/vault/cases", {"now": NOW, "label": "4711", **fields}, files)
        assert answer.status == 303, f"{answer.status}: {answer.body.decode()[:3000]}"
        return answer.location

    def walk(self, case):
        for form in ({"act": "values", "value.CaseName": "4711"}, {"act": "answer", "option": ""},
                     {"act": "answer", "option": "yes"}):
            self.get(case)
            self.post(case + "/answer", {"step": "asked", "subject": "", **form})
        self.post(case + "/answer", {"step": "has-secret", "subject": "", "act": "answer", "option": "no"})
        self.post(case + "/remark", {"remark": "seen"})
        self.post(case + "/rate", {"step": "asked", "rating": "helped", "text": "yes"})

    def look_at_case(self, case):
        """All parts of it, and all that it leads to."""
        found = set()
        for part in PARTS + AGENTS_NOTES:
            found |= links_of(self.get(case + part).body)
        for link in sorted(found - self.looked_at):
            customer = "audience=customer" in link or "/message?" in link
            self.get(link, "customer" if customer else "agent")
        for form in ("markdown", "text", "html"):
            self.get(f"{case}/notes?format={form}&audience=customer", "customer")
            self.get(f"{case}/message?format={form}", "customer")

    def run(self, whole, other, broken):
        self.browser.token("/guides/vault")
        for page in ("/", "/guides/vault", "/cases", "/report"):
            self.get(page)
        pasted = self.open_case({"pasted": whole.decode()})
        self.walk(pasted)
        self.look_at_case(pasted)
        uploaded = self.open_case({}, [("files", name, data) for name, data in other])
        chosen = self.open_case({"folder": "chosen"})
        self.look_at_case(chosen)
        self.post(pasted + "/facts", {}, [("files", name, data) for name, data in other])
        self.look_at_case(pasted)
        for name, text in broken.items():
            self.post("/guides/vault/cases", {"pasted": text, "now": NOW})
            self.post(uploaded + "/facts", {"pasted": text})
            answer = self.post("/guides/vault/cases", {"now": NOW}, [("files", "vault.json", text)])
            self.get(uploaded)
            if answer.status == 303:
                self.get(answer.location)
        self.look_at_case(uploaded)
        for page in ("/", "/cases", "/cases?q=4711", "/report", "/guides/vault"):
            self.get(page)
        self.get("/metrics", "nobody")
        return [pasted, uploaded, chosen]

    def end(self):
        self.desk.stop()
        with open(self.log, "rb") as log:
            lines = log.read()
        assert lines.count(b"\n") >= len(self.looked_at), "the access log lacks lines"
        self.judge.look("the access log", lines, "nobody")
        self.judge.look("serve, messages", self.desk.errors().encode(), "nobody")


def look_at_preview(tsg, pack, work, judge):
    """The site while it is written, with these facts, broken ones, and those of a scenario."""
    for name in ("facts", "broken/twice"):
        with Preview(tsg, pack, f"{work}/preview", "--facts", f"{work}/{name}", "--now", NOW) as preview:
            browser = Browser(preview)
            for path in ("/", *(f"/_preview/guides/vault{what}" for what in ("", "/facts", "/scenarios/told"))):
                for reader in ("agent", "customer"):
                    judge.look(f"preview {path}", browser.get(f"{path}?audience={reader}").all_bytes(), reader)
            said = preview.errors()
        judge.look("preview, messages", said.encode(), "agent")
