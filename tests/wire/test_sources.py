"""Every source: recorded input gives what is recorded beside it, and no input whatever breaks a reader."""

from __future__ import annotations

import contextlib
import io
import json
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import recording
import saved_pages
from dateline.errors import CopyError
from dateline.wire import sources
from dateline.wire.record import Record
from dateline.wire.sources import About, Source

EXPORTS = [source for source in sources.SOURCES if source.name in {path.parent.name for path in recording.inputs()}]


@pytest.mark.parametrize("path", recording.inputs(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_recorded_input_is_told_by_its_content_and_read_as_recorded(path: Path) -> None:
    assert recording.told(path) == json.loads(recording.expected(path).read_text(encoding="utf-8"))
    assert json.loads(recording.expected(path).read_text(encoding="utf-8"))["source"] == path.parent.name


def test_every_export_has_recorded_input() -> None:
    others = {"dateline", "html", "text"}  # with tests of their own
    assert {source.name for source in sources.SOURCES} - others == {path.parent.name for path in recording.inputs()}


def test_a_feed_that_names_no_source_is_told_from_a_page_that_shows_one() -> None:
    page = b"<!DOCTYPE html><html><head><title>How feeds work</title></head><body><pre>&lt;rss&gt;</pre><rss></rss>"
    assert name_of(page) == "html"
    assert name_of(b"<?xml version='1.0'?><!-- <html> --><rss version='2.0'><channel>") == "feed"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "iso-8859-1", "windows-1252", "utf-16", "utf-32", "cp037"])
def test_an_export_is_read_in_the_charset_it_was_written_in(charset: str) -> None:
    item = "<item><title>Die Brücke</title><description>Sie bleibt größtenteils geschlossen.</description></item>"
    text = f'<?xml version="1.0" encoding="{charset}"?><rss version="2.0"><channel>{item}</channel></rss>'
    (record,) = stories(text.encode(charset))
    assert (record.headline, record.plain_body()) == ("Die Brücke", "Sie bleibt größtenteils geschlossen.")


def test_bytes_of_another_charset_in_one_story_harm_no_other() -> None:
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><item><title>' + "Größe" * 20 + "</title>"
    items = (
        b"<description>caf\xe9</description></item><item><title>b</title><description>t\xc3\xa9</description></item>"
    )
    first, second = stories(head.encode() + items + b"</channel></rss>")
    assert (first.headline, first.plain_body(), second.plain_body()) == ("Größe" * 20, "caf\ufffd", "té")


BOMB = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("start", [BOMB, OUTSIDE])
@pytest.mark.parametrize(
    "document",
    [
        b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>&b;&a;</title></item></channel></rss>',
        b"<rss><channel><item><title>&b;&a;</title></item></channel></rss>",
        b"<nitf><body><body.head><hedline><hl1>&b;&a;</hl1></hedline></body.head></body></nitf>",
        b"<NewsML><NewsItem><HeadLine>&b;&a;</HeadLine></NewsItem></NewsML>",
        b"<newsItem><contentMeta><headline>&b;&a;</headline></contentMeta></newsItem>",
    ],
)
def test_what_declares_entities_is_refused_unread(start: bytes, document: bytes) -> None:
    assert "declares entities" in refusal(start + document)


def test_a_document_type_in_the_middle_of_a_story_is_refused() -> None:
    document = b'<nitf><head/><!DOCTYPE x [<!ENTITY a "b">]><body><body.content><p>&a;</p></body.content></body></nitf>'
    assert "declares" in refusal(document)


@pytest.mark.parametrize("deep", [b"[" * 100_000, b'{"a":' * 100_000, b'[{"uri":' + b"[" * 100_000])
def test_json_that_only_nests_is_refused(deep: bytes) -> None:
    assert refusal(deep)


@pytest.mark.parametrize("name", [source.name for source in EXPORTS])
def test_what_is_not_of_its_kind_gives_a_reason(name: str) -> None:
    source = sources.named(name)
    for data in (
        b"",
        b"\x00" * 50,
        b"null",
        b"[]",
        b"{}",
        b"<a/>",
        b"<a",
        b'"text"',
        b"\xff\xfe",
        b"---\n",
        b";;;\n;;",
    ):
        with pytest.raises(CopyError):
            source.read(data, About())


@pytest.mark.parametrize("year", ["0000", "0001", "9999"])
def test_a_year_that_no_newspaper_saw_is_none(year: str) -> None:
    item = f"<item><title>a</title><description>b</description><pubDate>{year}-01-01T00:00:00Z</pubDate></item>"
    (record,) = stories(f"<rss><channel>{item}</channel></rss>".encode())
    assert record.published == ""


def test_pieces_of_a_large_export_are_cut_in_bounded_memory() -> None:
    """A thousand times the head of a feed is less than what a reader may hold; the file is never read whole."""
    item = b"<item><title>a</title><description>" + b"x" * 2000 + b"</description></item>"
    file = Endless(b"<rss><channel>", item, times=5000)
    count = sum(1 for _ in sources.named("feed").split(file))  # type: ignore[arg-type]
    assert count == 5000
    assert file.most_asked <= 1 << 18


class Endless:
    """A file of so many items, made as it is read."""

    def __init__(self, start: bytes, item: bytes, times: int) -> None:
        self.rest, self.item, self.times = start, item, times
        self.most_asked = 0

    def read(self, most: int = -1) -> bytes:
        assert most > 0, "it was asked for whole"
        self.most_asked = max(self.most_asked, most)
        while len(self.rest) < most and self.times:
            self.rest += self.item
            self.times -= 1
        found, self.rest = self.rest[:most], self.rest[most:]
        return found


BROKE = [
    (
        "feed",
        b"<rss><channel><item><title>&#999999999999999;</title><description>b</description></item></channel></rss>",
    ),
    ("feed", b"<rss><channel><item><title>&#x110000;</title><description>b</description></item></channel></rss>"),
    ("feed", b"<rss><channel><item><title>a</title><description>b</description></textinput></item></channel></rss>"),
    ("wxr", b"<rss><channel><link>http://[</link><item><title>a</title><post_id>1</post_id></item></channel></rss>"),
    ("ghost", b'{"post": {"title": "a", "html": "<p>One.</p>", "slug": "half-\\ud800"}}'),
    ("ghost", b'{"post": {"title": "a", "html": "<img src=\'/x//[y\'>", "feature_image": "//["}, "meta": "x"}'),
    ("csv", b'\r"a;b'),
]


@pytest.mark.parametrize(("name", "piece"), BROKE)
def test_copy_that_once_broke_a_reader_does_so_no_more(name: str, piece: bytes) -> None:
    source = sources.named(name)
    for found in (lambda: source.read(piece, About()), lambda: list(source.split(io.BytesIO(piece)))):
        with contextlib.suppress(CopyError):
            assert found()


def test_very_many_blanks_in_a_message_are_read_once() -> None:
    (path,) = (path for path in recording.inputs() if path.name == "anpa.txt")
    line = b"stays closed.\r\n"
    message = path.read_bytes().replace(line, line + b"\t \t" * 60_000 + b"\r\n")
    assert len(message) > 180_000
    began = time.process_time()
    assert sources.named("agency-text").read(message, About()).headline
    assert time.process_time() - began < 1


@pytest.mark.parametrize("bomb", ["<dc:creator>", "<category ", '<category nicename="a', "[gallery ids='1,"])
def test_very_many_marks_in_an_item_that_are_never_closed_are_looked_at_once(bomb: str) -> None:
    item = f"<item><title>Ferry leaves late</title>{bomb * 20_000}<content>It left.</content></item>"
    export = f'<rss version="2.0"><channel><link>http://courier.example</link>{item}</channel></rss>'.encode()
    began = time.process_time()
    with contextlib.suppress(CopyError):
        assert list(sources.named("wxr").split(io.BytesIO(export)))
    assert time.process_time() - began < 2


def name_of(head: bytes) -> str:
    source = sources.tell(head, "")
    return source.name if source else ""


def stories(data: bytes) -> list[Record]:
    source = sources.tell(data[: sources.HEAD], "")
    assert source is not None
    return [source.read(piece, About()) for piece in source.split(io.BytesIO(data))]


def refusal(data: bytes) -> str:
    with pytest.raises(CopyError) as error:
        stories(data)
    return str(error.value)


@cache
def pieces_of(name: str) -> list[bytes]:
    """The recorded pieces of a source."""
    found: list[bytes] = []
    for path in recording.inputs():
        if path.parent.name == name:
            with contextlib.suppress(CopyError):
                found.extend(sources.named(name).split(io.BytesIO(path.read_bytes())))
    return found


@st.composite
def spoiled(draw: st.DrawFn, pieces: list[bytes]) -> bytes:
    """A recorded piece with some of its bytes taken out, put in twice, or replaced."""
    data = bytearray(draw(st.sampled_from(pieces)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        data[start:end] = draw(st.one_of(st.binary(max_size=12), st.just(bytes(data[start:end]) * 2), st.just(b"")))
    return bytes(data)


@pytest.mark.parametrize("source", EXPORTS, ids=lambda source: source.name)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_spoiled_copy_is_read_or_refused_and_never_breaks_the_reader(source: Source, data: st.DataObject) -> None:
    piece = data.draw(spoiled(pieces_of(source.name) or [b"{}"]))
    for found in (lambda: [source.read(piece, About())], lambda: list(source.split(io.BytesIO(piece)))):
        with contextlib.suppress(CopyError):
            assert all(one is not None for one in found())


def test_a_page_that_an_export_named_a_draft_is_held() -> None:
    html = sources.named("html")
    page = saved_pages.page()
    assert html.read(page, About("draft_The-bridge-5b1.html")).state == "draft"
    assert html.read(page, About("2018-08-11_The-bridge-5b1.html")).state == "out"
