"""Publishing and taking down, each as one transaction. Wagtail's own actions are a row of separate commits.

With these, the row, the ledger entry, the schedule, the log and the end of a workflow happen together or not at
all. They are what ``Story.publish`` and ``Story.unpublish`` use, what the views of the desk use, and what Wagtail's
action registry knows for stories.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import transaction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.log_actions import log
from wagtail.models import Revision

from dateline.desk import checks


class PublishStory(PublishRevisionAction):  # type: ignore[misc]
    def execute(self, skip_permission_checks: bool = False) -> None:
        """Publish or schedule the version. Raises NotReady, or what the ledger raises; then nothing has changed."""
        with transaction.atomic():
            _hold(self.object)
            missing = checks.missing(self.object)
            if missing:
                raise checks.NotReady(missing)
            super().execute(skip_permission_checks=skip_permission_checks)
            if self.user and self.user.pk == self.object.created_by_id and self.log_action:
                log(instance=self.object, action="desk.own_story", user=self.user, revision=self.revision)


class UnpublishStory(UnpublishAction):  # type: ignore[misc]
    def execute(self, skip_permission_checks: bool = False) -> None:
        with transaction.atomic():
            _hold(self.object)
            super().execute(skip_permission_checks=skip_permission_checks)


def keep_live_version(code: int) -> Revision:
    """Make a version of what readers see of a live story that has none, and note that it is the live one."""
    shown = apps.get_model("desk", "Story").objects.get(pk=code)
    version: Revision = Revision.objects.create(
        content_object=shown,
        base_content_type=shown.get_base_content_type(),
        content=shown.serializable_data(),
        object_str=str(shown),
        created_at=shown.updated_at,
    )
    type(shown).objects.filter(pk=code).update(live_revision=version)
    return version


def _hold(story: Any) -> None:
    """Keep others from publishing or taking down the same story until this transaction ends."""
    type(story).objects.select_for_update().filter(pk=story.pk).values_list("pk").first()
