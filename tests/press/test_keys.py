from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from dateline.press import keys

numbers = some.integers(0, 2**64 - 1)
places = some.tuples(numbers, numbers)


@given(some.lists(places, unique=True))
def test_keys_sort_the_newest_first_and_of_one_time_the_larger_number(found: list[tuple[int, int]]) -> None:
    in_order = sorted(found, key=lambda place: keys.list_key("section:world", *place))
    assert in_order == sorted(found, reverse=True)


@given(some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0")), places)
def test_a_key_tells_its_place(name: str, place: tuple[int, int]) -> None:
    assert keys.list_place(name, keys.list_key(name, *place)) == place


def test_no_list_stands_within_another() -> None:
    assert not keys.list_key("topic:art", 1, 1).startswith(keys.list_prefix("topic:a"))


@given(some.lists(some.integers(0, 2**63), unique=True))
def test_stories_sort_by_code(codes: list[int]) -> None:
    assert sorted(codes, key=keys.code_key) == sorted(codes)


def test_of_two_stories_with_one_old_address_the_lower_code_comes_first() -> None:
    assert keys.address_key("ab", 12) < keys.address_key("ab", 864)
    assert keys.address_key("ab", 12).startswith(keys.address_prefix("ab"))
