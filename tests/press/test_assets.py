from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dateline.press import assets, fingerprint


def test_an_address_changes_with_the_bytes_and_keeps_the_ending() -> None:
    for name in assets.names():
        stem, _, ending = name.rpartition(".")
        assert assets.address(name) == f"/static/{stem}.{assets.digest(name)}.{ending}"
        assert Path(name).suffix in assets.TYPES


def test_the_style_sheet_and_the_icon_are_there() -> None:
    assert {"site.css", "icon.svg"} <= set(assets.names())


def test_a_style_sheet_goes_out_without_its_remarks_and_with_all_its_rules() -> None:
    whole = (assets.FOLDER / "site.css").read_text()
    sent = gzip.decompress(assets.packed("site.css")).decode()
    assert "/*" in whole
    assert "/*" not in sent
    assert sent.count("{") == whole.count("{")
    assert sent.endswith(whole[-200:])


def test_the_fingerprint_of_one_code_is_one() -> None:
    first = fingerprint.current()
    fingerprint.current.cache_clear()
    assert fingerprint.current() == first


def test_the_fingerprint_changes_with_a_template(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    for part in ("press", "front", "syndicate", "ledger"):
        (tmp_path / part).mkdir()
    for name in ("story.py", "masthead.py", "urls.py", "ledger/entry.py", "press/page.html"):
        (tmp_path / name).write_text("one")
    fingerprint.current.cache_clear()
    before = fingerprint.current()
    (tmp_path / "press/page.html").write_text("two")
    fingerprint.current.cache_clear()
    assert fingerprint.current() != before
    fingerprint.current.cache_clear()
