"""The paper pressed once for the run, to be written out."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsstand
import papers
from builders import site


@pytest.fixture(scope="session")
def courier(tmp_path_factory: pytest.TempPathFactory) -> papers.Paper:
    folder: Path = tmp_path_factory.mktemp("paper")
    newsstand.press(papers.paper(site()), folder)
    return papers.Paper(folder)
