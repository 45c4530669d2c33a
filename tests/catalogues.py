"""What holds of every catalogue of labels, whichever part of Dateline it belongs to."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po


def languages(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.po"))


def read(folder: Path, language: str) -> Catalog:
    with (folder / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def labels(catalogue: Catalog) -> set[str]:
    """Every label that a catalogue has, what is counted by its singular."""
    return {forms(message.id)[0] for message in catalogue if message.id}


def labels_of_code(path: Path, takers: Mapping[str, int]) -> Iterator[str]:
    """The labels in a file of Python: the first texts, so many as ``takers`` says, that a function is handed."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            for given in node.args[: takers.get(_name_of(node.func), 0)]:
                if isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value.strip():
                    yield given.value


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """A label, or the forms that it has for numbers."""
    return text if isinstance(text, tuple) else (text,)


def check_translations(catalogue: Catalog) -> None:
    """Every label is translated and keeps what is filled in."""
    for message in catalogue:
        assert all(forms(message.string)), message.id
        assert not message.fuzzy or not message.id
        if message.id:
            assert all(_fields(text) == _fields(forms(message.id)[-1]) for text in forms(message.string)), message.id


def check_plurals(catalogue: Catalog, language: str) -> None:
    """What is counted has a form for every number of the language, told apart as CLDR has it."""
    rule = get_plural(language)
    assert (catalogue.num_plurals, catalogue.plural_expr) == (rule.num_plurals, rule.plural_expr)
    for message in catalogue:
        if message.id and message.pluralizable:
            assert len(message.string) == rule.num_plurals, message.id


def _name_of(function: ast.expr) -> str:
    return getattr(function, "attr", "") or getattr(function, "id", "")


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
