"""From an address to the answer, read from one view of the store. Decides status, headers and redirects."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qs, quote

from dateline import urls
from dateline.press import pastfronts
from dateline.press.discussion import pick, threadpage
from dateline.press.discussion.put import is_open
from dateline.press.fragment import join as join_fragments
from dateline.press.fragment import press
from dateline.press.keys import LONGEST_KEY, address_prefix, code_key, versions_list
from dateline.press.page import ContentType, Listing, Page, Status, about, of_thread
from dateline.press.pagerecord import decode, head_of, opened
from dateline.serve import join, route
from dateline.serve.view import View

REVALIDATE = "no-cache"
"""A page may be kept but must be asked about before it is shown again: every page shows a correction at once."""

MOVED = "public, max-age=3600"
"""An address that moved may be remembered for an hour."""

CONTENT_TYPES = {
    ContentType.HTML: "text/html; charset=utf-8",
    ContentType.RSS: "application/rss+xml; charset=utf-8",
    ContentType.JSON_FEED: "application/feed+json; charset=utf-8",
    ContentType.XML: "application/xml; charset=utf-8",
    ContentType.JSON: "application/json; charset=utf-8",
    ContentType.TEXT: "text/plain; charset=utf-8",
}

# Nothing but what this site itself serves, and no script that is not a file of it.
POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)

_OF_ALL = (
    ("content-encoding", "gzip"),
    ("vary", "accept-encoding"),
    ("cache-control", REVALIDATE),
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
)
"""Headers of every page."""

_GONE = Status.GONE  # to look a member up in its class costs more than to compare with it

_AT = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")

Headers = list[tuple[str, str]]


class Answer(NamedTuple):
    """A response ready to be sent; ``body`` is a gzip stream, or empty."""

    status: int
    headers: Headers
    body: bytes = b""
    etag: str = ""


def make(view: View, path: str, query: str, host: str, now: float) -> tuple[Answer, bool]:
    """The answer to a GET, and whether it stays right until the store is written to again."""
    code = route.story(path)
    if code is not None:
        return _story(view, code, path), True
    target = route.find(path)
    own = _of_story(view, target, path, query)
    if own is not None:
        return own, True
    found = _find(view, target)
    if found is None:
        return _former(view, path, query, host) or status(view, 404), True
    page = decode(found)
    if page.status is Status.GONE:
        return status(view, 410), True
    if page.path and _elsewhere(page.path, path):
        return moved(page.path), True
    timed = any(isinstance(part, Listing) and part.window for part in page.parts)
    return show(view, page, 200, _cursor(query), now), not timed


def _of_story(view: View, target: route.Target, path: str, query: str) -> Answer | None:
    """The answer to what is not looked up by a name of its own; None for what is."""
    match target.kind:
        case "history":
            return _history(view, target.code, query)
        case "snapshot":
            return _snapshot(view, target.code)
        case "short":
            return _short(view, target.code)
        case "checkpoint":
            return _checkpoint(view)
        case "thread" | "branch":
            return _discussion(view, target, path, query)
        case "past":
            return _past(view, target.name, path, query)
    return None


def _find(view: View, target: route.Target) -> bytes | None:
    """The record of a page that has a name, or is found by a slug."""
    name = target.name.encode(errors="surrogatepass")
    if not 0 < len(name) <= LONGEST_KEY:
        return None
    if target.kind == "page":
        return view.get("pages", name)
    key = view.get("names", name) if target.kind == "named" else None
    return view.get("pages", key) if key else None


def _story(view: View, code: int, path: str) -> Answer:
    found = view.get("stories", code_key(code))
    if found is None:
        return status(view, 404)
    standing, kind, right, entries = opened(found)
    if standing is _GONE:
        return status(view, 410)
    if _elsewhere(right, path):
        return moved(right)
    return sent(200, kind, *join.record(view, found, entries))


def _elsewhere(right: str, path: str) -> bool:
    """Whether a page's ``right`` address is another than the one asked for."""
    # Quoting costs as much as joining a small page, and an address that is the right one without it needs none.
    if right == path and "%" not in path:
        return False
    return right != quote(path)


def _short(view: View, code: int) -> Answer:
    found = view.get("stories", code_key(code))
    if found is None:
        return status(view, 404)
    page = decode(found)
    return status(view, 410) if page.status is Status.GONE else moved(page.path)


def _snapshot(view: View, code: int) -> Answer:
    fragment = view.get("snapshots", code_key(code))
    if fragment is None:
        return status(view, 410 if view.get("stories", code_key(code)) else 404)
    body, _, mark = join_fragments([fragment])
    return sent(200, ContentType.JSON, body, mark)


def _history(view: View, code: int, query: str) -> Answer:
    story = view.get("stories", code_key(code))
    found = view.get("pages", b"history")
    if story is None or found is None:
        return status(view, 404)
    if decode(story).status is Status.GONE:
        return status(view, 410)
    return show(view, about(decode(found), code, urls.history(code), versions_list(code)), 200, _cursor(query))


def _discussion(view: View, target: route.Target, path: str, query: str) -> Answer:
    """The thread of a story, or one comment with all that is below it."""
    story = view.get("stories", code_key(target.code))
    if story is not None and head_of(story).status is Status.GONE:
        return status(view, 410)
    found = view.get("pages", threadpage.name(_order(view, target, query)).encode())
    is_shown = view.get("pieces", f"top:{target.code}".encode()) is not None
    if story is None or found is None or not is_shown or not _has_branch(view, target):
        return status(view, 404)
    right = urls.comment(target.code, target.number) if target.number else urls.discussion(target.code)
    if path != right:
        return moved(right)
    return show(view, of_thread(decode(found), target.code, target.number, right), 200, _cursor(query))


def _order(view: View, target: route.Target, query: str) -> str:
    """Which page of a thread is asked for."""
    if target.number:
        return threadpage.BRANCHES[is_open(view, target.code)]
    asked = parse_qs(query).get("sort", [""])[-1] if query else ""
    return asked if asked in threadpage.ORDERS else "newest"


def _has_branch(view: View, target: route.Target) -> bool:
    if not target.number:
        return True
    top = pick.find(view, target.number)
    return top is not None and top.story == target.code and bool(top.body)


def _checkpoint(view: View) -> Answer:
    note = view.get("meta", b"checkpoint")
    if note is None:
        return status(view, 404)
    body, _, mark = join_fragments([press(note)])
    return sent(200, ContentType.TEXT, body, mark)


def _past(view: View, name: str, path: str, query: str) -> Answer:
    """What a front led with on a day. A day without a change began and ended with what the last change left."""
    key = name.encode(errors="surrogatepass")[:LONGEST_KEY]
    found = view.get("pages", key)
    if found is None:
        before = view.before("pages", key.rpartition(b":")[0] + b":", key)
        found = view.get("pages", before) if before else None
        return elsewhere(decode(found).path) if found else status(view, 404)
    page = decode(found)
    if at := _AT.fullmatch(parse_qs(query).get("at", [""])[-1]):
        return elsewhere(page.path + pastfronts.anchor_at(view, name, int(at[1] + at[2])))
    return moved(page.path) if _elsewhere(page.path, path) else show(view, page)


def _former(view: View, path: str, query: str, host: str) -> Answer | None:
    """Where an address of another time leads; None if no story ever had it."""
    local = f"{quote(path)}?{query}" if query else quote(path)
    for key in urls.former_keys(f"http://{host}{local}" if host else local):
        prefix = address_prefix(key)
        for found, _ in view.items("names", prefix):
            return _short(view, int.from_bytes(found[len(prefix) :], "big"))
    return None


def status(view: View, code: int) -> Answer:
    """The page for a status other than 200."""
    found = view.get("pages", str(code).encode())
    if found is None:
        return Answer(code, [("content-type", "text/plain; charset=utf-8")])
    return show(view, decode(found), code)


def moved(path: str) -> Answer:
    return Answer(301, [("location", path), ("cache-control", MOVED)])


def elsewhere(path: str) -> Answer:
    """An address that leads to another for now."""
    return Answer(302, [("location", path), ("cache-control", REVALIDATE)])


def unavailable() -> Answer:
    """For a reader nothing but a plain sentence; the reason is in the log."""
    return plain(503, "The pages are being prepared. Please try again in a moment.\n", ("retry-after", "5"))


def plain(status: int, text: str, *more: tuple[str, str], kind: ContentType = ContentType.TEXT) -> Answer:
    """A sentence or a few figures that are of this moment."""
    body, _, _ = join_fragments([press(text.encode())])
    headers = [
        ("content-type", CONTENT_TYPES[kind]),
        ("content-encoding", "gzip"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
    ]
    return Answer(status, [*headers, *more], body)


def _cursor(query: str) -> join.Cursor | None:
    return join.Cursor.parse(parse_qs(query).get("before", [""])[-1]) if query else None


def show(view: View, page: Page, code: int = 200, cursor: join.Cursor | None = None, now: float = 0) -> Answer:
    """A page as it is to be sent, under a status."""
    return sent(code, page.type, *join.page(view, page, cursor, now))


def sent(code: int, kind: ContentType, body: bytes, mark: int) -> Answer:
    """A page that was joined, under a status; ``mark`` is the 64-bit one of its text."""
    etag = f'"{mark.to_bytes(8).hex()}"'
    headers = [("content-type", CONTENT_TYPES[kind]), ("etag", etag), *_OF_ALL]
    return Answer(code, headers, body, etag if code == 200 else "")
