"""A batch of read pieces offered to the desk, and what became of each. Runs inside the driver's transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.desk import intake
from dateline.desk.intake import Admitted, NewStory, Numbers
from dateline.search.copies import Copy, Lately
from dateline.wire import mentioned, offer, restoring, sameness, sources, versions
from dateline.wire.mentioned import Named
from dateline.wire.models import Taken
from dateline.wire.offer import House, Pictures
from dateline.wire.reading import Read
from dateline.wire.record import Record
from dateline.wire.report import Line, Outcome
from dateline.wire.sameness import Met, Verdict
from dateline.wire.versions import Versions, with_dates

_OUTCOMES: dict[str, Outcome] = {
    "made": "imported",
    "changed": "imported",
    "same": "imported",
    "taken": "merged",
    "edited": "review",
    "refused": "rejected",
}
_WITH_STORY = ("imported", "review")


CopyFinder = Callable[[Record], Sequence[Copy]]
"""Finds the stories held before the run that a record is a near copy of, the nearest first."""


def nothing_held(_: Record) -> Sequence[Copy]:
    """The finder of a site that has no stories yet."""
    return ()


@dataclass
class Gate:
    """Admits batch after batch of one run."""

    house: House
    run: str
    """The name of the run, which no other has."""
    dry: bool = False
    """Whether nothing of a batch is kept, so that what was met has to be held here."""
    seen: dict[str, Met] = field(default_factory=dict)
    lately: Lately = field(default_factory=Lately)
    archive: CopyFinder = nothing_held
    versions: Versions = field(default_factory=Versions)
    named: dict[Named, int] = field(default_factory=dict)
    """Which stories the records of the last batch named, as far as they were here."""

    def __post_init__(self) -> None:
        self.versions.dry = self.dry

    def admit(self, batch: Sequence[Read], pictures: Mapping[str, Pictures]) -> list[Line]:
        """What became of each piece of the batch, in order; ``pictures`` by the piece's name."""
        own = _made_by([read.piece.place for read in batch])
        marks = self._marks(batch)
        known = self._met_before(marks)
        lines: dict[int, Line] = {}
        offers: dict[int, NewStory] = {}
        left: dict[int, tuple[Verdict, Met | None]] = {}
        before: dict[int, Met | None] = {}
        numbers = self._restore_people(batch, pictures)
        self.named = mentioned.find(one for read in batch for one in mentioned.named_in(read.record))
        for place, read in enumerate(batch):
            if read.record is None:
                lines[place] = Line(read.piece.name, "rejected", read.reason, record=read.found)
                continue
            if read.record.withdrawn:
                lines[place] = _gone(read, read.record.withdrawn)
                continue
            file = read.piece.archive.place
            verdict = sameness.judge(read.record, marks[place][0], file, own.get(read.piece.place), known)
            if verdict.kind == "copy":
                left[place] = verdict, known.get(verdict.mark)
            elif verdict.kind == "update" and read.record.damage:
                lines[place] = _left(read, verdict)
            else:
                before[place] = known.get(verdict.mark)
                offers[place] = self._offer(read.record, verdict, pictures.get(read.piece.name, {}), numbers)
                met = sameness.met(verdict.mark, file, read.record.headline, verdict.code, fresh=True)
                known[verdict.mark] = replace(met, captured=read.record.captured, version=read.record.version)
        for wave in _waves(offers):
            for place, answer in zip(wave, _admit([offers[place] for place in wave]), strict=True):
                said = _higher(batch[place], before[place], answer) or self._copied(batch[place], answer)
                lines[place] = _line(batch[place], offers[place], answer, said)
        # The codes of a dry run are given back with its batch, so no other line may name them.
        codes = {} if self.dry else {line.mark: line.code for line in lines.values() if line.mark}
        lines |= _tell_of_copies(batch, left, codes, own)
        if self.dry:
            self.seen.update((mark, met) for mark, met in known.items() if met.fresh)
        return [lines[place] for place in range(len(batch))]

    def _copied(self, read: Read, answer: Admitted) -> str:
        """Which story that is here a new one has its text from, in words; empty if none."""
        if answer.outcome != "made" or answer.code is None or read.record is None or read.text is None:
            return ""
        found = self.lately.find(read.text) or self.archive(read.record)
        self.lately.add(answer.code, read.text)
        return f"A near copy of story {found[0].code}: {found[0].why}." if found else ""

    def _marks(self, batch: Sequence[Read]) -> list[tuple[str, ...]]:
        """What each record of the batch is known by; see ``sameness.marks_of``."""
        self.versions.look_up(batch)
        return [_marks(read, self.versions) for read in batch]

    def _met_before(self, marks: Sequence[tuple[str, ...]]) -> dict[str, Met]:
        """The stories that are here already, by mark: those of imports, and those that came in by another way."""
        wanted = {mark for some in marks for mark in some}
        codes = intake.codes_of_external_ids(wanted)
        met = {mark: sameness.met(mark, "", "", code) for mark, code in codes.items()}
        # Of several versions of an item, the highest is what the story shows.
        rows = Taken.objects.filter(mark__in=wanted, outcome__in=_WITH_STORY).order_by("version")
        met |= {row.mark: _met(row, fresh=row.run == self.run) for row in rows}
        met = with_dates(met)
        return met | {mark: self.seen[mark] for mark in wanted if mark in self.seen}

    def _restore_people(self, batch: Sequence[Read], pictures: Mapping[str, Pictures]) -> Numbers:
        """Those whom stories of another Dateline name, made here before the stories are."""
        wholes = [(r.record.whole, pictures.get(r.piece.name, {})) for r in batch if r.record and r.record.whole]
        return restoring.restore_people(wholes) if wholes else {}

    def _offer(self, record: Record, verdict: Verdict, pictures: Pictures, numbers: Numbers) -> NewStory:
        if record.whole:
            story = restoring.make(record.whole, verdict.mark, self.house.site, pictures, numbers)
        else:
            story = offer.make(record, verdict.mark, self.house, pictures)
            pinned = tuple(code for code in mentioned.pins(record, self.named) if code != verdict.code)
            story = replace(story, pinned=pinned)
        return replace(story, code=verdict.code, update=True) if verdict.kind == "update" else story


def _marks(read: Read, versions: Versions) -> tuple[str, ...]:
    if read.record is None:
        return ()
    marks = sameness.marks_of(read.record, sources.named(read.piece.source).whole, read.piece.archive.place)
    return (versions.mark(read.record, marks[0]), *marks[1:]) if read.record.captured else marks


def _waves(offers: Mapping[int, NewStory]) -> list[list[int]]:
    """The places of a batch in parts in which no story comes twice, so that its states follow one another."""
    waves: list[list[int]] = []
    met: Counter[str] = Counter()
    for place, story in offers.items():
        turn = met[story.external_id]
        met[story.external_id] += 1
        if turn == len(waves):
            waves.append([])
        waves[turn].append(place)
    return waves


def _made_by(places: Iterable[str]) -> dict[str, Met]:
    """The stories that these pieces made before, by the piece's place."""
    rows = Taken.objects.filter(piece__in=list(places), outcome__in=_WITH_STORY)
    return {row.piece: _met(row) for row in rows}


def _met(row: Taken, fresh: bool = False) -> Met:
    return replace(sameness.met(row.mark, row.file, row.headline, row.code, fresh), version=row.version)


def _gone(read: Read, code: int) -> Line:
    """The line of a story that was withdrawn elsewhere, whose code is kept from others here."""
    refused = intake.retire([code])
    reason = refused.get(code) or f"Story {code} was withdrawn where it comes from; nobody is given its code."
    return Line(read.piece.name, "rejected", reason, record=read.record)


def _left(read: Read, verdict: Verdict) -> Line:
    """A story that stays as it is, because what came in for it is damaged."""
    assert read.record is not None
    reason = f"{read.record.damage} The story that is here was left as it is."
    return Line(read.piece.name, "review", reason, verdict.code, read.record, mark=verdict.mark)


def _tell_of_copies(
    batch: Sequence[Read],
    left: Mapping[int, tuple[Verdict, Met | None]],
    codes: Mapping[str, int | None],
    own: Mapping[str, Met],
) -> dict[int, Line]:
    """The lines of copies, by place.

    ``codes`` are those of the stories that came in with the batch, by mark, ``own`` what these pieces made before.
    """
    lines = {}
    for place, (verdict, other) in left.items():
        code = verdict.code or codes.get(verdict.mark)
        line = _merged(batch[place], replace(verdict, code=code), other and replace(other, code=code))
        before = own.get(batch[place].piece.place)
        again = before is not None and before.mark == verdict.mark and _is_past(batch[place], other)
        lines[place] = replace(line, outcome="imported", reason=versions.again(code)) if again else line
    return lines


def _is_past(read: Read, other: Met | None) -> bool:
    """Whether a record is a state before the one that its story shows."""
    record = read.record
    return record is not None and (versions.is_earlier(record, other) or versions.is_lower(record, other))


def _merged(read: Read, verdict: Verdict, other: Met | None) -> Line:
    if read.record and versions.is_earlier(read.record, other):
        told = versions.earlier(read.record, verdict.code)
        return Line(read.piece.name, "merged", told, verdict.code, read.record, mark=verdict.mark)
    if read.record and other and versions.is_lower(read.record, other):
        return Line(read.piece.name, "merged", versions.lower(read.record, other), verdict.code, read.record)
    which = f"story {verdict.code}" if verdict.code else "a story of this import"
    reason = f"Another copy of {which}: {verdict.mark}"
    return Line(read.piece.name, "merged", reason, verdict.code, read.record, mark=verdict.mark)


def _higher(read: Read, other: Met | None, answer: Admitted) -> str:
    """That a version takes the place of another, in words; empty if it takes that of none."""
    if read.record is None or other is None or answer.outcome not in ("changed", "same"):
        return ""
    return versions.higher(read.record, replace(other, code=answer.code))


def _admit(stories: Sequence[NewStory]) -> list[Admitted]:
    """Admit; a story whose old code is another's gets a new one, which is better than being left out."""
    answers = intake.admit(stories)
    again = [i for i, a in enumerate(answers) if a.outcome == "taken" and stories[i].code and not stories[i].update]
    retried = intake.admit([replace(stories[i], code=None) for i in again]) if again else []
    for i, answer in zip(again, retried, strict=True):
        reason = f"Its old code {stories[i].code} is another story's. {answer.reason}"
        answers[i] = replace(answer, reason=reason.strip())
    return answers


def _line(read: Read, story: NewStory, answer: Admitted, said: str) -> Line:
    outcome = _OUTCOMES[answer.outcome]
    reason = f"{answer.reason} {said}".strip()
    if read.record and read.record.captured and story.update and answer.outcome in ("changed", "same"):
        changed = answer.outcome == "changed"
        outcome = "imported" if changed else "merged"
        reason = f"{versions.reason(read.record, answer.code, changed)} {reason}".strip()
    if outcome == "imported" and not story.live:
        outcome, reason = "review", f"{story.internal_note} {reason}".strip()
    return Line(read.piece.name, outcome, reason, answer.code, read.record, mark=story.external_id)
