"""Whoever meets damage leaves word for the follower, even if it is the last thing that they do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dateline.press import repair

CRASH = """
import ctypes, sys
from pathlib import Path
from dateline.press import repair
repair.leave_trace(Path(sys.argv[1]))
ctypes.string_at(0) if len(sys.argv) > 2 else None
"""


def test_a_request_is_taken_once_with_its_reason(tmp_path: Path) -> None:
    assert repair.requested(tmp_path) is None
    repair.ask(tmp_path / "run", "page 7 is not one")
    assert repair.requested(tmp_path / "run") == "page 7 is not one"
    assert repair.requested(tmp_path / "run") is None
    assert not list((tmp_path / "run").iterdir())


def test_a_person_who_asks_gives_no_reason(tmp_path: Path) -> None:
    (tmp_path / repair.REQUEST).write_text("")
    assert repair.requested(tmp_path) == ""


def test_a_process_that_is_ended_by_what_it_reads_leaves_its_stack(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", CRASH, tmp_path, "crash"], check=False)
    assert ended.returncode < 0
    why = repair.requested(tmp_path) or ""
    assert why.startswith("A process that read the pages was ended by what it read.")
    assert "Segmentation fault" in why
    assert repair.requested(tmp_path) is None


def test_a_process_that_ends_well_leaves_no_request(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", CRASH, tmp_path], check=True)
    assert list(tmp_path.glob("crash.*"))
    assert repair.requested(tmp_path) is None
    assert not list(tmp_path.glob("crash.*"))


def test_where_no_word_can_be_left_the_reader_is_answered_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file")
    repair.ask(tmp_path / "run", "page 7 is not one")
