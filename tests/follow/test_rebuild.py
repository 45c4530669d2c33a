"""Pressed from nothing, a site is the one that was followed step by step, record for record and page for page."""

from __future__ import annotations

import itertools
import json
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import pressing
from builders import (
    FIRST_DAY,
    SECTIONS,
    Tape,
    byline,
    comment,
    correction,
    credit,
    full,
    gap,
    person,
    picture,
    source,
    story,
    thread,
    topic,
)
from dateline.press.store import Store
from dateline.story import Moment, Topic, moment

ANSWERED = {5: 1, 6: 1, 7: 5, 8: 7, 9: 8, 10: 9, 11: 5, 12: 2, 13: 12, 14: 4, 15: 1, 16: 14}
"""What the comments of two stories answer; the others answer the story."""

COMMENTS = 16

CODES = some.integers(pressing.GROUP - 2, pressing.GROUP + 1)


@some.composite
def stories(draw: some.DrawFn) -> Any:
    """A state of one of four stories, two of each half dozen that belong together."""
    day = draw(some.integers(0, 4))
    fields: dict[str, Any] = {
        "section": draw(some.sampled_from(SECTIONS)).slug,
        "headline": draw(some.sampled_from(["Ferry leaves late", "Ferry leaves at last", "Fähre & <Kai>"])),
        "published": moment(FIRST_DAY + timedelta(days=day)),
        "genre": draw(some.sampled_from(["news", "opinion", "sponsored"])),
        "topics": tuple(draw(some.sampled_from([(), (Topic(slug="ferries", name="Ferries"),)]))),
        "bylines": draw(some.sampled_from([(), (byline(),), (byline(), byline(8, "Rui Costa"))])),
        "source": draw(some.sampled_from([(), (credit(),)])),
        "lead": draw(some.sampled_from([None, picture()])),
        "former": draw(some.sampled_from([(), ("http://old.example/1",), ("http://old.example/2", "http://[")])),
        "corrections": draw(some.sampled_from([(), (correction(),), (correction("retraction"),)])),
        "pinned": draw(some.sampled_from([(), (1,), (2, 13)])),
        "follows": draw(some.sampled_from([0, pressing.GROUP - 1, pressing.GROUP, 99])),
        "banned": draw(some.sampled_from([(), (3,)])),
        "comments": draw(some.sampled_from(["open", "open", "closed", "off"])),
    }
    make = draw(some.sampled_from([story, full]))
    return make(draw(CODES), **fields)


def events() -> some.SearchStrategy[tuple[str, Any]]:
    """Something that happens in a newsroom: what is done to the tape, and with what."""
    return some.one_of(
        *[some.tuples(some.just("publish"), stories())] * 6,
        *[some.tuples(some.just("withdraw"), CODES)] * 2,
        *[some.tuples(some.just("redact"), some.integers(0, 40))] * 3,
        some.tuples(some.just("home"), some.lists(CODES, max_size=4, unique=True)),
        some.tuples(some.just("featured"), some.lists(CODES, max_size=4, unique=True)),
        some.tuples(some.just("harbour"), some.lists(CODES, max_size=4, unique=True)),
        *[some.tuples(some.just("lead"), leads())] * 3,
        *[some.tuples(some.just("say"), comments())] * 10,
        *[some.tuples(some.just("hush"), some.integers(1, COMMENTS))] * 3,
        *[some.tuples(some.just("stand"), threads())] * 3,
        *[some.tuples(some.just("wait"), some.sampled_from([1, 700, 1500, 4000]))] * 2,
        some.tuples(some.just("person:7"), some.sampled_from([None, person(), person(former=("ana",))])),
        some.tuples(some.just("topic:ferries"), some.sampled_from([None, topic(), topic(about="Boats.")])),
        some.tuples(some.just("source:1"), some.sampled_from([None, source(), source(about="An agency.")])),
    )


@some.composite
def comments(draw: some.DrawFn) -> Any:
    """A state of one of some comments: whose place is always the same, whose words, badge and standing change."""
    number = draw(some.integers(1, COMMENTS))
    place = placed(number)
    if draw(some.integers(0, 3)) == 0:
        return gap(number, absent=draw(some.sampled_from(["deleted", "removed", "erased"])), **place)
    fields: dict[str, Any] = {
        "text": draw(some.sampled_from(["Late again.", "<b>Late</b>\n\nhttps://boats.example/a", "متأخرة"])),
        "badge": draw(some.sampled_from(["", "author", "staff"])),
        "highlighted": draw(some.booleans()),
        "edited": draw(some.sampled_from([Moment(""), moment(FIRST_DAY)])),
    }
    return comment(number, **fields | place)


def placed(number: int) -> dict[str, int]:
    """Where a comment stands. It may be seen before what it answers: the contract forbids it, and nothing may break."""
    parent = ANSWERED.get(number, 0)
    root = parent
    while root in ANSWERED:
        root = ANSWERED[root]
    return {"story": pressing.GROUP - (root or number) % 2, **({"parent": parent, "root": root} if parent else {})}


@some.composite
def threads(draw: some.DrawFn) -> Any:
    standing = draw(some.sampled_from(["open", "closed", "off"]))
    closes = draw(some.sampled_from([Moment(""), moment(FIRST_DAY)]))
    return thread(draw(CODES), standing=standing, closes=closes, held=draw(some.booleans()))


def leads() -> some.SearchStrategy[tuple[str, list[int]]]:
    return some.tuples(some.sampled_from(["home", "harbour"]), some.lists(CODES, max_size=3, unique=True))


def happen(tape: Tape, what: str, value: Any) -> None:
    if what == "publish":
        tape.publish(value)
    elif what == "withdraw":
        tape.withdraw(value)
    elif what == "lead":
        tape.lead(value[0], *value[1])
    elif what == "wait":
        tape.waited += value
    elif what == "say":
        tape.say(value)
    elif what == "hush":
        tape.hush(value)
    elif what == "stand":
        tape.stand(value)
    elif what == "redact":
        redact(tape, value)
    elif ":" in what:
        tape.put(what, value)
    else:
        tape.place(what, *value)


def redact(tape: Tape, number: int) -> None:
    """Remove the words of some state of a story that is not shown any more, if there is one."""
    shown = set(tape._last.values())
    past = {one.digest: one.subject for one in tape.entries if one.subject.startswith("story:") and one.digest}
    free = [digest for digest in past if digest not in shown and tape._bodies[digest] is not None]
    # Days and addresses that only removed words told of stay where they were followed, and nobody can tell them again.
    free = [digest for digest in free if filing(tape, digest) in others(tape, past[digest], digest)]
    if free:
        tape.redact(free[number % len(free)])


def filing(tape: Tape, digest: str) -> Any:
    said = json.loads(tape._bodies[digest] or b"{}")
    return [said.get(name) for name in ("published", "former", "section")]


def others(tape: Tape, subject: str, digest: str) -> list[Any]:
    digests = {one.digest for one in tape.entries if one.subject == subject and one.digest} - {digest}
    return [filing(tape, one) for one in digests]


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(some.lists(events(), min_size=10, max_size=30), some.lists(some.integers(1, 12), min_size=1, max_size=8))
def test_a_rebuild_makes_what_following_step_by_step_made(happened: list[tuple[str, Any]], limits: list[int]) -> None:
    tape = Tape()
    for what, value in happened:
        happen(tape, what, value)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        followed = pressing.Following(tape, Path(folder) / "followed")
        followed.follow(itertools.cycle(limits))
        with pressing.rebuilt(tape, Path(folder), patch) as store:
            compare(store, followed.store)
        followed.store.close()


def compare(rebuilt: Store, followed: Store) -> None:
    new, old = pressing.records(rebuilt), pressing.records(followed)
    assert sorted(new) == sorted(old)
    for key, value in new.items():
        assert value == old[key], key
    targets = pressing.addresses(rebuilt)
    assert targets == pressing.addresses(followed)
    fresh, stale = pressing.read(rebuilt, targets), pressing.read(followed, targets)
    for target in targets:
        assert fresh[target] == stale[target], target


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(some.lists(events(), min_size=5, max_size=20), some.integers(1, 20))
def test_a_batch_applied_twice_is_applied_once(happened: list[tuple[str, Any]], last: int) -> None:
    tape = Tape()
    for what, value in happened:
        happen(tape, what, value)
    with tempfile.TemporaryDirectory() as folder:
        followed = pressing.Following(tape, Path(folder))
        before = max(0, tape.last_seq() - last)
        if before:
            followed.step(before)
        followed.step(last)
        once = pressing.records(followed.store)
        with followed.store.write() as w:
            w.put("meta", b"position", before.to_bytes(8, "big"))
        followed.step(last)
        assert pressing.records(followed.store) == once
        followed.store.close()
