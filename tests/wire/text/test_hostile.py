"""Text made to harm: always a record or a reason, in bounded time, and no markup of it goes further."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import CopyError
from dateline.story import Paragraph
from dateline.wire.record import Record
from dateline.wire.text import fits, learn, read, split
from text_dumps import STORIES, dump

SECONDS = 20
"""Far more than any of these take, far less than what a mistake would make them take."""
PAGE = dump(STORIES[0])

LINES = st.one_of(
    st.text(max_size=300),
    st.sampled_from(PAGE.splitlines()),
    st.sampled_from(
        ["5 November 2024", "٥ نوفمبر ٢٠٢٤", "Comments", "By", "&lt;b&gt;", "<p>", "\x00", "-----", "99/99/9999"]
    ),
)


def outcome(text: str) -> Record | CopyError:
    try:
        return read(text, learn([text, text]))
    except CopyError as reason:
        return reason


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=40))
def test_any_text_gives_a_record_or_a_reason(lines: list[str]):
    text = "\n".join(lines)
    found = outcome(text)
    if isinstance(found, Record):
        for block in found.body:
            if isinstance(block, Paragraph):
                assert not re.search(r"<(?!br>|/?(?:em|strong)>)", block.html)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_are_told_and_cut(data: bytes):
    fits(data)
    split(data)


@pytest.mark.parametrize(
    "text",
    [
        PAGE * 2000,
        "word " * 500_000,
        "A line of words that says nothing.\n" * 100_000,
        "5 November 2024\n" * 50_000,
        "Headline | Site | Headline | " * 20_000,
        "Related Stories\nComments\n" * 50_000,
        ".,;:" * 500_000,
        "\n".join(f"Line number {i} of very many, each of which is another." for i in range(60_000)),
        ("x" * 79 + "\n") * 40_000,
        " - ".join("ab" for _ in range(80)) + "\n" + PAGE,
        PAGE.replace("\n", "\n" + "7" * 60_000 + "\n", 3),
    ],
    ids=[
        *("pages", "one line", "a line again", "dates", "cuts", "labels", "marks", "lines", "folded", "many cuts"),
        "figures",
    ],
)
def test_a_bomb_of_text_is_read_or_refused_in_time(text: str):
    began = time.process_time()
    outcome(text)
    split(text.encode())
    assert time.process_time() - began < SECONDS
