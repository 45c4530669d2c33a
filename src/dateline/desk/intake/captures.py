"""Captures of a page that say what the one before said: the story keeps the date of the first that said it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from dateline import story
from dateline.desk import snapshot
from dateline.desk.intake.rows import Rows
from dateline.ledger import read


def keep_first(updated: Iterable[Rows]) -> None:
    """Put the date of the capture back on stories that differ in nothing else from what readers see of them."""
    captured = {f"story:{rows.story.pk}": rows for rows in updated if rows.story.captured_at and rows.story.live}
    states = read.current(list(captured))
    pictures = snapshot.pictures_of([captured[subject].story for subject in states])
    for subject, state in states.items():
        rows = captured[subject]
        shown = story.from_dict(story.Story, json.loads(state.body)) if state.body else None
        if shown and replace(snapshot.build(rows.story, rows.parts(), pictures), captured=shown.captured) == shown:
            rows.story.captured_at = story.instant(shown.captured)
