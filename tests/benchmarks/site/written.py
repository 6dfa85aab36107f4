# SPDX-License-Identifier: MIT
"""What a site generator left in a folder. A page of an article says so itself, in its schema.org data."""
import collections
import dataclasses
import html
import json
import re

_data = re.compile(r'<script type="?application/ld\+json"?>(.*?)</script>', re.S)
ARTICLE_TYPES = {"Article", "TechArticle", "FAQPage", "HowTo"}


@dataclasses.dataclass
class Written:
    files: int = 0
    bytes: int = 0
    titles: collections.Counter = dataclasses.field(default_factory=collections.Counter)  # of the articles' pages


def look_at(folder):
    written = Written()
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        written.files += 1
        written.bytes += path.stat().st_size
        if path.suffix == ".html":
            written.titles.update(article_titles(path.read_text("utf-8")))
    return written


def article_titles(page):
    """The title of the article a page shows; nothing for a page that shows none."""
    for block in _data.findall(page):
        nodes = json.loads(block)
        nodes = nodes.get("@graph", [nodes]) if isinstance(nodes, dict) else nodes
        for node in nodes:
            if node.get("@type") in ARTICLE_TYPES:
                return [plain(node.get("headline") or node.get("name") or "")]
    return []


def plain(title):
    return " ".join(html.unescape(title).split())


def problems(name, written, expected):
    """What keeps a site from having one page for each article, in words."""
    pages = sum(written.titles.values())
    if pages != sum(expected.values()):
        yield f"{name} wrote {pages} pages of articles, not {sum(expected.values())}"
    for title, count in sorted((expected - written.titles).items())[:10]:
        if title:
            yield f"{name} lacks {count} pages titled {title!r}"
