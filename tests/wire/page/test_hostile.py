"""Pages made to harm: always a record or a reason, in bounded time, and nothing of the page's markup goes further."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import CopyError
from dateline.story import Items, Paragraph, Quote
from dateline.wire.page import read
from dateline.wire.page.tree import DEEPEST, MOST_BYTES, MOST_TAGS
from dateline.wire.record import Record
from saved_pages import HEADLINE, PARAGRAPHS, article, json_ld, meta, page, paragraphs

SECONDS = 20
"""Far more than any of these take, far less than what a mistake would make them take."""

INLINE = re.compile(
    r"(?:[^<>]|<br>|</?(?:em|strong|sub|sup|code|s|q)>|</(?:a|span)>"
    r'|<a href="(?:https?://|mailto:)[^"<>\s]+">|<span(?: lang="[A-Za-z0-9-]+")?(?: dir="(?:ltr|rtl|auto)")?>)*'
)
"""All that inline HTML may be."""


def outcome(data: bytes) -> Record | CopyError:
    try:
        return read(data)
    except CopyError as reason:
        return reason


def inline_of(record: Record) -> list[str]:
    found: list[str] = []
    for block in record.body:
        if isinstance(block, Paragraph | Quote):
            found.append(block.html)
        elif isinstance(block, Items):
            found += block.items
    return found


def in_a_page(hostile: str, head: str = "") -> bytes:
    return page(f"<h1>{HEADLINE}</h1>{hostile}{paragraphs()}", head=head)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (bytes(range(256)) * 50, "binary"),
        (b"%PDF-1.7 and so on", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"\x1f\x8b\x08\x00", "binary"),
        (b"just some words and no markup at all, but many of them", "neither HTML"),
        (b'{"title": "a story", "text": "of another format"}', "neither HTML"),
        (b"<p>" * (MOST_BYTES // 3 + 1), "bytes"),
        (b"<html><p>" + b"x" * 9_000_000, "characters"),
        (b"<html>" + b"<p>" * MOST_TAGS, "tags"),
        (b"<html><body>" + b"<div>" * 100_000, "deeper"),
        (b"<html><body>" + b"<b>" * (DEEPEST + 1) + b"x", "deeper"),
        (b"<!DOCTYPE html>", "headline|nothing"),
    ],
)
def test_what_is_no_page_is_refused_with_a_plain_reason(data: bytes, reason: str):
    with pytest.raises(CopyError, match=reason):
        read(data)


def test_200_megabytes_are_refused_before_anything_is_read():
    data = b"<p>" * 70_000_000
    began = time.process_time()
    with pytest.raises(CopyError, match="bytes"):
        read(data)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(("<div>" * 590 + "</div>" * 590) * 60, id="boxes nested just so deep"),
        pytest.param("<div class='share related'>" * 560 + "<p>x y</p>" * 40_000, id="furniture in furniture"),
        pytest.param("<h1>" * 500 + "<p>x</p>" * 50_000, id="headings in headings"),
        pytest.param(f"<h1>{HEADLINE}</h1>" * 60_000, id="the headline again and again"),
        pytest.param("<p>The council met on Tuesday to decide.</p>" * 60_000, id="very many paragraphs"),
        pytest.param("<p><a href='/x'>The council met on Tuesday</a></p>" * 30_000, id="very many links"),
        pytest.param("<div " + " ".join(f"a{i}=1" for i in range(300_000)) + ">", id="very many attributes"),
        pytest.param("<div a='>' " + " ".join(f'a{i}=">"' for i in range(200_000)) + ">", id="attributes that hide"),
        pytest.param(f"<div class='{'share ' * 900_000}'>", id="a huge attribute"),
        pytest.param(
            "<figure class='caption'>" + "<img src='/a.jpg'>x" * 60_000 + "</figure>", id="very many pictures"
        ),
        pytest.param(f"<img srcset='{', '.join(f'/a{i}.jpg {i}w' for i in range(90_000))}'>", id="a huge source set"),
        pytest.param("<div itemscope>" + "<i itemprop='author'>" * 500 + "<b>x</b>" * 50_000, id="nested properties"),
        pytest.param("<p>" + "a<br>" * 70_000 + "</p>", id="very many line breaks"),
        pytest.param("<p>" + "a" + " " * 3_000_000 + "b</p>", id="very much white space"),
        pytest.param("<p>" + "x" * 4_000_000 + "</p>", id="a huge word"),
        pytest.param("<div>1 May 2020 1.5.2020 12:10 pm</div>" * 30_000, id="very many dates"),
        pytest.param("<ul>" + "<li><a href='/x'>Some title of a story</a></li>" * 30_000 + "</ul>", id="a huge list"),
        pytest.param("<table>" * 500 + "<tr><td>", id="tables in tables"),
        pytest.param("<div " * 40_000, id="tags that never end"),
        pytest.param("<" * 100_000 + "&" * 1_000_000, id="signs of markup"),
        pytest.param("<!--" + "<p>" * 30_000, id="a comment that never ends"),
        pytest.param("<a href='/x'>", id="a link that never ends"),
    ],
)
def test_a_bomb_of_markup_is_read_or_refused_in_time(hostile: str):
    began = time.process_time()
    outcome(in_a_page(hostile))
    assert time.process_time() - began < SECONDS


def test_a_literal_of_a_script_that_never_ends_is_looked_for_once():
    script = 'window.story = "' + 'a\\"' * 60_000
    page = f"<title>{HEADLINE}</title><body><h1>{HEADLINE}</h1><script>{script}</script></body>"
    began = time.process_time()
    with pytest.raises(CopyError, match="no body"):
        read(page.encode())
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("[" * 10_000 + "]" * 10_000, id="lists in lists"),
        pytest.param('{"name":' * 10_000 + "1" + "}" * 10_000, id="objects in objects"),
        pytest.param('{"@type":"NewsArticle","author":' + '{"name":' * 900 + '"x"' + "}" * 901, id="a nested name"),
        pytest.param('{"@type":"NewsArticle","headline":"' + '\\"' * 500_000, id="a string that never ends"),
        pytest.param(',"a":' * 200_000, id="commas"),
        pytest.param("}  " * 300_000 + "{", id="braces"),
        pytest.param('{"headline":' + "9" * 1_000_000 + "}", id="a huge number"),
        pytest.param('{"@type":"NewsArticle","@id":"#a","author":{"@id":"#a"}}', id="a circle"),
        pytest.param("null", id="nothing"),
    ],
)
def test_hostile_json_ld_stops_no_story(script: str):
    record = read(in_a_page("", head=f'<script type="application/ld+json">{script}</script>'))
    assert record.plain_body() == "\n".join(PARAGRAPHS)


def test_entities_that_define_one_another_are_not_expanded():
    entities = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(12))
    data = f'<!DOCTYPE html [<!ENTITY e0 "boom">{entities}]>'.encode() + in_a_page("<p>&e12;</p>")
    assert len(read(data).plain_body()) < 2000


ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='jAvAsCrIpT:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<span lang='\"><script>' dir='onload=x'>x</span>",
    "</p><p onclick=alert(1)>x",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_script_in_every_field_stays_text(attack: str):
    head = json_ld(
        headline=HEADLINE + attack, author={"name": attack}, description=attack, articleSection=attack,
        keywords=[attack], image=attack, url=attack, inLanguage=attack, datePublished=attack,
        publisher={"name": attack}, identifier=attack,
    ) + meta(og__url=attack.replace('"', "&quot;"), article__author=attack.replace('"', "&quot;"))  # fmt: skip
    body = f"<p>{PARAGRAPHS[0]} {attack}</p>" + paragraphs(*PARAGRAPHS[1:])
    record = read(page(article(above=f"<p class='standfirst'>{attack}</p>", body=body), head=head))
    for inline in inline_of(record):
        assert INLINE.fullmatch(inline), inline
    for address in (record.url, *record.addresses, record.image.address if record.image else ""):
        assert not address or address.startswith(("http://", "https://"))
        assert not set("<>\"' ") & set(address)


@given(st.binary(max_size=3000))
def test_any_bytes_give_a_record_or_a_reason(data: bytes):
    outcome(data)
    outcome(b"<html><title>a b c</title><p>" + data)


_TAGS = [
    "div",
    "p",
    "b",
    "i",
    "a",
    "span",
    "h1",
    "h2",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "blockquote",
    "br",
    "img",
    "article",
    "section",
    "form",
    "script",
    "figure",
    "time",
]
_ATTRIBUTES = [
    "class",
    "id",
    "href",
    "src",
    "lang",
    "dir",
    "itemprop",
    "itemscope",
    "itemtype",
    "content",
    "style",
    "datetime",
]
_TEXTS = st.sampled_from(
    (*PARAGRAPHS, *ATTACKS, "Comments", "5 May 2020", "By Ann Other", "Read more", "\x00\ufffe", "&#0;")
)
_ATTRIBUTE = st.tuples(
    st.sampled_from(_ATTRIBUTES), st.sampled_from(("author", "share", "articleBody", "x", "//[", "'", ">"))
)


@st.composite
def markup(draw: st.DrawFn) -> str:
    """Markup that opens, closes and says things in any order."""
    parts: list[str] = []
    for _ in range(draw(st.integers(0, 40))):
        tag = draw(st.sampled_from(_TAGS))
        name, value = draw(_ATTRIBUTE)
        parts.append(draw(st.sampled_from((f'<{tag} {name}="{value}">', f"<{tag}>", f"</{tag}>", f"<{tag}"))))
        parts.append(draw(_TEXTS))
    return "".join(parts)


@settings(max_examples=150)
@given(markup())
def test_inline_html_is_clean_whatever_the_page(text: str):
    found = outcome(page(f"<h1>{HEADLINE}</h1>{text}{paragraphs()}"))
    if isinstance(found, Record):
        assert found.headline
        assert found.body
        for inline in inline_of(found):
            assert INLINE.fullmatch(inline), inline
            opened = re.findall(r"<(\w+)", inline.replace("<br>", ""))
            assert sorted(opened) == sorted(re.findall(r"</(\w+)", inline)), inline
