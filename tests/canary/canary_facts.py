# SPDX-License-Identifier: MIT
"""Facts with a canary in every place, and who may see each.

Secret are the values of class secret, the keys of maps that are secret or hold secrets, what nobody declared, and all
that cannot be read as what it should be (of another type, given twice, broken JSON): nobody may see those. What is of
class internal, and what `_gathered.json` says, is for agents. The names of documents are names, also where no catalogue
knows them; how many items a list has, and how long a text is that is too long, is no secret.
"""
import json

from canaries import Canary, integer, key, moment, number, text

SEEN_BY = {"open": "all", "own": "all", "inner": "agent", "vault": "nobody"}
NOW = "2026-11-28T12:00:00Z"


class CanaryFacts:
    def __init__(self):
        self.canaries = []

    def put(self, value, place, seen_by):
        self.canaries.append(Canary(value, place, seen_by))
        return value

    def text(self, place, seen_by):
        return self.put(text(), place, seen_by)

    def key(self, place, seen_by):
        return self.put(key(), place, seen_by)

    def undeclared(self, place):
        return {"undeclaredText": self.text(place + ".undeclaredText", "nobody"),
                self.key(place + ".undeclared name", "nobody"): [self.text(place + ".undeclared item", "nobody")]}

    def document(self, name, seen_by):
        """Every type of the catalogue."""
        def item(number):
            at = f"{name}.items[{number}]"
            return {"name": self.text(at + ".name", seen_by), "text": self.text(at + ".text", seen_by),
                    **self.undeclared(at)}
        made = {
            "text": self.text(name + ".text", seen_by),
            "count": self.put(integer(), name + ".count", seen_by),
            "ratio": self.put(number(), name + ".ratio", seen_by),
            "flag": True,
            "when": self.put(moment(), name + ".when", seen_by),
            "list": [self.text(f"{name}.list[{i}]", seen_by) for i in range(2)],
            "numbers": [self.put(integer(), f"{name}.numbers[{i}]", seen_by) for i in range(2)],
            "map": {"known": self.text(name + ".map.known", seen_by),
                    self.key(name + ".map key", seen_by): self.text(name + ".map value", seen_by)},
            "byName": {self.key(name + ".byName key", seen_by): {"name": self.text(name + ".byName name", seen_by),
                                                                **self.undeclared(name + ".byName")}},
            "object": {"text": self.text(name + ".object.text", seen_by), **self.undeclared(name + ".object")},
            "items": [item(0), item(1)],
            **self.undeclared(name),
        }
        made["twin"] = made["text"]
        return made

    def mixed(self):
        user = {"name": self.text("mixed.users.name", "all"),
                "password": self.text("mixed.users.password", "nobody")}
        return {"name": self.text("mixed.name", "all"),
                "password": self.text("mixed.password", "nobody"),
                "pin": self.put(integer(), "mixed.pin", "nobody"),
                "keys": {"known": self.text("mixed.keys.known", "nobody"),
                         self.key("mixed.keys key", "nobody"): self.text("mixed.keys value", "nobody")},
                "users": [user],
                "note": self.text("mixed.note", "agent"),
                **self.undeclared("mixed")}

    def documents(self):
        made = {name: self.document(name, seen_by) for name, seen_by in SEEN_BY.items()}
        # What a rule lowers with a reason is the customer's.
        made["inner"]["twin"] = self.text("inner.twin, lowered", "all")
        made["mixed"] = self.mixed()
        made["vaultMap"] = {self.key("vaultMap key", "nobody"): {"name": self.text("vaultMap name", "nobody")}}
        return made

    def gathering(self):
        return {"open": {"at": "2026-11-28T11:00:00Z", "command": "read " + self.text("_gathered command", "agent"),
                         "tool": self.text("_gathered tool", "agent"),
                         "remark": self.text("_gathered, undeclared", "nobody")}}

    def broken(self):
        """Texts that cannot be used as they are: name -> bytes. Whatever is in them, nobody may see."""
        def secret(place):
            return json.dumps(self.text("broken " + place, "nobody"))
        def name(place):
            return json.dumps(self.key("broken " + place, "nobody"))
        wrong = name("key of a map")
        twice = name("key given twice")
        row = name("key of a row")
        in_row = name("key around a member given twice")
        return {
            "word": f'{{"vault": {{"text": {secret("before a word")}, "count": {self.key("broken word", "nobody")}}}}}',
            "comma": f'{{"vault": {{"text": {secret("before a text")} {secret("a text for a comma")}}}}}',
            "colon": f'{{"vault": {{{name("a name")} {secret("a text for a colon")}}}}}',
            "number": f'{{"vault": {{"text": "a" {self.put(integer(), "broken number for a comma", "nobody")}}}}}',
            "range": f'{{"vault": {{"count": {self.put(integer(), "broken number out of range", "nobody")}e999}}}}',
            "end": f'{{"vault": {{"text": {secret("at the end")[:-1]}',
            "behind": f'{{"vault": {{}}}} {secret("behind the end")}',
            "root": f'[{secret("in a list")}]',
            "alone": secret("alone"),
            "twice": f'{{"vault": {{"text": {secret("first")}, "text": {secret("second")}, "twin": {secret("a twin")}, '
                     f'"properties": {{"twin": {secret("another twin")}}}}}, "open": {{"text": {secret("open first")}, '
                     f'"TEXT": {secret("open second")}}}, "open": {{"text": {secret("a whole document")}}}}}',
            "keys": f'{{"vault": {{"map": {{{twice}: "a", {twice}: "b"}}, "byName": {{{in_row}: {{"name": "a", "name": "b"}}}}}}, '
                    f'"mixed": {{"keys": {{{wrong}: [], {wrong}: 1}}}}, '
                    f'"vaultMap": {{{row}: {{"name": "a", "NAME": "b"}}}}}}',
            "types": f'{{"vault": {{"text": [{secret("a list")}], "count": {secret("a text for a number")}, "ratio": '
                     f'{secret("a text for a ratio")}, "flag": {secret("a text for a flag")}, "when": '
                     f'{secret("a text for a time")}, "list": {secret("a text for a list")}, "numbers": '
                     f'[{secret("a text among numbers")}], "map": {secret("a text for a map")}, "object": '
                     f'{secret("a text for an object")}, "items": [{secret("a text for an item")}]}}, '
                     f'"open": {{"text": {{{name("name in an object")}: 1}}, "count": {secret("open text for a number")}}}, '
                     f'"own": {secret("a text for a document")}}}',
            "long": json.dumps({"vault": {"text": self.text("broken long", "nobody") * 3000},
                                "open": {"text": self.text("broken long, open", "nobody") * 3000}}),
            "deep": '{"vault": {"object": ' + '{"a": ' * 80 + secret("deep") + "}" * 82,
            "utf": f'{{"vault": {{"text": {secret("before bad UTF-8")[:-1]}\udcff"}}}}',
            "control": f'{{"vault": {{"text": {secret("before a control character")[:-1]}\n"}}}}',
        }
