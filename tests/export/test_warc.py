"""The site as a web archive that other programs replay."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from builders import site, story
from dateline.export import warc
from papers import FORMER, Paper

HOME = site().url


@pytest.fixture(scope="module")
def file(courier: Paper, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("warc") / warc.FILE
    with courier.open() as pages, path.open("wb") as out:
        warc.write(out, pages, courier.media, lambda _: None)
    return path


def records(file: Path) -> Iterator[tuple[Any, bytes]]:
    with file.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            yield record, record.content_stream().read()


@pytest.fixture(scope="module")
def answers(file: Path) -> dict[str, tuple[str, str, bytes]]:
    """By address: the status, where it leads, the text."""
    found = {}
    for record, text in records(file):
        if record.rec_type == "response":
            address = record.rec_headers["WARC-Target-URI"]
            assert address not in found
            found[address] = record.http_headers.get_statuscode(), record.http_headers["location"] or "", text
    return found


def test_it_says_what_it_is(file: Path) -> None:
    record, text = next(records(file))
    assert record.rec_type == "warcinfo"
    assert record.rec_headers.protocol == "WARC/1.1"
    assert b"software: dateline/" in text


def test_every_record_can_be_read_alone(file: Path) -> None:
    """Replay seeks to a record: so each is a gzip member of its own."""
    with file.open("rb") as stream:
        iterator = ArchiveIterator(stream)
        places = [(iterator.get_record_offset(), iterator.get_record_length()) for _ in iterator]
    data = file.read_bytes()
    for at, length in places[:: len(places) // 20]:
        assert gzip.decompress(data[at : at + length]).startswith(b"WARC/1.1\r\n")


def test_it_holds_what_readers_get_under_the_addresses_that_they_ask_for(
    answers: dict[str, tuple[str, str, bytes]], courier: Paper
) -> None:
    with courier.open() as pages:
        for path in ("/", "/harbour/", f"/news/91/{story(91).slug}", "/news/91.json", "/feed.xml"):
            assert answers[HOME + path] == ("200", "", pages.get(path).text)
    assert [address for address in answers if "?before=" in address]
    assert [address for address in answers if address.endswith(".webp")]
    assert [address for address in answers if address.endswith(".css")]


def test_old_addresses_lead_on_from_the_hosts_they_had(answers: dict[str, tuple[str, str, bytes]]) -> None:
    there = f"{HOME}/news/500/{story(500).slug}"
    assert answers[f"{HOME}/s/500"][:2] == ("301", there)
    assert answers[FORMER[0]][:2] == ("301", there)


def test_what_was_withdrawn_is_gone(answers: dict[str, tuple[str, str, bytes]]) -> None:
    status, _, text = answers[f"{HOME}/news/99"]
    assert status == "410"
    assert story(99).headline.encode() not in text
