"""Chains of a batch kept straight: a story whose chain leads back to it continues nothing."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.desk.models import Story
from dateline.desk.models.chain import LONGEST


def cut(batch: Sequence[Story]) -> None:
    """Take the link out of every story of a batch, not saved yet, that closes a circle."""
    links = {story.pk: story.follows_id for story in batch}
    for story in batch:
        if story.follows_id and _leads_back(story.pk, links):
            story.follows_id = links[story.pk] = None


def _leads_back(code: int, links: dict[int, int | None]) -> bool:
    at = links[code]
    for _ in range(LONGEST):
        if at is None:
            return False
        if at == code:
            return True
        if at not in links:
            links[at] = Story.objects.filter(pk=at).values_list("follows", flat=True).first()
        at = links[at]
    return True
