"""The newsroom's own words for what Wagtail says."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, BinaryIO

import newsroom
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from django.test import Client
from django.urls import reverse

import dateline.desk

WORDS = Path(dateline.desk.__file__).parent / "locale/en/LC_MESSAGES"


def test_what_django_reads_is_what_was_written() -> None:
    made = io.BytesIO()
    with (WORDS / "django.po").open("rb") as written, (WORDS / "django.mo").open("rb") as compiled:
        write_mo(made, read_po(written))
        assert said(compiled) == said(io.BytesIO(made.getvalue()))


def said(compiled: BinaryIO) -> dict[Any, Any]:
    """What a compiled catalogue says, without its head, which holds the time of day."""
    return {str(message.id): message.string for message in read_mo(compiled) if message.id}


def test_the_desk_speaks_of_pictures_and_roles(client: Client) -> None:
    client.force_login(newsroom.account("administrator"))
    pictures = client.get(reverse("wagtailimages:index")).content.decode()
    assert "Add a picture" in pictures
    assert "Add an image" not in pictures
    account = client.get(reverse("wagtailusers_users:add")).content.decode()
    assert "Roles" in account
    assert "All groups" not in account
