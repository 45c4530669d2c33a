"""Pages that tell no story: what they are is said in the reason."""

from __future__ import annotations

import re

from dateline.errors import CopyError

SHORTEST_BODY = 60
"""In Latin letters; less than a sentence is no story."""

_ERROR = re.compile(
    r"^(?:\W*(?:error\s*)?(?:40[0134]|410|50[0234])\b.{0,60}|page (?:not found|cannot be found)|(?:the )?page you (?:requested|are looking for).{0,60}|not found|file not found|seite nicht gefunden"
    r"|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|strona nie (?:została znaleziona|istnieje)|страница не найдена|forbidden|access denied"
    r"|just a moment\W*|attention required!.{0,40}|are you a (?:robot|human)\W*|please wait\W*|one more step|checking your browser.{0,40}|security check|service unavailable|bad gateway"
    r"|internal server error|site is under maintenance|under construction|account suspended|domain (?:for sale|parked).{0,40}|log ?in|sign in|anmelden|login required|subscribe to continue.{0,40})$",
    re.IGNORECASE,
)


def refuse_error(headline: str) -> None:
    """Raises CopyError if the headline is what servers say when they have no page to show."""
    if len(headline) < 120 and _ERROR.match(headline.strip()):
        raise CopyError(f"The page is not a story but a message of the server: “{headline.strip()}”.")


def refuse_short(size: int) -> None:
    """Raises CopyError if a body of this size is none."""
    if size == 0:
        raise CopyError("The page has no body text.")
    if size < SHORTEST_BODY:
        raise CopyError(f"The page has no body to speak of: {size} characters.")
