from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import newsroom
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from attacks import CONTROL, assert_harmless
from dateline import story
from dateline.desk import snapshot
from dateline.desk.blocks import PlacedPicture, stream_of
from dateline.desk.models import (
    Ban,
    Byline,
    FormerAddress,
    NewsImage,
    Pin,
    Section,
    Story,
    StoryCorrection,
    StoryCredit,
    StoryTopic,
)
from dateline.desk.pictures import take_picture
from dateline.ledger import canonical


def rebuilt(row: Story) -> story.Story:
    """The public story after a trip through its JSON, which is all that readers' pages have."""
    return story.from_dict(story.Story, story.as_dict(snapshot.of(Story.objects.get(pk=row.pk))))


def test_every_row_of_the_story_page_is_in_it() -> None:
    ana, press, bridges = newsroom.person(), newsroom.source(), newsroom.topic()
    picture = take_picture(newsroom.jpeg(), alt="A tram", caption="At noon", credit="Ana Lopes")
    other = newsroom.story("Another")
    row = newsroom.story(
        kicker="Transport",
        standfirst="The first\n tram crossed.",
        place="Faro",
        genre="analysis",
        urgency=3,
        comments="closed",
        published_at=datetime(2026, 5, 21, 8, 30, tzinfo=UTC),
        lead_image=picture,
        lead_caption="At noon on Monday",
        bylines=[Byline(person=ana, role="photographer")],
        credits=[StoryCredit(kind="relay", source=press, url="https://press.example/1"), StoryCredit(kind="own")],
        topics=[bridges],
    )
    row.corrections = [StoryCorrection(kind="clarification", at=datetime(2026, 5, 22, tzinfo=UTC), text="Not Sunday.")]
    row.pins, row.bans = [Pin(other=other)], [Ban(other=other)]
    row.save()
    FormerAddress.objects.create(key="k", address="https://old.example/1.html", story=row)
    assert rebuilt(row) == story.Story(
        code=row.pk,
        slug="new-bridge-opens-to-trams",
        section="harbour",
        language="en",
        headline="New bridge opens to trams",
        published=story.Moment("2026-05-21T08:30:00Z"),
        genre="analysis",
        kicker="Transport",
        standfirst="The first tram crossed.",
        place="Faro",
        bylines=(story.Byline(person=ana.pk, name="Ana Lopes", slug="ana-lopes", role="photographer"),),
        source=(
            story.Credit(kind="relay", name="Coast Press", slug="coast-press", url="https://press.example/1"),
            story.Credit(kind="own", name="The Harbour Courier"),
        ),
        topics=(story.Topic(slug="bridges", name="Bridges"),),
        lead=story.Picture(
            key=picture.key,
            alt="A tram",
            width=1600,
            height=900,
            widths=(320, 640, 960, 1280),
            caption="At noon on Monday",
            credit="Ana Lopes",
        ),
        body=(story.Paragraph(html="The first tram crossed at noon."),),
        corrections=(
            story.Correction(kind="clarification", at=story.Moment("2026-05-22T00:00:00Z"), text="Not Sunday."),
        ),
        comments="closed",
        urgency=3,
        pinned=(other.pk,),
        banned=(other.pk,),
        former=("https://old.example/1.html",),
    )


def test_a_body_comes_out_as_it_went_in() -> None:
    picture = take_picture(newsroom.jpeg(), alt="A tram")
    shown = story.Picture(key=picture.key, alt="Mine", width=1600, height=900, widths=(320, 640, 960, 1280))
    written = (
        story.Paragraph(html="One <em>two</em>."),
        story.Paragraph(html="Three<br>four."),
        story.Subhead(text="A subhead & more"),
        story.Quote(html="It <strong>held</strong>.", attribution="The engineer", language="fa", direction="rtl"),
        PlacedPicture(picture=picture.pk, alt="Mine"),
        story.Items(items=("First", '<a href="https://example.com">second</a>'), ordered=True),
        story.Embed(url="https://video.example/7", title="The crossing"),
        story.Paragraph(html="Last."),
    )
    row = newsroom.story(body=stream_of(written))
    expected = tuple(story.Figure(picture=shown) if isinstance(one, PlacedPicture) else one for one in written)
    assert rebuilt(row).body == expected


def test_a_text_with_several_paragraphs_is_several_blocks_and_empty_ones_are_none() -> None:
    row = newsroom.story(body=[("paragraph", '<p data-block-key="a">One</p>loose<p></p><P>Two</P>'), ("subhead", "  ")])
    assert [block.html for block in rebuilt(row).body] == ["One", "loose", "Two"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "asked", "direction"),
    [("en", "", "ltr"), ("fa", "", "rtl"), ("ar-EG", "", "rtl"), ("fa", "ltr", "ltr"), ("zz", "", "ltr")],
)
def test_the_direction_is_that_of_the_language_unless_an_editor_says_otherwise(
    language: str, asked: str, direction: str
) -> None:
    assert snapshot.of(newsroom.story(language=language, direction=asked)).direction == direction


@pytest.mark.parametrize(
    ("precision", "moment"), [("minute", "2026-05-21T23:30:00Z"), ("day", "2026-05-22"), ("unknown", "")]
)
def test_a_time_is_as_exact_as_it_is_known(precision: str, moment: str) -> None:
    # Half past midnight in Lisbon's summer.
    row = newsroom.story(published_at=datetime(2026, 5, 21, 23, 30, tzinfo=UTC), precision=precision)
    assert snapshot.of(row).published == moment


def test_a_story_that_was_never_saved_can_be_previewed() -> None:
    row = Story(headline="Not yet", section=Section.objects.first(), body=[("paragraph", "<p>x</p>")])
    row.bylines = [Byline(person=newsroom.person())]
    row.topics = [StoryTopic(topic=newsroom.topic())]
    assert snapshot.of(row).code == 0
    assert snapshot.of(row).slug == "not-yet"


def test_a_picture_that_is_gone_leaves_no_empty_frame() -> None:
    row = newsroom.story(body=stream_of([PlacedPicture(picture=4711), story.Paragraph(html="x")]))
    assert len(rebuilt(row).body) == 1


HOSTILE = some.text(some.characters(exclude_categories=()) | some.sampled_from("<>&\"'/\x00\u202e\ud800"), max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(text=HOSTILE)
def test_hostile_text_in_every_field_comes_out_as_data(text: str) -> None:
    value = snapshot.build(_hostile(text), _hostile_parts(text), {})
    for string in _strings(story.as_dict(value)):
        assert not CONTROL.search(string)
    for block in value.body:
        for markup in (getattr(block, "html", ""), *getattr(block, "items", ())):
            assert_harmless(markup)
        assert getattr(block, "url", "").lower().startswith(("http", ""))
    canonical.encode(story.as_dict(value))


def _hostile(text: str) -> Story:
    return Story(
        code=1,
        headline=text,
        kicker=text,
        standfirst=text,
        place=text,
        slug=text,
        language=text,
        body=[
            {"type": "paragraph", "value": text},
            {"type": "subhead", "value": text},
            {"type": "quote", "value": {"text": text, "attribution": text, "language": text}},
            {"type": "list", "value": {"points": [{"type": "item", "value": text}, text]}},
            {"type": "embed", "value": {"url": text, "title": text}},
        ],
    )


def _hostile_parts(text: str) -> snapshot.Parts:
    from dateline.desk.models import Person, Source, Topic

    person, source = Person(pk=1, name=text, slug="p"), Source(pk=1, name=text, slug="s")
    return snapshot.Parts(
        section="harbour",
        bylines=[Byline(person=person)],
        credits=[StoryCredit(kind="agency", source=source, url=text)],
        topics=[Topic(pk=1, name=text, slug="t")],
        corrections=[StoryCorrection(text=text)],
        former=[text],
    )


def _strings(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [one for value in data.values() for one in _strings(value)]
    if isinstance(data, list):
        return [one for value in data for one in _strings(value)]
    return [data] if isinstance(data, str) else []


def test_words_of_a_picture_are_cleaned() -> None:
    row = NewsImage(key="aa/bb", alt="a\x00b", caption="c\n d", credit="\u202ee", width=10, height=10, widths=[10])
    shown = snapshot.picture(row, {})
    assert shown
    assert (shown.alt, shown.caption, shown.credit) == ("ab", "c d", "e")
