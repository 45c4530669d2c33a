"""Stories leave in an order in which each comes after those that it names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.order import arrange

CODES = st.integers(1, 12)


@given(st.sets(CODES), st.dictionaries(CODES, st.lists(CODES, max_size=3)))
def test_every_story_leaves_once(codes: set[int], names: dict[int, list[int]]) -> None:
    assert sorted(arrange(sorted(codes), names)) == sorted(codes)


@given(st.sets(CODES), st.dictionaries(CODES, st.lists(CODES, max_size=3)))
def test_a_story_leaves_after_those_it_names(codes: set[int], names: dict[int, list[int]]) -> None:
    back = {code: [other for other in others if other != code] for code, others in names.items()}
    forward = {code: [other for other in others if other > code] for code, others in back.items()}  # no rings
    arranged = list(arrange(sorted(codes), forward))
    for code in codes:
        for other in set(forward.get(code, ())) & codes:
            assert arranged.index(other) < arranged.index(code)


def test_those_that_name_nobody_leave_by_code() -> None:
    assert list(arrange([1, 2, 3, 4], {2: [4]})) == [1, 4, 2, 3]


def test_a_chain_of_a_hundred_thousand_is_no_trouble() -> None:
    last = 100_000
    assert list(arrange(range(1, last + 1), {code: [code + 1] for code in range(1, last)}))[:2] == [last, last - 1]
