"""Finding stories at the desk by headline or code, in bounded time whatever the size of the archive.

What is not out is few, and is looked through by headline. What is out is a reader's search; ``use`` is how
the site puts the search index in. Without one, the newest live stories are looked through.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.desk.models import Story

LOOKED_THROUGH = 5000
"""How many of the newest stories of each kind are compared, so that a rare word does not cost a walk of a million."""
FOUND = 200

_CODE = re.compile(r"#?\s*(\d{1,13})")

LiveFinder = Callable[[str, int], list[int]]


def newest_live(words: str, limit: int) -> list[int]:
    """Those of the newest live stories whose headlines have the words: what is looked through without an index."""
    newest = Story.objects.filter(live=True).order_by("-updated_at").values_list("pk", "headline")[:LOOKED_THROUGH]
    return _matching(newest, words)[:limit]


_live_finder: list[LiveFinder] = [newest_live]
"""The one in use: from words and a limit to the codes of live stories, best first."""


def use(finder: LiveFinder) -> None:
    """Let the desk find live stories with this from now on."""
    _live_finder[0] = finder


def codes_matching(query: str) -> list[int]:
    """The codes of at most ``FOUND`` stories, those not out before those that are; a number is a story's code."""
    words = query.strip()
    if not words:
        return []
    if number := _CODE.fullmatch(words):
        exact = Story.objects.filter(pk=int(number[1])).values_list("pk", flat=True)
        if exact:
            return list(exact)
    desk = Story.objects.filter(live=False).order_by("-updated_at").values_list("pk", "headline")[:LOOKED_THROUGH]
    changed = (
        Story.objects.filter(live=True, has_unpublished_changes=True, latest_revision__isnull=False)
        .order_by("-updated_at")
        .values_list("pk", "latest_revision__object_str")[:LOOKED_THROUGH]
    )
    found = [*_matching(desk, words), *_matching(changed, words), *_live_finder[0](words, FOUND)]
    return list(dict.fromkeys(found))[:FOUND]


def _matching(rows: object, words: str) -> list[int]:
    """Every word somewhere in the headline, whatever the case."""
    wanted = [word.casefold() for word in words.split()]
    return [pk for pk, headline in rows if all(word in headline.casefold() for word in wanted)]  # type: ignore[attr-defined]
