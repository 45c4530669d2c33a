"""What the desk says when it cannot answer: a sentence for the editor. The stack trace is in the log alone."""

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


def answer(_request: HttpRequest) -> HttpResponse:
    """The page for an exception that reached Django; it uses no template, for nothing may fail here."""
    away = isinstance(sys.exc_info()[1], DatabaseError)
    title, text = (AWAY, AWAY_TEXT) if away else (BROKEN, BROKEN_TEXT)
    response = HttpResponse(PAGE.format(title=title, text=text), status=503 if away else 500)
    response["Cache-Control"] = "no-store"
    return response
