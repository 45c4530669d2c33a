"""A paper with a page of every kind, pressed once for the run and read without a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import newsstand
from builders import FIRST_DAY, Tape, site
from dateline.masthead import Site
from dateline.serve.edition import Edition
from sheets import Print, Read, Sheet

NOW = FIRST_DAY.timestamp() + 2 * 3600
"""All that the courier publishes is of the two hours before."""


@pytest.fixture(scope="session")
def printing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Print]:
    """Presses a tape and gives the function that reads an address of it, at two hours after the first day began."""
    editions: list[Edition] = []

    def pressed(tape: Callable[[Site], Tape]) -> Read:
        folder: Path = tmp_path_factory.mktemp("paper")
        newsstand.press(tape(site()), folder)
        edition = Edition(folder / "pressed", lambda: NOW)
        editions.append(edition)

        def read(address: str) -> Sheet:
            path, _, query = address.partition("?")
            answer = edition.answer(path, query, "")
            return Sheet(answer.status, dict(answer.headers), answer.body)

        return read

    yield pressed
    for edition in editions:
        if edition.store is not None:
            edition.store.close()


@pytest.fixture(scope="session")
def paper(printing: Print) -> Read:
    """The paper with a page of every kind; ``newsstand.PAGES`` names them."""
    return printing(newsstand.courier)
