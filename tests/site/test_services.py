"""Signing in with another service: the whole way of a reader without script, and what nobody gets by it."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from email import message_from_bytes, policy
from typing import Any

import pytest

import sites
import waiting
from provider import Provider
from visitor import Visitor

pytestmark = pytest.mark.slow

SITE = "http://courier.example"
EDITOR = "rui-editor@courier.example"


class Site:
    """The site, and the service that knows its readers."""

    def __init__(self, server: sites.Server, service: Provider) -> None:
        self.server, self.service = server, service

    def signs_in(self, **person: Any) -> Visitor:
        """Somebody, as the service knows them, goes by its button."""
        self.service.person = person
        visitor = Visitor(SITE, self.server.port)
        visitor.goes("/discuss/1/write").follows("Or sign in first").follows("Harbour ID")
        return visitor.presses("Continue")

    def rows(self, query: str, *values: Any) -> list[Any]:
        with closing(sqlite3.connect(self.server.site / "dateline.db")) as database:
            return database.execute(query, values).fetchall()

    def account_of(self, service_number: str) -> str:
        """The user name of the account that somebody of the service signs in to; nothing if there is none."""
        query = "SELECT username FROM auth_user JOIN socialaccount_socialaccount s ON s.user_id = auth_user.id"
        return "".join(name for (name,) in self.rows(f"{query} WHERE s.uid = ?", service_number))

    def letters_to(self, email: str) -> list[str]:
        files = (self.server.site / "outbox").glob("*.eml")
        read = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(files)]
        return [one.get_body().get_content() for one in read if email in str(one["To"])]

    def code_in_letter(self, email: str) -> str:
        letters = waiting.until(lambda: self.letters_to(email), f"a letter to {email}", 30, 0.1)
        found = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*)\s*$", letters[-1], re.MULTILINE)
        assert found, letters[-1]
        return found[1]

    def comments_by_letter(self, email: str, name: str) -> None:
        """Somebody comments, and confirms it, who knows nothing of the service."""
        visitor = Visitor(SITE, self.server.port).goes("/discuss/1/write")
        visitor.presses("Send the comment", text=f"{name} was here.", name=name, email=email)
        letters = waiting.until(lambda: self.letters_to(email), f"a letter to {email}", 30, 0.1)
        link = re.search(r"http://courier\.example(/discuss/confirm/\S+)", letters[-1])
        assert link
        visitor.goes(link[1], {})
        assert visitor.goes("/discuss/me").status == 200


@pytest.fixture
def site(talking: sites.Server, service: Provider) -> Site:
    return Site(talking, service)


def is_signed_in(visitor: Visitor) -> bool:
    return visitor.goes("/discuss/me").address == f"{SITE}/discuss/me"


def test_a_reader_signs_in_by_the_button_of_a_service_without_script_and_comments(site: Site) -> None:
    nils = site.signs_in(sub="1", name="Nils Berg", email="Nils@Berg.example", email_verified=True)
    assert site.service.address in nils.passed[1]
    assert nils.address == f"{SITE}/discuss/1/write", "where they came from"
    assert "You write as Nils Berg." in nils.words()
    nils.presses("Send the comment", text="The bridge is a fine one.")
    assert nils.status == 200
    assert site.rows("SELECT text FROM discuss_comment WHERE name = 'Nils Berg'") == [("The bridge is a fine one.",)]
    assert "nils@berg.example" in nils.goes("/discuss/me").words()


def test_somebody_who_comes_again_is_the_same_whatever_they_are_called_by_then(site: Site) -> None:
    site.signs_in(sub="2", name="Ada Lund", email="ada@lund.example", email_verified=True)
    before = site.account_of("2")
    again = site.signs_in(sub="2", name="Somebody", email="somebody@lund.example", email_verified=True)
    assert "You write as Ada Lund." in again.words()
    assert site.account_of("2") == before


def test_an_address_that_was_confirmed_here_and_there_is_one_person(site: Site) -> None:
    site.comments_by_letter("ines@prado.example", "Ines Prado")
    ines = site.signs_in(sub="3", name="I. P.", email="ines@prado.example", email_verified=True)
    assert "You write as Ines Prado." in ines.words()
    assert len(site.rows("SELECT * FROM discuss_reader WHERE email = 'ines@prado.example'")) == 1


@pytest.mark.parametrize("said", [{"email_verified": False}, {"email_verified": "false"}, {}], ids=str)
def test_an_address_that_the_service_does_not_call_confirmed_gives_nobody_an_account_of_another(
    site: Site, said: dict[str, Any]
) -> None:
    number = f"thief {said}"
    owner = f"owner{len(site.rows('SELECT * FROM discuss_reader'))}@reader.example"
    site.comments_by_letter(owner, "The Owner")
    thief = site.signs_in(sub=number, name="Not The Owner", email=owner, **said)
    assert not is_signed_in(thief)
    assert site.account_of(number) == ""
    assert not is_signed_in(site.signs_in(sub=number, name="Not The Owner", email=owner, **said))


def test_whoever_comes_with_an_unconfirmed_address_confirms_it_by_a_letter(site: Site) -> None:
    mia = site.signs_in(sub="4", name="Mia Holm", email="mia@holm.example")
    assert not site.rows("SELECT * FROM discuss_reader WHERE email = 'mia@holm.example'")
    address = mia.address
    assert not is_signed_in(mia)
    mia.goes(address).presses("Confirm", code=site.code_in_letter("mia@holm.example"))
    assert is_signed_in(mia)
    assert site.rows("SELECT name FROM discuss_reader WHERE email = 'mia@holm.example'") == [("Mia Holm",)]


def test_an_address_that_somebody_else_only_claimed_goes_to_whoever_has_it(site: Site) -> None:
    site.signs_in(sub="5", name="Not Olga", email="olga@reader.example")
    olga = site.signs_in(sub="6", name="Olga Reis", email="olga@reader.example", email_verified=True)
    assert "You write as Olga Reis." in olga.words()
    assert site.account_of("5") == ""
    assert not is_signed_in(site.signs_in(sub="5", name="Not Olga", email="olga@reader.example"))


def test_no_service_opens_an_account_of_the_newsroom(site: Site) -> None:
    before = site.rows("SELECT * FROM auth_user WHERE email = ?", EDITOR)
    assert len(before) == 1
    rui = site.signs_in(sub="7", name="Rui Costa", email=EDITOR, email_verified=True)
    assert "You write as Rui Costa." in rui.words(), "a mailbox makes a reader, not an editor"
    assert site.account_of("7").startswith("reader-")
    assert rui.goes("/desk/").address.startswith(f"{SITE}/desk/login/")
    assert site.account_of("8") == ""
    assert not is_signed_in(site.signs_in(sub="8", name="Not Rui", email=EDITOR))
    assert site.rows("SELECT * FROM auth_user WHERE email = ? AND username NOT LIKE 'reader-%'", EDITOR) == before


def test_a_name_that_could_not_stand_above_a_comment_is_asked_for(site: Site) -> None:
    shop = site.signs_in(sub="9", name="https://shop.example", email="shop@reader.example", email_verified=True)
    assert "shop.example" not in shop.words()
    assert "Name" in shop.words()


def test_somebody_who_is_signed_in_adds_a_service_to_their_own_account(site: Site) -> None:
    site.comments_by_letter("leo@reader.example", "Leo Brandt")
    leo = site.signs_in(sub="10", name="Leo", email="leo@reader.example", email_verified=True)
    own = site.account_of("10")
    site.service.person = {"sub": "11", "name": "Ada Lund", "email": "ada@lund.example", "email_verified": True}
    leo.goes("/discuss/account/3rdparty/").follows("Harbour ID").presses("Continue")
    assert site.account_of("11") == own, "whoever's address it is there"
