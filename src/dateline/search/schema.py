"""What the index knows of a story. Pure.

code        the story's; 0 is the document that is no story but holds the position in the ledger
text_<l>    headline (twice, for it says what the story is about), standfirst, body, names; by language, as stems
head_<l>    headline and kicker alone
word_<l>    the words of text_<l> as they are written: for beginnings of words and mistyped ones
gist        what related stories are asked with: headline, standfirst, the beginning of the body; kept, not indexed
sketch      what near copies are told by; kept, not indexed
tongue      the language, as a number to compare
published   seconds of the Unix epoch, 0 if not known
order       newest first and then by code, in one number: the place of a story in a list by date
year        of publication, in UTC; 0 if not known
sample      one of 64 parts that stories fall into evenly, to estimate counts by
section, topic, person, source    as they are written
"""

from __future__ import annotations

import hashlib
from typing import Any

import tantivy

from dateline.search import languages
from dateline.search.fold import fold
from dateline.search.sketch import sketch
from dateline.story import Story, instant, paragraphs

FORMAT = 3
"""Raised when fields or tokenizers change; an index of another format is made again."""

GIST = 3000
"""Characters of the body that tell what a story is about, besides its headline and standfirst."""

CURSOR = 0

RAW = ("section", "topic", "person", "source")

SAMPLES = 64
"""Parts of the archive that counts are estimated from."""

# Seconds before the epoch that ``order`` can hold, and the bits of it that are left to the code.
_EARLIEST = 1 << 36
UNDATED = -_EARLIEST
_CODE_BITS = 26


def build() -> Any:
    """The schema."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("code", stored=True, indexed=True, fast=True)
    builder.add_unsigned_field("position", stored=True)
    builder.add_unsigned_field("format", stored=True)
    builder.add_integer_field("published", indexed=True, fast=True)
    builder.add_unsigned_field("order", fast=True)
    builder.add_unsigned_field("year", fast=True)
    builder.add_unsigned_field("sample", indexed=True)
    builder.add_unsigned_field("tongue", fast=True)
    for stem in languages.names():
        tokenizer = languages.tokenizer_name(stem)
        builder.add_text_field(text_field(stem), tokenizer_name=tokenizer)
        builder.add_text_field(head_field(stem), tokenizer_name=tokenizer, index_option="freq")
        if word_field(stem) != text_field(stem):
            builder.add_text_field(word_field(stem), tokenizer_name=languages.plain_name(stem), index_option="basic")
    builder.add_bytes_field("gist", stored=True)
    builder.add_bytes_field("sketch", stored=True)
    builder.add_text_field("language", stored=True, tokenizer_name="raw", index_option="basic")
    for name in RAW:
        kept = name in ("topic", "person")
        builder.add_text_field(name, stored=kept, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def text_field(stem: str) -> str:
    return f"text_{stem}"


def head_field(stem: str) -> str:
    return f"head_{stem}"


def word_field(stem: str) -> str:
    """Where the words of a language stand as they are written: for one without a stemmer, with its text."""
    return f"word_{stem}" if stem in languages.STEMMERS else text_field(stem)


def order(published: int, code: int) -> int:
    """The place of a story in a list by date: later is more, and of the same second the higher code."""
    return max(published + _EARLIEST, 0) << _CODE_BITS | code & ((1 << _CODE_BITS) - 1)


def published_of(order: int) -> int:
    """The seconds of the epoch that a place stands for."""
    return (order >> _CODE_BITS) - _EARLIEST


def sample_of(code: int) -> int:
    """The part of the archive that a story falls into, the same for every index."""
    return (code * 0x9E3779B97F4A7C15 >> 40) % SAMPLES


def tongue(language: str) -> int:
    """A number for a language: its forms, such as en-GB and en, have one."""
    return int.from_bytes(hashlib.blake2b(language.partition("-")[0].lower().encode(), digest_size=4).digest(), "big")


def document(story: Story, sketched: bytes | None = None) -> Any:
    """The document of a story; ``sketched`` is its sketch, if somebody has made it already."""
    stem = languages.stem_of(story.language)
    words = list(paragraphs(story))
    head = f"{story.headline}\n{story.kicker}"
    body = "\n".join([story.headline, story.standfirst, *words, *(b.name for b in story.bylines), story.place])
    when = instant(story.published)
    seconds = int(when.timestamp()) if when else 0
    text = fold(f"{head}\n{body}", story.language)
    found = tantivy.Document()
    found.add_unsigned("code", story.code)
    found.add_integer("published", seconds)
    found.add_unsigned("order", order(seconds if when else UNDATED, story.code))
    found.add_unsigned("year", when.year if when else 0)
    found.add_unsigned("sample", sample_of(story.code))
    found.add_unsigned("tongue", tongue(story.language))
    found.add_text("language", story.language)
    found.add_text(head_field(stem), fold(head, story.language))
    found.add_text(text_field(stem), text)
    if word_field(stem) != text_field(stem):
        found.add_text(word_field(stem), text)
    found.add_bytes("gist", gist(story, words).encode())
    found.add_bytes("sketch", sketch(story) if sketched is None else sketched)
    found.add_text("section", story.section)
    for topic in story.topics:
        found.add_text("topic", topic.slug)
    for byline in story.bylines:
        found.add_text("person", str(byline.person))
    for slug in dict.fromkeys(credit.slug for credit in story.source if credit.slug):
        found.add_text("source", slug)
    return found


def gist(story: Story, words: list[str]) -> str:
    """What a story is about, in its own words."""
    lines = (" ".join(line.split()) for line in (story.headline, story.headline, story.standfirst))
    return "\n".join([*lines, "\n".join(words)[:GIST]])


def body_of(gist: str) -> str:
    """The beginning of the body in a gist."""
    return gist.split("\n", 3)[-1]


def cursor(position: int) -> Any:
    """The document that says how far the index has followed the ledger."""
    found = tantivy.Document()
    found.add_unsigned("code", CURSOR)
    found.add_unsigned("position", position)
    found.add_unsigned("format", FORMAT)
    return found
