"""Who asks: the reader who is signed in, and the range of addresses that a request comes from."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from dateline.discuss import networks
from dateline.discuss.models import Reader

View = Callable[..., HttpResponse]


def reader(request: HttpRequest) -> Reader | None:
    """The reader who is signed in; None if nobody is, or the one who was is erased."""
    user: Any = request.user
    found: Reader | None = getattr(user, "reader", None) if user.is_authenticated else None
    return found if found and found.erased_at is None and found.confirmed_at else None


def network(request: HttpRequest) -> str:
    """The range of addresses that limits count by."""
    return networks.span(request.META["REMOTE_ADDR"])


def mark(request: HttpRequest) -> str:
    """What a comment keeps of that range."""
    return networks.mark(request.META["REMOTE_ADDR"])


def signed_in(view: View) -> View:
    """A page that is somebody's own: others are shown the way to sign in."""

    @wraps(view)
    def answer(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        if reader(request) is None:
            back = request.get_full_path() if request.method in ("GET", "HEAD") else "/discuss/me"
            return HttpResponseRedirect(f"/discuss/account/login/?{urlencode({'next': back})}")
        return view(request, *arguments, **named)

    return answer
