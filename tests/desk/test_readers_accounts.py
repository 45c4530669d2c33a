"""Readers have accounts too; the desk shows none of them, and gives them no way in."""

from __future__ import annotations

import newsroom
import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from dateline.desk.accounts import OUTSIDE, of_newsroom

pytestmark = pytest.mark.django_db


def administrator() -> Client:
    client = Client()
    client.force_login(newsroom.account("administrator"))
    return client


def test_readers_are_not_among_the_accounts_of_the_desk() -> None:
    reader = get_user_model().objects.create_user(f"{OUTSIDE}1f2e3d", first_name="Ines Prado")
    client = administrator()
    page = client.get("/desk/users/").content.decode()
    assert "Rui Costa" in page
    assert "Ines Prado" not in page
    assert client.get(f"/desk/users/edit/{reader.pk}/").status_code == 404
    assert client.post(f"/desk/users/delete/{reader.pk}/").status_code == 404
    assert list(of_newsroom().values_list("first_name", flat=True)) == ["Rui"]


def test_a_byline_can_be_given_the_account_of_no_reader() -> None:
    reader = get_user_model().objects.create_user(f"{OUTSIDE}1f2e3d")
    row = newsroom.person("Ana Lopes")
    client = administrator()
    way = f"/desk/snippets/desk/person/edit/{row.pk}/"
    assert OUTSIDE not in client.get(way).content.decode()
    client.post(way, {"name": "Ana Lopes", "user": reader.pk})
    row.refresh_from_db()
    assert row.user is None


def test_a_reader_who_has_a_password_is_not_let_into_the_desk() -> None:
    get_user_model().objects.create_user(f"{OUTSIDE}1f2e3d", password=newsroom.PASSWORD)
    client = Client()
    client.post("/desk/login/", {"username": f"{OUTSIDE}1f2e3d", "password": newsroom.PASSWORD})
    assert client.get("/desk/").status_code == 302
