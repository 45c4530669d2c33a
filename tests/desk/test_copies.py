"""The desk says so when what is written stands in another story already."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import newsroom
import pytest
from django.test import Client

from builders import Tape, bare
from dateline.desk import copies, house, snapshot
from dateline.desk.models import Story
from dateline.desk.room import addresses
from dateline.press import generation
from dateline.search.index import SearchIndex
from dateline.story import Paragraph

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou"]


def prose(seed: int) -> list[str]:
    """Paragraphs that nobody else has."""
    dice = random.Random(seed)
    words = ["".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(240)]
    return [" ".join(words[place : place + 40]).capitalize() + "." for place in range(0, 240, 40)]


TEXT = [f"<p>{paragraph}</p>" for paragraph in prose(1)]


@pytest.fixture
def searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the index is, or will be."""
    monkeypatch.setattr(house, "searched", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def original(searched: Path) -> Story:
    """A story that is out and in the index."""
    row = newsroom.published("The keeper's ledger", body=[("paragraph", text) for text in TEXT])
    tape = Tape(house.site())
    others = (bare(code, body=tuple(Paragraph(html=one) for one in prose(code))) for code in range(90_001, 90_020))
    tape.publish(snapshot.of(row), *others)
    fresh = generation.begin(searched)
    index = SearchIndex(fresh, writer=True)
    index.apply(tape.after(0, tape.last_seq()))
    index.close()
    generation.switch(searched, fresh)
    return row


def copy(**fields: Any) -> Story:
    return newsroom.story("Ships, gulls and lamps", body=[("paragraph", text) for text in TEXT[:5]], **fields)


def text(response: Any) -> str:
    return response.content.decode()


def test_a_story_that_says_the_same_is_named_with_how_much_of_it(original: Story) -> None:
    [found] = copies.of(copy())
    assert found.story == original
    assert 80 <= found.share <= 100
    assert copies.of(newsroom.story("Another story")) == []
    assert copies.of(original) == []


def test_who_opens_the_copy_is_told_and_so_is_who_publishes_it(client: Client, original: Story) -> None:
    client.force_login(newsroom.account("editor"))
    row = copy()
    page = text(client.get(addresses.story("edit", row.pk)))
    assert "Possible copy of" in page
    assert "The keeper&#x27;s ledger" in page
    said = text(client.post(addresses.story("edit", row.pk), newsroom.form(row, "publish"), follow=True))
    assert f"Possible copy of {original.pk}" in said
    assert Story.objects.get(pk=row.pk).live


def test_what_continues_a_story_or_was_withdrawn_is_no_copy(original: Story) -> None:
    assert copies.of(copy(follows=original)) == []
    original.unpublish()
    assert copies.of(copy()) == []


@pytest.mark.usefixtures("searched")
def test_without_an_index_nothing_is_said(client: Client) -> None:
    client.force_login(newsroom.account("editor"))
    row = copy()
    assert copies.of(row) == []
    assert "Possible copy" not in text(client.get(addresses.story("edit", row.pk)))
