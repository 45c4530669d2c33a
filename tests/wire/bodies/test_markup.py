"""HTML bodies made into blocks."""

from __future__ import annotations

import pytest

from dateline.story import Embed, Paragraph, Quote, Subhead
from dateline.wire.bodies.markup import blocks
from dateline.wire.record import FoundImage


def test_lines_of_a_table_that_is_never_closed_are_kept_apart() -> None:
    assert blocks("<p>Results</p><pre>Harbour 1\nQuay 2") == (
        Paragraph(html="Results"),
        Paragraph(html="Harbour 1<br>Quay 2"),
    )


def test_a_frame_a_player_and_a_quoted_post_become_links() -> None:
    post = '<blockquote class="twitter-tweet"><p>Words</p><a href="https://social.example/1?ref=x">day</a></blockquote>'
    found = blocks(
        f'<iframe src="https://www.youtube.com/embed/abcdefghijk?x=1"></iframe>{post}'
        '<video><source src="/film.mp4"></video><p>https://social.example/2?a=1&amp;b=2</p>',
        "https://gazette.example/",
    )
    assert found == (
        Embed(url="https://www.youtube.com/watch?v=abcdefghijk"),
        Embed(url="https://social.example/1", title="Words"),
        Embed(url="https://gazette.example/film.mp4"),
        Embed(url="https://social.example/2?a=1&b=2"),
    )


def test_nothing_is_left_out_for_what_it_looks_like() -> None:
    found = blocks('<h3>Last words</h3><img src="https://a.example/logo-of-the-club.jpg"><p>ok</p><h2>End</h2>')
    assert [type(one) for one in found] == [Subhead, FoundImage, Paragraph, Subhead]


def test_what_only_counts_readers_is_no_picture() -> None:
    assert blocks('<p>Text<img src="https://a.example/c.gif" width="1" height="1"></p>') == (Paragraph(html="Text"),)


def test_whoever_is_quoted_stands_below_the_quotation() -> None:
    (quote,) = blocks("<blockquote><p>It will hold.</p><cite>The mayor</cite></blockquote>")
    assert quote == Quote(html="It will hold.", attribution="The mayor")


@pytest.mark.parametrize("markup", ["<p onclick=x>a</p>", "<script>a</script><p>a</p>", "<p><style>b</style>a</p>"])
def test_what_runs_does_not_come_in(markup: str) -> None:
    assert blocks(markup) == (Paragraph(html="a"),)


def test_the_title_of_a_whole_page_that_stands_for_a_body_is_no_text_of_it() -> None:
    assert blocks("<html><head><title>Bridge</title></head><body><p>a</p></body></html>") == (Paragraph(html="a"),)


def test_links_that_run_are_none() -> None:
    assert blocks('<p><a href="javascript:x()">a</a></p>') == (Paragraph(html="a"),)


def test_a_picture_of_a_site_that_nobody_names_keeps_its_path() -> None:
    assert blocks('<img src="/content/a.jpg">') == (FoundImage(address="/content/a.jpg"),)
