"""A page that goes out as it was pressed is the page that all the other code would make."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.joining import CARDS, CODE, PARTS, about, joined, put_card, small_store

from dateline.press.fragment import press
from dateline.press.keys import code_key
from dateline.press.page import Box, Own, Page, Part, Slot, Status, Variant, encode_part
from dateline.press.pagerecord import encode, opened
from dateline.press.store import Reading, Store
from dateline.serve import answer, join, ready
from dateline.serve.answer import Answer
from dateline.serve.changed import Changed
from dateline.serve.view import Memory, View


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with small_store(tmp_path_factory.mktemp("store")) as made:
        yield made


OTHER = 50


def box(*codes: int) -> Box:
    return Box(Variant.TEASER, 2, codes, press(b"<ul>"), press(b"</ul>"))


def with_box(code: int, *codes: int) -> Page:
    return about(code, (*PARTS[:4], box(*codes), *PARTS[5:]))


def put(store: Store, page: Page) -> None:
    with store.write() as w:
        w.put("stories", code_key(page.code), encode(page))


def seen(store: Store, txn: Any, changed: Changed) -> View:
    """A view as the edition makes one for a version of the store."""
    return View(txn, store.databases, Memory(txn.id(), changed.read(Reading(txn, store.databases))))


def asked(
    store: Store, page: Page, changed: Changed | None = None, *, first: bool = False
) -> tuple[Answer | None, Answer]:
    """The answer that is ready for the page, and the one that is made.

    Unless it is the ``first`` one, a page of another story was asked for before, and one that shows the same stories.
    """
    before = () if first else (joined(store, with_box(OTHER)), page._replace(code=OTHER))
    with store.env.begin() as txn:
        view = seen(store, txn, changed or Changed())
        for one in before:
            *_, entries = opened(encode(one))
            join.record(view, encode(one), entries)
        at_once = ready.answer(view, page.path)
        made, _ = answer.make(view, page.path, "", "", 0)
    return at_once, made


def ready_text(store: Store, page: Page) -> str:
    """The text of the answer that is ready for a page that is put into the store; it is the one that is made."""
    put(store, page)
    at_once, made = asked(store, page)
    assert at_once == made
    assert at_once is not None
    return gzip.decompress(at_once.body).decode()


def test_a_page_that_is_as_it_was_pressed_is_ready(store: Store) -> None:
    text = ready_text(store, joined(store, with_box(CODE, 5, 6)))
    assert text.startswith("<h1>The ferry</h1><p>It was late.</p><ul>")
    assert text.endswith("</main><ol><li>Story 1</li><li>Story 2</li><li>Story 3</li></ol><footer>")


def test_so_is_a_page_that_shows_a_story_of_the_rail(store: Store) -> None:
    assert ready_text(store, joined(store, with_box(CODE, 2, 6))).count("Story 2") == 1


@pytest.mark.parametrize("codes", [(), (5,)])
def test_so_is_a_page_without_a_card_and_one_with_a_single_one(store: Store, codes: tuple[int, ...]) -> None:
    assert ready_text(store, joined(store, with_box(CODE, *codes))).count("Story 5") == len(codes)


def test_the_first_page_of_its_kind_is_made(store: Store) -> None:
    page = joined(store, with_box(CODE, 5, 6))
    put(store, page)
    assert asked(store, page, first=True)[0] is None


def test_a_page_of_a_story_of_the_rail_leaves_it_out_there(store: Store) -> None:
    page = joined(store, with_box(2, 5, 6))
    put(store, page)
    at_once, made = asked(store, page)
    assert at_once is None
    assert b"Story 2" not in gzip.decompress(made.body)


def test_nothing_is_ready_of_a_story_that_is_discussed_or_gone_or_none(store: Store) -> None:
    discussed = joined(store, with_box(8, 5, 6))
    put(store, discussed)
    gone = joined(store, with_box(9, 5, 6))._replace(status=Status.GONE)
    put(store, gone)
    for page in (discussed, gone, with_box(99, 5, 6)):
        assert asked(store, page)[0] is None


ELSEWHERE = (
    *("/", "/news", "/news/7", "/news/7/", "/news/7/y", "/news/7/X", "/news/7/x/", "//news/7/x", "/news/7/history"),
    *("/news/7/x%20", "/news/7/x\n", "/news/0000000000000007/x", "/news/\u0667/x", "/news/7/\u00fc", "/news/7/\ud800"),
)


@pytest.mark.parametrize("path", ELSEWHERE)
def test_only_its_own_address_is_that_of_a_page_that_is_ready(store: Store, path: str) -> None:
    page = joined(store, with_box(CODE, 5, 6))
    put(store, page)
    with store.env.begin() as txn:
        view = seen(store, txn, Changed())
        answer.make(view, page.path, "", "", 0)
        assert ready.answer(view, page.path) is not None
        assert ready.answer(view, path) is None


runs = some.lists(
    some.one_of(
        some.text(min_size=1, max_size=20).map(lambda text: Own(press(text.encode()))),
        some.lists(some.sampled_from(CARDS), max_size=4, unique=True).map(lambda codes: box(*codes)),
    ),
    min_size=2,
    max_size=5,
)


def test_a_card_that_changed_and_one_that_was_taken_away_are_seen(store: Store) -> None:
    changed = Changed()
    page = joined(store, with_box(CODE, 10, 11))
    put(store, page)
    assert asked(store, page, changed=changed)[0] is not None
    with store.write() as w:
        put_card(w, 10, "Story 10, corrected")
    at_once, made = asked(store, page, changed=changed)
    assert at_once is None
    assert b"Story 10, corrected" in gzip.decompress(made.body)
    put(store, joined(store, page))
    assert asked(store, page, changed=changed)[0] is not None
    with store.write() as w:
        w.delete("cards", code_key(11))
        w.put_stamp(11, 0)
    at_once, made = asked(store, page, changed=changed)
    assert at_once is None
    assert b"Story 11" not in gzip.decompress(made.body)
    with store.write() as w:
        put_card(w, 11, "Story 11")


def test_a_card_that_came_later_is_seen(store: Store) -> None:
    page = joined(store, with_box(CODE, 5, 60))
    put(store, page)
    assert asked(store, page)[0] is None
    with store.write() as w:
        put_card(w, 60, "Story 60")
    at_once, made = asked(store, page)
    assert at_once is None
    assert b"Story 60" in gzip.decompress(made.body)


@pytest.fixture(scope="module")
def followed() -> Changed:
    return Changed()


@given(
    runs, some.sampled_from([2, 7, 8]), some.sets(some.sampled_from(CARDS), max_size=2), some.permutations([1, 2, 3, 9])
)
def test_what_is_ready_is_what_is_made(
    store: Store, followed: Changed, own: list[Part], code: int, changed: set[int], rail: list[int]
) -> None:
    page = joined(store, Page((*own, Slot("rail"), Slot("foot")), code=code, path=f"/news/{code}/x"))
    put(store, page)
    with store.write() as w:
        for one in changed:
            put_card(w, one, f"Story {one}, version {w.txn.id()}")
        slot = Box(Variant.RAIL, 3, tuple(rail), press(b"<ol>"), press(b"</ol>"))
        w.put("pieces", b"rail", encode_part(slot))
    at_once, made = asked(store, page, changed=followed)
    assert at_once in (None, made)
