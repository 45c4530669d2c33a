"""Builders of readers and what they write. A test says what matters to it and takes the rest as it comes."""

from __future__ import annotations

from typing import Any

import newsroom
from django.utils import timezone

from dateline.desk.models import Story
from dateline.discuss import doors
from dateline.discuss.doors.posting import Post
from dateline.discuss.models import Comment, Reader

WORDS = "The tram to the harbour was late again, and nobody at the stop knew why."


def reader(name: str = "Ines Prado", **fields: Any) -> Reader:
    """Somebody whose comments are shown at once, unless the test says otherwise."""
    given = {"email": f"{name.replace(' ', '.').lower()}@reader.example", "standing": "trusted"} | fields
    row: Reader = Reader.objects.create(name=name, confirmed_at=timezone.now(), **given)
    return row


def story(**fields: Any) -> Story:
    """A story that is out, with an open thread."""
    return newsroom.published(**fields)


def comment(code: int, by: Reader | None = None, text: str = WORDS, parent: int = 0, **fields: Any) -> Comment:
    who = by or Reader.objects.filter(name="Ines Prado").first() or reader()
    return doors.post(who, Post(story=code, text=text, parent=parent, **fields)).comment
