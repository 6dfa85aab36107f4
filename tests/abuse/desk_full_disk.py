# SPDX-License-Identifier: MIT
"""desk_full_disk.py TSG: a desk whose files may not grow says so, loses nothing, and goes on when they may."""
import os
import resource
import sys
import tempfile
import time

from kept_answers import KeptAnswers, open_cases, twin_of
from served_desk import ServedDesk

PACK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "canary", "pack")
FREE = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def main(tsg):
    began = time.monotonic()
    answers = KeptAnswers()
    with tempfile.TemporaryDirectory() as work:
        store = f"{work}/sessions.db"
        desk = ServedDesk(tsg, PACK, store)
        browser = open_cases(desk, answers, 5)
        refused = 0
        for round_number in range(3):
            largest = max(os.path.getsize(store + end) for end in ("", "-wal"))
            resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE, (largest + 40000, resource.RLIM_INFINITY))
            full = None
            for number in range(200):
                for case, remarks in answers.acknowledged.items():
                    remark = f"{round_number}.{number} " + "x" * 2000
                    answer = browser.post(f"/cases/{case}/remark", {"remark": remark})
                    if answer.status == 303:
                        remarks.append(remark)
                    else:
                        full = answer
                        refused += 1
                if full:
                    break
            assert full, "the limit was never met"
            page = full.body.decode()
            assert full.status == 503 and dict(full.headers).get("Retry-After"), f"{full.status}: {page[:3000]}"
            assert "there is no room for more" in page and "what was acknowledged is kept" in page, page[:3000]
            for path in ("/", "/cases", "/cases/" + next(iter(answers.acknowledged)), "/healthz"):
                looked = browser.get(path)
                assert looked.status == 200, f"{path} cannot be looked at with a full disk: {looked.status}"
            answers.hold_against(tsg, store)
            resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE, FREE)
            for case, remarks in answers.acknowledged.items():
                answer = browser.post(f"/cases/{case}/remark", {"remark": f"{round_number}, room again"})
                assert answer.status == 303, f"it does not go on: {answer.status} {answer.body.decode()[:2000]}"
                remarks.append(f"{round_number}, room again")
        desk.kill()
        events = answers.hold_against(tsg, store)
        with ServedDesk(tsg, PACK, store) as desk:
            assert twin_of(browser, desk).get("/cases").status == 200
    print(f"a full disk 3 times: {answers.count()} remarks acknowledged, {refused} refused with 503, {events} events, none lost; "
          f"{time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
