"""A real Chromium, and papers for it to read.

``reading`` opens pages as a reader of a given kind would: width of the screen, light or dark, script on or off.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from newsstand import Newsstand, Reading, courier

CHROMIUM = os.environ.get("DATELINE_CHROMIUM", "/usr/bin/chromium")

# No sandbox: Chromium has none for root, and tests in containers run as root. The rest keeps it from calling home.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")

HERE = Path(__file__).parent

# A page is waited for as long as its other waits are: another run on the same two cores takes five seconds easily.
expect.set_options(timeout=20_000)


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


@pytest.fixture(scope="session")
def readers(chromium: Browser) -> Iterator[dict[str, BrowserContext]]:
    """One window of the browser for each kind of reader: opening one takes longer than reading a page in it."""
    kept: dict[str, BrowserContext] = {}
    yield kept
    for context in kept.values():
        context.close()


@pytest.fixture
def reading(chromium: Browser, readers: dict[str, BrowserContext]) -> Iterator[Reading]:
    """Opens an address in a page of its own: ``reading(url, width=360, color_scheme="dark")``."""
    pages: list[Page] = []

    def read(url: str, width: int = 1280, height: int = 900, **kind: Any) -> Page:
        name = repr(sorted(kind.items()))
        if name not in readers:
            readers[name] = chromium.new_context(**kind)
        page = readers[name].new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(url)
        return page

    yield read
    for page in pages:
        page.close()
