"""Small signed things that pages carry: where a form was shown, when it was opened. Nothing of them is kept."""

from __future__ import annotations

import secrets
import time

from django.conf import settings
from django.core import signing
from django.http import HttpRequest

from dateline.discuss import networks

FORM_AGE = 24 * 3600
"""Seconds in which a form is to be sent."""

_FORM = signing.TimestampSigner(salt="dateline.discuss.form")
_OPENED = signing.TimestampSigner(salt="dateline.discuss.opened")


def form(request: HttpRequest) -> str:
    """A token for the forms of a page, good for whoever got the page."""
    return _FORM.sign_object(_who(request))


def is_form(token: str, request: HttpRequest) -> bool:
    """Whether a token is one of ours, for the one who sends it."""
    try:
        return bool(_FORM.unsign_object(token, max_age=FORM_AGE) == _who(request))
    except (signing.BadSignature, ValueError):
        return False


def opened() -> str:
    """A note of now, for a form to bring back; no two forms have the same, so that each shows work of its own."""
    return _OPENED.sign(secrets.token_urlsafe(9))


def seconds_since(note: str) -> float | None:
    """How long a form was open, by its note; None if it brought none or a false one."""
    try:
        _OPENED.unsign(note, max_age=FORM_AGE)
        stamp = note.rsplit(":", 2)[1]
        return max(0.0, time.time() - signing.b62_decode(stamp))
    except (signing.BadSignature, ValueError, IndexError):
        return None


def _who(request: HttpRequest) -> str:
    """Whom a token is for: a session if there is one, else a range of addresses."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    return signing.Signer(salt="session").signature(key) if key else networks.mark(request.META["REMOTE_ADDR"])
