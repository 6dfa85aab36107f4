# SPDX-License-Identifier: MIT
"""desk_abuse.py TSG: what hostile clients do to a desk, and how far its memory grows at each.

Each abuse must end as the table says, the process must not have needed 16 MB more at its highest (VmHWM, reset before each),
and another browser must be answered meanwhile. Where a body is one that may be sent, of up to 8 MiB, the desk holds it several
times over while it is read: those have a bound of their own. The sizes are those of the long run with TSG_DESK_ABUSE=1, else a part of
them. The abuses are the same, but for uploads of 8 MiB: those cannot be smaller.
"""
import json
import os
import re
import socket
import sys
import tempfile
import threading
import time

from served_desk import Browser, ServedDesk

LONG = os.environ.get("TSG_DESK_ABUSE") == "1"
# Memory of sanitizers is not the desk's: TSG_DESK_MEMORY=0 leaves it out, and with it most of the sizes.
MEMORY = os.environ.get("TSG_DESK_MEMORY") != "0"
MOST_GROWTH = 16 << 20
MOST_OF_UPLOAD = 64 << 20
PACK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "canary", "pack")
MIB = 1 << 20
LARGEST = 8 * MIB if MEMORY else MIB


def many(whole, part):
    if LONG:
        return whole
    return part if MEMORY else max(part // 8, 1)


class Raw:
    """Bytes to a socket, and what comes back."""

    def __init__(self, desk):
        self.socket = socket.create_connection(("127.0.0.1", desk.port), timeout=20)

    def send(self, data):
        """False: the desk has had enough."""
        try:
            self.socket.sendall(data)
            return True
        except OSError:
            return False

    def status(self):
        """0: closed without a word."""
        data = b""
        try:
            while b"\r\n" not in data:
                piece = self.socket.recv(65536)
                if not piece:
                    break
                data += piece
        except OSError:
            pass
        self.socket.close()
        found = re.match(rb"HTTP/1\.1 (\d+)", data)
        return int(found.group(1)) if found else 0


class Abuses:
    def __init__(self, desk, browser):
        self.desk = desk
        self.browser = browser
        self.get = f"GET / HTTP/1.1\r\nHost: {desk.host}\r\n".encode()
        self.post = f"POST /guides/vault/cases HTTP/1.1\r\nHost: {desk.host}\r\nCookie: {browser.cookie}\r\n".encode()

    def one(self, *pieces):
        raw = Raw(self.desk)
        for piece in pieces:
            if not raw.send(piece):
                break
        return {raw.status()}

    def endless(self, opening, piece, most):
        raw = Raw(self.desk)
        sent = 0
        going = raw.send(opening)
        while going and sent < most:
            going = raw.send(piece)
            sent += len(piece)
        return {raw.status()}

    # Of HTTP ------------------------------------------------------------------------------------------------

    def header_line(self):
        return self.endless(self.get + b"A: ", b"a" * MIB, 200 * MIB)

    def headers(self):
        return self.endless(self.get, b"A: b\r\n" * 2000, 200000 * 6)

    def chunks(self):
        return self.endless(self.post + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"x" * 65536 + b"\r\n", 64 * MIB)

    def promised(self):
        return self.endless(self.post + b"Content-Length: 9999999999\r\n\r\n", b"x" * MIB, 64 * MIB)

    def ranges(self):
        many_ranges = b"Range: bytes=" + b",".join([b"0-"] * 500) + b"\r\n"
        return {status for _ in range(many(200, 20)) for status in self.one(self.get + many_ranges + b"\r\n")}

    def false_addresses(self):
        more = b"".join(f"{name}: 10.0.0.1\r\n".encode() for name in ("REMOTE_ADDR", "X-Forwarded-For", "X-Real-IP", "Forwarded"))
        return self.one(self.get + more + b"\r\n")

    def foreign_hosts(self):
        hosts = ["evil.example", "localhost:1", "127.0.0.1", self.desk.host + ".evil.example", "", "[::1]", "127.1:80",
                 "user@" + self.desk.host, self.desk.host.upper() + "."]
        return {status for host in hosts for status in self.one(f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())}

    def nul_paths(self):
        line = f" HTTP/1.1\r\nHost: {self.desk.host}\r\n\r\n".encode()
        paths = [b"/\0", b"/cases/\0x", b"/%00", b"/cases/%00", b"/cases?q=%00", b"/..%2f", b"/%2e%2e/", b"/a\\b", b"//"]
        return {status for path in paths for status in self.one(b"GET " + path + line)}

    def two_lengths(self):
        return self.one(self.post + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd") | \
            self.one(self.post + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")

    def dribble(self):
        """Connections that send a byte now and then: they end by themselves, or wait and cost little."""
        clients = [Raw(self.desk) for _ in range(many(1000, 200))]
        for client in clients:
            client.send(self.get + b"A: ")
        until = time.monotonic() + many(8, 1)
        while time.monotonic() < until:
            for client in clients:
                client.send(b"a")
            time.sleep(0.3)
        for client in clients:
            client.socket.close()
        return {0}

    def promised_uploads(self):
        """Uploads that stay at the beginning."""
        clients = [Raw(self.desk) for _ in range(many(200, 50))]
        for client in clients:
            client.send(self.post + b"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 8000000\r\n\r\n--b\r\n")
        statuses = self.one(self.get + b"\r\n")
        for client in clients:
            client.socket.close()
        return statuses

    # Of forms -----------------------------------------------------------------------------------------------

    def too_large(self):
        return {self.upload(b"x" * (8 * MIB + 1))}

    def upload(self, data, name="vault.json"):
        try:
            return self.browser.post_parts("/guides/vault/cases", {}, [("files", name, data)]).status
        except OSError:
            return 0

    def large_upload(self):
        return {self.upload(b'{"text": "' + b"x" * (LARGEST - 2000) + b'"}')}

    def many_parts(self):
        boundary = "b" * 20
        part = f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n\r\n'.encode()
        body = part * many(60000, 20000) + f"--{boundary}--\r\n".encode()
        return {self.send_body(body, f"multipart/form-data; boundary={boundary}")}

    def send_body(self, body, kind):
        try:
            return self.browser.ask("POST", "/guides/vault/cases", body, {"Content-Type": kind}).status
        except OSError:
            return 0

    def many_fields(self):
        return {self.send_body(b"&".join([b"a=b"] * many(2000000, 200000)), "application/x-www-form-urlencoded")}

    def deep(self):
        found = set()
        for text in (b"[" * (LARGEST // 8), b'{"a":' * (LARGEST // 8), b'{"vault": ' + b"[" * 100000 + b"]" * 100000 + b"}"):
            found |= {self.upload(text), self.paste(text)}
        return found

    def paste(self, text):
        try:
            return self.browser.post("/guides/vault/cases", {"pasted": text}).status
        except OSError:
            return 0

    def large_paste(self):
        return {self.paste(b'{"own": {"text": "' + b"x" * (LARGEST - 2000) + b'"}}')}

    def many_values(self):
        """As much JSON as fits, of values that a catalogue knows."""
        item = b'{"name":"a"},'
        text = b'{"items": [' + item * (many(7 * MIB, MIB) // len(item)) + b'{"name":"a"}]}'
        return {self.upload(text, "own.json") for _ in range(many(20, 3))}

    def long_words(self):
        label = self.browser.post("/guides/vault/cases", {"label": "x" * (LARGEST // 2)}).status
        case = self.new_case()
        remark = self.browser.post(f"{case}/remark", {"remark": "x" * (LARGEST // 2)}).status
        return {label, remark}

    def new_case(self):
        answer = self.browser.post("/guides/vault/cases", {"label": "", "pasted": "", "now": ""})
        assert answer.status == 303, answer.body.decode()[:2000]
        return answer.location

    def many_answers(self):
        case = self.new_case()
        statuses = set()
        for number in range(many(3000, 150)):
            option = "yes" if number % 2 == 0 else "no"
            statuses.add(self.browser.post(case + "/answer", {"step": "has-secret", "subject": "", "act": "answer",
                                                              "option": option}).status)
        statuses.add(self.browser.get(case).status)
        return statuses

    def many_cases(self):
        for _ in range(many(5000, 200)):
            self.new_case()
        return {self.browser.get("/cases").status}


# name, what is done, how each may end, and how far memory may grow
ABUSES = [
    ("a header line of 200 MB", "header_line", {431, 0}, MOST_GROWTH),
    ("200,000 headers", "headers", {431, 0}, MOST_GROWTH),
    ("chunked bodies", "chunks", {411, 0}, MOST_GROWTH),
    ("a body of 10 GB is promised", "promised", {413, 0}, MOST_GROWTH),
    ("floods of ranges", "ranges", {200}, MOST_GROWTH),
    ("headers that name an address", "false_addresses", {200}, MOST_GROWTH),
    ("foreign Hosts", "foreign_hosts", {400, 421}, MOST_GROWTH),
    ("NUL and other paths", "nul_paths", {400}, MOST_GROWTH),
    ("two lengths", "two_lengths", {400}, MOST_GROWTH),
    ("many that dribble", "dribble", {0}, MOST_GROWTH),
    ("many uploads that are never finished", "promised_uploads", {200}, MOST_GROWTH),
    ("an upload over 8 MiB", "too_large", {413, 0}, MOST_GROWTH),
    ("a multipart of very many parts", "many_parts", {400}, MOST_GROWTH),
    ("a form of very many fields", "many_fields", {400}, MOST_GROWTH),
    ("JSON that is deep", "deep", {422, 413, 0}, MOST_OF_UPLOAD),
    ("huge labels and remarks", "long_words", {422, 400}, MOST_OF_UPLOAD),
    ("very many answers of one case", "many_answers", {303, 200, 422}, MOST_GROWTH),
    ("very many cases", "many_cases", {200}, MOST_OF_UPLOAD),  # as many as the shelf holds are kept at hand
    ("8 MiB of facts in a file", "large_upload", {303, 422}, MOST_OF_UPLOAD),
    ("8 MiB of facts pasted", "large_paste", {303, 422, 413}, MOST_OF_UPLOAD),
    ("facts of very many values, 20 times", "many_values", {303, 422}, 6 * MOST_OF_UPLOAD),
]


class Reader:
    """Another browser, that asks all the while."""

    def __init__(self, desk):
        self.desk = desk
        self.longest = 0.0
        self.failures = 0
        self.done = False
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.done:
            began = time.monotonic()
            try:
                self.failures += Browser(self.desk, timeout=30).get("/healthz").status != 200
            except OSError:
                self.failures += 1
            self.longest = max(self.longest, time.monotonic() - began)
            time.sleep(0.02)

    def end(self):
        self.done = True
        self.thread.join()


def run_one(desk, abuse, browser):
    name, method, allowed, most = abuse
    desk.forget_peak()
    before = desk.status("VmRSS")
    reader = Reader(desk)
    began = time.monotonic()
    try:
        statuses = getattr(Abuses(desk, browser), method)()
    finally:
        reader.end()
    seconds = time.monotonic() - began
    grown = desk.status("VmHWM") - before
    kept = desk.status("VmRSS") - before
    print(f"{name:40} {grown / MIB:8.1f} MB at most {kept / MIB:8.1f} MB kept   {sorted(statuses)!s:16} {seconds:6.1f} s   "
          f"another waits {reader.longest * 1000:5.0f} ms", flush=True)
    wrong = []
    if not statuses <= allowed:
        wrong.append(f"{name}: ends with {statuses}, not {allowed}")
    if MEMORY and grown > most:
        wrong.append(f"{name}: memory grows by {grown / MIB:.1f} MB, over {most / MIB:.0f}")
    if reader.failures:
        wrong.append(f"{name}: another browser is not answered {reader.failures} times")
    if desk.process.poll() is not None:
        wrong.append(f"{name}: the desk is dead: {desk.errors()[-1000:]}")
    return wrong


def main(tsg):
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as work:
        with ServedDesk(tsg, PACK, f"{work}/sessions.db") as desk:
            browser = Browser(desk)
            browser.token("/guides/vault")
            # What is loaded once, such as a first walk, is not an abuse's.
            for _ in range(20):
                warm = browser.post("/guides/vault/cases", {"pasted": json.dumps({"own": {"text": "a"}})}).location
                browser.get(warm)
            wrong = [each for abuse in ABUSES for each in run_one(desk, abuse, browser)]
            assert "10.0.0.1" not in desk.errors()
    for each in wrong:
        print("FAIL", each)
    print(f"{len(ABUSES)} abuses, {len(wrong)} of them not withstood; {time.monotonic() - began:.1f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1])))
