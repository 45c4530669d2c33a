"""Whether a record goes out at once, and if not, why a person has to look at it first. Pure; the time is handed in.

What was not public where it comes from is not made public here, and what nobody can be sure of is not either.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dateline.story import instant
from dateline.wire.record import FoundImage, Record, State

DOUBTFUL = 200
"""Characters of a body below which a page that names no date is not published without a look."""
AHEAD = timedelta(days=1)
"""A clock that is set wrong is not further ahead than that."""

_STATES: Mapping[State, str] = {
    "draft": "It was a draft where it comes from.",
    "scheduled": "It was scheduled where it comes from; whether it went out there nobody can tell.",
    "private": "It was for some readers only where it comes from.",
    "page": "It was a standing page of the site and no story; publish it if it is to be one.",
    "canceled": "It was called back, or withheld, by whoever sent it.",
}


def doubt(record: Record, at: datetime, zone: ZoneInfo) -> str:
    """Why a person should look at a record before readers do; empty if there is no reason. ``at`` is now."""
    if record.state != "out":
        return _STATES[record.state]
    if record.damage:
        return f"{record.damage} Something may be missing."
    if record.embargo and _moment(record.embargo, zone) > at:
        return f"It is under embargo until {record.embargo}."
    if not record.body:
        return "It has a headline and no text."
    if record.published and _moment(record.published, zone) > at + AHEAD:
        return f"Its date, {record.published}, is yet to come."
    if not record.published and record.origins.get("headline") == "title" and len(record.plain_body()) < DOUBTFUL:
        return "Short, without a date, and its headline is only the page's title."
    return ""


def bare(record: Record, at_hand: Container[str]) -> str:
    """Why a story of pictures alone should be looked at: none of them, by its address, is ``at_hand``."""
    pictures = [block.address for block in record.body if isinstance(block, FoundImage)]
    if len(pictures) < len(record.body) or any(one in at_hand for one in pictures):
        return ""
    return "It is a story of pictures, and none of them was found."


def _moment(text: str, zone: ZoneInfo) -> datetime:
    """The first instant that a time of a record may stand for; one without a zone is the site's."""
    if len(text) > 10:
        found = datetime.fromisoformat(text)
        return found if found.tzinfo else found.replace(tzinfo=zone)
    day = instant(text)
    assert day is not None
    return day.replace(tzinfo=zone)
