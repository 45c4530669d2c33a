"""A page joined from its record is the page joined part by part, whatever changed since it was pressed."""

from __future__ import annotations

import gzip
import struct
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.joining import CARDS, PARTS, about, joined, put_card, small_store

from dateline.press import run
from dateline.press.fragment import press
from dateline.press.page import Box, Own, Page, Slot, Variant
from dateline.press.pagerecord import RUN, SHARED, decode, each, encode, is_whole, opened
from dateline.press.store import Store
from dateline.serve import join
from dateline.serve.view import Memory, View


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with small_store(tmp_path_factory.mktemp("store")) as made:
        yield made


def both(store: Store, page: Page) -> tuple[join.Joined, join.Joined]:
    """What goes out of the record of a page, and what its parts make."""
    with store.env.begin() as txn:
        view = View(txn, store.databases, Memory())
        record = encode(page)
        *_, entries = opened(record)
        return join.record(view, record, entries), join.page(view, page)


def tags(page: Page) -> list[int]:
    *_, (_, _, outline) = opened(encode(page))
    return [tag for tag, _ in each(outline)]


@pytest.mark.parametrize("code", [7, 8])
def test_the_page_of_a_story_is_two_pieces_whether_it_is_discussed_or_not(store: Store, code: int) -> None:
    parts = tuple(Box(Variant.TEASER, 2, (5, 6)) if part == PARTS[4] else part for part in PARTS)
    page = joined(store, about(code, parts))
    assert tags(page) == [RUN, SHARED]
    assert decode(encode(page)) == page
    from_record, from_parts = both(store, page)
    assert from_record == from_parts


def test_a_changed_byte_of_a_record_is_noticed_whichever_it_is(store: Store) -> None:
    record = encode(joined(store, about(7)))
    assert is_whole(record)
    for place in range(len(record)):
        spoiled = record[:place] + bytes([record[place] ^ 1]) + record[place + 1 :]
        with suppress(ValueError, struct.error, IndexError):  # then it cannot even be read, and the inspection says so
            assert not is_whole(spoiled), place


def test_a_record_of_before_there_were_runs_is_whole(store: Store) -> None:
    page = joined(store, about(0, PARTS))
    assert RUN not in tags(page)
    assert is_whole(encode(page))


def test_a_discussed_story_shows_its_discussion_where_it_belongs(store: Store) -> None:
    parts = tuple(Box(Variant.TEASER, 2, (5, 6)) if part == PARTS[4] else part for part in PARTS)
    text = gzip.decompress(both(store, joined(store, about(8, parts)))[0][0]).decode()
    assert text.startswith("<h1>The ferry</h1><p>count</p><p>It was late.</p>")
    assert text.endswith("<p>thread</p></main><ol><li>Story 1</li><li>Story 2</li><li>Story 3</li></ol><footer>")


def test_a_story_that_the_page_shows_is_not_in_the_rail_again(store: Store) -> None:
    page = joined(store, about(7, (*PARTS[:4], Box(Variant.TEASER, 2, (2, 5)), *PARTS[5:])))
    from_record, from_parts = both(store, page)
    assert from_record == from_parts


def test_a_card_that_changed_since_is_shown_as_it_is_now(store: Store) -> None:
    page = joined(store, about(7))
    with store.write() as w:
        put_card(w, 5, "Story 5, corrected")
    from_record, from_parts = both(store, page)
    assert from_record == from_parts
    assert b"Story 5, corrected" in gzip.decompress(from_record[0])


def test_a_story_that_stands_in_two_boxes_is_shown_once(store: Store) -> None:
    twice = (*PARTS[:4], Box(Variant.TEASER, 1, (5,)), Box(Variant.TEASER, 1, (5, 6)), *PARTS[5:])
    page = joined(store, about(7, twice))
    assert not run.is_plain([part for part in page.parts if run.takes(part, 7)], 7)
    from_record, from_parts = both(store, page)
    assert from_record == from_parts


codes = some.lists(some.sampled_from(CARDS), max_size=5, unique=True).map(tuple)
parts = some.one_of(
    some.text(min_size=1, max_size=20).map(lambda text: Own(press(text.encode()))),
    some.builds(Box, some.sampled_from(Variant), some.integers(1, 4), codes, some.just(press(b"<")), some.just(b"")),
    some.sampled_from(["rail", "foot", "gone", "lost", "count:7", "thread:7", "count:8", "thread:8"]).map(Slot),
)
# No page has a slot twice.
several = some.lists(parts, max_size=9, unique_by=lambda part: part if isinstance(part, Slot) else id(part))
pages = some.builds(Page, several.map(tuple), code=some.sampled_from([0, 7, 8]))


@given(pages, some.sets(some.sampled_from(CARDS), max_size=3))
def test_any_page_goes_out_of_its_record_as_its_parts_make_it(store: Store, page: Page, changed: set[int]) -> None:
    pressed = joined(store, page)
    assert decode(encode(pressed)) == pressed
    with store.write() as w:
        for code in changed:
            put_card(w, code, f"Story {code}, version {w.txn.id()}")
    from_record, from_parts = both(store, pressed)
    assert from_record == from_parts
