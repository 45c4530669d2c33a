"""Text as it is read, whatever it was typed with: one small letter for each that a reader would see.

``Alphabet.fold`` undoes width, case, marks and what is not seen; ``Alphabet.unmask`` also undoes look-alikes, digits
for letters and stretching, and is therefore asked only of what looks disguised. Both are done to the words of a list
as to the words of a text, so that what matters is only that they come out alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

from dateline.discuss.checks import letters

_FOR_SIGHT = {**letters.UNSEEN, **letters.PICTURED}
_ROW = re.compile(r"(.)\1+", re.DOTALL)
_SIGNS = {**letters.DIGITS, ord("l"): "i"}
_ACROSS = {**{code: "i" if letter == "l" else letter for code, letter in letters.LOOKALIKES.items()}, **_SIGNS}


class Alphabet:
    """How one language is folded."""

    def __init__(self, language: str) -> None:
        self._dotted = letters.DOTTED if language in ("tr", "az") else None
        self._table = {**letters.plain_letters(language), **letters.MARKS, **letters.ARABIC}

    def light(self, text: str) -> str:
        """Without width, case and what is not seen; marks stay."""
        if self._dotted:
            text = text.translate(self._dotted)
        if text.isascii():
            return text.casefold()
        return unicodedata.normalize("NFKC", text.translate(_FOR_SIGHT)).casefold().translate(_FOR_SIGHT)

    def fold(self, text: str) -> str:
        """And without marks that are not letters of the language."""
        return self.lay_bare(self.light(text))

    def lay_bare(self, light: str) -> str:
        """What ``fold`` does after ``light``."""
        if light.isascii():
            return light
        return unicodedata.normalize("NFC", light).translate(self._table)


@cache
def alphabet(language: str) -> Alphabet:
    """That of a BCP 47 tag."""
    return Alphabet(language.lower().split("-")[0])


def unmask(folded: str, foreign: bool = True) -> str:
    """A folded word without digits for letters and doubles; ``i`` and ``l`` are one letter.

    Also without look-alikes, if some of its letters are ``foreign`` to the text; those of one's own script are
    letters of their own.
    """
    return _ROW.sub(r"\1", read_signs(folded, foreign))


def runs(folded: str, foreign: bool = True) -> tuple[int, ...]:
    """How often each letter of ``unmask`` stands there in a row."""
    return tuple(len(list(same)) for _, same in groupby(read_signs(folded, foreign)))


def unmirror(folded: str) -> str:
    """A folded word with its look-alikes in Latin letters, and no more."""
    return folded if folded.isascii() else folded.translate(letters.LOOKALIKES)


def read_signs(folded: str, foreign: bool) -> str:
    """A folded word with its digits, signs and, if ``foreign``, look-alikes as the letters they are read as."""
    return folded.translate(_ACROSS if foreign else _SIGNS)
