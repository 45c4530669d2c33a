"""Stories found by their words, through an index on disk."""

import string
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import Tape, at, bare, byline, correction, credit, story, topic
from dateline.search import clauses, finding
from dateline.search.finding import Inquiry, Narrowing, Place
from dateline.search.index import SearchIndex
from dateline.search.query import parse
from dateline.story import Paragraph, Story, instant


def told(code: int, headline: str, text: str = "", **fields: Any) -> Story:
    return bare(code, headline=headline, body=(Paragraph(html=text),) if text else (), **fields)


class Stacks:
    """An index that a test fills."""

    def __init__(self, path: Path) -> None:
        self.tape = Tape()
        self.index = SearchIndex(path, writer=True)

    def hold(self, *stories: Story) -> None:
        self.tape.publish(*stories)
        self.follow()

    def follow(self) -> None:
        self.index.apply(self.tape.after(0, self.tape.last_seq()))

    def inquire(self, words: str, *filters: tuple[str, str], **times: int) -> Inquiry:
        return self.index.inquire(parse(words), Narrowing(filters, **times))

    def find(
        self, words: str, *filters: tuple[str, str], order: finding.Order = "relevance", **times: int
    ) -> list[int]:
        return [hit.code for hit in self.inquire(words, *filters, **times).page(order, 20).hits]


@pytest.fixture
def stacks(tmp_path: Path) -> Iterator[Stacks]:
    made = Stacks(tmp_path / "search")
    yield made
    made.index.close()


def test_a_story_has_to_have_every_word(stacks: Stacks) -> None:
    stacks.hold(told(1, "Ferry strike"), told(2, "Ferry fares"), told(3, "Strike at the mill"))
    assert stacks.find("ferry strike") == [1]


def test_a_word_in_the_headline_counts_for_more(stacks: Stacks) -> None:
    stacks.hold(
        told(1, "A quiet week", "The lighthouse keeper spoke of fog, and of the lighthouse."),
        told(2, "Lighthouse repainted", "It took a week in all, and the weather held for most of it."),
    )
    assert stacks.find("lighthouse") == [2, 1]


def test_words_in_quotation_marks_stand_in_that_order(stacks: Stacks) -> None:
    stacks.hold(told(1, "One", "The night ferry was late."), told(2, "Two", "The ferry sails by night."))
    assert stacks.find('"night ferry"') == [1]


def test_an_excluded_word_or_phrase_leaves_stories_out(stacks: Stacks) -> None:
    stacks.hold(told(1, "Ferry strike ends"), told(2, "Ferry fares rise"), told(3, "Night ferry planned"))
    assert sorted(stacks.find("ferry -strike")) == [2, 3]
    assert sorted(stacks.find('ferry -"night ferry"')) == [1, 2]


def test_nothing_is_found_by_leaving_words_out_alone(stacks: Stacks) -> None:
    stacks.hold(told(1, "Ferry strike"))
    assert stacks.find("-strike") == []
    assert stacks.find("") == []


def test_the_last_word_may_be_the_beginning_of_one(stacks: Stacks) -> None:
    stacks.hold(told(1, "Elections in spring"), told(2, "Electric buses"))
    assert stacks.find("spring elec") == [1]
    assert stacks.find("elec spring") == []


def test_a_beginning_is_found_though_the_word_has_another_stem(stacks: Stacks) -> None:
    stacks.hold(told(1, "The governors met"), told(2, "Relational matters"))
    assert stacks.find("governo") == [1]
    assert stacks.find("relationa") == [2]


def test_two_letters_are_the_beginning_of_nothing_where_they_would_be_of_everything(
    stacks: Stacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    stacks.hold(told(1, "Ferry strike"), told(2, "北京的春天", language="zh"))
    assert stacks.find("fe") == [1]
    monkeypatch.setattr(clauses, "SMALL", 1)
    assert stacks.find("fe") == []
    assert stacks.find("fer") == [1]
    assert stacks.find("北") == [2]


@pytest.mark.parametrize("typed", ["parlament", "paarliament", "parliamant", "parilament"])
def test_one_typing_error_in_a_long_word_is_tolerated(stacks: Stacks, typed: str) -> None:
    stacks.hold(told(1, "Parliament opens"), told(2, "Apartment prices"))
    assert stacks.find(f"{typed} opens") == [1]


def test_a_typing_error_in_a_short_word_or_in_a_number_is_another_word(stacks: Stacks) -> None:
    stacks.hold(told(1, "Boat race"), told(2, "Call 123456"))
    assert stacks.find("boot race") == []
    assert stacks.find("123457 call") == []


def test_the_word_as_typed_comes_before_one_that_is_like_it(stacks: Stacks) -> None:
    stacks.hold(told(1, "Costas speaks"), told(2, "Coasts erode"), told(3, "Something", "of coasts and such things"))
    assert stacks.find("coasts")[:2] == [2, 3]


@pytest.mark.parametrize(
    ("language", "written", "typed"),
    [
        ("en", "The café was full", "cafe"),
        ("en", "The cafe was full", "café"),
        ("ar", "الأطفال في المدرسة", "الاطفال"),
        ("ar", "مُحَمَّد في المدرسة", "محمد"),
        ("fa", "کتاب تازه", "كتاب"),
        ("fa", "بچه‌ها آمدند", "بچهها"),
        ("zh", "北京的春天来了", "春天"),
        ("ja", "東京都の予算", "東京都"),
        ("vi", "Thành phố Hà Nội", "hà nội"),
        ("ru", "Ёлка на площади", "елка"),
    ],
)
def test_two_spellings_of_one_word_are_one(stacks: Stacks, language: str, written: str, typed: str) -> None:
    stacks.hold(told(1, written, language=language))
    assert stacks.find(typed) == [1]


@pytest.mark.parametrize(
    ("language", "written", "typed"),
    [
        ("vi", "Thành phố Hà Nội", "hạ nội"),
        ("sv", "Vi får höra", "hora"),
        ("zh", "京都的春天 北", "北京"),
        ("ja", "東 京都", "東京"),
    ],
)
def test_marks_and_neighbours_that_make_another_word_do(
    stacks: Stacks, language: str, written: str, typed: str
) -> None:
    stacks.hold(told(1, written, language=language))
    assert stacks.find(typed) == []


def test_one_query_finds_stories_of_all_languages(stacks: Stacks) -> None:
    stacks.hold(told(1, "Radio Lisboa", language="pt"), told(2, "Radio Lisboa heard"), told(3, "Radio Porto"))
    assert sorted(stacks.find("radio lisboa")) == [1, 2]


def test_what_is_written_together_is_looked_for_together(stacks: Stacks) -> None:
    stacks.hold(told(1, "Rules for covid-19"), told(2, "On day 19 of covid"))
    assert stacks.find("covid-19") == [1]


def test_newest_first_is_by_date_and_then_by_code(stacks: Stacks) -> None:
    stacks.hold(
        told(1, "Ferry", published=at(5)), told(2, "Ferry", published=at(9)), told(3, "Ferry", published=at(5)),
        told(4, "Ferry", published=""), told(5, "Ferry", published="1931-04-02"),
    )  # fmt: skip
    assert stacks.find("ferry", order="newest") == [2, 3, 1, 5, 4]


@pytest.mark.parametrize("order", ["relevance", "newest"])
def test_pages_show_every_story_once_whatever_is_published_between_them(stacks: Stacks, order: Any) -> None:
    stacks.hold(*(told(code, "Ferry " + "late " * (code % 5)) for code in range(1, 31)))
    seen: list[int] = []
    behind: Place | None = None
    for turn in range(20):
        page = stacks.inquire("ferry").page(order, 4, behind)
        seen += [hit.code for hit in page.hits]
        behind = page.more
        if behind is None:
            break
        stacks.hold(told(100 + turn, "Ferry ferry", published=at(9000 + turn)))
    assert sorted(seen) == list(range(1, 31))


def test_a_page_goes_on_though_the_story_that_ended_it_is_withdrawn(stacks: Stacks) -> None:
    stacks.hold(*(told(code, "Ferry") for code in range(1, 7)))
    first = stacks.inquire("ferry").page("relevance", 3)
    stacks.tape.withdraw(first.hits[-1].code)
    stacks.follow()
    second = stacks.inquire("ferry").page("relevance", 3, first.more)
    assert not {hit.code for hit in first.hits} & {hit.code for hit in second.hits}
    assert len(second.hits) == 3


FERRIES = (
    story(1, section="harbour"),
    story(2, section="world", bylines=(byline(9, "Ines Prado"),), topics=(topic("ports"), topic("ferries"))),
    story(3, section="world", bylines=(), source=(credit(slug="coast-press"),), topics=()),
)


@pytest.mark.parametrize(
    ("filtered", "codes"),
    [
        (("section", "world"), [2, 3]), (("person", "9"), [2]), (("topic", "ferries"), [1, 2]),
        (("source", "coast-press"), [3]), (("section", "no-such"), []), (("topic", "'\"\\"), []),
    ],
)  # fmt: skip
def test_stories_are_filtered(stacks: Stacks, filtered: tuple[str, str], codes: list[int]) -> None:
    stacks.hold(*FERRIES)
    assert sorted(stacks.find("ferry", filtered)) == codes


def test_stories_are_filtered_by_time(stacks: Stacks) -> None:
    stacks.hold(*(story(code) for code in (1, 2, 3)))
    since, before = (int(instant(at(minutes)).timestamp()) for minutes in (2, 3))
    assert stacks.find("ferry", since=since, before=before) == [2]
    assert sorted(stacks.find("ferry", since=since)) == [2, 3]
    assert sorted(stacks.find("ferry", before=before)) == [1, 2]


def test_each_value_of_each_filter_is_counted(stacks: Stacks) -> None:
    stacks.hold(*FERRIES)
    counts = stacks.inquire("ferry").count()
    assert (counts.stories, counts.exact) == (3, True)
    assert counts.by["section"] == [("world", 2), ("harbour", 1)]
    assert dict(counts.by["topic"]) == {"ferries": 2, "ports": 1}
    assert dict(counts.by["person"]) == {"7": 1, "9": 1}
    assert counts.by["source"] == [("coast-press", 1)]
    assert counts.by["year"] == [("2026", 3)]


def test_counts_of_a_filtered_search_are_of_what_it_finds(stacks: Stacks) -> None:
    stacks.hold(*FERRIES)
    assert stacks.inquire("ferry", ("section", "world")).count().stories == 2


def test_where_there_are_very_many_stories_a_part_of_them_is_counted(
    stacks: Stacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "BROAD", 100)
    stacks.hold(*(told(code, "Ferry") for code in range(1, 2001)))
    counts = stacks.inquire("ferry").count()
    assert not counts.exact
    assert 1200 < counts.stories < 2800
    assert counts.by["section"] == [("world", counts.stories)]


@pytest.mark.parametrize("order", ["relevance", "newest"])
def test_words_that_nearly_all_stories_have_are_looked_for_among_the_newest(
    stacks: Stacks, monkeypatch: pytest.MonkeyPatch, order: Any
) -> None:
    monkeypatch.setattr(finding, "WIDE", 640)
    stacks.hold(*(told(code, "Ferry", "left late" if code > 3 else "left early") for code in range(1, 2001)))
    hits = stacks.inquire("ferry late").page(order, 20).hits
    assert len(hits) == 20
    assert min(hit.code for hit in hits) > 1000
    assert {hit.code for hit in stacks.inquire('"left early" ferry').page(order, 20).hits} == {1, 2, 3}


def test_withdrawn_and_retracted_stories_are_not_found(stacks: Stacks) -> None:
    stacks.hold(told(1, "Ferry"), told(2, "Ferry"), told(3, "Ferry"))
    stacks.tape.withdraw(1)
    stacks.hold(told(2, "Ferry", corrections=(correction("retraction"),)))
    assert stacks.find("ferry") == [3]


def test_a_reader_sees_what_was_committed_when_it_looks_again(stacks: Stacks) -> None:
    stacks.hold(told(1, "Ferry"))
    reader = SearchIndex(stacks.index.path)
    assert reader.find("ferry", 9) == [1]
    stacks.tape.withdraw(1)
    stacks.hold(told(2, "Ferry again"))
    assert reader.find("ferry", 9) == [1]
    reader.refresh()
    assert reader.find("ferry", 9) == [2]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[int]]:
    stacks = Stacks(tmp_path_factory.mktemp("stacks") / "search")
    stacks.hold(*FERRIES, told(9, '東京都 covid-19 "x"', language="ja"), told(10, "نص عربي", language="ar"))

    def ask(text: str) -> list[int]:
        inquiry = stacks.inquire(text)
        inquiry.count()
        return [hit.code for order in ("relevance", "newest") for hit in inquiry.page(order, 5).hits]  # type: ignore[arg-type]

    return ask


TYPED = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(
            ["ferry", "-", '"', "late", "*", "crane", "东京", "a:b", "(", "~2", "\\", "OR", "^9", "covid-"]
        ),
        max_size=12,
    ).map(" ".join),
    st.text(alphabet=string.punctuation + " a", max_size=60),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
def test_any_text_is_answered(shelf: Callable[[str], list[int]], text: str) -> None:
    assert set(shelf(text)) <= {1, 2, 3, 9, 10}
