"""An export is whole or not there, touches nothing of others, and can be checked by anybody."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.export import folder

ODD = "a\\b\nc.txt"


def export(target: Path, **files: bytes) -> None:
    with folder.begin(target) as out:
        for name, data in files.items():
            out.write(name, data)
        out.finish({"stories": 1})


def test_an_export_is_at_its_place_only_when_it_is_whole(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError), folder.begin(tmp_path / "out") as out:
        out.copy("a", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_export_left_does_not_keep_the_next_one_out(tmp_path: Path) -> None:
    left = tmp_path / "out.tmp"
    left.mkdir()
    (left / folder.SUMS).touch()
    (left / "half").write_bytes(b"1")
    export(tmp_path / "out", a=b"2")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]
    assert not (tmp_path / "out" / "half").exists()


def test_an_earlier_export_is_replaced(tmp_path: Path) -> None:
    export(tmp_path / "out", old=b"1")
    export(tmp_path / "out", new=b"2")
    assert (tmp_path / "out" / "new").read_bytes() == b"2"
    assert not (tmp_path / "out" / "old").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["out", "out.tmp"])
def test_a_folder_that_no_export_made_is_never_touched(tmp_path: Path, name: str) -> None:
    theirs = tmp_path / name / "letters.txt"
    theirs.parent.mkdir()
    theirs.write_text("mine")
    with pytest.raises(DatelineError, match="that no export made"):
        export(tmp_path / "out", a=b"1")
    assert theirs.read_text() == "mine"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(DatelineError, match="that no export made"):
        export(tmp_path / "out", a=b"1")


def test_whatever_is_changed_or_lost_is_named(tmp_path: Path) -> None:
    target = tmp_path / "out"
    export(target, a=b"1", b=b"2", **{"deep/c": b"3", ODD: b"4"})
    assert folder.check(target) == (5, [])
    (target / "a").write_bytes(b"x")
    (target / "deep" / "c").unlink()
    sound, wrong = folder.check(target)
    assert sound == 3
    assert [one.split()[0] for one in wrong] == ["a", "deep/c"]


def test_the_digests_can_be_checked_without_dateline(tmp_path: Path) -> None:
    export(tmp_path / "out", a=b"1", **{ODD: b"4"})
    done = subprocess.run(["sha256sum", "-c", folder.SUMS, "--quiet"], cwd=tmp_path / "out", check=False)
    assert done.returncode == 0


def test_a_folder_that_is_no_export_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="is no export"):
        folder.check(tmp_path)
