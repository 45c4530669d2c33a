"""How a discussion is shown: from the story, its thread and the number of its comments. Pure.

Nothing is shown of a thread of which nothing was ever said and in which nobody wrote: an archive of closed stories has
no comments at its foot. A number on a card is exact below ten and then goes in steps, for every step makes the pages
anew that show the card.
"""

from __future__ import annotations

from dateline.press.discussion.record import ThreadRecord
from dateline.story import CommentPolicy, Correction, Story, instant

STEPS = (10, 20, 50, 100, 200, 500)
"""Those of the first thousand; after it come the same ones, times ten."""

SERIOUS = ("retraction", "note", "correction")
"""Corrections that who answered the story has to know of; they stand above it."""


def of(story: Story | None, record: ThreadRecord) -> CommentPolicy:
    """Whether a story has a discussion that readers see (``off``: none), and whether they can add to it."""
    if story is None or story.comments == "off":
        return "off"
    if record.thread is None:
        return "closed" if record.comments else "off"
    return record.thread.standing


def shown_count(story: Story | None, record: ThreadRecord) -> int:
    """The number of comments of which the card of a story tells; 0 if it tells nothing."""
    return step(record.comments) if of(story, record) != "off" else 0


def step(count: int) -> int:
    """The number on a card: the count below ten, then the largest step that it has reached."""
    if count < STEPS[0]:
        return count
    scale = 1
    while count >= scale * 2 * STEPS[-1]:
        scale *= 10
    reached = [one * scale for one in (1, *STEPS) if one * scale <= count]
    return max(reached)


def changed_since(story: Story, first: str) -> Correction | None:
    """The last correction that was made after the first comment; None if there was none."""
    began = instant(first)
    later = [
        one
        for one in story.corrections
        if one.kind in SERIOUS and (began is None or ((at := instant(one.at)) is not None and at >= began))
    ]
    return later[-1] if later else None
