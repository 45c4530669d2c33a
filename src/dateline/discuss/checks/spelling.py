"""Letters that stand alone: ``b a d``, ``b - a - d``, ``f uck``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.discuss.checks import letters

FRAGMENT = 12
"""Letters of a piece that may be the rest of a word beside single letters."""
_WORDS_THEMSELVES = frozenset("aeiouyаеиоуяі&")
"""Single letters that are words in many languages, and so do not ask for the rest of one."""


@dataclass(frozen=True, slots=True)
class Spelled:
    letters: str
    first: int
    last: int
    """It is made of the pieces from ``first`` up to, and without, ``last``."""
    alone: bool
    """Of single letters only; otherwise with a piece of a word before or after."""


def spelled(pieces: list[str]) -> Iterator[Spelled]:
    """What the single letters among the pieces of a text spell, by themselves and with what stands beside them."""
    bare = [piece if piece.isalpha() else _bare(piece) for piece in pieces]
    for first, last in _runs(bare):
        run = "".join(bare[first:last])
        for ahead in {0, int(run[0] in _WORDS_THEMSELVES)}:
            for behind in {0, int(run[-1] in _WORDS_THEMSELVES)}:
                if last - behind - first - ahead > 2:
                    yield Spelled(
                        "".join(bare[first + ahead : last - behind]), first + ahead, last - behind, alone=True
                    )
        if len(run) == 1 and run in _WORDS_THEMSELVES:
            continue
        before = bare[first - 1] if first and 1 < len(bare[first - 1]) <= FRAGMENT else ""
        after = bare[last] if last < len(bare) and 1 < len(bare[last]) <= FRAGMENT else ""
        for start, end in ((before, ""), ("", after), (before, after)):
            if (start or end) and (start == before or not start) and len(run) + len(start) + len(end) > 2:
                yield Spelled(start + run + end, first - bool(start), last + bool(end), alone=False)


def _bare(piece: str) -> str:
    return "".join(letter for letter in piece.strip("!|+") if letter.isalnum() or letter in letters.SIGNS)


def _runs(bare: list[str]) -> Iterator[tuple[int, int]]:
    """Where pieces of one letter follow one another; what is only punctuation does not part them."""
    first = None
    for place, piece in enumerate([*bare, "end"]):
        if len(piece) == 1 and first is None:
            first = place
        elif len(piece) > 1 and first is not None:
            yield first, place
            first = None
