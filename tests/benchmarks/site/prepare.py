# SPDX-License-Identifier: MIT
"""prepare.py ARTICLES COPIES FOLDER [HUGO_SITE]: the customer-facing articles of a folder, COPIES times with ids of their own,
as FOLDER/pack (a pack of tsg) and FOLDER/hugo (a site of Hugo: HUGO_SITE and its content). Prints how many articles a
copy holds. FOLDER/articles.txt holds their ids, one a line."""
import json
import pathlib
import shutil
import sys

from article import CUSTOMER_TYPES, Article, decode

PACK = """format = 1
id = "site-comparison"
version = "1.0.0"
title = "Self help"
clouds = ["public", "fairfax", "mooncake", "usnat", "ussec"]
audiences = ["agent", "customer"]
locales = ["en"]

[site]
address = "https://help.example.com"
broken-links = "warning"
"""


def customer_articles(folder):
    """[(path below folder, Article)], sorted by path."""
    found = []
    for path in sorted(folder.rglob("*.md")):
        article = Article(decode(path.read_bytes()))
        if article.type() in CUSTOMER_TYPES:
            found.append((path.relative_to(folder), article))
    return found


def words_of(article, key):
    return [word for word in (part.strip() for part in article.properties.get(key, "").split(",")) if word]


def front_matter(article, article_id):
    properties = article.properties
    values = {
        "title": properties.get("pagetitle", ""),
        "description": properties.get("description", ""),
        "slug": article_id.lower(),
        "services": words_of(article, "service"),
        "resources": words_of(article, "resource"),
        "topics": words_of(article, "supporttopicids"),
        "kinds": [article.type()],
    }
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items()) + "---\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def id_of(article, number):
    return f"{article.properties['articleid']}-c{number}"


def write_copy(articles, number, folder):
    for path, article in articles:
        article_id = id_of(article, number)
        write(folder / "pack/guides/articles" / f"c{number}" / path, article.with_id(article_id))
        write(folder / "hugo/content/articles" / f"c{number}" / path, front_matter(article, article_id) + article.markdown())


def main(source, copies, target, hugo_site=None):
    folder = pathlib.Path(target)
    articles = customer_articles(pathlib.Path(source))
    if not articles:
        sys.exit(f"prepare.py: {source} holds no article a customer reads")
    shutil.copytree(hugo_site or pathlib.Path(__file__).parent / "hugo", folder / "hugo")
    write(folder / "pack/tsg.toml", PACK)
    for number in range(1, int(copies) + 1):
        write_copy(articles, number, folder)
    ids = [id_of(article, number) for number in range(1, int(copies) + 1) for _, article in articles]
    write(folder / "articles.txt", "".join(f"{each}\n" for each in ids))
    print(len(articles))


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(*sys.argv[1:])
