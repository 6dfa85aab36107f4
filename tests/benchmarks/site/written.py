# SPDX-License-Identifier: MIT
"""What a site generator left in a folder. A page of an article says so itself, in its schema.org data."""
import collections
import dataclasses
import json
import re

_data = re.compile(r'<script type="?application/ld\+json"?>(.*?)</script>', re.S)
ARTICLE_TYPES = {"Article", "TechArticle", "FAQPage", "HowTo"}


@dataclasses.dataclass
class Written:
    files: int = 0
    bytes: int = 0
    articles: list = dataclasses.field(default_factory=list)  # folded names of the pages that show one


def look_at(folder):
    written = Written()
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        written.files += 1
        written.bytes += path.stat().st_size
        if path.suffix == ".html" and shows_article(path.read_text("utf-8")):
            written.articles.append(folded(path.parent.name if path.name == "index.html" else path.stem))
    return written


def shows_article(page):
    for block in _data.findall(page):
        nodes = json.loads(block)
        nodes = nodes.get("@graph", [nodes]) if isinstance(nodes, dict) else nodes
        if any(node.get("@type") in ARTICLE_TYPES for node in nodes):
            return True
    return False


def folded(name):
    """An articleId and the address made of it are the same word."""
    return re.sub("[^a-z0-9]", "", name.lower())


def beginning(name):
    """Generators cut long names, each in its own place: their pages are counted by what all of them keep."""
    return folded(name)[:90]


def problems(name, written, ids):
    """What keeps a site from having one page for each article, in words."""
    if len(written.articles) != len(ids):
        yield f"{name} wrote {len(written.articles)} pages of articles, not {len(ids)}"
    wanted = collections.Counter(beginning(each) for each in ids)
    lacking = wanted - collections.Counter(beginning(each) for each in written.articles)
    if lacking:
        yield f"{name} lacks the pages of {sum(lacking.values())} articles, among them {next(iter(lacking))}"
