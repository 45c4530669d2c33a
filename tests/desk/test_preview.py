"""The preview at the desk: the readers' page of what stands in the form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import newsroom
import pytest
from django.test import Client

import builders
from dateline.desk import house
from dateline.desk.models import Story
from dateline.desk.room import addresses
from dateline.press import generation
from dateline.press.apply import Press
from dateline.press.store import Store

READY = {"is_valid": True, "is_available": True}


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(newsroom.account("editor"))
    return client


@pytest.fixture
def unpressed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk of a site of which no page was made yet; the folder they will be in."""
    monkeypatch.setattr(house, "pressed", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def pressed(unpressed: Path) -> Path:
    """The same with pages: one story is out, which then stands in the rail."""
    tape = builders.Tape(house.site())
    tape.publish(builders.story(90_001, headline="Night boats to the islands"))
    fresh = generation.begin(unpressed)
    store = Store(fresh, writer=True, durable=False)
    Press(store, lambda _code, _limit: [], tape.history).apply(tape.after(0, tape.last_seq()))
    store.close()
    generation.switch(unpressed, fresh)
    return unpressed


def text(response: Any) -> str:
    return response.content.decode()


@pytest.mark.usefixtures("pressed")
def test_the_preview_is_the_readers_page_of_what_was_typed(editor: Client) -> None:
    row = newsroom.story()
    url = addresses.story("preview_on_edit", row.pk)
    assert editor.post(url, newsroom.form(row, headline="Typed just now")).json() == READY
    page = text(editor.get(url))
    assert "<h1" in page
    assert "Typed just now" in page
    assert "Night boats to the islands" in page, "the rail is there"
    assert 'rel="stylesheet"' in page
    assert saved(row.pk).headline == row.headline


@pytest.mark.usefixtures("pressed")
def test_a_story_that_was_never_saved_can_be_previewed(editor: Client) -> None:
    url = addresses.story("preview_on_add")
    assert editor.post(url, newsroom.form(headline="Fog at noon")).json() == READY
    assert "Fog at noon" in text(editor.get(url))
    assert not Story.objects.exists()


@pytest.mark.usefixtures("pressed")
def test_an_empty_form_can_be_previewed(editor: Client) -> None:
    url = addresses.story("preview_on_add")
    assert editor.post(url, newsroom.form()).json() == READY
    assert editor.get(url).status_code == 200


@pytest.mark.usefixtures("pressed")
def test_the_preview_may_be_framed_by_the_desk_and_does_what_a_readers_page_may(editor: Client) -> None:
    response = previewed(editor, newsroom.story())
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.usefixtures("unpressed")
def test_before_any_page_was_made_the_preview_says_so(editor: Client) -> None:
    response = previewed(editor, newsroom.story())
    assert response.status_code == 503
    assert "have not been made yet" in text(response)


@pytest.mark.usefixtures("pressed")
def test_an_old_version_can_be_looked_at_as_readers_saw_it(editor: Client) -> None:
    row = newsroom.published()
    first = row.latest_revision
    row.headline = "Another headline"
    row.save_revision()
    page = text(editor.get(f"{addresses.story('history', row.pk)}revisions/{first.pk}/view/"))
    assert "New bridge opens to trams" in page


def previewed(editor: Client, row: Story) -> Any:
    url = addresses.story("preview_on_edit", row.pk)
    editor.post(url, newsroom.form(row))
    return editor.get(url)


def saved(code: int) -> Story:
    return Story.objects.get(pk=code)
