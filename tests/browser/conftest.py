"""A real Chromium, and papers for it to read.

``reading`` opens pages as a reader of a given kind would: width of the screen, light or dark, script on or off.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from newsstand import Newsstand, Reading, courier
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("DATELINE_CHROMIUM", "/usr/bin/chromium")

# No sandbox: Chromium has none for root, and tests in containers run as root. The rest keeps it from calling home.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def newsstand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsstand]:
    """Serves papers for the whole run."""
    stand = Newsstand(tmp_path_factory.mktemp("newsstand"))
    yield stand
    stand.close()


@pytest.fixture(scope="session")
def paper(newsstand: Newsstand) -> str:
    """The address of a paper with a page of every kind; ``newsstand.PAGES`` names them."""
    return newsstand.open(courier)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def reading(chromium: Browser) -> Iterator[Reading]:
    """Opens an address in a window of its own: ``reading(url, width=360, color_scheme="dark")``."""
    contexts = []

    def read(url: str, width: int = 1280, height: int = 900, **context: Any) -> Page:
        made = chromium.new_context(viewport={"width": width, "height": height}, **context)
        contexts.append(made)
        page = made.new_page()
        page.goto(url)
        return page

    yield read
    for made in contexts:
        made.close()
