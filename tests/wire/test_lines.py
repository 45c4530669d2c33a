"""JSON Lines of plain stories."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import CopyError
from dateline.story import Paragraph
from dateline.wire import lines
from dateline.wire.record import FoundImage, Record

TEXT = "The swing bridge stays closed until spring, the port office said. A ferry runs every twenty minutes."
WRAPPED = """\
The swing bridge over the old harbour stays closed
to all traffic until spring, the port office said.
    Divers found cracks in two of the four piers, and
the steel for new ones has to be waited for."""


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode()


def test_a_line_tells_all_that_is_known_of_a_story():
    record = lines.read(
        line(
            id="c-17", title="The bridge stays closed", text=f"{TEXT}\n\nMore on <Monday>.",
            date="2024-11-05T08:30:00+01:00", lang="en_GB", url="https://courier.example/bridge",
            authors=["Ann Other", "Tom Weller"], source="The Harbour Courier", section="Harbour",
            topics=["bridge"], image="https://courier.example/b.jpg", summary="No way across.",
        )
    )  # fmt: skip
    assert record == Record(
        headline="The bridge stays closed",
        standfirst="No way across.",
        body=(Paragraph(html=TEXT), Paragraph(html="More on &lt;Monday&gt;.")),
        authors=("Ann Other", "Tom Weller"),
        published="2024-11-05T08:30:00+01:00",
        section="Harbour",
        topics=("bridge",),
        image=FoundImage(address="https://courier.example/b.jpg"),
        source="The Harbour Courier",
        url="https://courier.example/bridge",
        language="en-GB",
        external_id="c-17",
        origins=record.origins,
    )
    assert set(record.origins.values()) == {"line"}


@pytest.mark.parametrize("indent", ["", "    "])
def test_a_short_text_whose_lines_go_on_in_the_middle_of_a_sentence_is_one_paragraph(indent: str):
    text = f"The swing bridge over the old harbour stays closed\n{indent}to all traffic until spring, the office said."
    assert lines.paragraphs(text) == [
        "The swing bridge over the old harbour stays closed to all traffic until spring, the office said."
    ]
    two = "The swing bridge over the old harbour stays closed.\nA ferry runs every twenty minutes, the office said."
    assert lines.paragraphs(two) == two.splitlines()


def test_a_story_without_a_title_takes_its_first_sentence():
    record = lines.read(line(text=TEXT))
    assert record.headline == "The swing bridge stays closed until spring, the port office said"
    assert record.origins["headline"] == "first-sentence"
    assert record.plain_body() == TEXT


def test_a_first_sentence_that_is_too_long_for_a_headline_is_cut_between_words():
    headline = lines.first_sentence("word " * 80)
    assert len(headline) <= 161
    assert headline.endswith("word…")


def test_a_story_without_a_date_is_undated():
    assert lines.read(line(text=TEXT, date=None)).published == ""


def test_the_direction_follows_the_language():
    assert lines.read(line(text="الجسر مغلق حتى الربيع.", lang="ar")).direction == "rtl"
    assert lines.read(line(text="הגשר סגור עד האביב.")).direction == "rtl"


def test_labels_of_a_corpus_become_section_and_topics():
    record = lines.read(line(text=TEXT, labels={"category": "transport", "topics": ["bridge", "port"], "bias": "none"}))
    assert (record.section, record.topics) == ("transport", ("bridge", "port"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one\n\ntwo\nstill two\n \nthree", ["one", "two still two", "three"]),
        ("one\ntwo", ["one", "two"]),
        (WRAPPED, [" ".join(part.split()) for part in WRAPPED.split("    ")]),
    ],
)
def test_text_is_parted_into_paragraphs_as_it_was_written(text: str, parts: list[str]):
    assert lines.paragraphs(text) == parts


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not JSON"),
        (b"not json", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[1]", "not a JSON object"),
        (b"{}", "no text"),
        (line(text="  \n"), "no text"),
        (line(text=["a list"]), "no text"),
        (b'{"text": "' + b"x" * lines.MOST_BYTES + b'"}', "bytes"),
    ],
)
def test_a_line_that_is_no_story_is_refused_with_the_reason(data: bytes, reason: str):
    with pytest.raises(CopyError, match=reason):
        lines.read(data)


def test_a_broken_line_does_not_stop_the_others():
    found = list(lines.records([line(text=TEXT), b"\n", b"{broken", line(text=TEXT, title="Two")]))
    assert [type(one) for one in found] == [Record, CopyError, Record]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/relative", "ftp://courier.example/x"])
def test_an_address_that_leads_nowhere_safe_is_none(address: str):
    assert lines.read(line(text=TEXT, url=address, image=address)).url == ""


_ANY = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.lists(st.text(max_size=5), max_size=3)
_NAMES = st.sampled_from(
    [
        "id",
        "title",
        "text",
        "date",
        "lang",
        "url",
        "authors",
        "source",
        "section",
        "topics",
        "labels",
        "summary",
        "image",
    ]
)


@given(st.dictionaries(_NAMES, _ANY), st.text(min_size=1, max_size=200))
def test_values_of_any_type_are_read_or_passed_over(row: dict[str, Any], text: str):
    try:
        record = lines.read(json.dumps(row | {"text": text}).encode())
    except CopyError:
        assert not text.strip() or not lines.paragraphs(text)
    else:
        assert record.headline
        assert all("<" not in block.html for block in record.body if isinstance(block, Paragraph))
