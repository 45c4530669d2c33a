"""What every answer of the desk says about itself, and how often somebody may try a password."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self';"
    " font-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; object-src 'none';"
    " base-uri 'none'; form-action 'self'"
)


class DeskHeaders:
    """Nothing of the desk is framed elsewhere, indexed, kept by a cache in between, or allowed to call outside."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", _POLICY)
        response.setdefault("X-Frame-Options", "SAMEORIGIN")
        response.setdefault("X-Robots-Tag", "noindex, nofollow")
        response.setdefault("Cache-Control", "private, no-store")
        return response
