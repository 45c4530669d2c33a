"""Copy that needs a look: the original beside the story, and what a person decides of it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from dateline.desk import house
from dateline.desk.models import Story
from dateline.desk.sections import sync_sections
from dateline.errors import DatelineError
from dateline.ledger import read
from dateline.wire import keeping, looks, pieces
from dateline.wire.driver import Import
from dateline.wire.keeping import Keeping
from dateline.wire.models import Original, SiteRule, Taken
from dateline.wire.offer import House
from dateline.wire.originals import Originals
from dateline.wire.report import Report
from dateline.wire.rules import Rule

SHORT = """<!doctype html><html lang="en"><head><title>Notice {number}</title>
<link rel="canonical" href="https://old.example/{number}"></head><body><article><h2>Notice {number}</h2>
<div class="who">By Ana Lopes</div>
<p>The pier is closed until noon, for the crane {number} is at work and its arm hangs low.</p>
<p>Small boats may pass on the far side.</p></article>
<script>alert(1)</script></body></html>"""


@pytest.fixture(autouse=True)
def _ready(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if not one.startswith("dateline.site.")]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *_, **__: None)
    monkeypatch.setattr(keeping, "store", lambda: Originals(tmp_path / "originals"))
    sync_sections(house.site())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "archive"
    path.mkdir()
    for number in (1, 2, 3):
        (path / f"{number}.html").write_text(SHORT.format(number=number))
    return path


def take_in(folder: Path, everything: bool = False, **options: Any) -> list[dict[str, Any]]:
    from concurrent.futures import ThreadPoolExecutor

    file = io.StringIO()
    work = Import(House(house.site()), Report(file), start=ThreadPoolExecutor, **options)
    work.rules, work.originals = keeping.rules(), Keeping(keeping.store(), everything)
    work.run(pieces.find([folder]))
    return [json.loads(line) for line in file.getvalue().splitlines()]


def somebody(role: str = "editor") -> Any:
    from django.contrib.auth import get_user_model

    from dateline.desk.accounts import make_user

    make_user("Rui Costa", f"{role}@courier.example", "ferry-timetable-9", role)  # type: ignore[arg-type]
    return get_user_model().objects.get(username=f"{role}@courier.example")


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(somebody())
    return client


def desk(path: str = "") -> str:
    return f"/desk/incoming/{path}"


def shown(code: int) -> Any:
    state = read.current([f"story:{code}"]).get(f"story:{code}")
    return json.loads(state.body) if state and state.body else None


def test_what_needs_a_look_is_kept_with_its_original(folder: Path) -> None:
    assert [line["outcome"] for line in take_in(folder)] == ["review"] * 3
    rows = list(looks.waiting())
    assert [row.host for row in rows] == ["old.example"] * 3
    found = looks.original(rows[0])
    assert found is not None
    assert found[1] == (folder / "1.html").read_bytes()


def test_a_dry_run_keeps_nothing(folder: Path) -> None:
    take_in(folder, dry_run=True)
    assert not Original.objects.exists()
    assert not keeping.store().folder.exists()


def test_an_accepted_story_is_out_and_stays_decided(folder: Path) -> None:
    take_in(folder)
    row = looks.waiting()[0]
    looks.accept(row, somebody())
    assert shown(row.code or 0)["headline"] == "Notice 1"
    assert looks.waiting().count() == 2
    again = take_in(folder)
    assert [line["outcome"] for line in again] == ["imported", "review", "review"]
    assert "Accepted at the desk by Rui Costa" in again[0]["reason"]


def test_a_dropped_story_is_gone_and_its_code_is_not_given_again(folder: Path) -> None:
    take_in(folder)
    row = looks.waiting()[0]
    looks.drop(row, somebody())
    assert not Story.objects.filter(pk=row.code).exists()
    again = take_in(folder)
    assert (again[0]["outcome"], again[0]["code"]) == ("rejected", None)
    assert Story.objects.count() == 2


def test_two_cannot_decide_about_the_same(folder: Path) -> None:
    take_in(folder)
    row, user = looks.waiting()[0], somebody()
    looks.accept(row, user)
    with pytest.raises(DatelineError, match="no draft any more"):
        looks.drop(row, user)
    assert shown(row.code or 0)


def test_a_rule_is_previewed_and_holds_at_the_next_reading(folder: Path) -> None:
    before = take_in(folder)
    rule = Rule("standfirst", "element", "p")
    seen = looks.preview("old.example", rule)
    assert (seen.of, seen.read, seen.changed) == (3, 3, 3)
    assert seen.changes[0].after.startswith("The pier is closed")
    assert not SiteRule.objects.exists()
    looks.set_rule("old.example", rule, None)
    after = take_in(folder)
    assert {line["standfirst"] for line in before} == {""}
    assert all(line["standfirst"].startswith("The pier is closed") for line in after)
    assert [line["code"] for line in after] == [line["code"] for line in before]
    looks.remove_rule("old.example", "standfirst")
    assert {line["standfirst"] for line in take_in(folder)} == {""}


def test_a_rule_of_another_host_has_nothing_read_again(folder: Path) -> None:
    take_in(folder)
    looks.set_rule("other.example", Rule("byline", "line", "2"), None)
    assert all("Unchanged" in line["reason"] for line in take_in(folder))


def test_all_originals_are_kept_only_if_that_is_asked_for(folder: Path) -> None:
    long = "".join(
        f"<p>Sentence {n} tells what the harbour master said of the crane at pier four.</p>" for n in range(9)
    )
    text = SHORT.format(number=4).replace("</article>", f"<time datetime='2021-03-09'>9 March</time>{long}</article>")
    (folder / "4.html").write_text(text)
    assert take_in(folder)[3]["outcome"] == "imported"
    assert Original.objects.count() == 3
    Taken.objects.update(digest="")
    take_in(folder, everything=True)
    assert Original.objects.count() == 4


# --- the pages of the desk ---


def test_the_list_names_each_with_its_reason(folder: Path, editor: Client) -> None:
    take_in(folder)
    page = editor.get(desk()).content.decode()
    assert "Notice 1" in page
    assert "headline is only the page" in page


def test_the_original_stands_beside_what_was_read(folder: Path, editor: Client) -> None:
    take_in(folder)
    code = looks.waiting()[0].code
    page = editor.get(desk(f"{code}/")).content.decode()
    assert f'src="{desk(f"{code}/original/")}" sandbox' in page
    assert "title" in page  # where the headline was found
    sealed = editor.get(desk(f"{code}/original/"))
    assert sealed.content == (folder / "1.html").read_bytes()
    assert "default-src 'none'" in sealed["content-security-policy"]
    assert "sandbox" in sealed["content-security-policy"]
    assert "allow-scripts" not in sealed["content-security-policy"]


def test_one_is_accepted_and_the_next_one_comes(folder: Path, editor: Client) -> None:
    take_in(folder)
    first, second, _ = looks.waiting()
    answer = editor.post(desk(f"{first.code}/"), {"do": "accept"})
    assert answer["location"] == desk(f"{second.code}/")
    assert shown(first.code or 0)


def test_those_that_are_ticked_are_dropped(folder: Path, editor: Client) -> None:
    take_in(folder)
    first, second, third = looks.waiting()
    editor.post(desk(), {"do": "drop", "code": [first.code, second.code]})
    assert [row.code for row in looks.waiting()] == [third.code]


def test_a_rule_is_shown_before_it_is_set(folder: Path, editor: Client) -> None:
    take_in(folder)
    code = looks.waiting()[0].code
    form = {"field": "standfirst", "way": "element", "value": "p"}
    page = editor.post(desk(f"{code}/"), {"do": "preview", **form}).content.decode()
    assert "It changes 3 of 3 originals" in page
    assert not SiteRule.objects.exists()
    editor.post(desk(f"{code}/"), {"do": "set", **form})
    assert SiteRule.objects.get().host == "old.example"
    editor.post(desk(f"{code}/"), {"do": "remove", "field": "standfirst"})
    assert not SiteRule.objects.exists()


def test_a_rule_that_cannot_be_is_refused_in_words(folder: Path, editor: Client) -> None:
    take_in(folder)
    code = looks.waiting()[0].code
    answer = editor.post(desk(f"{code}/"), {"do": "set", "field": "byline", "way": "line", "value": "0"})
    assert "A line is a number from 1 to 200." in answer.content.decode()


def test_a_reporter_may_look_and_not_decide(folder: Path, client: Client) -> None:
    take_in(folder)
    client.force_login(somebody("reporter"))
    code = looks.waiting()[0].code
    assert client.get(desk(f"{code}/")).status_code == 200
    for do in ("accept", "drop", "set"):
        answer = client.post(desk(f"{code}/"), {"do": do, "field": "byline", "way": "line", "value": "2"})
        assert answer.status_code in (302, 403)
    assert looks.waiting().count() == 3
    assert not SiteRule.objects.exists()


def test_nobody_sees_an_original_without_signing_in(folder: Path, client: Client) -> None:
    take_in(folder)
    code = looks.waiting()[0].code
    assert client.get(desk(f"{code}/original/")).status_code == 302
    assert str(settings.FOLDER.originals) not in client.get("/desk/login/").content.decode()
