"""What desk and discussion say when they cannot answer: a sentence. The stack trace is in the log alone."""

from __future__ import annotations

import sys

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>{text}</p></body></html>
"""

AWAY = "The desk has to wait"
AWAY_TEXT = (
    "The database cannot be reached. Readers go on reading, and nothing that was saved is lost."
    " Go back to what you were writing and try again in a moment."
)
BROKEN = "Something went wrong"
BROKEN_TEXT = "What you did was not saved. It has been noted in the log of the server. Go back and try again."


READER_TEXT = "What you sent was not taken in. Go back, and try again in a moment; what you typed is still there."


def answer(_request: HttpRequest) -> HttpResponse:
    """The page for an exception that reached Django; it uses no template, for nothing may fail here."""
    return _page((AWAY, AWAY_TEXT), (BROKEN, BROKEN_TEXT))


def answer_reader(_request: HttpRequest) -> HttpResponse:
    """``answer`` for somebody who reads or comments."""
    return _page(("Comments have to wait", READER_TEXT), (BROKEN, READER_TEXT))


def _page(waits: tuple[str, str], broken: tuple[str, str]) -> HttpResponse:
    away = isinstance(sys.exc_info()[1], DatabaseError)
    title, text = waits if away else broken
    response = HttpResponse(PAGE.format(title=title, text=text), status=503 if away else 500)
    response["Cache-Control"] = "no-store"
    return response
