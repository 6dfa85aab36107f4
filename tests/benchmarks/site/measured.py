# SPDX-License-Identifier: MIT
"""Runs of a program with what they took."""
import dataclasses
import os
import statistics
import subprocess
import sys
import time


@dataclasses.dataclass(frozen=True)
class Run:
    seconds: float  # wall clock
    megabytes: float  # peak of resident memory


def run(command, folder):
    """One run in a folder. A program that fails ends the comparison with what it printed."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{printed.decode(errors='replace')[-4000:]}")
    return Run(seconds, usage.ru_maxrss / 1024)


def median(runs):
    return Run(statistics.median(each.seconds for each in runs), statistics.median(each.megabytes for each in runs))
