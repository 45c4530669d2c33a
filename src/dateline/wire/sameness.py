"""Whether a piece of copy is a new story, a later state of one that is here, or another copy of it. Pure.

A record is known by its *mark*: the address of a page or the id its archive gives it; if it has neither, a digest of
its words. The mark is kept as the story's external id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.wire.record import Record

LONGEST = 300
"""Characters of a mark; what is longer ends in a digest."""

_WORDS = "text:"


@dataclass(frozen=True, slots=True)
class Met:
    """A story that this import, or one before it, made of a piece."""

    mark: str
    file: int
    """A digest of the place of the piece's file."""
    headline: int
    """A digest of the headline, its case and spaces aside."""
    code: int | None
    """None in a dry run, which gives no codes."""
    fresh: bool = False
    """Whether it was met in this very run."""
    captured: str = ""
    """When a crawler saw the copy that it shows, if it comes from a web archive."""
    version: int = 0
    """Which version of its item it shows, if its copy counts them."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with a record: make a story, let a story take on its state, or leave it as a copy of one."""

    kind: Literal["new", "update", "copy"]
    mark: str
    code: int | None = None


def met(mark: str, file: str, headline: str, code: int | None, fresh: bool = False) -> Met:
    """A story as it is remembered: in few bytes, for a dry run remembers millions."""
    return Met(mark, _number(file), _number(" ".join(headline.casefold().split())), code, fresh)


def marks_of(record: Record, whole: bool, file: str) -> tuple[str, ...]:
    """The mark of a record, and the one that it gets if another archive gave the same id to another story."""
    mark = mark_of(record, whole)
    return mark, _of_archive(mark, file)


def mark_of(record: Record, whole: bool) -> str:
    """What makes two records one story. ``whole``: the record is a page, whose address says more than an id."""
    first, second = (record.url, record.external_id) if whole else (record.external_id, record.url)
    return _bounded(first or second or _WORDS + _digest(f"{record.headline}\n{record.plain_body()}"))


def judge(record: Record, mark: str, file: str, own: Met | None, known: Mapping[str, Met]) -> Verdict:
    """Decide on a record found in ``file``.

    ``own`` is the story that the same piece made before, ``known`` the stories met so far by mark. Ids are only
    unique in one archive: the same id with another headline from another file is another story.
    """
    this = met(mark, file, record.headline, None)
    other = known.get(mark)
    if other is None:
        if own is not None and mark.startswith(_WORDS) and own.mark.startswith(_WORDS):
            return Verdict("update", own.mark, own.code)
        return Verdict("new", mark)
    if record.version and other.version and record.version != other.version:
        # An agency's item: whoever counts its versions also gives it an id that nobody else gives.
        return Verdict("update" if record.version > other.version else "copy", mark, other.code)
    if record.captured and other.captured and record.captured != other.captured:
        # States of one page: a later one is what the story shows now, one before that came too late.
        return Verdict("update" if record.captured > other.captured else "copy", mark, other.code)
    if other.file == this.file and not other.fresh:
        # By mark and not by place: the lines of an export may have moved since it was taken in.
        return Verdict("update", mark, other.code)
    if other.file != this.file and mark == record.external_id and other.headline != this.headline:
        return judge(record, _of_archive(mark, file), file, own, known)
    return Verdict("copy", mark, other.code)


def _of_archive(mark: str, file: str) -> str:
    return _bounded(f"{_digest(file)}:{mark}")


def _bounded(mark: str) -> str:
    return mark if len(mark) <= LONGEST else f"{mark[: LONGEST - 33]}~{_digest(mark)}"


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=7).digest())
