from datetime import UTC, datetime, timedelta

import pytest

from dateline.site.demo.markup import blocks, inline
from dateline.site.demo.times import age, dated
from dateline.story import Block, Figure, Items, Paragraph, Picture, Quote, Subhead

TUESDAY = datetime(2026, 5, 12, 9, tzinfo=UTC)


def picture(key: str, alt: str, caption: str, credit: str) -> Picture:
    return Picture(key=key, alt=alt, width=3, height=2, widths=(), caption=caption, credit=credit)


def body(text: str) -> tuple[Block, ...]:
    return blocks(text, picture)


def test_a_body_is_read_block_by_block() -> None:
    assert body("One line\nand the next.\n\n## A subhead\n\nMore.") == (
        Paragraph(html="One line and the next."),
        Subhead(text="A subhead"),
        Paragraph(html="More."),
    )


def test_a_quote_keeps_who_said_it() -> None:
    quote = body("> We count the boats,\n> all of them.\n> -- Ada Holt, harbour master")
    assert quote == (Quote(html="We count the boats, all of them.", attribution="Ada Holt, harbour master"),)


def test_lists_are_plain_or_numbered() -> None:
    assert body("- tea\n- bread") == (Items(items=("tea", "bread")),)
    assert body("1. first\n2. second") == (Items(items=("first", "second"), ordered=True),)


def test_a_paragraph_that_opens_with_a_figure_is_no_list() -> None:
    assert body("1931 was a dry year.") == (Paragraph(html="1931 was a dry year."),)


def test_a_picture_in_the_body_has_its_alt_caption_and_credit() -> None:
    (figure,) = body("![quay](A quay | The quay. | Drawn by hand)")
    assert figure == Figure(picture=picture("quay", "A quay", "The quay.", "Drawn by hand"))


def test_markup_characters_of_html_are_words_here() -> None:
    assert inline("salt < 3 & <b>not bold</b>") == "salt &lt; 3 &amp; &lt;b&gt;not bold&lt;/b&gt;"


def test_links_and_emphasis_become_inline_html() -> None:
    assert inline("the *Two Sisters*, [see here](/topic/port)") == (
        'the <em>Two Sisters</em>, <a href="/topic/port">see here</a>'
    )


def test_an_address_cannot_leave_its_quotes() -> None:
    assert inline('[x](/a"onclick="b)') == '<a href="/a%22onclick=%22b">x</a>'


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("45m", timedelta(minutes=45)),
        ("3h20m", timedelta(hours=3, minutes=20)),
        ("12d4h", timedelta(days=12, hours=4)),
        ("-3h", timedelta(hours=-3)),
    ],
)
def test_ages_are_read_as_written(text: str, length: timedelta) -> None:
    assert age(text) == length


@pytest.mark.parametrize("text", ["", "-", "3", "3h 20m", "20m3h", "soon"])
def test_anything_else_is_no_age(text: str) -> None:
    with pytest.raises(ValueError, match="not an age"):
        age(text)


def test_weekdays_follow_the_day_of_publication() -> None:
    assert dated("On {day}, not {day-2}; again {day+6}.", TUESDAY, "en") == "On Tuesday, not Sunday; again Monday."
    assert dated("{date+24}", TUESDAY, "en") == "5 June"


def test_weekdays_are_named_in_the_language_of_the_story() -> None:
    assert dated("{day}", TUESDAY, "ar") == "الثلاثاء"
    assert dated("{day}", TUESDAY, "fa") == "سه\u200cشنبه"
