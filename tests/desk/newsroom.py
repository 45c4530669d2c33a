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
