"""What readers write as HTML: it stays text, and its links say where they lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import html

import strikes
from dateline.press.discussion import text

REL = "nofollow ugc noopener"


def links(written: str) -> list[tuple[str, str]]:
    """The addresses in a text and how they are shown."""
    tree = html.fragment_fromstring(text.render(written), create_parent=True)
    assert all(one.get("rel") == REL for one in tree.iter("a"))
    return [(one.get("href"), one.text_content()) for one in tree.iter("a")]


def test_empty_lines_part_paragraphs_and_others_lines() -> None:
    written = "The first was late.\r\nThe second too.\n \n\nThe third came."
    assert text.render(written) == (
        '<p dir="auto">The first was late.<br>The second too.</p><p dir="auto">The third came.</p>'
    )


def test_ten_thousand_empty_lines_are_one_parting() -> None:
    assert text.render("Late." + "\n" * 10_000 + "Later.") == '<p dir="auto">Late.</p><p dir="auto">Later.</p>'


def test_nothing_is_nothing() -> None:
    assert text.render(" \n\t\u0000 ") == ""


def test_an_address_is_a_link_that_is_not_recommended_and_is_shown_short() -> None:
    long = "https://boats.example/a/very/long/way/to/the/timetable/of/the/winter?day=1"
    assert links(f"See {long} for it.") == [(long, "boats.example/a/very/long/way/to/the/timeta…")]
    assert links("http://boats.example/") == [("http://boats.example/", "boats.example")]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("(see https://boats.example/a)", "https://boats.example/a"),
        ("https://boats.example/a_(b)", "https://boats.example/a_(b)"),
        ("Was it https://boats.example/a?", "https://boats.example/a"),
        ("https://boats.example/a?b=1&c=<2>", "https://boats.example/a?b=1&c="),
        ('"https://boats.example/a"', "https://boats.example/a"),
        ("HTTPS://boats.example", "HTTPS://boats.example"),
    ],
)
def test_the_signs_of_a_sentence_do_not_belong_to_an_address(written: str, address: str) -> None:
    assert [found for found, _ in links(written)] == [address]


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "ftp://boats.example/",
        "https://bank.example@elsewhere.example/",
        "http://[::1",
        "https://",
        "https://...",
        "mailto:maria@boats.example",
    ],
)
def test_what_leads_nowhere_or_elsewhere_than_it_says_is_no_link(written: str) -> None:
    assert links(written) == []


def test_signs_that_turn_letters_around_cannot_turn_an_address() -> None:
    (address, shown) = links("\u202ehttps://boats.example/\u202eabc")[0]
    assert (address, shown) == ("https://boats.example/", "boats.example")
    assert '<bdi dir="ltr">boats.example</bdi>' in text.render("\u202ehttps://boats.example/")


def test_a_name_is_one_line_of_text() -> None:
    assert text.line(" Maria\n\u0000 <b>Brandt</b> ") == "Maria &lt;b&gt;Brandt&lt;/b&gt;"


@pytest.mark.parametrize("struck", strikes.OWN)
def test_no_attack_becomes_more_than_text(struck: str) -> None:
    tree = html.fragment_fromstring(text.render(struck) or "<p></p>", create_parent=True)
    assert {one.tag for one in tree.iter()} <= {"div", "p", "br", "a", "bdi"}


@given(some.text(max_size=200))
def test_whatever_is_written_the_markup_is_ours(written: str) -> None:
    tree = html.fragment_fromstring(text.render(written) or "<p></p>", create_parent=True)
    assert {one.tag for one in tree.iter()} <= {"div", "p", "br", "a", "bdi"}
    assert {name for one in tree.iter() for name in one.keys()} <= {"dir", "href", "rel"}  # noqa: SIM118


def test_an_address_without_an_end_is_soon_done_with() -> None:
    assert len(text.render("https://boats.example/" + ")" * 100_000)) > 100_000
