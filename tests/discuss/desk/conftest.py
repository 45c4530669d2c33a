"""A newsroom with its sections, and a moderator signed in; quick, as the tests of the desk are."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def _newsroom(sections: None, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if not one.startswith("dateline.site.")]
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *_, **__: None)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def moderator() -> Client:
    import newsroom  # Django is not ready before the first test is

    client = Client()
    client.force_login(newsroom.account("moderator", "Mona Reis"))
    return client
