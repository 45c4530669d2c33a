"""The rule of corrections: what readers have seen is never changed or taken back, only added to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from dateline.desk.models.parts import StoryCorrection

if TYPE_CHECKING:
    from dateline.desk.models.story import Story


def keep_shown(story: Story) -> None:
    """Raise ValidationError if the story, as it is about to be saved, alters or drops a correction readers saw."""
    mine = {one.pk: one for one in story.corrections.all()}
    for shown in _shown(story):
        kept = mine.get(shown.pk)
        if kept is None or kept.says() != shown.says():
            seen = f"Readers have seen this {shown.kind}; it stays as it is: {shown.text!r}."
            raise ValidationError({"corrections": f"{seen} Add another one."})
        kept.shown = True


def restore_shown(version: Story) -> None:
    """Put the corrections that readers saw into an older version of the story that lacks them or has them otherwise."""
    shown = _shown(version)
    if not shown:
        return
    # A version made before its correction went out holds it without a number of its own.
    said = {one.says() for one in shown}
    version.corrections.remove(*(one for one in version.corrections.all() if one.pk is None and one.says() in said))
    version.corrections.add(*shown)


def show(story: Story) -> bool:
    """Mark every correction as seen; whether one of them is new to readers."""
    fresh = [one for one in story.corrections.all() if not one.shown]
    for one in fresh:
        one.shown = True
    if fresh:
        story.corrections.add(*fresh)
    return bool(fresh)


def _shown(story: Story) -> list[StoryCorrection]:
    return list(StoryCorrection.objects.filter(story=story.pk, shown=True)) if story.pk else []
