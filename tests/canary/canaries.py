# SPDX-License-Identifier: MIT
"""Canaries: values that nobody could guess, one a place, and the search for them in what a program says.

A canary is found when eight bytes of it are: plain, reversed, in base64 (all three alignments), in hexadecimal (both
cases), or behind the escapes of URLs, HTML and JSON. Of digits and times twelve are needed: eight digits turn up by
chance. Booleans cannot be told from one another, and are no canaries.
"""
import base64
import html
import re
import secrets
import string
import urllib.parse

LETTERS = string.ascii_letters + string.digits
AWKWARD = "<&\"'/\\ %+é"  # what each kind of output has to escape


class Canary:
    def __init__(self, value, place, seen_by):
        self.value = value      # as it stands in JSON
        self.place = place
        self.seen_by = seen_by  # "all", "agent" or "nobody"
        self.text = value if isinstance(value, str) else repr(value)
        self.piece = 8 if isinstance(value, str) and not value.endswith("Z") else 12


def text():
    """24 characters, with one of each that is awkward between runs that are not."""
    runs = ["".join(secrets.choice(LETTERS) for _ in range(8)) for _ in range(3)]
    return secrets.choice(AWKWARD).join(runs)


def key():
    return "k" + "".join(secrets.choice(LETTERS) for _ in range(20))


def integer():
    return 10**17 + secrets.randbelow(9 * 10**17)


def number():
    return float(f"0.{secrets.randbelow(9) + 1}{secrets.randbelow(10**15):015}")


def moment():
    return (f"{3000 + secrets.randbelow(5000)}-{secrets.randbelow(12) + 1:02}-{secrets.randbelow(28) + 1:02}"
            f"T{secrets.randbelow(24):02}:{secrets.randbelow(60):02}:{secrets.randbelow(60):02}"
            f".{secrets.randbelow(10**9):09}Z")


def windows(data, size):
    return {data[at:at + size] for at in range(len(data) - size + 1)}


def base64_windows(data, size):
    """Of each alignment what does not depend on the bytes around."""
    found = set()
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + data)
        encoded = encoded[-(-before * 8 // 6):len(encoded) // 4 * 4 - 4]
        found |= windows(encoded, size * 4 // 3 + 1)
        found |= windows(encoded.translate(bytes.maketrans(b"+/", b"-_")), size * 4 // 3 + 1)
    return found


def pieces(canary):
    """What to look for in bytes whose escapes are undone."""
    data = canary.text.encode()
    size = canary.piece
    found = windows(data, size) | windows(data[::-1], size) | base64_windows(data, size)
    hexadecimal = data.hex().encode()
    found |= windows(hexadecimal, 2 * size) | windows(hexadecimal.upper(), 2 * size)
    if isinstance(canary.value, int):
        bare = f"{canary.value:x}".encode()
        found |= {bare, bare.upper()}
    return found


def json_unescaped(data):
    def plain(match):
        escape = match.group(1)
        if len(escape) == 5:
            return chr(int(escape[1:], 16)).encode("utf-8", "surrogatepass")
        return {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"b": b"\b", b"f": b"\f"}.get(escape, escape)
    return re.sub(rb"\\(u[0-9a-fA-F]{4}|.)", plain, data)


def html_unescaped(data):
    return html.unescape(data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


UNDOING = (json_unescaped, html_unescaped, urllib.parse.unquote_to_bytes)


def unescaped(line):
    """The line, and all that is behind one escape or two."""
    found = {line}
    fresh = found
    for _ in range(2):
        fresh = {undo(each) for each in fresh for undo in UNDOING} - found
        found |= fresh
    return found


class Search:
    """Remembers the lines it has seen: most of what a desk says, it says on every page."""

    HEAD = 8  # what no piece is shorter than

    def __init__(self, canaries):
        self.piece_of = {}
        for canary in canaries:
            for piece in pieces(canary):
                self.piece_of.setdefault(piece[:self.HEAD], []).append((piece, canary))
        self.seen = set()
        self.bytes = 0

    def find(self, data):
        """The canaries in the data."""
        found = {}
        self.bytes += len(data)
        for line in set(data.split(b"\n")) - self.seen:
            for each in unescaped(line):
                for head in windows(each, self.HEAD) & self.piece_of.keys():
                    found.update((canary.place, canary) for piece, canary in self.piece_of[head] if piece in each)
            if not found:
                self.seen.add(line)
        return list(found.values())
