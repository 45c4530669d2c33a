"""Which chunks of a page are the body of its story.

First the *core* is found: the box that directly holds the most prose, where names that promise a body, declared
containers, the declared text and the place after the headline count for it, in doubt a second opinion too, and
furniture counts against it. Then the *container*: of the core and the boxes around it the one whose prose, less its
clutter, is worth most; prose unlike the core's counts less. What of the container is not furniture is the body.

The weights were set on one half of the pages that the benchmark names and checked on the other.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.wire.page import tree
from dateline.wire.page.clutter import is_clutter, trimmed
from dateline.wire.page.evidence import Anchors, Evidence
from dateline.wire.page.furniture import Kind, kind_of
from dateline.wire.page.outline import Box, Chunk, Outline
from dateline.wire.page.outline import outline as outline_of
from dateline.wire.page.prose import holder

DECLARED, CONTAINER, NAMED = 3.0, 2.0, 1.5
"""How much more prose counts that is declared, in a declared container, in a box with the name of a body."""
NOT_SECONDED, LISTED, BEFORE = 0.3, 0.3, 0.4
"""How much less prose counts that the second opinion leaves out, in a list of stories, above the headline."""
UNLIKE, NOT_SECONDED_AROUND = 0.25, 0.1
"""The same around the core: for prose in another kind of box, and again for what the second opinion leaves out."""
DOUBTFUL = 0.9
"""A core with a smaller share of the prose, weighed, is worth asking for a second opinion, which takes its time."""
CLUTTER = -2.0
REPEATED = 60
"""A text of such a length that stands in a body twice is read once, and not as a standfirst."""
GROWTH = 1.1
"""A box around the core must be worth so much more to be the container, unless its name is that of a body."""
SURE = Kind.STRONG | Kind.COMMENTS | Kind.CAPTION

_PARAGRAPH = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)


@dataclass(slots=True)
class Body:
    """The chunks of a body in order: ``chunks`` its texts, ``shown`` its texts and pictures."""

    chunks: list[Chunk] = field(default_factory=list)
    shown: list[Chunk] = field(default_factory=list)
    above: list[Chunk] = field(default_factory=list)
    """What stands between the headline and the body and is no furniture."""
    start: int = 0
    """Where the headline stands, or 0."""
    origin: str = "page"
    outline: Outline | None = None
    """Where its chunks are, if not on the page itself."""


def find(outline: Outline, anchors: Anchors, opinion: Callable[[], str]) -> Body:
    """The body of the story; empty if the page has no prose. ``opinion`` is asked where the page leaves a doubt."""
    evidence = Evidence(outline, anchors)
    core, share = _core(evidence)
    if core is not None and share < DOUBTFUL:
        evidence.ask(opinion())
        core, _ = _core(evidence)
    if core is None:
        return Body()
    out, barred = _furniture(evidence, core)
    container = _container(evidence, core, out)
    kept = _kept(evidence, container, out)
    if not kept:
        return Body()
    first, last = kept[0].index, kept[-1].index
    start = max((place for place in evidence.heads if place < first), default=0)
    between = outline.chunks[start + 1 : first] if evidence.heads else []
    above = [c for c in between if c.text and not out[c.index] and not is_clutter(c)]
    texts = {chunk.index for chunk in kept}
    span = outline.chunks[first : last + 1]
    shown = [c for c in span if c.index in texts or (c.image is not None and not barred[c.index])]
    return Body(kept, shown, above, start)


def told(text: str, origin: str = "json-ld") -> Body:
    """The body that a page declares or keeps in a script, for pages that show none: they are filled in by scripts."""
    marked = text if _PARAGRAPH.search(text) else "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines())
    lines = outline_of(tree.grow(f"<div>{marked}</div>"))
    chunks = [c for c in lines.chunks if c.text and not is_clutter(c)]
    return Body(chunks, chunks, origin=origin, outline=lines)


def _core(evidence: Evidence) -> tuple[Box | None, float]:
    """The box that directly holds the most that looks like the story, and its share of all there is."""
    mass: dict[Box, float] = {}
    for chunk, value in zip(evidence.chunks, evidence.worths, strict=True):
        if value > 0:
            box = holder(chunk)
            mass[box] = mass.get(box, 0.0) + value * _likeness(evidence, chunk.index) * _promise(evidence, box)
    core = max(mass, key=lambda box: mass[box], default=None)
    return core, mass[core] / sum(mass.values()) if core is not None else 0.0


def _likeness(evidence: Evidence, i: int) -> float:
    """How much a chunk looks like one of the story, 1 for no sign either way."""
    likeness = evidence.doubts[i] * (DECLARED if evidence.declared[i] else 1.0)
    likeness *= LISTED if evidence.listed[i] else 1.0
    likeness *= BEFORE if i < evidence.start else 1.0
    return likeness if evidence.seconded[i] else likeness * NOT_SECONDED


def _promise(evidence: Evidence, box: Box) -> float:
    if box.element in evidence.containers:
        return CONTAINER
    return NAMED if kind_of(box.tag, box.names) & Kind.BODY else 1.0


def _furniture(evidence: Evidence, core: Box) -> tuple[list[bool], list[bool]]:
    """Which chunks are furniture, now that it is known what is not; and which of them with their pictures.

    The text of a caption is no text of the story, but its picture is one of the story's pictures.
    """
    out, barred = [False] * len(evidence.chunks), [False] * len(evidence.chunks)
    around = set(_ancestry(core))
    out_to = barred_to = 0
    for box, kind in evidence.flagged:
        with_pictures = bool(kind & ~(Kind.CAPTION | Kind.PICTURE))
        if box.last <= out_to and (box.last <= barred_to or not with_pictures):
            continue
        if box not in around and _is_furniture(evidence, box, kind):
            out[box.first : box.last] = [True] * (box.last - box.first)
            out_to = max(out_to, box.last)
            if with_pictures:
                barred[box.first : box.last] = [True] * (box.last - box.first)
                barred_to = max(barred_to, box.last)
    for i, is_listed in enumerate(evidence.listed):
        if is_listed and not core.first <= i < core.last:
            out[i] = barred[i] = True
    return out, barred


def _is_furniture(evidence: Evidence, box: Box, kind: Kind) -> bool:
    if kind & SURE:
        return True
    if kind_of(box.tag, box.names) & Kind.STANDFIRST and not kind & Kind.PICTURE:
        return False
    return evidence.is_small(box) if kind & Kind.PICTURE else not evidence.is_prose(box)


def _container(evidence: Evidence, core: Box, out: list[bool]) -> Box:
    """The core or the box around it that is worth most."""
    around = _ancestry(core)
    sums = [0.0]
    for value in _worths_around(evidence, core, set(around[:3]), out):
        sums.append(sums[-1] + value)
    best, most = core, sums[core.last] - sums[core.first]
    for box in around[1:]:
        value = sums[box.last] - sums[box.first]
        if value > most * (1.0 if kind_of(box.tag, box.names) & Kind.BODY else GROWTH):
            best, most = box, value
    return best


def _worths_around(evidence: Evidence, core: Box, near: set[Box], out: list[bool]) -> list[float]:
    """What each chunk adds to a container of the core."""
    worths = list(evidence.worths)
    for chunk in evidence.chunks:
        i = chunk.index
        if out[i]:
            worths[i] = CLUTTER if chunk.text else 0.0
        elif worths[i] > 0:
            box = holder(chunk)
            alike = (box.tag, box.names) == (core.tag, core.names) or box in near or box.element in evidence.containers
            worths[i] *= 1.0 if alike or evidence.declared[i] else UNLIKE
            worths[i] *= 1.0 if evidence.seconded[i] else NOT_SECONDED_AROUND
            worths[i] *= BEFORE if i < evidence.start else 1.0
    return worths


def _kept(evidence: Evidence, container: Box, out: list[bool]) -> list[Chunk]:
    """What of the container is the story, from below the headline."""
    heads = set(evidence.heads)
    found: dict[str | int, Chunk] = {}
    for chunk in evidence.chunks[container.first : container.last]:
        if heads and chunk.index == evidence.start:
            found = {}
        elif chunk.text and chunk.index not in heads and not out[chunk.index] and not is_clutter(chunk):
            again = chunk.text if chunk.size >= REPEATED else chunk.index
            if again not in found or kind_of(found[again].box.tag, found[again].box.names) & Kind.STANDFIRST:
                found.pop(again, None)
                found[again] = chunk
    return trimmed(list(found.values()))


def _ancestry(box: Box) -> list[Box]:
    found = [box]
    while (parent := found[-1].parent) is not None:
        found.append(parent)
    return found
