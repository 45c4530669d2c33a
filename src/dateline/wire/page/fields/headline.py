"""The headline, chosen by votes: what the page declares, what its title says, and what stands above the story.

No source of headlines is right always: JSON-LD carries the search engine's headline, ``og:title`` the social one,
``<title>`` the site's name, and the first ``h1`` may be the logo. The text that most of them agree on is the headline,
and of two that tie the one that readers see.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from dateline.wire.page.outline import Outline
from dateline.wire.page.told.declared import Claims
from dateline.wire.page.words import key, size, tidy

LONGEST = 400
MOST_H1, MOST_PARTS = 30, 8
DECLARED = frozenset({"json-ld", "microdata", "meta:og:title", "meta:twitter:title"})

WEIGHTS = {"json-ld": 3.0, "microdata": 2.0, "meta:og:title": 2.0, "meta:twitter:title": 1.0, "meta": 1.0, "title": 1.0}
FIRST_H1, OTHER_H1, NAMED, ECHO, PART, SEEN = 2.6, 1.2, 1.5, 1.5, 0.6, 2.5

_BETWEEN = re.compile(
    r"\s+[|\-–—―·•»«›:/~<>]{1,3}\s+|\s*[|»›«ㅣ｜]\s*|\s*::\s*|\s+\(\s*(?=[^()]*\)$)|_{1,2}(?=\S)|\s-(?=\S)|(?<=\S)-\s"
)
_NOT_IN_NAME = re.compile(r"\W+")
_TITLED = re.compile(
    r"\b(?:headline|entry-title|entrytitle|article-?title|story-?title|post-?title|news-?title)\b", re.IGNORECASE
)
_KICKER = re.compile(
    r"(?:^|[\W_]|(?<=[a-z])(?=[A-Z]))(?:kicker|overline|eyebrow|dachzeile|topline|supertitle|pretitle|pre-title|antetitulo|volanta|sovratitolo|occhiello|fly-?title|rubric|spitzmarke|surtitle|surtitre|suptitle|catchline)",
    re.IGNORECASE,
)
KICKER_WITHIN = 4


@dataclass(slots=True)
class _Vote:
    text: str
    weight: float = 0.0
    origin: str = ""
    by: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    """Sources that have the text by itself rather than as a part of theirs."""


@dataclass(frozen=True, slots=True)
class Headline:
    text: str
    origin: str


def choose(claims: Claims, outline: Outline, site_names: Iterable[str]) -> Headline | None:
    """The headline of the page, or None if nothing on it could be one."""
    names = {key(name) for name in site_names} - {""}
    votes: dict[str, _Vote] = {}
    shown = list(_shown(outline))
    tops = {key(text) for text, _, _ in shown}
    for text, weight, origin in (*_declared(claims), *shown):
        _cast(votes, tidy(text), weight, origin, names, tops)
    _echo(votes, outline, names)
    _see(votes, outline)
    best = max(votes.values(), key=lambda v: v.weight, default=None)
    if best is None:
        return None
    return Headline(best.text, best.origin)


def _declared(claims: Claims) -> Iterator[tuple[str, float, str]]:
    seen: set[str] = set()
    for claim in (*claims.all("headline"), *claims.all("title")):
        origin = claim.origin if claim.origin in WEIGHTS else claim.origin.split(":")[0]
        if claim.origin.startswith("json-ld:"):
            yield claim.value, PART, claim.origin
        elif origin in WEIGHTS and origin not in seen:
            seen.add(origin)
            yield claim.value, WEIGHTS[origin], origin


def _shown(outline: Outline) -> Iterator[tuple[str, float, str]]:
    first = True
    for box in islice((box for box in outline.boxes if box.tag == "h1"), MOST_H1):
        if text := " ".join(
            c.text for c in outline.chunks[box.first : min(box.last, box.first + MOST_PARTS)] if c.text
        ):
            yield text, FIRST_H1 if first else OTHER_H1, "h1"
            first = False
    for chunk in outline.chunks:
        if 15 <= chunk.size <= 250 and _TITLED.search(chunk.box.names) and chunk.box.tag != "h1":
            yield chunk.text, NAMED, "named"
            return


def _cast(votes: dict[str, _Vote], text: str, weight: float, origin: str, names: set[str], tops: set[str]) -> None:
    """One source's vote for its text without the site's name, and small ones for the parts of it.

    A text that is a top heading with something shorter before or after it speaks for the heading.
    """
    text = _without_names(text, names)
    _vote(votes, text, weight, origin, whole=True)
    if len(text) > LONGEST:
        return
    for cut in list(_BETWEEN.finditer(text))[:8]:
        for part in (text[: cut.start()].strip(), text[cut.end() :].strip()):
            if size(part) >= 8 and key(part) not in names:
                speaks = key(part) in tops and key(text) not in tops and 2 * len(part) > len(text)
                _vote(votes, part, weight if speaks else PART, origin)


def _vote(votes: dict[str, _Vote], text: str, weight: float, origin: str, *, whole: bool = False) -> None:
    same = key(text)
    if not same or not 2 <= len(text) <= LONGEST:
        return
    vote = votes.setdefault(same, _Vote(text, 0.0, origin))
    if whole:
        vote.whole.add(origin)
    if origin not in vote.by:
        vote.by.add(origin)
        vote.weight += weight
        if origin == "h1":
            vote.text = text


def _echo(votes: dict[str, _Vote], outline: Outline, names: set[str]) -> None:
    """A declared headline that stands on the page by itself, not as a link, is likelier to be the one."""
    for chunk in outline.chunks:
        alone = chunk.linked * 2 < chunk.size or chunk.box.tag in ("h1", "h2", "h3")
        if 6 <= chunk.size <= LONGEST and alone:
            vote = votes.get(key(chunk.text))
            if vote and "echo" not in vote.by and key(chunk.text) not in names:
                vote.by.add("echo")
                vote.weight += ECHO if "h1" not in vote.by else 0.4


def _see(votes: dict[str, _Vote], outline: Outline) -> None:
    """The first top heading that says in other words what the title says is what readers take for the headline."""
    declared = {word for vote in votes.values() if vote.by - {"h1", "named", "echo"} for word in _words(vote.text)}
    for text, _, origin in _shown(outline):
        words = _words(text)
        if _is_lesser_part(text, votes):
            return
        if len(words) >= 3 and len(words & declared) * 5 >= len(words) * 2:
            if vote := votes.get(key(text)):
                if (inner := _inner(key(text), votes)) is not None:
                    inner.weight += vote.weight
                vote.weight += SEEN
            return
        if origin == "named" and declared and (vote := votes.get(key(text))):
            vote.weight -= NAMED


def _inner(same: str, votes: dict[str, _Vote]) -> _Vote | None:
    """The declared headline that a heading ends or begins with, besides a kicker or the site's name.

    A heading that is declared itself has neither.
    """
    if votes[same].whole & DECLARED:
        return None
    for known, vote in votes.items():
        long_enough = known != same and 5 * len(known) >= 2 * len(same)
        if vote.whole & DECLARED and long_enough and (same.endswith(known) or same.startswith(known)):
            return vote
    return None


def _is_lesser_part(text: str, votes: dict[str, _Vote]) -> bool:
    """Whether a heading is the smaller part of what the page declares, as the site's name is of its title."""
    same = key(text)
    return any("title" in v.by and same in k and 2 * len(same) <= len(k) for k, v in votes.items())


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 2} if len(text) <= LONGEST else set()


def _without_names(text: str, names: set[str]) -> str:
    """Text without the site's name before or after it."""
    while len(text) <= 2 * LONGEST:
        cuts = list(_BETWEEN.finditer(text))
        if cuts and _is_name(text[cuts[-1].end() :], names):
            text = text[: cuts[-1].start()].strip()
        elif cuts and _is_name(text[: cuts[0].start()], names):
            text = text[cuts[0].end() :].strip()
        else:
            return text
    return text


def _is_name(text: str, names: set[str]) -> bool:
    return key(text) in names or not key(text)


def kicker_of(outline: Outline, place: int) -> str:
    """The line above the headline that stands at ``place``, if the page names one."""
    for chunk in reversed(outline.chunks[max(0, place - KICKER_WITHIN) : place]):
        parent = chunk.box.parent
        if 2 <= chunk.size <= 80 and (
            _KICKER.search(chunk.box.names) or (parent is not None and _KICKER.search(parent.names))
        ):
            return chunk.text
    return ""
