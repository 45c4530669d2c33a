"""Writing a comment: by letter for somebody new, at once for somebody known; and what is refused, how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import browsing
import newsroom
import pytest
import readers

from dateline.discuss import doors
from dateline.discuss.models import Comment, Letter, Reader, Waiting
from dateline.ledger import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages")]

Shown = Callable[[str], Any]


def test_somebody_new_is_sent_a_letter_and_nothing_is_shown_before_they_confirm() -> None:
    code = readers.story().pk
    answer = browsing.browser().post(*browsing.sent(code))
    assert "Look into your mail" in browsing.words(answer)
    assert not Comment.objects.exists()
    assert not Reader.objects.exists()
    assert not answer.cookies, "a cookie only after it is confirmed"


def test_looking_at_the_link_changes_nothing_and_the_button_posts_and_signs_in() -> None:
    code = readers.story().pk
    client = browsing.browser()
    client.post(*browsing.sent(code))
    way = browsing.link()
    assert "The tram was late again." in browsing.words(client.get(way))
    assert not Comment.objects.exists()
    answer = client.post(way)
    assert answer.status_code == 303
    row = Comment.objects.get()
    assert (row.name, row.state, row.reader.email) == ("Ines Prado", "held", "ines@reader.example")
    assert answer["Location"] == f"/discuss/{code}/mine#comment-{row.number}"
    assert answer.cookies["discuss_session"]["path"] == "/discuss/"
    assert answer.cookies["discuss_session"]["httponly"]
    assert answer.cookies["discuss_session"]["samesite"] == "Lax"
    assert (answer.cookies["discuss"].value, answer.cookies["discuss"]["path"]) == ("1", "/")
    assert not answer.cookies["discuss"]["httponly"]
    assert "waits to be read" in browsing.words(client.get(answer["Location"]))
    assert client.post(way).status_code == 404, "a link is good once"


def test_a_known_address_is_answered_as_an_unknown_one() -> None:
    code = readers.story().pk
    readers.reader(email="ines@reader.example")
    newsroom.account("editor", "Rui Costa")
    answers = [
        browsing.browser(f"203.0.{n}.1").post(*browsing.sent(code, email=email))
        for n, email in enumerate(["ines@reader.example", "rui-editor@courier.example", "nobody@reader.example"])
    ]
    assert len({answer.content for answer in answers}) == len({answer.status_code for answer in answers}) == 1
    assert Letter.objects.count() == 3


def test_a_trusted_readers_comment_is_on_the_page_when_the_post_returns(shown: Shown) -> None:
    row, ines = readers.story(), readers.reader()
    answer = browsing.signed_in(ines).post(*browsing.sent(row.pk, text="It was the signal."))
    number = Comment.objects.get().number
    assert (answer.status_code, answer["Location"]) == (303, f"/news/{row.pk}/{row.slug}#comment-{number}")
    assert shown(f"comment:{number}")["text"] == "It was the signal."
    assert answer.awaited == read.last_seq()


def test_a_script_gets_a_fragment() -> None:
    code = readers.story().pk
    accept = {"HTTP_ACCEPT": "text/vnd.dateline.fragment+html"}
    answer = browsing.signed_in(readers.reader()).post(*browsing.sent(code), **accept)
    assert answer.status_code == 201
    assert answer["Content-Type"].startswith("text/vnd.dateline.fragment+html")
    assert f'data-number="{Comment.objects.get().number}"' in answer.content.decode()
    wrong = browsing.browser().post(*browsing.sent(code, text=" "), **accept)
    assert wrong.status_code == 422
    assert 'role="alert"' in wrong.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_ORIGIN": "https://elsewhere.example"},
        {"HTTP_ORIGIN": "null"},
    ],
    ids=["cross-site", "same-site", "other-origin", "null-origin"],
)
def test_what_another_site_sends_is_refused(headers: dict[str, str]) -> None:
    from django.test import Client

    code = readers.story().pk
    client = Client(REMOTE_ADDR="203.0.113.7", HTTP_HOST="courier.example", **headers)
    answer = client.post(*browsing.sent(code))
    assert answer.status_code == 403
    assert not Waiting.objects.exists()


def test_a_browser_that_says_nothing_gets_its_form_back_and_a_token() -> None:
    from django.test import Client

    code = readers.story().pk
    client = Client(REMOTE_ADDR="203.0.113.7", HTTP_HOST="courier.example")
    answer = client.post(*browsing.sent(code, text="I typed <this> for an hour."))
    assert answer.status_code == 403
    assert "I typed &lt;this&gt; for an hour." in answer.content.decode()
    assert not answer.cookies
    token = answer.content.decode().split('name="token" value="')[1].split('"')[0]
    other = Client(REMOTE_ADDR="198.51.100.9", HTTP_HOST="courier.example")
    assert other.post(*browsing.sent(code, token=token)).status_code == 403, "good for who got it"
    assert client.post(*browsing.sent(code, token=token)).status_code == 200
    assert Waiting.objects.count() == 1


def test_an_older_browser_that_names_its_origin_needs_no_token() -> None:
    from django.test import Client

    code = readers.story().pk
    client = Client(REMOTE_ADDR="203.0.113.7", HTTP_HOST="courier.example", HTTP_ORIGIN="http://courier.example")
    assert client.post(*browsing.sent(code)).status_code == 200
    assert Waiting.objects.count() == 1


def test_a_machine_that_fills_in_every_field_is_told_what_it_wants_to_hear() -> None:
    code = readers.story().pk
    real, trap = browsing.browser(), browsing.browser()
    answers = [real.post(*browsing.sent(code)), trap.post(*browsing.sent(code, website="http://pills.example"))]
    assert answers[0].content == answers[1].content
    assert Waiting.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": ""}, "Your comment is empty."),
        ({"text": " \n\u200b\u2800\u3164 "}, "Your comment is empty."),
        ({"text": "a" * 60_000}, "more than 5,000 characters"),
        ({"text": "a" * 5001}, "5,001 characters; 5,000 are the most"),
        ({"text": "\n".join("abc" * 700)}, "more than 200 lines"),
        ({"text": "Z" + "\u0351" * 30 + "algo"}, "too many marks"),
        ({"text": "safe \u202egpj.exe"}, "direction of the text"),
        ({"name": ""}, "Please give your name."),
        ({"name": "x" * 61}, "more than 60 characters"),
        ({"name": "www.pills.example"}, "cannot be an address"),
        ({"name": "\u202eseni"}, "direction"),
        ({"email": "nobody"}, "no e-mail address"),
        ({"email": "a@b.example\nBcc: c@d.example"}, "no e-mail address"),
        ({"parent": "999"}, "not there any more"),
    ],
)
def test_what_cannot_be_taken_is_said_plainly_and_the_words_stay_in_the_form(fields: dict[str, str], said: str) -> None:
    code = readers.story().pk
    answer = browsing.browser().post(*browsing.sent(code, **fields))
    assert answer.status_code in (404, 422)
    assert said in browsing.words(answer)
    assert not Waiting.objects.exists()
    if "text" not in fields:
        assert "The tram was late again." in answer.content.decode()


def test_ten_thousand_line_breaks_are_one_empty_line() -> None:
    code = readers.story().pk
    ines = readers.reader()
    browsing.signed_in(ines).post(*browsing.sent(code, text="above" + "\n" * 10_000 + "below\x00\x07"))
    assert Comment.objects.get().text == "above\n\nbelow"


def test_no_more_comments_than_a_person_writes_and_when_to_come_again() -> None:
    code = readers.story().pk
    client = browsing.signed_in(readers.reader())
    answers = [client.post(*browsing.sent(code, text=f"Number {n} of what I have to say.")) for n in range(8)]
    assert [answer.status_code for answer in answers] == [303] * 6 + [429] * 2
    assert int(answers[-1]["Retry-After"]) > 0
    assert "many comments in a short time" in browsing.words(answers[-1])
    assert "Number 7 of what I have to say." in answers[-1].content.decode()


def test_nobody_has_a_mailbox_filled_from_here() -> None:
    code = readers.story().pk
    for n in range(8):
        browsing.browser(f"203.0.{n}.1").post(*browsing.sent(code, text=f"Number {n}"))
    assert Letter.objects.count() == 3


def test_a_network_is_limited_whatever_addresses_it_writes_from() -> None:
    code = readers.story().pk
    for n in range(12):
        answer = browsing.browser(f"203.0.113.{n}").post(*browsing.sent(code, email=f"r{n}@reader.example"))
    assert answer.status_code == 429
    other = browsing.browser("198.51.100.1").post(*browsing.sent(code, email="other@reader.example"))
    assert other.status_code == 200


def test_the_reply_page_of_a_closed_thread_says_so_before_somebody_writes() -> None:
    row = readers.comment(readers.story().pk)
    doors.rule(f"story:{row.story}", None, comments="closed")
    page = browsing.browser().get(f"/discuss/{row.story}/write?to={row.number}")
    assert page.status_code == 403
    assert "The discussion of this story is closed. It can be read" in browsing.words(page)
    assert f'href="/s/{row.story}"' in page.content.decode()
    assert "<textarea" not in page.content.decode()


def test_a_closed_thread_says_so_and_has_no_form() -> None:
    row = readers.story()
    doors.rule(f"story:{row.pk}", None, comments="closed")
    assert "is closed" in browsing.words(browsing.browser().post(*browsing.sent(row.pk)))
    page = browsing.browser().get(f"/discuss/{row.pk}/write")
    assert page.status_code == 403
    assert "<textarea" not in page.content.decode()


def test_a_link_confirmed_after_the_thread_closed_signs_in_and_says_what_happened() -> None:
    row = readers.story()
    client = browsing.browser()
    client.post(*browsing.sent(row.pk))
    doors.rule(f"story:{row.pk}", None, comments="closed")
    answer = client.post(browsing.link())
    assert answer.status_code == 403
    assert "is closed" in browsing.words(answer)


def test_a_reply_shows_what_it_answers_and_hangs_below_it() -> None:
    code, ines = readers.story().pk, readers.reader()
    first = readers.comment(code, readers.reader("Tomé Faria"), "Who was driving?")
    client = browsing.signed_in(ines)
    page = client.get(f"/discuss/{code}/write?to={first.number}")
    assert "Who was driving?" in browsing.words(page)
    answer = client.post(*browsing.sent(code, text="Nobody knows.", parent=str(first.number)))
    reply = Comment.objects.get(text="Nobody knows.")
    assert reply.parent_id == first.number
    # Its branch may not be among the newest any more that the story's page shows.
    assert answer["Location"] == f"/discuss/{code}/{reply.number}"


def test_a_form_that_was_open_for_no_time_was_filled_in_by_a_machine() -> None:
    code = readers.story().pk
    client = browsing.signed_in(readers.reader(standing="normal", approved=9))
    page = client.get(f"/discuss/{code}/write").content.decode()
    opened = page.split('name="opened" value="')[1].split('"')[0]
    client.post(*browsing.sent(code, opened=opened))
    row = Comment.objects.get()
    assert row.state in ("held", "rejected")
    assert row.findings


def test_a_mere_page_view_sets_no_cookie() -> None:
    code = readers.story().pk
    client = browsing.browser()
    for way in (f"/discuss/{code}/write", f"/discuss/{code}/mine", "/discuss/account/login/", "/discuss/me"):
        assert not client.get(way).cookies, way


def test_an_answer_allows_no_script_but_ours_and_is_kept_by_nobody() -> None:
    answer = browsing.browser().get(f"/discuss/{readers.story().pk}/write")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["Cache-Control"] == "private, no-store"
    assert "<script" not in answer.content.decode()


def test_where_the_rules_ask_for_work_a_form_shows_it_once() -> None:
    from dateline.discuss.pages import proof

    code = readers.story().pk
    doors.rule("site", None, proof_bits=8, seconds_least=0)
    client = browsing.browser()
    page = client.post(*browsing.sent(code))
    assert page.status_code == 428
    assert "The tram was late again." in page.content.decode()
    note = page.content.decode().split('name="opened" value="')[1].split('"')[0]
    answer = next(str(number) for number in range(100_000) if proof.zeros(f"{note}:{number}") >= 8)
    assert client.post(*browsing.sent(code, opened=note, work="0" * 30)).status_code == 428
    assert client.post(*browsing.sent(code, opened="1" + note, work=answer)).status_code == 428
    assert client.post(*browsing.sent(code, opened=note, work=answer)).status_code == 200
    assert client.post(*browsing.sent(code, opened=note, work=answer)).status_code == 422
    assert browsing.signed_in(readers.reader()).post(*browsing.sent(code)).status_code == 303


def test_two_who_open_the_form_in_the_same_second_each_show_work_of_their_own() -> None:
    from dateline.discuss.pages import tokens

    assert len({tokens.opened() for _ in range(20)}) == 20


@pytest.mark.parametrize("way", ["", "/write", "/mine", "/read", "/report?comment=1"])
def test_a_code_that_no_story_can_have_leads_nowhere(way: str) -> None:
    for code in ("9" * 16, "9" * 40):
        page = browsing.browser().get(f"/discuss/{code}{way}")
        assert page.status_code == 404
        assert "There is no such page here." in page.content.decode()
