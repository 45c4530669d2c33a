"""Writing a story: the views that create and edit one, and what they refuse.

Nothing here changes a row by itself; saving and publishing are the model's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import ChecksSidePanel
from wagtail.admin.utils import get_latest_str, get_user_display_name
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets
from wagtail.utils.timestamps import render_timestamp

from dateline.desk import checks, copies, standing
from dateline.desk.models import Story
from dateline.desk.room import addresses
from dateline.desk.room.listing import EntryPaginator
from dateline.desk.room.story_form import new_story

UNDER_WAY = timedelta(seconds=10)
"""How long a form may take to save itself. Words of the same writer that are older were written in another window."""


SUBMITTING = frozenset({"submit", "restart-workflow"})

VERSIONS = ("loaded_revision_id", "overwrite_revision_id")
"""The fields in which a form says which version it began with, or saved by itself."""


TAKE_OVER = "take_over"
"""The field in which a form that was refused says over which version it may be saved, if its writer presses again."""


class Checked:
    """Publishing asks what is missing before anything is saved, and says it at the fields. A review is told of it."""

    still_missing: Sequence[checks.Missing] = ()

    def is_valid(self, form: Any) -> bool:
        valid: bool = super().is_valid(form)  # type: ignore[misc]
        submitting = self.action in SUBMITTING  # type: ignore[attr-defined]
        if not (submitting or self._is_publishing()):
            return valid
        missing = checks.missing(form.as_written())
        if submitting and valid:
            self.still_missing = missing
            return True
        if missing:
            form.name_missing(missing)
            self.produced_error_code = "validation_error"
            self.produced_error_message = str(checks.NotReady(missing, "Not sent" if submitting else "Not published"))
        return valid and not missing

    def get_side_panels(self) -> Any:
        """The schedule is set in the form, beside the other times, and not in a box of its own.

        Wagtail's content checks are left out: they need a script in the previewed page, and readers' pages have none.
        """
        panels = super().get_side_panels()  # type: ignore[misc]
        panels[0].show_schedule_publishing_toggle = False
        return MediaContainer([panel for panel in panels if not isinstance(panel, ChecksSidePanel)])

    def get_success_message(self, instance: Story | None = None) -> str:
        """What happened, in the newsroom's words."""
        story = Story.objects.get(pk=(instance or self.object).pk)  # type: ignore[attr-defined]
        coming = story.go_live_at and story.approved_schedule
        said = {
            "publish": f"goes out on {date_format(timezone.localtime(story.go_live_at), 'j F, H:i')}"
            if coming
            else "is out",
            "submit": "waits for review",
            "workflow-action": "is out" if getattr(self, "workflow_action", "") == "approve" else "was sent back",
            "cancel-workflow": "was taken out of review",
            "restart-workflow": "waits for review again",
        }.get(self.action, "is saved")  # type: ignore[attr-defined]
        missing = " ".join(one.message for one in self.still_missing)
        return f"“{get_latest_str(story)}” {said}." + (f" Before it can be published: {missing}" if missing else "")

    def get_success_buttons(self) -> list[Any]:
        story = Story.objects.get(pk=self.object.pk)  # type: ignore[attr-defined]
        buttons: list[Any] = super().get_success_buttons()  # type: ignore[misc]
        if story.live:
            buttons.append(messages.button(story.public_path, "View live", new_window=True))
        if self.action in SUBMITTING or self._is_publishing():  # type: ignore[attr-defined]
            for one in copies.of(story.get_latest_revision_as_object()):
                url = addresses.story("edit", one.story.pk)
                buttons.append(messages.button(url, f"Possible copy of {one.story.pk}", new_window=True))
        return buttons

    def _is_publishing(self) -> bool:
        approving = getattr(self, "workflow_action", "") == "approve"
        return self.action == "publish" or (self.action == "workflow-action" and approving)  # type: ignore[attr-defined]


class NewStoryView(Checked, snippets.CreateView):  # type: ignore[misc]
    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        *above, here = super().get_breadcrumbs_items()
        return [*above, {**here, "label": "New story"}]

    def get_initial_form_instance(self) -> Story:
        return new_story(self.request.user)


class EditStoryView(Checked, snippets.EditView):  # type: ignore[misc]
    @cached_property
    def is_out_of_date(self) -> bool:
        """Whether somebody saved since the form was opened; also if the story had no version at all by then."""
        posted = self.request.POST
        if self.latest_revision and not any(posted.get(name) for name in VERSIONS):
            return True
        if posted.get(TAKE_OVER) == self.latest_revision_created_at and not self.expects_json_response:
            return False
        return bool(super().is_out_of_date)

    def is_valid(self, form: Any) -> bool:
        """Refuse a form that was opened before somebody else saved: it would put old words over newer ones."""
        if self.is_out_of_date and not self.expects_json_response and not self._saved_by_itself():
            self.produced_error_code = "invalid_revision"
            self.produced_error_message = self._newer_version()
            form.is_valid()
            return False
        return super().is_valid(form)

    def publish_action(self) -> Any:
        with transaction.atomic():
            return super().publish_action()

    @property
    def header_more_buttons(self) -> list[Button]:
        buttons = list(super().header_more_buttons)
        row = self.live_object
        if row.live:
            buttons.append(
                Button("View live", url=row.public_path, icon_name="view", priority=1, attrs={"target": "_blank"})
            )
        if self.user_has_permission("publish"):
            if row.live and not row.retracted:
                url = addresses.story("retract", row.pk)
                buttons.append(Button("Retract…", url=url, icon_name="warning", priority=60))
            if row.live or row.approved_schedule:
                url = addresses.story("unpublish", row.pk)
                buttons.append(Button("Withdraw…", url=url, icon_name="no-view", priority=61))
        return buttons

    def get_usage_url(self) -> None:
        """What refers to a story is a matter for search, not for its form."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        row = self.live_object
        if self.request.method == "POST" and self.is_out_of_date:
            # The form is not to take over by saving itself, but only when its writer says so.
            context |= {"loaded_revision_created_at": "", "take_over": self.latest_revision_created_at}
        return {
            **context,
            "story": row,
            "standing": standing.of_many([row])[row.pk],
            "returned": standing.returned(row),
            "copies": [] if self.expects_json_response else copies.of(self.object),
        }

    def _saved_by_itself(self) -> bool:
        """Whether the newer version is this form's own: it was saving itself when the button was pressed."""
        latest = self.latest_revision
        return latest.user_id == self.request.user.pk and timezone.now() - latest.created_at < UNDER_WAY

    def _newer_version(self) -> str:
        latest = self.latest_revision
        return format_html(
            "Not saved: {who} saved a newer version {when}. What you wrote is still below. "
            '<a href="{url}" target="_blank">Look at the newer version</a>; then save or publish again if yours is to '
            "take its place.",
            who=get_user_display_name(latest.user) if latest.user else "somebody",
            when=render_timestamp(latest.created_at),
            url=self.get_edit_url(),
        )


class DeleteStoryView(snippets.DeleteView):  # type: ignore[misc]
    @property
    def confirmation_message(self) -> str:
        return (
            f"Delete story {self.object.pk} with all its versions? Its code is never given again, and if the story was "
            "out, readers find “gone” at its address. To take a story off the site and keep it, withdraw it instead."
        )

    def get_usage_url(self) -> None:
        """As for the form: what refers to a story is a matter for search."""


class StoryHistoryView(snippets.HistoryView):  # type: ignore[misc]
    paginator_class = EntryPaginator


class ReviewView(snippets.WorkflowActionView):  # type: ignore[misc]
    """Approving from the dashboard. A story that lacks something is not published, and the approval is not kept."""

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().post(request, *args, **kwargs)
        except checks.NotReady as error:
            messages.error(request, str(error))
            if request.headers.get("x-requested-with") == "XMLHttpRequest":
                return self.render_modal_json(request, {"step": "success", "redirect": self.redirect_url})
            return redirect(self.redirect_url)
