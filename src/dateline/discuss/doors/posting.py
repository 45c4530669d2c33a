"""What a reader does with a comment of their own: post it, change it within some minutes, take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from dateline.discuss import judging, labels, notices, showing, standing, words
from dateline.discuss.doors.deciding import count
from dateline.discuss.doors.transaction import locked
from dateline.discuss.draft import Verdict
from dateline.discuss.models import Comment, Decision, Reader, Thread
from dateline.discuss.models.choices import APPROVED, DELETED, FINAL, WAITING
from dateline.discuss.refusal import NotAllowed, NotThere, Refused, ThreadClosed
from dateline.discuss.rules import Policy
from dateline.discuss.standing import Place

EDIT_WINDOW = timedelta(minutes=5)

NEW = (False, False)
"""A comment that was not there stood nowhere and was not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What a reader sends: typed words, not cleaned yet."""

    story: int
    text: str
    parent: int = 0
    network: str = ""
    seconds: float | None = None


class OpenThread(NamedTuple):
    """A thread that can be added to: its story, and the rules that hold for it."""

    place: Place
    policy: Policy


class Taken(NamedTuple):
    """What came in, under which story, and the last entry that the ledger has of it; 0: readers see no difference."""

    comment: Comment
    place: Place
    entry: int


def post(reader: Reader, sent: Post, at: datetime | None = None) -> Taken:
    """Take a reader's comment in; its state is the judgement.

    Raises Refused, and ThreadClosed, NotAllowed or NotThere if it can have no place.
    """
    now = at or timezone.now()
    place, policy = open_thread(sent.story, now)
    text = words.text(sent.text, policy.longest)
    row = Comment(story=sent.story, reader=reader, name=reader.name, text=text, written_at=now, network=sent.network)
    row.parent_id = sent.parent or None
    draft = judging.draft_of(row, now, sent.seconds)
    verdict = judging.judge(draft, policy)
    with locked():
        _check_writer(reader.pk, now)
        _check_thread(sent.story, now)
        row.badge = draft.badge
        _answer(row, sent.parent)
        _apply(row, verdict)
        row.save(force_insert=True)
        count([(reader.pk, "", row.state)])
        if row.state != APPROVED:
            Decision.objects.create(comment=row, actor="checks", after=row.state, at=now)
        entry = showing.announce([row], {row.number: NEW})
        notices.tell_answered([row])
    return Taken(row, place, entry)


def open_thread(code: int, at: datetime) -> OpenThread:
    """A thread that can be added to now. Raises NotThere or ThreadClosed."""
    place = standing.place(code)
    if place is None or not place.live:
        raise NotThere("There is no such story.")
    policy = standing.policy(place)
    stands = standing.now_of(place, at, policy)
    if stands.standing == "off":
        raise ThreadClosed("There are no comments on this story.")
    if stands.standing == "closed":
        raise ThreadClosed("The discussion of this story is closed.", "It can be read, and nothing can be added.")
    return OpenThread(place, policy)


def edit(number: int, reader: Reader, typed: str, at: datetime | None = None) -> Taken:
    """Change the words of one's own comment, which are judged anew; what waits for a moderator goes on waiting.

    Raises NotThere, NotAllowed after ``EDIT_WINDOW``, Refused for the words.
    """
    now = at or timezone.now()
    found = own(number, reader)
    place, policy = open_thread(found.story, now)
    found.text = words.text(typed, policy.longest)
    verdict = judging.judge(judging.draft_of(found, now), policy)
    with locked():
        _check_writer(reader.pk, now)
        row = own(number, reader)
        if not can_edit(row, now):
            raise NotAllowed("A comment can be changed for five minutes.", "You can delete it, or answer it.")
        before = row.state

        def act(one: Comment) -> None:
            one.text, one.edited_at = found.text, now
            _apply(one, verdict)
            if before in WAITING and one.state == APPROVED:
                one.state = before
            one.highlighted = one.highlighted and one.shown

        entry = showing.change([row], act, ["text", "edited_at", "state", "findings", "score", "highlighted"])
        if row.state != before:
            count([(reader.pk, before, row.state)])
            Decision.objects.create(comment=row, actor="checks", before=before, after=row.state, at=now)
    return Taken(row, place, entry)


def can_edit(row: Comment, at: datetime) -> bool:
    """Whether its writer can still change it; what a moderator rejected stays as it was judged."""
    return row.state in (APPROVED, *WAITING) and at <= row.written_at + EDIT_WINDOW


def delete(number: int, reader: Reader) -> Comment:
    """Take one's own comment back; a gap stays while something answers it. Raises NotThere."""
    with locked():
        row = own(number, reader)
        before = row.state

        def act(one: Comment) -> None:
            one.state, one.highlighted, one.decided_at = DELETED, False, timezone.now()

        count([(reader.pk, before, DELETED)])
        Decision.objects.create(comment=row, actor="writer", before=before, after=DELETED)
        showing.change([row], act, ["state", "highlighted", "decided_at"])
    return row


def own(number: int, reader: Reader) -> Comment:
    """The reader's comment of that number, read afresh. Raises NotThere for one that is gone or another's."""
    row = Comment.objects.filter(pk=number, reader=reader.pk).exclude(state__in=FINAL).first()
    if row is None:
        raise NotThere("There is no such comment of yours.")
    return row


def _check_writer(number: int, at: datetime) -> None:
    reader = Reader.objects.filter(pk=number, erased_at=None).first()
    if reader is None:
        raise NotAllowed("You are not signed in any more.", "Please sign in again.")
    if reader.is_banned(at):
        if reader.banned_until is None:
            raise NotAllowed("You cannot comment here.")
        day = labels.words().brief(reader.banned_until.isoformat())
        raise NotAllowed("You cannot comment here until {day}.", day=day)


def _check_thread(code: int, at: datetime) -> None:
    """Whether the thread can still be added to; it has a row from now on. Raises as ``open_thread`` does.

    Whatever changes how a thread stands says so in its row, in the same transaction, or has the clock look at it soon.
    So a row that is open, and due when it closes and not before, says that what was read before the lock still holds.
    """
    row, _ = Thread.objects.get_or_create(story=code, defaults={"standing": "open", "due": at})
    is_settled = row.standing == "open" and not row.hidden and row.due == row.closes_at
    if not is_settled or (row.closes_at is not None and row.closes_at <= at):
        open_thread(code, at)


def _answer(row: Comment, number: int) -> None:
    """Hang a comment below the one it answers, which readers must see."""
    if number:
        parent = Comment.objects.filter(pk=number, story=row.story).first()
        if parent is None or not parent.shown:
            raise Refused("The comment that you answer is not there any more.", "Your words are still in the form.")
        row.parent, row.root_id = parent, parent.root_id or parent.number


def _apply(row: Comment, verdict: Verdict) -> None:
    row.state, row.findings, row.score = verdict.state, list(verdict.findings), verdict.score
