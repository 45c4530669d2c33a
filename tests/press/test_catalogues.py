"""Every label that Dateline puts on a page, in every language that it comes with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2.ext import extract_from_ast

import catalogues
from dateline.press import layout, words

PRESS = Path(words.__file__).parent
LANGUAGES = catalogues.languages(words.CATALOGUES)

# What a label is handed to: words themselves, under the names that the code has for them, or the mark of a table.
TAKERS = {"_": 1, "words": 1, "label": 1, "count": 1}


def labels_of_templates() -> Iterator[str]:
    env = layout.environment()
    for path in layout.TEMPLATES.glob("*.html"):
        for _, _, found in extract_from_ast(env.parse(path.read_text(encoding="utf-8")), gettext_functions=("_",)):
            yield found if isinstance(found, str) else str(found[0])


USED = set(labels_of_templates()).union(*(catalogues.labels_of_code(path, TAKERS) for path in PRESS.rglob("*.py")))


def test_the_labels_of_templates_tables_and_code_are_all_found() -> None:
    assert {"Featured Stories", "Editor’s note", "original", "Not found", "Published again"} <= USED


def test_the_languages_that_newsrooms_asked_for_are_there() -> None:
    assert {"ar", "de", "es", "fa", "fr", "he", "pt", "ru", "tr", "vi", "zh"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_label_and_no_other(language: str) -> None:
    assert catalogues.labels(catalogues.read(words.CATALOGUES, language)) == USED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_translated_and_keeps_what_is_filled_in(language: str) -> None:
    catalogues.check_translations(catalogues.read(words.CATALOGUES, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_the_plural_forms_of_the_language(language: str) -> None:
    catalogues.check_plurals(catalogues.read(words.CATALOGUES, language), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_labels_in_the_language_of_the_site(language: str) -> None:
    said = catalogues.read(words.CATALOGUES, language)["Featured Stories"].string
    assert words.Words(language, "UTC")("Featured Stories") == said
    assert said != "Featured Stories"
