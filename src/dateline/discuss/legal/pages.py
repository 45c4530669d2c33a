"""The forms of readers: a notice of illegal content, by anybody; a statement of reasons, by its receiver."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from dateline import urls
from dateline.discuss import letters, limits
from dateline.discuss.labels import say
from dateline.discuss.legal import notice, statement
from dateline.discuss.models import Comment
from dateline.discuss.models.choices import FINAL
from dateline.discuss.pages import paper, who
from dateline.discuss.pages.writing import number
from dateline.discuss.refusal import NotThere, Refused


@require_http_methods(["GET", "HEAD", "POST"])
def give_notice(request: HttpRequest, code: int) -> HttpResponse:
    """Say that a comment is illegal; nobody needs an account for it."""
    asked = number(request.POST.get("comment") or request.GET.get("comment", ""))
    row = Comment.objects.filter(pk=asked, story=code).exclude(state__in=FINAL).first()
    if row is None or not row.shown:
        raise NotThere("There is no such comment any more.")
    if request.method != "POST":
        return _form(request, row)
    limits.counts.take("reports from one network", who.network(request))
    try:
        given = notice.give(row.number, code, notice.read(request.POST))
    except Refused as refused:
        return _form(request, row, refused)
    written = say("We have sent you a letter that says so.") if given.email else ""
    follows = say("A person of the newsroom decides about it, and you are told what was decided and what you can do.")
    title = say("Your notice has come in: number {n}", n=given.pk)
    way = {"way": f"/s/{code}", "way_text": say("Back to the story")}
    return paper.told(request, title, f"{written} {follows}".strip(), **way)


@require_http_methods(["GET", "HEAD", "POST"])
def show_statement(request: HttpRequest, token: str) -> HttpResponse:
    """Why one's comment was rejected, and the form to contest it. The address is the only key."""
    limits.counts.take("forms from one network", who.network(request))
    row = statement.find(token)
    refused = None
    if request.method == "POST":
        try:
            statement.contest(row, request.POST.get("contest", "")[: 4 * statement.LONGEST])
            return paper.told(
                request, say("We will look at it again."), say("Somebody who did not decide it the first time does.")
            )
        except Refused as error:
            refused = error
    return paper.show(
        request,
        "statement.html",
        {"statement": row, "letter": statement.reasons_of(row), "refused": refused, "typed": request.POST},
        refused.status if refused else 200,
    )


def _form(request: HttpRequest, row: Comment, refused: Refused | None = None) -> HttpResponse:
    place = letters.address(f"{urls.comment(row.story, row.number)}")
    context = {"row": row, "kinds": notice.KINDS, "refused": refused, "typed": request.POST, "place": place}
    return paper.show(request, "notice.html", context, refused.status if refused else 200)
