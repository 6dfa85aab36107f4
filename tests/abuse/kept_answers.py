# SPDX-License-Identifier: MIT
"""What a desk acknowledged, and whether the store has it."""
import json
import subprocess
import threading

from served_desk import Browser


class KeptAnswers:
    """Of many cases: the remarks that were acknowledged with 303, by case, in order."""

    def __init__(self):
        self.acknowledged = {}
        self.unsure = 0
        self.lock = threading.Lock()

    def count(self):
        return sum(len(each) for each in self.acknowledged.values())

    def hold_against(self, tsg, store):
        """The number of events in the store. Every case's are numbered without a gap, every acknowledged remark is
        there, once and in order; one that was sent and not acknowledged may be there too."""
        done = subprocess.run([tsg, "sessions", "export", "--store", store], capture_output=True, timeout=120)
        assert done.returncode == 0, f"the store does not open: {done.stderr.decode()}"
        sessions = {each["id"]: each for each in map(json.loads, done.stdout.splitlines())}
        events = 0
        for case, remarks in self.acknowledged.items():
            found = sessions[case]["events"]
            assert [each["number"] for each in found] == list(range(1, len(found) + 1)), f"{case} has a gap"
            kept = iter(each["text"] for each in found if each["kind"] == "noted")
            lost = [remark for remark in remarks if remark not in kept]
            assert not lost, f"{case} has lost {lost[:3]} of {len(remarks)}"
            events += len(found)
        return events


def open_cases(desk, answers, count):
    """Of the fixture's guide, without facts; gives a browser whose cookie and token others may use."""
    browser = Browser(desk)
    browser.token("/guides/vault")
    for _ in range(count):
        answer = browser.post("/guides/vault/cases", {"label": "", "now": "", "pasted": ""})
        assert answer.status == 303, answer.body.decode()[:2000]
        answers.acknowledged[answer.location.rsplit("/", 1)[1]] = []
    return browser


def twin_of(browser, desk):
    twin = Browser(desk)
    twin.cookie, twin.csrf = browser.cookie, browser.csrf
    return twin
