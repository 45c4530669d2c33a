"""Readers' accounts: how they sign in, and that they are kept apart from the newsroom's in both directions."""

from __future__ import annotations

import re
from typing import Any

import browsing
import newsroom
import pytest
import readers
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from dateline.discuss.models import Letter, Reader

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages")]

PASSWORD = "harbour-lamp-31"
SIGNUP = "/discuss/account/signup/"
LOGIN = "/discuss/account/login/"
CODE = "/discuss/account/login/code/"


def code_in_letter() -> str:
    letter = Letter.objects.order_by("pk").last()
    assert letter is not None
    found = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*)\s*$", letter.text, re.MULTILINE)
    assert found, letter.text
    return found[1]


def test_an_account_is_made_when_its_address_is_confirmed() -> None:
    client = browsing.browser()
    answer = client.post(SIGNUP, {"email": "Ines@Reader.example", "password1": PASSWORD, "name": "Ines Prado"})
    assert answer.status_code == 302
    assert not Reader.objects.exists()
    answer = client.post(answer["Location"], {"code": code_in_letter()})
    assert answer.status_code == 302, browsing.words(answer)
    ines = Reader.objects.get()
    assert (ines.name, ines.email) == ("Ines Prado", "ines@reader.example")
    assert client.get("/discuss/me").status_code == 200
    again = browsing.browser()
    assert again.post(LOGIN, {"login": "ines@reader.example", "password": PASSWORD})["Location"] == "/discuss/me"
    assert again.get("/discuss/me").status_code == 200


def test_somebody_who_commented_signs_in_with_a_code_by_mail_and_sets_a_password() -> None:
    ines = readers.reader()
    browsing.signed_in(ines)
    client = browsing.browser()
    answer = client.post(CODE, {"email": ines.email})
    client.post(answer["Location"], {"code": code_in_letter()})
    assert client.get("/discuss/me").status_code == 200
    sent = {"password1": PASSWORD, "password2": PASSWORD}
    assert client.post("/discuss/account/password/set/", sent).status_code == 302
    other = browsing.browser()
    other.post(LOGIN, {"login": ines.email, "password": PASSWORD})
    assert other.get("/discuss/me").status_code == 200


def link_in_letter() -> str:
    return browsing.link(pattern=r"http://courier\.example(/discuss/account/login/link/\S+)")


def test_the_letter_has_a_link_that_signs_in_by_a_button_once() -> None:
    ines = readers.reader()
    browsing.signed_in(ines)
    client = browsing.browser()
    client.post(CODE, {"email": ines.email, "next": "/discuss/me/data"})
    link = link_in_letter()
    for _ in range(3):
        page = client.get(link)  # mail programs look at links before people do
        assert page.status_code == 200
        assert client.get("/discuss/me").status_code == 302
    sent = dict(re.findall(r'name="(code|next)" value="([^"]*)"', page.content.decode()))
    to = re.search(r'<form method="post" action="([^"]*)"', page.content.decode())
    assert to
    assert client.post(to[1], sent)["Location"] == "/discuss/me/data"
    assert client.get("/discuss/me").status_code == 200
    assert client.get(link)["Location"] == "/discuss/me"
    client.post("/discuss/account/logout/")
    assert "<form" not in client.get(link).content.decode(), "used up"
    assert client.post(to[1], sent).status_code == 302
    assert client.get("/discuss/me").status_code == 302


def test_the_link_signs_nobody_in_who_did_not_ask_for_it() -> None:
    """Whoever sends their own link to somebody else would have them write under a foreign name."""
    thief, ines = readers.reader("Not Ines"), readers.reader()
    for one in (thief, ines):
        browsing.signed_in(one)
    browsing.browser().post(CODE, {"email": thief.email})
    link = link_in_letter()
    other = browsing.browser("198.51.100.4")
    page = other.get(link)
    assert "<form" not in page.content.decode()
    assert code_in_letter() in browsing.words(page)
    assert other.post("/discuss/account/login/code/confirm/", {"code": code_in_letter()}).status_code == 302
    assert other.get("/discuss/me").status_code == 302
    other.post(CODE, {"email": ines.email})
    other.get(link)
    other.post("/discuss/account/login/code/confirm/", {"code": link.rsplit("/", 1)[1]})
    assert other.get("/discuss/me").status_code == 302, "asked for, but with another code"


def test_the_link_is_good_for_a_quarter_of_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    ines = readers.reader()
    browsing.signed_in(ines)
    client = browsing.browser()
    client.post(CODE, {"email": ines.email})
    link, now = link_in_letter(), time.time()
    monkeypatch.setattr(time, "time", lambda: now + 15 * 60 + 1)
    client.get(link)
    client.post("/discuss/account/login/code/confirm/", {"code": code_in_letter()})
    assert client.get("/discuss/me").status_code == 302


def test_what_is_no_code_is_no_link() -> None:
    for wrong in ("x", "<script>", "A" * 200, "%0aB"):
        assert browsing.browser().get(f"/discuss/account/login/link/{wrong}").status_code == 404


def answers_to(way: str, fields: dict[str, str], emails: list[str], key: str = "email") -> list[Any]:
    return [browsing.browser(f"203.0.{n}.1").post(way, {**fields, key: email}) for n, email in enumerate(emails)]


@pytest.mark.parametrize(
    ("way", "fields", "key"),
    [
        (CODE, {}, "email"),
        (SIGNUP, {"password1": PASSWORD, "name": "Somebody"}, "email"),
        ("/discuss/account/password/reset/", {}, "email"),
        (LOGIN, {"password": "wrong-password-1"}, "login"),
    ],
    ids=["code", "signup", "reset", "login"],
)
def test_nobody_learns_whose_address_has_an_account(way: str, fields: dict[str, str], key: str) -> None:
    ines = readers.reader()
    browsing.signed_in(ines)
    newsroom.account("editor", "Rui Costa")
    emails = [str(ines.email), "rui-editor@courier.example", "nobody@reader.example"]
    answers = answers_to(way, fields, emails, key)
    same = {
        (one.status_code, one.get("Location"), one.content.decode().replace(email, ""))
        for one, email in zip(answers, emails, strict=True)
    }
    assert len({(status, location) for status, location, _ in same}) == 1
    shown = {re.sub(r'value="[^"]*"', "", text) for _, _, text in same}
    assert len(shown) == 1


def test_the_newsrooms_accounts_cannot_sign_in_among_readers() -> None:
    editor = newsroom.account("editor", "Rui Costa")
    client = browsing.browser()
    client.post(LOGIN, {"login": editor.email, "password": newsroom.PASSWORD})
    client.post(LOGIN, {"login": editor.username, "password": newsroom.PASSWORD})
    assert client.get("/discuss/me").status_code == 302


def test_no_letter_from_here_opens_or_changes_an_account_of_the_newsroom() -> None:
    editor = newsroom.account("editor", "Rui Costa")
    before = get_user_model().objects.values().get(pk=editor.pk)
    client = browsing.browser()
    client.post("/discuss/account/password/reset/", {"email": editor.email})
    client.post(CODE, {"email": editor.email})
    for letter in Letter.objects.all():
        assert "/password/reset/key/" not in letter.text
    code = readers.story().pk
    client.post(*browsing.sent(code, email=editor.email, name="Rui Costa"))
    client.post(browsing.link())
    reader = Reader.objects.get(email=editor.email)
    assert reader.user_id != editor.pk, "a mailbox makes a reader, not an editor"
    assert get_user_model().objects.values().get(pk=editor.pk) == before


def test_a_readers_session_does_not_open_the_desk(settings: Any) -> None:
    client = browsing.signed_in(readers.reader())
    key = client.cookies["discuss_session"].value
    settings.ROOT_URLCONF = "dateline.site.urls"
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.db"
    settings.SESSION_COOKIE_NAME = "desk_session"
    settings.MIDDLEWARE = [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ]
    desk = Client(HTTP_HOST="courier.example")
    desk.cookies["desk_session"] = key
    answer = desk.get("/desk/")
    assert answer.status_code == 302
    assert "/desk/login/" in answer["Location"]


def test_somebody_who_began_to_sign_up_with_anothers_address_holds_nothing() -> None:
    began = browsing.browser()
    sent = began.post(SIGNUP, {"email": "ines@reader.example", "password1": PASSWORD, "name": "Not Ines"})
    claimed = code_in_letter()
    code = readers.story().pk
    client = browsing.browser("198.51.100.4")
    client.post(*browsing.sent(code))
    client.post(browsing.link())
    assert Reader.objects.get().name == "Ines Prado"
    assert began.post(sent["Location"], {"code": claimed}).status_code == 200, "too late, and said so"
    for thief in (began, browsing.browser()):
        thief.post(LOGIN, {"login": "ines@reader.example", "password": PASSWORD})
        assert thief.get("/discuss/me").status_code == 302


def test_whoever_names_another_host_gets_no_letter_to_lead_there() -> None:
    ines = readers.reader()
    browsing.signed_in(ines)
    thief = browsing.browser(HTTP_HOST="courier.example.thief.example")
    for way in (CODE, "/discuss/account/password/reset/"):
        thief.post(way, {"email": ines.email})
    thief.post(SIGNUP, {"email": ines.email, "password1": PASSWORD, "name": "Somebody"})
    thief.post(*browsing.sent(readers.story().pk, email=ines.email))
    assert Letter.objects.count() >= 3
    assert not Letter.objects.filter(text__contains="thief").exists()
    assert not Letter.objects.filter(subject__contains="thief").exists()
    assert Letter.objects.filter(text__contains="http://courier.example/discuss/account/password/reset/key/").exists()


@pytest.mark.parametrize(
    "way",
    ["email/", "password/set/", "2fa/", "2fa/webauthn/", "2fa/webauthn/add/", "logout/"],
)
def test_every_page_of_an_account_has_the_look_of_the_site(way: str) -> None:
    client = browsing.signed_in(readers.reader())
    page = client.get(f"/discuss/account/{way}", follow=True)
    assert page.status_code == 200
    assert "The Harbour Courier" in page.content.decode()
    assert 'id="main"' in page.content.decode()


def test_signing_up_takes_as_long_whether_an_address_is_known_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    ines, kept = readers.reader(), []
    browsing.signed_in(ines)
    whole = MD5PasswordHasher.encode

    def encode(self: Any, password: str, salt: str) -> Any:
        kept.append(password)
        return whole(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", encode)
    for email in (ines.email, "nobody@reader.example"):
        browsing.browser().post(SIGNUP, {"email": email, "password1": PASSWORD, "name": "Somebody"})
        assert kept == [PASSWORD], "what takes a moment is done once"
        kept.clear()
