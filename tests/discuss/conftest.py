"""A newsroom with its sections, and a ledger that can be told to fail, for the tests of discussions."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
# The builders are imported as ``readers`` and ``newsroom``, however pytest imports the tests.
sys.path[:0] = [str(HERE), str(HERE.parent / "desk")]


@pytest.fixture
def sections(db: None) -> None:
    """The sections of the site, and nobody of an earlier test remembered."""
    from django.conf import settings

    from dateline.desk.sections import sync_sections
    from dateline.discuss import badges

    sync_sections(settings.FOLDER.config.site)
    badges.forget()


@pytest.fixture
def broken_ledger(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it to make every append fail from then on."""
    from dateline.ledger import record

    def fail(*_: Any) -> None:
        raise RuntimeError("the ledger is told to fail")

    return lambda: monkeypatch.setattr(record, "_append", fail)


@pytest.fixture
def shown() -> Callable[[str], Any]:
    """What readers see of a subject now, as JSON data; None if nothing."""
    from dateline.ledger import read

    def look(subject: str) -> Any:
        state = read.current([subject]).get(subject)
        return json.loads(state.body) if state and state.body else None

    return look
