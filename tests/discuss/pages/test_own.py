"""What is one's own: pending comments, changes, the profile, the data, the end. And nobody else's."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import browsing
import newsroom
import pytest
import readers
from django.contrib.auth import get_user_model
from django.utils import timezone

from dateline.discuss import doors, letters, showing
from dateline.discuss.models import Comment, Mute, Notice, Reader, Report, Session
from dateline.discuss.pages import folded
from dateline.press.discussion import show
from dateline.press.fragment import join
from dateline.press.words import Words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages")]

Shown = Callable[[str], Any]


def test_a_writer_sees_how_a_pending_comment_stands_and_nobody_else_does() -> None:
    code, ines = readers.story().pk, readers.reader(standing="held")
    row = readers.comment(code, ines)
    client = browsing.signed_in(ines)
    assert "waits to be read" in browsing.words(client.get(f"/discuss/{code}/mine"))
    data = client.get(f"/discuss/{code}/mine", HTTP_ACCEPT="application/json").json()
    assert [one["number"] for one in data["comments"]] == [row.number]
    assert 0 < data["comments"][0]["edit"] <= 300
    other = browsing.signed_in(readers.reader("Tomé Faria"))
    assert other.get(f"/discuss/{code}/mine", HTTP_ACCEPT="application/json").json()["comments"] == []
    assert browsing.browser().get(f"/discuss/{code}/mine", HTTP_ACCEPT="application/json").json() == {"reader": None}


def test_a_rejected_comment_says_why() -> None:
    code, ines = readers.story().pk, readers.reader()
    row = readers.comment(code, ines)
    doors.decide([row.number], "rejected", newsroom.account(), reason="insult")
    assert "Comments do not insult people." in browsing.words(browsing.signed_in(ines).get(f"/discuss/{code}/mine"))


def test_a_comment_is_changed_and_deleted_on_pages_without_script(shown: Shown) -> None:
    code, ines = readers.story().pk, readers.reader()
    row = readers.comment(code, ines)
    client = browsing.signed_in(ines)
    assert readers.WORDS in browsing.words(client.get(f"/discuss/{code}/edit?comment={row.number}"))
    answer = client.post(f"/discuss/{code}/edit", {"comment": row.number, "text": "It came after all."})
    assert answer.status_code == 303
    assert shown(f"comment:{row.number}")["text"] == "It came after all."
    client.get(f"/discuss/{code}/delete?comment={row.number}")
    assert shown(f"comment:{row.number}"), "asking is not deleting"
    assert client.post(f"/discuss/{code}/delete", {"comment": row.number}).status_code == 200
    assert shown(f"comment:{row.number}") is None


def test_after_five_minutes_a_comment_stays_as_it_is() -> None:
    code, ines = readers.story().pk, readers.reader()
    row = readers.comment(code, ines)
    Comment.objects.update(written_at=timezone.now() - timedelta(minutes=6))
    answer = browsing.signed_in(ines).post(f"/discuss/{code}/edit", {"comment": row.number, "text": "Too late."})
    assert answer.status_code == 403
    assert Comment.objects.get().text == readers.WORDS


def test_nobody_touches_anothers_comment() -> None:
    code = readers.story().pk
    row = readers.comment(code)
    client = browsing.signed_in(readers.reader("Tomé Faria"))
    for what in ("edit", "delete"):
        assert client.get(f"/discuss/{code}/{what}?comment={row.number}").status_code == 404
        assert client.post(f"/discuss/{code}/{what}", {"comment": row.number, "text": "Mine"}).status_code == 404
    assert Comment.objects.get().text == readers.WORDS


def test_a_report_needs_a_reason_and_no_account() -> None:
    code = readers.story().pk
    row = readers.comment(code)
    client = browsing.browser()
    assert readers.WORDS in browsing.words(client.get(f"/discuss/{code}/report?comment={row.number}"))
    assert client.post(f"/discuss/{code}/report", {"comment": row.number}).status_code == 422
    sent = {"comment": row.number, "reason": "insult", "words": "It is about my neighbour.", "email": "x@y.example"}
    assert client.post(f"/discuss/{code}/report", sent).status_code == 200
    one = Report.objects.get()
    assert (one.reason, one.words, one.email) == ("insult", "It is about my neighbour.", "x@y.example")


def test_a_muted_person_is_told_to_the_script_and_can_be_shown_again() -> None:
    code, ines = readers.story().pk, readers.reader()
    row = readers.comment(code, readers.reader("Tomé Faria"))
    client = browsing.signed_in(ines)
    client.post(f"/discuss/{code}/mute", {"comment": row.number})
    data = client.get(f"/discuss/{code}/mine", HTTP_ACCEPT="application/json").json()
    assert data["muted"] == [row.number]
    assert "Tomé Faria" in browsing.words(client.get("/discuss/me"))
    client.post("/discuss/me/unmute", {"mute": Mute.objects.get().pk})
    assert not Mute.objects.exists()


def test_a_person_is_muted_and_shown_again_by_forms_alone() -> None:
    code, ines = readers.story().pk, readers.reader()
    row = readers.comment(code, readers.reader("Tomé Faria"))
    way = f"/discuss/{code}/mute?comment={row.number}"
    assert browsing.browser().get(way)["Location"].startswith("/discuss/account/login/?next=")
    client = browsing.signed_in(ines)
    assert "Mute Tomé Faria?" in browsing.words(client.get(way))
    assert f'href="/discuss/{code}/read"' in client.post(way, {"comment": row.number}).content.decode()
    assert "Show Tomé Faria again?" in browsing.words(client.get(f"{way}&off=1"))
    client.post(way, {"comment": row.number, "off": "1"})
    assert not Mute.objects.exists()


def test_comments_of_the_muted_are_folded_on_the_readers_own_page_and_no_others() -> None:
    code, ines, nils = readers.story().pk, readers.reader(), readers.reader("Nils <b>Berg")
    rows = [readers.comment(code, ines), readers.comment(code, nils, "</li><li>Late.")]
    rows.append(readers.comment(code, readers.reader("Tomé Faria")))
    rows.append(readers.comment(code, nils, "Again.", parent=rows[2].number))
    Mute.objects.create(reader=ines, muted=nils)
    page = folded.fold(shared(rows), code, ines)
    parts = page.split("<li ")[1:]
    assert ["<details" in part for part in parts] == [False, True, False, True]
    assert ["/mute?" in part for part in parts] == [False, True, True, True]
    assert "<summary>Muted: Nils &lt;b&gt;Berg</summary>" in parts[1]
    assert parts[1].endswith("</details></li>\n")
    assert f'href="/discuss/{code}/read/{rows[2].number}"' in parts[2]
    assert f'href="/discuss/{code}/write?to={rows[2].number}"' in parts[2]


def shared(rows: list[Comment]) -> str:
    """Comments as the pages that everybody shares have them."""
    values = [value for row in rows if (value := showing.value(row))]
    made = join([show.comment(Words("en", "UTC"), value, 0) for value in values])
    return gzip.decompress(made[0]).decode()


def test_the_name_on_comments_that_are_there_stays() -> None:
    code, ines = readers.story().pk, readers.reader()
    row = readers.comment(code, ines)
    client = browsing.signed_in(ines)
    client.post("/discuss/me/name", {"name": "Ines P."})
    assert Reader.objects.get(pk=ines.pk).name == "Ines P."
    assert Comment.objects.get(pk=row.pk).name == "Ines Prado"
    assert client.post("/discuss/me/name", {"name": "http://x.example/"}).status_code == 422


def test_a_reader_takes_all_their_data_along() -> None:
    code, ines = readers.story().pk, readers.reader()
    readers.comment(code, ines, "One of mine.")
    readers.comment(code, readers.reader("Tomé Faria"), "One of his.")
    answer = browsing.signed_in(ines).get("/discuss/me/data")
    data = json.loads(b"".join(answer.streaming_content))
    assert (data["name"], data["email"]) == ("Ines Prado", ines.email)
    assert [one["text"] for one in data["comments"]] == ["One of mine."]


def test_all_their_data_is_also_what_a_reader_wrote_that_nobody_reads() -> None:
    code, ines = readers.story().pk, readers.reader()
    his = readers.comment(code, readers.reader("Tomé Faria"), "One of his.")
    browsing.browser().post(*browsing.sent(code, email=ines.email, text="Not confirmed."))
    browsing.browser().post(
        f"/discuss/{code}/report", {"comment": his.number, "reason": "insult", "email": ines.email, "words": "Rude."}
    )
    given = {"law": "insult", "place": "http://courier.example/", "due": timezone.now()}
    Notice.objects.create(comment=his, explanation="Against the law.", email=ines.email, name=ines.name, **given)
    data = json.loads(b"".join(browsing.signed_in(ines).get("/discuss/me/data").streaming_content))
    assert [one["text"] for one in data["not_confirmed_yet"]] == ["Not confirmed."]
    assert [one["words"] for one in data["reports"]] == ["Rude."]
    assert [one["explanation"] for one in data["notices"]] == ["Against the law."]


def test_a_reader_erases_themselves_after_typing_the_word(shown: Shown) -> None:
    code, ines = readers.story().pk, readers.reader()
    row = readers.comment(code, ines)
    client = browsing.signed_in(ines)
    account = ines.user_id
    assert client.post("/discuss/me/erase", {"word": ""}).status_code == 422
    assert client.post("/discuss/me/erase", {"word": "Erase"}).status_code == 200
    assert shown(f"comment:{row.number}") is None
    assert not get_user_model().objects.filter(pk=account).exists()
    assert not Session.objects.filter(account=account).exists()
    assert client.get("/discuss/me").status_code == 302


def test_one_click_in_the_mail_program_ends_the_letters() -> None:
    from django.test import Client

    ines = readers.reader(replies_by_mail=True)
    way = letters.unsubscribe_path(ines)
    assert "ines" not in way
    program = Client(REMOTE_ADDR="192.0.2.25", HTTP_HOST="courier.example")
    assert program.get(way).status_code == 200
    assert Reader.objects.get().replies_by_mail, "a look changes nothing"
    assert program.post(way, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Reader.objects.get().replies_by_mail
    assert program.post(way[:-2] + "xx").status_code == 404


def test_the_key_of_a_session_is_kept_nowhere() -> None:
    client = browsing.signed_in(readers.reader())
    key = client.cookies["discuss_session"].value
    assert client.get("/discuss/me").status_code == 200
    assert not Session.objects.filter(pk=key).exists()
    assert Session.objects.count() == 1
