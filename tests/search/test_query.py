"""A query taken apart: any text is one."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.search import query
from dateline.search.query import Part, parse


def texts(text: str) -> list[str]:
    return [part.text for part in parse(text).wanted]


def test_every_word_is_wanted_and_the_last_may_be_unfinished() -> None:
    assert parse("ferry stri").parts == (Part("ferry"), Part("stri", open=True))


def test_words_in_quotation_marks_of_any_language_stay_together() -> None:
    for quoted in (
        '"night ferry"',
        "“night ferry”",
        "„night ferry“",
        "«night ferry»",
        "»night ferry«",
        "「night ferry」",
    ):
        assert parse(quoted).parts == (Part("night ferry", phrase=True),), quoted


def test_a_quotation_mark_that_is_never_closed_holds_to_the_end() -> None:
    assert parse('crane "night ferry').parts == (Part("crane"), Part("night ferry", phrase=True))


def test_a_minus_before_a_word_or_a_phrase_leaves_it_out() -> None:
    found = parse('ferry -strike -"night boat"')
    assert [part.text for part in found.unwanted] == ["strike", "night boat"]
    assert texts('ferry -strike -"night boat"') == ["ferry"]


def test_a_minus_within_a_word_or_by_itself_leaves_nothing_out() -> None:
    assert parse("covid-19").wanted == (Part("covid-19", open=True),)
    assert texts("port - harbour") == ["port", "harbour"]


def test_a_word_left_out_at_the_end_is_not_unfinished() -> None:
    assert not any(part.open for part in parse("ferry -stri").parts)


def test_what_has_no_letter_is_not_asked_for() -> None:
    assert parse('... \u2603 !? "\'" ()').parts == ()


def test_what_nobody_can_see_is_a_space() -> None:
    assert parse("ferry\0\ud800strike\x1b").text == "ferry strike"


def test_a_long_query_is_read_as_far_as_a_query_goes() -> None:
    assert len(parse("ferry " * 1000).parts) == query.MOST_PARTS
    assert len(parse("a" * 5000).text) == query.LONGEST


@given(st.text(max_size=600))
def test_any_text_is_a_query_and_its_own_text_is_the_same_one(text: str) -> None:
    found = parse(text)
    assert len(found.parts) <= query.MOST_PARTS
    assert parse(found.text) == found
