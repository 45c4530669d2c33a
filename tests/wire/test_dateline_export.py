"""Lines that another Dateline wrote: taken as they are, and nothing is believed that could not be."""

from __future__ import annotations

import contextlib
import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Tape, bare, correction, credit, full, picture, site, story
from dateline.errors import CopyError
from dateline.export import lines
from dateline.export.record import Told
from dateline.story import Embed, Figure, Items, Paragraph, Quote, Story, Subhead
from dateline.wire import sources
from dateline.wire.sources import About
from dateline.wire.sources.dateline_export import DatelineExport

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
BLOCKS = st.one_of(
    st.builds(Paragraph, html=TEXTS),
    st.builds(Subhead, text=TEXTS),
    st.builds(Quote, html=TEXTS, attribution=TEXTS),
    st.builds(Items, items=st.lists(TEXTS, min_size=1).map(tuple), ordered=st.booleans()),
    st.builds(Embed, url=TEXTS),
    st.just(Figure(picture=picture())),
)
STORIES = st.builds(
    story,
    st.integers(1, 10**6),
    headline=TEXTS,
    body=st.lists(BLOCKS, max_size=6).map(tuple),
    genre=st.sampled_from(["news", "opinion", "sponsored"]),
    corrections=st.lists(st.just(correction()), max_size=2).map(tuple),
    pinned=st.lists(st.integers(1, 99), max_size=3).map(tuple),
    former=st.lists(TEXTS, max_size=2).map(tuple),
    published=st.sampled_from(["", "2001-02-03", "2001-02-03T04:05:06Z"]),
)


def line(*versions: Story) -> bytes:
    """The line of a story after these versions."""
    tape = Tape(site())
    for one in versions:
        tape.publish(one)
    states = tuple(tape.history(f"story:{versions[0].code}"))
    told = Told(versions[-1], states, (), (), ())
    return json.dumps(lines.line(told, site(), [])).encode()


def read(data: bytes) -> Any:
    return DatelineExport().read(data, About("stories.ninjs.jsonl"))


@given(STORIES)
def test_a_story_is_read_as_it_was_written(one: Story) -> None:
    assert read(line(one)).whole.story == one


@pytest.mark.parametrize("one", [full(5), bare(6), story(7, source=(credit("relay", "Island Gazette"),))])
def test_stories_of_every_kind_are_read_as_they_were_written(one: Story) -> None:
    record = read(line(one))
    assert record.whole.story == one
    assert record.headline == one.headline


def test_the_states_before_come_along_in_their_order() -> None:
    first, second, third = (story(5, headline=f"Ferry leaves late, {word}") for word in ("first", "then", "now"))
    record = read(line(first, second, third))
    assert record.whole.earlier == (first, second)
    assert record.whole.story == third


def test_a_file_of_them_is_told_by_how_it_begins() -> None:
    source = sources.tell(line(full(5))[:4096], "anything.txt")
    assert source is not None
    assert source.name == "dateline"
    other = sources.tell(b'{"uri": "urn:1", "headlines": []}', "stories.ninjs.jsonl")
    assert other is not None
    assert other.name != "dateline"


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside a JSON value."""
    inside: list[tuple[Any, ...]] = []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in pairs:
        inside += [(*path, key), *_places(one, (*path, key))]
    return inside


def _replaced(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    changed = copy.deepcopy(value)
    at = changed
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = other
    return changed


ROW = json.loads(line(story(5, headline="Before"), full(5)))
JSON = st.sampled_from([None, True, 0, -1, 2**70, 1.5, "", "x", [], [[]], {}, {"kind": "image"}, {"kind": []}])


@given(st.sampled_from(_places(ROW["dateline"])), JSON)
def test_whatever_stands_in_the_place_of_a_value_ends_in_a_story_or_a_reason(path: tuple[Any, ...], other: Any) -> None:
    changed = ROW | {"dateline": _replaced(ROW["dateline"], path, other)}
    with contextlib.suppress(CopyError):
        assert isinstance(read(json.dumps(changed).encode()).whole.story, Story)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"dateline": {"format": 1', "not JSON"),
        (b'{"dateline": []}', "not one of an export"),
        (b'{"dateline": {"format": 2}}', "has format 2; this Dateline reads format 1"),
        (b'{"dateline": {"format": 1}}', "Story cannot be 'None'"),
        (b'{"dateline": {"format": 1, "snapshot": {"code": 1}}}', "Story has no slug"),
        (b'{"dateline": {"format": 1, "snapshot": {"code": "1"}}}', "Story.code cannot be '1'"),
    ],
)
def test_a_line_that_cannot_be_says_why(data: bytes, said: str) -> None:
    with pytest.raises(CopyError, match=said):
        read(data)
