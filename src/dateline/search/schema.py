"""What the index knows of a story. Pure.

code        the story's; 0 is the document that is no story but holds the position in the ledger
text_<l>    headline (twice, for it says what the story is about), standfirst, body, names; by language
head_<l>    headline and kicker alone
gist        what related stories are asked with: headline, standfirst, the beginning of the body; kept, not indexed
tongue      the language, as a number to compare
published   seconds of the Unix epoch, 0 if not known
section, topic, person, source    as they are written
"""

from __future__ import annotations

import hashlib
from typing import Any

import tantivy

from dateline.search import languages
from dateline.search.fold import fold
from dateline.story import Story, instant, paragraphs

FORMAT = 2
"""Raised when fields or tokenizers change; an index of another format is made again."""

GIST = 3000
"""Characters of the body that tell what a story is about, besides its headline and standfirst."""

CURSOR = 0

RAW = ("section", "topic", "person", "source")


def build() -> Any:
    """The schema."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("code", stored=True, indexed=True, fast=True)
    builder.add_unsigned_field("position", stored=True)
    builder.add_unsigned_field("format", stored=True)
    builder.add_integer_field("published", indexed=True, fast=True)
    builder.add_unsigned_field("tongue", fast=True)
    for stem in languages.names():
        builder.add_text_field(text_field(stem), tokenizer_name=languages.tokenizer_name(stem))
        builder.add_text_field(head_field(stem), tokenizer_name=languages.tokenizer_name(stem))
    builder.add_bytes_field("gist", stored=True)
    builder.add_text_field("language", stored=True, tokenizer_name="raw", index_option="basic")
    for name in RAW:
        builder.add_text_field(name, stored=name in ("topic", "person"), tokenizer_name="raw", index_option="basic")
    return builder.build()


def text_field(stem: str) -> str:
    return f"text_{stem}"


def head_field(stem: str) -> str:
    return f"head_{stem}"


def tongue(language: str) -> int:
    """A number for a language: its forms, such as en-GB and en, have one."""
    return int.from_bytes(hashlib.blake2b(language.partition("-")[0].lower().encode(), digest_size=4).digest(), "big")


def document(story: Story) -> Any:
    """The document of a story."""
    stem = languages.stem_of(story.language)
    words = list(paragraphs(story))
    head = f"{story.headline}\n{story.kicker}"
    body = "\n".join([story.headline, story.standfirst, *words, *(b.name for b in story.bylines), story.place])
    when = instant(story.published)
    found = tantivy.Document()
    found.add_unsigned("code", story.code)
    found.add_integer("published", int(when.timestamp()) if when else 0)
    found.add_unsigned("tongue", tongue(story.language))
    found.add_text("language", story.language)
    found.add_text(head_field(stem), fold(head, story.language))
    found.add_text(text_field(stem), fold(f"{head}\n{body}", story.language))
    found.add_bytes("gist", gist(story, words).encode())
    found.add_text("section", story.section)
    for topic in story.topics:
        found.add_text("topic", topic.slug)
    for byline in story.bylines:
        found.add_text("person", str(byline.person))
    for credit in story.source:
        found.add_text("source", credit.slug)
    return found


def gist(story: Story, words: list[str]) -> str:
    """What a story is about, in its own words."""
    return "\n".join([story.headline, story.headline, story.standfirst, "\n".join(words)[:GIST]])


def cursor(position: int) -> Any:
    """The document that says how far the index has followed the ledger."""
    found = tantivy.Document()
    found.add_unsigned("code", CURSOR)
    found.add_unsigned("position", position)
    found.add_unsigned("format", FORMAT)
    return found
