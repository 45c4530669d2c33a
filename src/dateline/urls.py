"""The permalink rules: every public address, made and read back. Pure; knows no store.

An address never changes its meaning. A story's is ``/news/<code>/<slug>``: the code decides, the slug is for
people and is frozen at first publication.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

SLUG_LENGTH = 80

_NOT_WORD = re.compile(r"[\W_]+")
# The ZERO WIDTH NON-JOINER is part of the spelling of Persian words; it may not split one in two.
_JOINERS = re.compile("[\u200c\u200d\u2019']")


@lru_cache(1024)  # of one story it is asked for several times, one after the other
def slugify(text: str, fallback: str = "story") -> str:
    """The slug of a headline in any script: letters and digits in lower case, joined by hyphens.

    Whole words up to ``SLUG_LENGTH`` characters; ``fallback`` if no letter or digit is left.
    """
    folded = unicodedata.normalize("NFKC", _JOINERS.sub("", text)).casefold()
    plain = folded if folded.isascii() else _without_latin_marks(folded)
    words = _NOT_WORD.sub("-", unicodedata.normalize("NFC", plain)).strip("-")
    if len(words) > SLUG_LENGTH:
        words = words[: SLUG_LENGTH + 1].rpartition("-")[0] or words[:SLUG_LENGTH]
    return words or fallback


def _without_latin_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not _is_latin_mark(c))


def _is_latin_mark(character: str) -> bool:
    """Accents of Latin, Greek and Cyrillic go; vowel signs of other scripts are letters of theirs and stay."""
    return "\u0300" <= character <= "\u036f"


def story(code: int, slug: str) -> str:
    return f"/news/{code}/{quote(slug)}"


def short(code: int) -> str:
    return f"/s/{code}"


def story_json(code: int) -> str:
    return f"/news/{code}.json"


def history(code: int) -> str:
    return f"/news/{code}/history"


def discussion(code: int) -> str:
    """The whole thread of a story; what is written goes there too."""
    return f"/discuss/{code}"


def comment(code: int, number: int) -> str:
    """A comment and all replies to it, for good."""
    return f"/discuss/{code}/{number}"


def reply(code: int, number: int) -> str:
    return f"/discuss/{code}/write?to={number}"


def report(code: int, number: int) -> str:
    return f"/discuss/{code}/report?comment={number}"


def section(slug: str) -> str:
    return f"/{slug}/"


def section_feed(slug: str) -> str:
    return f"/{slug}/feed.xml"


def person(slug: str) -> str:
    return f"/people/{quote(slug)}"


def source(slug: str) -> str:
    return f"/source/{quote(slug)}"


def topic(slug: str) -> str:
    return f"/topic/{quote(slug)}"


def day(when: date) -> str:
    return f"/archive/{when.isoformat().replace('-', '/')}"


def past_front(when: date, key: str = "home") -> str:
    """What a front led with on a day: the home front, or a section's by its slug."""
    return f"{day(when)}/front" if key == "home" else f"{day(when)}/front/{quote(key)}"


def picture(key: str, width: int) -> str:
    return f"/media/{key}-{width}.webp"


def picture_crop(key: str, shape: str) -> str:
    """A JPEG for machines, 1200 pixels wide, cropped to ``16x9``, ``4x3`` or ``1x1``."""
    return f"/media/{key}-{shape}.jpg"


def former_keys(address: str) -> tuple[str, ...]:
    """The names under which an address of another time or host is found again, the most exact first.

    The scheme, a leading ``www.``, the fragment, a trailing slash and the order of query fields do not matter; the
    second key leaves the host out, because after a move requests for the old paths arrive at the new host.
    Each is a short hash, for addresses can be longer than a store's keys may be.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        # "http://[" has no host, but somebody may have kept or asked for it: it is found as it is written.
        return (_short_hash(address.strip()),)
    path = unquote(parts.path).rstrip("/") or "/"
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    local = f"{path}?{query}" if query else path
    return tuple(_short_hash(key) for key in ([f"{host}{local}", local] if host else [local]))


def _short_hash(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=12).hexdigest()
