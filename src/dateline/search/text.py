"""A story's text, made ready to be told from others: whether one is a near copy of another. Pure.

Where nearly all runs of three words of the shorter text stand in the longer one (SURE), it is a copy, cut or whole.
Where half of them do (LIKELY), it may be a copy in which single words were replaced, another story in the same set
phrases (money market reports, obituaries) or one that quotes the same statement. Words replaced here and there leave
nine words in ten in their order; set phrases and quotations end, and what stands between them is other words
(bench/copies.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from dateline.search import schema
from dateline.search.fold import fold
from dateline.search.sketch import of_text, share
from dateline.story import Story, paragraphs

SURE = 0.85
LIKELY = 0.5
IN_ORDER = 0.83
"""Of the words of the shorter text, in the order of the longer one."""

WORDS = 600
"""Words that are compared in their order."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """The sketch of a whole text, and its beginning, folded."""

    sketch: bytes
    beginning: str

    @classmethod
    def of(cls, story: Story) -> Text:
        return cls.of_words("\n".join(paragraphs(story)), story.language)

    @classmethod
    def of_words(cls, text: str, language: str) -> Text:
        """Of a body as plain text, a paragraph a line."""
        return cls(of_text(text, language), fold(text[: schema.GIST], language))

    @classmethod
    def kept(cls, document: dict[str, list[Any]]) -> Text:
        """As the index keeps it."""
        beginning = schema.body_of(bytes(document["gist"][0]).decode())
        return cls(bytes(document["sketch"][0]), fold(beginning, document["language"][0]))

    def copied(self, other: Text) -> float:
        """How much of the shorter text stands in the longer one if one is a near copy of the other; else 0."""
        found = share(self.sketch, other.sketch)
        if found >= SURE or (found >= LIKELY and self._in_order(other) >= IN_ORDER):
            return found
        return 0.0

    def _in_order(self, other: Text) -> float:
        first, second = (_WORD.findall(text.beginning.lower())[:WORDS] for text in (self, other))
        blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
        fewer = min(len(first), len(second))
        return sum(block.size for block in blocks) / fewer if fewer else 0.0
