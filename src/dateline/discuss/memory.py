"""What the newsroom remembers when a comment is judged: handed to ``checks`` with each draft."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from django.conf import settings

from dateline.discuss import badges, echoes, lists, outside
from dateline.discuss.checks import Memory, OutsideAnswer
from dateline.discuss.checks.names import skeleton
from dateline.discuss.draft import Draft
from dateline.discuss.learned.learning import learner
from dateline.discuss.models import Treatment
from dateline.discuss.models.choices import REJECTED


def of(draft: Draft) -> Memory:
    """The memory for one draft; a few rows, each found by an index."""
    model = learner().model
    return Memory(
        words=lists.current(),
        staff=_staff(badges.newsroom().names),
        note=_note(draft),
        decided=len(draft.fates),
        rejected=draft.fates.count(REJECTED),
        same_by_others=echoes.ECHOES.of_others(draft.text, draft.reader),
        scorer=None if model.lacking else model,
        ask_outside=_asking(draft),
        when_away=settings.FOLDER.config["comments.checker_away"],
    )


@lru_cache(maxsize=2)
def _staff(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(skeleton, names))


def _note(draft: Draft) -> str:
    if draft.standing != "held":
        return ""
    return Treatment.objects.filter(reader=draft.reader).order_by("-pk").values_list("note", flat=True).first() or ""


def _asking(draft: Draft) -> Callable[[], OutsideAnswer] | None:
    """How the outside checker is asked, if there is one."""
    config = settings.FOLDER.config
    if not config["comments.checker"]:
        return None
    key = outside.read_key(settings.FOLDER.keys / "checker.key")
    checker = outside.Checker(config["comments.checker"], key, config["comments.checker_seconds"])
    return lambda: outside.ask(checker, draft)
