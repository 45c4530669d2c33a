"""Pages in the look of the site: its style sheet, its name, the way to its sections. Fragments for scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from dateline import urls
from dateline.desk import house
from dateline.discuss import labels
from dateline.discuss.labels import say
from dateline.discuss.pages import tokens
from dateline.press import assets

FRAGMENT = "text/vnd.dateline.fragment+html"
"""What a script of ours asks for, so as to put the answer into the page it is on."""


def names(request: HttpRequest) -> dict[str, Any]:
    """What every page of readers' needs to know: a context processor."""
    site = house.site()
    return {
        "masthead": site,
        "site_css": assets.address("site.css"),
        "icon": assets.address("icon.svg"),
        "sections": [(urls.section(one.slug), one.name) for one in site.sections],
        "token": tokens.form(request),
        "now_reader": getattr(getattr(request, "user", None), "reader", None),
    }


def show(request: HttpRequest, template: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """A page of ours; a ``refused`` in the context is said as ``trouble``."""
    refused = context.get("refused")
    given = {**context, "trouble": refused.told(labels.words()) if refused else None}
    return HttpResponse(render_to_string(f"discuss/{template}", given, request), status=status)


def wants_fragment(request: HttpRequest) -> bool:
    return FRAGMENT in request.headers.get("Accept", "")


def told(request: HttpRequest, title: str, text: str = "", status: int = 200, **more: Any) -> HttpResponse:
    """A page, or a fragment, that says one thing; ``way`` and ``way_text`` lead on."""
    context = {"title": title, "text": text, "failed": status >= 400, **more}
    if wants_fragment(request):
        response = show(request, "said.html", context, status)
        response["Content-Type"] = f"{FRAGMENT}; charset=utf-8"
    else:
        response = show(request, "told.html", context, status)
    response["Vary"] = "Accept, Cookie"
    return response


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """What was sent makes no sense, or has too many parts."""
    return told(request, say("That could not be read."), say("Please use the form on the page."), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """It is not to be had this way."""
    return told(request, say("That is not possible here."), way="/discuss/me", way_text=say("Your page"), status=403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """There is no such page."""
    return told(request, say("There is no such page here."), status=404)
