"""What a moderator does: decide about comments, one or many, take it back, highlight, treat a person.

Each answers a browser without script with the page it came from and a message, and the script with what was said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log

from dateline.desk.models import Story
from dateline.discuss import doors, reasons
from dateline.discuss.checks.numbers import count
from dateline.discuss.desk import queues, reading
from dateline.discuss.desk.frame import moderators_only
from dateline.discuss.doors.deciding import last_decisions
from dateline.discuss.models import Comment, Decision, Reader
from dateline.discuss.models.choices import APPROVED, BANNED, HELD, REJECTED, STANDINGS, WAITING
from dateline.errors import DatelineError

MOST = 200
"""Comments that are decided at once."""
LONGEST_NOTE = 1_000

_STATES = {"approve": APPROVED, "reject": REJECTED, "hold": HELD}
_DONE = {"approve": "Approved", "reject": "Rejected", "hold": "Held"}


@moderators_only
@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Approve, reject, hold, highlight: the comment that a button names, or those that are ticked."""
    what, numbers = _asked(request)
    if not numbers:
        return _answer(request, "Nothing was chosen: tick the comments first.", [], failed=True)
    try:
        if what in ("highlight", "plain"):
            return _answer(request, _highlight(numbers[0], what == "highlight", request.user), [])
        if what not in _STATES:
            raise DatelineError("That is nothing that can be done with a comment.", "Load the page again.")
        return _answer(request, *_decide(request, what, numbers))
    except DatelineError as error:
        return _answer(request, str(error), [], failed=True)


@moderators_only
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the decisions that are named, those made last on a page without script, or this moderator's last."""
    named = [int(one) for one in request.POST.getlist("decision") if one.isascii() and one.isdigit()][:MOST]
    named = named or request.session.get("discuss_undo", [])
    own = Decision.objects.filter(by=request.user, undone_by=None, undoes=None)
    found = own.filter(pk__in=named) if named else own.filter(pk__in=own.order_by("-pk").values("pk")[:1])
    back = doors.undo(list(found.values_list("pk", flat=True)), request.user)
    said = f"Taken back: {count(len(back), 'comment')}." if back else "There is nothing left to take back."
    return _answer(request, said, [], failed=not back)


@moderators_only
@require_POST
def treat(request: HttpRequest, number: int) -> HttpResponse:
    """Trust, hold or ban a person, or none of these any more; with ``sweep``, reject what waits of theirs."""
    standing, note = request.POST.get("standing", ""), request.POST.get("note", "").strip()[:LONGEST_NOTE]
    if "sweep" in request.POST:
        return _sweep(request, number)
    if standing not in dict(STANDINGS):
        return _answer(request, "Say how the person is to be treated.", [], failed=True)
    length = reading.ban_length(request.POST.get("days", "0")) if standing == BANNED else None
    try:
        reader = doors.treat(
            number, standing, request.user, until=timezone.now() + length if length else None, note=note
        )
    except DatelineError as error:
        return _answer(request, str(error), [], failed=True)
    return _answer(request, f"{reader} is {_treated(reader, bool(length))}.", [])


def _treated(reader: Reader, for_a_time: bool) -> str:
    if reader.standing == BANNED:
        return (
            f"banned until {timezone.localtime(reader.banned_until):%d %B, %H:%M}" if for_a_time else "banned for good"
        )
    return {"trusted": "trusted", "held": "held: each comment is read first"}.get(reader.standing, "as everybody again")


def _sweep(request: HttpRequest, number: int) -> HttpResponse:
    waiting = Comment.objects.filter(reader=number, state__in=WAITING).order_by("number")
    numbers = list(waiting.values_list("pk", flat=True)[:MOST])
    doors.decide(numbers, REJECTED, request.user, reason=request.POST.get("reason", "other"))
    return _answer(request, f"Rejected: {count(len(numbers), 'comment')} that waited.", _decisions(numbers))


def _asked(request: HttpRequest) -> tuple[str, list[int]]:
    """What to do, and with which comments: ``one`` is a button at a comment, ``do`` one for all that are ticked."""
    what, _, number = request.POST.get("one", "").partition(":")
    ticked = [number] if what else request.POST.getlist("number")
    numbers = [int(one) for one in ticked if one.isascii() and one.isdigit() and len(one) < 16]
    return what or request.POST.get("do", ""), numbers[:MOST]


def _decide(request: HttpRequest, what: str, numbers: Sequence[int]) -> tuple[str, list[int]]:
    one = len(numbers) == 1 and "one" in request.POST
    reason = request.POST.get(f"reason-{numbers[0]}" if one else "reason", "") if what == "reject" else ""
    if what == "reject" and reason not in reasons.BY_NAME:
        reason = "other"
    note = request.POST.get("note", "").strip()[:LONGEST_NOTE]
    changed = doors.decide(numbers, _STATES[what], request.user, reason=reason, note=note)
    return _said(what, numbers, changed, reason), _decisions(changed)


def _said(what: str, numbers: Sequence[int], changed: Sequence[int], reason: str) -> str:
    why = f" ({reasons.label_of(reason).lower()})" if reason else ""
    if not changed:
        return f"{_DONE[what]} already."
    if len(numbers) == 1:
        row = Comment.objects.get(pk=numbers[0])
        stays = row.decisions.order_by("-pk").values_list("before", flat=True).first() == row.state
        if stays:
            return f"The comment of {row.name} stays as it is; reports on it are closed."
        return f"{_DONE[what]} the comment of {row.name}{why}."
    return f"{_DONE[what]}: {count(len(changed), 'comment')}{why}."


def _highlight(number: int, chosen: bool, by: Any) -> str:
    doors.highlight(number, chosen, by)
    row = Comment.objects.get(pk=number)
    story = Story.objects.filter(pk=row.story).first()
    if story:
        # By its number alone: the desk's log keeps what it is told, and a reader's name goes with the reader.
        told = {"reason": f"comment {number}"}
        log(story, "discuss.highlight" if chosen else "discuss.plain", user=by, data=told)
    return f"The comment of {row.name} {'stands first now' if chosen else 'stands in its place again'}."


def _decisions(numbers: Sequence[int]) -> list[int]:
    return sorted(last_decisions(numbers).values())


def _answer(request: HttpRequest, said: str, decisions: list[int], failed: bool = False) -> HttpResponse:
    if request.headers.get("Accept") == "application/json":
        told = {"said": said, "decisions": decisions, "counts": queues.counts()}
        return JsonResponse(told, status=422 if failed else 200)
    tell: Callable[..., None] = messages.error if failed else messages.success
    tell(request, said)
    if decisions:
        request.session["discuss_undo"] = decisions
    else:
        request.session.pop("discuss_undo", None)
    back = request.POST.get("back", "")
    ours = url_has_allowed_host_and_scheme(back, None)
    return redirect(back if ours and back.startswith("/desk/") else reverse("discuss_desk:queue", args=["pending"]))
