"""The addresses of a story: the one it is known by, the others it answers to, and the one its links are relative to."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from dateline.wire.page.inline import resolve
from dateline.wire.page.told.declared import Claims

MOST = 20


@dataclass(frozen=True, slots=True)
class Addresses:
    url: str = ""
    origin: str = ""
    others: tuple[str, ...] = ()
    base: str = ""
    """What relative addresses on the page are relative to."""


def choose(claims: Claims, root: HtmlElement, given: str) -> Addresses:
    """The canonical address before those for machines, those before the one the page was saved from.

    A canonical address that is only the site's front page, as careless templates have it, is passed over.
    """
    given = resolve(given, "")
    stated = [(c.value, c.origin) for c in (*claims.all("canonical"), *claims.all("address"))]
    base = _base(root, given or next((a for value, _ in stated if (a := resolve(value, ""))), ""))
    known: dict[str, str] = {}
    for value, origin in (*stated, (given, "given")):
        if address := resolve(value, base):
            known.setdefault(address.split("#")[0], origin)
    deep = [a for a in known if _is_deep(a)] or list(known)
    url = deep[0] if deep else ""
    others = tuple(a for a in known if a != url and _is_deep(a))[:MOST]
    return Addresses(url, known.get(url, ""), others, base or url)


def _base(root: HtmlElement, known: str) -> str:
    element = root.find(".//base[@href]")
    return resolve(element.get("href", ""), known) or known if element is not None else known


def _is_deep(address: str) -> bool:
    """Whether an address is of a page within a site."""
    parts = urlsplit(address)
    return parts.path.strip("/") != "" or bool(parts.query)
