"""What a person said of a site's pages: which field is found where. Pure, so that readers in any process apply it.

A rule is asked after the page was read in the usual way, and what it finds goes before what was found. One that finds
nothing on a page changes nothing of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from dateline.story import Paragraph, Subhead, plain
from dateline.wire.page.fields import moments, names
from dateline.wire.page.words import tidy
from dateline.wire.record import FoundBlock, Record
from dateline.wire.whereabouts import ELEMENT, Sheet, Way

Field = Literal["headline", "kicker", "standfirst", "byline", "published", "place", "section", "source"]

FIELDS: dict[Field, str] = {
    "headline": "headline",
    "kicker": "kicker",
    "standfirst": "standfirst",
    "byline": "byline",
    "published": "date",
    "place": "place",
    "section": "section",
    "source": "source",
}
WAYS: dict[Way, str] = {
    "line": "the line of that number, the headline's being 1",
    "label": "what follows these words at the beginning of a line",
    "element": "the element of that name, .class or #id",
    "meta": "the meta element of that name",
}
ORIGIN = "rule"

LONGEST = 500
"""Characters of what a rule finds; what is longer is no such field."""
NEAR = 6
"""Blocks of a body, from its beginning, out of which a field that was found is taken."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``value`` is a number for a line, else the words, the element or the name."""

    field: Field
    way: Way
    value: str

    def fault(self) -> str:
        """What is wrong with it, or nothing."""
        if self.field not in FIELDS or self.way not in WAYS:
            return "There is no such field, or no such way to find it."
        if not self.value or len(self.value) > 200:
            return "Say where it is found, in at most 200 characters."
        if self.way == "line" and not (self.value.isascii() and self.value.isdigit() and 1 <= int(self.value) <= 200):
            return "A line is a number from 1 to 200."
        if self.way == "element" and not ELEMENT.fullmatch(self.value):
            return 'An element is written as "h2", ".byline", "p.byline" or "#author".'
        return ""


Rules = Mapping[str, Sequence[Rule]]
"""By host, without a leading ``www.``."""


def host_of(record: Record | None, address: str = "") -> str:
    """The host that a record is of; ``address`` is where its copy was found, if it names none."""
    try:
        host = urlsplit((record.url if record else "") or address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")[:200]


def digest(rules: Sequence[Rule]) -> str:
    """What some rules are known by; empty for none."""
    if not rules:
        return ""
    said = repr(sorted(astuple(rule) for rule in rules))
    return hashlib.blake2b(said.encode(), digest_size=6).hexdigest()


def apply(record: Record, data: bytes, rules: Iterable[Rule]) -> Record:
    """The record with what the rules find on its page."""
    sheet = Sheet(data)
    for rule in rules:
        text = sheet.find(rule.way, rule.value, record.headline)[: LONGEST + 1]
        if text and len(text) <= LONGEST:
            record = _set(record, rule.field, text)
    return record


def _set(record: Record, field: Field, text: str) -> Record:
    given = _GIVE.get(field, _as_text)(record, field, text)
    if given is None:
        return record
    name, value = given
    body = record.body if field == "source" else tuple(_without(record.body, text))
    return replace(record, **{name: value}, body=body, origins={**record.origins, name: ORIGIN})  # type: ignore[arg-type]


Given = tuple[str, object] | None


def _as_text(_: Record, field: Field, text: str) -> Given:
    return field, text


def _as_people(_: Record, __: Field, text: str) -> Given:
    found = tuple(names.distinct(names.split(text)))
    return ("authors", found) if found else None


def _as_time(record: Record, _: Field, text: str) -> Given:
    found = moments.parse(text, record.language)
    return ("published", found) if found else None


_GIVE: dict[Field, Callable[[Record, Field, str], Given]] = {"byline": _as_people, "published": _as_time}


def _without(body: Sequence[FoundBlock], text: str) -> Iterator[FoundBlock]:
    """The body less a block near its beginning that says only what was found."""
    for place, block in enumerate(body):
        if place < NEAR and tidy(_words(block)) == text:
            continue
        yield block


def _words(block: FoundBlock) -> str:
    if isinstance(block, Paragraph):
        return plain(block.html)
    return block.text if isinstance(block, Subhead) else ""
