"""Where an entry was: the address that is its own, and the others it goes by."""

from __future__ import annotations

from typing import Any

from dateline.wire.feed.rows import listed, said
from dateline.wire.page.inline import resolve

_PAGES = ("", "text/html", "application/xhtml+xml")


def address(entry: Any, home: str) -> str:
    """The address of an entry's page, relative to ``home``, the site of its feed; empty if it has none."""
    pages = [said(one, "href") for one in _alternates(entry) if _type(one) in _PAGES]
    rest = [said(one, "href") for one in _alternates(entry)]
    apart = [said(one, "src") for one in listed(entry, "content") if _type(one) in _PAGES]
    # An id that stands for an address must be whole, for any word would be one that is relative.
    link = web(said(entry, "link"), "" if entry.get("guidislink") else home)
    found = [said(entry, "feedburner_origlink"), *pages, link, *rest, *apart]
    return next((one for value in found if (one := web(value, home))), "")


def others(entry: Any, own: str, home: str) -> tuple[str, ...]:
    """The other addresses that an entry declares for itself."""
    links = [said(one, "href") for one in listed(entry, "links") if one.get("rel") in ("shortlink", "canonical")]
    links += [said(one, "href") for one in _alternates(entry)]
    found = [web(said(entry, "link"), ""), web(said(entry, "id"), ""), *(web(one, home) for one in links)]
    return tuple(dict.fromkeys(one for one in found if one and one != own))


def web(value: str, base: str) -> str:
    """The absolute form of an address of the web; ``""`` for any other, such as one of mail."""
    found = resolve(value, base)
    return "" if found.startswith("mailto:") else found


def _alternates(entry: Any) -> list[Any]:
    return [one for one in listed(entry, "links") if one.get("rel") == "alternate"]


def _type(link: Any) -> str:
    return said(link, "type").partition(";")[0].strip().lower()
