"""The bytes that stories were read from."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import CopyError
from dateline.wire import originals
from dateline.wire.originals import Originals


@given(st.binary(max_size=2000))
def test_what_is_kept_comes_back_byte_for_byte(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    here = Originals(tmp_path_factory.mktemp("originals"))
    assert here.fetch(here.keep(data)) == data


def test_the_same_bytes_are_kept_once_and_compressed(tmp_path: Path) -> None:
    here = Originals(tmp_path)
    data = b"The ferry left late. " * 1000
    assert here.keep(data) == here.keep(data)
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert file.stat().st_size < len(data) // 10


def test_a_damaged_one_is_said_and_not_shown(tmp_path: Path) -> None:
    here = Originals(tmp_path)
    digest, other = here.keep(b"the pier"), here.keep(b"the crane")
    shutil.copy(here._path(other), here._path(digest))
    with pytest.raises(CopyError, match="is damaged"):
        here.fetch(digest)
    here._path(digest).write_bytes(b"no gzip")
    with pytest.raises(CopyError, match="cannot be read"):
        here.fetch(digest)
    with pytest.raises(CopyError, match="cannot be read"):
        here.fetch("00" * 20)


def test_nothing_is_kept_that_the_disk_has_no_room_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(originals.shutil, "disk_usage", lambda _: SimpleNamespace(free=originals.SPARE))
    with pytest.raises(CopyError, match="are free"):
        Originals(tmp_path).keep(b"the pier")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_nothing_larger_than_a_piece_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(originals, "LARGEST", 10)
    with pytest.raises(CopyError, match="at most 10 are kept"):
        Originals(tmp_path).keep(b"the crane of pier four")
