"""How well near copies are recognised: real articles, edited as newsrooms edit them, and articles that are no copies.

    python -m bench.copies CORPUS RELATED [--stories N] [--smoke]

CORPUS and RELATED are folders of ``*.jsonl.gz`` with a ``text`` a line. A tenth of the corpus stays outside the index:
unrelated stories, of which none is a copy of one inside unless the corpus itself repeats them. Stories of RELATED are
about the same events in other words. What is found beyond the copies made here is compared run by run: it counts as a
mistake unless half of the shorter text's runs of five words stand in the longer one.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import random
import re
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from bench import archive, machine
from dateline.search import copies, schema
from dateline.search.index import SearchIndex
from dateline.story import Moment, Paragraph, Story, paragraphs

OUTSIDE = 10
"""One story in so many stays outside the index."""

TRIED = 1500
"""Stories that are edited, and stories that are no copies."""

SHORTEST = 400
"""Characters of a text that is edited: of a brief, half is a sentence."""

Edit = Callable[[list[str], random.Random, list[str]], list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("related", type=Path)
    parser.add_argument("--stories", type=int, default=100_000, help="how many the index holds")
    parser.add_argument("--smoke", action="store_true", help="few stories, to see that it runs")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        if options.smoke:
            machine.tell("copies", measure(options.corpus, options.related, 2_000, folder, 300))
        else:
            machine.keep("copies", measure(options.corpus, options.related, options.stories, folder))
    finally:
        shutil.rmtree(folder)


def measure(corpus: Path, related: Path, stories: int, folder: Path, most: int | None = None) -> dict[str, object]:
    """Recall by kind of edit, and precision over all that was found; of each folder ``most`` stories, or all."""
    inside, outside = _split([*_read(corpus, 1)[:most], *_read(related, 500_001)[:most]])
    index = _index([*inside, *_synthetic(stories - len(inside))], folder)
    dice = random.Random(1)
    vocabulary = [word for story in dice.sample(inside, 300) for word in " ".join(paragraphs(story)).split()]
    edited = [s for s in inside if sum(map(len, paragraphs(s))) > SHORTEST]
    tried = dice.sample(edited, min(TRIED, len(edited)))
    recall: dict[str, float] = {}
    mistakes: Counter[str] = Counter()
    right = 0
    by_code = {story.code: story for story in inside}
    began = time.perf_counter()
    for name, edit in EDITS.items():
        hits = 0
        for story in tried:
            copy = _edited(story, edit, dice, vocabulary)
            found = copies.find(index, copy)
            hits += any(one.code == story.code for one in found)
            mistakes[name] += sum(_is_mistake(copy, story, by_code, one.code) for one in found)
        recall[name] = round(hits / len(tried), 4)
        right += hits
    seconds = time.perf_counter() - began
    others = dice.sample(outside, min(TRIED, len(outside)))
    for story in others:
        mistakes["no copy"] += sum(_is_mistake(story, story, by_code, one.code) for one in copies.find(index, story))
    made = len(tried) * len(EDITS)
    return {
        "stories in the index": index.index.searcher().num_docs - 1,
        "edited": len(tried),
        "no copies": len(others),
        "recall": recall | {"all": round(right / made, 4)},
        "precision": round(right / (right + mistakes.total()), 4),
        "mistakes": dict(mistakes),
        "ms a story": round(1000 * seconds / made, 2),
    }


def _is_mistake(copy: Story, original: Story, by_code: dict[int, Story], code: int) -> bool:
    """Whether a story was taken for what it is no copy of."""
    if code == original.code:
        return False
    other = by_code.get(code)
    return other is None or _overlap(copy, other) < 0.5


def _overlap(one: Story, other: Story) -> float:
    """How many runs of five words of the shorter text stand in the longer one."""
    first, second = ({*zip(*(words[i:] for i in range(5)), strict=False)} for words in map(_words, (one, other)))
    return len(first & second) / max(1, min(len(first), len(second)))


def _words(story: Story) -> list[str]:
    return re.findall(r"\w+", " ".join(paragraphs(story)).lower())


def _first_half(parts: list[str], *_: object) -> list[str]:
    text = "\n".join(parts)
    return [text[: len(text) // 2]]


def _second_half(parts: list[str], *_: object) -> list[str]:
    text = "\n".join(parts)
    return [text[len(text) // 2 :]]


def _agency_line(parts: list[str], *_: object) -> list[str]:
    return ["(Coast Press) –", *parts, "Reporting by the bureau; editing by the night desk."]


def _words_replaced(parts: list[str], dice: random.Random, vocabulary: list[str]) -> list[str]:
    return [" ".join(dice.choice(vocabulary) if dice.random() < 0.1 else word for word in p.split()) for p in parts]


def _moved(parts: list[str], dice: random.Random, *_: object) -> list[str]:
    sentences = [s for part in parts for s in re.split(r"(?<=[.!?؟。])\s+", part) if s]
    pieces = ["\n".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    for _turn in range(2):
        pieces.insert(dice.randrange(len(pieces)), pieces.pop(dice.randrange(len(pieces))))
    return pieces


def _other_quotes(parts: list[str], *_: object) -> list[str]:
    return [re.sub('["“”]', "»", part).replace("'", "’").replace(" - ", " — ") for part in parts]


EDITS: dict[str, Edit] = {
    "other headline": lambda parts, *_: parts,
    "cut to the first half": _first_half,
    "cut to the second half": _second_half,
    "agency line added": _agency_line,
    "one word in ten replaced": _words_replaced,
    "paragraphs moved": _moved,
    "other quotation marks": _other_quotes,
}


def _edited(story: Story, edit: Edit, dice: random.Random, vocabulary: list[str]) -> Story:
    texts = edit(list(paragraphs(story)), dice, vocabulary)
    headline = " ".join(dice.sample(vocabulary, 7))
    body = tuple(Paragraph(html=html.escape(text)) for text in texts)
    return replace(story, code=0, headline=headline, body=body, published=Moment(""))


def _read(folder: Path, first: int) -> list[Story]:
    lines = [
        line for path in sorted(folder.glob("*.jsonl.gz")) for line in gzip.decompress(path.read_bytes()).split(b"\n")
    ]
    rows = (json.loads(line) for line in lines if line.strip())
    return [_story(first + number, row) for number, row in enumerate(rows) if row.get("text")]


def _story(code: int, row: dict[str, str]) -> Story:
    body = tuple(Paragraph(html=html.escape(line)) for line in row["text"].split("\n") if line.strip())
    headline = row.get("title") or row["text"][:100]
    when = Moment((row.get("date") or "")[:10])
    return Story(
        code=code, slug="s", section="s", language=row.get("lang") or "en", headline=headline, published=when, body=body
    )


def _split(stories: list[Story]) -> tuple[list[Story], list[Story]]:
    outside = [story for story in stories if story.code % OUTSIDE == 0]
    return [story for story in stories if story.code % OUTSIDE], outside


def _synthetic(count: int) -> Iterator[Story]:
    for story in archive.Archive(2).stories(max(0, count)):
        yield replace(story, code=story.code + 1_000_000)


def _index(stories: list[Story], folder: Path) -> SearchIndex:
    index = SearchIndex(folder / "index", writer=True, threads=2)
    for story in stories:
        index.writer.add_document(schema.document(story))
    index.commit(1)
    index.close()
    return SearchIndex(folder / "index")


if __name__ == "__main__":
    main()
