# SPDX-License-Identifier: MIT
"""What the commands of `tsg` say of facts with canaries."""
import json
import os
import subprocess

from canary_facts import NOW

STALE = "2031-01-01T00:00:00Z"
GIVEN = ["--answer", "asked=yes", "--set", "asked.CaseName=4711"]
WALK = ["w", "e", "a", "x", "n", "m", "?", "set CaseName=4711", "yes", "w", "e", "a", "n", "m", "x", "go has-secret", "e", "w",
        "remark seen", "rate helped", "undo", "set CaseName=4712", "yes"]


class Programs:
    def __init__(self, tsg, pack, work, judge):
        self.tsg, self.pack, self.work, self.judge = tsg, pack, work, judge

    def path(self, name):
        return os.path.join(self.work, name)

    def run(self, arguments, reader, given=b"", codes=(0, 1, 3)):
        done = subprocess.run([self.tsg, *arguments], input=given, capture_output=True, cwd=self.pack, timeout=120)
        name = "tsg " + " ".join(arguments)
        assert done.returncode in codes, f"{name} ends with {done.returncode}: {done.stderr.decode()[-3000:]}"
        self.judge.look(name, done.stdout, reader)
        # A rule that breaks says so in its author's words, to whoever runs it: never to a customer.
        self.judge.look(name + ", messages", done.stderr, "agent")
        return done

    def resolve(self, guide, form, reader, *more):
        return self.run(["resolve", guide, "--facts", self.path("facts"), "--now", NOW, "--format", form,
                         "--audience", reader, *more], reader)

    def resolve_all(self, forms):
        for reader in ("agent", "customer"):
            for form in forms:
                # The JSON of a resolution is whole, whoever is named: it is what programs go on with.
                reads = "agent" if form == "json" else reader
                self.run(["resolve", "vault", "--facts", self.path("facts"), "--now", NOW, "--format", form, "--audience",
                          reader, *GIVEN, *(["--trace"] if form != "jsonl" else [])], reads)
            self.resolve("inner-fork", "html", reader)
            self.resolve("vault", "markdown", reader)
        self.run(["resolve", "vault", "--facts", self.path("facts"), "--now", STALE, "--format", "terminal"], "agent")

    def batch(self, reader):
        self.run(["resolve", "vault", "--facts", self.path("lines"), "--now", NOW, "--format", "jsonl", "--audience", reader,
                  "--evidence", "--render", "html", *GIVEN], "agent")

    def compare(self):
        """Two resolutions, a picture, an article alone."""
        for name, more in (("before", []), ("after", GIVEN)):
            self.resolve("vault", "json", "agent", *more, "-o", self.path(name))
        self.run(["resolve", "vault", "--facts", self.path("other"), "--now", NOW, "--format", "json", "-o",
                  self.path("other.json")], "agent")
        for reader in ("agent", "customer"):
            self.run(["diff", self.path("before"), self.path("after"), "--audience", reader], reader)
            self.run(["diff", self.path("before"), self.path("other.json"), "--audience", reader, "--format", "json"], reader)
        self.run(["graph", "vault", "--resolution", self.path("after"), "--format", "svg"], "agent")
        self.run(["graph", "vault", "--facts", self.path("facts"), "--now", NOW], "agent")
        self.run(["render", "guides/vault/outcomes/found.md", "--facts", self.path("facts"), "--rule",
                  "vault/says-inner"], "agent")

    def walk(self, store):
        script = "\n".join([*WALK, "facts " + self.path("other"), "e", "n", "m", "q"]) + "\n"
        self.run(["walk", "vault", "--facts", self.path("facts"), "--now", NOW, "--store", store, "--label", "4711",
                  "--notes", self.path("notes"), "--notes-for", "customer"], "agent", script.encode(), (0,))
        with open(self.path("notes"), "rb") as notes:
            self.judge.look("tsg walk --notes-for customer", notes.read(), "customer")

    def sessions(self, store):
        listed = self.run(["sessions", "list", "--store", store, "--format", "json"], "nobody")
        text = json.loads(listed.stdout)
        ids = [each["id"] for each in (text["sessions"] if isinstance(text, dict) else text)]
        self.run(["sessions", "show", ids[0], "--store", store], "agent")
        self.run(["sessions", "show", ids[0], "--store", store, "--format", "json"], "agent")
        self.run(["sessions", "export", "--store", store, "--with-facts"], "agent")
        self.run(["sessions", "report", "--store", store], "nobody")
        return ids

    def scenarios(self):
        self.run(["test", "vault"], "agent", codes=(1, 3))
        self.run(["test", "vault", "--format", "json"], "agent", codes=(1, 3))

    def broken(self, names):
        for name in names:
            self.run(["resolve", "vault", "--facts", self.path("broken/" + name), "--now", NOW, "--format", "terminal"], "agent")
            self.run(["resolve", "vault", "--facts", self.path("broken/" + name), "--now", NOW, "--strict"], "agent")
            self.run(["resolve", "vault", "--facts", "vault=" + self.path("broken/" + name)], "agent")


def look_at_store(judge, store, reader):
    """Gives how many canaries its files hold."""
    found = 0
    for end in ("", "-wal", "-shm"):
        if os.path.exists(store + end):
            with open(store + end, "rb") as file:
                found += judge.look("the store" + end, file.read(), reader)
    return found
