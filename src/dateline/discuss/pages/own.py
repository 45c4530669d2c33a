"""A reader's own comments under one story: how they stand, changing one within five minutes, taking one back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from dateline.discuss import doors, limits, noticed, reasons, standing
from dateline.discuss.doors.posting import EDIT_WINDOW, can_edit, own
from dateline.discuss.labels import say
from dateline.discuss.models import Comment, Mute, Reader
from dateline.discuss.models.choices import DELETED, ERASED
from dateline.discuss.pages import paper, who
from dateline.discuss.pages.writing import came_in, number
from dateline.discuss.refusal import NotAllowed, Refused
from dateline.ledger import read
from dateline.press.words import label

MOST = 50
"""Comments of one's own that are shown under a story."""

MOST_MUTED = 500
"""Comments by muted people that a script is told of, the newest first."""

STANDS = {
    "approved": label("Readers see it."),
    "pending": label("It waits to be read; all comments here are read first."),
    "held": label("It waits to be read by somebody of the newsroom."),
    "rejected": label("It was not accepted."),
}


@require_safe
def mine(request: HttpRequest, code: int) -> HttpResponse:
    """What is one's own under a story: as a page, or as JSON for the script on the story's page."""
    reader = who.reader(request)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(_data(reader, code))
    if reader is None:
        return HttpResponseRedirect(f"/discuss/account/login/?next=/discuss/{code}/mine")
    rows = [(row, said(row), can_edit(row, timezone.now())) for row in _rows(reader, code)]
    return paper.show(request, "mine.html", {"rows": rows, "code": code, "place": standing.place(code)})


def said(row: Comment) -> str:
    """How a comment stands, and why, in words for its writer."""
    decision = row.decisions.order_by("-pk").first()
    stands = say(STANDS.get(row.state, ""))
    if row.state == "rejected" and decision and decision.reason in reasons.BY_NAME:
        return f"{stands} {say(reasons.BY_NAME[decision.reason].rule)}"
    found = noticed.things(row.findings)
    if row.state in ("held", "rejected") and decision and decision.actor in ("checks", "reports") and found:
        return f"{stands} {say('What was noticed: {things}.', things=found)}"
    return stands


def _rows(reader: Reader, code: int) -> list[Comment]:
    found = Comment.objects.filter(reader=reader, story=code).exclude(state__in=(DELETED, ERASED))
    return list(found.order_by("-number")[:MOST])


def _data(reader: Reader | None, code: int) -> dict[str, Any]:
    if reader is None:
        return {"reader": None}
    now = timezone.now()
    muted = Comment.objects.filter(
        story=code, state="approved", reader__in=Mute.objects.filter(reader=reader).values("muted")
    )
    return {
        "reader": {"name": reader.name},
        "comments": [
            {
                "number": row.number,
                "state": row.state,
                "says": said(row),
                "text": row.text,
                "parent": row.parent_id or 0,
                "at": row.written_at.isoformat(timespec="seconds"),
                "edit": max(0, int((row.written_at + EDIT_WINDOW - now).total_seconds())) if can_edit(row, now) else 0,
            }
            for row in _rows(reader, code)
        ],
        "muted": list(muted.order_by("-number").values_list("number", flat=True)[:MOST_MUTED]),
    }


@who.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, code: int) -> HttpResponse:
    """Change the words of a comment of one's own."""
    reader, asked = _asked(request)
    row = own(asked, reader)
    if request.method == "POST":
        limits.counts.take("comments of one person", str(reader.pk))
        try:
            return came_in(request, doors.edit(asked, reader, request.POST.get("text", "")))
        except Refused as refused:
            typed = request.POST.get("text", "")[: 4 * len(row.text) + 20_000]
            context = {"row": row, "code": code, "text": typed, "refused": refused}
            return paper.show(request, "edit.html", context, refused.status)
    if not can_edit(row, timezone.now()):
        raise NotAllowed("A comment can be changed for five minutes.", "You can delete it, or answer it.")
    return paper.show(request, "edit.html", {"row": row, "code": code, "text": row.text})


@who.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, code: int) -> HttpResponse:
    """Take a comment of one's own back, after asking once."""
    reader, asked = _asked(request)
    row = own(asked, reader)
    if request.method != "POST":
        return paper.show(request, "delete.html", {"row": row, "code": code})
    doors.delete(asked, reader)
    text = say("Something answers it, so its place stays, without your name and words.") if row.replies else ""
    way = {"way": f"/s/{code}", "way_text": say("Back to the story")}
    response = paper.told(request, say("Your comment is gone."), text, **way)
    response.awaited = read.last_seq()
    return response


def _asked(request: HttpRequest) -> tuple[Reader, int]:
    """The reader and the comment that the request is about."""
    found = who.reader(request)
    assert found is not None
    return found, number(request.POST.get("comment") or request.GET.get("comment", ""))
