"""Pages that tell no story: what they are is said in the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from dateline.errors import CopyError
from dateline.wire.page.evidence import listed
from dateline.wire.page.outline import Chunk, Outline
from dateline.wire.page.told.declared import Claims
from dateline.wire.page.told.jsonld import Object, types
from dateline.wire.page.told.schema import STORIES
from dateline.wire.page.words import any_of

LISTS = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage"})
FRONTS = frozenset({"", "index.html", "index.htm", "index.php", "default.asp", "default.aspx", "home"})
FEWEST_ENTRIES = 6
MOST_ON_FRONT = 2
SHORTEST_BODY = 60
"""In Latin letters; less than a sentence is no story."""

_ERROR = re.compile(
    any_of(
        r"\W*(?:error\s*)?(?:40[0134]|410|50[0234])\b.{0,60}",
        r"page (?:not found|cannot be found)|(?:the )?page you (?:requested|are looking for).{0,60}",
        r"(?:file )?not found",
        r"seite nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata",
        r"strona nie (?:została znaleziona|istnieje)|страница не найдена|forbidden|access denied",
        r"just a moment\W*|attention required!.{0,40}|are you a (?:robot|human)\W*|please wait\W*|one more step",
        r"checking your browser.{0,40}|security check|service unavailable|bad gateway|internal server error",
        r"site is under maintenance|under construction|account suspended|domain (?:for sale|parked).{0,40}",
        r"log ?in|sign in|anmelden|login required|subscribe to continue.{0,40}",
    ),
    re.IGNORECASE,
)
# The classes that WordPress and its kin give to the body of a page.
_LIST = re.compile(r"(?:^|\s)(?:home blog|archive|search-results|error404)(?:\s|$)")
_SINGLE = re.compile(r"(?:^|\s)(?:single\S*|postid-\d+|article\S*|story\S*)(?:\s|$)")


def refuse_error(headline: str) -> None:
    """Raises CopyError if the headline is what servers say when they have no page to show."""
    if len(headline) < 120 and _ERROR.fullmatch(headline.strip()):
        raise CopyError(f"The page is not a story but a message of the server: “{headline.strip()}”.")


def refuse_short(size: int) -> None:
    """Raises CopyError if a body of this size is none."""
    if size == 0:
        raise CopyError("The page has no body text.")
    if size < SHORTEST_BODY:
        raise CopyError(f"The page has no body to speak of: {size} characters.")


def refuse_list(claims: Claims, objects: Sequence[Object], outline: Outline) -> None:
    """Raises CopyError if the page says that it only leads to stories: an archive, a tag, a search."""
    kinds = {kind for thing in objects for kind in types(thing)}
    if _declares_story(claims, objects):
        return
    body = next((box for box in outline.boxes if box.tag == "body"), None)
    if kinds & LISTS or (body is not None and _LIST.search(body.names) and not _SINGLE.search(body.names)):
        raise CopyError("The page is a list of stories, not a story.")


def refuse_entries(
    claims: Claims, objects: Sequence[Object], outline: Outline, chunks: Sequence[Chunk], stated: Iterable[str]
) -> None:
    """Raises CopyError if what looked like a body are the entries of a list, or little beside them on a front.

    ``stated`` are the addresses that the page declares for itself.
    """
    if _declares_story(claims, objects):
        return
    entries, size = listed(outline), sum(c.size for c in chunks)
    inside = [c for c in chunks if entries[c.index]]
    if len(inside) >= FEWEST_ENTRIES and sum(c.size for c in inside) * 2 > size:
        raise CopyError("The page is a list of stories, not a story.")
    paths = {urlsplit(address).path.strip("/").lower() for address in stated if not urlsplit(address).query}
    if paths and paths <= FRONTS and sum(c.size for c in outline.chunks if entries[c.index]) > MOST_ON_FRONT * size:
        raise CopyError("The page is the front of a site, not a story.")


def _declares_story(claims: Claims, objects: Sequence[Object]) -> bool:
    kinds = {kind for thing in objects for kind in types(thing)}
    return (
        bool(kinds & STORIES)
        or any("article" in c.value.lower() for c in claims.all("type"))
        or bool(claims.all("published"))
    )
