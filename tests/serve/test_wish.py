"""What a reader asks of the search, from the address and back."""

from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from dateline.search.finding import Place
from dateline.serve import wish

UTC, SAO_PAULO = ZoneInfo("UTC"), ZoneInfo("America/Sao_Paulo")


def test_an_address_is_read_and_written() -> None:
    address = "/search?q=night+ferry&section=world&person=7&order=newest&from=2026-03-01&to=2026-03-31"
    asked = wish.parse(address.partition("?")[2])
    assert asked.query.text == "night ferry"
    assert (asked.value("section"), asked.value("person"), asked.value("topic")) == ("world", "7", "")
    assert asked.order == "newest"
    assert asked.address() == address


def test_a_filter_begins_the_list_anew() -> None:
    asked = wish.parse("q=ferry&section=world").behind(Place(9, 20))
    assert asked.having("section", "").address() == "/search?q=ferry"
    assert asked.having("section", "harbour").address() == "/search?q=ferry&section=harbour"
    assert asked.ordered("newest").after is None


def test_a_day_is_that_day_in_the_site_and_for_stories_that_bear_a_date_alone() -> None:
    narrowing = wish.parse("q=a&from=2026-03-02&to=2026-03-02").narrowing(SAO_PAULO)
    assert narrowing.since == 1772409600  # midnight in UTC, three hours before
    assert narrowing.before == 1772506800  # midnight in São Paulo, three hours after
    assert wish.parse("q=a").narrowing(UTC).any is False


def test_places_of_the_two_orders_are_not_mixed_up() -> None:
    best = wish.parse("q=ferry").behind(Place(4730632349987897345, 20))
    newest = wish.parse("q=ferry&order=newest").behind(Place(4730632349987897345))
    for asked in (best, newest):
        assert wish.parse(asked.address().partition("?")[2]) == asked
    swapped = best.address().partition("?")[2] + "&order=newest"
    assert wish.parse(swapped).after is None


def test_what_is_no_day_and_no_place_is_none() -> None:
    for text in ("2026-02-30", "0001-01-01", "9999-12-31", "yesterday", "2026-3-1", "٢٠٢٦-٠٣-٠١"):
        assert wish.parse(f"q=a&from={text}").since is None, text
    for text in ("x", "-1", "00", "g" * 16, "0" * 40):
        assert wish.parse(f"q=a&after={text}").after is None, text


def test_what_cannot_be_printed_is_no_filter() -> None:
    assert wish.parse("q=a&section=%00slot+rail%00&topic=%ED%A0%80x").filters in ((), (("topic", "���x"),))


@given(st.text(max_size=300))
def test_any_address_is_a_wish_and_its_own_address_is_the_same(text: str) -> None:
    asked = wish.parse(text)
    asked.narrowing(SAO_PAULO)
    assert wish.parse(asked.address().partition("?")[2]) == asked
