# SPDX-License-Identifier: MIT
"""desk_kill.py TSG: `kill -9` of a desk with 200 cases under load, again and again over one store.

TSG_DESK_KILLS=50 kills that often, TSG_DESK_CASES=N takes another number of cases.
"""
import os
import random
import sys
import tempfile
import threading
import time

from kept_answers import KeptAnswers, open_cases, twin_of
from served_desk import ServedDesk

KILLS = int(os.environ.get("TSG_DESK_KILLS", "5"))
CASES = int(os.environ.get("TSG_DESK_CASES", "200"))
PACK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "canary", "pack")


def go_on(browser, case, answers, round_number):
    """Remarks, answers and what takes them back, until the desk is gone."""
    remarks = answers.acknowledged[case]
    step = 0
    while True:
        step += 1
        remark = f"{case[:8]} {round_number}.{step}"
        try:
            if step % 4 == 0:
                browser.post(f"/cases/{case}/answer", {"step": "has-secret", "subject": "", "act": "answer", "option": "no"})
            elif step % 4 == 2:
                browser.post(f"/cases/{case}/undo", {})
            answer = browser.post(f"/cases/{case}/remark", {"remark": remark})
        except Exception:  # the desk is dead: whether this one was kept is open
            with answers.lock:
                answers.unsure += 1
            return
        if answer.status == 303:
            remarks.append(remark)


def main(tsg):
    began = time.monotonic()
    answers = KeptAnswers()
    with tempfile.TemporaryDirectory() as work:
        store = f"{work}/sessions.db"
        events = 0
        for round_number in range(KILLS):
            desk = ServedDesk(tsg, PACK, store)
            browser = open_cases(desk, answers, CASES if round_number == 0 else 1)
            threads = [threading.Thread(target=go_on, args=(twin_of(browser, desk), case, answers, round_number))
                       for case in list(answers.acknowledged)]
            before = answers.count()
            for thread in threads:
                thread.start()
            # Not before all are at work, which on a slow machine takes a while.
            deadline = time.monotonic() + 60
            while answers.count() < before + CASES and time.monotonic() < deadline:
                time.sleep(0.005)
            time.sleep(random.uniform(0, 0.2))
            desk.kill()
            for thread in threads:
                thread.join()
            assert answers.count() >= before + CASES, "the desk was killed before it had work"
            events = answers.hold_against(tsg, store)
        with ServedDesk(tsg, PACK, store) as desk:
            again = twin_of(browser, desk).get("/cases/" + next(iter(answers.acknowledged)))
            assert again.status == 200, "a case cannot be looked at after the kills"
        try:
            answers.acknowledged[next(iter(answers.acknowledged))].append("what nobody wrote")
            answers.hold_against(tsg, store)
            raise RuntimeError("a lost answer is not noticed")
        except AssertionError:
            pass
    print(f"{KILLS} kills, {CASES} cases and one more each time: {answers.count() - 1} remarks acknowledged, {events} events, "
          f"{answers.unsure} requests open when the desk died; none lost, no gap; {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
