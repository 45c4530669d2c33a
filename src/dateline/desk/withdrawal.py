"""Taking a story back: withdrawn, it is gone for readers; retracted, it stays under a notice that disowns it.

Both are done with words of explanation that the log keeps. A retraction's words are also shown to readers.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from dateline.desk import cleaning
from dateline.desk.models import Story, StoryCorrection
from dateline.desk.publishing import UnpublishStory
from dateline.errors import DatelineError


def withdraw(story: Story, user: Any, reason: str) -> None:
    """Take a story down and cancel what was scheduled for it; the reason stays in the newsroom's log.

    Raises DatelineError without a reason.
    """
    words = _required(reason)
    with transaction.atomic():
        story.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
        UnpublishStory(story, user=user, log_action=False).execute(skip_permission_checks=True)
        if story.workflow_in_progress:
            story.current_workflow_state.cancel(user=user)
        log(instance=story, action="desk.withdraw", user=user, data={"reason": words})


def retract(story: Story, user: Any, notice: str) -> None:
    """Put a live story under a notice of retraction, at once; work on a newer version of it is left as it is.

    Raises DatelineError without a notice, or for a story that readers do not see.
    """
    words = _required(notice)
    with transaction.atomic():
        shown = Story.objects.select_for_update().get(pk=story.pk)
        if not shown.live:
            raise DatelineError("Only a story that is out can be retracted.", "Withdraw it instead.")
        shown.corrections.add(StoryCorrection(kind="retraction", text=words, sort_order=-1))
        shown.save()
        log(instance=shown, action="desk.retract", user=user, data={"notice": words})


def _required(words: str) -> str:
    clean = cleaning.line(words)
    if not clean:
        raise DatelineError("Say why.", "The newsroom's log keeps it.")
    return clean
