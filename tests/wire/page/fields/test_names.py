"""Names out of bylines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.page.fields.names import LONGEST_NAME, is_agency, is_desk, is_person, split


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Other", ["Ann Other"]),
        ("By Ann Other and Tom Weller", ["Ann Other", "Tom Weller"]),
        ("BY ANN OTHER, TOM WELLER and Rui Prado", ["ANN OTHER", "TOM WELLER", "Rui Prado"]),
        ("Von Ann Other und Tom Weller, Berlin", ["Ann Other", "Tom Weller"]),
        ("Ein Kommentar von Ann Other", ["Ann Other"]),
        ("Por Ann Other y Tom Weller", ["Ann Other", "Tom Weller"]),
        ("Par Ann Other et Tom Weller", ["Ann Other", "Tom Weller"]),
        ("Автор: Анна Иванова", ["Анна Иванова"]),
        ("記者 王小明", ["王小明"]),
        ("記者：王小明", ["王小明"]),
        ("日期：", []),
        ("김하나 기자 hana@courier.example", ["김하나"]),
        ("Ann Other (aot)", ["Ann Other"]),
        ("Ann Other, Senior Reporter", ["Ann Other"]),
        ("Ann van der Other / dpa", ["Ann van der Other"]),
        ("Ann O’Ther; Tom Weller", ["Ann O’Ther", "Tom Weller"]),
        ("ByAnn Other", ["Ann Other"]),
        ("Ann OtherNews Reporter", ["Ann Other"]),
        ("Ann Other Ann Other", ["Ann Other"]),
        ("Ann Other2 minutes ago", ["Ann Other"]),
        ("By Ann Other Follow", ["Ann Other"]),
        ("von Ann Other Foto: © Tom Weller", ["Ann Other"]),
        ("Erstellt von Ann Other", ["Ann Other"]),
        ("Eine Kolumne von Ann Other", ["Ann Other"]),
        ("https://courier.example/authors/ann-other", []),
        ("ann@courier.example", []),
        ("2024-11-05", []),
        ("", []),
    ],
)
def test_the_names_in_a_byline(line: str, names: list[str]):
    assert split(line) == names


@pytest.mark.parametrize(
    "name", ["Harbour Courier Newsroom", "Redaktion", "Editorial Staff", "AFP", "dpa", "courier.com"]
)
def test_a_desk_is_no_person(name: str):
    assert is_desk(name, {"harbour courier"})
    assert not is_person(name, {"harbour courier"})


@pytest.mark.parametrize("name", ["Ann Other", "王小明", "Anna Müller-Lüdenscheidt", "Ludwig van der Zee"])
def test_a_person_is_no_desk(name: str):
    assert is_person(name, {"harbour courier"})


@pytest.mark.parametrize(
    "name", ["Share Article", "View Comments", "Read More", "About", "Key Points", "Neuer Abschnitt"]
)
def test_a_button_is_no_person(name: str):
    assert not is_person(name, set())


@pytest.mark.parametrize("name", ["Reuters", "AP", "The Associated Press", "新华社", "РИА Новости"])
def test_agencies_are_known_however_they_are_written(name: str):
    assert is_agency(name)


@given(st.text(max_size=300))
def test_what_is_called_a_name_is_short_and_has_letters(text: str):
    for name in split(text):
        assert len(name) <= LONGEST_NAME
        assert any(c.isalpha() for c in name)
        assert "<" not in name
