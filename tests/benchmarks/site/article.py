# SPDX-License-Identifier: MIT
"""One article as the comparison needs it: its properties, where its id stands, and its Markdown as another generator
takes it. Reads a header by docs/article-format.md, with the recoveries that published articles need."""
import re

# The types a customer reads, case-folded.
CUSTOMER_TYPES = {"generic", "diagnostics", "resource", "rca", "servicehealthinsights", "apollo"}
SECTIONS = "issueDescription|rcaDescription|resolutionDetails|recommendedActions|salutation|additionalInfo"

_header = re.compile(r"<properties(?![\w.:-])")
_attribute = re.compile(r"""([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_placeholder = re.compile(r"<!--\s*\$\s*([^<>]*?)\s*-->(.*?)<!--\s*/\s*\$[^<>]*?-->", re.S)
_token = re.compile(r"<!--\s*(/?)\s*\$\s*[^<>]*?\s*-->")
_comment = re.compile(r"<!--.*?-->", re.S)
_brackets = re.compile(r"^\s*\[(.*)\]\s*$", re.S)


def decode(data):
    """The text of a file: UTF-8 without byte order marks, else Windows-1252."""
    try:
        return data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def without_stray_closes(text):
    """The text without ends of placeholders that never began: an error that one published article has, and that keeps tsg
    from publishing it."""
    kept, last, depth = [], 0, 0
    for token in _token.finditer(text):
        depth += -1 if token.group(1) else 1
        if depth < 0:
            kept.append(text[last:token.start()])
            last, depth = token.end(), 0
    return "".join(kept) + text[last:]


class Article:
    """properties: keys folded, the last of equal ones holds. id_span: where the value of articleId stands in text."""

    def __init__(self, text):
        self.text = text = without_stray_closes(text)
        self.properties = {}
        self.id_span = None
        self._end = 0
        start = _header.search(text)
        if start:
            self._read_header(start.end())

    def _read_header(self, at):
        while True:
            found = _attribute.search(self.text, at)
            end = self.text.find(">", at)
            if not found or 0 <= end < found.start():
                self._end = max(at, end + 1)
                return
            group = 2 if found.group(2) is not None else 3
            value, span = found.group(group), found.span(group)
            at = found.end()
            # A quote that was forgotten closes at the next attribute's: the value ends with its line.
            if "\n" in value and not re.match(r"[\s/>]", self.text[at:at + 1] or " "):
                value = value.split("\n")[0]
                at = span[0] + len(value)
                span = (span[0], at)
            key = found.group(1).lower()
            self.properties[key] = value.strip()
            if key == "articleid":
                self.id_span = span

    def type(self):
        return self.properties.get("selfhelptype", "").lower()

    def with_id(self, article_id):
        """The whole file with another id."""
        if self.id_span is None:
            raise ValueError("the article has no articleId")
        return self.text[:self.id_span[0]] + article_id + self.text[self.id_span[1]:]

    def markdown(self):
        """The body without its header: placeholders are their default words, comments are gone, `{{` is no shortcode."""
        start = _header.search(self.text)
        body = self.text[:start.start()] + self.text[self._end:] if start else self.text
        previous = None
        while previous != body:  # a placeholder may stand in another one's words
            previous, body = body, _placeholder.sub(default_words, body)
        return re.sub("{{(?=[<%])", "{\u200b{", _comment.sub("", body))


def default_words(found):
    words = _brackets.sub(r"\1", found.group(2))
    return words if words.strip() else found.group(1)
