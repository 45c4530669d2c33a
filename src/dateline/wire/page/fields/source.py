"""Who published the story, and whom they say they have it from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from dateline.wire.page.fields.names import is_agency, is_name
from dateline.wire.page.outline import Chunk
from dateline.wire.page.told.declared import Claims
from dateline.wire.page.words import words

_LABEL = re.compile(
    r"^\W*(?:sources?|quelle|fonte|fuente|źródło|zdroj|forrás|bron|kilde|källa|lähde|kaynak|nguồn|sumber|источник|джерело|източник|πηγή|πηγές"
    r"|来源|來源|稿源|出处|文章来源|信息来源|출처|المصدر|مصدر|منبع|מקור|ที่มา)\s*[:：]\s*(.{2,60})$",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"^(?:https?:|@|\d+$)")
_SECOND_LEVEL = words("co com org net ac gov edu or ne go gob")


def site_names(claims: Claims, address: str) -> list[str]:
    """What the site may call itself in titles and bylines."""
    names = [c.value for field in ("source", "site") for c in claims.all(field) if len(c.value) < 60]
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    labels = [label for label in host.split(".")[:-1] if label not in _SECOND_LEVEL]
    return [*names, host, *labels] if host else names


def choose(claims: Claims, address: str) -> tuple[str, str]:
    """The publisher's name and where it was found; the host if nothing names it."""
    for claim in claims.all("source"):
        name = claim.value.lstrip("@").strip()
        if 2 <= len(name) <= 80 and not _NOT_A_NAME.match(claim.value):
            return name, claim.origin
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return host, "address" if host else ""


def credited(claims: Claims, lines: Iterable[Chunk], publisher: str) -> tuple[str, str]:
    """The agency and the outlet that a source line names, each ``""`` if none does."""
    names = [c.value for c in claims.all("agency") if is_name(c.value)]
    names += [match[1].strip(" .") for chunk in lines if len(chunk.text) <= 90 and (match := _LABEL.match(chunk.text))]
    for name in names:
        if is_agency(name):
            return name, ""
        if is_name(name) and name.casefold() != publisher.casefold():
            return "", name
    return "", ""
