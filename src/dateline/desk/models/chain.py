"""The rule of chains: a story may continue an earlier one, and no chain leads back to where it began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from dateline.desk.models.story import Story

LONGEST = 1000
"""Steps of a chain that are looked at. Every save keeps chains straight, so a longer one is no circle either."""


def keep_straight(story: Story) -> None:
    """Raise ValidationError if the story continues itself, or one that already leads to it."""
    if story.follows_id is None:
        return
    through = _way_back(story)
    if through is None:
        return
    if through == story.pk:
        raise ValidationError({"follows": "A story cannot continue itself."})
    way = "already continues this one" if through == story.follows_id else f"leads back to this one by story {through}"
    raise ValidationError({"follows": f"Story {story.follows_id} {way}. Leave one of the two out."})


def _way_back(story: Story) -> int | None:
    """The last story before the chain comes back to where it began; None if it does not."""
    at: int | None = story.follows_id
    before: int = story.pk
    for _ in range(LONGEST):
        if at is None or story.pk is None:
            return None
        if at == story.pk:
            return before
        before, at = at, type(story).objects.filter(pk=at).values_list("follows", flat=True).first()
    return None
