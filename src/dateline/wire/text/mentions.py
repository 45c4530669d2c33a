"""The other stories that a page leads to, below its body: related ones and featured ones, by headline and date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from dateline.wire.page.fields.moments import parse
from dateline.wire.record import Mention
from dateline.wire.text.sheet import Kind, Sheet

SHORTEST, LONGEST = 15, 250
MOST = 200
ENOUGH_DATED = 2


class _List:
    """The entries of a list, read line by line: headline, perhaps again, byline, teaser and date in any order."""

    def __init__(self) -> None:
        self.kind: Literal["related", "featured"] | None = None
        self.headline = ""
        self.size = 0
        self.before = ""
        """A date that stands above its headline."""
        self.dated_first = False

    def begin(self, kind: Kind) -> None:
        self.kind = "related" if kind is Kind.RELATED else "featured" if kind is Kind.FEATURED else None
        self.headline, self.before, self.dated_first = "", "", False

    def close(self, day: str = "") -> Iterator[Mention]:
        if self.headline and self.kind is not None:
            yield Mention(self.headline, day or self.before, self.kind)
        self.headline, self.before = "", ""

    def date(self, day: str) -> Iterator[Mention]:
        if self.headline and not self.dated_first:
            yield from self.close(day)
        else:
            yield from self.close()
            self.dated_first, self.before = True, day

    def text(self, sheet: Sheet, i: int) -> Iterator[Mention]:
        line = sheet.lines[i]
        if self.headline == line.text or not SHORTEST <= line.size <= LONGEST:
            return
        if self.headline and sheet.kinds[i] is Kind.PROSE and line.size > self.size:
            return  # its teaser
        if self.headline:
            yield from self.close()
        self.headline, self.size = line.text, line.size


def read(sheet: Sheet, after: int, language: str) -> list[Mention]:
    """The stories named below line ``after``, each once a list; of one whose entries have dates, those that do."""
    entries = list(islice(_entries(sheet, after, language), 4 * MOST))
    dated = {kind for kind, times in Counter(m.kind for m in entries if m.day).items() if times >= ENOUGH_DATED}
    found: dict[tuple[str, str], Mention] = {}
    for mention in entries:
        if mention.kind in dated and not mention.day:
            continue
        name = mention.kind, mention.headline
        known = found.get(name)
        if known is None or (mention.day and not known.day):
            found[name] = mention
        if len(found) == MOST:
            break
    return list(found.values())


def _entries(sheet: Sheet, after: int, language: str) -> Iterator[Mention]:
    entries = _List()
    for i in range(after, len(sheet.lines)):
        kind = sheet.kinds[i]
        if kind in (Kind.COMMENTS, Kind.RELATED, Kind.FEATURED, Kind.RIGHTS):
            yield from entries.close()
            entries.begin(kind)
        elif entries.kind is None or kind in (Kind.BYLINE, Kind.LABEL):
            continue
        elif kind is Kind.DATE:
            yield from entries.date(parse(sheet.lines[i].text, language))
        else:
            yield from entries.text(sheet, i)
    yield from entries.close()
