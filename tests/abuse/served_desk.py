# SPDX-License-Identifier: MIT
"""A `tsg serve` of one's own, and a browser without scripts for it."""
import http.client
import re
import secrets
import signal
import subprocess
import time
import urllib.parse


class ServedDesk:
    def __init__(self, tsg, pack, store, *more):
        self.start([tsg, "serve", "--pack", pack, "--store", store, "--port", "0", *more], store + ".stderr")

    def start(self, command, errors_file):
        self.errors_file = errors_file
        with open(errors_file, "wb") as errors_to:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors_to)
        self.host = None
        deadline = time.monotonic() + 60
        while self.host is None:
            found = re.search(r" at http://([^/ ]+)", self.errors())
            if found:
                self.host = found.group(1)
            elif self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the desk does not start: {self.errors()}")
            else:
                time.sleep(0.01)
        self.port = int(self.host.rsplit(":", 1)[1])

    def errors(self):  # and all else that it says
        with open(self.errors_file, "rb") as file:
            return file.read().decode("utf-8", "replace")

    def status(self, name):
        """Of the process, in bytes: VmHWM, VmRSS."""
        with open(f"/proc/{self.process.pid}/status") as file:
            return int(re.search(rf"^{name}:\s+(\d+) kB", file.read(), re.M).group(1)) * 1024

    def forget_peak(self):
        with open(f"/proc/{self.process.pid}/clear_refs", "w") as file:
            file.write("5")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=60)
        assert code == 0, f"the desk ends with {code}: {self.errors()[-2000:]}"

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if self.process.poll() is not None:
            return
        if kind is None:
            self.stop()
        else:
            self.kill()


class Preview(ServedDesk):
    """`tsg preview`, which is asked in the same way."""

    def __init__(self, tsg, pack, errors_file, *more):
        self.start([tsg, "preview", "--pack", pack, "--port", "0", *more], errors_file)


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body
        # A case goes on at one of its steps; what stands before is the case.
        self.location = dict(headers).get("Location", "").split("?")[0]

    def all_bytes(self):
        return "\n".join(f"{name}: {value}" for name, value in self.headers).encode() + b"\n\n" + self.body


class Browser:
    """One connection that stays open, a cookie, and the token of this browser's forms."""

    def __init__(self, desk, timeout=60):
        self.host = desk.host
        self.connection = http.client.HTTPConnection(desk.host, timeout=timeout)
        self.cookie = ""
        self.csrf = ""

    def ask(self, method, path, body=None, headers=None):
        sent = {"Host": self.host, **(headers or {})}
        if self.cookie:
            sent["Cookie"] = self.cookie
        try:
            self.connection.request(method, path, body, sent)
            response = self.connection.getresponse()
            answer = Answer(response.status, response.getheaders(), response.read())
        except Exception:
            self.connection.close()
            raise
        for name, value in answer.headers:
            if name.lower() == "set-cookie" and value.startswith("tsg-browser="):
                self.cookie = value.split(";")[0]
        return answer

    def get(self, path):
        return self.ask("GET", path)

    def token(self, path):
        """Of the forms at `path`; the first page gives the cookie, the next one the token that goes with it."""
        if not self.csrf:
            self.get(path)
            self.csrf = re.search(rb'name="csrf" value="([0-9a-f]+)"', self.get(path).body).group(1).decode()
        return self.csrf

    def post(self, path, fields):
        body = urllib.parse.urlencode({**fields, "csrf": self.csrf}).encode()
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def post_parts(self, path, fields, files):
        """`files` are (field, file name, bytes)."""
        boundary = secrets.token_hex(16)
        parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
                 for name, value in {**fields, "csrf": self.csrf}.items()]
        for field, name, data in files:
            head = f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
            parts.append(head.encode() + data + b"\r\n")
        body = b"".join(parts) + f"--{boundary}--\r\n".encode()
        return self.ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})
