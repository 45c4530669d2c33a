"""What one entry of the ledger says, and the bytes of it that the tree covers. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from dateline.ledger import canonical, tree

Kind = Literal["published", "changed", "withdrawn", "restored", "redacted"]

GONE = ""
"""The digest of an entry that says: readers can no longer see this."""


@dataclass(frozen=True, slots=True)
class Entry:
    """State ``digest`` of ``subject`` became what readers see at ``time`` (milliseconds of the Unix epoch)."""

    seq: int
    time: int
    subject: str
    kind: Kind
    digest: str

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(self.time / 1000, tz=UTC)

    def leaf(self) -> bytes:
        """The canonical JSON of the entry: what ``/ledger`` serves and the tree's leaf covers."""
        return canonical.encode(
            {"digest": self.digest, "kind": self.kind, "seq": self.seq, "subject": self.subject, "time": self.time}
        )

    def leaf_hash(self) -> bytes:
        return tree.leaf_hash(self.leaf())


@dataclass(frozen=True, slots=True)
class State:
    """An entry and the canonical bytes of its snapshot; None when readers see nothing, or no longer may."""

    entry: Entry
    body: bytes | None


def decide(last: str | None, digest: str) -> Kind | None:
    """What a new digest makes of a subject whose last one was ``last`` (None: never seen). None: nothing new.

    A subject that was never public and still is not leaves no trace.
    """
    if digest == (last or GONE):
        return None
    if digest == GONE:
        return "withdrawn"
    if last is None:
        return "published"
    return "restored" if last == GONE else "changed"
