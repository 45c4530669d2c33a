"""Moderation measured: the word list, the learned score, and the desk's queue with many comments waiting.

The queue is asked for in one process, through Django's test client: what is measured is the newsroom's own work and
not the way to it.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench import labelled, running
from dateline.discuss.checks.matching import WordList
from dateline.discuss.checks.wordlist import Entry
from dateline.discuss.learned.model import Model, teach

THRESHOLDS = (0.5, 0.8)
SYLLABLES = [first + vowel for first in "bcdfglmnprst" for vowel in "aeiou"]


def measure(folder: Path, smoke: bool = False) -> dict[str, Any]:
    """All figures; a ``smoke`` run is on little data and says nothing."""
    return {
        "word list": _word_list(200 if smoke else 5_000, 20 if smoke else 500),
        "learned score": _learned((60,) if smoke else (100, 500, 2_000, 8_000), 100 if smoke else 4_000),
        "seconds to learn from 20,000 decisions": None if smoke else _whole(20_000),
        "queue": _queue(folder, 200 if smoke else 100_000),
    }


def _word_list(entries: int, texts: int) -> dict[str, Any]:
    """Microseconds of one look through a comment of 60 words, none of them, and one in ten of them, disguised."""
    chance = random.Random(1)
    words = sorted({_word(chance) for _ in range(entries * 2)})[:entries]
    began = time.perf_counter()
    listed = WordList(Entry(word, "reject" if n % 2 else "hold") for n, word in enumerate(words))
    compiled = time.perf_counter() - began
    vocabulary = [_word(chance) + "t" for _ in range(3_000)]
    plain = [" ".join(chance.choices(vocabulary, k=60)) + "." for _ in range(texts)]
    disguised = [text + " " + " ".join(" ".join(chance.choice(words)) for _ in range(6)) for text in plain]
    return {
        "words": len(words),
        "compiled in ms": round(1000 * compiled, 1),
        "µs, plain text": _microseconds(listed.find, plain),
        "µs, letters spelled out": _microseconds(listed.find, disguised),
    }


def _learned(sizes: Sequence[int], tests: int) -> dict[str, Any]:
    test = labelled.comments(tests, seed=2, test=True)
    figures: dict[str, Any] = {"labelled set": "made by bench/labelled.py, 3 % of the labels wrong"}
    model = Model()
    for many in sizes:
        model = teach([(one.text, one.rejected) for one in labelled.comments(many, seed=1)])
        scored = [(model.opinion(one.text).score, one) for one in test]
        figures[f"after {many} decisions"] = {
            f"{kind}, held from {threshold}": _precision_and_recall(
                [(score >= threshold, one.rejected) for score, one in scored if one.known == known]
            )
            for kind, known in (("patterns it learned from", True), ("patterns it never saw", False))
            for threshold in THRESHOLDS
        } | {"what it says of itself at 0.8": _own_word(model)}
    figures["µs, one opinion"] = _microseconds(model.opinion, [one.text for one in test[:300]])
    return figures


def _precision_and_recall(answers: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    held = sum(one for one, _ in answers)
    right = sum(one and rejected for one, rejected in answers)
    return {
        "precision": round(right / held, 3) if held else 0.0,
        "recall": round(right / sum(rejected for _, rejected in answers), 3),
        "comments": len(answers),
    }


def _own_word(model: Model) -> str:
    one = model.forecast(0.8)
    return f"would have held {one.held} of the last {one.decided}, {one.held_approved} of them approved"


def _whole(decisions: int) -> float:
    train = [(one.text, one.rejected) for one in labelled.comments(decisions, seed=3)]
    began = time.process_time()
    teach(train)
    return round(time.process_time() - began, 2)


def _microseconds(act: Callable[[str], Any], texts: Sequence[str]) -> dict[str, float]:
    act(texts[0])  # the processor's time, for others use this machine as well
    times = []
    for text in texts:
        began = time.process_time()
        act(text)
        times.append(1e6 * (time.process_time() - began))
    times.sort()
    return {
        "median": round(statistics.median(times), 1),
        "of 100, the slowest": round(times[int(len(times) * 0.99)], 1),
    }


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


# --- the queue: a process of its own, for Django serves one site a process ---


def _queue(folder: Path, waiting: int) -> dict[str, Any]:
    site = folder / "moderated"
    running.dateline("init", str(site), "--name", "The Bench", "--sections", "Alpha, Beta")
    command = [sys.executable, "-m", "bench.moderating", str(site), str(waiting)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": "."})
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _fill(waiting: int) -> None:
    from dateline.desk.models import Section, Story
    from dateline.discuss.models import Comment, Reader

    sections = list(Section.objects.all())
    for number in range(4):
        Story(headline=f"Story {number}", section=sections[0]).save()
    codes = list(Story.objects.values_list("pk", flat=True))
    people = Reader.objects.bulk_create(Reader(name=f"Reader {n}", email=f"r{n}@bench.example") for n in range(500))
    people = list(Reader.objects.order_by("pk"))
    texts = [one.text for one in labelled.comments(1_000, seed=4)]
    findings = [{"check": "links", "says": "two links; the site allows one", "weight": "hold"}]
    for start in range(0, waiting, 5_000):
        Comment.objects.bulk_create(
            Comment(
                story=codes[n % 4],
                reader=people[n % 500],
                name=people[n % 500].name,
                text=texts[n % 1_000],
                state="pending",
                findings=findings,
            )
            for n in range(start, min(start + 5_000, waiting))
        )


def _ask(waiting: int) -> dict[str, Any]:
    from django.contrib.auth import get_user_model
    from django.test import Client

    from dateline.desk.accounts import make_user
    from dateline.desk.models import Story
    from dateline.discuss.models import Comment

    login = make_user("Mona Reis", "mona@bench.example", "ferry-timetable-9", "moderator")
    client = Client()
    client.force_login(get_user_model().objects.get(username=login))
    queue, last = "/desk/comments/queue/pending/", Comment.objects.order_by("-number").values_list("pk", flat=True)[0]
    story = Story.objects.values_list("pk", flat=True)[0]
    pages = {
        "first page": queue,
        "page in the middle": f"{queue}?after={last - waiting // 2}",
        "of one story": f"{queue}?story={story}",
        "of a section that has none": f"{queue}?section=beta",
        "with a word that none has": f"{queue}?words=zzzz",
        "all, the newest": "/desk/comments/queue/all/",
    }
    return {"waiting": waiting} | {name: _page(client, path) for name, path in pages.items()}


def _page(client: Any, path: str) -> dict[str, Any]:
    from django.db import connection

    queries = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        queries.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        assert client.get(path).status_code == 200
    processor, wall = [], []
    for _ in range(9):
        began, began_wall = time.process_time(), time.perf_counter()
        client.get(path)
        processor.append(1000 * (time.process_time() - began))
        wall.append(1000 * (time.perf_counter() - began_wall))
    return {
        "CPU ms": round(statistics.median(processor), 1),
        "ms": round(statistics.median(wall), 1),
        "queries": len(queries),
    }


def main(site: Path, waiting: int) -> None:
    from dateline.site.environment import enter

    enter(site)
    from django.conf import settings
    from django.test import utils

    # What waits for the pages of readers is not what is asked for here; nor are the copies that the test client keeps.
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if not one.startswith("dateline.site.")]
    utils.setup_test_environment()
    import django.test.client

    django.test.client.store_rendered_templates = lambda *_, **__: None
    _fill(waiting)
    print(json.dumps(_ask(waiting)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
