"""What the index knows of a story, and how its words are cut. Pure."""

from __future__ import annotations

from typing import Any

import tantivy

from dateline.story import Story, instant, paragraphs

FORMAT = 1
"""Raised when fields or tokenizers change; an index of another format is made again."""

GIST = 1000
"""Characters of the body that tell what a story is about, besides its headline and standfirst."""

CURSOR = 0
"""The code of the document that is no story: it holds the position in the ledger, in the same commit."""


def build() -> Any:
    """The schema."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("code", stored=True, indexed=True, fast=True)
    builder.add_unsigned_field("position", stored=True)
    builder.add_unsigned_field("format", stored=True)
    builder.add_integer_field("published", indexed=True, fast=True)
    builder.add_text_field("headline")
    builder.add_text_field("body")
    builder.add_text_field("gist", stored=True)
    for name in ("section", "language", "topic", "person", "source"):
        builder.add_text_field(
            name, stored=name in ("language", "topic", "person"), tokenizer_name="raw", index_option="basic"
        )
    return builder.build()


def document(story: Story) -> Any:
    """The document of a story."""
    words = list(paragraphs(story))
    found = tantivy.Document()
    found.add_unsigned("code", story.code)
    when = instant(story.published)
    found.add_integer("published", int(when.timestamp()) if when else 0)
    found.add_text("headline", story.headline)
    found.add_text("body", "\n".join([story.kicker, story.standfirst, *words, *(b.name for b in story.bylines)]))
    found.add_text("gist", "\n".join([story.headline, story.standfirst, " ".join(words)[:GIST]]))
    found.add_text("section", story.section)
    found.add_text("language", story.language.partition("-")[0])
    for topic in story.topics:
        found.add_text("topic", topic.slug)
    for byline in story.bylines:
        found.add_text("person", str(byline.person))
    for credit in story.source:
        found.add_text("source", credit.slug)
    return found


def cursor(position: int) -> Any:
    """The document that says how far the index has followed the ledger."""
    found = tantivy.Document()
    found.add_unsigned("code", CURSOR)
    found.add_unsigned("position", position)
    found.add_unsigned("format", FORMAT)
    return found
