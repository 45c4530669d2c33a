"""The part that somebody had in a story who did not write it: photographs, editing, translation, help. Pure.

Told by the name of a role, as exports have it, or by the words in a line that says who made the story. What nobody was
said to be, nobody becomes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.story import Role
from dateline.wire.page.fields import names
from dateline.wire.page.words import any_of

Part = tuple[str, Role]
"""A person's name, and what they did."""

_ROLES: dict[Role, str] = {
    "photographer": any_of(
        r"(?:photo(?:graph)?(?:er|s|y)?|phot|pictures?|images?|camera(?:man|woman)?|foto(?:s|graf(?:in)?|grafie)?)",
        r"bild(?:er)?|fotograf[íi]as?|fotógraf[oa]|fotos?|photographies?|fotografie di|immagini|zdjęcia|фото",
    ),
    "editor": any_of(r"edit(?:or|ed|ing|s)?|edited", r"redigiert|redaktion|edición|editad[oa]|édité|a cura"),
    "translator": any_of(
        r"translat(?:or|ed|ion|ing)", r"übersetz(?:t|ung|er(?:in)?)|traduc(?:ción|tor|tora|ido)|tradui?t(?:ion)?",
        r"traduct(?:eur|rice|ion)|traduzione|tradução|vertaling|vertaald|перевод(?:чик)?",
    ),
    "contributor": any_of(
        r"contribut(?:or|ed|ing|ion)", r"(?:additional|extra) reporting|mitarbeit|colabor(?:ador|ación)"
    ),
}  # fmt: skip
_NAMED = [(role, re.compile(words, re.IGNORECASE)) for role, words in _ROLES.items()]
_SAID = re.compile(
    r"(?:^|[;,.|·(/–—]|\s-|\b(?:and|und|et|y|e)\b)\s*(?:"
    + "|".join(f"(?P<{role}>{words})" for role, words in _ROLES.items())
    + r")(?:\s+(?:by|von|par|por|de|di|door)\s+|\s*:\s*)",
    re.IGNORECASE,
)
_WORDS_TOO = re.compile(
    r"(?:by\s+)?(?:text|words?|story|report(?:ing|ed)?|written|bericht|texte|texto|testo)", re.IGNORECASE
)


def role_of(name: str) -> Role | None:
    """The part that a role's name means, such as ``photographer`` or ``crol:photographer``; None for any other."""
    last = re.split(r"[:/#]", name.strip())[-1]
    return next((role for role, words in _NAMED if words.fullmatch(last)), None)


def part(line: str) -> tuple[str, list[Part]]:
    """A byline without those who did not write the story, and these: ``By A; photographs by B``."""
    found = list(_SAID.finditer(line))
    rest = line[: found[0].start()] if found else line
    if not found or _WORDS_TOO.fullmatch(rest.strip()):
        return line, []
    ends = [*(one.start() for one in found[1:]), len(line)]
    parts: list[Part] = []
    for match, end in zip(found, ends, strict=True):
        role = next(role for role in _ROLES if match[role])
        parts += [(name, role) for name in names.split(line[match.end() : end].strip(" .,;|·()/–—-"))]
    return rest.strip(" ,;|·(/–—-"), parts


def distinct(parts: Iterable[Part], authors: Iterable[str]) -> Iterator[Part]:
    """Each person once, in their first part; those who wrote the story are named as that."""
    seen = {name.casefold() for name in authors}
    for name, role in parts:
        if name and name.casefold() not in seen:
            seen.add(name.casefold())
            yield name, role
