"""A site with its desk, served for all these tests, and people who sit at it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, StorageState

import sites
from deskhand import DeskHand, Seat

NAMES = {"reporter": "Rita Sole", "editor": "Edda Brink", "administrator": "Ada Voss", "moderator": "Mona Reis"}
PASSWORD = "ferry-timetable-9"  # that of tests/desk/newsroom.py

WIDE = 1280


@pytest.fixture(scope="session")
def desk_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sites.Server]:
    """A new site with one account for each role, and a few stories out."""
    site = sites.copy(tmp_path_factory.mktemp("newsroom"))
    with sites.desk(site) as desk:
        desk.do("for role, name in names.items(): account(role, name)", names=NAMES)
        desk.do("for number in range(3): published(f'Harbour notes, part {number}')")
    with sites.serving(site) as server:
        yield server


@pytest.fixture(scope="session")
def signed_in() -> dict[str, StorageState]:
    """Who signed in already: signing in takes a second, on purpose."""
    return {}


@pytest.fixture
def seat(chromium: Browser, desk_site: sites.Server, signed_in: dict[str, StorageState]) -> Iterator[Seat]:
    contexts = []

    def sit(role: str = "editor", width: int = WIDE, **options: Any) -> DeskHand:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, storage_state=signed_in.get(role), **options
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        hand = DeskHand(context.new_page(), desk_site)
        if role not in signed_in:
            hand.sign_in(login(role), PASSWORD)
            signed_in[role] = context.storage_state()
        return hand

    yield sit
    for context in contexts:
        context.close()


def login(role: str) -> str:
    """As tests/desk/newsroom.py makes it."""
    return f"{NAMES[role].split()[0].lower()}-{role}@courier.example"
