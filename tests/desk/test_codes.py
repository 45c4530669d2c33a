from __future__ import annotations

import newsroom
import pytest
from django.db import transaction

from dateline.desk import codes
from dateline.desk.models import Story
from dateline.errors import RecordError, TakenError


def test_codes_count_up() -> None:
    first, second = newsroom.story().pk, newsroom.story().pk
    assert second == first + 1


def test_the_code_of_a_deleted_story_is_never_given_again() -> None:
    row = newsroom.story()
    gone = row.pk
    row.delete()
    assert newsroom.story().pk != gone
    with pytest.raises(TakenError, match=str(gone)):
        newsroom.story(code=gone)


def test_an_archive_keeps_its_codes_and_new_ones_come_behind() -> None:
    assert newsroom.story(code=864).pk == 864
    assert newsroom.story(code=12).pk == 12
    assert newsroom.story().pk == 865


def test_a_taken_code_is_named() -> None:
    newsroom.story(code=864)
    with pytest.raises(TakenError, match="864"):
        newsroom.story(code=864)
    assert Story.objects.count() == 1


@pytest.mark.parametrize("code", [0, -3, codes.LARGEST + 1])
def test_an_absurd_code_is_refused_and_uses_up_nothing(code: int) -> None:
    with pytest.raises(TakenError):
        newsroom.story(code=code)
    assert newsroom.story().pk < 100


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_code_is_given_only_with_its_story() -> None:
    with pytest.raises(RecordError):
        codes.take()
    with transaction.atomic():
        given = codes.take()[0]
        transaction.set_rollback(True)
    assert newsroom.story().pk == given
