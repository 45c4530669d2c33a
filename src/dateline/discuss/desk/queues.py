"""The queues of the moderation desk: which comments stand in which, how they are leafed through, how many there are.

Leafing is by the comment's number, so that the thousandth page costs what the first does, and none is lost or doubled
while others decide. Counting stops at ``COUNTED``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet

from dateline.desk.models import Story
from dateline.discuss.models import Comment
from dateline.discuss.models.choices import APPROVED, HELD, PENDING, REJECTED

PAGE = 25
COUNTED = 1_000
SEARCHED = 5_000
"""The first so many comments of a queue are looked through for words: there is no index for them."""

Comments = QuerySet[Comment]


@dataclass(frozen=True, slots=True)
class Queue:
    name: str
    label: str
    of: Callable[[Comments], Comments]
    newest: bool = False
    """The newest first; otherwise who has waited longest."""
    counted: bool = True
    empty: str = "Nothing here."


QUEUES = (
    Queue("pending", "Pending", lambda rows: rows.filter(state=PENDING), empty="Nothing waits to be read."),
    Queue("reported", "Reported", lambda rows: rows.filter(reports__gt=0), empty="No comment is reported."),
    Queue("held", "Held", lambda rows: rows.filter(state=HELD), empty="The checks hold nothing."),
    Queue("approved", "Approved", lambda rows: rows.filter(state=APPROVED), newest=True, counted=False),
    Queue("rejected", "Rejected", lambda rows: rows.filter(state=REJECTED), newest=True, counted=False),
    Queue("all", "All", lambda rows: rows, newest=True, counted=False),
)
BY_NAME = {queue.name: queue for queue in QUEUES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody asked to see."""

    queue: str = "pending"
    story: int = 0
    section: str = ""
    person: int = 0
    words: str = ""
    newest: bool = False
    after: int = 0
    """The last comment that was shown; 0: from the beginning."""

    @property
    def filtered(self) -> bool:
        return bool(self.story or self.section or self.person or self.words)

    def query(self, **changes: Any) -> str:
        """As the query of an address, without what is not asked for."""
        wish = replace(self, **changes)
        usual = BY_NAME[wish.queue].newest
        said = {
            "story": wish.story,
            "section": wish.section,
            "person": wish.person,
            "words": wish.words,
            "order": "" if wish.newest == usual else ("newest" if wish.newest else "oldest"),
            "after": wish.after,
        }
        return urlencode({name: value for name, value in said.items() if value})


def read(queue: Queue, asked: Mapping[str, str]) -> Wish:
    """What the query of an address asks for; what makes no sense in it is passed over."""
    order = asked.get("order", "")
    return Wish(
        queue=queue.name,
        story=_number(asked.get("story", "")),
        section=asked.get("section", "")[:80],
        person=_number(asked.get("person", "")),
        words=(asked.get("words") or asked.get("q", "")).replace("\0", "").strip()[:100],
        newest=order == "newest" if order in ("newest", "oldest") else queue.newest,
        after=_number(asked.get("after", "")),
    )


def page(wish: Wish) -> tuple[list[Comment], bool]:
    """The comments that are asked for, and whether there are more behind them."""
    rows = _filtered(BY_NAME[wish.queue].of(Comment.objects.all()), wish)
    if wish.after:
        rows = rows.filter(number__lt=wish.after) if wish.newest else rows.filter(number__gt=wish.after)
    rows = rows.order_by("-number" if wish.newest else "number")
    if wish.words:
        # The database leaves off looking after so many rows, whether they match or not.
        rows = Comment.objects.filter(pk__in=list(rows.values_list("pk", flat=True)[:SEARCHED]))
        rows = rows.filter(Q(text__icontains=wish.words) | Q(name__icontains=wish.words))
        rows = rows.order_by("-number" if wish.newest else "number")
    found = list(rows.select_related("reader", "decided_by")[: PAGE + 1])
    return found[:PAGE], len(found) > PAGE


def counts() -> dict[str, str]:
    """How many comments wait in each queue that asks for work, as it is shown; never a scan."""
    return {queue.name: shown(count(queue)) for queue in QUEUES if queue.counted}


def count(queue: Queue) -> int:
    """How many there are, at most one more than ``COUNTED``."""
    return queue.of(Comment.objects.order_by())[: COUNTED + 1].count()


def shown(many: int) -> str:
    return f"{COUNTED:,}+" if many > COUNTED else f"{many:,}"


def _filtered(rows: Comments, wish: Wish) -> Comments:
    if wish.story:
        rows = rows.filter(story=wish.story)
    if wish.section:
        rows = rows.filter(story__in=Story.objects.filter(section__slug=wish.section).values("pk"))
    if wish.person:
        rows = rows.filter(reader=wish.person)
    return rows


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
