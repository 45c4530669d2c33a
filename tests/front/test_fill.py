"""What stands on a front: the editor's order first, then what is newest and matters most, and nothing twice."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from dateline.front import fill
from dateline.front.fill import Candidate

HOUR = 3600
NOON = 1_780_000_000


def news(code: int, hour: float = 0, **fields: Any) -> Candidate:
    """A story published so many hours after noon."""
    return Candidate(code, int(NOON + hour * HOUR), **fields)


@some.composite
def candidates(draw: some.DrawFn) -> list[Candidate]:
    codes = draw(some.lists(some.integers(1, 60), max_size=40, unique=True))
    return [
        Candidate(
            code,
            draw(some.sampled_from([0, NOON - 40 * HOUR, NOON - HOUR, NOON, NOON + 1])),
            draw(some.integers(1, 9)),
            draw(some.sampled_from(["harbour", "world", "culture"])),
            pictured=draw(some.booleans()),
            retracted=draw(some.booleans()),
            standing=draw(some.sampled_from([0, 0, 0, 1, 2])),
        )
        for code in codes
    ]


CURATED = some.lists(some.integers(1, 60), max_size=6, unique=True)
TWINS = some.dictionaries(some.integers(1, 60), some.lists(some.integers(1, 60), max_size=3), max_size=20)
MIXED = some.integers(0, 9)


@given(CURATED, candidates(), TWINS, MIXED)
def test_what_the_editor_placed_stands_first_and_in_order(
    curated: list[int], found: list[Candidate], twins: fill.Twins, mixed: int
) -> None:
    assert fill.order_pool(curated, found, twins, mixed=mixed)[: len(curated)] == tuple(curated)


@given(CURATED, candidates(), TWINS, MIXED, CURATED)
def test_no_story_stands_twice(
    curated: list[int], found: list[Candidate], twins: fill.Twins, mixed: int, above: list[int]
) -> None:
    pool = fill.order_pool(curated, found, twins, mixed=mixed, above=above)
    assert len(set(pool)) == len(pool)


@given(CURATED, candidates(), TWINS, MIXED, CURATED)
def test_the_machine_places_no_near_copy_of_what_stands_there(
    curated: list[int], found: list[Candidate], twins: fill.Twins, mixed: int, above: list[int]
) -> None:
    pool = fill.order_pool(curated, found, twins, mixed=mixed, above=above)
    stands = [*above, *curated]
    for code in pool[len(curated) :]:
        others = {*stands, *pool} - {code}
        by_machine = set(pool[len(curated) :]) - {code}
        assert not any(code in twins.get(other, ()) for other in others)
        assert not set(twins.get(code, ())) & ((by_machine | set(stands)) - {code})


@given(CURATED, candidates(), MIXED)
def test_every_story_that_may_stand_there_does_and_no_retracted_one(
    curated: list[int], found: list[Candidate], mixed: int
) -> None:
    pool = fill.order_pool(curated, found, mixed=mixed)
    assert set(pool) == {*curated, *(one.code for one in found if not one.retracted)}


@given(CURATED, candidates(), TWINS, MIXED, some.randoms())
def test_the_order_does_not_hang_on_how_the_stories_were_found(
    curated: list[int], found: list[Candidate], twins: fill.Twins, mixed: int, chance: Any
) -> None:
    shuffled = found.copy()
    chance.shuffle(shuffled)
    assert fill.order_pool(curated, shuffled, twins, mixed=mixed) == fill.order_pool(curated, found, twins, mixed=mixed)


@given(CURATED.filter(bool), candidates())
def test_a_withdrawn_story_closes_its_gap_and_moves_nothing_else(curated: list[int], found: list[Candidate]) -> None:
    pool = fill.order_pool(curated, found)
    for gone in pool[1:]:
        left = fill.order_pool([code for code in curated if code != gone], [one for one in found if one.code != gone])
        assert left == tuple(code for code in pool if code != gone)


@given(candidates(), MIXED)
def test_news_stands_before_opinion_and_opinion_before_what_is_paid_for(found: list[Candidate], mixed: int) -> None:
    standing = {one.code: one.standing for one in found}
    places = [standing[code] for code in fill.order_pool((), found, mixed=mixed)]
    assert places == sorted(places)


def test_a_flash_leads_until_something_came_eight_hours_after_it() -> None:
    flash = news(1, urgency=1)
    assert fill.order_pool((), [flash, news(2, 7.9)]) == (1, 2)
    assert fill.order_pool((), [flash, news(2, 8.1)]) == (2, 1)


def test_of_equals_the_newest_leads_and_then_the_later_code() -> None:
    assert fill.order_pool((), [news(1), news(2, 1), news(3)]) == (2, 3, 1)


def test_an_undated_story_stands_behind_all_others_however_urgent() -> None:
    assert fill.order_pool((), [Candidate(9, 0, 1), news(1, -9999)]) == (1, 9)


def test_a_picture_makes_a_lead_but_puts_no_flash_second() -> None:
    assert fill.order_pool((), [news(1, 1), news(2, pictured=True)]) == (2, 1)
    assert fill.order_pool((), [news(1, 1, urgency=1), news(2, pictured=True)]) == (1, 2)


def test_a_front_that_an_editor_arranged_takes_no_other_lead() -> None:
    assert fill.order_pool([7], [news(1, 1), news(2, pictured=True)])[:2] == (7, 1)


def test_a_sections_fourth_story_gives_way_to_another_section_of_the_same_day() -> None:
    found = [news(code, -code, section="world") for code in range(1, 7)] + [news(9, -10, section="culture")]
    assert fill.order_pool((), found, mixed=fill.TOP_OF_HOME) == (1, 2, 3, 9, 4, 5, 6)


def test_a_section_with_nothing_of_the_day_is_not_dragged_up() -> None:
    found = [news(code, -code, section="world") for code in range(1, 7)] + [news(9, -30, section="culture")]
    assert fill.order_pool((), found, mixed=fill.TOP_OF_HOME) == (1, 2, 3, 4, 5, 6, 9)


def test_what_an_editor_placed_counts_for_its_section() -> None:
    found = [news(code, -code, section="world") for code in range(1, 6)] + [news(9, -10, section="culture")]
    assert fill.order_pool([5, 4], found, mixed=fill.TOP_OF_HOME) == (5, 4, 1, 9, 2, 3)


def test_only_the_top_of_the_front_is_mixed() -> None:
    found = [news(code, -code, section="world") for code in range(1, 7)] + [news(9, -10, section="culture")]
    assert fill.order_pool((), found, mixed=3) == (1, 2, 3, 4, 5, 6, 9)


def test_of_two_copies_the_one_the_editor_placed_stays() -> None:
    assert fill.order_pool([1], [news(1), news(2, 5), news(3, 1)], {2: [1]}) == (1, 3)
    assert fill.order_pool([1, 2], [news(1), news(2, 5), news(3, 1)], {2: [1]}) == (1, 2, 3)


def test_a_copy_of_what_stands_above_is_not_placed_below() -> None:
    assert fill.order_pool((), [news(1), news(2, 5), news(3, 1)], {2: [8]}, above=[8]) == (3, 1)


@given(candidates(), MIXED)
def test_sections_take_turns_as_far_as_the_day_allows(found: list[Candidate], mixed: int) -> None:
    known = {one.code: one for one in found}
    pool = fill.order_pool((), found, mixed=mixed)
    top = [known[code] for code in pool[:mixed]]
    behind = [known[code] for code in pool[mixed:]]
    crowded = [name for name, number in Counter(one.section for one in top).items() if number > fill.MOST_OF_SECTION]
    for name in crowded:
        last = [one for one in top if one.section == name][-1]
        others = [one for one in behind if one.section not in crowded and one.standing == last.standing]
        assert all(last.merit - one.merit > 0 for one in others)


def test_each_row_of_a_front_names_what_it_shows_and_spares() -> None:
    benches = fill.bench(fill.HOME_ROWS, range(100))
    assert [len(benches[row.name]) for row in fill.HOME_ROWS] == [13, 15, 19]


def test_a_note_for_the_record_stands_in_latest_where_the_clock_puts_it() -> None:
    found = [news(code, code) for code in range(1, 7)] + [news(7, 6.5, urgency=9), news(8, 2.5, urgency=1)]
    pool = fill.order_pool((), found, mixed=3)
    assert (pool[0], pool[-1]) == (8, 7)
    assert fill.latest(pool, found) == (7, 6, 5, 4, 3, 8, 2, 1)


def test_latest_is_news_that_still_stands() -> None:
    found = [news(1), news(2, 1, standing=1), news(3, 2, standing=2), news(4, 3, retracted=True), Candidate(5)]
    assert fill.latest(fill.order_pool([4], found), found) == (1, 5)


@given(CURATED, candidates(), TWINS, MIXED)
def test_latest_takes_from_what_a_front_may_show_in_order_of_the_clock(
    curated: list[int], found: list[Candidate], twins: fill.Twins, mixed: int
) -> None:
    pool = fill.order_pool(curated, found, twins, mixed=mixed)
    orders = {one.code: one.order for one in found}
    latest = fill.latest(pool, found)
    assert set(latest) <= set(pool)
    assert [orders[code] for code in latest] == sorted((orders[code] for code in latest), reverse=True)
