"""Readers' comments as other systems keep them, put in order: each id once, parents that exist, no circles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.wire.bodies import markup, wordpress
from dateline.wire.page.words import tidy
from dateline.wire.record import Record, Remark

MOST = 20_000
"""Comments of one story."""


def threads(found: Iterable[Remark]) -> tuple[Remark, ...]:
    """The comments in their order; one that answers nobody here, or itself by some way round, stands on the story."""
    known: dict[str, Remark] = {}
    for remark in found:
        if len(known) < MOST and (remark.text or remark.author):
            known.setdefault(remark.id or f"#{len(known) + 1}", remark)
    sound: set[str] = set()
    for key in known:
        _unwind(key, known, sound)
    return tuple(replace(remark, id=key) for key, remark in known.items())


def _unwind(key: str, known: dict[str, Remark], sound: set[str]) -> None:
    """Follow the parents from one comment up; where they lead nowhere or back, the thread begins."""
    way: dict[str, None] = {}
    while key not in sound:
        way[key] = None
        parent = known[key].parent
        if not parent:
            break
        if parent not in known or parent in way:
            known[key] = replace(known[key], parent="")
            break
        key = parent
    sound.update(way)


def text_of(html: str) -> str:
    """The words of a comment, paragraphs parted by blank lines; its markup goes."""
    if "<" not in html and "&" not in html:
        return "\n\n".join(filter(None, map(tidy, html.splitlines())))
    record = Record(headline="", body=markup.blocks(wordpress.broken(html)))
    return "\n\n".join(record.plain_body().split("\n")).strip()
