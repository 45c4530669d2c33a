"""A batch of read pieces offered to the desk, and what became of each. Runs inside the driver's transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.desk import intake
from dateline.desk.intake import Admitted, NewStory
from dateline.wire import offer, sources
from dateline.wire.models import Taken
from dateline.wire.offer import House, Pictures
from dateline.wire.pieces import Piece
from dateline.wire.reading import Read
from dateline.wire.record import Record
from dateline.wire.report import Line, Outcome

LONGEST_ID = 300

_OUTCOMES: dict[str, Outcome] = {
    "made": "imported", "changed": "imported", "same": "imported",
    "taken": "merged", "edited": "review", "refused": "rejected",
}


@dataclass
class Gate:
    """Admits batch after batch. ``seen`` holds what was met in this run, for a dry run leaves nothing to look up."""

    house: House
    seen: dict[bytes, int | None] = field(default_factory=dict)

    def admit(self, batch: Sequence[Read], pictures: Mapping[str, Pictures]) -> list[Line]:
        """What became of each piece of the batch, in order; ``pictures`` by the piece's name."""
        before = Taken.objects.in_bulk([read.piece.name for read in batch])
        known = intake.codes_of_external_ids(identity(r.piece, r.record) for r in batch if r.record)
        lines: dict[int, Line] = {}
        offers: dict[int, NewStory] = {}
        for place, read in enumerate(batch):
            if read.record is None:
                lines[place] = Line(read.piece.name, "rejected", read.reason)
                continue
            own = before.get(read.piece.name)
            mark = identity(read.piece, read.record)
            if (own is None or own.code is None) and self._met(mark, known):
                lines[place] = self._merged(read, mark, known)
                continue
            self.seen[_short(mark)] = None
            story = offer.make(read.record, mark, self.house, pictures.get(read.piece.name, {}))
            offers[place] = replace(story, code=own.code, update=True) if own and own.code else story
        for place, answer in zip(offers, _admit(list(offers.values())), strict=True):
            self.seen[_short(offers[place].external_id)] = answer.code
            lines[place] = _line(batch[place], offers[place], answer)
        return [lines[place] for place in range(len(batch))]

    def _met(self, mark: str, known: Mapping[str, int]) -> bool:
        return mark in known or _short(mark) in self.seen

    def _merged(self, read: Read, mark: str, known: Mapping[str, int]) -> Line:
        code = known.get(mark) or self.seen.get(_short(mark))
        which = f"story {code}" if code else "a story of this import"
        return Line(read.piece.name, "merged", f"Another copy of {which}: {mark}", code, read.record)


def identity(piece: Piece, record: Record) -> str:
    """What makes two pieces copies of one story: a page's address, another's own id; else the piece's name."""
    if sources.named(piece.source).whole:
        mark = record.url or piece.name
    else:
        mark = record.external_id or record.url or piece.name
    if len(mark) <= LONGEST_ID:
        return mark
    return mark[: LONGEST_ID - 33] + "~" + hashlib.blake2b(mark.encode(), digest_size=16).hexdigest()


def _admit(stories: Sequence[NewStory]) -> list[Admitted]:
    """Admit; a story whose old code is another's gets a new one, which is better than being left out."""
    answers = intake.admit(stories)
    again = [i for i, a in enumerate(answers) if a.outcome == "taken" and stories[i].code and not stories[i].update]
    retried = intake.admit([replace(stories[i], code=None) for i in again]) if again else []
    for i, answer in zip(again, retried, strict=True):
        answers[i] = replace(answer, reason=f"Its old code {stories[i].code} is another story's. {answer.reason}".strip())
    return answers


def _line(read: Read, story: NewStory, answer: Admitted) -> Line:
    outcome = _OUTCOMES[answer.outcome]
    reason = answer.reason
    if outcome == "imported" and not story.live:
        outcome, reason = "review", f"{story.internal_note} {reason}".strip()
    return Line(read.piece.name, outcome, reason, answer.code, read.record)


def _short(mark: str) -> bytes:
    return hashlib.blake2b(mark.encode(errors="surrogatepass"), digest_size=8).digest()
