"""Where on a page something stands: by its line, behind a label, in an element, in the page's head. Pure."""

from __future__ import annotations

import re
from typing import Any, Literal

from lxml import etree, html

from dateline.wire.page.charset import decode
from dateline.wire.page.words import tidy

Way = Literal["line", "label", "element", "meta"]

MOST_LINES = 2000

ELEMENT = re.compile(r"(?P<tag>[A-Za-z][A-Za-z0-9]*)?(?:(?P<mark>[.#])(?P<name>[\w-]+))?")
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "section",
    "table", "td", "th", "time", "tr", "ul",
))  # fmt: skip
_SILENT = frozenset(("head", "script", "style", "noscript", "template"))


class Sheet:
    """A page, or plain text, as rules look at it."""

    def __init__(self, data: bytes) -> None:
        self.text, _ = decode(data)
        self.tree = self._parse() if "<" in self.text[:2000] else None

    def find(self, way: Way, value: str, headline: str) -> str:
        """The text at a place, on one line; empty if there is none. ``headline`` is what lines are counted from."""
        match way:
            case "line":
                return self._line(int(value), headline)
            case "label":
                return self._after(value)
            case "meta":
                return self._first(f"//meta[@name={_quoted(value)} or @property={_quoted(value)}]/@content")
            case "element":
                return self._first(_path(value))

    def _line(self, number: int, headline: str) -> str:
        lines = self._lines()
        wanted = tidy(headline).casefold()
        first = next((place for place, line in enumerate(lines) if line.casefold() == wanted), 0)
        place = first + number - 1
        return lines[place] if place < len(lines) else ""

    def _after(self, label: str) -> str:
        wanted = label.casefold().strip()
        for line in self._lines():
            if line.casefold().startswith(wanted) and len(line) > len(wanted):
                return line[len(wanted) :].strip(" :\u00a0-–—")
        return ""

    def _lines(self) -> list[str]:
        found = self.text.splitlines() if self.tree is None else _lines_of(self.tree)
        return [line for one in found if (line := tidy(one))][:MOST_LINES]

    def _first(self, path: str) -> str:
        if self.tree is None:
            return ""
        found: Any = self.tree.xpath(path)
        texts = (str(one) if isinstance(one, str) else "".join(one.itertext()) for one in found)
        return next(filter(None, map(tidy, texts)), "")

    def _parse(self) -> etree._Element | None:
        try:
            return html.document_fromstring(self.text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return None


def _lines_of(tree: etree._Element) -> list[str]:
    """The text of a page as it would stand on lines: a block begins one."""
    lines, silent = [""], 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(node.tag, str):
            if event == "end" and not silent:
                lines[-1] += node.tail or ""
            continue
        silent += (1 if event == "start" else -1) * (node.tag in _SILENT)
        if node.tag in _BLOCKS:
            lines.append("")
        if not silent:
            lines[-1] += (node.text if event == "start" else node.tail) or ""
    return lines


def _path(element: str) -> str:
    found = ELEMENT.fullmatch(element)
    assert found is not None
    tag, mark, name = found["tag"] or "*", found["mark"], found["name"]
    if mark == "#":
        return f"//{tag}[@id={_quoted(name)}]"
    if mark == ".":
        return f"//{tag}[contains(concat(' ', normalize-space(@class), ' '), {_quoted(f' {name} ')})]"
    return f"//{tag}"


def _quoted(text: str) -> str:
    """A text inside an XPath, which knows no way to escape a quotation mark."""
    return f"'{text}'" if "'" not in text else '"' + text.replace('"', "") + '"'
