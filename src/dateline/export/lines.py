"""The stories as JSON Lines of ninjs 3.0, and beside each what that has no word for, to come in again by.

Each line is an item of ninjs with one name more, ``dateline``:

    format     1; another number means another layout
    digest     the SHA-256 of the snapshot in the canonical form that the record covers
    snapshot   the story as ``/news/<code>.json`` gives it
    earlier    its states before, oldest first: kind, time (milliseconds), digest and snapshot of each
    people, topics, sources     the snapshots of those that it names
    pictures   of each: its key, the place of its file below ``pictures/``, what that file is known by, its words

The order of lines is that of ``order``. Drafts, notes and accounts are not in it; of what was
withdrawn the codes are beside it, as are the comments (``withdrawn``, ``comments``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.export.folder import ExportFolder
from dateline.export.record import Told
from dateline.ledger.entry import State
from dateline.masthead import Site
from dateline.story import as_dict
from dateline.syndicate import ninjs

FILE = "stories.ninjs.jsonl"
PICTURES = "pictures"

FORMAT = 1

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture as the newsroom keeps it."""

    key: str
    file: Path
    digest: str
    """Of the bytes as they arrived, which its key is made from."""
    focus: tuple[int, int] | None
    alt: str
    caption: str
    credit: str

    @property
    def name(self) -> str:
        """Where an export has it, below ``pictures/``."""
        return f"{self.key}{self.file.suffix}"


Keeper = Callable[[Iterable[str]], dict[str, Kept]]
"""Finds pictures by their keys."""


def write(out: ExportFolder, stories: Iterable[Told], site: Site, keeper: Keeper, progress: Progress) -> list[str]:
    """Write the lines and the files of pictures; what is missing, a sentence each."""
    missing: list[str] = []
    with out.open(FILE) as file:
        for number, told in enumerate(stories, start=1):
            row = line(told, site, _take(out, told, keeper, missing))
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
            progress(number)
    return missing


def line(told: Told, site: Site, pictures: list[dict[str, Any]]) -> dict[str, Any]:
    """The line of a story. ``dateline`` stands first, so that the beginning of a file tells what it is."""
    *earlier, last = told.states
    beside: dict[str, Any] = {
        "format": FORMAT,
        "digest": last.entry.digest,
        "snapshot": json.loads(last.body or b"{}"),
        "earlier": [_state(state) for state in earlier],
        "people": [as_dict(one) for one in told.people],
        "topics": [as_dict(one) for one in told.topics],
        "sources": [as_dict(one) for one in told.sources],
        "pictures": pictures,
    }
    return {"dateline": {k: v for k, v in beside.items() if v != []}} | ninjs.item(told.story, site, len(told.states))


def _state(state: State) -> dict[str, Any]:
    entry = state.entry
    snapshot = json.loads(state.body or b"{}")
    return {"kind": entry.kind, "time": entry.time, "digest": entry.digest, "snapshot": snapshot}


def _take(out: ExportFolder, told: Told, keeper: Keeper, missing: list[str]) -> list[dict[str, Any]]:
    """Copy the files of the pictures that a story shows, or showed, and say what there is to say of each."""
    bodies = [json.loads(state.body or b"{}") for state in told.states]
    keys = list(dict.fromkeys(key for one in (*bodies, *map(as_dict, told.people)) for key in keys_in(one)))
    kept = keeper(keys) if keys else {}
    found = []
    for key in keys:
        one = kept.get(key)
        if one is None or not one.file.is_file():
            missing.append(f"Story {told.story.code}: the file of its picture {key} is missing.")
            continue
        out.copy(f"{PICTURES}/{one.name}", one.file)
        row = {"key": key, "file": one.name, "digest": one.digest, "focus": list(one.focus or ())}
        row |= {"alt": one.alt, "caption": one.caption, "credit": one.credit}
        found.append({name: value for name, value in row.items() if value not in ("", [])})
    return found


def keys_in(snapshot: Any) -> Iterator[str]:
    """The key of every picture in the JSON of a snapshot, wherever it stands."""
    if isinstance(snapshot, dict):
        if isinstance(snapshot.get("key"), str) and isinstance(snapshot.get("widths"), list):
            yield snapshot["key"]
        for one in snapshot.values():
            yield from keys_in(one)
    elif isinstance(snapshot, list):
        for one in snapshot:
            yield from keys_in(one)
