"""Captures of a page, versions of an agency's item: of which story they are states, and what to say of them.

A page is known by any address it ever gave for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dateline import urls
from dateline.desk import intake
from dateline.wire.reading import Read
from dateline.wire.record import Record
from dateline.wire.sameness import Met


@dataclass
class Versions:
    """Knows the marks of captures. ``dry``: nothing is kept of a batch, so that what was met has to be held here."""

    dry: bool = False
    _marks: dict[str, str] = field(default_factory=dict)
    """By the key of an address."""

    def look_up(self, batch: Sequence[Read]) -> None:
        """Make ready for the captures of a batch: whose their addresses are among the stories that are here."""
        if not self.dry:
            self._marks = {}
        addresses = {address for read in batch for address in _addresses(read.record)}
        codes = intake.codes_of_addresses(addresses)
        origins = intake.origins(codes.values())
        for address, code in codes.items():
            if code in origins and origins[code].external_id:
                self._marks[_key(address)] = origins[code].external_id

    def mark(self, record: Record, mark: str) -> str:
        """What a record is known by: for a capture the mark of any other of its page, else its own, ``mark``."""
        keys = [_key(address) for address in _addresses(record)]
        found = next((self._marks[key] for key in keys if key in self._marks), mark)
        self._marks.update(dict.fromkeys(keys, found))
        return found


def with_dates(known: dict[str, Met]) -> dict[str, Met]:
    """What was met with the dates of the captures that the stories show now."""
    origins = intake.origins(met.code for met in known.values() if met.code)
    return {
        mark: replace(met, captured=origins[met.code].captured) if met.code in origins else met
        for mark, met in known.items()
    }


def reason(record: Record, code: int | None, changed: bool) -> str:
    """What to say of a capture of a page that was captured before."""
    which = f"story {code}" if code else "a story of this import"
    if changed:
        return f"A version of {which}, captured on {record.captured[:10]}."
    return f"Captured on {record.captured[:10]}; it says what another capture of {which} says."


def earlier(record: Record, code: int | None) -> str:
    """What to say of a capture that comes in after a later one."""
    which = f"story {code}" if code else "a story of this import"
    return f"Captured on {record.captured[:10]}, before what {which} shows; it came in too late for its history."


def lower(record: Record, other: Met) -> str:
    """What to say of a version of an item that is here in a higher one."""
    which = f"story {other.code}" if other.code else "a story of this import"
    return f"Version {record.version} of {which}, which is here in version {other.version}."


def higher(record: Record, other: Met) -> str:
    """What to say of a version that takes the place of another; empty if it takes that of none."""
    if not 0 < other.version < record.version:
        return ""
    which = f"story {other.code}" if other.code else "a story of this import"
    return f"Version {record.version} of {which}, in the place of version {other.version}."


def again(code: int | None) -> str:
    """What to say of a state that came in when its time was, and was read once more since."""
    return f"A state of story {code} before the one that it shows; it is in its history."


def is_lower(record: Record, other: Met | None) -> bool:
    return bool(other and 0 < record.version < other.version)


def is_earlier(record: Record, other: Met | None) -> bool:
    return bool(other and record.captured and other.captured and record.captured < other.captured)


def _addresses(record: Record | None) -> Iterable[str]:
    if record is None or not record.captured:
        return ()
    return [address for address in (record.url, *record.addresses) if address]


def _key(address: str) -> str:
    return urls.former_keys(address)[0]
