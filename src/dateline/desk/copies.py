"""Whether what a story says stands in another one already, by the index that readers search.

Looks and tells; decides nothing, and keeps nobody from publishing. Without an index there is nothing to tell.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.desk import house, snapshot
from dateline.desk.models import Story
from dateline.errors import StoreError

if TYPE_CHECKING:
    from dateline.serve.indexed import IndexInUse

logger = logging.getLogger("dateline.desk")

TOLD = 3
"""How many stories an editor is told of."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A live story that the one in hand is a near copy of; ``share`` in per cent of the shorter of the two texts."""

    story: Story
    share: int


def of(row: Story) -> list[Likeness]:
    """The live stories that this one, saved or not, is a near copy of, the nearest first; those of its chain left out.

    A few thousandths of a second, whatever the size of the archive.
    """
    # Here and not above: an import, which runs on the same rows, has no use for the index.
    from dateline.search import copies

    try:
        found = copies.find(_index(house.searched())(), snapshot.of(row))
    except StoreError as error:
        logger.info("No story is compared with others: %s", error)
        return []
    shares = {one.code: round(100 * one.share) for one in found}
    live = Story.objects.filter(live=True).defer("body", "standfirst", "internal_note").in_bulk(shares)
    others = [one for one in live.values() if one.pk != row.follows_id and (row.pk is None or one.follows_id != row.pk)]
    return [Likeness(one, shares[one.pk]) for one in sorted(others, key=lambda one: -shares[one.pk])][:TOLD]


@cache
def _index(searched: Path) -> IndexInUse:
    from dateline.serve.indexed import IndexInUse

    return IndexInUse(searched)
