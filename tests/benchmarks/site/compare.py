# SPDX-License-Identifier: MIT
"""compare.py TSG FOLDER RUNS: builds the pack and the site that prepare.py wrote, alternately and each from nothing, and
prints medians; then tsg again and again after one article changed. Fails when a site lacks a page of an article."""
import pathlib
import shutil
import sys

from measured import median, run
from written import look_at, problems

CHANGES = 20  # builds after a change


def build_alternately(commands, folder, count):
    """{name: [Run]}; the outputs of the last runs are left. The first round only warms the page cache."""
    runs = {name: [] for name in commands}
    for number in range(count + 1):
        for name, (command, inside) in commands.items():
            for left in (f"{name}-site", f".{name}-site.tsg"):  # the second: what builds of tsg remember
                shutil.rmtree(folder / left, ignore_errors=True)
            took = run(command, inside)
            if number > 0:
                runs[name].append(took)
    return runs


def build_after_changes(command, inside, count):
    """One article gets a line more before each build; [Run] and how many files the last build wrote."""
    article = sorted((inside / "guides/articles").rglob("*.md"))[0]
    runs = []
    for number in range(count):
        with article.open("a", encoding="utf-8") as file:
            file.write(f"\nChanged {number} times.\n")
        runs.append(run(command, inside))
    return runs, f"Changed {count - 1} times."


def says(folder, words):
    return any(words in path.read_text("utf-8") for path in folder.rglob("*.html"))


def row(name, articles, written, took):
    print(f"{name:28} {articles:8} {written.files:7} {written.bytes / 1e6:8.1f} {took.seconds:9.3f} {took.megabytes:7.0f}")


def main(tsg, folder, count):
    folder = pathlib.Path(folder)
    ids = (folder / "articles.txt").read_text("utf-8").splitlines()
    commands = {
        "tsg": ([tsg, "build", "-o", str(folder / "tsg-site")], folder / "pack"),
        "hugo": (["hugo", "--quiet", "-d", str(folder / "hugo-site")], folder / "hugo"),
    }
    runs = build_alternately(commands, folder, count)
    print(f"{'':28} {'articles':>8} {'files':>7} {'MB':>8} {'s':>9} {'RSS MB':>7}")
    failures = []
    for name in commands:
        written = look_at(folder / f"{name}-site")
        row(name + ", from nothing", len(ids), written, median(runs[name]))
        failures += problems(name, written, ids)
    changed, words = build_after_changes(*commands["tsg"], CHANGES)
    row("tsg, one article changed", len(ids), look_at(folder / "tsg-site"), median(changed))
    if not says(folder / "tsg-site", words):
        failures.append("tsg did not write what changed")
    ours, theirs = median(runs["tsg"]), median(runs["hugo"])
    print(f"hugo / tsg: {theirs.seconds / ours.seconds:.2f} of the time, {theirs.megabytes / ours.megabytes:.2f} of the memory")
    sys.exit("\n".join(failures) if failures else 0)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
