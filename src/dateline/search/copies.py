"""Near copies: the same text under another headline, cut, relayed, with words replaced or paragraphs moved.

A copy shares the rarest words of what it was copied from, so the index gives the few stories that it can be a copy of
in the same way as it gives related ones; their sketches decide. Texts about the same event that two newsrooms wrote
share names and phrases, but few runs of three words.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dateline.search import related, schema, sketch
from dateline.search.index import SearchIndex
from dateline.story import Story, paragraphs

CANDIDATES = 12
"""Stories that one is compared with."""

KEYS = 8
"""Hashes by which a story of the same run is found: a copy cut to half has one of them in 255 of 256 cases."""


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
    own = sketch.sketch(story)
    if not own:
        return []
    searcher = index.index.searcher()
    gist = related.Gist(story.language, schema.gist(story, list(paragraphs(story))))
    hits = searcher.search(related.ask(searcher, index.schema, gist), CANDIDATES, count=False).hits
    found = []
    for document in (searcher.doc(address).to_dict() for _, address in hits):
        code, share = int(document["code"][0]), sketch.share(own, bytes(document["sketch"][0]))
        if code != story.code and share >= sketch.COPY:
            found.append(Copy(code, share))
    return sorted(found, key=lambda copy: (-copy.share, copy.code))


class Lately:
    """The stories of one run of an import, which the index does not know yet. Holds half a kilobyte for each."""

    def __init__(self) -> None:
        self._sketches: dict[int, bytes] = {}
        self._codes: defaultdict[bytes, list[int]] = defaultdict(list)

    def add(self, story: Story) -> None:
        own = sketch.sketch(story)
        if own:
            self._sketches[story.code] = own
            for key in _keys(own):
                self._codes[key].append(story.code)

    def find(self, story: Story) -> list[Copy]:
        """As ``copies.find``, among the stories that were added."""
        own = sketch.sketch(story)
        codes = {code for key in _keys(own) for code in self._codes.get(key, ())} - {story.code}
        copies = (Copy(code, sketch.share(own, self._sketches[code])) for code in codes)
        return sorted((c for c in copies if c.share >= sketch.COPY), key=lambda copy: (-copy.share, copy.code))


def _keys(own: bytes) -> list[bytes]:
    """The smallest hashes of a sketch."""
    return [own[at : at + 4] for at in range(0, min(len(own), 4 * KEYS), 4)]
