# SPDX-License-Identifier: MIT
"""What of the facts may stand in an output, by who reads it."""
from canaries import Search

# The subject of a finding or of a walk has no class of its own: where a rule takes it from internal facts, customers
# read it. The test fails when this is mended, too, so that the line goes.
KNOWN_GAPS = {("customer", "inner.byName key"), ("customer", "inner.items[0].name"), ("customer", "inner.items[1].name")}
MAY_SEE = {"agent": {"all", "agent"}, "customer": {"all"}, "nobody": set()}


class Judge:
    def __init__(self, canaries):
        self.search = Search(canaries)
        self.outputs = 0
        self.leaks = []
        self.gaps = set()
        self.seen = {"agent": set(), "customer": set(), "nobody": set()}

    def look(self, output, data, reader):
        """Gives how many canaries stand there."""
        self.outputs += 1
        found = self.search.find(data)
        for canary in found:
            self.seen[reader].add(canary.place)
            if (reader, canary.place) in KNOWN_GAPS:
                self.gaps.add((reader, canary.place))
            elif canary.seen_by not in MAY_SEE[reader]:
                self.leaks.append(f"{output} (read by {reader}): {canary.place} (for {canary.seen_by})")
        return len(found)

    def blind_spots(self):
        """Facts that must be seen, or the test looks at outputs with nothing in them."""
        wanted = {"agent": {"inner.text", "inner.count", "inner.ratio", "inner.when", "inner.list[0]", "inner.object.text",
                            "own.text", "open.text", "_gathered command"},
                  "customer": {"own.text", "own.count", "own.when", "own.items[0].name", "own.map value", "open.text",
                               "open.list[1]", "inner.twin, lowered", "mixed.name"}}
        mended = [f"{place} is hidden from {reader} now: take it out of KNOWN_GAPS" for reader, place in sorted(KNOWN_GAPS - self.gaps)]
        return mended + [f"{reader} never sees {place}" for reader, places in wanted.items() for place in sorted(places - self.seen[reader])]
