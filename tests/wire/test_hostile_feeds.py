"""Entries of feeds made to harm: a record or a reason in bounded time, whatever is long in them."""

from __future__ import annotations

import time

import pytest

from dateline.errors import CopyError
from dateline.wire import sources
from dateline.wire.sources import About

SECONDS = 20
LONG = 200_000
HIDDEN = "(\\"
EMPTY = " \n"

HEADLINE, TEXT = "<title>Ferry leaves late</title>", "<description>The ferry left an hour late.</description>"


def entry(inner: str) -> bytes:
    space = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<rss version="2.0" {space}><channel><title>Quay</title><item>{inner}</item></channel></rss>'.encode()


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(f"{HEADLINE}{TEXT}<author>{'x' * LONG} a@b.example {'y' * LONG}</author>", id="a huge author"),
        pytest.param(f"{HEADLINE}{TEXT}<dc:creator><![CDATA[{'x' * LONG}]]></dc:creator>", id="a huge creator"),
        pytest.param(f"{HEADLINE}{TEXT}<author>mailto:{'x' * LONG}</author>", id="a huge address"),
        pytest.param(f"{HEADLINE}{TEXT}<author>{'x@' * LONG}</author>", id="very many signs of addresses"),
        pytest.param(f"{HEADLINE}{TEXT}<pubDate>{'(' * LONG}</pubDate>", id="comments in a date that never end"),
        pytest.param(f"{HEADLINE}{TEXT}<pubDate>{HIDDEN * LONG}</pubDate>", id="and hide their ends"),
        pytest.param(f"<title>{'&lt;a&gt;' * (LONG // 4)}</title>{TEXT}", id="tags in a headline"),
        pytest.param(f"{HEADLINE}<description>{'&lt;a ' * LONG}</description>", id="tags that never end"),
        pytest.param(f"{HEADLINE}<description>b{' ' * LONG}...</description>", id="very much white space"),
        pytest.param(f"{HEADLINE}<description>b{EMPTY * LONG}</description>", id="very many empty lines"),
        pytest.param(
            HEADLINE + TEXT + "".join(f'<media:content url="/{i}.jpg" medium="image"/>' for i in range(20_000)),
            id="very many pictures",
        ),
        pytest.param(
            HEADLINE + TEXT + "".join(f'<enclosure url="/{i}.mp3" type="audio/mpeg"/>' for i in range(20_000)),
            id="very many recordings",
        ),
    ],
)
def test_a_bomb_in_an_entry_is_read_or_refused_in_time(inner: str) -> None:
    began = time.process_time()
    try:
        found = sources.named("feed").read(entry(inner), About()).headline
    except CopyError as error:
        found = str(error)
    assert found
    assert time.process_time() - began < SECONDS


def test_of_a_huge_author_the_beginning_is_kept_and_the_rest_of_the_entry_stands() -> None:
    author = "Ana Lopes, " + "Rui Costa, " * 400
    found = sources.named("feed").read(entry(f"{HEADLINE}<author>{author}</author>{TEXT}"), About())
    assert found.authors[:1] == ("Ana Lopes",)
    assert found.plain_body() == "The ferry left an hour late."
