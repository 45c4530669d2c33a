"""What goes out at once, and what a person has to look at first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from dateline.story import Paragraph
from dateline.wire.holding import doubt
from dateline.wire.record import Record

NOW = datetime(2026, 5, 21, 12, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Lisbon")
STORY = Record(headline="The quay", body=(Paragraph(html="It is open."),), published="2026-05-20T08:00:00Z")


def held(**more: object) -> str:
    return doubt(replace(STORY, **more), NOW, ZONE)  # type: ignore[arg-type]


def test_what_was_out_goes_out() -> None:
    assert held() == ""
    assert held(published="") == ""


@pytest.mark.parametrize("state", ["draft", "scheduled", "private", "page", "canceled"])
def test_what_was_not_out_is_held_and_says_why(state: str) -> None:
    assert held(state=state)


@pytest.mark.parametrize("until", ["2026-05-21T13:00:01+01:00", "2026-05-21T13:00:01", "2026-05-22", "9999-12-31"])
def test_an_embargo_holds_a_story_until_its_time(until: str) -> None:
    assert "embargo" in held(embargo=until)


@pytest.mark.parametrize("until", ["2026-05-21T12:59:59+01:00", "2026-05-21T12:59:59", "2026-05-21", "1999-01-01"])
def test_an_embargo_that_is_over_holds_nothing(until: str) -> None:
    assert held(embargo=until) == ""


def test_a_story_of_the_future_is_held_and_a_clock_that_is_hours_wrong_holds_none() -> None:
    assert "yet to come" in held(published="2099-01-01")
    assert held(published="2026-05-21T20:00:00Z") == ""


def test_a_headline_without_text_is_looked_at() -> None:
    assert "no text" in held(body=())
