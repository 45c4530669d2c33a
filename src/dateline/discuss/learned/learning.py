"""The learned score of this site: follows the moderators' decisions, keeps its model in a file, answers what it says.

A follower like those of pages and search: the position is in the same file as what was learned, so that a decision is
learned from once, whatever is killed when. Every so often the model is made anew from all decisions, in which what
was undone, edited or erased since is as it is now.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from django.conf import settings
from django.db.models import Max

from dateline.discuss.learned import keeping
from dateline.discuss.learned.model import Model, teach
from dateline.discuss.models import Comment, Decision
from dateline.discuss.models.choices import APPROVED, REJECTED

WHOLE = 20_000
"""The latest decisions that a model is made from: what a newsroom lets pass changes with the years."""
BATCH = 500
GROWTH = 0.2
"""The share of new decisions after which the model is made anew."""
SAVED_EVERY = 25

log = logging.getLogger("dateline.discuss.learned")


class Learner:
    """The one model of a process; safe to ask from any thread while another one teaches it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._teaching = threading.Lock()
        self._written = _written(path)
        self._model = keeping.load(path) or Model()
        self._unsaved = 0

    @property
    def model(self) -> Model:
        """The newest there is: the process that takes comments in reads what the newsroom's has learned."""
        written = _written(self._path)
        if written > self._written:
            self._written = written
            self._model = keeping.load(self._path) or self._model
        return self._model

    def keep_up(self) -> int:
        """Learn from decisions made since the last time, at most a batch; how many. Cheap if there are none."""
        if not self._teaching.acquire(blocking=False):
            return 0
        try:
            fresh = _after(self._model.position)
            if not fresh:
                if self._unsaved:
                    self._save(self._model)
                return 0
            if self._is_due(len(fresh)):
                self._make_whole()
            else:
                self._take_in(fresh)
            return len(fresh)
        finally:
            self._teaching.release()

    def make_whole(self) -> None:
        """Make the model anew from the decisions."""
        with self._teaching:
            self._make_whole()

    def _is_due(self, fresh: int) -> bool:
        """Early, nearly always; later, when a fifth has come since."""
        since = self._model.since_whole + fresh
        return since >= max(SAVED_EVERY, GROWTH * (self._model.approved + self._model.rejected))

    def _take_in(self, fresh: list[tuple[int, int, str]]) -> None:
        last = {comment: (number, after) for number, comment, after in fresh}
        texts = dict(Comment.objects.filter(pk__in=last).exclude(text="").values_list("pk", "text"))
        for comment, (_, after) in last.items():
            if comment in texts and after in (APPROVED, REJECTED):
                self._model.learn(texts[comment], after == REJECTED)
        self._model.position = fresh[-1][0]
        self._model.since_whole += len(fresh)
        self._unsaved += len(fresh)
        if self._unsaved >= SAVED_EVERY:
            self._save(self._model)

    def _make_whole(self) -> None:
        position = Decision.objects.aggregate(last=Max("pk"))["last"] or 0
        decided = (
            Comment.objects.filter(decided_by__isnull=False, state__in=(APPROVED, REJECTED))
            .exclude(text="")
            .order_by("-decided_at")
            .values_list("text", "state")[:WHOLE]
        )
        made = teach([(text, state == REJECTED) for text, state in reversed(list(decided))])
        made.position = position
        self._save(made)
        self._model = made

    def _save(self, model: Model) -> None:
        try:
            keeping.save(model, self._path)
            self._written, self._unsaved = _written(self._path), 0
        except OSError as error:
            log.error("What was learned of comments could not be kept, and will be learned again: %s", error)


def _written(path: Path) -> int:
    """When the file was written, in nanoseconds; 0: there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _after(position: int) -> list[tuple[int, int, str]]:
    """Decisions of moderators after one, in order: number, comment, what it came to."""
    rows = Decision.objects.filter(pk__gt=position, by__isnull=False).order_by("pk")
    return list(rows.values_list("pk", "comment_id", "after")[:BATCH])


_learner: Learner | None = None
_starting = threading.Lock()


def learner() -> Learner:
    """That of the site, opened when it is first asked for."""
    global _learner  # noqa: PLW0603 (one a process, like the database's connection)
    with _starting:
        if _learner is None:
            _learner = Learner(Path(settings.FOLDER.path) / "learned" / "comments.model")
        return _learner


def forget() -> None:
    """Have the file opened anew; for tests, and for whoever put another one in its place."""
    global _learner  # noqa: PLW0603
    _learner = None
