"""The pages on disk: written whole or not at all, and damage is told as damage."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import lmdb
import pytest

from dateline.errors import DamagedStore, StoreError
from dateline.press import store as module
from dateline.press.store import Store, replay


def written(path: Path, records: int = 2000) -> Path:
    made = Store(path, writer=True)
    with made.write() as w:
        for number in range(records):
            w.put("pages", b"%08d" % number, b"x" * 500)
    made.close()
    return path


def cut_off(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def overwrite_head(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(os.urandom(8192))


def overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (path.stat().st_size - 8192))


def of_a_later_lmdb(path: Path) -> None:
    """The number of LMDB's own format, in both of its head pages."""
    with path.open("r+b") as file:
        for page in (0, 4096):
            file.seek(page + 20)
            file.write((999).to_bytes(4, "little"))


@pytest.mark.parametrize("damage", [cut_off, overwrite_head, overwrite, of_a_later_lmdb])
@pytest.mark.parametrize("writer", [True, False])
def test_damage_is_told_as_such_with_what_to_do(tmp_path: Path, damage: Callable[[Path], None], writer: bool) -> None:
    damage(written(tmp_path) / "data.mdb")
    with pytest.raises(DamagedStore, match=r"dateline rebuild$") as raised:
        read_everything(tmp_path, writer)
    assert str(tmp_path) in str(raised.value)


def test_a_file_that_was_emptied_is_none(tmp_path: Path) -> None:
    empty(written(tmp_path) / "data.mdb")
    with pytest.raises(DamagedStore, match=r"dateline rebuild$"):
        Store(tmp_path)


def read_everything(path: Path, writer: bool) -> None:
    found = Store(path, writer=writer)
    with found.read() as reading:
        list(reading.items("pages"))


def test_where_nothing_was_pressed_a_reader_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(DamagedStore, match=r"no pressed pages.*dateline rebuild"):
        Store(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    made = Store(tmp_path, writer=True)

    def fail() -> None:
        with made.write() as w:
            w.put("pages", b"a", b"1")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with made.read() as reading:
        assert reading.get("pages", b"a") is None
    assert made.writes == 0
    made.close()


def test_pages_that_outgrow_their_room_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAP_SIZE", 1 << 20)
    made = Store(tmp_path, writer=True)
    with pytest.raises(StoreError, match="have reached"), made.write() as w:
        w.put("pages", b"a", b"x" * (2 << 20))
    made.close()


def test_a_full_disk_is_told_as_one(tmp_path: Path) -> None:
    made = Store(tmp_path, writer=True)
    with pytest.raises(StoreError, match="Free disk space"), made.write():
        raise lmdb.DiskError("No space left on device")
    made.close()


def test_what_was_collected_is_written_as_if_at_once(tmp_path: Path) -> None:
    made = Store(tmp_path, writer=True)
    with made.write() as w:
        w.put("pages", b"old", b"1")
    with made.defer() as deferred:
        deferred.put("pages", b"new", b"2")
        deferred.delete("pages", b"old")
        deferred.raise_to("meta", b"changed", 7)
        deferred.put_stamp(2000, 99)
        assert deferred.get("pages", b"new") is None
    with made.write() as w:
        replay(deferred.collected, w)
        w.raise_to("meta", b"changed", 5)
    with made.read() as reading:
        assert (reading.get("pages", b"new"), reading.get("pages", b"old")) == (b"2", None)
        assert int.from_bytes(reading.get("meta", b"changed") or b"", "big") == 7
        assert (reading.stamp(2000), reading.stamp(1999), reading.stamp(5)) == (99, 0, 0)
    made.close()


def test_the_neighbours_of_a_key_are_found(tmp_path: Path) -> None:
    made = Store(tmp_path, writer=True)
    with made.write() as w:
        for name in (b"day:1", b"day:3", b"other"):
            w.put("pages", name, b"x")
        assert w.before("pages", b"day:", b"day:3") == b"day:1"
        assert w.before("pages", b"day:", b"day:1") is None
        assert w.before("pages", b"day:", b"day:9") == b"day:3"
        assert w.before("pages", b"other", b"z") == b"other"
        assert [key for key, _ in w.items("pages", b"day:", b"day:2")] == [b"day:3"]
    made.close()
