"""Following every link of a site, as a reader with a lot of time would."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html

Fetch = Callable[[str], tuple[int, str, str]]
"""The status, content type and text of a path with its query, redirects followed; text may be empty unless HTML."""

NOT_PAGES = ("/desk/", "/search")
"""Answered by the newsroom or from the index, which have tests of their own."""


def crawl(fetch: Fetch, home: str) -> dict[str, tuple[int, str]]:
    """The status of every address that can be reached from the front page, with the page that names it."""
    found: dict[str, tuple[int, str]] = {}
    waiting = deque([("/", "")])
    while waiting:
        address, named_on = waiting.popleft()
        if address in found or address.startswith(NOT_PAGES):
            continue
        status, kind, text = fetch(address)
        found[address] = status, named_on
        if status == 200 and kind.startswith("text/html"):
            waiting.extend((other, address) for other in _addresses(text, home + address))
    return found


def broken(found: dict[str, tuple[int, str]]) -> list[str]:
    return [f"{address}: {status}, named on {page}" for address, (status, page) in found.items() if status != 200]


def _addresses(text: str, page: str) -> Iterator[str]:
    """Everything on the same host that a page names, without its fragment."""
    tree = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    named = [*tree.xpath("//@href|//@src|//form/@action"), *tree.xpath("//meta[@property='og:image']/@content")]
    named += [one.split()[0] for srcset in tree.xpath("//@srcset") for one in srcset.split(",")]
    for one in named:
        whole = urlsplit(urljoin(page, urldefrag(one).url))
        if whole.netloc == urlsplit(page).netloc:
            yield f"{whole.path or '/'}?{whole.query}" if whole.query else whole.path or "/"
