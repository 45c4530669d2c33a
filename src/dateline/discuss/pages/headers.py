"""What every answer to a reader says about itself, and the two cookies of somebody who is signed in."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self';"
    " connect-src 'self'; form-action 'self'{beyond}; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
)

HINT = "discuss"
"""A cookie of all pages that says no more than that it is worth asking /discuss/ for what is the reader's own."""


class Headers:
    """Nothing is framed, indexed, kept in between, or allowed to call outside."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        # A form that leads on to another service to sign in there is stopped by browsers unless the policy allows it.
        self.policy = POLICY.format(beyond=" https:" if settings.FOLDER.config["social"] else "")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", self.policy)
        response.setdefault("X-Content-Type-Options", "nosniff")
        response.setdefault("X-Frame-Options", "DENY")
        response.setdefault("X-Robots-Tag", "noindex")
        response.setdefault("Referrer-Policy", "same-origin")
        response.setdefault("Cache-Control", "private, no-store")
        _hint(request, response)
        return response


def _hint(request: HttpRequest, response: HttpResponse) -> None:
    """Let the hint come and go with the session's own cookie."""
    session = response.cookies.get(settings.SESSION_COOKIE_NAME)
    if session is None:
        return
    if session["max-age"] == 0:
        response.delete_cookie(HINT, path="/", samesite="Lax")
    elif getattr(request, "user", None) and request.user.is_authenticated:
        response.set_cookie(
            HINT,
            "1",
            path="/",
            max_age=settings.SESSION_COOKIE_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
