"""What every answer of the desk says about itself, and how often somebody may try a password."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'{inline};"
    " script-src-attr 'none'; font-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self';"
    " object-src 'none'; base-uri 'none'; form-action 'self'"
)
STRICT = _POLICY.format(inline="")
FORMS = _POLICY.format(inline=" 'unsafe-inline'")
"""For Wagtail's forms: their choosers start themselves with a script in the page. No attribute may hold one."""


WITH_FORMS = frozenset(
    {"add", "edit", "history", "revisions_revert", "wagtailusers_users:index", "wagtailusers_users:history"}
)
"""The names of the addresses with such forms."""


class DeskHeaders:
    """Nothing of the desk is framed elsewhere, indexed, kept by a cache in between, or allowed to call outside."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        form = match is not None and not WITH_FORMS.isdisjoint((match.url_name, match.view_name))
        response.setdefault("Content-Security-Policy", FORMS if form else STRICT)
        response.setdefault("X-Frame-Options", "SAMEORIGIN")
        response.setdefault("X-Robots-Tag", "noindex, nofollow")
        response.setdefault("Cache-Control", "private, no-store")
        return response
