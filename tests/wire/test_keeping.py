"""An original is read again as it was read when it came in: with its mapping, and with what was learned of its site."""

from __future__ import annotations

import io
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from dateline.desk import house
from dateline.desk.sections import sync_sections
from dateline.errors import CopyError
from dateline.wire import keeping, learned, pieces
from dateline.wire.driver import Import
from dateline.wire.keeping import Keeping
from dateline.wire.mapping import UNMAPPED, Mapping
from dateline.wire.models import Original
from dateline.wire.offer import House
from dateline.wire.originals import Originals
from dateline.wire.report import Report
from dateline.wire.text import NOTHING, Furniture
from text_dumps import BY_CODE, STORIES, dump

NAMES = Mapping((("headline", ("Kopf",)), ("body", ("Lauf",)), ("state", ("Stand",))), (("language", "de"),))


@pytest.fixture(autouse=True)
def _ready(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "store", lambda: Originals(tmp_path / "originals"))
    sync_sections(house.site())


def take_in(path: Path, everything: bool = False, mapping: Mapping = UNMAPPED) -> list[dict[str, Any]]:
    file = io.StringIO()
    work = Import(House(house.site()), Report(file), start=ThreadPoolExecutor, mapping=mapping)
    work.originals = Keeping(keeping.store(), everything)
    work.run(pieces.find([path]))
    return [json.loads(line) for line in file.getvalue().splitlines()]


def test_a_row_of_a_table_is_read_again_with_the_mapping_that_it_came_in_by(tmp_path: Path) -> None:
    table = "Kopf;Lauf;Stand\nDie Fähre fällt aus;Sie liegt bis Montag im Trockendock.;draft\n"
    (tmp_path / "old.csv").write_text(table, encoding="utf-8")
    (line,) = take_in(tmp_path / "old.csv", mapping=NAMES)
    assert line["outcome"] == "review"
    (found,) = keeping.read_again(Original.objects.all(), {})
    assert found.record is not None
    assert found.record.headline == "Die Fähre fällt aus"
    assert found.record.language == "de"


def test_a_page_of_text_is_read_again_without_the_furniture_of_its_site(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for story in STORIES:
        (folder / f"{story.code}.txt").write_text(dump(story), encoding="utf-8")
    told = {line["code"]: line for line in take_in(folder, everything=True)}
    rows = list(Original.objects.order_by("piece"))
    assert len({row.beside for row in rows}) == 1
    for found in keeping.read_again(rows, {}):
        assert found.record is not None
        assert found.record.headline == BY_CODE[found.record.code or 0].headline
        assert found.record.plain_body() == told[found.record.code]["body"]


def test_what_is_kept_beside_an_original_comes_back_as_it_was() -> None:
    furniture = Furniture(9, {"menu": (9, 18)}, {"# of #": 4}, frozenset({"the courier"}))
    assert learned.decode(learned.encode(NAMES, furniture)) == (NAMES, furniture, b"")
    assert learned.encode(UNMAPPED, NOTHING) == b""
    assert learned.decode(b"") == (UNMAPPED, NOTHING, b"")


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"lines": {"a": 1}}', b'{"columns": [1]}'])
def test_what_was_damaged_beside_an_original_is_said(data: bytes) -> None:
    with pytest.raises(CopyError, match="cannot be read"):
        learned.decode(data)
