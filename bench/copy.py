"""Stories to measure with: made from a seed, so that everybody measures the same ones. Nobody wrote or meant them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

VOCABULARY = 30_000
NAMES = 4_000
LENGTH = 340
"""Words of a story: about 2,200 characters, the mean of a dozen news corpora."""

_SYLLABLES = [consonant + vowel for consonant in "bdklmnrstv" for vowel in "aeiou"]


def make(count: int, seed: int = 1) -> Iterator[dict[str, object]]:
    """``count`` stories as JSON Lines of plain stories have them. Words are spread as in a language (Zipf)."""
    dice = random.Random(seed)
    words = [_word(dice, 1, 4) for _ in range(VOCABULARY)]
    names = [_word(dice, 2, 4).capitalize() for _ in range(NAMES)]
    ranks = [1 / (rank + 2.7) for rank in range(VOCABULARY)]
    cumulative = _cumulate(ranks)
    for number in range(1, count + 1):
        cast = dice.sample(names, 6)
        text = dice.choices(words, cum_weights=cumulative, k=LENGTH)
        for place in range(7, LENGTH, 11):
            text[place] = dice.choice(cast)
        yield {
            "id": f"bench-{seed}-{number}",
            "title": " ".join([cast[0], *text[:6], cast[1]]),
            "text": "\n".join(" ".join(text[i : i + 45]).capitalize() + "." for i in range(0, LENGTH, 45)),
            "date": f"{2006 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}T{number % 24:02}:30:00Z",
            "lang": "en",
            "authors": [f"{names[number % 50]} {names[50 + number % 50]}"],
        }


def write(path: Path, count: int, seed: int = 1) -> None:
    with path.open("w", encoding="utf-8") as file:
        for story in make(count, seed):
            file.write(json.dumps(story) + "\n")


def _word(dice: random.Random, low: int, high: int) -> str:
    return "".join(dice.choices(_SYLLABLES, k=dice.randint(low, high)))


def _cumulate(weights: list[float]) -> list[float]:
    total, out = 0.0, []
    for weight in weights:
        total += weight
        out.append(total)
    return out
