"""What became of each record: a line of JSON, and the sum of them all. Pure but for the file it is given."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import IO, Any, Literal

from dateline.wire.account import Account
from dateline.wire.record import Record

Outcome = Literal["imported", "merged", "rejected", "review"]


OUTCOMES: dict[Outcome, str] = {
    "imported": "a story now, and out",
    "merged": "another copy of a story that is here",
    "review": "a draft that a person should look at",
    "rejected": "no story in it",
}
"""What can become of a record, and what that means."""

_NOTHING = Record(headline="", body=())


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one piece. ``record`` is None if none could be read, or if it was not read again."""

    file: str
    outcome: Outcome
    reason: str = ""
    code: int | None = None
    record: Record | None = None
    headline: str = ""
    mark: str = ""
    """What the record is known by, as ``sameness`` says."""
    missing: tuple[str, ...] = ()
    """The addresses of its pictures that could not be had, each with the reason if there is more to say."""

    def as_json(self) -> str:
        return json.dumps(self._fields(), ensure_ascii=False)

    def _fields(self) -> dict[str, Any]:
        found = self.record or _NOTHING
        return {
            "file": self.file,
            "outcome": self.outcome,
            "reason": self.reason,
            "code": self.code,
            "headline": found.headline or self.headline,
            "standfirst": found.standfirst,
            "body": found.plain_body(),
            "authors": list(found.authors),
            "date": found.published or None,
            "image": found.image.address if found.image else None,
            "external_id": found.external_id,
            "source": found.source,
            "section": found.section,
            "topics": list(found.topics),
            "language": found.language,
            "url": found.url,
            "state": found.state,
            "comments": len(found.comments),
            "missing": list(self.missing),
        }


@dataclass
class Report:
    """Counts lines, and writes them to a file if there is one."""

    file: IO[str] | None = None
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)

    left_out: Counter[str] = field(default_factory=Counter)
    """What was in the archives and is no copy, by what it is: requests, answers that were errors, links."""

    account: Account = field(default_factory=Account)

    def add(self, line: Line) -> None:
        self.account.add(line)
        self.outcomes[line.outcome] += 1
        if line.reason:
            self.reasons[line.outcome, _kind_of(line.reason)] += 1
        if self.file is not None:
            self.file.write(line.as_json() + "\n")

    @property
    def total(self) -> int:
        return self.outcomes.total()


def _kind_of(reason: str) -> str:
    """The reason without what is particular to one record, so that like ones are counted together."""
    return " ".join("…" if any(c.isdigit() or c in "'\"/" for c in word) else word for word in reason.split())
