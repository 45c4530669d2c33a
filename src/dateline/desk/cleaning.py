"""Text from anywhere made harmless: as a line, as inline HTML, as a link. Pure.

What comes out of here is what readers may be shown. Inline HTML holds exactly the grammar that ``dateline.story``
promises; every other text is plain, without control characters, and must still be escaped by whoever shows it.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

import nh3

LINK_LENGTH = 2000

# Control characters, halves of characters, non-characters, the byte order mark, and the two marks that override the
# direction of what follows them (they can make an address or a name read as another one).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff\u202d\u202e]"
)
# Not \s: a no-break space is typography, not layout. A single space needs no change and is not matched.
_SPACE = re.compile(" *[\t\n\r\f\v\x85\u2028\u2029][ \t\n\r\f\v\x85\u2028\u2029]*| {2,}")
_IN_ADDRESS = re.compile(r"[\s\\]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_MARKUP = re.compile("[<&>]")
_OLD_TAG = re.compile(r"<(/?)(b|i)(?=[\s/>])", re.IGNORECASE)
_EMPTY_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
# Looked for from where blanks begin alone, or every one of very many would be a beginning.
_EDGE = re.compile(r"^(?:\s|<br>)+|(?<!\s)(?<!<br>)(?:\s|<br>)++$")

_CLEANER = nh3.Cleaner(
    tags={"a", "em", "strong", "sub", "sup", "code", "s", "q", "br", "span"},
    attributes={"a": {"href"}, "span": {"lang", "dir"}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
    attribute_filter=lambda _, name, value: _attribute(name, value),
)


def line(text: str) -> str:
    """One line of plain text, its runs of spaces and breaks made one space."""
    if _is_clean(text) and "  " not in text:
        return text.strip()
    return _SPACE.sub(" ", _FORBIDDEN.sub("", text)).strip()


def storable(text: str) -> str:
    """Text less what no database or record can hold; for copy that is cleaned again on its way to readers."""
    return text if _is_clean(text) else _FORBIDDEN.sub("", text)


def _is_clean(text: str) -> bool:
    """Whether all of a text can be printed: then none of it is forbidden, and the only spaces are plain ones."""
    return text.isprintable()


def inline(markup: str) -> str:
    """Inline HTML with nothing in it but what ``dateline.story`` allows; old ``b`` and ``i`` become strong and em."""
    text = line(markup)
    if not _MARKUP.search(text):
        return text
    clean = _CLEANER.clean(_OLD_TAG.sub(_new_tag, text))
    # nh3 writes the one named entity that XML does not know; forbidden characters may have come as entities.
    clean = _FORBIDDEN.sub("", clean.replace("&nbsp;", "\u00a0"))
    return _EDGE.sub("", _SPACE.sub(" ", _EMPTY_LINK.sub(r"\1", clean)))


def escaped(text: str) -> str:
    """Plain text as inline HTML."""
    return html.escape(line(text), quote=False)


def link(address: str) -> str:
    """An http(s) address that may be shown as a link, or nothing."""
    return _address(address, ("http", "https"))


def language(tag: str) -> str:
    """A language tag of the right form, or nothing."""
    tag = tag.strip()
    return tag if len(tag) <= 35 and _LANGUAGE.fullmatch(tag) else ""


def _address(address: str, schemes: tuple[str, ...]) -> str:
    address = address.strip()
    if not _fit(address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in schemes or (parts.scheme.lower() != "mailto" and not host):
        return ""
    return address


def _fit(address: str) -> bool:
    """Whether every browser would read the address in the same way."""
    usable = 0 < len(address) <= LINK_LENGTH
    return usable and not _FORBIDDEN.search(address) and not _IN_ADDRESS.search(address)


def _href(value: str) -> str | None:
    """Links of a text: http, https, mailto, or to a place on the site itself."""
    value = value.strip()
    if value.startswith("/") and not value.startswith("//"):
        return value if _fit(value) else None
    return _address(value, ("http", "https", "mailto")) or None


def _attribute(name: str, value: str) -> str | None:
    if name == "href":
        return _href(value)
    if name == "dir":
        return value.lower() if value.lower() in ("ltr", "rtl", "auto") else None
    return language(value) or None


def _new_tag(found: re.Match[str]) -> str:
    return f"<{found[1]}{'strong' if found[2] in 'bB' else 'em'}"
