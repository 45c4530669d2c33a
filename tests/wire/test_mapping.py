"""What columns mean, as a file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import CopyError
from dateline.wire import columns, mapping, sources
from dateline.wire.sources import About

TABLE = "Nummer;Kopf;Vorlauf;Lauftext;Wer;Erschienen\n7;Hafen;Kurz gesagt.;Der Hafen ist offen.;Ana Lopes;5.3.2019\n"
TOLD = """
[columns]
headline = "Kopf"
body = ["Vorlauf", "Lauftext"]
authors = "Wer"
published = "Erschienen"
code = "nummer"

[fixed]
language = "de"
source = "Hafenblatt"
"""


def load(path: Path, text: str) -> mapping.Mapping:
    file = path / "mapping.toml"
    file.write_text(text, encoding="utf-8")
    return mapping.load(file)


def test_columns_with_names_of_their_own_are_read_as_the_mapping_says(tmp_path: Path) -> None:
    table = tmp_path / "table"
    table.write_text(TABLE, encoding="utf-8")
    source = sources.named("csv")
    with table.open("rb") as file:
        (piece,) = source.split(file)
    record = source.read(piece, About(mapping=load(tmp_path, TOLD)))
    assert (record.headline, record.plain_body()) == ("Hafen", "Kurz gesagt.\nDer Hafen ist offen.")
    assert (record.authors, record.published, record.code) == (("Ana Lopes",), "2019-03-05", 7)
    assert (record.language, record.source) == ("de", "Hafenblatt")


def test_names_in_json_are_read_as_the_mapping_says(tmp_path: Path) -> None:
    said = load(tmp_path, '[columns]\nheadline = "kop"\nbody = "tekst"\n')
    for name in ("json", "jsonl"):
        record = sources.named(name).read(
            b'{"kop": "Brug", "tekst": "De brug is dicht.", "text": "no"}', About(mapping=said)
        )
        assert (record.headline, record.plain_body()) == ("Brug", "De brug is dicht.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[columns]\nheading = 'x'", "names 'heading'; known are agency, alt, authors, body"),
        ("[fields]\nheadline = 'x'", "has 'fields'; it may have the tables"),
        ("columns = 5", "has 'columns'; it may have the tables"),
        ("[columns", "cannot be read"),
    ],
)
def test_a_mapping_that_is_wrong_says_what_would_be_right(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(CopyError, match="mapping") as error:
        load(tmp_path, text)
    assert reason in str(error.value)


def test_a_mapping_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CopyError, match="cannot be read"):
        mapping.load(tmp_path / "none.toml")


@pytest.mark.parametrize("word", ["Draft", "pending", "in review", "0"])
def test_a_state_that_nobody_knows_holds_a_story_back(word: str) -> None:
    record = columns.read({"title": "A", "text": "Some text.", "status": word}, mapping.UNMAPPED, "table")
    assert record.state == "draft"
