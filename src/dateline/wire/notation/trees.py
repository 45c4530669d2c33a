"""XML parsed with nothing followed and nothing grown: no entity is resolved, no address opened, no tree made huge."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from dateline.errors import CopyError
from dateline.wire.notation.letters import mend_references
from dateline.wire.page.words import tidy

Element = Any
"""An lxml element; its stubs promise less than it does."""

# One that is never closed goes to the end: else each of a million would be looked for to the end.
_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))", re.DOTALL)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")
_BARE = re.compile(r"&(?!#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_ENTITY = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HARMLESS = "NS_ERR_UNDEFINED_NAMESPACE"


def parse(text: str) -> Element:
    """The root of an XML text; raises CopyError, whose message says what is broken and where."""
    if _ENTITY.search(_CDATA.sub("", text) if "<![CDATA[" in text else text):
        raise CopyError("It declares a document type inside of the story; it was not read.")
    try:
        return _parse(text)
    except etree.XMLSyntaxError:
        pass
    try:
        return _parse(_mended(mend_references(text)))
    except etree.XMLSyntaxError as error:
        raise CopyError(f"The XML is broken: {error.msg}.") from None


def _parse(text: str) -> Element:
    parser = etree.XMLParser(**_SAFE)
    data = text.encode("utf-8", "replace")
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        # A prefix that nobody declared is the only fault that loses nothing if it is passed over.
        if {fault.type_name for fault in parser.error_log} != {_HARMLESS}:
            raise
        return etree.fromstring(data, etree.XMLParser(recover=True, **_SAFE))


_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "huge_tree": False,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
    "encoding": "utf-8",
}


def _mended(text: str) -> str:
    """Text with the character references of HTML, and the ampersands that begin none, as XML wants them."""
    parts = _CDATA.split(text)
    return "".join(part if i % 2 else _BARE.sub("&amp;", _NAMED.sub(_meant, part)) for i, part in enumerate(parts))


def _meant(match: re.Match[str]) -> str:
    found = html.unescape(match[0])
    return html.escape(found) if found != match[0] else f"&amp;{match[1]}"


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children of some local names, in order."""
    return (child for child in element if local(child) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of local names, or None."""
    for name in path:
        element = next(children(element, name), None) if element is not None else None
    return element


def every(element: Element | None, name: str) -> Iterator[Element]:
    """All descendants of a local name."""
    return (found for found in element.iter("{*}" + name, name)) if element is not None else iter(())


def raw(element: Element | None, *path: str) -> str:
    """All the text in the first descendant along a path, as it stands; ``""`` if there is none."""
    found = child(element, *path)
    return "".join(found.itertext()) if found is not None else ""


def text(element: Element | None, *path: str) -> str:
    """The text in the first descendant along a path, on one line."""
    return tidy(raw(element, *path))


def whole(element: Element) -> str:
    """The markup of an element as it stands in its file, without what follows it."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def escaped(text: str) -> str:
    """Text as it may stand in XML."""
    return html.escape(text, quote=False)


def inner(element: Element) -> str:
    """The markup inside an element, its namespaces aside."""
    parts = [html.escape(element.text or "", quote=False)]
    parts += (etree.tostring(_plain(one), encoding="unicode") for one in element)
    return "".join(parts)


def _plain(element: Element) -> Element:
    """The element with all names local, so that its markup is HTML's."""
    for one in element.iter():
        if isinstance(one.tag, str):
            one.tag = local(one)
    etree.cleanup_namespaces(element)
    return element
