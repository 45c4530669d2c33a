"""What is kept of a reader, in the reader's own hands: the name, the letters, whom they mute, all data, the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dateline.discuss import doors, export, letters, limits, words
from dateline.discuss.labels import say
from dateline.discuss.models import Mute, Reader
from dateline.discuss.pages import paper, who
from dateline.discuss.refusal import NotThere, Refused
from dateline.press.words import label

ERASE = label("erase")
"""The word that somebody types who wants to be erased."""

GONE = label(
    "Your name, your address and your words are gone from here, from the pages and from the record."
    " What others answered stays, under a gap. Copies of backups hold them until those are made anew."
)


@who.signed_in
@require_safe
def profile(request: HttpRequest) -> HttpResponse:
    """The page of all that is one's own."""
    return _profile(request)


@who.signed_in
@require_POST
def name(request: HttpRequest) -> HttpResponse:
    """Change the name; comments that are there keep the one they were written under."""
    reader = _reader(request)
    try:
        reader.name = words.name(request.POST.get("name", ""))
    except Refused as refused:
        return _profile(request, refused)
    reader.save(update_fields=["name"])
    return HttpResponseRedirect("/discuss/me", status=303)


@who.signed_in
@require_POST
def replies(request: HttpRequest) -> HttpResponse:
    """Letters about answers, on or off."""
    Reader.objects.filter(pk=_reader(request).pk).update(replies_by_mail=request.POST.get("on") == "1")
    return HttpResponseRedirect("/discuss/me", status=303)


@who.signed_in
@require_POST
def unmute(request: HttpRequest) -> HttpResponse:
    """Show somebody's comments again."""
    from dateline.discuss.pages.writing import number

    Mute.objects.filter(reader=_reader(request), pk=number(request.POST.get("mute", ""))).delete()
    return HttpResponseRedirect("/discuss/me", status=303)


@who.signed_in
@require_safe
def data(request: HttpRequest) -> StreamingHttpResponse:
    """All that is kept of the reader, as JSON, a piece at a time however much it is."""
    limits.counts.take("forms from one network", who.network(request))
    response = StreamingHttpResponse(export.of(_reader(request)), content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="comments.json"'
    return response


@who.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Erase oneself, after the word for it was typed."""
    reader = _reader(request)
    word = say(ERASE)
    if request.method != "POST" or request.POST.get("word", "").strip().casefold() != word.casefold():
        wrong = request.method == "POST"
        context = {"reader": reader, "wrong": wrong, "word": word}
        return paper.show(request, "erase.html", context, 422 if wrong else 200)
    number = reader.pk
    logout(request)
    doors.erase(number, at_once=1)
    response = paper.told(
        request,
        say("You are erased."),
        say(GONE),
    )
    response.delete_cookie("discuss_session", path="/discuss/")
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """End letters about answers by the link in one of them; a mail program posts without a page (RFC 8058)."""
    reader = Reader.objects.filter(pk=letters.unsubscriber(token)).first()
    if reader is None:
        raise NotThere("This link is not one of ours, or its reader is gone.")
    if request.method != "POST":
        return paper.show(request, "unsubscribe.html", {})
    Reader.objects.filter(pk=reader.pk).update(replies_by_mail=False)
    return paper.told(
        request, say("You get no more letters about answers."), say("You can ask for them again on your page.")
    )


def _reader(request: HttpRequest) -> Reader:
    found = who.reader(request)
    assert found is not None
    return found


def _profile(request: HttpRequest, refused: Refused | None = None) -> HttpResponse:
    reader = _reader(request)
    mutes: Any = Mute.objects.filter(reader=reader).select_related("muted").order_by("-pk")[:200]
    recent: Iterator[Any] | Any = reader.comments.exclude(state__in=("deleted", "erased")).order_by("-number")[:20]
    context = {"reader": reader, "mutes": mutes, "recent": recent, "refused": refused}
    return paper.show(request, "me.html", context, refused.status if refused else 200)
