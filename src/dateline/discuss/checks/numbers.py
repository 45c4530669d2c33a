"""Numbers as a moderator reads them."""

from __future__ import annotations

_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def count(number: int, thing: str) -> str:
    """Such as “two links”, “no link”, “14 comments”: the thing is given in the singular."""
    plural = thing if number == 1 else thing[:-1] + "ies" if thing.endswith("y") else f"{thing}s"
    return f"{word(number)} {plural if number else thing}"


def word(number: int) -> str:
    return _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"
