"""The records of pages: what is put in comes out."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from dateline.press.page import (
    Box,
    ContentType,
    Discussion,
    Listing,
    Order,
    Own,
    Page,
    Part,
    Slot,
    Status,
    Variant,
    about,
    decode_part,
    encode_part,
    of_thread,
)
from dateline.press.pagerecord import decode, encode

texts = some.binary(max_size=40)
names = some.text(some.characters(exclude_categories=["Cs"]), max_size=30)
codes = some.lists(some.integers(0, 2**64 - 1), max_size=6).map(tuple)


def boxes() -> some.SearchStrategy[Box]:
    return some.builds(
        Box,
        variant=some.sampled_from(Variant),
        limit=some.integers(0, 65_535),
        codes=codes,
        before=texts,
        after=texts,
        stamps=some.lists(some.integers(0, 2**32 - 1), max_size=6).map(tuple),
        joined=texts,
        recommends=some.booleans(),
    )


def listings() -> some.SearchStrategy[Listing]:
    fields: dict[str, Any] = dict.fromkeys(
        ("before", "after", "separator", "before_more", "after_more", "empty", "gone"), texts
    )
    numbers = some.integers(0, 2**32 - 1)
    return some.builds(Listing, name=names, variant=some.sampled_from(Variant), limit=numbers, window=numbers, **fields)


def discussions() -> some.SearchStrategy[Discussion]:
    fields: dict[str, Any] = dict.fromkeys(("before", "after", "before_more", "after_more", "empty"), texts)
    numbers = some.integers(0, 2**64 - 1)
    return some.builds(Discussion, some.sampled_from(Order), code=numbers, number=numbers, **fields)


parts: some.SearchStrategy[Part] = some.one_of(
    some.builds(Own, texts), some.builds(Slot, names), boxes(), listings(), discussions()
)
pages = some.builds(
    Page,
    some.lists(parts, max_size=8).map(tuple),
    status=some.sampled_from(Status),
    type=some.sampled_from(ContentType),
    code=some.integers(0, 2**64 - 1),
    path=names,
)


@given(pages)
def test_a_page_comes_out_of_its_record_as_it_went_in(page: Page) -> None:
    again = decode(encode(page))
    assert again == page
    assert [type(part) for part in again.parts] == [type(part) for part in page.parts]


@given(parts)
def test_a_part_comes_out_of_its_record_as_it_went_in(part: Part) -> None:
    assert decode_part(encode_part(part)) == part


def test_one_page_of_a_thread_serves_every_story() -> None:
    pressed = Page(
        (Own(b"x"), Box(Variant.BRIEF, 1, ()), Slot("top"), Discussion(Order.BRANCH, before=b"y"), Slot("foot"))
    )
    assert of_thread(pressed, 864, 12, "/discuss/864/12") == Page(
        (
            Own(b"x"),
            Box(Variant.BRIEF, 1, (864,)),
            Slot("top:864"),
            Discussion(Order.BRANCH, 864, 12, before=b"y"),
            Slot("foot"),
        ),
        path="/discuss/864/12",
    )


def test_one_page_of_versions_serves_every_story() -> None:
    pressed = Page((Own(b"x"), Box(Variant.BRIEF, 1, ()), Listing("history", Variant.BRIEF, 50), Slot("foot")))
    assert about(pressed, 864, "/news/864/history", "history:864") == Page(
        (Own(b"x"), Box(Variant.BRIEF, 1, (864,)), Listing("history:864", Variant.BRIEF, 50), Slot("foot")),
        path="/news/864/history",
    )
