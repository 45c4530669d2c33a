"""Where a story stands, in the newsroom's words: for the listing, its filter and the dashboard.

The states of a whole page are found with three queries. Filters go by indexes that hold few rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Revision, TaskState, WorkflowState

from dateline.desk.models import Story, StoryCorrection

STATES = {
    "draft": "Draft",
    "review": "In review",
    "returned": "Sent back",
    "scheduled": "Scheduled",
    "published": "Published",
    "changed": "Published, changed since",
    "expired": "Expired",
    "withdrawn": "Withdrawn",
    "retracted": "Retracted",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A state and, for a story that is out, what is on its way."""

    state: str
    coming: str = ""

    @property
    def label(self) -> str:
        return STATES[self.state] + (f", {STATES[self.coming].lower()}" if self.coming else "")


def of_many(stories: Sequence[Story]) -> dict[int, Standing]:
    """The standing of each story."""
    codes = [str(story.pk) for story in stories]
    scheduled = _codes(_scheduled().filter(object_id__in=codes).values_list("object_id", flat=True))
    reviews = dict(_reviews().filter(object_id__in=codes).values_list("object_id", "status"))
    retracted = set(_retractions().filter(story__in=codes).values_list("story_id", flat=True))
    return {
        story.pk: _standing(story, story.pk in scheduled, reviews.get(str(story.pk), ""), story.pk in retracted)
        for story in stories
    }


def note(stories: Sequence[Story]) -> None:
    """Put each story's standing on it, as ``standing``, for a template to show."""
    found = of_many(stories)
    for story in stories:
        story.standing = found[story.pk]


def _standing(story: Story, scheduled: bool, review: str, retracted: bool) -> Standing:
    in_review = review == WorkflowState.STATUS_IN_PROGRESS
    returned = review == WorkflowState.STATUS_NEEDS_CHANGES
    coming = "scheduled" if scheduled else "review" if in_review else "returned" if returned else ""
    if story.live and retracted:
        return Standing("retracted", coming)
    if story.live:
        return Standing("changed" if story.has_unpublished_changes and not coming else "published", coming)
    if coming:
        return Standing(coming)
    if story.expired:
        return Standing("expired")
    return Standing("withdrawn" if story.first_published_at else "draft")


def returned(story: Story) -> TaskState | None:
    """By whom, when and with which words the story was sent back to its writer; None if it was not, or is out again."""
    review = story.current_workflow_state
    if review is None or review.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    return review.current_task_state


def filtered(stories: QuerySet[Story], state: str) -> QuerySet[Story]:
    """Those of the stories that are in a state, or have it coming."""
    codes = Cast("object_id", BigIntegerField())
    scheduled = _scheduled().annotate(code=codes).values("code")
    in_progress = _reviews().filter(status=WorkflowState.STATUS_IN_PROGRESS).annotate(code=codes).values("code")
    returned = _reviews().filter(status=WorkflowState.STATUS_NEEDS_CHANGES).annotate(code=codes).values("code")
    resting = Q(live=False) & ~Q(pk__in=scheduled) & ~Q(pk__in=in_progress) & ~Q(pk__in=returned)
    chosen: dict[str, Q] = {
        "draft": resting & Q(first_published_at__isnull=True),
        "review": Q(pk__in=in_progress),
        "returned": Q(pk__in=returned),
        "scheduled": Q(pk__in=scheduled),
        "published": Q(live=True),
        "changed": Q(live=True, has_unpublished_changes=True),
        "expired": resting & Q(expired=True),
        "withdrawn": resting & Q(first_published_at__isnull=False, expired=False),
        "retracted": Q(live=True, pk__in=_retractions().values("story")),
    }
    return stories.filter(chosen[state])


def _scheduled() -> QuerySet[Revision]:
    return Revision.objects.filter(content_type=_kind(), approved_go_live_at__isnull=False)


def _reviews() -> QuerySet[WorkflowState]:
    return WorkflowState.objects.active().filter(base_content_type=_kind())


def _retractions() -> QuerySet[StoryCorrection]:
    return StoryCorrection.objects.filter(kind="retraction", shown=True)


def _kind() -> ContentType:
    return ContentType.objects.get_for_model(Story)


def _codes(values: Any) -> set[int]:
    return {int(value) for value in values}
