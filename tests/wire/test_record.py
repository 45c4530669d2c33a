"""The plain words of a record."""

from __future__ import annotations

from dateline.story import Embed, Items, Paragraph, Quote, Subhead
from dateline.wire.record import FoundImage, Record

BODY = (
    Paragraph(html="The <strong>old</strong> bridge<br>is closed."),
    Subhead(text="Why"),
    FoundImage(address="https://courier.example/b.jpg", caption="Not text of the story."),
    Quote(html="It is old.", attribution="The harbour master"),
    Items(items=("six <em>boats</em>", "two<br>crews")),
    Embed(url="https://video.example/1", title="Not text either"),
)


def test_plain_body_is_a_line_a_paragraph_without_captions_and_embeds():
    record = Record(headline="The bridge", body=BODY)
    lines = ["The old bridge", "is closed.", "Why", "It is old.", "The harbour master", "six boats", "two crews"]
    assert record.plain_body().split("\n") == lines


def test_a_standfirst_counts_as_text_only_if_readers_see_it():
    told = Record(headline="The bridge", body=BODY[1:2], standfirst="No way across.")
    shown = Record(headline="The bridge", body=BODY[1:2], standfirst="No way across.", shown=True)
    assert told.plain_body() == "Why"
    assert shown.plain_body() == "No way across.\nWhy"
