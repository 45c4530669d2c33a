"""What an address asks for. Pure: whether it is there, the store knows."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["page", "short", "snapshot", "history", "named", "checkpoint", "past", "thread", "branch", "former"]

LONGEST_CODE = 15
"""Digits."""

_DAY = re.compile(r"/archive/([0-9]{4})/([0-9]{2})/([0-9]{2})/?")
_PAST_FRONT = re.compile(r"/archive/([0-9]{4})/([0-9]{2})/([0-9]{2})/front(?:/([^/]+))?/?")
_DISCUSSION = re.compile(r"/discuss/([0-9]{1,15})(?:/([0-9]{1,15}))?/?")
_SITEMAP = re.compile(r"/sitemap/((?:[0-9]{4}-[0-9]{2}-[0-9]{2}|undated)-[0-9]+)\.xml")

# Addresses that are one page each, by the page's name in the store.
_FIXED = {
    "/": "front:home",
    "/corrections": "corrections",
    "/ledger": "ledger",
    "/feed.xml": "feed",
    "/feed.json": "feed.json",
    "/sitemap.xml": "sitemap",
    "/sitemap-news.xml": "sitemap-news",
    "/robots.txt": "robots",
}
_NAMED = {"people": "person", "topic": "topic", "source": "source"}


class Target(NamedTuple):
    """``name`` is a page's name, a slug with its kind (``person:ana-lu``), or empty; ``code`` a story's.

    The ``branch`` of a discussion is that of the comment ``number``.

    A ``past`` front is a page that says what stood somewhere on a day; days on which nothing changed have none.
    """

    kind: Kind
    name: str = ""
    code: int = 0
    number: int = 0


FORMER = Target("former")


def story(path: str) -> int | None:
    """The code of the story whose page a decoded path asks for, ``/news/864/any-slug``; None if it is another page.

    Most readers ask for one, so it is told apart before all else.
    """
    if not path.startswith("/news/"):
        return None
    code, _, slug = path[6:].partition("/")
    return int(code) if slug != "history" and _is_code(code) else None


def find(path: str) -> Target:
    """The target of a decoded path that is not that of a story's page.

    It is ``former`` if it is none of ours, so it can only be one of another time.
    """
    if path in _FIXED:
        return Target("page", _FIXED[path])
    first, _, rest = path[1:].partition("/")
    if first == "news":
        return _of_story(rest)
    if first == "s":
        return Target("short", code=int(rest)) if _is_code(rest) else FORMER
    if first in _NAMED and rest:
        return Target("named", f"{_NAMED[first]}:{rest.rstrip('/')}")
    if path == "/ledger/checkpoint":
        return Target("checkpoint")
    if patterned := _patterned(path):
        return patterned
    if rest == "feed.xml":
        return Target("page", f"feed:{first}")
    return Target("named", f"section:{first}") if first and not rest else FORMER


def _patterned(path: str) -> Target | None:
    """The target of an address with numbers in it."""
    if day := _DAY.fullmatch(path):
        return Target("page", "day:" + "-".join(day.groups()))
    if thread := _DISCUSSION.fullmatch(path):
        code, number = thread.groups()
        return Target("branch" if number else "thread", code=int(code), number=int(number or 0))
    if past := _PAST_FRONT.fullmatch(path):
        year, month, day_of, key = past.groups()
        return Target("past", f"shown:{key or 'home'}:{year}-{month}-{day_of}")
    if sitemap := _SITEMAP.fullmatch(path):
        return Target("page", "sitemap:" + sitemap[1])
    return None


def is_discussion(path: str) -> bool:
    """Whether a path is that of pressed comments; all others below ``/discuss/`` are for who takes comments."""
    return _DISCUSSION.fullmatch(path) is not None


def _of_story(rest: str) -> Target:
    """The part behind ``/news/``: ``864.json``, ``864/history``."""
    code, _, slug = rest.partition("/")
    if rest == code and code.endswith(".json") and _is_code(code[:-5]):
        return Target("snapshot", code=int(code[:-5]))
    return Target("history", code=int(code)) if slug == "history" and _is_code(code) else FORMER


def _is_code(text: str) -> bool:
    return len(text) <= LONGEST_CODE and text.isdigit() and text.isascii()
