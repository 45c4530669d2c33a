"""WordPress's notation made into HTML."""

from __future__ import annotations

import pytest

from dateline.wire.bodies import wordpress
from dateline.wire.bodies.markup import blocks
from dateline.wire.record import FoundImage, Record

PICTURES = {"7": "https://gazette.example/7.jpg", "8": "https://gazette.example/8.jpg"}


def text_of(content: str) -> str:
    html, _ = wordpress.to_html(content, PICTURES)
    return Record(headline="", body=blocks(html)).plain_body()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("One\n\nTwo\nthree", "One\nTwo\nthree"),
        ("He said it [sic] and [she] did [not]", "He said it [sic] and [she] did [not]"),
        ("Before [box color='red']inside[/box] after", "Before inside after"),
        ("A [[gallery]] is typed so", "A [gallery] is typed so"),
        ("See [1] and [2]", "See [1] and [2]"),
        ("<!-- wp:paragraph -->\n<p>Text</p>\n<!-- /wp:paragraph -->\n<!-- wp:rss /-->", "Text"),
        ("<!--more-->After the fold", "After the fold"),
    ],
)
def test_brackets_of_a_plugin_go_and_those_of_an_author_stay(content: str, text: str) -> None:
    assert text_of(content) == text


def test_a_shortcode_that_nobody_knows_is_named() -> None:
    assert wordpress.to_html("[contact-form][/contact-form] [timetable a='1']", {})[1] == ("contact-form", "timetable")


def test_a_gallery_shows_the_pictures_that_the_export_holds() -> None:
    html, unknown = wordpress.to_html('[gallery ids="7,9,8"]', PICTURES)
    assert unknown == ()
    assert [one.address for one in blocks(html) if isinstance(one, FoundImage)] == list(PICTURES.values())


def test_a_caption_goes_to_its_picture() -> None:
    content = (
        '[caption id="a" width="300"]<a href="x"><img src="https://a.example/b.jpg"></a> The <em>quay</em>[/caption]'
    )
    (image,) = blocks(wordpress.to_html(content, {})[0])
    assert isinstance(image, FoundImage)
    assert image.caption == "The quay"


@pytest.mark.parametrize("bomb", ["[caption]" * 20_000, "<!-- wp:a {" * 20_000, "[embed]x" * 20_000, "<pre>" * 20_000])
def test_notation_that_never_ends_is_read_in_time(bomb: str) -> None:
    assert isinstance(wordpress.to_html(bomb, {})[0], str)
