"""Compressed fragments: joined without compressing, read by every reader of gzip."""

from __future__ import annotations

import gzip
import io
import shutil
import subprocess
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.press import fragment

texts = some.binary(max_size=400) | some.text(max_size=200).map(str.encode) | some.just(b"<li>Ferry</li>\n" * 600)
fragments = texts.map(fragment.press) | texts.map(fragment.store)


def present(parts: list[bytes]) -> list[bytes]:
    return [part for part in parts if part]


@given(some.lists(fragments, max_size=12))
def test_any_fragments_joined_are_the_gzip_stream_of_their_texts(parts: list[bytes]) -> None:
    whole = b"".join(fragment.text_of(part) for part in parts)
    body, length, _ = fragment.join(present(parts))
    assert length == len(whole)
    assert gzip.decompress(body) == whole
    assert gzip.GzipFile(fileobj=io.BytesIO(body)).read() == whole
    assert zlib.decompress(body, 16 + zlib.MAX_WBITS) == whole


@given(some.lists(fragments, min_size=1, max_size=8), some.integers(1, 7))
def test_a_reader_that_takes_a_few_bytes_at_a_time_reads_it_to_its_end(parts: list[bytes], step: int) -> None:
    whole = b"".join(fragment.text_of(part) for part in parts)
    body, _, _ = fragment.join(present(parts))
    reader = zlib.decompressobj(32 + zlib.MAX_WBITS)
    read = b"".join(reader.decompress(body[at : at + step]) for at in range(0, len(body), step))
    assert read == whole
    assert reader.eof
    assert reader.unused_data == b""


@pytest.mark.skipif(not shutil.which("gzip"), reason="there is no gzip program")
def test_the_gzip_program_finds_nothing_wrong() -> None:
    parts = [fragment.press(b"Ferry " * 5000), fragment.store(b"864"), fragment.press("späte Fähre".encode())]
    body, _, _ = fragment.join(parts)
    read = subprocess.run(["gzip", "-dc"], input=body, capture_output=True, check=True)
    assert read.stdout == b"Ferry " * 5000 + b"864" + "späte Fähre".encode()
    assert read.stderr == b""


@given(texts)
def test_a_fragment_gives_its_text_back(text: bytes) -> None:
    assert fragment.text_of(fragment.press(text)) == text
    assert fragment.text_of(fragment.store(text)) == text


def test_a_text_too_long_for_one_stored_block_is_stored_in_several() -> None:
    text = bytes(range(256)) * 700
    assert fragment.text_of(fragment.store(text)) == text


def test_the_empty_text_is_the_empty_fragment() -> None:
    assert fragment.press(b"") == fragment.store(b"") == b""
    assert fragment.text_of(b"") == b""
    assert fragment.merge([]) == fragment.merge([b"", b""]) == b""


@given(some.lists(fragments, max_size=8))
def test_merged_fragments_are_one_fragment_of_the_whole(parts: list[bytes]) -> None:
    whole = b"".join(fragment.text_of(part) for part in parts)
    merged = fragment.merge(parts)
    assert fragment.text_of(merged) == whole
    assert gzip.decompress(fragment.join(present([merged, fragment.press(b"more")]))[0]) == whole + b"more"


def test_one_fragment_merged_is_itself() -> None:
    one = fragment.press(b"Ferry leaves late")
    assert fragment.merge([b"", one]) == one


# --- marks ---


def mark(*words: str) -> int:
    return fragment.join([fragment.press(word.encode()) for word in words])[2]


def test_the_mark_depends_on_the_texts_and_on_nothing_else() -> None:
    assert mark("a", "b") == mark("a", "b")
    assert fragment.join([fragment.store(b"a")])[2] == mark("a")


def test_the_mark_tells_texts_and_their_order_apart() -> None:
    marks = {mark(*words) for words in (("a", "b"), ("b", "a"), ("a",), ("b",), ("a", "a"), ("a", "b", "a"), ("ab",))}
    assert len(marks) == 7
    assert all(0 < one < 1 << 64 for one in marks)


@given(some.lists(some.sampled_from("abcd"), min_size=1, max_size=6), some.lists(some.sampled_from("abcd"), min_size=1))
def test_two_pages_have_one_mark_only_if_they_are_one(one: list[str], other: list[str]) -> None:
    assert (mark(*one) == mark(*other)) == (one == other)


# --- damage ---


def read_or_refused(damaged: bytes) -> bytes:
    try:
        return fragment.text_of(damaged)
    except ValueError as error:
        return b"damaged" if "a fragment is damaged" in str(error) else str(error).encode()


@given(some.binary(min_size=1, max_size=200), some.data())
def test_damage_is_noticed_when_the_text_is_read(text: bytes, data: some.DataObject) -> None:
    damaged = bytearray(fragment.press(text))
    place = data.draw(some.integers(8, len(damaged) - 1))
    damaged[place] ^= data.draw(some.integers(1, 255))
    # A bit of the deflate stream may mean nothing.
    assert read_or_refused(bytes(damaged)) in (text, b"damaged")


@pytest.mark.parametrize("cut", [1, 8, 15, 16, 20])
def test_half_a_fragment_is_noticed(cut: int) -> None:
    with pytest.raises(ValueError, match="damaged"):
        fragment.text_of(fragment.press(b"Ferry leaves late, day 864")[:cut])
