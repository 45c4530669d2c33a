"""What the desk's rules refuse is told to the editor in words, wherever in a request it was found out."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin import messages

from dateline.errors import DatelineError


class Refusals:
    """Django middleware: a message on the page the editor came from, instead of an error page. Nothing was changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page with the refusal, or None for what is no refusal but a fault."""
        words = _words(error)
        if not words or not request.accepts("text/html"):
            return None
        messages.error(request, words)
        back = request.headers.get("Referer", "")
        ours = url_has_allowed_host_and_scheme(back, {request.get_host()})
        return redirect(back if ours and request.method == "POST" else "wagtailadmin_home")


def _words(error: Exception) -> str:
    match error:
        case DatelineError():
            return str(error)
        case ProtectedError():
            return str(error.args[0])
        case ValidationError():
            return " ".join(error.messages)
    return ""
