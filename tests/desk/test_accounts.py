from __future__ import annotations

import newsroom
import pytest
from django.contrib.auth import authenticate
from django.test import Client

from dateline.desk.accounts import make_user
from dateline.desk.models import Person
from dateline.errors import DatelineError, TakenError


@pytest.mark.parametrize(("role", "may"), [("reporter", False), ("editor", True), ("administrator", True)])
def test_a_role_decides_who_may_publish(role: str, may: bool) -> None:
    user = newsroom.account(role)
    assert user.has_perm("desk.add_story")
    assert user.has_perm("wagtailadmin.access_admin")
    assert user.has_perm("desk.publish_story") is may
    assert user.has_perm("auth.add_user") is (role == "administrator")
    assert not user.is_superuser


def test_an_account_signs_in_with_its_address_and_has_a_byline() -> None:
    assert make_user("Ana Maria Lopes", " Ana@Courier.example ", newsroom.PASSWORD, "reporter") == "ana@courier.example"
    user = authenticate(username="ana@courier.example", password=newsroom.PASSWORD)
    assert user is not None
    assert user.get_full_name() == "Ana Maria Lopes"
    assert Person.objects.get(user=user).name == "Ana Maria Lopes"


def test_an_address_has_one_account() -> None:
    newsroom.account("editor", "Rui Costa")
    with pytest.raises(TakenError, match="rui-editor@"):
        newsroom.account("editor", "Rui Costa")


@pytest.mark.parametrize(
    ("email", "password"), [("a@b.example", "short"), ("no address", newsroom.PASSWORD), ("a@b.example", "password123")]
)
def test_a_weak_password_or_no_address_is_refused_in_words(email: str, password: str) -> None:
    with pytest.raises(DatelineError):
        make_user("Ana", email, password, "editor")


def test_an_account_made_at_the_desk_takes_the_byline_that_stories_have_already(client: Client) -> None:
    client.force_login(newsroom.account("administrator"))
    known = newsroom.person("Ana Lopes")
    names = {"username": "ana", "email": "ana@courier.example", "first_name": "Ana", "last_name": "Lopes"}
    passwords = {"password1": newsroom.PASSWORD, "password2": newsroom.PASSWORD}
    page = client.post("/desk/users/new/", {**names, **passwords, "groups": []}, follow=True)
    assert "begin with the byline Ana Lopes" in page.content.decode()
    assert Person.objects.get(name="Ana Lopes").user.username == "ana"
    assert Person.objects.get(name="Ana Lopes").pk == known.pk
    client.post("/desk/users/new/", {**names, **passwords, "username": "ana2", "groups": []})
    assert Person.objects.filter(name="Ana Lopes").count() == 2
