"""What can be done to many chosen stories at once: each time all of them or none, and each of them in the log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from wagtail.actions.delete import DeleteAction
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from dateline.desk import checks, withdrawal
from dateline.desk.models import Story


class StoryBulkAction(SnippetBulkAction):  # type: ignore[misc]
    models = (Story,)
    permission = "publish"
    template_name = "desk/bulk.html"
    done = ""

    def check_perm(self, story: Story) -> bool:
        return bool(self.permission_policy.user_has_permission_for_instance(self.request.user, self.permission, story))

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:  # noqa: ARG002
        """Wagtail would take every story there is, whatever the list was filtered by."""
        raise PermissionDenied("Choose the stories themselves.")

    def get_execution_context(self) -> dict[str, Any]:
        return {**super().get_execution_context(), "user": self.request.user, "form": self.cleaned_form}

    def get_success_message(self, count: int, _: int) -> str:
        return f"{count} {'story was' if count == 1 else 'stories were'} {self.done}."


class PublishStories(StoryBulkAction):
    display_name = "Publish"
    action_type = "publish"
    aria_label = "Publish the chosen stories"
    action_priority = 10
    done = "published"
    extras: ClassVar = {"question": "Publish the newest version of these stories now?", "button": "Publish"}

    def prepare_action(self, objects: Sequence[Story], _: Any) -> Any:
        """Say which story lacks what, before any is published."""
        for story in objects:
            missing = checks.missing(story.get_latest_revision_as_object())
            for one in missing:
                messages.error(self.request, f"“{story}” ({story.pk}): {one.message}")
            if missing:
                return redirect(self.next_url)
        return None

    @classmethod
    def execute_action(cls, objects: Sequence[Story], user: Any = None, **_: Any) -> tuple[int, int]:
        for story in objects:
            revision = story.latest_revision or story.save_revision(user=user)
            revision.publish(user=user)
        return len(objects), 0


class ReasonForm(forms.Form):
    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), help_text="For the newsroom's log.")


class WithdrawStories(StoryBulkAction):
    display_name = "Withdraw"
    action_type = "unpublish"
    classes: ClassVar = {"serious"}
    aria_label = "Withdraw the chosen stories"
    action_priority = 20
    form_class = ReasonForm
    done = "withdrawn"
    extras: ClassVar = {"question": "Take these stories off the site?", "button": "Withdraw"}

    @classmethod
    def execute_action(cls, objects: Sequence[Story], user: Any = None, form: Any = None, **_: Any) -> tuple[int, int]:
        for story in objects:
            withdrawal.withdraw(story, user, form.cleaned_data["reason"])
        return len(objects), 0


class DeleteStories(StoryBulkAction):
    """In place of Wagtail's, which leaves no word of it in the log."""

    display_name = "Delete"
    action_type = "delete"
    aria_label = "Delete the chosen stories"
    action_priority = 30
    classes: ClassVar = {"serious"}
    permission = "delete"
    done = "deleted"
    extras: ClassVar = {
        "question": "Delete these stories for good? Their codes are never given again, and readers of those that were "
        "out find “gone”.",
        "button": "Delete",
    }

    @classmethod
    def execute_action(cls, objects: Sequence[Story], user: Any = None, **_: Any) -> tuple[int, int]:
        for story in objects:
            DeleteAction(story, user=user).execute(skip_permission_checks=True)
        return len(objects), 0
