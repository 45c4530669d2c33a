"""Every path by which a story reaches or leaves readers, with a ledger that fails: nothing of the change may stay.

The table of paths is that of the trial of Wagtail's own publishing, where most of them left a live story that no
ledger knew of. The same module runs on PostgreSQL from ``test_desk_on_postgresql``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import newsroom
import pytest
from django.utils import timezone
from wagtail.actions import action_registry
from wagtail.actions.create import CreateAction
from wagtail.models import ModelLogEntry, Revision, WorkflowState

from dateline.desk import schedule
from dateline.desk.models import Byline, Section, Story, StoryCredit
from dateline.desk.publishing import PublishStory, UnpublishStory
from dateline.ledger.models import LedgerEntry

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

Break = Callable[[], None]


def state(code: int) -> dict[str, Any]:
    """All that publishing touches: the row, its schedule, its review, its log, the ledger."""
    row = Story.objects.filter(pk=code).values("live", "headline", "live_revision", "expired", "slug").first()
    return {
        "row": row,
        "scheduled": list(Revision.objects.filter(approved_go_live_at__isnull=False).values_list("pk", flat=True)),
        "reviews": list(WorkflowState.objects.values_list("pk", "status")),
        "log": list(ModelLogEntry.objects.filter(action__contains="publish").values_list("pk", "action")),
        "ledger": list(LedgerEntry.objects.order_by("seq").values_list("subject", "kind")),
    }


def assert_unchanged(code: int, act: Callable[[], Any], break_ledger: Break) -> None:
    before = state(code)
    break_ledger()
    with pytest.raises(Exception, match="told to fail"):
        act()
    assert state(code) == before


def edited(row: Story, headline: str = "Second bridge opens to trams") -> Revision:
    row = Story.objects.get(pk=row.pk)
    row.headline = headline
    return row.save_revision()


@pytest.mark.parametrize("live", [False, True], ids=["draft", "live"])
def test_publishing_a_version_leaves_nothing_behind(broken_ledger: Break, live: bool) -> None:
    row = newsroom.published() if live else newsroom.story()
    revision = edited(row)
    assert_unchanged(row.pk, revision.publish, broken_ledger)


def test_publishing_that_would_end_a_review_leaves_nothing_behind(broken_ledger: Break) -> None:
    row = newsroom.story()
    revision = row.save_revision()
    row.get_workflow().start(row, newsroom.account("reporter"))
    assert_unchanged(row.pk, revision.publish, broken_ledger)


def test_publishing_in_place_of_a_scheduled_version_keeps_the_schedule_if_it_fails(broken_ledger: Break) -> None:
    row = newsroom.published()
    row.go_live_at = timezone.now() + timedelta(days=1)
    row.save_revision().publish()
    row.go_live_at = None
    revision = edited(row)
    revision.content["go_live_at"] = None
    assert state(row.pk)["scheduled"]
    assert_unchanged(row.pk, revision.publish, broken_ledger)


@pytest.mark.parametrize("module", ["publish_revision", "unpublish"])
def test_a_log_that_fails_takes_the_ledger_entry_with_it(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = newsroom.published()
    revision = edited(row)
    before = state(row.pk)
    monkeypatch.setattr(f"wagtail.actions.{module}.log", failing)
    with pytest.raises(RuntimeError, match="told to fail"):
        revision.publish() if module == "publish_revision" else row.unpublish()
    assert state(row.pk) == before


def test_an_approval_leaves_nothing_behind(broken_ledger: Break) -> None:
    row = newsroom.story()
    row.save_revision()
    review = row.get_workflow().start(row, newsroom.account("reporter"))
    editor = newsroom.account("editor")
    assert_unchanged(row.pk, lambda: review.current_task_state.approve(user=editor), broken_ledger)


def test_the_registered_action_leaves_nothing_behind(broken_ledger: Break) -> None:
    row = newsroom.story()
    action = action_registry.get_action_class(Story, "publish")
    assert action is PublishStory
    assert_unchanged(row.pk, lambda: action(row.save_revision()).execute(), broken_ledger)


def test_a_due_story_stays_due_and_goes_out_later(broken_ledger: Break, monkeypatch: pytest.MonkeyPatch) -> None:
    row = scheduled()
    before = state(row.pk)
    with monkeypatch.context() as trouble:
        trouble.setattr("dateline.ledger.record._append", failing)
        assert "told to fail" in schedule.run_due()[0].failure
    assert state(row.pk) == before
    assert schedule.run_due() == []
    assert [ran.failure for ran in schedule.run_due(timezone.now() + schedule.PAUSE)] == [""]
    assert Story.objects.get(pk=row.pk).live


def test_an_expiry_that_fails_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    row = newsroom.published()
    Story.objects.filter(pk=row.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    before = state(row.pk)
    with monkeypatch.context() as trouble:
        trouble.setattr("dateline.ledger.record._append", failing)
        assert "told to fail" in schedule.run_due()[0].failure
    assert state(row.pk) == before
    schedule.run_due(timezone.now() + schedule.PAUSE)
    assert LedgerEntry.objects.filter(subject=f"story:{row.pk}").last().kind == "withdrawn"


@pytest.mark.parametrize(
    "take_down",
    [
        lambda row: row.unpublish(),
        lambda row: UnpublishStory(row).execute(),
        lambda row: action_registry.get_action_class(Story, "unpublish")(row).execute(),
        lambda row: row.delete(),
        lambda row: Story.objects.filter(pk=row.pk).delete(),
        lambda row: Story.objects.filter(pk=row.pk).update(live=False),
        lambda row: action_registry.get_action_class(Story, "delete")(row).execute(),
    ],
    ids=["unpublish", "action", "registry", "delete", "queryset-delete", "queryset-update", "delete-action"],
)
def test_taking_a_story_down_leaves_nothing_behind(broken_ledger: Break, take_down: Callable[[Story], Any]) -> None:
    row = newsroom.published()
    assert_unchanged(row.pk, lambda: take_down(row), broken_ledger)


def test_creating_and_publishing_at_once_leaves_no_row(broken_ledger: Break) -> None:
    new = Story(headline="Ferry strike ends", section=Section.objects.get(slug="harbour"))
    new.body = [("paragraph", "<p>It is over.</p>")]
    new.bylines = [Byline(person=newsroom.person())]
    new.credits = [StoryCredit(kind="own")]
    broken_ledger()
    with pytest.raises(Exception, match="told to fail"):
        CreateAction(new, publish=True).execute(skip_permission_checks=True)
    assert not Story.objects.exists()


@pytest.mark.parametrize(
    "create",
    [
        Story.objects.create,
        lambda **fields: Story.objects.bulk_create([Story(code=7, **fields)]),
    ],
    ids=["create", "bulk-create"],
)
def test_a_row_made_live_by_code_needs_the_ledger(broken_ledger: Break, create: Callable[..., Any]) -> None:
    broken_ledger()
    with pytest.raises(Exception, match="told to fail"):
        create(headline="Ferry strike ends", live=True)
    assert not Story.objects.exists()


def test_a_story_made_by_code_is_a_draft_unless_it_says_otherwise() -> None:
    assert not Story.objects.create(headline="Ferry strike ends").live


def test_a_bulk_update_leaves_nothing_behind(broken_ledger: Break) -> None:
    row = newsroom.published()
    row.headline = "Changed in bulk"
    assert_unchanged(row.pk, lambda: Story.objects.bulk_update([row], ["headline"]), broken_ledger)


def scheduled() -> Story:
    """A story whose time has just come."""
    row = newsroom.story()
    row.go_live_at = timezone.now() + timedelta(hours=1)
    revision = row.save_revision()
    revision.publish()
    content = {**revision.content, "go_live_at": (timezone.now() - timedelta(seconds=5)).isoformat()}
    due = timezone.now() - timedelta(seconds=5)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=due, content=content)
    return row


def failing(*_: Any, **__: Any) -> None:
    raise RuntimeError("the ledger is told to fail")
