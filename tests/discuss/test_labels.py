"""What readers are told at /discuss/ and in letters, in every language that Dateline comes with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import browsing
import pytest
import readers
from django.db import DatabaseError
from django.utils import translation

import catalogues
from dateline.desk import house
from dateline.discuss import doors, labels, noticed
from dateline.discuss.checks.order import CHECKS
from dateline.discuss.models import Letter
from dateline.press import words as press_words
from dateline.site import failing

DISCUSS = Path(labels.__file__).parent
LANGUAGES = catalogues.languages(labels.CATALOGUES)
TAKERS = {"say": 1, "later": 1, "label": 1, "words": 1, "count": 1, "Refused": 2, "TooOften": 1}
TAKERS |= dict.fromkeys(("ThreadClosed", "WorkWanted", "NotAllowed", "NotThere"), 2)

# What moderators read is English; what an archive says is nobody's label.
OTHERS = ("desk", "checks", "intake", "learned")

_IN_TEMPLATES = re.compile(r'{% say "([^"]*)"')


def labels_used() -> Iterator[str]:
    for path in DISCUSS.rglob("*.py"):
        if not set(path.relative_to(DISCUSS).parts) & set(OTHERS):
            yield from catalogues.labels_of_code(path, TAKERS)
    yield from catalogues.labels_of_code(Path(failing.__file__), TAKERS)
    for path in (DISCUSS / "templates").rglob("*.*"):
        if "desk" not in path.parts:
            yield from _IN_TEMPLATES.findall(path.read_text(encoding="utf-8"))


USED = set(labels_used())
SHARED = catalogues.labels(catalogues.read(press_words.CATALOGUES, "de"))


def test_the_labels_of_templates_tables_refusals_and_letters_are_all_found() -> None:
    some = {"Report a comment", "Advertising or spam", "Your comment is empty.", "Hello {name},", "many links"}
    assert some <= USED


def test_it_speaks_every_language_that_the_pages_speak() -> None:
    assert catalogues.languages(press_words.CATALOGUES) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_word_that_the_pages_have_not_and_no_other(language: str) -> None:
    assert catalogues.labels(catalogues.read(labels.CATALOGUES, language)) == USED - SHARED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated_and_keeps_what_is_filled_in(language: str) -> None:
    catalogues.check_translations(catalogues.read(labels.CATALOGUES, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_the_plural_forms_of_the_language(language: str) -> None:
    catalogues.check_plurals(catalogues.read(labels.CATALOGUES, language), language)


def test_no_template_of_readers_has_another_way_to_say_a_word() -> None:
    for path in (DISCUSS / "templates").rglob("*.*"):
        assert "desk" in path.parts or "i18n" not in path.read_text(encoding="utf-8"), path


def test_every_check_has_words_for_the_writer() -> None:
    assert {check.name for check in CHECKS} <= set(noticed.SAID)


def test_a_writer_is_not_told_what_a_moderator_noted_about_them() -> None:
    found = {"check": "person held", "says": "a moderator holds this person's comments: known for trouble"}
    assert "trouble" not in noticed.things([found])
    assert noticed.things([{"check": "words", "says": "“b0llard”, which reads as “bollard”"}]).endswith(
        "(“b0llard”, “bollard”)"
    )


@pytest.fixture
def site_in(monkeypatch: pytest.MonkeyPatch, pages: None) -> Iterator[Callable[[str, str], None]]:
    """Call it to have the site in another language, and from right to left if it is."""
    spoken = []

    def turn(language: str, direction: str) -> None:
        told: Any = replace(house.site(), language=language, direction=direction)
        monkeypatch.setattr(house, "site", lambda: told)
        spoken.append(translation.override(language))
        spoken[-1].__enter__()

    yield turn
    for one in spoken:
        one.__exit__(None, None, None)


PAGES = ("{code}/write", "{code}/report?comment={number}", "{code}/notice?comment={number}", "account/login/")
OWN = ("me", "me/erase", "{code}/mine", "{code}/mute?comment={number}", "account/email/", "account/password/set/")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fa", "ar"])
def test_pages_from_right_to_left_are_so_and_in_their_language(
    language: str, site_in: Callable[[str, str], None]
) -> None:
    site_in(language, "rtl")
    row = readers.comment(readers.story().pk, readers.reader("Nils Berg"))
    ines = readers.reader()
    readers.comment(row.story, ines, "Mine.")
    clients = [(browsing.browser(), PAGES), (browsing.signed_in(ines), OWN)]
    for client, paths in clients:
        for path in paths:
            page = client.get(f"/discuss/{path.format(code=row.story, number=row.number)}")
            assert page.status_code == 200, path
            html = page.content.decode()
            assert f'<html lang="{language}" dir="rtl">' in html, path
            found = english(html)
            assert not found, f"{path}: {found}"


def english(html: str) -> list[str]:
    """Sentences and labels of ours that stand on a page in English."""
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "|", html))
    return sorted(one for one in USED if len(one) > 3 and re.search(rf"\| ?{re.escape(one)} ?\|", shown))


@pytest.mark.django_db
def test_the_test_would_find_english(pages: None) -> None:
    assert "Report a comment" in english(
        browsing.browser()
        .get(f"/discuss/{(row := readers.comment(readers.story().pk)).story}/report?comment={row.pk}")
        .content.decode()
    )


@pytest.mark.django_db
def test_refusals_and_letters_are_in_the_language_of_the_site(site_in: Callable[[str, str], None]) -> None:
    site_in("fa", "rtl")
    code = readers.story().pk
    refused = browsing.browser().post(*browsing.sent(code, text=" "))
    assert "دیدگاه شما خالی است." in refused.content.decode()
    browsing.browser().post(*browsing.sent(code))
    letter = Letter.objects.get()
    assert letter.subject.startswith("دیدگاه خود را در")
    assert "اگر شما نبودید" in letter.text
    assert "somebody" not in letter.text
    doors.rule("site", None, proof_bits=8)
    assert "محاسبه‌ای کوچک" in browsing.browser().get(f"/discuss/{code}/write").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("trouble", "status", "title"),
    [(DatabaseError, 503, "دیدگاه‌ها باید کمی صبر کنند"), (ValueError, 500, "مشکلی پیش آمد")],
)
def test_what_could_not_be_done_is_said_in_the_language_of_the_site_and_needs_nothing_for_it(
    trouble: type[Exception],
    status: int,
    title: str,
    site_in: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise trouble("the disk is gone")

    site_in("fa", "rtl")
    code = readers.story().pk
    client = browsing.signed_in(readers.reader())
    labels.words()
    monkeypatch.setattr(doors, "post", fail)
    monkeypatch.setattr(Path, "open", fail)
    monkeypatch.setattr("django.template.base.Template.render", fail)
    client.raise_request_exception = False
    answer = client.post(*browsing.sent(code))
    assert answer.status_code == status
    assert answer["Cache-Control"] == "no-store"
    html = answer.content.decode()
    assert '<html lang="fa" dir="rtl">' in html
    assert f"<h1>{title}</h1>" in html
    assert "آنچه نوشته‌اید هنوز سر جایش است" in html


@pytest.mark.django_db
def test_a_reader_who_asks_to_be_erased_types_the_word_of_their_language(
    site_in: Callable[[str, str], None],
) -> None:
    site_in("de", "ltr")
    ines = readers.reader()
    client = browsing.signed_in(ines)
    assert client.post("/discuss/me/erase", {"word": "erase"}).status_code == 422
    assert client.post("/discuss/me/erase", {"word": "Löschen"}).status_code == 200
    ines.refresh_from_db()
    assert ines.erased_at
