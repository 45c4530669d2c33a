"""The words of a comment that another system kept as HTML: paragraphs parted by empty lines, links by their address."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(("p", "div", "blockquote", "li", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "tr"))
_SILENT = frozenset(("script", "style", "template", "noscript", "iframe", "object"))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0
        self.links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "a":
            self.links.append((dict(attrs).get("href") or "", len(self.parts)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "a" and self.links:
            address, begin = self.links.pop()
            said = "".join(self.parts[begin:]).strip()
            # Disqus shortens the words of a link; what it leads to is what its writer meant.
            if address.startswith(("http://", "https://")) and address.rstrip("/") != said.rstrip("/"):
                shortened = said.endswith("...") and said[:-3] in address
                self.parts[begin:] = [address] if shortened else [f"{said} ({address})"]

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data.replace("\n", " "))


def text_of(html: str) -> str:
    """The words of some HTML, however broken."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.parts).split("\n")]
    out: list[str] = []
    for line in lines:
        if line or (out and out[-1]):
            out.append(line)
    return "\n".join(out).strip()
