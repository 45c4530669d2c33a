"""What desk and discussion say when they cannot answer: a sentence. The stack trace is in the log alone.

Nothing may fail here, so nothing is asked: no template, no database, and no file, for the process that readers talk to
reads its words when it starts.
"""

from __future__ import annotations

import sys
from html import escape

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from dateline.desk import house
from dateline.discuss.labels import say

PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>{text}</p></body></html>
"""

AWAY = "The desk has to wait"
AWAY_TEXT = (
    "The database cannot be reached. Readers go on reading, and nothing that was saved is lost."
    " Go back to what you were writing and try again in a moment."
)
BROKEN = "Something went wrong"
BROKEN_TEXT = "What you did was not saved. It has been noted in the log of the server. Go back and try again."


def answer(_request: HttpRequest) -> HttpResponse:
    """The page for an exception that reached Django at the desk, whose own words are English."""
    return _page("en", "ltr", *((AWAY, AWAY_TEXT) if _is_away() else (BROKEN, BROKEN_TEXT)))


def answer_reader(_request: HttpRequest) -> HttpResponse:
    """``answer`` for somebody who reads or comments, in the language of the site."""
    site = house.site()
    title = say("Comments have to wait") if _is_away() else say("Something went wrong")
    text = say("What you sent was not taken in. Go back, and try again in a moment; what you typed is still there.")
    return _page(site.language, site.direction, title, text)


def _is_away() -> bool:
    """Whether it is the database that failed."""
    return isinstance(sys.exc_info()[1], DatabaseError)


def _page(language: str, direction: str, title: str, text: str) -> HttpResponse:
    page = PAGE.format(language=escape(language), direction=direction, title=escape(title), text=escape(text))
    response = HttpResponse(page, status=503 if _is_away() else 500)
    response["Cache-Control"] = "no-store"
    return response
