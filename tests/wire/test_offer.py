"""What the desk is offered of what was found."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.masthead import Section, Site
from dateline.story import Credit, Paragraph, Subhead
from dateline.wire import offer
from dateline.wire.offer import House
from dateline.wire.record import FoundImage, Record

SITE = Site(
    name="The Harbour Courier",
    url="https://courier.example",
    language="en",
    zone="Europe/Lisbon",
    sections=(
        Section(slug="harbour", name="Harbour"),
        Section(slug="sport", name="Sport"),
        Section(slug="arts-culture", name="Arts & Culture", former=("magazine",)),
    ),
)
BODY = (Paragraph(html="The ferries sail again from Monday, the company and the crews said. " * 4),)


def record(**fields: Any) -> Record:
    return Record(**{"headline": "Ferry strike ends", "body": BODY, "published": "2020-05-21T08:30:00+02:00", **fields})


def made(found: Record, own: bool = False, **pictures: int) -> Any:
    return offer.make(found, "mark", House(SITE, own), {f"{name}.jpg": row for name, row in pictures.items()})


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Sports", "sport"),
        ("SPORT", "sport"),
        ("arts and culture", "harbour"),
        ("Arts & Culture", "arts-culture"),
        ("Magazine", "arts-culture"),
    ],
)
def test_a_section_is_found_by_its_names(name: str, slug: str) -> None:
    assert made(record(section=name)).section == slug


def test_a_section_that_the_site_has_not_becomes_a_topic() -> None:
    story = made(record(section="Shipping", topics=("Ferries",)))
    assert (story.section, story.topics) == ("harbour", ("Ferries", "Shipping"))


def test_copy_of_another_publisher_says_from_whom_it_is_relayed() -> None:
    story = made(record(source="Coast Press", agency="Wire One", url="https://press.example/1"))
    assert [(one.kind, one.name, one.url) for one in story.source] == [
        ("agency", "Wire One", ""),
        ("relay", "Coast Press", "https://press.example/1"),
    ]
    assert story.source[1].published == "2020-05-21T06:30:00Z"


@pytest.mark.parametrize(
    "found",
    [record(), record(source="the harbour courier"), record(source="Old name", url="https://www.courier.example/1")],
)
def test_copy_of_this_house_is_its_own(found: Record) -> None:
    assert made(found).source == (Credit(kind="own", name="The Harbour Courier"),)


def test_an_archive_that_is_said_to_be_our_own_is_our_own() -> None:
    assert made(record(source="The Old Courier"), own=True).source[0].kind == "own"


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        ("2020-05-21T08:30:00+02:00", "2020-05-21T06:30:00Z"),
        ("2020-05-21T08:30:00", "2020-05-21T07:30:00Z"),
        ("2020-05-21", "2020-05-21"),
        ("", ""),
    ],
)
def test_a_time_without_a_zone_is_the_sites(published: str, moment: str) -> None:
    assert made(record(published=published)).published == moment


def test_a_change_within_the_minute_is_none() -> None:
    assert made(record(updated="2020-05-21T08:30:40+02:00")).updated == ""
    assert made(record(updated="2020-05-21T09:30:00+02:00")).updated == "2020-05-21T07:30:00Z"


def test_pictures_at_hand_stand_in_their_places_and_missing_ones_leave_no_hole() -> None:
    body = (
        *BODY,
        FoundImage(address="boat.jpg", caption="At the pier"),
        Subhead(text="After"),
        FoundImage(address="gone.jpg"),
    )
    story = made(record(body=body, image=FoundImage(address="lead.jpg", credit="R. Costa")), boat=5, lead=6)
    assert [type(block).__name__ for block in story.body] == ["Paragraph", "PlacedPicture", "Subhead"]
    assert (story.lead.picture, story.lead.credit, story.body[1].caption) == (6, "R. Costa", "At the pier")


def test_a_story_of_pictures_alone_waits_if_none_of_them_is_at_hand() -> None:
    body = (FoundImage(address="boat.jpg"), FoundImage(address="gone.jpg"))
    assert made(record(body=body), boat=5).live
    waiting = made(record(body=body))
    assert (waiting.live, waiting.internal_note) == (False, "It is a story of pictures, and none of them was found.")


def test_a_doubtful_page_waits_as_a_draft_with_the_reason() -> None:
    story = made(Record(headline="Contact", body=(Paragraph(html="Write to us."),), origins={"headline": "title"}))
    assert not story.live
    assert "without a date" in story.internal_note


def test_every_address_the_copy_declares_leads_to_the_story() -> None:
    found = record(url="https://old.example/1", addresses=("https://old.example/amp/1", "https://old.example/1"))
    assert made(found).former == ("https://old.example/1", "https://old.example/amp/1")
