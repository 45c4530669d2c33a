"""The review that a reporter's story passes through: an editor other than its author approves it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from wagtail.models import AbstractGroupApprovalTask


class EditorsReview(AbstractGroupApprovalTask):  # type: ignore[misc]
    """Nobody approves their own story, unless the setting DESK_OWN_APPROVAL says that they may."""

    class Meta:
        verbose_name = "review by editors"
        verbose_name_plural = "reviews by editors"

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        actions: list[tuple[str, str, bool]] = super().get_actions(obj, user)
        if settings.DESK_OWN_APPROVAL or not self._is_author(obj, user):
            return actions
        return [action for action in actions if action[0] != "approve"]

    @classmethod
    def get_description(cls) -> str:
        return "An editor who is not the author approves the story, and it is published."

    def _is_author(self, story: Any, user: Any) -> bool:
        state = story.current_workflow_state
        return user.pk in {story.created_by_id, state and state.requested_by_id}
