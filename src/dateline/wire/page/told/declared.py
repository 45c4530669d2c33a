"""What a page declares about its story, by whom, in the order of trust.

A *claim* is a value with the place it was found in. Claims are gathered from JSON-LD, microdata and RDFa, Open Graph
and meta elements; nothing here decides which claim is right: ``headline``, ``people``, ``times`` and the other
choosers do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Claim:
    value: str
    origin: str


@dataclass(slots=True)
class Claims:
    """Claims by field, first found first."""

    by_field: dict[str, list[Claim]] = field(default_factory=dict)

    def add(self, name: str, values: Iterable[str], origin: str) -> None:
        known = self.by_field.setdefault(name, [])
        for value in values:
            claim = Claim(value, origin)
            if value and claim not in known and len(known) < 100:
                known.append(claim)

    def all(self, name: str) -> list[Claim]:
        return self.by_field.get(name, [])

    def first(self, name: str) -> Claim:
        return next(iter(self.all(name)), NOTHING)

    def of(self, name: str, origin: str) -> list[str]:
        return [claim.value for claim in self.all(name) if claim.origin == origin]


NOTHING = Claim("", "")
