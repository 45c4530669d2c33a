"""Builders of believable rows. Plain functions: a test says what matters to it and takes the rest as it comes."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from dateline.desk.models import Byline, Person, Section, Source, Story, StoryCredit, StoryTopic, Topic

PASSWORD = "ferry-timetable-9"


def person(name: str = "Ana Lopes", **fields: Any) -> Person:
    row = Person(name=name, **fields)
    row.save()
    return row


def source(name: str = "Coast Press", **fields: Any) -> Source:
    row = Source(name=name, **fields)
    row.save()
    return row


def topic(name: str = "Bridges") -> Topic:
    row = Topic(name=name)
    row.save()
    return row


def story(headline: str = "New bridge opens to trams", **fields: Any) -> Story:
    """A draft that lacks nothing."""
    parts = {name: fields.pop(name, None) for name in ("bylines", "credits", "topics")}
    fields.setdefault("section", Section.objects.get(slug="harbour"))
    fields.setdefault("body", [("paragraph", "<p>The first tram crossed at noon.</p>")])
    row = Story(headline=headline, **fields)
    row.bylines = parts["bylines"] if parts["bylines"] is not None else [Byline(person=person())]
    row.credits = parts["credits"] if parts["credits"] is not None else [StoryCredit(kind="own")]
    row.topics = [StoryTopic(topic=one) for one in parts["topics"] or []]
    row.save()
    return row


def published(headline: str = "New bridge opens to trams", **fields: Any) -> Story:
    row = story(headline, **fields)
    row.save_revision().publish()
    return Story.objects.get(pk=row.pk)


def account(role: str = "editor", name: str = "Rui Costa") -> Any:
    from django.contrib.auth import get_user_model

    from dateline.desk.accounts import make_user

    login = f"{name.split()[0].lower()}-{role}@courier.example"
    make_user(name, login, PASSWORD, role)  # type: ignore[arg-type]
    return get_user_model().objects.get(username=login)


def jpeg(size: tuple[int, int] = (1600, 900), colour: str = "steelblue", **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG", **options)
    return out.getvalue()


def form(row: Story | None = None, action: str = "", **changes: Any) -> dict[str, Any]:
    """What a browser posts for a story: the form as it was shown, with some fields filled in anew."""
    from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

    row = row or Story()
    plain = {name: _shown(getattr(row, name)) for name in PLAIN}
    data = {
        **plain,
        "section": row.section_id or "",
        "follows": row.follows_id or "",
        "lead_image": row.lead_image_id or "",
        "body": streamfield([("paragraph", rich_text(block["value"])) for block in row.body.raw_data]),
        **{name: _formset(row, name) for name in ("bylines", "credits", "topics", "corrections", "pins", "bans")},
    }
    data.update({name: inline_formset(value) if name in FORMSETS else value for name, value in changes.items()})
    if action:
        data[f"action-{action}"] = "1"
    if row.latest_revision_id:
        data["loaded_revision_id"] = row.latest_revision_id
        data["loaded_revision_created_at"] = row.latest_revision.created_at.isoformat()
    posted: dict[str, Any] = nested_form_data(data)
    return posted


PLAIN = (
    *("kicker", "headline", "standfirst", "genre", "place", "language", "direction", "published_at", "precision"),
    *("slug", "comments", "urgency", "internal_note", "lead_alt", "lead_caption", "lead_credit"),
    *("go_live_at", "expire_at"),
)
FORMSETS = {
    "bylines": ("person", "role"),
    "credits": ("kind", "source", "url", "original_at"),
    "topics": ("topic",),
    "corrections": ("kind", "at", "text"),
    "pins": ("other",),
    "bans": ("other",),
}


def _formset(row: Story, name: str) -> Any:
    from wagtail.test.utils.form_data import inline_formset

    shown = []
    for part in getattr(row, name).all():
        values = {field: getattr(part, part._meta.get_field(field).attname) for field in FORMSETS[name]}
        shown.append({**{field: _shown(value) for field, value in values.items()}, "id": part.pk or ""})
    return inline_formset(shown, initial=len(shown))


def _shown(value: Any) -> Any:
    """A value as a form shows it: times to the minute, in the site's zone."""
    from datetime import datetime

    from django.utils import timezone

    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    return "" if value is None else value


def root_collection() -> int:
    from wagtail.models import Collection

    number: int = Collection.get_first_root_node().pk
    return number
