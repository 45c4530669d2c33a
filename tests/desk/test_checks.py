"""What a story needs to be published; each thing is named, and a draft needs none of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import newsroom
import pytest

from dateline.desk import checks
from dateline.desk.blocks import PlacedPicture, stream_of
from dateline.desk.models import Byline, Source, Story, StoryCredit
from dateline.desk.pictures import take_picture


def fields(row: Story) -> list[str]:
    return [one.field for one in checks.missing(row)]


def test_a_complete_story_lacks_nothing() -> None:
    assert fields(newsroom.story()) == []


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"headline": " \x00 "}, "headline", "headline is missing"),
        ({"section": None}, "section", "section is missing"),
        ({"body": []}, "body", "no text"),
        ({"credits": []}, "credits", "source is missing"),
        ({"bylines": []}, "bylines", "byline is missing"),
    ],
)
def test_what_is_missing_is_named(changes: dict[str, Any], field: str, words: str) -> None:
    (missing,) = checks.missing(newsroom.story(**changes))
    assert missing.field == field
    assert words in missing.message


def test_an_agency_without_a_name_is_no_source() -> None:
    (missing,) = checks.missing(newsroom.story(credits=[StoryCredit(kind="agency")]))
    assert missing.field == "credits"
    assert "Agency" in missing.message


def test_copy_of_an_agency_needs_no_byline() -> None:
    agency = Source(name="Coast Press")
    agency.save()
    assert fields(newsroom.story(bylines=[], credits=[StoryCredit(kind="agency", source=agency)])) == []


def test_a_desk_may_sign() -> None:
    assert fields(newsroom.story(bylines=[Byline(person=newsroom.person("City desk"), role="desk")])) == []


def test_every_picture_needs_words_for_those_who_cannot_see_it() -> None:
    picture = take_picture(newsroom.jpeg())
    body = stream_of([PlacedPicture(picture=picture.pk, alt="A tram"), PlacedPicture(picture=picture.pk)])
    row = newsroom.story(lead_image=picture, body=body)
    assert [one.message for one in checks.missing(row)] == [
        "The lead picture has no alternative text.",
        "The picture 2 in the text has no alternative text.",
    ]
    row.lead_alt = "A tram on the bridge"
    assert fields(row) == ["body"]


def test_a_picture_whose_rights_have_ended_is_named() -> None:
    picture = take_picture(newsroom.jpeg(), alt="A tram", rights_until=date(2020, 1, 31))
    (missing,) = checks.missing(newsroom.story(lead_image=picture))
    assert "31 January 2020" in missing.message


def test_publishing_asks_the_same_question_and_changes_nothing() -> None:
    row = newsroom.story(section=None)
    with pytest.raises(checks.NotReady, match="section is missing"):
        row.save_revision(clean=False).publish()
    assert not Story.objects.get(pk=row.pk).live
