"""Stories that continue earlier ones: what readers may see of it, and the circles that are refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import newsroom
import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from dateline.desk.models import Story
from dateline.desk.room import addresses

Shown = Callable[[str], Any]


def text(response: Any) -> str:
    return response.content.decode()


def test_a_story_that_continues_another_says_so_to_readers_and_others_say_nothing(shown: Shown) -> None:
    first = newsroom.published("Bridge closed")
    second = newsroom.published("Bridge open again", follows=first)
    assert shown(f"story:{second.pk}")["follows"] == first.pk
    assert "follows" not in shown(f"story:{first.pk}")


def test_a_circle_is_refused_in_words_that_name_the_way(shown: Shown) -> None:
    first = newsroom.published("Bridge closed")
    second = newsroom.published("Bridge repaired", follows=first)
    third = newsroom.published("Bridge open again", follows=second)
    for earlier, words in ((first, "itself"), (second, "already continues this one"), (third, f"by story {second.pk}")):
        first.follows = earlier
        with pytest.raises(ValidationError, match=words):
            first.save()
    assert "follows" not in shown(f"story:{first.pk}")


def test_the_form_says_a_circle_at_the_field_and_keeps_what_was_written(client: Client) -> None:
    client.force_login(newsroom.account("editor"))
    first = newsroom.story("Bridge closed")
    second = newsroom.story("Bridge open again", follows=first)
    page = text(client.post(addresses.story("edit", first.pk), newsroom.form(first, follows=second.pk, kicker="Roads")))
    assert "already continues this one" in page
    assert 'value="Roads"' in page
    assert Story.objects.get(pk=first.pk).follows is None


def test_a_story_whose_earlier_one_is_deleted_continues_nothing(shown: Shown) -> None:
    first = newsroom.published("Bridge closed")
    second = newsroom.published("Bridge open again", follows=first)
    first.delete()
    assert "follows" not in shown(f"story:{second.pk}")
    assert Story.objects.get(pk=second.pk).get_latest_revision_as_object().follows is None
