"""Every attack string as a name, a comment and a reply, through the door that the public has.

What gets in is plain text, cleaned; every page that shows it shows it as text.
"""

from __future__ import annotations

import html
from contextlib import suppress

import browsing
import pytest
import readers

import attacks
from dateline.discuss import limits, words
from dateline.discuss.models import Comment, Reader, Waiting
from dateline.discuss.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages"), attacks.needed]


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits are not what is tested here."""
    monkeypatch.setattr(limits.counts, "take", lambda *_: None)


def typed() -> list[str]:
    """What a browser can send: a form field holds no half of a character."""
    return [one.encode("utf-8", "replace").decode() for one in attacks.strings()]


def assert_page_whole(markup: str, text: str) -> None:
    """No tag on the page but ours, whatever stands in it."""
    assert "<script" not in markup
    assert markup.count("<main") == markup.count("</main>") == 1
    assert markup.count("<form") == markup.count("</form>")
    if "<" in text:
        assert text not in markup


def packed() -> list[str]:
    """All strings in texts as long as a comment may be; one that is longer alone is cut as a form would cut it."""
    packs, lines = [], []
    for text in dict.fromkeys(typed()):
        line = " ".join(text.split())[:1500]
        if sum(map(len, lines)) + len(lines) + len(line) > 4500 or len(lines) > 150:
            packs.append("\n".join(lines))
            lines = []
        lines.append(line)
    return [*packs, "\n".join(lines)]


@pytest.mark.slow
@pytest.mark.usefixtures("unhurried")
def test_every_string_is_taken_as_text_or_refused_with_a_sentence() -> None:
    code, ines = readers.story().pk, readers.reader()
    first = readers.comment(code)
    client = browsing.signed_in(ines)
    refused: list[str] = []
    for number, text in enumerate(packed()):
        parent = str(first.number) if number % 2 else ""
        answer = client.post(*browsing.sent(code, text=text, parent=parent))
        if answer.status_code != 303:
            refused += text.split("\n")
    for text in refused:
        answer = client.post(*browsing.sent(code, text=text))
        assert answer.status_code in (303, 422), text
        if answer.status_code == 422:
            assert_page_whole(answer.content.decode(), text)
    rows = list(Comment.objects.all())
    assert len(rows) > 100
    assert not any(attacks.CONTROL.search(row.text) for row in rows)
    assert Comment.objects.filter(parent=first).exists()
    page = client.get(f"/discuss/{code}/mine").content.decode()
    assert page.count('class="own"') == 50
    assert_page_whole(page, "<script>alert(1)</script>")


def test_every_string_as_a_name_is_one_line_that_can_be_read_or_is_refused() -> None:
    taken = []
    for text in dict.fromkeys(typed()):
        with suppress(Refused):
            taken.append(words.name(text))
    assert taken
    for name in taken:
        assert not attacks.CONTROL.search(name)
        assert "\n" not in name
        assert len(name) <= words.LONGEST_NAME


@pytest.mark.usefixtures("unhurried")
def test_strings_as_names_and_addresses_through_the_door() -> None:
    code = readers.story().pk
    client = browsing.browser()
    for text in list(dict.fromkeys(typed()))[::60]:
        for fields in ({"name": text}, {"email": text}):
            answer = client.post(*browsing.sent(code, **fields))
            assert answer.status_code in (200, 422), text
            assert_page_whole(answer.content.decode(), text)
    assert not Reader.objects.exists()
    for row in Waiting.objects.all():
        assert not attacks.CONTROL.search(row.name + row.email)
        assert "\n" not in row.name + row.email


def test_a_name_and_a_text_are_escaped_wherever_they_are_shown() -> None:
    code = readers.story().pk
    nasty = "<img src=x onerror=alert(1)>&\"'"
    ines = readers.reader(standing="trusted")
    Reader.objects.filter(pk=ines.pk).update(name=nasty)
    ines.refresh_from_db()
    row = readers.comment(code, ines, f"{nasty}\n\n{{{{ 7 }}}} {{% debug %}}")
    client = browsing.signed_in(ines)
    ways = (f"/discuss/{code}/mine", f"/discuss/{code}/write?to={row.number}", "/discuss/me")
    for way in (*ways, f"/discuss/{code}/report?comment={row.number}", f"/discuss/{code}/edit?comment={row.number}"):
        page = client.get(way).content.decode()
        assert "<img" not in page, way
        assert html.escape("<img src=x") in page, way


def test_an_address_is_never_more_than_one() -> None:
    for text in (
        "a@b.example, c@d.example",
        "a@b.example\r\nBcc: c@d.example",
        "<a@b.example>",
        "a@b.example;c@d.example",
    ):
        with pytest.raises(Refused):
            words.email(text)
