"""Near copies: the same text under another headline, cut, relayed, with words replaced or paragraphs moved.

A copy shares the rarest words of what it was copied from, so the index gives the few stories that it can be a copy of
in the same way as it gives related ones; the texts decide. Texts about the same event that two newsrooms wrote share
names and phrases, but few runs of three words.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.search import related, schema
from dateline.search.index import SearchIndex
from dateline.search.text import Text
from dateline.story import Story, paragraphs

CANDIDATES = 12
"""Stories that one is compared with."""

KEYS = 8
"""Hashes by which a story of the same run is found: a copy cut to half has one of them in 255 of 256 cases."""


LATELY = 50_000
"""Stories of a run that are remembered: about a hundred megabytes."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A story that another is a near copy of; ``share`` is how much of the shorter text stands in the longer."""

    code: int
    share: float

    @property
    def why(self) -> str:
        return f"{self.share:.0%} of the shorter text stands in the longer one"


def find(index: SearchIndex, story: Story) -> list[Copy]:
    """The stories in the index that ``story``, in it or not, is a near copy of; the nearest first."""
    own = Text.of(story)
    if not own.sketch:
        return []
    rarity = index.rarity()
    gist = related.Gist(story.language, schema.gist(story, list(paragraphs(story))))
    hits = rarity.searcher.search(related.ask(rarity, index.schema, gist), CANDIDATES, count=False).hits
    documents = (rarity.searcher.doc(address).to_dict() for _, address in hits)
    texts = ((int(document["code"][0]), Text.kept(document)) for document in documents)
    return _nearest(own, ((code, text) for code, text in texts if code != story.code))


class Lately:
    """The last stories of one run of an import, which the index does not know yet. Holds some two kB for each."""

    def __init__(self, most: int = LATELY) -> None:
        self.most = most
        self._packed: dict[int, tuple[bytes, bytes]] = {}
        self._codes: defaultdict[bytes, list[int]] = defaultdict(list)

    def add(self, code: int, text: Text) -> None:
        """Remember a story; the one that was added first is forgotten for one too many."""
        if not text.sketch or code in self._packed:
            return
        self._packed[code] = text.sketch, zlib.compress(text.beginning.encode(), 1)
        for key in _keys(text.sketch):
            self._codes[key].append(code)
        if len(self._packed) > self.most:
            self._forget(next(iter(self._packed)))

    def find(self, own: Text, code: int = 0) -> list[Copy]:
        """As ``copies.find``, among the stories that were added; ``code`` is the text's own, if it has one."""
        codes = {other for key in _keys(own.sketch) for other in self._codes.get(key, ())} - {code}
        return _nearest(own, ((code, self._text(code)) for code in codes))

    def _text(self, code: int) -> Text:
        sketch, beginning = self._packed[code]
        return Text(sketch, zlib.decompress(beginning).decode())

    def _forget(self, code: int) -> None:
        sketch, _ = self._packed.pop(code)
        for key in _keys(sketch):
            self._codes[key].remove(code)
            if not self._codes[key]:
                del self._codes[key]


def _nearest(own: Text, others: Iterable[tuple[int, Text]]) -> list[Copy]:
    found = [Copy(code, share) for code, text in others if (share := own.copied(text))]
    return sorted(found, key=lambda copy: (-copy.share, copy.code))


def _keys(sketch: bytes) -> list[bytes]:
    """The smallest hashes of a sketch."""
    return [sketch[at : at + 4] for at in range(0, min(len(sketch), 4 * KEYS), 4)]
