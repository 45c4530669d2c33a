"""What a story needs before readers may see it. Reads the row in hand; a draft may be saved without any of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils import timezone

from dateline.desk import cleaning, snapshot
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.desk.models import NewsImage, Story


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that keeps a story from being published: the field's name, and a sentence for the editor."""

    field: str
    message: str


class NotReady(DatelineError):
    """A story was to be published that lacks something; ``missing`` says what."""

    def __init__(self, missing: list[Missing], outcome: str = "Not published") -> None:
        super().__init__(f"{outcome}. " + " ".join(one.message for one in missing))
        self.missing = missing


def missing(row: Story) -> list[Missing]:
    """What the story, as it is in hand, still needs; empty if it can be published."""
    return [*_words(row), *_source(row), *_byline(row), *_pictures(row), *_corrections(row)]


def _words(row: Story) -> list[Missing]:
    found = []
    if not cleaning.line(row.headline):
        found.append(Missing("headline", "The headline is missing."))
    if row.section_id is None:
        found.append(Missing("section", "The section is missing."))
    if snapshot.is_empty(row.body.raw_data):
        found.append(Missing("body", "The story has no text."))
    return found


def _source(row: Story) -> list[Missing]:
    chain = list(row.credits.all())
    if not chain:
        return [Missing("credits", "The source is missing: say whose copy this is.")]
    return [
        Missing("credits", f"The source marked “{credit.get_kind_display()}” has no name.")
        for credit in chain
        if credit.kind != "own" and credit.source_id is None
    ]


def _byline(row: Story) -> list[Missing]:
    """Our own reporting is signed; copy of an agency is signed by its source."""
    own = any(credit.kind == "own" for credit in row.credits.all())
    if own and not row.bylines.all():
        return [Missing("bylines", "The byline is missing: name who reported this, or a desk.")]
    return []


def _pictures(row: Story) -> list[Missing]:
    uses = [("lead_image", "lead picture", row.lead_image_id, row.lead_alt)]
    number = 0
    for block in row.body.raw_data:
        if block["type"] == "image":
            number += 1
            uses.append(
                ("body", f"picture {number} in the text", block["value"].get("image"), block["value"].get("alt"))
            )
    rows = apps.get_model("desk", "NewsImage").objects.in_bulk([pk for _, _, pk, _ in uses if pk])
    today = timezone.localdate()
    return [
        one for field, where, pk, alt in uses if pk for one in _picture(field, where, rows.get(pk), alt or "", today)
    ]


def _picture(field: str, where: str, picture: NewsImage | None, alt: str, today: date) -> list[Missing]:
    if picture is None:
        return [Missing(field, f"The {where} is no longer there.")]
    found = []
    if not cleaning.line(alt or picture.alt):
        found.append(Missing(field, f"The {where} has no alternative text."))
    if picture.rights_until and picture.rights_until < today:
        found.append(Missing(field, f"The {where} may not be used since {picture.rights_until:%-d %B %Y}."))
    return found


def _corrections(row: Story) -> list[Missing]:
    return [
        Missing("corrections", f"A {one.get_kind_display().lower()} has no text.")
        for one in row.corrections.all()
        if not cleaning.line(one.text)
    ]
