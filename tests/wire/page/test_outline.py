"""A page as chunks in boxes."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from dateline.wire.page.outline import BY, outline


def texts(markup: str) -> list[str]:
    return [chunk.text for chunk in outline(document_fromstring(markup)).chunks if chunk.text]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>one</p>two<p>three", ["one", "two", "three"]),
        ("<div>one <b>and</b> two</div>", ["one and two"]),
        ("<div>one<br>two<br><br>three</div>", ["one two", "three"]),
        ("<div>one<br> <br/> <br>two</div>", ["one", "two"]),
        ("<span><p>one</p><p>two</p></span>", ["one", "two"]),
        ("<div>one<script>two()</script> three<style>b{}</style></div>", ["one three"]),
        ("<div>one<my-box>two</my-box>three</div>", ["one", "two", "three"]),
        ("<div>one <org>Two</org> three</div>", ["one Two three"]),
        ("<p>one<img src=x.gif> and two</p>", ["one and two"]),
        ("<select><option>no</select><button>no</button><textarea>no</textarea>yes", ["yes"]),
    ],
)
def test_text_is_cut_where_readers_see_it_end(markup: str, lines: list[str]):
    assert texts(f"<body>{markup}</body>") == lines


def test_boxes_cover_the_chunks_inside_them():
    found = outline(document_fromstring("<body><div id=a><p>1</p><p>2</p></div><div id=b>3</div></body>"))
    spans = {box.names: (box.first, box.last) for box in found.boxes if box.names}
    assert spans == {"a": (0, 2), "b": (2, 3)}


def test_how_much_of_a_chunk_is_link_is_known():
    (chunk,) = outline(document_fromstring("<p>Read <a href=/x>the whole</a> story</p>")).chunks
    assert (chunk.size, chunk.linked) == (20, len("the whole"))


def test_an_anchor_without_address_is_no_link():
    (chunk,) = outline(document_fromstring("<p><a name=top>The whole story</a></p>")).chunks
    assert chunk.linked == 0


def test_a_link_left_open_over_a_whole_page_is_none():
    found = outline(document_fromstring("<body><a href=/x>" + "<p>A paragraph of the story.</p>" * 20 + "</a></body>"))
    assert not any(chunk.linked for chunk in found.chunks)


def test_text_that_the_page_names_an_authors_is_marked():
    (chunk,) = outline(document_fromstring("<p>By <span class=author-name>Ann Other</span></p>")).chunks
    assert [text for text, marks in chunk.pieces if BY in marks] == ["Ann Other"]
