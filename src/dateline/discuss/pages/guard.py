"""Requests that another site made a reader's browser send are refused; what cannot be done is said in plain words.

The forms stand on pages that everybody shares, so they hold no token. A browser says itself where a request comes
from: by ``Sec-Fetch-Site``, or by ``Origin`` in those that are older (the rule of Go's CrossOriginProtection). One
that says neither gets its form back, filled in, with a token that only this site can have shown it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from dateline.discuss import labels
from dateline.discuss.labels import say
from dateline.discuss.pages import paper, tokens
from dateline.discuss.refusal import Refused, ThreadClosed, TooOften

SAFE = ("GET", "HEAD", "OPTIONS")

ASKED_FOR = "dateline.asked_for"
"""Where the environment of a request keeps the host that the browser named."""

ONE_CLICK = "/discuss/unsubscribe/"
"""Posted to by mail programs (RFC 8058), which say nothing of where they come from; the address is the token."""


_OF_STORY = re.compile("/discuss/([0-9]{1,15})/")


class OneHost:
    """Has every link that is made, those in letters above all, lead to the site's own address.

    Whoever sends a request chooses its Host; a letter about a password that was made from it would lead there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.parts = urlsplit(settings.FOLDER.config["url"])

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.META[ASKED_FOR] = request.META.get("HTTP_HOST", "")
        request.META["HTTP_HOST"], request.META["wsgi.url_scheme"] = self.parts.netloc, self.parts.scheme
        return self.get_response(request)


class SameOrigin:
    """Django middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in SAFE or request.path.startswith(ONE_CLICK):
            return self.get_response(request)
        said = is_ours(request)
        if said is None:
            said = tokens.is_form(request.POST.get("token", ""), request)
            if not said:
                return paper.show(request, "again.html", {"fields": _fields(request)}, status=403)
        if not said:
            title, text = say("This was sent from another site"), say("Nothing was changed. Please use the form here.")
            return paper.told(request, title, text, status=403)
        return self.get_response(request)


def is_ours(request: HttpRequest) -> bool | None:
    """Whether a browser says that a request comes from a page of this site; None if it says nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is None:
        return None
    return origin == settings.FOLDER.config["url"] or (
        origin != "null" and urlsplit(origin).netloc == request.META[ASKED_FOR]
    )


class Refusals:
    """Answers a Refused with a page, or a fragment for a script, of its own status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return refuse(request, error) if isinstance(error, Refused) else None


def refuse(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The page that says why not."""
    what, remedy = refused.told(labels.words())
    closed = isinstance(refused, ThreadClosed) and _OF_STORY.match(request.path)
    way = {"way": f"/s/{closed[1]}", "way_text": say("Back to the story")} if closed else {}
    response = paper.told(request, what, remedy, status=refused.status, **way)
    if isinstance(refused, TooOften):
        response["Retry-After"] = str(refused.seconds)
    return response


def _fields(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, value in request.POST.items() if name != "token"]
