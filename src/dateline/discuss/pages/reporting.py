"""Saying that something is wrong with a comment, and not wanting to see somebody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from dateline.discuss import doors, limits, words
from dateline.discuss.doors.reporting import LONGEST, Complaint
from dateline.discuss.labels import say
from dateline.discuss.models import Comment, Mute
from dateline.discuss.models.choices import REASONS
from dateline.discuss.pages import paper, who
from dateline.discuss.pages.writing import number
from dateline.discuss.refusal import NotAllowed, NotThere, Refused
from dateline.ledger import read


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, code: int) -> HttpResponse:
    """Report a comment; nobody needs an account for it."""
    row = _shown(request, code)
    if request.method != "POST":
        return _form(request, row)
    limits.counts.take("reports from one network", who.network(request))
    if not request.POST.get("website"):
        try:
            doors.report(row.number, _complaint(request))
        except Refused as refused:
            return _form(request, row, refused)
    response = paper.told(
        request,
        say("Thank you. Your report has come in."),
        say("Somebody of the newsroom looks at it."),
        way=f"/s/{code}",
        way_text=say("Back to the story"),
    )
    response.awaited = read.last_seq()
    return response


@who.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def mute(request: HttpRequest, code: int) -> HttpResponse:
    """Fold the comments of somebody from now on, for oneself alone; with ``off=1``, show them again."""
    row, reader = _shown(request, code), who.reader(request)
    assert reader is not None
    off = (request.POST if request.method == "POST" else request.GET).get("off") == "1"
    if row.reader_id == reader.pk:
        raise NotAllowed("That is your own comment.")
    if request.method != "POST":
        return paper.show(request, "mute.html", {"row": row, "code": code, "off": off})
    if off:
        Mute.objects.filter(reader=reader, muted=row.reader_id).delete()
        said = say("{name} is not muted any more.", name=row.name)
    else:
        Mute.objects.get_or_create(reader=reader, muted_id=row.reader_id)
        said = say("{name} is muted for you.", name=row.name)
    way = {"way": f"/discuss/{code}/read", "way_text": say("The discussion as you see it")}
    return paper.told(request, said, **way)


def _complaint(request: HttpRequest) -> Complaint:
    reader = who.reader(request)
    typed = request.POST.get("email", "")
    return Complaint(
        reason=request.POST.get("reason", ""),
        words=request.POST.get("words", "")[: 4 * LONGEST],
        reader=reader,
        email=words.email(typed) if typed.strip() and reader is None else "",
        network=who.mark(request),
    )


def _shown(request: HttpRequest, code: int) -> Comment:
    asked = number(request.POST.get("comment") or request.GET.get("comment", ""))
    row = Comment.objects.filter(pk=asked, story=code).first()
    if row is None or not row.shown:
        raise NotThere("There is no such comment any more.")
    return row


def _form(request: HttpRequest, row: Comment, refused: Refused | None = None) -> HttpResponse:
    context = {"row": row, "code": row.story, "reasons": REASONS, "refused": refused, "typed": request.POST}
    return paper.show(request, "report.html", context, refused.status if refused else 200)
