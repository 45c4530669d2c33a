"""Every label that Dateline puts on a page, in every language that it comes with."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po
from jinja2.ext import extract_from_ast

from dateline.press import layout, words

PRESS = Path(words.__file__).parent
LANGUAGES = sorted(path.stem for path in words.CATALOGUES.glob("*.po"))

# What a label is handed to: words themselves, under the names that the code has for them, or the mark of a table.
TAKERS = {"_", "words", "label", "count"}


def labels_of_templates() -> Iterator[str]:
    env = layout.environment()
    for path in layout.TEMPLATES.glob("*.html"):
        for _, _, found in extract_from_ast(env.parse(path.read_text(encoding="utf-8")), gettext_functions=("_",)):
            yield found if isinstance(found, str) else str(found[0])


def labels_of_code() -> Iterator[str]:
    for path in PRESS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name_of(node.func) in TAKERS and node.args:
                given = node.args[0]
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield given.value


def name_of(function: ast.expr) -> str:
    return getattr(function, "attr", "") or getattr(function, "id", "")


def catalogue(language: str) -> Catalog:
    with (words.CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """A label, or the forms that it has for numbers."""
    return text if isinstance(text, tuple) else (text,)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


USED = {*labels_of_templates(), *labels_of_code()}


def test_the_labels_of_templates_tables_and_code_are_all_found() -> None:
    assert {"Featured Stories", "Editor’s note", "original", "Not found", "Published again"} <= USED


def test_the_languages_that_newsrooms_asked_for_are_there() -> None:
    assert {"ar", "de", "es", "fa", "fr", "he", "pt", "ru", "tr", "vi", "zh"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_label_and_no_other(language: str) -> None:
    assert {forms(message.id)[0] for message in catalogue(language) if message.id} == USED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_translated_and_keeps_what_is_filled_in(language: str) -> None:
    for message in catalogue(language):
        assert all(forms(message.string)), message.id
        assert not message.fuzzy or not message.id
        if message.id:
            assert all(fields(text) == fields(forms(message.id)[-1]) for text in forms(message.string)), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_a_form_for_every_number_of_the_language(language: str) -> None:
    for message in catalogue(language):
        if message.id and message.pluralizable:
            assert len(message.string) == get_plural(language).num_plurals, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plural_forms_are_those_of_the_language(language: str) -> None:
    assert catalogue(language).num_plurals == get_plural(language).num_plurals
    assert catalogue(language).plural_expr == get_plural(language).plural_expr


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_labels_in_the_language_of_the_site(language: str) -> None:
    assert words.Words(language, "UTC")("Featured Stories") == catalogue(language)["Featured Stories"].string
    assert words.Words(language, "UTC")("Featured Stories") != "Featured Stories"
