"""A browser without scripts at /discuss/, as Django's test client: it says where it comes from, and reads its mail."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

from dateline.discuss.models import Letter, Reader

OURS = {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_HOST": "courier.example"}


def browser(address: str = "203.0.113.7", **headers: str) -> Client:
    return Client(REMOTE_ADDR=address, **{**OURS, **headers})


def signed_in(reader: Reader, address: str = "203.0.113.7") -> Client:
    """Somebody who confirmed a comment in this browser before."""
    from dateline.discuss.accounts import people

    client = browser(address)
    if reader.user is None:
        reader.refresh_from_db()
        people.of_address(reader.email or "", "")
        reader.refresh_from_db()
    client.force_login(reader.user, backend="dateline.discuss.accounts.backend.Readers")
    return client


def sent(code: int, **fields: Any) -> tuple[str, dict[str, Any]]:
    """Where the form under a story goes and what is in it."""
    given = {"text": "The tram was late again.", "name": "Ines Prado", "email": "ines@reader.example"}
    return f"/discuss/{code}", {**given, **fields}


def link(letter: Letter | None = None, pattern: str = r"http://courier\.example(/discuss/\S+)") -> str:
    """The path of the link in a letter, the last one if none is given."""
    found = letter or Letter.objects.order_by("pk").last()
    assert found is not None
    match = re.search(pattern, found.text)
    assert match, found.text
    return match[1]


def words(response: Any) -> str:
    """The text of a page, without markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode()))
