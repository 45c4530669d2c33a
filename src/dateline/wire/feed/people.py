"""Who wrote an entry, and who had another part in it: by name, never by the addresses that feeds have for people."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from dateline.wire.assembly import signed
from dateline.wire.feed.rows import listed, said
from dateline.wire.roles import Part

_MAILTO = re.compile(r"[(<\[]?\s*\bmailto\b:?\s*[)>\]]?", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>()\[\],;:]+@[^\s<>()\[\],;:]+")
_CUT = re.compile(r"\.[A-Za-z]{4}$")
_REST = re.compile(r"^[a-z]{1,20}(?=\s*\(|$)")
_AROUND = " ()<>[],;:\"'"


def people(feed: Any, entry: Any, is_atom: bool) -> tuple[list[str], list[Part]]:
    """The authors of an entry, and its other makers.

    Those of the feed stand for them in Atom alone: what other feeds name is who answers for all of it, and wrote none.
    """
    rows = list(listed(entry, "authors"))
    if not any(rows) and is_atom:
        rows = list(listed(entry.get("source") or {}, "authors")) or list(listed(feed, "authors"))
    alone = said(entry, "author")
    lines = [alone] if len(rows) == 1 and "@" in alone else [_whole(one) for one in rows]
    authors: list[str] = []
    parts: list[Part] = []
    for line in lines:
        names, others = _signed(_name(line))
        authors += names
        parts += others
    helpers = (_name(said(one, "name")) for one in listed(entry, "contributors"))
    return authors, [*parts, *((name, "contributor") for name in helpers if name)]


def _whole(row: Any) -> str:
    """A name without the end of an address: feedparser knows no domain whose last part is longer than four letters."""
    name = said(row, "name")
    return _REST.sub("", name).strip(_AROUND) if _CUT.search(said(row, "email")) else name


def _name(text: str) -> str:
    """A name without the address beside it; nothing if it is an address and no more."""
    if "mailto" in text.lower():
        text = _MAILTO.sub(" ", unquote(text))
    elif "@" not in text:
        return text
    return " ".join(_ADDRESS.sub(" ", text).split()).strip(_AROUND)


def _signed(text: str) -> tuple[list[str], list[Part]]:
    """The names in one line. Where one of them is a single word it is no list of people: ``Weller, Tom``."""
    names, parts = signed(text)
    return (names if len(names) == 1 or all(" " in name for name in names) else [text]), parts
