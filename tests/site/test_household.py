"""The processes beside the page workers, while the machine has little to give."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

import waiting
from dateline.site import process, server


def test_a_process_that_cannot_be_started_for_want_of_memory_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start, refused = subprocess.Popen, []

    def refuse_first(command: list[str], *rest: Any, **words: Any) -> Any:
        if not refused:
            refused.append(command)
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return start(command, *rest, **words)

    monkeypatch.setattr(subprocess, "Popen", refuse_first)
    monkeypatch.setattr(process, "command", lambda _name, _path: [sys.executable, "-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(server, "AGAIN", 0.01)
    household = server.Household(_Folder())  # type: ignore[arg-type]
    household.start()
    waiting.until(lambda: len(household.processes) == len(household.threads), "all of them were started")
    household.stop()
    assert "cannot be started" in capsys.readouterr().err
    assert household.status == 0


class _Folder:
    path = "."
