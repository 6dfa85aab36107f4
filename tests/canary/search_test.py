# SPDX-License-Identifier: MIT
"""The search finds what is hidden in each encoding, and nothing where nothing is."""
import base64
import html
import json
import secrets
import urllib.parse

from canaries import Canary, Search, integer, key, moment, number, text


def hidden(data):
    """A canary's bytes, in every form in which they must be found."""
    yield "plain", data
    yield "reversed", data[::-1]
    for begin in range(0, len(data) - 11, 3):
        yield f"a piece at {begin}", data[begin:begin + 12]
    for before in range(3):
        yield f"base64 behind {before}", base64.b64encode(b"x" * before + data + b"yz")
        yield f"base64 for URLs behind {before}", base64.urlsafe_b64encode(b"x" * before + data + b"yz")
    yield "hexadecimal", data.hex().encode()
    yield "HEXADECIMAL", data.hex().upper().encode()
    yield "URL", urllib.parse.quote(data, safe="").encode()
    yield "every byte in URL", "".join(f"%{byte:02x}" for byte in data).encode()
    yield "HTML", html.escape(data.decode()).encode()
    yield "every character in HTML", "".join(f"&#{ord(each)};" for each in data.decode()).encode()
    yield "JSON", json.dumps(data.decode()).encode()
    yield "every character in JSON", "".join(f"\\u{ord(each):04x}" for each in data.decode()).encode()
    yield "JSON in HTML", html.escape(json.dumps(data.decode())).encode()


def check_search():
    makers = {"a text": text, "a key": key, "an integer": integer, "a number": number, "a time": moment}
    forms = 0
    for name, make in makers.items():
        canary = Canary(make(), name, "nobody")
        for form, data in hidden(canary.text.encode()):
            around = secrets.token_urlsafe(40).encode()
            found = Search([canary]).find(around + b" " + data + b" " + around)
            assert found == [canary], f"{name} {canary.text!r} is not found: {form}"
            forms += 1
        for _ in range(20):
            other = Canary(make(), name, "nobody")
            assert not Search([canary]).find(other.text.encode()), f"{name}: found where it is not"
    return forms
